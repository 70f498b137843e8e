"""Decides by symbolic algebra: identities by simplification, signs by the hypotheses,
exceptions of measure zero by polynomials.
"""

from __future__ import annotations

from collections.abc import Iterable

import flint
import sympy
from flint import arb
from sympy.core.relational import Relational

from probatum.calculus.carrying_out import value
from probatum.calculus.forms.identity import simplified
from probatum.calculus.proposals import simpler
from probatum.calculus.signs.under_bounds import explodes, grows, shifts, sign_under
from probatum.counterexample import Counterexample, Sides
from probatum.decision import SYMBOLIC, Decision, Outcome, Reason
from probatum.engine_catalogue import SYMPY
from probatum.engines.decider import Ask, nobody
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import AlmostAll, Equal, ForAll, Multiset
from probatum.proposition.numbers.arcs import vanishes_as_arc
from probatum.proposition.numbers.constant import Lacking, extended, perhaps_infinite
from probatum.proposition.numbers.enclosure import truth
from probatum.proposition.parts import put
from probatum.proposition.truth import truth_at
from probatum.type_names import Comparison, Condition, Expression, Statement, Symbols

NAME = SYMBOLIC
ENGINE = SYMPY.name
TURN = 70
LARGEST_EXPRESSION = (
    2_000  # operations; simplification takes no budget, so larger ones are left to others
)


def takes(statement: Statement) -> bool:
    """Equalities, and statements for all or almost all variables whose inside is a condition or an
    equality.
    """
    if isinstance(statement, (ForAll, AlmostAll)):
        return isinstance(statement.then, (Equal, sympy.logic.boolalg.Boolean))
    return isinstance(statement, Equal)


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove or refute, or say what is left."""
    if isinstance(statement, AlmostAll):
        return _almost_all(statement)
    given, then = (
        (statement.given, statement.then)
        if isinstance(statement, ForAll)
        else (sympy.true, statement)
    )
    if isinstance(then, Equal):
        return _equal(then, given)
    return _condition(then, given)


def _equal(equal: Equal, given: Condition) -> Decision:
    match = _same(equal.left, equal.right, given)
    if match:
        return Decision(NAME, Outcome.PROVED, Reason.IDENTITY)
    if match is None:
        return Decision(NAME, Outcome.UNDECIDED, Reason.RESIDUE)
    both = Sides.of(_evaluated(equal.left), _evaluated(equal.right))
    return Decision(NAME, Outcome.REFUTED, Reason.DIFFERENT, both)


def _evaluated(side: Expression) -> Expression:
    """The value with limits and the like carried out, for readers."""
    return sympy.Tuple(*map(value, side.elements)) if isinstance(side, Multiset) else value(side)


def _same(left: Expression, right: Expression, given: Condition) -> bool | None:
    """Whether two values are equal wherever `given` holds; None where that is not known."""
    if isinstance(left, Multiset) or isinstance(right, Multiset):
        return _same_multiset(_elements(left), _elements(right), given)
    if isinstance(left, sympy.FiniteSet) or isinstance(right, sympy.FiniteSet):
        return _same_set(_elements(left), _elements(right), given)
    if isinstance(left, sympy.MatrixBase) or isinstance(right, sympy.MatrixBase):
        if getattr(left, "shape", None) != getattr(right, "shape", None):
            return False
        return _every(_same(a, b, given) for a, b in zip(left.flat(), right.flat(), strict=True))
    if isinstance(left, sympy.Tuple) or isinstance(right, sympy.Tuple):
        if not (
            isinstance(left, sympy.Tuple)
            and isinstance(right, sympy.Tuple)
            and len(left) == len(right)
        ):
            return False
        return _every(_same(a, b, given) for a, b in zip(left, right, strict=True))
    left, right = value(left), value(right)
    if extended(left) or extended(right):
        return _same_extended(left, right)
    return _zero(left - right, given)


def _same_extended(left: Expression, right: Expression) -> bool | None:
    """Infinities are the same where they have one sign; nothing is the same as what has no
    value.
    """
    if any(map(perhaps_infinite, (left, right))) and all(map(extended, (left, right))):
        return None
    if left.has(Lacking) or right.has(Lacking):
        known = all(not side.has(Lacking) or extended(side) for side in (left, right))
        return False if known else None
    if extended(left) and extended(right):
        return bool(left == right)
    return None if left.free_symbols | right.free_symbols else False


def _elements(value: Expression) -> list[Expression]:
    if isinstance(value, Multiset):
        return list(value.elements)
    return list(value.args) if isinstance(value, (sympy.Tuple, sympy.FiniteSet)) else [value]


def _every(answers: Iterable[bool | None]) -> bool | None:
    found = list(answers)
    return False if False in found else None if None in found else True


def _same_multiset(
    left: list[Expression], right: list[Expression], given: Condition
) -> bool | None:
    if len(left) != len(right):
        return False
    rest = list(right)
    for element in left:
        answers = [_same(element, other, given) for other in rest]
        if True in answers:
            del rest[answers.index(True)]
        else:
            return None if None in answers or _open([*left, *right]) else False
    return True


def _open(values: list[Expression]) -> bool:
    """Whether variables are left: then which elements match may differ from point to point."""
    return any(value.free_symbols for value in values)


def _same_set(left: list[Expression], right: list[Expression], given: Condition) -> bool | None:
    def inside(elements: list[Expression], others: list[Expression]) -> bool | None:
        answers = []
        for element in elements:
            found = [_same(element, other, given) for other in others]
            answers.append(
                True
                if True in found
                else None
                if None in found or _open([*left, *right])
                else False
            )
        return _every(answers)

    return _every([inside(left, right), inside(right, left)])


def _zero(difference: Expression, given: Condition) -> bool | None:
    """Whether the difference is zero wherever `given` holds: True, False at some admitted point,
    or not known.
    """
    if difference.count_ops() > LARGEST_EXPRESSION or difference.has(Lacking, *BINDERS):
        return None
    try:
        moved = shifts(given)
        if explodes(difference, moved):
            return None
        shifted = put(difference, moved)
        if shifted.free_symbols and _differs_somewhere(shifted):
            return False if given == sympy.true else None
        residue = shifted if grows(shifted) else _simplified(shifted)
    except NotImplementedError:  # a limit or the like that SymPy does not know
        return None
    if residue.has(sympy.zoo, sympy.nan, sympy.oo, -sympy.oo):
        return False if residue in (sympy.oo, -sympy.oo) else None
    if residue == 0:
        return True
    if residue.free_symbols:
        return None
    if vanishes_as_arc(residue):
        return True
    return False if truth_at(sympy.Ne(residue, 0, evaluate=False), {}) else None


def _simplified(difference: Expression) -> Expression:
    """The difference, simplified; with remainders, which SymPy divides out at any length, as far as
    the work of a proposal goes.
    """
    if not difference.has(sympy.Mod):
        return simplified(difference)
    found = simpler(lambda: simplified(difference))
    return difference if found is None else found


def _differs_somewhere(difference: Expression) -> bool:
    """Whether some small point separates the difference from zero, with certainty."""
    symbols = sorted(difference.free_symbols, key=lambda symbol: str(symbol.name))
    different = sympy.Ne(difference, 0, evaluate=False)
    with flint.ctx.workprec(128):
        points = (
            {symbol: arb(base + index) for index, symbol in enumerate(symbols)}
            for base in (1, 2, 3, 5, 8)
        )
        return any(truth(different, point) for point in points)


def _condition(condition: Condition, given: Condition) -> Decision:
    answer = _holds(condition, given)
    if answer:
        return Decision(NAME, Outcome.PROVED, Reason.SIGNS)
    if answer is False and not condition.free_symbols:
        shown = (
            Sides.of(condition.lhs, condition.rhs)
            if isinstance(condition, Relational)
            else Counterexample(())
        )
        return Decision(NAME, Outcome.REFUTED, Reason.DIFFERENT, shown)
    return Decision(NAME, Outcome.UNDECIDED, Reason.NO_SIGN)


def _holds(condition: Condition, given: Condition) -> bool | None:
    """True where the condition is proved for all admitted points;
    False only where it is closed and false.
    """
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, sympy.And):
        return next(
            (answer for answer in (_holds(part, given) for part in condition.args) if not answer),
            True,
        )
    if isinstance(condition, sympy.Or):
        return True if any(_holds(part, given) for part in condition.args) else None
    if not isinstance(condition, Relational) or condition.count_ops() > LARGEST_EXPRESSION:
        return None
    if isinstance(condition, sympy.Equality):
        return _same(condition.lhs, condition.rhs, given)
    return _signed(condition, given)


def _signed(relation: Comparison, given: Condition) -> bool | None:
    """An inequality by the sign of the difference of its sides."""
    difference = (
        relation.gts - relation.lts if hasattr(relation, "gts") else relation.lhs - relation.rhs
    )
    if difference.is_Rational:
        return truth_at(relation, {})
    sign, strict = sign_under(difference, given)
    if isinstance(relation, sympy.Unequality):
        return True if sign and strict else None
    return True if sign > 0 and (strict or relation.rel_op in ("<=", ">=")) else None


def _almost_all(statement: AlmostAll) -> Decision:
    polynomial = _exceptions(statement.then, statement.variables)
    if polynomial is None:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    zeros = [
        _same(coefficient, sympy.Integer(0), sympy.true) for coefficient in polynomial.coeffs()
    ]
    if False in zeros:
        return Decision(NAME, Outcome.PROVED, Reason.NULL_SET)
    if all(zeros) and isinstance(statement.then, sympy.Unequality):
        return Decision(NAME, Outcome.REFUTED, Reason.EVERYWHERE)
    return Decision(NAME, Outcome.UNDECIDED, Reason.RESIDUE)


def _exceptions(condition: Condition, variables: Symbols) -> Expression | None:
    """A polynomial whose zeros contain all points at which the condition fails;
    None where there is none to see.
    """
    if isinstance(condition, sympy.Unequality):
        numerator = sympy.fraction(sympy.together(condition.lhs - condition.rhs))[0]
        return sympy.Poly(numerator, *variables) if numerator.is_polynomial(*variables) else None
    if isinstance(condition, sympy.And):
        factors = [_exceptions(part, variables) for part in condition.args]
        return None if None in factors else sympy.prod(factors[1:], factors[0])
    if isinstance(condition, sympy.Or):
        factors = [_exceptions(part, variables) for part in condition.args]
        return next(
            (factor for factor in factors if factor is not None and not factor.is_zero), None
        )
    return None

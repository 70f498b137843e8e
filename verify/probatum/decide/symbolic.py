"""Decides by symbolic algebra: identities by simplification, signs by the hypotheses, exceptions of measure zero by polynomials."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.decision import Counterexample, Decision, Outcome, Why
from probatum.proposition import AlmostAll, Equal, ForAll, Multiset, conjuncts, put
from probatum.truth import truth_at

NAME = "symbolic"
LARGEST_EXPRESSION = 2_000  # operations; simplification takes no budget, so larger ones are left to others
Ask = Any


def takes(statement: Any) -> bool:
    """Equalities, and statements for all or almost all variables whose inside is a condition or an equality."""
    if isinstance(statement, (ForAll, AlmostAll)):
        return isinstance(statement.then, (Equal, sympy.logic.boolalg.Boolean))
    return isinstance(statement, Equal)


def decide(statement: Any, ask: Ask) -> Decision:
    """Prove or refute, or say what is left."""
    if isinstance(statement, AlmostAll):
        return _almost_all(statement)
    given, then = (statement.given, statement.then) if isinstance(statement, ForAll) else (sympy.true, statement)
    if isinstance(then, Equal):
        return _equal(then, given)
    return _condition(then, given)


def _equal(equal: Equal, given: Any) -> Decision:
    match = _same(equal.left, equal.right, given)
    if match:
        return Decision(NAME, Outcome.PROVED, Why.IDENTITY)
    if match is None:
        return Decision(NAME, Outcome.UNDECIDED, Why.RESIDUE)
    both = (("left side", _evaluated(equal.left)), ("right side", _evaluated(equal.right)))
    return Decision(NAME, Outcome.REFUTED, Why.DIFFERENT, Counterexample(both))


def _evaluated(value: Any) -> Any:
    """The value with limits and the like carried out, for readers."""
    if isinstance(value, Multiset):
        return sympy.Tuple(*map(_evaluated, value.elements))
    return value.doit()


def _same(left: Any, right: Any, given: Any) -> bool | None:
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
        if not (isinstance(left, sympy.Tuple) and isinstance(right, sympy.Tuple) and len(left) == len(right)):
            return False
        return _every(_same(a, b, given) for a, b in zip(left, right, strict=True))
    return _zero(left - right, given)


def _elements(value: Any) -> list[Any]:
    if isinstance(value, Multiset):
        return list(value.elements)
    return list(value.args) if isinstance(value, (sympy.Tuple, sympy.FiniteSet)) else [value]


def _every(answers: Iterable[bool | None]) -> bool | None:
    found = list(answers)
    return False if False in found else None if None in found else True


def _same_multiset(left: list[Any], right: list[Any], given: Any) -> bool | None:
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


def _open(values: list[Any]) -> bool:
    """Whether variables are left: then which elements match may differ from point to point."""
    return any(value.free_symbols for value in values)


def _same_set(left: list[Any], right: list[Any], given: Any) -> bool | None:
    def inside(elements: list[Any], others: list[Any]) -> bool | None:
        answers = []
        for element in elements:
            found = [_same(element, other, given) for other in others]
            answers.append(True if True in found else None if None in found or _open([*left, *right]) else False)
        return _every(answers)

    return _every([inside(left, right), inside(right, left)])


def _zero(difference: Any, given: Any) -> bool | None:
    """Whether the difference is zero wherever `given` holds: True, False at some admitted point, or not known."""
    if difference.count_ops() > LARGEST_EXPRESSION:
        return None
    residue = _simplified(put(difference.doit(), _shifts(given)))
    if residue.has(sympy.zoo, sympy.nan, sympy.oo, -sympy.oo):
        return False if residue in (sympy.oo, -sympy.oo) else None
    if residue == 0:
        return True
    if residue.free_symbols:
        return False if given == sympy.true and _differs_somewhere(difference) else None
    return False if truth_at(sympy.Ne(residue, 0, evaluate=False), {}) else None


def _simplified(expression: Any) -> Any:
    """The expression, simplified as little as it takes to see that it is zero."""
    for form in (sympy.expand, sympy.cancel, sympy.simplify):
        expression = form(expression)
        if expression == 0:
            break
    return expression


def _differs_somewhere(difference: Any) -> bool:
    """Whether some small point separates the difference from zero, with certainty."""
    symbols = sorted(difference.free_symbols, key=lambda symbol: str(symbol.name))
    different = sympy.Ne(difference, 0, evaluate=False)
    return any(
        truth_at(different, {symbol: sympy.Integer(base + index) for index, symbol in enumerate(symbols)}) for base in (1, 2, 3, 5, 8)
    )


def _condition(condition: Any, given: Any) -> Decision:
    answer = _holds(condition, given)
    if answer:
        return Decision(NAME, Outcome.PROVED, Why.SIGNS)
    if answer is False and not condition.free_symbols:
        sides = (("left side", condition.lhs), ("right side", condition.rhs)) if isinstance(condition, Relational) else ()
        return Decision(NAME, Outcome.REFUTED, Why.DIFFERENT, Counterexample(sides))
    return Decision(NAME, Outcome.UNDECIDED, Why.NO_SIGN)


def _holds(condition: Any, given: Any) -> bool | None:
    """True where the condition is proved for all admitted points; False only where it is closed and false."""
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, sympy.And):
        return _every(_holds(part, given) for part in condition.args)
    if isinstance(condition, sympy.Or):
        return True if any(_holds(part, given) for part in condition.args) else None
    if not isinstance(condition, Relational) or condition.count_ops() > LARGEST_EXPRESSION:
        return None
    if isinstance(condition, sympy.Equality):
        return _zero(condition.lhs - condition.rhs, given)
    return _signed(condition, given)


def _signed(relation: Any, given: Any) -> bool | None:
    """An inequality by the sign of the difference of its sides."""
    difference = put(relation.gts - relation.lts if hasattr(relation, "gts") else relation.lhs - relation.rhs, _shifts(given))
    if not difference.free_symbols and difference.is_Rational:
        return truth_at(relation, {})
    wanted = {">": "is_positive", "<": "is_positive", "!=": "is_nonzero"}.get(relation.rel_op, "is_nonnegative")
    for form in (sympy.factor, lambda expression: sympy.expand(sympy.together(expression)), _positive_quotient):
        if getattr(form(difference), wanted):
            return True
    return None


def sign_under(expression: Any, given: Any) -> int:
    """The sign of an expression wherever `given` holds: 1, -1, or 0 where it is zero, changes or is not seen."""
    shifted = sympy.factor(put(expression, _shifts(given)))
    return 1 if shifted.is_positive else -1 if shifted.is_negative else 0


def _positive_quotient(expression: Any) -> Any:
    """Numerator and denominator expanded, so that a sum of terms of one sign shows its sign."""
    numerator, denominator = sympy.fraction(sympy.together(expression))
    return sympy.expand(numerator) / sympy.factor(denominator)


def _shifts(given: Any) -> dict[Any, Any]:
    """Substitutions that build bounds into signs: where a < b, b becomes a + t with t positive; where b < 3, b becomes 3 - t."""
    found: dict[Any, Any] = {}
    bounds = [relation for relation in conjuncts(given) if isinstance(relation, Relational) and hasattr(relation, "gts")]
    for lower_bound in (True, False):
        for relation in sorted(bounds, key=lambda bound: len(bound.free_symbols)):
            _shift(relation, lower_bound, found)
    return _composed(found)


def _shift(relation: Any, lower_bound: bool, found: dict[Any, Any]) -> None:
    variable, bound = (relation.gts, relation.lts) if lower_bound else (relation.lts, relation.gts)
    if not variable.is_Symbol or variable in found or not _independent(bound, variable, found):
        return
    positive = {"positive": True} if relation.rel_op in ("<", ">") else {"nonnegative": True}
    shift = sympy.Dummy("t", integer=variable.is_integer and bound.is_integer, real=True, **positive)
    found[variable] = bound + shift if lower_bound else bound - shift


def _independent(bound: Any, variable: Any, found: dict[Any, Any]) -> bool:
    """Whether the bound is a variable or number that no earlier substitution makes depend on `variable`."""
    if not (bound.is_Symbol or bound.is_Rational):
        return False
    seen = bound
    for _ in found:
        seen = seen.xreplace(found)
    return variable not in seen.free_symbols


def _composed(found: dict[Any, Any]) -> dict[Any, Any]:
    for _ in found:
        found = {variable: value.xreplace(found) for variable, value in found.items()}
    return found


def _almost_all(statement: AlmostAll) -> Decision:
    polynomial = _exceptions(statement.then, statement.variables)
    if polynomial is None:
        return Decision(NAME, Outcome.UNDECIDED, Why.SCOPE)
    if polynomial.is_zero:
        return Decision(NAME, Outcome.REFUTED, Why.EVERYWHERE)
    return Decision(NAME, Outcome.PROVED, Why.NULL_SET)


def _exceptions(condition: Any, variables: tuple[Any, ...]) -> Any:
    """A polynomial whose zeros contain all points at which the condition fails; None where there is none to see."""
    if isinstance(condition, sympy.Unequality):
        numerator = sympy.fraction(sympy.together(condition.lhs - condition.rhs))[0]
        return sympy.Poly(numerator, *variables) if numerator.is_polynomial(*variables) else None
    if isinstance(condition, sympy.And):
        factors = [_exceptions(part, variables) for part in condition.args]
        return None if None in factors else sympy.prod(factors[1:], factors[0])
    if isinstance(condition, sympy.Or):
        factors = [_exceptions(part, variables) for part in condition.args]
        return next((factor for factor in factors if factor is not None and not factor.is_zero), None)
    return None

"""Lowers a statement for all integers from a start on to its first cases,
and to a step over the real numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import sympy
from sympy.core.relational import Relational

from probatum.claim_cache import cached_for_claim
from probatum.lowering.every_case import known_where_defined
from probatum.lowering.steps.sequences import SEQUENCES, Sequences
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, supposing
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Condition, Expression, Point, Statement, Symbol

INDUCTION = Theorem(
    "Induction", "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., section 1.1", exact=False
)
MOST_TERMS = 1_100  # of a sum or product that is written out
FARTHEST_SUM = 10_000  # terms of a harmonic number that is computed


@dataclass(frozen=True, slots=True)
class Counted:
    """A statement for all integers `variable` from `start` on, whatever the other variables are.

    given: hypotheses on the other variables; moving: those that hold the counting variable too,
    but for its start.
    """

    variable: Symbol
    start: Expression
    others: tuple[Expression, ...]
    given: Condition
    moving: Condition
    then: Statement


def counted(statement: ForAll) -> Iterator[Counted]:
    """The ways to read a universal statement as one about all integers from a start on;
    those first in which no sum has other terms at each of them.
    """
    inside = {symbol for total in statement.then.atoms(sympy.Sum) for symbol in _in_terms(total)}
    for variable in sorted(statement.variables, key=inside.__contains__):
        if variable.is_integer and in_sequence(statement.then, variable):
            yield from _counted(statement, variable)


def _in_terms(total: Expression) -> set[Symbol]:
    found: set[Symbol] = total.function.free_symbols
    return found


def in_sequence(condition: Condition, variable: Symbol) -> bool:
    """Whether the variable stands where a polynomial has none: in an exponent, a factorial,
    the end of a sum.
    """
    parts = (
        part
        for part in sympy.preorder_traversal(condition)
        if isinstance(part, SEQUENCES) and part.has(variable)
    )
    return any(not part.is_Pow or part.exp.has(variable) for part in parts)


def _counted(statement: ForAll, variable: Symbol) -> Iterator[Counted]:
    """By each hypothesis that tells a start; none that has harmonic numbers summed term by term."""
    parts = conjuncts(statement.given)
    yield from _counted_from_a_number(statement, variable)
    for part in parts:
        start = _start(part, variable)
        if start is not None and not _is_long_sum(statement.then, start):
            rest = [other for other in parts if other is not part]
            others = tuple(other for other in statement.variables if other != variable)
            moving = [other for other in rest if other.has(variable)]
            still = [other for other in rest if not other.has(variable)]
            yield Counted(
                variable, start, others, sympy.And(*still), sympy.And(*moving), statement.then
            )


def _counted_from_a_number(statement: ForAll, variable: Symbol) -> Iterator[Counted]:
    """From the number that another variable starts at, which stays below: then all of its values
    are in each case.
    """
    parts = conjuncts(statement.given)
    lows = {start for part in parts if (start := _start(part, variable)) is not None}
    if not statement.then.has(sympy.binomial) or any(low.is_Integer for low in lows):
        return
    for low in lows:
        more, other = low.as_coeff_Add()
        firsts = (_start(part, other) for part in parts)
        start = next((first + more for first in firsts if first is not None), None)
        if start is not None and start.is_Integer:
            others = tuple(other for other in statement.variables if other != variable)
            moving = [part for part in parts if part.has(variable)]
            still = [part for part in parts if not part.has(variable)]
            yield Counted(
                variable, start, others, sympy.And(*still), sympy.And(*moving), statement.then
            )


def _is_long_sum(condition: Condition, start: Expression) -> bool:
    return bool(condition.has(sympy.harmonic) and start.is_Integer and start > FARTHEST_SUM)


def _start(part: Expression, variable: Symbol) -> Expression | None:
    """The first integer that a hypothesis admits, where it is a lower bound:
    a number, or another integer variable and a number.
    """
    if not isinstance(part, Relational) or not hasattr(part, "gts") or part.gts != variable:
        return None
    low, strict = part.lts, part.rel_op in ("<", ">")
    further = low.as_coeff_Add()[1]
    if low.is_integer and further != variable and (further == 0 or further.is_Symbol):
        return low + 1 if strict else low
    return (
        sympy.floor(low) + 1
        if low.is_Rational and strict
        else sympy.ceiling(low)
        if low.is_Rational
        else None
    )


def case(statement: Counted, number: int) -> ForAll:
    """The statement at the start, or so many steps later; that nothing is supposed there, or that
    it is none of the cases, is seen.
    """
    at = {statement.variable: statement.start + number}
    given = sympy.And(statement.given, _put(statement.moving, at, settled=True))
    return for_all(statement.others, given, _put(statement.then, at))


def _put(condition: Condition, at: Point, *, settled: bool = False) -> Condition:
    """The condition with a number put in, its sides evaluated and the relation not: SymPy would try
    to settle it, without a budget; between rational numbers it may be.
    """
    if isinstance(condition, Relational):
        sides = [_written_out(side.xreplace(at)) for side in condition.args]
        rational = all(side.is_Rational for side in sides)
        return condition.func(*sides, evaluate=settled and rational)
    return (
        condition.func(*(_put(part, at, settled=settled) for part in condition.args))
        if condition.args
        else condition
    )


def _written_out(expression: Expression) -> Expression:
    """The expression with sums and products of a few terms written out."""
    totals = [total for total in expression.atoms(sympy.Sum, sympy.Product) if _few_terms(total)]
    return expression.xreplace({total: _terms(total) for total in totals}) if totals else expression


def _terms(total: Expression) -> Expression:
    inner = total.function
    joint = sympy.Add if isinstance(total, sympy.Sum) else sympy.Mul
    for index, low, high in total.limits:
        inner = joint(*(_term(inner, index, low + number) for number in range(int(high - low) + 1)))
    return inner


@cached_for_claim(4 * MOST_TERMS)  # one case after the other has the terms of the one before
def _term(inner: Expression, index: Symbol, number: Expression) -> Expression:
    return inner.xreplace({index: number})


def _few_terms(total: Expression) -> bool:
    counts = [high - low for _, low, high in (limit for limit in total.limits if len(limit) == 3)]
    return len(counts) == len(total.limits) and all(
        count.is_Integer and -1 <= count <= MOST_TERMS for count in counts
    )


def at_once(statement: Counted) -> ForAll:
    """The statement with sequences as real variables of which only their signs are known:
    a proof of it needs no induction.

    Raises NotCountableError.
    """
    moved = _from_zero(statement)
    sequences = Sequences(moved.variable, _within(moved, moved.moving))
    return _over_the_reals(moved, sequences, [], 0)


def step(statement: Counted, depth: int) -> ForAll:
    """That the statement holds where it holds at the `depth` places before;
    raises NotCountableError.
    """
    moved = _from_zero(statement)
    sequences = Sequences(moved.variable, _within(moved, sympy.true))
    before = [
        _supposed(sequences, moved.moving, moved.then, back)
        if moved.moving != sympy.true
        else sequences.at(moved.then, back)
        for back in range(depth)
    ]
    before += _of_neighbours(sequences, moved, depth)
    return _over_the_reals(moved, sequences, before, depth)


def _supposed(sequences: Sequences, given: Condition, then: Condition, back: int) -> Condition:
    """That it holds there if what is given is met, which it is nowhere that it has no value."""
    met = sympy.And(defined(given), given)
    return sympy.Implies(*(sequences.at(part, back) for part in (met, then)), evaluate=False)


def _within(moved: Counted, moving: Condition) -> Condition | None:
    """The hypotheses here, where the statement may not be defined without them or in all its parts;
    else None.
    """
    plain = moved.moving == sympy.true and not moved.then.has(sympy.Or, sympy.Not, sympy.Implies)
    return None if plain else sympy.And(moved.given, moving)


def _of_neighbours(sequences: Sequences, moved: Counted, depth: int) -> list[Condition]:
    """The statement of the place before with a number one less below in binomial coefficients, to
    which Pascal's rule leads: it holds there for all values of the other variables.
    """
    if moved.then.has(sympy.Sum, sympy.Product):
        return []
    lower = {coefficient.args[1] for coefficient in moved.then.atoms(sympy.binomial)}
    fewer = [other for other in moved.others if other.is_integer and other in lower]
    found = []
    for less in ({other: other - 1} for other in fewer):
        supposed = sympy.And(moved.given, moved.moving).xreplace(less)
        found.append(_supposed(sequences, supposed, moved.then.xreplace(less), depth - 1))
    return found


def _from_zero(statement: Counted) -> Counted:
    """The statement with a variable that counts from zero."""
    at = {statement.variable: statement.variable + statement.start}
    return Counted(
        statement.variable,
        sympy.Integer(0),
        statement.others,
        statement.given,
        statement.moving.xreplace(at),
        statement.then.xreplace(at),
    )


def _over_the_reals(
    statement: Counted, sequences: Sequences, supposed: list[Condition], steps: int
) -> ForAll:
    then, still = sequences.at(statement.then, steps), sequences.at(statement.given)
    hypotheses = [*conjuncts(still), *conjuncts(sequences.at(statement.moving, steps))]
    parts = [*(part for condition in supposed for part in conjuncts(condition)), *sequences.facts]
    parts = [*hypotheses, *parts]
    parts += _tangents(sympy.And(*parts, then, evaluate=False))
    as_stated = [part for part in hypotheses if not part.atoms(sympy.Dummy)]
    bounds = sympy.And(*as_stated, sympy.Ge(sequences.number, 0))
    known = (known_where_defined(part, bounds) for part in parts if part not in as_stated)
    given = sympy.And(*dict.fromkeys([*as_stated, *known]))
    real = {
        symbol: supposing(symbol, real=True) for symbol in statement.others if symbol.is_integer
    }
    variables = (*statement.others, sequences.number, *sequences.values.values())
    made = for_all(
        tuple(real.get(each, each) for each in variables), given.xreplace(real), then.xreplace(real)
    )
    return _for_a_number_like_e(made) if sequences.powers.moving else made


def _for_a_number_like_e(statement: ForAll) -> ForAll:
    """The statement for any number between two that are next to e, which is none of a solver's;
    it says more.
    """
    e = sympy.Dummy("e", real=True)
    whole = {
        power: e**power.exp
        for part in (statement.given, statement.then)
        for power in part.atoms(sympy.exp)
        if power.exp.is_Integer
    }
    known = {sympy.E: e, **whole}
    given = sympy.And(
        statement.given.xreplace(known),
        sympy.Gt(e, sympy.Rational(2718, 1000)),
        sympy.Lt(e, sympy.Rational(2719, 1000)),
    )
    return for_all((*statement.variables, e), given, statement.then.xreplace(known))


def _tangents(condition: Condition) -> list[Condition]:
    """e^u >= 1 + u for exponentials in a step, log u - log v <= u/v - 1 for its logarithms: of
    numbers that follow each other, which are never equal.
    """
    exponentials = sorted(condition.atoms(sympy.exp), key=sympy.default_sort_key)
    found = [
        sympy.Ge(exponential, 1 + exponential.exp, evaluate=False) for exponential in exponentials
    ]
    insides = sorted(
        {logarithm.args[0] for logarithm in condition.atoms(sympy.log)}, key=sympy.default_sort_key
    )
    for u, v in combinations(insides, 2):
        both = sympy.And(sympy.Gt(u, 0), sympy.Gt(v, 0))
        below = sympy.Lt if sympy.expand(u - v).is_nonzero else sympy.Le
        for one, other in ((u, v), (v, u)):
            tangent = below(sympy.log(one) - sympy.log(other), one / other - 1, evaluate=False)
            found.append(sympy.Implies(both, tangent))
    return found

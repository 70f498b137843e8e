"""What is supposed of means, and the opposite of what is concluded, as functions of outcomes of
which the means are at most zero: where one is at least zero, it is zero almost surely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import sympy
from sympy.core.relational import Relational, _Inequality

from probatum.lowering.analysis.null_sets import ANALYTIC
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.jensen import SMOOTH, intervals, is_smooth_in, kinks_bend_upward
from probatum.lowering.chance.outcomes import outcome
from probatum.lowering.chance.pointwise import Means, is_interval
from probatum.lowering.chance.random_variables import needs_of, of_moments, supports
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Symbol

SURELY = Theorem(
    "what is at least zero, and on average at most zero, is zero almost surely",
    "Billingsley, Probability and Measure, 3rd ed., theorem 15.2",
    exact=True,
)
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)
MOST = 4  # ways in which a conclusion fails
SMOOTH_HERE = (*SMOOTH, *ANALYTIC)


@dataclass(frozen=True, slots=True)
class Fact:
    """A function of outcomes of which the mean is at most zero, or below it."""

    function: Expression
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Opposite:
    """What holds of an outcome, and of means, where a conclusion fails.

    values: the means, as numbers; needed: what has to have a value for the conclusion to have one.
    """

    values: Means
    conditions: tuple[Condition, ...]
    facts: tuple[Fact, ...]
    needed: ForAll

    def of_outcomes(self, more: tuple[Condition, ...], then: Condition) -> ForAll:
        """What it is to be shown for every outcome that is left."""
        return _of_all(self.values, (*self.conditions, *more), then)

    def connected(self, more: tuple[Condition, ...], then: Condition) -> ForAll:
        """The same of what speaks of the same numbers alone."""
        return self.values.stated([*self.conditions, *more], then)

    def bends(self, function: Expression) -> Iterator[tuple[Condition, Condition]]:
        """That an outcome is the mean, where a function that touches zero at the mean is zero, and
        what is to be shown for that: it bends upward all over the interval in which outcomes lie,
        without a jump or a kink that bends downward.
        """
        for variable in self.values.variables:
            number, mean = outcome(variable), self.values.moments.needed.get(((variable, 1),))
            supposed = [part for part in self.values.moments.supposed if part.has(variable)]
            if mean is None or not all(is_interval(part, variable) for part in supposed):
                continue
            if not self._is_connected(function, number):
                continue
            slope = sympy.diff(function, number)
            at_mean = (
                sympy.expand_mul(each.xreplace({number: mean})) for each in (function, slope)
            )
            if all(each == 0 for each in at_mean):
                bend = sympy.Gt(sympy.diff(slope, number), 0, evaluate=False)
                yield sympy.Eq(number, mean), bend

    def _is_connected(self, function: Expression, number: Symbol) -> bool:
        """Whether its second derivative tells how it bends: of pieces that do not fit together it
        says nothing.
        """
        supposed = self.values.moments.supposed
        return is_smooth_in(function, (number,), SMOOTH_HERE) and any(
            kinks_bend_upward(function, {number: values}) for values in intervals(number, supposed)
        )


def opposites(statement: ForAll) -> Iterator[Opposite | None]:
    """One for each way in which a conclusion fails, all of which are to be shown impossible; None
    for what is no function of one outcome.
    """
    ways = list(_failing(statement.then))
    if not ways or len(ways) > MOST:
        yield None
        return
    for way in ways:
        yield _supposed(statement, way)


def _failing(then: Condition) -> Iterator[tuple[Relational, ...]]:
    """Relations that hold together where a condition does not."""
    if isinstance(then, sympy.And):
        for part in conjuncts(then):
            yield from _failing(part)
    elif isinstance(then, sympy.Or):
        for chosen in product(*map(list, map(_failing, then.args))):
            yield tuple(one for part in chosen for one in part)
    elif isinstance(then, sympy.Implies):
        supposed, concluded = then.args
        yield from _failing(sympy.Or(sympy.Not(supposed), concluded))
    elif isinstance(then, sympy.Equivalent):
        one, other = then.args
        yield from _failing(sympy.Or(sympy.Not(one), other))
        yield from _failing(sympy.Or(one, sympy.Not(other)))
    elif isinstance(then, sympy.Equality):
        for kind in (sympy.Lt, sympy.Gt):
            yield (kind(*then.args, evaluate=False),)
    elif isinstance(then, Relational):
        yield (then.negated,)
    else:
        yield ()  # nothing is supposed of what is no relation


def _supposed(statement: ForAll, way: tuple[Relational, ...]) -> Opposite | None:
    moments = Moments(supports(statement), with_known=False)
    given = [moments.lowered(part) for part in of_moments(statement)]
    then = moments.lowered(statement.then)
    opposite = [moments.lowered(part) for part in way]
    moments.with_spreads(statement)
    supposed = moments.beside_means(moments.supposed)
    values = Means(moments, statement)
    if len(values.symbols) < len(moments.needed) + len(moments.equations):
        return None
    here = (*given, *needs_of(statement), *values.conditions(supposed))
    relations = [part for part in (*opposite, *given) if isinstance(part, Relational)]
    own = (
        Fact(sign * (function - mean))
        for mean, function in values.symbols.items()
        for sign in (1, -1)
    )
    facts = [fact for relation in relations for fact in _facts(values, relation)]
    functions = (sympy.Ge(each, 0, evaluate=False) for each in values.symbols.values())
    return Opposite(
        values,
        (*opposite, *here),
        tuple(dict.fromkeys((*facts, *own))),
        _of_all(values, here, sympy.And(then, *functions, evaluate=False)),
    )


def _facts(values: Means, relation: Relational) -> Iterator[Fact]:
    """A relation between means as one of a function of outcomes: its tangent plane at the means, of
    which it is the mean.
    """
    if isinstance(relation, _Inequality):
        forms = [relation.lts - relation.gts]
    elif isinstance(relation, sympy.Equality):
        forms = [relation.lhs - relation.rhs, relation.rhs - relation.lhs]
    else:
        return
    for form in forms:
        in_means = values.in_means(sympy.expand_mul(form))
        if in_means.free_symbols & set(values.symbols):
            plane = sympy.expand_mul(values.tangent(in_means))
            yield Fact(plane, isinstance(relation, STRICT))


def _of_all(values: Means, given: tuple[Condition, ...], then: Condition) -> ForAll:
    known = {symbol: value for symbol, value in values.known.items() if symbol in values.symbols}
    parts = [part.xreplace(known) for part in (*given, then)]
    symbols = {symbol for part in parts for symbol in part.free_symbols}
    return for_all(tuple(sorted(symbols, key=str)), sympy.And(*parts[:-1]), parts[-1])

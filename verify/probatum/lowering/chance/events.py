"""Moments of a random variable beside the indicator of an event that it decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import sympy
from sympy.core.relational import _Inequality

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.mean_distances import of_distances
from probatum.lowering.chance.outcomes import Feature, in_outcomes, outcome
from probatum.lowering.chance.products import is_indicator
from probatum.lowering.chance.sums import Powers
from probatum.lowering.problem import minors
from probatum.lowering.theorem import Theorem
from probatum.type_names import Condition, Expression, Symbol

EVENTS = Theorem(
    "means over an event and over its complement",
    "Billingsley, Probability and Measure, 3rd ed., sections 16 and 21",
    exact=False,
)
MOST_ROWS = 4  # of which all minors are asked


def beside_events(moments: Moments) -> Iterator[Expression]:
    """What is at least zero of the moments of variables beside indicators of events: means of
    what is at least zero where an event occurs or does not, and minors of the matrix of moments.
    """
    events = [
        generator
        for key in moments.needed
        for generator, _ in key
        if isinstance(generator, Feature) and _is_event(generator)
    ]
    yield from of_distances(dict(moments.needed))
    for event in dict.fromkeys(events):
        yield from _of_event(moments, event)
    variables = dict.fromkeys(v for event in events for v in event.variables)
    rows: list[Powers] = [{}, *({v: 1} for v in variables if _is_known(moments, v, 2))]
    rows += [{event: 1} for event in dict.fromkeys(events)]
    if 2 < len(rows) <= MOST_ROWS:

        def entry(i: int, j: int) -> Expression:
            powers = dict(Counter(rows[i]) + Counter(rows[j]))
            return moments.moment(powers) if powers else sympy.Integer(1)

        yield from minors(sympy.Matrix(len(rows), len(rows), entry), None)


def _is_event(feature: Feature) -> bool:
    """Whether it is 1 where one condition is met, and 0 elsewhere; of copies nothing is said."""
    if feature.given is not None or "of" in feature.known or not is_indicator(feature.of):
        return False
    return [value for value, _ in feature.of.args] == [1, 0]


def _of_event(moments: Moments, event: Feature) -> Iterator[Expression]:
    back = {outcome(variable): variable for variable in event.variables}
    (_, occurs), *_ = event.of.args
    if isinstance(occurs, sympy.Equality):
        apart = occurs.lhs - occurs.rhs  # which is zero where the event occurs
        if _has_mean(moments, apart, back):
            mean = moments.mean(sympy.expand(apart.xreplace(back) * event))
            yield from (mean, -mean)
    for part, sign in ((occurs, 1), *((in_outcomes(part), 0) for part in moments.supposed)):
        if not isinstance(part, _Inequality):
            continue
        above = _above(part)
        if not _has_mean(moments, above, back):
            continue
        squares = [
            power.xreplace(back)
            for power in above.atoms(sympy.Pow)
            if power.exp == 2 and power.free_symbols & set(back)
        ]
        above = above.xreplace(back)
        for square in squares:
            yield moments.mean(sympy.expand(square * event))
            yield moments.mean(sympy.expand(square * (1 - event)))
        yield moments.mean(sympy.expand(above * event))
        yield moments.mean(sympy.expand((above if sign == 0 else -above) * (1 - event)))


def _above(part: Condition) -> Expression:
    """What is at least zero exactly where a condition is met, with squares in place of amounts."""
    if isinstance(part.gts, sympy.Abs):
        return part.gts.args[0] ** 2 - part.lts * sympy.Abs(part.lts)
    if isinstance(part.lts, sympy.Abs):
        return part.gts * sympy.Abs(part.gts) - part.lts.args[0] ** 2
    return part.gts - part.lts


def _has_mean(moments: Moments, above: Expression, back: dict[Symbol, Symbol]) -> bool:
    """Whether it is a polynomial in variables of which the means that it needs are spoken of."""
    within = above.free_symbols & set(back)
    if not within or not above.is_polynomial(*within):
        return False
    degree = sympy.Poly(above, *within).total_degree()
    return degree <= 2 and all(_is_known(moments, back[number], degree) for number in within)


def _is_known(moments: Moments, variable: Symbol, power: int) -> bool:
    """Whether a statement speaks of that moment, so that there is one."""
    names = ("mean", "bernoulli", "variance")[power - 1 :]
    return bool(set(names) & set(variable.known)) or any(
        any(generator == variable and at_least >= power for generator, at_least in key)
        for key in moments.needed
        if len(key) == 1
    )

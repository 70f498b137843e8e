"""The mean distance from a point is convex in that point: its slope is how much more likely values
below it are than values above it (Boyd, Vandenberghe, Convex Optimization, section 3.1.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import sympy

from probatum.lowering.chance.outcomes import Feature, outcome
from probatum.lowering.chance.products import Exponents
from probatum.type_names import Expression, Symbol


def of_distances(spoken: Mapping[Exponents, Symbol]) -> Iterator[Expression]:
    """What is at least zero of mean distances that are spoken of, beside the probability that a
    variable is at most, or at least, one of the points.

    |x - b| - |x - a| is at least (b - a) (2 [x <= a] - 1), and at least (b - a) (1 - 2 [x >= a]),
    at each outcome x.
    """
    alone = {key[0][0]: mean for key, mean in spoken.items() if len(key) == 1 and key[0][1] == 1}
    features = {each: mean for each, mean in alone.items() if _is_of_one(each)}
    for event, chance in features.items():
        number = outcome(event.variables[0])
        found = _compared(event.of, number)
        if found is None:
            continue
        point, sign = found
        distances = {
            centre: mean
            for each, mean in features.items()
            if each.variables == event.variables
            for centre in _centre(each.of, number)
        }
        for other, mean in distances.items():
            if point in distances and other != point:
                slope = sign * (2 * chance - 1)
                yield mean - distances[point] - (other - point) * slope


def _is_of_one(generator: Expression) -> bool:
    """Whether it is a function of one variable, of which there are no copies."""
    if not isinstance(generator, Feature) or generator.given is not None:
        return False
    return len(generator.variables) == 1 and "of" not in generator.known


def _compared(function: Expression, number: Symbol) -> tuple[Expression, int] | None:
    """The point that an outcome is at most, then 1, or at least, then -1, where this is 1."""
    if not isinstance(function, sympy.Piecewise) or len(function.args) != 2:
        return None
    (value, occurs), (beyond, _) = function.args
    if (value, beyond) != (1, 0) or not isinstance(occurs, (sympy.Ge, sympy.Le)):
        return None
    point = sympy.expand(occurs.lts - occurs.gts + number)
    if not point.has(number):
        return point, -1  # x - a is at least zero
    point = sympy.expand(occurs.gts - occurs.lts + number)
    return None if point.has(number) else (point, 1)


def _centre(function: Expression, number: Symbol) -> Iterator[Expression]:
    """The point that a function of an outcome is the distance from."""
    if isinstance(function, sympy.Abs):
        for sign in (1, -1):
            centre = sympy.expand(number - sign * function.args[0])
            if not centre.has(number):
                yield centre

"""The mean of a convex function is at least the function of the mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import sympy
from sympy.core.relational import _Inequality

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, in_outcomes, outcome
from probatum.lowering.chance.products import known_moment
from probatum.lowering.theorem import Theorem
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Condition, Expression, Point, Symbol

JENSEN = Theorem(
    "the mean of a convex function is at least the function of the mean",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=False,
)
SMOOTH = (sympy.exp, sympy.log)  # functions that are so wherever they are defined


def of_convex(moments: Moments) -> Iterator[Expression]:
    """What is at least zero of means of convex functions, and of concave ones, of one variable
    whose mean is spoken of.
    """
    for key, symbol in tuple(moments.needed.items()):
        (function, _), *others = key
        if others or not is_smooth(function):
            continue
        (variable,) = function.variables
        mean = mean_of(variable, moments)
        if mean is None:
            continue
        number = outcome(variable)
        sign = curvature(function.of, number, intervals(number, moments.supposed))
        at_mean = function.of.xreplace({number: mean})
        if sign:
            yield sign * (symbol - at_mean)


def mean_of(variable: Symbol, moments: Moments) -> Expression | None:
    """The mean of a variable, where it is known or spoken of."""
    if known_moment(variable, 1) is None and ((variable, 1),) not in moments.needed:
        return None
    return moments.moment({variable: 1})


def is_smooth(function: Expression) -> bool:
    """Whether it is a function of one variable that has derivatives wherever it is defined."""
    if not isinstance(function, Feature) or function.given is not None:
        return False
    if len(function.variables) != 1:
        return False
    return is_smooth_in(function.of, (outcome(function.variables[0]),))


def is_smooth_in(
    function: Expression, numbers: Sequence[Symbol], smooth: tuple[type, ...] = SMOOTH
) -> bool:
    """The same of a function of numbers, made of such functions."""
    parts = (part for part in sympy.preorder_traversal(function) if part.has(*numbers))
    return all(
        part in numbers
        or isinstance(part, (sympy.Add, sympy.Mul, *smooth))
        or (part.is_Pow and not part.exp.has(*numbers))
        for part in parts
    )


def curvature(function: Expression, number: Symbol, intervals: Iterable[Expression]) -> int:
    """1 where a function is convex on one of these intervals of all values, -1 where it is concave,
    else 0.
    """
    function = function.xreplace(dict(_divisors(function, number)))
    bent = sympy.diff(function, number, 2)
    for values in intervals:
        at = {number: values}
        if defined(function.xreplace(at)) == sympy.true:
            there = sympy.factor(bent.xreplace(at))
            if there.is_nonnegative and kinks_bend_upward(function, at):
                return 1
            if there.is_nonpositive and kinks_bend_upward(-function, at):
                return -1
    return 0


def kinks_bend_upward(function: Expression, at: Point) -> bool:
    """Whether a function has no kinks at these numbers, or where it has one, it bends upward there:
    a power has its least values where its base is zero, and a sum of such powers with it. Of kinks
    the second derivative says nothing.
    """
    return all(_kinks_bend_upward(term, at) for term in sympy.Add.make_args(function))


def _kinks_bend_upward(term: Expression, at: Point) -> bool:
    share, rest = term.as_independent(*at, as_Add=False)
    is_least = rest.is_Pow and rest.exp.is_positive and share.is_nonnegative
    inside = rest.base if is_least else rest
    powers = (power.xreplace(at) for power in inside.atoms(sympy.Pow) if power.has(*at))
    return not any(
        power.is_Pow and not (power.exp.is_integer or power.base.is_positive) for power in powers
    )


def _divisors(function: Expression, number: Symbol) -> Iterator[tuple[Symbol, Symbol]]:
    """Parameters that are not zero, as what is averaged is defined."""
    for power in function.atoms(sympy.Pow):
        if power.exp.is_negative and power.base.is_Symbol and power.base != number:
            yield power.base, sympy.Dummy(power.base.name, real=True, zero=False)


def intervals(number: Symbol, supposed: tuple[Condition, ...]) -> Iterator[Expression]:
    """All real numbers, then those on one side of a bound."""
    yield sympy.Dummy("value", real=True)
    for part in supposed:
        if len(part.atoms(RandomVariable)) == 1 and isinstance(part, _Inequality):
            here = in_outcomes(part)
            difference = sympy.expand(here.gts - here.lts)
            if difference.is_polynomial(number) and sympy.degree(difference, number) == 1:
                slope = difference.coeff(number, 1)
                bound = -difference.coeff(number, 0) / slope
                if slope.is_positive or slope.is_negative:
                    yield beyond(bound, int(sympy.sign(slope)))


def beyond(bound: Expression, sign: int) -> Expression:
    """The numbers above a bound, or below it."""
    return bound + sign * sympy.Dummy("beyond", positive=True)

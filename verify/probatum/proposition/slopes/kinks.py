"""Where an expression bends or jumps, and what it is on either side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import sympy

from probatum.type_names import Expression, Point, Symbol

BENT = (sympy.Abs, sympy.sign, sympy.Heaviside)
RELATIONS = (sympy.Gt, sympy.Ge, sympy.Lt, sympy.Le, sympy.Eq, sympy.Ne)
MOST_KINKS = 3  # each makes two cases of one


@dataclass(frozen=True, slots=True)
class Kink:
    """What an expression is where something is above zero, where it is below, and at zero.

    slope: how steeply that moves; jumps: whether the expression may be apart there.
    """

    inside: Expression
    above: Expression
    below: Expression
    at: Expression
    slope: Expression
    jumps: bool

    @property
    def is_crossed(self) -> bool:
        """Whether one side is above zero and the other below, whatever the parameters are."""
        return bool(self.slope.is_number and self.slope.is_nonzero)


def without_extremes(expression: Expression) -> Expression:
    """Maxima and minima as absolute values, which the rules know how to derive."""
    return expression.replace(lambda part: isinstance(part, (sympy.Max, sympy.Min)), _by_distance)


def _by_distance(extreme: Expression) -> Expression:
    sign = 1 if isinstance(extreme, sympy.Max) else -1
    found, *others = extreme.args
    for other in others:
        found = (found + other + sign * sympy.Abs(found - other)) / 2
    return found


def bends(expression: Expression, variable: Symbol) -> Iterator[Expression]:
    """What bends or jumps, each after what stands in it."""
    found = expression.atoms(*BENT, *RELATIONS)
    yield from sorted((kink for kink in found if kink.has(variable)), key=_size)


def is_stepped(expression: Expression, variable: Symbol) -> bool:
    """Whether it may have a value at a point that it has on neither side."""
    steps = expression.atoms(sympy.sign, sympy.Heaviside, sympy.Eq, sympy.Ne)
    return any(step.has(variable) for step in steps)


def _size(kink: Expression) -> tuple[int, str]:
    return int(kink.count_ops(visual=False)), sympy.srepr(kink)


def first_kink(expression: Expression, variable: Symbol) -> Kink | None:
    """The expression on either side of its first kink, with all that bends there; None where it has
    none.
    """
    found = [*bends(expression, variable)]
    if not found:
        return None
    inside = _normal(_inside(found[0]), variable)
    sides: tuple[Point, ...] = ({}, {}, {})
    for each in found:
        way = _way(_normal(_inside(each), variable), inside)
        if way is not None:
            values = _values(each, -way if _slope(_inside(each), variable).is_negative else way)
            for side, value in zip(sides, values, strict=True):
                side[each] = value
    above, below, at = (expression.xreplace(side) for side in sides)
    jumps = not all(isinstance(each, sympy.Abs) for each in sides[0])
    return Kink(inside, above, below, at, inside.diff(variable), jumps)


def _inside(bend: Expression) -> Expression:
    return bend.args[0] if isinstance(bend, BENT) else bend.lhs - bend.rhs


def _normal(inside: Expression, variable: Symbol) -> Expression:
    """The same, where it moves steadily, as the variable less a number."""
    slope = _slope(inside, variable)
    return sympy.expand(inside / slope) if slope else inside


def _slope(inside: Expression, variable: Symbol) -> Expression:
    """How steeply it moves where that is one number; else zero."""
    slope = sympy.expand(inside).diff(variable)
    return slope if slope.is_number and slope.is_nonzero else sympy.Integer(0)


def _way(one: Expression, other: Expression) -> int | None:
    if sympy.expand(one - other) == 0:
        return 1
    return -1 if sympy.expand(one + other) == 0 else None


def _values(bend: Expression, way: int) -> tuple[Expression, Expression, Expression]:
    """What it is on the side that is above, below, and between."""
    inside = _inside(bend)
    if isinstance(bend, sympy.Abs):
        return way * inside, -way * inside, sympy.Integer(0)
    if isinstance(bend, sympy.sign):
        return sympy.Integer(way), sympy.Integer(-way), sympy.Integer(0)
    if isinstance(bend, sympy.Heaviside):
        above, below = sympy.Integer(way > 0), sympy.Integer(way < 0)
        return above, below, bend.args[1]
    above, below, at = (bool(bend.func(sympy.Integer(side), 0)) for side in (way, -way, 0))
    return sympy.sympify(above), sympy.sympify(below), sympy.sympify(at)


def derived_by_sides(expression: Expression, variables: tuple[Symbol, ...]) -> Expression | None:
    """The derivative on either side of each kink, right wherever there is one; None where there are
    too many kinks, or others than these.
    """
    found: Expression | None = without_extremes(expression)
    for variable, same in groupby(variables):
        found = None if found is None else _derived(found, variable, len([*same]), MOST_KINKS)
    return found


def _derived(expression: Expression, variable: Symbol, times: int, most: int) -> Expression | None:
    kink = first_kink(expression, variable)
    if kink is None:
        plain = sympy.diff(expression, variable, times)
        return None if plain.has(sympy.DiracDelta, sympy.Derivative, sympy.nan) else plain
    if most == 0:
        return None
    sides = [_derived(side, variable, times, most - 1) for side in (kink.above, kink.below)]
    if None in sides:
        return None
    return sympy.Piecewise((sides[0], sympy.Ge(kink.inside, 0)), (sides[1], True))

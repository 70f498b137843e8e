"""Where an expression with kinks or cases has a derivative, told by the expressions on either side
of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.proposition.binders import BINDERS
from probatum.proposition.derivative import differentiable
from probatum.proposition.smoothness import KINKS, is_smooth
from probatum.type_names import Condition, Expression, Symbol

MOST_KINKS = 3  # each makes two cases of one
ORDERS = (sympy.Gt, sympy.Ge, sympy.Lt, sympy.Le)


@dataclass(frozen=True, slots=True)
class Told:
    """Where an expression surely has a derivative, and where it may have one."""

    sure: Condition
    possible: Condition


def by_sides(expression: Expression, variable: Symbol) -> Told | None:
    """Where a defined real expression has a derivative; None where it has no kinks, or others than
    these.

    At a kink of |u| the expression is what it is with u in one half of a neighbourhood, and what
    it is with -u in the other: where both have a derivative, these must be the same. So it is of
    the larger of two, and of two cases, whose values must be the same there, too.
    """
    if any(construct.has(*KINKS, Relational) for construct in expression.atoms(*BINDERS)):
        return None  # a kink that moves with what is bound is no kink of the whole
    if next(_kinks(expression, variable), None) is None:
        return None
    return _by_sides(without_extremes(expression), variable, MOST_KINKS)


def without_extremes(expression: Expression) -> Expression:
    """Maxima and minima as absolute values, which the rules know how to derive."""
    return expression.replace(lambda part: isinstance(part, (sympy.Max, sympy.Min)), _by_distance)


def _by_distance(extreme: Expression) -> Expression:
    sign = 1 if isinstance(extreme, sympy.Max) else -1
    found, *others = extreme.args
    for other in others:
        found = (found + other + sign * sympy.Abs(found - other)) / 2
    return found


def _kinks(expression: Expression, variable: Symbol) -> Iterator[Expression]:
    """What bends or jumps, each after what stands in it."""
    found = expression.atoms(*KINKS, Relational)
    yield from sorted((kink for kink in found if kink.has(variable)), key=_size)


def _size(kink: Expression) -> tuple[int, str]:
    return int(kink.count_ops(visual=False)), sympy.srepr(kink)


def _around(kink: Expression) -> tuple[Expression, Expression, Expression] | None:
    """u, and what the kink is where u > 0 and where u < 0."""
    if isinstance(kink, sympy.Abs):
        return kink.args[0], kink.args[0], -kink.args[0]
    if isinstance(kink, ORDERS):
        above = isinstance(kink, (sympy.Gt, sympy.Ge))
        return kink.lhs - kink.rhs, sympy.sympify(above), sympy.sympify(not above)
    return None


def _by_sides(expression: Expression, variable: Symbol, most: int) -> Told | None:
    kink = next(_kinks(expression, variable), None)
    if kink is None:
        condition = differentiable(expression, variable)
        if condition is None:
            return None
        return Told(condition, sympy.true)
    around = _around(kink)
    if around is None or most == 0 or not is_smooth(around[0], variable):
        return None
    inside, *values = around
    sides = [expression.xreplace({kink: value}) for value in values]
    jumps = isinstance(kink, Relational)
    if jumps and not all(_is_whole(side, variable) for side in sides):
        return None
    found = [told for side in sides if (told := _by_sides(side, variable, most - 1)) is not None]
    if len(found) < len(sides):
        return None
    above, below = found
    meet = [sympy.Eq(*sides)] if jumps else []
    meet.append(sympy.Eq(*(sympy.diff(side, variable) for side in sides)))
    same = sympy.And(*(_at_zero(each, inside, variable) for each in meet))
    sure = sympy.And(
        sympy.Or(sympy.Lt(inside, 0), above.sure),
        sympy.Or(sympy.Gt(inside, 0), below.sure),
        sympy.Or(sympy.Ne(inside, 0), same),
    )
    possible = sympy.And(
        sympy.Or(sympy.Le(inside, 0), above.possible),
        sympy.Or(sympy.Ge(inside, 0), below.possible),
        sympy.Or(sympy.Ne(inside, 0), sympy.Not(above.sure), sympy.Not(below.sure), same),
    )
    return Told(sure, possible)


def _is_whole(side: Expression, variable: Symbol) -> bool:
    """Whether it is defined and smooth everywhere but for its own kinks, so that it may be
    asked about beyond its case.
    """
    plain = dict.fromkeys(side.atoms(*KINKS), variable)
    branches = [side]
    for piecewise in side.atoms(sympy.Piecewise):
        branches = [
            each.xreplace({piecewise: branch}) for each in branches for branch, _ in piecewise.args
        ]
    return all(is_smooth(each.xreplace(plain), variable) for each in branches)


def _at_zero(condition: Condition, inside: Expression, variable: Symbol) -> Condition:
    """The condition at the zero of what is inside, where that is plain to see."""
    slope = sympy.diff(inside, variable)
    if not slope.is_number or slope.is_zero is not False:
        return condition
    return condition.subs(variable, sympy.expand(variable - inside / slope))

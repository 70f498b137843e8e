"""Where an expression with kinks or cases has a derivative, told by the expressions on either side
of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.proposition.binders import BINDERS
from probatum.proposition.slopes.continuity import is_nowhere_zero_around
from probatum.proposition.slopes.derivative import by_the_algebra_system, differentiable
from probatum.proposition.slopes.kinks import BENT, MOST_KINKS, first_kink, without_extremes
from probatum.proposition.slopes.smoothness import KINKS, is_smooth
from probatum.type_names import Condition, Expression, Symbol


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
    the larger of two, of steps and of two cases, whose values must be the same there, too.
    """
    bent = (*KINKS, *BENT, Relational)
    if any(construct.has(*bent) for construct in expression.atoms(*BINDERS)):
        return None  # a kink that moves with what is bound is no kink of the whole
    if not expression.has(*bent):
        return None
    return _by_sides(without_extremes(expression), variable, MOST_KINKS)


def _by_sides(expression: Expression, variable: Symbol, most: int) -> Told | None:
    kink = first_kink(expression, variable)
    if kink is None:
        condition = differentiable(expression, variable)
        if condition is None:
            return None
        return Told(condition, sympy.true)
    if most == 0 or not is_smooth(kink.inside, variable):
        return None
    inside, sides = kink.inside, (kink.above, kink.below)
    if kink.jumps and not all(_is_whole(side, variable) for side in sides):
        return None
    found = [told for side in sides if (told := _by_sides(side, variable, most - 1)) is not None]
    if len(found) < len(sides):
        return None
    above, below = found
    meet = [sympy.Eq(side, kink.at) for side in sides] if kink.jumps else []
    slopes = [by_the_algebra_system(side, variable) for side in sides]
    if any(slope.has(sympy.DiracDelta) for slope in slopes):
        return None
    meet.append(sympy.Eq(*slopes))
    same = sympy.And(*(_at_zero(each, inside, variable) for each in meet))
    one = kink.at in sides or not kink.jumps or is_nowhere_zero_around(inside, variable)
    alone = sympy.true if one else sympy.Ne(kink.slope, 0)
    stays = sympy.false if kink.is_crossed or not kink.jumps else sympy.Eq(kink.slope, 0)
    sure = sympy.And(
        sympy.Or(sympy.Lt(inside, 0), above.sure),
        sympy.Or(sympy.Gt(inside, 0), below.sure),
        sympy.Or(sympy.Ne(inside, 0), sympy.And(same, alone)),
    )
    possible = sympy.And(
        sympy.Or(sympy.Le(inside, 0), above.possible),
        sympy.Or(sympy.Ge(inside, 0), below.possible),
        sympy.Or(sympy.Ne(inside, 0), sympy.Not(above.sure), sympy.Not(below.sure), same, stays),
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

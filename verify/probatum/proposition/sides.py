"""Where an expression with absolute values has a derivative, told by the expressions on either
side of their kinks.
"""

from __future__ import annotations

import sympy

from probatum.proposition.binders import BINDERS
from probatum.proposition.derivative import differentiable
from probatum.proposition.smoothness import KINKS, is_smooth
from probatum.type_names import Condition, Expression, Symbol

MOST_KINKS = 3  # each makes two cases of one


def by_sides(expression: Expression, variable: Symbol) -> tuple[Condition, bool] | None:
    """A condition under which a defined real expression has a derivative, and whether it is
    necessary as well; None where it has no kinks of absolute values, or others.

    At a kink of |u| the expression is what it is with u in one half of a neighbourhood, and what
    it is with -u in the other: where both have a derivative, these must be the same.
    """
    kinks = {part for part in expression.atoms(*KINKS) if part.has(variable)}
    if any(construct.has(*KINKS) for construct in expression.atoms(*BINDERS)):
        return None  # a kink that moves with what is bound is no kink of the whole
    if not kinks or len(kinks) > MOST_KINKS or any(_is_other(kink, variable) for kink in kinks):
        return None
    return _by_sides(expression, sorted(kinks, key=sympy.default_sort_key), variable)


def _is_other(kink: Expression, variable: Symbol) -> bool:
    return not isinstance(kink, sympy.Abs) or not is_smooth(kink.args[0], variable)


def _by_sides(
    expression: Expression, kinks: list[Expression], variable: Symbol
) -> tuple[Condition, bool] | None:
    if not kinks:
        condition = differentiable(expression, variable)
        return None if condition is None else (condition, condition == sympy.true)
    (kink, *others) = kinks
    inside = kink.args[0]
    sides = [expression.xreplace({kink: inside}), expression.xreplace({kink: -inside})]
    found = [told for side in sides if (told := _by_sides(side, others, variable)) is not None]
    if len(found) < len(sides):
        return None
    (above, above_needed), (below, below_needed) = found
    same = _at_zero(sympy.Eq(*(sympy.diff(side, variable) for side in sides)), inside, variable)
    condition = sympy.And(
        sympy.Or(sympy.Lt(inside, 0), above),
        sympy.Or(sympy.Gt(inside, 0), below),
        sympy.Or(sympy.Ne(inside, 0), same),
    )
    return condition, above_needed and below_needed


def _at_zero(condition: Condition, inside: Expression, variable: Symbol) -> Condition:
    """The condition at the zero of what is inside, where that is plain to see."""
    slope = sympy.diff(inside, variable)
    if not slope.is_number or slope.is_zero is not False:
        return condition
    return condition.subs(variable, sympy.expand(variable - inside / slope))

"""A point lies in a closed convex set exactly if it is its own projection (Bauschke, Combettes,
Convex Analysis and Monotone Operator Theory, 2nd ed., section 3.2).
"""

from __future__ import annotations

import sympy

from probatum.proposition.parts import Stated, conjuncts, with_parts
from probatum.proposition.subjects.functions import Member, projection
from probatum.proposition.subjects.products import norm
from probatum.type_names import Condition, Statement


def with_projections(statement: Statement) -> Statement:
    """The statement with distances from projections in place of memberships, but for those that are
    supposed.
    """
    then = getattr(statement, "then", None)
    if then is None:
        return statement
    if isinstance(then, Stated):
        return with_parts(statement, then=with_projections(then))
    supposed = conjuncts(statement.given)
    given = (part if isinstance(part, Member) else _projected(part) for part in supposed)
    return with_parts(statement, given=sympy.And(*given), then=_projected(then))


def _projected(part: Condition) -> Condition:
    if isinstance(part, Member):
        convex_set, point = part.args
        return sympy.Eq(norm(point - projection(convex_set, point)) ** 2, 0, evaluate=False)
    if isinstance(part, sympy.logic.boolalg.BooleanFunction):
        return part.func(*map(_projected, part.args), evaluate=False)
    return part

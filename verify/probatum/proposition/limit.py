"""A limit as authors write it: from both sides unless they say from which."""

from __future__ import annotations

import sympy

from probatum.errors import DefinitionError
from probatum.type_names import Authored, Expression

__all__ = ("Limit",)

SIDES = {"both": "+-", "above": "+", "below": "-"}


def Limit(  # noqa: N802 -- as SymPy's, in whose place it stands
    expression: Authored, variable: sympy.Symbol, point: Authored, side: str = "both"
) -> Expression:
    """The limit of an expression for a variable to a point: from `both` sides,
    from `above` or from `below`.

    In a module of claims SymPy's own `Limit` is this one; elsewhere it is one from above unless its
    direction says otherwise. Its signs `+-`, `+` and `-` are understood here.
    Raises DefinitionError for another side, and for a point that hangs on the variable.
    """
    direction = SIDES.get(side, side)
    if direction not in SIDES.values():
        raise DefinitionError(
            f"Limit: got side={side!r}, wanted one of {', '.join(map(repr, SIDES))}"
        )
    if variable in getattr(point, "free_symbols", ()):
        raise DefinitionError(
            f"Limit: got the point {point} for {variable}, which has no value outside of it, "
            f"wanted another name for one of them, such as Limit(f(t), t, {point})"
        )
    return sympy.Limit(expression, variable, point, direction)

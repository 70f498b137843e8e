"""A limit as authors write it: from both sides unless they say from which."""

from __future__ import annotations

import inspect

import sympy
from sympy.core.function import FunctionClass

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
    Raises DefinitionError for another side, for a point that hangs on the variable, and for a
    function that is of nothing.
    """
    for each in (expression, point):
        if inspect.isroutine(each) or isinstance(each, FunctionClass):
            name = each.__name__
            euler = "exp(1), Euler's number" if name == "E" else f"what it is of, such as {name}(t)"
            raise DefinitionError(f"Limit: got the function {name}, wanted {euler}")
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

"""What rounding makes of an expression: the same number between two steps."""

from __future__ import annotations

import sympy

from probatum.type_names import Expression, Point, Symbol

ROUNDED = (sympy.floor, sympy.ceiling, sympy.frac)


def is_rounded(part: Expression) -> bool:
    """Whether it is a whole part, what is left beside one, or a remainder of a division by a
    number.
    """
    if isinstance(part, sympy.Mod):
        return bool(part.args[1].is_number and part.args[1].is_nonzero)
    return isinstance(part, ROUNDED)


def step_length(part: Expression) -> Expression:
    """How far what is rounded moves from one step to the next."""
    return part.args[1] if isinstance(part, sympy.Mod) else sympy.Integer(1)


def between_steps(
    expression: Expression, variables: tuple[Symbol, ...]
) -> tuple[Expression, Point]:
    """The expression with a constant for each whole part that the variables move, and what these
    stand for.
    """
    if not expression.has(*ROUNDED, sympy.Mod):
        return expression, {}
    written = expression.replace(is_rounded, _by_whole_parts)
    levels = {
        sympy.Dummy("k", integer=True): part
        for part in sorted(written.atoms(sympy.floor), key=sympy.default_sort_key)
        if part.has(*variables)
    }
    flat = written
    for constant, part in sorted(levels.items(), key=lambda level: -level[1].count_ops()):
        flat = flat.xreplace({part: constant})  # the outermost first
    return flat, {constant: part for constant, part in levels.items() if flat.has(constant)}


def _by_whole_parts(part: Expression) -> Expression:
    inside, *_ = part.args
    match part:
        case sympy.Mod():
            return inside - part.args[1] * sympy.floor(inside / part.args[1])
        case sympy.ceiling():
            return -sympy.floor(-inside)
        case sympy.frac():
            return inside - sympy.floor(inside)
    return part

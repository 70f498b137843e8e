"""What `&`, `|`, `>>`, `^` and `~` do in an author's module: they join conditions and propositions,
and of numbers `^` is not the power that it looks like.
"""

from __future__ import annotations

import operator

import sympy

from probatum.authoring.as_written.conditions import all_kept
from probatum.authoring.as_written.keeping import is_exact, varies
from probatum.authoring.as_written.sympy_errors import attempted
from probatum.errors import DefinitionError
from probatum.proposition.kinds import KINDS
from probatum.proposition.phrases.connective import joined
from probatum.type_names import Authored, Function

CONNECTING: dict[str, Function] = {
    "&": operator.and_, "|": operator.or_, ">>": operator.rshift, "^": operator.xor,
}  # fmt: skip


def conjunction(left: Authored, right: Authored) -> Authored:
    """left & right"""
    return _connected("And", "&", left, right)


def disjunction(left: Authored, right: Authored) -> Authored:
    """left | right"""
    return _connected("Or", "|", left, right)


def implication(left: Authored, right: Authored) -> Authored:
    """left >> right"""
    return _connected("Implies", ">>", left, right)


def exclusive(left: Authored, right: Authored) -> Authored:
    """left ^ right"""
    if _is_count(left) and _is_count(right):
        raise DefinitionError(
            f"got {left} ^ {right}, which is Python's exclusive or, {left ^ right}, wanted the "
            f"power {left}**{right}, or operator.xor({left}, {right})"
        )
    if not (varies(left, right) and is_exact(left) and is_exact(right)):
        return _connected("Xor", "^", left, right)
    power = sympy.Pow(sympy.sympify(left), sympy.sympify(right), evaluate=False)
    raise DefinitionError(f"got ^ of {left} and {right}, wanted the power {power}")


def _is_count(side: object) -> bool:
    return isinstance(side, int) and not isinstance(side, bool)


def _connected(name: str, sign: str, left: Authored, right: Authored) -> Authored:
    if isinstance(left, KINDS) or isinstance(right, KINDS):
        return joined(name, (left, right))
    return all_kept(attempted(sign, CONNECTING[sign], left, right), name, (left, right))


def negation(operand: Authored) -> Authored:
    """~operand"""
    return joined("Not", (operand,)) if isinstance(operand, KINDS) else ~operand

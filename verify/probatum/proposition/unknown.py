"""Conditions that no decider takes: where something is defined is not known."""

from __future__ import annotations

import sympy
from sympy.core.function import AppliedUndef

from probatum.proposition.parts import rewrite
from probatum.type_names import Condition, Expression, Statement


def unknown(expression: Expression) -> Condition:
    """A condition that no decider takes: where the expression is defined is not known."""
    return sympy.Eq(sympy.Function("defined")(expression), 1, evaluate=False)


def taking_unknown(statement: Statement, answer: Condition) -> Statement:
    """The statement with every condition that is not known taken for `answer`, true or false."""
    return rewrite(statement, lambda condition: condition.replace(is_unknown, lambda _: answer))


def is_unknown(condition: Condition) -> bool:
    """Whether it is such a condition."""
    return (
        isinstance(condition, sympy.Equality)
        and isinstance(condition.lhs, AppliedUndef)
        and condition.lhs.func.__name__ == "defined"
    )

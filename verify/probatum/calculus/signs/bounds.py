"""Constant bounds of variables, read off hypotheses."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.proposition.parts import conjuncts
from probatum.type_names import Expression, Number, Statement, Symbol


def bounds(statement: Statement) -> dict[Symbol, tuple[Number, Number]]:
    """Constant bounds of the variables that have a lower and an upper one, read off the hypotheses;
    others are left out.
    """
    lower: dict[Symbol, Expression] = {}
    upper: dict[Symbol, Expression] = {}
    for relation in conjuncts(statement.given):
        if not isinstance(relation, Relational) or not hasattr(relation, "gts"):
            continue
        small, large = relation.lts, relation.gts
        strict = relation.rel_op in ("<", ">")
        if small.is_Rational and large.is_integer:
            small = sympy.floor(small) + 1 if strict else sympy.ceiling(small)
        if large.is_Rational and small.is_integer:
            large = sympy.ceiling(large) - 1 if strict else sympy.floor(large)
        if small.is_Rational and large.is_Symbol:
            lower[large] = max(small, lower.get(large, small))
        if large.is_Rational and small.is_Symbol:
            upper[small] = min(large, upper.get(small, large))
        if large.is_Rational and isinstance(small, sympy.Abs) and small.args[0].is_Symbol:
            lower.setdefault(small.args[0], -large)
            upper.setdefault(small.args[0], large)
    bounded = [
        variable for variable in statement.variables if variable in lower and variable in upper
    ]
    return {
        variable: (lower[variable], max(lower[variable], upper[variable])) for variable in bounded
    }

"""What texts say of numbers that are nearly equal, and of where a value is smallest or largest."""

from __future__ import annotations

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.exact import exact
from probatum.proposition.kinds import All, ForAll
from probatum.proposition.narrowing import hypotheses_of, variables_of
from probatum.proposition.parts import put, unchecked
from probatum.shapes import Authored, Comparison, Expression, Symbol


def close_to(value: Authored, stated: Authored, *, within: Authored) -> Comparison:
    """That a value is at most `within` away from what is stated: close to 3, within "0.1"."""
    size = _tolerance(within, "close_to")
    return _at_most(exact(value, "close_to"), exact(stated, "close_to"), size)


def about(value: Authored, stated: Authored, *, within: Authored) -> Comparison:
    """That a value differs from what is stated by at most a share of it: about 2, within "0.1"."""
    share, given = _tolerance(within, "about"), exact(stated, "about")
    return _at_most(exact(value, "about"), given, share * sympy.Abs(given))


def _at_most(value: Expression, stated: Expression, size: Expression) -> Comparison:
    return sympy.LessThan(sympy.Abs(value - stated), size, evaluate=False)


def _tolerance(within: Authored, where: str) -> Expression:
    size = exact(within, f"{where}: within=")
    if size.is_number and not size.is_nonnegative:
        raise DefinitionError(f"{where}: got within={size}, wanted a tolerance of at least zero")
    return size


def smallest(
    value: Authored,
    over: Authored,
    *,
    at: Authored,
    given: Authored = sympy.true,
    only: bool = True,
) -> All:
    """That a value is smallest over a variable at a place that `given` admits; only: nowhere
    else as small.
    """
    return _best("smallest", sympy.Gt if only else sympy.Ge, value, over, at, given, only)


def largest(
    value: Authored,
    over: Authored,
    *,
    at: Authored,
    given: Authored = sympy.true,
    only: bool = True,
) -> All:
    """That a value is largest over a variable at a place that `given` admits; only: nowhere else
    as large.
    """
    return _best("largest", sympy.Lt if only else sympy.Le, value, over, at, given, only)


def _best(
    where: str,
    relation: type[Comparison],
    value: Authored,
    over: Authored,
    at: Authored,
    given: Authored,
    only: bool,
) -> All:
    (variable,) = _one(over, where)
    place, expression = exact(at, f"{where}: at="), exact(value, where)
    condition = hypotheses_of(given, f"{where}: given=")
    if not expression.has(variable) or place.has(variable):
        raise DefinitionError(
            f"{where}: got {expression} over {variable} at {place}, wanted a value that depends on "
            "the variable, and a place that does not"
        )
    best = put(expression, {variable: place})
    elsewhere = sympy.And(condition, sympy.Ne(variable, place)) if only else condition
    then = relation(expression, best, evaluate=False)
    beaten = ForAll(variable, given=elsewhere, then=then)
    admitted = put(condition, {variable: place})
    if admitted == sympy.true:
        return All(beaten)
    return All(beaten, unchecked(ForAll, variables=(), given=sympy.true, then=admitted))


def _one(over: Authored, where: str) -> tuple[Symbol]:
    variables = variables_of(over, where)
    if len(variables) != 1:
        raise DefinitionError(f"{where}: got the variables {variables}, wanted one")
    return (variables[0],)

"""Renames apart what sums, integrals, products and limits bind:
plain reals and integers with names that no author can give.
"""

from __future__ import annotations

from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.type_names import Expression, Symbol

BINDERS = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Subs)
COUNTING = (sympy.Sum, sympy.Product)
# ends the name of a bound variable, once for each level: `reals` and `integers` split names there
BOUND = " "


def renamed_apart(expression: Expression, where: str) -> Expression:
    """The expression with every bound variable plain and unlike all others;
    two that say the same stay the same.

    Raises DefinitionError where SymPy has used a hidden sign of such a variable that its range does
    not have.
    """
    if not isinstance(expression, sympy.Basic) or not expression.has(*BINDERS):
        return expression
    parts = [renamed_apart(part, where) for part in expression.args]
    # a relation stays as it is built: SymPy would compare integrals by quadrature
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    rebuilt = expression if list(expression.args) == parts else expression.func(*parts, **options)
    return _renamed(rebuilt, where) if isinstance(rebuilt, BINDERS) else rebuilt


def check_derived(expression: Expression) -> None:
    """Refuse a derivative by what is an integer, at which there is none.

    Raises DefinitionError there.
    """
    for part in expression.atoms(sympy.Derivative):
        for variable in part.variables:
            check_continuous(variable)


def check_continuous(variable: Symbol) -> None:
    """Refuse an integer as what is derived by. Raises DefinitionError there."""
    if variable.is_integer:
        raise DefinitionError(
            f"got a derivative by the integer {variable.name.rstrip(BOUND)}, wanted one by a real "
            "number: from one integer to the next there are differences"
        )


def called(expression: Expression) -> str:
    """The expression with the names that its author gave."""
    bound = {symbol for symbol in expression.atoms(sympy.Symbol) if symbol.name.endswith(BOUND)}
    return str(
        expression.xreplace(
            {symbol: sympy.Symbol(symbol.name.rstrip(BOUND), real=True) for symbol in bound}
        )
    )


def _renamed(binder: Expression, where: str) -> Expression:
    depth = 1 + max((_depth(symbol) for symbol in binder.atoms(sympy.Symbol)), default=0)
    if isinstance(binder, sympy.Limit):
        inner, symbol, point, direction = binder.args
        new = _plain(binder, (symbol, point, point), depth, where)
        return sympy.Limit(inner.xreplace({symbol: new}), new, point, str(direction))
    if isinstance(binder, sympy.Subs):
        new = [
            _plain(binder, (symbol, None, None), depth + number, where)
            for number, symbol in enumerate(binder.variables)
        ]
        return sympy.Subs(
            binder.expr.xreplace(dict(zip(binder.variables, new, strict=True))), new, binder.point
        )
    inner = binder.function
    limits: list[Any] = []
    for number, (symbol, *ends) in enumerate(
        binder.limits
    ):  # what is bound further out is seen in the ends further in
        new = _plain(
            binder,
            (symbol, ends[0], ends[-1]) if ends else (symbol, None, None),
            depth + number,
            where,
        )
        inner = inner.xreplace({symbol: new})
        limits = [
            (other, *(end.xreplace({symbol: new}) for end in seen)) for other, *seen in limits
        ]
        limits.append((new, *ends))
    return binder.func(inner, *limits)


def _plain(
    binder: Expression, bound: tuple[Expression, Expression, Expression], depth: int, where: str
) -> Symbol:
    """A symbol of the same name for readers, an integer where the binder counts or a limit is that
    of a sequence.
    """
    symbol, low, _ = bound
    if symbol.name.endswith(BOUND):
        return symbol
    sequence = isinstance(binder, sympy.Limit) and symbol.is_integer and low.is_infinite
    kind = {"integer" if isinstance(binder, COUNTING) or sequence else "real": True}
    _check_hidden(binder, bound, kind, where)
    return sympy.Symbol(symbol.name + BOUND * depth, **kind)


def _depth(symbol: Symbol) -> int:
    return len(symbol.name) - len(symbol.name.rstrip(BOUND))


def _check_hidden(
    binder: Expression,
    bound: tuple[Expression, Expression, Expression],
    kind: dict[str, bool],
    where: str,
) -> None:
    """SymPy simplifies by what it supposes of a symbol as soon as an expression is built;
    that must be true of the range.
    """
    symbol, low, high = bound
    sign = (
        _beside(low, str(binder.args[3]))
        if isinstance(binder, sympy.Limit)
        else _between(low, high, isinstance(binder, COUNTING))
    )
    true = sympy.Symbol("range", **kind, **sign).assumptions0.items()
    hidden = [name for name, value in symbol.assumptions0.items() if (name, value) not in true]
    if hidden:
        supposed = next(
            (name for name in ("positive", "negative", "integer") if symbol.assumptions0.get(name)),
            hidden[0],
        )
        raise DefinitionError(
            f"{where}: got {symbol}, bound by {type(binder).__name__}, "
            f"as a symbol that SymPy supposes {supposed}, "
            "which its range is not; wanted one made by reals(...) or integers(...)"
        )


def _between(low: Expression, high: Expression, counted: bool) -> dict[str, bool]:
    """The sign of all of a range; no integral sees the ends of its own."""
    if low is None:
        return {}
    if counted:
        facts = {
            "positive": low.is_positive,
            "negative": high.is_negative,
            "nonnegative": low.is_zero,
            "nonpositive": high.is_zero,
        }
    else:
        facts = {
            "positive": low.is_extended_nonnegative and high.is_extended_nonnegative,
            "negative": low.is_extended_nonpositive and high.is_extended_nonpositive,
        }
    return next(({name: True} for name, holds in facts.items() if holds), {})


def _beside(point: Expression, direction: str) -> dict[str, bool]:
    """The sign of all that is near enough to a point, on the side from which a limit comes."""
    if point.is_extended_positive or (point.is_zero and direction == "+"):
        return {"positive": True}
    return (
        {"negative": True}
        if point.is_extended_negative or (point.is_zero and direction == "-")
        else {}
    )

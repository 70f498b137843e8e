"""Expressions and conditions as authors write them: what an error tells them to write."""

from __future__ import annotations

from collections.abc import Iterable

import sympy
from sympy.printing.str import StrPrinter

from probatum.type_names import Condition, Expression

OTHERWISE = "what it says, joined by And(...), Or(...), Not(...)"


class _Code(StrPrinter):  # type: ignore[misc]
    """SymPy's plain form, which Python reads as what it shows."""

    def _print_Rational(self, expr: Expression) -> str:  # noqa: N802
        return f"Rational({expr.p}, {expr.q})"

    def _print_And(self, expr: Condition) -> str:  # noqa: N802
        return f"And({self._joined(expr.args)})"

    def _print_Or(self, expr: Condition) -> str:  # noqa: N802
        return f"Or({self._joined(expr.args)})"

    def _joined(self, parts: Iterable[Condition]) -> str:
        return ", ".join(map(self._print, sorted(parts, key=sympy.default_sort_key)))


_CODE = _Code()


def in_code(thing: object) -> str:
    """How a thing is written in an author's module."""
    return str(_CODE.doprint(thing) if isinstance(thing, sympy.Basic) else thing)


def membership(item: Expression, collection: sympy.Set) -> str:
    """The condition that something is in a set of SymPy's, such as `And(0 <= x, x <= 1)`; in words
    where the set does not say it.
    """
    try:
        return in_code(collection.as_relational(item))
    except (AttributeError, NotImplementedError, TypeError, ValueError):
        return OTHERWISE

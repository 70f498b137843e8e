"""What in an expression is about the variables of the statement around it, at their values: neither
what binds one of them, nor where another value is put in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import Relational

from probatum.proposition.written import DERIVATIVE, SUBSTITUTION, Written
from probatum.type_names import Expression, Symbol


@dataclass(frozen=True, slots=True)
class Place:
    """Of which variables the values are others here, and which are varied, as a derivative does."""

    moved: frozenset[Symbol] = frozenset()
    varied: frozenset[Symbol] = frozenset()

    def moving(self, symbols: Iterable[Symbol]) -> Place:
        return replace(self, moved=self.moved | {*symbols})

    def varying(self, symbols: Iterable[Symbol]) -> Place:
        return replace(self, varied=self.varied | {*symbols})

    def holds(self, part: Expression) -> bool:
        """Whether a part that stands here is about the statement's variables."""
        return not (self.moved and part.free_symbols & self.moved)

    def near(self, part: Expression) -> bool:
        """Whether it counts what the part is near the values of its variables as well."""
        return bool(self.varied and part.free_symbols & self.varied)


def changed(
    expression: Expression,
    change: Callable[[Expression, Place], Expression | None],
    place: Place | None = None,
) -> Expression:
    """The expression with `change` applied to what is in place, from the outside in; where that is
    None, to what stands inside. Relations stay as they are built.
    """
    here = place or Place()
    made = change(expression, here) if here.holds(expression) else None
    if made is not None:
        return made
    parts = [changed(part, change, inside) for part, inside in _parts(expression, here)]
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    return expression if parts == [*expression.args] else expression.func(*parts, **options)


def in_place(expression: Expression) -> Iterator[tuple[Expression, Place]]:
    """All that is in place, with where it stands."""
    found: list[tuple[Expression, Place]] = []
    changed(expression, lambda part, place: found.append((part, place)))
    yield from found


def _parts(expression: Expression, here: Place) -> Iterator[tuple[Expression, Place]]:
    """The arguments, with where each stands."""
    written = expression.operation if isinstance(expression, Written) else ""
    arguments = expression.operands if written else expression.args
    first, rest = arguments[:1], arguments[1:]
    inside = beside = here
    if written == SUBSTITUTION:
        inside = here.moving(rest[::2])
    elif written == DERIVATIVE:
        inside = here.varying(rest)
    elif isinstance(expression, sympy.Derivative):
        inside, beside = here.varying(expression.variables), here.moving(expression.variables)
    elif isinstance(expression, sympy.Limit):
        inside = beside = here.moving(rest[:1])
    elif isinstance(expression, (ExprWithLimits, sympy.Subs)):
        inside = beside = here.moving(expression.variables)
    if written:
        yield expression.args[0], here
    yield from ((part, inside) for part in first)
    yield from ((part, beside) for part in rest)

"""Statements about vectors in the plane, by coordinates: a special case of any dimension."""

from __future__ import annotations

from collections.abc import Mapping

import sympy
from sympy.core.relational import Relational

from probatum.lowering.vectors.vector_equations import in_lengths
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.products import Dot, Norm, check, components
from probatum.type_names import Condition, Expression, Symbol, Vector

Axes = Mapping[Symbol, tuple[Expression, ...]]


def axes_in_plane(vectors: list[Symbol]) -> dict[Symbol, tuple[Symbol, Symbol]]:
    """Two coordinates for each vector."""
    first, second = (
        [sympy.Symbol(f"{each.name} {axis}", real=True) for each in vectors] for axis in (1, 2)
    )
    return dict(zip(vectors, zip(first, second, strict=True), strict=True))


def in_the_plane(statement: ForAll, axes: Axes) -> ForAll:
    """The statement with coordinates in place of all vectors.

    Raises DefinitionError where a vector is no vector.
    """
    parts = [in_lengths(part) for part in (statement.given, statement.then)]
    for part in parts:
        check(part)
    given, then = (_lowered(part, axes) for part in parts)
    entries = tuple(entry for each in statement.variables for entry in axes.get(each, (each,)))
    return for_all(entries, given, then)


def _lowered(part: Condition, axes: Axes) -> Condition:
    if isinstance(part, Dot):
        left, right = (_entries(vector, axes) for vector in part.args)
        return sympy.Add(*(one * other for one, other in zip(left, right, strict=True)))
    if isinstance(part, Norm):
        return sympy.sqrt(sympy.Add(*(entry**2 for entry in _entries(part.args[0], axes))))
    if not part.args or isinstance(part, General):
        return part
    options = {"evaluate": False} if isinstance(part, Relational) else {}
    return part.func(*(_lowered(each, axes) for each in part.args), **options)


def _entries(vector: Vector, axes: Axes) -> list[Expression]:
    shares = {base: _lowered(share, axes) for base, share in components(vector).items()}
    return [
        sympy.Add(*(share * axes[base][axis] for base, share in shares.items())) for axis in (0, 1)
    ]

"""Vectors beside random numbers, by coordinates: each statement about k vectors is one about k
vectors of R^k, the first along the first axis, the second in the plane of the first two, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.lowering.every_case import known_by_numbers
from probatum.lowering.theorem import Theorem
from probatum.lowering.vectors.vector_equations import in_lengths
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import General, VectorVariable
from probatum.proposition.subjects.products import Dot, Norm, check, components, norm
from probatum.proposition.subjects.random import Expectation, Noise, RandomVariable
from probatum.type_names import Condition, Expression, Symbol, Vector

COORDINATES = Theorem(
    "k vectors have the inner products of k vectors of a triangular matrix",
    "Horn, Johnson, Matrix Analysis, 2nd ed., section 7.2",
    exact=True,
)
MOST = 4  # vectors
Axes = Mapping[Vector, tuple[Expression, ...]]


@dataclass(frozen=True, slots=True)
class InCoordinates:
    """A statement without vectors, and the coordinates that stand in it for each of them."""

    statement: ForAll
    axes: Axes


def are_beside_chance(statement: ForAll) -> bool:
    """Whether a statement speaks of a few vectors and of random numbers, and of nothing else that
    is no number.
    """
    kinds = [each for each in statement.variables if isinstance(each, General)]
    vectors = vectors_of(statement)
    random_ones = [each for each in kinds if isinstance(each, RandomVariable)]
    alone = len(vectors) + len(random_ones) == len(kinds)
    return alone and bool(random_ones) and 0 < len(vectors) <= MOST


def vectors_of(statement: ForAll) -> list[Vector]:
    """The vectors that are not random."""
    return [
        each
        for each in statement.variables
        if isinstance(each, VectorVariable) and not isinstance(each, Noise)
    ]


def axes_of(vectors: Sequence[Vector]) -> Axes:
    """The coordinates of the vectors, of which as many are zero as turning the axes can make so."""
    return {
        vector: tuple(
            sympy.Symbol(f"{vector} {axis + 1}", real=True) if axis <= row else sympy.Integer(0)
            for axis in range(len(vectors))
        )
        for row, vector in enumerate(vectors)
    }


def entries_of(axes: Axes) -> list[Symbol]:
    """The coordinates that are not zero by choice."""
    return [entry for own in axes.values() for entry in own if entry != 0]


def bounds_of_axes(axes: Axes) -> list[Condition]:
    """That the coordinate of each vector along its own axis is at least zero."""
    return [sympy.Ge(own[row], 0) for row, own in enumerate(axes.values())]


def in_coordinates(statement: ForAll) -> InCoordinates:
    """The statement about coordinates; raises DefinitionError where a vector is no vector."""
    vectors = vectors_of(statement)
    axes = axes_of(vectors)
    parts = [of_coordinates(part, axes) for part in (*conjuncts(statement.given), statement.then)]
    *given, then = parts
    facts = (
        of_coordinates(known_by_numbers(fact, statement.given), axes)
        for fact in _mean_lengths(statement.then)
    )
    variables = [each for each in statement.variables if each not in axes]
    stated = for_all(
        (*variables, *entries_of(axes)), sympy.And(*given, *bounds_of_axes(axes), *facts), then
    )
    return InCoordinates(stated, axes)


def _mean_lengths(then: Condition) -> Iterator[Condition]:
    """That the mean length of a random vector is at least the length of its mean."""
    squares = [power for power in then.atoms(sympy.Pow) if power.exp.is_even]
    beside = then.xreplace({power: sympy.Dummy() for power in squares})
    for length in sorted(beside.atoms(Norm), key=str):
        shares = components(length.args[0])
        if len(shares) > 1 and length.atoms(RandomVariable):
            means = (_mean(share) * base for base, share in shares.items())
            yield sympy.Ge(Expectation(length), norm(sympy.Add(*means)), evaluate=False)


def _mean(share: Expression) -> Expression:
    return Expectation(share) if share.atoms(RandomVariable) else share


def of_coordinates(part: Condition, axes: Axes) -> Condition:
    """A condition with coordinates in place of inner products and lengths."""
    part = in_lengths(part)
    check(part)
    return _lowered(part, axes)


def _lowered(expression: Expression, axes: Axes) -> Expression:
    if isinstance(expression, Dot):
        left, right = (_entries(vector, axes) for vector in expression.args)
        return sympy.Add(*(one * other for one, other in zip(left, right, strict=True)))
    if isinstance(expression, Norm):
        return _length(_entries(expression.args[0], axes), axes)
    if not expression.args or isinstance(expression, General):
        return expression
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    return expression.func(*(_lowered(part, axes) for part in expression.args), **options)


def _entries(vector: Vector, axes: Axes) -> list[Expression]:
    shares = {base: _lowered(share, axes) for base, share in components(vector).items()}
    return [
        sympy.factor(sympy.Add(*(share * axes[base][axis] for base, share in shares.items())))
        for axis in range(len(axes))
    ]


def _length(entries: list[Expression], axes: Axes) -> Expression:
    own = [coordinates[row] for row, coordinates in enumerate(axes.values())]
    apart = {each: sympy.Dummy(each.name, nonnegative=True) for each in own}
    back = {dummy: symbol for symbol, dummy in apart.items()}
    squares = sympy.Add(*(entry.xreplace(apart) ** 2 for entry in entries))
    return sympy.sqrt(sympy.factor(squares)).xreplace(back)

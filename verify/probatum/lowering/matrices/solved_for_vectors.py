"""Equations between vectors and images of vectors under a symmetric matrix, solved: where p(A) z is
q(A) x and p has no root among the eigenvalues, x and z are p(A) u and q(A) u of one vector.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import sympy

from probatum.lowering.matrices.moments import Powers, combination, matrix_of
from probatum.lowering.matrices.one_vector import EIGENVALUE
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.phrases.symmetric import Applied
from probatum.proposition.subjects.domains import VectorVariable
from probatum.proposition.subjects.products import Norm
from probatum.type_names import Condition, Expression, Symbol, Vector

SOLVED = Theorem(
    "a polynomial in a symmetric matrix has an inverse where it has no root among the eigenvalues",
    "Horn, Johnson, Matrix Analysis, 2nd ed., sections 1.1 and 2.5",
    exact=True,
)
HasNoRoot = Callable[[Expression], bool]  # of a polynomial in the eigenvalue


@dataclass(frozen=True, slots=True)
class Solved:
    """A statement without such equations, and the vectors of the one that it came from by those
    that are left.
    """

    statement: ForAll
    images: Mapping[Vector, Vector]
    theorems: tuple[Theorem, ...] = ()


def solved(statement: ForAll, has_no_root: HasNoRoot) -> Solved:
    """The statement without those equations between vectors that can be solved."""
    vectors = [each for each in statement.variables if isinstance(each, VectorVariable)]
    images: dict[Vector, Vector] = {each: each for each in vectors}
    theorems: dict[Theorem, None] = {}
    while True:
        found = next(_solutions(statement, has_no_root), None)
        if found is None:
            return Solved(statement, images, tuple(theorems))
        equation, put, theorem = found
        theorems |= dict.fromkeys(theorem)
        given = [each for each in conjuncts(statement.given) if each is not equation]
        kept = dict.fromkeys(base for image in put.values() for base, _ in combination(image))
        others = [each for each in statement.variables if each not in put and each not in kept]
        statement = for_all(
            (*others, *kept),
            sympy.And(*(each.xreplace(put) for each in given)),
            statement.then.xreplace(put),
        )
        images = {vector: image.xreplace(put) for vector, image in images.items()}


def _solutions(
    statement: ForAll, has_no_root: HasNoRoot
) -> Iterator[tuple[Condition, dict[Vector, Vector], tuple[Theorem, ...]]]:
    """Equations, each with what stands for the vectors in it; those first that say what one is."""
    matrix = matrix_of(statement)
    equations = [
        (part, combination(part.lhs.args[0]))
        for part in conjuncts(statement.given)
        if isinstance(part, sympy.Equality) and isinstance(part.lhs, Norm) and part.rhs == 0
    ]
    tried = [(part, powers, base) for part, powers in equations for base in _bases(powers)]
    for part, powers, base in tried:
        share = powers.get((base, 0), sympy.Integer(0))
        if _powers_of(powers, base) == [0] and share.is_Rational and share != 0:
            rest = {key: -value / share for key, value in powers.items() if key[0] != base}
            yield part, {base: _vector(matrix, rest)}, ()
    for part, powers, base in tried:
        if min(power for _, power in powers) < 0:
            continue
        own = (share * EIGENVALUE**power for power, share in _of(powers, base))
        if has_no_root(sympy.Add(*own)):
            yield part, _by_others(matrix, powers, base), (SOLVED,)


def _bases(powers: Powers) -> list[Vector]:
    """The vectors of an equation, where there are several."""
    found = sorted({base for base, _ in powers}, key=str)
    plain = all(isinstance(base, VectorVariable) for base in found)
    return found if plain and len(found) > 1 else []


def _powers_of(powers: Powers, base: Vector) -> list[int]:
    return [power for power, _ in _of(powers, base)]


def _of(powers: Powers, base: Vector) -> list[tuple[int, Expression]]:
    return [(power, share) for (vector, power), share in powers.items() if vector == base]


def _by_others(matrix: Symbol, powers: Powers, base: Vector) -> dict[Vector, Vector]:
    """Each of the others as the polynomial of the one times a vector, that one by those."""
    own = _of(powers, base)
    others = [each for each in _bases(powers) if each != base]
    new = {each: VectorVariable(f"{each} by {base}") for each in others}
    put = {
        each: _vector(matrix, {(new[each], power): share for power, share in own})
        for each in others
    }
    rest = {(new[each], power): -share for each in others for power, share in _of(powers, each)}
    return {**put, base: _vector(matrix, rest)}


def _vector(matrix: Symbol, powers: Powers) -> Vector:
    return sympy.Add(
        *(
            share * (Applied(matrix, sympy.Integer(power), base) if power else base)
            for (base, power), share in powers.items()
        )
    )

"""Statements about a symmetric matrix of any size with eigenvalues in an interval become statements
about moments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import sympy
from sympy.core.relational import Relational

from probatum.claim_cache import cached_for_claim
from probatum.errors import DefinitionError
from probatum.lowering.every_case import known_where_defined
from probatum.lowering.problem import minors
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.phrases.symmetric import Applied, MatrixVariable, invertible
from probatum.proposition.subjects.domains import Built, General, VectorVariable
from probatum.proposition.subjects.products import Dot, Norm, check, components
from probatum.type_names import Expression, Matrix, Symbol, Vector

MOMENTS = Theorem(
    "truncated moment problem on an interval",
    "Schmuedgen, The Moment Problem, 2017, chapter 10",
    exact=True,
)
LARGEST_BLOCK = 4  # rows of a matrix of moments, of which all minors are supposed
# Coefficients of powers of the matrix times a vector.
Powers = Mapping[tuple[Vector, int], Expression]


def matrix_of(statement: ForAll) -> Symbol:
    """The matrix that a statement is about, or None; raises DefinitionError where there are
    several, or functions beside it.
    """
    others = [
        variable
        for variable in statement.variables
        if isinstance(variable, General) and not isinstance(variable, VectorVariable)
    ]
    matrices = [variable for variable in others if isinstance(variable, MatrixVariable)]
    if matrices and len(others) > 1:
        names = ", ".join(variable.name for variable in others)
        raise DefinitionError(
            f"got {names} in one statement, wanted one matrix with vectors and numbers alone"
        )
    return matrices[0] if matrices else None


@dataclass(slots=True)
class Moments:
    """The used combinations of powers of the matrix times vectors."""

    used: list[Powers] = field(default_factory=list)

    def seen(self, expression: Expression) -> None:
        """Note the vectors whose inner products an expression is made of."""
        for product in expression.atoms(Dot, Norm):
            self.used += [combination(part) for part in product.args]

    def basis(self) -> list[Vector]:
        """The vectors; of two that occur in their difference only, one is taken for zero."""
        basis = sorted({base for vector in self.used for base, _ in vector}, key=str)
        for left, right in combinations(basis, 2):
            if (
                left in basis
                and right in basis
                and all(self._differ(vector, left, right) for vector in self.used)
            ):
                basis.remove(right)
        return basis

    @staticmethod
    def _differ(vector: Powers, left: Expression, right: Expression) -> bool:
        powers = {power for base, power in vector if base in (left, right)}
        return all(
            sympy.cancel(vector.get((left, power), 0) + vector.get((right, power), 0)) == 0
            for power in powers
        )


@cached_for_claim(256)
def combination(vector: Vector) -> Powers:
    """A vector as a combination of powers of the matrix times vectors."""
    found: dict[tuple[Expression, int], Expression] = {}
    for part, coefficient in components(vector).items():
        shares: Powers = {(part, 0): sympy.Integer(1)}
        if isinstance(part, Applied):
            shares = {
                (base, power + int(part.args[1])): share
                for (base, power), share in combination(part.args[2]).items()
            }
        for key, share in shares.items():
            found[key] = sympy.cancel(found.get(key, 0) + coefficient * share)
    return {key: share for key, share in found.items() if share != 0}


def moment(left: Expression, right: Expression, power: int) -> Expression:
    """The inner product of a vector with a power of the matrix times a vector."""
    first, second = sorted((left, right), key=str)
    return sympy.Symbol(f"⟨{first}, A^{power} {second}⟩", real=True)


def ranges(statement: ForAll) -> Iterator[tuple[int, int, bool]]:
    """The lowest and highest power that moments are taken of, of the conclusion, then of all, and
    from the power 0 on, for an image has no share in what the matrix takes to zero; and whether
    `low` must be at least zero: else an even power of the matrix is weighed with.
    """
    exponents = [*_exponents(statement.then)] or [0]
    yield min(exponents), max(exponents), min(exponents) % 2 == 1
    everywhere = [
        *exponents,
        *(power for part in conjuncts(statement.given) for power in _exponents(part)),
    ]
    first, last = min(everywhere), max(everywhere)
    if first < 0 and first % 2:
        yield first, last, True
    yield first - first % 2, last, False
    if first > 1:
        yield 0, last, False


def _exponents(expression: Expression) -> Iterator[int]:
    for product in expression.atoms(Dot, Norm):
        left, right = (combination(product.args[index]) for index in (0, -1))
        yield from (p + q for _, p in left for _, q in right)


def by_moments(
    statement: ForAll, first: int, last: int, *, positive: bool = False
) -> ForAll | None:
    """The statement for matrices of every size, over moments; None where there are too many.
    What speaks of others is not supposed.

    positive: whether all eigenvalues are known to be, so that a vector that is not zero has
    positive moments.
    """
    matrix = matrix_of(statement)
    moments = Moments()
    for part in (*conjuncts(statement.given), statement.then):
        check(part)
        moments.seen(part)
    basis = moments.basis()
    low, high = matrix.constants["low"], matrix.constants["high"]
    blocks = _blocks(basis, range(first, last + 1), (low, high))
    if any(block.rows > LARGEST_BLOCK for block in blocks):
        return None
    within = [sympy.Le(low, high), *([invertible(matrix)] if first < 0 else [])]
    about = [
        part
        for part in conjuncts(statement.given)
        if all(first <= power <= last for power in _exponents(part))
    ]
    supposed = [sympy.Ge(entry, 0) for block in blocks for entry in minors(block)]
    if positive:
        lasting = [base for base in basis if base in _not_zero(statement)]
        supposed += [
            sympy.Gt(moment(base, base, power), 0)
            for base in lasting
            for power in range(first, last + 1)
        ]
    pairs = [(left, right) for number, left in enumerate(basis) for right in basis[number:]]
    symbols = [
        moment(left, right, power) for left, right in pairs for power in range(first, last + 1)
    ]
    numbers = [variable for variable in statement.variables if not isinstance(variable, General)]
    then = _lowered(statement.then, basis)
    lengths = [
        known_where_defined(sympy.Ge(_product(length, basis), 0), statement.given, tuple(numbers))
        for length in sorted(statement.then.atoms(Norm), key=str)
    ]
    return for_all(
        (*numbers, *symbols),
        sympy.And(*within, *(_lowered(part, basis) for part in about), *supposed, *lengths),
        then,
    )


def _not_zero(statement: ForAll) -> set[Expression]:
    """The vectors whose length is supposed to be positive."""
    found = set()
    for part in conjuncts(statement.given):
        if isinstance(part, (sympy.StrictGreaterThan, sympy.StrictLessThan)):
            length = part.gts
            if (
                isinstance(length, (Norm, Dot))
                and part.lts == 0
                and length.args[0] == length.args[-1]
            ):
                found.add(length.args[0])
        elif isinstance(part, sympy.Unequality) and isinstance(part.lhs, Norm) and part.rhs == 0:
            found.add(part.lhs.args[0])
    return found


def _blocks(
    basis: list[Symbol], powers: range, ends: tuple[Expression, Expression]
) -> list[Matrix]:
    """The matrices that are positive semidefinite exactly for moments of a measure on the
    interval.
    """
    first, (low, high) = powers[0], ends
    half, odd = divmod(len(powers) - 1, 2)
    count = len(basis)

    def block(size: int, entry: Expression) -> Matrix:
        return sympy.Matrix(
            size * count,
            size * count,
            lambda i, j: sympy.expand(
                entry(basis[i % count], basis[j % count], first + i // count + j // count)
            ),
        )

    if odd:
        return [
            block(half + 1, lambda u, v, p: moment(u, v, p + 1) - low * moment(u, v, p)),
            block(half + 1, lambda u, v, p: high * moment(u, v, p) - moment(u, v, p + 1)),
        ]
    if not half:
        return [block(1, moment)]
    between = block(
        half,
        lambda u, v, p: (
            (low + high) * moment(u, v, p + 1) - low * high * moment(u, v, p) - moment(u, v, p + 2)
        ),
    )
    return [block(half + 1, moment), between]


def _product(expression: Expression, basis: list[Symbol]) -> Expression:
    """An inner product, or a squared length, in moments."""
    left, right = (combination(expression.args[index]) for index in (0, -1))
    return sympy.Add(
        *(
            a * b * moment(u, v, p + q)
            for (u, p), a in left.items()
            for (v, q), b in right.items()
            if u in basis and v in basis
        )
    )


def _lowered(expression: Expression, basis: list[Symbol]) -> Expression:
    if isinstance(expression, (Dot, Norm)):
        product = _product(expression, basis)
        return sympy.sqrt(product) if isinstance(expression, Norm) else product
    if not expression.args or not expression.has(Built):
        return expression
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    return expression.func(*(_lowered(part, basis) for part in expression.args), **options)

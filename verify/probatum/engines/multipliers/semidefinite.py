"""Proposes multipliers, or values that break a claim, by a semidefinite solver in floating point;
nothing of it counts as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from probatum.type_names import Array, Matrix

ITERATIONS = 60  # a fixed number: what is proposed is the same on any machine
# None of these can make a verdict wrong: what is proposed is made exact, and counts only where it
# is then checked in rational numbers. With others, fewer or other things are proposed.
TOLERANCE = 1e-11  # of the solver, close to what floating point can do
LEAST_ROOM = 1e-7  # of a breach: with less of it, what is made exact would break nothing
LARGEST = 10.0  # times the largest constant, where a breach is sought: else it might run away
LATER_COSTS = 0.01  # more than the one before: of equally good multipliers the first are taken


@dataclass(frozen=True, slots=True)
class Numbers:
    """A linear form at a point of the parameters."""

    matrix: Matrix
    values: Array
    constant: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """Weights of the claims and multipliers of the conditions."""

    weights: Array
    multipliers: Array
    margin: float


def is_available() -> bool:
    """Whether the solver is installed."""
    from importlib.util import find_spec

    return find_spec("clarabel") is not None and find_spec("scipy") is not None


def _triangle(size: int) -> list[tuple[int, int]]:
    """The entries of a symmetric matrix in the solver's order."""
    return [(i, j) for j in range(size) for i in range(j + 1)]


def _matrix(triangle: Array, size: int) -> Array:
    """The symmetric matrix of such a vector."""
    made = np.zeros((size, size))
    for place, (i, j) in enumerate(_triangle(size)):
        made[i, j] = made[j, i] = triangle[place] / (1.0 if i == j else np.sqrt(2.0))
    return made


def _vector(matrix: Matrix) -> Array:
    """A symmetric matrix as a vector whose product with another such is the inner product of the
    matrices.
    """
    return np.array(
        [matrix[i, j] * (1.0 if i == j else np.sqrt(2.0)) for i, j in _triangle(len(matrix))]
    )


def multipliers(
    claims: Sequence[Numbers],
    conditions: Sequence[Numbers],
    equations: Sequence[bool],
    *,
    interior: bool,
) -> Proposal | None:
    """Weights and multipliers, not below zero, whose combination is positive semidefinite:
    with room on all sides, or few and small.
    """
    combined = _Combination(claims, conditions, equations)
    program = _Program()
    program.add("zero", *combined.without_values())
    if not interior:
        program.add("zero", combined.margin_alone(), np.zeros(1))
    program.add("nonnegative", *combined.above_margin(1.0 if interior else 0.0))
    program.add("semidefinite", *combined.as_matrix(), size=combined.size)
    solution = program.least(combined.costs(interior=interior))
    if solution is None:
        return None
    count = len(claims)
    return Proposal(solution[:count], solution[count:-1], float(solution[-1]))


@dataclass(frozen=True, slots=True)
class _Combination:
    """Claims less conditions, each times what is sought: a column for each of them, and one for the
    margin by which all is met.
    """

    claims: Sequence[Numbers]
    conditions: Sequence[Numbers]
    equations: Sequence[bool]

    @property
    def size(self) -> int:
        """The number of vectors."""
        return len(self.claims[0].matrix)

    @property
    def forms(self) -> list[tuple[float, Numbers]]:
        """Each form with its sign."""
        return [*((1.0, form) for form in self.claims), *((-1.0, form) for form in self.conditions)]

    @property
    def free(self) -> list[bool]:
        """Of which the multiplier may have any sign."""
        return [False] * len(self.claims) + list(self.equations)

    def without_values(self) -> tuple[Array, Array]:
        """That no values are left, and that the weights of the claims add up to one."""
        values = len(self.claims[0].values)
        rows = np.zeros((values + 1, len(self.forms) + 1))
        for number, (sign, form) in enumerate(self.forms):
            rows[:values, number] = sign * form.values
            rows[values, number] = 1.0 if number < len(self.claims) else 0.0
        return rows, np.array([0.0] * values + [1.0])

    def margin_alone(self) -> Array:
        """The row of the margin."""
        row = np.zeros((1, len(self.forms) + 1))
        row[0, -1] = 1.0
        return row

    def above_margin(self, largest: float) -> tuple[Array, Array]:
        """That multipliers and what is left of the constants are not below the margin, and that it
        is at most so large.
        """
        bounded = [number for number, is_free in enumerate(self.free) if not is_free]
        rows = np.zeros((len(bounded) + 2, len(self.forms) + 1))
        for row, number in enumerate(bounded):
            rows[row, number] = -1.0
            rows[row, -1] = 1.0
        for number, (sign, form) in enumerate(self.forms):
            rows[-2, number] = -sign * form.constant
        rows[-2, -1] = 1.0 if np.any(rows[-2]) else 0.0
        rows[-1, -1] = 1.0
        return rows, np.array([0.0] * (len(bounded) + 1) + [largest])

    def as_matrix(self) -> tuple[Array, Array]:
        """That what is left of the matrices is positive semidefinite, and more by the margin."""
        rows = np.zeros((self.size * (self.size + 1) // 2, len(self.forms) + 1))
        for number, (sign, form) in enumerate(self.forms):
            rows[:, number] = -sign * _vector(form.matrix)
        rows[:, -1] = _vector(np.eye(self.size))
        return rows, np.zeros(len(rows))

    def costs(self, *, interior: bool) -> Array:
        """What is to be least: the opposite of the margin, or the sum of the multipliers."""
        if interior:
            return np.array([0.0] * len(self.forms) + [-1.0])
        own = [
            0.0 if is_free else 1.0 + LATER_COSTS * number
            for number, is_free in enumerate(self.free)
        ]
        return np.array([*own, 0.0])


def breach(
    claims: Sequence[Numbers], conditions: Sequence[Numbers], equations: Sequence[bool]
) -> tuple[Array, Array] | None:
    """A Gram matrix and values at which the conditions hold and no claim does,
    with room where it can be; None where none is seen.
    """
    size, values = len(claims[0].matrix), len(claims[0].values)
    triangle = size * (size + 1) // 2
    supposed = list(zip(conditions, equations, strict=True))
    equal = [form for form, is_equation in supposed if is_equation]
    atleast = [(-1.0, form) for form, is_equation in supposed if not is_equation]
    program = _Program()
    if equal:
        rows = np.array([_row(form) for form in equal])
        program.add("zero", rows, np.array([-form.constant for form in equal]))
    room = np.array([sign * _row(form) for sign, form in [*atleast, *((1.0, c) for c in claims)]])
    room[:, -1] = 1.0
    right = [-sign * form.constant for sign, form in atleast] + [-form.constant for form in claims]
    largest = LARGEST * (1.0 + max(abs(form.constant) for form in (*claims, *conditions)))
    limits = [largest * size, 1.0] + [largest] * (2 * values)
    rows = np.vstack([room, _limited(size, values)])
    program.add("nonnegative", rows, np.array([*right, *limits]))
    shown = np.zeros((triangle, triangle + values + 1))
    shown[:, :triangle] = -np.eye(triangle)
    shown[:, -1] = _vector(np.eye(size))
    program.add("semidefinite", shown, np.zeros(triangle), size=size)
    solution = program.least(np.array([0.0] * (triangle + values) + [-1.0]))
    if solution is None or solution[-1] < LEAST_ROOM:
        return None
    return _matrix(solution[:triangle], size), solution[triangle:-1]


def _row(form: Numbers) -> Array:
    """A form as a row over the entries of the Gram matrix, the values, and the margin."""
    return np.array([*_vector(form.matrix), *form.values, 0.0])


def _limited(size: int, values: int) -> Array:
    """The rows of what must not grow: the trace, the margin, and each value in both directions."""
    triangle = size * (size + 1) // 2
    rows = np.zeros((2 + 2 * values, triangle + values + 1))
    rows[0, :triangle] = _vector(np.eye(size))
    rows[1, -1] = 1.0
    for number in range(values):
        rows[2 + 2 * number, triangle + number] = 1.0
        rows[3 + 2 * number, triangle + number] = -1.0
    return rows


class _Program:
    """Rows that times what is sought, taken from what is right of them, lie in their cones."""

    def __init__(self) -> None:
        self.rows: list[Array] = []
        self.right: list[Array] = []
        self.cones: list[tuple[str, int]] = []

    def add(self, kind: str, rows: Array, right: Array, *, size: int | None = None) -> None:
        """Rows in one cone; the size of a matrix is not their number."""
        self.rows.append(rows)
        self.right.append(right)
        self.cones.append((kind, len(rows) if size is None else size))

    def least(self, cost: Array) -> Array | None:
        """Where the cost is least; None where the solver finds nothing like that."""
        import clarabel
        from scipy import sparse

        kinds = {
            "zero": clarabel.ZeroConeT,
            "nonnegative": clarabel.NonnegativeConeT,
            "semidefinite": clarabel.PSDTriangleConeT,
        }
        settings = clarabel.DefaultSettings()
        settings.verbose = False
        settings.max_iter = ITERATIONS
        settings.max_threads = 1
        settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = TOLERANCE
        solver = clarabel.DefaultSolver(
            sparse.csc_matrix((len(cost), len(cost))),
            cost,
            sparse.csc_matrix(np.vstack(self.rows)),
            np.concatenate(self.right),
            [kinds[kind](size) for kind, size in self.cones],
            settings,
        )
        solution = solver.solve()
        status = str(solution.status)
        if status not in ("Solved", "AlmostSolved", "InsufficientProgress", "MaxIterations"):
            return None
        found = np.array(solution.x)
        return found if np.all(np.isfinite(found)) else None

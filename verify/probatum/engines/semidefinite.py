"""Proposes multipliers, or values that break a claim, by a semidefinite solver in floating point;
nothing of it counts as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from probatum.type_names import Array, Matrix

ITERATIONS = 60  # a fixed number: what is proposed is the same on any machine


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
    forms = [*claims, *conditions]
    count, size, values = len(forms), len(claims[0].matrix), len(claims[0].values)
    signs = np.array([1.0] * len(claims) + [-1.0] * len(conditions))
    free = [False] * len(claims) + list(equations)
    columns = count + 1  # the last is the margin
    rows, right, cones = [], [], []
    equal = np.zeros((values + 1, columns))
    for number, form in enumerate(forms):
        equal[:values, number] = signs[number] * form.values
        equal[values, number] = 1.0 if number < len(claims) else 0.0
    rows.append(equal)
    right.append(np.array([0.0] * values + [1.0]))
    cones.append(("zero", values + 1))
    bounded = [number for number in range(count) if not free[number]]
    atleast = np.zeros((len(bounded) + 2, columns))
    for row, number in enumerate(bounded):
        atleast[row, number] = -1.0
        atleast[row, -1] = 1.0
    for number, form in enumerate(forms):
        atleast[len(bounded), number] = -signs[number] * form.constant
    atleast[len(bounded), -1] = 1.0 if np.any(atleast[len(bounded)]) else 0.0
    atleast[-1, -1] = 1.0
    rows.append(atleast)
    right.append(np.array([0.0] * (len(bounded) + 1) + [1.0 if interior else 0.0]))
    cones.append(("nonnegative", len(bounded) + 2))
    shown = np.zeros((size * (size + 1) // 2, columns))
    for number, form in enumerate(forms):
        shown[:, number] = -signs[number] * _vector(form.matrix)
    shown[:, -1] = _vector(np.eye(size))
    rows.append(shown)
    right.append(np.zeros(len(shown)))
    cones.append(("semidefinite", size))
    cost = np.zeros(columns)
    if interior:
        cost[-1] = -1.0
    else:
        cost[:count] = [0.0 if free[number] else 1.0 + 0.01 * number for number in range(count)]
        fixed = np.zeros((1, columns))
        fixed[0, -1] = 1.0
        rows.insert(1, fixed)
        right.insert(1, np.zeros(1))
        cones.insert(1, ("zero", 1))
    solution = _solve(cost, rows, right, cones)
    if solution is None:
        return None
    return Proposal(solution[: len(claims)], solution[len(claims) : count], float(solution[-1]))


def breach(
    claims: Sequence[Numbers], conditions: Sequence[Numbers], equations: Sequence[bool]
) -> tuple[Array, Array] | None:
    """A Gram matrix and values at which the conditions hold and no claim does,
    with room where it can be; None where none is seen.
    """
    size, values = len(claims[0].matrix), len(claims[0].values)
    triangle = size * (size + 1) // 2
    columns = triangle + values + 1

    def row(form: Numbers) -> Array:
        return np.array([*_vector(form.matrix), *form.values, 0.0])

    equal = [
        (row(form), -form.constant)
        for form, is_equation in zip(conditions, equations, strict=True)
        if is_equation
    ]
    atleast = [
        (-row(form), form.constant)
        for form, is_equation in zip(conditions, equations, strict=True)
        if not is_equation
    ]
    atleast += [(row(form), -form.constant) for form in claims]
    rows, right, cones = [], [], []
    if equal:
        rows.append(np.array([each for each, _ in equal]))
        right.append(np.array([each for _, each in equal]))
        cones.append(("zero", len(equal)))
    room = np.array([each for each, _ in atleast])
    room[:, -1] = 1.0
    size_limit = np.zeros((2 + 2 * values, columns))
    size_limit[0, :triangle] = _vector(np.eye(size))
    size_limit[1, -1] = 1.0
    for number in range(values):
        size_limit[2 + 2 * number, triangle + number] = 1.0
        size_limit[3 + 2 * number, triangle + number] = -1.0
    rows.append(np.vstack([room, size_limit]))
    largest = 10.0 * (1.0 + max(abs(form.constant) for form in (*claims, *conditions)))
    right.append(
        np.array([each for _, each in atleast] + [largest * size, 1.0] + [largest] * (2 * values))
    )
    cones.append(("nonnegative", len(right[-1])))
    shown = np.zeros((triangle, columns))
    shown[:, :triangle] = -np.eye(triangle)
    shown[:, -1] = _vector(np.eye(size))
    rows.append(shown)
    right.append(np.zeros(triangle))
    cones.append(("semidefinite", size))
    cost = np.zeros(columns)
    cost[-1] = -1.0
    solution = _solve(cost, rows, right, cones)
    if solution is None or solution[-1] < 1e-7:
        return None
    gram = np.zeros((size, size))
    for place, (i, j) in enumerate(_triangle(size)):
        gram[i, j] = gram[j, i] = solution[place] / (1.0 if i == j else np.sqrt(2.0))
    return gram, solution[triangle : triangle + values]


def _solve(
    cost: Array, rows: list[Array], right: list[Array], cones: list[tuple[str, int]]
) -> Array | None:
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
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = 1e-11
    solver = clarabel.DefaultSolver(
        sparse.csc_matrix((len(cost), len(cost))),
        cost,
        sparse.csc_matrix(np.vstack(rows)),
        np.concatenate(right),
        [kinds[kind](size) for kind, size in cones],
        settings,
    )
    solution = solver.solve()
    status = str(solution.status)
    if status not in ("Solved", "AlmostSolved", "InsufficientProgress", "MaxIterations"):
        return None
    found = np.array(solution.x)
    return found if np.all(np.isfinite(found)) else None

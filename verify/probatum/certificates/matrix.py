"""Symmetric matrices of rational numbers: whether one is positive semidefinite,
by an exact LDL^T decomposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Rows = Sequence[Sequence[Fraction]]


def squares(matrix: Rows) -> list[tuple[Fraction, list[Fraction]]] | None:
    """The quadratic form of the matrix as a sum of weights times squares of linear forms;
    None where it is not positive semidefinite.

    A pivot of zero needs a row of zeros. Raises ValueError where the matrix is not symmetric.
    """
    rest = [list(row) for row in matrix]
    size = range(len(rest))
    if any(len(row) != len(rest) for row in rest) or any(
        rest[i][j] != rest[j][i] for i in size for j in size
    ):
        raise ValueError("got a matrix that is not symmetric, wanted a symmetric one")
    found = []
    for k in size:
        pivot = rest[k][k]
        if pivot < 0 or (pivot == 0 and any(rest[k])):
            return None
        if pivot == 0:
            continue
        form = [entry / pivot for entry in rest[k]]
        found.append((pivot, form))
        rest = [[rest[i][j] - pivot * form[i] * form[j] for j in size] for i in size]
    return found


def is_positive_semidefinite(matrix: Rows) -> bool:
    """Whether no value of the quadratic form is below zero."""
    return squares(matrix) is not None

"""Proves by certificate: multipliers that a solver proposes, made exact,
and what is left as a sum of squares; checked exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

import numpy as np
import sympy

from probatum.certificates import matrix as exact_matrix
from probatum.engines.multipliers import semidefinite
from probatum.engines.multipliers.linear import Form, Linear
from probatum.engines.multipliers.semidefinite import Numbers
from probatum.engines.polynomials.rational import Place, Quotient, places, through
from probatum.type_names import Array, Expression, Matrix

SAMPLES = 100  # points of the parameters at which multipliers are sought
FEW = 12  # of them, until a fit is tried
DENOMINATORS = (1, 2, 4, 6, 12, 60, 420, 10_000, 1_000_000)
MOST_FAILURES = 6
# None of these can make a verdict wrong: what is made of floating point counts only where `proves`
# says in rational numbers that it proves. With others, fewer or other proofs are found.
LEAST_MARGIN = 1e-5  # to round within: with less of it, rounding alone would lead outside
NEGLIGIBLE = 3e-6  # of the largest multiplier: what the solver leaves of those that are zero
NEWTON_STEPS = 8  # each doubles the digits
SETTLED = 1e-14  # the last step: what floating point can tell
IN_KERNEL = 1e-4  # of the largest eigenvalue: what the solver leaves of those that are zero
TIGHT = 1e-6  # what is left of the constants, where that seems to be nothing
SINGULAR = 1e-9  # of the largest singular value: directions in which nothing is to be met
CLOSE = 1e-2  # how far the steps may lead: farther away other multipliers are meant


@dataclass(frozen=True, slots=True)
class Exact:
    """A linear form at a rational point of the parameters."""

    matrix: tuple[tuple[Fraction, ...], ...]
    values: tuple[Fraction, ...]
    constant: Fraction

    @property
    def numbers(self) -> Numbers:
        """In floating point."""
        size = len(self.matrix)
        matrix = np.array([[float(entry) for entry in row] for row in self.matrix]).reshape(
            size, size
        )
        return Numbers(
            matrix, np.array([float(value) for value in self.values]), float(self.constant)
        )


class Evaluator:
    """The claims and conditions of a problem at rational points."""

    def __init__(self, linear: Linear) -> None:
        self.linear = linear
        self.parameters = linear.problem.parameters
        self.claims = [self._quotients(form) for form in linear.claims]
        self.conditions = [self._quotients(form) for form in linear.conditions]

    def _quotients(self, form: Form) -> Matrix:
        def of(expression: Expression) -> Quotient:
            return Quotient.of(expression, self.parameters)

        return (
            [[of(entry) for entry in row] for row in form.matrix.tolist()],
            [of(value) for value in form.values],
            of(form.constant),
        )

    def at(self, place: Place) -> tuple[list[Exact], list[Exact]]:
        """Claims and conditions at a point."""
        claims, conditions = (
            [self._exact(form, place) for form in forms] for forms in (self.claims, self.conditions)
        )
        return claims, conditions

    @staticmethod
    def _exact(form: Expression, place: Place) -> Exact:
        matrix, values, constant = form
        return Exact(
            tuple(tuple(entry.at(place) for entry in row) for row in matrix),
            tuple(value.at(place) for value in values),
            constant.at(place),
        )


def at_point(
    claims: Sequence[Exact],
    conditions: Sequence[Exact],
    equations: Sequence[bool],
    *,
    sparse: bool = False,
) -> list[Fraction] | None:
    """Exact weights of the claims and multipliers of the conditions at one point of the
    parameters; `sparse` with few multipliers, which are what rational functions can run through.
    """
    numbers = [form.numbers for form in claims], [form.numbers for form in conditions]
    for interior in (False,) if sparse else (True, False):
        proposal = semidefinite.multipliers(*numbers, equations, interior=interior)
        if proposal is None or (interior and proposal.margin < LEAST_MARGIN):
            continue
        proposed = np.array([*proposal.weights, *proposal.multipliers])
        found = _rounded(proposed, Forms(claims, conditions, equations), interior=interior)
        if found is not None:
            return found
    return None


@dataclass(frozen=True, slots=True)
class Forms:
    """What is claimed and what is supposed, at one point, and which conditions are equations."""

    claims: Sequence[Exact]
    conditions: Sequence[Exact]
    equations: Sequence[bool]


def _rounded(proposed: Array, forms: Forms, *, interior: bool) -> list[Fraction] | None:
    """Rational numbers close by that prove exactly what the proposed ones prove roughly."""
    claims, conditions, equations = forms.claims, forms.conditions, forms.equations
    free = [False] * len(claims) + list(equations)
    scale = max(1.0, float(np.max(np.abs(proposed))))
    support = [
        place
        for place, value in enumerate(proposed)
        if abs(value) > (0 if interior else NEGLIGIBLE) * scale
    ]
    signed = [(form, 1) for form in claims] + [(form, -1) for form in conditions]
    refined = proposed if interior else _refined(proposed, support, forms)
    rows, right = _equalities(signed, support, len(claims))
    for largest in DENOMINATORS[-2:] if interior else DENOMINATORS:
        found = _solved(
            rows,
            right,
            [Fraction(float(refined[place])).limit_denominator(largest) for place in support],
        )
        if found is None:
            return None
        full = [Fraction(0)] * len(signed)
        for place, value in zip(support, found, strict=True):
            full[place] = value
        if all(value >= 0 or free[place] for place, value in enumerate(full)) and proves(
            full, claims, conditions
        ):
            return full
    return None


def proves(found: Sequence[Fraction], claims: Sequence[Exact], conditions: Sequence[Exact]) -> bool:
    """Whether the combination of claims less that of conditions is a sum of squares, exactly."""
    left = remainder(found, claims, conditions)
    return (
        not any(left.values)
        and left.constant >= 0
        and exact_matrix.is_positive_semidefinite(left.matrix)
    )


def remainder(
    found: Sequence[Fraction], claims: Sequence[Exact], conditions: Sequence[Exact]
) -> Exact:
    """The combination of claims less that of conditions."""
    signed = [*((form, 1) for form in claims), *((form, -1) for form in conditions)]
    size, values = range(len(claims[0].matrix)), range(len(claims[0].values))
    pairs = [
        (factor * sign, form) for factor, (form, sign) in zip(found, signed, strict=True) if factor
    ]
    zero = Fraction(0)
    return Exact(
        tuple(
            tuple(sum((f * form.matrix[i][j] for f, form in pairs), zero) for j in size)
            for i in size
        ),
        tuple(sum((f * form.values[k] for f, form in pairs), zero) for k in values),
        sum((f * form.constant for f, form in pairs), zero),
    )


def _refined(proposed: Array, support: list[int], forms: Forms) -> Array:
    """Newton's steps towards multipliers whose remainder has exactly the kernel that it seems to
    have.
    """
    if not support:
        return proposed
    signed = [*((1, form.numbers) for form in forms.claims)]
    signed += [(-1, form.numbers) for form in forms.conditions]
    refinement = _Refinement([signed[p] for p in support], support, len(forms.claims))
    found = np.zeros(len(signed))
    found[support] = proposed[support]
    kernel = refinement.kernel(found[support])
    for _ in range(NEWTON_STEPS):
        slopes, residual = refinement.linearized(found[support], kernel)
        step, *_ = np.linalg.lstsq(slopes, -residual, rcond=SINGULAR)
        found[support] += step[: len(support)]
        kernel = kernel + step[len(support) :].reshape(kernel.shape[::-1]).T
        if float(np.max(np.abs(step), initial=0.0)) < SETTLED:
            break
    close = float(np.max(np.abs(found - proposed), initial=0.0)) < CLOSE
    return found if close and np.all(np.isfinite(found)) else proposed


@dataclass(frozen=True, slots=True)
class _Refinement:
    """What multipliers and a kernel must meet: the remainder vanishes on the kernel, no values are
    left, the weights of the claims add up to one, and the kernel is orthonormal.

    signed: the forms that are used, with their signs; claims: how many of all forms are claims.
    """

    signed: list[tuple[int, Numbers]]
    support: list[int]
    claims: int

    def left(self, found: Array) -> Matrix:
        """The matrix of the remainder."""
        size = len(self.signed[0][1].matrix)
        return sum(
            (sign * f * form.matrix for f, (sign, form) in zip(found, self.signed, strict=True)),
            np.zeros((size, size)),
        )

    def kernel(self, found: Array) -> Matrix:
        """What the remainder seems to send to zero."""
        sizes, vectors = np.linalg.eigh(self.left(found))
        return vectors[:, np.abs(sizes) < IN_KERNEL * max(1.0, float(np.max(np.abs(sizes))))]

    def linearized(self, found: Array, kernel: Matrix) -> tuple[Matrix, Array]:
        """How what is to vanish changes with multipliers and kernel, and what it is."""
        left = self.left(found)
        constant = sum(
            sign * f * form.constant for f, (sign, form) in zip(found, self.signed, strict=True)
        )
        tight = bool(abs(constant) < TIGHT)
        columns = [*self._of_multipliers(kernel, tight=tight), *self._of_kernel(left, kernel)]
        residual = self._residual(found, left, kernel, constant if tight else 0.0)
        return np.array(columns).T, residual

    def _residual(self, found: Array, left: Matrix, kernel: Matrix, constant: float) -> Array:
        width = kernel.shape[1]
        values = sum(
            (sign * f * form.values for f, (sign, form) in zip(found, self.signed, strict=True)),
            np.zeros(len(self.signed[0][1].values)),
        )
        weights = sum(f for f, p in zip(found, self.support, strict=True) if p < self.claims)
        return np.concatenate(
            [
                *(left @ kernel[:, k] for k in range(width)),
                values,
                np.array([weights - 1.0, constant]),
                (kernel.T @ kernel - np.eye(width)).ravel(),
            ]
        )

    def _of_multipliers(self, kernel: Matrix, *, tight: bool) -> Iterator[Array]:
        width = kernel.shape[1]
        for p, (sign, form) in zip(self.support, self.signed, strict=True):
            own = [1.0 if p < self.claims else 0.0, sign * form.constant if tight else 0.0]
            yield np.concatenate(
                [
                    *(sign * form.matrix @ kernel[:, k] for k in range(width)),
                    sign * form.values,
                    np.array(own),
                    np.zeros(width * width),
                ]
            )

    def _of_kernel(self, left: Matrix, kernel: Matrix) -> Iterator[Array]:
        size, width = kernel.shape
        values = len(self.signed[0][1].values)
        for k in range(width):
            for axis in range(size):
                moved = np.zeros((size, width))
                moved[axis, k] = 1.0
                yield np.concatenate(
                    [
                        *(left[:, axis] if j == k else np.zeros(size) for j in range(width)),
                        np.zeros(values + 2),
                        (moved.T @ kernel + kernel.T @ moved).ravel(),
                    ]
                )


def _equalities(
    signed: list[tuple[Exact, int]], support: list[int], claims: int
) -> tuple[list[list[Fraction]], list[Fraction]]:
    """What the combination must meet exactly: no values are left,
    and the weights of the claims add up to one.
    """
    values = range(len(signed[0][0].values))
    rows = [[sign * form.values[k] for form, sign in (signed[p] for p in support)] for k in values]
    rows.append([Fraction(1 if p < claims else 0) for p in support])
    return rows, [*(Fraction(0) for _ in values), Fraction(1)]


def _solved(
    rows: list[list[Fraction]], right: list[Fraction], wanted: list[Fraction]
) -> list[Fraction] | None:
    """The solution of linear equations that has the wanted values wherever they leave a choice;
    None where there is none.
    """
    table = [[*row, value] for row, value in zip(rows, right, strict=True)]
    pivots: list[int] = []
    for column in reversed(range(len(wanted))):
        below = next((row for row in range(len(pivots), len(table)) if table[row][column]), None)
        if below is None:
            continue
        place = len(pivots)
        table[place], table[below] = table[below], table[place]
        table[place] = [entry / table[place][column] for entry in table[place]]
        for other in range(len(table)):
            if other != place and table[other][column]:
                share = table[other][column]
                table[other] = [
                    a - share * b for a, b in zip(table[other], table[place], strict=True)
                ]
        pivots.append(column)
    if any(row[-1] and not any(row[:-1]) for row in table):
        return None
    found = list(wanted)
    for row, column in zip(table, pivots, strict=False):
        found[column] = row[-1] - sum(
            (
                entry * wanted[k]
                for k, entry in enumerate(row[:-1])
                if k != column and k not in pivots
            ),
            Fraction(0),
        )
    return found


def as_functions(linear: Linear) -> Iterator[list[Expression]]:
    """Weights and multipliers as rational functions of the parameters,
    through exact ones at ever more points.
    """
    evaluator = Evaluator(linear)
    known: dict[Place, list[Fraction]] = {}
    failures = 0
    before: list[Expression] | None = None
    for place in islice(
        places(linear.problem.parameters, linear.given, simple=len(linear.problem.parameters) < 2),
        3 * SAMPLES,
    ):
        try:
            found = at_point(*evaluator.at(place), linear.equations, sparse=True)
        except ZeroDivisionError:
            continue
        failures += found is None
        if failures > MOST_FAILURES + len(known) or len(known) >= SAMPLES:
            break
        if found is not None:
            known[place] = found
            if len(known) in (FEW, 2 * FEW, 4 * FEW, SAMPLES):
                functions = _functions(known, linear)
                if functions is not None and functions != before:
                    before = functions
                    yield functions


def _functions(known: dict[Place, list[Fraction]], linear: Linear) -> list[Expression] | None:
    """Rational functions through what most points have in common."""
    supports: dict[tuple[bool, ...], list[Place]] = {}
    for place, found in known.items():
        supports.setdefault(tuple(value != 0 for value in found), []).append(place)
    support, shared = max(supports.items(), key=lambda entry: len(entry[1]))
    functions = []
    for number, is_used in enumerate(support):
        values = {place: known[place][number] for place in shared}
        function = through(values, linear.problem.parameters) if is_used else sympy.Integer(0)
        if function is None:
            return None
        functions.append(function)
    return functions

"""Generates statements on eigenvalues, moduli and complex numbers, whose truth is known from the roots."""

from __future__ import annotations

from random import Random
from typing import Any

import sympy

from probatum import Abs, Eq, Equal, ForAll, Ge, Lt, complexes, has_eigenvalues, largest_root, modulus, rotation, spectral_radius
from tests.soundness.propositions import a, family, known, x

z, w = complexes("z w")


def _closed(condition: Any) -> Any:
    """A condition without variables as a statement."""
    return ForAll((), then=condition)


@family
def eigenvalues_of_a_given_matrix(random: Random) -> tuple[Any, str]:
    """A triangular matrix in other coordinates has its diagonal as eigenvalues."""
    first, second, above, left, right = (random.randint(-4, 4) for _ in range(5))
    change = sympy.Matrix([[1, left], [0, 1]]) * sympy.Matrix([[1, 0], [right, 1]])
    matrix = change * sympy.Matrix([[first, above], [0, second]]) * change.inv()
    wrong = random.choice([0, 1])
    return _closed(has_eigenvalues(matrix.tolist(), (second, first + wrong))), known(not wrong)


@family
def spectral_radius_of_a_scaled_rotation(random: Random) -> tuple[Any, str]:
    """Its eigenvalues p + iq and p - iq have one modulus."""
    p, q, bound = random.randint(-4, 4), random.randint(-4, 4), random.randint(1, 6)
    radius, squared = spectral_radius([[p, -q], [q, p]]), p * p + q * q
    kind = random.choice(["below", "scaled", "squared", "at least"])
    if kind == "squared":
        said = squared + random.choice([0, 1])
        return Equal(radius**2, said), known(said == squared)
    below = squared < bound * bound
    if kind == "at least":
        return _closed(Ge(radius, bound)), known(not below)
    return _closed(Lt(3 * radius + 1, 3 * bound + 1) if kind == "scaled" else Lt(radius, bound)), known(below)


@family
def spectral_radius_below_a_bound(random: Random) -> tuple[Any, str]:
    """Of a triangular matrix with the diagonal a, a/2 (and a/3), for all a up to some size."""
    size, bound, rows = random.randint(1, 6), random.randint(1, 6), random.choice([2, 3])
    matrix = [[a / (row + 1) if row == column else int(column > row) for column in range(rows)] for row in range(rows)]
    return ForAll(a, given=Lt(Abs(a), size), then=Lt(spectral_radius(matrix), bound)), known(size <= bound)


@family
def roots_of_a_polynomial(random: Random) -> tuple[Any, str]:
    """The largest modulus of the roots of (x - p)(x - q)(x - r)."""
    roots, bound = [random.randint(-5, 5) for _ in range(random.choice([1, 2, 3]))], random.randint(1, 6)
    polynomial = sympy.expand(sympy.prod(x - root for root in roots))
    return _closed(Lt(largest_root(polynomial, x), bound)), known(max(map(abs, roots)) < bound)


@family
def products_of_complex_numbers(random: Random) -> tuple[Any, str]:
    """(z + c)(w - c) multiplied out, and its modulus."""
    c, wrong = random.randint(-5, 5), random.choice([0, 1])
    if random.random() < 0.5:
        return ForAll((z, w), then=Eq((z + c) * (w - c), z * w - c * z + c * w - c * c + wrong)), known(not wrong)
    return ForAll((z, w), then=Eq(modulus((z + c) * w), (1 + wrong) * modulus(z + c) * modulus(w))), known(not wrong)


@family
def discs(random: Random) -> tuple[Any, str]:
    """What z + c has at most as its modulus on a disc around zero."""
    radius, c, bound = random.randint(1, 5), random.randint(-5, 5), random.randint(1, 10)
    return ForAll(z, given=modulus(z) < radius, then=modulus(z + c) < bound), known(radius + abs(c) <= bound)


@family
def rotations_of_the_plane(random: Random) -> tuple[Any, str]:
    """By Pythagorean triples, mirrored where the determinant is to be -1."""
    p, q = random.randint(1, 5), random.randint(1, 5)
    cosine, sine = sympy.Rational(p * p - q * q, p * p + q * q), sympy.Rational(2 * p * q, p * p + q * q)
    sign = random.choice([1, -1])
    return _closed(rotation([[cosine, -sign * sine], [sine, sign * cosine]])), known(sign == 1)

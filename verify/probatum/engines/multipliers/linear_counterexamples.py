"""Exact values that break a linear statement over inner products, checked before they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

import numpy as np
import sympy

from probatum.certificates import breach as breaches
from probatum.certificates.breach import Breach
from probatum.certificates.polynomial import Polynomial
from probatum.engines.multipliers import semidefinite
from probatum.engines.multipliers.certificate_writer import Writer, hypotheses
from probatum.engines.multipliers.exact_multipliers import Evaluator, Exact
from probatum.engines.multipliers.linear import Form, Linear
from probatum.engines.polynomials.rational import Place, places
from probatum.proposition.reading.sentences import words_of
from probatum.type_names import Array

MOST_PLACES = 10  # at which a breach is sought
ROUNDINGS = (1, 2, 4, 10, 100, 1000, 100_000)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a claim breaks: the point of the parameters, coordinates of the basis, and values."""

    place: Place
    coordinates: list[list[Fraction]]
    values: list[Fraction]


def breaking(linear: Linear) -> Found | None:
    """Exact values that break the claims at one of the first points of the parameters;
    None where none is seen.
    """
    evaluator = Evaluator(linear)
    for place in islice(places(linear.problem.parameters, linear.given), MOST_PLACES):
        try:
            claims, conditions = evaluator.at(place)
        except ZeroDivisionError:
            continue
        proposed = semidefinite.breach(
            [each.numbers for each in claims],
            [each.numbers for each in conditions],
            linear.equations,
        )
        if proposed is not None:
            for found in _close(*proposed):
                if _breaks(found, claims, conditions, linear.equations):
                    return Found(place, *found)
    return None


def _close(gram: Array, values: Array) -> Iterator[tuple[list[list[Fraction]], list[Fraction]]]:
    """Coordinates and values rounded to ever finer fractions."""
    sizes, vectors = np.linalg.eigh(gram)
    root = np.linalg.qr((vectors * np.sqrt(np.maximum(sizes, 0.0))).T)[1].T
    root = root * np.where(np.diag(root) < 0, -1.0, 1.0)
    for largest in ROUNDINGS:
        coordinates = [
            [Fraction(round(float(entry) * largest), largest) for entry in row]
            for row in np.tril(root)
        ]
        yield coordinates, [Fraction(round(float(value) * largest), largest) for value in values]


def _breaks(
    found: tuple[list[list[Fraction]], list[Fraction]],
    claims: Sequence[Exact],
    conditions: Sequence[Exact],
    equations: Sequence[bool],
) -> bool:
    def value(form: Exact) -> Fraction:
        return _value(form, *found)

    met = all(
        value(form) == 0 if equation else value(form) >= 0
        for form, equation in zip(conditions, equations, strict=True)
    )
    return met and all(value(form) < 0 for form in claims)


def _value(form: Exact, coordinates: list[list[Fraction]], values: list[Fraction]) -> Fraction:
    total = form.constant + sum(
        (share * value for share, value in zip(form.values, values, strict=True)), Fraction(0)
    )
    for i, row in enumerate(form.matrix):
        for j, share in enumerate(row):
            if share:
                total += share * sum(
                    (a * b for a, b in zip(coordinates[i], coordinates[j], strict=True)),
                    Fraction(0),
                )
    return total


def breach(linear: Linear, found: Found) -> Breach | None:
    """The values that break the claims, as what can be checked from the ledger alone;
    None where its check fails.
    """
    writer = Writer(linear, {})
    relations = []
    for form, is_equation in zip(linear.conditions, linear.equations, strict=True):
        relations.append((_cleared(writer, form, found), "=" if is_equation else ">="))
    relations += [(_cleared(writer, form, found), "<") for form in linear.claims]
    relations += [
        (writer.polynomial(each), ">" if strict else ">=") for each, strict in hypotheses(linear)
    ]
    problem = linear.problem
    values = [
        *((value,) for value in found.place),
        *map(tuple, found.coordinates),
        *((value,) for value in found.values),
    ]
    names = (
        *(p.name for p in problem.parameters),
        *map(words_of, problem.basis),
        *(v.name for v in problem.values),
    )
    vectors = tuple(range(len(problem.parameters), len(problem.parameters) + len(problem.basis)))
    made = Breach(names, vectors, tuple(values), tuple(relations))
    return made if not breaches.problems(made) else None


def _cleared(writer: Writer, form: Form, found: Found) -> Polynomial:
    """A form times its denominator, with the sign that this has at the point."""
    above, below = sympy.fraction(sympy.together(writer.expression(form)))
    at = {
        name: sympy.Rational(v.numerator, v.denominator)
        for name, v in zip(writer.linear.problem.parameters, found.place, strict=True)
    }
    return writer.polynomial(above if sympy.sympify(below).xreplace(at) > 0 else -above)

"""Multipliers that the values of functions determine: of a few conditions, in whose sum no value
is left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

import numpy as np
import sympy

from probatum.engines.multipliers.exact_multipliers import Evaluator
from probatum.engines.multipliers.linear import Form, Linear
from probatum.engines.multipliers.semidefinite import Numbers
from probatum.engines.polynomials.rational import places
from probatum.type_names import Array, Expression

MOST_USED = 5  # conditions
MOST_TRIED = 20_000  # sets of conditions of one size
PLACES = 4  # of the parameters at which floating point must not speak against them
CLOSE = 1e-8


def determined(linear: Linear) -> Iterator[list[Expression]]:
    """The weight of the claim, of several the same for each, and multipliers as functions of the
    parameters, smallest sets first; candidates that floating point has not turned down.
    """
    if not linear.problem.values:
        return
    if len(linear.claims) > 1:
        weight = sympy.Rational(1, len(linear.claims))
        for _, *multipliers in determined(replace(linear, claims=(_mean(linear.claims),))):
            yield [*(weight for _ in linear.claims), *multipliers]
        return
    evaluator = Evaluator(linear)
    samples = [_numbers(evaluator, place) for place in _places(linear, evaluator)]
    usable = [
        number
        for number, form in enumerate(linear.conditions)
        if any(value != 0 for value in form.values) and not linear.equations[number]
    ]
    for size in range(1, min(MOST_USED, len(usable)) + 1) if samples else ():
        sets = np.array(list(islice(combinations(usable, size), MOST_TRIED)))
        for claim, conditions in samples:
            if len(sets):
                sets = sets[_may_do(claim, conditions, sets)]
        for chosen in sets:
            found = _solved(linear, [int(number) for number in chosen])
            if found is not None:
                yield found


def _mean(claims: Sequence[Form]) -> Form:
    """The claim that is at least zero only where one of these is."""
    weight = sympy.Rational(1, len(claims))
    return Form(
        sympy.ImmutableMatrix(sum((each.matrix for each in claims[1:]), claims[0].matrix) * weight),
        tuple(weight * sympy.Add(*each) for each in zip(*(c.values for c in claims), strict=True)),
        weight * sympy.Add(*(each.constant for each in claims)),
    )


def _places(linear: Linear, evaluator: Evaluator) -> Iterator[Expression]:
    """A few points that the hypotheses admit, and at which all is defined."""
    found = 0
    for place in places(linear.problem.parameters, linear.given, simple=False):
        try:
            evaluator.at(place)
        except ZeroDivisionError:
            continue
        yield place
        found += 1
        if found == PLACES:
            return


def _numbers(evaluator: Evaluator, place: Expression) -> tuple[Numbers, list[Numbers]]:
    claims, conditions = evaluator.at(place)
    return claims[0].numbers, [form.numbers for form in conditions]


def _may_do(claim: Numbers, conditions: Sequence[Numbers], sets: Expression) -> Expression:
    """Which sets of conditions have one combination that leaves no value, with multipliers not
    below zero, and a positive semidefinite rest; all at once.
    """
    values = np.array([form.values for form in conditions])[sets].transpose(0, 2, 1)
    multipliers = (np.linalg.pinv(values) @ claim.values[:, None])[..., 0]
    left = np.einsum("nvs,ns->nv", values, multipliers) - claim.values
    smallest = np.linalg.svd(values, compute_uv=False)[:, : sets.shape[1]].min(axis=1)
    several = values.shape[1] >= sets.shape[1]
    matrices = np.array([form.matrix for form in conditions])[sets]
    rest = claim.matrix - np.einsum("nsij,ns->nij", matrices, multipliers)
    constants = np.array([form.constant for form in conditions])[sets]
    constant = claim.constant - np.einsum("ns,ns->n", constants, multipliers)
    good = (np.abs(left).max(axis=1) < CLOSE) & (smallest > CLOSE) & several
    good &= (multipliers >= -CLOSE).all(axis=1) & (constant >= -CLOSE)
    found: Array = good & (np.linalg.eigvalsh(rest)[:, 0] >= -CLOSE)
    return found


def _solved(linear: Linear, chosen: Sequence[int]) -> list[Expression] | None:
    """The multipliers of these conditions as rational functions, those of others zero."""
    unknown = sympy.symbols(f"multiplier:{len(chosen)}")
    equations = [
        sympy.together(
            value
            - sympy.Add(
                *(u * linear.conditions[c].values[k] for u, c in zip(unknown, chosen, strict=True))
            )
        )
        for k, value in enumerate(linear.claims[0].values)
    ]
    found = sympy.solve(equations, unknown, dict=True)
    if len(found) != 1 or len(found[0]) != len(chosen):
        return None
    factors = [sympy.Integer(1)] + [sympy.Integer(0)] * len(linear.conditions)
    for symbol, number in zip(unknown, chosen, strict=True):
        factors[1 + number] = sympy.cancel(found[0][symbol])
    return factors

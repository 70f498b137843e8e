"""Means of functions of two independent variables with declared distributions: the mean over one
while the other stands still, and then over that.

Billingsley, Probability and Measure, 3rd ed., theorem 18.3 (Fubini): of functions that have a mean
of their absolute value, as all have that are no greater than a polynomial.
"""

from __future__ import annotations

from itertools import permutations
from typing import NamedTuple

import sympy

from probatum.lowering.chance.outcomes import group_of, in_outcomes, outcome
from probatum.lowering.chance.random_variables import check_together
from probatum.lowering.laws.growth import grows_slowly
from probatum.lowering.laws.law_events import decided_by
from probatum.lowering.laws.law_functions import terms_of_sum
from probatum.lowering.laws.law_means import mean
from probatum.lowering.laws.laws import CONTINUOUS, Mean, terms_of
from probatum.lowering.laws.one_value import Of
from probatum.proposition.subjects.distributions import (
    BinomialLaw,
    Distribution,
    GeometricLaw,
    PoissonLaw,
)
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Condition, Expression, Symbol

COUNTS = (BinomialLaw, GeometricLaw, PoissonLaw)
JOINED = {"of", "correlation", "drawn_from"}  # what is known of those that are not single ones


class Apart(NamedTuple):
    """One of two independent variables, and its distribution."""

    value: Symbol
    law: Distribution


def mean_of_two(inside: Expression, known: Condition) -> Mean | None:
    """The mean of a function of two variables, or None where it is not known in closed form.

    known: what is supposed of the parameters.
    """
    variables = sorted(inside.atoms(RandomVariable), key=str)
    both = [each for each in map(_apart, variables) if each is not None]
    if len(variables) != 2 or len(both) != 2 or not grows_slowly(inside):
        return None
    check_together(variables)
    if group_of(variables[0]) == group_of(variables[1]):
        return None
    function = in_outcomes(inside)
    for first, then in permutations(both):
        found = _one_by_one(function, (first, then), known)
        if found is not None:
            return found
    return None


def _apart(variable: RandomVariable) -> Apart | None:
    """A single variable with a distribution; None of others."""
    known = variable.known
    law = known.get("distribution")
    if "bernoulli" in known:
        law = BinomialLaw(sympy.Integer(1), known["bernoulli"])
    return None if law is None or JOINED & set(known) else Apart(outcome(variable), law)


def _one_by_one(function: Expression, both: tuple[Apart, Apart], known: Condition) -> Mean | None:
    first, then = both
    still = sympy.Dummy(then.value.name, real=True, integer=isinstance(then.law, COUNTS) or None)
    fixed = function.xreplace({then.value: still})
    bounds = then.law.bounds(still)
    if isinstance(then.law, CONTINUOUS):  # it is none of the ends, almost surely
        bounds = tuple(sympy.Gt(bound.gts, bound.lts) for bound in bounds)
    supposed = sympy.And(known, *bounds)
    inner = _mean(fixed, Of(first.value, first.law, supposed))
    if inner is None or inner.there != sympy.true:
        return None
    return _mean(inner.value.xreplace({still: then.value}), Of(then.value, then.law, known))


def _mean(function: Expression, of: Of) -> Mean | None:
    """As of one variable; of few outcomes, term by term, whatever else stands in it."""
    outcomes = terms_of(of.law)
    if outcomes is not None:
        terms = (function.xreplace({of.value: each}) * chance for each, chance in outcomes)
        return Mean(sympy.Add(*terms))
    found = Mean(sympy.Integer(0))
    for term in terms_of_sum(decided_by(function, of.given)):
        one = mean(term, of)
        if one is None:
            return None
        found = Mean(found.value + one.value, sympy.And(found.there, one.there))
    return found

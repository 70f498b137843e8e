"""Refutes statements over inner products with roots of numbers in them: values that break the
statement with rational numbers close by, put back exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import sympy

from probatum.decide.in_general.vector_counterexamples import explicit_values, is_single_valued
from probatum.decide.shared.back_translation import Broken, rational, refutation
from probatum.decision import Decision, Outcome, Reason
from probatum.engines.multipliers import linear_certificates, linear_counterexamples, semidefinite
from probatum.engines.multipliers.linear import NotLinearError, cases
from probatum.lowering.problem import Problem
from probatum.proposition.truth import truth_at
from probatum.type_names import Expression, Point

CLOSE = 10**6  # the largest denominator of a rational number in place of an irrational one


def by_rational_numbers(problem: Problem) -> Decision | None:
    """A counterexample with some room, which an irrational number close by leaves one."""
    near = _nearby(problem)
    if not near or not problem.exact or not semidefinite.is_available():
        return None
    close = replace(
        problem,
        given=problem.given.xreplace(near),
        conditions=tuple(
            replace(each, expression=each.expression.xreplace(near)) for each in problem.conditions
        ),
        also=problem.also.xreplace(near),
        goal=problem.goal.xreplace(near),
    )
    try:
        candidates = [linear_counterexamples.breaking(case) for case in cases(close)]
    except (NotLinearError, sympy.PolynomialError, sympy.CoercionFailed):
        return None
    for found in candidates:
        decision = _put_back(problem, found) if found else None
        if decision:
            return decision
    return None


def _nearby(problem: Problem) -> Point:
    """Rational numbers for the irrational ones."""
    parts = [problem.given, problem.also, problem.goal]
    parts += [each.expression for each in problem.conditions]
    roots = {
        power
        for part in parts
        for power in sympy.sympify(part).atoms(sympy.Pow)
        if power.is_number and power.is_real and not power.is_Rational
    }
    found = {}
    for root in sorted(roots, key=str):
        close = Fraction(str(root.evalf(30))).limit_denominator(CLOSE)
        found[root] = sympy.Rational(close.numerator, close.denominator)
    return found


def _put_back(problem: Problem, found: linear_counterexamples.Found) -> Decision | None:
    """The refutation, where the values break the statement as it is."""
    dimension = len(problem.basis)
    form = problem.in_coordinates(dimension)
    values = dict(_named(problem, found, dimension))
    point = {variable: values[variable.name] for variable in form.variables}
    breaks = truth_at(form.given, point) is True and truth_at(form.then, point) is False
    if not breaks or not is_single_valued(problem, values, dimension):
        return None
    decision = Decision(
        linear_certificates.NAME,
        Outcome.REFUTED,
        Reason.COUNTEREXAMPLE,
        engine=linear_certificates.ENGINE,
    )
    shown = explicit_values(problem, values, dimension)
    where = f"false in dimension {dimension} and above"
    return refutation(Broken(decision, form, values, dimension), shown, where, problem.theorems)


def _named(
    problem: Problem, found: linear_counterexamples.Found, dimension: int
) -> Iterator[tuple[str, Expression]]:
    """Parameters, coordinates and values by their names."""
    for parameter, number in zip(problem.parameters, found.place, strict=True):
        yield parameter.name, rational(number)
    for row, own in zip(problem.coordinates(dimension), found.coordinates, strict=True):
        for entry, number in zip(row, own, strict=True):
            if entry != 0:
                yield entry.name, rational(number)
    for value, number in zip(problem.values, found.values, strict=True):
        yield value.name, rational(number)

"""Decides statements about vectors of which the hypotheses tell all inner products: they are known
but for how space is turned.
"""

from __future__ import annotations

import sympy

from probatum.decide.in_general.vector_counterexamples import explicit_values
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import Broken, named, refutation
from probatum.decision import DECISIVE, Decision, Outcome
from probatum.engines.solvers import smt
from probatum.lowering.problem import Problem
from probatum.type_names import Matrix


def by_known_products(problem: Problem, where: str) -> tuple[Decision, ...]:
    """The decisions; none where some inner product is left open, or functions are spoken of.

    where: in which dimensions what is proved is so.
    """
    if set(problem.entries) != set(problem.known) or problem.functions:
        return ()
    found = attempt(smt, problem.in_inner_products())
    proofs = tuple(decision for decision in found if decision.outcome in DECISIVE)
    broken = (each for each in found if each.outcome is Outcome.REFUTED and each.counterexample)
    return named(proofs, problem.theorems, where) or tuple(_shown(problem, each) for each in broken)


def _shown(problem: Problem, decision: Decision) -> Decision:
    """A refutation with vectors that have these inner products."""
    found = dict(decision.counterexample.values) if decision.counterexample else {}
    at = {each: found[each.name] for each in problem.parameters}
    rows = coordinates_of(problem.gram.xreplace(problem.known).xreplace(at))
    dimension = max(rows.cols, 1)
    for names, row in zip(problem.coordinates(dimension), rows.tolist(), strict=True):
        own = (*row, *(sympy.Integer(0) for _ in range(dimension - rows.cols)))
        found |= {name.name: value for name, value in zip(names, own, strict=True) if name != 0}
    broken = Broken(decision, problem.in_coordinates(dimension), found, dimension)
    values = explicit_values(problem, found, dimension)
    return refutation(broken, values, f"false in dimension {dimension} and above", problem.theorems)


def coordinates_of(gram: Matrix) -> Matrix:
    """Vectors with these inner products as rows, in as few coordinates as there can be, of which
    the first vectors have as few as can be.
    """
    rest, columns = sympy.Matrix(gram), []
    for pivot in range(gram.rows):
        if sympy.simplify(rest[pivot, pivot]) != 0:
            column = rest[:, pivot] / sympy.sqrt(rest[pivot, pivot])
            columns.append(column)
            rest = (rest - column * column.T).applyfunc(sympy.simplify)
    return sympy.Matrix.hstack(*columns) if columns else sympy.zeros(gram.rows, 0)

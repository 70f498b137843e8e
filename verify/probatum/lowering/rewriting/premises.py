"""What is said under a premise, as what is said where the premise holds."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.type_names import Condition, Statement

PREMISES = Theorem("What is said under a premise is said where it holds", "elementary", exact=True)


def under_premises(statement: Statement) -> Statement:
    """The statement with the opposite of the other parts of a disjunction as hypotheses of the one
    that is no comparison of polynomials; as it is where there is not one such part.
    """
    if not isinstance(statement, ForAll):
        return statement
    parts = _alternatives(statement.then)
    said = [part for part in parts if not _is_of_polynomials(part)]
    if len(parts) < 2 or len(said) != 1:
        return statement
    premises = [sympy.Not(part) for part in parts if part is not said[0]]
    return for_all(statement.variables, sympy.And(statement.given, *premises), said[0])


def _alternatives(said: Statement) -> tuple[Condition, ...]:
    if isinstance(said, sympy.Implies):
        premise, conclusion = said.args
        return (sympy.Not(premise), *sympy.Or.make_args(conclusion))
    return said.args if isinstance(said, sympy.Or) else ()


def _is_of_polynomials(condition: Condition) -> bool:
    """Whether it compares polynomials alone, which have a value everywhere."""
    return all(
        side.is_polynomial(*side.free_symbols)
        for relation in condition.atoms(Relational)
        for side in relation.args
    )


REWRITINGS = (Rewriting(5, PREMISES, under_premises),)

"""Decides that equations of integers have no solution, as they have none modulo a number."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.certificates.incongruence import Incongruence
from probatum.decision import Decision, Outcome, Reason
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask, nobody
from probatum.engines.trying.incongruences import incongruence
from probatum.lowering.rewriting.components import as_condition
from probatum.proposition.kinds import Exists, ForAll
from probatum.type_names import Condition, Statement

NAME = "incongruence"
ENGINE = EXACT_SEARCH.name
TURN = 105
MOST_RELATIONS = 12  # of a statement, multiplied out
MOST_CASES = 16  # of it


def takes(statement: Statement) -> bool:
    """Conditions on integers with an equation in them."""
    return (
        isinstance(statement, (ForAll, Exists))
        and bool(statement.variables)
        and all(variable.is_integer for variable in statement.variables)
        and isinstance(as_condition(statement.then), Boolean)
        and _impossible(statement).has(sympy.Eq)
    )


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove that nothing breaks a universal statement, or refute what is said to exist."""
    condition = _impossible(statement)
    if len(condition.atoms(sympy.core.relational.Relational)) > MOST_RELATIONS:
        return Decision(NAME, Outcome.UNDECIDED, Reason.BUDGET)
    cases = sympy.Or.make_args(sympy.to_dnf(condition))
    if len(cases) > MOST_CASES:
        return Decision(NAME, Outcome.UNDECIDED, Reason.BUDGET)
    proofs: list[Incongruence] = []
    for case in cases:
        proof = incongruence(case)
        if proof is None:
            return Decision(NAME, Outcome.UNDECIDED, Reason.NO_MODULUS)
        proofs.append(proof)
    moduli = ", ".join(str(proof.modulus) for proof in proofs)
    return Decision(
        NAME,
        Outcome.REFUTED if isinstance(statement, Exists) else Outcome.PROVED,
        f"{Reason.INCONGRUENT}: modulo {moduli}",
        engine=ENGINE,
        checks=tuple({"kind": "incongruence", **proof.written()} for proof in proofs),
    )


def _impossible(statement: ForAll | Exists) -> Condition:
    """What no integers may satisfy."""
    said = as_condition(statement.then)
    return sympy.And(statement.given, said if isinstance(statement, Exists) else sympy.Not(said))

"""Proves equations by FLINT: both sides as quotients of polynomials, multiplied out exactly."""

from __future__ import annotations

import sympy

from probatum.counterexample import Sides
from probatum.decision import Decision, Outcome, Reason
from probatum.engine_catalogue import FLINT
from probatum.engines.decider import Ask, nobody
from probatum.engines.polynomials.quotient import NotQuotientError, Quotients
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import equations
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Statement

NAME = "polynomial"
ENGINE = FLINT.name
TURN = 40


def takes(statement: Statement) -> bool:
    """Equalities, and for all variables equalities and conditions."""
    if isinstance(statement, ForAll):
        return isinstance(statement.then, (Equal, sympy.logic.boolalg.Boolean)) and _has_equation(
            statement.then
        )
    return isinstance(statement, Equal)


def _has_equation(then: Statement) -> bool:
    return isinstance(then, Equal) or bool(then.atoms(sympy.Equality))


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove it, or refute what differs by a number; whether another residue is zero is for others
    to say.
    """
    given, then = (
        (statement.given, statement.then)
        if isinstance(statement, ForAll)
        else (sympy.true, statement)
    )
    try:
        quotients = Quotients(
            [part for part in conjuncts(given) if isinstance(part, sympy.Equality)]
        )
        ways = equations(then) if isinstance(then, Equal) else [[then]]
        if any(all(_holds(part, quotients) for part in way) for way in ways):
            return Decision(NAME, Outcome.PROVED, Reason.MULTIPLIED_OUT)
        if (
            given == sympy.true
            and isinstance(then, Equal)
            and len(ways) == 1
            and any(quotients.apart(*part.args) for part in ways[0])
        ):
            return Decision(
                NAME,
                Outcome.REFUTED,
                Reason.DIFFERENT,
                Sides.of(then.left, then.right),
            )
    except (NotQuotientError, OutOfScopeError):
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    return Decision(NAME, Outcome.UNDECIDED, Reason.RESIDUE)


def _holds(condition: Condition, quotients: Quotients) -> bool:
    """Whether the condition is true for all values of its variables: by equations alone,
    a part of `Or` is enough.
    """
    if isinstance(condition, sympy.And):
        return all(_holds(part, quotients) for part in condition.args)
    if isinstance(condition, sympy.Or):
        return any(_holds(part, quotients) for part in condition.args)
    return isinstance(condition, sympy.Equality) and quotients.equal(condition.lhs, condition.rhs)

"""Decides by points at which the sides of a relation meet, which no list of cases holds."""

from __future__ import annotations

import itertools

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.shared.supposed import with_bounds_supposed
from probatum.decision import Decision, Outcome, Reason
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask, nobody
from probatum.engines.trying.inverse_points import inverse_points
from probatum.engines.trying.meeting_points import Meeting, meetings
from probatum.engines.trying.vanishing_points import vanishing_points
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Expression, Point, Statement

NAME = "contact"
ENGINE = EXACT_SEARCH.name
TURN = 110


def takes(statement: Statement) -> bool:
    """Conditions quantified once."""
    return (
        isinstance(statement, (ForAll, Exists))
        and bool(statement.variables)
        and isinstance(statement.then, sympy.logic.boolalg.Boolean)
    )


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """What the points say at which sides meet; where one is not known exactly, all that was tried
    says nothing.
    """
    wanted = isinstance(statement, Exists)
    statement = with_bounds_supposed(statement) if wanted else statement
    outcome, reason = (
        (Outcome.PROVED, Reason.WITNESS) if wanted else (Outcome.REFUTED, Reason.COUNTEREXAMPLE)
    )
    for point in itertools.chain(inverse_points(statement), vanishing_points(statement)):
        if _answer(statement, point) is wanted:
            return Decision(NAME, outcome, reason, Counterexample.at_point(point))
    doubt = False
    for meeting in meetings(statement):
        answers = [(point, _answer(statement, point)) for point in meeting.points]
        for point, answer in answers:
            if answer is wanted:
                return Decision(NAME, outcome, reason, Counterexample.at_point(point))
        if not any(answer is not None for _, answer in answers):
            ends = meeting.between(statement.given) if _turns(statement, meeting) else None
            if ends is not None:
                return Decision(NAME, outcome, Reason.BETWEEN, _between(statement, meeting, ends))
            doubt = True
    return Decision(NAME, Outcome.UNDECIDED, Reason.NOT_CONFIRMED if doubt else Reason.NO_CONTACT)


def _answer(statement: Statement, point: Point) -> bool | None:
    """What a point says: True a witness, False a counterexample; `not wanted` where it is neither,
    None where that is not known, or an integer variable is no integer there.
    """
    if any(variable.is_integer and not value.is_Integer for variable, value in point.items()):
        return None
    exists = isinstance(statement, Exists)
    given = holds_at(statement.given, point)
    if given is not True:
        return None if given is None else not exists
    return holds_at(statement.then, point) if exists else truth_at(statement.then, point)


def _turns(statement: Statement, meeting: Meeting) -> bool:
    """Whether the statement is about nothing but whether these sides meet."""
    return statement.then == meeting.relation and meeting.relation.rel_op in ("==", "!=")


def _between(
    statement: Statement, meeting: Meeting, ends: tuple[Expression, Expression]
) -> Counterexample:
    values = {meeting.variable: sympy.Interval(*ends), **meeting.line}
    named = tuple((variable.name, values[variable]) for variable in statement.variables)
    return Counterexample(
        named, "The sides meet in there: their difference is continuous and changes its sign."
    )

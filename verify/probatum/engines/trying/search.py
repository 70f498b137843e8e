"""Decides by trying cases: every case of a finite domain, many of an infinite one,
generated ones for code.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from math import prod

import numpy as np
import sympy

from probatum.calculus.signs.bounds import bounds
from probatum.counterexample import Counterexample
from probatum.decision import SEARCH, Decision, Outcome, Reason
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask, nobody
from probatum.engines.trying.bulk import Columns, NotVectorizedError, bounds_of_truth, truths
from probatum.engines.trying.cases import Cases, cases_of
from probatum.engines.trying.generated_cases import generated
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import equations
from probatum.proposition.kinds import Equal, Exists, ForAll
from probatum.proposition.parts import conjuncts, unchecked
from probatum.proposition.sense.bodies import CONSTRUCTS
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.property import Property
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Array, Condition, Expression, Point, Statement, Symbol

NAME = SEARCH
ENGINE = EXACT_SEARCH.name
TURN = 10
SAMPLING = "search"  # what is only sampled is not exact
MOST_FINITE = 20_000
FIRST = 20  # cases that are put in exactly where floating point takes none
MOST_CHECKED = 20  # candidates of floating-point arithmetic that are put back exactly
MOST_NEAR = 8  # candidates that floating point does not tell from a bound
MOST_SETTLED = 200  # cases that floating point does not tell from the bounds of the hypotheses
MOST_OUTSIDE = 20  # of those, cases that exact arithmetic does not admit
ROUNDING = 1e-9  # relative: what differs less in floating point is not worth an exact look


def takes(statement: Statement) -> bool:
    """Properties, and conditions quantified once."""
    if isinstance(statement, (ForAll, Exists)):
        return bool(statement.variables) and isinstance(
            statement.then, (Equal, sympy.logic.boolalg.Boolean)
        )
    return isinstance(statement, Property)


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Refute a universal statement, confirm an existential one, or support what was tried."""
    if isinstance(statement, Property):
        return generated(statement, NAME, SAMPLING)
    if isinstance(statement.then, Equal):
        return _equations(statement)
    cases = finite_domain(statement)
    return _exhaust(statement, cases) if cases is not None else _sample(statement)


def _equations(statement: Statement) -> Decision:
    """An `Equal` as the equations of its components."""
    try:
        ways = equations(statement.then)
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    then = sympy.Or(*(sympy.And(*each) for each in ways))
    return decide(
        unchecked(type(statement), variables=statement.variables, given=statement.given, then=then),
    )


def finite_domain(statement: Statement) -> list[tuple[Expression, ...]] | None:
    """All cases of the variables where the hypotheses bound each and all are integers,
    or name their values; else None.
    """
    named = {variable: _named_values(variable, statement.given) for variable in statement.variables}
    ranges = bounds(statement)
    values = []
    for variable in statement.variables:
        chosen = named[variable]
        if chosen is not None:
            values.append(chosen)
        elif variable.is_integer and variable in ranges:
            low, high = ranges[variable]
            if high - low > MOST_FINITE:
                return None
            values.append(
                [
                    sympy.Integer(value)
                    for value in range(int(sympy.ceiling(low)), int(sympy.floor(high)) + 1)
                ]
            )
        else:
            return None
    return list(itertools.product(*values)) if prod(map(len, values)) <= MOST_FINITE else None


def _named_values(variable: Symbol, given: Condition) -> list[Expression] | None:
    """The values that a hypothesis `x = a or x = b or ...` names for the variable."""
    for part in conjuncts(given):
        options = part.args if isinstance(part, sympy.Or) else (part,)
        equalities = [
            option
            for option in options
            if isinstance(option, sympy.Equality)
            and option.lhs == variable
            and option.rhs.is_Rational
        ]
        if len(equalities) == len(options):
            return sorted(
                equality.rhs
                for equality in equalities
                if equality.rhs.is_Integer or not variable.is_integer
            )
    return None


def _exhaust(statement: Statement, cases: list[tuple[Expression, ...]]) -> Decision:
    exists = isinstance(statement, Exists)
    admitted = 0
    undecided = False
    for case in cases:
        point = dict(zip(statement.variables, case, strict=True))
        given = holds_at(statement.given, point)
        if given is False:
            continue
        admitted += given is True
        then = (
            None
            if given is None
            else holds_at(statement.then, point)
            if exists
            else truth_at(statement.then, point)
        )
        if then is exists:
            return _found(statement, point, len(cases), admitted)
        undecided = undecided or then is None
    if undecided:
        return Decision(
            NAME, Outcome.UNDECIDED, Reason.TOUCHING, tried=len(cases), admitted=admitted
        )
    outcome = Outcome.REFUTED if exists else Outcome.PROVED if admitted else Outcome.VACUOUS
    return Decision(NAME, outcome, Reason.EXHAUSTED, tried=len(cases), admitted=admitted)


def _found(statement: Statement, point: Point, tried: int, admitted: int | None) -> Decision:
    shown = Counterexample.at_point(point)
    if isinstance(statement, Exists):
        return Decision(NAME, Outcome.PROVED, Reason.WITNESS, shown, tried, admitted)
    return Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, shown, tried, admitted)


def _sample(statement: Statement) -> Decision:
    """Cases in bulk by floating point; what looks like a hit is put back exactly."""
    cases = cases_of(statement)
    columns = {
        variable: cases.points[:, number] for number, variable in enumerate(statement.variables)
    }
    try:
        with np.errstate(all="ignore"):
            admitted, maybe = _admitted(statement, cases, columns)
            then = np.broadcast_to(truths(statement.then, columns, ROUNDING), len(cases.points))
            surely = np.broadcast_to(
                bounds_of_truth(statement.then, columns, ROUNDING)[0], len(cases.points)
            )
    except (NotVectorizedError, OverflowError):
        return _one_by_one(statement, cases)
    if isinstance(statement, Exists):
        return _witness(statement, cases, np.flatnonzero(maybe & then), int(admitted.sum()))
    near = np.flatnonzero(admitted & then & ~surely)[:MOST_NEAR]
    seen = Seen(np.flatnonzero(admitted & ~then), near, int(admitted.sum()))
    return _support(statement, cases, seen)


def _one_by_one(statement: Statement, cases: Cases) -> Decision:
    """The simplest cases put in exactly, of functions that floating point has not in bulk."""
    exists = isinstance(statement, Exists)
    for index in range(0 if statement.then.has(*CONSTRUCTS) else min(len(cases.points), FIRST)):
        point = cases.exact(index)
        if holds_at(statement.given, point) is True:
            then = (holds_at if exists else truth_at)(statement.then, point)
            if then is exists:
                return _found(statement, point, index + 1, admitted=None)
    return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)


def _admitted(statement: Statement, cases: Cases, columns: Columns) -> tuple[Array, Array]:
    """Which cases the hypotheses certainly admit, and which they may;
    what floating point leaves open is settled exactly.
    """
    hypotheses = sympy.And(statement.given, defined(statement.given))
    surely, maybe = (
        np.array(np.broadcast_to(found, len(cases.points)))
        for found in bounds_of_truth(hypotheses, columns, ROUNDING)
    )
    outside = 0
    for index in np.flatnonzero(maybe & ~surely)[:MOST_SETTLED]:
        surely[index] = truth_at(hypotheses, cases.exact(index)) is True
        outside += not surely[index]
        if outside == MOST_OUTSIDE:
            break
    return surely, maybe


def _witness(statement: Statement, cases: Cases, hits: Array, admitted: int) -> Decision:
    """The first candidate that satisfies the statement, put back exactly."""
    for index in hits[:MOST_CHECKED]:
        point = cases.exact(index)
        if holds_at(statement.given, point) is True and holds_at(statement.then, point) is True:
            return _found(statement, point, len(cases.points), admitted)
    return Decision(
        NAME, Outcome.UNDECIDED, Reason.NOT_FOUND, tried=len(cases.points), admitted=admitted
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """What floating point makes of cases: which seem to break the statement, which are near that,
    and how many are admitted.
    """

    hits: Array
    near: Array
    admitted: int


def _support(statement: Statement, cases: Cases, seen: Seen) -> Decision:
    """Refuted by a case that breaks the statement exactly, supported where no case seems to break
    it.
    """
    tried, hits, admitted = len(cases.points), seen.hits, seen.admitted
    exactly = not statement.then.atoms(
        sympy.Equality
    )  # algebra can only confirm an equation, never break one
    doubt = len(hits) > MOST_CHECKED
    for number, index in enumerate([*hits[:MOST_CHECKED], *seen.near]):
        point = cases.exact(index)
        holds = truth_at(statement.then, point, exactly=exactly)
        if holds is False and truth_at(statement.given, point) is True:
            return _found(statement, point, tried, admitted)
        doubt = doubt or (holds is not True and number < len(hits))
    if not admitted:
        return Decision(NAME, Outcome.UNDECIDED, Reason.NO_CASE, tried=tried, admitted=0)
    if doubt:
        return Decision(
            NAME, Outcome.UNDECIDED, Reason.NOT_CONFIRMED, tried=tried, admitted=admitted
        )
    return Decision(
        NAME, Outcome.SUPPORTED, Reason.SAMPLED, tried=tried, admitted=admitted, engine=SAMPLING
    )

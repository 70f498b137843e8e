"""Decides statements about every step of an iteration: by induction whose parts other deciders
prove, or by running it exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

import sympy

from probatum.counterexample import Run
from probatum.decide.shared.composed import proofs
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.steps.companions import companions
from probatum.lowering.steps.orbits import Reached, first_states, steps
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import ForAll, Orbit, for_all
from probatum.proposition.parts import put, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Point, Statement, Symbols

NAME = "induction"
ENGINE = EXACT_SEARCH.name  # of a run; a proof names those of its parts
TURN = 84
MOST_STEPS = 60
MOST_LATE_STEPS = 1_000  # where no induction closes, of an orbit that stays among short fractions
FIRST_STEPS = 3  # with parameters the expressions grow with each step
MOST_OPERATIONS = 40  # in an exact state that is no fraction
LONGEST_NUMBER = 4_000  # bits of an exact state; beyond that running stops


def takes(statement: Statement) -> bool:
    """An orbit, or an orbit for all values of its parameters."""
    return isinstance(statement, Orbit) or (
        isinstance(statement, ForAll) and isinstance(statement.then, Orbit)
    )


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Run the orbit where its start is known, then close the induction; `ask` decides its parts."""
    orbit, variables, given = _parts(statement)
    known = not variables and orbit.given == sympy.true
    broken = _run(orbit, MOST_STEPS) if known else None
    if broken is None:
        statements = steps(orbit, variables, given).statements
        parts = _proved(statements, ask)
        if len(parts) == len(statements):
            return tuple(proofs(NAME, Reason.INDUCTION, parts))
        broken = _run_late(orbit) if known else _unroll(orbit, variables, given, ask)
    if isinstance(broken, Truth):
        return Decision(NAME, Outcome.PROVED, Reason.COMES_BACK, engine=ENGINE)
    if broken is not None:
        return Decision(NAME, Outcome.REFUTED, Reason.RUN, broken)
    return Decision(NAME, Outcome.UNDECIDED, Reason.NOT_INDUCTIVE)


def with_companions(statement: Statement, ask: Ask) -> Statement | None:
    """The statement with an invariant: what is stated, and what goes through the induction beside
    it; None where nothing does, or its author gave one.

    What is left of the relations that are tried where each that a step may break is dropped, until
    none is: the method of Flanagan and Leino, Houdini, an annotation assistant for ESC/Java (2001).
    """
    written, *_ = _parts(statement)  # which must have a value at each state, as before
    orbit, variables, given = _parts(plain(statement))
    if orbit.invariant is not None or orbit.is_about_a_step:
        return None
    start = dict(zip(orbit.state, orbit.start, strict=True))
    step = dict(zip(orbit.state, orbit.step, strict=True))
    bound = (*variables, *orbit.state, *orbit.open)

    def kept(relations: list[Condition], supposed: Condition, put_in: Point) -> list[Condition]:
        asked = ((each, for_all(bound, supposed, put(each, put_in))) for each in relations)
        return [each for each, one in asked if _is_true(one, ask)]

    left = kept(list(companions(orbit)), given, start)
    while left:
        whole = sympy.And(given, orbit.here, orbit.admitted, *left)
        again = kept(left, whole, step)
        if again == left:
            own = with_parts(written, invariant=sympy.And(orbit.here, *left))
            return with_parts(statement, then=own) if variables else own
        left = again
    return None


def _is_true(statement: ForAll, ask: Ask) -> bool:
    try:
        found = ask(statement)
    except UndefinedError:
        return False
    return found.truth is Truth.TRUE and bool(found.agreeing)


def stop(statement: Statement, ask: Ask) -> Run | Truth:
    """Where the iteration becomes undefined; FALSE where the statement breaks before,
    UNDECIDED where neither is seen.
    """
    written, *_ = _parts(statement)
    needed = evaluated(sympy.And(defined(written.step), defined(written.here)))
    orbit, variables, given = _parts(plain(statement))
    if variables or orbit.given != sympy.true:
        if _unroll(orbit, variables, given, ask) is not None:
            return Truth.FALSE
        supposed = partial(_supposing, variables, given)
        return _undefined_first(orbit, needed, supposed, ask) or Truth.UNDECIDED
    for number, point in enumerate(_states(orbit, orbit.start)):
        if truth_at(needed, point) is False:
            return Run(tuple((symbol.name, value) for symbol, value in point.items()), step=number)
        if truth_at(orbit.here, point) is False:
            return Truth.FALSE
    return Truth.UNDECIDED


def _supposing(variables: Symbols, given: Condition, reached: Reached, then: Condition) -> ForAll:
    """That something holds at a state that is reached."""
    bound, supposed = (*variables, *reached.unknown), sympy.And(given, reached.supposed)
    return for_all(bound, supposed, then)


def _undefined_first(
    orbit: Orbit, needed: Condition, supposing: Callable[..., ForAll], ask: Ask
) -> Run | None:
    """Parameters with which one of the first steps cannot be made."""
    for number, reached in enumerate(islice(first_states(orbit), FIRST_STEPS)):
        found = ask(supposing(reached, put(needed, reached.point)))
        if found.truth is Truth.FALSE and found.counterexample:
            return Run(found.counterexample.values, step=number)
        if found.truth is not Truth.TRUE:
            return None
    return None


def _proved(statements: tuple[ForAll, ...], ask: Ask) -> list[Decided]:
    """The statements decided, up to the first that is not proved."""
    parts = []
    for statement in statements:
        try:
            parts.append(ask(statement))
        except UndefinedError:  # at a state that the orbit may never reach
            return parts
        if parts[-1].truth is not Truth.TRUE or not parts[-1].agreeing:
            return parts[:-1]
    return parts


def _parts(statement: Statement) -> tuple[Orbit, Symbols, Condition]:
    if isinstance(statement, Orbit):
        return statement, (), sympy.true
    return statement.then, statement.variables, statement.given


def _unroll(orbit: Orbit, variables: Symbols, given: Condition, ask: Ask) -> Run | None:
    """Parameters with which one of the first steps breaks the statement."""
    for number, reached in enumerate(islice(first_states(orbit), FIRST_STEPS)):
        try:
            found = ask(_supposing(variables, given, reached, reached.here))
        except UndefinedError:
            return None
        if found.truth is Truth.FALSE and found.counterexample:
            return Run(found.counterexample.values, step=number)
    return None


def _run_late(orbit: Orbit) -> Run | Truth | None:
    """The same of many more steps, of an orbit that has been among fractions until then."""
    *_, last = _states(orbit, orbit.start)
    fractions = all(value.is_Rational for value in last.values())
    return _run(orbit, MOST_LATE_STEPS) if fractions else None


def _run(orbit: Orbit, most: int) -> Run | Truth | None:
    """The first step at which the statement is certainly false; TRUE where the iteration comes back
    to a state, and it was true until then.
    """
    here, before, sure = orbit.here, set[tuple[Expression, ...]](), not orbit.open
    for number, point in enumerate(_states(orbit, orbit.start, most)):
        state = tuple(point.values())
        if sure and state in before:
            return Truth.TRUE
        found = truth_at(here, point)
        if found is False:
            return Run(tuple((symbol.name, value) for symbol, value in point.items()), step=number)
        before.add(state)
        sure = sure and found is True
    return None


def _states(
    orbit: Orbit, state: tuple[Expression, ...], most: int | None = None
) -> Iterator[Point]:
    """The first states, as long as they are real numbers that are not written at great length."""
    for _ in range(MOST_STEPS if most is None else most):
        point = dict(zip(orbit.state, state, strict=True))
        yield point
        state = tuple(put(expression, point) for expression in orbit.step)
        if not all(map(_is_short, state)):
            return


def _is_short(value: Expression) -> bool:
    if not value.is_Rational:
        return value.is_number and _is_of_roots(value) and bool(value.is_real)
    return bool(max(value.p.bit_length(), value.q.bit_length()) < LONGEST_NUMBER)


def _is_of_roots(value: Expression) -> bool:
    """Whether few roots and fractions make it: SymPy looks long for the sign of other numbers."""
    powers = value.atoms(sympy.Pow)
    known = not value.has(sympy.Function) and all(power.exp.is_Rational for power in powers)
    return known and bool(value.count_ops() < MOST_OPERATIONS)

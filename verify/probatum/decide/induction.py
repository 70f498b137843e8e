"""Decides statements about every step of an iteration: by induction whose parts other deciders
prove, or by running it exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy

from probatum.decision import DECISIVE, Counterexample, Decision, Outcome, Truth, Why
from probatum.errors import UndefinedError
from probatum.proposition.definedness import defined
from probatum.proposition.kinds import ForAll, Orbit
from probatum.proposition.narrowing import after
from probatum.proposition.parts import put, unchecked
from probatum.proposition.truth import truth_at

NAME = "induction"
ENGINE = "exact search"  # of a run; a proof names those of its parts
MOST_STEPS = 60
FIRST_STEPS = 3  # with parameters the expressions grow with each step
LONGEST_NUMBER = 4_000  # bits of an exact state; beyond that running stops


def takes(statement: Any) -> bool:
    """An orbit, or an orbit for all values of its parameters."""
    return isinstance(statement, Orbit) or (
        isinstance(statement, ForAll) and isinstance(statement.then, Orbit)
    )


def decide(statement: Any, ask: Any) -> Decision | tuple[Decision, ...]:
    """Run the orbit where its start is known, then close the induction; `ask` decides its parts."""
    orbit, variables, given = _parts(statement)
    broken = None if variables else _run(orbit)
    if broken is None:
        statements = induction(orbit, variables, given)
        parts = _proved(statements, ask)
        if len(parts) == len(statements):
            return tuple(proofs(NAME, Why.INDUCTION, parts))
        broken = _unroll(orbit, variables, given, ask) if variables else None
    if broken is not None:
        return Decision(NAME, Outcome.REFUTED, Why.RUN, broken)
    return Decision(NAME, Outcome.UNDECIDED, Why.NOT_INDUCTIVE)


def stop(statement: Any, ask: Any) -> Counterexample | Truth:
    """Where the iteration becomes undefined; FALSE where the statement breaks before,
    UNDECIDED where neither is seen.
    """
    orbit, variables, given = _parts(statement)
    if variables:
        if _unroll(orbit, variables, given, ask) is not None:
            return Truth.FALSE
        return _undefined_first(orbit, variables, given, ask) or Truth.UNDECIDED
    needed = sympy.And(defined(orbit.step), defined(_then(orbit)))
    for number, point in enumerate(_states(orbit, orbit.start)):
        if truth_at(_then(orbit), point) is False:
            return Truth.FALSE
        if truth_at(needed, point) is False:
            return Counterexample(
                (
                    *((symbol.name, value) for symbol, value in point.items()),
                    ("step", sympy.Integer(number)),
                )
            )
    return Truth.UNDECIDED


def _undefined_first(
    orbit: Orbit, variables: tuple[Any, ...], given: Any, ask: Any
) -> Counterexample | None:
    """Parameters with which one of the first steps cannot be made."""
    state, needed = orbit.start, sympy.And(defined(orbit.step), defined(_then(orbit)))
    for number in range(FIRST_STEPS):
        point = dict(zip(orbit.state, state, strict=True))
        found = ask(unchecked(ForAll, variables=variables, given=given, then=put(needed, point)))
        if found.truth is Truth.FALSE and found.counterexample:
            return Counterexample((*found.counterexample.values, ("step", sympy.Integer(number))))
        if found.truth is not Truth.TRUE:
            return None
        state = tuple(put(expression, point) for expression in orbit.step)
    return None


def _proved(statements: list[Any], ask: Any) -> list[Any]:
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


def proofs(name: str, reason: str, parts: list[Any]) -> Iterator[Decision]:
    """The proofs of a whole by those of its parts, each as decided."""
    return together(name, reason, [by_engine(part) for part in parts])


def together(name: str, reason: str, parts: list[list[Decision]]) -> Iterator[Decision]:
    """As many proofs as each part has, so that no two rest on one engine for the same part."""
    for proofs in zip(*parts, strict=False):
        proved = all(decision.outcome is Outcome.PROVED for decision in proofs)
        by = " and ".join(sorted({decision.engine or decision.decider for decision in proofs}))
        outcome = Outcome.PROVED if proved else Outcome.ENCLOSED
        yield Decision(name, outcome, f"{reason} (its parts by {by})", engine=by)


def by_engine(part: Any) -> list[Decision]:
    """One proof of a part for each engine, in the order of their names."""
    found = {
        decision.engine or decision.decider: decision
        for decision in part.decisions
        if decision.outcome in DECISIVE
    }
    return [found[name] for name in sorted(found)]


def _parts(statement: Any) -> tuple[Any, tuple[Any, ...], Any]:
    if isinstance(statement, Orbit):
        return statement, (), sympy.true
    return statement.then, statement.variables, statement.given


def induction(orbit: Orbit, variables: tuple[Any, ...], given: Any) -> list[Any]:
    """The statements that together prove the orbit: its start, the step from any such state,
    and what follows there.
    """
    state = dict(zip(orbit.state, orbit.start, strict=True))
    step = dict(zip(orbit.state, orbit.step, strict=True))
    here = _then(orbit)
    invariant = here if orbit.invariant is None else orbit.invariant
    bound = (*variables, *orbit.state)
    visited = sympy.And(given, invariant)
    parts = [
        unchecked(ForAll, variables=variables, given=given, then=put(invariant, state)),
        unchecked(ForAll, variables=bound, given=visited, then=put(invariant, step)),
    ]
    return (
        parts
        if orbit.invariant is None
        else [*parts, unchecked(ForAll, variables=bound, given=visited, then=here)]
    )


def _then(orbit: Orbit) -> Any:
    """What the orbit states, as a condition on the present state alone."""
    return put(orbit.then, dict(zip(map(after, orbit.state), orbit.step, strict=True)))


def _unroll(
    orbit: Orbit, variables: tuple[Any, ...], given: Any, ask: Any
) -> Counterexample | None:
    """Parameters with which one of the first steps breaks the statement."""
    state, here = orbit.start, _then(orbit)
    for number in range(FIRST_STEPS):
        point = dict(zip(orbit.state, state, strict=True))
        try:
            found = ask(unchecked(ForAll, variables=variables, given=given, then=put(here, point)))
        except UndefinedError:
            return None
        if found.truth is Truth.FALSE and found.counterexample:
            return Counterexample((*found.counterexample.values, ("step", sympy.Integer(number))))
        state = tuple(put(expression, point) for expression in orbit.step)
    return None


def _run(orbit: Orbit) -> Counterexample | None:
    """The first step at which the statement is certainly false."""
    here = _then(orbit)
    for number, point in enumerate(_states(orbit, orbit.start)):
        if truth_at(here, point) is False:
            return Counterexample(
                (
                    *((symbol.name, value) for symbol, value in point.items()),
                    ("step", sympy.Integer(number)),
                )
            )
    return None


def _states(orbit: Orbit, state: Any) -> Iterator[dict[Any, Any]]:
    """The first states, as long as they are fractions of not too many digits."""
    for _ in range(MOST_STEPS):
        point = dict(zip(orbit.state, state, strict=True))
        yield point
        state = tuple(put(expression, point) for expression in orbit.step)
        if not all(
            value.is_Rational
            and value.p.bit_length() < LONGEST_NUMBER
            and value.q.bit_length() < LONGEST_NUMBER
            for value in state
        ):
            return

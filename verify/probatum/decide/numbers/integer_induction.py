"""Decides statements for all integers from a start on by induction,
whose first cases and step other methods prove.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.composed import by_engine, together
from probatum.decide.shared.second_engine import AGAIN
from probatum.decision import (
    COUNTING,
    DECISIVE,
    INTERVAL,
    SEARCH,
    SYMBOLIC,
    VACUITY,
    Decided,
    Decision,
    Outcome,
    Reason,
    Truth,
)
from probatum.engine_catalogue import ARB, EXACT_SEARCH, SYMPY
from probatum.engines.decider import Ask
from probatum.engines.polynomials import polynomial
from probatum.engines.solvers import smt
from probatum.errors import UndefinedError
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import equations
from probatum.lowering.steps.counted_values import NotCountableError
from probatum.lowering.steps.holes import in_parts
from probatum.lowering.steps.induction import INDUCTION, Counted, at_once, case, counted, step
from probatum.proposition.kinds import Equal, ForAll, for_all
from probatum.proposition.numbers.digit_count import too_long_at
from probatum.proposition.truth import truth_at
from probatum.type_names import Expression, Statement

NAME = COUNTING
ENGINE = EXACT_SEARCH.name  # of a counterexample; a proof names those of its parts
TURN = 140
# Of steps: they are defined where the statement is, which is known before.
PROVERS = (polynomial, smt, *AGAIN)
BEYOND = "up to the last number that the hypotheses leave out, and from there on"
DEEPEST = 3  # places before, from which one follows
LATEST_START = 20_000  # of which a factorial or a power is written out
GROWING = (sympy.factorial, sympy.factorial2, sympy.binomial, sympy.fibonacci, sympy.lucas)
UNROLLED = 8  # first cases that are tried where no induction closes
STRIDES = (25, 40, 60, 80, 100, 130, 160, 200, 250)
NEAR = (
    *range(-1, 7),
    8,
    10,
    15,
    20,
    *STRIDES,
)  # cases that enclosures settle before anything is proved
FAR = (*STRIDES, 300, 400, 500, 700, 1000)
ENOUGH = 2  # proofs


def takes(statement: Statement) -> bool:
    """Conditions and equalities for all integers from a start on, with a sequence in them."""
    flat = _as_condition(statement)
    return flat is not None and (next(counted(flat), None) is not None or bool(in_parts(flat)))


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Prove it at once or by induction, else try its first cases; `ask` decides them."""
    flat = _as_condition(statement)
    reasons: list[str] = []
    if flat is None:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    proofs = tuple(_beyond_holes(in_parts(flat), ask))
    if proofs:
        return proofs
    for way in counted(flat):
        found = _decided(way, ask, reasons)
        if found:
            return found
    reason = "; ".join(dict.fromkeys(reasons)) or Reason.SCOPE
    return tuple(_by_order(flat, ask)) or Decision(NAME, Outcome.UNDECIDED, reason)


def _beyond_holes(parts: tuple[ForAll, ...], ask: Ask) -> Iterator[Decision]:
    """Proofs at each integer up to the last that is left out, and from there on."""
    proofs: list[list[Decision]] = []
    for part in reversed(parts):
        found = _answer(part, ask)
        if found is None or found.truth is not Truth.TRUE:
            return
        proofs.append(by_engine(found))
    if proofs:
        yield from together(NAME, BEYOND, proofs)


def _by_order(statement: ForAll, ask: Ask) -> Iterator[Decision]:
    """Proofs that two sides differ, as one is above the other throughout."""
    if not isinstance(statement.then, sympy.Ne):
        return
    for order in (sympy.Gt, sympy.Lt):
        then = order(*statement.then.args, evaluate=False)
        found = _answer(for_all(statement.variables, statement.given, then), ask)
        if found is not None and found.truth is Truth.TRUE:
            yield from together(NAME, "one side is above the other throughout", [by_engine(found)])
            return


def _as_condition(statement: Statement) -> ForAll | None:
    """One universal statement of a condition, quantifiers joined and equalities written as
    equations; None for others.
    """
    if not isinstance(statement, ForAll):
        return None
    inner = statement.then
    if isinstance(inner, ForAll):
        given = sympy.And(statement.given, inner.given)
        return _as_condition(for_all((*statement.variables, *inner.variables), given, inner.then))
    if isinstance(inner, Equal):
        try:
            inner = sympy.Or(*(sympy.And(*way) for way in equations(inner)))
        except OutOfScopeError:
            return None
    if not isinstance(inner, sympy.logic.boolalg.Boolean):
        return None
    return for_all(statement.variables, statement.given, inner)


def _decided(way: Counted, ask: Ask, reasons: list[str]) -> tuple[Decision, ...]:
    if _too_large(way):
        reasons.append(f"numbers too large to be written out at {way.variable} = {way.start}")
        return ()
    broken = () if way.others else tuple(_far_out(way, NEAR))
    if broken:
        return broken
    try:
        proofs = _proofs(at_once(way), ask)
        if proofs:
            return tuple(
                together(NAME, "sequences taken for real numbers of a known sign", [proofs])
            )
        return tuple(_by_induction(way, ask, reasons))
    except NotCountableError as problem:
        reasons.append(f"no step from one {way.variable} to the next is known for {problem}")
        return tuple(_refuted(way, ask, 0))


def _too_large(way: Counted) -> bool:
    """Whether a factorial or power at the start has too many digits to be written out."""
    if not way.start.is_Integer or way.start <= LATEST_START:
        return False
    powers = way.then.atoms(sympy.Pow)
    return bool(way.then.has(*GROWING)) or any(power.exp.has(way.variable) for power in powers)


def _by_induction(way: Counted, ask: Ask, reasons: list[str]) -> Iterator[Decision]:
    """Steps from ever more places before, once as many first cases hold."""
    starts: list[list[Decision]] = []
    for depth in range(1, (1 if _of_high_degree(way) else DEEPEST) + 1):
        start = _start(way, depth - 1, ask)
        if isinstance(start, Decision):
            if start.outcome is Outcome.REFUTED:
                yield start
            reasons.append(start.reason)
            break
        starts.append(start)
        proofs = _proofs(step(way, depth), ask)
        if proofs:
            whole = f"{INDUCTION.name.lower()} over {way.variable}"
            yield from together(NAME, f"{whole}: {Reason.INDUCTION}", [*starts, proofs])
            return
    else:
        reasons.append(f"induction over {way.variable}: the step to the next is not proved")
    yield from _refuted(way, ask, len(starts))


def _of_high_degree(way: Counted) -> bool:
    """Whether each further place before adds roots or logarithms,
    with which solvers are soon at the end of their strength.
    """
    powers = way.then.atoms(sympy.Pow)
    return bool(way.then.has(sympy.log, sympy.exp)) or any(
        power.exp.is_Rational and not power.exp.is_Integer for power in powers
    )


def _start(way: Counted, number: int, ask: Ask) -> list[Decision] | Decision:
    """The proofs of one of the first cases, its refutation, or what is not known of it."""
    first = case(way, number)
    found = _answer(first, ask)
    if found is None:
        return Decision(
            NAME,
            Outcome.UNDECIDED,
            f"induction over {way.variable}: {way.variable} = {way.start + number} is not decided",
        )
    if found.truth is Truth.FALSE:
        return _broken(way, number, found)
    return by_engine(found)


def _answer(first: ForAll, ask: Ask) -> Decided | None:
    """What is found of a first case; None where nothing is. Of no case everything holds."""
    if first.given == sympy.false or first.then == sympy.true:
        return Decided(
            first, (Decision(SEARCH, Outcome.PROVED, Reason.EXHAUSTED, engine=EXACT_SEARCH.name),)
        )
    if first.then == sympy.false and not first.variables:
        return Decided(
            first,
            (
                Decision(
                    SEARCH,
                    Outcome.REFUTED,
                    Reason.COUNTEREXAMPLE,
                    Counterexample(()),
                    engine=EXACT_SEARCH.name,
                ),
            ),
        )
    if not first.variables:
        return _closed(first, ask)
    try:
        found: Decided = ask(first)
    except UndefinedError:
        return None
    if found.truth is Truth.VACUOUS:
        return Decided(first, (Decision(VACUITY, Outcome.PROVED, Reason.NO_CASE),))
    return (
        found
        if found.truth is Truth.FALSE or (found.truth is Truth.TRUE and found.agreeing)
        else None
    )


def _closed(first: ForAll, ask: Ask) -> Decided | None:
    """A case without variables: by enclosures, where they tell the sides apart,
    else by all methods.
    """
    holds = truth_at(sympy.Or(sympy.Not(first.given), first.then), {}, exactly=False)
    if holds is None:
        found: Decided = ask(first)
        return found if found.truth is Truth.FALSE or found.agreeing else None
    outcome = Outcome.ENCLOSED if holds else Outcome.REFUTED
    return Decided(
        first,
        (
            Decision(
                INTERVAL,
                outcome,
                Reason.ENCLOSURE,
                None if holds else Counterexample(()),
                engine=ARB.name,
            ),
        ),
    )


def _broken(way: Counted, number: int, found: Decided) -> Decision:
    shown = found.counterexample.values if found.counterexample and way.others else ()
    values = ((way.variable.name, _value(way, number, dict(shown))), *shown)
    return Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, Counterexample(values))


def _value(way: Counted, number: int, shown: dict[str, Expression]) -> Expression:
    named = {
        symbol: shown[symbol.name] for symbol in way.start.free_symbols if symbol.name in shown
    }
    return way.start.xreplace(named) + number


def _refuted(way: Counted, ask: Ask, beginning: int) -> Iterator[Decision]:
    """The first case that is false, with its values; those without other variables are tried far
    out.
    """
    for number in range(beginning, beginning + UNROLLED):
        found = None if _too_long(way, number) else _answer(case(way, number), ask)
        if found is not None and found.truth is Truth.FALSE:
            yield _broken(way, number, found)
            return
    if not way.others:
        yield from _far_out(way, FAR)


def _too_long(way: Counted, number: int) -> bool:
    """Whether a case is about numbers of too many digits."""
    return too_long_at(way.then, {way.variable: way.start + number})


def _far_out(way: Counted, numbers: tuple[int, ...]) -> Iterator[Decision]:
    """Ever larger cases by enclosures, and the first false one before the one that is seen to be
    false.
    """
    for low, high in pairwise(numbers):
        if _false_at(way, high):
            number = next(number for number in range(low + 1, high + 1) if _false_at(way, number))
            yield Decision(
                NAME,
                Outcome.REFUTED,
                Reason.COUNTEREXAMPLE,
                Counterexample(((way.variable.name, way.start + number),)),
            )
            return


def _false_at(way: Counted, number: int) -> bool:
    if _too_long(way, number):
        return False
    first = case(way, number)
    return (
        truth_at(first.given, {}, exactly=False) is True
        and truth_at(first.then, {}, exactly=False) is False
    )


def _proofs(statement: ForAll, ask: Ask) -> list[Decision]:
    """Proofs of a statement over the reals, one for each engine."""
    found: list[Decision] = []
    if statement.then == sympy.true:
        return [Decision(SYMBOLIC, Outcome.PROVED, Reason.IDENTITY, engine=SYMPY.name)]
    for prover in PROVERS if statement.then != sympy.false else ():
        if len(found) < ENOUGH:
            found += [
                decision
                for decision in attempt(prover, statement, ask)
                if decision.outcome in DECISIVE
            ]
    return found

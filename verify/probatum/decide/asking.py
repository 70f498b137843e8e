"""Asks every decider that takes a proposition, after making sure that it is defined and not about nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Protocol

import sympy

from probatum.decide import induction, interval, measurement, search, smt, symbolic
from probatum.decide.smt_translation import NotTranslatableError
from probatum.decision import DECISIVE, Decided, Decision, Outcome, Truth, Why
from probatum.errors import UndefinedError
from probatum.proposition.definedness import defined, obligations
from probatum.proposition.kinds import All, AlmostAll, Exists, ForAll, unchecked


class Decider(Protocol):
    """What a module in this folder offers."""

    NAME: str

    def takes(self, statement: Any) -> bool:
        """Whether the decider can say anything of a statement of this form."""

    def decide(self, statement: Any, ask: Any) -> Decision:
        """What it finds; `ask` decides a simpler statement by all deciders."""


DECIDERS: tuple[Any, ...] = (search, smt, symbolic, interval, induction, measurement)  # the cheapest that may refute goes first
WITNESSES = 2  # decisive answers after which no other is sought


def begin() -> None:
    """Forget all that earlier claims left behind, so that a claim is decided the same after any others."""
    _admits_none.cache_clear()
    smt.begin()


def decide(statement: Any, *, thorough: bool = True) -> Decided:
    """The decisions on a closed proposition; `thorough` asks all deciders, else the first decisive answer is enough.

    Raises UndefinedError where the hypotheses admit a point at which the proposition is undefined.
    """
    parts = conjunction(statement)
    if parts:
        return Decided(statement, parts=tuple(_decide_parts(parts, thorough)))
    doubt = _undefined(statement) or _vacuous(statement)
    return Decided(statement, (doubt,)) if doubt else Decided(statement, _ask(statement, thorough))


def _decide_parts(parts: tuple[Any, ...], thorough: bool) -> Iterator[Decided]:
    """The parts one after the other; where one answer is enough, a false part ends it."""
    for part in parts:
        decided = decide(part, thorough=thorough)
        yield decided
        if decided.truth is Truth.FALSE and not thorough:
            return


def idle_hypotheses(decided: Decided) -> tuple[Any, ...]:
    """The hypotheses that a proof by SMT does not need."""
    idle = [hypothesis for part in decided.parts for hypothesis in idle_hypotheses(part)]
    proved = any(decision.decider == smt.NAME and decision.outcome is Outcome.PROVED for decision in decided.decisions)
    if proved and isinstance(decided.proposition, ForAll):
        idle += smt.idle_hypotheses(decided.proposition)
    return tuple(dict.fromkeys(idle))


def conjunction(statement: Any) -> tuple[Any, ...]:
    """The parts of an `All`, or of a universal statement of one; empty for others."""
    if isinstance(statement, All):
        return tuple(statement.parts)
    if isinstance(statement, ForAll) and isinstance(statement.then, All):
        return tuple(unchecked(ForAll, variables=statement.variables, given=statement.given, then=part) for part in statement.then.parts)
    return ()


def _ask(statement: Any, thorough: bool) -> tuple[Decision, ...]:
    """The decisions of one decider after the other, until enough of them are decisive: agreeing, or in conflict."""
    decisions: list[Decision] = []
    for decider in DECIDERS:
        if decider.takes(statement) and _decisive(decisions) < (WITNESSES if thorough else 1):
            decisions.append(decider.decide(statement, _simpler))
    return tuple(decisions) or (Decision("none", Outcome.UNDECIDED, Why.SCOPE),)


def _decisive(decisions: list[Decision]) -> int:
    return sum(decision.outcome in (*DECISIVE, Outcome.REFUTED) for decision in decisions)


def _simpler(statement: Any) -> Decided:
    return decide(statement, thorough=False)


def _undefined(statement: Any) -> Decision | None:
    """None where the statement is known to be defined wherever its hypotheses hold."""
    for obligation in obligations(statement):
        found = Decided(obligation, _ask(obligation, thorough=False))
        if found.truth is Truth.FALSE:
            raise UndefinedError(f"the hypotheses admit a point at which the proposition is undefined: {_point(found)}")
        if not found.agreeing:
            return Decision("definedness", Outcome.UNDECIDED, f"not known to be defined wherever its hypotheses hold: {obligation.then}")
    return None


def _point(found: Decided) -> str:
    values = found.counterexample.values if found.counterexample else ()
    return ", ".join(f"{name} = {value}" for name, value in values) or f"needs {found.proposition.then}"


def _vacuous(statement: Any) -> Decision | None:
    """None where the hypotheses are known to admit a case (of a set of positive measure, for almost all)."""
    if not isinstance(statement, (ForAll, AlmostAll)) or statement.given == sympy.true:
        return None
    try:
        given = smt.interior(statement.given) if isinstance(statement, AlmostAll) else statement.given
    except NotTranslatableError:
        return Decision("vacuity", Outcome.UNDECIDED, "not known whether the hypotheses admit a set of positive measure")
    return _admits_none(tuple(statement.variables), given)


@lru_cache(maxsize=512)
def _admits_none(variables: tuple[Any, ...], given: Any) -> Decision | None:
    """None where a case satisfies the hypotheses; controls share their hypotheses, so the answer is kept."""
    there_is = unchecked(Exists, variables=variables, given=sympy.true, then=sympy.And(given, defined(given)))
    found = Decided(there_is, _ask(there_is, thorough=False))
    if found.truth is Truth.FALSE or there_is.then == sympy.false:
        return Decision("vacuity", Outcome.VACUOUS, Why.NO_CASE)
    if not found.agreeing:
        return Decision("vacuity", Outcome.UNDECIDED, "not known whether the hypotheses admit any case")
    return None

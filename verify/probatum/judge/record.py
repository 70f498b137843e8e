"""Turns what was decided into plain data for the ledger: text and LaTeX instead of expressions."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.authoring.reasoning import Link
from probatum.decision import Counterexample, Decided, Decision, Outcome, Truth
from probatum.judge.controls import Control
from probatum.judge.evidence import Support, Trial
from probatum.proposition.enclosure import decimal
from probatum.proposition.kinds import AlmostAll, Exists, ForAll, Orbit
from probatum.proposition.measured import Measured
from probatum.proposition.narrowing import after
from probatum.proposition.readings import plain, shown
from probatum.proposition.statement import latex_of, sentence_of, words_of

DIGITS, FEW_DIGITS = 12, 6
LONGEST_READ = 40  # characters of a formula in a sentence
LONGEST_VALUE = 400  # characters of an exact value


def statement(proposition: Any) -> dict[str, str]:
    """A proposition as LaTeX and as a plain sentence."""
    readable = shown(proposition)
    return {"latex": latex_of(readable), "sentence": sentence_of(readable)}


def version(role: str, wording: str, decided: Decided, idle: tuple[Any, ...]) -> dict[str, Any]:
    """One decided version of a claim's statement."""
    return {
        "role": role,
        "wording": wording,
        "statement": statement(decided.proposition),
        "truth": str(decided.truth),
        "strength": decided.strength.word if decided.strength else None,
        "witnesses": decided.witnesses,
        "idle": [latex_of(hypothesis) for hypothesis in idle],
        "control": None,
        "decisions": _decisions(decided),
    }


def _decisions(decided: Decided) -> list[dict[str, Any]]:
    own = [_decision(decision, decided.proposition) for decision in decided.decisions]
    return own + [found for part in decided.parts for found in _decisions(part)]


def _decision(decision: Decision, proposition: Any) -> dict[str, Any]:
    return {
        "decider": decision.decider,
        "engine": decision.engine,
        "outcome": str(decision.outcome),
        "reason": str(decision.reason),
        "tried": decision.tried,
        "admitted": decision.admitted,
        "counterexample": counterexample(decision.counterexample, proposition),
        **({"measured": _measured(decision, proposition)} if decision.intervals else {}),
        **({"checks": list(decision.checks)} if decision.checks else {}),
    }


def _measured(decision: Decision, statement: Measured) -> dict[str, Any]:
    """What was measured against which limit, and between which ends it lies in each case."""
    return {
        "metric": statement.metric.rstrip("."),
        "effect": statement.effect,
        "treatment": list(statement.treatment),
        "baseline": statement.baseline,
        "relation": statement.relation.sign,
        "limit": str(statement.threshold)
        if statement.threshold.is_Rational
        else decimal(statement.threshold, {}, DIGITS),
        "needed": statement.needed,
        "runs": len(tuple(statement.seeds)),
        "data": list(statement.data),
        "choices": [
            {
                "name": str(free.choice),
                "values": list(map(str, free.values)),
                "because": free.because,
            }
            for free in statement.over
        ],
        "cases": [
            {
                "case": interval.case,
                "low": f"{interval.low:f}",
                "high": f"{interval.high:f}",
                "beyond": interval.side,
            }
            for interval in decision.intervals
        ],
    }


def counterexample(found: Counterexample | None, proposition: Any) -> dict[str, Any] | None:
    """Exact and decimal values, with what happens there."""
    if found is None:
        return None
    return {
        "values": [_value(name, value) for name, value in found.values],
        "shows": found.shows or _shows(found, proposition),
    }


def _value(name: str, value: Any) -> dict[str, str]:
    latex_name = latex_of(sympy.Symbol(name)) if name.isidentifier() else rf"\text{{{name}}}"
    exact = _shortened(words_of(value))
    return {
        "name": words_of(sympy.Symbol(name)),
        "latex": rf"{latex_name} = {_shortened(latex_of(value), exact)}",
        "exact": exact,
        "decimal": _decimal(value),
    }


def _shortened(text: str, instead: str = "") -> str:
    if len(text) <= LONGEST_VALUE:
        return text
    return (
        rf"\text{{{len(text)} characters}}"
        if instead
        else f"{text[:60]}... ({len(text)} characters)"
    )


def _decimal(value: Any) -> str:
    if not isinstance(value, sympy.Expr) or value.is_Integer or value.free_symbols:
        return ""
    shown = decimal(value, {}, DIGITS)
    return "" if shown == "undefined" else shown


def _shows(found: Counterexample, proposition: Any) -> str:
    """What fails (or, for a witness, holds) at the values, by the sides of the relation there."""
    proposition = plain(proposition)
    if isinstance(proposition, Orbit):
        return _shows_step(found, proposition)
    if not isinstance(proposition, (ForAll, Exists, AlmostAll)) or not isinstance(
        proposition.then, Relational
    ):
        return ""
    values = {
        symbol: value
        for symbol in proposition.variables
        for name, value in found.values
        if name == symbol.name
    }
    then = proposition.then
    if set(then.free_symbols) - set(values):
        return ""
    ending = (
        "so it holds there" if isinstance(proposition, Exists) else f"so {_short(then)} fails there"
    )
    return _capitalized(f"{_sides(then, values)}, {ending}.")


def _sides(relation: Relational, values: dict[Any, Any]) -> str:
    """What the sides of a relation come to."""
    left, right = (
        f"{_short(side, name)} = {decimal(side, values, FEW_DIGITS)}"
        if side.free_symbols
        else words_of(side)
        for side, name in ((relation.lhs, "the left side"), (relation.rhs, "the right side"))
    )
    return f"{left} against {right}"


def _capitalized(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:] if sentence.startswith("the ") else sentence


def _short(formula: Any, instead: str = "it") -> str:
    """The words of a formula; of one that nobody would read in a line, what it is."""
    words = words_of(formula)
    return words if len(words) <= LONGEST_READ else instead


def _shows_step(found: Counterexample, orbit: Orbit) -> str:
    """What fails at a step of an iteration, where the state there is all that it depends on."""
    named = dict(found.values)
    here = {symbol: named[symbol.name] for symbol in orbit.state if symbol.name in named}
    there = {
        after(symbol): move.xreplace(here)
        for symbol, move in zip(orbit.state, orbit.step, strict=True)
    }
    then, values = orbit.then, here | there
    if (
        not isinstance(then, Relational)
        or set(then.free_symbols) - set(values)
        or any(value.free_symbols for value in values.values())
    ):
        return ""
    return f"At step {named.get('step', 0)}: {_sides(then, values)}, so {_short(then)} fails there."


def control(
    tried: Control, change: str, changed: Any, decided: Decided, slack: str | None, problem: str
) -> dict[str, Any]:
    """A control with what it changed and whether it turned."""
    turning = [
        decision for decision in decided.all_decisions if decision.outcome is Outcome.REFUTED
    ] or decided.all_decisions
    reasons = "; ".join(dict.fromkeys(str(decision.reason) for decision in turning))
    return {
        "name": tried.name,
        "origin": tried.origin,
        "use": tried.use,
        "change": change,
        "statement": statement(changed),
        "truth": str(decided.truth),
        "turned": decided.truth is Truth.FALSE,
        "slack": slack,
        "counterexample": counterexample(decided.counterexample, changed),
        "reason": problem or reasons,
    }


def turning(trial: Trial) -> dict[str, Any]:
    """The control of a statement that takes no facts: the change that turned it,
    or that none did.
    """
    return {"change": trial.change, "truth": str(trial.truth), "turned": trial.turned}


def link(step: Link, support: Support) -> dict[str, Any]:
    """One link of the reasoning, decided, with its control."""
    decided = support.decided
    return {
        "reason": step.reason,
        "statement": statement(step.step if isinstance(step.step, Relational) else step.statement),
        "truth": str(decided.truth),
        "strength": decided.strength.word if decided.strength else None,
        "engines": list(
            decided.agreeing or sorted({name for part in decided.parts for name in part.agreeing})
        ),
        "control": turning(support.control) if support.control else None,
    }


__all__ = ["control", "counterexample", "latex_of", "link", "statement", "turning", "version"]

"""Turns what was decided into plain data for the ledger: text and LaTeX instead of expressions."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum import entries
from probatum.authoring.reasoning import Link
from probatum.decision import Counterexample, Decided, Decision, Outcome, Run, Truth
from probatum.judge.controls import Control
from probatum.judge.evidence import Support, Trial
from probatum.proposition.enclosure import decimal
from probatum.proposition.kinds import AlmostAll, Exists, ForAll, Orbit
from probatum.proposition.measured import Measured
from probatum.proposition.narrowing import after
from probatum.proposition.readings import plain
from probatum.proposition.readings import shown as readable
from probatum.proposition.statement import latex_of, sentence_of, words_of
from probatum.words import Role

DIGITS, FEW_DIGITS = 12, 6
LONGEST_READ = 40  # characters of a formula in a sentence
LONGEST_VALUE = 400  # characters of an exact value


def statement(proposition: Any) -> entries.Statement:
    """A proposition as LaTeX and as a plain sentence."""
    read = readable(proposition)
    return {"latex": latex_of(read), "sentence": sentence_of(read)}


def version(role: Role, wording: str, decided: Decided, idle: tuple[Any, ...]) -> entries.Version:
    """One decided version of a claim's statement."""
    return {
        "role": str(role),
        "wording": wording,
        "statement": statement(decided.proposition),
        "truth": str(decided.truth),
        "strength": decided.strength.word if decided.strength else None,
        "witnesses": decided.witnesses,
        "engines": _engines(decided),
        "shown": _shown(decided),
        "is_proof": _is_proof(role, decided),
        "idle": [latex_of(hypothesis) for hypothesis in idle],
        "control": None,
        "decisions": _decisions(decided),
    }


def _is_proof(role: Role, decided: Decided) -> bool:
    """Whether a version that must be true is so without exception."""
    return role is not Role.WEAKER and decided.truth is Truth.TRUE and decided.is_strong


def _shown(decided: Decided) -> int | None:
    """Which decision's counterexample is shown, where it has anything to show."""
    told = decided.counterexample
    return decided.shown if told is not None and told.tells else None


def _engines(decided: Decided) -> list[str]:
    """Those that carry the truth, each once, in the order in which they were asked."""
    return list(dict.fromkeys(decision.by for decision in decided.carrying))


def _decisions(decided: Decided) -> list[entries.Decision]:
    own = [_decision(decision, decided.proposition) for decision in decided.decisions]
    return own + [decision for part in decided.parts for decision in _decisions(part)]


def _decision(decision: Decision, proposition: Any) -> entries.Decision:
    entry: entries.Decision = {
        "decider": decision.decider,
        "engine": decision.engine,
        "outcome": str(decision.outcome),
        "reason": str(decision.reason),
        "tried": decision.tried,
        "admitted": decision.admitted,
        "counterexample": counterexample(decision.counterexample, proposition),
    }
    if decision.intervals:
        entry["measured"] = _measured(decision, proposition)
    if decision.checks:
        entry["checks"] = list(decision.checks)
    return entry


def _measured(decision: Decision, statement: Measured) -> entries.Measured:
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


def counterexample(shown: Counterexample | None, proposition: Any) -> entries.Counterexample | None:
    """Exact and decimal values, with what happens there."""
    if shown is None:
        return None
    return {
        "kind": str(shown.kind),
        "values": [_value(name, value) for name, value in shown.values],
        "step": shown.step if isinstance(shown, Run) else None,
        "shows": shown.shows or _shows(shown, proposition),
    }


def _value(name: str, value: Any) -> entries.Value:
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


def _decimal(value: Any) -> entries.Decimal | None:
    """The value in digits, where it is a number that is not written in them anyway."""
    if not isinstance(value, sympy.Expr) or value.is_Integer or value.free_symbols:
        return None
    digits = decimal(value, {}, DIGITS)
    if digits == "undefined":
        return None
    return {
        "digits": digits,
        "is_exact": bool(value.is_Rational) and sympy.Rational(digits) == value,
    }


def _shows(shown: Counterexample, proposition: Any) -> str:
    """What fails (or, for a witness, holds) at the values, by the sides of the relation there."""
    proposition = plain(proposition)
    if isinstance(proposition, Orbit):
        return _shows_step(shown, proposition) if isinstance(shown, Run) else ""
    if not isinstance(proposition, (ForAll, Exists, AlmostAll)) or not isinstance(
        proposition.then, Relational
    ):
        return ""
    values = {
        symbol: value
        for symbol in proposition.variables
        for name, value in shown.values
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


def _shows_step(run: Run, orbit: Orbit) -> str:
    """What fails at a step of an iteration, where the state there is all that it depends on."""
    named = dict(run.values)
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
    return f"At step {run.step}: {_sides(then, values)}, so {_short(then)} fails there."


def control(
    tried: Control, change: str, changed: Any, decided: Decided, slack: str | None, problem: str
) -> entries.Control:
    """A control with what it changed and whether it turned."""
    turning = [
        decision for decision in decided.all_decisions if decision.outcome is Outcome.REFUTED
    ] or decided.all_decisions
    reasons = "; ".join(dict.fromkeys(str(decision.reason) for decision in turning))
    return {
        "name": tried.name,
        "origin": str(tried.origin),
        "use": tried.use,
        "change": change,
        "statement": statement(changed),
        "truth": str(decided.truth),
        "turned": decided.truth is Truth.FALSE,
        "slack": slack,
        "counterexample": counterexample(decided.counterexample, changed),
        "reason": problem or reasons,
    }


def turning(trial: Trial) -> entries.Turning:
    """The control of a statement that takes no facts: the change that turned it,
    or that none did.
    """
    return {"change": trial.change, "truth": str(trial.truth), "turned": trial.turned}


def link(step: Link, support: Support) -> entries.Link:
    """One link of the reasoning, decided, with its control."""
    decided = support.decided
    return {
        "reason": step.reason,
        "statement": statement(step.step if isinstance(step.step, Relational) else step.statement),
        "truth": str(decided.truth),
        "strength": decided.strength.word if decided.strength else None,
        "engines": _engines(decided),
        "control": turning(support.control) if support.control else None,
    }


__all__ = ["control", "counterexample", "latex_of", "link", "statement", "turning", "version"]

"""Turns decisions into plain data: what each found, and the values that it shows."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum import entries
from probatum.decision import Counterexample, Decided, Decision, Run
from probatum.proposition.enclosure import decimal
from probatum.proposition.kinds import AlmostAll, Exists, ForAll, Orbit
from probatum.proposition.measured import Measured
from probatum.proposition.narrowing import after
from probatum.proposition.readings import plain
from probatum.proposition.statement import latex_of, words_of

DIGITS, FEW_DIGITS = 12, 6
LONGEST_READ = 40  # characters of a formula in a sentence
LONGEST_VALUE = 400  # characters of an exact value


def decisions(decided: Decided) -> list[entries.Decision]:
    own = [_decision(decision, decided.proposition) for decision in decided.decisions]
    return own + [decision for part in decided.parts for decision in decisions(part)]


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

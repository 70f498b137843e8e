"""Turns decisions into plain data: what each found, and the values that it shows."""

from __future__ import annotations

from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum import ledger_entries
from probatum.counterexample import Counterexample, Run
from probatum.decision import Decided, Decision
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import AlmostAll, Exists, ForAll, Orbit
from probatum.proposition.numbers.enclosure import decimal
from probatum.proposition.reading.sentences import latex_of, words_of
from probatum.proposition.subjects.coercion import after
from probatum.proposition.subjects.measured import Measured
from probatum.type_names import Comparison, Expression, Statement, Values

DIGITS, FEW_DIGITS = 12, 6
LONGEST_READ = 40  # characters of a formula in a sentence
LONGEST_VALUE = 400  # characters of an exact value


def decisions(decided: Decided) -> list[ledger_entries.Decision]:
    own = [_decision(decision, decided.proposition) for decision in decided.decisions]
    return own + [decision for part in decided.parts for decision in decisions(part)]


def _decision(decision: Decision, proposition: Statement) -> ledger_entries.Decision:
    entry: ledger_entries.Decision = {
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


def _measured(decision: Decision, statement: Measured) -> ledger_entries.Measured:
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


def counterexample(
    shown: Counterexample | None, proposition: Statement
) -> ledger_entries.Counterexample | None:
    """Exact and decimal values, with what happens there."""
    if shown is None:
        return None
    compared = _compared(shown, plain(proposition))
    return {
        "kind": str(shown.kind),
        "values": [_value(name, value) for name, value in shown.values],
        "step": shown.step if isinstance(shown, Run) else None,
        "sides": _sides(compared) if compared else None,
        "shows": shown.shows or (_told(compared) if compared else ""),
    }


def _value(name: str, value: Expression) -> ledger_entries.Value:
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


def _decimal(value: Expression) -> ledger_entries.Decimal | None:
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


@dataclass(frozen=True, slots=True)
class Compared:
    """A relation at a point, or at a step of an iteration: `holds` of a witness."""

    relation: Comparison
    values: Values
    step: int | None = None
    holds: bool = False


def _compared(shown: Counterexample, proposition: Statement) -> Compared | None:
    """The relation that fails (or, for a witness, holds) at the values, where they are all that
    it depends on.
    """
    match proposition:
        case Orbit():
            compared = _at_step(shown, proposition) if isinstance(shown, Run) else None
        case ForAll() | Exists() | AlmostAll():
            named = dict(shown.values)
            values = {one: named[one.name] for one in proposition.variables if one.name in named}
            compared = Compared(proposition.then, values, holds=isinstance(proposition, Exists))
        case _:
            return None
    if compared is None or not isinstance(compared.relation, Relational):
        return None
    return None if set(compared.relation.free_symbols) - set(compared.values) else compared


def _at_step(run: Run, orbit: Orbit) -> Compared | None:
    """What is compared at a step of an iteration, where the state is all that it depends on."""
    named = dict(run.values)
    here = {symbol: named[symbol.name] for symbol in orbit.state if symbol.name in named}
    there = {
        after(symbol): move.xreplace(here)
        for symbol, move in zip(orbit.state, orbit.step, strict=True)
    }
    values = here | there
    if any(value.free_symbols for value in values.values()):
        return None
    return Compared(orbit.then, values, run.step)


def _sides(compared: Compared) -> list[ledger_entries.Side] | None:
    """What the sides come to, where both have a value."""
    sides = [_side(side, compared.values) for side in compared.relation.args]
    return None if any(side["digits"] == "undefined" for side in sides) else sides


def _side(side: Expression, values: Values) -> ledger_entries.Side:
    return {"words": words_of(side), "digits": decimal(side, values, FEW_DIGITS)}


def _told(compared: Compared) -> str:
    """What fails or holds there, by what the sides come to."""
    left, right = compared.relation.args
    named = ((left, "the left side"), (right, "the right side"))
    one, other = (_come_to(side, name, compared.values) for side, name in named)
    ending = (
        "so it holds there" if compared.holds else f"so {_short(compared.relation)} fails there"
    )
    if compared.step is not None:
        return f"At step {compared.step}: {one} against {other}, {ending}."
    return _capitalized(f"{one} against {other}, {ending}.")


def _come_to(side: Expression, name: str, values: Values) -> str:
    """A side and its value; where no digits of that are known, such as of a derivative that is not
    carried out, the side alone.
    """
    if not side.free_symbols:
        return words_of(side)
    digits = decimal(side, values, FEW_DIGITS)
    return _short(side, name) if digits == "undefined" else f"{_short(side, name)} = {digits}"


def _capitalized(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:] if sentence.startswith("the ") else sentence


def _short(formula: Expression, instead: str = "it") -> str:
    """The words of a formula; of one that nobody would read in a line, what it is."""
    words = words_of(formula)
    return words if len(words) <= LONGEST_READ else instead

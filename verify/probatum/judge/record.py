"""Turns what was decided into plain data for the ledger: text and LaTeX instead of expressions."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.authoring.reasoning import Link
from probatum.decision import Counterexample, Decided, Decision, Outcome
from probatum.judge.controls import Control
from probatum.proposition.enclosure import decimal
from probatum.proposition.kinds import AlmostAll, Exists, ForAll
from probatum.proposition.statement import latex_of, sentence_of, words_of
from probatum.proposition.written import plain, shown

DIGITS, FEW_DIGITS = 12, 6
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
        "decisions": _decisions(decided),
    }


def _decisions(decided: Decided) -> list[dict[str, Any]]:
    own = [_decision(decision, decided.proposition) for decision in decided.decisions]
    return own + [found for part in decided.parts for found in _decisions(part)]


def _decision(decision: Decision, proposition: Any) -> dict[str, Any]:
    return {
        "decider": decision.decider,
        "outcome": str(decision.outcome),
        "reason": str(decision.reason),
        "tried": decision.tried,
        "admitted": decision.admitted,
        "counterexample": counterexample(decision.counterexample, proposition),
    }


def counterexample(found: Counterexample | None, proposition: Any) -> dict[str, Any] | None:
    """Exact and decimal values, with what happens there."""
    if found is None:
        return None
    return {"values": [_value(name, value) for name, value in found.values], "shows": found.shows or _shows(found, proposition)}


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
    return rf"\text{{{len(text)} characters}}" if instead else f"{text[:60]}... ({len(text)} characters)"


def _decimal(value: Any) -> str:
    if not isinstance(value, sympy.Expr) or value.is_Integer or value.free_symbols:
        return ""
    shown = decimal(value, {}, DIGITS)
    return "" if shown == "undefined" else shown


def _shows(found: Counterexample, proposition: Any) -> str:
    """What fails (or, for a witness, holds) at the values, by the sides of the relation there."""
    proposition = plain(proposition)
    if not isinstance(proposition, (ForAll, Exists, AlmostAll)) or not isinstance(proposition.then, Relational):
        return ""
    values = {symbol: value for symbol in proposition.variables for name, value in found.values if name == symbol.name}
    then = proposition.then
    if set(then.free_symbols) - set(values):
        return ""
    left, right = (
        f"{words_of(side)} = {decimal(side, values, FEW_DIGITS)}" if side.free_symbols else words_of(side) for side in (then.lhs, then.rhs)
    )
    ending = "so it holds there" if isinstance(proposition, Exists) else f"so {words_of(then)} fails there"
    return f"{left} against {right}, {ending}."


def control(tried: Control, change: str, changed: Any, decided: Decided, slack: str | None, problem: str) -> dict[str, Any]:
    """A control with what it changed and whether it turned."""
    turning = [decision for decision in decided.all_decisions if decision.outcome is Outcome.REFUTED] or decided.all_decisions
    reasons = "; ".join(dict.fromkeys(str(decision.reason) for decision in turning))
    return {
        "name": tried.name,
        "origin": tried.origin,
        "use": tried.use,
        "change": change,
        "statement": statement(changed),
        "truth": str(decided.truth),
        "turned": str(decided.truth) == "false",
        "slack": slack,
        "counterexample": counterexample(decided.counterexample, changed),
        "reason": problem or reasons,
    }


def link(step: Link, decided: Decided) -> dict[str, Any]:
    """One link of the reasoning, decided."""
    return {
        "reason": step.reason,
        "statement": statement(step.step if isinstance(step.step, Relational) else step.statement),
        "truth": str(decided.truth),
        "strength": decided.strength.word if decided.strength else None,
        "deciders": list(decided.agreeing or sorted({name for part in decided.parts for name in part.agreeing})),
    }


__all__ = ["control", "counterexample", "latex_of", "link", "statement", "version"]

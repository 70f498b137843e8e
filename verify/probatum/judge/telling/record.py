"""From a claim, its evidence and the verdict to a finding as plain data: the only place that
writes text and LaTeX for the ledger.
"""

from __future__ import annotations

import hashlib
import textwrap
from dataclasses import dataclass

from sympy.core.relational import Relational

from probatum import ledger_entries
from probatum.authoring.definition import Claim
from probatum.authoring.facts import shown
from probatum.decision import Decided, Outcome, Truth
from probatum.judge.controls.deriving import described
from probatum.judge.evidence import DecidedLink, Evidence, Harmless, Trial, Tried, Version
from probatum.judge.telling.naming import wording_of
from probatum.judge.telling.showing import counterexample, decisions
from probatum.judge.verdict import Judgement, necessity
from probatum.proposition.evaluated import shown as readable
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.type_names import Statement
from probatum.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim, the id of its document, and its file as readers know it, relative to the project."""

    claim: Claim
    document: str
    path: str


def record(
    subject: Subject,
    evidence: Evidence,
    judgement: Judgement,
    fault: ledger_entries.Fault | None = None,
) -> ledger_entries.Finding:
    """The finding of a claim, as the ledger has it."""
    claim = subject.claim
    return {
        **claim.entry,
        "document": subject.document,
        "facts": _facts(claim, evidence),
        "kind": evidence.kind,
        "verdict": str(judgement.verdict),
        "strength": judgement.strength.word if judgement.strength else None,
        "decisive": judgement.decisive and str(judgement.decisive),
        "necessity": (shown_of := necessity(evidence)) and str(shown_of),
        "reason": judgement.reason,
        "expected": {
            "verdict": str(claim.expect.verdict),
            "strength": claim.expect.strength or None,
        },
        "as_expected": judgement.verdict == claim.expect.verdict,
        "versions": [version(one, wording_of(one.role, claim.expect)) for one in evidence.versions],
        # the correction's own control, which changes no fact, stands with its version
        "controls": [control(one) for one in evidence.controls if isinstance(one, Tried)],
        "still_true": [_still_true(one) for one in evidence.still_true],
        "why": {"composed": evidence.composed, "links": [link(one) for one in evidence.links]},
        "figure": evidence.figure,
        "source": _source(subject),
        "repeat": f"pytest {subject.path}::{claim.function.__name__}",
        "error": fault,
    }


def _facts(claim: Claim, evidence: Evidence) -> list[ledger_entries.Fact]:
    return [
        {
            "name": fact.name,
            "role": str(fact.role),
            "value": shown(fact.value),
            "use": evidence.uses.get(fact.name, ""),
        }
        for fact in claim.facts
    ]


def _source(subject: Subject) -> ledger_entries.Source:
    claim = subject.claim
    code = _code(claim)
    return {
        "path": subject.path,
        "line": claim.line,
        "function": claim.function.__name__,
        "code": code,
        "sha256": hashlib.sha256(code.encode()).hexdigest(),
    }


def _code(claim: Claim) -> str:
    try:
        return textwrap.dedent(claim.code)
    except (OSError, TypeError):
        return ""


def statement(proposition: Statement) -> ledger_entries.Statement:
    """A proposition as LaTeX and as a plain sentence."""
    read = readable(proposition)
    return {"latex": latex_of(read), "sentence": sentence_of(read)}


def version(decided: Version, wording: str) -> ledger_entries.Version:
    """One version of a claim's statement, and what it says beside that."""
    found = decided.decided
    return {
        "role": str(decided.role),
        "wording": wording,
        "statement": statement(found.proposition),
        "truth": str(found.truth),
        "strength": found.strength.word if found.strength else None,
        "witnesses": found.witnesses,
        "engines": _engines(found),
        "shown": _shown(found),
        "is_proof": _is_proof(decided.role, found),
        "idle": [latex_of(hypothesis) for hypothesis in decided.idle],
        "control": _turning(decided.control),
        "decisions": decisions(found),
    }


def _is_proof(role: Role, decided: Decided) -> bool:
    """Whether a version that must be true is so without exception."""
    return role is not Role.WEAKER and decided.truth is Truth.TRUE and decided.is_strong


def _shown(decided: Decided) -> int | None:
    """Which decision's counterexample is shown, where it has anything to show."""
    told = decided.counterexample
    return decided.shown_index if told is not None and told.tells else None


def _engines(decided: Decided) -> list[str]:
    """Those that carry the truth, each once, in the order in which they were asked."""
    return list(dict.fromkeys(decision.by for decision in decided.carrying))


def control(tried: Tried) -> ledger_entries.Control:
    """A control with what it changed and whether it turned."""
    return {
        "name": tried.name,
        "origin": str(tried.control.origin),
        "use": tried.control.use,
        "change": described(tried.changed, tried.facts),
        "statement": statement(tried.statement),
        "truth": str(tried.truth),
        "turned": tried.turned,
        "slack": tried.step if tried.turned and tried.step else None,
        "counterexample": counterexample(tried.decided.counterexample, tried.statement),
        "reason": tried.problem or _reasons(tried.decided),
    }


def _reasons(decided: Decided) -> str:
    """Why it turned; where it did not, all that was found."""
    turning = [
        decision for decision in decided.all_decisions if decision.outcome is Outcome.REFUTED
    ] or decided.all_decisions
    return "; ".join(dict.fromkeys(str(decision.reason) for decision in turning))


def _turning(trial: Trial | None) -> ledger_entries.Turning | None:
    """The control of a statement that takes no facts: the change that turned it,
    or that none did.
    """
    if trial is None:
        return None
    return {"change": trial.change, "truth": str(trial.truth), "turned": trial.turned}


def _still_true(harmless: Harmless) -> ledger_entries.StillTrue:
    return {"name": harmless.name, "reason": harmless.reason, "truth": str(harmless.truth)}


def link(one: DecidedLink) -> ledger_entries.Link:
    """One link of the reasoning, decided, with its control."""
    decided, given = one.decided, one.link
    stated = given.step if isinstance(given.step, Relational) else given.statement
    return {
        "reason": given.reason,
        "statement": statement(stated),
        "truth": str(decided.truth),
        "strength": decided.strength.word if decided.strength else None,
        "engines": _engines(decided),
        "control": _turning(one.control),
    }

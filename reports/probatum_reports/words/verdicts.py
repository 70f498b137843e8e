"""The verdicts as the page names them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict: its name in the ledger, its word beside a claim and after a count, and what it means."""

    name: str
    word: str
    counted: str
    meaning: str


HOLDS = Verdict("holds", "holds", "hold", "decided true as stated")
CONDITIONAL = Verdict("conditional", "conditional", "conditional", "true only under a condition that the text does not state")
REFUTED = Verdict("refuted", "refuted", "refuted", "false as stated; a corrected version is true")
NOT_CHECKABLE = Verdict("not-checkable", "not checkable", "not checkable", "no fact or formula could decide it")
UNDECIDED = Verdict("undecided", "undecided", "undecided", "no method could settle it")
VACUOUS = Verdict("vacuous", "vacuous", "vacuous", "nothing satisfies its hypotheses")
SURVIVED = Verdict("survived", "control survived", "with a surviving control", "a changed version that must fail did not")
CONFLICT = Verdict("conflict", "conflict", "in conflict", "two methods disagree: a fault of the engine")
ERROR = Verdict("error", "error", "in error", "it could not be run to the end")

SETTLED = (HOLDS, CONDITIONAL, REFUTED)
UNSETTLED = (UNDECIDED, VACUOUS, SURVIVED, CONFLICT, ERROR)
VERDICTS = (*SETTLED, NOT_CHECKABLE, *UNSETTLED)
BY_NAME = {verdict.name: verdict for verdict in VERDICTS if verdict is not NOT_CHECKABLE}

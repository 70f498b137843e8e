"""Decides the links of a claim's reasoning, each with its control."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probatum.authoring.reasoning import Link, composes, reasons_of
from probatum.decide.asking import decide
from probatum.decision import Decided, Decision, Outcome, Truth
from probatum.judge import record
from probatum.judge.case import Case
from probatum.judge.evidence import Support
from probatum.judge.parts import decide_next
from probatum.judge.trials import turned
from probatum.proposition.canonical import same
from probatum.proposition.readings import plain

RESTATED = (
    "it is the statement itself, in these or other signs: give what the statement follows from"
)


def links(case: Case, statement: Any, values: Mapping[str, Any]) -> tuple[Support, ...]:
    """The links that an author gives for a statement, decided."""
    because = case.claim.because
    given: tuple[Link, ...] = () if because is None else reasons_of(because, values, statement)
    found = tuple(_link(link, statement) for link in given)
    case.links = [record.link(link, support) for link, support in zip(given, found, strict=True)]
    case.composed = composes(given, statement)
    return found


def _link(link: Link, statement: Any) -> Support:
    decide_next(f"the link {link.reason!r}" if link.reason else "a link")
    if same(plain(link.statement), plain(statement)):
        return Support(Decided(link.statement, (Decision("as written", Outcome.HOLLOW, RESTATED),)))
    decided = decide(link.statement, thorough=False)
    return Support(
        decided, turned("the link", link.statement) if decided.truth is Truth.TRUE else None
    )

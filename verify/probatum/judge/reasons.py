"""Decides the links of a claim's reasoning, each with its control."""

from __future__ import annotations

from dataclasses import replace

from probatum.authoring.reasoning import Link, composes, reasons_of
from probatum.decide.deciding import decide
from probatum.decision import AS_WRITTEN, Decided, Decision, Outcome, Truth
from probatum.errors import UndefinedError
from probatum.judge.announcing import decide_next
from probatum.judge.asserted import values_of
from probatum.judge.case import Case
from probatum.judge.controls.trials import turned
from probatum.judge.evidence import DecidedLink
from probatum.judge.substance.any_sides import restates_anyhow
from probatum.judge.substance.as_typed import TYPED, typed
from probatum.judge.substance.by_sign import restates_by_sign
from probatum.judge.substance.to_the_point import parts_of
from probatum.proposition.canonical import same
from probatum.proposition.evaluated import plain
from probatum.proposition.hollow import is_of_numbers
from probatum.proposition.kinds import Proposition

RESTATED = (
    "it is the statement itself, in these or other signs: give what the statement follows from"
)


def reasons(case: Case, statement: Proposition) -> None:
    """Decide the links that an author gives for a statement."""
    because = case.claim.because
    values = values_of(case.claim.facts)
    given: tuple[Link, ...] = () if because is None else reasons_of(because, values, statement)
    is_typed = callable(because) and typed(because, values)
    found = tuple(
        _hollow(link, TYPED)
        if is_typed and is_of_numbers(link.statement)
        else _decided(link, statement)
        for link in given
    )
    case.evidence = replace(case.evidence, links=found, composed=composes(given, statement))


def _decided(link: Link, statement: Proposition) -> DecidedLink:
    decide_next(f"the link {link.reason!r}" if link.reason else "a link")
    said, stated = plain(link.statement), plain(statement)
    if any(
        same(part, stated) or restates_by_sign(part, stated) or restates_anyhow(part, stated)
        for part in (said, *parts_of(said))
    ):
        return _hollow(link, RESTATED)
    decided = _by_itself(link)
    control = turned("the link", link.statement) if decided.truth is Truth.TRUE else None
    return DecidedLink(decided, control, link=link)


def _hollow(link: Link, why: str) -> DecidedLink:
    nothing = Decision(AS_WRITTEN, Outcome.HOLLOW, why)
    return DecidedLink(Decided(link.statement, (nothing,)), link=link)


def _by_itself(link: Link) -> Decided:
    """The decisions on a link; raises UndefinedError, which says of what, where it is undefined."""
    try:
        return decide(link.statement, thorough=False)
    except UndefinedError as error:
        told = UndefinedError(f"the link {link.reason!r}: {error}")
        told.decision = error.decision
        raise told from error

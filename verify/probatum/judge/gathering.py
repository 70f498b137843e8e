"""Gathers the evidence on a claim: what is asked, and in which order."""

from __future__ import annotations

from dataclasses import replace

from probatum.authoring.definition import Claim
from probatum.authoring.expectation import Open
from probatum.authoring.figure import checked
from probatum.errors import DefinitionError
from probatum.judge.announcing import decide_next
from probatum.judge.asserted import Asserted, build, values_of
from probatum.judge.by_reasons import proved_by
from probatum.judge.case import Case
from probatum.judge.controls.trials import trials
from probatum.judge.evidence import Evidence
from probatum.judge.floors import floor
from probatum.judge.reasons import reasons
from probatum.judge.subject import is_made_anew
from probatum.judge.versions import check_use, reduced, that_should_be_true
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import Proposition
from probatum.proposition.parts import leaves


def gather(case: Case) -> Evidence:
    """All that is decided of a claim; where something raises, the case keeps what came before."""
    claim = case.claim
    decide_next("its function")
    statement = build(claim.function, values_of(claim.facts))
    kind, least = type(statement).__name__, floor(claim, statement)
    case.evidence = replace(case.evidence, kind=kind, floor=least)
    check_use(claim.facts, claim.function, "")
    _check_built(claim, statement)
    asserted = that_should_be_true(case, Asserted(statement, claim.function, claim.facts))
    if claim.reduction is not None:
        reduced(case, claim.reduction, statement)
    reasons(case, asserted.statement)
    _by_reasons(case)
    _figure(case)
    # of what is not known to be true no change need be false
    if not isinstance(claim.expect, Open) and not case.evidence.is_without_value:
        trials(case, asserted)
    return case.evidence


def _check_built(claim: Claim, statement: Proposition) -> None:
    """Raise DefinitionError where a claim states another thing each time that it is asked."""
    if is_made_anew(statement):
        return
    again = build(claim.function, values_of(claim.facts))
    if [*leaves(plain(again))] != [*leaves(plain(statement))]:
        raise DefinitionError(
            "got another statement when it was asked for again, wanted one that follows from its "
            "facts alone, without chance and without a state that it changes"
        )


def _by_reasons(case: Case) -> None:
    """Where the reasons prove the version that should be true, that is what is known of it."""
    evidence = case.evidence
    last = evidence.version(evidence.last)
    if last is None:
        return
    after = proved_by(evidence.links, last.decided)
    if after != last.decided:
        changed = replace(last, decided=after, idle=())
        case.evidence = replace(evidence.with_version(changed), composed=True)


def _figure(case: Case) -> None:
    claim = case.claim
    decide_next("its figure")
    if claim.figure is not None:
        figure = checked(claim.figure(**values_of(claim.facts)))
        case.evidence = replace(case.evidence, figure=figure)

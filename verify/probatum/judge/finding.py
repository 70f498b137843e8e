"""From a claim to its finding in three steps: gather the evidence, judge it, record both."""

from __future__ import annotations

from probatum import ledger_entries
from probatum.authoring.definition import Claim
from probatum.claim_cache import forget
from probatum.errors import ProbatumError
from probatum.frames import roomy
from probatum.judge.case import Case
from probatum.judge.evidence import Evidence
from probatum.judge.faults import as_ours, line_of
from probatum.judge.gathering import gather
from probatum.judge.telling.record import Subject, record
from probatum.judge.verdict import Judgement, judge
from probatum.vocabulary import Verdict

NOT_DECIDED = Judgement(Verdict.ERROR, "The claim could not be decided: see the error.")


@roomy
def find(claim: Claim, document: str, path: str) -> ledger_entries.Finding:
    """The finding of a claim, as the ledger records it.

    document: the id of its document; path: its file as readers know it, relative to the project.
    """
    if claim.defect is not None:
        return failed(claim, claim.defect, document, path)
    forget()
    subject, case = Subject(claim, document, path), Case(claim)
    try:
        evidence = gather(case)
        return record(subject, evidence, judge(evidence))
    except KeyboardInterrupt:
        raise  # the user's, unless in a worker, which gets no keys
    except BaseException as problem:
        return _ended(subject, case.evidence, as_ours(problem))


def failed(
    claim: Claim, problem: ProbatumError, document: str, path: str
) -> ledger_entries.Finding:
    """The finding of a claim of which nothing could be decided."""
    return _ended(Subject(claim, document, path), Case(claim).evidence, problem)


def _ended(subject: Subject, evidence: Evidence, problem: ProbatumError) -> ledger_entries.Finding:
    """The finding of a claim that was ended early, with what was decided before, as far as that
    can be written down.
    """
    claim = subject.claim
    place = f"{subject.path}:{line_of(problem, claim)}: claim {claim.id!r}"
    fault: ledger_entries.Fault = {"slug": problem.slug, "message": f"{place}: {problem}"}
    try:
        return record(subject, evidence, NOT_DECIDED, fault)
    except Exception:
        return record(subject, Case(claim).evidence, NOT_DECIDED, fault)

"""Verifies one document: a function of its folder, which may be called in any process."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from probatum import ledger_entries
from probatum.authoring.census import SUFFIX, census, written_files
from probatum.corpus.survey import Survey, Surveyed, survey
from probatum.errors import ProbatumError
from probatum.judge.suspicion import suspected
from probatum.records.dependencies import UNKNOWN, UNSEEN, Reads, add
from probatum.records.ledger import assemble, encodable
from probatum.session.in_worker import decide_task
from probatum.session.parent import DAEMON, prepare
from probatum.session.scheduling import Group
from probatum.session.tasks import Answer, Task
from probatum.session.tracking.used import Used
from probatum.session.workers import Workers, result


@dataclass(frozen=True, slots=True)
class Order:
    """A document to verify: its folder, what a claim may take that says nothing else, and what its
    ledger says of the run.
    """

    folder: Path
    seconds: float
    megabytes: int
    run: ledger_entries.Run


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of a document.

    ledger: None where there is none, and `problems` say why; reads: what it rests on beside its
    files.
    """

    ledger: ledger_entries.Ledger | None
    problems: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    reads: Reads = field(default_factory=dict)


def verified(order: Order) -> Verified:
    """Survey a document, and have each of its claims decided, in processes of its own: those of
    another document may have modules of the same names.
    """
    if multiprocessing.current_process().daemon:
        return Verified(None, (DAEMON,))
    try:
        prepare()
        found = _surveyed(order)
    except ProbatumError as problem:
        said = str(problem).replace(f"{order.folder}{os.sep}", "")  # as readers know its files
        return Verified(None, (encodable(said),))
    sound = [claim for claim in found.claims if not claim.defective]
    return _closed(order, found, _answers(order.folder, sound))


def _surveyed(order: Order) -> Survey:
    task = Task(
        module="",
        file="",
        function="",
        document=order.folder.name,
        path="",
        folder=str(order.folder),
        import_path=tuple(sys.path),
        seconds=order.seconds,
        megabytes=order.megabytes,
    )
    workers = Workers(1, survey, (order.folder,))
    try:
        return result(workers.decide([Group((), [task])])[task], task)
    finally:
        workers.stop()


def _answers(folder: Path, claims: list[Surveyed]) -> dict[str, Answer]:
    """The answer to each claim by its name; where it ended in any other way, that it did."""
    workers = Workers(1, decide_task, (folder,))
    found: dict[str, Answer] = {}
    try:
        futures = workers.decide([Group((), [claim.task for claim in claims])])
        for claim in claims:
            try:
                found[claim.name] = result(futures[claim.task], claim.task)
            except ProbatumError as problem:
                found[claim.name] = Answer(_failed(claim, problem), 0.0, None)
    finally:
        workers.stop()
    return found


def _failed(claim: Surveyed, problem: ProbatumError) -> ledger_entries.Finding:
    said = claim.failed["error"]
    place = said["message"] if said else ""
    return {**claim.failed, "error": {"slug": problem.slug, "message": f"{place}{problem}"}}


def _closed(order: Order, found: Survey, answers: dict[str, Answer]) -> Verified:
    findings = [_finding(claim, answers) for claim in found.claims]
    problems = (*found.problems, *_lost(order.folder, findings))
    counted: ledger_entries.Run = {
        **order.run,
        "selected": len(findings),
        "total": len(findings),
        "complete": not problems,
    }
    ledger = assemble([found.document], findings, counted)
    seconds = {name: round(answer.seconds, 4) for name, answer in answers.items()}
    used = [found.used, *(answer.used for answer in answers.values())]
    return Verified(ledger, encodable(problems), seconds, _reads(used))


def _lost(folder: Path, findings: list[ledger_entries.Finding]) -> Iterator[str]:
    """Claims that stand in the files and have no finding: modules may hide what they hold from the
    process that imports them.
    """
    here = {(finding["source"]["path"], finding["source"]["line"]) for finding in findings}
    for place in census(written_files((folder,))):
        within = place.path.is_relative_to(folder)
        path = (place.path.relative_to(folder) if within else place.path).as_posix()
        if (path, place.line) not in here:
            yield (
                f"{path}:{place.line}: claim {place.id!r}: got a claim {_overlooked(place.path)}, "
                "wanted its finding"
            )
    if not findings:
        yield "got no claim, wanted at least one"


def _overlooked(path: Path) -> str:
    """Why a claim in this file has no finding."""
    if path.suffix != SUFFIX:
        return f"in a file whose name does not end in {SUFFIX}"
    return "that its module did not define when it was imported"


def _finding(claim: Surveyed, answers: dict[str, Answer]) -> ledger_entries.Finding:
    """As the ledger has it; its passage may have changed since it was written."""
    found = claim.failed if claim.defective else answers[claim.name].finding
    named: ledger_entries.Finding = encodable({**found, "id": claim.name})
    return suspected(named, claim.doubt)


def _reads(used: list[Used | None]) -> Reads:
    """All that a document was seen to use; of a process that was killed nobody knows."""
    found: Reads = {}
    for one in used:
        if one is None:
            add(found, {f"{UNSEEN} what a process that ended has used": UNKNOWN})
            continue
        for reads in (one.reads, *one.by_file.values()):
            add(found, encodable(reads))
    return found

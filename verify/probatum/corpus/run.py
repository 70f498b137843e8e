"""A run over a corpus: each document is ordered, and what comes back is written down at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import dataclass, replace
from pathlib import Path

from probatum import ledger_entries
from probatum.corpus.deciding import Order, Verified, verified
from probatum.corpus.progress import OFTEN, Progress
from probatum.corpus.unchanged_documents import GROUNDS, Standing, forget
from probatum.errors import LedgerError, LostError
from probatum.records.corpus_index import INDEX, Line, line_of, read_index, write_index
from probatum.records.ledger import COSTS, LEDGER, canonical, put_aside, write_atomically


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledgers go, what a claim may take, and whether earlier findings are taken over."""

    output: Path
    seconds: float
    megabytes: int
    takes_over: bool


class Run:
    """One run over documents; what it leaves does not depend on who decides, or in which order."""

    def __init__(self, settings: Settings, run: ledger_entries.Run, progress: Progress) -> None:
        self.settings = settings
        self.template = run
        self.progress = progress
        self.standing = Standing((settings.seconds, settings.megabytes))
        self.files: dict[Path, str | None] = {}
        self.lines: dict[str, Line] = {}
        self.reused = 0

    def over(self, folders: Iterable[Path], executor: Executor, at_once: int) -> list[Line]:
        """Have all documents verified, so many at once; raises LedgerError where the output cannot
        be written to, and LostError where the executor ended before its work did.
        """
        folders = tuple(folders)
        before = self._begin()
        waiting, given = self._to_decide(folders), dict[Future[Verified], Path]()
        try:
            for folder in waiting:
                given[executor.submit(verified, self._order(folder))] = folder
                while len(given) >= at_once:
                    self._take(given)
            while given:
                self._take(given)
        finally:
            for future in given:
                future.cancel()
            self.progress.erase()
        self._remove(before - {folder.name for folder in folders})
        lines = [self.lines[name] for name in sorted(self.lines)]
        _mark_twins(lines)
        write_index(self.settings.output, lines, self.reused, self.template["versions"])
        return lines

    def _begin(self) -> set[str]:
        """Take the index of an earlier run away, until this one has ended, and name the documents
        that it had.
        """
        before: set[str] = set()
        with contextlib.suppress(LedgerError):
            before = {line["document"] for line in read_index(self.settings.output)[1]}
        path = self.settings.output / INDEX
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise LedgerError(f"{path}: got {error.strerror}, wanted to take it away") from error
        return before

    def _to_decide(self, folders: Iterable[Path]) -> Iterator[Path]:
        """The documents that do not stand; those that do are noted."""
        for folder in folders:
            partition = self._partition(folder)
            ledger = self.standing.ledger(folder, partition) if self.settings.takes_over else None
            if ledger is None:
                forget(partition)
                yield folder
            else:
                self.reused += len(ledger["findings"])
                self._note(folder, line_of(folder.name, ledger), reused=True)

    def _order(self, folder: Path) -> Order:
        self.files[folder] = self.standing.files(folder)
        return Order(
            folder.resolve(), self.settings.seconds, self.settings.megabytes, self.template
        )

    def _take(self, given: dict[Future[Verified], Path]) -> None:
        """Write down what has come."""
        done, _ = wait(given, timeout=OFTEN, return_when=FIRST_COMPLETED)
        for future in done:
            folder = given.pop(future)
            found = _found(future)
            try:
                self._write(folder, found)
            except LedgerError as error:
                found = replace(found, problems=(*found.problems, str(error)))
            self._note(folder, line_of(folder.name, found.ledger, found.problems))
        self.progress.show()

    def _write(self, folder: Path, found: Verified) -> None:
        """The ledger of a document, and what a later run must know of it."""
        partition = self._partition(folder)
        if found.ledger is None:
            put_aside(partition / LEDGER)
            return
        write_atomically(partition / LEDGER, canonical(found.ledger))
        write_atomically(partition / COSTS, canonical({"seconds": found.seconds}))
        self.standing.keep(folder, partition, self.files.pop(folder), found)

    def _partition(self, folder: Path) -> Path:
        return self.settings.output / folder.name

    def _note(self, folder: Path, line: Line, reused: bool = False) -> None:
        self.lines[folder.name] = line
        self.progress.count(line, reused)
        self.progress.show()

    def _remove(self, gone: set[str]) -> None:
        """What an earlier run left of documents that the corpus has no more."""
        for name in gone:
            for file in (LEDGER, COSTS, GROUNDS):
                with contextlib.suppress(OSError, ValueError):  # a name that is none
                    (self.settings.output / name / file).unlink(missing_ok=True)


def _found(future: Future[Verified]) -> Verified:
    """What was found of a document; who decides may have ended on the way, that document's fault or
    not.
    """
    problem = CancelledError() if future.cancelled() else future.exception()
    if problem is None:
        return future.result()
    if isinstance(problem, CancelledError):
        raise LostError("got a cluster whose scheduler is gone, wanted findings") from problem
    # what else it says names processes: the next run's are others
    return Verified(None, (f"got {type(problem).__name__}, wanted findings",))


def _mark_twins(lines: Iterable[Line]) -> None:
    """Two documents of one id are not told apart where they are cited: the second is in fault."""
    first: dict[str, str] = {}
    for line in lines:
        owner = first.setdefault(line["id"], line["document"])
        if line["id"] and owner != line["document"]:
            line["problems"].append(
                f"outline.toml: got the id {line['id']!r}, which {owner} has already, "
                "wanted another"
            )

"""The journal of one run: what it finds, as it comes, and which unfinished runs it goes on from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a project without claims brings in no more than it must
    from probatum.ledger_entries import Attached
    from probatum.records.journal import Journal


class RunJournal:
    """Made in a folder with the first finding; what it says of files raises LedgerError where
    these cannot be had.
    """

    def __init__(self) -> None:
        self.noted: dict[str, Attached] = {}
        self.taken_up: tuple[Path, ...] = ()
        self.unfinished = False  # interrupted, or who decided is gone: it stays
        self._journal: Journal | None = None

    def go_on(self, folder: Path) -> None:
        """Go on from the runs that are unfinished by now: others may begin meanwhile."""
        from probatum.records.journal import resume, unfinished

        resume(folder)
        self.taken_up = unfinished(folder)

    def note(self, attached: Attached, folder: Path) -> None:
        """Write a finding, once."""
        name = attached["finding"]["id"]
        if name in self.noted and self.noted[name]["finding"] == attached["finding"]:
            return
        self.noted[name] = attached
        self._opened(folder).add(attached)

    def _opened(self, folder: Path) -> Journal:
        from probatum.records.journal import Journal

        self._journal = self._journal or Journal(folder)
        return self._journal

    def leave_empty(self, folder: Path) -> None:
        """Of a run that was interrupted before it found anything."""
        self._opened(folder).leave()

    def close(self, folder: Path, complete: bool) -> None:
        """Remove it, or leave it to be gone on from; after a whole run remove those that this one
        went on from as well, and those of runs that are over.
        """
        from probatum.records.journal import interrupted

        if self._journal:
            (self._journal.leave if self.unfinished else self._journal.close)()
        for path in (*self.taken_up, *interrupted(folder)) if complete else ():
            path.unlink(missing_ok=True)

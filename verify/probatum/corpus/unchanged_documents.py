"""Which documents stand as an earlier run left them: nothing has changed that they rest on."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from probatum import ledger_entries
from probatum.authoring.census import written_files
from probatum.authoring.outline import ANSWER
from probatum.authoring.passages import FILE as RECORD
from probatum.corpus.deciding import Verified
from probatum.errors import LedgerError
from probatum.records.corpus_index import is_green, line_of
from probatum.records.dependencies import States, lasting
from probatum.records.ledger import LEDGER, canonical, read_ledger, write_atomically
from probatum.records.reuse import Grounds
from probatum.records.validation import parsed
from probatum.untrusted_files import TooLargeError, bounded

GROUNDS = "grounds.json"
FORMAT = 1  # 1: the digest of all files, and what was seen to be used
LARGEST = 64 * 1024 * 1024  # bytes


class Standing:
    """What the documents of a run rest on, and what earlier ones rested on.

    A document is taken over as a whole: its claims meet in one process.
    """

    def __init__(self, limits: tuple[float, int]) -> None:
        self.limits = limits
        self.grounds = Grounds(lambda: ())
        self.states = States()

    def files(self, folder: Path) -> str | None:
        """The digest of all files that a document's findings rest on, its record of words
        excepted; None where it cannot be told, or its modules ask what nobody hears.
        """
        try:
            return self._files(folder)
        except Exception:  # of whatever an author has put there: who decides it will say
            return None

    def _files(self, folder: Path) -> str | None:
        modules = written_files((folder,))
        if any(
            imports.unheard
            for module in modules
            for imports in self.grounds.modules_of(module).values()
        ):
            return None
        digests = [self.grounds.digest(module) for module in modules]
        beside = _content(folder / ANSWER), self.grounds.surroundings, self.limits
        return hashlib.sha256(repr((digests, beside)).encode()).hexdigest()

    def ledger(self, folder: Path, partition: Path) -> ledger_entries.Ledger | None:
        """What an earlier run found of a document, where all is as it was."""
        try:
            grounds = parsed(bounded(partition / GROUNDS, LARGEST))
            stands = (
                grounds["format"] == FORMAT
                and grounds["words"] == _digest(_content(folder / RECORD))
                and self.states.are(grounds["reads"])
                and grounds["files"] == self.files(folder)
            )
            ledger = read_ledger(partition / LEDGER) if stands else None
        except (OSError, TooLargeError, ValueError, KeyError, TypeError, AttributeError):
            return None
        except LedgerError:  # damaged: decided again
            return None
        return ledger if ledger and ledger["digest"] == grounds["ledger"] else None

    def keep(self, folder: Path, partition: Path, files: str | None, found: Verified) -> None:
        """Leave a document for later runs, where all of it is as expected and can be known
        later.
        """
        green = found.ledger and is_green(line_of("", found.ledger, found.problems))
        if files is None or not green or not lasting(found.reads):
            return
        entry = {
            "format": FORMAT,
            "files": files,
            "words": _digest(_content(folder / RECORD)),
            "reads": found.reads,
            "ledger": found.ledger and found.ledger["digest"],
        }
        write_atomically(partition / GROUNDS, canonical(entry))


def forget(partition: Path) -> None:
    """Take what a document rests on away: nothing of it is taken over."""
    with contextlib.suppress(OSError):
        (partition / GROUNDS).unlink(missing_ok=True)


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

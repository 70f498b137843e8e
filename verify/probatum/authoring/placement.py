"""Holds a claim against the other claims and the outline: its passage must be there,
its id its own, what it names known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from probatum import ledger_entries
from probatum.authoring.answer_citations import problems
from probatum.authoring.census import Place, census, followed, uncheckable, written_files
from probatum.authoring.outline import ANSWER, FILE, Document, read_outline
from probatum.authoring.passages import FILE as RECORD
from probatum.authoring.passages import adopted, doubts, read_record, unrecorded, written
from probatum.authoring.placeable import NotCheckable, Placeable
from probatum.claim_notes import CITING, FIELDS
from probatum.errors import DefinitionError, OutlineError, ProbatumError
from probatum.parsed_sources import ParsedSources

if TYPE_CHECKING:  # what a claim is made of brings in the algebra system
    from probatum.authoring.definition import Claim

UNKNOWN = "unknown"  # the document of claims that stand beside no outline
# The decorators that name claims.
NAMING = (*(FIELDS[name].decorator for name in CITING), "strict_reading_of")


class Placement:
    """The documents and all claims of a project, run or not.

    adopts: says of a folder whether the claims of a document without a record are taken as written
    for what it says, and that is recorded; else nothing vouches for them.
    sources: what is known already of what sources say.
    """

    def __init__(
        self,
        root: Path,
        folders: tuple[Path, ...],
        adopts: Callable[[Path], bool],
        sources: ParsedSources | None = None,
    ) -> None:
        self.sources = sources or ParsedSources()
        self.root = root
        self.folders = folders
        self.adopts = adopts
        self.documents: dict[Path, Document | OutlineError] = {}
        self.doubts: dict[Path, dict[str, str]] = {}
        self.adopted: dict[
            str, str
        ] = {}  # records to write, by path: of documents that have none yet

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each claim of the project is defined."""
        return census(written_files(self.folders), self.sources)

    @cached_property
    def by_id(self) -> dict[str | None, list[Place]]:
        """The places of each id: more than one where it was given twice."""
        found: dict[str | None, list[Place]] = {}
        for place in self.places:
            found.setdefault(place.id, []).append(place)
        return found

    def document(self, path: Path) -> Document | OutlineError:
        """The document that the claims of a file speak of, or what is wrong with its outline."""
        folder = path.parent
        if folder not in self.documents:
            try:
                document = read_outline(folder)
                self.doubts[folder] = self._doubts(folder, document)
                self.documents[folder] = document
            except OutlineError as error:
                self.documents[folder] = error
        return self.documents[folder]

    def _doubts(self, folder: Path, document: Document) -> dict[str, str]:
        """What stands against the claims of a document, by passage."""
        record, outline = read_record(folder), self.relative(folder / FILE)
        if record is None and not self.adopts(folder):
            return unrecorded(document, outline)
        if record is None:
            record = adopted(document)
            self.adopted[str(folder / RECORD)] = written(record)
        return doubts(document, record, outline)

    def answer_problems(self, path: Path, other_ids: set[str]) -> list[str]:
        """What is wrong with the answer beside a file of claims; `other_ids` are of what was
        recorded as not checkable.
        """
        document = self.document(path)
        if not isinstance(document, Document) or not document.answer:
            return []

        def is_claim(id: str) -> bool:
            known = id in self.by_id or id in other_ids or id in self._uncheckable
            return (
                known or None in self.by_id or None in self._uncheckable
            )  # of one made by a loop, nobody knows the id

        return list(problems(document.answer, self.relative(path.parent / ANSWER), is_claim))

    @cached_property
    def _uncheckable(self) -> set[str | None]:
        """The ids of all that is said not to be checkable, also in files that this run leaves
        out.
        """
        return {place.id for place in uncheckable(written_files(self.folders), self.sources)}

    def document_id(self, path: Path) -> str:
        """The id of that document."""
        document = self.document(path)
        return document.id if isinstance(document, Document) else UNKNOWN

    def doubt(self, path: Path, at: str) -> str:
        """Why what a file claims at a passage is suspect; empty where the passage is as it was
        written for.
        """
        return (
            self.doubts[path.parent].get(at, "")
            if isinstance(self.document(path), Document) and isinstance(at, str)
            else ""
        )

    def relative(self, path: Path | str) -> str:
        """The path of a file as readers know it."""
        path = followed(path)
        return (
            path.relative_to(self.root).as_posix()
            if path.is_relative_to(self.root)
            else path.as_posix()
        )

    def placed(self, claim: Claim) -> Claim:
        """The claim, with its defect where it has one in its own definition or beside the
        others.
        """
        return replace(claim, defect=self.defect(claim))

    def defect(self, claim: Placeable) -> ProbatumError | None:
        """What is wrong with a claim, in its own definition or beside the others."""
        document = self.document(Path(claim.path))
        return claim.defect or (
            document if isinstance(document, OutlineError) else self._misplaced(claim, document)
        )

    def _misplaced(self, claim: Placeable, document: Document) -> ProbatumError | None:
        missing = document.missing(claim.at)
        if missing and not self._was_there(Path(claim.path), claim.at):
            return DefinitionError(missing)
        first = self._same_id(claim)[0]
        if (first.path, first.line) != _here(claim):
            return DefinitionError(
                f"got the id {claim.id!r}, which {self.relative(first.path)}:{first.line} has "
                "already, wanted another"
            )
        unknown = [name for name in claim.names if name not in self.by_id]
        return (
            DefinitionError(f"{' or '.join(NAMING)}: got {unknown[0]!r}, wanted the id of a claim")
            if unknown
            else None
        )

    def _was_there(self, path: Path, at: str) -> bool:
        """Whether a passage that the outline has not is one that is gone."""
        return isinstance(at, str) and at in self.doubts[path.parent]

    def _same_id(self, claim: Placeable) -> list[Place]:
        return self.by_id.get(claim.id) or [Place(claim.id, *_here(claim))]

    def ledger_id(self, claim: Placeable) -> str:
        """The claim's id; for a malformed or second one, an id that keeps it in the ledger."""
        number = next(
            (
                number
                for number, place in enumerate(self._same_id(claim), 1)
                if (place.path, place.line) == _here(claim)
            ),
            1,
        )
        letters = "".join(
            letter if letter.isascii() and letter.isalnum() else "-"
            for letter in str(claim.id).lower()
        )
        plain = (
            "-".join(filter(None, letters.split("-")))
            or claim.function.__name__.replace("_", "-").strip("-").lower()
        )
        return plain + (f".{number}" if number > 1 else "")

    def not_checkable(self, entry: NotCheckable) -> tuple[ledger_entries.NotCheckable, str | None]:
        """A statement that cannot be decided as the ledger records it,
        and what is wrong with it.
        """
        document = self.document(Path(entry.path))
        doubt = self.doubt(Path(entry.path), entry.at)
        problem = entry.defect or (
            str(document)
            if isinstance(document, OutlineError)
            else doubt or document.missing(entry.at)
        )
        place: ledger_entries.Place = {"path": self.relative(entry.path), "line": entry.line}
        record: ledger_entries.NotCheckable = {
            "id": entry.id,
            "wording": entry.wording,
            "at": entry.at,
            "reason": entry.reason,
            "source": place,
        }
        if problem is None and entry.id in self.by_id:
            problem = "a claim has this id already, wanted another"
        return (
            record,
            problem and f"{place['path']}:{place['line']}: not_checkable {entry.id!r}: {problem}",
        )


def _here(claim: Placeable) -> tuple[Path, int]:
    """Where the claim is defined, links followed."""
    return followed(claim.path), claim.line

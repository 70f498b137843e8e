"""Runs the claims that pytest collected: checks them against each other, decides each, and attaches its finding to the report."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from probatum.census import Place, census, claim_files
from probatum.definition import MARK, UNCHECKABLE, Claim, NotCheckable
from probatum.errors import DefinitionError, OutlineError, ProbatumError
from probatum.finding import find
from probatum.outline import Document, read_outline
from probatum.recorder import COLLECTED
from probatum.terminal import failure

FINDING = pytest.StashKey[dict[str, Any]]()


class ClaimRunner:
    """The engine's side of a pytest session, in the process or in a worker of it."""

    def __init__(self, config: pytest.Config, roots: tuple[Path, ...]) -> None:
        self.config = config
        self.roots = roots
        self.documents: dict[Path, Document | OutlineError] = {}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All claims of the project, run or not."""
        return census(claim_files(self.roots))

    def document(self, path: Path) -> Document | OutlineError:
        """The document that the claims of a file speak of."""
        folder = path.parent
        if folder not in self.documents:
            try:
                self.documents[folder] = read_outline(folder)
            except OutlineError as error:
                self.documents[folder] = error
        return self.documents[folder]

    def relative(self, path: Path | str) -> str:
        """The path of a file as readers know it."""
        path = Path(path).resolve()
        return path.relative_to(self.config.rootpath).as_posix() if path.is_relative_to(self.config.rootpath) else path.as_posix()

    @pytest.hookimpl
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note what was collected, for the ledger."""
        modules = {item.path: item.obj.__globals__ for item in session.items if isinstance(item, pytest.Function) and is_claim(item)}
        unchecked = [self._not_checkable(entry) for names in modules.values() for entry in names.get(UNCHECKABLE, [])]
        folders = sorted({str(item.path.parent) for item in session.items if is_claim(item)})
        self.config.stash[COLLECTED] = {"folders": folders, "not_checkable": unchecked}

    def _not_checkable(self, entry: NotCheckable) -> dict[str, Any]:
        document = self.document(Path(entry.path))
        problem = str(document) if isinstance(document, OutlineError) else document.missing(entry.at)
        if problem:
            raise pytest.UsageError(f"{self.relative(entry.path)}:{entry.line}: not_checkable {entry.id!r}: {problem}")
        source = {"path": self.relative(entry.path), "line": entry.line}
        return {
            "id": entry.id,
            "wording": entry.wording,
            "at": entry.at,
            "reason": entry.reason,
            "source": source,
            "document": str(Path(entry.path).parent),
        }

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Decide a claim instead of calling its function as a test."""
        if not is_claim(pyfuncitem):
            return None
        finding = self._find(getattr(pyfuncitem.obj, MARK), pyfuncitem.path)
        pyfuncitem.stash[FINDING] = finding
        if not finding["as_expected"]:
            pytest.fail(failure(finding), pytrace=False)
        return True

    def _find(self, claim: Claim, path: Path) -> dict[str, Any]:
        document = self.document(path)
        defect = claim.defect or (document if isinstance(document, OutlineError) else self._misplaced(claim, document))
        name = "" if isinstance(document, OutlineError) else document.id
        finding = find(replace(claim, defect=defect), name or "unknown", self.relative(path))
        return finding | {"id": self._unique(claim)}

    def _misplaced(self, claim: Claim, document: Document) -> ProbatumError | None:
        """What is wrong with the claim beside the other claims and the outline."""
        missing = document.missing(claim.at)
        if missing:
            return DefinitionError(missing)
        first = self._same_id(claim)[0]
        if (first.path, first.line) != (Path(claim.path), claim.line):
            return DefinitionError(f"got the id {claim.id!r}, which {self.relative(first.path)}:{first.line} has already, wanted another")
        known = {place.id for place in self.places}
        unknown = [name for name in (*claim.rests_on, *([claim.reading_of] if claim.reading_of else [])) if name not in known]
        return DefinitionError(f"rests_on or reading_of: got {unknown[0]!r}, wanted the id of a claim") if unknown else None

    def _same_id(self, claim: Claim) -> list[Place]:
        here = Place(claim.id, Path(claim.path), claim.line)
        return [place for place in self.places if place.id == claim.id] or [here]

    def _unique(self, claim: Claim) -> str:
        """The id, or for a second claim of the same id one that keeps both in the ledger."""
        numbers = [
            number for number, place in enumerate(self._same_id(claim), 1) if (place.path, place.line) == (Path(claim.path), claim.line)
        ]
        number = numbers[0] if numbers else 1
        plain = (
            "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in str(claim.id).lower()).strip("-")
            or claim.function.__name__
        )
        return "-".join(filter(None, plain.split("-"))) + (f".{number}" if number > 1 else "")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Attach the finding to the report, as plain data that cross to another process."""
        report = yield
        if report.when == "call" and FINDING in item.stash:
            vars(report)["probatum"] = {"finding": item.stash[FINDING], "folder": str(item.path.parent)}
        return report

    @pytest.hookimpl
    def pytest_sessionfinish(self) -> None:
        """In a worker of xdist: send what was collected to the main process."""
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output["probatum"] = self.config.stash.get(COLLECTED, {})


def is_claim(item: pytest.Item) -> bool:
    """Whether a collected item is a claim."""
    return isinstance(item, pytest.Function) and item.get_closest_marker("claim") is not None and hasattr(item.obj, MARK)

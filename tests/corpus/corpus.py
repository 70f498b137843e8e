"""A small corpus on disk: documents of few claims, on which tests run `probatum verify`."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

from probatum.command import main
from tests.project import HEADER, OUTLINE, TRUE, record_words

ANOTHER = '''
@Passage("opening.1").states
def three_is_three(value=3):
    """Three is $1 + 2$."""
    return Equal(1 + 2, value)
'''
CITED = '''
@Passage("opening.1").states
def squares_are_not_negative(relation=Ge):
    """No square is below zero."""
    return ForAll(x, then=relation(x**2, 0))
'''


class Corpus:
    """A folder of documents, and the folder of their ledgers."""

    def __init__(self, root: Path) -> None:
        self.folder, self.output = root / "documents", root / "ledgers"
        self.folder.mkdir()

    def document(self, name: str, *claims: str, outline: str = OUTLINE, header: str = HEADER) -> Path:
        """Write a document; its outline's id is its name."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "outline.toml").write_text(outline.replace('id = "sums"', f'id = "{name}"'), encoding="utf-8")
        record_words(folder, OUTLINE)
        body = "\n\n".join(dedent(claim).strip("\n") for claim in claims or (TRUE, ANOTHER, CITED))
        (folder / "opening.py").write_text(f"{header}{body}\n", encoding="utf-8")
        return folder

    def verify(self, *arguments: str) -> int:
        """Run the command in this process."""
        return main(["verify", str(self.folder), "--output", str(self.output), *arguments])

    def bytes(self, *files: str) -> dict[str, bytes]:
        """What a run has left, by path."""
        paths = sorted(path for path in self.output.rglob("*") if path.is_file() and (not files or path.name in files))
        return {str(path.relative_to(self.output)): path.read_bytes() for path in paths}

    def ledger(self, name: str) -> dict[str, Any]:
        """The ledger of a document."""
        data: dict[str, Any] = json.loads((self.output / name / "ledger.json").read_text(encoding="utf-8"))
        return data

    @property
    def lines(self) -> dict[str, dict[str, Any]]:
        """The lines of the index by document."""
        text = (self.output / "index.jsonl").read_text(encoding="utf-8")
        return {entry["document"]: entry for entry in map(json.loads, text.splitlines()[1:])}

"""Tests of the census: claims are counted without importing their files."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from probatum.authoring.census import census, claim_files, uncheckable


def written(folder: Path, name: str, text: str) -> Path:
    """A file with claims."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


CLAIMS = """
    raise SystemExit("never imported")

    passage = Passage("a.1")

    @passage.states
    @assuming("One.")
    def the_first(): ...

    @assuming("Two.")
    @probatum.Passage("a.2").implies(id="two")
    def second(): ...

    @passage.states(id=NAME)
    def third(): ...

    @passage.states(**SAID)
    def fourth(): ...

    @other("no claim")
    @property
    def fifth(): ...

    @passage.not_checkable("Taste.")
    def most_lovely(): ...

    @the_first.because
    def _(): ...

    def sixth(): ...
"""


def test_claims_are_counted_by_their_decorator(tmp_path: Path) -> None:
    path = written(tmp_path, "opening.py", CLAIMS)
    found = [(place.id, place.path, place.line) for place in census([path])]
    assert found == [("the-first", path, 6), ("two", path, 10), (None, path, 14), (None, path, 17)]


def test_what_is_not_checkable_is_counted_by_itself(tmp_path: Path) -> None:
    path = written(tmp_path, "opening.py", CLAIMS)
    assert [(place.id, place.line) for place in uncheckable([path])] == [("most-lovely", 24)]


@pytest.mark.parametrize("text", ["def broken(:", "\x00", "@passage.states\n    def shifted(): ..."])
def test_what_cannot_be_read_counts_for_nothing(tmp_path: Path, text: str) -> None:
    """Its collection fails, and the run is marked partial."""
    assert census([written(tmp_path, "broken.py", text), tmp_path / "missing.py"]) == ()


def test_claims_of_a_passage_under_another_name_are_counted(tmp_path: Path) -> None:
    text = "from probatum import Passage as P\n\nfor part in map(P, 'ab'):\n    @part.states\n    def first(): ...\n"
    assert [place.id for place in census([written(tmp_path, "opening.py", text)])] == ["first"]


def test_files_are_all_in_which_a_claim_could_stand(tmp_path: Path) -> None:
    for name in ("b.py", "a.py", "deep/er/c.py", "__init__.py", "conftest.py", "notes.txt", "outline.toml"):
        written(tmp_path, name, "")
    assert [path.relative_to(tmp_path).as_posix() for path in claim_files([tmp_path])] == [
        "__init__.py",
        "a.py",
        "b.py",
        "conftest.py",
        "deep/er/c.py",
    ]
    assert claim_files([tmp_path / "a.py", tmp_path]) == claim_files([tmp_path])
    assert claim_files([tmp_path / "missing"]) == ()

"""Tests of the census: claims are counted without importing their files."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from probatum.authoring.census import census, claim_files


def written(folder: Path, name: str, text: str) -> Path:
    """A file with claims."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


CLAIMS = """
    raise SystemExit("never imported")

    @claim("one", "One.", at="a.1")
    def first(): ...

    @probatum.claim(wording="Two.", id="two", at="a.1")
    def second(): ...

    @claim(NAME, "Three.", at="a.1")
    def third(): ...

    @other("no claim")
    @property
    def fourth(): ...

    def fifth(): ...
"""


def test_claims_are_counted_by_their_decorator(tmp_path: Path) -> None:
    path = written(tmp_path, "opening.py", CLAIMS)
    assert [(place.id, place.path, place.line) for place in census([path])] == [("one", path, 4), ("two", path, 7), (None, path, 10)]


@pytest.mark.parametrize("text", ["def broken(:", "\x00", "@claim('one', 'One.', at='a.1')\n    def shifted(): ..."])
def test_what_cannot_be_read_counts_for_nothing(tmp_path: Path, text: str) -> None:
    """Its collection fails, and the run is marked partial."""
    assert census([written(tmp_path, "broken.py", text), tmp_path / "missing.py"]) == ()


def test_claims_under_another_name_are_counted(tmp_path: Path) -> None:
    text = "from probatum import claim as states\n\n@states('one', 'One.', at='a.1')\ndef first(): ...\n"
    assert len(census([written(tmp_path, "opening.py", text)])) == 1


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

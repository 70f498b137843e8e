"""Tests of ledgers: canonical, in the order of the text, written whole or not at all, and read with suspicion."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from probatum.authoring.outline import read_outline
from probatum.errors import LedgerError
from probatum.ledger_entries import FORMAT
from probatum.records.ledger import assemble, canonical, digest_of, read_ledger, write_atomically
from tests.project import OUTLINE

RUN: Any = {"selected": 1, "total": 1, "complete": True, "versions": {}, "commit": None}


FINDING = json.loads((Path(__file__).parents[1] / "ledgers" / "sample.json").read_text(encoding="utf-8"))["findings"][0]


def documents(folder: Path) -> Any:
    """A document as a ledger holds it."""
    from probatum.records.ledger import document_record

    (folder / "outline.toml").write_text(OUTLINE, encoding="utf-8")
    source = {"path": "claims/sums/opening.py", "line": 1}
    entry: Any = {"id": "later", "wording": "Later.", "at": "opening.2", "reason": "No formula.", "source": source}
    return [document_record(read_outline(folder), [entry, entry | {"at": "opening.1"}])]


def finding(name: str, at: str) -> Any:
    """A finding of the sample's, at another place."""
    made: dict[str, Any] = FINDING | {"id": name, "at": at, "document": "sums"}
    return made


def test_equal_data_are_equal_bytes() -> None:
    assert canonical({"b": 1, "a": ["ü", None, True]}) == '{\n "a": [\n  "ü",\n  null,\n  true\n ],\n "b": 1\n}\n'
    assert canonical({"b": 1, "a": 2}) == canonical({"a": 2, "b": 1})


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_cannot_hold_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"a": [number]})


def test_findings_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    unordered = [finding("b", "opening.2"), finding("z", "nowhere.1"), finding("c", "opening.1"), finding("a", "opening.2")]
    ledger = assemble(documents(tmp_path), unordered, RUN)
    assert [entry["id"] for entry in ledger["findings"]] == ["c", "a", "b", "z"]
    assert ledger == assemble(documents(tmp_path), unordered[::-1], RUN)
    assert [entry["at"] for entry in ledger["documents"][0]["not_checkable"]] == ["opening.1", "opening.2"]
    assert ledger["format"] == FORMAT


def test_the_digest_is_of_documents_and_findings_and_not_of_the_run(tmp_path: Path) -> None:
    first = assemble(documents(tmp_path), [finding("a", "opening.1")], RUN)
    assert assemble(documents(tmp_path), [finding("a", "opening.1")], RUN | {"selected": 7})["digest"] == first["digest"]
    assert assemble(documents(tmp_path), [finding("b", "opening.1")], RUN)["digest"] != first["digest"]
    assert digest_of(first["documents"], first["findings"]) == first["digest"]


def test_a_ledger_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    ledger = assemble(documents(tmp_path), [finding("a", "opening.1") | {"wording": "Größe \U0001d465"}], RUN)
    write_atomically(tmp_path / "deep" / "ledger.json", canonical(ledger))
    assert read_ledger(tmp_path / "deep" / "ledger.json") == ledger
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["ledger.json"]


def test_what_cannot_be_written_leaves_the_old_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.json"
    write_atomically(path, "old")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(LedgerError, match=r"ledger\.json: got No space left on device, wanted to write it$"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["ledger.json"]


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(LedgerError, match=r"ledger\.json: got (Not a directory|File exists), wanted to write it$"):
        write_atomically(tmp_path / "build" / "ledger.json", "new")


def whole() -> Any:
    """The smallest ledger."""
    return {"format": FORMAT, "documents": [], "findings": [], "digest": digest_of([], []), "run": RUN}


SUSPECT: dict[str, tuple[Any, str]] = {
    "no JSON": ("{", "got no readable JSON"),
    "deep": ("[" * 100_000, "got no readable JSON"),
    "binary": (b"\xff\xfe", "got no readable JSON"),
    "a list": ([], "got JSON without a format, wanted a Probatum ledger"),
    "no format": ({"findings": []}, "got JSON without a format, wanted a Probatum ledger"),
    "a newer format": (whole() | {"format": FORMAT + 1}, f"got format {FORMAT + 1}, wanted {FORMAT}: verify again with this version"),
    "half": ({name: value for name, value in whole().items() if name != "run"}, "got no 'run', wanted a whole ledger"),
    "changed": (whole() | {"findings": [{"id": "slipped-in"}]}, "it was changed after it was written"),
}


def put(path: Path, content: Any) -> Path:
    """Write whatever it is."""
    path.write_bytes(content if isinstance(content, bytes) else (content if isinstance(content, str) else json.dumps(content)).encode())
    return path


@pytest.mark.parametrize(("content", "wanted"), SUSPECT.values(), ids=SUSPECT)
def test_a_suspect_ledger_is_refused(tmp_path: Path, content: Any, wanted: str) -> None:
    with pytest.raises(LedgerError) as caught:
        read_ledger(put(tmp_path / "ledger.json", content))
    assert str(caught.value).startswith(f"{tmp_path / 'ledger.json'}: ")
    assert wanted in str(caught.value)


def test_a_ledger_with_nan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        read_ledger(put(tmp_path / "ledger.json", json.dumps(whole() | {"findings": [float("nan")]})))


def test_a_missing_or_huge_ledger_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LedgerError, match=r"got No such file or directory, wanted a ledger: run pytest first$"):
        read_ledger(tmp_path / "ledger.json")
    monkeypatch.setattr("probatum.records.ledger.LARGEST", 10)
    with pytest.raises(LedgerError, match=r"got \d+ bytes, wanted at most 10$"):
        read_ledger(put(tmp_path / "ledger.json", whole()))

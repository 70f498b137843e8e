"""Tests of the journal: findings on disk as they come, and taken up again by the same code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from probatum.errors import LedgerError
from probatum.records.journal import FORMAT, Journal, resume, unfinished


def attached(name: str) -> Any:
    """A finding with its cost."""
    return {"finding": {"id": name}, "folder": "claims/sums", "seconds": 0.5}


def test_findings_are_on_disk_as_they_come(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "build")
    journal.add(attached("first"))
    lines = [json.loads(line) for line in journal.path.read_text().splitlines()]
    assert lines == [{"format": FORMAT}, attached("first")]
    assert unfinished(tmp_path / "build") == (journal.path,)
    journal.close()
    assert unfinished(tmp_path / "build") == ()


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    first, second = Journal(tmp_path), Journal(tmp_path)
    first.add(attached("first"))
    assert first.path != second.path
    assert "first" not in second.path.read_text()
    first.close()
    second.close()


def left(folder: Path, name: str, age: int, *lines: str) -> Path:
    """What a run that ended so many seconds ago left behind."""
    path = folder / f"journal-{name}.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    os.utime(path, (1e9 - age, 1e9 - age))
    return path


HEAD = json.dumps({"format": FORMAT})


def test_the_newest_finding_of_all_unfinished_runs_counts(tmp_path: Path) -> None:
    newer = attached("first") | {"seconds": 0.75}
    left(tmp_path, "a", 1, HEAD, json.dumps(newer), "")
    left(tmp_path, "b", 2, HEAD, json.dumps(attached("first")), json.dumps(attached("second")), "")
    assert resume(tmp_path) == {"first": newer, "second": attached("second")}


TORN = {
    "a finding": (HEAD, json.dumps(attached("first")), '{"finding": {"id": "second"}, "fol'),
    "what is no finding": (HEAD, "[]", "3", '{"finding": 3}', '{"finding": {"id": []}}', json.dumps(attached("first")), ""),
    "a deep nest": (HEAD, "[" * 100_000, json.dumps(attached("first")), ""),
    "a line in between": (HEAD, "\0\0\0", json.dumps(attached("first")), ""),
}


@pytest.mark.parametrize("name", TORN)
def test_what_was_not_written_whole_is_left_out(tmp_path: Path, name: str) -> None:
    left(tmp_path, "a", 1, *TORN[name])
    assert resume(tmp_path) == {"first": attached("first")}


@pytest.mark.parametrize("lines", [(), ('{"form',), (HEAD,), (HEAD, "")], ids=repr)
def test_a_run_that_was_killed_at_its_start_found_nothing(tmp_path: Path, lines: tuple[str, ...]) -> None:
    left(tmp_path, "a", 1, *lines)
    assert resume(tmp_path) == {}


@pytest.mark.parametrize("head", ['{"format": 1, "code": "abc"}', '{"format": 99}', "[2]", "", "\0"])
def test_a_journal_of_another_format_is_refused_unless_there_is_another(tmp_path: Path, head: str) -> None:
    path = left(tmp_path, "a", 1, head, json.dumps(attached("first")), "")
    with pytest.raises(LedgerError, match=rf"^{path}: got no journal of format {FORMAT}, wanted one: remove it and run without"):
        resume(tmp_path)
    left(tmp_path, "b", 2, HEAD, json.dumps(attached("second")), "")
    assert resume(tmp_path) == {"second": attached("second")}


def test_no_journal_at_all_says_so(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"got no journal of an unfinished run, wanted one to go on from: run without --claims-resume$"):
        resume(tmp_path)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(LedgerError, match=r"build: got File exists, wanted a folder to write the ledger to$"):
        Journal(tmp_path / "build")

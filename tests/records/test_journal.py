"""Tests of the journal: findings on disk as they come, and taken up again by the same code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from probatum.errors import LedgerError
from probatum.records.journal import FORMAT, Journal, fingerprint, resume, unfinished


def attached(name: str) -> dict[str, Any]:
    """A finding with its cost."""
    return {"finding": {"id": name}, "folder": "claims/sums", "seconds": 0.5, "code": "abc"}


def test_findings_are_on_disk_as_they_come(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "build", "abc")
    journal.add(attached("first"))
    lines = [json.loads(line) for line in journal.path.read_text().splitlines()]
    assert lines == [{"format": FORMAT, "code": "abc"}, attached("first")]
    assert unfinished(tmp_path / "build") == (journal.path,)
    journal.close()
    assert unfinished(tmp_path / "build") == ()


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    first, second = Journal(tmp_path, "abc"), Journal(tmp_path, "abc")
    first.add(attached("first"))
    assert first.path != second.path
    assert "first" not in second.path.read_text()
    first.close()
    second.close()


def test_an_unfinished_run_is_taken_up_by_the_same_code(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "abc")
    journal.add(attached("first"))
    journal.file.write('{"finding": {"id": "second"}, "fol')
    journal.file.close()
    path, found = resume(tmp_path, "abc")
    assert path == journal.path
    assert found == {"first": attached("first")}


def test_what_cannot_be_taken_up_says_so(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"got no journal of an unfinished run, wanted one to go on from: run without --claims-resume$"):
        resume(tmp_path, "abc")
    Journal(tmp_path, "other").file.close()
    with pytest.raises(LedgerError, match=r"got findings of other code, wanted the code as it is now"):
        resume(tmp_path, "abc")
    (tmp_path / "journal-zzz.jsonl").write_text('{"format": 99, "code": "abc"}\n')
    with pytest.raises(LedgerError, match=rf"got no journal of format {FORMAT}, wanted one"):
        resume(tmp_path, "abc")


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(LedgerError, match=r"build: got File exists, wanted a folder to write the ledger to$"):
        Journal(tmp_path / "build", "abc")


def test_the_fingerprint_is_of_code_and_versions(tmp_path: Path) -> None:
    file = tmp_path / "claims.py"
    file.write_text("one")
    first = fingerprint(tmp_path, [file], {"python": "3.11"})
    assert fingerprint(tmp_path, [file], {"python": "3.11"}) == first
    assert fingerprint(tmp_path, [file], {"python": "3.13"}) != first
    file.write_text("two")
    assert fingerprint(tmp_path, [file], {"python": "3.11"}) != first

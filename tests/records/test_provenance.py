"""Tests of provenance: versions, seeds and the commit of the code."""

from __future__ import annotations

import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from probatum.engines.trying.seeds import SEARCH
from probatum.records.provenance import Extent, commit, run_record, versions


def git(folder: Path, *arguments: str) -> str:
    """Run git with a name of its own."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def test_every_decider_has_its_version() -> None:
    found = versions()
    assert found["python"] == platform.python_version()
    for package in ("probatum", "sympy", "z3-solver", "python-flint", "numpy", "hypothesis", "pytest"):
        assert found[package] == version(package)


def test_the_commit_with_its_date_and_whether_anything_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert commit(tmp_path) is None
    git(tmp_path, "init", "--quiet")
    assert commit(tmp_path) is None, "nothing is committed yet"
    (tmp_path / "claims.py").write_text("one")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "One", "--date", "2024-01-02T03:04:05+00:00")
    found = commit(tmp_path)
    assert found is not None
    assert (found["sha"], found["dirty"]) == (git(tmp_path, "rev-parse", "HEAD"), False)
    assert found["date"] == git(tmp_path, "log", "-1", "--format=%cI")
    (tmp_path / "claims.py").write_text("two")
    changed = commit(tmp_path)
    assert changed is not None
    assert changed["dirty"] is True


def test_without_git_there_is_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit(tmp_path) is None


def test_a_run_says_how_much_of_the_whole_it_is(tmp_path: Path) -> None:
    run = run_record(tmp_path, Extent(2, 5, complete=False))
    assert (run["selected"], run["total"], run["complete"], run["seeds"]) == (2, 5, False, {"search": SEARCH})

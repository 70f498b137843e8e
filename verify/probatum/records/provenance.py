"""Where a run comes from: versions of Python and of every decider, seeds,
and the commit of the code.
"""

from __future__ import annotations

import platform
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from probatum.engine_catalogue import IMPLEMENTATIONS
from probatum.engines.trying.seeds import SEARCH
from probatum.ledger_entries import Commit, Run

PACKAGES = (
    "probatum",
    *dict.fromkeys(one.package for one in IMPLEMENTATIONS if one.package),
    "numpy",
    "hypothesis",
    "pytest",
)


def versions() -> dict[str, str]:
    """The version of Python and of each package that has a say in a verdict."""
    return {"python": platform.python_version()} | {
        package: _version(package) for package in PACKAGES
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def commit(folder: Path) -> Commit | None:
    """The commit of the folder, its date, and whether anything differs from it;
    None outside of a Git repository.
    """
    shown = _git(folder, "log", "-1", "--format=%H %cI")
    status = _git(folder, "status", "--porcelain")
    if shown is None or status is None or not shown.strip():
        return None
    sha, _, date = shown.strip().partition(" ")
    return {"sha": sha, "date": date, "dirty": bool(status.strip())}


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of all claims a run has decided; reused: findings taken over from earlier ones."""

    selected: int
    total: int | None
    complete: bool
    reused: int = 0


def run_record(folder: Path, extent: Extent) -> Run:
    """What the ledger says of its run."""
    return {
        "selected": extent.selected,
        "total": extent.total,
        "complete": extent.complete,
        "reused": extent.reused,
        "versions": versions(),
        "seeds": {"search": SEARCH},
        "commit": commit(folder),
    }

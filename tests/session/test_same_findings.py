"""The same code has the same findings: in any order, place, language, time zone and hash seed, alone and side by side."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import Project

CLAIMS = '''
    @Passage("opening.1").states
    def squares(relation=Ge):
        """Squares are not negative."""
        return ForAll((x, y), then=relation(x**2 + y**2, 0))

    @Passage("opening.1").states
    @exactly_if(Ne(x, y))
    def means(relation=Lt):
        """The geometric mean is below the arithmetic one."""
        return ForAll((x, y), given=And(x > 0, y > 0), then=relation(4 * x * y, (x + y) ** 2))

    @Passage("opening.1").states
    @fails_with("longer", times=2)
    def sorting(*, times=1):
        """Sorting twice sorts once."""
        from hypothesis import strategies as st
        return Property({"k": st.lists(st.integers())}, lambda k: sorted(k) * int(times) == sorted(sorted(k)), "Sorting twice sorts once.")

    @Passage("opening.1").states
    @refuted
    def halving(part="0.5"):
        """Halving leads below any start."""
        return ForAll(x, given=x > 0, then=Gt(x / 2, part * x))


    @halving.corrected(part="0.4")
    def what_is_true():
        """It stays above half of it once."""
'''
ELSEWHERE = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}
# In several ways at once where one has nothing to do with another: each run takes seconds to start.
VARIATIONS = {
    "again": ([], {}),
    "in process, in no language": (["--in-process"], {"LC_ALL": "C", "PYTHONUTF8": "0"}),
    "two workers, in another language and time zone": (["-n", "2"], ELSEWHERE),
    "another folder, language, time zone and hash seed, without cache": (
        ["-p", "no:cacheprovider", "--rootdir", "{root}", "-c", "{root}/tox.ini", "{root}/claims"],
        ELSEWHERE | {"PYTHONHASHSEED": "12345"},
    ),
}


def digest(project: Project, arguments: list[str], environment: dict[str, str], folder: Path) -> str:
    """The digest of the findings of a run."""
    project.ledger_path.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", *(argument.format(root=project.root) for argument in arguments)]
    done = subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.OK, done.stdout
    found: str = json.loads(project.ledger_path.read_text(encoding="utf-8"))["digest"]
    return found


def test_findings_are_the_same_however_they_are_made(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    project.claims(CLAIMS)
    first = digest(project, [], {"PYTHONHASHSEED": "0"}, project.root)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    others = {
        name: digest(project, arguments, environment, elsewhere if name.startswith("another folder") else project.root)
        for name, (arguments, environment) in VARIATIONS.items()
    }
    assert others == dict.fromkeys(VARIATIONS, first)

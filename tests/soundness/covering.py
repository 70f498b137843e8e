"""Finds by coverage.py which tests run a line, so that a change there is tried on those alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
FOLDERS = tuple(
    f"tests/{name}" for name in ("calculus", "decide", "general", "judge", "lowering", "proposition", "soundness", "test_stating.py")
)
MOST = 200.0  # seconds that the tests of one change take, the quickest first; the first that fails ends them
UNKNOWN = 1.0  # seconds, of a test whose name the record of times writes otherwise


@dataclass(frozen=True, slots=True)
class Covering:
    """The tests that run each line, by file below the root, and the seconds that each took."""

    lines: Mapping[str, Mapping[int, Sequence[str]]]
    seconds: Mapping[str, float]

    def of(self, module: str, line: int) -> tuple[str, ...]:
        """The tests that run a line; of one that runs when its module is imported, those of the whole module."""
        known = self.lines.get(module, {})
        here = set(known.get(line, ())) - {""}
        found = here or {test for tests in known.values() for test in tests} - {""}
        return tuple(self._quickest(found))

    def _quickest(self, tests: set[str]) -> Iterator[str]:
        left = MOST
        for test in sorted(tests, key=lambda name: (self.seconds.get(name, UNKNOWN), name)):
            left -= self.seconds.get(test, UNKNOWN)
            if left < 0:
                return
            yield test


def measured(folder: Path, options: Sequence[str], jobs: int) -> Covering | None:
    """Run all tests that run the engine in their own process, unless they have been run; None where one fails."""
    data, times = folder / "coverage", folder / "times.xml"
    if not (data.exists() and times.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        side_by_side = ["-p", "xdist", "-n", str(jobs), "--dist", "loadfile"]
        coverage = ["-p", "pytest_cov", "--cov=verify/probatum", "--cov-context=test", "--cov-report=", "--no-cov-on-fail"]
        command = [sys.executable, "-m", "pytest", *options, *coverage, *side_by_side, f"--junitxml={times}", *FOLDERS]
        environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "COVERAGE_FILE": str(data)}
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            times.unlink(missing_ok=True)
            return None
    return Covering(_lines(data), _seconds(times))


def _lines(path: Path) -> dict[str, dict[int, list[str]]]:
    from coverage import CoverageData

    data = CoverageData(basename=str(path))
    data.read()
    return {
        Path(name).relative_to(ROOT).as_posix(): {
            line: sorted({context.rpartition("|")[0] for context in contexts}) for line, contexts in data.contexts_by_lineno(name).items()
        }
        for name in data.measured_files()
        if Path(name).is_relative_to(ROOT)
    }


def _seconds(path: Path) -> dict[str, float]:
    return {
        f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}": float(case.get("time", UNKNOWN))
        for case in ElementTree.parse(path).iter("testcase")
    }

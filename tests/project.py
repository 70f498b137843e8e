"""A small project with claims, on which tests run pytest."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from probatum.authoring.outline import parsed
from probatum.authoring.passages import adopted, written
from tests.warm import WITHOUT_FORKS, Run

APART = ("-p", "no:cacheprovider", "-p", "no:probatum_reports")

DIGEST = "0" * 64
OUTLINE = f"""\
[document]
id = "sums"
title = "On sums"
url = "https://example.org/sums"
licence = "CC0"
revision = "1"

[[section]]
id = "opening"
title = "Opening"

[[section.passage]]
id = "opening.1"
sha256 = "{DIGEST}"
roles = ["claim"]

[[section.passage]]
id = "opening.2"
sha256 = "{DIGEST}"
roles = ["opinion"]
"""
HEADER = '"""Claims."""\nfrom probatum import *\n\nx, y = reals("x y")\n\n'
TRUE = '''
@Passage("opening.1").states
def two_is_two(value=2):
    """Two is $1 + 1$."""
    return Equal(1 + 1, value)
'''
FALSE = '''
@Passage("opening.1").states
def squares_grow(relation=Gt):
    """A square is larger than its root."""
    return ForAll(x, given=0 < x, then=relation(x**2, x))
'''


def record_words(folder: Path, outline: str) -> None:
    """Write the record that the claims of a folder were written for what its outline says."""
    (folder / "passages.lock").write_text(written(adopted(parsed(outline, folder / "outline.toml"))), encoding="utf-8")


class Project:
    """A folder with an outline, claims and pytest's settings."""

    def __init__(self, pytester: pytest.Pytester, folder: str = "claims/sums") -> None:
        self.pytester = pytester
        self.root: Path = pytester.path
        self.folder = folder
        pytester.makeini("[pytest]\nclaims_paths = claims\n")
        self.outline(OUTLINE)

    def outline(self, text: str) -> None:
        """Write an outline, and the record that its claims were written for it."""
        self.write(f"{self.folder}/outline.toml", text)
        record_words(self.root / self.folder, text)

    def write(self, path: str, text: str) -> Path:
        """Write a file below the root."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def claims(self, *sources: str, name: str = "opening", header: str = HEADER) -> Path:
        """Write a module of claims, with the imports that they need."""
        return self.write(f"{self.folder}/{name}.py", header + "\n\n".join(dedent(source).strip("\n") for source in sources) + "\n")

    def run(self, *arguments: str, report: bool = False) -> pytest.RunResult:
        """Run pytest in this process; the report is left out unless a test is about it."""
        return self.pytester.runpytest_inprocess("-p", "no:cacheprovider", *([] if report else ["-p", "no:probatum_reports"]), *arguments)

    def run_apart(self, *arguments: str) -> pytest.RunResult:
        """Run pytest in a process of its own, which has what it needs of the engine already."""
        if WITHOUT_FORKS:
            return self.run_cold(*arguments)
        started = time.monotonic()
        streams = self.root / "stdout", self.root / "stderr"
        code = Run([f"--basetemp={self.root / 'basetemp'}", *APART, *arguments], self.root, *streams).wait()
        out, err = (path.read_text(encoding="utf-8").splitlines() for path in streams)
        print(*out, *err, sep="\n")
        return pytest.RunResult(code, out, err, time.monotonic() - started)

    def run_cold(self, *arguments: str) -> pytest.RunResult:
        """Run pytest in a process of its own, from the start of the interpreter on."""
        return self.pytester.runpytest_subprocess(*APART, *arguments)

    def begun(self, *arguments: str) -> Run | subprocess.Popen[bytes]:
        """A run of pytest that goes on beside the test."""
        if WITHOUT_FORKS:
            return subprocess.Popen([sys.executable, "-m", "pytest", *arguments], cwd=self.root, stdout=subprocess.DEVNULL)
        return Run(arguments, self.root)

    def killed(self, findings: int, *arguments: str) -> Path:
        """Start a run, and kill it as soon as so many findings stand in its journal, which is returned."""
        before = set(self.journals)
        process = self.begun("-q", *arguments)
        for _ in range(1200):
            mine = [path for path in self.journals if path not in before]
            if any(path.read_text(encoding="utf-8").count("\n") > findings for path in mine):
                break
            time.sleep(0.05)
        process.kill()
        process.wait()
        (journal,) = [path for path in self.journals if path not in before]
        return journal

    @property
    def journals(self) -> list[Path]:
        """The journals of unfinished runs, wherever they were written to."""
        return list(self.root.rglob("journal-*.jsonl"))

    def line_of(self, text: str, name: str = "opening") -> int:
        """The number of the first line of a claims module that contains a text."""
        lines = (self.root / self.folder / f"{name}.py").read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    @property
    def ledger_path(self) -> Path:
        """Where a run writes its ledger."""
        return self.root / "build" / "probatum" / "ledger.json"

    @property
    def ledger(self) -> dict[str, Any]:
        """The ledger of the last run."""
        data: dict[str, Any] = json.loads(self.ledger_path.read_text(encoding="utf-8"))
        return data

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of each claim in the ledger."""
        return {finding["id"]: finding["verdict"] for finding in self.ledger["findings"]}

    def finding(self, name: str) -> dict[str, Any]:
        """The finding of a claim in the ledger."""
        return next(finding for finding in self.ledger["findings"] if finding["id"] == name)

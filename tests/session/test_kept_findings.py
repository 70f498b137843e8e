"""Tests of findings that earlier runs left, in files that anybody may have written: taken over whole, or decided again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.project import FALSE, TRUE, Project

Spoil = Callable[[dict[str, Any]], Any]
SPOILED: dict[str, Spoil] = {
    "none": lambda entry: None,
    "no finding": lambda entry: entry | {"finding": {}},
    "half a finding": lambda entry: entry | {"finding": {name: entry["finding"][name] for name in ("id", "as_expected", "verdict")}},
    "of another claim": lambda entry: entry | {"finding": entry["finding"] | {"id": "squares-grow"}},
    "a red one as expected": lambda entry: entry | {"finding": entry["finding"] | {"verdict": "conflict"}},
    "another type": lambda entry: entry | {"finding": entry["finding"] | {"versions": 5}},
    "no cost": lambda entry: {name: value for name, value in entry.items() if name != "seconds"},
    "infinite": lambda entry: entry | {"seconds": float("inf")},
    "a folder of numbers": lambda entry: entry | {"folder": 5},
}


def run(project: Project) -> pytest.RunResult:
    """A run that may take over what earlier ones found."""
    return project.pytester.runpytest_inprocess("--in-process", "--claims-decide=changed", "-p", "no:probatum_reports")


def test_a_finding_that_is_not_whole_is_decided_again(project: Project) -> None:
    project.claims(TRUE)
    assert run(project).ret == 0
    cache = next((project.root / ".pytest_cache").rglob("findings.json"))
    data = json.loads(cache.read_text(encoding="utf-8"))
    whole = data["findings"]
    assert run(project).ret == 0
    assert project.ledger["run"]["reused"] == 1
    again = {}
    for name, spoil in SPOILED.items():
        cache.write_text(json.dumps(data | {"findings": {key: spoil(entry) for key, entry in whole.items()}}), encoding="utf-8")
        again[name] = (run(project).ret, project.ledger["run"]["reused"], project.verdicts)
    assert again == dict.fromkeys(SPOILED, (0, 0, {"two-is-two": "holds"}))


@pytest.mark.parametrize("text", ["[" * 100_000, "{", '{"two-is-two": ' * 5_000, "5", "\x00"])
def test_a_cache_that_is_no_cache_is_none(project: Project, text: str) -> None:
    project.claims(TRUE, FALSE)
    project.write(".pytest_cache/d/probatum/findings.json", text)
    result = run(project)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "INTERNALERROR" not in result.stdout.str() + result.stderr.str()
    assert project.verdicts == {"two-is-two": "holds", "squares-grow": "refuted"}

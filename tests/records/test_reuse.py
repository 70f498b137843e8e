"""Tests of reuse: nothing is taken over but what the same code found, and what is taken over is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.records import reuse
from probatum.settings import takes_over
from tests.project import FALSE, TRUE, Project

COUNTED = '''
@Passage("opening.1").states
def {function}(value=4):
    """{name} is so."""
    {imports}
    with open("decided.txt", "a") as file:
        print("{name}", file=file)
    return Equal(four, value)
'''


@pytest.fixture
def project(pytester: pytest.Pytester) -> Project:
    """A project with a claim that imports from beside it, and one that imports nothing; no other package here has its name."""
    project = Project(pytester, folder="reused/sums")
    pytester.makeini("[pytest]\nclaims_paths = reused\n")
    project.write("reused/__init__.py", "")
    project.write("reused/sums/__init__.py", "")
    project.write("reused/sums/numbers.py", "from reused.sums import smaller\n\nfour = smaller.two + 2\n")
    project.write("reused/sums/smaller.py", "two = 2\n")
    project.claims(COUNTED.format(name="first", function="first", imports="from reused.sums.numbers import four"), name="one")
    project.claims(COUNTED.format(name="second", function="second", imports="four = 2 + 2"), name="two")
    return project


def run(project: Project, *arguments: str) -> list[str]:
    """The claims that a run decides itself."""
    counted = project.root / "decided.txt"
    counted.unlink(missing_ok=True)
    project.pytester.runpytest_inprocess("-p", "no:probatum_reports", "--in-process", *arguments)
    return sorted(set(counted.read_text().split())) if counted.exists() else []


def test_unchanged_claims_are_decided_once_and_found_the_same(project: Project) -> None:
    assert run(project, "--claims-decide=changed") == ["first", "second"]
    before = project.ledger
    assert run(project, "--claims-decide=changed") == []
    after = project.ledger
    assert after["findings"] == before["findings"]
    assert (before["run"]["reused"], after["run"]["reused"]) == (0, 2)


def test_the_zone_of_the_machine_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zone = tmp_path / "localtime"
    monkeypatch.setattr(reuse, "ZONE", zone)
    nowhere = reuse._surroundings()
    zone.write_bytes(b"TZif, of one place")
    one = reuse._surroundings()
    assert one == reuse._surroundings()
    zone.write_bytes(b"TZif, of another")
    assert len({nowhere, one, reuse._surroundings()}) == 3


def test_who_debugs_or_asks_for_all_takes_nothing_over(project: Project) -> None:
    run(project, "--claims-decide=changed")
    assert run(project) == ["first", "second"]
    assert run(project, "--claims-decide=all") == ["first", "second"]
    assert project.ledger["run"]["reused"] == 0
    assert run(project, "--claims-decide=changed") == []


@pytest.mark.parametrize(("surroundings", "arguments", "wanted"), [
    ({}, (), True),
    ({"CI": ""}, (), True),
    ({"CI": "true"}, (), False),
    ({"BUILD_NUMBER": "5"}, (), False),
    ({"CI": "true"}, ("--claims-decide=changed",), True),
    ({}, ("--claims-decide=all",), False),
    ({}, ("--in-process",), False),
    ({}, ("--pdb",), False),
])  # fmt: skip
def test_a_persons_own_runs_take_over(
    pytester: pytest.Pytester, surroundings: dict[str, str], arguments: tuple[str, ...], wanted: bool
) -> None:
    assert takes_over(pytester.parseconfig(*arguments).option, surroundings) == wanted


@pytest.mark.parametrize("option", [("-p", "no:cacheprovider"), ("--cache-clear",)], ids=" ".join)
def test_without_the_cache_all_are_decided(project: Project, option: tuple[str, ...]) -> None:
    run(project, "--claims-decide=changed")
    assert run(project, "--claims-decide=changed", *option) == ["first", "second"]


CHANGES = {
    "its own module": ("reused/sums/two.py", "# a comment", ["second"]),
    "a module that it imports in its function": ("reused/sums/numbers.py", "# a comment", ["first"]),
    "a module that this one imports": ("reused/sums/smaller.py", "# a comment", ["first"]),
    "the package around it": ("reused/sums/__init__.py", "# a comment", ["first", "second"]),
    "the outline": ("reused/sums/outline.toml", "# a comment", ["first", "second"]),
    "data beside it": ("reused/sums/data.csv", "1", ["first", "second"]),
    "prose beside it": ("reused/sums/answer.md", "An answer.", []),
    "a module of nobody": ("reused/sums/alone.py", "# a comment", []),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_decides_anew_whom_it_concerns(project: Project, name: str) -> None:
    path, text, wanted = CHANGES[name]
    run(project, "--claims-decide=changed")
    target = project.root / path
    target.write_text((target.read_text() if target.exists() else "") + text + "\n")
    assert run(project, "--claims-decide=changed") == wanted
    assert run(project, "--claims-decide=changed") == []


def test_a_changed_verdict_is_seen(project: Project) -> None:
    run(project, "--claims-decide=changed")
    project.write("reused/sums/smaller.py", "two = 3\n")
    run(project, "--claims-decide=changed")
    assert [project.finding(name)["as_expected"] for name in ("first", "second")] == [False, True]


def test_a_module_that_does_not_parse_loses_no_finding(project: Project) -> None:
    project.claims(COUNTED.format(name="first", function="first", imports="from elsewhere import four"), name="one")
    project.write("elsewhere.py", "four = 4\n")
    run(project, "--claims-decide=changed")
    project.write("elsewhere.py", "four = = 4\n")
    run(project, "--claims-decide=changed")
    assert project.verdicts == {"first": "error", "second": "holds"}
    project.write("elsewhere.py", "four = 4\n")
    assert run(project, "--claims-decide=changed") == ["first"]


def test_relative_imports_are_followed(project: Project) -> None:
    project.write("reused/sums/numbers.py", "from .smaller import two\n\nfour = two + 2\n")
    run(project, "--claims-decide=changed")
    project.write("reused/sums/smaller.py", "two = 2  # still\n")
    assert run(project, "--claims-decide=changed") == ["first"]


def test_a_red_claim_is_decided_every_time(project: Project) -> None:
    project.claims(COUNTED.format(name="second", function="second", imports="four = 5"), name="two")
    assert run(project, "--claims-decide=changed") == ["first", "second"]
    assert run(project, "--claims-decide=changed") == ["second"]


def test_a_partial_run_forgets_nothing_of_the_others(project: Project) -> None:
    run(project, "--claims-decide=changed")
    (project.root / "reused/sums/two.py").write_text((project.root / "reused/sums/two.py").read_text() + "# a comment\n")
    assert run(project, "--claims-decide=changed", "-k", "second") == ["second"]
    assert run(project, "--claims-decide=changed") == []


def test_workers_of_xdist_take_over_what_any_process_of_one_order_found(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    run(project, "--claims-decide=changed")
    assert run(project, "--claims-decide=changed", "-n", "2") == []


def test_workers_of_xdist_do_not_take_over_what_was_found_in_another_order(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONHASHSEED", raising=False)
    run(project, "--claims-decide=changed")
    assert run(project, "--claims-decide=changed", "-n", "2") == ["first", "second"]


@pytest.mark.parametrize("content", ["[1, 2]", "{", '{"first": 3}', '{"first": {"key": "x"}}'])
def test_a_damaged_cache_is_no_cache(project: Project, content: str) -> None:
    run(project, "--claims-decide=changed")
    next(Path(project.root, ".pytest_cache").rglob("findings.json")).write_text(content)
    assert run(project, "--claims-decide=changed") == ["first", "second"]


def test_a_claim_with_a_defect_beside_others_is_no_more_what_it_was(project: Project) -> None:
    run(project, "--claims-decide=changed")
    project.claims(TRUE, FALSE.replace("squares_grow", "second"), name="three")
    run(project, "--claims-decide=changed")
    assert project.verdicts["second.2"] == "error"


def test_the_terminal_says_so(project: Project) -> None:
    run(project, "--claims-decide=changed")
    result = project.pytester.runpytest_inprocess("-p", "no:probatum_reports", "--claims-decide=changed")
    assert "reused            2   of 2: no code has changed that they depend on" in result.outlines
    assert project.ledger["run"]["complete"] is True


def test_workers_are_not_asked_for_what_is_known(project: Project) -> None:
    project.pytester.runpytest_subprocess("-p", "no:probatum_reports", "--claims-decide=changed")
    before = project.ledger["findings"]
    (project.root / "decided.txt").unlink()
    project.pytester.runpytest_subprocess("-p", "no:probatum_reports", "--claims-decide=changed")
    assert project.ledger["findings"] == before
    assert not (project.root / "decided.txt").exists()

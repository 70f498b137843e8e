"""Tests of whole runs: partial ones are marked, findings are the same however they come, and a project without claims pays nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest

from tests.project import FALSE, TRUE, Project
from tests.schema import check_part, check_records, check_whole

LIGHT = {
    "probatum",
    "probatum.hooks",
    "probatum.plugin",
    "probatum.settings",
    "probatum_reports",
    "probatum_reports.plugin",
}
RECORDING = {
    "probatum.allowance",
    "probatum.errors",
    "probatum.records",
    "probatum.records.project_files",
    "probatum.session",
    "probatum.standard_streams",
    *(
        f"probatum.session.{name}"
        for name in (
            "selection",
            "asked",
            "beginning",
            "collector",
            "completeness",
            "exit_code",
            "early_exit",
            "recorder",
            "run_journal",
            "sources",
            "stash",
            "unused_plugins",
        )
    ),
}
HEAVY = ("sympy", "numpy", "z3", "flint", "hypothesis", "jinja2", "math_core", "pebble")  # pytest itself imports pygments
LISTING = """
import sys


def pytest_unconfigure(config):
    print("MODULES", *sorted(sys.modules))
"""
MANY = [
    '''
@Passage("opening.2").states
def mixed(value=4, order=Lt, bound=5):
    """Several things."""
    return All(Equal(2 + 2, value), ForAll((x, y), given=And(0 < x, x < y), then=order(x**2, y**2)), Lt(4, bound))
''',
    '''
@Passage("opening.1").states
def rounded(digits="3.14"):
    """Pi is about 3.14."""
    import sympy
    return Rounded(sympy.pi, digits)
''',
    '''
@Passage("opening.1").states
@fails_with("not differences", sign=-1)
def generated(*, sign=1):
    """Sums commute."""
    from hypothesis import strategies as st
    return Property({"a": st.integers(), "b": st.integers()}, lambda a, b: a + int(sign) * b == b + int(sign) * a, "Sums commute.")
''',
    '''
@Passage("opening.1").states
@exactly_if(y < 1)
def fastest(order=Lt):
    """The larger one shrinks faster."""
    return ForAll((x, y), given=And(0 < x, x < 1, 0 < y), then=order(x * y, x))
''',
]


def modules(project: Project, *arguments: str) -> set[str]:
    """The modules that a run in a process of its own has imported at its end."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    line = next((line for line in done.stdout.splitlines() if line.startswith("MODULES")), None)
    assert line is not None, done.stdout + done.stderr
    return set(line.split()[1:])


def ours(found: set[str]) -> set[str]:
    """The modules of this repository."""
    return {name for name in found if name.partition(".")[0] in ("probatum", "probatum_reports")}


def heavy(found: set[str]) -> set[str]:
    """The packages that take time to import."""
    return {name for name in found if name in HEAVY}


def test_a_project_without_claims_imports_a_fixed_list(project: Project) -> None:
    project.pytester.makeini("[pytest]\n")
    project.write("conftest.py", LISTING)
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    found = modules(project, "-p", "no:hypothesispytest")  # which imports its library at the end of any run
    assert ours(found) == LIGHT
    assert heavy(found) == set()


def test_tests_alone_bring_in_neither_the_engine_nor_what_they_do_not_use(project: Project) -> None:
    project.claims(TRUE)
    project.write("conftest.py", LISTING)
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    found = modules(project, "tests")
    assert ours(found) == LIGHT | RECORDING
    assert heavy(found) == set()
    assert {"probatum.session.runner", "sympy", "z3", "flint", "numpy"} <= modules(project, "claims", "--in-process")


def test_a_whole_ledger_is_as_its_schema_says(project: Project) -> None:
    project.claims(TRUE, FALSE, *MANY)
    project.run("--in-process")
    check_whole(project.ledger)


def test_findings_and_documents_are_as_the_schema_says(project: Project) -> None:
    project.claims(
        TRUE, FALSE, *MANY, '@Passage("opening.2").not_checkable("No formula says it.")\ndef beauty():\n    """Sums are beautiful."""'
    )
    project.run("--in-process")
    check_records(project.ledger)
    check_part("document", project.ledger["documents"][0])
    with pytest.raises(jsonschema_rs.ValidationError):
        check_part("finding", project.ledger["findings"][0] | {"verdict": "true"})


def test_a_broken_module_makes_the_run_partial(project: Project) -> None:
    project.claims(TRUE)
    project.write(f"{project.folder}/broken.py", "import nowhere_at_all\n")
    result = project.run("--in-process", "--continue-on-collection-errors")
    assert result.ret != 0
    run = project.ledger["run"]
    assert (run["selected"], run["complete"]) == (1, False)
    assert any(line.startswith("PARTIAL RUN") for line in result.outlines)


def test_a_broken_module_with_claims_counts_them(project: Project) -> None:
    project.claims(TRUE)
    project.claims(FALSE, "import nowhere_at_all", name="closing")
    project.run("--in-process", "--continue-on-collection-errors")
    run = project.ledger["run"]
    assert (run["selected"], run["total"], run["complete"]) == (1, 2, False)


@pytest.mark.parametrize("module", ["broken", "bro-ken.then"])
def test_a_module_that_cannot_be_collected_leaves_no_ledger_where_nothing_was_decided(project: Project, module: str) -> None:
    project.claims(TRUE)
    assert project.run("--in-process").ret == 0
    project.claims(FALSE, "import nowhere_at_all", name=module)
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert not project.ledger_path.exists()
    assert "PARTIAL RUN    0/2 claims decided, no ledger written" in result.outlines
    assert project.journals == []


def test_ctrl_c_leaves_a_partial_ledger(project: Project) -> None:
    project.claims(TRUE, FALSE)
    project.write("claims/sums/test_stop.py", "def test_stop():\n    raise KeyboardInterrupt\n")
    result = project.run_apart(
        "--in-process", "claims/sums/opening.py::two_is_two", "claims/sums/test_stop.py", "claims/sums/opening.py::squares_grow"
    )
    assert result.ret == pytest.ExitCode.INTERRUPTED
    run = project.ledger["run"]
    assert (run["selected"], run["total"], run["complete"]) == (1, 2, False)
    assert "PARTIAL RUN    1/2 claims decided" in result.outlines
    assert "got no finding" not in result.stdout.str() + result.stderr.str()  # that it was stopped says enough


def test_ctrl_c_after_all_claims_is_partial_too(project: Project) -> None:
    project.claims(TRUE)
    project.write("claims/sums/test_stop.py", "def test_stop():\n    raise KeyboardInterrupt\n")
    project.run_apart("--in-process", "claims/sums/opening.py", "claims/sums/test_stop.py")
    assert project.ledger["run"]["complete"] is False


def test_an_order_of_claims_does_not_change_findings(project: Project) -> None:
    project.claims(*MANY)
    project.run("--in-process")
    ordered = {finding["id"]: finding for finding in project.ledger["findings"]}
    project.run("--in-process", *(f"claims/sums/opening.py::{name}" for name in ("fastest", "generated", "rounded", "mixed")))
    assert {finding["id"]: finding for finding in project.ledger["findings"]} == ordered


def test_a_killed_run_is_taken_up_again(project: Project) -> None:
    project.claims(
        TRUE,
        '''
@Passage("opening.2").states
def kill(value=2):
    """It ends all."""
    import os, pathlib, signal
    flag = pathlib.Path("killed")
    if not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Equal(1 + 1, value)
''',
    )
    assert project.run_apart("--in-process").ret == -signal.SIGKILL
    assert not project.ledger_path.exists()
    (journal,) = project.ledger_path.parent.glob("journal-*.jsonl")
    assert "two-is-two" in journal.read_text()
    assert project.run_apart("--in-process", "--claims-resume").ret == 0
    assert project.verdicts == {"two-is-two": "holds", "kill": "holds"}
    assert project.ledger["run"]["complete"] is True
    assert not list(Path(project.ledger_path.parent).glob("journal-*"))


def test_there_is_nothing_to_take_up_after_a_whole_run(project: Project) -> None:
    project.claims(TRUE)
    project.run("--in-process")
    result = project.run("--in-process", "--claims-resume")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*got no journal of an unfinished run, wanted one to go on from: run without --claims-resume"])

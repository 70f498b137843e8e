"""Tests of claims as pytest sees them: node ids, selection, lines, and what the terminal says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project import FALSE, TRUE, Project

SECOND = '''
@Passage("opening.2").states
def three_is_three(value=3):
    """Three is three."""
    return Equal(1 + 2, value)
'''
REFUTED = '''
@Passage("opening.1").states
@refuted
def squares_grow(relation=Gt):
    """A square is larger than its root."""
    return ForAll(x, given=0 < x, then=relation(x**2, x))


@squares_grow.corrected
def what_is_true(relation=Gt):
    """Beyond one it is."""
    return ForAll(x, given=1 < x, then=relation(x**2, x))
'''
UNCHECKED = '@Passage("opening.2").not_checkable("No formula says what is beautiful.")\ndef beauty():\n    """Sums are beautiful."""'
PATH = "claims/sums/opening.py"


def passed(result: pytest.RunResult) -> dict[str, int]:
    """The outcomes, without those that are none."""
    return {name: count for name, count in result.parseoutcomes().items() if name not in ("warnings", "warning")}


def test_claims_are_native_test_functions(project: Project) -> None:
    project.claims(TRUE, SECOND)
    result = project.run("--collect-only", "-q")
    assert [line for line in result.outlines if "::" in line] == [f"{PATH}::two_is_two", f"{PATH}::three_is_three"]
    assert not project.ledger_path.exists()


@pytest.mark.parametrize(
    ("arguments", "selected"),
    [
        (["-k", "two-is-two"], ["two-is-two"]),
        (["-k", "two_is_two"], ["two-is-two"]),
        (["-k", "not two_is_two"], ["three-is-three"]),
        (["-m", "claim"], ["two-is-two", "three-is-three"]),
        ([f"{PATH}::three_is_three"], ["three-is-three"]),
        ([PATH], ["two-is-two", "three-is-three"]),
        (["claims"], ["two-is-two", "three-is-three"]),
    ],
    ids=str,
)
def test_claims_are_selected_as_tests_are(project: Project, arguments: list[str], selected: list[str]) -> None:
    project.claims(TRUE, SECOND)
    result = project.run("--in-process", *arguments)
    assert result.ret == 0
    assert set(project.verdicts) == set(selected)
    run = project.ledger["run"]
    assert (run["selected"], run["total"], run["complete"]) == (len(selected), 2, len(selected) == 2)
    assert (f"PARTIAL RUN    {len(selected)}/2 claims decided" in result.outlines) == (len(selected) < 2)


def test_the_marker_leaves_tests_out_and_claims_in(project: Project) -> None:
    project.claims(TRUE)
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    assert passed(project.run("--in-process", "-m", "claim")) == {"passed": 1, "deselected": 1}
    assert passed(project.run("--in-process", "-m", "not claim")) == {"passed": 1, "deselected": 1}
    assert passed(project.run("--in-process")) == {"passed": 2}


def test_items_stand_on_the_line_of_their_definition(project: Project) -> None:
    path = project.claims(TRUE, SECOND)
    items, _ = project.pytester.inline_genitems("-p", "no:probatum_reports", str(path))
    found = {item.name: item.reportinfo()[1] for item in items}
    assert found == {name: project.line_of(f"def {name}") - 2 for name in ("two_is_two", "three_is_three")}


def test_the_first_red_claim_may_end_the_run(project: Project) -> None:
    project.claims(FALSE, TRUE)
    result = project.run("--in-process", "-x")
    assert passed(result) == {"failed": 1}
    run = project.ledger["run"]
    assert (run["selected"], run["total"], run["complete"]) == (1, 2, False)


def test_the_last_failed_claim_is_run_again(project: Project) -> None:
    project.claims(TRUE, FALSE)
    arguments = ("-p", "no:probatum_reports", "--in-process")
    assert passed(project.pytester.runpytest_inprocess(*arguments)) == {"passed": 1, "failed": 1}
    assert passed(project.pytester.runpytest_inprocess(*arguments, "--lf"))["failed"] == 1
    assert project.verdicts == {"squares-grow": "refuted"}
    assert project.ledger["run"]["complete"] is False


def test_a_red_claim_says_what_was_found_and_what_decided_it(project: Project) -> None:
    project.claims(FALSE)
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    line = project.line_of("@Passage")
    result.stdout.fnmatch_lines(
        [
            "found refuted (proved), expected holds: A square is larger than its root.",
            "fails      at x = 1: x² = 1 against x = 1, so x² > x fails there.",
            "because    False as stated, and no correction is given.",
            f"claim      squares-grow, {PATH}:{line}",
            "stated     For all real x with x > 0: x² > x.",
            "* refuted by exact search: put back exactly, the counterexample breaks the statement",
        ]
    )
    output = result.stdout.str()
    assert "Traceback" not in output
    assert not re.search(r"probatum/\w+\.py:\d+", output), "a line of the engine is shown"


def test_a_claim_that_survives_names_the_control(project: Project) -> None:
    project.claims('''
        @Passage("opening.1").states
        @fails_with("other", extra=2)
        def lax(value=2, *, extra=1):
            """It is small."""
            return Equal(2 + 0 * extra, value)
        ''')
    result = project.run("--in-process")
    result.stdout.fnmatch_lines(
        [
            "found survived, expected holds: It is small.",
            "control    other: extra = 2 (stated: 1): found true, wanted false (*)",
            "not as expected*lax",
        ]
    )


def test_the_terminal_ends_with_verdicts_and_paths(project: Project) -> None:
    project.claims(TRUE, SECOND, REFUTED, UNCHECKED)
    result = project.run("--in-process", report=True)
    assert result.ret == 0
    result.stdout.fnmatch_lines(
        [
            "*- claims -*",
            "holds             2   2 proved",
            "refuted           1   1 proved",
            "not checkable     1",
            "controls          5   of 5 turned",
            "ledger         build/probatum/ledger.json",
            "report         build/probatum/report.html",
        ]
    )
    assert "PARTIAL" not in result.stdout.str()
    assert (project.root / "build/probatum/report.html").is_file()


def test_the_output_folder_is_a_setting(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nprobatum_output = public\n")
    project.claims(TRUE)
    project.run("--in-process")
    assert (project.root / "public" / "ledger.json").is_file()
    assert (project.root / "public" / "costs.json").is_file()
    assert not list((project.root / "public").glob("journal*"))


def test_claims_are_decided_in_workers_of_their_own(project: Project) -> None:
    """The same findings as in the process that collects them."""
    project.claims(TRUE, FALSE)
    assert passed(project.run()) == {"passed": 1, "failed": 1}
    apart = project.ledger["findings"]
    project.run("--in-process")
    assert project.ledger["findings"] == apart


def test_a_claim_that_ends_its_process_is_an_error_of_its_own(project: Project) -> None:
    project.claims(
        '''
        @Passage("opening.1").states
        def crash(value=2):
            """It ends."""
            import os
            os._exit(3)
        ''',
        '''
        @Passage("opening.1").states(id="exit")
        def leave(value=2):
            """It leaves."""
            raise SystemExit(0)
        ''',
        TRUE,
    )
    result = project.run()
    assert passed(result) == {"passed": 1, "failed": 2}
    assert project.verdicts == {"crash": "error", "exit": "error", "two-is-two": "holds"}
    assert "exit code 3" in project.finding("crash")["error"]["message"]
    line = project.line_of("@Passage")
    assert project.finding("crash")["error"]["message"].startswith(f"{PATH}:{line}: claim 'crash': ")
    assert project.ledger["run"]["complete"] is True


def test_a_claim_out_of_time_is_an_error_of_its_own(project: Project) -> None:
    project.claims(
        '''
        @Passage("opening.1").states
        @limits(seconds=0.2)
        def hang(value=2):
            """It never ends."""
            while True:
                pass
        ''',
        TRUE,
    )
    assert passed(project.run()) == {"passed": 1, "failed": 1}
    assert project.finding("hang")["error"]["slug"] == "time"
    assert "got no finding within 0.2 s" in project.finding("hang")["error"]["message"]
    assert project.verdicts["two-is-two"] == "holds"


def test_a_claim_out_of_memory_is_an_error_of_its_own(project: Project) -> None:
    project.claims(
        '''
        @Passage("opening.1").states
        @limits(megabytes=200)
        def greed(value=2):
            """It wants all."""
            return Equal(len(bytearray(10**10)), value)
        ''',
        TRUE,
    )
    assert passed(project.run()) == {"passed": 1, "failed": 1}
    assert project.finding("greed")["error"]["slug"] == "memory"
    assert project.verdicts["two-is-two"] == "holds"


def test_a_second_try_never_turns_a_red_claim_green(project: Project) -> None:
    project.claims('''
        tries = []

        @Passage("opening.1").states
        def fickle(value=2):
            """It depends."""
            tries.append(value)
            return Equal(2 if len({*map(str, tries)}) > 1 else 3, value)
        ''')
    project.write(
        "conftest.py",
        """
import pytest
from _pytest.runner import runtestprotocol


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    for log in (True, True):
        reports = runtestprotocol(item, nextitem=nextitem, log=log)
        item.obj.__globals__["tries"].extend([1, 2])
    return True
""",
    )
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"fickle": "error"}
    assert passed(result) == {"passed": 1, "failed": 1}, "the second try alone would pass"


def test_a_file_in_place_of_the_output_folder_is_an_error(project: Project) -> None:
    project.claims(TRUE)
    project.write("build", "a file")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["probatum: error: *build/probatum: got Not a directory, wanted a folder to write the ledger to"])
    assert "Traceback" not in result.stdout.str()


def test_a_report_that_fails_is_an_error_and_the_ledger_stands(project: Project) -> None:
    project.claims(TRUE)
    project.write("conftest.py", "def pytest_probatum_ledger_written(config, ledger_path):\n    raise RuntimeError('no ink')\n")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["probatum: error: the report was not written: got RuntimeError: no ink"])
    assert project.verdicts == {"two-is-two": "holds"}


def test_another_plugin_may_make_a_report(project: Project) -> None:
    project.claims(TRUE)
    project.write("conftest.py", "def pytest_probatum_ledger_written(config, ledger_path):\n    return ledger_path.with_name('page.txt')\n")
    result = project.run("--in-process")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["report         build/probatum/page.txt"])


def test_helpers_beside_claims_are_no_claims(project: Project) -> None:
    """A claim that another module imports is collected where it is defined."""
    project.claims(TRUE)
    project.write("claims/__init__.py", "")
    project.write("claims/sums/__init__.py", "")
    project.claims("from claims.sums.opening import two_is_two", SECOND, name="closing", header="from probatum import *\n")
    result = project.run_apart("--collect-only", "-q")  # apart: a package named claims may be imported here already
    assert [line for line in result.outlines if "::" in line] == ["claims/sums/closing.py::three_is_three", f"{PATH}::two_is_two"]


def test_claims_elsewhere_are_not_collected(project: Project) -> None:
    project.write("other/claims.py", "from probatum import *\n" + TRUE)
    assert project.run("--collect-only", "-q").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_decorator_above_the_claim_does_no_harm(project: Project) -> None:
    project.claims("import pytest\n\n@pytest.mark.filterwarnings('error')" + TRUE)
    project.run("--in-process")
    assert project.verdicts == {"two-is-two": "holds"}


def test_claims_are_found_below_a_symbolic_link(project: Project) -> None:
    project.claims(TRUE)
    Path(project.root / "link").symlink_to(project.root / "claims")
    link = project.root.parent / f"{project.root.name}-link"
    link.symlink_to(project.root)
    result = project.run("--in-process", str(link / "claims"))
    assert passed(result) == {"passed": 1}


@pytest.mark.parametrize("mark", ["pytest.mark.xfail(reason='later')", "pytest.mark.skip", "pytest.mark.skipif(True, reason='')"])
def test_a_mark_does_not_hide_a_red_claim(project: Project, mark: str) -> None:
    project.claims(f"import pytest\n{FALSE}\nsquares_grow = {mark}(squares_grow)")
    assert project.run("--in-process").ret != 0


def test_a_partial_run_of_claims_under_another_name_is_partial(project: Project) -> None:
    header = "from probatum import *\nfrom probatum import Passage as Part\n\n"
    project.claims(TRUE.replace("Passage", "Part"), SECOND.replace("Passage", "Part"), header=header)
    project.run("--in-process", "-k", "two-is-two")
    assert project.ledger["run"]["complete"] is False


@pytest.mark.parametrize("options", [(), ("--in-process",), ("claims/sums/test_opening.py",)], ids=str)
def test_claims_are_collected_without_pytests_own_plugin_for_python(project: Project, options: tuple[str, ...]) -> None:
    project.claims(TRUE, FALSE, name="test_opening")
    project.run("-p", "no:python", *options).assert_outcomes(passed=1, failed=1)
    assert project.verdicts == {"two-is-two": "holds", "squares-grow": "refuted"}

"""The page of figures: each section is what a tool put out, and nothing else of the page changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.each import each
from tests.session.test_faults import FAULTS
from tests.session.test_orphans import SETS
from tests.soundness import reliability

JUNIT = """<testsuites><testsuite>
<testcase classname="tests.session.test_faults" name="{name}">{inside}</testcase>
<testcase classname="tests.session.test_faults" name="test_two_runs"/>
<testcase classname="tests.authoring.test_outline" name="test_gap"><skipped type="pytest.xfail" message="later"/></testcase>
<testcase classname="tests.authoring.test_outline" name="test_elsewhere"><skipped type="pytest.skip" message="no"/></testcase>
</testsuite></testsuites>"""


@pytest.fixture
def junit(tmp_path: Path) -> Path:
    path = tmp_path / "tests.xml"
    path.write_text(JUNIT.format(name=reliability.ALL_FAULTS, inside=""), encoding="utf-8")
    return path


def test_the_page_has_every_section() -> None:
    page = reliability.PAGE.read_text(encoding="utf-8")
    for name in each(reliability.SECTIONS):
        assert "new words" in reliability.filled(page, name, "new words")


def test_a_section_is_written_and_the_others_stay(tmp_path: Path) -> None:
    page, fuzz = tmp_path / "reliability.md", tmp_path / "fuzz.md"
    text = "# Page\n\n" + "\n\n".join(reliability.SECTION.format(name, "\nold\n") for name in reliability.SECTIONS) + "\n\nEnd.\n"
    page.write_text(text, encoding="utf-8")
    fuzz.write_text("| **all** | 10 | 0 | 1 |\n", encoding="utf-8")
    for _ in range(2):
        assert reliability.main(["--page", str(page), "--fuzz", str(fuzz)]) == 0
    assert page.read_text(encoding="utf-8") == text.replace("old", "| **all** | 10 | 0 | 1 |", 1)


def test_a_page_without_a_section_is_refused() -> None:
    with pytest.raises(ValueError, match="got no section 'fuzz', wanted one between its two marks"):
        reliability.filled("# Page", "fuzz", "text")


def test_a_run_that_was_stopped_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fuzz.md"
    path.write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="got no totals, wanted the output of a finished run"):
        reliability.fuzzing(path)


def test_mutants_are_counted_by_module(tmp_path: Path) -> None:
    rows = [
        {"module": "verdict.py", "complete": True, "places": 9, "tried": 9, "killed": 8, "explained": 1},
        {"module": "decide/smt.py", "complete": False, "places": 900, "tried": 5, "killed": 4, "explained": 0},
    ]
    survivors = [{"mutant": "a", "why": "No matter."}, {"mutant": "b", "why": ""}]
    path = tmp_path / "mutation.json"
    path.write_text(json.dumps({"tool": "cosmic-ray 8", "seed": 3, "modules": rows, "survivors": survivors}), encoding="utf-8")
    text = reliability.mutation(path)
    assert "| `verdict.py` | all | 9 | 8 | 1 | 0 |" in text
    assert "| `decide/smt.py` | a sample | 5 | 4 | 0 | 1 |" in text
    assert "| **all** | | 14 | 12 | 1 | 1 |" in text
    assert "| No matter. | 1 |" in text
    assert "| not explained yet | 1 |" in text


def test_mutants_on_disk_have_a_table_of_their_own(tmp_path: Path) -> None:
    row: dict[str, Any] = {"complete": False, "places": 9, "tried": 5, "killed": 4, "explained": 1}
    rows: list[dict[str, Any]] = [{"module": f"verify/probatum/{name}.py", **row} for name in ("session/runner", "decide/numbers/contact")]
    survivors = [{"mutant": f"{each['module']}: f: a -> b", "why": each["module"][-10:]} for each in rows]
    path = tmp_path / "mutation.json"
    path.write_text(json.dumps({"tool": "cosmic-ray 8", "seed": 3, "modules": rows, "survivors": survivors}), encoding="utf-8")
    for written, own, other in (
        (reliability.mutation, "contact.py", "runner.py"),
        (reliability.mutation_on_disk, "runner.py", "contact.py"),
    ):
        text = written(path)
        assert own in text
        assert other not in text
        assert "| **all** | | 5 | 4 | 1 | 0 |" in text


def test_faults_are_those_of_the_table(junit: Path) -> None:
    assert f") | {len(FAULTS)} | {len(FAULTS)} |" in reliability.faults(junit)
    junit.write_text(JUNIT.format(name=reliability.ALL_FAULTS, inside="<failure/>"), encoding="utf-8")
    assert f") | {len(FAULTS)} | 0 |" in reliability.faults(junit)


def test_what_is_skipped_is_not_counted_and_a_gap_is_named(junit: Path) -> None:
    text = reliability.bad_input(junit)
    assert "| hostile data | `tests/authoring/test_outline.py` | 1 | 0 | 1 |" in text
    assert "| **all** |  | 3 | 2 | 1 |" in text


def test_faults_are_counted_by_kind(junit: Path) -> None:
    cases = "".join(
        f'<testcase classname="tests.session.{file}" name="{name}">{inside}</testcase>'
        for file, name, inside in [
            ("test_exit_codes", "test_no_route_hides_a_red_claim[deletes]", ""),
            ("test_exit_codes", "test_no_module_ends_the_run_with_a_zero[at-once]", "<failure/>"),
            ("test_orphans", "test_what_a_claim_sets_for_its_process_reaches_no_other", ""),
            ("test_orphans", "test_killed_parents_of_workers_cost_no_neighbour_its_finding", "<failure/>"),
        ]
    )
    junit.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>", encoding="utf-8")
    text = reliability.faults(junit)
    assert "| routes by which a red claim could end as exit code 0 | 2 | 1 |" in text
    assert f"thread, process) | {len(SETS)} | {len(SETS)} |" in text
    assert "| killed parents of workers (parent, reaper) | 2 | 0 |" in text

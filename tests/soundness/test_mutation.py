"""What mutation testing counts: changes that mean something, survivors without a reason, reasons that are out of date."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

from tests.each import each
from tests.soundness import mutation, on_disk
from tests.soundness.covering import FOLDERS, MOST, Covering
from tests.soundness.mutation import EXPLAINED, ROOT, WHOLE, Mutant, complaints, difference, explanations, meaning, modules, reason

MUTANT = Mutant("verify/probatum/judge/verdict.py", "judge", "a < b", "a > b", "ReplaceComparisonOperator_Lt_Gt")
ENTRY = {"module": MUTANT.module, "definition": "judge", "becomes": "a > b", "why": "They differ."}


def test_annotations_mean_nothing_and_operators_do() -> None:
    assert meaning("def f(a: int | None) -> int: return a + 1") == meaning("def f(a: int + None) -> str: return (a + 1)")
    assert meaning("def f(a): return a + 1") != meaning("def f(a): return a - 1")
    assert meaning("a: int = 1") != meaning("a: int = 2")


def test_a_change_is_known_by_its_lines() -> None:
    assert difference("if a:\n    b < c\n", "if a:\n    b > c\n") == ("b < c", "b > c")


def test_a_survivor_without_a_reason_is_a_complaint() -> None:
    assert complaints([MUTANT], [MUTANT], [ENTRY]) == []
    (new,) = complaints([MUTANT], [MUTANT], [ENTRY | {"becomes": "a == b"}])
    assert new.startswith("survived, and not explained in survivors.toml: verify/probatum/judge/verdict.py: judge: 'a < b' -> 'a > b'")


def test_a_reason_for_what_is_killed_is_a_complaint() -> None:
    (old,) = complaints([MUTANT], [], [ENTRY])
    assert old.startswith("explained in survivors.toml, but killed: ")
    assert complaints([], [], [ENTRY]) == []  # not tried: the sample is another one
    kind = {"module": MUTANT.module, "operator": MUTANT.operator, "why": "They differ."}
    assert complaints([MUTANT], [], [kind]) == []  # others of its kind may survive


def test_a_reason_is_of_the_mutants_that_it_describes() -> None:
    assert reason(MUTANT, [ENTRY]) == "They differ."
    assert reason(MUTANT, [ENTRY | {"definition": "other"}]) == ""


def test_an_explanation_has_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "survivors.toml"
    path.write_text('[[survivor]]\nmodule = "a.py"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="got a survivor without a reason, wanted one sentence"):
        explanations(path)


def test_explanations_are_of_modules_and_lines_that_could_be() -> None:
    names = {"module", "definition", "was", "becomes", "operator", "why"}
    for entry in each(explanations(EXPLAINED)):
        assert set(entry) <= names
        assert entry["module"] in modules()


def test_all_deciders_are_mutated_and_all_tests_exist() -> None:
    assert "verify/probatum/engines/solvers/smt.py" in modules()
    assert all((ROOT / test).is_file() for tests in each(WHOLE.values()) for test in tests)
    assert all((ROOT / folder).exists() for folder in each(FOLDERS))


def test_what_runs_in_several_processes_is_tried_on_disk(tmp_path: Path) -> None:
    found = on_disk.modules()
    assert {"verify/probatum/session/reaper.py", "verify/probatum/records/reuse.py"} <= set(found) <= set(modules())
    assert [test for tests in each(found.values()) for test in each(tests) if not (ROOT / test).is_file()] == []
    test = tmp_path / "test_copy.py"
    test.write_text(
        "from probatum.records import project_files\n\n\ndef test_copy():\n    assert project_files.changed\n", encoding="utf-8"
    )
    assert on_disk.tested("verify/probatum/records/project_files.py", "changed = True\nis_own = lambda path: True\n", [str(test)]) == 0
    assert on_disk.tested(None, "", [str(test)]) == 1


def place(row: int, column: int) -> Any:
    """A place of one module, as cosmic-ray names it."""
    return SimpleNamespace(start_pos=(row, column), definition_name="f", operator_name="core/NumberReplacer")


def test_a_change_elsewhere_leaves_the_draw_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutation, "ROOT", tmp_path)
    (tmp_path / "a.py").write_text("x = 1\ny = 2\n", encoding="utf-8")
    (before,) = [lot[0] for lot in mutation.lots("a.py", [place(2, 4)], 0)]
    (tmp_path / "a.py").write_text("x = 1\nz = 0\nz = 1\ny = 2\n", encoding="utf-8")
    (after,) = [lot[0] for lot in mutation.lots("a.py", [place(4, 4)], 0)]
    assert before == after
    others = [lot[0] for seed in (0, 1) for lot in mutation.lots("a.py", [place(1, 4), place(2, 4), place(2, 4)], seed)]
    assert len({before, *others}) == 7, "another line, another change of the same number, another seed"


def test_a_change_is_tried_on_the_quickest_tests_that_run_its_line() -> None:
    lines = {"a.py": {1: [""], 2: ["t.py::slow", "t.py::quick"], 3: ["t.py::other"]}}
    covering = Covering(lines, {"t.py::slow": MOST - 1, "t.py::quick": 1.0, "t.py::other": 0.5})
    assert covering.of("a.py", 2) == ("t.py::quick", "t.py::slow")
    assert covering.of("a.py", 1) == ("t.py::other", "t.py::quick"), "when it is imported: of the whole module, as long as there is time"
    assert covering.of("b.py", 1) == (), "no test runs it"
    items: list[Any] = [SimpleNamespace(nodeid=name) for name in ("t.py::other", "t.py::slow", "t.py::quick")]
    mutation._Only(covering.of("a.py", 2)).pytest_collection_modifyitems(items)
    assert [item.nodeid for item in items] == ["t.py::quick", "t.py::slow"]


def test_a_mutant_that_was_killed_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = tmp_path / "tried"

    def only_the_first_is_noticed(mutant: Mutant, tests: Any) -> NoReturn:
        with tried.open("a", encoding="utf-8") as file:
            file.write(mutant.code)
        os._exit(mutant.code == "a")

    monkeypatch.setattr(mutation, "_test", only_the_first_is_noticed)
    work = [(replace(MUTANT, code=code), ()) for code in "ab"]
    for _ in range(2):
        assert mutation.survivors(work, 1, tmp_path / "killed") == [work[1][0]]
    assert tried.read_text(encoding="utf-8") == "abb"

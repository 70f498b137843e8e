"""What mutation testing counts: changes that mean something, survivors without a reason, reasons that are out of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soundness.mutation import EXPLAINED, ROOT, TESTS, Mutant, complaints, difference, explanations, meaning, modules, reason

MUTANT = Mutant("verify/probatum/verdict.py", "judge", "a < b", "a > b", "ReplaceComparisonOperator_Lt_Gt")
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
    assert new.startswith("survived, and not explained in survivors.toml: verify/probatum/verdict.py: judge: 'a < b' -> 'a > b'")


def test_a_reason_for_what_is_killed_is_a_complaint() -> None:
    (old,) = complaints([MUTANT], [], [ENTRY])
    assert old.startswith("explained in survivors.toml, but killed: ")
    assert complaints([], [], [ENTRY]) == []  # not tried: the sample is another one


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
    for entry in explanations(EXPLAINED):
        assert set(entry) <= names
        assert entry["module"] in modules()


def test_all_deciders_are_mutated_and_all_tests_exist() -> None:
    assert "verify/probatum/decide/smt.py" in modules()
    assert all((ROOT / test).is_file() for tests in TESTS.values() for test in tests)

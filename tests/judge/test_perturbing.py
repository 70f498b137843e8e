"""Tests of the changes that must turn a statement without facts: each is another statement, and says what was changed."""

from __future__ import annotations

from probatum.judge.controls.perturbing import perturbed
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import All, ForAll
from probatum.proposition.relation import Ge, Gt, Lt
from probatum.proposition.subjects.coercion import reals

x, y = reals("x y")


def test_each_number_that_is_asserted_moves_both_ways() -> None:
    statement = ForAll(x, given=Gt(x, 5), then=Ge(x**2, 3))
    moved = {word: changed for word, changed in perturbed(plain(statement)) if "moved to" in word}
    assert list(moved) == ["2 moved to 3", "2 moved to 1", "3 moved to 4", "3 moved to 2"]
    assert {changed.given for changed in moved.values()} == {statement.given}
    assert statement not in moved.values()
    assert "moved to" not in str([word for word, _ in perturbed(plain(ForAll((x, y), given=Gt(x, y), then=Lt(y, x))))])


def test_every_change_is_another_statement() -> None:
    statement = All(ForAll(x, then=Ge(x**2 + 4, 4 * x)), ForAll(x, given=Gt(x, 0), then=Gt(x + 1, 1)))
    changes = [changed for _, changed in perturbed(plain(statement))]
    assert len(changes) > 6
    assert statement not in changes
    assert len(set(map(str, changes))) == len(changes)

"""Tests of the changes that must turn a statement without facts: each is another statement, and says what was changed."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.judge.perturbing import perturbed
from probatum.proposition.kinds import All, ForAll
from probatum.proposition.narrowing import reals
from probatum.proposition.readings import plain
from probatum.proposition.relation import Ge, Gt, Lt

x, y = reals("x y")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (ForAll(x, given=Gt(x, 5), then=Ge(x**2, 3)), ["2 moved to 3", "2 moved to 1", "3 moved to 4", "3 moved to 2"]),
        (ForAll((x, y), given=Gt(x, y), then=Lt(y, x)), []),
    ],
)
def test_each_number_that_is_asserted_moves_both_ways(statement: Any, words: list[str]) -> None:
    moved = [(word, changed) for word, changed in perturbed(plain(statement)) if "moved to" in word]
    assert [word for word, _ in moved] == words
    assert all(changed != statement and changed.given == statement.given for _, changed in moved)


def test_every_change_is_another_statement() -> None:
    statement = All(ForAll(x, then=Ge(x**2 + 4, 4 * x)), ForAll(x, given=Gt(x, 0), then=Gt(x + 1, 1)))
    changes = [changed for _, changed in perturbed(plain(statement))]
    assert len(changes) > 6
    assert statement not in changes
    assert len(set(map(str, changes))) == len(changes)

"""Dealing: claims that use the same modules meet in one worker, each claim is dealt once, and no worker idles while there are some."""

from __future__ import annotations

import math
from string import Template

import pytest
from hypothesis import given
from hypothesis import strategies as some

from probatum.session.scheduling import Deal, Group, used


def test_a_worker_takes_a_module_after_another_in_their_order() -> None:
    deal = Deal([Group({"sympy"}, [1, 2]), Group({"sympy"}, [3])], 1)
    assert [deal.next(0) for _ in range(4)] == [1, 2, 3, None]


def test_modules_that_use_the_same_go_to_the_same_worker() -> None:
    groups = [
        Group({"probatum", "sympy"}, "ab"),
        Group({"probatum", "numpy"}, "cd"),
        Group({"probatum", "sympy"}, "ef"),
        Group({"numpy"}, "gh"),
    ]
    deal = Deal(groups, 2)
    assert "".join(str(deal.next(turn % 2)) for turn in range(8)) == "agbhecfd"


def test_who_has_nothing_left_helps_out_from_the_end() -> None:
    deal = Deal([Group({"sympy"}, "abcd"), Group({"numpy"}, "e")], 2)
    assert [deal.next(0), deal.next(1)] == ["a", "e"]
    assert [deal.next(1), deal.next(0), deal.next(1), deal.next(1)] == ["d", "b", "c", None]


def test_more_workers_than_modules() -> None:
    deal = Deal([Group({"sympy"}, "ab")], 3)
    assert [deal.next(worker) for worker in (2, 1, 0)] == ["a", "b", None]


def test_nothing_to_deal() -> None:
    assert Deal([], 2).next(1) is None
    assert Deal([Group({"sympy"})], 1).next(0) is None


@given(some.lists(some.integers(0, 4), max_size=6), some.lists(some.integers(0, 2), min_size=30, max_size=30))
def test_each_task_is_dealt_once(sizes: list[int], turns: list[int]) -> None:
    tasks = [[(number, place) for place in range(size)] for number, size in enumerate(sizes)]
    deal = Deal([Group({str(number % 2)}, part) for number, part in enumerate(tasks)], 3)
    dealt = [deal.next(worker) for worker in turns]
    count = sum(sizes)
    assert sorted(filter(None, dealt)) == sorted(task for part in tasks for task in part)
    assert None not in dealt[:count]


@pytest.mark.parametrize(
    ("names", "modules"),
    [
        ({"math": math}, {"math"}),
        ({"Template": Template}, {"string"}),
        ({"__name__": "here", "Mine": type("Mine", (), {"__module__": "here"})}, set()),
        ({"number": 3, "odd": type("Odd", (), {"__module__": 7})}, set()),
    ],
)
def test_what_a_module_uses(names: dict[str, object], modules: set[str]) -> None:
    assert used(names) == modules

"""Tests of the corpus of elementary statements: their truth by a second way, and a sample decided."""

from __future__ import annotations

import random
from typing import Any

import pytest
import sympy
from benchmarks.alone import by_sympy, by_z3
from benchmarks.decided import Answer, by_probatum, row
from benchmarks.numerically import holds
from benchmarks.pair import Pair, load

from probatum import ForAll, Le, reals
from tests.each import each

PAIRS = each(load())
PLAIN = each(pair for pair in PAIRS if pair.breaks is not None)
CHOICE = random.Random(14)
SAMPLE = CHOICE.sample(PAIRS, 20)
TRIED = [sympy.Rational(number, 7) for number in (-20, -9, -4, -1, 1, 3, 5, 6, 11, 18, 29)]


def named(pair: Pair) -> str:
    return pair.says


def parts(statement: Any) -> tuple[Any, Any]:
    """What a statement supposes, and what it then says."""
    return (statement.given, statement.then) if isinstance(statement, ForAll) else (sympy.true, statement)


@pytest.mark.parametrize("pair", PLAIN, ids=named)
def test_a_twin_is_false_where_it_says_so(pair: Pair) -> None:
    given, then = parts(pair.false)
    assert pair.breaks is not None
    assert holds(given, pair.breaks)
    assert not holds(then, pair.breaks)


@pytest.mark.parametrize("pair", PLAIN, ids=named)
def test_a_true_statement_is_true_at_points(pair: Pair) -> None:
    assert pair.breaks is not None
    given, then = parts(pair.true)
    choice = random.Random(pair.says)
    points = [pair.breaks] + [{variable: some(choice, variable) for variable in pair.breaks} for _ in range(8)]
    assert all(holds(then, point) for point in each(point for point in points if holds(given, point)))


def some(choice: random.Random, variable: sympy.Symbol) -> sympy.Rational:
    return sympy.Integer(choice.randrange(7)) if variable.is_integer else choice.choice(TRIED)


def test_the_corpus_is_large_and_has_reasons() -> None:
    assert len(PAIRS) >= 120
    assert len({(pair.topic, pair.says) for pair in PAIRS}) == len(PAIRS)
    assert all(pair.because for pair in each(PAIRS) if pair.breaks is None)


@pytest.mark.parametrize("pair", SAMPLE, ids=named)
def test_a_sample_is_decided_right(pair: Pair) -> None:
    assert by_probatum(pair.true) in (True, None)
    assert by_probatum(pair.false) in (False, None)


def test_a_wrong_answer_is_counted() -> None:
    pair = PAIRS[0]
    line = row("someone", [Answer(pair, True, False, 1.0), Answer(pair, False, False, 3.0), Answer(pair, True, None, 2.0)])
    assert line == "| someone | 1 of 3 (33 %) | 1 | 2.000 | 3.0 |"


def test_the_others_decide_what_they_can() -> None:
    x = reals("x")
    true, false = ForAll(x, then=Le(2 * x, x**2 + 1)), ForAll(x, then=Le(2 * x, x**2))
    assert [by_z3(statement, 5000) for statement in (true, false)] == [True, False]
    assert by_sympy(ForAll(x, then=Le(0, sympy.exp(x)))) is True
    assert by_sympy(ForAll(x, given=x > 0, then=Le(x, 0))) is False
    assert by_z3(ForAll(x, then=Le(sympy.sin(x), 1)), 5000) is None

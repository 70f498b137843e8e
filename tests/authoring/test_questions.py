"""Tests of what an author's module asks of its variables while it runs: Python would answer no, whatever their values."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum import integers, reals
from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError, EvaluatedError

x, y = reals("x y")
n = integers("n")
HELPERS = """
def is_zero(value): return 1 if value == 0 else 0
def is_other(value): return 1 if value != 0 else 0
def inverse(value): return 1 / value if value else 0
def or_seven(value): return value or 7
def and_seven(value): return value and 7
def few(value): return 1 if value in (0, 1, 2) else 0
def many(value): return 1 if value not in [0, 1, 2] else 0
def by_match(value):
    match value:
        case 0: return 1
        case _: return 3
def by_pair(value):
    match (value, 1):
        case (0, _): return 1
        case _: return 3
def counted(value):
    while value == 1: value = value + 1
    return value
def nothing(value): return 0 if not value else 1
def magnitude(value): return value if value > 0 else -value
def chosen(value): return sum([1 for i in range(3) if i == value])
def origin(value): return 1 if (value, 1) == (0, 1) else 0
def checked(value):
    assert value
    return value
def drawn(value): return 1 if value in (i for i in (1, 2)) else 0
def far(value): return 1 if value in range(10**12) else 0
def where(value): return 1 if And(value > 0, value < 1) else 0
"""
NAMES = [line.split("(")[0][4:] for line in HELPERS.splitlines() if line.startswith("def ")]
ANSWERED = {
    "1 if x == x else 0": 1,
    "1 if x - x == 0 else 0": 1,
    "1 if x**2 + 1 == 0 else 0": 0,
    "1 if x == y else 0": 0,
    "[v for v in (x, y) if v != x]": [y],
    "1 if x in (x, y) else 0": 1,
    "1 if y in {x: 1} else 0": 0,
    "1 if x is None or x == 'a' else 0": 0,
    "1 if 'a' in 'abc' and 2 in (1, 2) else 0": 1,
    "1 if (x, y) == (x, y) else 0": 1,
    "1 if [x] == [x, y] else 0": 0,
    "1 if -1 in range(10**12) else 0": 0,
    "[] or x": x,
    "5 and x": x,
    "is_zero(3 - 3)": 1,
    "by_match(0)": 1,
}


def value(source: str) -> Any:
    """What an expression of an author's module is worth."""
    known = vars(sympy) | {"x": x, "y": y, "n": n}
    exec(transcribed(f"{HELPERS}\nfound = {source}", "claims.py"), known)
    return known["found"]


@pytest.mark.parametrize("helper", NAMES)
@pytest.mark.parametrize("argument", ["x", "n - 1"])
def test_a_question_about_a_variable_is_refused(helper: str, argument: str) -> None:
    with pytest.raises(DefinitionError, match=r"got a question that depends on a variable \(.+\), wanted a condition"):
        value(f"{helper}({argument})")


@pytest.mark.parametrize(("source", "wanted"), ANSWERED.items(), ids=ANSWERED)
def test_what_is_known_is_answered(source: str, wanted: Any) -> None:
    assert value(source) == wanted


COMPARED = [
    "0 < x == y",
    "And(x > 0, x == y)",
    "Or(x != y, x > 0)",
    "Piecewise((1, x == y), (2, True))",
    "Piecewise((1, x > y), (2, x == y))",
]


@pytest.mark.parametrize("source", COMPARED)
def test_a_comparison_of_variables_is_no_condition(source: str) -> None:
    with pytest.raises(EvaluatedError, match=r"got the truth value (True|False), wanted conditions"):
        value(source)


@pytest.mark.parametrize("source", ["0 < 1 < x", "And(x > 1, x < 3)", "Piecewise((1, x > y), (2, True))"])
def test_what_is_one_stays(source: str) -> None:
    assert x in value(source).free_symbols

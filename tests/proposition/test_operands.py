"""Tests of what is refused where a number is wanted, or a condition."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import sympy
from sympy import Derivative, Interval, Matrix, Piecewise, exp, factorial, sign

from probatum import Eq, Equal, ForAll, Ge, Le, Limit, Lt, Ne, Or, integers, reals
from probatum.errors import DefinitionError

x, y = reals("x y")
n = integers("n")
INDICATOR = "wanted a number there: Piecewise((1, condition), (0, True)) is 1 where it holds and else 0"
COMPARED: dict[str, tuple[Any, str]] = {
    "a list beside a number": (Eq(x, [x]), "a number and a list"),
    "a set beside a number": (Eq({x}, x), "a set and a number"),
    "a matrix beside a number": (Eq(Matrix([x]), x), "a matrix and a number"),
    "an interval beside a number": (Ne(Interval(0, 1), x), "a set and a number"),
    "a list and a matrix": (Eq(Matrix([x]), [x]), "a matrix and a list"),
    "two lists": (Eq((x, 1), (1, x)), "two lists"),
    "two sets": (Ne({x, 1}, {1, y}), "two sets"),
    "lists in order": (Lt((x, 1), (1, x)), "two lists"),
    "matrices in order": (Le(Matrix([x]), Matrix([y])), "two matrices"),
    "among others": (Or(x > 0, Eq(x, [x])), "a number and a list"),
}
MISPLACED: dict[str, tuple[Any, str]] = {
    "in a function": (exp(x > 0), "exp(x > 0)"),
    "in a sign": (sign(x > 0), "sign(x > 0)"),
    "in a function that is only named": (sympy.Function("f")(x > 0), "f(x > 0)"),
    "in a factorial": (factorial(n > 0), "factorial(n > 0)"),
    "in a derivative": (Derivative(x > 0, x), "Derivative(x > 0, x)"),
    "deep inside": (sympy.Mul(x, sign(x > 0), evaluate=False), "sign(x > 0)"),
    "in a case": (Piecewise((x > 0, x > 1), (1, True)), "(x > 0, x > 1)"),
}
STATING: list[Callable[[Any], Any]] = [
    lambda side: ForAll(x, then=Ge(side, 0)),
    lambda side: Equal(side, 0),
    lambda side: Equal(Matrix([side]), Matrix([0])),
]


@pytest.mark.parametrize(("relation", "compared"), COMPARED.values(), ids=COMPARED)
def test_what_is_no_number_is_not_compared(relation: Any, compared: str) -> None:
    said = (
        rf"ForAll: then=: got {compared} compared in '.+', wanted numbers on both sides; .* a condition for each, joined by And\(\.\.\.\)$"
    )
    with pytest.raises(DefinitionError, match=said):
        ForAll((x, y), then=relation)


def test_of_lists_and_sets_equal_is_said() -> None:
    with pytest.raises(DefinitionError, match=r"Equal\(\.\.\.\) says of both that they are the same"):
        ForAll(x, then=Eq((x, 1), (1, x)))
    assert Equal((x, 1), (1, x)).left == sympy.Tuple(x, 1)


@pytest.mark.parametrize("state", STATING, ids=["a relation", "an equation", "matrices"])
@pytest.mark.parametrize(("side", "place"), MISPLACED.values(), ids=MISPLACED)
def test_a_condition_is_no_number(state: Callable[[Any], Any], side: Any, place: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(f"in '{place}', {INDICATOR}")):
        state(side)


def test_a_condition_has_no_limit() -> None:
    with pytest.raises(DefinitionError, match=r"got the condition x  > 0 in .*Limit.*, wanted a number there"):
        ForAll((), then=Ge(Limit(x > 0, x, 1), 0))


def test_a_number_is_no_condition() -> None:
    said = r"got the number x as the condition of a case of a Piecewise, wanted a relation, such as Ne\(x, 0\)$"
    with pytest.raises(DefinitionError, match=said):
        ForAll(x, then=Ge(Piecewise((1, x), (2, True)), 0))


NUMBERS: dict[str, Any] = {
    "cases": Ge(Piecewise((x, x > 0), (-x, True)), 0),
    "cases in a function": Ge(exp(Piecewise((x, Or(x > 1, x < 0)), (1, True))), 0),
    "matrices": Eq(Matrix([x, 1]), Matrix([1, x])),
    "other matrices": Ne(Matrix([x]), Matrix([y])),
    "a limit": Eq(Limit(1 / x, x, sympy.oo), 0),
}


@pytest.mark.parametrize("relation", NUMBERS.values(), ids=NUMBERS)
def test_numbers_and_equal_matrices_are_compared(relation: Any) -> None:
    assert ForAll((x, y), then=relation).then == relation

"""Tests of what variables may be called, and of those that readers could not tell apart."""

from __future__ import annotations

import re
from typing import Any

import pytest
import sympy

from probatum import All, Eq, Exists, ForAll, Gt, Le, complexes, features, functions, integers, modulus, random, reals, vectors
from probatum.errors import DefinitionError
from probatum.proposition.reading.told_apart import check_told_apart

WORDS = ["x", "rate", "x1", "x_max", "alpha", "x'", "lambda", "x_1_1", "é", "ж", "א", "Delta", "after"]
NO_WORDS = [
    "x²", "x__2", "x₁", "½", "x-y", "-x", "1", "2x", "f(x)", "x=1", "x*", "x^2", "x_", "_x", "_", "or", "and", "in", "if", "true", "a$b",
    "<b>", "x&y", "{x}", "x.real", "\\alpha", "\u202ea", "a\u200b", "e\u0301", "ｘ", "𝑥", "µ", "😀",
]  # fmt: skip
ALIKE = [
    ("x1", "x_1"), ("lambda", "lamda"), ("alpha", "α"), ("x'", "xprime"), ("a", "а"), ("o", "omicron"), ("A", "Alpha"),
    ("lambda_1", "lamda1"),
]  # fmt: skip
APART = [("x", "X"), ("x1", "x2"), ("epsilon", "varepsilon"), ("x_11", "x_1_1"), ("v", "nu"), ("x", "xhat")]


@pytest.mark.parametrize("make", [reals, integers, vectors, random, complexes])
@pytest.mark.parametrize("name", WORDS)
def test_words_are_names(make: Any, name: str) -> None:
    assert make(name) is not None


@pytest.mark.parametrize("make", [reals, integers, vectors, random, complexes])
@pytest.mark.parametrize("name", NO_WORDS)
def test_what_reads_as_something_else_is_no_name(make: Any, name: str) -> None:
    with pytest.raises(DefinitionError, match=f"^{make.__name__}: got the name {re.escape(repr(name))}, wanted letters"):
        make(name)


@pytest.mark.parametrize("name", ["pi", "π", "oo", "nan"])
def test_constants_are_no_names(name: str) -> None:
    with pytest.raises(DefinitionError, match=f"^reals: got the name '{name}', which is read as the constant"):
        reals(name)


def test_others_have_names_too() -> None:
    with pytest.raises(DefinitionError, match=r"^functions: got the name 'f²', wanted letters"):
        functions("f²", convex=True)
    with pytest.raises(DefinitionError, match=r"^features: got the name '2x', wanted letters"):
        features("2x", of=integers("n"))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_variables_that_look_the_same_are_refused(one: str, other: str) -> None:
    x, y = reals(one), reals(other)
    said = "got the variable .* and the variable .*, which look the same, .*, wanted names that readers can tell apart$"
    for statement in (
        ForAll((x, y), given=x <= y - 1, then=Le(x, y)),
        ForAll(x, then=Exists(y, then=Gt(y, x))),
        ForAll(x, given=x > 0, then=ForAll(vectors(other), then=Le(0, x))),
    ):
        with pytest.raises(DefinitionError, match=f"^c: {said}"):
            check_told_apart(statement, "c")


@pytest.mark.parametrize(("one", "other"), APART)
def test_variables_that_differ_are_not(one: str, other: str) -> None:
    x, y = reals(one), reals(other)
    check_told_apart(ForAll((x, y), given=x <= y - 1, then=Le(x, y)), "c")


def test_those_of_other_statements_are_not_compared() -> None:
    x, y = reals("x1"), reals("x_1")
    check_told_apart(All(ForAll(x, then=Le(x, x + 1)), ForAll(y, then=Le(y, y + 1))), "c")


def test_constants_that_are_spoken_of_are_told_from_variables() -> None:
    e = reals("e")
    check_told_apart(ForAll(e, given=e > 4, then=Gt(e, 3)), "c")
    with pytest.raises(DefinitionError, match=r"^c: got the constant E and the variable 'e', which look the same, e"):
        check_told_apart(ForAll(e, given=e > 4, then=Gt(e, sympy.E)), "c")


def test_symbols_of_sympy_have_names_as_well() -> None:
    square = sympy.Symbol("x²", real=True)
    with pytest.raises(DefinitionError, match=r"^c: got the name 'x²', wanted letters"):
        check_told_apart(ForAll(square, then=Eq(square, square + 1)), "c")


def test_coordinates_of_complex_numbers_are_told_by_what_they_are() -> None:
    z = complexes("z")
    check_told_apart(ForAll(z, then=Le(0, modulus(z))), "c")

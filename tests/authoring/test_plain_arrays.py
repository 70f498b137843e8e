"""Tests of NumPy on arrays of numbers: it calculates as anywhere else, and says what to write as soon as there are variables."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
import sympy

import probatum
from probatum import reals
from probatum.authoring.as_written import plain_arrays
from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError

x, y = reals("x y")
ONES, HALVES, OBJECTS = np.ones((2, 2)), np.array([0.5, 1.5]), np.array([x, 1], dtype=object)
SAME = [
    "A @ h", "h @ A", "A @ A", "A * h", "2 * A", "A / 2.0", "h ** 2", "2 ** h", "h - np.float64(1)", "np.float64(1) - h", "h + True", "-h",
    "h // 0.4", "h % 0.4", "h < 1", "np.exp(h)", "np.maximum(h, 1)", "np.stack([h, h])", "np.concatenate((h, h), axis=0)", "h.max()",
    "A.mean(axis=0)", "A.sum(axis=-1, keepdims=True)", "np.where(h < 1, h, 0)", "np.einsum('ij,j', A, h)",
    "np.clip(h, a_min=None, a_max=1)", "np.zeros(2) + np.ones(2)", "np.zeros(2, dtype=int)", "h.reshape(2, 1).tolist()", "np.any(h > 1)",
    "(h > 1).all()", "h / 0",
]  # fmt: skip
REFUSED = ["A + np.ones(3)", "A @ np.ones(3)", "np.add(A, np.ones(3))", "h.reshape(3)", "np.ones((2, 2)) @ 2", "h.max(axis=5)"]
NOT_OF_NUMBERS = {"objects": OBJECTS, "a list": [0.5], "a number": 0.5, "one of NumPy's": np.float64(1), "masked": np.ma.array([1.0])}


def value(source: str) -> Any:
    """What an expression of an author's module is worth."""
    names = {name: getattr(probatum, name) for name in probatum.__all__} | {"np": np, "A": ONES, "h": HALVES, "X": OBJECTS, "x": x}
    exec(transcribed(f"value = {source}", "claims.py"), names)
    return names["value"]


@pytest.mark.parametrize("source", SAME)
@pytest.mark.filterwarnings("ignore:divide by zero")
def test_numbers_are_calculated_with_as_anywhere_else(source: str) -> None:
    assert np.array_equal(value(source), eval(source, {"np": np, "A": ONES, "h": HALVES}))


@pytest.mark.parametrize("source", REFUSED)
def test_what_numpy_refuses_it_refuses_in_its_own_words(source: str) -> None:
    with pytest.raises(ValueError) as plainly:  # noqa: PT011 -- whatever it says
        eval(source, {"np": np, "A": ONES, "h": HALVES})
    with pytest.raises(type(plainly.value), match=re.escape(str(plainly.value))):
        value(source)


@pytest.mark.parametrize(("sign", "method"), [("+=", "iadd"), ("-=", "isub"), ("*=", "imul"), ("/=", "itruediv"), ("**=", "ipow")])
def test_an_array_is_changed_in_place(sign: str, method: str) -> None:
    names = {"array": HALVES.copy()}
    given = names["array"]
    exec(transcribed(f"array {sign} 2", "claims.py"), names)
    assert names["array"] is given
    assert np.array_equal(given, getattr(HALVES.copy(), f"__{method}__")(2))


@pytest.mark.parametrize(
    "source", ["(h * (1 / x))[0]", "((1 / x) * h)[0]", "np.multiply(h, 1 / x)[0]", "np.array([1, 1]) @ X", "(X * h)[0]"]
)
def test_with_variables_there_are_expressions(source: str) -> None:
    found = value(source)
    assert isinstance(found, sympy.Expr)
    assert found.has(x)


def test_what_is_named_with_variables_says_what_to_write() -> None:
    with pytest.raises(DefinitionError, match=r"^numpy\.linalg\.norm: got 0\.5, 1\.5, x with the variable x, wanted numbers"):
        value("np.linalg.norm(h, ord=x)")


@pytest.mark.parametrize("thing", NOT_OF_NUMBERS.values(), ids=NOT_OF_NUMBERS)
def test_what_is_no_array_of_numbers_is_told_apart(thing: Any) -> None:
    assert plain_arrays.is_array(HALVES)
    assert not plain_arrays.is_array(thing)


def test_operands_are_numbers_and_one_of_them_is_an_array() -> None:
    assert plain_arrays.are_operands(HALVES, 2)
    assert plain_arrays.are_operands(np.float64(2), HALVES)
    assert not plain_arrays.are_operands(HALVES, x)
    assert not plain_arrays.are_operands(1, 2)

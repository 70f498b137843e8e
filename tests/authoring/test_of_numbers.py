"""Tests of functions that take numbers alone: called with variables they say what to write, which means the same."""

from __future__ import annotations

import cmath
import math
import re
import statistics
from typing import Any

import numpy
import pytest
import sympy
from sympy.core import evalf

import probatum
from probatum import complexes, integers, reals
from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError, ExactnessError
from tests.each import each

x, y = reals("x y")
n = integers("n")
HEAD = """
import cmath, decimal, fractions, functools, math, statistics
import numpy as np
import scipy.special
from sympy import *
from probatum import *
from random import randint

def failing(value):
    return [value] + None
"""
KNOWN = {"x": x, "y": y, "n": n, "z": complexes("z"), "A": numpy.array([[x, y], [y, 1]]), "X": numpy.array([x, y])}
NUMBERS = {"x": 1.25, "y": 2.5, "n": 5}
# What is called, and what to write in its place, which has the same value at numbers.
SAME = {
    "max(x, y)": "Max(x, y)",
    "max([x, y])": "Max(x, y)",
    "max(x / 2, 1)": "Max(x/2, 1)",
    "max(x, Rational(1, 2))": "Max(x, Rational(1, 2))",
    "min(x, y, 2)": "Min(x, y, 2)",
    "functools.reduce(max, [x, y])": "Max(x, y)",
    "math.exp(x)": "exp(x)",
    "math.sqrt(x + y)": "sqrt(x + y)",
    "math.log(x)": "log(x)",
    "math.log(x, 2)": "log(x, 2)",
    "math.log2(x)": "log(x, 2)",
    "math.log10(x)": "log(x, 10)",
    "math.log1p(x)": "log(1 + x)",
    "math.expm1(x)": "exp(x) - 1",
    "math.floor(x)": "floor(x)",
    "math.ceil(x)": "ceiling(x)",
    "math.fabs(x)": "Abs(x)",
    "math.hypot(x, y)": "sqrt(x**2 + y**2)",
    "math.hypot(x - 1, y)": "sqrt((x - 1)**2 + y**2)",
    "math.factorial(n)": "factorial(n)",
    "math.comb(n, 2)": "binomial(n, 2)",
    "math.perm(n, 2)": "ff(n, 2)",
    "math.isqrt(n)": "floor(sqrt(n))",
    "math.pow(x, y)": "Pow(x, y)",
    "math.atan2(y, x)": "atan2(y, x)",
    "math.sin(x)": "sin(x)",
    "math.acosh(x)": "acosh(x)",
    "math.erf(x)": "erf(x)",
    "math.lgamma(x)": "loggamma(x)",
    "math.fsum([x, y])": "x + y",
    "cmath.exp(x)": "exp(x)",
    "np.exp(x)": "exp(x)",
    "np.exp2(x)": "Pow(2, x)",
    "np.sqrt(x)": "sqrt(x)",
    "np.cbrt(x)": "cbrt(x)",
    "np.arctan(x)": "atan(x)",
    "np.maximum(x, y)": "Max(x, y)",
    "np.minimum(x, 2)": "Min(x, 2)",
    "np.max([x, y])": "Max(x, y)",
    "np.max(A)": "Max(x, y, 1)",
    "A.min()": "Min(x, y, 1)",
    "np.clip(x, 0, 1)": "Min(Max(x, 0), 1)",
    "np.where(x > 0, x, 0)": "Piecewise((x, x > 0), (0, True))",
    "np.where(x > Rational(3, 2), x**2, 0)": "Piecewise((x**2, x > Rational(3, 2)), (0, True))",
    "np.linalg.norm([x, y])": "sqrt(x**2 + y**2)",
    "scipy.special.erf(x)": "erf(x)",
    "statistics.mean([x, y])": "(x + y)/2",
    "statistics.fmean([x, y])": "(x + y)/2",
    "float(x)": "x itself, which is exact",
    "np.float64(x)": "x itself, which is exact",
    "round(x)": "floor(x + Rational(1, 2)), which rounds halves up",
}
SAID = {
    "max(x, y)": "max: got the variables x, y, wanted numbers: write Max(x, y)",
    "max(x**2, 1)": "max: got x**2, 1 with the variable x, wanted numbers: write Max(x**2, 1)",
    "max([x, y], key=abs)": "max: got the variables x, y, wanted numbers: write Max(...)",
    "math.exp(x)": "math.exp: got the variable x, wanted numbers: write exp(x)",
    "np.exp([x, y])": "numpy.exp: got the variables x, y, wanted numbers: write exp(...) of each",
    "np.max(A, axis=0)": "numpy.max: got x, y, y, 1 with the variables x, y, wanted numbers: write Max(...)",
    "np.linalg.norm([x, y], 2)": "numpy.linalg.norm: got x, y, 2 with the variables x, y, wanted numbers: write Matrix(...).norm(...)",
    "np.std([x, y])": "write the mean of the squares of the distances from the mean, or its root",
    "statistics.stdev([x, y])": "write the sum of the squares of the distances from the mean over one less than there are, or its root",
    "statistics.median([x, y])": "write Max(...), Min(...), or which order is meant in given=, such as x <= y",
    "sorted([x, y])": "sorted: got the variables x, y, wanted numbers: write Max(...), Min(...), or which order is meant in given=",
    "[y, x].sort()": "sort: got the variables y, x, wanted numbers: write Max(...), Min(...)",
    "int(x)": "int: got the variable x, wanted numbers: write floor(x) where it is at least 0 and ceiling(x) where it is less",
    "round(x, 2)": "round: got x, 2 with the variable x, wanted numbers, or what it does said in SymPy's functions",
    "complex(x)": "write x itself",
    "fractions.Fraction(x)": "write x itself",
    "decimal.Decimal(x)": "write x itself",
    "range(n)": "range: got the variable n, wanted numbers: write Sum(..., (k, first, last)) or Product(...), or a ForAll over integers",
    "randint(1, n)": "random.randint: got 1, n with the variable n, wanted numbers, or what it does said",
    "math.gcd(n, 6)": "math.gcd: got n, 6 with the variable n, wanted numbers: write Eq(Mod(a, b), 0) for divisibility",
    "math.isclose(x, y)": "write close_to(..., within=...)",
    "np.linalg.det(A)": "numpy.linalg.det: got x, y, y, 1 with the variables x, y, wanted numbers: write Matrix(...).det()",
    "np.array([x, y], dtype=float)": "numpy.array: got the variables x, y, wanted numbers: write an array without a dtype",
    "math.exp(z)": "math.exp: got z with the variables Im(z), Re(z), wanted numbers: write it of .real and .imag, or of modulus(...)",
    "max(*(x + k for k in range(4)), *(y + k for k in range(4)))": "got x, x + 1, x + 2, x + 3, y, y + 1, ... with the variables x, y",
    "X > 0": "compared, wanted numbers on both sides; of what stands in arrays and lists, a condition for each, joined by And(...)",
    "x < [1]": "got x and [1] compared, wanted numbers on both sides",
    "(x > 0) < y": "got x > 0 and y compared, wanted numbers on both sides",
}
STANDING = {
    "np.sum([x, y])": x + y,
    "np.prod([x, y])": x * y,
    "np.mean([x, y])": (x + y) / 2,
    "np.dot([x, 1], [y, 2])": x * y + 2,
    "(A @ A)[1, 1]": y * y + 1,
    "np.abs([x, y])[1]": sympy.Abs(y),
    "np.where([True, False], [x, y], [y, x])[1]": x,
    "max(1, 2)": 2,
    "max(sqrt(2), 1)": sympy.sqrt(2),
    "max(x, x + 1)": x + 1,
    "sorted([x, y], key=str)": [x, y],
    "int(pi)": 3,
    "math.floor(sqrt(2))": 1,
    "list(range(Integer(2)))": [0, 1],
    "math.hypot(3, 4)": 5.0,
}


def value(source: str, **known: Any) -> Any:
    """What an expression of an author's module is worth."""
    names = vars(sympy) | {name: getattr(probatum, name) for name in probatum.__all__} | KNOWN | known
    exec(transcribed(f"{HEAD}\nvalue = {source}", "claims.py"), names)
    return names["value"]


@pytest.mark.parametrize(("source", "written"), SAME.items(), ids=SAME)
def test_a_call_with_variables_says_what_to_write(source: str, written: str) -> None:
    with pytest.raises(DefinitionError, match=rf"got .*, wanted numbers: write {re.escape(written)}$"):
        value(source)


@pytest.mark.parametrize(("source", "written"), SAME.items(), ids=SAME)
def test_what_is_to_be_written_has_the_same_value(source: str, written: str) -> None:
    found = value(written.split(" itself")[0].split(", which")[0])
    called = value(source, **NUMBERS, A=numpy.array([[1.25, 2.5], [2.5, 1]]))
    assert cmath.isclose(found.subs({KNOWN[name]: number for name, number in NUMBERS.items()}), called, rel_tol=1e-12)


@pytest.mark.parametrize(("source", "said"), SAID.items(), ids=SAID)
def test_a_call_says_who_got_what(source: str, said: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(said)):
        value(source)


@pytest.mark.parametrize(("source", "found"), STANDING.items(), ids=STANDING)
def test_what_can_be_calculated_is(source: str, found: Any) -> None:
    assert sympy.simplify(value(source) - found) == 0 if isinstance(found, sympy.Expr) else value(source) == found


@pytest.mark.parametrize("source", ["sorted([x, y], key=failing)", "np.vectorize(failing)(X)", "max(1, 2, 3, keys=1)", "math.exp('a')"])
def test_an_error_of_another_kind_stays_as_it_is(source: str) -> None:
    with pytest.raises(TypeError, match=r"NoneType|keys|real number"):
        value(source)


def test_what_is_said_of_spreads_is_what_they_are() -> None:
    values = [1.0, 2.5, 4.5]
    mean = sum(values) / 3
    squares = sum((each_ - mean) ** 2 for each_ in each(values))
    assert math.isclose(statistics.pstdev(values) ** 2, squares / 3)
    assert math.isclose(float(numpy.std(values)) ** 2, squares / 3)
    assert math.isclose(statistics.variance(values), squares / 2)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x <= '0.5'", sympy.Le(x, sympy.Rational(1, 2))),
        ("'0.5' < x", sympy.Lt(sympy.Rational(1, 2), x)),
        ("0 <= x <= '0.5'", sympy.And(x >= 0, x <= sympy.Rational(1, 2))),
        ("sqrt(2) > '1.4'", sympy.true),
        ("x + '0.5'", x + sympy.Rational(1, 2)),
        ("'0.5' - x", sympy.Rational(1, 2) - x),
        ("x // '0.5'", sympy.floor(2 * x)),
        ("x % '0.5'", sympy.Mod(x, sympy.Rational(1, 2))),
        ("'%s' % x", "x"),
        ("'ab' * Integer(2)", "abab"),
    ],
)
def test_text_beside_an_operator_is_a_decimal_as_printed(source: str, found: Any) -> None:
    assert value(source) == found


@pytest.mark.parametrize("source", ["x <= 'half'", "'a' + x", "x * '1/2'"])
def test_other_text_beside_an_operator_is_refused(source: str) -> None:
    with pytest.raises(ExactnessError, match=r"^got '.*', wanted a decimal as printed, such as '0.035'$"):
        value(source)


def test_no_digits_are_asked_of_what_diverges(monkeypatch: pytest.MonkeyPatch) -> None:
    def digits(*_: Any) -> Any:
        raise AssertionError("digits were asked of a product that diverges")

    monkeypatch.setitem(evalf.evalf_table, sympy.Product, digits)
    growing = sympy.Product(n, (n, 1, sympy.oo))
    assert value("x > Product(n, (n, 1, oo))") == sympy.Gt(x, growing, evaluate=False)

"""Tests of what is written out by definition: matrices that are compared, Heaviside's function, Kronecker's delta."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Decided, Truth
from probatum.errors import UndefinedError
from probatum.proposition.kinds import proposition
from probatum.proposition.reading.sentences import words_of
from tests.each import each

HEAD = """
from sympy import Derivative, Heaviside, Integral, KroneckerDelta, Limit, Matrix, Max, Mul, Piecewise, Pow, Rational, Sum
from sympy import cos, diff, exp, eye, log, oo, sin, sqrt, zeros
from probatum import *
a, b, c, d, x, y, z, t, s = reals("a b c d x y z t s")
i, j, k, n = integers("i j k n")
A, B = Matrix([[a, b], [c, d]]), Matrix([[x, y], [z, t]])
four, eight = (a, b, c, d), (a, b, c, d, x, y, z, t)
row, turned = Matrix([[a, b]]), Matrix([[b, a]])
half, whole = Matrix([[1 / a, 0]]), Matrix([[1 / a, 1]])
regular = And(Ne(a * d - b * c, 0), Ne(x * t - y * z, 0))
def R(angle):
    return Matrix([[cos(angle), -sin(angle)], [sin(angle), cos(angle)]])
"""
TRUE = """
Equal(KroneckerDelta(Limit(1/x, x, oo), 0), 1)
Equal(KroneckerDelta(Limit(1/x, x, oo), Limit(1 + 1/x, x, oo)), 0)
ForAll(a, given=Abs(a) < 1, then=Equal(KroneckerDelta(Sum(a**k, (k, 0, oo)), 1/(1 - a)), 1))
ForAll(eight, then=Eq((A + B)**2, A**2 + A * B + B * A + B**2))
ForAll(four, then=Eq(A**2 - (a + d) * A + (a * d - b * c) * eye(2), zeros(2, 2)))
ForAll(four, given=Ne(a * d - b * c, 0), then=Eq(A * A.inv(), eye(2)))
ForAll(eight, given=regular, then=Eq((A * B).inv(), B.inv() * A.inv()))
ForAll((t, s), then=Eq(R(t) * R(s), R(t + s)))
ForAll(four, given=Eq(A, A.T), then=Eq(b, c))
ForAll(four, given=Ne(A, A.T), then=Ne(b, c))
ForAll(four, given=Eq(A**2, zeros(2, 2)), then=Eq(a * d, b * c))
ForAll(four, then=Or(Eq(A, A.T), Ne(b, c)))
ForAll(four, then=Implies(And(Eq(A, A.T), b > 0), c > 0))
ForAll((a, b), then=Iff(Eq(row, turned), Eq(a, b)))
ForAll(four, given=Not(Or(Eq(A, A.T), b > 0)), then=And(b <= 0, Ne(b, c)))
ForAll((a, b), then=Ne(Matrix([[a, b]]), Matrix([[a], [b]])))
ForAll(a, given=Ne(a, 0), then=Ne(half, whole))
ForAll(a, given=Ne(whole, zeros(1, 2)), then=Ne(a, 0))
Exists(eight, then=Ne(A * B, B * A))
Exists(four, given=Ne(A, zeros(2, 2)), then=Eq(A**2, zeros(2, 2)))
ForAll(x, given=x > 0, then=Eq(Heaviside(x), 1))
ForAll(x, given=x < 0, then=Eq(Heaviside(x), 0))
Eq(Heaviside(0), Rational(1, 2))
ForAll(x, then=Eq(x * Heaviside(x), Max(x, 0)))
ForAll(x, then=Eq(Heaviside(x) + Heaviside(-x), 1))
ForAll(x, then=Eq(Heaviside(x, 0) + Heaviside(-x, 1), 1))
ForAll(x, then=Eq(Heaviside(x, 1)**2, Heaviside(x, 1)))
ForAll(x, given=Eq(Heaviside(x), 1), then=x > 0)
ForAll(x, given=Ne(x, 0), then=Eq(Heaviside(1 / x), Heaviside(x)))
ForAll(x, then=Eq(Heaviside(Heaviside(x) - Rational(1, 4)), Heaviside(x, 1)))
ForAll((x, y), then=Equal(Matrix([[Heaviside(x - y, 0)]]), Matrix([[1 - Heaviside(y - x, 1)]])))
Eq(Integral(Heaviside(x), (x, -1, 2)), 2)
Eq(Integral(x * Heaviside(x), (x, -1, 1)), Rational(1, 2))
Eq(Limit(Heaviside(x), x, 0, "+"), 1)
ForAll(n, then=Eq(KroneckerDelta(n, n), 1))
ForAll((i, j), then=Eq(KroneckerDelta(i, j), Piecewise((1, Eq(i, j)), (0, True))))
ForAll((i, j), given=i < j, then=Eq(KroneckerDelta(i, j), 0))
ForAll((i, j), then=Eq(KroneckerDelta(i, j), KroneckerDelta(i - j, 0)))
ForAll((n, x), given=Ne(x, 0), then=Eq(KroneckerDelta(n, n + 1) / x, 0))
Eq(Sum(KroneckerDelta(k, 3) * k**2, (k, 1, 5)), 9)
ForAll((a, b), given=And(Eq(row, turned), Eq(Heaviside(a), 1)), then=b > 0)
""".strip().splitlines()
FALSE = """
Equal(KroneckerDelta(Limit(1/x, x, oo), 0), 0)
ForAll(a, given=Abs(a) < 1, then=Equal(KroneckerDelta(Sum(a**k, (k, 0, oo)), 1 - a), 1))
ForAll(eight, then=Eq(A * B, B * A))
ForAll((t, s), then=Eq(R(t) * R(s), R(t - s)))
ForAll((a, b), then=Eq(row, turned))
ForAll(four, then=Eq(A, A.T))
ForAll(four, then=Eq(A**2, eye(2)))
ForAll(eight, then=Eq((A + B)**2, A**2 + 2 * A * B + B**2))
ForAll(eight, given=regular, then=Eq((A * B).inv(), A.inv() * B.inv()))
ForAll(eight, then=Ne(A * B, B * A))
ForAll(four, given=Eq(A, A.T), then=Eq(a, d))
ForAll(four, given=Eq(A**2, zeros(2, 2)), then=Eq(b, 0))
ForAll(four, given=Eq(A**2, eye(2)), then=Or(Eq(A, eye(2)), Eq(A, -eye(2))))
ForAll(four, then=Or(Eq(A, A.T), b > c))
ForAll((a, b), then=Iff(Eq(row, turned), Eq(a, -b)))
ForAll((a, b), then=Eq(Matrix([[a, b]]), Matrix([[a], [b]])))
ForAll(four, then=Implies(Ne(A, A.T), b > c))
Exists((a, b), given=Ne(a, b), then=Eq(row, turned))
Exists(a, given=Eq(a, 0), then=Ne(whole, zeros(1, 2)))
Exists(a, given=Eq(a, 0), then=Or(Eq(half, whole), a > 1))
ForAll(x, then=Eq(Heaviside(x), 1))
ForAll(x, given=x >= 0, then=Eq(Heaviside(x), 1))
ForAll(x, then=Eq(Heaviside(x, 0), Heaviside(x)))
ForAll(x, then=Eq(Heaviside(x, 0) + Heaviside(-x, 0), 1))
ForAll(x, then=Eq(Heaviside(x)**2, Heaviside(x)))
ForAll(x, then=Eq(Heaviside(x) * Heaviside(-x), 0))
ForAll(x, given=Ne(Heaviside(x), 0), then=x > 0)
Eq(Heaviside(0, 1), Rational(1, 2))
Exists(x, given=Eq(x, 0), then=Eq(Heaviside(exp(1 / x)), 1))
Exists((n, x), given=Eq(x, 0), then=Eq(KroneckerDelta(n, n + 1) / x, 0))
Exists(x, given=Eq(x, 0), then=Eq(Mul(x, Pow(x, -1), Heaviside(x), evaluate=False), Heaviside(x)))
Eq(Integral(Heaviside(x), (x, -1, 2)), 3)
Eq(Limit(Heaviside(x), x, 0, "-"), 1)
ForAll((i, j), then=Eq(KroneckerDelta(i, j), 0))
ForAll((i, j), then=Eq(KroneckerDelta(i, j), KroneckerDelta(i + j, 0)))
Eq(Sum(KroneckerDelta(k, 3) * k**2, (k, 1, 5)), 10)
""".strip().splitlines()
UNDEFINED = """
Equal(Integral(diff(Heaviside(x), x), (x, -1, 1)), 0)
Equal(KroneckerDelta(Limit(x, x, oo), Limit(x**2, x, oo)), 1)
Equal(KroneckerDelta(Limit(x, x, oo), Limit(x**2, x, oo)), 0)
Equal(KroneckerDelta(Sum(1/k, (k, 1, oo)), Sum(k, (k, 1, oo))), 1)
ForAll(a, then=Eq(half, whole))
ForAll(a, then=Ne(half, whole))
ForAll(a, then=Or(Eq(half, whole), a > 1))
ForAll((a, b), then=Eq(Matrix([[log(a), b]]), Matrix([[b, log(a)]])))
ForAll(x, then=Eq(diff(Heaviside(x), x), 0))
ForAll(x, then=Eq(Derivative(Heaviside(x), x), 0))
ForAll(x, then=Eq(Heaviside(1 / x) + Heaviside(-1 / x), 1))
ForAll(x, then=Eq(Heaviside(exp(1 / x)), 1))
ForAll(x, then=Eq(Heaviside(x / x), 1))
ForAll((x, y), given=x > 0, then=Eq(Heaviside(x, 1 / y), 1))
ForAll(x, then=Eq(KroneckerDelta(1 / x, 1 / x), 1))
ForAll((n, x), then=Eq(KroneckerDelta(n, n + 1) / x, 0))
ForAll(x, then=Eq(Mul(x, Pow(x, -1), Heaviside(x), evaluate=False), Heaviside(x)))
Eq(KroneckerDelta(1, 2) * Sum(k, (k, 1, oo)), 0)
""".strip().splitlines()
OPEN = """
ForAll((i, j), then=Eq(KroneckerDelta(i, j, (1, 3)), KroneckerDelta(i, j)))
""".strip().splitlines()


def found(text: str, *, thorough: bool = False) -> Decided:
    return decide(stated(text), thorough=thorough)


def stated(text: str) -> Any:
    """A statement as an author's module has it."""
    module = ModuleType("author")
    exec(transcribed(f"{HEAD}\nstatement = {text}\n", "author.py"), vars(module))
    return proposition(vars(module)["statement"], "test")


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_by_definition_is_proved(text: str) -> None:
    decided = found(text)
    assert decided.truth is Truth.TRUE
    assert decided.is_strong


@pytest.mark.parametrize("text", FALSE)
def test_what_is_false_by_definition_is_refuted(text: str) -> None:
    assert found(text).truth is Truth.FALSE


@pytest.mark.parametrize("text", UNDEFINED)
def test_what_has_no_value_is_not_defined_by_what_it_stands_for(text: str) -> None:
    with pytest.raises(UndefinedError, match="undefined"):
        found(text)


@pytest.mark.parametrize("text", OPEN)
def test_what_has_no_definition_here_stays_open(text: str) -> None:
    assert found(text, thorough=True).truth is Truth.UNDECIDED


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ForAll((a, b), then=Eq(row, turned))", "by Tuples are equal component by component"),
        ("ForAll(x, then=Eq(Heaviside(x), 1))", "by Steps by cases"),
        (
            "ForAll((a, b), given=Ne(Heaviside(a), 0), then=Eq(row, turned))",
            "by Steps by cases (SymPy, Heaviside and KroneckerDelta); Tuples are equal component by component",
        ),
    ],
)
def test_a_counterexample_is_shown_with_the_definitions(text: str, name: str) -> None:
    shown = [one for one in found(text).all_decisions if one.counterexample]
    for decision in each(shown):
        assert decision.counterexample is not None
        assert decision.counterexample.values
        assert name in decision.reason


def test_readers_see_what_was_written() -> None:
    decided = found("ForAll((a, b), given=Eq(Heaviside(b), 1), then=Eq(row, turned))")
    words = words_of(decided.proposition)
    assert "Heaviside(b) = 1" in words
    assert "[[a, b]] = [[b, a]]" in words

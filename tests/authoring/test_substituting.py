"""Tests of what is put in for a variable where another of its name is bound."""

from __future__ import annotations

import pytest
import sympy

import probatum
from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Truth

ROWS = {
    "ForAll(x, then=Eq(Limit(x**2, x, a).subs(a, x), x**2))": Truth.TRUE,
    "ForAll(x, then=Eq(Limit(x**2, x, a).subs(a, x), x))": Truth.FALSE,
    "ForAll(x, then=Eq(limit(x**2, x, a).subs({a: x}), x**2))": Truth.TRUE,
    "ForAll(x, then=Eq(Limit(2 * x**2, x, 2 * a).subs(2 * a, x), 2 * x**2))": Truth.TRUE,
    "ForAll(x, then=Eq((Limit(x**2, x, a) + a).subs(a, x), x**2 + x))": Truth.TRUE,
    "ForAll(x, then=Eq((Limit(x**2, x, a) + a).subs(a, x), x**2 - x))": Truth.FALSE,
    "ForAll(x, then=Eq(Lambda(a, Limit(x**2, x, a))(x), x**2))": Truth.TRUE,
    "ForAll(n, then=Eq(Sum(a * n, (n, 1, 3)).subs(a, n), 6 * n))": Truth.TRUE,
    "ForAll(n, then=Eq(Sum(a * n, (n, 1, 3)).subs(a, n), 14))": Truth.FALSE,
    "ForAll(x, then=Eq(Integral(a * x, (x, 0, 1)).subs(a, x), x / 2))": Truth.TRUE,
    "ForAll(x, then=Eq(Integral(a * x, (x, 0, 1)).subs(a, x), Rational(1, 3)))": Truth.FALSE,
}


@pytest.mark.parametrize(("source", "truth"), ROWS.items(), ids=ROWS)
def test_what_is_put_in_is_not_taken_for_what_is_bound(source: str, truth: Truth) -> None:
    names = vars(sympy) | {name: getattr(probatum, name) for name in probatum.__all__}
    head = 'x, a = reals("x a")\nn = integers("n")\n'
    exec(transcribed(f"{head}stated = {source}", "claims.py"), names)
    assert decide(names["stated"], thorough=False).truth is truth

"""Tests of what is put in: where another variable of its name is bound, all at once, and for parts of an expression."""

from __future__ import annotations

import pytest
import sympy

import probatum
from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError

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

AT_ONCE = {
    "ForAll((x, a), then=Eq(Integral(x - a, (t, 0, 1)).subs({x: a, a: x}, simultaneous=True), a - x))": Truth.TRUE,
    "ForAll((x, a), then=Eq(Integral(x - a, (t, 0, 1)).subs({x: a, a: x}, simultaneous=True), 0))": Truth.FALSE,
    "ForAll((x, a), then=Eq(Integral(x - a, (t, 0, 1)).subs([(x, a), (a, x)], simultaneous=False), x - x))": Truth.TRUE,
    "ForAll((x, a), then=Eq(Integral(x - a, (t, 0, 1)).xreplace({x: a, a: x}), a - x))": Truth.TRUE,
    "ForAll((x, a), then=Eq(Subs(Integral(x - a, (t, 0, 1)), (x, a), (a, x)), a - x))": Truth.TRUE,
    "ForAll((x, a), then=Eq(diff(x**2 - a, x).subs({x: a, a: x}, simultaneous=True), 2 * a))": Truth.TRUE,
    "ForAll((x, a), then=Eq((2 ** (x - a)).subs({x: a, a: x}, simultaneous=True), 1))": Truth.FALSE,
    "ForAll((x, a), then=Eq(Integral(x**2 - a**2, (t, 0, 1)).subs({x**2: a**2, a**2: x**2}, simultaneous=True), a**2 - x**2))": Truth.TRUE,
}
SUPPOSED = {
    "ForAll(n, then=Ge(((-1) ** EVEN).subs(EVEN, 2 * n), 0))": Truth.TRUE,
    "ForAll(n, given=Eq(Mod(n, 2), 0), then=Ge(((-1) ** EVEN).subs(EVEN, n), 0))": Truth.TRUE,
    "ForAll(n, then=Le(((-1) ** ODD).subs(ODD, 2 * n + 1), 0))": Truth.TRUE,
    "ForAll(n, then=Ge(((-1) ** ODD).subs(ODD, 2 * n + 1), 0))": Truth.FALSE,
    "ForAll(n, then=Ge(((-1) ** EVEN).subs(EVEN, n), 0))": None,
    "ForAll(n, then=Le(((-1) ** ODD).subs(ODD, n), 0))": None,
}
PARTS = {
    "ForAll(x, then=Eq((x**4 + x).subs(x**2, x) - x, x**2))": Truth.TRUE,
    "ForAll(x, then=Eq((x**4 + x).subs(x**2, x) - x, x**4))": Truth.FALSE,
    "ForAll((x, a), then=Eq(exp(2 * x).subs(exp(x), a) + x, a**2 + x))": Truth.TRUE,
    "ForAll((x, a), then=Eq((1 / x**2).subs(1 / x, a) + x, a**2 + x))": Truth.TRUE,
    "ForAll((x, a), then=Eq((x**4 + x**2).replace(x**2, a), x**4 + a))": Truth.TRUE,
    "ForAll((x, a), then=Eq((x**4 + x**2).replace(x**2, a), a**2 + a))": Truth.FALSE,
    "ForAll((x, a), then=Eq((x**4 + x**2).xreplace({x**2: a}), x**4 + a))": Truth.TRUE,
    "ForAll((x, a), then=Eq((sin(x) + x**2).subs({sin(x): x**2, x**2: a}), x**2 + a))": Truth.TRUE,
    "ForAll((x, a), then=Ge((x + a).subs({(x, 2), (a, x)}) + x**2 + a**2, 4))": Truth.TRUE,
    "ForAll((x, a), then=Eq((x + a).subs(a**5, 2) - a, x))": Truth.TRUE,
}


ALL = ROWS | AT_ONCE | SUPPOSED | PARTS
ASSUMED = """
x, a, t = reals("x a t")
n = integers("n")
EVEN, ODD = Symbol("EVEN", even=True), Symbol("ODD", odd=True)
"""


@pytest.mark.parametrize(("source", "truth"), ALL.items(), ids=ALL)
def test_what_is_put_in_is_what_is_written(source: str, truth: Truth | None) -> None:
    names = vars(sympy) | {name: getattr(probatum, name) for name in probatum.__all__}
    exec(transcribed(f"{ASSUMED}stated = {source}", "claims.py"), names)
    try:
        assert decide(names["stated"], thorough=False).truth is truth
    except UndefinedError:
        assert truth is None

"""Tests of integrals that are known without an antiderivative, and of those of what has a kink: each value is held against mpmath's
quadrature, and false twins fall."""

from __future__ import annotations

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy

from probatum import integers, reals
from probatum.calculus.integration.integral_formulas import integral_formula
from probatum.calculus.integration.known_integrals import known_integral
from probatum.decision import Truth
from tests.authored import truth_of
from tests.each import each

x, t = reals("x t")
n, m = integers("n m")
NAMES = {"x": x, "t": t, "n": n, "m": m}
KNOWN = {
    "log(sin(x))": ("0", "pi/2"),
    "log(3*sin(x))": ("0", "pi"),
    "2*log(cos(x))": ("-pi/2", "pi/2"),
    "log(5*tan(x))": ("0", "pi/2"),
    "1/sqrt(x*(1-x))": ("0", "1"),
    "sqrt(4*x-2*x**2)": ("0", "2"),
    "x**Rational(-1,3)*(1-x)**Rational(-2,3)": ("0", "1"),
    "(x+1)**Rational(4,3)*(2-x)**Rational(-1,3)": ("-1", "2"),
    "x**Rational(1,3)*sqrt(1-x)": ("0", "1"),
    "(exp(-x)-exp(-2*x))/x": ("0", "oo"),
    "(exp(-x)-2*exp(-2*x)+exp(-3*x))/x": ("0", "oo"),
    "(atan(2*x)-atan(x))/x": ("0", "oo"),
    "(tanh(x)-tanh(5*x))/x": ("0", "oo"),
    "(1/(1+x)-1/(1+3*x))/x": ("0", "oo"),
    "exp(-2*x)*sin(3*x)/x": ("0", "oo"),
    "(exp(-x**2)-exp(-4*x**2))/x": ("0", "oo"),
    "(exp(-2*x**3)-exp(-3*x**3))/x": ("0", "oo"),
    "(1/(1+x**2)-1/(1+4*x**2))/x": ("0", "oo"),
    "log(sin(x))-2*log(cos(x))+log(3)": ("0", "pi/2"),
}
UNKNOWN = {  # each looks like one of them
    "log(sin(x))": ("0", "pi/4"),
    "log(sin(2*x))": ("0", "pi/2"),
    "log(-sin(x))": ("0", "pi/2"),
    "1/(x*(1-x))": ("0", "1"),
    "1/sqrt(x*(x-1))": ("0", "1"),
    "1/sqrt(x*(2-x))": ("0", "1"),
    "(exp(-x)-2*exp(-2*x))/x": ("0", "oo"),
    "(exp(x)-exp(2*x))/x": ("0", "oo"),
    "(x-2*x)/x": ("0", "oo"),
    "(log(x)-log(2*x))/x": ("0", "oo"),
    "(tan(x)-tan(2*x))/x": ("0", "oo"),
    "(1/(1-x)-1/(1-3*x))/x": ("0", "oo"),
    "exp(x)*sin(x)/x": ("0", "oo"),
    "exp(-x)*cos(x)/x": ("0", "oo"),
}
DECIDED = {
    "Equal(Integral(log(sin(x)),(x,0,pi/2)), -pi*log(2)/2)": Truth.TRUE,
    "Equal(Integral(log(sin(x)),(x,0,pi/2)), -pi*log(2))": Truth.FALSE,
    "Equal(Integral(log(tan(x)),(x,0,pi/2)), 0)": Truth.TRUE,
    "Equal(Integral(log(2*tan(x)),(x,0,pi/2)), 0)": Truth.FALSE,
    "Equal(Integral((sin(2*x)-sin(3*x))/x,(x,0,oo)), 0)": Truth.TRUE,
    "Equal(Integral((cos(x**2)-cos(4*x**2))/x,(x,0,oo)), log(2))": Truth.TRUE,
    "Equal(Integral((cos(x)-cos(2*x))/x,(x,0,oo)), log(2))": Truth.TRUE,
    "Equal(Integral((cos(x)-cos(2*x))/x,(x,0,oo)), log(3))": Truth.FALSE,
    "ForAll(n, given=n>=0, then=Equal(Integral(log(x)**n,(x,0,1)), (-1)**n*factorial(n)))": Truth.TRUE,
    "ForAll(n, given=n>=0, then=Equal(Integral(log(x)**n,(x,0,1)), factorial(n)))": Truth.FALSE,
    "ForAll((n,m), given=And(n>=0,m>=0), then=Equal(Integral(x**m*log(x)**n,(x,0,1)), (-1)**n*factorial(n)/(m+1)**(n+1)))": Truth.TRUE,
    "Equal(Integral(Abs(x-t),(x,0,1),(t,0,1)), Rational(1,3))": Truth.TRUE,
    "Equal(Integral(Abs(x-t),(x,0,1),(t,0,1)), Rational(1,2))": Truth.FALSE,
    "Equal(Integral(Abs(x-t),(x,0,1),(t,-1,2)), Rational(7,3))": Truth.TRUE,
    "Equal(Integral(Min(x,t)*x,(x,0,1),(t,0,1)), Rational(5,24))": Truth.TRUE,
    "Equal(Integral(Abs(x-2*t),(x,0,t),(t,0,1)), Rational(1,2))": Truth.TRUE,
}


def quadrature(source: str, low: str, high: str) -> mpmath.mpf:
    integrand = sympy.lambdify(x, sympy.sympify(source, locals={"x": x}), "mpmath")
    ends = [mpmath.mpf(str(sympy.N(sympy.sympify(each), 30))) if each != "oo" else mpmath.inf for each in (low, high)]
    middle = [1, 10] if ends[1] == mpmath.inf else [(ends[0] + ends[1]) / 2]
    return mpmath.quad(integrand, [ends[0], *middle, ends[1]])


@pytest.mark.parametrize("source", KNOWN)
def test_a_known_value_is_that_of_quadrature(source: str) -> None:
    low, high = KNOWN[source]
    found = known_integral(sympy.sympify(source, locals={"x": x}), x, *map(sympy.sympify, (low, high)))
    assert found is not None
    with mpmath.workdps(30):
        assert abs(mpmath.mpf(str(sympy.N(found, 20))) - mpmath.re(quadrature(source, low, high))) < 1e-6


def test_what_only_looks_like_one_is_left() -> None:
    for source in each(UNKNOWN):
        low, high = map(sympy.sympify, UNKNOWN[source])
        assert known_integral(sympy.sympify(source, locals={"x": x}), x, low, high) is None


@pytest.mark.parametrize("stated", DECIDED)
def test_what_is_said_of_integrals_is_decided(stated: str) -> None:
    assert truth_of(stated, **NAMES) is DECIDED[stated]


def test_a_kink_at_any_place_is_taken_into_account() -> None:
    one, other = sympy.Abs(x - t) * x, sympy.Max(2 * x, t - 1) + sympy.sign(3 * t - x - 2 * t)
    formula = integral_formula(sympy.Integral(one, (x, 0, t + 1)))
    assert formula is not None
    for place in each((-3, 0, sympy.Rational(1, 2), 4)):
        at = sympy.Integral(one.xreplace({t: sympy.sympify(place)}), (x, 0, place + 1))
        assert formula.xreplace({t: sympy.sympify(place)}) == at.doit()
    assert integral_formula(sympy.Integral(other, (x, 0, 1))) is None  # two turns
    assert integral_formula(sympy.Integral(sympy.Abs(x * t - 1), (x, 0, 1))) is None
    assert integral_formula(sympy.Integral(sympy.Abs(x - t) / x, (x, 1, 2))) is None

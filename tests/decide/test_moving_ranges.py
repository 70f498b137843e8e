"""Tests of limits of sums and integrals whose range or terms move."""

from __future__ import annotations

import pytest
import sympy

from probatum.decide.by_closed_form.moving_ranges import with_ranges_told
from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.proposition.kinds import for_all
from tests.authored import truth_of

a, t, x = sympy.symbols("a t x", real=True)
n, k = sympy.symbols("n k", integer=True)
ROWS = {
    "ForAll((), then=Eq(Limit(Sum(1/k**2,(k,1,n)),n,oo), pi**2/6))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Sum(1/k**2,(k,1,n)),n,oo), pi**2/5))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Sum(1/k,(k,1,n)),n,oo), oo))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Sum(1/k,(k,1,n)),n,oo), 100))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Sum((-1)**k,(k,1,n)),n,oo), 0))": Truth.FALSE,
    "ForAll((), then=Limit(Sum((-1)**k,(k,1,n)),n,oo) >= -1)": None,
    "ForAll((), then=Ge(Limit(Sum(1/k,(k,1,n)),n,oo), 0))": None,
    "ForAll((), then=Ge(Limit(Sum(1/(k-2),(k,1,n)),n,oo), 0))": None,
    "ForAll((), then=Eq(Limit(Sum(1/(k-2)**2,(k,1,n)),n,oo), 0))": None,
    "ForAll((), then=Eq(Limit(Integral(x**n,(x,0,1)),n,oo), 0))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(x**n,(x,0,1)),n,oo), 1))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(n*Integral(x**n,(x,0,1)),n,oo), 1))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(exp(-x),(x,0,t)),t,oo), 1))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(cos(x),(x,0,t)),t,oo), 0))": Truth.FALSE,
    "ForAll((), then=Ge(Limit(Integral(cos(x),(x,0,t)),t,oo), -5))": None,
    "ForAll((), then=Eq(Limit(Integral(cos(2*pi*x),(x,0,t)),t,oo), 0))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(cos(2*pi*x),(x,0,n)),n,oo), 0))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(sin(2*pi*x),(x,0,n)),n,oo), 0))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(sin(2*pi*x),(x,0,n)),n,oo), 1))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(1/x,(x,0,t)),t,oo), 1))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(1/(x-5)**2,(x,0,t)),t,oo), Rational(1,5)))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(1/x,(x,1,t)),t,oo), 1))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(1/x,(x,1,t)),t,oo), oo))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(exp(-x),(x,0,2*t)),t,oo), 1))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(exp(-x),(x,0,2*t)),t,oo), 2))": Truth.FALSE,
    "ForAll(a, given=And(0<a,a<1), then=Eq(Limit(Sum(a**k,(k,0,n)),n,oo), 1/(1-a)))": Truth.TRUE,
    "ForAll(a, given=And(0<a,a<=1), then=Eq(Limit(Sum(a**k,(k,0,n)),n,oo), 1))": Truth.FALSE,
    "ForAll(a, given=a>0, then=Eq(Limit(Integral(exp(-a*x),(x,0,t)),t,oo), 1/a))": Truth.TRUE,
    "ForAll(a, given=a>=0, then=Ge(Limit(Integral(exp(-a*x),(x,0,t)),t,oo), 0))": None,
    "ForAll(a, given=a>0, then=Eq(Limit(Integral(exp(-a*x),(x,0,t)),t,oo), 1))": Truth.FALSE,
    "ForAll(a, given=a>0, then=Eq(Limit(Integral(x**n,(x,0,a/(1+a))),n,oo), 0))": Truth.TRUE,
    "ForAll(a, given=a>0, then=Eq(Limit(Integral(x**n,(x,0,a)),n,oo), 0))": Truth.FALSE,
    "ForAll((), then=Gt(Limit(Sum(1/k**2,(k,1,n)),n,oo), Rational(3,2)))": Truth.TRUE,
    "ForAll((), then=Gt(Limit(Sum(1/k**2,(k,1,n)),n,oo), Rational(5,3)))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(a/(a**2+x**2),(x,0,1)),a,0,'+'), pi/2))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(a/(a**2+x**2),(x,0,1)),a,0,'-'), -pi/2))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(a/(a**2+x**2),(x,0,1)),a,0,'+'), pi/4))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(a/(a**2+x**2),(x,0,1)),a,0,'+-'), pi/2))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(a/(a**2+x**2),(x,0,1)),a,0,'+-'), -pi/2))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(exp(a*x),(x,0,1)),a,0,'+-'), 1))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(exp(a*x),(x,0,1)),a,0,'+-'), 2))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(x**a,(x,1,2)),a,-1,'+-'), log(2)))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(a*exp(-a*x),(x,0,oo)),a,0,'+'), 0))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Sum(a**k,(k,0,oo))*(1-a),a,1,'-'), 1))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Sum(a**k,(k,0,oo))*(1-a),a,1,'-'), 0))": Truth.FALSE,
    "ForAll(x, given=x>0, then=Eq(Limit(Integral(t**(a-1),(t,1,x)),a,0,'+'), log(x)))": Truth.TRUE,
    "ForAll(x, given=x>0, then=Eq(Limit(Integral(t**(a-1),(t,1,x)),a,0,'+'), x-1))": Truth.FALSE,
}


@pytest.mark.parametrize("source", ROWS)
def test_what_moves_has_its_limit(source: str) -> None:
    assert truth_of(source, a=a, t=t, x=x, n=n, k=k) is ROWS[source]


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("Equal(Limit(Integral(x**n, (x, 0, 1)), n, oo), 0)", Truth.TRUE),
        ("Equal(Limit(Integral(x**n, (x, 0, 1)), n, oo), 1)", Truth.FALSE),
        ("Equal((1, Limit(Integral(x**n, (x, 0, 1)), n, oo)), (1, 0))", Truth.TRUE),
        ("Equal((1, Limit(Integral(x**n, (x, 0, 1)), n, oo)), (1, 1))", Truth.FALSE),
        ("Equal(Limit(Sum(1/k, (k, 1, n)), n, oo), 7)", Truth.FALSE),
        ("Equal(Limit(Sum(1/(k - 2), (k, 1, n)), n, oo), 0)", None),
    ],
)
def test_an_equality_without_variables_is_no_other(source: str, truth: Truth | None) -> None:
    assert truth_of(source, x=x, n=n, k=k) is truth


@pytest.mark.parametrize("end", ["5", "0", "-oo"])
def test_only_a_limit_at_infinity_is_an_improper_integral(end: str) -> None:
    source = f"ForAll((), then=Eq(Limit(Integral(exp(-x),(x,0,t)),t,{end}), 1))"
    assert truth_of(source, a=a, t=t, x=x, n=n, k=k) is not Truth.TRUE


def test_hypotheses_on_what_a_limit_goes_over_are_not_used() -> None:
    limit = sympy.Limit(sympy.Integral(sympy.exp(-x), (x, 0, t)), t, sympy.oo)
    stated = for_all((t,), t <= 2, sympy.Eq(limit, 1, evaluate=False))
    assert with_ranges_told(stated, settle) is stated


def test_nothing_is_told_under_a_derivative_by_hypotheses_that_hold_at_its_point_alone() -> None:
    limit = sympy.Limit(sympy.Integral(sympy.exp(-a * x), (x, 0, t)), t, sympy.oo)
    stated = for_all((a,), a > 0, sympy.Eq(sympy.Derivative(limit, a), -1 / a**2, evaluate=False))
    assert with_ranges_told(stated, settle) is stated

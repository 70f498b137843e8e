"""Tests of infinite products of rational functions, of series of their logarithms, of sums from -n to n and of binomial series: values
are those of mpmath, or of products of finitely many factors and what is left; false twins fall."""

from __future__ import annotations

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy
from flint import arb

from probatum import integers, reals
from probatum.calculus.closed_value import Enclosed, Exact, Undefined
from probatum.calculus.limits.limit import sequence
from probatum.calculus.summation.rational_products import of_rational_function
from probatum.decision import Truth
from tests.authored import truth_of
from tests.each import each

a = reals("a")
n, k = integers("n k")
FACTORS = ["1-1/(4*k**2)", "1+1/((k-3)**2+2)", "1-2/k**2", "1+1/(k+2)**2", "(k**2+1)**2/(k**4+2*k**2+3)", "1+1/k**3"]
TRUE = {
    "Product(1-1/(4*k**2),(k,1,oo))": "2/pi",
    "Product(1+1/k**2,(k,1,oo))": "sinh(pi)/pi",
    "Product(1-4/k**2,(k,1,oo))": "0",
    "Product(1-1/k,(k,2,oo))": "0",
    "Limit(Product(1+1/k**2,(k,1,n)),n,oo)": "sinh(pi)/pi",
    "Sum(log(1-1/k**2),(k,2,oo))": "-log(2)",
    "Sum(3*log(1+1/k**2),(k,1,oo))": "3*log(sinh(pi)/pi)",
    "Sum(log(1-1/k),(k,2,oo))": "-oo",
    "Limit(Sum(1/(1+k**2)+k,(k,-n,n)),n,oo)": "pi*coth(pi)",
    "Limit(Sum(k,(k,-n,n)),n,oo)": "0",
    "Limit(Sum(exp(-k),(k,-n,n)),n,oo)": "oo",
    "Limit(-2*Sum(exp(-k),(k,-n,n)),n,oo)": "-oo",
    "Limit(Sum(k**2,(k,-n,n))-n**3,n,oo)": "-oo",
    "Sum(binomial(2*k,k)/5**k,(k,0,oo))": "sqrt(5)",
}
NEVER_TRUE = [
    "Equal(Sum(log(1-4/k**2),(k,1,oo)), 0)",
    "Equal(Sum(log(1-4/k**2),(k,2,oo)), 0)",
    "Equal(Product(1+1/(k-3)**2,(k,1,oo)), 0)",
    "Equal(Limit(Sum(k/(k**2-4),(k,-n,n)),n,oo), 0)",
    "Equal(Limit(Sum(1/k,(k,-n,n)),n,oo), 0)",
    "Equal(Limit(Sum(k,(k,-n,2*n)),n,oo), 0)",
    "Equal(Product(1+1/k,(k,1,oo)), 1)",
]


@pytest.mark.parametrize("low", [1, 5, 12])
@pytest.mark.parametrize("factor", FACTORS)
def test_a_product_is_that_of_its_first_factors_and_what_is_left(factor: str, low: int) -> None:
    term = sympy.sympify(factor, locals={"k": k})
    found = of_rational_function(term, k, sympy.Integer(low))
    assert isinstance(found, (Exact, Enclosed))
    ball = found.ball() if isinstance(found, Enclosed) else arb(str(sympy.N(found.value, 20)), 1e-15)
    with mpmath.workdps(20):
        value = mpmath.nprod(sympy.lambdify(k, term, "mpmath"), [low, mpmath.inf])
    assert abs(ball - arb(mpmath.nstr(value, 15))) < 1e-9


@pytest.mark.parametrize("construct", TRUE)
def test_a_value_is_told_and_no_other(construct: str) -> None:
    assert truth_of(f"Equal({construct}, {TRUE[construct]})", n=n, k=k) is Truth.TRUE
    assert truth_of(f"Equal({construct}, Rational(17, 5))", n=n, k=k) is Truth.FALSE


def test_what_has_no_value_or_grows_is_never_true() -> None:
    for stated in each(NEVER_TRUE):
        assert truth_of(stated, n=n, k=k) is not Truth.TRUE


def test_the_binomial_series_is_a_root_where_it_converges() -> None:
    stated = "ForAll(a, given={}, then=Equal(Sum(binomial(2*k,k)*a**k,(k,0,oo)), {}))"
    assert truth_of(stated.format("And(4*a >= -1, 4*a < 1)", "1/sqrt(1-4*a)"), a=a, k=k) is Truth.TRUE
    assert truth_of(stated.format("And(4*a >= -1, 4*a < 1)", "1/(1-4*a)"), a=a, k=k) is Truth.FALSE
    assert truth_of(stated.format("And(a >= 0, 4*a <= 1)", "1/sqrt(1-4*a)"), a=a, k=k) is not Truth.TRUE


def test_a_sum_from_minus_n_to_n_without_bound_is_not_undefined() -> None:
    grows = "ForAll(a, given=a {} 0, then=Equal(Limit(a*Sum(k**2,(k,-n,n)),n,oo), oo))"
    assert truth_of(grows.format(">="), n=n, k=k, a=a) is Truth.FALSE
    for stated in (grows.format(">"), "Equal(Limit(Sum((-1)**k,(k,-n,n)),n,oo), 1)"):
        assert truth_of(stated, n=n, k=k, a=a) is Truth.UNDECIDED
    shares = "ForAll(a, then=Equal(Limit(Sum(a*k+a/(1+k**2),(k,-n,n)),n,oo), {}))"
    assert truth_of(shares.format("a*pi*coth(pi)"), n=n, k=k, a=a) is Truth.TRUE
    assert truth_of(shares.format("a*pi*tanh(pi)"), n=n, k=k, a=a) is Truth.FALSE


def test_signs_below_a_fraction_are_seen_to_turn() -> None:
    for power in (1, -1):
        turning = sympy.cos(sympy.pi * n / 2) + sympy.sin(sympy.pi * n / 2)
        assert not isinstance(sequence(turning**power / n, n, sympy.oo), Undefined)

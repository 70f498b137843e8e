"""Tests of limits of rational products, of integrals of what stays bounded, and of Riemann sums up to ends without a value: values
are those of mpmath far out, and false twins fall."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy

from probatum import integers, reals
from probatum.decision import Truth
from probatum.lowering.analysis.riemann_sums import MONOTONE, of_sums
from probatum.lowering.analysis.uniform_limits import is_plain
from tests.authored import truth_of
from tests.each import each

t, x, c = reals("t x c")
n, k, m = integers("n k m")
NAMES = {"t": t, "x": x, "c": c, "n": n, "k": k, "m": m}
PRODUCTS = {  # the factors from 1 on, and what the product converges to
    "4*k**2/(4*k**2 - 1)": "pi/2",
    "1 - 1/(4*k**2)": "2/pi",
    "1 - 1/(9*k**2)": "3*sqrt(3)/(2*pi)",
    "(4*k**2 - 9)/(4*k**2 - 1)": "-Rational(1, 3)",
    "(2*k + 1)*(2*k + 5)/(2*k + 3)**2": "Rational(3, 5)",
}
INTEGRALS = {  # what is integrated from 0 to 1, and the limit
    "exp(-n*x**2)": "0",
    "1/(1 + n*x)": "0",
    "1/(1 + x**n)": "1",
    "n*x/(1 + n*x)": "1",
    "tanh(n*x)": "1",
    "x**(1/n)": "1",
    "x*(1 - x**2)**n": "0",
}
MEANS = {  # the mean of a function of k/n, and the limit
    "log(k/n)": "-1",
    "sqrt(n/k)": "2",
    "(n/k)**Rational(1, 3)": "Rational(3, 2)",
    "(k/n)**2": "Rational(1, 3)",
}
OTHERS = {
    "Equal(Limit(Product(1 - 1/(2*k), (k, 1, n)), n, oo), 0)": Truth.TRUE,
    "ForAll((), then=Limit(Product(1 - 1/(4*k**2), (k, 1, n)), n, oo) < Rational(2, 3))": Truth.TRUE,
    "Equal(Limit(3*Product(4*k**2/(4*k**2 - 1), (k, 1, n)) + 1/n, n, oo), 3*pi/2)": Truth.TRUE,
    "Equal(Limit(Product(4*k**2/(4*k**2 - 1), (k, 1, 2*n + 1)), n, oo), pi/2)": Truth.TRUE,
    "Equal(Limit(Integral(n**2*x*exp(-n*x), (x, 0, 1)), n, oo), 0)": Truth.FALSE,
    "Equal(Limit(Integral(sin(n*x)**2, (x, 0, 1)), n, oo), 0)": Truth.FALSE,
    "Equal(Limit(Integral((-1)**n*x, (x, 0, 1)), n, oo), 0)": Truth.FALSE,
    "Equal(Limit(Integral(n*x*(1 - x**2)**n, (x, 0, 1)), n, oo), 0)": Truth.FALSE,
    "Equal(Limit(Integral(exp(-n*x**2), (x, -1, 1)), n, oo), 0)": Truth.TRUE,
    "Equal(Limit(Integral(-5*tanh(n*x), (x, 0, 2)), n, oo), -10)": Truth.TRUE,
    "Equal(Limit(Integral(-5*tanh(n*x), (x, 0, 2)), n, oo), -5)": Truth.FALSE,
    "Equal(Limit(Integral(-1/(1 + x**n), (x, 0, Rational(1, 2))), n, oo), -Rational(1, 2))": Truth.TRUE,
    "Equal(Limit(Integral(-1/(1 + x**n), (x, 0, Rational(1, 2))), n, oo), -1)": Truth.FALSE,
    "Equal(Limit(Sum(n/k, (k, 1, n))/n, n, oo), 2)": Truth.FALSE,
    "Equal(Limit(Sum(1/sqrt(n**2 - k**2), (k, 1, n - 1)), n, oo), pi/2)": Truth.TRUE,
    "Equal(Limit(Integral(exp(x)*acosh(1 + 1/n), (x, 0, 1)), n, oo), 0)": Truth.TRUE,
    "Equal(Limit(Integral(exp(x)/(1 + x/sqrt(n)), (x, 0, 1)), n, oo), exp(1))": Truth.FALSE,
    "ForAll((), then=Equal(pi/2, pi/3))": Truth.FALSE,
}
NEVER_TRUE = [
    "Equal(Limit(Product(k/(2*k - 4), (k, 1, n)), n, oo), 0)",
    "Equal(Limit(Product((2*k - 5)*k/((k - 2)*(2*k - 1)), (k, 1, n)), n, oo), 0)",
    "Equal(Limit(Product(1 + 1/(2*k), (k, 1, n)), n, oo), 1)",
    "Equal(Limit(Product(4*k**2/(4*k**2 - 1), (k, 1, n), (m, 1, 2)), n, oo), pi/2)",
    "ForAll(c, then=Equal(Limit(Integral((1/n)**c, (x, 0, 1)), n, oo), 0))",
    "Equal(Limit(Sum(log(k/n), (k, 0, n))/n, n, oo), -1)",
    "Equal(Limit(Sum(log(1 - k/n), (k, 1, n))/n, n, oo), -1)",
    "Equal(Limit(Sum((n/k)**2, (k, 1, n))/n, n, oo), 2)",
    # near zero of x and 1/n they are no continuous function of both: they tend to pi coth(pi), pi and 1/2, and to e - 1
    "Equal(Limit(Sum(1/(1 + k**2), (k, -n, n)), n, oo), 0)",
    "Equal(Limit(Sum(exp(k/n)/sqrt(1 + k**4), (k, 0, n)), n, oo), 0)",
    "Equal(Limit(Integral(n*exp(x)/(1 + n**2*x**2), (x, -1, 1)), n, oo), 0)",
    "Equal(Limit(Integral(n*exp(x**2)/(1 + n*x**2)**2*x, (x, 0, 1)), n, oo), 0)",
    "Equal(Limit(Sum((1 + 1/n)**k/n, (k, 1, n)), n, oo), 1)",
]


def number(source: str, **values: Any) -> Any:
    """What stands there, to many digits."""
    found = sympy.sympify(source, NAMES).xreplace({NAMES[name]: sympy.Rational(value) for name, value in values.items()})
    return mpmath.mpf(sympy.N(found, 20))


@pytest.mark.parametrize("factor", PRODUCTS)
def test_a_product_up_to_n(factor: str) -> None:
    stated = f"Equal(Limit(Product({factor}, (k, 1, n)), n, oo), {{}})"
    assert truth_of(stated.format(PRODUCTS[factor]), **NAMES) is Truth.TRUE
    assert truth_of(stated.format(f"{PRODUCTS[factor]} + Rational(1, 50)"), **NAMES) is Truth.FALSE
    each = sympy.lambdify(k, sympy.sympify(factor, NAMES), "mpmath")
    far = mpmath.mpf(1)
    for place in range(1, 3000):
        far *= each(mpmath.mpf(place))
    assert mpmath.almosteq(far, number(PRODUCTS[factor]), 1e-2)


@pytest.mark.parametrize("integrand", INTEGRALS)
def test_an_integral_of_what_stays_bounded(integrand: str) -> None:
    stated = f"Equal(Limit(Integral({integrand}, (x, 0, 1)), n, oo), {{}})"
    assert truth_of(stated.format(INTEGRALS[integrand]), **NAMES) is Truth.TRUE
    assert truth_of(stated.format(f"{INTEGRALS[integrand]} + Rational(1, 2)"), **NAMES) is Truth.FALSE
    made = sympy.lambdify(x, sympy.sympify(integrand, NAMES).xreplace({n: sympy.Integer(2000)}), "mpmath")
    far = mpmath.quad(made, [mpmath.mpf(10) ** -9, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1])
    assert abs(far - number(INTEGRALS[integrand])) < 0.05


@pytest.mark.parametrize("term", MEANS)
def test_a_mean_of_terms(term: str) -> None:
    stated = f"Equal(Limit((1/n)*Sum({term}, (k, 1, n)), n, oo), {{}})"
    assert truth_of(stated.format(MEANS[term]), **NAMES) is Truth.TRUE
    assert truth_of(stated.format(f"{MEANS[term]} + Rational(1, 9)"), **NAMES) is Truth.FALSE
    each = sympy.lambdify(k, sympy.sympify(term, NAMES).xreplace({n: sympy.Integer(4000)}), "mpmath")
    far = sum(each(mpmath.mpf(place)) for place in range(1, 4001)) / 4000
    assert abs(far - number(MEANS[term])) < 0.05


@pytest.mark.parametrize("source", OTHERS)
def test_others_of_the_kind(source: str) -> None:
    assert truth_of(source, **NAMES) is OTHERS[source]


@pytest.mark.parametrize("source", NEVER_TRUE)
def test_and_what_no_theorem_may_prove(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.TRUE


def test_that_a_limit_of_sums_is_not_what_it_seems_refutes_nothing() -> None:
    """With k = n x, (1 + 1/n)^k is e^x in the limit, and no function that has a value at 1/n = 0."""
    assert truth_of("Equal(Limit(Sum((1 + 1/n)**k/n, (k, 1, n)), n, oo), exp(1) - 1)", **NAMES) is not Truth.FALSE


def test_what_lost_its_value_where_zero_was_put_in_is_noticed() -> None:
    assert is_plain(x**2)
    assert not is_plain(sympy.exp(sympy.zoo * x))
    assert not is_plain(sympy.Integer(0) ** c)


def test_that_an_integral_converges_is_left_to_be_shown() -> None:
    """SymPy would say so by quadrature, which proves nothing."""
    construct = sympy.Limit(sympy.Sum(1 / sympy.sqrt(n**2 - k**2), (k, 1, n - 1)), n, sympy.oo, "-")
    rising, falling = (value for value in of_sums(construct) if value.theorem is MONOTONE)
    for value in each((rising, falling)):
        low, high = (needed for _, _, needed in value.conditions if needed.has(sympy.Integral))
        assert (low.lhs, high.lhs) == (value.form, value.form)
        assert (type(low), type(high)) == (sympy.StrictGreaterThan, sympy.StrictLessThan)
        assert low.rhs < sympy.pi / 2 < high.rhs

"""Tests of limits of factorials and gamma functions, by Stirling's formula, and of roots of sums of exponentials."""

from __future__ import annotations

import flint
import pytest
import sympy

from probatum import integers, reals
from probatum.calculus.asymptotics.stirling import Rest
from probatum.decision import Truth
from probatum.type_names import Expression
from tests.authored import truth_of

x = reals("x")
n = integers("n")
TOLD = {
    "Limit(factorial(n)/(n**n*exp(-n)*sqrt(n)),n,oo)": "sqrt(2*pi)",
    "Limit(factorial(n)/(n**n*exp(-n)*n),n,oo)": "0",
    "Limit(factorial(n)**(1/n)/n,n,oo)": "exp(-1)",
    "Limit((factorial(2*n)/factorial(n))**(1/n)/n,n,oo)": "4*exp(-1)",
    "Limit(factorial(n)**(1/n**2),n,oo)": "1",
    "Limit(binomial(2*n,n)/4**n*sqrt(n),n,oo)": "1/sqrt(pi)",
    "Limit(binomial(3*n,n)**(1/n),n,oo)": "Rational(27,4)",
    "Limit(n*factorial(3*n)/(factorial(n)**3*27**n),n,oo)": "sqrt(3)/(2*pi)",
    "Limit(factorial(3*n)/factorial(n)**3/28**n,n,oo)": "0",
    "Limit(log(factorial(n))/n-log(n),n,oo)": "-1",
    "Limit((log(factorial(n))-(n*log(n)-n))/log(n),n,oo)": "Rational(1,2)",
    "Limit((-1)**n*factorial(n)/n**n,n,oo)": "0",
    "Limit(factorial(n)*sin(factorial(n))/n**n,n,oo)": "0",
    "Limit(gamma(x+Rational(1,2))/gamma(x)/sqrt(x),x,oo)": "1",
    "Limit(gamma(1/x)*x**(1/x),x,0,'+')": "0",
    "Limit((2**n+3**n)**(1/n),n,oo)": "3",
    "Limit((2**n*n+3**n)**(2/n),n,oo)": "9",
    "Limit((4**n-3**n)**(1/n),n,oo)": "4",
    "Limit((2**(-n)+3**(-n))**(1/n),n,oo)": "Rational(1,2)",
    "Limit((exp(x)+x**2)**(1/x),x,oo)": "exp(1)",
}
INFINITE = [
    "Limit(factorial(3*n)/factorial(n)**3,n,oo)",
    "Limit(factorial(3*n)/factorial(n)**3/26**n,n,oo)",
    "Limit(factorial(n)/(n**n*exp(-n)),n,oo)",
    "Limit(log(factorial(n))-(n*log(n)-n),n,oo)",
    "Limit(3**n*factorial(n)/n**n,n,oo)",
    "Limit(factorial(n**2)/factorial(n)**n,n,oo)",
    "Limit(loggamma(x)/x,x,oo)",
    "Limit((2**n+3**n)**n,n,oo)",
]
EVENTUALLY = {
    "Eventually(n, factorial(n) < n**n/2**n)": Truth.TRUE,
    "Eventually(n, factorial(n) < n**n/3**n)": Truth.FALSE,
    "Eventually(n, binomial(2*n,n) > 4**n/sqrt(4*n))": Truth.TRUE,
    "Eventually(n, binomial(2*n,n) < 4**n/sqrt(4*n))": Truth.FALSE,
}


@pytest.mark.parametrize("limit", TOLD)
def test_what_they_tend_to_is_told(limit: str) -> None:
    assert truth_of(f"Equal({limit}, {TOLD[limit]})", x=x, n=n) is Truth.TRUE
    assert truth_of(f"Equal({limit}, {TOLD[limit]} + Rational(1,100))", x=x, n=n) is Truth.FALSE


@pytest.mark.parametrize("limit", INFINITE)
def test_what_grows_without_bound_is_told(limit: str) -> None:
    assert truth_of(f"Equal({limit}, oo)", x=x, n=n) is Truth.TRUE
    assert truth_of(f"Equal({limit}, 1)", x=x, n=n) is Truth.FALSE


@pytest.mark.parametrize("statement", EVENTUALLY)
def test_what_follows_from_some_number_on_is_told(statement: str) -> None:
    assert truth_of(statement, n=n) is EVENTUALLY[statement]


def test_a_power_of_what_is_negative_has_no_limit() -> None:
    assert truth_of("Equal(Limit((3**n-4**n)**(1/n),n,oo), 4)", n=n) is not Truth.TRUE


@pytest.mark.parametrize("number", [sympy.Rational(1, 100), sympy.Rational(1, 2), sympy.Integer(1), sympy.Integer(7), sympy.Integer(300)])
def test_what_the_formula_leaves_is_between_nothing_and_a_twelfth(number: Expression) -> None:
    exact, half = flint.arb(int(number.p)) / int(number.q), flint.arb(1) / 2
    formula = (exact - half) * exact.log() - exact + (2 * flint.arb.pi()).log() / 2
    left = exact.lgamma() - formula
    assert 0 < left < 1 / (12 * exact)
    assert abs(float(Rest(number).evalf(20)) - float(left)) < 1e-12

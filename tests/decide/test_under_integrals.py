"""Tests of inequalities of integrals with parameters: by what is integrated, or by values of the parameters that break them."""

from __future__ import annotations

import pytest
import sympy

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError
from tests.authored import authored, truth_of

a, b, x = sympy.symbols("a b x", real=True)
n = sympy.symbols("n", integer=True)
ROWS = {
    "ForAll((a, b), given=a <= b, then=Integral(exp(-x**2), (x, a, b)) <= b - a)": Truth.TRUE,
    "ForAll((a, b), given=a < b, then=Integral(exp(-x**2), (x, a, b)) < b - a)": Truth.TRUE,
    "ForAll((a, b), given=a <= b, then=Integral(exp(-x**2), (x, a, b)) < b - a)": Truth.FALSE,
    "ForAll((a, b), then=Integral(exp(-x**2), (x, a, b)) <= b - a)": Truth.FALSE,
    "ForAll((a, b), given=a >= b, then=Integral(exp(-x**2), (x, a, b)) >= b - a)": Truth.TRUE,
    "ForAll((a, b), given=a <= b, then=Integral(exp(-x**2), (x, a, b)) < b - a + 1)": Truth.TRUE,
    "ForAll((a, b), given=a <= b, then=Integral(exp(-x**2), (x, a, b)) <= b - a - 1)": Truth.FALSE,
    "ForAll((a, b), given=And(0 <= a, a <= b), then=Integral(exp(-x**2), (x, a, b)) <= exp(-a**2)*(b - a))": Truth.TRUE,
    "ForAll((a, b), given=And(0 <= a, a <= b), then=Integral(exp(-x**2), (x, a, b)) >= exp(-a**2)*(b - a))": Truth.FALSE,
    "ForAll((a, b), then=Abs(Integral(sin(x**2), (x, a, b))) <= Abs(b - a))": Truth.TRUE,
    "ForAll((a, b), then=Abs(Integral(sin(x**2), (x, a, b))) <= b - a)": Truth.FALSE,
    "ForAll((a, b), given=Ne(a, b), then=Abs(Integral(exp(-x**2), (x, a, b))) < Abs(b - a))": Truth.TRUE,
    "ForAll((a, b), then=Abs(Integral(exp(-x**2), (x, a, b))) < Abs(b - a))": Truth.FALSE,
    "ForAll(a, then=Integral(x**a, (x, 1, 2)) > 0)": Truth.TRUE,
    "ForAll(a, then=Integral(x**a, (x, 1, 2)) > 1)": Truth.FALSE,
    "ForAll(a, then=Integral(x**a, (x, 0, 2)) > 0)": None,
    "ForAll((a, b), given=a <= b, then=Integral(exp(x**2), (x, 0, a)) <= Integral(exp(x**2), (x, 0, b)))": Truth.TRUE,
    "ForAll((a, b), then=Integral(exp(x**2), (x, 0, a)) <= Integral(exp(x**2), (x, 0, b)))": Truth.FALSE,
    "ForAll((a, b), given=a <= b, then=Integral(exp(x**2), (x, 0, a)) < Integral(exp(x**2), (x, 0, b)))": Truth.FALSE,
    "ForAll((a, b), given=a < b, then=Integral(exp(x**2), (x, 0, a)) < Integral(exp(x**2), (x, 0, b)))": Truth.TRUE,
    "ForAll(a, then=Integral(exp(x**2), (x, 0, a)) >= 0)": Truth.FALSE,
    "ForAll((a, b), given=And(1 <= a, a <= b), then=Integral(x**a*exp(-x), (x, 1, 2)) <= Integral(x**b*exp(-x), (x, 1, 2)))": Truth.TRUE,
    "ForAll(n, given=n >= 1, then=Integral(x**n/(1 + x), (x, 0, 1)) <= 1/(n + 1))": Truth.TRUE,
    "ForAll(n, given=n >= 1, then=Integral(x**n/(1 + x), (x, 0, 1)) >= 1/(2*(n + 1)))": Truth.TRUE,
    "ForAll(n, given=n >= 1, then=Integral(x**n/(1 + x), (x, 0, 1)) > 1/(2*(n + 1)))": Truth.TRUE,
    "ForAll(n, given=n >= 1, then=Integral(x**n/(1 + x), (x, 0, 1)) >= 1/(n + 1))": Truth.FALSE,
    "ForAll(n, given=n >= 1, then=Integral(x**n/(1 - x), (x, 0, 1)) >= 0)": None,
    "ForAll(n, given=n >= 1, then=Integral(x**n/x**n*exp(x**3), (x, -1, 1)) >= 0)": None,
    "ForAll(a, then=Integral(exp(x**3)*a/a, (x, 0, 1)) >= 0)": None,
    "ForAll(a, then=Integral(exp(a*x**3), (x, 0, 1))/a <= Integral(exp(a*x**3) + 1, (x, 0, 1))/a)": None,
    "ForAll(a, then=Abs(Integral(cos(a*x**2), (x, 0, 1))) <= Integral(Abs(cos(a*x**2)), (x, 0, 1)))": Truth.TRUE,
    "ForAll(a, then=Abs(Integral(cos(a*x**2), (x, 0, 1))) >= Integral(Abs(cos(a*x**2)), (x, 0, 1)))": Truth.FALSE,
    "ForAll(a, given=a >= 0, then=Integral(exp(-a*x**3), (x, 0, 1)) <= 1)": Truth.TRUE,
    "ForAll(a, given=a >= 0, then=Integral(exp(-a*x**3), (x, 0, 1)) < 1)": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Integral(exp(-a*x**3), (x, 0, 1)) < 1)": Truth.TRUE,
    "ForAll(a, then=Integral(Max(x, a), (x, 0, 1)) >= a)": Truth.TRUE,
    "ForAll(a, then=Integral(Max(x, a), (x, 0, 1)) > a)": Truth.FALSE,
    "ForAll(a, then=Integral(sqrt(1 + a**2*x**4), (x, 0, 1)) >= 1)": Truth.TRUE,
    "ForAll(a, given=And(a > 1, a < 0), then=Integral(exp(a*x**4), (x, 0, 1)) >= 0)": Truth.VACUOUS,
    "ForAll((a, b), given=a > 0, then=Integral(exp(x**3)/b, (x, 0, a)) >= 0)": None,
    "ForAll((a, b), given=And(a > 0, b > 0), then=Integral(exp(x**3)/b, (x, 0, a)) > 0)": Truth.TRUE,
    "ForAll(a, then=Integral((x - 1)*cos(a*x**2), (x, 0, 1)) <= -Rational(1, 2))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Integral(x*sin(a*x**3), (x, -1, 1)) <= 0)": Truth.FALSE,
    "ForAll(a, then=Integral(1/(1 + a**2 + x**6), (x, 1, 0)) >= -1)": Truth.TRUE,
    "ForAll(a, then=Integral(1/(1 + a**2 + x**6), (x, 1, 0)) >= 0)": Truth.FALSE,
    "ForAll(a, given=a > -1, then=Eq(Integral(Abs(x)**a, (x, -1, 1)), 2/(a + 1)))": Truth.TRUE,
    "ForAll(a, given=Ne(a, -1), then=Eq(Integral(Abs(x)**a, (x, -1, 1)), 2/(a + 1)))": Truth.FALSE,
    "ForAll(a, given=a > -1, then=Eq(Integral(Max(x, 0)**a, (x, -1, 1)), 1/(a + 1)))": None,
}


@pytest.mark.parametrize("source", ROWS)
def test_what_is_integrated_tells(source: str) -> None:
    assert truth_of(source, x=x, a=a, b=b, n=n) is ROWS[source]


def test_a_proof_names_the_theorem() -> None:
    found = decide(authored("ForAll(a, then=Integral(x**a, (x, 1, 2)) > 0)", a=a, x=x))
    assert "what is larger at each point has the larger integral (Rudin" in found.decisions[0].reason
    assert found.is_strong


def test_a_refutation_shows_the_parameters() -> None:
    found = decide(authored("ForAll(a, then=Integral(exp(x**2), (x, 0, a)) >= 0)", a=a, x=x))
    assert found.counterexample is not None
    assert dict(found.counterexample.values)["a"] < 0


def test_an_undefined_one_shows_where() -> None:
    with pytest.raises(UndefinedError, match=r"is undefined: a = -1") as error:
        decide(authored("ForAll(a, then=Integral(x**a, (x, 0, 2)) > 0)", a=a, x=x))
    assert error.value.decision is not None

"""Tests of derivatives of expectations, which are polynomials in what they are derived by."""

from __future__ import annotations

import re

import pytest
import sympy

from probatum import features, integers, random
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import truth_of

a, x = sympy.symbols("a x", real=True)
n = integers("n")
X, Y = random("X Y", independent=False)
t = features("t", of=n)
HANGING = random("H", mean=x)
SURE = random("S", bernoulli=x)
KNOWN = {"x": x, "a": a, "n": n, "X": X, "Y": Y, "t": t, "H": HANGING, "S": SURE}
ROWS = {
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, a), -2*E(X - a)))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, a), 2*E(X - a)))": Truth.FALSE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x, 2).doit().subs(x, a), 2))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x, 2).doit().subs(x, a), 2*a))": Truth.FALSE,
    "ForAll(X, then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, E(X)), 0))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(Var(x*X), x).doit().subs(x, a), 2*a*Var(X)))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, a), 1/a))": None,
    "ForAll((X, x), then=Eq(diff(E(X*x), x), E(X)))": Truth.TRUE,
    "ForAll((X, x), then=Eq(diff(E(X*x), x), x*E(X)))": Truth.FALSE,
    "ForAll((X, x), then=Eq(diff(E((X - x)**2), x), 2*x - 2*E(X)))": Truth.TRUE,
    "ForAll((X, x), then=Eq(diff(E((X - x)**2), x), 2*x))": Truth.FALSE,
    "ForAll((X, x), then=Eq(diff(E((X - x)**2), x, 2), 2))": Truth.TRUE,
    "ForAll((X, x), then=Eq(diff(E((X - x)**2), x, 2), 0))": Truth.FALSE,
    "ForAll((X, x), then=Eq(diff(Var(X + x), x), 0))": Truth.TRUE,
    "ForAll((X, x), then=Eq(diff(Var(x*X), x), 2*x*Var(X)))": Truth.TRUE,
    "ForAll((X, x), then=Eq(diff(Var(x*X), x), Var(X)))": Truth.FALSE,
    "ForAll((X, Y, x), then=Eq(diff(Cov(x*X, Y), x), Cov(X, Y)))": Truth.TRUE,
    "ForAll((X, Y, x), then=Eq(diff(Cov(x*X, x*Y), x), Cov(X, Y)))": Truth.FALSE,
    "ForAll((X, x), then=Eq(diff(E(X*exp(x)), x), E(X)*exp(x)))": Truth.TRUE,
    "ForAll((X, x), then=Eq(diff(E(X*sin(x)), x), E(X)*sin(x)))": Truth.FALSE,
    "ForAll((X, x), then=Eq(diff(E(X)*x**2, x), 2*x*E(X)))": Truth.TRUE,
    "ForAll((X, x), then=Eq(diff(E(X)/x, x)*x, -E(X)/x))": None,
    "ForAll((X, x), given=x > 0, then=Eq(diff(E(X)/x, x)*x, -E(X)/x))": Truth.TRUE,
    "ForAll((X, x), given=x > 0, then=Eq(diff(E(X)/x, x)*x, E(X)/x))": Truth.FALSE,
    "ForAll((X, x), then=Eq(diff(E(X)*Abs(x), x), E(X)*sign(x)))": None,
    "ForAll((X, x), then=Eq(diff(E(X*x/x), x), 0))": None,
    "ForAll((n, t, x), given=n >= 1, then=Eq(diff(total((t - x)**2), x), 2*n*x - 2*total(t)))": Truth.TRUE,
    "ForAll((n, t, x), given=n >= 1, then=Eq(diff(average((t - x)**2), x), 2*x - 2*average(t)))": Truth.TRUE,
    "ForAll((n, t, x), given=n >= 1, then=Eq(diff(total((t - x)**2), x), 2*x - 2*total(t)))": Truth.FALSE,
    "ForAll((X, x), given=Eq(diff(E((X - x)**2), x), 0), then=Eq(E(X), x))": Truth.TRUE,
    "ForAll((X, x), given=Eq(diff(E((X - x)**2), x), 0), then=Eq(E(X), 2*x))": Truth.FALSE,
}


@pytest.mark.parametrize("source", ROWS)
def test_a_mean_is_derived_as_a_polynomial(source: str) -> None:
    assert truth_of(source, **KNOWN) is ROWS[source]


NOT_ONE = "by x, which need not have one, wanted a mean of products, of smooth functions of x and of what is random by itself"
HANGS = "by x, of which what is known of something random speaks, wanted the mean written down"
REFUSED = {
    "ForAll((X, x), then=Eq(Derivative(E(Abs(X - x)), x), 0))": f"got the derivative of E[Abs(X - x)] {NOT_ONE}",
    "ForAll((X, x), then=Eq(diff(E(Abs(X - x)), x), 0))": f"got the derivative of E[Abs(X - x)] {NOT_ONE}",
    "ForAll((X, x), then=Eq(diff(E(X*Abs(x)), x), 0))": f"got the derivative of E[X*Abs(x)] {NOT_ONE}",
    "ForAll((X, x), then=Eq(Derivative(P(X >= x), x), 0))": f"got the derivative of P[X ≥ x] {NOT_ONE}",
    "ForAll((X, x), then=Eq(diff(E(exp(x*X)), x), E(X*exp(x*X))))": f"got the derivative of E[exp(X*x)] {NOT_ONE}",
    "ForAll((X, x), then=Eq(x*diff(2*E(Max(X, x))**2, x), 0))": f"got the derivative of E[Max(X, x)] {NOT_ONE}",
    "ForAll((X, x), given=Eq(Derivative(E(Abs(X - x)), x), 0), then=Eq(E(X), x))": f"got the derivative of E[Abs(X - x)] {NOT_ONE}",
    "Exists((X, x), then=Eq(Derivative(E(Abs(X - x)), x), 0))": f"got the derivative of E[Abs(X - x)] {NOT_ONE}",
    "ForAll((n, t, x), given=n >= 1, then=Eq(Derivative(total(Abs(t - x)), x), 0))": f"got the derivative of Σ(Abs(t - x)) {NOT_ONE}",
    "ForAll((H, x), then=Eq(Derivative(E(H), x), 0))": f"got the derivative of E[H] {HANGS}",
    "ForAll((H, x), then=Eq(Derivative(E(H**2), x), 0))": f"got the derivative of E[H**2] {HANGS}",
    "ForAll((S, x), then=Eq(diff(Var(S), x), 1 - 2*x))": f"got the derivative of Var[S] {HANGS}",
}


@pytest.mark.parametrize("source", REFUSED)
def test_the_derivative_of_any_other_mean_is_refused(source: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(REFUSED[source])):
        truth_of(source, **KNOWN)

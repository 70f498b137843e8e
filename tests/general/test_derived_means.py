"""Tests of derivatives of expectations, which are polynomials in what they are derived by."""

from __future__ import annotations

import pytest
import sympy

from probatum import random
from probatum.decision import Truth
from tests.authored import truth_of

a, x = sympy.symbols("a x", real=True)
X = random("X")
ROWS = {
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, a), -2*E(X - a)))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, a), 2*E(X - a)))": Truth.FALSE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x, 2).doit().subs(x, a), 2))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x, 2).doit().subs(x, a), 2*a))": Truth.FALSE,
    "ForAll(X, then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, E(X)), 0))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(Var(x*X), x).doit().subs(x, a), 2*a*Var(X)))": Truth.TRUE,
    "ForAll((X, a), then=Eq(Derivative(E((X - x)**2), x).doit().subs(x, a), 1/a))": None,
}


@pytest.mark.parametrize("source", ROWS)
def test_a_mean_is_derived_as_a_polynomial(source: str) -> None:
    assert truth_of(source, x=x, a=a, X=X) is ROWS[source]

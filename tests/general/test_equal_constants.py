"""Tests of strongly convex functions whose two constants may be equal."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, noise, proximal, random, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

a, s, L, mu = reals("a s L mu")
x, y = vectors("x y")
f = functions("f", smooth=L, strongly=mu)
NAMES = {"a": a, "L": L, "mu": mu, "x": x, "y": y, "f": f, "best": minimizer(f), "slope": gradient(f, x)}
NAMES |= {"turned": gradient(f, x) - gradient(f, y), "end": x - a * gradient(f, x)}


def about(then: str, given: str = "And(0 < mu, mu <= L, 0 < a, a <= 1/L)") -> str:
    """A statement about a function whose curvatures may all be the same."""
    return f"ForAll((f, x, y, a, L, mu), given={given}, then={then})"


same = functions("same", smooth=L, strongly=L)
h = functions("h", convex=True)
e, X = noise("e", spread=s**2), random("X")
NAMES |= {"same": same, "h": h, "e": e, "X": X, "s": s, "low": minimizer(same)}
NAMES |= {"after": lambda point: point - a * gradient(same, point), "near": lambda f, point: proximal(f, a, point)}

TRUE = [
    "ForAll((same, x, L), then=Eq(x - gradient(same, x)/L, low))",
    "ForAll((same, x, y, L), then=Eq(same(x) - same(y), dot(gradient(same, y), x - y) + L/2*norm(x - y)**2))",
    "ForAll((same, x, a, L), given=a > 0, then=Eq(norm(near(same, x) - low), norm(x - low)/(1 + a*L)))",
    "ForAll((same, h, x, y, a, L), given=And(0 < a, a <= 1/L), then=norm(near(h, after(x)) - near(h, after(y))) <= (1 - a*L)*norm(x - y))",
    "ForAll((same, X, x, y, L), then=Eq(E(same(x + X*y)), same(x + E(X)*y) + L/2*Var(X)*norm(y)**2))",
    "ForAll((same, x, e, s, L), then=E(same(x + e)) <= same(x) + L/2*s**2)",
    "ForAll((same, x, L), then=L > 0)",
    "ForAll((same, x, L), then=Eq(same(x) - same(0), dot(gradient(same, 0), x) + L/2*norm(x)**2))",
    "ForAll((same, x, L), then=Eq(dot(gradient(same, low), x), 0))",
    "ForAll((same, X, L), then=same(E(X)) <= E(same(X)))",
    "ForAll((same, X, x, L), then=Eq(E(same(X*x)), same(0) + E(X)*dot(gradient(same, 0), x) + L/2*E(X**2)*norm(x)**2))",
    about("f(end) - f(best) <= (1 - a*mu)*(f(x) - f(best))"),
    about("f(end) - f(best) <= (1 - a*mu)*(f(x) - f(best))", "And(0 <= mu, mu <= L, 0 <= a, a <= 1/L)"),
    about("f(end) - f(best) <= (1 - a*mu)**2*(f(x) - f(best))"),
    about("f(x - slope/L) - f(best) <= (1 - mu/L)**2*(f(x) - f(best))", "And(0 < mu, mu <= L)"),
    about("f(end) <= f(x) - a*(1 - a*L/2)*norm(slope)**2", "And(0 < mu, mu <= L, a > 0)"),
    about("f(y) <= f(x) + dot(slope, y - x) + norm(turned)**2/(2*mu)"),
    about("dot(turned, x - y) >= mu*L/(mu + L)*norm(x - y)**2 + norm(turned)**2/(mu + L)"),
]
FALSE = [
    "ForAll((same, x, y, L), then=Eq(same(x) - same(y), dot(gradient(same, y), x - y) + L*norm(x - y)**2))",
    "ForAll((same, x, y, L), then=Eq(norm(gradient(same, x) - gradient(same, y)), 2*L*norm(x - y)))",
    "ForAll((same, x, e, s, L), then=E(same(x + e)) <= same(x) + L/4*s**2)",
    "ForAll((same, x, L), then=L > 1)",
    "ForAll((same, x, L), then=Eq(same(x) - same(0), dot(gradient(same, 0), x) + L/3*norm(x)**2))",
    "ForAll((same, X, L), then=same(E(X)) >= E(same(X)))",
    "ForAll((same, X, x, L), then=Eq(E(same(X*x)), same(0) + E(X)*dot(gradient(same, 0), x) + L/2*E(X)**2*norm(x)**2))",
    "Exists((same, x, L), then=same(x) < same(low))",
    about("f(end) - f(best) <= (1 - 2*a*mu)*(f(x) - f(best))"),
    about("f(end) - f(best) <= (1 - a*mu)**3*(f(x) - f(best))"),
    about("f(end) - f(best) <= (1 - a*mu)**2*(f(x) - f(best))", "And(0 < mu, mu <= L, 0 < a, a <= 2/L)"),
    about("f(x - slope/L) - f(best) <= (1 - mu/L)**3*(f(x) - f(best))", "And(0 < mu, mu <= L)"),
    about("mu*norm(x - y) < L*norm(x - y)", "And(0 < mu, mu <= L, Ne(x, y))"),
    about("f(end) <= f(x) - a*(1 - a*mu/2)*norm(slope)**2", "And(0 < mu, mu <= L, a > 0)"),
    about("f(y) >= f(x) + dot(slope, y - x) + norm(turned)**2/(2*mu)"),
    about("dot(turned, x - y) >= 2*mu*L/(mu + L)*norm(x - y)**2"),
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_up_to_equal_constants_is_proved(text: str) -> None:
    assert decide(authored(text, **NAMES), thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("text", FALSE)
def test_what_is_false_there_is_refuted(text: str) -> None:
    assert truth_of(text, **NAMES) is Truth.FALSE


def test_constants_that_contradict_each_other_admit_nothing() -> None:
    assert truth_of(about("f(x) <= f(best)", "And(0 < mu, mu <= L, L < mu)"), **NAMES) is Truth.VACUOUS


def test_what_is_divided_by_their_difference_has_no_value_where_they_are_equal() -> None:
    assert truth_of(about("f(x) >= f(best) - 1/(L - mu)**2", "And(0 < mu, mu <= L)"), **NAMES) is None


def test_a_proximal_step_that_may_not_be_positive_is_undefined() -> None:
    assert truth_of("ForAll((same, x, a, L), then=Eq(norm(near(same, x) - low), norm(x - low)/(1 + a*L)))", **NAMES) is None

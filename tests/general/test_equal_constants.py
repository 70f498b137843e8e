"""Tests of strongly convex functions whose two constants may be equal."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

a, L, mu = reals("a L mu")
x, y = vectors("x y")
f = functions("f", smooth=L, strongly=mu)
NAMES = {"a": a, "L": L, "mu": mu, "x": x, "y": y, "f": f, "best": minimizer(f), "slope": gradient(f, x)}
NAMES |= {"turned": gradient(f, x) - gradient(f, y), "end": x - a * gradient(f, x)}


def about(then: str, given: str = "And(0 < mu, mu <= L, 0 < a, a <= 1/L)") -> str:
    """A statement about a function whose curvatures may all be the same."""
    return f"ForAll((f, x, y, a, L, mu), given={given}, then={then})"


TRUE = [
    about("f(end) - f(best) <= (1 - a*mu)*(f(x) - f(best))"),
    about("f(end) - f(best) <= (1 - a*mu)*(f(x) - f(best))", "And(0 <= mu, mu <= L, 0 <= a, a <= 1/L)"),
    about("f(end) <= f(x) - a*(1 - a*L/2)*norm(slope)**2", "And(0 < mu, mu <= L, a > 0)"),
    about("f(y) <= f(x) + dot(slope, y - x) + norm(turned)**2/(2*mu)"),
    about("dot(turned, x - y) >= mu*L/(mu + L)*norm(x - y)**2 + norm(turned)**2/(mu + L)"),
]
FALSE = [
    about("f(end) - f(best) <= (1 - 2*a*mu)*(f(x) - f(best))"),
    about("f(end) - f(best) <= (1 - a*mu)**3*(f(x) - f(best))"),
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

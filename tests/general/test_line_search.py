"""Tests of exact line search, written as a step of free length at whose end the gradient is at right
angles to the one at its start.
"""

from __future__ import annotations

import pytest

from probatum import functions, gradient, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

x = vectors("x")
s, t, L, mu = reals("s t L mu")
f, g = functions("f", smooth=L, strongly=mu), functions("g", convex=True)
c, h = functions("c", convex=True, smooth=L), functions("h", smooth=L)
NAMES = {"x": x, "s": s, "t": t, "L": L, "mu": mu, "f": f, "g": g, "c": c, "h": h}
NAMES |= {"after": lambda function, length: x - length * gradient(function, x)}


def searched(variables: str, then: str, given: str = "") -> str:
    """A statement about a step along the gradient of the first function, of length t."""
    function = variables[0]
    angle = f"Eq(dot(gradient({function}, x), gradient({function}, after({function}, t))), 0)"
    return f"ForAll(({variables}), given=And({given}{angle}), then={then})"


CURVED, NUMBERS = "0 < mu, mu < L, ", "Eq(L, 1), Eq(mu, Rational(1, 10)), "
CLOSER = "f(after(f, t)) - f(minimizer(f)) <= {}*(f(x) - f(minimizer(f)))"
RATE = "((L - mu)/(L + mu))**2"
TRUE = [
    searched("f, x, t, L, mu", CLOSER.format(RATE), CURVED),
    searched("f, x, t, L, mu", CLOSER.format(RATE), CURVED + "t > 0, "),
    searched("f, x, t, L, mu", CLOSER.format(RATE), NUMBERS),
    searched("c, x, t, L", "c(after(c, t)) <= c(x) - norm(gradient(c, x))**2/(2*L)"),
    searched("c, x, s, t, L", "c(after(c, t)) <= c(after(c, s))"),
    searched("g, x, s, t", "g(after(g, t)) <= g(after(g, s))"),
    searched("f, x, t, L, mu", "t >= 1/L", CURVED + "norm(gradient(f, x)) > 0, "),
    searched("f, x, t, L, mu", "t <= 1/mu", CURVED + "norm(gradient(f, x)) > 0, "),
]
FALSE = [
    searched("f, x, t, L, mu", CLOSER.format(f"(L - mu)/(L + mu)*{RATE}"), CURVED),
    searched("f, x, t, L, mu", CLOSER.format(f"Rational(99, 100)*{RATE}"), NUMBERS),
    searched("c, x, t, L", "c(after(c, t)) <= c(x) - Rational(101, 200)*norm(gradient(c, x))**2/L"),
    searched("h, x, t, L", "h(after(h, t)) <= h(x) - norm(gradient(h, x))**2/(2*L)"),  # it may go up
    searched("h, x, s, t, L", "h(after(h, t)) <= h(after(h, s))"),
    searched("f, x, t, L, mu", "t >= 1/L", CURVED),
]


@pytest.mark.parametrize("source", TRUE)
def test_it_follows(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_does_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_a_counterexample_tells_the_length_of_the_step() -> None:
    source = searched("f, x, t, L, mu", CLOSER.format(f"(L - mu)/(L + mu)*{RATE}"), CURVED)
    broken = decide(authored(source, **NAMES), thorough=False)
    shown = dict(next(each.counterexample.values for each in broken.decisions if each.counterexample))
    assert shown["t"] == 2 / (shown["L"] + shown["mu"])


EQUAL = "And(a + b + d >= 1, Eq(a + b + d, 1), a >= 0, b >= 0, d >= 0)"


def test_a_parameter_that_others_determine_is_in_the_counterexample() -> None:
    y, z = vectors("y z")
    a, b, d = reals("a b d")
    names = {**NAMES, "y": y, "z": z, "a": a, "b": b, "d": d}
    bound = "Rational(99, 100)*(a*g(x) + b*g(y) + d*g(z))"
    source = f"ForAll((g, x, y, z, a, b, d), given={EQUAL}, then=g(a*x + b*y + d*z) <= {bound})"
    broken = decide(authored(source, **names), thorough=False)
    shown = dict(next(each.counterexample.values for each in broken.decisions if each.counterexample))
    assert broken.truth is Truth.FALSE
    assert shown["a"] + shown["b"] + shown["d"] == 1

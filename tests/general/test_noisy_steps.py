"""Tests of steps with noise in the value of a function, with the constants of its class as variables; and of the Polyak-Lojasiewicz
inequality beside smoothness.
"""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, noise, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

a, s, mu, L, M = reals("a s mu L M")
x = vectors("x")
e = noise("e", spread=s**2)
f, p, g = functions("f", smooth=L, strongly=mu), functions("p", smooth=L, polyak=mu), functions("g", smooth=L)
h, k = functions("h", convex=True, smooth=L), functions("k", convex=True, lipschitz=M)
NAMES = {"a": a, "s": s, "mu": mu, "L": L, "M": M, "x": x, "e": e, "f": f, "p": p, "g": g, "h": h, "k": k}
NAMES |= {f"{one}_end": one(x - a * (gradient(one, x) + e)) for one in (f, p, g, h)}
NAMES |= {f"{one}_best": one(minimizer(one)) for one in (f, p, h)} | {"best": minimizer(h)}
CURVED = "given=And(mu > 0, mu < L, a > 0, a <= 1/L)"


def about(function: str, then: str, given: str = CURVED) -> str:
    """A statement about a function, a point and noise."""
    return f"ForAll(({function}, x, e, a, s, mu, L, M), {given}, then={then})"


SHORT = "given=And(a > 0, a <= 1/L)"
NOISE = "L*a**2*s**2/2"
TRUE = [
    about("f", f"E(f_end - f_best) <= (1 - a*mu)*(f(x) - f_best) + {NOISE}"),
    about("f", f"E(f_end) - f_best <= (1 - a*mu)*(f(x) - f_best) + {NOISE}", "given=And(mu >= 0, mu <= L, a >= 0, a <= 1/L)"),
    about("p", f"E(p_end - p_best) <= (1 - a*mu)*(p(x) - p_best) + {NOISE}"),
    about("g", f"E(g_end) <= g(x) - a/2*norm(gradient(g, x))**2 + {NOISE}", SHORT),
    about("h", f"E(h_end) - h_best <= norm(x - best)**2/(2*a) + {NOISE}", SHORT),
    about("g", "Abs(E(g(x + e)) - g(x)) <= L/2*s**2", "given=L > 0"),
    about("k", "E(k(x + e)) <= k(x) + M*Abs(s)", "given=M >= 0"),
    about("h", "And(h(x) <= E(h(x + e)), E(h(x + e)) <= h(x) + L/2*s**2)", "given=L > 0"),
    about("f", "E(f(x + e)) >= f(x) + mu/2*E(norm(e)**2)"),
    about("p", "norm(gradient(p, x))**2 <= 2*L*(p(x) - p_best)", "given=And(mu > 0, mu <= L)"),
]
FALSE = [
    about("f", "E(f_end - f_best) <= (1 - a*mu)*(f(x) - f_best)"),
    about("f", "E(f_end - f_best) <= (1 - a*mu)*(f(x) - f_best) + mu*a**2*s**2/2"),
    about("f", f"E(f_end - f_best) <= (1 - a*L)*(f(x) - f_best) + {NOISE}"),
    about("g", "Abs(E(g(x + e)) - g(x)) <= L/3*s**2", "given=L > 0"),
    about("k", "E(k(x + e)) <= k(x) + M*Abs(s)/2", "given=M > 0"),
    about("f", "E(f(x + e)) >= f(x) + L/2*E(norm(e)**2)"),
    about("p", "norm(gradient(p, x))**2 <= L*(p(x) - p_best)", "given=And(mu > 0, mu <= L)"),
]


@pytest.mark.parametrize("source", TRUE)
def test_noise_in_a_value_is_bounded(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_the_parabolas_on_tangents_are_named() -> None:
    decisions = decide(authored(TRUE[0], **NAMES), thorough=False).decisions
    assert "parabolas on its tangents" in decisions[0].reason


def test_a_step_longer_than_it_may_be_is_undefined_nowhere_and_not_bounded() -> None:
    longer = about("f", f"E(f_end - f_best) <= (1 - a*mu)*(f(x) - f_best) + {NOISE}", "given=And(mu > 0, mu < L, a > 0)")
    assert truth_of(longer, **NAMES) is Truth.FALSE

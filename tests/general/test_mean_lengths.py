"""Tests of mean lengths of random vectors, and of mean squares of inner products with them."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, matrices, minimizer, noise, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import authored, truth_of

a, s, v, mu, L = reals("a s v mu L")
x, y = vectors("x y")
e, d = noise("e d", spread=s**2)
u, w = noise("u w", spread=v)
none = noise("none", spread=0)
shared = noise("shared", spread=v / a)
A = matrices("A", eigenvalues_in=(mu, L))
f = functions("f", smooth=L, strongly=mu)
NAMES = {"a": a, "s": s, "mu": mu, "L": L, "x": x, "y": y, "e": e, "d": d, "none": none, "A": A, "f": f, "best": minimizer(f)}
NAMES |= {"shared": shared, "u": u, "w": w, "v": v, "slope": gradient(f, x), "both": gradient(f, x) + (u + w) / 2}
SHORT = "given=And(mu > 0, mu < L, 0 < a, a <= 1/L)"
CURVED = "given=And(mu > 0, mu < L)"

TRUE = [
    "ForAll((e, s), then=E(norm(e)) <= Abs(s))",
    "ForAll((e, s), then=E(norm(e)) <= sqrt(E(norm(e)**2)))",
    "ForAll((e, x, s), then=E(norm(x + e)) >= norm(x))",
    "ForAll((e, x, s), then=E(norm(x + e)) <= norm(x) + Abs(s))",
    "ForAll((e, x, s), then=E(norm(x + e)) <= sqrt(norm(x)**2 + s**2))",
    "ForAll((e, x, s, a), then=E(norm(x - a*e)) <= norm(x) + Abs(a)*Abs(s))",
    "ForAll((e, d, s), then=E(norm(e + d)) <= sqrt(2)*Abs(s))",
    "ForAll((none, x), then=Eq(E(norm(x + none)), norm(x)))",
    "ForAll((e, x, y, s), then=E(norm(x + e)) <= norm(x - y) + E(norm(y + e)))",
    "ForAll((e, x, s), then=E(dot(x, e)**2) <= norm(x)**2*s**2)",
    "ForAll((e, x, s), then=E(dot(x, 2*e)**2) <= 4*norm(x)**2*s**2)",
    "ForAll((e, x, y, s), then=Eq(E(dot(x, y + e)**2), dot(x, y)**2 + E(dot(x, e)**2)))",
    f"ForAll((f, x, e, s, L, mu), {CURVED}, then=E(norm(gradient(f, x) + e)) <= L*norm(x - best) + Abs(s))",
    f"ForAll((A, x, e, s, L, mu), {CURVED}, then=E(norm(A @ x + e)) <= L*norm(x) + Abs(s))",
    "ForAll((e, x, s), given=norm(x) > 0, then=E(norm(x + e))/norm(x) >= 1)",
    f"ForAll((f, x, u, a, v, L, mu), {SHORT}, then=E(norm(x - a*(slope + u) - best)) <= (1 - a*mu)*norm(x - best) + a*sqrt(v))",
    f"ForAll((f, x, u, w, a, v, L, mu), {SHORT}, then=E(norm(x - a*both - best)) <= (1 - a*mu)*norm(x - best) + a*sqrt(v/2))",
    f"ForAll((f, x, e, a, s, L, mu), {SHORT}, then=E(norm(x - a*(slope + e) - best)) <= sqrt((1 - a*mu)**2*norm(x - best)**2 + a**2*s**2))",
    "ForAll((e, y, s), given=And(s >= 0, s <= 1), then=E(norm(e))**2*norm(y) <= s*E(norm(e))*norm(y))",
    "ForAll((shared, x, a, v), given=And(a >= 1, v >= 1), then=E(norm(x + shared)) <= norm(x) + sqrt(v/a))",
]
FALSE = [
    "ForAll((e, y, s), given=s >= 1, then=E(norm(e))*norm(y) <= E(norm(e))**2*norm(y))",
    "ForAll((e, d, y, s), given=s >= 1, then=E(norm(e))*norm(y) <= Max(E(norm(e)), E(norm(d)))*E(norm(e))*norm(y))",
    "ForAll((shared, x, a, v), given=And(a >= 1, v >= 1), then=E(norm(x + shared)) <= norm(x) + sqrt(v/a)/2)",
    "ForAll((e, s), then=E(norm(e)) <= Abs(s)/2)",
    "ForAll((e, s), then=E(norm(e))**2 >= E(norm(e)**2)/2)",
    "ForAll((e, x, s), then=E(norm(x + e)) > norm(x))",
    "ForAll((e, x, s), then=E(norm(x + e)) <= norm(x))",
    "ForAll((e, x, s), then=E(norm(x + e)) <= norm(x) + Abs(s)/2)",
    "ForAll((e, d, s), then=E(norm(e + d)) <= Abs(s))",
    "ForAll((e, x, s), then=E(norm(x + e)) <= E(norm(x - e)))",
    "ForAll((e, x, s), then=E(norm(x + e)) >= E(norm(e)))",
    "ForAll((e, x, y, s), then=E(norm(x + e)) + E(norm(y + e)) <= norm(x + y) + E(norm(e)))",
    "ForAll((e, x, y, s), then=E(norm(x + e)) <= E(norm(y + e)))",
    "ForAll((e, x, s), then=E(dot(x, e)**2) <= norm(x)**2*s**2/2)",
    "ForAll((e, x, s), then=E(dot(x, 2*e)**2) <= 3*norm(x)**2*s**2)",
    "ForAll((e, x, y, s), then=Eq(E(dot(x, y + e)**2), dot(x, y)**2))",
    f"ForAll((A, x, e, s, L, mu), {CURVED}, then=E(norm(A @ x + e)) <= mu*norm(x) + Abs(s))",
    f"ForAll((f, x, u, a, v, L, mu), {SHORT}, then=E(norm(x - a*(slope + u) - best)) <= (1 - a*mu)*norm(x - best) + a*sqrt(v)/2)",
    f"ForAll((f, x, u, a, v, L, mu), {SHORT}, then=E(norm(x - a*(slope + u) - best)) <= (1 - 2*a*mu)*norm(x - best) + a*sqrt(v))",
    f"ForAll((f, x, e, a, s, L, mu), {SHORT}, then=E(norm(x - a*(slope + e) - best)) <= (1 - a*mu)*norm(x - best) + a*s)",
]


@pytest.mark.parametrize("source", TRUE)
def test_mean_lengths_are_bounded(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_a_mean_length_by_a_length_that_may_be_zero_is_undefined() -> None:
    assert truth_of("ForAll((e, x, s), then=E(norm(x + e))/norm(x) >= 1)", **NAMES) is None


@pytest.mark.parametrize("inside", ["norm(e)**3", "norm(e)**4", "sqrt(norm(e))", "dot(x, e)**3", "norm(e)*norm(x + e)"])
def test_of_powers_but_squares_no_mean_is_known(inside: str) -> None:
    with pytest.raises(DefinitionError, match="wanted sums of norms and inner products of random vectors, and of squares of these"):
        truth_of(f"ForAll((e, x, s), then=E({inside}) <= s**2 + norm(x)**4)", **NAMES)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("ForAll((e, s), then=E(norm(e)) <= Abs(s)/2)", "one vector or its opposite with equal probability"),
        ("ForAll((e, s), then=E(norm(e))**2 >= E(norm(e)**2)/2)", "with probability 1/20 each, else zero"),
    ],
)
def test_a_counterexample_says_what_the_noise_is(source: str, words: str) -> None:
    shown = decide(authored(source, **NAMES), thorough=False).counterexample
    assert shown is not None
    assert words in shown.shows

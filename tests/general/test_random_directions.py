"""Tests of functions of a class at vectors times random numbers: random steps, Jensen's inequality along a line, random choices."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, random, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import authored, truth_of
from tests.each import each

a, r, v, L, M, mu = reals("a r v L M mu")
x, y, z, star = vectors("x y z star")
h, c, g = functions("h", convex=True), functions("c", convex=True, smooth=L), functions("g", smooth=L)
f, k = functions("f", smooth=L, strongly=mu), functions("k", smooth=L, strongly=mu)
p = functions("p", convex=True, lipschitz=M)
X, B, Z = random("X"), random("B", bernoulli=r), random("Z", mean=0, variance=v)
U, V = random("U V", independent=True)
NAMES = {"a": a, "r": r, "v": v, "L": L, "M": M, "mu": mu, "x": x, "y": y, "z": z, "h": h, "c": c, "g": g, "f": f, "p": p}
NAMES |= {"X": X, "B": B, "Z": Z, "U": U, "V": V, "k": k, "slope": gradient(c, x), "best": minimizer(c), "star": star}
NAMES |= {"end": x - a * X * gradient(c, x), "kept": x - a * B * gradient(c, x)}
NAMES |= {"chosen": x - a * (B * gradient(f, x) + (1 - B) * gradient(k, x))}
CURVED, SHORT = "And(0 < mu, mu < L)", "0 < a, a <= 1/L"
SAME = f"And(0 < mu, mu < L, {SHORT}, Eq(minimizer(f), star), Eq(minimizer(k), star))"

TRUE = [
    "ForAll((h, X, x, y), then=h(x + E(X)*y) <= E(h(x + X*y)))",
    "ForAll((h, X, x, y), then=E(h(x + X*y)) >= h(x) + E(X)*dot(gradient(h, x), y))",
    "ForAll((h, U, V, x, y, z), then=h(x + E(U)*y + E(V)*z) <= E(h(x + U*y + V*z)))",
    "ForAll((c, X, x, y, L), then=E(c(x + X*y)) <= c(x) + E(X)*dot(gradient(c, x), y) + L/2*E(X**2)*norm(y)**2)",
    "ForAll((g, X, x, y, L), then=E(g(x + X*y)) >= g(x) + E(X)*dot(gradient(g, x), y) - L/2*E(X**2)*norm(y)**2)",
    f"ForAll((f, X, x, y, L, mu), given={CURVED}, then=E(f(x + X*y)) - f(x + E(X)*y) >= mu/2*Var(X)*norm(y)**2)",
    "ForAll((c, Z, x, y, L, v), then=E(c(x + Z*y)) <= c(x) + L/2*v*norm(y)**2)",
    "ForAll((p, X, x, y, M), then=E(p(x + X*y)) <= p(x) + M*sqrt(E(X**2))*norm(y))",
    "ForAll((c, X, x, y, L), then=E(X*dot(gradient(c, x), y)) <= Abs(E(X))*norm(slope)*norm(y))",
    "ForAll((c, X, x, y, L), then=E(norm(gradient(c, x + X*y) - slope)**2) <= L**2*E(X**2)*norm(y)**2)",
    f"ForAll((c, X, x, a, L), given=And({SHORT}, Eq(E(X), 1), E(X**2) <= 2), then=E(norm(end - best)**2) <= norm(x - best)**2)",
    f"ForAll((c, X, x, a, L), given=And(0 <= X, X <= 1, {SHORT}), then=E(c(end)) <= c(x))",
    "ForAll((h, X, x, y), given=And(0 <= X, X <= 1), then=E(h(x + X*(y - x))) <= (1 - E(X))*h(x) + E(X)*h(y))",
    "ForAll((h, B, x, y, r), then=Eq(E(h(x + B*(y - x))), (1 - r)*h(x) + r*h(y)))",
    "ForAll((h, B, x, y, r), then=h((1 - r)*x + r*y) <= E(h(B*y + (1 - B)*x)))",
    f"ForAll((c, B, x, a, r, L), given=And({SHORT}), then=E(c(kept)) <= c(x) - a*r/2*norm(slope)**2)",
    f"ForAll((f, k, B, x, star, a, r, L, mu), given={SAME}, then=E(norm(chosen - star)**2) <= (1 - a*mu)**2*norm(x - star)**2)",
    "ForAll((h, X, x, y), then=E(X*dot(gradient(h, x + X*y), y)) >= E(X)*dot(gradient(h, x), y))",
    "ForAll((h, X, x, y, a), given=a >= 0, then=E(a*X*dot(gradient(h, x + X*y), y)) >= a*E(X)*dot(gradient(h, x), y))",
    "ForAll((h, X, x, y), then=Cov(dot(gradient(h, x + X*y), y), X) >= 0)",
    "ForAll((c, X, x, y, L), then=E(X*dot(y, gradient(c, x + X*y))) <= E(X)*dot(slope, y) + L*E(X**2)*norm(y)**2)",
    "ForAll((h, U, V, x, y), given=Eq(E(U), 0), then=Eq(E(U*dot(gradient(h, x), y + V*y)), 0))",
]
FALSE = [
    "ForAll((h, X, x, y), then=h(x) <= E(h(x + X*y)))",
    "ForAll((h, X, x, y), given=Eq(E(X), 0), then=h(x) >= E(h(x + X*y)))",
    "ForAll((h, X, x, y), then=E(h(x + X*y)) >= h(x) + 2*E(X)*dot(gradient(h, x), y))",
    "ForAll((c, X, x, y, L), then=E(c(x + X*y)) <= c(x) + E(X)*dot(gradient(c, x), y) + L/4*E(X**2)*norm(y)**2)",
    "ForAll((g, X, x, y, L), then=E(g(x + X*y)) >= g(x) + E(X)*dot(gradient(g, x), y))",
    f"ForAll((f, X, x, y, L, mu), given={CURVED}, then=E(f(x + X*y)) - f(x + E(X)*y) >= L/2*Var(X)*norm(y)**2)",
    "ForAll((c, Z, x, y, L, v), then=E(c(x + Z*y)) <= c(x) + L/3*v*norm(y)**2)",
    f"ForAll((c, X, x, a, L), given=And({SHORT}, Eq(E(X), 1), E(X**2) <= 4), then=E(norm(end - best)**2) <= norm(x - best)**2)",
    f"ForAll((c, X, x, a, L), given=And(0 <= X, X <= 3, {SHORT}), then=E(c(end)) <= c(x))",
    "ForAll((h, X, x, y), given=And(0 <= X, X <= 2), then=E(h(x + X*(y - x))) <= (1 - E(X))*h(x) + E(X)*h(y))",
    "ForAll((h, X, x, y, a), given=a >= 0, then=E(a*X*dot(gradient(h, x + X*y), y)) >= 2*a*E(X)*dot(gradient(h, x), y))",
    "ForAll((h, B, x, y, r), then=Eq(E(h(x + B*(y - x))), r*h(x) + (1 - r)*h(y)))",
    f"ForAll((c, B, x, a, r, L), given=And({SHORT}), then=E(c(kept)) <= c(x) - a*r*norm(slope)**2)",
    "ForAll((h, X, x, y), then=E(X*dot(gradient(h, x + X*y), y)) >= 0)",
    "ForAll((h, X, x, y), then=Cov(dot(gradient(h, x - X*y), y), X) >= 0)",
    "ForAll((c, X, x, y, L), then=E(X*dot(y, gradient(c, x + X*y))) <= E(X)*dot(slope, y) + L*Var(X)*norm(y)**2)",
    "ForAll((h, U, V, x, y), given=Eq(E(V), 0), then=Eq(E(U*dot(gradient(h, x), y + V*y)), 0))",
]
ABOUT_NOTHING = [
    "ForAll((h, X, x, y), given=And(0 <= X, X <= 1, Eq(E(X), 2)), then=E(h(x + X*(y - x))) <= (1 - E(X))*h(x) + E(X)*h(y))",
    "ForAll((h, B, x, y, r), given=Eq(E(B), 2), then=E(h(x + B*(y - x))) <= (1 - r)*h(x) + r*h(y))",
    "ForAll((h, X, x, y), given=And(Eq(E(X), 2), E(X**2) <= 1), then=E(h(x + X*y)) >= h(x))",
    "ForAll((h, X, x, y), then=E(h(x + X*y)/norm(y)) >= 0)",
    "ForAll((h, X, x, y), then=E(h(x + X*y/norm(y))) >= h(x))",
]


@pytest.mark.parametrize("text", TRUE)
def test_means_at_multiples_are_true(text: str) -> None:
    assert decide(authored(text, **NAMES), thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("text", FALSE)
def test_what_is_false_at_multiples_is_refuted(text: str) -> None:
    assert truth_of(text, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("text", ABOUT_NOTHING)
def test_what_is_about_nothing_or_has_no_value_is_not_proved(text: str) -> None:
    assert truth_of(text, **NAMES) not in (Truth.TRUE, Truth.FALSE)


@pytest.mark.parametrize("then", ["B*E(h(x + B*y)) >= h(x)", "h(x + B*y) >= h(x)", "E(h(x + B*y)) >= h(x)*B"])
def test_a_random_number_outside_of_means_is_told(then: str) -> None:
    for text in each([f"ForAll((h, B, x, y, r), then={then})", f"ForAll((h, X, x, y), then={then.replace('B', 'X')})"]):
        with pytest.raises(DefinitionError, match=r"got [BX] outside of E\(\.\.\.\), wanted it in an expectation"):
            truth_of(text, **NAMES)

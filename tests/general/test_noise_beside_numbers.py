"""Tests of random vectors beside random numbers, of which they are independent: means of both, and of products."""

from __future__ import annotations

import pytest

from probatum import functions, noise, random, reals, vectors
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import truth_of

a, p, s, t = reals("a p s t")
x, y = vectors("x y")
X, B, S = random("X"), random("B", bernoulli=p), random("S", symmetric=True)
e = noise("e", spread=s**2)
f = functions("f", convex=True, smooth=a)
NAMES = {"a": a, "p": p, "s": s, "t": t, "x": x, "y": y, "X": X, "B": B, "S": S, "e": e, "f": f}
TRUE = [
    "ForAll((X, e, s), then=E(X**2)*E(norm(e)**2) >= E(X)**2*E(norm(e)**2))",
    "ForAll((X, e, s), then=Eq(E(X*norm(e)**2), E(X)*E(norm(e)**2)))",
    "ForAll((X, e, s, x), then=Eq(E(X**2*norm(x + e)**2), E(X**2)*E(norm(x + e)**2)))",
    "ForAll((X, e, s, x, y), then=Eq(E(norm(x + X*y + e)**2), norm(x + E(X)*y)**2 + Var(X)*norm(y)**2 + E(norm(e)**2)))",
    "ForAll((X, e, s, x), then=E(norm(x + X*e)**2) <= norm(x)**2 + E(X**2)*s**2)",
    "ForAll((B, e, s, x, p), then=E(norm(x + B*e)**2) <= norm(x)**2 + p*s**2)",
    "ForAll((S, e, s, x), then=Eq(E(S*norm(x + e)**2), 0))",
    "ForAll((X, e, s, t), given=And(X >= 0, t > 0), then=P(X >= t)*E(norm(e)**2) <= E(X)/t*s**2)",
]
FALSE = [
    "ForAll((X, e, s), then=E(X**2)*E(norm(e)**2) <= E(X)**2*E(norm(e)**2))",
    "ForAll((X, e, s), then=Eq(E(X*norm(e)**2), E(X)*s**2))",
    "ForAll((X, e, s, x), then=Eq(E(X**2*norm(x + e)**2), E(X)**2*E(norm(x + e)**2)))",
    "ForAll((X, e, s, x, y), then=Eq(E(norm(x + X*y + e)**2), norm(x + E(X)*y)**2 + E(norm(e)**2)))",
    "ForAll((X, e, s, x), then=E(norm(x + X*e)**2) <= norm(x)**2 + E(X)**2*s**2)",
    "ForAll((B, e, s, x, p), then=E(norm(x + B*e)**2) <= norm(x)**2 + p**2*s**2)",
    "ForAll((S, e, s, x), then=E(norm(x + e)**2) + E(S**2) <= norm(x)**2 + s**2)",
    "ForAll((X, e, s, t), given=And(X >= 0, t > 0), then=P(X >= t)*E(norm(e)**2) <= E(X)/t*s**2/2)",
    "ForAll((X, e, s, x), then=E(norm(x + e)) + E(X)**2 <= norm(x) + E(X**2))",
]
WRONG = {
    "ForAll((X, e, s, x), then=E(norm(x + X*e)) <= norm(x) + E(X**2) + s**2)": "got e times X beside a random vector",
    "ForAll((X, e, s, x, y), then=E(dot(y, x + X*e)**2) >= 0)": r"got e times X beside a random vector, wanted it in squared norms",
    "ForAll((X, e, s, x), then=Eq(E(X*(X + norm(x + e)**2)), 0))": r"E: got X\*\(X \+ .*, wanted sums of norms and inner products",
    "ForAll((S, f, e, s, x, a), then=E(f(x + e)) + E(S**2) <= f(x) + a*s**2/2)": "got S beside a function of a class",
}


@pytest.mark.parametrize("source", TRUE)
def test_means_of_random_numbers_beside_noise(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_are_not_the_numbers(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", WRONG)
def test_what_is_not_averaged_together(source: str) -> None:
    with pytest.raises(DefinitionError, match=WRONG[source]):
        truth_of(source, **NAMES)

"""Tests of numbers that are chosen before vectors, functions, matrices or random variables are
spoken of, or for vectors.
"""

from __future__ import annotations

import pytest

from probatum import features, functions, integers, matrices, random, reals, sets, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import authored, truth_of

n = integers("n")
a, b, c, p, t, L, mu = reals("a b c p t L mu")
v, w = vectors("v w")
NAMES = {"a": a, "b": b, "c": c, "p": p, "t": t, "L": L, "mu": mu, "n": n, "v": v, "w": w}
NAMES |= {"A": matrices("A", eigenvalues_in=(mu, L)), "C": sets("C"), "x": features("x", of=n)}
NAMES |= {"f": functions("f", convex=True, smooth=L), "g": functions("g", convex=True)}
NAMES |= {"h": functions("h", smooth=L, strongly=mu), "X": random("X")}
NAMES |= {"B": random("B", bernoulli=p)}
(NAMES["U"], NAMES["V"]) = random("U V", independent=False)
LONGER = "norm(v + w)**2 <= a*(norm(v)**2 + norm(w)**2)"
SHRUNK = "norm(v - a*A @ v) <= {}*norm(v)"
FOR_ALL = "norm(v - a*w) <= norm(v - b*w)"
ORDERED = "0 < mu, mu < L"

TRUE = [
    f"Exists(a, given=a > 0, then=ForAll((v, w), then={LONGER}))",
    "Exists(a, then=ForAll((v, w), then=norm(v + w) <= a*(norm(v) + norm(w))))",
    "Exists(n, given=n >= 1, then=ForAll((v, w), then=dot(v, w) <= n*norm(v)*norm(w)))",
    "ForAll((v, w), then=Exists(a, then=Eq(dot(v - a*w, w), 0)))",
    "ForAll((v, w), given=norm(w) > 0, then=Exists(a, then=Eq(dot(v - a*w, w), 1)))",
    "ForAll((v, w), given=dot(v, w) > 0, then=Exists(a, given=a > 0, then=norm(v - a*w) < norm(v)))",
    f"ForAll((v, w), then=Exists(a, then=ForAll(b, then={FOR_ALL})))",
    "ForAll((v, w), given=And(Eq(dot(v, w)**2, norm(v)**2*norm(w)**2), norm(w) > 0), then=Exists(a, then=Eq(v, a*w)))",
    "Exists((v, w), given=norm(w) > 0, then=ForAll(a, then=norm(v) <= norm(v + a*w)))",
    "ForAll(a, given=a > 0, then=Exists((v, w), then=norm(v) > a*norm(w)))",
    f"ForAll((mu, L), given=And({ORDERED}), then=Exists(a, given=a > 0, then=ForAll((A, v), then={SHRUNK.format('(1 - mu/L)')})))",
    "Exists(c, then=ForAll(X, given=And(0 <= X, X <= 1), then=Var(X) <= c))",
    "Exists(c, then=ForAll((U, V), then=Var(U + V) <= c*(Var(U) + Var(V))))",
    "Exists(c, given=c < 1, then=ForAll((B, p), then=Var(B) <= c))",
    "Exists(c, then=ForAll((x, n), then=sqrt(total(x**2)) <= c*total(Abs(x))))",
    "ForAll(L, given=L > 0, then=Exists(a, given=a > 0, then=ForAll((f, v), then=f(v - a*gradient(f, v)) <= f(v))))",
    "Exists(a, given=a <= 1, then=ForAll((C, v, w), then=norm(projection(C, v) - projection(C, w)) <= a*norm(v - w)))",
]
FALSE = [
    f"Exists(a, given=And(a > 0, a < 2), then=ForAll((v, w), then={LONGER}))",
    "Exists(a, given=a < 1, then=ForAll((v, w), then=norm(v + w) <= a*(norm(v) + norm(w))))",
    "Exists(n, given=n < 1, then=ForAll((v, w), then=dot(v, w) <= n*norm(v)*norm(w)))",
    "ForAll((v, w), then=Exists(a, then=Eq(dot(v - a*w, w), 1)))",  # w = 0
    "ForAll((v, w), given=dot(v, w) >= 0, then=Exists(a, given=a > 0, then=norm(v - a*w) < norm(v)))",
    f"ForAll((v, w), then=Exists(a, given=a >= 0, then=ForAll(b, then={FOR_ALL})))",
    "ForAll((v, w), given=And(Eq(dot(v, w)**2, norm(v)**2*norm(w)**2), norm(w) > 0), then=Exists(a, given=a >= 0, then=Eq(v, a*w)))",
    "ForAll((v, w), given=norm(w) > 0, then=Exists(a, then=Eq(v, a*w)))",
    "Exists((v, w), given=norm(w) > 0, then=ForAll(a, then=norm(v) < norm(v + a*w)))",
    "ForAll(a, given=a > 0, then=Exists((v, w), then=dot(v, w) > a*norm(v)*norm(w)))",
    f"ForAll((mu, L), given=And({ORDERED}), then=Exists(a, given=a > 0, then=ForAll((A, v), then={SHRUNK.format('(1 - mu/L)**4')})))",
    "Exists(c, given=c < Rational(1, 4), then=ForAll(X, given=And(0 <= X, X <= 1), then=Var(X) <= c))",
    "Exists(c, then=ForAll(X, then=Var(X) <= c))",
    "Exists(c, given=c < 2, then=ForAll((U, V), then=Var(U + V) <= c*(Var(U) + Var(V))))",
    "Exists(c, given=c < Rational(1, 4), then=ForAll((B, p), then=Var(B) <= c))",
    "Exists(a, given=a > 0, then=ForAll((f, v, L), then=f(v - a*gradient(f, v)) <= f(v)))",
    "Exists(b, given=b < 1, then=ForAll((f, v, L), then=norm(v - gradient(f, v)/L - minimizer(f)) <= b*norm(v - minimizer(f))))",
]
OPEN = [
    "ForAll((v, w), then=Exists(a, given=Eq(a, 0), then=Eq(a/a, 1)))",
    "Exists(a, given=Eq(a, 0), then=ForAll(v, then=a*norm(v)/a >= 0))",
    "Exists(a, given=a > 0, then=ForAll(X, then=E(1/X) <= a))",
]
VACUOUS = [
    "Exists(a, given=a > 0, then=ForAll((v, w), given=norm(v + w) > norm(v) + norm(w), then=norm(v) < a))",
    "ForAll((v, w), given=norm(v + w) > norm(v) + norm(w), then=Exists(a, then=norm(v) < a))",
]


@pytest.mark.parametrize("source", TRUE)
def test_there_is_such_a_choice(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_there_is_none(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", OPEN)
def test_what_may_have_no_value_stays_open(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.UNDECIDED


@pytest.mark.parametrize("source", VACUOUS)
def test_what_is_about_no_vectors_says_nothing(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.VACUOUS


def test_where_there_is_no_value_to_compare_no_choice_is_seen() -> None:
    source = "ForAll((v, w), {}then=Exists(a, then=dot(v, w)/norm(w) < a))"
    assert truth_of(source.format(""), **NAMES) is not Truth.TRUE
    assert truth_of(source.format("given=norm(w) > 0, "), **NAMES) is Truth.TRUE


def test_an_integer_is_chosen_for_an_integer() -> None:
    names = NAMES | {"m": integers("m"), "k": integers("k"), "Y": random("Y", of=n), "n": n}
    source = "ForAll(k, given=k >= 1, then=Exists({}, then=ForAll((Y, n), then=Eq(E({}*k*average(Y)), E(average(Y))))))"
    assert truth_of(source.format("m", "m"), **names) is not Truth.TRUE
    assert truth_of(source.format("a", "a"), **names) is Truth.TRUE


def test_a_choice_is_shown() -> None:
    found = decide(
        authored("Exists(c, then=ForAll(X, given=Abs(X) <= 1, then=Var(X) <= c))", **NAMES),
        thorough=False,
    )
    shown = next(each.counterexample for each in found.decisions if each.counterexample)
    assert shown.values == (("c", 1),)


@pytest.mark.parametrize(
    "source",
    [
        "ForAll(v, then=Exists(g, then=g(v) >= 1))",
        "Exists(L, then=ForAll((f, v), then=f(v) > f(v)))",  # of this class is nothing for L = 0
        "Exists(mu, then=ForAll((A, v, L), then=norm(A @ v) > L*norm(v)))",
    ],
)
def test_other_choices_are_refused(source: str) -> None:
    with pytest.raises(DefinitionError, match="got Exists about vectors or functions"):
        truth_of(source, **NAMES)

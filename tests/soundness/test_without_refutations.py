"""Tests that no theorem proves what is false where nothing refutes it first: false statements are
decided with all refutations dropped, so that proofs alone can answer.
"""

from __future__ import annotations

from typing import Any

import pytest

from probatum import features, integers, matrices, operators, random, reals, vectors
from probatum.decision import Decision, Outcome, Truth
from tests.authored import truth_of

a, b, x = reals("a b x")
k, n = integers("k n")
v, w = vectors("v w")
X = random("X")
U, V = random("U V", independent=False)
g, h = features("g h", of=n)
A, T = matrices("A", eigenvalues_in=(a, b)), operators("T", nonexpansive=True)
NAMES = {each.name: each for each in (a, b, x, k, n, v, w, X, U, V, g, h, A, T)}

TWINS = (  # what is true, and what lacks a hypothesis of the theorem that proves it
    ("ForAll(X, given=X > 0, then=E(X*log(X)) >= E(X)*log(E(X)))", "ForAll(X, then=E(X**3) >= E(X)**3)"),
    (
        "ForAll((X, a, b), given=And(a <= X, X <= b), then=Var(X) <= (b - a)**2/4)",
        "ForAll((X, a, b), given=And(a <= X, X <= b), then=Var(X) < (b - a)**2/4)",
    ),
    (
        "ForAll((U, V), given=And(V >= 0, E(U, given=V) >= V), then=E(U*V) >= E(V**2))",
        "ForAll((U, V), given=E(U, given=V) >= V, then=E(U*V) >= E(V**2))",
    ),
    (
        "ForAll((g, h, n), given=And(g >= 0, h >= 0), then=total(g*h) <= total(g)*total(h))",
        "ForAll((g, h, n), given=g >= 0, then=total(g*h) <= total(g)*total(h))",
    ),
    (
        "ForAll((A, v, a, b), given=a > 0, then=norm(A @ v) >= a*norm(v))",
        "ForAll((A, v, a, b), given=a > 0, then=norm(A @ v) >= b*norm(v))",
    ),
    ("ForAll((T, v, w), then=norm(T(v) - T(w)) <= norm(v - w))", "ForAll((T, v, w), then=dot(T(v) - T(w), v - w) >= 0)"),
    ("ForAll(n, given=n >= 1, then=Sum(1/k, (k, 1, n)) <= 1 + log(n))", "ForAll(n, given=n >= 1, then=Sum(1/k, (k, 1, n)) < 1 + log(n))"),
    ("ForAll((x, n), given=And(n >= 0, x >= -1), then=(1 + x)**n >= 1 + n*x)", "ForAll((x, n), given=n >= 0, then=(1 + x)**n >= 1 + n*x)"),
    ("ForAll(x, given=x > 0, then=Eq(atan(x) + atan(1/x), pi/2))", "ForAll(x, given=Ne(x, 0), then=Eq(atan(x) + atan(1/x), pi/2))"),
    (  # at its ends the series diverges, and the other side has no value
        "ForAll(a, given=Abs(a) < 1, then=Eq(Sum(a**(2*k + 1)/(2*k + 1), (k, 0, oo)), atanh(a)))",
        "ForAll(a, given=Abs(a) <= 1, then=Eq(Sum(a**(2*k + 1)/(2*k + 1), (k, 0, oo)), atanh(a)))",
    ),
    # what a value cancels must be defined before it is there
    (
        "ForAll(a, given=Ne(a, 0), then=Eq(Integral(x, (x, 0, a))/a, a/2))",
        "ForAll(a, then=Eq(Integral(x, (x, 0, a))/a, a/2))",
    ),
    (
        "ForAll((a, b), then=Eq(Integral(2*x*(exp(a) + b**2), (x, 0, 1))/Integral(exp(a) + b**2, (x, 0, 1)), 1))",
        "ForAll((a, b), then=Eq(Integral(2*x*(exp(a) - b**2), (x, 0, 1))/Integral(exp(a) - b**2, (x, 0, 1)), 1))",
    ),
    ("ForAll(a, given=a < 0, then=Eq(Limit(a*x, x, 1)/a, 1))", "ForAll(a, then=Eq(Limit(a*x, x, 1)/a, 1))"),
    (
        "ForAll(a, given=Ne(a, 0), then=Eq(Integral(x, (x, 0, a/a)), Rational(1, 2)))",
        "ForAll(a, then=Eq(Integral(x, (x, 0, a/a)), Rational(1, 2)))",
    ),
    ("ForAll(a, given=Ne(a, 0), then=Eq(Limit(x, x, a/a), 1))", "ForAll(a, then=Eq(Limit(x, x, a/a), 1))"),
)
HIDDEN = "((a - exp(b))**2 + (b - cos(a))**2)"  # is zero somewhere, which nothing here finds
CANCELLED = (
    f"Eq(Integral(2*x*{HIDDEN}, (x, 0, 1))/Integral({HIDDEN}, (x, 0, 1)), 1)",
    f"Eq(Limit(x*{HIDDEN}, x, 1)/{HIDDEN}, 1)",
    f"Eq(Limit(x, x, {HIDDEN}/{HIDDEN}), 1)",
    f"Eq(Integral(x, (x, 0, {HIDDEN}/{HIDDEN})), Rational(1, 2))",
    f"Iff(Eq(Integral(2*x*{HIDDEN}, (x, 0, 1))/{HIDDEN}, 1), exp(a) > 0)",
)


@pytest.fixture
def without_refutations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is refuted."""
    made = Decision.__init__

    def undecided(self: Decision, decider: str, outcome: Outcome, *args: Any, **more: Any) -> None:
        kept = Outcome.UNDECIDED if outcome is Outcome.REFUTED else outcome
        made(self, decider, kept, *args, **more)

    monkeypatch.setattr(Decision, "__init__", undecided)


@pytest.mark.parametrize("source", [true for true, _ in TWINS])
def test_what_a_theorem_proves_needs_no_refutation(source: str, without_refutations: None) -> None:
    """The theorems do answer so."""
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", [false for _, false in TWINS])
def test_what_lacks_a_hypothesis_is_not_proved(source: str, without_refutations: None) -> None:
    """Undecided, as nothing may refute it."""
    assert truth_of(source, **NAMES) is Truth.UNDECIDED


@pytest.mark.parametrize("zero", ["Limit(1/n, n, oo)", "Sum(k, (k, -1, 1))", "Integral(x, (x, -1, 1))"])
def test_what_is_closed_and_zero_takes_nothing_away_that_has_no_value(zero: str) -> None:
    """The logarithm has none at a = 0, whatever it is multiplied by."""
    assert truth_of(f"ForAll(a, then=Eq({zero}*log(a), 0))", **NAMES) is None
    assert truth_of(f"ForAll(a, given=a > 0, then=Eq({zero}*log(a), 0))", **NAMES) is Truth.TRUE


@pytest.mark.parametrize("zero", ["Limit(sin(x)/x, x, 0) - 1", "Sum(k, (k, 1, 3)) - 6", "Integral(x, (x, 0, 1)) - Rational(1, 2)"])
@pytest.mark.parametrize("beside", ["Implies(a > 1, log(a) > 0)", "Or(a < 1, log(a) >= 0)"])
def test_what_is_closed_and_zero_takes_nothing_away_beside_what_need_not_have_a_value(beside: str, zero: str) -> None:
    """The logarithm has none at a = 0, where the other part is true without it."""
    then = f"And({beside}, Eq(({zero})*log(a), 0))"
    assert truth_of(f"ForAll(a, then={then})", **NAMES) is None
    assert truth_of(f"ForAll(a, given=a > 0, then={then})", **NAMES) is Truth.TRUE
    assert truth_of(f"ForAll(a, then=Or(a <= 0, Eq(({zero})*log(a), 0)))", **NAMES) is Truth.TRUE


@pytest.mark.parametrize("then", CANCELLED)
def test_what_cancels_where_no_zero_is_found_is_not_known_to_be_defined(then: str) -> None:
    """Where a is exp(b) and b is cos(a), which is so at some b between -1 and 1, there is no value."""
    assert truth_of(f"ForAll((a, b), then={then})", **NAMES) is Truth.UNDECIDED

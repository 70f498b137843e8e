"""Tests of what is zero almost surely, because on average it is at most zero."""

from __future__ import annotations

import pytest

from probatum import average, features, integers, random, reals, total
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError
from tests.authored import authored, truth_of

a, t, m, s = reals("a t m s")
n = integers("n")
X, Z = random("X"), random("Z", symmetric=True)
U, V = random("U V", independent=False)
Y = random("Y", mean=m, variance=s**2)
C = random("C", of=n)
u, v = features("u v", of=n)
NAMES = {each.name: each for each in (a, t, m, s, n, X, Z, U, V, Y, C, u, v)} | {"total": total, "average": average}
VARYING = "ForAll(X, given=Var(X) > 0, then="
POSITIVE = "ForAll((X, t), given=And(X >= 0, E(X) > 0, t > 0), then="
SPREAD = "ForAll((X, t), given=And(Var(X) > 0, t > 0), then="
BELOW = "ForAll((U, V), given=And(U <= V, "

TRUE = [
    POSITIVE + "P(X > t) < E(X)/t)",
    SPREAD + "P(Abs(X - E(X)) > t) < Var(X)/t**2)",
    "ForAll((X, t), given=And(X >= 0, t > 0, Eq(P(X >= t), E(X)/t)), then=Eq(E(X**2), t*E(X)))",
    VARYING + "E(exp(X)) > exp(E(X)))",
    "ForAll(X, given=And(X > 0, Var(X) > 0), then=E(1/X) > 1/E(X))",
    "ForAll(X, given=And(X > 0, Var(X) > 0), then=E(log(X)) < log(E(X)))",
    "ForAll((X, a), given=E(exp(a*X)) <= exp(a*E(X)), then=Or(Eq(a, 0), Eq(Var(X), 0)))",
    "ForAll(X, then=P(X >= E(X)) > 0)",
    VARYING + "P(X > E(X)) > 0)",
    "ForAll(X, then=Or(P(X > E(X)) > 0, Eq(Var(X), 0)))",
    "ForAll(X, given=X >= 0, then=Iff(Eq(P(X > 0), 0), Eq(E(X), 0)))",
    "ForAll(X, given=X > 0, then=Implies(P(1/X > 0) > 0, E(X) > 0))",
    "ForAll((X, t), given=Eq(P(X > t), 1), then=E(X) > t)",
    "ForAll((X, a), given=E(Abs(X - a)) <= 0, then=Eq(E(exp(X)), exp(a)))",
    BELOW + "Eq(E(U), E(V))), then=Eq(Var(U), Var(V)))",
    "ForAll((U, V), given=Eq(P(Ne(U, V)), 0), then=Eq(E(U), E(V)))",
    "ForAll((U, V), given=Eq(Var(U), 0), then=Eq(E(U*exp(V)), E(U)*E(exp(V))))",
    "ForAll((Z, a), given=E(exp(a*Z)) <= 1, then=Or(Eq(a, 0), Eq(Var(Z), 0)))",
    "ForAll((Y, m, s), given=And(0 <= Y, Y <= 1, Eq(s**2, m*(1 - m))), then=Eq(E(Y**3), m))",
    "ForAll((C, n), given=And(C >= 0, Var(total(C)) > 0), then=E(total(C)) > 0)",
    "ForAll((u, n), given=And(u >= 1, Eq(total(u), n)), then=Eq(total(u**2), n))",
    "ForAll((u, v, n), given=And(u <= v, Eq(total(u), total(v))), then=Eq(total(u**2), total(v**2)))",
]
FALSE = [
    POSITIVE + "P(X >= t) < E(X)/t)",
    POSITIVE + "P(X > t) < Rational(99, 100)*E(X)/t)",
    "ForAll((X, t), given=And(X >= 0, t > 0), then=P(X > t) < E(X)/t)",
    SPREAD + "P(Abs(X - E(X)) >= t) < Var(X)/t**2)",
    "ForAll((X, t), given=t > 0, then=P(Abs(X - E(X)) > t) < Var(X)/t**2)",
    "ForAll((X, t), given=And(X >= 0, t > 0, Eq(P(X >= t), E(X)/t)), then=Eq(E(X**2), 2*t*E(X)))",
    "ForAll(X, then=E(exp(X)) > exp(E(X)))",
    VARYING + "E(X**3) > E(X)**3)",
    "ForAll((X, a), given=E(exp(a*X)) <= exp(a*E(X)), then=Eq(Var(X), 0))",
    "ForAll(X, then=P(X > E(X)) > 0)",
    VARYING + "P(X > E(X) + Rational(1, 100)) > 0)",
    "ForAll(X, then=Or(P(X > E(X)) > 0, Eq(E(X), 0)))",
    "ForAll(X, then=Implies(Eq(E(X), 0), Eq(P(X > 0), 0)))",
    "ForAll((X, t), given=Eq(P(X >= t), 1), then=E(X) > t)",
    "ForAll((X, a), given=E(Abs(X - a)) <= Rational(1, 100), then=Eq(E(exp(X)), exp(a)))",
    BELOW + "E(U) + 1 >= E(V)), then=Eq(Var(U), Var(V)))",
    "ForAll((U, V), given=P(Ne(U, V)) <= Rational(1, 100), then=Eq(E(U), E(V)))",
    "ForAll((Z, a), given=E(exp(a*Z)) <= 2, then=Or(Eq(a, 0), Eq(Var(Z), 0)))",
    "ForAll((C, n), given=And(C >= -1, Eq(E(total(C)), 0)), then=Eq(Var(total(C)), 0))",
    "ForAll((u, n), given=And(u >= 0, Eq(total(u), n)), then=Eq(total(u**2), n))",
    "ForAll((u, v, n), given=Eq(total(u), total(v)), then=Eq(total(u**2), total(v**2)))",
]
UNDEFINED = [
    "ForAll((X, t), given=And(X >= 0, E(X) > 0), then=P(X > t) < E(X)/t)",
    "ForAll(X, given=And(X >= 0, Var(X) > 0), then=E(1/X) > 1/E(X))",
    "ForAll(X, given=X >= 0, then=Implies(P(1/X > 0) > 0, E(X) > 0))",
    "ForAll((X, t), given=And(X >= 0, E(X) > 0), then=P(log(X) > t) < 2)",
]
JUMPING = "(exp(-T) - 7, T <= -log(7)), (exp(T) - 1 - T, T < log(7)), (exp(T) - 7, True)"
NEAREST = "(exp((T - log(7))**2) - 1, T >= log(7)), (exp((T + log(7))**2) - 1, T <= -log(7)), (exp(T**2) - 1, True)"
BEYOND = "(T - log(7))**2*exp((T - log(7))**2), T >= log(7)), ((T + log(7))**2*exp((T + log(7))**2), T <= -log(7)), (T**2*exp(T**2), True)"


@pytest.mark.parametrize("source", TRUE)
def test_no_outcome_is_left_where_it_fails(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_other_outcomes_break_it(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_has_no_value_somewhere_is_not_proved(source: str) -> None:
    with pytest.raises(UndefinedError):
        decide(authored(source, **NAMES), thorough=False)


def test_what_no_distribution_meets_is_said_of_nothing() -> None:
    never = "ForAll((X, t), given=And(X >= 0, Eq(E(X), 0), P(X > 0) > 0), then=P(X > t) < 1)"
    assert truth_of(never, **NAMES) is Truth.VACUOUS


@pytest.mark.parametrize("pieces", [JUMPING, NEAREST, "(" + BEYOND])
def test_pieces_that_bend_upward_may_be_zero_at_several_places(pieces: str) -> None:
    """They are zero at 0, and at log(7) and -log(7), which are taken in turn."""
    average = pieces.replace("T", "(W - E(W))").replace("(W - E(W))rue", "True")
    source = f"ForAll(W, given=Le(E(Piecewise({average})), 0), then=Eq(Var(W), 0))"
    assert truth_of(source, W=random("W", mean=0)) is not Truth.TRUE


@pytest.mark.parametrize("above", ["exp(T**2) - 1", "T**2*exp(T**2)"])
def test_one_that_bends_upward_throughout_is_zero_at_one_place(above: str) -> None:
    average = above.replace("T", "(W - E(W))")
    source = f"ForAll(W, given=Le(E({average}), 0), then=Eq(Var(W), 0))"
    assert truth_of(source, W=random("W", mean=0)) is Truth.TRUE

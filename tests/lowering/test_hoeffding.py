"""Tests of Hoeffding's lemma and inequality: bounded variables, copies of them, bounds as variables, both sides."""

from __future__ import annotations

import pytest

from probatum import integers, random, reals
from probatum.decide.deciding import decide
from probatum.decide.in_general.general import flat
from probatum.decision import Truth
from probatum.lowering.chance.hoeffding import by_hoeffding
from probatum.proposition.evaluated import plain
from tests.authored import authored, truth_of

a, b, c, r, s, t = reals("a b c r s t")
n = integers("n")
X, Y, R, B = random("X"), random("Y", of=n), random("R", of=n, mean=0), random("B", of=n, bernoulli=r)
D = random("D", of=n, correlation=r, mean=0, variance=1)
NAMES = {"a": a, "b": b, "c": c, "r": r, "s": s, "t": t, "n": n, "X": X, "Y": Y, "R": R, "B": B, "D": D}
BETWEEN = "given=And(a <= X, X <= b)"
COPIES = "given=And(a <= Y, Y <= b, a < b, t > 0)"
SIGNS = "given=And(Abs(R) <= 1, t >= 0)"

TRUE = [
    f"ForAll((X, s, a, b), {BETWEEN}, then=E(exp(s*(X - E(X)))) <= exp(s**2*(b - a)**2/8))",
    f"ForAll((X, s, a, b), {BETWEEN}, then=E(exp(s*X)) <= exp(s*E(X) + s**2*(b - a)**2/2))",
    f"ForAll((X, s, a, b), {BETWEEN}, then=log(E(exp(s*X))) <= s*E(X) + s**2*(b - a)**2/8)",
    "ForAll((X, s, a, b), given=And(a <= X, X <= b, Eq(E(X), 0)), then=E(exp(s*X)) <= exp(s**2*(b - a)**2/8))",
    "ForAll((X, s, c), given=Abs(X) <= c, then=E(exp(s*(X - E(X)))) <= exp(s**2*c**2/2))",
    "ForAll((X, s), given=And(0 <= X, X <= 1, s > 0), then=log(E(exp(s*X)))/s <= E(X) + s/8)",
    "ForAll((X, t, a, b), given=And(a <= X, X <= b, a < b, t > 0), then=P(X - E(X) >= t) <= exp(-2*t**2/(b - a)**2))",
    f"ForAll((Y, n, t, a, b), {COPIES}, then=P(average(Y) - E(average(Y)) >= t) <= exp(-2*n*t**2/(b - a)**2))",
    f"ForAll((Y, n, t, a, b), {COPIES}, then=P(Abs(average(Y) - E(average(Y))) >= t) <= 2*exp(-2*n*t**2/(b - a)**2))",
    "ForAll((Y, n, s, a, b), given=And(a <= Y, Y <= b), then=E(exp(s*(total(Y) - E(total(Y))))) <= exp(n*s**2*(b - a)**2/8))",
    f"ForAll((R, n, t), {SIGNS}, then=P(total(R) <= -t) <= exp(-t**2/(2*n)))",
    f"ForAll((R, n, t), {SIGNS}, then=P(Abs(average(R)) < t) >= 1 - 2*exp(-n*t**2/2))",
    f"ForAll((R, n, t), {SIGNS}, then=P(average(2*R) >= t) <= exp(-n*t**2/8))",
    "ForAll((B, n, r, t), given=t >= 0, then=P(total(B) >= n*r + n*t) <= exp(-2*n*t**2))",
    "ForAll((B, n, r), then=P(average(B) >= r + Rational(1, 10)) <= exp(-n/50))",
]
FALSE = [
    "ForAll((X, t), given=And(0 <= X, X <= 1, t > 0), then=P(Abs(X - E(X) + 1) >= t) <= 2*exp(-2*t**2))",
    "ForAll((X, s), given=And(0 <= X, X <= 1), then=E(exp(s*(X - E(X)))) <= exp(s**2*(Rational(1, 8) - Rational(1, 10**4))))",
    f"ForAll((X, s, a, b), {BETWEEN}, then=E(exp(s*(X - E(X)))) <= exp(s**2*(b - a)**2/9))",
    f"ForAll((X, s, a, b), {BETWEEN}, then=E(exp(s*X)) <= exp(s**2*(b - a)**2/8))",
    "ForAll((X, s, a, b), given=X <= b, then=E(exp(s*(X - E(X)))) <= exp(s**2*(b - a)**2/8))",
    "ForAll((X, s, c), given=Abs(X) <= c, then=E(exp(s*(X - E(X)))) <= exp(s**2*c**2/3))",
    "ForAll((X, s), given=And(0 <= X, X <= 1, s > 0), then=log(E(exp(s*X)))/s <= E(X) + s/9)",
    "ForAll((X, t, a, b), given=And(a <= X, X <= b, a < b, t > 0), then=P(X - E(X) >= t) <= exp(-5*t**2/(b - a)**2))",
    f"ForAll((R, n, t), {SIGNS}, then=P(Abs(total(R)) >= t) <= exp(-t**2/(2*n)))",
    "ForAll((R, n, t), given=Abs(R) <= 1, then=P(total(R) >= t) <= exp(-t**2/(2*n)))",
    "ForAll((R, n, t), given=And(Abs(R) <= 1, t < 0), then=P(total(R) >= t) <= exp(-t**2/(2*n)))",
    "ForAll((B, n, r, t), given=t > 0, then=P(average(B) - r >= t) <= exp(-8*n*t**2))",
]
UNKNOWN = [
    # false by less than enclosures tell apart; its powers are too high for algebra
    "ForAll((X, s), given=And(0 <= X, X <= 1), then=E(exp(s*(X - E(X)))) <= exp(s**2*(Rational(1, 8) - Rational(1, 10**6))))",
    "ForAll((R, n, t), given=And(R <= 1, t >= 0), then=P(average(R) >= t) <= exp(-n*t**2/2))",
    "ForAll((X, s, a, b), given=And(a <= X, X <= b, b < a), then=E(exp(s*(X - E(X)))) <= exp(s**2*(b - a)**2/8))",
    "ForAll((Y, n, t, a, b), given=And(a <= Y, Y <= b, t > 0), then=P(average(Y) - E(average(Y)) >= t) <= exp(-2*n*t**2/(b - a)**2))",
]


@pytest.mark.parametrize("text", TRUE)
def test_bounds_are_proved(text: str) -> None:
    decided = decide(authored(text, **NAMES), thorough=False)
    assert decided.truth is Truth.TRUE


@pytest.mark.parametrize("text", FALSE)
def test_smaller_bounds_are_refuted(text: str) -> None:
    assert truth_of(text, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("text", UNKNOWN)
def test_nothing_is_proved_without_two_bounds_or_of_no_case(text: str) -> None:
    assert truth_of(text, **NAMES) is not Truth.TRUE


def test_copies_that_depend_on_each_other_have_no_such_bound() -> None:
    text = "ForAll(({0}, n, r, t), given=And(Abs({0}) <= 1, t > 0), then=P(average({0}) >= t) <= exp(-n*t**2/2))"
    ways = [list(by_hoeffding(flat(plain(authored(text.format(name), **NAMES))))) for name in ("R", "D")]
    assert [bool(way) for way in ways] == [True, False]


def test_where_a_bound_has_no_value_a_statement_may_have_one() -> None:
    text = "ForAll((X, c, t), given=And(0 <= X, X <= 1, t > 0, {0}, Abs(c) <= 1), then=P(c*(X - E(X)) >= t) <= exp(-2*t**2))"
    assert truth_of(text.format("Ne(c, 0)"), **NAMES) is Truth.TRUE
    assert truth_of(text.format("c >= 0"), **NAMES) is Truth.UNDECIDED  # true, and no method takes c = 0


@pytest.mark.parametrize("jumping", ["Piecewise((Y, Y < Rational(1, 2)), (Y + 5, True))", "Piecewise((Y, Ne(Y, exp(-2))), (Y + 5, True))"])
def test_what_jumps_between_two_bounds_is_not_between_them(jumping: str) -> None:
    """Copies that are 0 and 1 break it: what is added up is then 0 or 6."""
    supposed = "ForAll((Y, n, t), given=And(0 <= Y, Y <= 1, t > 0), then="
    far, decaying = (
        f"{supposed}P(total(S) - E(total(S)) >= t) <= exp(-2*t**2/n))",
        f"{supposed}E(exp(t*(total(S) - E(total(S))))) <= exp(n*t**2/8))",
    )
    for text in (far, decaying):
        assert truth_of(text.replace("S", jumping), **NAMES) is not Truth.TRUE
        assert truth_of(text.replace("S", "1 - Y"), **NAMES) is Truth.TRUE


@pytest.mark.parametrize(
    "form", ["Piecewise((M, M < R), (M - 1, True))", "1/(R - M)", "floor(M - R)", "Piecewise((M, Ne(M, R)), (9, True))"]
)
def test_what_jumps_on_the_way_does_not_grow(form: str) -> None:
    given = "given=And(0 <= X, X <= 1, Ne(P(X - E(X) >= t), Rational(1, 3)), t > 0)"
    then = form.replace("M", "P(X - E(X) >= t)").replace("R", "Rational(1, 3)")
    statement = plain(authored(f"ForAll((X, t), {given}, then={then} <= exp(-2*t**2))", **NAMES))
    assert not list(by_hoeffding(statement))

"""Tests of sums beside integrals: each bound is one, numerically, and what follows from it is proved; what is false is not."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]  # it has none
import pytest
import sympy
from sympy import And, Eq, Expr, Rational, Sum, exp, harmonic, log, sqrt

from probatum import ForAll, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.sums.between_integrals import INTEGRALS, Bound, Terms, between_integrals, with_bounds
from tests.each import each

n, k, m = integers("n k m")
x = reals("x")
HARMONIC = Sum(1 / k, (k, 1, n))

TERMS: dict[str, tuple[Expr, Any, Any]] = {  # falling or rising terms, and the ends
    "inverses": (1 / k, 1, n),
    "inverses, both ends moving": (1 / k, n + 1, 2 * n),
    "inverse roots": (1 / sqrt(k), 1, n),
    "inverse squares": (1 / k**2, n, 3 * n),
    "roots": (sqrt(k), 1, n),
    "logarithms": (log(k), 1, n),
    "shifted": (1 / (2 * k - 1), 1, n),
    "a quotient": (1 / (k * (k + 1)), n, 2 * n),
    "a sum that rises": (k**2 + sqrt(k), 1, n),
}


@pytest.mark.parametrize("side", [1, -1], ids=["above", "below"])
@pytest.mark.parametrize(("term", "low", "high"), TERMS.values(), ids=TERMS)
def test_the_bound_lies_on_its_side_of_the_sum(term: Expr, low: Any, high: Any, side: int) -> None:
    """The statement that a sum is at most, or at least, zero becomes one of its bound alone."""
    total = Sum(term, (k, low, high))
    bounded = between_integrals(ForAll(n, given=n >= 1, then=(total <= 0) if side == 1 else (total >= 0)))
    bound = (bounded.then.rhs - bounded.then.lhs if side == 1 else bounded.then.lhs - bounded.then.rhs).doit()
    assert not bound.has(Sum)
    for number in each(range(1, 12)):
        with mpmath.workdps(30):
            exact = mpmath.fsum(
                mpmath.mpf(str(term.subs(k, each_k).evalf(30)))
                for each_k in range(int(sympy.sympify(low).subs(n, number)), int(high.subs(n, number)) + 1)
            )
            found = mpmath.mpf(str(bound.subs(n, number).evalf(30)))
        assert (found - exact) * side >= -(mpmath.mpf(10) ** -25)
        ends = (sympy.sympify(low), high + 1)
        assert abs(found - exact) <= 2 * sum(abs(term.subs(k, end.subs(n, number)).evalf()) for end in ends)


TRUE: dict[str, Any] = {
    "at most a logarithm": ForAll(n, given=n >= 1, then=Sum(1 / k, (k, n + 1, 2 * n)) < log(2)),
    "harmonic, above": ForAll(n, given=n >= 1, then=harmonic(n) <= 1 + log(n)),
    "harmonic, below": ForAll(n, given=n >= 1, then=harmonic(n) > log(n + 1)),
    "none at all": ForAll(n, given=n >= 0, then=harmonic(n) >= log(n + 1)),
    "roots": ForAll(n, given=n >= 1, then=Sum(sqrt(k), (k, 1, n)) >= Rational(2, 3) * n ** Rational(3, 2)),
    "Stirling's first step": ForAll(n, given=n >= 1, then=Sum(log(k), (k, 1, n)) >= n * log(n) - n + 1),
    "Stirling's first step, strictly": ForAll(n, given=n >= 2, then=Sum(log(k), (k, 1, n)) > n * log(n) - n + 1),
    "two sums": ForAll(n, given=n >= 1, then=Sum(1 / k, (k, 1, n)) - Sum(1 / sqrt(k), (k, 1, n)) <= 3 + log(n) - 2 * sqrt(n + 1)),
    "two ends": ForAll((n, m), given=And(n >= 1, m > n), then=Sum(1 / k**2, (k, n + 1, m)) < 1 / n - 1 / m),
    "a factor that grows": ForAll(n, given=n >= 1, then=n * Sum(1 / k, (k, 1, n)) <= n + n * log(n)),
    "a quotient with a logarithm": ForAll(
        n, given=n >= 2, then=Sum(1 / (k * log(k) ** 2), (k, 2, n)) <= 1 / (2 * log(2) ** 2) + 1 / log(2)
    ),
    "terms without an elementary integral": ForAll(n, given=n >= 1, then=Sum(exp(-(k**2)), (k, 1, n)) < Rational(9, 10)),
}
FALSE: dict[str, Any] = {
    "below its limit": ForAll(n, given=n >= 1, then=Sum(1 / k, (k, n + 1, 2 * n)) <= Rational(69, 100)),
    "harmonic, above": ForAll(n, given=n >= 1, then=harmonic(n) < 1 + log(n)),
    "harmonic, below": ForAll(n, given=n >= 0, then=harmonic(n) > log(n + 1)),
    "one term, which is 0": ForAll(n, given=n >= 1, then=Sum(log(k), (k, 1, n)) > n * log(n) - n + 1),
    "one term, a root of 0": ForAll(n, given=n >= 1, then=Sum(sqrt(k - 1), (k, 1, n)) > Rational(2, 3) * (n - 1) ** Rational(3, 2)),
    "a factor that grows": ForAll(n, given=n >= 1, then=n * Sum(1 / k, (k, 1, n)) < n + n * log(n)),
    "a factor that may be 0": ForAll(n, given=n >= 0, then=n * harmonic(n) > n * log(n + 1)),
    "roots": ForAll(n, given=n >= 1, then=Sum(sqrt(k), (k, 1, n)) <= Rational(2, 3) * n ** Rational(3, 2)),
    "one term more": ForAll((n, m), given=And(n >= 1, m > n), then=Sum(1 / k**2, (k, n, m)) <= 1 / n - 1 / m),
}
OTHERS: dict[str, Any] = {  # of which no bound is known
    "no relation": ForAll(n, given=n >= 1, then=Eq(Sum(1 / k, (k, 1, n)), n)),
    "nothing is summed": ForAll(x, given=x >= 1, then=log(x) <= x),
    "terms with a parameter": ForAll(n, given=n >= 1, then=Sum(1 / (k + n), (k, 1, n)) <= 1),
    "terms with a factor that is none": ForAll((n, x), given=n >= 1, then=Sum(exp(x) / k, (k, 1, n)) <= exp(x) * (2 + log(n))),
    "a sum of sums": ForAll(n, given=n >= 1, then=Sum(1 / k, (k, 1, n), (m, 1, 2)) <= 4 + 2 * log(n)),
    "terms that rise and fall": ForAll(n, given=n >= 1, then=Sum(k / (k**2 + 9), (k, 1, n)) <= n),
    "a start that may be 0": ForAll(n, given=n >= 0, then=Sum(1 / (k + 1), (k, n - 5, n)) <= 9),
    "a factor that is no number": ForAll((n, x), given=n >= 1, then=x * Sum(1 / k, (k, 1, n)) <= x**2),
    "a product of sums, from below": ForAll(n, given=n >= 2, then=HARMONIC * Sum(k**-2, (k, 1, n)) >= (1 + log(n)) * (2 - 1 / n)),
    "a product of sums, from above": ForAll(n, given=n >= 2, then=HARMONIC * Sum(k**-2, (k, 1, n)) <= log(n + 1) * (1 - 1 / (n + 1))),
    "a squared sum, from below": ForAll(n, given=n >= 2, then=(1 + log(n)) ** 2 <= HARMONIC**2),
    "a squared sum, from above": ForAll(n, given=n >= 2, then=log(n + 1) ** 2 >= HARMONIC**2),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_follows_from_a_bound_is_proved(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_its_false_twin_is_refuted(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.FALSE


@pytest.mark.parametrize("statement", OTHERS.values(), ids=OTHERS)
def test_what_has_no_bound_is_left_as_it_is(statement: Any) -> None:
    assert between_integrals(statement) is statement


def test_it_proves_and_refutes_nothing() -> None:
    assert not INTEGRALS.exact


@pytest.mark.parametrize("factor", [2, -2], ids=["from below", "from above"])
def test_a_number_in_a_bound_is_rounded_to_the_safe_side(factor: int) -> None:
    statement = ForAll((n, x), given=n >= 1, then=factor * HARMONIC >= x)
    found = with_bounds(statement, lambda total, side, given: iter([Bound(sympy.EulerGamma, True)]))
    number = found.then.gts - found.then.lts + x
    assert number.is_Rational
    assert 0 < factor * sympy.EulerGamma - number < Rational(1, 10**8)


def test_what_is_proposed_as_an_antiderivative_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    term = 1 / (k**2 + 2)
    found = Terms.of(term, k, sympy.Integer(0))
    assert found is not None
    twice = 2 * found.antiderivative
    monkeypatch.setattr("probatum.calculus.proposals.antiderivatives", lambda part, number: iter([twice]))
    assert Terms.of(term, k, sympy.Integer(0)) is None


def test_after_a_proposal_of_which_nothing_is_known_comes_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    term = 1 / (k**2 + 2)
    found = Terms.of(term, k, sympy.Integer(0))
    assert found is not None
    unknown = sympy.Function("F", real=True)(found.number)
    monkeypatch.setattr("probatum.calculus.proposals.antiderivatives", lambda part, number: iter([unknown, found.antiderivative]))
    assert Terms.of(term, k, sympy.Integer(0)) == found

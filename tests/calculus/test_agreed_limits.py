"""Tests of limits on which two methods agree: what is proposed is kept where values come ever nearer to it, and nowhere else."""

from __future__ import annotations

import pytest
import sympy
from sympy import Rational, exp, frac, log, oo, sin

from probatum.calculus import proposals
from probatum.calculus.asymptotics.leading_terms import T
from probatum.calculus.closed_value import Exact, Open
from probatum.calculus.limits.agreed_limits import agreed
from probatum.type_names import Expression

ONE = sympy.Integer(1)
ZERO = sympy.Integer(0)
KEPT = [
    (exp(T), ONE),
    (sin(T) / T, ONE),
    (exp(-1 / T) / T, ZERO),
    (1000 * T + 5, sympy.Integer(5)),
    (sympy.atan(1 / T), sympy.pi / 2),
    (1 / T, oo),
    (-1 / T**2, -oo),
    (exp(1 / T), oo),
    (sympy.Piecewise((1, Rational(1, 2**50) < T), (3, True)) + T, sympy.Integer(3)),
]
LEFT = [
    (exp(T), 1 + Rational(1, 10**6)),
    (exp(T), 1 - Rational(1, 2**45)),
    (exp(T), ZERO),
    (1 / T, -oo),
    (-1 / T, oo),
    (1 / T, ONE),
    (exp(T), oo),
    (exp(-1 / T), oo),
    (-log(T), oo),
    (sympy.harmonic(1 / T), oo),
    (T ** Rational(1, 100), ZERO),
    (sympy.floor(1 / T), oo),
    (sympy.cos(2 * sympy.pi / T), ONE),
    (frac(1 / T), ZERO),
    (sin(sympy.pi / T), ZERO),
    (T * sympy.gamma(-1 / T), ZERO),
    (sympy.gamma(Rational(-1, 2) - 1 / T), ZERO),
    (sympy.Piecewise((1 / T, Rational(1, 2**150) < T), (2**50, True)), oo),
    (2 ** (1 / T) * (3 + sin(1 / T)), oo),
    (2 + (-1) ** (1 / T), sympy.Integer(3)),
]


def found(expression: Expression, candidate: Expression | None, monkeypatch: pytest.MonkeyPatch) -> Exact | Open:
    monkeypatch.setattr(proposals, "limit", lambda *asked: candidate)
    answer = agreed(expression, (T, ZERO, "+"), expression)
    assert isinstance(answer, (Exact, Open))
    return answer


@pytest.mark.parametrize(("expression", "candidate"), KEPT, ids=str)
def test_a_proposal_is_kept_where_values_come_ever_nearer(
    expression: Expression, candidate: Expression, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(expression, candidate, monkeypatch) == Exact(candidate, agreed=True)


@pytest.mark.parametrize(("expression", "candidate"), LEFT, ids=str)
def test_and_left_where_they_do_not_or_may_swing(expression: Expression, candidate: Expression, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(found(expression, candidate, monkeypatch), Open)


def test_without_a_proposal_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(exp(T), None, monkeypatch) == Open("no method finds the limit of exp(t)")
    assert isinstance(found(exp(T), sympy.zoo, monkeypatch), Open)

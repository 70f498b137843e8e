"""Tests of enclosures of integrals at one precision after another, and where more digits do not help."""

from __future__ import annotations

import flint
import pytest
import sympy
from sympy import cos, exp, log, pi, sqrt

from probatum import claim_cache
from probatum.calculus.integration import complex_balls
from probatum.proposition.subjects.coercion import reals
from probatum.type_names import Ball, Expression
from tests.each import each

x = reals("x")
PRECISIONS = (64, 128, 256, 512, 1024)
KINKED = sqrt(1 + cos(2 * x))  # at pi/2, which is not told to Arb


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """At which precisions Arb is asked."""
    claim_cache.forget()
    precisions: list[int] = []
    integrated = complex_balls._integrated

    def noted(*arguments: Expression) -> Ball:
        precisions.append(flint.ctx.prec)
        return integrated(*arguments)

    monkeypatch.setattr(complex_balls, "_integrated", noted)
    return precisions


def balls(integrand: Expression, low: Expression, high: Expression) -> list[Ball]:
    found = []
    for bits in PRECISIONS:
        with flint.ctx.workprec(bits):
            found.append(complex_balls.integral(integrand, x, sympy.sympify(low), sympy.sympify(high)))
    return found


def test_what_more_digits_do_not_help_is_not_asked_again(asked: list[int]) -> None:
    found = balls(KINKED, 0, pi)
    assert len(asked) < len(PRECISIONS)
    for ball in each(found):
        assert ball.is_finite()
        assert ball.overlaps(2 * flint.arb(2).sqrt())
    before = [*asked]
    balls(KINKED, 0, pi)
    assert asked == before, "nor at the same precisions"


def test_what_has_its_digits_is_asked_at_each_precision(asked: list[int]) -> None:
    found = balls(exp(x), 0, 1)
    assert asked == [*PRECISIONS]
    for ball, bits in each(zip(found, PRECISIONS, strict=True)):
        assert ball.rel_accuracy_bits() > bits - 24


def test_few_more_bits_say_nothing_about_many(asked: list[int]) -> None:
    found = [_at(bits) for bits in (96, 100, 256)]
    assert asked == [96, 100, 256]
    assert found[-1].rel_accuracy_bits() > 230


def _at(bits: int) -> Ball:
    with flint.ctx.workprec(bits):
        return complex_balls.integral(exp(x), x, sympy.Integer(0), sympy.Integer(1))


def test_each_integral_is_its_own(asked: list[int]) -> None:
    first, second = balls(KINKED, 0, pi), balls(KINKED + 1, 0, pi)
    assert not first[-1].overlaps(second[-1])
    assert not balls(log(x), 0, 1)[-1].is_finite()

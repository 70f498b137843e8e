"""Tests of what is found by turning a relation round: witnesses and counterexamples out of reach of any list of cases."""

from __future__ import annotations

import pytest
import sympy

from probatum import integers, reals
from probatum.decide.deciding import decide
from probatum.decide.numbers import contact
from probatum.decision import Outcome, Truth
from probatum.engines.trying.vanishing_points import vanishing_points
from tests.authored import authored, truth_of
from tests.each import each

NAMES = dict(zip("xypnm", [*reals("x y p"), *integers("n m")], strict=True))
TRUE = [
    "Exists(x, then=Eq(tan(x), 10 ** 6))",
    "Exists(x, given=x > 0, then=log(x) < -100)",
    "ForAll(x, given=x > exp(-100), then=log(x) > -100)",
    "ForAll(x, given=And(x > 1, x < exp(exp(10))), then=log(log(x)) < 10)",
    "Exists(x, given=x > 3, then=log(log(log(x))) > 2)",
    "Exists(x, given=And(x > 0, x < 1), then=log(-log(x)) > 10)",
    "ForAll(x, then=atan(x) < Rational(158, 100))",
    "ForAll(x, then=tanh(x) < 1)",
    "Exists(x, then=1 / (1 + exp(-x)) < Rational(1, 10 ** 30))",
    "Exists(x, given=x >= 1, then=x ** Rational(1, 100) >= 5)",
    "ForAll(n, given=And(n >= 1, n < 10 ** 12), then=n ** Rational(1, 3) < 10 ** 4)",
    "Exists(x, then=Eq(x ** 3, 10 ** 7 + 1))",
    "Exists(n, then=Eq(2 ** n, 2 ** 70))",
    "Exists(n, given=n > 0, then=Eq(sqrt(n), 10 ** 7))",
    "ForAll(x, then=Exists(n, then=And(n <= x, x < n + 1)))",
    "ForAll(x, then=Exists(n, then=And(n < x, x <= n + 1)))",
    "ForAll(x, then=Exists(n, then=n > x))",
    "ForAll(x, then=Exists(n, then=n > x ** 2))",
    "ForAll(x, given=x > 0, then=Exists(n, given=n > 0, then=1 / n < x))",
    "ForAll(x, given=x > 0, then=Exists(y, then=log(y) < -x))",
    "ForAll(x, then=Exists(y, given=y > 0, then=log(y) < x))",
    "ForAll(x, then=Exists(y, then=exp(y) > x))",
    "ForAll(x, given=x > 0, then=Exists(y, then=exp(y) < x))",
    "ForAll(x, then=Exists(y, then=y ** 3 > x))",
    "ForAll(x, then=Exists(n, then=Abs(x - n) <= Rational(1, 2)))",
    "ForAll((x, y), given=x > 0, then=Exists(n, then=n * x > y))",
    "ForAll(p, given=p > 0, then=Exists(n, given=n > 0, then=exp(-n) < p))",
    "ForAll(p, given=p > 0, then=Exists(x, given=x > 0, then=1 / log(1 + x) > 1 / p))",
    "Exists(x, then=ForAll(n, then=Abs(x - n) >= Rational(1, 2)))",
    "Exists((x, y), then=(x - sqrt(37))**2 + (y - log(5))**2 <= 0)",
    "ForAll((x, y), then=(x - sqrt(37))**2 + (y - log(5))**2 + (y - log(6))**2 > 0)",
    "Exists((x, y), given=x > 0, then=x * log(x) + exp(-1) + (exp(y) - 5)**2 <= 0)",
    "ForAll((x, y), given=y > 0, then=(exp(x) - 5)**2 + y - log(y) > 0)",  # at least 1
]
FALSE = [
    "ForAll((x, y), then=(x - sqrt(37))**2 + (y - log(5))**2 > 0)",  # what vanishes together vanishes at one point alone
    "ForAll((x, y), then=Abs(x - sqrt(37)) + (y - x * log(5))**4 > 0)",
    "ForAll((x, y), given=x > 0, then=exp((log(x) - sqrt(3))**2) + cosh((y - log(7))**2) > 2)",
    # the rest stands still where the squares vanish
    "ForAll((x, y), given=x > 0, then=x * log(x) + exp(-1) + (exp(y) - 5)**2 > 0)",
    "ForAll((x, y), then=exp(x - 37) - (x - 37) - 1 + (exp(y) - 5)**2 > 0)",
    "ForAll((x, y), then=x**4 - 6 * x**2 + 9 + (exp(y) - 5)**2 > 0)",
    "ForAll((x, y), then=cosh(x - 3) - 1 + (exp(y) - 7)**2 > 0)",
    "ForAll((x, y), then=(exp(x) - 5)**2 + (y**3 - 3 * y - 2)**2 > 0)",
    "ForAll((x, n), then=(x - log(5))**2 + (n - 83)**2 > 0)",
    "ForAll(n, given=n >= 2, then=Ne(log(2) / log(n), Rational(1, 137)))",
    "ForAll((x, y), then=Ne((x**3 - log(5))**2 + (y - exp(3))**2, 0))",
    "ForAll((x, y), then=sin(x) + 1 + (exp(y) - 5)**2 > 0)",
    "ForAll((x, y), given=And(x > 0, y > 0), then=x**x + (exp(y) - 5)**2 > exp(-exp(-1)))",
    "ForAll(x, given=x > 0, then=log(x) > -100)",
    "ForAll(x, given=x > exp(-101), then=log(x) > -100)",
    "ForAll(x, given=x > 1, then=log(log(x)) < 10)",
    "ForAll(x, given=x > 3, then=log(log(log(x))) < 3)",
    "ForAll(x, given=x > 3, then=log(log(log(x))) <= 3)",
    "ForAll(x, given=And(x > 3, x <= exp(exp(exp(3)))), then=log(log(log(x))) < 3)",
    "ForAll(x, given=x > 3, then=log(log(x)) < 300)",
    "ForAll(x, given=And(x > 0, x < 1), then=log(-log(x)) < 10)",
    "ForAll(n, given=n >= 1, then=log(n) < 50)",
    "ForAll(x, given=x >= 0, then=sqrt(x) < 10 ** 9)",
    "ForAll(x, then=atan(x) < Rational(157, 100))",
    "ForAll(x, then=tanh(x) < 1 - Rational(1, 10 ** 12))",
    "ForAll((x, y), given=x > 0, then=log(x) + y > -200)",
    "ForAll((x, y), given=And(x > 0, y > 0), then=log(x) * y < 10 ** 4)",
    "ForAll(x, then=exp(-x) > Rational(1, 10 ** 40))",
    "ForAll(x, then=1 / (1 + exp(-x)) > Rational(1, 10 ** 30))",
    "Exists(x, then=1 / (1 + exp(-x)) < 0)",
    "ForAll(x, given=x >= 1, then=x ** Rational(1, 100) < 5)",
    "ForAll(x, given=And(x > -1, x < 1), then=atanh(x) < 40)",
    "ForAll(x, given=And(x >= -1, x <= 1), then=asin(x) < Rational(15, 10))",
    "ForAll(n, given=n >= 2, then=1 / log(n) > Rational(1, 40))",
    "ForAll(n, given=n >= 1, then=n ** Rational(1, 3) < 10 ** 4)",
    "ForAll(n, given=And(n >= 1, n <= 10 ** 12), then=n ** Rational(1, 3) < 10 ** 4)",
    "ForAll(x, given=Abs(x) > 0, then=log(Abs(x)) > -60)",
    "ForAll(x, given=x > 0, then=Ne(log(x), 77))",
    "ForAll(n, given=n >= 0, then=Ne(2 ** n, 2 ** 70))",
    "Exists(n, given=n > 0, then=Eq(sqrt(n), 10 ** 7 + Rational(1, 2)))",
    "ForAll(x, then=Exists(n, then=And(n < x, x < n + 1)))",
    "ForAll(x, given=x >= 0, then=Exists(n, given=n > 0, then=1 / n < x))",
    "ForAll(x, then=Exists(y, then=exp(y) < x))",
    "ForAll(x, then=Exists(y, then=-y ** 2 > x))",
    "ForAll(x, then=Exists(n, then=Abs(x - n) < Rational(1, 2)))",
    "ForAll((x, y), given=x >= 0, then=Exists(n, then=n * x > y))",
    "ForAll(x, given=Eq(sin(pi * x), 0), then=Exists(n, then=Eq(x, 2 * n)))",
    "ForAll(x, then=Exists(n, then=And(n <= x, x <= n + Rational(999, 1000))))",
    "Exists(x, then=ForAll(n, then=Abs(x - n) > Rational(1, 2)))",
]


VANISHING = "Abs(exp(x) - 2) + (y - sin(x))**2 <= 0"  # x and y are told, and nothing of the others
OTHERS = dict(zip("bcqrk", [*reals("b c q r"), integers("k")], strict=True))


@pytest.mark.parametrize(("power", "truth"), [("4**k, 2", Truth.FALSE), ("4**k, 4", Truth.TRUE)])
def test_an_integer_beside_what_vanishes_is_one(power: str, truth: Truth) -> None:
    """4^k is 2 where k is 1/2, which is the fifth of the numbers at which others stand still."""
    there = f"Exists((x, y, b, c, q, r, k), then=And({VANISHING}, Eq({power}), b * c * q * r < 5))"
    statement = authored(there, **NAMES, **OTHERS)
    points = [*vanishing_points(statement)]
    assert all(point[OTHERS["k"]].is_Integer for point in each(points))
    assert decide(statement, thorough=False).truth in (truth, Truth.UNDECIDED)
    assert contact.decide(statement).outcome is (Outcome.PROVED if truth is Truth.TRUE else Outcome.UNDECIDED)


def test_no_number_beside_an_integer_is_put_in_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    statement = authored("Exists(n, then=Eq(4**n, 2))", **NAMES)
    half = {NAMES["n"]: sympy.Rational(1, 2)}
    for proposed in ("inverse_points", "vanishing_points"):
        monkeypatch.setattr(contact, proposed, lambda _: iter([half]))
    assert contact.decide(statement).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize("statement", TRUE)
def test_what_is_true_is_decided_so(statement: str) -> None:
    found = decide(authored(statement, **NAMES), thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", FALSE)
def test_what_is_false_is_decided_so(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.FALSE

"""Remainders of powers and factorials: what repeats is decided by one period, far out as well; so are remainders of real numbers."""

from __future__ import annotations

import pytest
import sympy
from sympy import Eq, Mod, Ne, Or, factorial, fibonacci

from probatum import Equal, Eventually, Exists, ForAll, integers, reals
from probatum.decide.deciding import decide
from probatum.decide.numbers import residues
from probatum.decision import Outcome, Reason, Truth

n, m = integers("n m")
x, y = reals("x y")
FAR = 10**7


def remainders(power: sympy.Expr, modulus: int, wanted: int, start: int = 0) -> ForAll:
    return ForAll(n, given=n >= start, then=Eq(Mod(power, modulus), wanted))


TRUE = [
    ForAll((x, y), given=Ne(y, 0), then=Eq(Mod(x, y), x - y * sympy.floor(x / y))),
    ForAll(x, then=sympy.frac(x) + sympy.floor(x) >= x),
    remainders(2 ** (3 * n), 14, 8, start=1),
    remainders(2 ** (3 * n), 14, 8, start=FAR),
    remainders(4**n + 15 * n - 1, 9, 0),
    remainders(factorial(n), 6, 0, start=3),
    remainders(factorial(n) + 1, 24, 1, start=4),
    remainders(factorial(n), 10**6, 0, start=FAR),
    ForAll(n, given=sympy.And(n >= 0, Eq(Mod(n, 2), 1)), then=Eq(Mod(2**n, 3), 2)),
    ForAll((n, m), given=sympy.And(n >= 0, m >= 1), then=Eq(Mod(7**n * 3**m, 3), 0)),
    ForAll(n, given=n >= 0, then=3 * sympy.floor(2**n / sympy.Integer(3)) >= 2**n - 2),
    ForAll(n, given=n >= 0, then=Equal((Mod(7**n, 6), Mod(2 * n, 2)), (1, 0))),
    remainders(fibonacci(3 * n), 2, 0),
    remainders(fibonacci(6 * n - 3), 8, 2, start=1),
    remainders(fibonacci(n) - 2 * n * 3**n, 5, 0, start=FAR),
    remainders(fibonacci(n + 60) - fibonacci(n), 10, 0),
    ForAll(n, given=n >= 0, then=Ne(Mod(fibonacci(n), 11), 4)),
    ForAll((n, m), given=sympy.And(n >= 0, m >= 0), then=Eq(Mod(fibonacci(5 * n) * fibonacci(m), 5), 0)),
    Eventually(n, Eq(Mod(fibonacci(4 * n), 3), 0)),
    Eventually(n, Ne(Mod(2**n, 14), 1)),
    Eventually(n, Eq(Mod(2 ** (n - 5) * 4, 8), 0)),
    Eventually(n, Or(Eq(Mod(3**n * n, 4), 3), Ne(Mod(n, 4), 1))),
    Eventually(n, Eq(Mod(factorial(n), 6), 0)),
]
FALSE = [
    ForAll((x, y), given=Ne(y, 0), then=Mod(x, y) < y),
    ForAll(x, then=Eq(sympy.frac(-x), 1 - sympy.frac(x))),
    remainders(2 ** (3 * n), 14, 8),
    remainders(2 ** (3 * n + 1), 14, 8, start=FAR),
    remainders(4**n + 15 * n, 9, 0),
    remainders(factorial(n), 6, 0, start=2),
    remainders(factorial(n) + 1, 24, 1, start=3),
    ForAll(n, given=sympy.And(n >= 0, Eq(Mod(n, 2), 0)), then=Eq(Mod(2**n, 3), 2)),
    ForAll((n, m), given=sympy.And(n >= 0, m >= 0), then=Eq(Mod(7**n * 3**m, 3), 0)),
    ForAll(n, given=n >= 0, then=3 * sympy.floor(2**n / sympy.Integer(3)) >= 2**n - 1),
    ForAll(n, given=n >= 0, then=Equal((Mod(7**n, 6), Mod(n, 2)), (1, 0))),
    remainders(fibonacci(6 * n), 16, 0),
    remainders(fibonacci(3 * n), 4, 2, start=FAR),
    remainders(fibonacci(n + 30) - fibonacci(n), 10, 0),
    ForAll(n, given=n >= 10, then=Ne(Mod(fibonacci(n), 11), 3)),
    Eventually(n, Eq(Mod(fibonacci(4 * n), 6), 0)),
    Eventually(n, Eq(Mod(2**n, 14), 2)),
    Eventually(n, Eq(Mod(2**n * n, 10), 0)),
    Eventually(n, Eq(sympy.floor(n / 2) + sympy.ceiling(n / 2), n + Mod(n, 3))),
]


@pytest.mark.parametrize("statement", TRUE, ids=str)
def test_what_repeats_truly_is_proved(statement: ForAll | Eventually) -> None:
    found = decide(statement)
    assert found.truth is Truth.TRUE
    assert found.agreeing


@pytest.mark.parametrize("statement", FALSE, ids=str)
def test_one_false_case_of_a_period_refutes(statement: ForAll | Eventually) -> None:
    assert decide(statement).truth is Truth.FALSE


def test_a_power_with_negative_exponents_is_no_remainder() -> None:
    assert decide(ForAll(n, then=Eq(Mod(2**n, 2), 0))).truth is Truth.FALSE


@pytest.mark.parametrize(
    "statement",
    [
        Exists(n, then=Eq(Mod(n, 2), 1)),
        ForAll((), then=Eq(Mod(7, 2, evaluate=False), 1, evaluate=False)),
        ForAll(n, then=n**2 >= n),
        ForAll(x, then=Eq(Mod(x, 2), 1)),
        ForAll((n, x), then=Eq(Mod(n, 2), x)),
        ForAll(n, then=ForAll(m, then=Eq(Mod(n + m, 2), 1))),
    ],
    ids=str,
)
def test_it_takes_what_is_said_of_remainders_for_all_integers(statement: ForAll | Exists) -> None:
    assert not residues.takes(statement)


def test_a_case_that_the_hypotheses_leave_out_breaks_nothing() -> None:
    odd = Eq(Mod(n, 2), 1)
    assert residues.takes(ForAll(n, then=odd))
    assert residues.decide(ForAll(n, then=odd)).outcome is Outcome.REFUTED
    for given in (Eq(n, 1), n >= 1):
        found = residues.decide(ForAll(n, given=given, then=Or(odd, Eq(Mod(n, 3), 2))))
        assert found.outcome is (Outcome.UNDECIDED if given == Eq(n, 1) else Outcome.REFUTED)


def test_a_whole_period_is_counted() -> None:
    proved = residues.decide(ForAll(n, then=Or(*(Eq(Mod(n**2, 4), left) for left in (0, 1)))))
    assert (proved.outcome, proved.reason, proved.tried) == (Outcome.PROVED, Reason.REMAINDERS, 4)

"""Tests of relations that say the same as others, times what is never zero."""

from __future__ import annotations

import pytest
import sympy
from sympy import Abs, Eq, Ge, Gt, Le, Lt, Ne

from probatum import reals
from probatum.judge.substance.dressed import MOST_OPERATIONS, without_factor
from probatum.type_names import Condition

x, y = reals("x y")
p = sympy.Symbol("p", positive=True)
NOTHING = Lt(0, 0, evaluate=False)
ONE = Gt(x + 1, x, evaluate=False)
SAME = [
    (Gt(x * (y**2 + 1), 0), Gt(x, 0)),
    (Lt(-3 * x, 0), Gt(x, 0)),
    (Ge(3 * x, 3 * y), Ge(x, y)),
    (Le(-x * p, -y * p), Ge(x, y)),
    (Ne(p * x, p * y), Ne(x, y)),
    (Eq(-2 * x, -2 * y), Eq(x, y)),
    (Gt(p, 0, evaluate=False), ONE),
]
MORE = [
    (Gt(x * y, 0), Gt(x, 0)),
    (Gt(x * y**2, 0), Gt(x, 0)),
    (Gt(-3 * x, 0), Gt(x, 0)),
    (Gt(3 * x, 0), Ge(x, 0)),
    (Gt(Abs(x), 0), Gt(x, 0)),
    (Gt(x, 0), NOTHING),
    (NOTHING, NOTHING.reversed),
    (Gt(p, 0, evaluate=False), NOTHING),
    (Lt(2, 0, evaluate=False), NOTHING),
    (Gt(x, 0), ONE),
    (sympy.true, Gt(x, 0)),
]


@pytest.mark.parametrize(("condition", "wanted"), SAME, ids=str)
def test_a_factor_of_one_sign_is_taken_away(condition: Condition, wanted: Condition) -> None:
    assert without_factor(condition, wanted) is wanted


@pytest.mark.parametrize(("condition", "wanted"), MORE, ids=str)
def test_and_no_other_nor_is_nothing_a_factor(condition: Condition, wanted: Condition) -> None:
    assert without_factor(condition, wanted) is condition


def test_what_is_long_is_left_as_it_is() -> None:
    total = sympy.Add(*(sympy.Symbol(f"a{number}", real=True) for number in range(1 + MOST_OPERATIONS // 2)))
    once, twice = Gt(total, 0), Gt(sympy.Mul(p, total, evaluate=False), 0, evaluate=False)
    assert total.count_ops() * 2 + 1 > MOST_OPERATIONS
    assert without_factor(twice, once) is twice
    shorter = sympy.Add(*total.args[1:-1])
    once, twice = Gt(shorter, 0), Gt(sympy.Mul(p, shorter, evaluate=False), 0, evaluate=False)
    assert without_factor(twice, once) is once

"""Tests of the engines' logics: one translation means the same to z3 and to cvc5, with work that is counted."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
import z3

from probatum.decide.shared.attempt import attempt
from probatum.decision import Outcome, Reason
from probatum.engines.solvers import smt, smt_cvc5
from probatum.engines.solvers.logic import Answer, Logic
from probatum.engines.solvers.logic_cvc5 import Cvc5Logic
from probatum.engines.solvers.logic_z3 import Z3Logic
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals

x, y, t = reals("x y t")
n = integers("n")
sqrt, exp, log, Abs = sympy.sqrt, sympy.exp, sympy.log, sympy.Abs
PROVED, UNDECIDED = Outcome.PROVED, Outcome.UNDECIDED
PAIRS: list[tuple[str, Any, Any]] = [
    # what it tries, a true statement, a false one
    ("a polynomial", ForAll(x, then=Ge(x**2 - 2 * x + 1, 0)), ForAll(x, then=Gt(x**2 - 2 * x + 1, 0))),
    ("a fraction", ForAll(x, given=Gt(x, 1), then=Lt(1 / x, 1)), ForAll(x, given=Gt(x, 1), then=Gt(1 / x, 1))),
    ("a root", ForAll(x, given=Gt(x, 1), then=Lt(sqrt(x), x)), ForAll(x, given=Gt(x, 0), then=Lt(sqrt(x), x))),
    ("exponentials", ForAll(x, given=Gt(x, 0), then=Gt(exp(x), 1 + x - 1)), ForAll(x, given=Gt(x, 0), then=Lt(exp(x), 1))),
    ("a logarithm", ForAll(x, given=Gt(x, 1), then=Gt(log(x), 0)), ForAll(x, given=Gt(x, 1), then=Lt(log(x), 0))),
    ("an absolute value", ForAll((x, y), then=Le(Abs(x + y), Abs(x) + Abs(y))), ForAll((x, y), then=Ge(Abs(x + y), Abs(x) + Abs(y)))),
    ("an extreme", ForAll((x, y), then=Ge(sympy.Max(x, y), x)), ForAll((x, y), then=Gt(sympy.Max(x, y), x))),
    ("a sign", ForAll(x, then=Eq(sympy.sign(x) * x, Abs(x))), ForAll(x, then=Eq(sympy.sign(x) * x, x))),
    ("integers", ForAll(n, then=Ge(n**2, n)), ForAll(n, then=Gt(n**2, n))),
    ("an inner existence", ForAll(x, then=Exists(y, then=Gt(y, x))), ForAll(x, then=Exists(y, then=Gt(x, x + y**2)))),
    ("an inner universal", ForAll(x, given=Gt(x, 1), then=ForAll(y, then=Gt(y**2 + x, 1))), ForAll(x, then=ForAll(y, then=Gt(y**2, x)))),
    ("an equation", ForAll(x, then=Equal((x + 1) ** 2, x**2 + 2 * x + 1)), ForAll(x, then=Equal((x + 1) ** 2, x**2 + 1))),
    ("nothing", Equal((), ()), Equal((1,), (2,))),
    ("printed digits", Rounded(sqrt(2), Printed("1.41")), Rounded(sqrt(2), Printed("1.42"))),
    ("connectives", ForAll(x, then=sympy.Or(Gt(x, 0), Lt(x, 1))), ForAll(x, then=sympy.And(Gt(x, 0), Ne(x, 1)))),
    ("an implication", ForAll(x, then=sympy.Implies(Gt(x, 2), Gt(x, 1))), ForAll(x, then=sympy.Implies(Gt(x, 1), Gt(x, 2)))),
    ("almost all", AlmostAll(x, given=Gt(x, 1), then=Gt(x, 0)), AlmostAll(x, given=Gt(x, 1), then=Lt(x, 0))),
]


def found(statement: Any) -> Any:
    """What cvc5 alone finds."""
    return attempt(smt_cvc5, statement)[0]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_both_solvers_prove_the_same(pair: tuple[str, Any, Any]) -> None:
    _, true, false = pair
    assert [attempt(decider, true)[0].outcome for decider in (smt, smt_cvc5)] == [PROVED, PROVED]
    assert attempt(smt, false)[0].outcome is not PROVED
    assert found(false).outcome is UNDECIDED


def test_cvc5_says_why_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(ForAll(x, then=Gt(x, 0))).reason == Reason.POSSIBLE
    assert found(ForAll(x, then=Ge(sympy.gamma(x), -2))).reason == Reason.SCOPE
    monkeypatch.setattr(smt_cvc5, "BUDGET", 4)
    hard = ForAll((x, y, t), given=sympy.And(Gt(x, y), Gt(y, t), Gt(t, 0)), then=Gt(x**3 * y + y**3 * t + t**3 * x, 3 * t**4))
    assert (found(hard).outcome, found(hard).reason) == (UNDECIDED, Reason.BUDGET)


def test_cvc5_takes_what_z3_takes_but_existence() -> None:
    assert smt_cvc5.takes(ForAll(x, then=Gt(x, 0)))
    assert not smt_cvc5.takes(Exists(x, then=Gt(x, 0)))
    assert not smt_cvc5.takes(All(Equal(1, 1)))


@pytest.mark.parametrize("logic", [Z3Logic(z3.Context()), Cvc5Logic()], ids=lambda logic: logic.ENGINE)
def test_what_joins_nothing_is_neutral(logic: Logic) -> None:
    zero, one = logic.number(sympy.Integer(0)), logic.number(sympy.Integer(1))
    true = [
        logic.every([]),
        logic.opposite(logic.some([])),
        logic.compare(logic.product([]), "==", one),
        logic.compare(logic.total([]), "==", zero),
    ]
    assert [logic.solve([logic.opposite(formula)], 10_000).answer for formula in true] == [Answer.CONTRADICTION] * 4
    assert logic.solve([*true], 10_000).answer is Answer.POSSIBLE


@pytest.mark.parametrize("logic", [Z3Logic(z3.Context()), Cvc5Logic()], ids=lambda logic: logic.ENGINE)
def test_constants_of_one_name_are_two(logic: Logic) -> None:
    made = [logic.real("root"), logic.real("root"), logic.as_real(logic.integer("root"))]
    apart = [logic.compare(made[a], "!=", made[b]) for a, b in ((0, 1), (1, 2), (0, 2))]
    assert logic.solve(apart, 10_000).answer is Answer.POSSIBLE


def test_a_point_is_moved_where_it_is_seen_to_do_and_no_further() -> None:
    logic = Z3Logic(z3.Context())
    real, whole = logic.real("x"), logic.integer("n")
    five, half = logic.number(sympy.Integer(5)), logic.number(sympy.Rational(1, 2))
    formulas = [logic.compare(real, "<", five), logic.compare(logic.as_real(whole), ">", half)]
    found = logic.solve(formulas, 10_000)
    assert found.moved is not None
    moved = found.moved(real, sympy.Rational(-1, 2), formulas)
    assert moved is not None
    assert moved.value is not None
    assert moved.value(real) == sympy.Rational(-1, 2)
    assert moved.moved is not None
    both = moved.moved(whole, sympy.Integer(7), formulas)
    assert both is not None
    assert both.value is not None
    assert (both.value(real), both.value(whole)) == (sympy.Rational(-1, 2), 7)
    assert found.moved(real, sympy.Integer(5), formulas) is None
    assert found.moved(whole, sympy.Integer(0), formulas) is None


def test_no_point_is_moved_beside_a_number_that_is_not_rational() -> None:
    logic = Z3Logic(z3.Context())
    real, root = logic.real("x"), logic.real("r")
    formulas = [
        logic.compare(logic.product([root, root]), "==", logic.number(sympy.Integer(2))),
        logic.compare(real, "<", logic.number(sympy.Integer(5))),
    ]
    found = logic.solve(formulas, 10_000)
    assert found.value is not None
    assert found.moved is not None
    assert found.moved(real, sympy.Rational(1, 3), formulas) is None
    assert found.moved(real, found.value(real), formulas) is not None


@pytest.mark.parametrize(
    ("statement", "point"),
    [
        (ForAll((x, y), given=Gt(x * y, 1), then=Lt(x, 0)), {"x": 1, "y": 2}),
        (ForAll((x, y), given=Eq(y**2, 2), then=Lt(x + y, 0)), {"x": 0, "y": sqrt(2)}),
        (Exists((x, n), then=sympy.And(Gt(x, n), Gt(n, 1))), {"x": 3, "n": 2}),
    ],
)
def test_each_variable_takes_the_simplest_value_that_it_can(statement: Any, point: dict[str, Any]) -> None:
    shown = attempt(smt, statement)[0].counterexample
    assert shown is not None
    assert dict(shown.values) == point

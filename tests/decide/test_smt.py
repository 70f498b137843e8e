"""Tests of the solver: what it knows of exponentials, and which of its points count."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decision import Outcome
from probatum.engines.solvers import patience, smt
from probatum.engines.solvers.logic import Answer
from probatum.engines.solvers.smt_query import Query
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from tests.each import each

x, y = reals("x y")
whole = integers("n")
R, sqrt, exp, log = sympy.Rational, sympy.sqrt, sympy.exp, sympy.log
PROVED = Outcome.PROVED
UNKNOWN = Eq(x**30_000, sympy.Integer(3) ** 30_000)  # at 3: true, but too large for an exact comparison


@pytest.mark.parametrize(("small", "large"), [(x, y), (y, x)], ids=["x < y", "y < x"])
def test_exponentials_keep_the_order_both_ways(small: sympy.Symbol, large: sympy.Symbol) -> None:
    for given, then in ((small, large), (exp(small), exp(large))), ((exp(small), exp(large)), (small, large)):
        assert smt.decide(ForAll((x, y), given=Lt(*given), then=Lt(*then))).outcome is PROVED
        assert smt.decide(ForAll((x, y), given=Eq(*given), then=Eq(*then))).outcome is PROVED


@pytest.mark.parametrize(
    "then",
    [
        Gt(exp(x), 0),
        Ge(exp(x), 1 + x),
        sympy.Implies(Gt(x, 0), Gt(exp(x), 1)),
        sympy.Implies(Gt(exp(x), 1), Gt(x, 0)),
        sympy.Implies(Lt(x, 0), Lt(exp(x), 1)),
        sympy.Implies(Lt(exp(x), 1), Lt(x, 0)),
        sympy.Implies(Eq(x, 0), Eq(exp(x), 1)),
        Eq(exp(x) * exp(-x), 1),
        Eq(exp(x / 2) ** 2, exp(x)),
        Eq(exp(x / 2) * exp(x / 3), exp(5 * x / 6)),
        Eq(exp(x + 2 * y), exp(x) * exp(y) ** 2),
        sympy.Implies(Gt(x, 0), Eq(exp(log(x)), x)),
    ],
    ids=str,
)
def test_what_the_solver_knows_of_exponentials(then: Any) -> None:
    assert smt.decide(ForAll((x, y), given=Gt(x, 0) if then.has(log) else sympy.true, then=then)).outcome is PROVED


@pytest.mark.parametrize("then", [Gt(exp(x), R(1, 2)), Gt(exp(x), 1 + x), Lt(exp(x), 5), Gt(exp(x) + x, 0)], ids=str)
def test_the_solver_proves_nothing_false_of_exponentials(then: Any) -> None:
    assert smt.decide(ForAll(x, then=then)).outcome is not PROVED


@pytest.mark.parametrize("value", [sympy.Integer(-1), sympy.Integer(0)], ids=str)
def test_a_point_that_the_hypotheses_exclude_breaks_nothing(value: sympy.Expr) -> None:
    statement = ForAll(x, given=Gt(1 / x, 0), then=Gt(x, 0))
    assert not smt._breaks(statement, {x: value}), "not admitted, or undefined there"
    assert smt._breaks(ForAll(x, given=Gt(x, -2), then=Gt(x, 0)), {x: value})


@pytest.mark.parametrize("inner", [lambda condition: condition, lambda condition: ForAll(y, then=condition)], ids=["plain", "nested"])
def test_a_point_counts_only_where_it_is_known_to(inner: Any) -> None:
    point = {x: sympy.Integer(3)}
    for given, true, false in ((Gt(x, 0), True, True), (Gt(x, 5), False, False), (UNKNOWN, False, False)):
        assert smt._satisfies(Exists(x, given=given, then=inner(Gt(x, 1))), point) is true
        assert smt._breaks(ForAll(x, given=given, then=inner(Gt(x, 5))), point) is false
    assert not smt._satisfies(Exists(x, then=inner(Gt(x, 5))), point)
    assert not smt._breaks(ForAll(x, then=inner(Gt(x, 1))), point)


def test_a_conclusion_that_is_not_known_counts_neither_way() -> None:
    point = {x: sympy.Integer(3)}
    assert not smt._satisfies(Exists(x, then=UNKNOWN), point)
    assert not smt._breaks(ForAll(x, then=UNKNOWN), point)


def test_each_simple_value_is_tried_once() -> None:
    assert len(set(smt.SIMPLE_VALUES)) == len(smt.SIMPLE_VALUES)


def test_where_all_is_zero_a_point_as_simple_without_any_zero_is_shown() -> None:
    def shown(statement: ForAll) -> tuple[Any, ...]:
        counterexample = smt.decide(statement).counterexample
        assert counterexample is not None
        return counterexample.values

    assert shown(ForAll((x, y), given=Le(x, y), then=Lt(x, y))) == (("x", 1), ("y", 1))
    assert shown(ForAll((x, y), then=Ne(x**2 + y**2, 0))) == (("x", 0), ("y", 0))  # nothing else breaks it
    assert shown(ForAll((x, y), then=Ne(x, 0))) == (("x", 0), ("y", 0))  # nor does a point without a zero


@pytest.mark.parametrize("square", [2, 4], ids=str)
def test_a_point_that_nobody_sees_is_put_back_as_well(square: int) -> None:
    there_is = Exists(x, given=Gt(x, 0), then=Eq(x**2, square))
    found = smt.decide(there_is, shown=False)
    assert found.outcome is PROVED
    assert found.counterexample == smt.decide(there_is).counterexample, "the only one"
    assert smt.decide(ForAll(x, given=Gt(x, 0), then=Ne(x**2, square)), shown=False).outcome is Outcome.REFUTED


def test_values_that_a_hypothesis_rules_out_are_no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    solve = Query.solve

    def heard(query: Query, hypotheses: list[Any], goal: Any, budget: int) -> Any:
        asked.append(budget)
        return solve(query, hypotheses, goal, budget)

    monkeypatch.setattr(Query, "solve", heard)
    shown = smt.decide(ForAll((x, y), given=[Gt(1 / x, 4), Gt(y, x)], then=Lt(x * y, 1))).counterexample
    assert shown is not None
    assert dict(shown.values) == {"x": R(1, 10), "y": sympy.Integer(10)}
    assert len(asked) < 12, "of x it asks of 1/10 alone, of y of nothing below that"


def test_a_question_is_asked_once_of_a_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    stated = ForAll((x, y), given=[Gt(x, 0), Lt(y, 0)], then=Gt(x - y, 0))
    assert smt.decide(stated).outcome is PROVED
    idle = smt.idle_hypotheses(stated)
    monkeypatch.delattr(Query, "solve")
    assert smt.decide(ForAll((x, y), given=[Gt(x, 0), Lt(y, 0)], then=Gt(x - y, 0))).outcome is PROVED
    assert smt.idle_hypotheses(stated) == idle == ()


def test_a_variable_that_nothing_mentions_has_a_value_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smt, "SIMPLE_VALUES", [])
    counterexample = smt.decide(ForAll((x, y), then=Gt(x, 0))).counterexample
    assert counterexample is not None
    assert [name for name, _ in counterexample.values] == ["x", "y"]
    assert all(value.is_number for _, value in each(counterexample.values))


@pytest.mark.parametrize(
    ("polynomial", "given", "root"),
    [
        (3 * x - 1, sympy.true, R(1, 3)),
        (x**2 - 2, Gt(x, 0), sqrt(2)),
        (x**2 - 2, Lt(x, 0), -sqrt(2)),
        (x**3 - 2, sympy.true, sympy.cbrt(2)),
        (x**4 - 2, Gt(x, 0), sympy.root(2, 4)),
        (x**4 - 10 * x**2 + 1, Gt(x, 1), sympy.CRootOf(x**4 - 10 * x**2 + 1, 3)),
        (x**5 - x - 1, sympy.true, sympy.CRootOf(x**5 - x - 1, 0)),
        (x**6 - 3 * x - 1, Gt(x, 0), sympy.CRootOf(x**6 - 3 * x - 1, 1)),
    ],
    ids=str,
)
def test_a_root_is_shown_exactly(polynomial: Any, given: Any, root: Any) -> None:
    counterexample = smt.decide(ForAll(x, given=given, then=Ne(polynomial, 0))).counterexample
    assert counterexample is not None
    assert counterexample.values == (("x", root),)


def test_no_more_simple_values_are_tried_once_the_solver_could_not_tell_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = []

    def solve(query: Query, *given: Any) -> Any:
        answers.append(of_the_query(query, *given))
        return answers[-1]

    of_the_query = Query.solve
    monkeypatch.setattr(Query, "solve", solve)
    patience.renew()  # as for each statement: whatever was stopped before
    statement = ForAll((x, y), given=Ge(x, 0), then=Exists(whole, then=Gt(whole * x, y)))
    found = smt.decide(statement)
    assert found.outcome is Outcome.REFUTED
    assert found.counterexample is not None
    assert found.counterexample.values == (("x", sympy.Integer(0)), ("y", sympy.Integer(0)))
    assert 1 <= sum(each.answer in (Answer.BUDGET, Answer.UNKNOWN) for each in answers) <= smt.MOST_OPEN

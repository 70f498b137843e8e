"""Tests of trying cases: which domains are finite, which cases are tried, and what counts as one."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
import sympy
from hypothesis import strategies as st

from probatum.decide import search
from probatum.decision import Outcome, Why
from probatum.proposition.kinds import Equal, Exists, ForAll, Property, integers, reals
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne

x, y, z = reals("x y z")
n, m = integers("n m")
R = sympy.Rational
HUGE = 30_000  # as an exponent: too large for an exact comparison


def cases(variables: Any, *given: Any) -> Any:
    """The cases of a domain as plain numbers, or None."""
    found = search.finite_domain(ForAll(variables, given=given, then=Ge(x, x - 1)))
    return None if found is None else [tuple(map(float, case)) for case in found]


@pytest.mark.parametrize(
    ("variables", "given", "wanted"),
    [
        (n, (Ge(n, 0), Le(n, 2)), [(0,), (1,), (2,)]),
        (n, (Gt(n, R(1, 2)), Lt(n, R(5, 2))), [(1,), (2,)]),
        ((n, m), (Ge(n, 0), Le(n, 1), Ge(m, 5), Le(m, 6)), [(0, 5), (0, 6), (1, 5), (1, 6)]),
        (n, (Gt(n, 3), Lt(n, 2)), [(4,)]),  # which the hypotheses do not admit
        (x, (sympy.Or(Eq(x, 3), Eq(x, R(1, 2))),), [(0.5,), (3,)]),
        (x, (Eq(x, 3),), [(3,)]),
        (n, (sympy.Or(Eq(n, 3), Eq(n, R(1, 2))),), [(3,)]),
        ((n, x), (Ge(n, 0), Le(n, 1), Eq(x, 7)), [(0, 7), (1, 7)]),
        (x, (sympy.Or(Eq(x, 3), Gt(x, 5)),), None),
        (x, (sympy.Or(Eq(x, 3), Eq(x, sympy.sqrt(2))),), None),
        ((x, y), (sympy.Or(Eq(x, 3), Eq(y, 5)),), None),
        (x, (Ge(x, 0), Le(x, 2)), None),
        (n, (Ge(n, 0),), None),
        ((n, m), (Ge(n, 0), Le(n, 2)), None),
    ],
    ids=str,
)
def test_a_domain_is_finite_where_its_values_are_named_or_bounded_integers(variables: Any, given: Any, wanted: Any) -> None:
    assert cases(variables, *given) == wanted


def test_a_finite_domain_has_at_most_so_many_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_FINITE", 6)
    assert [len(cases(n, Ge(n, 1), Le(n, last)) or ()) for last in (6, 7, 8)] == [6, 0, 0]
    two = (Ge(n, 1), Le(n, 2), Ge(m, 1))
    assert [len(cases((n, m), *two, Le(m, last)) or ()) for last in (3, 4)] == [6, 0]


def test_a_large_domain_is_not_written_down() -> None:
    assert cases(n, Ge(n, 0), Le(n, 10**12)) is None


@pytest.mark.parametrize("variables", [(x,), (x, y), (x, y, z)], ids=str)
def test_cases_are_simple_values_and_then_a_grid(variables: Any) -> None:
    bounded = [relation for variable in variables for relation in (Ge(variable, -1), Le(variable, 2))]
    points = search._points(ForAll(variables, given=bounded, then=Gt(x, -2)))
    assert search.CASES * 3 / 4 <= len(points) <= search.CASES * 5 / 4
    simple, random = points[: -search.CASES // 2], points[-search.CASES // 2 :]
    assert set(simple.flat) <= {float(R(value)) for value in search.SIMPLE}
    assert points[0].tolist() == [0.0] * len(variables), "the simplest first"
    for column in range(len(variables)):
        assert len(set(simple[:, column])) == len(search.SIMPLE)
        assert set(random[:, column]) == {step / search.RESOLUTION for step in range(-search.RESOLUTION, 2 * search.RESOLUTION + 1)}


@pytest.mark.parametrize("variables", [(x,), (x, y), (x, y, z), (x, y, z, n)], ids=str)
def test_all_combinations_of_the_simplest_values_are_tried(variables: Any) -> None:
    """Of as many of them as half of the cases have room for."""
    points = search._points(ForAll(variables, then=Gt(x, 0)))
    values = [float(R(value)) for value in search.SIMPLE]
    width = len(variables)
    many = max(number for number in range(len(values) + 1) if number**width <= search.CASES // 2)
    assert set(itertools.product(values[:many], repeat=width)) <= set(map(tuple, points.tolist()))


def test_without_bounds_cases_lie_eight_to_either_side() -> None:
    random = search._points(ForAll((x, y), then=Gt(x, y)))[-search.CASES // 2 :]
    assert np.abs(random).max() == 8.0
    assert (random.min(axis=0) < -7.9).all()
    assert (random.max(axis=0) > 7.9).all()


def test_bounds_of_one_variable_are_kept_beside_one_without() -> None:
    random = search._points(ForAll((x, y), given=(Ge(x, 0), Le(x, 1)), then=Gt(x, y)))[-search.CASES // 2 :]
    assert (random[:, 0].min(), random[:, 0].max()) == (0.0, 1.0)
    assert np.abs(random[:, 1]).max() == 8.0


def test_cases_of_an_integer_are_integers() -> None:
    points = search._points(ForAll((x, n), then=Gt(x, n)))
    assert (points[:, 1] == np.round(points[:, 1])).all()
    assert not (points[:, 0] == np.round(points[:, 0])).all()


@pytest.mark.parametrize("value", [R(0), R(1, 10), R(-2, 3), R(1, 64), R(999, 1000), R(-7)], ids=str)
def test_a_case_stands_for_its_simple_fraction(value: Any) -> None:
    assert search._exact(float(value)) == value


def test_a_case_without_a_simple_fraction_stands_for_itself() -> None:
    found = search._exact(1 / 1001)
    assert found != R(1, 1001)
    assert float(found) == 1 / 1001
    assert search._exact(float(np.pi)) == R(884279719003555, 281474976710656)


def test_a_finite_domain_is_counted_up_to_the_case_that_settles_it() -> None:
    bounded = {"variables": n, "given": (Ge(n, 1), Le(n, 9), Ne(n, 2))}
    broken = search.decide(ForAll(**bounded, then=Ne(n, 4)), None)
    assert (broken.outcome, broken.tried, broken.admitted) == (Outcome.REFUTED, 9, 3)
    witness = search.decide(Exists(**bounded, then=Eq(n, 4)), None)
    assert (witness.outcome, witness.tried, witness.admitted) == (Outcome.PROVED, 9, 3)
    assert witness.counterexample is not None
    assert witness.counterexample.values == (("n", 4),)


def test_a_case_that_cannot_be_compared_leaves_all_open() -> None:
    unknown = Eq(n**HUGE, sympy.Integer(3) ** HUGE)
    three = (Ge(n, 3), Le(n, 3))
    for statement in (
        ForAll(n, given=three, then=unknown),
        Exists(n, given=three, then=unknown),
        ForAll(n, given=(*three, unknown), then=Lt(n, 0)),
    ):
        decision = search.decide(statement, None)
        assert (decision.outcome, decision.reason, decision.tried, decision.admitted) == (Outcome.UNDECIDED, Why.TOUCHING, 1, 1)
    assert search.decide(ForAll(n, given=(Ge(n, 3), Le(n, 4)), then=sympy.And(unknown, Lt(n, 4))), None).outcome is Outcome.REFUTED


def test_components_are_tried_like_equations() -> None:
    assert search.decide(ForAll(n, given=(Ge(n, 0), Le(n, 1)), then=Equal((n, n**2), (n, n))), None).outcome is Outcome.PROVED
    broken = search.decide(ForAll(n, given=(Ge(n, 0), Le(n, 2)), then=Equal((n, n**2), (n, n))), None)
    assert broken.counterexample is not None
    assert broken.counterexample.values == (("n", 2),)
    assert search.decide(ForAll(x, then=Equal(sympy.Matrix([x]), (x,))), None).reason == Why.SCOPE


def test_an_equation_among_the_hypotheses_admits_the_cases_that_satisfy_it() -> None:
    decision = search.decide(ForAll((x, y), given=Eq(x, y), then=Lt(sympy.sin(x * y), 2)), None)
    assert decision.tried is not None
    assert decision.admitted is not None
    assert len(search.SIMPLE) <= decision.admitted < decision.tried / 10


def test_what_fails_in_floating_point_only_is_no_counterexample() -> None:
    """In floating point the sum is above one at some of the cases."""
    decision = search.decide(ForAll(x, then=Le(sympy.sin(x) ** 2 + sympy.cos(x) ** 2, 1)), None)
    assert decision.outcome is Outcome.SUPPORTED


def test_what_is_admitted_in_floating_point_only_is_no_case() -> None:
    nowhere = {"variables": x, "given": Gt(sympy.sin(x) ** 2 + sympy.cos(x) ** 2, 1)}
    assert search.decide(ForAll(**nowhere, then=Gt(x, 100)), None).outcome is not Outcome.REFUTED
    assert search.decide(Exists(**nowhere, then=Lt(x, 100)), None).outcome is Outcome.UNDECIDED


def test_a_predicate_that_raises_is_not_refuted() -> None:
    def wrong(k: int) -> bool:
        raise AssertionError("of the predicate itself")

    with pytest.raises(AssertionError, match="of the predicate itself"):
        search.decide(Property({"k": st.integers()}, wrong, "all"), None)


def test_texts_are_shown_as_they_are_and_other_values_as_code() -> None:
    found = search.decide(Property({"text": st.text(), "items": st.lists(st.integers())}, lambda text, items: False, "never"), None)
    assert found.counterexample is not None
    assert found.counterexample.values == (("text", ""), ("items", "[]"))

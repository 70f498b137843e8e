"""Tests of derived controls: how each result enters a statement, and the changes that follow from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy

from probatum import has_eigenvalues, member, sets, vectors
from probatum.authoring.facts import facts_of, shown
from probatum.judge.controls.deriving import derive, described
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit, Rounded, proposition
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import after, integers, reals
from tests.each import each

x, y, a, b = reals("x y a b")
n = integers("n")
v = vectors("v")
R = sympy.Rational
THIRDS, ROOT = R(2, 3), sympy.sqrt(2)


def controls(function: Callable[..., Any]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The derived controls with their changed values as text, and the use of each fact."""
    made, uses = derive(facts_of(function), lambda **values: proposition(function(**values), "f()"))
    return {control.name: [shown(next(iter(change.values()))) for _, change in control.changes] for control in made}, uses


def both(value: Any = 4) -> Any:
    return Equal(2 + 2, value)


def printed_value(value: Any = "0.70") -> Any:
    return Equal(R(7, 10), value)


def fraction(value: Any = THIRDS) -> Any:
    return Equal(R(4, 6), value)


def irrational(value: Any = ROOT) -> Any:
    return Equal(sympy.sqrt(2), value)


def digits(value: Any = "67.38") -> Any:
    return Rounded(R(6738, 100), value)


def negative_digits(value: Any = "-0.10") -> Any:
    return Rounded(R(-1, 10), value)


def relation(order: Any = Le) -> Any:
    return ForAll(x, then=order(x, x + 1))


def ordered(values: Any = (2, 50)) -> Any:
    return Equal((2, 50), values)


def unordered(values: Any = (2, 50)) -> Any:
    return Equal(Multiset((50, 2)), values)


def alike(values: Any = (2, 2)) -> Any:
    return Equal((2, 2), values)


def matrix(values: Any = (2, 50)) -> Any:
    return Equal(sympy.Matrix([2, 50]), sympy.Matrix(list(values)))


def upper(most: Any = 10) -> Any:
    return ForAll(x, given=Lt(x, 9), then=Lt(x, most))


def lower(least: Any = -10) -> Any:
    return ForAll(x, given=Gt(x, -9), then=Gt(x, least))


def hypothesis(most: Any = 10) -> Any:
    return ForAll(x, given=Lt(x, most), then=Lt(x, 11))


def existence(most: Any = 10) -> Any:
    return Exists(x, given=Lt(x, most), then=Gt(x, 9))


def negated(most: Any = 10) -> Any:
    return ForAll(x, given=Lt(x, 9), then=sympy.Not(sympy.GreaterThan(x, most, evaluate=False), evaluate=False))


def factor(rate: Any = 2) -> Any:
    return ForAll(x, given=Gt(x, 0), then=Lt(x, rate * x))


def unclear(rate: Any = 2) -> Any:
    return ForAll(x, then=Lt(rate * x, x**2 + 2))


def equation(root: Any = 2) -> Any:
    return ForAll(x, given=Eq(x, 2), then=Eq(x, root))


def start(value: Any = 1) -> Any:
    return Orbit(x, value, x / 2, then=Gt(x, 0))


def orbit(most: Any = 2) -> Any:
    return Orbit(x, 1, x / 2, then=Lt(after(x), most))


def zero(most: Any = 0) -> Any:
    return ForAll(x, then=Le(-(x**2), most))


def several(value: Any = 4, most: Any = "5.0") -> Any:
    return All(Equal(2 + 2, value), Lt(4, most), AlmostAll(a, then=Gt(a**2, -1)))


def unused(value: Any = 4) -> Any:
    return Equal(4, 4)


def setting(*, rate: Any = "0.5") -> Any:
    return Orbit(x, 1, rate * x, then=Gt(x, 0))


def symbolic(most: Any = a) -> Any:
    return ForAll((a, x), given=(Gt(a, 0), Lt(x, a)), then=Lt(x, most))


def of_a_matrix(values: Any = (1, 3)) -> Any:
    return has_eigenvalues([[2, 1], [1, 2]], values)


def of_a_set(share: Any = 2) -> Any:
    inside = sets("C")
    return ForAll((inside, v), given=member(inside, v), then=member(inside, v * share / 2))


CASES: list[tuple[Callable[..., Any], dict[str, list[str]], str]] = [
    (both, {"value up": ["5"], "value down": ["3"]}, "exact value"),
    (printed_value, {"value up": ["0.71"], "value down": ["0.69"]}, "exact value"),
    (fraction, {"value up": ["1"], "value down": ["1/3"]}, "exact value"),
    (irrational, {"value up": ["101*sqrt(2)/100"], "value down": ["99*sqrt(2)/100"]}, "exact value"),
    (digits, {"value last digit up": ["67.39"], "value last digit down": ["67.37"]}, "printed digits"),
    (negative_digits, {"value last digit up": ["-0.09"], "value last digit down": ["-0.11"]}, "printed digits"),
    (relation, {"order reversed": ["≥"]}, "relation"),
    (
        ordered,
        {
            "values[0] up": ["(3, 50)"],
            "values[0] down": ["(1, 50)"],
            "values[1] up": ["(2, 51)"],
            "values[1] down": ["(2, 49)"],
            "values swapped at 0": ["(50, 2)"],
        },
        "exact value",
    ),
    (
        unordered,
        {"values[0] up": ["(3, 50)"], "values[0] down": ["(1, 50)"], "values[1] up": ["(2, 51)"], "values[1] down": ["(2, 49)"]},
        "exact value",
    ),
    (
        alike,
        {"values[0] up": ["(3, 2)"], "values[0] down": ["(1, 2)"], "values[1] up": ["(2, 3)"], "values[1] down": ["(2, 1)"]},
        "exact value",
    ),
    (upper, {"most tightened": ["99/10", "9", "5", "1", "-10"]}, "bound"),
    (lower, {"least tightened": ["-99/10", "-9", "-5", "-1", "10"]}, "bound"),
    (hypothesis, {"most tightened": ["101/10", "11", "15", "19"]}, "bound"),
    (existence, {"most tightened": ["99/10", "9", "5", "1", "-10"]}, "bound"),
    (negated, {"most tightened": ["99/10", "9", "5", "1", "-10"]}, "bound"),
    (factor, {"rate tightened": ["99/50", "9/5", "1", "1/5", "-2"]}, "bound"),
    (unclear, {"rate up": ["3"], "rate down": ["1"]}, "exact value"),
    (equation, {"root up": ["3"], "root down": ["1"]}, "exact value"),
    (start, {"value up": ["2"], "value down": ["0"]}, "exact value"),
    (orbit, {"most tightened": ["99/50", "9/5", "1", "1/5", "-2"]}, "bound"),
    (
        of_a_matrix,
        {"values[0] up": ["(2, 3)"], "values[0] down": ["(0, 3)"], "values[1] up": ["(1, 4)"], "values[1] down": ["(1, 2)"]},
        "exact value",
    ),
    (of_a_set, {"share up": ["3"], "share down": ["1"]}, "exact value"),
    (zero, {"most tightened": ["-1/100", "-1/10", "-1/2", "-9/10"]}, "bound"),
    (unused, {}, "not seen in the statement"),
    (setting, {}, "setting"),
    (symbolic, {"most tightened": ["99·a/100", "9·a/10", "a/2", "a/10"]}, "bound"),
]


@pytest.mark.parametrize(("function", "changes", "use"), CASES, ids=[case[0].__name__ for case in CASES])
def test_controls_follow_from_the_use(function: Callable[..., Any], changes: dict[str, list[str]], use: str) -> None:
    found, uses = controls(function)
    assert found == changes
    assert set(uses.values()) == {use}


def test_ordered_matrices_are_swapped_too() -> None:
    assert controls(matrix)[0]["values swapped at 0"] == ["(50, 2)"]


def test_each_result_has_its_own_use() -> None:
    found, uses = controls(several)
    assert uses == {"value": "exact value", "most": "bound"}
    assert list(found) == ["value up", "value down", "most tightened"]


def test_a_loosened_bound_is_no_control() -> None:
    for function, stronger in ((upper, Lt), (hypothesis, Gt)):
        made, _ = derive(facts_of(function), function)
        assert all(stronger(change["most"], 10).doit() == sympy.true for control in each(made) for _, change in control.changes)


def test_a_bound_inside_an_implication_is_seen() -> None:
    def implied(most: Any = 10) -> Any:
        return ForAll(x, then=sympy.Implies(Lt(x, 9), Lt(x, most)))

    assert list(controls(implied)[0]) == ["most tightened"]


def test_a_value_inside_a_nested_tuple_is_seen() -> None:
    def rows(rows: Any = ((1, 2), (3, 4))) -> Any:
        return Equal(sympy.Matrix([[1, 2], [3, 4]]), sympy.Matrix(rows))

    assert any("last digit" in name or "up" in name for name in controls(rows)[0])


def test_a_change_is_described_beside_what_was_stated() -> None:
    facts = facts_of(digits)
    assert described({"value": Printed("67.39")}, facts) == "value = 67.39 (stated: 67.38)"


def test_a_statement_that_a_changed_fact_breaks_is_taken_by_exact_values() -> None:
    """Building it with a symbol raises: nothing is known of the direction."""

    def counted(times: Any = 3) -> Any:
        return Equal(sum(range(int(times))), times)

    assert list(controls(counted)[0]) == ["times up", "times down"]


def test_greater_is_seen_as_well_as_less() -> None:
    def above(least: Any = 1) -> Any:
        return ForAll(n, given=Gt(n, 1), then=Ge(n, least))

    assert controls(above)[0] == {"least tightened": ["101/100", "11/10", "3/2", "19/10"]}

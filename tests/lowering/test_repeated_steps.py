"""Tests of what a bound on several steps comes down to: bounds on one step from any point, and that their rates are at least zero."""

from __future__ import annotations

import pytest
import sympy

from probatum.decide.in_general.general import flat
from probatum.lowering.classes.repeated_steps import step_by_step
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import ForAll
from tests.authored import authored
from tests.each import each
from tests.general.test_repeated_steps import NAMES, about

FIRST, SECOND = "norm(f_after(x, 1) - best)", "norm(other(x) - best)"
SINGLE: dict[str, dict[str, str]] = {  # what is stated, and of each single step its bound with the rate
    "norm(f_after(x, 2) - best) <= norm(x - best)": {f"{FIRST} <= norm(x - best)": "1"},
    "norm(x - best) >= norm(f_after(x, 2) - best)": {f"{FIRST} <= norm(x - best)": "1"},
    "norm(f_after(x, 2) - best) >= (1 - a*L)**2*norm(x - best)": {f"{FIRST} >= (1 - a*L)*norm(x - best)": "1 - a*L"},
    "norm(f_after(x, 3) - f_after(y, 3)) <= a**3*norm(x - y)": {"norm(f_after(x, 1) - f_after(y, 1)) <= a*norm(x - y)": "a"},
    "norm(f_after(x, 6) - best) <= a**6*norm(x - best)": {f"{FIRST} <= a*norm(x - best)": "a"},
    "norm(f_after(x, 2) - best) <= a**2*b**4*norm(x - best)/9": {f"{FIRST} <= a*b**2*norm(x - best)/3": "a*b**2/3"},
    "norm(f_after(x, 2) - best) <= Max(a**2, 4)*norm(x - best)": {f"{FIRST} <= Max(Abs(a), 2)*norm(x - best)": "Max(Abs(a), 2)"},
    "norm(f_after(x, 2) - best) <= Min(a**4, b**2)*norm(x - best)": {f"{FIRST} <= Min(a**2, Abs(b))*norm(x - best)": "Min(a**2, Abs(b))"},
    "norm(f_after(x, 2) - best)**2 <= a**4*norm(x - best)**2": {f"{FIRST}**2 <= a**2*norm(x - best)**2": "a**2"},
    "norm(f_after(x, 2) - best) <= norm(y - best)": {f"{FIRST} <= norm(y - best)": "1", "norm(y - best) <= norm(y - best)": "1"},
    "norm(mixed(x, 3) - mixed(y, 3)) <= a**3*norm(x - y)": {"norm(mixed(x, 1) - b*T(y) + (b - 1)*y) <= a*norm(x - y)": "a"},
    "norm(near(x, 2) - least) <= b**2*norm(x - least)": {"norm(near(x, 1) - least) <= b*norm(x - least)": "b"},
    "g(g_after(x, 2)) <= g(x)": {"g(g_after(x, 1)) <= g(x)": "1"},
    "norm(other(f_after(x, 1)) - best) <= norm(x - best)": {f"{SECOND} <= norm(x - best)": "1", f"{FIRST} <= norm(x - best)": "1"},
    "norm(other(f_after(x, 1)) - best) <= (1 - a*mu)*(3 - b*mu)*norm(x - best)": {
        f"{SECOND} <= (3 - b*mu)*norm(x - best)": "3 - b*mu",
        f"{FIRST} <= (1 - a*mu)*norm(x - best)": "1 - a*mu",
    },
    "norm(other(f_after(x, 1)) - best) <= (1 - b*mu)*norm(x - best)": {
        f"{SECOND} <= (1 - b*mu)*norm(x - best)": "1 - b*mu",
        f"{FIRST} <= norm(x - best)": "1",
    },
    "norm(other(f_after(x, 1)) - best) <= (1 - b*mu)*(2 - b)*norm(x - best)": {
        f"{SECOND} <= (1 - b*mu)*(2 - b)*norm(x - best)": "(1 - b*mu)*(2 - b)",
        f"{FIRST} <= norm(x - best)": "1",
    },
}
NONE = [
    "norm(f_after(x, 1) - best) <= norm(x - best)",
    "norm(f_after(x, 7) - best) <= a**7*norm(x - best)",
    "norm(f_after(x, 2) - best) <= a**3*norm(x - best)",
    "norm(f_after(x, 2) - best) <= 2*norm(x - best)/9",
    "norm(f_after(x, 2) - best) <= 4*norm(x - best)/3",
    "norm(f_after(x, 2) - best) <= Max(a**2, b)*norm(x - best)",
    "norm(f_after(x, 2) - best) <= Max(a**2, b**3)*norm(x - best)",
    "norm(f_after(x, 3) - best) <= Max(a**3, b**3)*norm(x - best)",
    "norm(f_after(x, 2) - best) <= Max(a**2, 1)**3*norm(x - best)",
    "norm(f_after(x, 2) - x) <= norm(x - best)",
    "norm(f_after(x + y, 2) - best) <= norm(x + y - best)",
    "norm(other(f_after(x, 1)) - best) <= 2*norm(x - best)",
    "norm(f_after(x, 2) - best) <= 1",
    "Eq(norm(f_after(x, 2) - best), norm(x - best))",
    "norm(other(f_after(x, 1)) - best) <= a*b*(1 - a*b)*norm(x - best)",
    "norm(other(f_after(x, 1)) - best) <= (1 - mu)*norm(x - best)",
    "norm(other(other(f_after(x, 1))) - best) <= (1 - a*mu)*(1 - b*mu)**2*norm(x - best)",
]


def stated(then: str) -> ForAll:
    statement = flat(plain(authored(about(then, function="f, g, h, T"), **NAMES)))
    assert isinstance(statement, ForAll)
    return statement


@pytest.mark.parametrize("then", SINGLE)
def test_what_single_steps_must_do(then: str) -> None:
    found = step_by_step(stated(then))
    assert found is not None
    assert {bound.then for bound in found.bounds} == {stated(bound).then for bound in SINGLE[then]}
    assert [bound.given for bound in found.bounds] == [stated(then).given] * len(SINGLE[then])
    assert {rate.then for rate in found.rates} == {sympy.Ge(stated(f"mu <= {rate}").then.rhs, 0) for rate in SINGLE[then].values()}
    for rate in each(found.rates):
        assert {str(name) for name in rate.variables} == {"a", "b", "L", "mu"}
        assert rate.given == stated(then).given


@pytest.mark.parametrize("then", NONE)
def test_what_is_no_product_of_rates(then: str) -> None:
    assert step_by_step(stated(then)) is None


@pytest.mark.parametrize("given", ["norm(x) <= 1", "f(best) >= 0"])
def test_what_is_supposed_of_points_or_values_does_not_hold_after_a_step(given: str) -> None:
    then = "norm(f_after(x, 2) - best) <= a**2*norm(x - best)"
    statement = flat(plain(authored(about(then, f"And(a > 0, {given})"), **NAMES)))
    assert isinstance(statement, ForAll)
    assert step_by_step(statement) is None

"""Tests of facts: the defaults of a function's parameters, made exact, and changed."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.authoring.facts import Fact, arriving, changed, facts_of, shown
from probatum.errors import DefinitionError, ExactnessError
from probatum.proposition.kinds import Equal, ForAll, Multiset
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Gt, Lt
from probatum.vocabulary import FactRole
from tests.made import finding_of

x = sympy.Symbol("x", real=True)


def stated(values: Any = (2, "0.50"), relation: Any = Lt, *, rate: Any = "0.035") -> None:
    """Facts as a claim states them."""


def test_results_stand_before_the_star_and_settings_after_it() -> None:
    facts = facts_of(stated)
    assert [(fact.name, fact.role) for fact in facts] == [("values", "result"), ("relation", "result"), ("rate", "setting")]
    values = facts[0].value
    assert isinstance(values, tuple)
    assert values == (2, sympy.Rational(1, 2))
    assert isinstance(values[1], Printed)
    assert facts[1].value is Lt
    assert str(facts[2].value) == "0.035"


def without_default(rate: Any) -> None:
    """A claim whose fact was forgotten."""


def positional(*values: Any) -> None:
    """A claim with any number of facts."""


def keywords(**values: Any) -> None:
    """A claim with facts of any name."""


@pytest.mark.parametrize(
    ("function", "wanted"),
    [
        (without_default, "got the parameter 'rate' without a default, wanted the fact that the text states as its default"),
        (positional, "got the parameter '*values: 'Any'', wanted named facts only"),
        (keywords, "got the parameter '**values: 'Any'', wanted named facts only"),
    ],
)
def test_malformed_parameters_are_refused(function: Any, wanted: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        facts_of(function)
    assert str(caught.value).replace('"', "'") == wanted


@pytest.mark.parametrize("value", [0.5, (1, 0.5), 0.5 * x])
def test_a_float_is_refused_by_the_name_of_the_fact(value: Any) -> None:
    with pytest.raises(ExactnessError, match=r"fact 'rate': got the float 0\.50*"):
        arriving(value, "rate")


def test_what_is_no_fact_is_refused() -> None:
    with pytest.raises(DefinitionError, match="fact 'rate': got None, wanted a number, a decimal as printed, a relation"):
        arriving(None, "rate")


def test_a_truth_value_is_a_fact() -> None:
    assert arriving((True, False), "signs") == (True, False)


def test_text_that_is_no_decimal_is_refused() -> None:
    with pytest.raises(ExactnessError, match=r"^fact 'rate': got 'fast', wanted a decimal as printed"):
        arriving("fast", "rate")


def test_facts_are_changed_by_name() -> None:
    values = changed(facts_of(stated), {"rate": "0.04", "relation": Gt})
    assert (values["values"], values["relation"], values["rate"]) == ((2, sympy.Rational(1, 2)), Gt, Printed("0.04"))


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(DefinitionError, match=r"^got the fact 'speed', wanted one of values, relation, rate$"):
        changed(facts_of(stated), {"speed": "1"})
    with pytest.raises(DefinitionError, match="wanted one of none: the claim has no facts"):
        changed((), {"speed": "1"})


@pytest.mark.parametrize("change", [{}, {"rate": "0.035"}, {"rate": Printed("0.035")}, {"values": (2, "0.50"), "relation": Lt}])
def test_a_change_that_changes_nothing_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError, match="wanted at least one fact to differ from the claim"):
        changed(facts_of(stated), change)


def test_more_printed_digits_are_a_change() -> None:
    """A rounding to another digit is another statement, though the number is the same."""
    rate = changed(facts_of(stated), {"rate": "0.0350"})["rate"]
    assert isinstance(rate, Printed)
    assert rate.text == "0.0350"


def test_facts_are_shown_as_they_are_written() -> None:
    assert shown((2, Printed("0.50"), Lt)) == "(2, 0.50, <)"
    assert shown(Multiset((2, 50))) == "{2, 50}"
    assert shown(x**2) == "x²"
    assert shown(101 * (x - 1) / (200 * sympy.sqrt(x))) == "(101·x - 101)/(200·sqrt(x))"


def test_a_fact_knows_its_role() -> None:
    assert str(Fact("rate", FactRole.SETTING, 1).role) == "setting"


def test_equal_is_a_fact_that_can_be_turned() -> None:
    def doubled(same: Any = Equal) -> Any:
        """Twice the half is the whole."""
        return ForAll(x, then=same((x + 1) ** 2, x**2 + 2 * x + 1))

    found = finding_of(doubled)
    assert (found["verdict"], [control["name"] for control in found["controls"]]) == ("holds", ["same reversed"])

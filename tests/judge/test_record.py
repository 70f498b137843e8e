"""Tests of records: decisions as plain data, long values shortened, and what fails at a counterexample."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sympy
from sympy import Abs

from probatum.counterexample import Counterexample, Run
from probatum.decide.deciding import decide
from probatum.decision import Decided, Decision, Outcome
from probatum.judge.evidence import Version
from probatum.judge.telling.record import version
from probatum.judge.telling.showing import counterexample
from probatum.proposition.kinds import All, Equal, Exists, ForAll, Orbit
from probatum.proposition.relation import Eq, Gt, Le, Lt
from probatum.proposition.spelling.prose import check_latex
from probatum.proposition.subjects.coercion import after, reals
from probatum.proposition.subjects.measured import Measured
from probatum.vocabulary import Role
from tests.schema import check_part

x, y, x1 = reals("x y x1")
SQUARES = ForAll(x, given=Gt(x, 0), then=Gt(x**2, x))


@pytest.mark.parametrize(
    "statement",
    [SQUARES, Equal(2, 3), Exists(x, then=Eq(x**2, 2)), All(Equal(1, 1), SQUARES), ForAll(x, given=Lt(x, x), then=Gt(x, 0))],
    ids=str,
)
def test_a_version_is_plain_data_as_the_schema_says(statement: Any) -> None:
    found = version(Version(decide(statement), role=Role.STATED), "")
    check_part("statement", found["statement"])
    for decision in found["decisions"]:
        check_part("decision", decision)
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("role", "outcome", "is_proof"),
    [
        (Role.STATED, Outcome.PROVED, True),
        (Role.CORRECTED, Outcome.ENCLOSED, True),
        (Role.OUTSIDE, Outcome.PROVED, True),
        (Role.STATED, Outcome.REFUTED, False),
        (Role.WEAKER, Outcome.PROVED, False),
        (Role.STATED, Outcome.SUPPORTED, False),
    ],
)
def test_a_version_says_whether_it_must_be_true_and_is_proved(role: Role, outcome: Outcome, is_proof: bool) -> None:
    found = version(Version(Decided(Equal(1, 1), (Decision("flint", outcome, ""),)), role=role), "")
    assert found["is_proof"] is is_proof
    assert found["engines"] == ["flint"]


def test_a_version_names_the_engines_that_carry_it_and_the_decision_that_is_shown() -> None:
    far, near, nothing = (Counterexample(values) for values in ((("x", sympy.Integer(12345)),), (("x", sympy.Integer(2)),), ()))
    engines = ((far, "z3"), (nothing, "FLINT"), (near, "z3"))
    decisions = [Decision("a", Outcome.REFUTED, "", shown, engine=engine) for shown, engine in engines]
    found = version(Version(Decided(SQUARES, (Decision("b", Outcome.UNDECIDED, ""), *decisions)), role=Role.STATED), "")
    assert (found["engines"], found["shown"]) == (["z3", "FLINT"], 3)
    only = version(Version(Decided(SQUARES, (decisions[1],)), role=Role.STATED), "")
    assert only["shown"] is None


def test_a_counterexample_says_what_fails_there() -> None:
    found = counterexample(Counterexample((("x", sympy.Rational(1, 3)),)), SQUARES)
    assert found is not None
    assert [(value["name"], value["exact"]) for value in found["values"]] == [("x", "1/3")]
    assert found["values"][0]["decimal"] == {"digits": "0.333333333333", "is_exact": False}
    assert found["shows"].startswith("x² = 0.11111")
    assert found["shows"].endswith("fails there.")
    assert counterexample(None, SQUARES) is None


def test_a_witness_says_what_holds_there() -> None:
    found = counterexample(Counterexample((("x", sympy.sqrt(2)),)), Exists(x, then=Eq(x**2, 2)))
    assert found is not None
    assert found["values"][0]["exact"] == "sqrt(2)"
    assert found["shows"].endswith("so it holds there.")


def test_a_long_formula_is_named_and_not_written_out() -> None:
    long = ForAll((x, y), then=Lt((x + y) ** 2 * (x - y) ** 2 * (2 * x + 3 * y) ** 2 * (5 * x - y) ** 2, -1))
    found = counterexample(Counterexample((("x", sympy.Integer(1)), ("y", sympy.Integer(1)))), long)
    assert found is not None
    assert found["shows"] == "The left side = 0 against -1, so it fails there."


def test_the_step_of_an_iteration_says_what_fails_there() -> None:
    orbit = Orbit((x, y), ("0.5", "0.5"), (x / 2, -y), then=Gt(Abs(after(x) - x), Abs(after(y) - y)))
    values = (("x", sympy.Rational(1, 4)), ("y", sympy.Rational(1, 2)))
    found = counterexample(Run(values, step=1), orbit)
    assert found is not None
    assert found["shows"].startswith("At step 1: ")
    assert " = 0.125 against " in found["shows"]
    assert counterexample(Counterexample((("x", sympy.Symbol("a")), ("y", sympy.Integer(1)))), orbit) is not None


def test_what_was_measured_is_recorded_case_by_case() -> None:
    measured: dict[str, Any] = {
        "metric": "Steps",
        "data": ("wine", "digits"),
        "treatment": "standard",
        "baseline": "raw",
        "effect": "ratio",
    }
    counts = {("wine", "raw"): 100, ("wine", "standard"): 4, ("digits", "raw"): 50, ("digits", "standard"): 5}
    statement = Measured(
        lambda data, treatment, seeds: counts[data, treatment], relation=Le, threshold="0.5", justified="Half is a lot.", **measured
    )
    (decision,) = version(Version(decide(statement), role=Role.STATED), "")["decisions"]
    check_part("decision", decision)
    found = decision["measured"]
    assert [(case["case"], case["low"], case["high"]) for case in found["cases"]] == [("wine", "0.04", "0.04"), ("digits", "0.1", "0.1")]
    assert (found["limit"], found["relation"], found["needed"], found["runs"]) == ("1/2", "≤", 2, 0)


def test_names_and_values_render() -> None:
    values = (("x1", sympy.sqrt(2)), ("left side", sympy.Matrix([[1, 2]])), ("lambda", sympy.Integer(3)), ("k", "'text_%'"))
    found = counterexample(Counterexample(values), Equal(1, 2))
    assert found is not None
    for value in found["values"]:
        check_latex(value["latex"], value["name"])
    assert [value["name"] for value in found["values"]] == ["x₁", "left side", "λ", "k"]


def test_a_long_value_is_shortened_and_says_how_long_it_is() -> None:
    found = counterexample(Counterexample((("x", sympy.Integer(7) ** 1000),)), SQUARES)
    assert found is not None
    (value,) = found["values"]
    assert "(846 characters)" in value["exact"]
    assert len(value["latex"]) < 100
    check_latex(value["latex"], "value")


def test_a_comparison_says_what_its_sides_come_to() -> None:
    found = counterexample(Counterexample((("x", sympy.Rational(1, 3)),)), SQUARES)
    assert found is not None
    assert found["sides"] == [{"words": "x²", "digits": "0.111111"}, {"words": "x", "digits": "0.333333"}]
    witness = counterexample(Counterexample((("x", sympy.sqrt(2)),)), Exists(x, then=Eq(x**2, 2)))
    assert witness is not None
    assert witness["sides"] == [{"words": "x²", "digits": "2"}, {"words": "2", "digits": "2"}]


@pytest.mark.parametrize(
    ("shown", "statement"),
    [
        (Counterexample((("y", sympy.Integer(1)),)), SQUARES),
        (Counterexample((("x", sympy.Integer(0)),)), ForAll(x, then=Gt(1 / x, 1))),
        (Counterexample((("x", sympy.Integer(0)),)), ForAll(x, then=sympy.And(x > 1, x < 2))),
        (Counterexample(()), Equal(1, 2)),
    ],
    ids=["another variable", "no value", "joined", "closed"],
)
def test_what_is_no_comparison_of_values_has_no_sides(shown: Counterexample, statement: Any) -> None:
    found = counterexample(shown, statement)
    assert found is not None
    assert found["sides"] is None

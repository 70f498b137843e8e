"""Tests that the judge looks at the whole claim: each of its parts is decided, speaks of the claim, and has what can turn it."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, Max, Piecewise, atan, exp, log, sqrt

from probatum import functions, gradient, minimizer
from probatum.authoring.expectation import Conditional, Holds, Open, Refuted
from probatum.judge.substance.circularity import circular
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit, Rounded
from probatum.proposition.phrases.nearness import about
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.products import dot, norm
from probatum.proposition.written import Written
from tests.each import each
from tests.made import beats, finding_of, message

x, y, z = reals("x y z")
n = integers("n")
R, And, Or, Not = sympy.Rational, sympy.And, sympy.Or, sympy.Not
NOWHERE = And(Gt(y, x), Lt(y, x))


def verdict_of(function: Any, **more: Any) -> tuple[str, str]:
    """Verdict and reason."""
    finding = finding_of(function, **more)
    return finding["verdict"], finding["error"]["message"] if finding["error"] else finding["reason"]


def below(most: Any = 10) -> Any:
    """False as it stands."""
    return ForAll(x, then=Lt(x, most))


def means(order: Any = Le) -> Any:
    """True of two numbers; of more, it takes a reduction."""
    return ForAll((x, y), then=order(2 * x * y, x**2 + y**2))


def squares(relation: Any = Gt) -> Any:
    """False as it stands: of 1/2, say."""
    return ForAll(x, given=Gt(x, 0), then=relation(x**2, x))


def double(value: Any = 4) -> Any:
    """True as it stands."""
    return Equal(2 + 2, value)


# Vacuity


@pytest.mark.parametrize(
    "statement",
    [
        lambda value=5: ForAll(x, then=ForAll(y, given=NOWHERE, then=Eq(y, value))),
        lambda value=5: ForAll((x, y), then=sympy.Implies(NOWHERE, Eq(y, value))),
        lambda value=5: Exists(x, then=ForAll(y, given=NOWHERE, then=Eq(y, value))),
        lambda value=5: All(Ge(3, 2), ForAll(x, then=ForAll(y, given=NOWHERE, then=Eq(y, value)))),
        lambda value=5: Orbit(x, 1, x / 2, then=sympy.Implies(Gt(x, 3), Eq(x, value))),
    ],
    ids=["nested", "implication", "inside of some", "one of two", "along an orbit"],
)
def test_what_nothing_satisfies_says_nothing_at_any_depth(statement: Any) -> None:
    assert verdict_of(statement) == ("vacuous", "Nothing satisfies the hypotheses, so the statement says nothing.")


def test_a_correction_a_condition_and_a_link_may_be_vacuous_too() -> None:
    def corrected(value: Any = 5) -> Any:
        return ForAll(x, then=ForAll(y, given=NOWHERE, then=And(Eq(y, value), Gt(x**2, x))))

    assert verdict_of(squares, expect=Refuted("Of none.", corrected))[0] == "vacuous"
    assert verdict_of(squares, expect=Conditional(And(Gt(x, 2), Lt(x, 1)), sharp=True))[0] == "vacuous"
    link = ForAll(x, then=ForAll(y, given=NOWHERE, then=Eq(y, 5)))
    assert verdict_of(double, because=[("so", link)])[1] == "The reasoning breaks: link 1 of 1 ('so') is not decided true."
    assert verdict_of(double, scope="Two.", reduction=lambda: link)[1].endswith("its reduction is not decided true.")


def test_what_lies_outside_of_a_sharp_condition_need_not_be_met_inside() -> None:
    """Where a is above b nothing lies between them: that is why the condition is needed."""

    def between(order: Any = Le) -> Any:
        return ForAll((x, y), then=Exists(z, given=And(Le(x, z), order(z, y)), then=Ge(z**3, x**3)))

    finding = finding_of(between, expect=Conditional(Le(x, y), sharp=True))
    assert [(version["role"], version["truth"]) for version in finding["versions"]][2] == ("outside", "true")


# Conditions


AS_WRITTEN_CUBE = Written("**", x * y, sympy.Integer(3))


@pytest.mark.parametrize(
    "condition",
    [
        Lt(x, 10),
        Gt(10, x),
        Not(Ge(x, 10), evaluate=False),
        Not(Not(Lt(x, 10), evaluate=False), evaluate=False),
        Lt(2 * x, 20),
        Lt(x - 10, 0),
        Gt(10 - x, 0),
        And(Lt(x, 10), Gt(x, -5)),
        Or(Lt(x, 10), Gt(x, 100)),
        Or(And(Lt(x, 10), Gt(x, 3)), Gt(x, 100)),
        Lt((x + 1) ** 2 - x**2, 21),
        Lt(exp(x), exp(10)),
        Lt(2 * exp(x) - 2 * exp(10), 0),
        Gt(exp(-x), exp(-10)),
        Lt(exp(exp(x)), exp(exp(10))),
        Lt(log(x), log(10)),
        Lt(sqrt(x), sqrt(10)),
        Lt(x**3, 1000),
        Gt(1 / x, R(1, 10)),
        Lt(2**x, 1024),
        Gt(R(1, 2) ** x, R(1, 1024)),
        Lt((x - 10) * (1 + y**2), 0),
        Gt(exp(y) * (10 - x), 0),
        And(Lt(atan(x), atan(10)), Gt(y, 0)),
        And(Le(x, 10), Ne(x, 10)),
    ],
    ids=str,
)
def test_a_condition_that_repeats_the_statement_is_refused(condition: Any) -> None:
    wanted = f"exactly_if: got the condition {condition}, which repeats the statement, wanted one that says when it is true"
    assert message(below, expect=Conditional(condition, sharp=True)).endswith(wanted)


@pytest.mark.parametrize(
    ("then", "condition"),
    [
        (Lt(exp(x), exp(y)), Lt(x, y)),
        (Lt(log(x), log(y)), Lt(x, y)),
        (Lt(exp(z) * (x - y), 0), Lt(x, y)),
        (Lt(x**2, 1), Lt(Abs(x), 1)),
        (Le((x + y) ** 2, x**2 + y**2), Le(x * y, 0)),
        (Eq(x**2 - y**2, (x - y) ** 2), Eq(y * (x - y), 0)),
        (Gt((x + 1) ** 3 - x**3 - 1, 0), Gt(x**2 + x, 0)),
        (Lt(x, 10), Lt(exp(x), exp(9))),
        (Lt(x, y), Gt(exp(x), exp(y))),
        (Lt(x, y), Lt(exp(x) + exp(z), exp(y))),
        (Lt(x, y), Lt(z * (x - y), 0)),
        (Lt(x, y), Gt(sqrt(x - y), 0)),
        (Lt(x, -2), Lt(x**3, -27)),
        (Lt(Max(x, y), z), Lt(Piecewise((x, x > 0), (y, True)), z)),
        (Le(x * y, z), Le(x**3 * y**2, z**3)),
        (Le(x * y, z), Ge(x**3 * y**3, z**3)),
        (Le(x * y, z), Le(2 * x**3 * y**3, z**3)),
        (Le(x * y, z), Le(sqrt(x) * y, sqrt(z))),
        (Le(x**3 * y**3, z**3), Le(x * y, z)),
        (Lt(x * y, 2), Lt(x, 2 / y)),
        (Le(x, y), Lt(x, y)),
        (Lt(x, y), Or(Lt(x, y - 1), Eq(x, y))),
        (Le(x, y), Le(Max(x, y), y + 1)),
        (Le(x + y, 2), Le(Max(x, y), 1)),
        (Le(x, y), Le(sympy.Min(x, z), y)),
        (Le(x, y), Lt(Max(x, y), y)),
        (Le(Max(x, y), z), Le(x, z)),
        (Le(AS_WRITTEN_CUBE, z**3), Le(x * y, z)),
        (Le(x * y, z), Le(AS_WRITTEN_CUBE, z)),
        (Eq(Written("/", x, x), 1), Eq(Written("/", y, y), 1)),
    ],
    ids=str,
)
def test_a_condition_that_is_plainer_or_another_does_not_repeat_it(then: Any, condition: Any) -> None:
    assert not circular(condition, ForAll((x, y, z), then=then))


@pytest.mark.parametrize(
    ("then", "condition"),
    [
        (Lt(3 * x + 3 * y - 3 * z, 0), Lt(x + y, z)),
        (Eq(2 * x * y - 2 * z, 0), Eq(z, x * y)),
        (Le((x + y) ** 2, x**2 + y**2), Le(2 * x**2 + 2 * x * y, 2 * x**2)),
        (Le(x**2, x), Le(x * (x - 1), 0)),
    ],
    ids=str,
)
def test_one_that_is_plainer_by_moved_terms_alone_does(then: Any, condition: Any) -> None:
    assert circular(condition, ForAll((x, y, z), then=then))


v, w = vectors("v w")
SHORTER = Le(norm(v + w) ** 2, norm(v) ** 2 + norm(w) ** 2)


@pytest.mark.parametrize(
    "condition",
    [
        Le(dot(v + w, v + w), dot(v, v) + dot(w, w)),
        Le(dot(v + w, v + w), norm(v) ** 2 + dot(w, w)),
        Le(sqrt(dot(v + w, v + w)), sqrt(dot(v, v) + dot(w, w))),
        Le(norm(v + w) ** 4, (norm(v) ** 2 + dot(w, w)) ** 2),
    ],
    ids=str,
)
def test_a_squared_length_is_an_inner_product(condition: Any) -> None:
    assert circular(condition, ForAll((v, w), then=SHORTER))
    assert not circular(Le(dot(v, w), 0), ForAll((v, w), then=SHORTER))


@pytest.mark.parametrize(
    ("function", "condition"),
    [
        (lambda order=Lt: ForAll((x, y), given=Gt(x, 0), then=And(Gt(x, 0), order(x, y))), Lt(x, y)),
        (lambda order=Lt: ForAll((x, y), then=All(order(x, y), Lt(x, 3))), And(Lt(x, 3), Gt(y, x))),
        (lambda same=Eq: ForAll((x, y), then=same(x, y)), Eq(y - x, 0)),
        (lambda same=Eq: ForAll((x, y), then=same(x, y)), And(Le(x, y), Ge(x, y))),
        (lambda apart=Ne: ForAll((x, y), then=apart(x, y)), Or(Lt(x, y), Gt(x, y))),
        (lambda order=Lt: ForAll((x, y), given=And(x > 0, y > 0), then=order(x, y)), Lt(sympy.Abs(x), sympy.Abs(y))),
        (lambda value=0: ForAll((x, y), then=Equal(x - y, value)), Eq(x, y)),
        (lambda order=Lt: ForAll((x, y), then=order(sympy.Abs(x), sympy.Abs(y))), Lt(x**2, y**2)),
        (lambda order=Lt: ForAll((x, y), then=Or(order(x, y), Lt(x, 3))), Or(Lt(x, 3), Lt(x, y))),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Or(Lt(x * y, x + y), Eq(x * y, x + y))),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Le((x * y) ** 3, (x + y) ** 3)),
        (lambda order=Le: ForAll((x, y), then=order(2 * x * y, x + y)), Ge((x + y) ** 3, 8 * (x * y) ** 3)),
        (lambda order=Le: ForAll((x, y), then=order(x * y**2, x + y)), Le(x**3 * y**6, (x + y) ** 3)),
        (lambda order=Le: ForAll((x, y), given=And(x >= 0, y >= 0), then=order(x * y, x + y)), Le(x**4 * y**4, (x + y) ** 4)),
        (lambda order=Le: ForAll((x, y), given=And(x > 0, y > 0), then=order(x * y, x + y)), Le(1 / (x + y), 1 / (x * y))),
        (lambda order=Le: ForAll((x, y), given=And(x > 0, y > 0), then=order(x * y, x + y)), Ge(log(1 / (x * y)), log(1 / (x + y)))),
        (lambda order=Le: ForAll((x, y), given=And(x >= 0, y >= 0), then=order(x * y, x + y)), Le(sqrt(x) * sqrt(y), sqrt(x + y))),
        (lambda order=Ge: ForAll((x, y), given=And(x > 0, y > 0), then=order(x * y, 2)), Le(1 / (x * y), R(1, 2))),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Le(AS_WRITTEN_CUBE, (x + y) ** 3)),
        (lambda order=Le: ForAll((x, y), then=order(AS_WRITTEN_CUBE, x + y)), Le(x**3 * y**3 - x, y)),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Le(Max(x * y, x + y), x + y)),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Eq(Max(x * y, x + y), x + y)),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Eq(sympy.Min(x * y, x + y), x * y)),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Le(Max(x * y - x - y, 0), 0)),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Le(Abs(x * y - x - y), x + y - x * y)),
        (lambda order=Le: ForAll((x, y), then=order(x * y, x + y)), Ge(sympy.Min(x + y - x * y, 1), 0)),
        (lambda order=Lt: ForAll((x, y), then=order(x, y)), Lt(Max(x, y - 1), y)),
    ],
    ids=[
        "in part supposed",
        "both parts",
        "moved",
        "two for one",
        "either side",
        "absolutely",
        "equal",
        "squared",
        "either",
        "less or equal",
        "product cubed",
        "product with a number cubed",
        "product of several powers",
        "product to the fourth",
        "one over a product",
        "logarithm of one over a product",
        "roots multiplied",
        "one over a product beside a number",
        "cubed as written",
        "as written in the statement",
        "a maximum at most one of two",
        "a maximum that is one of two",
        "a minimum that is one of two",
        "a maximum that is nothing",
        "an absolute value at most what it is of",
        "a minimum at least zero",
        "a maximum below",
    ],
)
def test_a_condition_in_other_signs_is_refused_too(function: Any, condition: Any) -> None:
    assert "which repeats the statement" in message(function, expect=Conditional(condition, sharp=True))


def test_a_condition_that_is_equivalent_is_what_sharp_means() -> None:
    assert verdict_of(squares, expect=Conditional(Gt(x, 1), sharp=True))[0] == "conditional"

    def steps(order: Any = Lt) -> Any:
        return ForAll((x, y), given=And(Gt(x, 0), Gt(y, 0)), then=order(sympy.Abs(1 - x * y), 1))

    assert verdict_of(steps, expect=Conditional(Lt(x * y, 2), sharp=True))[0] == "conditional"
    half = Conditional(And(Gt(x, 0), Lt(x, 10)), weaker=Lt(x, 100))
    assert "which repeats" in message(below, expect=half)


def test_a_weaker_condition_must_follow() -> None:
    sentence = "so the condition is not shown to be needed."
    weak = verdict_of(below, expect=Conditional(Lt(x, 1), weaker=Gt(x, 20)))
    assert weak == ("undecided", f"Not weaker: at x = 0 the condition holds and the one named as weaker fails, {sentence}")
    assert verdict_of(below, expect=Conditional(Lt(x, 1), weaker=Lt(x, 20)))[0] == "conditional"
    assert verdict_of(below, expect=Conditional(Lt(x, 1), weaker=Lt(x, 5))) == (
        "survived",
        "Not needed: the statement holds under the weaker condition, too.",
    )


def test_a_weaker_condition_may_be_a_part_of_the_condition() -> None:
    assert verdict_of(squares, expect=Conditional(And(Gt(x, 1), Lt(x, 5)), weaker=Lt(x, 5)))[0] == "conditional"


@pytest.mark.parametrize("weaker", [Gt(x, -1), Ge(x**2, 0), Gt(2 * x, 0), Or(Gt(x, 1), Lt(x, 2))], ids=str)
def test_a_weaker_condition_leaves_something_out(weaker: Any) -> None:
    wanted = f"true_if: too_weak: got {weaker}, which holds wherever the statement is made, wanted a condition that leaves something out"
    assert message(squares, expect=Conditional(Gt(x, 2), weaker=weaker)).endswith(wanted)


@pytest.mark.parametrize("weaker", [Gt(x, sympy.Rational(1, 2)), Gt(x**2, sympy.Rational(1, 9)), Or(Gt(x, 2), Lt(x, 1))], ids=str)
def test_and_one_that_does_is_one(weaker: Any) -> None:
    assert verdict_of(squares, expect=Conditional(Gt(x, 2), weaker=weaker))[0] == "conditional"


def test_and_one_of_which_that_is_not_known_shows_no_need() -> None:
    """zeta(2 + x) is above 1 for all positive x, which no method proves so far."""
    found = verdict_of(squares, expect=Conditional(Gt(x, 2), weaker=Gt(sympy.zeta(2 + x), 1)))
    assert found == (
        "undecided",
        "The weaker condition is not shown to leave something out, so the condition is not shown to be needed.",
    )


def test_what_is_not_sharp_says_where() -> None:
    assert verdict_of(squares, expect=Conditional(Gt(x, 3), sharp=True)) == (
        "survived",
        "Not sharp: at x = 2 the condition fails and the statement holds.",
    )


# Corrections

BESIDE: tuple[Any, ...] = (
    lambda relation=Ge: ForAll(y, then=relation(y**2, 0)),
    lambda relation=Gt: ForAll(x, then=relation(x + 1, x)),
    lambda relation=Gt: ForAll(x, given=Gt(x, 2), then=relation(x, 1)),
    lambda relation=Gt: ForAll((y, z), given=And(Gt(y, 0), Gt(z, 0)), then=relation(y * z + 1, 0)),
    lambda relation=Gt: ForAll(x, then=relation(sympy.exp(x), 0)),
    lambda relation=Ge: ForAll(x, then=relation(x**2 + 1, 0)),
)
TO_THE_POINT: tuple[Any, ...] = (
    lambda relation=Gt: ForAll(y, given=Gt(y, 1), then=relation(y**2, y)),
    lambda relation=Ge: ForAll(n, then=relation(n**2, n)),
    lambda least="-0.25": ForAll(x, then=Ge(x**2 - x, least)),
    lambda: Exists(x, given=Gt(x, 0), then=Lt(x**2, x)),
    lambda least=-1: ForAll(x, given=Gt(x, 0), then=Gt(x**2, least)),
)


@pytest.mark.parametrize(
    "corrected",
    [
        lambda: Equal(1, 1),
        lambda value=1: Equal(1, value),
        lambda: Equal(2 + 2, 4),
        lambda: ForAll(y, then=Ge(y**2, 0)),
        lambda at_least=Ge: ForAll(y, then=at_least(y**2, 0)),
        lambda: ForAll((x, y), then=Ge(y**2, 0)),
        lambda *, most=10: Equal(1, 1),
    ],
    ids=["closed", "closed with a fact", "sum", "of another variable", "of another fact", "bound but not used", "a fact not used"],
)
def test_a_correction_beside_the_point_is_refused(corrected: Any) -> None:
    wanted = "corrected: got a statement that has no expression in common with the claim, wanted one about what the claim compares"
    assert message(below, expect=Refuted("One is one.", corrected)).endswith(wanted)


def test_a_correction_that_only_shares_a_fact_s_name_or_a_variable_is_refused() -> None:
    for corrected in each(BESIDE):
        assert "has no expression in common" in message(squares, expect=Refuted("Otherwise.", corrected))


def test_a_correction_of_a_value_is_of_the_same_expression() -> None:
    def area(value: Any = 4) -> Any:
        return Equal(sympy.Integral(x, (x, 0, 2)), value)

    others: list[Any] = [lambda value=3: Equal(value, 3), lambda value=0: Equal(sympy.Integral(x, (x, 0, 0)), value)]
    for corrected in each(others):
        assert "has no expression in common" in message(area, expect=Refuted("Otherwise.", corrected))
    right = finding_of(area, expect=Refuted("It is two.", lambda value=2: Equal(sympy.Integral(x, (x, 0, 2)), value)))
    assert right["verdict"] == "refuted"


def test_a_correction_to_the_point_may_have_other_names_and_other_bounds() -> None:
    for corrected in each(TO_THE_POINT):
        finding = finding_of(squares, expect=Refuted("Otherwise.", corrected))
        assert finding["verdict"] == "refuted", finding["reason"] or finding["error"]


def test_a_correction_says_more_than_its_hypotheses() -> None:
    same = Refuted("Where it is.", lambda relation=Ge: ForAll(x, given=And(Gt(x, 0), Gt(x**2, x)), then=relation(x**2, x)))
    assert verdict_of(squares, expect=same)[0] == "hollow"
    loose = Refuted("Beyond two.", lambda: ForAll(x, given=Gt(x**2, 2), then=Gt(x**2, 1)))
    assert verdict_of(squares, expect=loose) == (
        "hollow",
        "False as stated, and saying nothing as corrected: the conclusion is one of the hypotheses with a looser bound, "
        "so it says nothing: "
        "state what is true instead of what was said.",
    )


def test_a_correction_has_a_control_of_its_own() -> None:
    finding = finding_of(squares, expect=Refuted("Its square is positive.", lambda: ForAll(x, given=Gt(x, 0), then=Gt(x**2, 0))))
    assert (finding["verdict"], finding["as_expected"]) == ("refuted", True)
    assert finding["versions"][-1]["control"] == {"change": "> reversed", "truth": "false", "turned": True}
    idle = finding_of(squares, expect=Refuted("Either way.", lambda: ForAll(x, given=Gt(x, 0), then=Or(Gt(x**2, -1), Gt(x**2, -2)))))
    assert (idle["verdict"], idle["reason"]) == ("survived", "A control did not turn: the correction.")
    assert idle["versions"][-1]["control"] == {"change": "", "truth": "true", "turned": False}


def test_a_correction_uses_its_results() -> None:
    def corrected(relation: Any = Gt, mean: Any = 7) -> Any:
        return ForAll(x, given=Gt(x, 1), then=relation(x**2, x))

    text = message(squares, expect=Refuted("Beyond one.", corrected))
    assert "corrected: got the result mean, which the statement does not use" in text


def test_a_sample_of_a_correction_is_not_called_true() -> None:
    corrected = Refuted("Not by much.", lambda bound=2: ForAll(x, then=Lt(beats(x), bound)), strength="sampled")
    finding = finding_of(lambda bound="0.5": ForAll(x, then=Lt(beats(x), bound)), expect=corrected)
    assert (finding["verdict"], finding["strength"]) in (("refuted", "sampled"), ("undecided", None))
    assert "is true" not in finding["reason"]


# Reductions and links


def test_a_reduction_that_nothing_turns_lifts_nothing() -> None:
    def either() -> Any:
        return ForAll((x, y, z), then=Or(Gt(x**2 + y**2 + z**2, 2 * x * y - 5), Gt(x**2 + y**2 + z**2, 2 * x * y - 7)))

    found = verdict_of(means, scope="Two.", reduction=either)
    assert found[0] == "undecided"
    assert found[1].endswith("the control of its reduction did not turn.")
    finding = finding_of(means, scope="Two.", reduction=lambda: ForAll((x, y, z), then=Ge(x**2 + y**2 + z**2, 2 * x * y)))
    assert (finding["verdict"], finding["versions"][-1]["control"]["turned"]) == ("holds", True)


@pytest.mark.parametrize(
    "reduction",
    [
        lambda: ForAll(y, then=Ge(y**2, 0)),
        lambda: ForAll(x, then=Lt(x, x + 1)),
        lambda: ForAll((x, z), given=Gt(x, z), then=Gt(x**3, z**3)),
        lambda: ForAll((x, y), given=Gt(x, y), then=Gt(sympy.exp(x), sympy.exp(y))),
    ],
    ids=["a square", "a successor", "cubes", "other functions"],
)
def test_a_reduction_beside_the_point_lifts_nothing(reduction: Any) -> None:
    found = verdict_of(means, scope="Two.", reduction=reduction)
    assert found[0] == "undecided"
    assert found[1].endswith("its reduction has no expression in common with the statement, so that nothing shows what it reduces.")
    assert verdict_of(means, scope="Two.", reduction=reduction, expect=Holds("sampled"))[0] == "holds"


def test_a_reduction_that_only_loosens_what_it_supposes_lifts_nothing() -> None:
    loose = lambda: ForAll((x, y), given=Gt(x**2 + y**2, 2), then=Gt(x**2 + y**2, 1))  # noqa: E731
    assert (
        "its reduction says nothing: the conclusion is one of the hypotheses with a looser bound"
        in verdict_of(means, scope="Two.", reduction=loose)[1]
    )


@pytest.mark.parametrize(
    "reduction",
    [
        means,
        lambda: ForAll((x, y), given=Gt(x, 1), then=Le(2 * x * y, x**2 + y**2)),
        lambda: ForAll((x, y), then=Le(2 * x * y, x**2 + y**2 + 1)),
        lambda: ForAll((x, y), given=Gt(x, 1), then=Ge(sympy.sign(x**2 + y**2 - 2 * x * y), 0)),
    ],
    ids=["itself", "a part of it", "a looser bound", "its sign"],
)
def test_a_special_case_is_no_reduction_to_itself(reduction: Any) -> None:
    found = verdict_of(means, scope="Two.", reduction=reduction)
    assert "its reduction says nothing: it is the special case itself" in found[1]
    assert found[0] == "undecided"


def test_a_reason_that_is_false_is_not_left_open() -> None:
    def open_question() -> Any:
        return ForAll(x, then=Lt(beats(x), 2))

    found = verdict_of(open_question, expect=Open("Nobody knows."), because=[("so", ForAll(x, then=Lt(x, 0)))])
    assert found[0] == "undecided"
    assert found[1].startswith("A reason is false. Of its reasons, link 1 of 1 ('so')")


def test_a_claim_does_not_rest_on_itself() -> None:
    for finding in each([finding_of(means, reading_of="a-claim"), finding_of(means, rests_on=("a-claim",))]):
        assert finding["verdict"] == "error"
        assert "got its own id 'a-claim' as another claim's" in finding["error"]["message"]


def test_a_statement_by_chance_is_an_error() -> None:
    numbers = iter(range(1, 1000))

    def by_chance(at_least: Any = Ge) -> Any:
        return ForAll(x, then=at_least(x**2, -next(numbers)))

    finding = finding_of(by_chance)
    assert finding["verdict"] == "error"
    assert "got another statement when it was asked for again" in finding["error"]["message"]


def test_a_link_that_nothing_turns_does_not_carry() -> None:
    link = ForAll(x, then=Or(Lt(x, x + 5), Lt(x, x + 7)))
    broken = verdict_of(double, because=[("so", link)])
    assert broken == (
        "undecided",
        "The reasoning breaks: the control of link 1 of 1 ('so') did not turn.",
    )
    finding = finding_of(double, because=[("so", ForAll(x, then=Lt(x, x + 5)))])
    assert (finding["verdict"], finding["why"]["links"][0]["control"]) == (
        "holds",
        {"change": "< reversed", "truth": "false", "turned": True},
    )


@pytest.mark.parametrize(
    "link",
    [
        Lt(x, y + 1),
        Gt(y + 1, x),
        Lt(x - y, 1),
        ForAll((x, y), given=Lt(x, y), then=Not(Ge(x, y + 1), evaluate=False)),
        Gt(0, x - y - 1),
        Lt(2 * x, 2 * y + 2),
        ForAll((y, x), given=Lt(x, y), then=Gt(y + 1, x)),
        ForAll((z, x), given=Lt(z - x, 0), then=Lt(z, x + 1)),
        Lt(x, y),
        Gt(y, x),
        Lt(x - y, 0),
        ForAll((x, y), given=Lt(x, y), then=Not(Ge(x, y), evaluate=False)),
    ],
    ids=str,
)
def test_a_link_that_is_the_statement_or_a_hypothesis_in_other_signs_says_nothing(link: Any) -> None:
    def successor(order: Any = Lt) -> Any:
        return ForAll((x, y), given=Lt(x, y), then=order(x, y + 1))

    found = verdict_of(successor, because=[("so", Lt(y, y + 1)), ("so", link)])
    assert found[0] == "hollow"
    assert found[1].startswith("Link 2 of the reasoning says nothing: ")
    assert verdict_of(successor, because=[("so", Lt(y, y + 1))])[0] == "holds"


def test_a_special_case_without_a_reduction_is_named_as_the_reason() -> None:
    found = verdict_of(lambda order=Ge: ForAll(x, then=order(x**2, 0)), scope="one number")
    wanted = "Of the general statement only a special case is decided, and no reduction to it, where enclosed is needed."
    assert found == ("undecided", wanted)


# Results


@pytest.mark.parametrize(
    ("function", "named"),
    [
        (lambda mean=7, same=Eq: ForAll(x, then=same(x + x, 2 * x + y - y)), "mean"),
        (lambda same=Eq, mean="7.5": ForAll(x, then=Gt(x**2 + 1, x)), "same"),
        (lambda values=(2, 50, 3): All(Equal(2, values[0]), Equal(50, values[1])), "values[2]"),
        (lambda order=Lt, factor=3: ForAll(x, then=order(x, x + 1 + 0 * factor)), "factor"),
        (lambda order=Lt, pair=((1, 2), 3): ForAll(x, then=order(x, x + pair[0][0] + pair[1])), "pair[0][1]"),
    ],
    ids=["mean", "relation", "element", "times zero", "nested"],
)
def test_a_result_that_the_statement_does_not_use_is_refused(function: Any, named: str) -> None:
    wanted = f"got the result {named}, which the statement does not use, wanted results that it depends on: use it, or leave it out"
    assert wanted in message(function)


def test_settings_may_be_idle_and_results_that_are_used_are_fine() -> None:
    assert verdict_of(lambda value=4, *, extra=1: Equal(2 + 2, value))[0] == "holds"
    assert verdict_of(lambda most=3: ForAll(x, given=Le(x, 2), then=Le(x, sympy.Max(most, 2))), still_true={"most tightened": "Loose."})[0]


# Constants that were typed

THREE = 3
COMPUTED = sympy.Integer(7) - 4


@pytest.mark.parametrize(
    "function",
    [
        lambda value=3: Equal(3, value),
        lambda same=Eq: same(3, 3),
        lambda value="0.5": Equal("0.5", value),
        lambda value="0.5": Equal(sympy.Rational(1, 2), value),
        lambda value=3: Equal(THREE, value),
        lambda value=-3: Equal(-3, value),
        lambda value=(2, 50): Equal((2, 50), value),
        lambda value=(2, 50): Equal(Multiset((50, 2)), value),
        lambda value=3: All(Equal(sympy.Matrix([[1, 2]]), sympy.Matrix([[1, 2]])), Equal(1 + 2, value)),
        lambda digits="3.0": Rounded(3, digits),
        lambda most=3: Le(3, most),
        lambda least="0.1": Ge("0.1", least),
        lambda most=4: Le(sympy.S(3), most),
        lambda low=3, high=4: Lt(low, high),
        lambda less=Lt: ForAll(x, then=less(sympy.Rational(1, 3), sympy.Rational("0.34"))),
        lambda value=2: Ne(value, THREE),
        lambda value=2: about(sympy.S(2), value, within="0.01"),
        lambda value=3: All(Gt(x_squared(), -1), Equal(3, value)),
    ],
    ids=[
        "number",
        "relation",
        "decimal",
        "quotient",
        "named",
        "negative",
        "tuple",
        "multiset",
        "matrices",
        "rounded",
        "at most",
        "at least a decimal",
        "at most more",
        "less",
        "less in every case",
        "another",
        "about",
        "in part",
    ],
)
def test_what_only_compares_typed_constants_says_nothing(function: Any) -> None:
    assert verdict_of(function) == (
        "hollow",
        "It says nothing: both sides are constants as typed, so it says nothing: state one of them by what it is computed from.",
    )


def test_a_typed_constant_in_a_function_of_several_lines_is_found_too() -> None:
    def three(value: Any = 3) -> Any:
        stated = 3
        return Equal(stated, value)

    assert verdict_of(three)[0] == "hollow"
    corrected = verdict_of(lambda value=4: Equal(2 + 1, value), expect=Refuted("It is three.", lambda value=3: Equal(3, value)))
    assert corrected[0] == "hollow"


def x_squared() -> Any:
    return sympy.sqrt(2) ** 2


@pytest.mark.parametrize(
    "function",
    [
        lambda value=3: Equal(1 + 2, value),
        lambda value=3: Equal(COMPUTED, value),
        lambda value=2: Equal(x_squared(), value),
        lambda value=2: Equal(sympy.Matrix([[2, 0], [0, 1]]).det(), value),
        lambda digits="3.14": Rounded(sympy.pi, digits),
        lambda most=4: Le(1 + 2, most),
        lambda value=3: about(sympy.pi, value, within="0.2"),
    ],
    ids=["sum", "computed outside", "called", "determinant", "pi", "at most", "about"],
)
def test_what_compares_something_computed_holds(function: Any) -> None:
    assert verdict_of(function)[0] == "holds"


# Controls


def test_a_control_that_is_not_decided_has_not_survived() -> None:
    """That two waves never crest together is true, which is only sampled here."""

    def bounded(most: Any = 3, *, above: Any = 2) -> Any:
        return ForAll(x, then=Lt(beats(x), most + above))

    tight = {"most": 1, "above": 1}
    found = verdict_of(bounded, controls={"tight": tight}, still_true={"most tightened": "One is enough."})
    assert found == ("undecided", "A control was not decided: tight (sampled only).")


# Errors


def test_a_reason_that_is_undefined_somewhere_is_named() -> None:
    verdict, said = verdict_of(lambda order=Le: ForAll(x, then=order(x, x + 1)), because=[("it is", Gt(1 / (x - 2), 0))])
    assert verdict == "error"
    assert said.endswith("the link 'it is': the hypotheses admit a point at which the proposition is undefined: x = 2")


# What the author multiplies


def test_a_changed_statement_is_decided_without_the_multipliers_of_the_stated_one() -> None:
    f, start, rate = functions("f", convex=True, smooth=1), vectors("v"), reals("a")
    best, end, third = minimizer(f), start - rate * gradient(f, start), (2 * rate + 1) / 2
    added = {"claim": 4 * rate + 2, (f, best, start): third, (f, best, end): third, (f, start, end): third}

    def falls(order: Any = Le) -> Any:
        then = order(f(end) - f(best), norm(start - best) ** 2 / (4 * rate + 2))
        return ForAll((f, start, rate), given=And(Gt(rate, 0), Le(rate, 1)), then=then, certificate=added)

    assert verdict_of(falls) == ("holds", "True as stated: proved by exact certificate.")


def test_a_claim_with_a_defect_keeps_what_it_expects() -> None:
    for expect in (Refuted("It is four.", {"value": 4}), Conditional(Gt(x, 2), sharp=True), Holds("sampled")):
        finding = finding_of(lambda value=5: Equal(4, value), expect=expect, scope="")
        assert (finding["verdict"], finding["expected"]["verdict"]) == ("error", expect.verdict)
    crashed = finding_of(lambda value=5: Equal(4, value / 0), expect=Refuted("It is four.", {"value": 4}))
    assert (crashed["verdict"], crashed["expected"]["verdict"]) == ("error", "refuted")


# Rows of other kinds, through the whole judge


@pytest.mark.parametrize(
    ("function", "more", "verdict"),
    [
        (lambda apart=Ne: AlmostAll(x, given=Eq(sympy.Abs(x), x), then=apart(x, 1)), {}, "holds"),
        (lambda value=2: Exists(x, then=Eq(1 / x, value)), {"controls": {}, "still_true": {}}, "survived"),
        (lambda order=Gt, *, first=2: Orbit(x, first, (x + 2 / x) / 2, then=order(x, 0)), {"controls": {"back": {"first": -2}}}, "holds"),
        (lambda same=Eq: ForAll(n, then=same(-((-1) ** n), sympy.cos(sympy.pi * n))), {"expect": Holds("sampled")}, "refuted"),
        (lambda one=1: ForAll(n, given=Ge(n, 0), then=Eq((-1) ** n, one)), {"expect": Holds("sampled")}, "refuted"),
        (lambda same=Eq: ForAll((x, y, n), given=Ge(n, 0), then=same(x**n, y)), {"expect": Holds("sampled")}, "refuted"),
        (lambda same=Eq: ForAll(n, then=same(2 * sympy.Mod(n, 2), 1 - (-1) ** n)), {"expect": Holds("sampled")}, "holds"),
    ],
    ids=["half line", "a pole", "newton", "alternating", "parity", "powers", "alternating and true"],
)
def test_rows_that_came_out_wrong(function: Any, more: dict[str, Any], verdict: str) -> None:
    finding = finding_of(function, **more)
    assert finding["verdict"] == verdict, (finding["reason"], finding["error"])

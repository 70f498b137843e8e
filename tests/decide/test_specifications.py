"""Tests of experiments with free choices: what a whole grid of settings says, and what it leaves open."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy

from probatum.authoring.expectation import Conditional
from probatum.decide.deciding import decide
from probatum.decide.numbers.measurement import simple_region
from probatum.decision import Outcome, Truth
from probatum.errors import DefinitionError, ExactnessError, ProbatumError
from probatum.judge.variants import outside
from probatum.proposition.numbers.exact import Choice
from probatum.proposition.reading.sentences import sentence_of
from probatum.proposition.relation import Gt, Lt
from probatum.proposition.subjects.choices import Free
from probatum.proposition.subjects.coercion import integers
from tests.experiments import single
from tests.made import finding_of

size, width = sympy.symbols("size width", real=True)
SIZES = Free(size, (1, 3, 10, 30), "From a step to thirty of them.")
KINDS = Free("kind", ("plain", "odd"), "Both kinds that there are.")


def grows(data: str, treatment: str, seeds: tuple[int, ...], size: float = 1, kind: str = "plain", width: float = 0) -> float:
    """The size, as far as the treatment lets it: on `flat` data, never; of the odd kind, from 10 on the other way."""
    return 0.0 if treatment == "none" else -size if kind == "odd" and size >= 10 else size - width


def over(*choices: Free, **more: Any) -> Any:
    return single(grows, data="made up", treatment="large", over=choices, **more)


@pytest.mark.parametrize(
    ("statement", "truth", "why"),
    [
        (over(SIZES, threshold=0), Truth.TRUE, "beyond the threshold in every specification (4 of 4 specifications are beyond it"),
        (over(SIZES, threshold=50), Truth.FALSE, "not beyond the threshold in any specification (0 of 4"),
        (over(SIZES, threshold=5), Truth.FALSE, "not beyond the threshold throughout, but wherever size ≥ 10 (2 of 4"),
        (over(SIZES, threshold=5, relation=Lt), Truth.FALSE, "but wherever size ≤ 3 (2 of 4"),
        (over(SIZES, KINDS, threshold=0), Truth.FALSE, "but wherever size ≤ 3 (6 of 8"),
        (over(SIZES, KINDS, threshold=3), Truth.UNDECIDED, "a patchwork: whether it is beyond the threshold hangs on several choices"),
    ],
)  # fmt: skip
def test_the_verdict_is_about_the_whole_grid(statement: Any, truth: Truth, why: str) -> None:
    decided = decide(statement)
    assert decided.truth is truth
    assert decided.decisions[0].reason.startswith(why) or why in decided.decisions[0].reason


def shaken(data: str, treatment: str, seeds: tuple[int, ...], size: float = 1) -> Any:
    """Noise, which from 10 on is around 5; from 100 on it is far above."""
    noise = np.array([np.random.default_rng(seed).normal() for seed in seeds])
    return noise + (0 if size < 10 else 5 if size < 100 else 50) + 1e-9 * float(size)


@pytest.mark.parametrize(
    ("sizes", "truth", "why"),
    [
        ((1, 10), Truth.FALSE, "in no specification shown to be beyond the threshold, in some shown not to be (0 of 2 "),
        ((10, 30), Truth.UNDECIDED, "a patchwork"),
        ((1, 10, 100), Truth.FALSE, "not beyond the threshold throughout, but wherever size = 100"),
        ((10, 100), Truth.UNDECIDED, "a patchwork"),
    ],
)  # fmt: skip
def test_what_no_choice_shows_and_some_contradict_is_false(sizes: tuple[int, ...], truth: Truth, why: str) -> None:
    free = Free(size, sizes, "Few.")
    decided = decide(single(shaken, data="made up", treatment="large", over=(free,), seeds=range(20), threshold=5))
    assert (decided.truth, decided.decisions[0].reason[: len(why)]) == (truth, why)
    assert (", 1 are not;" in decided.decisions[0].reason) is (1 in sizes)


def test_a_region_is_an_interval_with_failures_outside() -> None:
    def sides(*rows: Any) -> Any:
        return {(sympy.Integer(number),): side for number, side in zip((1, 3, 10, 30), rows, strict=True)}

    assert simple_region((SIZES,), sides(False, True, True, False)) == "3 ≤ size ≤ 10"
    assert simple_region((SIZES,), sides(False, True, False, False)) == "size = 3"
    assert simple_region((SIZES,), sides(True, False, True, False)) == "", "two pieces are a patchwork"
    assert simple_region((SIZES,), sides(True, True, None, False)) == "size ≤ 3", "at 10 nothing is known"
    assert simple_region((SIZES,), sides(True, True, None, None)) == "", "nothing is false"
    assert simple_region((SIZES,), sides(False, False, False, False)) == ""
    two = {(a, b): a == "plain" or None for a in KINDS.values for b in (1, 3)}
    assert simple_region((KINDS, Free(width, (1, 3), "Two.")), two) == "", "a name is no interval"


def test_of_two_regions_the_larger_is_told() -> None:
    statement = over(SIZES, Free(width, (0, 1, 2), "Less than the sizes."), threshold=-1)
    assert decide(statement).truth is Truth.FALSE
    assert "wherever size ≥ 3" in decide(statement).decisions[0].reason


def test_data_may_be_a_free_choice() -> None:
    free = Free("data", ("a", "bbbb"), "One short, one long.")
    assert decide(single(data=free, threshold=5)).truth is Truth.TRUE
    mixed = decide(single(data=free, threshold=7))
    assert mixed.truth is Truth.UNDECIDED, "which data one takes is nobody's counterexample"
    assert [(one.case, one.side) for one in mixed.decisions[0].intervals] == [("a", False), ("bbbb", True)]
    assert decide(single(data=("a", "bbbb"), threshold=7)).truth is Truth.FALSE, "what is said of both fails on one"


def test_cases_stand_within_a_specification() -> None:
    statement = over(SIZES, threshold=0, share="0.5").__class__(
        grows, "made up", ("none", "large"), metric="A number", relation=Gt, threshold=0, justified="It grows.", share="0.5", over=(SIZES,)
    )
    assert decide(statement).truth is Truth.TRUE, "one of the two treatments is enough"
    assert [one.case for one in decide(statement).decisions[0].intervals][:2] == ["size 1, none", "size 1, large"]


def grown(relation: Any = Gt, *, treatment: Any = Choice("large"), threshold: Any = 5) -> Any:  # noqa: B008 -- a frozen word
    """A claim about sizes."""
    return single(grows, data="made up", treatment=treatment, relation=relation, threshold=threshold, over=(SIZES,))


def test_a_region_is_the_condition_of_a_claim() -> None:
    sharp = finding_of(grown, expect=Conditional(size >= 10, sharp=True, wording="exactly from 10 on"))
    assert (sharp["verdict"], sharp["strength"]) == ("conditional", "measured"), sharp["reason"]
    assert [version["truth"] for version in sharp["versions"]] == ["false", "true", "true"]
    assert [control["turned"] for control in sharp["controls"]] == [True]
    wide = finding_of(grown, expect=Conditional(size >= 3, sharp=True, wording="from 3 on"))
    assert (wide["verdict"], wide["reason"]) == ("undecided", "False as stated, and false under the condition too.")
    narrow = finding_of(grown, expect=Conditional(size >= 30, sharp=True, wording="from 30 on"))
    assert (narrow["verdict"], narrow["reason"][:9]) == ("survived", "Not sharp"), narrow["reason"]
    needed = finding_of(grown, expect=Conditional(size >= 10, weaker=size >= 3, wording="from 10 on"))
    assert needed["verdict"] == "conditional", needed["reason"]
    idle = finding_of(grown, expect=Conditional(size >= 30, weaker=size >= 10, wording="from 30 on"))
    assert (idle["verdict"], idle["reason"]) == ("survived", "Not needed: the statement holds under the weaker condition, too.")


def test_a_condition_is_about_the_free_choices() -> None:
    finding = finding_of(grown, expect=Conditional(width >= 10, sharp=True, wording="elsewhere"))
    assert "got the variable width, wanted parameters only: size" in finding["error"]["message"]
    empty = finding_of(grown, expect=Conditional(size >= 100, sharp=True, wording="beyond the grid"))
    assert empty["verdict"] == "vacuous"


def test_a_control_must_turn_on_the_whole_grid() -> None:
    half = finding_of(lambda relation=Gt, *, threshold=0: grown(relation, threshold=threshold), controls={"more": {"threshold": 2}})
    assert half["verdict"] == "holds", "short of 3 at one size, and beyond elsewhere: false, in a simple region"
    patchy = finding_of(
        lambda relation=Gt, *, threshold=-2: single(
            grows, data="made up", treatment="large", relation=relation, threshold=threshold,
            over=(Free(size, (1, 3), "Few."), Free(width, (0, "0.5", 2), "Less.")),
        ),
        controls={"half": {"threshold": 2}},
    )  # fmt: skip
    assert (patchy["verdict"], patchy["reason"]) == ("undecided", "A control was not decided: half (undecided)."), patchy["reason"]


def test_outside_of_a_region_the_opposite_is_measured() -> None:
    opposite = outside(grown(), size >= 10)
    assert [values[0] for values in opposite.specifications] == [1, 3]
    assert decide(opposite).decisions[0].outcome is Outcome.SUPPORTED


def test_the_ledger_holds_the_curve_and_the_reasons_of_the_choices() -> None:
    finding = finding_of(grown, expect=Conditional(size >= 10, sharp=True, wording="from 10 on"))
    measured = finding["versions"][0]["decisions"][0]["measured"]
    assert measured["choices"] == [{"name": "size", "values": ["1", "3", "10", "30"], "because": "From a step to thirty of them."}]
    assert [(case["case"], case["low"], case["beyond"]) for case in measured["cases"]] == [
        ("size 1", "1", False), ("size 3", "3", False), ("size 10", "10", True), ("size 30", "30", True),
    ]  # fmt: skip


def test_a_grid_is_told_in_the_statement() -> None:
    assert sentence_of(over(Free(size, (1,), "It alone."))) == "A number, large, on made up, for 1 choice of size: > 1."
    assert sentence_of(over(SIZES, KINDS)) == "A number, large, on made up, for 8 choices of size, kind: > 1."


BAD: list[tuple[Any, type[ProbatumError], str]] = [
    (lambda: Free(size, (3, 1), "Why."), DefinitionError, "got (3, 1) for size, wanted numbers that rise"),
    (lambda: Free(size, (1, 1), "Why."), DefinitionError, "wanted numbers that rise"),
    (lambda: Free(size, (1.5,), "Why."), ExactnessError, "Free: size: got the float 1.5"),
    (lambda: Free(size, (1, 2), " "), DefinitionError, "Free: because of size: got ' ', wanted a sentence"),
    (lambda: Free("kind", ("a", "a"), "Why."), DefinitionError, "got ('a', 'a') for kind, wanted names, each once"),
    (lambda: Free("kind", (), "Why."), DefinitionError, "got () for kind, wanted names"),
    (lambda: Free(" ", ("a",), "Why."), DefinitionError, "Free: choice: got ' ', wanted a sentence"),
    (lambda: over(SIZES, SIZES), DefinitionError, "got the choices ['size', 'size'], wanted each once"),
    (lambda: single(over=("size",)), DefinitionError, "got 'size' in over=, wanted Free(choice, values, because)"),
]


@pytest.mark.parametrize(("make", "error", "text"), BAD, ids=[row[2] for row in BAD])
def test_bad_choices_are_named(make: Any, error: type[ProbatumError], text: str) -> None:
    with pytest.raises(error) as raised:
        make()
    assert text in str(raised.value)


def test_whole_numbers_are_passed_as_such() -> None:
    count = integers("count")
    free = Free(count, (1, "2.5"), "Two.")
    assert [type(free.passed(value)) for value in free.values] == [int, float]
    assert Free("first weights", ("small",), "One.").argument == "first_weights"

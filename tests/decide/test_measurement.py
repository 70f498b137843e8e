"""Tests of measurement: intervals, cases, what it refuses, and what a claim makes of it."""

from __future__ import annotations

import functools
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

from probatum.authoring.facts import facts_of
from probatum.decide.deciding import decide
from probatum.decide.numbers import experiments, measurement
from probatum.decision import Outcome, Strength, Truth
from probatum.errors import DefinitionError, ExactnessError, MeasurementError, ProbatumError
from probatum.judge.controls.deriving import derive
from probatum.proposition.kinds import All
from probatum.proposition.numbers.exact import Choice
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.choices import Free
from probatum.proposition.subjects.measured import Measured
from tests.each import each
from tests.experiments import length, measured, normal, positive, single
from tests.made import finding_of, message

SEEDS = tuple(range(20))


@pytest.fixture
def stats() -> Any:
    """SciPy's intervals, imported only where something is compared with them: each worker that collects would do so, for a second."""
    from scipy import stats

    return stats


def ends(statement: Measured) -> tuple[float, float]:
    """The ends of the interval of the only case."""
    (case,) = [measurement._interval(statement, *names) for names in statement.cases()]
    return float(case.low), float(case.high)


def test_a_paired_interval_is_students(stats: Any) -> None:
    found = ends(measured())
    reference = stats.ttest_rel(normal("made up", "large", SEEDS), normal("made up", "none", SEEDS)).confidence_interval(0.95)
    assert found == pytest.approx((reference.low, reference.high), rel=1e-3)
    assert found[0] <= reference.low < reference.high <= found[1], "rounded outwards"


def test_an_unpaired_interval_is_welchs(stats: Any) -> None:
    found = ends(measured(paired=False))
    reference = stats.ttest_ind(normal("made up", "large", SEEDS), normal("made up", "none", SEEDS), equal_var=False).confidence_interval(
        0.95
    )
    assert found == pytest.approx((reference.low, reference.high), rel=1e-3)


def test_a_value_has_the_interval_of_its_mean(stats: Any) -> None:
    reference = stats.ttest_1samp(normal("made up", "large", SEEDS), 0).confidence_interval(0.99)
    assert ends(measured(baseline=None, effect="value", confidence="0.99")) == pytest.approx((reference.low, reference.high), rel=1e-3)


def test_a_ratio_is_measured_as_a_logarithm() -> None:
    difference, ratio = ends(measured()), ends(measured(positive, effect="ratio"))
    assert ratio == pytest.approx(np.exp(difference), rel=2e-3)


@pytest.mark.parametrize(
    ("low", "high", "wanted"), [(1.0, 2.0, (1, 2)), (-2.0, -1.0, (1, 2)), (-1.0, 2.0, (0, 2)), (-3.0, 1.0, (0, 3)), (0.0, 0.0, (0, 0))]
)
def test_a_factor_is_at_least_one(low: float, high: float, wanted: tuple[float, float]) -> None:
    assert measurement._effect("factor", low, high) == pytest.approx(np.exp(wanted))


def test_intervals_have_four_digits_outwards_and_values_six() -> None:
    third = ends(single(lambda data, treatment, seeds: 1 / 3))
    assert third == (0.333333, 0.333333)
    assert ends(single(lambda data, treatment, seeds: -2 / 3)) == (-0.666667, -0.666667)
    constant = measured(lambda data, treatment, seeds: np.full(len(seeds), 1 / 3), baseline=None, effect="value")
    assert ends(constant) == (0.3333, 0.3334)


def test_linear_algebra_runs_in_one_thread() -> None:
    from threadpoolctl import threadpool_info

    assert ends(single(lambda data, treatment, seeds: max(pool["num_threads"] for pool in threadpool_info()))) == (1, 1)


def test_a_ratio_of_values_needs_no_seeds() -> None:
    ratio = single(baseline="plain", effect="ratio", relation=Lt, treatment="up")
    assert ends(ratio) == pytest.approx((9 / 12, 9 / 12))
    assert decide(ratio).truth is Truth.TRUE, "without randomness nothing needs to vary"
    assert ends(single(baseline="plain", effect="factor", treatment="up")) == pytest.approx((12 / 9, 12 / 9), rel=1e-5)


def test_ninety_five_of_a_hundred_intervals_cover_the_mean() -> None:
    covered = 0
    for seed in range(1000):
        sample = np.random.default_rng(seed).normal(loc=5.0, size=8)
        center, half = measurement._mean_and_half(sample, None, True, 0.95)
        covered += center - half <= 5.0 <= center + half
    assert 930 <= covered <= 970, "95 % of 1000, within three standard errors"


def test_pairing_takes_out_what_runs_share() -> None:
    assert decide(measured()).truth is Truth.TRUE
    assert decide(measured(paired=False)).truth is Truth.UNDECIDED


@pytest.mark.parametrize(
    ("relation", "threshold", "truth"),
    [
        (Gt, 1, Truth.TRUE),
        (Ge, 1, Truth.TRUE),
        (Lt, 5, Truth.TRUE),
        (Lt, 1, Truth.FALSE),
        (Le, 1, Truth.FALSE),
        (Gt, 5, Truth.FALSE),
        (Gt, 3, Truth.UNDECIDED),
        (Lt, 3, Truth.UNDECIDED),
    ],
    ids=str,
)
def test_an_interval_decides_only_from_one_side(relation: Any, threshold: int, truth: Truth) -> None:
    assert decide(measured(relation=relation, threshold=threshold)).truth is truth


def test_a_measurement_is_no_more_than_that() -> None:
    for statement in (measured(), measured(threshold=5), All(measured(), measured())):
        assert decide(statement).strength is Strength.MEASURED
    assert decide(measured(threshold=3)).strength is None


@pytest.mark.parametrize(
    ("share", "truth"), [(1, Truth.FALSE), ("0.75", Truth.FALSE), ("0.67", Truth.FALSE), ("0.6", Truth.TRUE), ("0.5", Truth.TRUE)]
)
def test_usually_is_a_share_of_the_cases(share: Any, truth: Truth) -> None:
    assert decide(single(data=("a", "ab", "abc"), threshold=6, share=share)).truth is truth


def test_an_open_case_is_neither_for_nor_against() -> None:
    two = {"treatment": ("small", "large"), "relation": Lt}
    assert decide(measured(**two, threshold=3)).truth is Truth.UNDECIDED, "one below, one straddling"
    assert decide(measured(**two, threshold=3, share="0.5")).truth is Truth.TRUE
    assert decide(measured(**two, threshold=-5)).truth is Truth.FALSE
    both = {"data": ("one", "other"), "threshold": 3}
    assert [decide(measured(**both, share=share)).truth for share in ("1", "0.5")] == [Truth.UNDECIDED] * 2, "both straddling"
    assert decide(measured(**(two | {"relation": Gt}), threshold=3)).truth is Truth.FALSE, "the other cannot save it"


def test_a_value_at_the_threshold_is_compared_exactly() -> None:
    assert decide(single(threshold=12, relation=Ge)).truth is Truth.TRUE
    assert decide(single(threshold=12, relation=Gt)).truth is Truth.FALSE


@pytest.mark.parametrize(
    ("relation", "value", "truth"),
    [(Lt, 0.9999999, Truth.TRUE), (Gt, 1.0000001, Truth.TRUE), (Le, 1.0000001, Truth.FALSE), (Ge, 0.9999999, Truth.FALSE)],
    ids=["below", "above", "not at most", "not at least"],
)
def test_a_value_is_on_its_side_of_the_threshold_however_near(relation: Any, value: float, truth: Truth) -> None:
    found = decide(single(lambda data, treatment, seeds: value, relation=relation, threshold=1))
    assert found.truth is truth
    assert str(value) in found.decisions[0].reason


def test_noise_of_the_last_digits_changes_nothing() -> None:
    found = [ends(single(lambda data, treatment, seeds, noise=noise: 1.0 + noise)) for noise in (-1e-14, 0.0, 1e-14)]
    assert set(found) == {(1.0, 1.0)}


def test_runs_that_do_not_vary_decide_nothing() -> None:
    decided = decide(measured(lambda data, treatment, seeds: np.full(len(seeds), float(treatment == "large")), threshold="0.5"))
    assert decided.truth is Truth.UNDECIDED
    assert "no run differs from another" in decided.decisions[0].reason


def test_a_value_may_be_the_same_in_every_run() -> None:
    assert (
        decide(measured(lambda data, treatment, seeds: np.zeros(len(seeds)), baseline=None, effect="value", relation=Lt)).truth
        is Truth.TRUE
    )


def test_the_interval_is_the_counterexample() -> None:
    decided = decide(measured(threshold=5))
    assert decided.decisions[0].outcome is Outcome.REFUTED
    assert decided.counterexample is not None
    (name, shown), low_high = decided.counterexample.values[0], ends(measured(threshold=5))
    assert (name, shown) == ("made up", f"{low_high[0]:g} to {low_high[1]:g}")
    assert decided.counterexample.shows == "1 of 1 cases against the wanted > 5."


def test_a_reason_tells_threshold_and_intervals() -> None:
    reason = decide(single(data=("a", "ab"), threshold=5)).decisions[0].reason
    assert reason == "each interval needed is beyond the threshold (against > 5: a 6, ab 7)"
    assert "0.95 intervals against > 1: made up 2." in decide(measured()).decisions[0].reason
    many = decide(single(data=tuple("abcdefgh"), threshold=5)).decisions[0].reason
    assert many.endswith("d 6, and 4 more)")


def test_a_statement_reads_well() -> None:
    assert sentence_of(measured()) == "A number, large minus none, on made up over 20 paired runs each: > 1."
    usual = single(data=("a", "b", "c", "d"), share="0.75", metric="Its length.")
    assert sentence_of(usual) == "Its length, large, on a, b, c, d, in at least 3 of 4 cases: > 1."
    assert sentence_of(measured(effect="ratio", paired=False)).startswith("A number, large divided by none, on made up over 20 runs each")
    assert (
        sentence_of(measured(confidence="0.5"))
        == "A number, large minus none, on made up over 20 paired runs each, by 50 % intervals: > 1."
    )
    assert sentence_of(measured(confidence="0.950")) == sentence_of(measured())
    assert latex_of(single()) == r"\text{A number, large, on made up} > 1"


BAD: list[tuple[Any, type[ProbatumError], str]] = [
    (lambda: measured(5), DefinitionError, "got 5 as experiment, wanted a function"),
    (lambda: measured(relation=Eq), DefinitionError, "got relation=Eq, wanted one of Lt, Le, Gt, Ge"),
    (lambda: measured(metric=" "), DefinitionError, "Measured: metric: got ' ', wanted a sentence"),
    (lambda: measured(justified=""), DefinitionError, "Measured: justified: got '', wanted a sentence"),
    (lambda: measured(justified="x"), DefinitionError, "Measured: justified: got 'x', wanted a reason in words"),
    (lambda: measured(justified="0.5 = 0.5"), DefinitionError, "Measured: justified: got '0.5 = 0.5', wanted a reason in words"),
    (lambda: measured(effect="value"), DefinitionError, "got effect='value' with baseline='none', wanted a baseline= for a difference"),
    (lambda: measured(baseline=None), DefinitionError, "got effect='difference' with baseline=None"),
    (lambda: measured(effect="odd"), DefinitionError, "got effect='odd'"),
    (lambda: measured(threshold=1.5), ExactnessError, "Measured: threshold: got the float 1.5"),
    (lambda: measured(seeds=[1]), DefinitionError, "got 1 seeds, wanted at least 5, or none where nothing is random"),
    (lambda: measured(seeds=[1, 1, 2, 3, 4]), DefinitionError, "(1, 1, 2, 3, 4), wanted non-negative integers, each once"),
    (lambda: measured(seeds=[-1, 1, 2, 3, 4]), DefinitionError, "wanted non-negative integers, each once"),
    (lambda: measured(data=()), DefinitionError, "got () as data, wanted a name, or several, each once"),
    (lambda: measured(data=("a", "a")), DefinitionError, "got ('a', 'a') as data, wanted a name"),
    (lambda: measured(treatment=7), DefinitionError, "got 7 as treatment, wanted a name"),
    (lambda: measured(share=0), DefinitionError, "got share=0, wanted a number above 0 and at most 1"),
    (lambda: measured(share="1.1"), DefinitionError, "got share=11/10, wanted a number above 0 and at most 1"),
    (lambda: measured(confidence=1), DefinitionError, "got confidence=1, wanted a number from 1/2 on and below 1"),
    (lambda: measured(confidence="0.49"), DefinitionError, "got confidence=49/100, wanted a number from 1/2 on and below 1"),
    (lambda: Choice(""), ExactnessError, "Choice: got '', wanted a name"),
    (lambda: decide(single(lambda data, treatment, seeds: [1, 2])), MeasurementError, "got (2,) numbers, wanted one"),
    (lambda: decide(measured(lambda data, treatment, seeds: 1.0)), MeasurementError, "got (1,) numbers, wanted one for each of 20 seeds"),
    (
        lambda: decide(measured(lambda data, treatment, seeds: np.where(np.array(seeds) == 7, np.nan, 1.0))),
        MeasurementError,
        "('made up', 'large'): got nan for seed 7, wanted finite numbers",
    ),
    (lambda: decide(single(lambda data, treatment, seeds: np.inf)), MeasurementError, "got inf, wanted finite numbers"),
    (lambda: decide(measured(effect="ratio")), MeasurementError, "wanted positive numbers for a ratio"),
    (
        lambda: decide(single(lambda data, treatment, seeds: 0.0, baseline="plain", effect="ratio")),
        MeasurementError,
        "'large' on 'made up': got 0, wanted positive numbers for a ratio",
    ),
]


@pytest.mark.parametrize(("make", "error", "text"), BAD, ids=[row[2] for row in BAD])
def test_bad_input_is_named(make: Any, error: type[ProbatumError], text: str) -> None:
    with pytest.raises(error) as raised:
        make()
    assert text in str(raised.value)


def test_an_experiment_by_chance_is_named() -> None:
    calls = iter(range(1000))

    def by_chance(data: str, treatment: str, seeds: Any) -> Any:
        return normal(data, treatment, seeds) + (np.array(seeds) == 7) * next(calls)

    with pytest.raises(MeasurementError) as raised:
        decide(measured(by_chance))
    text = str(raised.value)
    assert text.startswith("by_chance('made up', 'large'): got ")
    assert " for seed 7, and " in text
    assert " with other seeds around it, wanted the same number: it must follow from its seed" in text


HIDDEN: dict[Any, Any] = {}
OF_OTHERS: dict[str, Any] = {
    "the place": lambda data, treatment, seeds: list(range(len(seeds))),
    "the other seeds": lambda data, treatment, seeds: [seed / sum(seeds) for seed in seeds],
    "a cache": lambda data, treatment, seeds: HIDDEN.setdefault(tuple(seeds), np.random.default_rng(len(HIDDEN)).normal(size=len(seeds))),
}


@pytest.mark.parametrize("experiment", OF_OTHERS.values(), ids=OF_OTHERS.keys())
def test_what_follows_from_more_than_its_seed_is_named(experiment: Any) -> None:
    with pytest.raises(MeasurementError, match="with other seeds around it, wanted the same number"):
        decide(single(experiment, seeds=range(1, 9)))


NO_NUMBERS: dict[str, tuple[Any, str]] = {
    "a generator": ((1.0 for _ in range(8)), "got generator '<generator"),
    "a dictionary": (dict.fromkeys(range(8), 1.0), "got dict '{0: 1.0"),
    "words": (["1.0"] * 8, "got str '1.0'"),
    "truth": ([True] * 8, "got bool 'True'"),
    "nothing": (None, "got NoneType 'None'"),
    "a complex number": ([1j] * 8, "got complex128 '1j'"),
    "a variable": ([sympy.Symbol("x")] * 8, "got Symbol 'x'"),
    "rows of several lengths": ([[1.0], [1.0, 2.0]], "got NoneType 'None'"),
    "what is too large": ([1e308, -1e308] * 4, "got 1e+308, wanted numbers up to 1e+150"),
}


@pytest.mark.parametrize(("returned", "text"), NO_NUMBERS.values(), ids=NO_NUMBERS.keys())
def test_what_an_experiment_returns_that_is_no_number_is_named(returned: Any, text: str) -> None:
    with pytest.raises(MeasurementError) as raised:
        decide(single(lambda data, treatment, seeds: returned, seeds=range(8)))
    assert text in str(raised.value)


def test_exact_numbers_are_numbers() -> None:
    returned = [Fraction(1, 2), sympy.sqrt(2), Decimal("0.7"), 3, 2.5]
    assert decide(single(lambda data, treatment, seeds: [returned[seed] for seed in seeds], seeds=range(5))).decisions


@pytest.mark.parametrize("threshold", [sympy.oo, -sympy.oo, sympy.nan, sympy.zoo, sympy.I])
def test_a_threshold_is_a_finite_real_number(threshold: Any) -> None:
    with pytest.raises(DefinitionError, match=r"threshold.*wanted a (finite|real) number"):
        single(data="made", threshold=threshold)


def test_a_threshold_holds_no_variable() -> None:
    with pytest.raises(DefinitionError, match="got threshold=x, wanted a number without variables"):
        decide(single(data="made", threshold=sympy.Symbol("x", real=True)))


def test_an_experiment_without_seeds_that_draws_is_named() -> None:
    calls = iter(range(1000))
    with pytest.raises(MeasurementError, match=r"got 0, and 1 when called again, wanted the same number"):
        decide(single(lambda data, treatment, seeds: next(calls)))


def test_of_each_experiment_one_arm_is_run_again() -> None:
    calls: list[str] = []

    def counted(data: str, treatment: str, seeds: Any) -> Any:
        calls.append(treatment)
        return normal(data, treatment, seeds)

    decide(measured(counted))
    decide(measured(counted, treatment="small"))
    assert calls == ["large", "large", "none", "small"]


def claimed(relation: Any = Gt, *, treatment: Any = Choice("large"), threshold: Any = 1) -> Any:  # noqa: B008 -- a frozen word
    """A claim that a treatment has an effect."""
    return measured(treatment=treatment, relation=relation, threshold=threshold)


def test_a_claim_is_measured_with_its_controls() -> None:
    finding = finding_of(claimed, controls={"no such effect": {"treatment": Choice("small")}})
    assert (finding["kind"], finding["verdict"], finding["strength"]) == ("Measured", "holds", "measured"), finding["reason"]
    assert finding["reason"].startswith(
        "True as stated: measured: each interval needed is beyond the threshold (0.95 intervals against > 1"
    )
    controls = [(control["name"], control["change"], control["turned"]) for control in finding["controls"]]
    assert controls == [
        ("relation reversed", "relation = < (stated: >)", True),
        ("no such effect", "treatment = small (stated: large)", True),
    ]
    assert finding == finding_of(claimed, controls={"no such effect": {"treatment": Choice("small")}})


def test_a_treatment_without_the_effect_does_not_survive() -> None:
    finding = finding_of(claimed, controls={"as large": {"threshold": "0.5"}})
    assert (finding["verdict"], finding["reason"]) == ("survived", "A control did not turn: as large.")


def test_a_straddling_claim_is_not_green() -> None:
    finding = finding_of(lambda relation=Gt, *, threshold=3: measured(relation=relation, threshold=threshold))
    assert (finding["verdict"], finding["as_expected"]) == ("undecided", False)
    assert "an interval lies on both sides of the threshold (0.95 intervals against > 3: made up 2." in finding["reason"]


def test_a_measurement_does_not_pass_for_more() -> None:
    from probatum.authoring.expectation import Holds, Refuted

    finding = finding_of(claimed, expect=Holds("sampled"))
    assert (finding["verdict"], finding["reason"]) == ("undecided", "Only measured, where sampled is needed.")
    wrong = Refuted("It has no such effect.", {"relation": Gt})
    refuted = finding_of(lambda relation=Lt, *, threshold=1: measured(relation=relation, threshold=threshold), expect=wrong)
    assert (refuted["verdict"], refuted["strength"], refuted["versions"][0]["strength"]) == ("refuted", "measured", "measured")


@pytest.mark.parametrize(("relation", "more"), [(Gt, 0), (Lt, 3)])
def test_a_threshold_that_the_text_states_is_tightened(relation: Any, more: int) -> None:
    def statement(bound: Any = 4) -> Any:
        return single(data="made", treatment="up", relation=relation, threshold=bound + more)

    controls, uses = derive(facts_of(statement), statement)
    assert uses == {"bound": "bound"}
    assert [control.name for control in controls] == ["bound tightened"]
    assert finding_of(statement)["controls"][0]["slack"] == "half", "6 is above 4.4 and below 6.6"


def test_a_missing_extra_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.special", None)
    experiments.values_of.cache_clear()
    text = message(claimed)
    assert "got no module 'scipy.special', wanted what the claim imports: pip install 'probatum[experiments]'" in text
    assert finding_of(claimed)["error"]["slug"] == "missing-extra"
    assert decide(single()).truth is Truth.TRUE, "what has no randomness needs no interval"


def test_an_experiment_runs_once_for_all_controls() -> None:
    calls: list[str] = []

    def counted(data: str, treatment: str, seeds: tuple[int, ...]) -> Any:
        calls.append(treatment)
        return length(data, treatment, seeds)

    finding_of(lambda relation=Gt: single(counted, relation=relation))
    assert calls == ["large", "large"], "the second tells whether the number is the same on every call"


@pytest.mark.parametrize(
    ("effect", "relation", "threshold", "says_nothing"),
    [
        ("factor", Ge, "1", True), ("factor", Ge, "0.5", True), ("factor", Gt, "0.5", True), ("factor", Gt, "1", False),
        ("factor", Ge, "1.1", False), ("factor", Le, "1", False), ("ratio", Gt, "0", True), ("ratio", Ge, "-1", True),
        ("ratio", Gt, "1", False), ("ratio", Lt, "1", False), ("difference", Ge, "-1", False),
    ],
)  # fmt: skip
def test_what_is_so_whatever_is_measured_says_nothing(effect: str, relation: Any, threshold: str, says_nothing: bool) -> None:
    statement = measured(positive, effect=effect, relation=relation, threshold=threshold)
    outcomes = [decision.outcome for decision in decide(statement).decisions]
    assert (outcomes == [Outcome.HOLLOW]) is says_nothing


@pytest.mark.parametrize(
    ("treatment", "baseline", "says_nothing"),
    [("large", "large", True), (("small", "large"), "large", True), ("large", "small", False), (("small", "large"), "none", False)],
    ids=str,
)
@pytest.mark.parametrize("effect", ["difference", "ratio", "factor"])
def test_a_treatment_beside_itself_says_nothing(effect: str, treatment: Any, baseline: str, says_nothing: bool) -> None:
    statement = measured(positive, treatment=treatment, baseline=baseline, effect=effect, relation=Lt, threshold=50)
    outcomes = [decision.outcome for decision in decide(statement).decisions]
    assert (outcomes == [Outcome.HOLLOW]) is says_nothing


@pytest.mark.parametrize(
    ("experiment", "over", "text"),
    [
        (
            lambda data, treatment: 1.0,
            (),
            "got a function of (data, treatment) (too many positional arguments), wanted one of (data, treatment, seeds)",
        ),
        (length, Free(sympy.Symbol("u", real=True), (1, 2), "These."), ", wanted one of (data, treatment, seeds, u)"),
        (lambda data, treatment, seeds, more: 1.0, (), "(missing a required argument: 'more'), wanted one of (data, treatment, seeds)"),
    ],
    ids=["no seeds", "no free choice", "more"],
)
def test_an_experiment_that_cannot_be_called_so_is_told_how(experiment: Any, over: Any, text: str) -> None:
    with pytest.raises(MeasurementError) as told:
        decide(single(experiment, over=over))
    assert text in str(told.value)


def test_an_experiment_that_takes_whatever_comes_is_called() -> None:
    assert decide(single(lambda *given, **more: 2.0)).truth is Truth.TRUE


RATE = Free(sympy.Symbol("u", real=True), (1, 2, 3), "These.")


def by_seed(data: str, treatment: str, seeds: tuple[int, ...], **more: Any) -> list[float]:
    return [1 + 1 / (seed + 3) for seed in seeds]


def by_rate(data: str, treatment: str, seeds: tuple[int, ...], u: float) -> list[float]:
    return [u + 1 / (seed + 3) for seed in seeds]


def early(data: str, treatment: str, seeds: tuple[int, ...], u: float) -> list[float]:
    return [max(u, 2) + 1 / (seed + 3) for seed in seeds]


def whole(data: str, treatment: str, seeds: tuple[int, ...], u: float) -> list[int]:
    return [2 for _ in seeds]


@pytest.mark.parametrize("data", ["d", ("d", "e")], ids=["one data set", "two"])
def test_a_free_choice_on_which_no_number_hangs_is_named(data: Any) -> None:
    text = (
        r"^u: got the same numbers in all runs with u 1 or u 2 or u 3, wanted an experiment whose numbers hang on each of its free choices"
    )
    with pytest.raises(MeasurementError, match=text):
        decide(single(by_seed, data=data, relation=Le, threshold=9, seeds=range(5), over=RATE))


def test_a_value_that_no_seed_changes_is_none_of_several_runs() -> None:
    for number, truth in each(((5.5, Truth.UNDECIDED), (5.0, Truth.TRUE), (0.0, Truth.FALSE))):
        decided = decide(single(lambda data, treatment, seeds, number=number: [number for _ in seeds], seeds=range(5)))
        assert decided.truth is truth, number
        assert ("no run differs from another" in decided.decisions[0].reason) == (truth is Truth.UNDECIDED)
    assert decide(single(lambda data, treatment, seeds: [5.5 + (seed == 4) / 10 for seed in seeds], seeds=range(5))).truth is Truth.TRUE
    assert decide(single(lambda data, treatment, seeds: 5.5)).truth is Truth.TRUE, "without seeds it is one run"


class Bench:
    """A method among experiments."""

    def by_treatment(self, data: str, treatment: str, seeds: tuple[int, ...]) -> list[float]:
        return [len(treatment) + 1 / (seed + 3) for seed in seeds]

    def by_data(self, data: str, treatment: str, seeds: tuple[int, ...]) -> list[float]:
        return [len(data) + 1 / (seed + 3) for seed in seeds]


def unchanged(data: str, treatment: str, seeds: tuple[int, ...]) -> list[float]:
    """As of trees, which scaled data do not change."""
    scale = 2 if treatment == "scaled" else 1
    return [(seed + 1) * scale / (3 * scale) for seed in seeds]


LOOKING: dict[str, tuple[Any, dict[str, Any]]] = {
    "a method": (Bench().by_treatment, {}),
    "a treatment that changes nothing": (unchanged, {}),
    "an inner function": (lambda data, treatment, seeds: [len([treatment for _ in "ab"]) / (seed + 3) for seed in seeds], {}),
    "what takes the rest": (lambda *given: [1 / (seed + 3) for seed in given[2]], {}),
    "a part of another": (functools.partial(by_seed), {}),
    "one of each": (by_seed, {"baseline": None, "effect": "value"}),
}
PASSING: dict[str, tuple[Any, dict[str, Any], str]] = {
    "a baseline": (by_seed, {}, "treatment"),
    "two treatments": (by_seed, {"baseline": None, "effect": "value", "treatment": ("small", "scaled")}, "treatment"),
    "a method of the data": (Bench().by_data, {}, "treatment"),
    "two data sets": (Bench().by_treatment, {"data": ("d", "e")}, "data"),
}


def compared(experiment: Any, more: dict[str, Any]) -> Measured:
    others = {"baseline": "plain", "effect": "ratio", "treatment": "scaled", **more}
    return single(experiment, relation=Le, threshold=9, seeds=range(5), **others)


@pytest.mark.parametrize("case", LOOKING)
def test_an_experiment_looks_at_what_it_compares(case: str) -> None:
    assert decide(compared(*LOOKING[case])).truth is Truth.TRUE


@pytest.mark.parametrize("case", PASSING)
def test_one_that_does_not_says_so(case: str) -> None:
    experiment, more, name = PASSING[case]
    with pytest.raises(
        MeasurementError, match=rf"^{name}: got an experiment that does not look at it, wanted one whose numbers hang on it"
    ):
        decide(compared(experiment, more))


@pytest.mark.parametrize(
    ("experiment", "more"),
    [
        (by_rate, {}),
        (early, {}),
        (whole, {}),
        (lambda data, treatment, seeds, u: 1.5, {"seeds": ()}),
        (by_seed, {"given": Le(RATE.choice, 1)}),
        (lambda data, treatment, seeds, u: [u * (data == "e") + 1 / (seed + 3) for seed in seeds], {"data": ("d", "e")}),
    ],
    ids=["it hangs on it", "at some values", "whole numbers", "few numbers", "one value", "for some data"],
)
def test_and_no_other_is(experiment: Any, more: dict[str, Any]) -> None:
    statement = single(experiment, **{"relation": Le, "threshold": 9, "seeds": range(5), "over": RATE} | more)
    assert decide(statement).truth is Truth.TRUE


def test_of_two_choices_the_idle_one_is_named() -> None:
    step = Free(sympy.Symbol("v", real=True), (1, 2), "These.")

    def both(data: str, treatment: str, seeds: tuple[int, ...], u: float, v: float) -> list[float]:
        return by_rate(data, treatment, seeds, u)

    with pytest.raises(MeasurementError, match=r"^v: got the same numbers in all runs with v 1 or v 2"):
        decide(single(both, relation=Le, threshold=9, seeds=range(5), over=(RATE, step)))


def in_code(most: Any = Le, start: Any = 3) -> Any:
    run = lambda data, treatment, seeds: [float(start) + 1 / (seed + 3) for seed in seeds]  # noqa: E731
    return single(run, relation=most, threshold=4, seeds=range(5))


def test_a_result_in_code_alone_is_changed_by_its_author() -> None:
    assert "got the result start, which stands in code alone" in message(in_code)
    assert "wanted @fails_with(..., start=...)" in message(in_code)
    found = finding_of(in_code, controls={"later": {"start": 5}})
    assert found["verdict"] == "holds", found["reason"]
    assert [control["turned"] for control in found["controls"]] == [True, True]
    assert finding_of(in_code, controls={"later": {"start": "3.5"}})["verdict"] == "survived"
    assert finding_of(in_code, still_true={"sooner": ({"start": 2}, "It only starts sooner.")})["verdict"] == "holds"


@pytest.mark.parametrize("name", ["large ", " large", "large\n", "very  large", "", " "])
def test_names_that_readers_cannot_tell_apart_are_refused(name: str) -> None:
    for more in ({"treatment": name}, {"data": name}, {"treatment": ("small", name)}, {"baseline": name}):
        with pytest.raises(DefinitionError, match=r"^Measured: got .* wanted a name without blanks around it$"):
            measured(**more)
    assert measured(treatment="very large").treatment == ("very large",)


def broken(data: str, treatment: str, seeds: tuple[int, ...]) -> list[float]:
    return [1 / (len(data) - 1) for _ in seeds]


def test_what_an_experiment_raises_is_told_as_its_own() -> None:
    with pytest.raises(MeasurementError, match=r"^broken\('d', 'large'\): got ZeroDivisionError: division by zero, wanted numbers$"):
        decide(single(broken, data="d", seeds=range(5)))
    assert decide(single(broken, data="de", seeds=range(5), relation=Le, threshold=2)).truth is Truth.TRUE


def test_and_what_it_lacks_as_before() -> None:
    def lacking(data: str, treatment: str, seeds: tuple[int, ...]) -> list[float]:
        raise ModuleNotFoundError("nothing", name="nothing")

    def malformed(data: str, treatment: str, seeds: tuple[int, ...]) -> list[float]:
        raise DefinitionError("its own")

    for experiment, kind in ((lacking, ModuleNotFoundError), (malformed, DefinitionError)):
        with pytest.raises(kind, match=r"^(nothing|its own)$"):
            decide(single(experiment, data=kind.__name__, seeds=range(5)))

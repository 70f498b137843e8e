"""What was measured is told in plain sentences, rounded so that they stay true."""

from __future__ import annotations

from typing import Any

import pytest

from probatum_reports.content.counterexamples import counterexample
from probatum_reports.content.measured import missed, sentences
from probatum_reports.content.specifications import curve, curves, described, specifications
from probatum_reports.words.numbers import per_cent, rounded
from probatum_reports.words.prose import spoken

CASES = [
    {"case": "wine", "low": "0.0000000657710", "high": "0.0000000657710", "beyond": True},
    {"case": "digits", "low": "0.0242131", "high": "0.0404412", "beyond": True},
]


def measured(**more: Any) -> Any:
    plain: dict[str, Any] = {
        "metric": "Steps", "effect": "ratio", "treatment": ["standard"], "baseline": "raw", "relation": "≤", "limit": "1/2",
        "needed": 2, "runs": 0, "data": ["wine", "digits"], "choices": [], "cases": CASES,
    }  # fmt: skip
    return plain | more


def cases(*ends: tuple[str, str], failing: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    return [
        {"case": f"case {number}", "low": low, "high": high, "beyond": number not in failing} for number, (low, high) in enumerate(ends)
    ]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (measured(), "Steps, standard against raw: 4.1 % or less on all 2 data sets (limit: 50 %)."),
        (measured(relation="≥", limit="10", cases=cases(("18.79", "20"), ("3000", "3001"))),
         "Steps, standard against raw: 18 times as much or more on all 2 data sets (limit: 10 times)."),
        (measured(effect="value", baseline=None, limit="11/10", cases=cases(("1.00565", "1.00565"))),
         "Steps, standard: 1.1 or less on case 0 (limit: 1.1)."),
        (measured(effect="value", baseline=None, relation=">", limit="1", cases=cases(("661.028", "661.028"), ("219312", "219312"))),
         "Steps, standard: 660 or more on all 2 data sets (limit: 1)."),
        (measured(effect="difference", limit="-10", cases=cases(("-33.43", "-28.20"), ("-16.8", "-13.62"))),
         "Steps, standard against raw: lower by 13 or more on all 2 data sets (limit: 10)."),
        (measured(effect="difference", relation="≥", limit="1/100", cases=cases(("0.2507", "0.3889"), ("0.5", "0.6"))),
         "Steps, standard against raw: higher by 0.25 or more on all 2 data sets (limit: 0.01)."),
        (measured(effect="factor", limit="2", treatment=["robust", "Winsorized"],
                  cases=cases(("1.1", "1.25"), ("1", "9"), failing=(1,)), needed=1),
         "Steps, robust and Winsorized against raw: a factor of 1.3 or less on 1 of 2 cases (limit: 2)."),
    ],
)  # fmt: skip
def test_the_worst_case_is_told_with_its_limit(record: Any, said: str) -> None:
    assert sentences([record]) == said


def test_of_many_measurements_two_are_told() -> None:
    assert sentences([measured()] * 3).endswith(" One more measurement is within the limits too.")
    assert sentences([measured()] * 4).endswith(" 2 more measurements are within the limits too.")


def test_a_missed_limit_says_how_often() -> None:
    bad = measured(cases=cases(("0.1", "0.2"), ("2.4", "2.5"), ("0.4", "0.6"), failing=(1, 2)), needed=3)
    assert missed([bad]) == "Steps, standard against raw: only 1 of 3 data sets within the limit (50 %)."
    assert "none of 2 data sets within" in missed([measured(cases=cases(("2", "3"), ("2", "3"), failing=(0, 1)))])
    assert missed([bad | {"needed": 2}]).endswith("(50 %), where 2 are needed.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0.168350431026", "0.168"), ("-0.00668173050508", "−0.00668"), ("2.42329", "2.42"), ("15", "15"), ("99828.1", "99,800"),
        ("0.000000065771", "6.58 · 10⁻⁸"), ("1e30", "1 · 10³⁰"), ("23850 to 42720", "23850 to 42720"), ("0", "0"), ("NaN", "NaN"),
    ],
)  # fmt: skip
def test_a_number_is_read_in_few_digits(text: str, said: str) -> None:
    assert rounded(text) == said


def grid(**more: Any) -> Any:
    """An experiment with a free choice, of which one specification fails and one is open."""
    ends = cases(("0.1", "0.2"), ("2", "3"), ("0.4", "0.6"), ("0.01", "0.02"), failing=(1,))
    ends[2]["beyond"] = None
    choices = [{"name": "epsilon", "values": ["1/10", "1/100"], "because": "A rough fit and a good one."}]
    return measured(cases=ends, choices=choices, runs=8, needed=1, data=["wine"]) | more


def test_a_curve_has_one_mark_a_specification_on_three_sides_of_the_limit() -> None:
    found = curve(grid())
    assert [(style, path.count("M")) for style, path in found.marks] == [(1, 2), (2, 1), (3, 1)]
    heights = [int(mark.split()[1].removesuffix("h0")) for _, path in found.marks for mark in path.split("M")[1:]]
    assert heights == [84, 49, 6, 31], "84 - 78 (log x - log 0.015) / log(2.5 / 0.015), of the middles 0.15, 2.5, 0.5"
    assert found.limit == 31, "at a half, as the middle of the open one"
    assert len(found.choices) == 1


def test_of_several_cases_the_worst_is_the_mark() -> None:
    both = grid(treatment=["standard", "min-max"])
    assert [case["case"] for case in specifications(both)] == ["case 1", "case 2"]
    assert [case["case"] for case in specifications(both | {"relation": "≥"})] == ["case 0", "case 3"]
    free = [{"name": "data", "values": ["wine"], "because": "One."}]
    assert len(specifications(grid(data=["wine", "digits"]))) == 2
    assert len(specifications(grid(data=["wine", "digits"], choices=free))) == 4


def test_a_curve_says_where_it_fails() -> None:
    assert described(grid()) == (
        "Each mark is wine at one choice of epsilon; the line is the limit, 50 %. "
        "2 of 4 are within it; squares are not. Not: case 1; case 2."
    )
    many = grid(cases=cases(*[("2", "3")] * 5, ("0.1", "0.1"), failing=(0, 1, 2, 3, 4)))
    assert described(many).endswith("1 of 6 are within it; squares are not. Not: case 0; case 1; case 2; and 2 more.")
    assert described(grid(cases=cases(("0.1", "0.2"), ("0.3", "0.4")), choices=[])).startswith("Each mark is one case; the line is")
    assert described(grid(cases=cases(("0.1", "0.2"), ("0.3", "0.4")))).endswith("2 of 2 are within it.")


def test_a_difference_may_be_below_zero() -> None:
    found = curve(grid(effect="difference", cases=cases(("-3", "-2"), ("0", "0"), ("1", "2"))))
    assert [path.count("M") for _, path in found.marks] == [3]


def test_few_cases_are_no_curve() -> None:
    assert curves(None) == ()
    few = grid(cases=CASES)
    version: Any = {"role": "stated", "decisions": [{"measured": few}, {}]}
    assert curves(version) == ()
    several: Any = {"role": "stated", "decisions": [{"measured": grid()}]}
    assert len(curves(several)) == 1


def test_a_mark_says_of_which_cases_it_is_the_worst() -> None:
    assert described(grid(data=["wine", "digits"])).startswith("Each mark is the worst of wine and digits at one choice of epsilon;")
    both = described(grid(data=["wine", "digits"], treatment=["standard", "min-max"]))
    assert both.startswith("Each mark is the worst of 4 cases at one choice of epsilon;")
    free = [{"name": "data", "values": ["wine", "digits"], "because": "Two."}]
    assert described(grid(data=["wine", "digits"], choices=free)).startswith("Each mark is one choice of data;")


def test_the_curve_of_a_correction_says_so() -> None:
    versions: list[Any] = [{"role": role, "decisions": [{"measured": grid()}]} for role in ("stated", "corrected")]
    assert [spoken(curves(version)[0].title) for version in versions] == [
        "Steps, standard against raw",
        "True instead: Steps, standard against raw",
    ]


def test_specifications_are_counted_as_such_only_where_each_is_one_case() -> None:
    failing = cases(*[("2", "3")] * 4, failing=(0, 1, 2, 3))
    assert "none of 4 specifications within" in missed([grid(cases=failing)])
    assert "none of 4 cases within" in missed([grid(cases=failing, data=["wine", "digits"])])


def test_a_share_that_is_missed_is_told_in_the_unit_of_its_limit() -> None:
    value = {"name": "wine", "exact": "0.8018 to 2", "latex": r"\text{wine} = \text{0.8018 to 2}", "decimal": None}
    entry: Any = {"kind": "cases", "shows": "1 of 2 cases.", "step": None, "values": [value]}
    told = [counterexample(entry, each) for each in (grid(), grid(effect="factor"), None)]
    assert [each.brief for each in told if each] == [
        "wine: 80.18 to 200\u00a0%",
        "wine: 0.8018 to 2",
        "wine: 0.8018 to 2",
    ]
    assert per_cent("-0.5") == "−50\u00a0%"

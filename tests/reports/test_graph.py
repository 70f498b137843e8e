"""The graph of claims that rest on others."""

from __future__ import annotations

from itertools import pairwise

from probatum_reports.drawing.graph import Graph, graph
from probatum_reports.words.chips import Chip
from probatum_reports.words.verdicts import HOLDS, REFUTED

CHIPS = {name: Chip(name, HOLDS) for name in "abcdefg"} | {"bad": Chip("bad", REFUTED)}


def laid(rests_on: dict[str, list[str]]) -> Graph:
    made = graph(rests_on, CHIPS)
    assert made is not None
    return made


def order(made: Graph) -> list[str]:
    return [chip.claim for chip in made.nodes]


def test_without_edges_there_is_no_graph() -> None:
    assert graph({"a": [], "b": []}, CHIPS) is None
    assert graph({"a": ["not-in-this-run"], "b": ["b"]}, CHIPS) is None


def test_foundations_stand_above_what_rests_on_them() -> None:
    made = laid({"a": ["b", "c"], "b": ["c"], "d": ["bad"], "e": []})
    assert order(made) == ["c", "b", "a", "bad", "d"]
    assert made.words == "3 of 5 claims rest on others."


def test_a_lane_leads_to_each_claim_and_has_the_foundations_verdict() -> None:
    made = laid({"a": ["bad"], "b": ["bad", "bad"]})
    (lane,) = made.lanes
    assert lane.verdict == "refuted"
    assert lane.path.count("M") == lane.heads.count("Z") == 2


def test_lanes_that_run_side_by_side_do_not_touch() -> None:
    made = laid({"c": ["a", "b"], "d": ["a", "b"]})
    columns = {lane.path.split("H")[1].split("V")[0] for lane in made.lanes}
    assert len(columns) == 2


def test_claims_that_rest_on_each_other_are_shown() -> None:
    assert sorted(order(laid({"a": ["b"], "b": ["a"]}))) == ["a", "b"]


def test_a_long_chain_has_one_row_each() -> None:
    names = [f"claim-{number}-{'x' * 60}" for number in range(300)]
    chips = {name: Chip(name, HOLDS) for name in names}
    made = graph({above: [below] for above, below in pairwise(names)}, chips)
    assert made is not None
    assert order(made) == names[::-1]
    assert made.is_tall
    assert not laid({"a": ["b"]}).is_tall
    assert (made.wide, made.tall) == ("2.769em", "600em")  # two ems a row, as the style sheet has it

"""What the page says of a ledger, before any markup."""

from __future__ import annotations

import copy
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from probatum.decision import Decided, Decision, Outcome, Truth
from probatum.vocabulary import Role, Verdict
from probatum_reports.content.cards import Card
from probatum_reports.content.counterexamples import counterexample
from probatum_reports.content.decisions import turning
from probatum_reports.content.edition import Edition
from probatum_reports.content.names import PageError
from probatum_reports.content.page_data import NAMED, Page, pages
from probatum_reports.words.prose import Citation, Text, spoken
from probatum_reports.words.verdicts import BY_NAME
from tests.each import each
from tests.ledgers.many import many
from tests.schema import SCHEMA

SAMPLE = Path(__file__).parents[1] / "ledgers" / "sample.json"


@pytest.fixture
def ledger() -> Any:
    read: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return read


def page_of(ledger: Any) -> Page:
    (page,) = pages(Edition(ledger), {"descent-sample": "report.html"})
    return page


def cards_of(ledger: Any) -> dict[str, Card]:
    natural = [card for section in page_of(ledger).sections for card in section.cards]
    return {card.id: card for each in natural for card in (each, *each.strict_readings)}


def finding(ledger: Any, claim: str) -> Any:
    (found,) = [each for each in ledger["findings"] if each["id"] == claim]
    result: dict[str, Any] = found
    return result


def test_the_sample_is_in_the_ledgers_contract(ledger: Any) -> None:
    assert jsonschema_rs.is_valid(SCHEMA, ledger)


def test_the_contract_is_seen_to_refuse(ledger: Any) -> None:
    finding(ledger, "bowl-eigenvalues")["verdict"] = "plausible"
    with pytest.raises(jsonschema_rs.ValidationError, match="plausible"):
        jsonschema_rs.validate(SCHEMA, ledger)


def test_every_word_of_the_contract_is_known_to_the_page() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["role"]["enum"] == list(Role)
    assert definitions["truth"]["enum"] == list(Truth)
    assert definitions["verdict"]["enum"] == list(Verdict) == list(BY_NAME)


def rows_of(ledger: Any) -> dict[str, dict[str, int]]:
    """The counts that are not 0, by how the text says it."""
    return {row.said: {count.verdict.name: count.number for count in row.counts if count.number} for row in page_of(ledger).tally.rows}


def test_what_the_text_states_implies_and_says_strictly_is_counted_apart(ledger: Any) -> None:
    assert rows_of(ledger) == {
        "stated": {
            "holds": 2,
            "conditional": 1,
            "refuted": 1,
            "undecided": 1,
            "suspect": 1,
            "vacuous": 1,
            "survived": 1,
            "conflict": 1,
            "error": 1,
        },
        "implied": {"holds": 2},
        "strict": {"refuted": 1},
    }
    page = page_of(ledger)
    assert page.tally.unchecked == 1
    assert page.tally.words.startswith("The text states 10 claims: 2 hold, 1 conditional, 1 refuted, ")
    assert page.tally.words.endswith("Read strictly 1 claim: 1 refuted. 1 statement cannot be checked.")


def test_the_bars_segments_fill_it_without_overlap(ledger: Any) -> None:
    counts = page_of(ledger).tally.rows[0].counts
    assert counts[0].start == 0
    assert counts[-1].start + counts[-1].width == 1_000
    assert all(before.start + before.width < after.start for before, after in each(pairwise(counts)))
    assert counts[0].width > 1.5 * counts[1].width  # two claims against one


def test_a_verdict_that_nothing_has_is_shown_only_if_it_is_one_of_the_good_ends(ledger: Any) -> None:
    ledger["findings"] = [finding(ledger, "bowl-eigenvalues") | {"said": "stated"}]
    ledger["documents"][0]["not_checkable"] = []
    (row,) = page_of(ledger).tally.rows
    assert [(count.verdict.name, count.number, count.width) for count in row.counts] == [
        ("holds", 1, 1_000),
        ("conditional", 0, 0),
        ("refuted", 0, 0),
    ]


def test_a_document_without_claims_has_an_empty_bar(ledger: Any) -> None:
    ledger["findings"] = []
    ledger["documents"][0]["not_checkable"] = []
    (row,) = page_of(ledger).tally.rows
    assert [count.width for count in row.counts] == [0, 0, 0]
    assert page_of(ledger).tally.words == "No claim has been decided yet."


def test_coverage_counts_what_is_classified_and_checked(ledger: Any) -> None:
    page = page_of(ledger)
    assert (page.coverage.accounted, page.coverage.passages) == (13, 14)
    gaps = {passage.id: passage.gap for section in page.sections for passage in section.passages if passage.gap}
    assert gaps == {"answer.cure.5": "not classified yet"}


def test_a_passage_whose_claim_is_gone_is_a_gap(ledger: Any) -> None:
    ledger["findings"].remove(finding(ledger, "bowl-eigenvalues"))
    page = page_of(ledger)
    assert page.coverage.accounted == 12
    gaps = {passage.id: passage.gap for section in page.sections for passage in section.passages if passage.gap}
    assert gaps["answer.bowl.2"] == "not checked yet"


def test_cards_stand_in_the_order_of_the_text(ledger: Any) -> None:
    ledger["findings"].reverse()
    order = [passage.id for section in page_of(ledger).sections for passage in section.passages]
    at = [card.place.passage for section in page_of(ledger).sections for card in section.cards]
    assert at == sorted(at, key=order.index)
    assert len(at) == len(ledger["findings"]) - 1  # the strict reading stands in the card of the natural one


def test_within_a_passage_what_is_stated_comes_first_and_then_each_as_it_was_written(ledger: Any) -> None:
    first = finding(ledger, "bowl-eigenvalues")
    written = [("z-first", "stated", 10), ("a-second", "stated", 20), ("m-implied", "implied", 5)]
    ledger["findings"] = [
        first | {"id": id, "said": said, "source": first["source"] | {"line": line}} for id, said, line in reversed(written)
    ]
    assert list(cards_of(ledger)) == [id for id, _, _ in written]


def test_a_strict_reading_of_a_claim_that_is_not_there_stands_by_itself(ledger: Any) -> None:
    ledger["findings"].remove(finding(ledger, "gradient-misses-minimum"))
    cards = [card for section in page_of(ledger).sections for card in section.cards]
    assert [card.id for card in cards if card.said == "strict"] == ["gradient-misses-minimum-strict"]


def test_readings_of_each_other_are_all_shown(ledger: Any) -> None:
    finding(ledger, "gradient-misses-minimum").update(said="strict", reading_of="gradient-misses-minimum-strict")
    assert {"gradient-misses-minimum", "gradient-misses-minimum-strict"} <= set(cards_of(ledger))


def test_what_is_not_checkable_is_a_list_of_its_own_and_marks_its_passage(ledger: Any) -> None:
    page = page_of(ledger)
    assert [(each.id, each.place.passage) for each in page.unchecked] == [("zigzags-feel-wasteful", "answer.bowl.6")]
    (passage,) = [each for section in page.sections for each in section.passages if each.id == "answer.bowl.6"]
    assert (passage.mark and passage.mark.name, passage.marked) == ("not-checkable", "1 not checkable")


def test_a_passage_has_one_mark_of_its_severest_natural_verdict(ledger: Any) -> None:
    passages = {passage.id: passage for section in page_of(ledger).sections for passage in section.passages}
    with_strict = passages["answer.bowl.5"]  # whose strict reading is refuted
    assert (with_strict.mark and with_strict.mark.name, with_strict.marked) == ("holds", "stated: 1 holds")
    finding(ledger, "fixed-rate-converges")["at"] = "answer.bowl.5"
    passages = {passage.id: passage for section in page_of(ledger).sections for passage in section.passages}
    assert passages["answer.bowl.5"].marked == "stated: 1 conditional, 1 holds"


@pytest.mark.parametrize(("implied", "mark"), [("refuted", "holds"), ("undecided", "undecided")])
def test_what_a_passage_states_marks_it_unless_what_it_implies_is_unsettled(ledger: Any, implied: str, mark: str) -> None:
    finding(ledger, "fixed-rate-converges").update(at="answer.bowl.5", said="implied", verdict=implied)
    (passage,) = [each for section in page_of(ledger).sections for each in section.passages if each.id == "answer.bowl.5"]
    assert (passage.mark and passage.mark.name, passage.marked) == (mark, f"stated: 1 holds; implied: 1 {implied}")


def test_passages_that_are_not_checked_yet_are_one_row(ledger: Any) -> None:
    section = ledger["documents"][0]["sections"][1]
    for passage in section["passages"][-3:]:
        passage["roles"] = []
    rows = page_of(ledger).sections[1].rows
    assert len(rows[-1]) == 3
    assert [len(row) for row in rows[:-1]] == [1] * (len(section["passages"]) - 3)


def test_what_is_false_comes_before_what_needs_a_condition(ledger: Any) -> None:
    page = page_of(ledger)
    assert [flaw.card.verdict.name for flaw in page.flaws] == ["refuted", "conditional"]
    assert {flaw.card.said for flaw in (*page.flaws, *page.unsettled)} == {"stated"}
    assert "gradient-misses-minimum-strict" not in [flaw.chip.claim for flaw in page.flaws]


def test_what_nobody_knows_is_not_held_against_the_text(ledger: Any) -> None:
    page = page_of(ledger)
    assert [flaw.card.verdict.name for flaw in page.unsettled] == ["error", "conflict", "survived", "vacuous", "suspect", "undecided"]
    ledger["findings"] = [each for each in ledger["findings"] if each["as_expected"]]
    assert page_of(ledger).unsettled == ()


@pytest.mark.parametrize(("verdicts", "first", "more"), [
    (["conditional"] * 6, 4, 2),
    (["refuted"] * 5 + ["conditional"], 5, 1),
    (["refuted"], 1, 0),
])  # fmt: skip
def test_nothing_that_is_false_is_folded(ledger: Any, verdicts: list[str], first: int, more: int) -> None:
    holding = finding(ledger, "second-coordinate-flips")
    ledger["findings"] = [holding | {"id": f"claim-{number}", "verdict": verdict} for number, verdict in enumerate(verdicts)]
    page = page_of(ledger)
    assert (len(page.first_flaws), len(page.more_flaws)) == (first, more)


@pytest.mark.parametrize(("title", "gist", "says"), [
    ("To be filled in: the title", "x", ["1 title in the outline is still to be filled in."]),
    ("A title", " ", ["1 passage of 14 has no gist in the outline."]),
    ("A title", "x", []),
])  # fmt: skip
def test_what_an_outline_lacks_is_counted(ledger: Any, title: str, gist: str, says: list[str]) -> None:
    ledger["findings"] = [each for each in ledger["findings"] if each["as_expected"]]
    ledger["documents"][0]["sections"][0]["title"] = title
    ledger["documents"][0]["sections"][0]["passages"][0]["gist"] = gist
    assert [notice.text for notice in page_of(ledger).notices] == says


def test_the_outline_links_each_passage_to_its_verdicts(ledger: Any) -> None:
    passages = {passage.id: passage for section in page_of(ledger).sections for passage in section.passages}
    assert [(chip.claim, chip.verdict.name, chip.href) for chip in passages["answer.bowl.5"].chips] == [
        ("gradient-misses-minimum", "holds", "#gradient-misses-minimum"),
    ]
    assert [chip.verdict.name for chip in passages["answer.bowl.6"].chips] == ["not-checkable"]


def test_a_full_run_that_came_out_as_expected_has_no_notice(ledger: Any) -> None:
    ledger["findings"] = [each for each in ledger["findings"] if each["as_expected"]]
    assert page_of(ledger).notices == ()


@pytest.mark.parametrize(
    ("run", "says"),
    [
        ({"selected": 3, "total": 12}, "Partial run: 3 of 12 claims were selected."),
        ({"selected": 3, "total": None}, "Partial run: 3 of an unknown number of claims were selected."),
        ({"reused": 1}, "1 finding of this run came from earlier runs of the same code."),
        ({"reused": 1200}, "1,200 findings of this run came from earlier runs of the same code."),
        ({"complete": False}, "The run did not finish."),
    ],
)
def test_a_partial_run_is_marked(ledger: Any, run: Any, says: str) -> None:
    ledger["run"] |= run
    assert page_of(ledger).notices[0].text.startswith(says)


def test_what_the_author_did_not_expect_is_marked_on_top_and_on_its_card(ledger: Any) -> None:
    finding(ledger, "fixed-rate-converges").update(as_expected=False, expected={"verdict": "holds", "strength": "enclosed"})
    (notice,) = page_of(ledger).notices
    assert notice.text == "7 claims of 13 did not come out as the author expected:"
    assert "fixed-rate-converges" in [chip.claim for chip in notice.chips]
    surprise = cards_of(ledger)["fixed-rate-converges"].surprise
    assert surprise == "Not as expected. Found: conditional (proved). The author expected: holds (enclosed)."
    assert cards_of(ledger)["bowl-eigenvalues"].surprise == ""


@pytest.mark.parametrize(("engines", "witnesses", "says"), [
    (["z3"], 1, "By the SMT solver z3 alone."),
    (["z3", "cvc5"], 2, "By the SMT solvers z3 and cvc5 independently."),
    (["flint", "z3", "arb"], 3, "By computer algebra (FLINT), the SMT solver z3 and interval arithmetic (Arb) independently."),
    (["exact search", "arb"], 1, "By exact search and interval arithmetic (Arb) together; parts by one alone."),
    (["SymPy and cvc5", "z3"], 2, "By SymPy with cvc5 and the SMT solver z3 independently."),
    (["exact certificate", "cvc5"], 2, "By an exact certificate and the SMT solver cvc5 independently."),
])  # fmt: skip
def test_who_decided_a_claim_is_said_in_a_sentence(ledger: Any, engines: list[str], witnesses: int, says: str) -> None:
    (version,) = finding(ledger, "bowl-eigenvalues")["versions"]
    version.update(engines=engines, witnesses=witnesses)
    assert spoken(cards_of(ledger)["bowl-eigenvalues"].reason) == says


def test_a_claim_on_weak_ground_names_it_near_or_far(ledger: Any) -> None:
    finding(ledger, "whitening-is-spherical")["rests_on"] = ["gradient-misses-minimum"]
    cards = cards_of(ledger)
    assert [chip.claim for chip in cards["gradient-misses-minimum"].weak_foundations] == ["fixed-rate-converges"]
    assert [chip.claim for chip in cards["whitening-is-spherical"].weak_foundations] == ["fixed-rate-converges"]
    assert cards["fixed-rate-converges"].weak_foundations == ()  # it rests on a claim that holds


def test_claims_that_rest_on_each_other_end(ledger: Any) -> None:
    finding(ledger, "bowl-eigenvalues")["rests_on"] = ["fixed-rate-converges"]
    assert [chip.claim for chip in cards_of(ledger)["fixed-rate-converges"].weak_foundations] == []
    assert [chip.claim for chip in cards_of(ledger)["bowl-eigenvalues"].weak_foundations] == ["fixed-rate-converges"]


def test_a_claim_that_is_not_in_the_ledger_has_no_chip(ledger: Any) -> None:
    cited = {citation.claim: citation.chip for note in cards_of(ledger)["one-step-suffices"].notes for citation in note.claims}
    assert cited["not-in-this-run"] is None
    assert cited["standardizing-is-spherical"] is not None


def test_a_conditional_claim_shows_condition_sharpness_and_the_simplest_counterexample(ledger: Any) -> None:
    card = cards_of(ledger)["fixed-rate-converges"]
    assert card.condition is not None
    assert [run.kind for run in card.condition.wording] == ["formula"]
    assert (card.is_sharp, card.is_needed) == (True, False)
    assert card.counterexample is not None
    assert [(value.exact, value.decimal) for value in card.counterexample.values] == [("3/50", "= 3/50 = 0.06"), ("50", "")]


def test_a_decimal_that_is_not_the_exact_value_says_so(ledger: Any) -> None:
    counterexample = cards_of(ledger)["standardizing-is-spherical"].counterexample
    assert counterexample is not None
    assert counterexample.values[0].decimal == "= 1/3 ≈ 0.333"


def test_a_condition_is_not_called_sharp_unless_that_was_decided(ledger: Any) -> None:
    record = finding(ledger, "fixed-rate-converges")
    record["necessity"] = None
    assert not cards_of(ledger)["fixed-rate-converges"].is_sharp
    record["necessity"] = "needed"
    assert cards_of(ledger)["fixed-rate-converges"].is_needed


def test_the_sides_of_a_closed_statement_are_no_counterexample(ledger: Any) -> None:
    control = cards_of(ledger)["bowl-eigenvalues"].controls[0]
    assert control.counterexample is not None
    assert control.counterexample.title == "What the two sides come to"


def test_controls_are_summed_up(ledger: Any) -> None:
    cards = cards_of(ledger)
    assert cards["bowl-eigenvalues"].controls_summary == "4 of 4 controls came out false, as they must"
    assert cards["fixed-rate-converges"].controls_summary == "2 of 2 controls came out false, as they must; 1 change rightly left it true"
    assert cards["steps-bounded"].controls_summary == "0 of 2 controls came out false, as they must"
    assert cards["steps-bounded"].controls_failed
    assert cards["one-step-suffices"].controls_summary == "no controls were run"


def test_deciders_are_named_only_where_they_decided(ledger: Any) -> None:
    stated = cards_of(ledger)["fixed-rate-converges"].stated
    assert stated is not None
    assert stated.deciders_in_words == "the SMT solver z3 and exact search independently"
    assert (stated.silent, stated.gave_up) == ("computer algebra (SymPy)", ())
    undecided = cards_of(ledger)["one-step-suffices"].stated
    assert undecided is not None
    assert undecided.silent == ""
    assert all(decision.reason for decision in each(undecided.gave_up))


def test_cases_tried_carry_a_verdict_only_where_nothing_stronger_does(ledger: Any) -> None:
    sampled = cards_of(ledger)["whitening-is-spherical"].stated
    assert sampled is not None
    assert sampled.deciders_in_words == "search"
    decided = Decided(None, (Decision("search", Outcome.SUPPORTED, ""), Decision("smt", Outcome.PROVED, "", engine="z3")))
    assert [decision.by for decision in decided.carrying] == ["z3"]


def test_a_statement_of_words_alone_has_no_formula(ledger: Any) -> None:
    stated = cards_of(ledger)["whitening-is-spherical"].stated
    assert stated is not None
    assert stated.statement.lines == ()
    assert [run.kind for run in stated.statement.sentence] == ["text", "formula", "text"]


def test_what_deciders_disagree_about_is_no_counterexample(ledger: Any) -> None:
    card = cards_of(ledger)["saturation-shrinks-gradients"]
    assert card.stated is not None
    assert card.stated.counterexample is not None  # one decider's, shown among the decisions
    assert card.counterexample is None


def test_strict_and_natural_reading_know_each_other(ledger: Any) -> None:
    cards = cards_of(ledger)
    assert [card.id for card in cards["gradient-misses-minimum"].strict_readings] == ["gradient-misses-minimum-strict"]
    reading_of = cards["gradient-misses-minimum-strict"].reading_of
    assert reading_of is not None
    assert reading_of.claim == "gradient-misses-minimum"
    assert [cards[id].said for id in ("gradient-misses-minimum-strict", "bowl-eigenvalues")] == ["strict", "implied"]


def test_a_claim_of_another_document_is_linked_on_its_own_page(ledger: Any) -> None:
    other = copy.deepcopy(ledger["documents"][0]) | {"id": "other", "not_checkable": [], "answer": "See [bowl-eigenvalues]."}
    ledger["documents"].append(other)
    _, page = pages(Edition(ledger), {"descent-sample": "report-descent-sample.html", "other": "report-other.html"})
    citation = page.answer.lead[0][1]
    assert isinstance(citation, Citation)
    assert citation.chip is not None
    assert citation.chip.href == "report-descent-sample.html#bowl-eigenvalues"


def test_only_web_addresses_become_links(ledger: Any) -> None:
    assert page_of(ledger).url == "https://example.org/questions/rescaling"
    ledger["documents"][0]["url"] = "javascript:alert(1)"
    assert page_of(ledger).url == ""


def test_a_long_wording_is_cut_for_the_headline_and_kept_whole(ledger: Any) -> None:
    finding(ledger, "bowl-eigenvalues")["wording"] = "word $x^2$ " * 10_000
    wording = cards_of(ledger)["bowl-eigenvalues"].wording
    shown = sum(len(run.text) if isinstance(run, Text) else 0 for run in wording.beginning)
    assert wording.is_cut
    assert shown <= 302  # half of the limit, and the ellipsis
    assert wording.characters == 110_000
    assert len(wording.whole) == 20_001


def test_a_malformed_record_is_named(ledger: Any) -> None:
    del finding(ledger, "bowl-eigenvalues")["scope"]
    with pytest.raises(PageError, match=r"finding 'bowl-eigenvalues': got KeyError\('scope'\) reading it, wanted a record as"):
        page_of(ledger)


def test_claims_of_unknown_passages_stand_at_the_end(ledger: Any) -> None:
    finding(ledger, "bowl-eigenvalues")["at"] = "answer.bowl.99"
    page = page_of(ledger)
    last = page.sections[-1]
    assert (last.title, last.passages) == ("Claims without a passage", ())
    assert [(card.id, card.place.is_known) for card in last.cards] == [("bowl-eigenvalues", False)]
    assert page.coverage.passages == 14


def test_a_figure_that_cannot_be_drawn_names_its_claim(ledger: Any) -> None:
    finding(ledger, "whitening-is-spherical")["figure"]["x"]["high"] = -1.0
    with pytest.raises(PageError, match=r"finding 'whitening-is-spherical': got ValueError\('an axis from 0 to -1, wanted numbers"):
        page_of(ledger)


def test_a_sentence_begins_with_a_capital_and_a_symbol_stays(ledger: Any) -> None:
    version = finding(ledger, "bowl-eigenvalues")["versions"][0]
    for sentence, said in (("for all real x: x = x.", "For all real x: x = x."), ("x = 1.", "x = 1."), ("λ x > 0.", "λ x > 0."), ("", "")):
        version["statement"] |= {"sentence": sentence, "latex": ""}
        assert _sentence(cards_of(ledger)["bowl-eigenvalues"]) == said


def _sentence(card: Card) -> str:
    assert card.stated is not None
    return "".join(run.text for run in card.stated.statement.sentence if isinstance(run, Text))


@pytest.mark.parametrize(
    ("left", "right", "step", "told"),
    [
        (("exp(-a)/(1 + exp(-a))²", "0.196612"), ("b", "0.1"), None, "The two sides come to 0.197 and 0.1 there."),
        (("x", "1"), ("x₁·(-α·λ·x₁ + x₁)", "-2"), 3, "At step 3: The two sides come to 1 and −2 there."),
        (("|x₂|", "2"), ("0", "0"), None, "|x₂| = 2 against 0."),
    ],
)
def test_sides_with_long_formulas_are_told_by_what_they_come_to(left: Any, right: Any, step: Any, told: str) -> None:
    sides: Any = [{"words": words, "digits": digits} for words, digits in (left, right)]
    shows = f"{left[0]} = {left[1]} against {right[1]}."
    found = counterexample({"kind": "point", "values": [], "step": step, "sides": sides, "shows": shows})
    assert found is not None
    assert found.told == told
    assert found.exact == ("" if told == shows else shows)


def test_what_many_claims_share_names_the_first_and_counts_the_rest() -> None:
    ledger = many(600)
    for place, record in enumerate(ledger["findings"]):
        record |= {"as_expected": False, "rests_on": [f"claim-{place - 1}"] if place else []}
    page = page_of(ledger)
    (notice,) = page.notices
    assert (len(notice.chips), notice.more) == (NAMED, "and 570 more")
    assert (len(page.exceptions), page.more_exceptions) == (300, "and 115 more")
    last = page.sections[-1].cards[-1]
    assert isinstance(last, Card)
    assert (len(last.weak_foundations), last.more_foundations) == (12, "and 402 more")


def test_cards_say_what_turned_a_correction_a_reduction_or_a_link() -> None:
    turned: Any = {"change": "< reversed", "truth": "false", "turned": True}
    assert turning(turned) == "; false with < reversed, as it must be"
    assert turning(turned | {"change": "", "truth": "true", "turned": False}) == "; no change of it made it false"
    assert turning(None) == ""

"""The answer's Markdown becomes paragraphs of runs."""

from __future__ import annotations

import pytest

from probatum_reports.content.answer import answer
from probatum_reports.words.chips import Chip, Chips
from probatum_reports.words.mathematics import Formula
from probatum_reports.words.prose import Citation, Runs, Text, plain
from probatum_reports.words.verdicts import CONDITIONAL, HOLDS


def paragraphs(markdown: str, chips: Chips) -> tuple[Runs, ...]:
    return answer(markdown, chips).lead


CHIPS = {"safe-rate": Chip("safe-rate", CONDITIONAL), "small.steps-2": Chip("small.steps-2", HOLDS, "report-other.html")}


def test_blank_lines_end_paragraphs_and_single_ones_do_not() -> None:
    assert paragraphs("One\ntwo.\n \nThree.\n", CHIPS) == ((Text("One two."),), (Text("Three."),))


def test_no_answer_is_no_paragraph() -> None:
    assert paragraphs(" \n\n ", CHIPS) == ()


def test_a_citation_links_to_its_card() -> None:
    ((before, citation, after),) = paragraphs("It converges [safe-rate].", CHIPS)
    assert (before, after) == (Text("It converges"), Text("."))  # the mark stays with its word
    assert citation == Citation("safe-rate", CHIPS["safe-rate"], 1)
    assert CHIPS["safe-rate"].href == "#safe-rate"
    assert CHIPS["small.steps-2"].href == "report-other.html#small.steps-2"


def test_a_citation_of_a_claim_that_is_not_there_is_kept_as_missing() -> None:
    assert paragraphs("[unknown]", CHIPS) == ((Citation("unknown", None, 1),),)


@pytest.mark.parametrize("text", ["[0, 1) is an interval", "[Not an Id]", "[]", "a [b c] d"])
def test_other_brackets_are_text(text: str) -> None:
    assert paragraphs(text, CHIPS) == ((Text(text),),)


def test_emphasis_reaches_over_citations_and_formulas() -> None:
    ((words, citation, more, formula),) = paragraphs("**Only [safe-rate] and $x$**", CHIPS)
    assert words == Text("Only", "strong")
    assert isinstance(citation, Citation)
    assert more == Text(" and ", "strong")
    assert isinstance(formula, Formula)
    assert paragraphs("not *so*", CHIPS) == ((Text("not "), Text("so", "em")),)


def test_stars_and_dollars_alone_are_characters() -> None:
    assert paragraphs(r"2 * 3 * 4 costs \$5", CHIPS) == ((Text("2 * 3 * 4 costs $5"),),)


def test_a_formula_holds_stars_and_brackets_of_its_own() -> None:
    (((formula),),) = paragraphs("$[a] * b * c$", CHIPS)
    assert isinstance(formula, Formula)
    assert formula.latex == "[a] * b * c"


def test_markup_stays_text() -> None:
    assert paragraphs("<b>bold</b> & more", CHIPS) == ((Text("<b>bold</b> & more"),),)


def test_a_line_of_dashes_parts_the_answer_from_its_reasons() -> None:
    found = answer("Yes.\n\nIf so.\n\n---\n\nBecause.\n\n---\n\nAnd.", CHIPS)
    assert found.lead == ((Text("Yes."),), (Text("If so."),))
    assert found.reasons[0] == (Text("Because."),)
    assert answer("Yes - no --- maybe.", CHIPS).reasons == ()


def test_citations_are_numbered_as_they_come_and_one_claim_keeps_its_number() -> None:
    found = answer("A [safe-rate] [small.steps-2].\n\n---\n\nB [safe-rate].", CHIPS)
    cited = [run for paragraph in (*found.lead, *found.reasons) for run in paragraph if isinstance(run, Citation)]
    assert [(each.claim, each.number) for each in cited] == [("safe-rate", 1), ("small.steps-2", 2), ("safe-rate", 1)]


def test_a_citation_says_what_it_links_to() -> None:
    chip = Chip("safe-rate", CONDITIONAL, wording=r"At $\frac{1}{2}$ it converges.")
    (((citation),),) = paragraphs("[safe-rate]", {"safe-rate": chip})
    assert isinstance(citation, Citation)
    assert citation.says == "At 1 over 2 it converges. (conditional)"


@pytest.mark.parametrize(("typed", "printed"), [
    ("the text's example", "the text\u2019s example"),
    ("it doesn't know the features' spread", "it doesn\u2019t know the features\u2019 spread"),
    ("'quoted', f'(x) and x' = 1", "'quoted', f'(x) and x' = 1"),
])  # fmt: skip
def test_an_apostrophe_is_printed_as_one(typed: str, printed: str) -> None:
    assert plain(typed) == printed


def test_a_per_cent_sign_stays_with_its_number() -> None:
    assert paragraphs("That is 92 % of it, a few % more.", CHIPS) == ((Text("That is 92\u00a0% of it, a few % more."),),)

"""Whatever a ledger says stays text in what stands beside the page: Markdown, badge, comparison."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from probatum_reports.formats.comparison import changes
from probatum_reports.formats.summary import badge_svg, summary
from probatum_reports.words.legible import legible
from tests.browser.test_hostile import CORPUS
from tests.each import each
from tests.ledgers.many import many
from tests.reports.test_page import hostile

CODE = re.compile(r"\$`[^`]*`\$")  # a formula, in which nothing is markup
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_nothing_in_the_summary_is_markup(text: str) -> None:
    markdown = CODE.sub("", summary(legible(hostile(many(12), text))))
    assert not re.search(r"<|(?<!\\)[\[\]`]", markdown)
    assert not CONTROL.search(markdown)
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    assert len(rows) > 3
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in each(rows))


def test_the_badge_is_one_picture() -> None:
    picture = ElementTree.fromstring(badge_svg(legible(hostile(many(12), "".join(CORPUS[:-1])))))
    tags = {element.tag.rpartition("}")[2] for element in picture.iter()}
    assert tags == {"svg", "title", "clipPath", "rect", "g", "text"}


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_a_comparison_has_one_line_a_claim(text: str) -> None:
    new = many(12)
    for finding in new["findings"]:
        finding["id"] += text
    found = changes(legible(many(12)), legible(new))
    assert len(found) == 24
    assert all(len(change.line.splitlines()) == 1 and not CONTROL.search(change.line) for change in each(found))

"""Search as people type: stems, typos, Greek letters, ids, words of the text, the best first."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from probatum_reports.content.copies import copies
from probatum_reports.content.edition import Edition
from probatum_reports.formats.page import write_pages
from tests.browser.conftest import SAMPLE
from tests.browser.driver import Browser
from tests.browser.test_page import OPEN_ALL, OVERFLOW, WCAG

WORDS = 'The wobbling sideways "doesn\'t know" any rest: $\\kappa$ is to blame.'
TYPED = "const field = document.getElementById('find:words'); field.value = {}; field.dispatchEvent(new Event('input'));"
BEST = "[...document.querySelectorAll('.hits a')].map((each) => each.hash.slice(1))"
LIT = "[...CSS.highlights.get('found')].map((each) => String(each))"


@pytest.fixture(scope="module")
def text_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample with a copy of its text in place of the outline, in which one passage has words of its own."""
    ledger = json.loads(SAMPLE.read_text(encoding="utf-8"))
    passages = [passage for section in ledger["documents"][0]["sections"] for passage in section["passages"]]
    words = [f"The words of passage number {number}." for number in range(len(passages))]
    words[[passage["id"] for passage in passages].index("answer.bowl.4")] = WORDS
    for passage, each in zip(passages, words, strict=True):
        passage["sha256"] = sha256(each.encode()).hexdigest()
    found = copies(ledger, [("text.txt", "\n\n".join(words))])
    return write_pages(Edition(ledger, found), tmp_path_factory.mktemp("text")).as_uri()


@pytest.fixture
def page(process: subprocess.Popen[str], text_url: str) -> Browser:
    made = Browser(process, text_url)
    made.open()
    return made


def best(page: Browser, words: str) -> list[str]:
    page("ask", code=TYPED.format(json.dumps(words)))
    found: list[str] = page("ask", code=BEST)
    return found


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("standardise", "standardizing-is-spherical"),
        ("Standardisation", "standardizing-is-spherical"),
        ("converged", "fixed-rate-converges"),
        ("whitned", "whitening-is-spherical"),
        ("shrinkgae", "depth-multiplies-shrinkage"),
        ("alpha", "fixed-rate-converges"),
        ("α", "fixed-rate-converges"),
        ("#steps-bounded", "steps-bounded"),
        ("does the hessian have eigenvalues", "bowl-eigenvalues"),
        ("wobbles sideways", "flips-at-every-step"),
        ("doesn’t know", "flips-at-every-step"),
        ("κ", "flips-at-every-step"),
    ],
)
def test_what_people_type_finds_the_claim(page: Browser, words: str, claim: str) -> None:
    assert claim in best(page, words)[:3]


def test_a_hit_in_the_headline_comes_before_one_in_the_rest(page: Browser) -> None:
    found = best(page, "spherical")
    assert found[:2] == ["standardizing-is-spherical", "whitening-is-spherical"]


def test_what_was_looked_for_is_lit_and_a_typo_is_named(page: Browser) -> None:
    best(page, "saturation")
    lit = page("ask", code=LIT)
    assert "saturate" in lit
    best(page, "saturatoin")
    assert "“saturatoin” taken for saturat" in page("text", selector=".find [role=status]")
    best(page, "")
    assert page("ask", code=LIT) == []
    assert page("count", selector=".hits") == 0


def test_what_nothing_has_finds_no_claim(page: Browser) -> None:
    assert best(page, "xyzzy") == []
    assert page("text", selector=".find [role=status]") == "0 of 12 claims: no claim matches"


def test_where_no_claim_has_all_words_it_may_lack_one(page: Browser) -> None:
    assert "bowl-eigenvalues" in best(page, "hessian eigenvalues xyzzy")
    assert page("text", selector=".find [role=status]").endswith("; none has all 3 words")


def test_a_passage_of_the_text_leads_to_its_claims_and_they_to_it(page: Browser) -> None:
    page("click", selector=".passage[data-at='answer.bowl.4']")
    assert page("ask", code="location.hash") == "#of:answer.bowl.4"
    page("click", selector="[id='of:answer.bowl.4'] .gist a")
    assert page("ask", code="document.querySelector(':target').textContent").startswith("The wobbling sideways")
    assert page("problems") == []


@pytest.mark.parametrize(
    "options",
    [{}, {"dark": True}, {"width": 320}, {"print": True}, {"script": False}],
    ids=["light", "dark", "narrow", "print", "no script"],
)
def test_the_text_in_view_is_accessible_and_overflows_nowhere(page: Browser, options: dict[str, Any]) -> None:
    page.open(**options)
    page("ask", code=OPEN_ALL)
    assert page("ask", code=OVERFLOW) <= 0
    assert page("count", selector=".text .passage") == 14
    if "script" not in options:
        assert page("axe", tags=[tag for tag in WCAG if tag != "wcag22aa" or "print" not in options]) == []


def test_the_text_prints_where_the_outline_does_not(page: Browser) -> None:
    page.open(print=True)
    assert page("count", selector=".text .passage") == 14
    assert Path(page.url).name == "report.html"

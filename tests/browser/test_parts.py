"""A document of many claims in a browser: addresses of claims lead to their cards, and each page is whole."""

from __future__ import annotations

import subprocess

import pytest

from probatum_reports.content.edition import Edition
from probatum_reports.formats.page import write_pages
from tests.browser.driver import Browser
from tests.browser.test_page import OPEN_ALL, OVERFLOW, WCAG
from tests.ledgers.many import many


@pytest.fixture(scope="module")
def long_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_pages(Edition(many(1_200)), tmp_path_factory.mktemp("long")).as_uri()


@pytest.fixture
def index(process: subprocess.Popen[str], long_url: str) -> Browser:
    return Browser(process, long_url)


PLACE = "[location.pathname.split('/').pop(), location.hash, document.querySelector(':target')?.className]"


def test_the_address_of_a_claim_leads_to_its_card(index: Browser) -> None:
    index.open("#claim-777")
    index("arrive", name="claims-11.html")
    assert index("ask", code=PLACE) == ["claims-11.html", "#claim-777", "card is-vacuous"]
    index("click", selector=".group:has(.card:target) .gist a")
    index("arrive", name="report.html")
    assert index("ask", code=PLACE)[:2] == ["report.html", "#at:part.194"]


def test_without_script_the_address_of_a_claim_shows_its_link(index: Browser) -> None:
    index.open("#claim-777", script=False)
    index("click", selector="a.chip:target")
    index("arrive", name="claims-11.html")
    assert index("count", selector=".card:target") == 1
    assert index.arrives(":target")


def test_a_malformed_address_leads_nowhere(index: Browser) -> None:
    index.open("#%zz")
    assert index("problems") == []


def test_a_page_of_claims_filters_its_own(index: Browser) -> None:
    index.url = index.url.replace("report.html", "claims-6.html")
    index.open("?verdict=refuted")
    refuted = sum(finding["verdict"] == "refuted" for finding in many(1_200)["findings"][375:450])
    assert index("text", selector=".find [role=status]") == f"{refuted} of 75 claims"
    assert index("problems") == []


def test_the_index_finds_passages(index: Browser) -> None:
    index.open("?verdict=conflict&q=claim-10")
    refused = [place for place, finding in enumerate(many(1_200)["findings"]) if finding["verdict"] == "conflict"]
    named = {place // 4 for place in range(1_199) if str(place).startswith("10")}
    expected = len(named & {place // 4 for place in refused})
    assert expected > 3
    assert index("text", selector=".find [role=status]") == f"{expected} of 300 passages"
    assert index("count", selector=".outline li") == expected
    index("press", key="j")
    assert index("ask", code="document.activeElement.id.startsWith('at:part.')") is True
    index("click", selector=".find .clear")
    assert index("text", selector=".find [role=status]") == "300 of 300 passages"
    assert index("problems") == []


@pytest.mark.parametrize(("name", "width"), [("report.html", 320), ("claims-5.html", 1280)])
def test_axe_finds_nothing_and_nothing_overflows(index: Browser, name: str, width: int) -> None:
    index.url = index.url.replace("report.html", name)
    index.open(width=width)
    index("ask", code=OPEN_ALL)
    assert index("ask", code=OVERFLOW) <= 0
    assert index("axe", tags=WCAG) == []

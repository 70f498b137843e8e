"""The list of a corpus's documents in a browser: found by words, and whole without a script."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from probatum.records.corpus_index import Line, line_of
from probatum_reports.formats.corpus import corpus_page
from tests.browser.driver import Browser
from tests.browser.test_page import OVERFLOW, WCAG

SHOWN = "[...document.querySelectorAll('.documents > li:not([hidden]) code')].map((each) => each.textContent)"
TYPED = "(() => {{ const field = document.getElementById('find:words'); field.value = '{}'; field.dispatchEvent(new Event('input')); }})()"
STATUS = "document.querySelector('[role=status]').textContent"


def line(name: str, title: str, *problems: str) -> Line:
    """A document of two claims."""
    return {**line_of(name, None, problems), "digest": "0", "title": title, "findings": 2, "verdicts": {"holds": 2}}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [line("d1", "On means"), line("d2", "On variances"), line("d3", "On kernels and means", "got no claim, wanted at least one")]
    path = tmp_path_factory.mktemp("corpus") / "index.html"
    path.write_text(corpus_page(lines), encoding="utf-8")
    return path


@pytest.fixture
def page(process: subprocess.Popen[str], path: Path) -> Browser:
    return Browser(process, path.as_uri())


def test_documents_are_found_by_words_by_name_and_by_state(page: Browser) -> None:
    page.open()
    assert page("ask", code=SHOWN) == ["d1", "d2", "d3"]
    page("ask", code=TYPED.format("mean"))
    assert (page("ask", code=SHOWN), page("ask", code=STATUS)) == (["d1", "d3"], "2 of 3 documents")
    page("choose", selector="#find\\:state", value="red")
    assert page("ask", code=f"[location.search, ...{SHOWN}]") == ["?q=mean&which=red", "d3"]
    page("ask", code=TYPED.format("d2"))
    assert page("ask", code=STATUS) == "0 of 3 documents"
    assert page("problems") == []


def test_what_was_looked_for_comes_from_the_address(page: Browser) -> None:
    page.open("?q=varainces")  # one typo away
    assert page("ask", code=SHOWN) == ["d2"]
    page.open("?%zz&which=nothing#%zz")
    assert page("ask", code=SHOWN) == ["d1", "d2", "d3"]
    assert page("problems") == []


def test_without_a_script_it_is_a_list_and_nothing_is_dead(page: Browser) -> None:
    page.open(script=False)
    assert page("count", selector=".documents > li a") == 3
    assert page("ask", code="document.querySelector('.find').checkVisibility()") is False


@pytest.mark.parametrize("options", [{}, {"dark": True}, {"width": 390}], ids=["wide", "dark", "narrow"])
def test_all_can_use_it(page: Browser, options: dict[str, Any]) -> None:
    page.open(**options)
    assert page("axe", tags=WCAG) == []
    assert page("ask", code=OVERFLOW) == 0

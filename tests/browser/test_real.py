"""The report of this repository's own claims in a browser, as the last run wrote it."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from tests.browser.conftest import REAL, lacking
from tests.browser.driver import Browser
from tests.browser.test_page import OPEN_ALL, OVERFLOW, WCAG
from tests.each import each

HEAVIEST = 450_000  # bytes
TALLEST = 60  # windows of 900 pixels
STOPS = 60  # presses of Tab to the search


@pytest.fixture
def real(process: subprocess.Popen[str]) -> Browser:
    if not REAL.is_file():
        lacking(f"no {REAL.name} in {REAL.parent}: make writes it")
    return Browser(process, REAL.as_uri())


def test_it_is_light_loads_nothing_and_keeps_its_policy(real: Browser) -> None:
    assert REAL.stat().st_size < HEAVIEST
    real.open()
    assert real("ask", code="document.documentElement.scrollHeight") < TALLEST * 900
    real("ask", code=OPEN_ALL)
    assert [url for url in real("requests") if not url.startswith("data:")] == [real.url]
    assert real("problems") == []


@pytest.mark.parametrize("options", [{"width": 1280}, {"width": 390, "dark": True}], ids=["wide", "narrow and dark"])
def test_axe_finds_nothing(real: Browser, options: dict[str, Any]) -> None:
    real.open(**options)
    real("ask", code=OPEN_ALL)
    assert real("axe", tags=WCAG) == []


# 640: a window of 1280 at 200 %.
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_overflows(real: Browser, width: int) -> None:
    for page in each(sorted(REAL.parent.glob("*.html"))):
        real("open", url=page.as_uri(), width=width)
        real("ask", code=OPEN_ALL)
        assert real("ask", code=OVERFLOW) <= 0, page.name


def test_every_claim_is_found_by_its_address(real: Browser) -> None:
    real.open()
    cards = real("ask", code="[...document.querySelectorAll('.card')].map((each) => each.id)")
    assert len(cards) > 100
    real.open(f"#{cards[-1]}")
    assert real.arrives(".card:target", below=900)


def test_the_search_is_near_by_keyboard(real: Browser) -> None:
    real.open()
    seen: list[str] = []
    while len(seen) < STOPS and "find:words" not in seen:
        real("press", key="Tab")
        seen.append(real("ask", code="document.activeElement.id"))
    assert seen[-1] == "find:words"

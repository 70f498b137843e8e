"""Whatever a ledger says, nothing of it runs in a browser, nothing leaves the page and the layout holds."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from probatum_reports.content.edition import Edition
from probatum_reports.content.home import Home
from probatum_reports.formats.page import write_pages
from probatum_reports.formats.summary import badge_svg
from probatum_reports.words.legible import legible
from tests.browser.driver import Browser
from tests.browser.test_page import OPEN_ALL, OVERFLOW
from tests.ledgers.many import many
from tests.reports.test_page import BIDI, HOSTILE, hostile

RUNS = "<script>window.ran = true; alert(1)</script>"
CORPUS = (
    *HOSTILE,
    RUNS,
    f"</script>{RUNS}",
    f"</style>{RUNS}",
    f"</title>{RUNS}",
    f"</textarea>{RUNS}",
    f"</svg></math>{RUNS}",
    f"--><!--{RUNS}",
    "<svg/onload=window.ran=true>",
    "<math><mtext><img src=x onerror=window.ran=true></mtext></math>",
    "<iframe srcdoc='<script>parent.ran=true</script>'></iframe>",
    "<base href=https://example.org/><link rel=stylesheet href=x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "$\\href{javascript:window.ran=true}{x}$",
    "$x^{<img src=x onerror=window.ran=true>}$",
    "`${window.ran=true}`{{constructor.constructor('window.ran=true')()}}",
    f"{BIDI}{RUNS}",
    "\x00\x1b]8;;javascript:window.ran=true\x07click\x1b\\",
    "W" * 30_000,  # longer than whatever is cut, coloured or typeset
)


def page_of(ledger: dict[str, Any], folder: Path, process: subprocess.Popen[str], width: int) -> Browser:
    browser = Browser(process, write_pages(Edition(legible(ledger), home=Home("https://example.org/owner/name")), folder).as_uri())
    browser.open(width=width)
    browser("ask", code=OPEN_ALL)
    return browser


def assert_safe(browser: Browser) -> None:
    assert browser("ask", code="window.ran") is None
    assert browser("problems") == []
    assert [url for url in browser("requests") if not url.startswith("data:")] == [browser.url]
    assert browser("ask", code=OVERFLOW) <= 0


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_nothing_in_a_ledger_runs(process: subprocess.Popen[str], tmp_path: Path, text: str) -> None:
    browser = page_of(hostile(many(12), text), tmp_path, process, 390)
    assert_safe(browser)
    browser("press", key="/")
    browser("type", text="rate")
    assert browser("count", selector=".card") > 0
    assert_safe(browser)


def test_fields_that_nobody_knows_change_nothing(process: subprocess.Popen[str], tmp_path: Path) -> None:
    plain = write_pages(Edition(legible(many(12))), tmp_path / "plain").read_bytes()
    ledger = many(12)
    for record in (ledger, ledger["run"], *ledger["documents"], *ledger["findings"], *ledger["findings"][0]["versions"]):
        record["unknown"] = {"<b>": [RUNS]}
    assert write_pages(Edition(legible(ledger)), tmp_path / "more").read_bytes() == plain


def test_a_hostile_ledger_on_many_pages_is_safe(process: subprocess.Popen[str], tmp_path: Path) -> None:
    browser = page_of(hostile(many(501), RUNS), tmp_path, process, 320)
    assert_safe(browser)
    browser.url = browser.url.replace("report.html", "claims-3.html")
    browser.open(width=320)
    browser("ask", code=OPEN_ALL)
    assert_safe(browser)


def test_the_badge_runs_nothing(process: subprocess.Popen[str], tmp_path: Path) -> None:
    (tmp_path / "badge.svg").write_text(badge_svg(legible(hostile(many(12), RUNS))), encoding="utf-8")
    browser = Browser(process, (tmp_path / "badge.svg").as_uri())
    browser.open()
    assert browser("ask", code="[window.ran, document.documentElement.localName]") == [None, "svg"]
    assert browser("problems") == []


def test_an_attack_that_works_would_be_seen(process: subprocess.Popen[str], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html><p>{RUNS}", encoding="utf-8")
    browser = Browser(process, (tmp_path / "page.html").as_uri())
    browser.open()
    assert browser("ask", code="window.ran") is True
    assert browser("problems") == ["dialog: 1"]

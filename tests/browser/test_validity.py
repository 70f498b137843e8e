"""Every kind of page is valid HTML to the Nu checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from probatum.records.ledgers import line_of
from probatum_reports.content.home import Home
from probatum_reports.content.reading import read
from probatum_reports.formats.corpus import corpus_page
from probatum_reports.formats.page import write_pages
from tests.browser.conftest import REAL, SAMPLE, lacking
from tests.browser.driver import checker
from tests.ledgers.many import many
from tests.reports.test_page import HOSTILE, hostile, several

REPOSITORY = "https://example.org/owner/name"
# CSS of today that the checker does not know: CSS Painting Order, MathML Core, CSS Anchor Positioning, margin boxes of Paged Media.
UNKNOWN = r".*(Property “(paint-order|math-style|position-area|position-try-fallbacks)” doesn't exist|@bottom-right).*"


@pytest.fixture(scope="session")
def jar() -> Path:
    path, missing = checker()
    if missing:
        lacking(missing)
    return path


def faults(jar: Path, *pages: Path) -> list[str]:
    """What the checker says against some pages."""
    assert pages
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "json", "--filterpattern", UNKNOWN, *map(str, pages)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    messages: list[dict[str, Any]] = json.loads(said.stderr)["messages"]
    return [f"{Path(each.get('url', '')).name}:{each.get('lastLine')}: {each['message']}" for each in messages]


def test_an_invalid_page_is_seen(jar: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html><html lang=en><title>x</title><p><div></p>", encoding="utf-8")
    assert any("page.html:1: No “p” element in scope" in fault for fault in faults(jar, tmp_path / "page.html"))


def test_the_pages_are_valid(jar: Path, tmp_path: Path) -> None:
    sample = read(SAMPLE)
    write_pages(sample, tmp_path / "sample", home=Home(REPOSITORY))
    write_pages(several(sample), tmp_path / "several")
    write_pages(many(200), tmp_path / "heavy")
    write_pages(many(501), tmp_path / "long")
    (tmp_path / "corpus.html").write_text(corpus_page([line_of("one", None, ["got none"]), line_of("two", None)]), encoding="utf-8")
    pages = sorted(tmp_path.rglob("*.html"))
    assert {"workings.html", "report-other.html", "claims-6.html"} <= {page.name for page in pages}
    assert faults(jar, *pages) == []


def test_pages_of_hostile_ledgers_are_valid(jar: Path, tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        write_pages(hostile(read(SAMPLE), text), tmp_path / str(number), home=Home(REPOSITORY))
    assert faults(jar, *sorted(tmp_path.rglob("*.html"))) == []


def test_the_report_of_this_repository_is_valid(jar: Path) -> None:
    if not REAL.is_file():
        lacking(f"no {REAL.name} in {REAL.parent}: make writes it")
    assert faults(jar, *sorted(REAL.parent.glob("*.html"))) == []

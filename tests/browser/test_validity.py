"""Every kind of page is valid HTML to the Nu checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from probatum.records.corpus_index import line_of
from probatum_reports.content.edition import Edition
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
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-Xss8m"]  # to compile well costs more than it saves; what is compiled less well needs room


@pytest.fixture(scope="session")
def jar() -> Path:
    path, missing = checker()
    if missing:
        lacking(missing)
    return path


def faults(jar: Path, pages: Iterable[Path]) -> dict[Path, list[str]]:
    """What the checker says against each of the pages; it takes seconds to start, so it is asked once."""
    said: dict[Path, list[str]] = {page: [] for page in pages}
    command = [*JAVA, "-jar", str(jar), "--errors-only", "--format", "json", "--filterpattern", UNKNOWN, *map(str, said)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    for each in json.loads(done.stderr)["messages"]:
        page = Path(unquote(urlsplit(each["url"]).path))
        said[page].append(f"{page.name}:{each.get('lastLine')}: {each['message']}")
    return said


def write_all(folder: Path) -> None:
    """Pages of every kind, and of hostile ledgers."""
    sample = read(SAMPLE)
    write_pages(Edition(sample, home=Home(REPOSITORY)), folder / "sample")
    write_pages(Edition(several(sample)), folder / "several")
    write_pages(Edition(many(200)), folder / "heavy")
    write_pages(Edition(many(501)), folder / "long")
    (folder / "corpus.html").write_text(corpus_page([line_of("one", None, ["got none"]), line_of("two", None)]), encoding="utf-8")
    for number, text in enumerate(HOSTILE):
        write_pages(Edition(hostile(sample, text), home=Home(REPOSITORY)), folder / "hostile" / str(number))


def test_every_page_is_valid_and_an_invalid_one_would_be_seen(jar: Path, tmp_path: Path) -> None:
    write_all(tmp_path)
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><html lang=en><title>x</title><p><div></p>", encoding="utf-8")
    pages = sorted(tmp_path.rglob("*.html"))
    assert {"workings.html", "report-other.html", "claims-6.html"} <= {page.name for page in pages}
    assert len(pages) > len(HOSTILE) + 10
    found = faults(jar, [*pages, *REAL.parent.glob("*.html")])
    assert any("wrong.html:1: No “p” element in scope" in fault for fault in found.pop(wrong))
    assert [fault for of in found.values() for fault in of] == []
    if not REAL.is_file():
        lacking(f"no {REAL.name} in {REAL.parent}: make writes it")

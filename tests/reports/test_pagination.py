"""The claims of a long document stand on several pages, and every address of a claim still leads to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from probatum_reports.content.edition import Edition
from probatum_reports.content.pagination import EACH, MOST, files, part_file, workings_file
from probatum_reports.formats.page import HEAVIEST, write_pages
from probatum_reports.formats.unchanged_pages import standing
from tests.each import each
from tests.ledgers.many import many

LINK = re.compile(r'href="([\w.-]*)#([^"]+)"')
ID = re.compile(r' id="([^"]+)"')


def test_as_many_as_one_page_holds_stay_there() -> None:
    assert files([f"c{number}" for number in range(MOST)], "report.html") == {}


@pytest.mark.parametrize("number", [MOST + 1, 777, 1_200])
def test_the_pages_hold_about_the_same_number_in_order(number: int) -> None:
    claims = [f"c{place}" for place in range(number)]
    pages = files(claims, "report.html")
    assert list(pages) == claims
    numbers = [int(re.findall(r"claims-(\d+)\.html", page)[0]) for page in pages.values()]
    assert numbers == sorted(numbers)
    sizes = {numbers.count(each) for each in numbers}
    assert max(sizes) <= EACH
    assert max(sizes) - min(sizes) <= 1


def test_no_two_pages_have_one_name() -> None:
    reports = ["report.html", "report-a.html", "report-a-1.html", "report-a-1-workings.html", "report-workings.html"]
    parts = [part_file(report, number) for report in reports for number in (1, 11)]
    names = [*reports, *parts, *map(workings_file, [*reports, *parts])]
    assert len(names) == len(set(names))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a document of 1,200 claims, by name."""
    path = write_pages(Edition(many(1_200)), tmp_path_factory.mktemp("long"))
    return {each.name: each.read_text(encoding="utf-8") for each in path.parent.iterdir()}


def test_there_is_an_index_and_each_page_is_light(long: dict[str, str]) -> None:
    assert sorted(long) == sorted(["report.html", *(f"claims-{number}.html" for number in range(1, 17))])
    assert all(len(html.encode()) <= HEAVIEST for html in each(long.values()))
    assert "Claims 76 to 150 of 1,200" in long["report.html"]
    assert 'class="card' not in long["report.html"]


def test_every_claim_has_one_card_and_an_address_on_the_index(long: dict[str, str]) -> None:
    cards = [claim for name, html in long.items() for claim in re.findall(r'<article class="card [^>]*?id="([^"]+)"', html)]
    assert sorted(cards) == sorted(f"claim-{number}" for number in range(1_200))
    assert set(cards) <= set(ID.findall(long["report.html"]))


def test_every_link_arrives(long: dict[str, str]) -> None:
    ids = {name: ID.findall(html) for name, html in long.items()}
    assert all(len(found) == len(set(found)) for found in each(ids.values()))
    links = [(name, file or name, place) for name, html in long.items() for file, place in LINK.findall(html)]
    assert [link for link in links if link[2] not in ids[link[1]] and "not-in-this-run" not in link[2]] == []
    assert {file for name, file, _ in links if name == "claims-5.html"} >= {"report.html", "claims-3.html", "claims-5.html"}


def test_the_filters_and_the_graph_of_a_page_are_its_own(long: dict[str, str]) -> None:
    assert '<span role="status">75 claims</span>' in long["claims-5.html"]
    assert '<details class="graph tall">' in long["claims-5.html"]
    assert '<details class="graph' not in long["report.html"]


def test_pages_that_are_no_longer_needed_go(tmp_path: Path) -> None:
    write_pages(Edition(many(1_200)), tmp_path)
    before = (tmp_path / "claims-1.html").stat().st_ino
    write_pages(Edition(many(1_200)), tmp_path)
    assert (tmp_path / "claims-1.html").stat().st_ino == before
    write_pages(Edition(many(MOST + 1)), tmp_path)
    assert len(list(tmp_path.iterdir())) == 1 + 7
    write_pages(Edition(many(12)), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


def test_thousands_of_claims_have_their_pages(tmp_path: Path) -> None:
    path = write_pages(Edition(many(4_000)), tmp_path)
    sizes = {each.name: each.stat().st_size for each in tmp_path.iterdir()}
    assert len(sizes) == 1 + 54
    assert max(size for name, size in sizes.items() if name != "report.html") <= HEAVIEST
    assert sizes["report.html"] <= 1_000_000  # no more than an entry for each claim
    assert len(ID.findall(path.read_text(encoding="utf-8"))) > 4_000


def test_what_is_no_file_is_no_page(tmp_path: Path) -> None:
    """A folder cannot be read, and a device may never end."""
    (tmp_path / "report.html").symlink_to("/dev/zero")
    (tmp_path / "claims-1.html").mkdir()
    (tmp_path / "report-workings.html").write_text("a page")
    assert [*standing(tmp_path)] == ["report-workings.html"]
    write_pages(Edition(many(1)), tmp_path)
    assert sorted(standing(tmp_path)) == ["report-workings.html", "report.html"]
    assert not (tmp_path / "report.html").is_symlink()

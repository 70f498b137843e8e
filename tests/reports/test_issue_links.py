"""Questioning a verdict: a link to a new issue with the first lines written, and none where no repository is known."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from probatum_reports import plugin
from probatum_reports.command import report
from probatum_reports.content.edition import Edition
from probatum_reports.content.home import Home
from probatum_reports.content.issue_links import Questions, RepositoryError, repository
from probatum_reports.formats.page import rendered
from tests.ledgers.many import SAMPLE
from tests.reports.test_page import Document

HOME = "https://example.org/owner/name"
HOSTILE = 'x"><script>alert(1)</script>&title=other#\n\r\u202e\ud800%00+ ;\\'


@pytest.fixture
def ledger() -> Any:
    read: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return read


def asked(html: str) -> list[str]:
    return [href for href in Document(html).all("href") if "/issues/new" in href]


def test_the_issue_says_which_verdict_of_which_ledger(ledger: Any) -> None:
    ((_, html),) = rendered(Edition(ledger, home=Home(HOME)))
    links = asked(html)
    assert len(links) == len(ledger["findings"]) + len(ledger["documents"][0]["not_checkable"])
    parts = urlsplit(links[0])
    query = parse_qs(parts.query)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{HOME}/issues/new"
    assert query["title"] == ["bowl-eigenvalues: holds (proved)"]
    (body,) = query["body"]
    assert "Passage: answer.bowl.2\n" in body
    assert f"Ledger: {ledger['digest'][:12]}\n" in body
    assert "Repeat it: pytest claims/sample/bowl.py::bowl_eigenvalues\n" in body


def test_without_a_repository_there_is_no_link(ledger: Any) -> None:
    ((_, html),) = rendered(Edition(ledger))
    assert asked(html) == []
    assert "Question this verdict" not in html


def test_whatever_a_ledger_says_stays_within_its_part_of_the_address() -> None:
    link = Questions(HOME, HOSTILE).link(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    assert link.isascii()
    assert not set(link) & set("\"'<>#\\ \n\r")
    assert list(parse_qs(urlsplit(link).query, strict_parsing=True)) == ["title", "body"]
    (title,) = parse_qs(urlsplit(link).query)["title"]
    assert title == f"{HOSTILE}: {HOSTILE}".replace("\ud800", "?")
    assert unescape(link) == link.replace("&amp;", "&")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://example.org/owner/name",
        "https://",
        "https://example.org",
        "https://example.org/",
        "https://user:secret@example.org/owner/name",
        "https://example.org/owner/name?x=1",
        "https://example.org/owner/name#x",
        "https://example.org/owner name",
        'https://example.org/"onclick="alert(1)',
        "https://[::1/owner",
        "https://example.org/owner\n",
        "example.org/owner/name",
        "",
    ],
)
def test_what_is_no_address_of_a_repository_is_refused(address: str) -> None:
    with pytest.raises(RepositoryError) as error:
        repository(address)
    assert str(error.value) == f"got {address!r}, wanted the https address of a repository, such as https://example.org/owner/name"


@pytest.mark.parametrize("address", [HOME, f"{HOME}/", "https://example.org:8443/a/b/c.d_e~f-g"])
def test_a_repository_is_known_by_its_address(address: str) -> None:
    assert repository(address) == address.rstrip("/")


def test_the_command_takes_the_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(["--ledger", str(SAMPLE), "--output", str(tmp_path), "--repository", HOME]) == 0
    assert asked((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert report(["--ledger", str(SAMPLE), "--output", str(tmp_path), "--repository", "javascript:alert(1)"]) == 2
    assert "probatum report: --repository: got 'javascript:alert(1)', wanted the https address" in capsys.readouterr().err


def test_a_run_takes_the_address_from_the_configuration(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nclaims_repository = http://example.org/owner/name\n")
    result = pytester.runpytest("--collect-only")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        ["ERROR: claims_repository: got 'http://example.org/owner/name', wanted the https address of a repository*"]
    )


def test_the_page_that_a_run_writes_asks_there(pytester: pytest.Pytester, tmp_path: Path) -> None:
    pytester.makeini(f"[pytest]\nclaims_repository = {HOME}/\n")
    ledger = tmp_path / "ledger.json"
    ledger.write_bytes(SAMPLE.read_bytes())
    path = plugin.pytest_probatum_ledger_written(pytester.parseconfig(), ledger)
    assert asked(path.read_text(encoding="utf-8"))[0].startswith(f"{HOME}/issues/new?title=")

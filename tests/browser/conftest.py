"""The browser that the tests ask, or the reason why there is none."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest

from probatum_reports.content.edition import Edition
from probatum_reports.content.reading import read
from probatum_reports.formats.page import write_pages
from tests.browser.driver import HERE, Browser, missing, started

SAMPLE = HERE.parent / "ledgers" / "sample.json"
REAL = HERE.parents[1] / "build" / "probatum" / "report.html"  # what make writes
REQUIRED = "PROBATUM_BROWSER_REQUIRED"  # set: what is missing fails the tests instead of skipping them


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest test, so that none is left alone with it at the end."""
    items.sort(key=lambda item: item.path.name != "test_validity.py")


def lacking(reason: str) -> None:
    """Skip, or fail where the tests are required."""
    if os.environ.get(REQUIRED):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def process() -> Iterator[subprocess.Popen[str]]:
    if reason := missing():
        lacking(reason)
    with started() as process:
        yield process


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_pages(Edition(read(SAMPLE)), tmp_path_factory.mktemp("page")).as_uri()


@pytest.fixture
def browser(process: subprocess.Popen[str], sample_url: str) -> Browser:
    """The browser, with the sample's page open."""
    made = Browser(process, sample_url)
    made.open()
    return made

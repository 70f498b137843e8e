"""The browser that the tests ask, or the reason why there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from probatum_reports.page import write_pages
from probatum_reports.reading import read

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "ledgers" / "sample.json"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MODULES = ("playwright-core", "axe-core")
REQUIRED = "PROBATUM_BROWSER_REQUIRED"  # set: a missing browser fails the tests instead of skipping them


class Browser:
    """A page in a browser; each act is a method of browser.mjs."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url

    def __call__(self, act: str, **more: Any) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"act": act, **more}) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.process.stdout.readline())
        assert "error" not in said, said["error"]
        return said["answer"]

    def open(self, more: str = "", **options: Any) -> None:
        """Open the page, with `more` behind its address."""
        self("open", url=self.url + more, **options)


def _modules() -> Path:
    return Path(os.environ.get("PROBATUM_BROWSER_MODULES", HERE / "node_modules"))


def _missing() -> str:
    """What is missing for a test in a browser; empty when nothing is."""
    if not shutil.which("node"):
        return "node is not installed"
    if not any(map(shutil.which, BROWSERS)):
        return f"no browser is installed: none of {', '.join(BROWSERS)}"
    absent = [name for name in MODULES if not (_modules() / name).is_dir()]
    return f"{_modules()} has no {' and no '.join(absent)}: run npm install in tests/browser" if absent else ""


@pytest.fixture(scope="session")
def process() -> Iterator[subprocess.Popen[str]]:
    if missing := _missing():
        if os.environ.get(REQUIRED):
            pytest.fail(missing)
        pytest.skip(missing)
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    command = ["node", str(HERE / "browser.mjs"), browser, str(_modules().resolve())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as started:
        yield started
        assert started.stdin is not None
        started.stdin.close()
        started.wait(timeout=30)


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_pages(read(SAMPLE), tmp_path_factory.mktemp("page")).as_uri()


@pytest.fixture
def browser(process: subprocess.Popen[str], sample_url: str) -> Browser:
    """The browser, with the sample's page open."""
    made = Browser(process, sample_url)
    made.open()
    return made

"""Starts a browser, or says what is missing for it, and asks it questions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NODE = 20  # what playwright-core needs
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MODULES = ("playwright-core", "axe-core")
CHECKER = "vnu-jar/build/dist/vnu.jar"


class Browser:
    """A page in a browser; each act is a method of browser.mjs."""

    def __init__(self, process: subprocess.Popen[str], url: str = "") -> None:
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

    def arrives(self, selector: str, below: int = 60) -> bool:
        """Whether an element comes to stand at the top of the window.

        Cards far away are laid out only when they come near, so a busy browser takes a moment.
        """
        top = f"document.querySelector({json.dumps(selector)})?.getBoundingClientRect().top"
        found: bool = self("until", code=f"{top} >= 0 && {top} < {below}")
        return found


def modules() -> Path:
    """The folder of the npm packages."""
    return Path(os.environ.get("PROBATUM_BROWSER_MODULES", HERE / "node_modules"))


def missing() -> str:
    """What is missing for a browser; empty when nothing is."""
    if not shutil.which("node"):
        return "node is not installed"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.removeprefix("v").partition(".")[0]) < NODE:
        return f"Node.js {version} is installed, wanted {NODE} or newer"
    if not any(map(shutil.which, BROWSERS)):
        return f"no browser is installed: none of {', '.join(BROWSERS)}"
    absent = [name for name in MODULES if not (modules() / name).is_dir()]
    return f"{modules()} has no {' and no '.join(absent)}: make test-browser installs what is needed" if absent else ""


def checker() -> tuple[Path, str]:
    """The validator of HTML, and what is missing for it; empty when nothing is."""
    jar = modules() / CHECKER
    if not shutil.which("java"):
        return jar, "java is not installed"
    return jar, "" if jar.is_file() else f"{modules()} has no vnu-jar: make test-browser installs what is needed"


@contextmanager
def started() -> Iterator[subprocess.Popen[str]]:
    """A browser, until the block ends."""
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    command = ["node", str(HERE / "browser.mjs"), browser, str(modules().resolve())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait()

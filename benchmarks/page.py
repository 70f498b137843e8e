"""Opens pages in a headless browser and prints their size and how soon they are ready,
as ratios to an empty page.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))  # the browser is the tests' own

from tests.browser.driver import Browser, missing, started

EMPTY = "an empty page"
TIMES = """(async () => {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  const [page] = performance.getEntriesByType("navigation");
  const named = (name) => performance.getEntriesByName(name)[0];
  const paint = named("first-contentful-paint") ?? named("first-paint");
  return [page.domContentLoadedEventEnd, page.loadEventEnd, paint ? paint.startTime : 0];
})()"""


def measure(pages: Mapping[str, Path], rounds: int) -> dict[str, list[list[float]]]:
    """Milliseconds until the document is ready, loaded and first painted: of all pages in turn,
    after one round that is not counted.
    """
    times: dict[str, list[list[float]]] = {name: [] for name in pages}
    with started() as process:
        browser = Browser(process)
        for number in range(rounds + 1):
            for name, path in pages.items():
                browser("open", url=path.resolve().as_uri())
                if number:
                    times[name].append(browser("ask", code=TIMES))
                else:
                    browser("ask", code=TIMES)
    return times


def report(pages: Mapping[str, Path], times: Mapping[str, list[list[float]]]) -> str:
    """Medians, and the median of the ratios of the loading times to the empty page's,
    round by round.
    """
    lines = [
        "| page | kB | ready ms | loaded ms | first paint ms | loaded, ratio |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, path in pages.items():
        ready, loaded, painted = (statistics.median(each) for each in zip(*times[name], strict=True))
        ratio = statistics.median(taken[1] / floor[1] for taken, floor in zip(times[name], times[EMPTY], strict=True))
        lines.append(f"| {name} | {path.stat().st_size / 1000:.0f} | {ready:.0f} | {loaded:.0f} | {painted:.0f} | {ratio:.1f} |")
    return "\n".join(lines)


def peer(folder: Path, tests: int) -> Path | None:
    """A report of pytest-html on as many tests that pass; None where it is not installed."""
    cases = folder / "test_peer.py"
    cases.write_text(
        f'import pytest\n\n\n@pytest.mark.parametrize("number", range({tests}))\ndef test_passes(number):\n    pass\n',
        encoding="utf-8",
    )
    path = folder / "peer.html"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        "/dev/null",
        str(cases),
        f"--html={path}",
        "--self-contained-html",
    ]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return path if path.is_file() else None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "pages",
        nargs="*",
        type=Path,
        default=[Path("build/probatum/report.html")],
        help="default: %(default)s",
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--tests", type=int, default=150, help="tests in the report of pytest-html beside it")
    options = parser.parse_args()
    if reason := missing():
        sys.exit(reason)
    with TemporaryDirectory() as name:
        empty = Path(name) / "empty.html"
        empty.write_text("<!DOCTYPE html><title>Empty</title><p>Nothing.", encoding="utf-8")
        pages = {EMPTY: empty} | {str(path): path for path in options.pages}
        if (other := peer(Path(name), options.tests)) is not None:
            pages[f"pytest-html, {options.tests} tests"] = other
        print(report(pages, measure(pages, options.rounds)))


if __name__ == "__main__":
    main()

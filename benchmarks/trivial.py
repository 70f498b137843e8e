"""Ten thousand trivial claims beside as many parametrized tests with pytest-html: time, memory, and the
size and opening of the reports; `python -m benchmarks.trivial`.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.page import EMPTY, measure
from benchmarks.ratios import adopt, of_a_user, reap
from tests.browser.driver import missing

from probatum.authoring.outline import parsed
from probatum.authoring.passages import adopted, written

IN_A_MODULE = 500
WANTED = 1.5  # times the plain tests, ledger and report included
TEST = "import pytest\n\n\n@pytest.mark.parametrize('number', range({count}))\ndef test_sum(number):\n    assert number + 1 == 1 + number\n"
HEADER = '"""Sums."""\n\nfrom probatum import Equal, Passage\n'
CLAIM = """

@Passage("sums.{number}").states
def sum_{number}(value={value}):
    \"\"\"One more than {number}.\"\"\"
    return Equal({number} + 1, value)
"""
OUTLINE = (
    '[document]\nid = "sums"\ntitle = "Sums"\nurl = "https://example.org/"\nlicence = "CC0"\nrevision = "1"\n'
    '\n[[section]]\nid = "sums"\ntitle = "Sums"\n'
)
PASSAGE = '\n[[section.passage]]\nid = "sums.{number}"\nsha256 = "{number:064x}"\nroles = ["claim"]\n'


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of processor, and the largest process in megabytes."""

    wall: float
    processor: float
    memory: float


def write_claims(folder: Path, count: int) -> None:
    """A document of so many claims, each decided by adding."""
    sums = folder / "sums"  # what a run writes lies beside them, not among them
    sums.mkdir(parents=True)
    outline = OUTLINE + "".join(PASSAGE.format(number=number) for number in range(count))
    (sums / "outline.toml").write_text(outline, encoding="utf-8")
    (sums / "passages.lock").write_text(written(adopted(parsed(outline, sums / "outline.toml"))), encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nclaims_paths = sums\n", encoding="utf-8")
    for first in range(0, count, IN_A_MODULE):
        claims = "".join(CLAIM.format(number=number, value=number + 1) for number in range(first, min(first + IN_A_MODULE, count)))
        (sums / f"from_{first}.py").write_text(HEADER + claims, encoding="utf-8")


def ran(folder: Path, *arguments: str) -> Taken:
    """Run pytest in a folder; raises where it fails. It is forked from a process of its own, whose
    children alone are counted.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        adopt()
        started = time.perf_counter()
        command = [sys.executable, "-m", "pytest", "-q", *arguments]
        done = subprocess.run(command, cwd=folder, env=of_a_user(), capture_output=True, check=False)
        wall = time.perf_counter() - started
        reap()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        unit = 1024 if sys.platform != "darwin" else 1024 * 1024
        os.write(writing, f"{wall} {used.ru_utime + used.ru_stime} {used.ru_maxrss / unit}".encode())
        sys.stderr.write(done.stdout.decode()[-2000:] if done.returncode else "")
        os._exit(done.returncode)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"pytest {' '.join(arguments)}: got the status {status}, wanted 0")
    with os.fdopen(reading) as told:
        return Taken(*map(float, told.read().split()))


def kilobytes(*paths: Path) -> float:
    """How large files are together."""
    return sum(path.stat().st_size for path in paths) / 1000


def row(name: str, taken: Taken, plain: Taken, *sizes: float) -> str:
    """A run beside the plain one."""
    ratio = f"{taken.wall / plain.wall:.2f} | {taken.processor / plain.processor:.2f}"
    told = " | ".join(f"{size:,.0f}" for size in sizes)
    return f"| {name} | {taken.wall:.1f} | {taken.processor:.1f} | {ratio} | {taken.memory:.0f} | {told} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    options = parser.parse_args()
    if find_spec("pytest_html") is None:
        sys.exit("got no pytest-html, wanted it: make bench runs this beside it")
    with TemporaryDirectory() as name:
        tests, claims = Path(name, "tests"), Path(name, "claims")
        tests.mkdir()
        (tests / "test_plain.py").write_text(TEST.format(count=options.count), encoding="utf-8")
        write_claims(claims, options.count)
        without = ("-p", "no:probatum", "-p", "no:probatum_reports", "-p", "no:randomly")
        plain = ran(tests, *without, "-c", "/dev/null", "--html=report.html", "--self-contained-html", "test_plain.py")
        decided = ran(claims, "--claims-decide=all", "-p", "no:html", "-p", "no:randomly")
        again = ran(claims, "-p", "no:html", "-p", "no:randomly")
        output = claims / "build" / "probatum"
        pages = sorted(output.glob("*.html"))
        print(
            f"| {options.count:,} | wall s | processor s | wall, ratio (wanted: {WANTED}) | processor, ratio | MB | report kB | ledger kB |"
        )
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        print(row("plain tests with pytest-html", plain, plain, kilobytes(tests / "report.html"), 0))
        left = kilobytes(*pages), kilobytes(output / "ledger.json")
        print(row("trivial claims", decided, plain, *left))
        print(row("trivial claims again, nothing changed", again, plain, *left), flush=True)
        if reason := missing():
            print(f"\nThe pages were not opened: {reason}")
            return
        (tests / "empty.html").write_text("<!DOCTYPE html><title>Empty</title><p>Nothing.", encoding="utf-8")
        shown = {EMPTY: tests / "empty.html", "pytest-html": tests / "report.html", "Probatum": output / "report.html"}
        print("\n| page | ready ms | loaded ms | first paint ms |\n|---|---:|---:|---:|")
        for page, times in measure(shown, 1).items():
            print(f"| {page} | {' | '.join(f'{taken:.0f}' for taken in times[0])} |")


if __name__ == "__main__":
    main()

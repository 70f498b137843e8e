"""Verifies a corpus by one worker and by two, on this machine and on a Dask cluster, and prints
what that takes and what it comes to for ten million findings; `python -m benchmarks.scaling`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import CLAIMS, write_document
from benchmarks.ratios import adopt, processor_name, reap

from probatum.records.store import NAME as STORE
from probatum.records.store import Store
from probatum_reports.formats.corpus import corpus_page

COMMAND = "import sys; from probatum.command import main; sys.exit(main(sys.argv[1:]))"
PAUSE = 0.5  # seconds between two looks at the memory of the processes
GOAL = 10_000_000  # findings
STORED = 10_000
CORES = (2, 64, 1000)
WANTED = 1.8  # times as fast by two workers as by one


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took: seconds by the clock, of processor in all and in the process that was
    started, and the most memory of that and of all others together.
    """

    wall: float
    processor: float
    own: float
    memory: float
    others: float


def megabytes(process: int) -> float:
    """The memory of a process, what it shares counted in part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    except (OSError, IndexError):
        return 0.0


def below(process: int) -> set[int]:
    """All processes that a process has started, and those that they have."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    found, size = {process}, 0
    while len(found) > size:
        size = len(found)
        found |= {child for child, parent in parents.items() if parent in found}
    return found - {process}


def own_seconds(process: int) -> float:
    """The processor seconds of a process by itself."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError):
        return 0.0


def verified(corpus: Path, output: Path, *options: str) -> Taken:
    """Run `probatum verify` on a corpus."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-c", COMMAND, "verify", str(corpus), "--output", str(output), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most, ended = [0.0, 0.0, 0.0], threading.Event()

    def look() -> None:
        while not ended.wait(PAUSE):
            seen = own_seconds(process.pid), megabytes(process.pid), sum(map(megabytes, below(process.pid)))
            most[:] = map(max, most, seen)

    watching = threading.Thread(target=look)
    watching.start()
    code = process.wait()
    ended.set()
    watching.join()
    if code:
        raise SystemExit(f"probatum verify {' '.join(options)}: got the exit code {code}, wanted 0")
    wall = time.perf_counter() - started
    reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, *most)


def row(name: str, taken: Taken, findings: int, alone: Taken) -> str:
    """A run beside that by one worker."""
    return (
        f"| {name} | {taken.wall:.1f} | {taken.processor:.1f} | {findings / taken.wall:.1f} | {alone.wall / taken.wall:.2f} | "
        f"{taken.own:.1f} | {taken.memory:.0f} | {taken.others:.0f} |"
    )


def sizes(output: Path) -> dict[str, float]:
    """Bytes of what a run leaves, a finding or a document each."""
    names = {"ledger.json": "ledger", "report.html": "page", "grounds.json": "grounds"}
    documents = [path for path in output.iterdir() if path.is_dir()]
    lines = (output / "index.jsonl").read_bytes()
    found = {label: sum((folder / name).stat().st_size for folder in documents) / len(documents) for name, label in names.items()}
    return found | {
        "line": len(lines.partition(b"\n")[2]) / len(documents),
        "listed": ((output / "index.html").stat().st_size - len(corpus_page([]).encode())) / len(documents),
    }


def pages_again(output: Path) -> float:
    """Processor seconds in which the pages of a corpus are written."""
    from probatum_reports.formats.corpus import write_corpus

    for path in output.rglob("*.html"):
        path.unlink()
    before = time.process_time()
    write_corpus(output)
    return time.process_time() - before


def decided(output: Path) -> float:
    """Processor seconds that the claims themselves took."""
    ledgers = output.glob("*/costs.json")
    return sum(sum(json.loads(path.read_text(encoding="utf-8"))["seconds"].values()) for path in ledgers)


def stored(output: Path, number: int = STORED) -> str:
    """What the one file costs by which pytest's own runs take findings over, with so many of them."""
    findings = [finding for path in output.glob("*/ledger.json") for finding in json.loads(path.read_text(encoding="utf-8"))["findings"]]
    reads = json.loads(next(output.glob("*/grounds.json")).read_text(encoding="utf-8"))["reads"]
    kept = {
        str(place): {"finding": findings[place % len(findings)], "folder": "", "seconds": 0.1, "key": "0" * 64, "reads": reads}
        for place in range(number)
    }
    with TemporaryDirectory() as name:
        started = time.process_time()
        Store(Path(name)).write(kept, {})
        written = time.process_time()
        assert len(Store(Path(name)).findings) == number
        read = time.process_time()
        size = (Path(name) / STORE).stat().st_size
    return (
        f"The store of findings for a person's own runs of pytest, with {number:,} of them: {size / 1e6:.0f} MB, "
        f"read in {read - written:.2f} s and written in {written - started:.2f} s of processor."
    )


def measured(documents: int) -> list[str]:
    """All of it, as lines of Markdown."""
    findings = documents * CLAIMS
    with TemporaryDirectory() as name:
        corpus, output = Path(name, "corpus"), Path(name, "ledgers")
        for number in range(1, documents + 1):
            write_document(corpus / f"d{number:04}", 0)
        alone = verified(corpus, output, "--decide", "all", "--workers", "1")
        two = verified(corpus, output, "--decide", "all", "--workers", "2")
        again = verified(corpus, output, "--decide", "changed")
        rows = [row("one worker", alone, findings, alone), row("two workers", two, findings, alone)]
        rows += [row("again, nothing changed", again, findings, alone)]
        claims, left, store = decided(output), sizes(output), stored(output)
        report = pages_again(output)
        if find_spec("distributed"):
            dask = verified(corpus, Path(name, "dask"), "--decide", "all", "--on", "dask", "--workers", "2")
            rows.insert(2, row("two workers of Dask", dask, findings, alone))
    # the pages stand since the first run: the second has not written them again
    return [*told(documents, rows), *parts(two, claims, report, findings), *on_paper(two, again, report, left, findings), "", store]


def told(documents: int, rows: list[str]) -> list[str]:
    """The runs."""
    load = f"load {os.getloadavg()[0]:.1f}"
    return [
        f"{processor_name()}, {os.cpu_count()} cores, {load}, Python {platform.python_version()}; {documents} documents of {CLAIMS} claims",
        "",
        f"| | wall s | processor s | claims a second | speed-up (wanted: {WANTED}) | of that the main process s | its MB | all others MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        *rows,
    ]


def parts(two: Taken, claims: float, report: float, findings: int) -> list[str]:
    """Where the processor time of a run goes, and what follows from that for any number of
    workers.
    """
    serial = two.own / two.processor
    million = 1e6 / findings
    rest = two.processor - claims - two.own
    return [
        "",
        f"A million findings take {two.processor * million:,.0f} s of processor: {claims * million:,.0f} s to decide the claims, "
        f"{rest * million:,.0f} s to start processes and to import documents, {two.own * million:,.0f} s in the main process; "
        f"their pages take {report * million:,.0f} s more.",
        f"The main process takes {100 * serial:.1f} % of that: by processor time, two workers can be "
        f"{1 / (serial + (1 - serial) / 2):.2f} times as fast as one, and no number of them more than {1 / serial:,.0f} times.",
    ]


def on_paper(two: Taken, again: Taken, report: float, left: dict[str, float], findings: int) -> list[str]:
    """Ten million findings, each part by itself."""
    times = GOAL / findings
    documents = GOAL / CLAIMS
    lines = ["", f"| {GOAL:,} findings, {documents:,.0f} documents | |", "|---|---:|"]
    worked, own = (two.processor - two.own) * times, two.own * times
    lines += [f"| hours to decide, {cores:,} cores | {worked / cores / 3600:,.1f} |" for cores in CORES]
    lines += [
        f"| hours of the one main process | {own / 3600:,.1f} |",
        f"| hours for the pages, one process | {report * times / 3600:,.1f} |",
        f"| hours where nothing has changed | {again.processor * times / 3600:,.1f} |",
        f"| GB of ledgers | {left['ledger'] * documents / 1e9:,.1f} |",
        f"| GB of pages | {left['page'] * documents / 1e9:,.1f} |",
        f"| MB of the index | {left['line'] * documents / 1e6:,.0f} |",
        f"| MB of the list of documents as a page | {left['listed'] * documents / 1e6:,.0f} |",
        f"| files | {5 * documents:,.0f} |",
    ]
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=12)
    options = parser.parse_args()
    adopt()
    print("\n".join(measured(options.documents)))


if __name__ == "__main__":
    main()

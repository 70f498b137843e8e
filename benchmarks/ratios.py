"""Times whole processes side by side and prints their ratios: verifying the claims against importing what that needs, and against peers."""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLOOR = "importing pytest, numpy, sympy, z3, flint and jinja2"
CONTENDERS: dict[str, list[str]] = {
    FLOOR: ["-c", "import pytest, numpy, sympy, z3, flint, jinja2"],
    "pytest on an empty file": ["-m", "pytest", "-q", "-p", "no:cacheprovider", "benchmarks/empty_test.py"],
    "formal claims": ["-m", "pytest", "-q", "-p", "no:cacheprovider", "claims", "-m", "not measured"],
    "all claims": ["-m", "pytest", "-q", "-p", "no:cacheprovider", "claims"],
}


@dataclass(slots=True)
class Times:
    """What the runs of one contender took."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def run(arguments: Sequence[str]) -> tuple[float, float]:
    """Wall and processor seconds of one process with all its children; raises where it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(rounds: int) -> dict[str, Times]:
    """All contenders in turn, round after round, after one round that is not counted."""
    times = {name: Times() for name in CONTENDERS}
    for number in range(rounds + 1):
        for name, arguments in CONTENDERS.items():
            wall, processor = run(arguments)
            if number:
                times[name].wall.append(wall)
                times[name].processor.append(processor)
    return times


def report(times: dict[str, Times]) -> str:
    """Medians, and the median of the ratios to the floor, round by round."""
    lines = [f"{processor_name()}, {os.cpu_count()} cores, Python {platform.python_version()}", ""]
    lines += ["| process | wall s | processor s | wall ratio |", "|---|---:|---:|---:|"]
    for name, taken in times.items():
        ratio = statistics.median(wall / floor for wall, floor in zip(taken.wall, times[FLOOR].wall, strict=True))
        lines.append(f"| {name} | {statistics.median(taken.wall):.2f} | {statistics.median(taken.processor):.2f} | {ratio:.2f} |")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return "\n".join([*lines, "", f"Largest process: {peak:.0f} MB."])


def processor_name() -> str:
    """The model of the processor, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    print(report(measure(parser.parse_args().rounds)))


if __name__ == "__main__":
    main()

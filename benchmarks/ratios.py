"""Times whole processes side by side: verifying the claims against importing what that needs,
and against plain asserts; `make bench`.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)
FLOOR = "importing pytest, numpy, sympy, z3, flint and jinja2"
AGAIN, ONE = "all claims again, nothing changed", "one claim by -k, its module edited"
PYTEST = ["-m", "pytest", "-q"]
ALL = "--claims-decide=all"
TEN = [
    "example_is_convex", "global_minimum_at_origin", "gradient_of_example", "hessian_eigenvalues",
    "hessian_is_constant", "first_iterate", "second_coordinate_alternates",
    "rescaling_makes_example_spherical", "logistic_slope_at_most_quarter", "worst_angle_of_example",
]  # fmt: skip
CONTENDERS: dict[str, list[str]] = {
    FLOOR: ["-c", "import pytest, numpy, sympy, z3, flint, jinja2"],
    "pytest on an empty file": [*PYTEST, "benchmarks/empty_test.py"],
    "ten statements as asserts with SymPy": [*PYTEST, "benchmarks/asserts_test.py"],
    "the same ten as claims": [
        *PYTEST,
        "claims",
        ALL,
        "-k",
        " or ".join(f"{name} or {name.replace('_', '-')}" for name in TEN),
    ],
    "all claims but the measured ones": [*PYTEST, "claims", ALL, "-m", "not measured"],
    "all claims": [*PYTEST, "claims", ALL],
    AGAIN: [*PYTEST, "claims"],
    ONE: [*PYTEST, "claims", "-k", "example_is_convex"],
}
EDITED = ROOT / "claims/normalization/example.py"
WANTED = {
    "all claims but the measured ones": 6.0,
    "all claims": 14.0,
    AGAIN: 1.5,
    ONE: 1.6,
}


@dataclass(slots=True)
class Times:
    """What the runs of one contender took."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def of_a_user() -> dict[str, str]:
    """The environment in which Python keeps bytecode, as it does by default."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(arguments: Sequence[str]) -> tuple[float, float]:
    """Wall and processor seconds of one process with all that it starts; raises where it fails."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=of_a_user(), check=True, capture_output=True)
    wall = time.perf_counter() - started
    reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def adopt() -> None:
    """Become the parent of processes whose own has ended, so that what workers take is counted;
    Linux alone can.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)


def reap() -> None:
    """Wait for all adopted processes."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


def measure(rounds: int) -> dict[str, Times]:
    """All contenders in turn, round after round, after one round that is not counted."""
    times = {name: Times() for name in CONTENDERS}
    for number in range(rounds + 1):
        for name, arguments in CONTENDERS.items():
            if name == AGAIN:
                run(arguments)  # the page says how many findings are taken over: it is written anew once
            with edited(EDITED, number) if name == ONE else contextlib.nullcontext():
                wall, processor = run(arguments)
            if number:
                times[name].wall.append(wall)
                times[name].processor.append(processor)
    return times


@contextlib.contextmanager
def edited(path: Path, number: int) -> Iterator[None]:
    """A comment more in a file while it is measured."""
    source = path.read_bytes()
    path.write_bytes(source + f"# {number}\n".encode())
    try:
        yield
    finally:
        path.write_bytes(source)


def report(times: dict[str, Times]) -> str:
    """Medians, and the median of the ratios to the floor, round by round."""
    lines = [f"{processor_name()}, {os.cpu_count()} cores, Python {platform.python_version()}", ""]
    lines += ["| process | wall s | processor s | wall ratio | wanted |", "|---|---:|---:|---:|---:|"]
    for name, taken in times.items():
        ratio = statistics.median(wall / floor for wall, floor in zip(taken.wall, times[FLOOR].wall, strict=True))
        wall, processor = statistics.median(taken.wall), statistics.median(taken.processor)
        wanted = f"{WANTED[name]:.1f}" if name in WANTED else ""
        lines.append(f"| {name} | {wall:.2f} | {processor:.2f} | {ratio:.2f} | {wanted} |")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return "\n".join([*lines, "", f"Largest process: {peak:.0f} MB."])


def processor_name() -> str:
    """The model of the processor, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    adopt()
    print(report(measure(options.rounds)))


if __name__ == "__main__":
    main()

"""Decides the elementary statements and their false twins with Probatum, and beside it with SymPy
alone and z3 alone: `python -m benchmarks.decided`.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Any

from benchmarks.alone import by_sympy, by_z3
from benchmarks.pair import Pair, load
from benchmarks.sampled import by_hypothesis

from probatum.claim_cache import forget
from probatum.decide import deciding
from probatum.decision import Truth

TRUTHS = {Truth.TRUE: True, Truth.FALSE: False}


class OutOfTime(BaseException):
    """The time for one statement is up; no Exception, which algebra systems catch on their way."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one contender says of one statement, and after how many seconds of processor."""

    pair: Pair
    expected: bool
    given: bool | None
    seconds: float

    @property
    def wrong(self) -> bool:
        return self.given is not None and self.given is not self.expected


def by_probatum(statement: Any) -> bool | None:
    """The truth of a statement as a claim's would be found, with one witness."""
    forget()
    truth = deciding.decide(statement, thorough=False).truth
    return TRUTHS.get(truth) if truth is not None else None


Contender = Callable[[Any], "bool | None"]


def contenders(seconds: int) -> dict[str, Contender]:
    """Who is asked, by name."""
    return {
        "Probatum": by_probatum,
        "SymPy alone": by_sympy,
        "z3 alone": lambda statement: by_z3(statement, 1000 * seconds),
        "a property of Hypothesis": by_hypothesis,
    }


def answers(contender: Contender, pairs: Sequence[Pair], seconds: int) -> list[Answer]:
    """What a contender says of all pairs; what raises or takes too long says nothing."""
    found = []
    for pair in pairs:
        for expected, statement in ((True, pair.true), (False, pair.false)):
            started = time.process_time()
            given = _within_time(contender, statement, seconds)
            found.append(Answer(pair, expected, given, time.process_time() - started))
    return found


def _within_time(contender: Contender, statement: Any, seconds: int) -> bool | None:
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return contender(statement)
    except (Exception, OutOfTime):  # what an algebra system raises is no answer
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(number: int, frame: FrameType | None) -> None:
    raise OutOfTime


def row(name: str, found: Sequence[Answer]) -> str:
    """A line of the table: how many are decided, wrong, and how long they took."""
    decided = sum(answer.given is answer.expected for answer in found)
    wrong = sum(answer.wrong for answer in found)
    seconds = [answer.seconds for answer in found]
    share = f"{decided} of {len(found)} ({100 * decided // len(found)} %)"
    return f"| {name} | {share} | {wrong} | {statistics.median(seconds):.3f} | {max(seconds):.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--topic", default="", help="only topics with this in their name")
    parser.add_argument("--seconds", type=int, default=10, help="that each has for a statement")
    parser.add_argument("--list", action="store_true", help="name what Probatum leaves open")
    arguments = parser.parse_args()
    signal.signal(signal.SIGPROF, _stop)
    pairs = [pair for pair in load() if arguments.topic in pair.topic]
    print(f"{len(pairs)} statements and as many false twins, {arguments.seconds} s for each\n")
    print("| | decided | wrong | median s | longest s |\n|---|---:|---:|---:|---:|")
    found = []
    for name, contender in contenders(arguments.seconds).items():
        found += [answers(contender, pairs, arguments.seconds)]
        print(row(name, found[-1]), flush=True)
    for answer in found[0] if arguments.list else ():
        if answer.given is not answer.expected:
            word = "true" if answer.expected else "twin"
            print(f"{answer.pair.topic}: {answer.pair.says} ({word}): {answer.given}")


if __name__ == "__main__":
    main()

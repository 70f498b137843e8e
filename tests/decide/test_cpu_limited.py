"""Tests of questions that are asked in a process of their own."""

from __future__ import annotations

import os
import signal

import pytest

from probatum.decide.shared.attempt import attempt
from probatum.decision import Outcome, Reason
from probatum.engines.solvers import logic_cvc5, smt_cvc5
from probatum.engines.solvers.cpu_limited import bounded
from probatum.proposition.kinds import ForAll
from probatum.proposition.subjects.coercion import reals


def for_ever() -> int:
    while True:
        pass


def ended() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def unable() -> int:
    raise ValueError


def test_the_answer_comes_back() -> None:
    assert [bounded(lambda: 7, 5), bounded(lambda: 0, 5)] == [7, 0]


def test_a_question_without_end_has_no_answer() -> None:
    assert bounded(for_ever, 1) is None


@pytest.mark.parametrize("question", [ended, unable])
def test_a_process_that_ends_otherwise_is_no_answer(question: object) -> None:
    with pytest.raises(RuntimeError, match="got a process that ended without an answer"):
        bounded(question, 5)  # type: ignore[arg-type]


def test_no_process_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    fork = os.fork

    def forked() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", forked)
    bounded(lambda: 7, 5)
    (child,) = made
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_coverings_that_work_without_counting_end_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logic_cvc5, "SECONDS", 1)
    a, c, k, b, n, g = reals("a c k b n g")
    given = (b >= 0) & (g >= 2) & (n >= b) & (k >= 0) & (a <= n / (k + g)) & (c <= (1 - 2 / (k + g)) * a + b / (k + g) ** 2)
    (found,) = attempt(smt_cvc5, ForAll((a, c, k, b, n, g), given=given, then=c <= n / (k + 1 + g)))
    assert (found.outcome, found.reason) == (Outcome.UNDECIDED, Reason.CLOCK)

"""Tests of the line that says how far a long run is."""

from __future__ import annotations

from concurrent.futures import Future
from io import StringIO
from typing import Any

import pytest
from _pytest._io import TerminalWriter

from probatum.session.progress import EVERY, Progress


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def running(*names: str) -> dict[str, Future[Any]]:
    """Claims that are being decided, and one that waits."""
    futures: dict[str, Future[Any]] = {name: Future() for name in (*names, "waiting")}
    for name in names:
        futures[name].set_running_or_notify_cancel()
    return futures


@pytest.fixture
def clock() -> Clock:
    return Clock()


def made(clock: Clock, *, on_terminal: bool) -> tuple[Progress, StringIO]:
    file = StringIO()
    writer = TerminalWriter(file)
    writer.hasmarkup, writer.fullwidth = on_terminal, 120
    return Progress(writer, 9, clock), file


def test_on_a_terminal_the_line_stands_behind_what_is_there_and_goes_again(clock: Clock) -> None:
    progress, file = made(clock, on_terminal=True)
    for verdict in ("holds", "refuted", "holds", ""):
        progress.decided(verdict)
    futures = running("early", "late")
    progress.show({"early": futures["early"], "waiting": futures["waiting"]})
    clock.now += 12
    progress.show(futures)
    words = "4 of 9 decided, slowest now early (12 s), 2 holds, 1 refuted, 1 error"
    assert file.getvalue().endswith(f"\x1b7 {words}\x1b[K\x1b8")
    progress.erase()
    assert file.getvalue().endswith("\x1b8\x1b[K")
    assert "\n" not in file.getvalue()


def test_where_no_room_is_left_nothing_is_said(clock: Clock) -> None:
    progress, file = made(clock, on_terminal=True)
    progress.writer.write("." * 110)
    progress.show(running("early"))
    assert file.getvalue() == "." * 110


def test_a_log_gets_a_plain_line_now_and_then(clock: Clock) -> None:
    progress, file = made(clock, on_terminal=False)
    progress.show(running("early"))
    assert file.getvalue() == ""
    clock.now += EVERY
    progress.show(running("early"))
    progress.show(running("early"))
    progress.erase()
    assert file.getvalue() == f"\n0 of 9 decided, slowest now early ({EVERY:.0f} s)\n"

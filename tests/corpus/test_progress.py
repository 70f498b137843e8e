"""How far a run over a corpus is: what it says, when, and where."""

from __future__ import annotations

import io

import pytest

from probatum.corpus.progress import Progress, lasting
from probatum.records.corpus_index import Line, line_of

LINE: Line = {**line_of("one", None), "digest": "0", "findings": 50}


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def run(stream: io.StringIO, seconds: list[float]) -> Progress:
    """A run over ten documents at these times."""
    progress = Progress(stream, 10, iter([0.0, *seconds]).__next__)
    progress.count(LINE, reused=True)
    for _ in seconds[1:]:
        progress.count(LINE, reused=False)
        progress.show()
    return progress


def test_a_log_gets_a_line_now_and_then() -> None:
    stream = io.StringIO()
    run(stream, [10.0, 31.0, 40.0, 0.0])
    assert stream.getvalue() == "3 of 10 documents, 150 findings, about 108 s left\n"


def test_a_terminal_has_it_in_place_and_gets_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    stream = Terminal()
    progress = run(stream, [100.0, 1000.0])
    progress.erase()
    progress.erase()
    assert stream.getvalue() == "\r2 of 10 documents, 100 findings, about 13 min left\x1b[K\r\x1b[K"


def test_it_takes_no_second_line_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    stream = Terminal()
    run(stream, [100.0, 1000.0])
    assert stream.getvalue() == "\r2 of 10 documents, \x1b[K"


def test_what_is_not_as_expected_is_counted() -> None:
    progress = Progress(io.StringIO(), 2, lambda: 0.0)
    progress.count(line_of("one", None, ["got no claim"]), reused=False)
    assert progress.line(9.0) == "1 of 2 documents, 0 findings, 1 document not as expected, about 9 s left"
    progress.count(line_of("two", None, ["got no claim"]), reused=False)
    assert progress.line(9.0) == "2 of 2 documents, 0 findings, 2 documents not as expected"


@pytest.mark.parametrize(("seconds", "words"), [(1.2, "about 1 s"), (120, "about 2 min"), (7200, "about 2 h"), (172_800, "about 2 days")])
def test_times_are_said_as_one_says_them(seconds: float, words: str) -> None:
    assert lasting(seconds) == words

"""What is read off sources is read once for each content, and never taken from a damaged record."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from probatum.parsed_sources import MOST, ParsedSources

asked: list[bytes] = []


@pytest.fixture(autouse=True)
def _nothing_asked() -> None:
    asked.clear()


def length(source: bytes) -> dict[str, int]:
    """What a function may read off a source."""
    asked.append(source)
    return {"length": len(source)}


def words(source: bytes) -> list[str]:
    """Another such function."""
    asked.append(source)
    return source.decode().split()


def again(sources: ParsedSources, change: Callable[[str], str] = str) -> ParsedSources:
    """What a later run has of it, after a change in the file between."""
    return ParsedSources(json.loads(change(json.dumps(sources.kept()))))


def test_a_content_is_read_once_by_each_function() -> None:
    sources = ParsedSources()
    assert [sources.of(b"x + 1", length) for _ in range(3)] == [{"length": 5}] * 3
    assert sources.of(b"x + 1", words) == ["x", "+", "1"]
    assert asked == [b"x + 1", b"x + 1"]


def test_a_later_run_does_not_read_it_again_and_reads_what_changed() -> None:
    sources = ParsedSources()
    sources.of(b"x + 1", length)
    later = again(sources)
    assert (later.of(b"x + 1", length), later.of(b"x + 12", length)) == ({"length": 5}, {"length": 6})
    assert asked == [b"x + 1", b"x + 12"]
    assert set(again(later).earlier) == set(again(sources).earlier) | set(later.asked)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"length": 5', '"length": 4'),
        lambda text: "null",
        lambda text: "[]",
        lambda text: '{"read": [], "digest": ""}',
        lambda text: '{"digest": ""}',
        lambda text: text.replace('"digest"', '"digests"'),
    ],
    ids=["another value", "null", "a list", "another shape", "nothing read", "no digest"],
)
def test_what_was_changed_in_between_counts_for_nothing(change: Callable[[str], str]) -> None:
    sources = ParsedSources()
    sources.of(b"x + 1", length)
    assert again(sources, change).of(b"x + 1", length) == {"length": 5}
    assert asked == [b"x + 1"] * 2


def test_what_was_asked_last_is_kept() -> None:
    sources = ParsedSources()
    for number in range(MOST + 1):
        sources.of(b"%d" % number, length)
    later = again(sources)
    asked.clear()
    later.of(b"0", length)
    later.of(b"%d" % MOST, length)
    assert asked == [b"0"]
    assert len(later.kept()["read"]) == MOST


def test_a_function_that_is_written_anew_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = ParsedSources()
    sources.of(b"x + 1", length)
    monkeypatch.setattr("probatum.parsed_sources._version", lambda read: f"{read.__name__} other")
    assert again(sources).of(b"x + 1", length) == {"length": 5}
    assert asked == [b"x + 1"] * 2

"""Recognizes the passages of an earlier revision in a text: those with the same words,
then those that were edited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter
from typing import Protocol

ENOUGH = 0.5  # of the words of both that an edited passage shares with what it was, in order
# Passages that are weighed against each other for what one was: a table may have thousands alike,
# and where all of these were others it is gone, which somebody has to look at.
NEAREST = 64


class Recognizable(Protocol):
    """What a passage is recognized by."""

    @property
    def sha256(self) -> str: ...
    @property
    def sketch(self) -> str: ...


def matched(earlier: Sequence[Recognizable], now: Sequence[Recognizable]) -> dict[int, int]:
    """Which earlier passage each passage is, by their places; one that is new has none."""
    found = _same_words(earlier, now)
    found |= _edited(earlier, now, *_left(earlier, now, found))
    return found | _in_their_places(earlier, found, *_left(earlier, now, found))


def _left(
    earlier: Sequence[Recognizable], now: Sequence[Recognizable], found: dict[int, int]
) -> tuple[list[int], list[int]]:
    """The places of the earlier passages, and of those now, that are not recognized."""
    taken = set(found.values())
    return [place for place in range(len(earlier)) if place not in taken], [
        place for place in range(len(now)) if place not in found
    ]


def _same_words(earlier: Sequence[Recognizable], now: Sequence[Recognizable]) -> dict[int, int]:
    """Passages of the same words: first in their order, so that one of several alike stays itself,
    then wherever they went.
    """
    before, after = [entry.sha256 for entry in earlier], [entry.sha256 for entry in now]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    found = {block.b + step: block.a + step for block in blocks for step in range(block.size)}
    left: dict[str, list[int]] = {}
    for place in sorted(set(range(len(before))) - set(found.values()), reverse=True):
        left.setdefault(before[place], []).append(place)
    for place in sorted(set(range(len(after))) - set(found)):
        if left.get(after[place]):
            found[place] = left[after[place]].pop()
    return found


def _edited(
    earlier: Sequence[Recognizable], now: Sequence[Recognizable], gone: list[int], new: list[int]
) -> dict[int, int]:
    """Pairs that are enough alike, the most alike first; of those as much alike, the nearest."""
    alike = _alike([earlier[place].sketch for place in gone], [now[place].sketch for place in new])
    weighed = (
        (-share, abs(gone[old] - new[young]), gone[old], new[young]) for old, young, share in alike
    )
    pairs: list[tuple[float, int, int, int]] = []
    for _, own in groupby(weighed, key=itemgetter(2)):
        pairs += nsmallest(NEAREST, own)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, old, young in sorted(pairs):
        if young not in found and old not in taken:
            found[young] = old
            taken.add(old)
    return found


def _in_their_places(
    earlier: Sequence[Recognizable], found: dict[int, int], gone: list[int], new: list[int]
) -> dict[int, int]:
    """Passages that nobody made a sketch of, paired with as many new ones that stand after the same
    passage.
    """
    now_at = {old: young for young, old in found.items()}
    olds, news = dict[int, list[int]](), dict[int, list[int]]()
    for place in gone:
        olds.setdefault(
            next((now_at[old] for old in range(place - 1, -1, -1) if old in now_at), -1), []
        ).append(place)
    for place in new:
        news.setdefault(
            next((young for young in range(place - 1, -1, -1) if young in found), -1), []
        ).append(place)
    pairs = (
        zip(news[place], places, strict=True)
        for place, places in olds.items()
        if len(news.get(place, ())) == len(places)
    )
    return {young: old for both in pairs for young, old in both if not earlier[old].sketch}


def nearest(entry: Recognizable, others: Sequence[Recognizable]) -> int | None:
    """The place of the one that shares most with a passage; None where none shares a word with
    it.
    """
    shares = [
        (share, -place)
        for _, place, share in _alike([entry.sketch], [other.sketch for other in others], least=0.0)
    ]
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] > 0 else None


def _alike(
    gone: list[str], new: list[str], least: float = ENOUGH
) -> Iterator[tuple[int, int, float]]:
    """The pairs of sketches that share at least so much of their words, those of one that is gone
    after each other.
    """
    from rapidfuzz.distance import Indel

    share_of = Indel.normalized_similarity
    others = [(place, bytes.fromhex(sketch)) for place, sketch in enumerate(new) if sketch]
    for old, first in [
        (place, bytes.fromhex(sketch)) for place, sketch in enumerate(gone) if sketch
    ]:
        for young, second in others:
            if (share := share_of(first, second)) >= least:
                yield old, young, share

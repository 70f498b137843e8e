"""Which words of a text are which passage, known by digest alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import TYPE_CHECKING

from probatum.spelling import curly, folded, straight
from probatum_reports.source.decoding import CopyError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LONGEST_PASSAGE = 300  # words
MOST_WORDS = 60_000
WORD = re.compile(r"\S+")
DOLLARS = re.compile(r"\$\$?")
RANGE = re.compile(r"(?<=\d)-(?=\d)")

Words = tuple[str, ...]
Span = tuple[int, int]  # the first word and the one behind the last


@dataclass(frozen=True, slots=True)
class Word:
    """A word as digests are taken of it, and where in its text it begins and ends."""

    text: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words in NFKC, which makes two of a few characters."""
    return tuple(
        Word(word, found.start(), found.end())
        for found in WORD.finditer(text)
        for word in folded(found[0]).split()
    )


def located(text: Sequence[str], wanted: Mapping[str, str]) -> dict[str, Span]:
    """Where each passage stands, as (first word, word behind the last);
    `wanted` gives passages by digest.

    Programs change quotation marks and dashes on the way: what is not found as it is, is looked for
    with straight marks, with curly ones, and with the other dash.
    Raises CopyError for too long a text.
    """
    words = tuple(text)
    if len(words) > MOST_WORDS:
        raise CopyError(f"got {len(words):,} words, wanted at most {MOST_WORDS:,}")
    found: dict[str, Span] = {}
    for spelling in _spellings(words):
        missing = {digest: passage for digest, passage in wanted.items() if passage not in found}
        if not missing:
            break
        found |= _located(spelling, missing)
    return found


def _located(words: Sequence[str], wanted: Mapping[str, str]) -> dict[str, Span]:
    """The words of every span are hashed, joined by one space."""
    found: dict[str, Span] = {}
    encoded = [word.encode("utf-8", "replace") for word in words]
    for first in range(len(encoded)):
        digest = sha256()
        for last in range(first, min(len(encoded), first + LONGEST_PASSAGE)):
            digest.update(encoded[last] if last == first else b" " + encoded[last])
            passage = wanted.get(digest.hexdigest())
            if passage is not None:
                found.setdefault(passage, (first, last + 1))
    return found


def _spellings(words: Words) -> Iterator[Words]:
    """The words, then the same in other marks, each spelling once; TeX knows straight ones only."""
    seen: set[Words] = set()
    prose = _outside_of_formulas(words)
    for marks, dashes in product((_as_it_is, straight, curly), (_as_it_is, _hyphen, _dash)):
        in_formula = _as_it_is if marks is _as_it_is else straight
        spelt = tuple(
            dashes(marks(word)) if free else in_formula(word)
            for word, free in zip(words, prose, strict=True)
        )
        if spelt not in seen:
            seen.add(spelt)
            yield spelt


def _outside_of_formulas(words: Words) -> list[bool]:
    """Whether each word touches no formula: a dollar sign, or two, opens one or ends it."""
    inside, outside = False, []
    for word in words:
        ends = len(DOLLARS.findall(word))
        outside.append(not inside and not ends)
        inside ^= bool(ends % 2)
    return outside


def _as_it_is(word: str) -> str:
    return word


def _hyphen(word: str) -> str:
    return "-" if word in ("–", "—", "--", "---") else word


def _dash(word: str) -> str:
    """A dash by itself, and from one number to another."""
    return "–" if word in ("-", "--", "—") else RANGE.sub("–", word)

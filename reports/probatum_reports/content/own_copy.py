"""The reader's own copy of a text: which of its words are which passage, known by digest alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from probatum_reports.content.copy_text import FORMULA, readings
from probatum_reports.words.mathematics import Formula
from probatum_reports.words.prose import Runs, Text, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from probatum_reports.words.chips import Chip
    from probatum_reports.words.verdicts import Verdict

LONGEST_PASSAGE = 300  # words
MOST_WORDS = 60_000
WORD = re.compile(r"\S+")
PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
QUOTED = 4  # words at either end of a text fragment

Span = tuple[int, int]


class CopyError(ValueError):
    """The reader's copy cannot be read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text: between passages, or of one; its last piece bears the chips of its claims."""

    words: Runs
    passage: str = ""
    verdict: Verdict | None = None
    chips: tuple[Chip, ...] = ()
    link: str = ""
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """The text in paragraphs, and the passages that it does not have."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    found: int
    missing: tuple[str, ...]
    suspects: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A passage of the outline: its digest, the chips of its claims, and the verdict that colours it."""

    id: str
    sha256: str
    chips: tuple[Chip, ...]
    verdict: Verdict | None


def own_copy(text: str, known: Sequence[Known], url: str) -> OwnCopy | None:
    """The copy with its passages; None where it has none of them. Raises CopyError when it is too long to be searched."""
    wanted = {each.sha256: each.id for each in known}
    found, read = max(((located(reading, wanted), reading) for reading in readings(text)), key=lambda pair: len(pair[0]))
    if not found:
        return None
    by_id = {each.id: each for each in known}
    missing = [each for each in known if each.id not in found]
    return OwnCopy(
        paragraphs=tuple(_paragraphs(read, _apart(found), by_id, url)),
        found=len(found),
        missing=tuple(each.id for each in missing),
        suspects=tuple(chip for each in missing for chip in each.chips),
    )


def located(text: str, wanted: Mapping[str, str]) -> dict[str, Span]:
    """Where each passage that the text has begins and ends: the words of every span are hashed, joined by one space."""
    words = list(WORD.finditer(text))
    if len(words) > MOST_WORDS:
        raise CopyError(f"got {len(words):,} words, wanted at most {MOST_WORDS:,}")
    found: dict[str, Span] = {}
    encoded = [word[0].encode("utf-8", "replace") for word in words]
    for first, start in enumerate(words):
        digest = sha256()
        for last in range(first, min(len(words), first + LONGEST_PASSAGE)):
            digest.update(encoded[last] if last == first else b" " + encoded[last])
            passage = wanted.get(digest.hexdigest())
            if passage is not None:
                found.setdefault(passage, (start.start(), words[last].end()))
    return found


def fragment(url: str, words: str) -> str:
    """The address of some words on a web page, by their first and last ones; plain where a formula leaves too few."""
    plain = FORMULA.split(words)
    first, last = plain[0].split()[:QUOTED], plain[-1].split()[-QUOTED:]
    if not url or len(first) < 2 or len(last) < 2:
        return url
    ends = (" ".join(words.split()),) if len(plain) == 1 and len(words.split()) <= 2 * QUOTED else (" ".join(first), " ".join(last))
    return f"{url.partition('#')[0]}#:~:text={','.join(quote(end, safe='').replace('-', '%2D') for end in ends)}"


def _apart(found: Mapping[str, Span]) -> list[tuple[int, int, str]]:
    """The spans in order; of two that overlap, the one that begins first and reaches farther."""
    kept: list[tuple[int, int, str]] = []
    for start, end, passage in sorted((start, end, passage) for passage, (start, end) in found.items()):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, passage))
        elif (start, -end) < (kept[-1][0], -kept[-1][1]):
            kept[-1] = (start, end, passage)
    return kept


def _paragraphs(text: str, spans: Sequence[tuple[int, int, str]], known: Mapping[str, Known], url: str) -> Iterator[tuple[Piece, ...]]:
    cuts = [0, *(end.end() for end in PARAGRAPH_END.finditer(text)), len(text)]
    for paragraph in pairwise(cuts):
        pieces = tuple(piece for piece in _pieces(text, paragraph, spans, known, url) if piece.words)
        if pieces:
            yield pieces


def _pieces(text: str, paragraph: Span, spans: Sequence[tuple[int, int, str]], known: Mapping[str, Known], url: str) -> Iterator[Piece]:
    at, stop = paragraph
    for start, end, passage in spans:
        if end <= at or start >= stop:
            continue
        if start > at:
            yield Piece(_words(text[at:start]))
        at, upto = max(at, start), min(end, stop)
        chips, is_last = known[passage].chips, end <= stop
        link = fragment(url, text[start:end]) if is_last else ""
        yield Piece(_words(text[at:upto].rstrip()), passage, known[passage].verdict, chips if is_last else (), link, is_last)
        at = upto
    if at < stop:
        yield Piece(_words(text[at:stop].rstrip()))


def _words(text: str) -> Runs:
    """Words and formulas; what is no formula of ours stays as the text has it."""
    found = runs(text.replace("$$", "$"))
    return tuple(Text(run.latex) if isinstance(run, Formula) and run.mathml is None else run for run in found)

"""The reader's own copy of a text: which of its words are which passage, known by digest alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from probatum_reports.source.blocks import Kind
from probatum_reports.source.reading import best_reading
from probatum_reports.words.mathematics import Formula
from probatum_reports.words.prose import Runs, Text, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from probatum_reports.source.blocks import Block
    from probatum_reports.source.matching import Span, Word
    from probatum_reports.source.reading import Reading
    from probatum_reports.words.chips import Chip
    from probatum_reports.words.verdicts import Verdict

QUOTED = 4  # words at either end of a text fragment
FORMULA = re.compile(r"(\$\$.+?\$\$|\$[^$]+?\$)", re.DOTALL)


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
class Part:
    """A heading, a paragraph, an item, ... of the text, in pieces."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """The text in parts, how many passages of the outline it has, and which it does not have."""

    parts: tuple[Part, ...]
    found: int
    of: int
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
    reading = best_reading(text, {each.sha256: each.id for each in known})
    if not reading.found:
        return None
    missing = [each for each in known if each.id not in reading.found]
    return OwnCopy(
        parts=tuple(_parts(reading, {each.id: each for each in known}, url)),
        found=len(reading.found),
        of=len(known),
        missing=tuple(each.id for each in missing),
        suspects=tuple(chip for each in missing for chip in each.chips),
    )


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
    for start, end, passage in sorted((start, -end, passage) for passage, (start, end) in found.items()):
        if not kept or start >= kept[-1][1]:
            kept.append((start, -end, passage))
    return kept


def _parts(reading: Reading, known: Mapping[str, Known], url: str) -> Iterator[Part]:
    """The blocks, each cut where a passage begins or ends."""
    spans = _apart(reading.found)
    places = [block.text[word.start : word.end] for block, words in reading.blocks for word in words]
    links = {passage: fragment(url, " ".join(places[start:end])) for start, end, passage in spans}
    first = 0
    for block, words in reading.blocks:
        here = [(start - first, end - first, passage) for start, end, passage in spans]
        pieces = tuple(piece for piece in _pieces(block, words, here, known, links) if piece.words)
        if pieces:
            yield Part(str(block.kind), pieces)
        first += len(words)


def _pieces(
    block: Block, words: Sequence[Word], spans: Sequence[tuple[int, int, str]], known: Mapping[str, Known], links: Mapping[str, str]
) -> Iterator[Piece]:
    at = 0
    for start, end, passage in spans:
        if end <= 0 or start >= len(words):
            continue
        begins, ends = words[max(start, 0)].start, words[min(end, len(words)) - 1].end
        yield Piece(_shown(block, at, begins))
        each, is_last = known[passage], end <= len(words)
        chips, link = (each.chips, links[passage]) if is_last else ((), "")
        yield Piece(_shown(block, begins, ends), passage, each.verdict, chips, link, is_last)
        at = ends
    yield Piece(_shown(block, at, len(block.text.rstrip())))


def _shown(block: Block, start: int, end: int) -> Runs:
    """Words and formulas; code, and what is no formula of ours, stays as the text has it."""
    text = block.text[start:end]
    if block.kind is Kind.CODE:
        return (Text(text),) if text else ()
    found = runs(text.replace("$$", "$"))
    return tuple(Text(run.latex) if isinstance(run, Formula) and run.mathml is None else run for run in found)

"""A copy of the text in the page's words: its blocks, cut where passages begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from probatum_reports.source.blocks import Kind
from probatum_reports.words.mathematics import Formula
from probatum_reports.words.prose import Runs, Text, runs, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from probatum_reports.content.text_sections import Passage
    from probatum_reports.source.blocks import Block
    from probatum_reports.source.matching import Span, Word
    from probatum_reports.source.reading import Reading

Placed = tuple[int, int, str]  # a passage with its first word and the one behind its last
SENTENCE_ENDS = (".", "!", "?", ":", ";")
GROUPS = re.compile(
    r"\$\\(?:begin|end)group\$ ?"
)  # what a page's typesetter sets around comments: nothing to be seen
QUOTED = 4  # words at either end of a text fragment
FORMULA = re.compile(r"(\$\$.+?\$\$|\$[^$]+?\$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text: between passages, or of one; the first piece of a passage is its place,
    the last bears its mark.
    """

    words: Runs
    passage: Passage | None = None
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph, an item, ... of the text, in pieces."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """The text in parts, how many passages it has of how many, which it lacks,
    and where each stands on the page that it is from.
    """

    parts: tuple[Part, ...]
    found: int
    of: int
    missing: tuple[Passage, ...]
    links: Mapping[str, str]


def own_copy(reading: Reading, passages: Sequence[Passage], url: str) -> OwnCopy:
    """The copy with its passages, of which each piece knows its own."""
    spans = _apart(reading.found)
    places = [
        block.text[word.start : word.end] for block, words in reading.blocks for word in words
    ]
    return OwnCopy(
        parts=tuple(_parts(reading, spans, {each.id: each for each in passages})),
        found=len(reading.found),
        of=len(passages),
        missing=tuple(each for each in passages if each.id not in reading.found),
        links={
            passage: fragment(url, " ".join(places[start:end])) for start, end, passage in spans
        },
    )


def fragment(url: str, words: str) -> str:
    """The address of some words on a web page, by their first and last ones;
    plain where a formula leaves too few.
    """
    plain = FORMULA.split(words)
    first, last = plain[0].split()[:QUOTED], plain[-1].split()[-QUOTED:]
    if not url or len(first) < 2 or len(last) < 2:
        return url
    ends = (
        (" ".join(words.split()),)
        if len(plain) == 1 and len(words.split()) <= 2 * QUOTED
        else (" ".join(first), " ".join(last))
    )
    spelled = (quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{url.partition('#')[0]}#:~:text={','.join(spelled)}"


def _apart(found: Mapping[str, Span]) -> list[Placed]:
    """The spans in order; of two that overlap, the one that begins first and reaches farther."""
    kept: list[Placed] = []
    for start, end, passage in sorted(
        (start, -end, passage) for passage, (start, end) in found.items()
    ):
        if not kept or start >= kept[-1][1]:
            kept.append((start, -end, passage))
    return kept


def _parts(
    reading: Reading, spans: Sequence[Placed], known: Mapping[str, Passage]
) -> Iterator[Part]:
    """The blocks, each cut where a passage begins or ends."""
    first = 0
    for block, words in reading.blocks:
        here = [(start - first, end - first, passage) for start, end, passage in spans]
        pieces = tuple(piece for piece in _pieces(block, words, here, known) if piece.words)
        if pieces:
            yield Part(_kind(block, pieces), pieces)
        first += len(words)


def _kind(block: Block, pieces: Sequence[Piece]) -> str:
    """What a block is; plain text does not mark its headings, but the outline knows them."""
    marked = [piece for piece in pieces if piece.passage or spoken(piece.words).strip()]
    passage = marked[0].passage if len(marked) == 1 else None
    is_heading = (
        passage is not None
        and passage.is_heading
        and not block.text.rstrip().endswith(SENTENCE_ENDS)
    )
    return str(Kind.HEADING if is_heading and block.kind is Kind.PARAGRAPH else block.kind)


def _pieces(
    block: Block, words: Sequence[Word], spans: Sequence[Placed], known: Mapping[str, Passage]
) -> Iterator[Piece]:
    at = 0
    for start, end, passage in spans:
        if end <= 0 or start >= len(words):
            continue
        begins, ends = words[max(start, 0)].start, words[min(end, len(words)) - 1].end
        yield Piece(_shown(block, at, begins))
        yield Piece(_shown(block, begins, ends), known[passage], start >= 0, end <= len(words))
        at = ends
    yield Piece(_shown(block, at, len(block.text.rstrip())))


def _shown(block: Block, start: int, end: int) -> Runs:
    """Words and formulas; code, and what is no formula of ours, stays as the text has it."""
    text = block.text[start:end]
    if block.kind is Kind.CODE:
        return (Text(text),) if text else ()
    found = runs(GROUPS.sub("", text.replace("$$", "$")))
    return tuple(
        Text(run.latex) if isinstance(run, Formula) and run.mathml is None else run for run in found
    )

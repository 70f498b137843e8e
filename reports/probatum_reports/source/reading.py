"""A text in the reading that shows most of its passages: as a web page,
as plain text or as Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum_reports.source.markdown import has_signs, markdown
from probatum_reports.source.matching import Span, Word, located, words_of
from probatum_reports.source.plain import plain
from probatum_reports.source.web_page import is_page, web_page
from probatum_reports.words.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from probatum_reports.source.blocks import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """The blocks of a text, each with its words; passages are spans of all these words."""

    blocks: tuple[tuple[Block, tuple[Word, ...]], ...]
    found: Mapping[str, Span]


def best_reading(text: str, wanted: Mapping[str, str]) -> Reading:
    """The first of the readings that show most passages; `wanted` gives them by digest."""
    clear = str(legible(text.replace("\r\n", "\n").replace("\r", "\n")))
    found: dict[tuple[str, ...], Mapping[str, Span]] = {}
    readings = [_reading(way(clear), wanted, found) for way in _ways(clear)]
    return max(readings, key=lambda reading: len(reading.found))


def _ways(text: str) -> Iterator[Callable[[str], tuple[Block, ...]]]:
    if is_page(text):
        yield web_page
    yield from (markdown, plain) if has_signs(text) else (plain, markdown)


def _reading(
    blocks: tuple[Block, ...],
    wanted: Mapping[str, str],
    found: dict[tuple[str, ...], Mapping[str, Span]],
) -> Reading:
    """The blocks with their words; words that another reading has as well are searched once."""
    worded = tuple((block, words_of(block.text)) for block in blocks)
    all_words = tuple(word.text for _, words in worded for word in words)
    if all_words not in found:
        found[all_words] = located(all_words, wanted)
    return Reading(worded, found[all_words])

"""The Markdown of answer.md as paragraphs of runs: words, emphasis, formulas and citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from probatum_reports.words.mathematics import formula
from probatum_reports.words.prose import Citation, Run, Runs, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from probatum_reports.words.chips import Chips

PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
MARK = re.compile(
    r"(?<!\\)\$(?P<formula>[^$]+?)(?<!\\)\$"
    r"|\[(?P<claim>[a-z0-9]+(?:[.-][a-z0-9]+)*)\]"
    r"|\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*"
    r"|\*(?=[^\s*])(?P<emphasis>.+?)(?<=[^\s*])\*",
    re.DOTALL,
)


def paragraphs(markdown: str, chips: Chips) -> tuple[Runs, ...]:
    """The paragraphs of an answer; a citation of a claim that is not in `chips` stays marked as missing."""
    blocks = PARAGRAPH_END.split(markdown.replace("\r\n", "\n").strip())
    return tuple(tuple(_runs(" ".join(block.split()), chips, "")) for block in blocks if block.strip())


def _runs(text: str, chips: Chips, emphasis: str) -> Iterator[Run]:
    end = 0
    for match in MARK.finditer(text):
        yield from _words(text[end : match.start()], emphasis)
        yield from _marked(match, chips, emphasis)
        end = match.end()
    yield from _words(text[end:], emphasis)


def _marked(match: re.Match[str], chips: Chips, emphasis: str) -> Iterator[Run]:
    if match["formula"]:
        yield formula(match["formula"])
    elif match["claim"]:
        yield Citation(match["claim"], chips.get(match["claim"]))
    else:
        inner = "strong" if match["strong"] or emphasis == "strong" else "em"
        yield from _runs(match["strong"] or match["emphasis"], chips, inner)


def _words(text: str, emphasis: str) -> Iterator[Text]:
    if text:
        yield Text(text.replace(r"\$", "$"), emphasis)

"""The Markdown of answer.md: the answer itself, and behind a line of dashes its reasons,
as paragraphs of runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum_reports.words.mathematics import formula
from probatum_reports.words.prose import Citation, Run, Runs, Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from probatum_reports.words.chips import Chips

PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
BREAK = re.compile(r"^[ ]{0,3}(?:-[ \t]*){3,}$", re.MULTILINE)
MARK = re.compile(
    r"(?<!\\)\$(?P<formula>[^$]+?)(?<!\\)\$"
    r"|\[(?P<claim>[a-z0-9]+(?:[.-][a-z0-9]+)*)\]"
    r"|\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*"
    r"|\*(?=[^\s*])(?P<emphasis>.+?)(?<=[^\s*])\*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands before the figure, and the reasons behind it."""

    lead: tuple[Runs, ...]
    reasons: tuple[Runs, ...]


def answer(markdown: str, chips: Chips) -> Answer:
    """The paragraphs of an answer; a citation of a claim that is not in `chips` stays marked as
    missing.
    """
    text = markdown.replace("\r\n", "\n").strip()
    lead, *rest = BREAK.split(text, maxsplit=1)
    cited = Numbers()
    return Answer(_paragraphs(lead, chips, cited), _paragraphs("".join(rest), chips, cited))


class Numbers(dict[str, int]):
    """The number by which each claim is cited, in the order in which they come."""

    def __missing__(self, claim: str) -> int:
        self[claim] = len(self) + 1
        return self[claim]


def _paragraphs(text: str, chips: Chips, cited: Numbers) -> tuple[Runs, ...]:
    blocks = (block for block in PARAGRAPH_END.split(text) if block.strip())
    return tuple(tuple(_runs(" ".join(block.split()), chips, cited, "")) for block in blocks)


def _runs(text: str, chips: Chips, cited: Numbers, emphasis: str) -> Iterator[Run]:
    end = 0
    for match in MARK.finditer(text):
        before = text[end : match.start()]
        # The mark of a citation belongs to the word before it: no line begins with one.
        yield from _words(before.rstrip() if match["claim"] else before, emphasis)
        yield from _marked(match, chips, cited, emphasis)
        end = match.end()
    yield from _words(text[end:], emphasis)


def _marked(match: re.Match[str], chips: Chips, cited: Numbers, emphasis: str) -> Iterator[Run]:
    if match["formula"]:
        yield formula(match["formula"])
    elif match["claim"]:
        yield Citation(match["claim"], chips.get(match["claim"]), cited[match["claim"]])
    else:
        inner = "strong" if match["strong"] or emphasis == "strong" else "em"
        yield from _runs(match["strong"] or match["emphasis"], chips, cited, inner)


def _words(text: str, emphasis: str) -> Iterator[Text]:
    if text:
        yield Text(plain(text), emphasis)

"""Text with formulas between dollar signs, as runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from probatum_reports.words.mathematics import Formula, formula

if TYPE_CHECKING:
    from collections.abc import Iterator

    from probatum_reports.words.chips import Chip

FORMULA = re.compile(r"(?<!\\)\$([^$]+?)(?<!\\)\$")
LONGEST_HEADLINE = 600


@dataclass(frozen=True, slots=True)
class Text:
    """Words, perhaps emphasized."""

    text: str
    emphasis: str = ""
    kind: ClassVar[str] = "text"


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim named in a text, and the chip that links to its card unless this ledger has no such claim."""

    claim: str
    chip: Chip | None
    kind: ClassVar[str] = "citation"


Run = Text | Formula | Citation
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The beginning of a wording, and the whole of it where that is too long for a headline."""

    beginning: Runs
    whole: Runs
    characters: int

    @property
    def is_cut(self) -> bool:
        return bool(self.whole)


def runs(text: str) -> Runs:
    """Words and formulas in turn; a dollar sign without a partner, or one after a backslash, is a character like others."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    end = 0
    for match in FORMULA.finditer(text):
        yield from _words(text[end : match.start()])
        yield formula(match[1])
        end = match.end()
    yield from _words(text[end:])


def _words(text: str) -> Iterator[Text]:
    if text:
        yield Text(text.replace(r"\$", "$"))


def headline(wording: str) -> Headline:
    """A wording cut where a headline ends; no formula is cut in two."""
    whole = runs(wording)
    if len(wording) <= LONGEST_HEADLINE:
        return Headline(whole, (), len(wording))
    return Headline(tuple(_beginning(whole)), whole, len(wording))


def _beginning(whole: Runs) -> Iterator[Run]:
    room = LONGEST_HEADLINE // 2
    for run in whole:
        if isinstance(run, Text):
            yield replace(run, text=run.text[:room])
            room -= len(run.text)
        elif isinstance(run, Formula) and (room := room - len(run.latex)) >= 0:
            yield run
        if room <= 0:
            yield Text(" …")
            return

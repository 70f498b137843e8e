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
APOSTROPHE = re.compile(r"(?<=\w)'(?=[a-z])|(?<=s)'(?=\s)")
PER_CENT = re.compile(r"(?<=\d) %")
LONGEST_HEADLINE = 600


@dataclass(frozen=True, slots=True)
class Text:
    """Words, perhaps emphasized."""

    text: str
    emphasis: str = ""
    kind: ClassVar[str] = "text"


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim named in a text, the chip that links to its card unless this ledger has no such
    claim, and its number in an answer.
    """

    claim: str
    chip: Chip | None
    number: int = 0
    kind: ClassVar[str] = "citation"

    @property
    def words(self) -> str:
        """What the claim says, in plain words."""
        return spoken(headline(self.chip.wording).beginning) if self.chip else self.claim

    @property
    def says(self) -> str:
        """What the claim says and what was found of it, in plain words."""
        return f"{self.words} ({self.chip.verdict.word})" if self.chip else self.claim


@dataclass(frozen=True, slots=True)
class Explained:
    """Words that a term's explanation belongs to."""

    text: str
    term: str
    kind: ClassVar[str] = "term"


Run = Text | Formula | Citation | Explained
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
    """Words and formulas in turn; a dollar sign without a partner, or one after a backslash,
    is a character like others.
    """
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
        yield Text(plain(text))


def plain(text: str) -> str:
    """Words without marks of formulas, with apostrophes as printed, and a number tied to the per
    cent sign after it.
    """
    return PER_CENT.sub("\u00a0%", APOSTROPHE.sub("\u2019", text.replace(r"\$", "$")))


def spoken(words: Runs) -> str:
    """Words and formulas as they are said, in one line."""
    return " ".join(
        "".join(
            run.spoken if isinstance(run, Formula) else getattr(run, "text", "") for run in words
        ).split()
    )


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

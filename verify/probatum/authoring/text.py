"""A text as its passages: one a line, known by a digest of its words,
and by a sketch that still knows it when it is edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from probatum.errors import OutlineError
from probatum.spelling import composed, folded, spellings

HEADING = re.compile(r"#+\s*(.*)")
LONGEST = 300  # words of a passage: in a reader's copy no longer one is found
TOKEN = re.compile(
    r"[^\W\u2e80-\u9fff]+|\S"
)  # a word; a sign, or a character of a script that puts no blanks between words
OPEN = "to be filled in"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage, of which nothing is kept but what they are recognized by;
    the line that they stand on, from 1.
    """

    sha256: str
    sketch: str = ""
    line: int = 0
    others: tuple[str, ...] = ()  # the digests of the same words in other quotation marks


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the text, empty where there is none, with the passages below it."""

    title: str
    passages: tuple[Words, ...]


def normalized(words: str) -> str:
    """The words in NFKC, joined by one space."""
    return " ".join(composed(words).split())


def digest(words: str) -> str:
    """The SHA-256 that a passage is known by."""
    return digests(words)[0]


def digests(words: str) -> tuple[str, ...]:
    """That of the words as they are, and those of other spellings that say the same."""
    return tuple(sha256(spelt.encode()).hexdigest() for spelt in spellings(words))


def sketch(words: str) -> str:
    """One byte for each word and sign, in hexadecimal: enough to see how much of a passage stayed,
    and too little to read it.
    """
    tokens = TOKEN.findall(folded(words).casefold())
    return "".join(sha256(token.encode()).hexdigest()[:2] for token in tokens)


def parts(text: str) -> tuple[Part, ...]:
    """The headings of a text with their passages; raises OutlineError where a line is no passage,
    or there is none.

    A line is a passage, an empty one nothing; one that begins with # opens a section and is its
    title.
    """
    found = tuple(
        Part(title, tuple(passages)) for title, passages in _parts(text) if title or passages
    )
    if not found:
        raise OutlineError("got a text without words, wanted one passage per line")
    return found


def _parts(text: str) -> Iterator[tuple[str, list[Words]]]:
    title, passages = "", list[Words]()
    for number, line in enumerate(text.splitlines(), 1):
        if heading := HEADING.fullmatch(line.strip()):
            yield title, passages
            title, passages = normalized(heading[1]) or OPEN, []
        elif line.strip():
            passages.append(_words(line, number))
    yield title, passages


def _words(line: str, number: int) -> Words:
    count = len(line.split())
    if count > LONGEST:
        raise OutlineError(
            f"line {number}: got {count} words, wanted at most {LONGEST}: "
            "a passage says one thing or a few"
        )
    try:
        first, *others = digests(line)
        return Words(first, sketch(line), number, tuple(others))
    except UnicodeEncodeError as error:
        raise OutlineError(
            f"line {number}: got {error.object[error.start]!r}, "
            "wanted characters that UTF-8 can write"
        ) from error

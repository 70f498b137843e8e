"""The words of a text as digests are taken of them, and how programs may spell them otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
STRAIGHT = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
OPENING = re.compile(r"(^|[(\[{—–-])(['\"])")
CURLY = {"'": ("‘", "’"), '"': ("“", "”")}
SIGNS = {"<super>": "^", "<sub>": "_"}
NOT_RAISED = "ªº™℠"  # how these words and ordinals are printed anyway
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
MIXED_NUMBER = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅞])")


MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")  # longer runs than words have
JOINER = "\u034f"  # which is not seen, and separates


def composed(words: str) -> str:
    """The words in NFKC. Of marks on one letter 30 are put in order at a time, as streams have it
    (UAX #15, section 13): for more it takes the square of the time.
    """
    return unicodedata.normalize("NFKC", MARKS.sub(_parted, words))


def _parted(found: re.Match[str]) -> str:
    parts, marks = list[str](), 0
    for letter in found[0]:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks > 30:
            parts.append(JOINER)
            marks = 1
        parts.append(letter)
    return "".join(parts)


def folded(words: str) -> str:
    """The words in NFKC, in which what is raised or lowered keeps its sign:
    n² is another word than n2, A⁻¹ than A-1, and 1½ than 11/2.
    """
    apart = MIXED_NUMBER.sub(" ", words.translate(INVISIBLE))
    return composed(NOT_ASCII.sub(_signed, apart))


def _signed(found: re.Match[str]) -> str:
    kind = unicodedata.decomposition(found[0]).partition(" ")[0]
    raised = kind in SIGNS and found[0] not in NOT_RAISED
    return SIGNS[kind] + found[0] if raised else found[0]


def straight(word: str) -> str:
    """The word with typewriter's quotation marks."""
    return word.translate(STRAIGHT)


def curly(word: str) -> str:
    """The word with printed quotation marks: one at its start, or behind a bracket or dash, opens;
    others close.
    """
    opened = OPENING.sub(lambda found: found[1] + CURLY[found[2]][0], word)
    return opened.replace("'", CURLY["'"][1]).replace('"', CURLY['"'][1])


def spellings(words: str) -> tuple[str, ...]:
    """The words joined by one space, as they are, with straight marks, and with curly ones."""
    marks: tuple[Callable[[str], str], ...] = (str, straight, curly)
    return tuple(dict.fromkeys(" ".join(map(mark, folded(words).split())) for mark in marks))

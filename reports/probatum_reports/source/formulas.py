r"""Formulas as texts write them,
`$`, `$$`, `\(` and `\[`: set aside while something else is parsed, then put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

LONGEST = (
    5_000  # characters of a formula; a delimiter without its other end is looked for no farther
)
FIRST_PLACE = 0xF0000  # of the private characters that stand for formulas
MOST = 0xFFFD
DELIMITERS = (("$$", "$$", "$$"), ("$", "$", "$"), (r"\(", r"\)", "$"), (r"\[", r"\]", "$$"))
OPENING = re.compile(r"\$\$?|\\[(\[]")
PLACE = re.compile(f"[{chr(FIRST_PLACE)}-{chr(FIRST_PLACE + MOST)}]")
CLOSING = {opening: (closing, dollars) for opening, closing, dollars in DELIMITERS}


def inline(latex: str) -> str:
    """LaTeX as an inline formula."""
    return f"${latex.strip()}$"


def display(latex: str) -> str:
    """LaTeX as a displayed formula."""
    return f"$$ {latex.strip()} $$"


def formulas(text: str) -> Iterator[tuple[int, int, str]]:
    """Where formulas begin and end, and each between dollar signs."""
    at = 0
    while opened := OPENING.search(text, at):
        closing, dollars = CLOSING[opened[0]]
        end = text.find(closing, opened.end(), opened.end() + LONGEST)
        latex = text[opened.end() : end]
        if end < 0 or not latex.strip() or re.search(r"\n[ \t]*\n", latex):
            at = opened.end()
            continue
        at = end + len(closing)
        yield opened.start(), at, f"{dollars}{latex}{dollars}"


def set_aside(text: str) -> tuple[str, list[str]]:
    """The text with one private character for each formula, and the formulas."""
    clear = PLACE.sub("\ufffd", text)
    kept: list[str] = []
    parts: list[str] = []
    at = 0
    for start, end, formula in islice(formulas(clear), MOST):
        parts += [clear[at:start], chr(FIRST_PLACE + len(kept))]
        kept.append(formula)
        at = end
    return "".join([*parts, clear[at:]]), kept


def put_back(text: str, kept: list[str]) -> str:
    """The text with its formulas again, all between dollar signs."""
    return PLACE.sub(lambda place: kept[ord(place[0]) - FIRST_PLACE], text)

"""A long formula in lines: broken where a reader breathes, between statements, after hypotheses,
at relations, at sums.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIGN = re.compile(r"\\[A-Za-z]+|[^\s{}_^&\\]")
SILENT = re.compile(
    r"\\(?:left|right|quad|mathrm|mathbb|text|begin|end|frac|dfrac)\b|\\[,;: ]|matrix"
)
TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}]")  # what is more than a sign that stands for itself
OPENING, CLOSING = {"{", r"\left", r"\begin"}, {"}", r"\right", r"\end"}
# Where a line may begin, from what keeps the most apart to what keeps the least.
BREAKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?=\\text\{and\} )",
        r"(?<=:\\; )",
        r"(?=\\;\\(?:Rightarrow|land)\\;)",
        r"(?<=,\\; )|(?=\\(?:land|lor|Rightarrow) )",
        r"(?=(?:[=<>]|\\(?:le|ge|ne|approx|mapsto)) )",
        r"(?<= )(?=[+-] )",
    )
)


def wide(latex: str) -> int:
    """About how many signs stand beside each other."""
    return len(SIGN.findall(SILENT.sub(" ", latex)))


def lines(latex: str, room: int) -> tuple[str, ...]:
    """The formula in lines of about so many signs, none broken within brackets;
    of several statements each begins a line.
    """
    statements = _cut(latex, BREAKS[0])
    return tuple(
        line for each in statements for line in _within(each.replace(r"\quad", "").strip(), room, 1)
    )


def _within(latex: str, room: int, rank: int) -> Iterator[str]:
    if wide(latex) <= room or rank == len(BREAKS):
        yield latex
        return
    for line in _filled(_cut(latex, BREAKS[rank]), room):
        yield from _within(line, room, rank + 1)


def _filled(parts: Sequence[str], room: int) -> Iterator[str]:
    """As many parts in each line as fit."""
    line = ""
    for part in parts:
        if line and wide(line) + wide(part) > room:
            yield line
            line = ""
        line += part
    if line:
        yield line


def _cut(latex: str, at: re.Pattern[str]) -> list[str]:
    wanted = {found.start() for found in at.finditer(latex)} - {0}
    inner = [place for piece in _outside(latex) for place in piece if place in wanted]
    places = [0, *inner, len(latex)]
    return [latex[start:end] for start, end in pairwise(places) if latex[start:end].strip()]


def _outside(latex: str) -> Iterator[range]:
    """The places that are within no braces and no pair of brackets that stretch, in pieces."""
    depth = end = 0
    for token in TOKEN.finditer(latex):
        if depth == 0:
            yield range(end, token.start())
        if token[0] in CLOSING:
            depth -= 1
        elif depth == 0:
            yield range(token.start(), token.start() + 1)
        depth += token[0] in OPENING
        end = token.end()
    if depth == 0:
        yield range(end, len(latex))

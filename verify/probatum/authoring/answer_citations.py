"""Checks `answer.md`: each citation names a claim that somebody wrote,
and each formula can be typeset.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from probatum.errors import DefinitionError
from probatum.proposition.spelling.prose import check_latex

FORMULA = re.compile(r"(?<!\\)\$([^$]+?)(?<!\\)\$")
DOLLAR = re.compile(r"(?<!\\)\$")
NAME = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
CITATION = re.compile(rf"\[({NAME})\]")
SEVERAL = re.compile(rf"\[({NAME}(?:\s*[,;]\s*{NAME})+)\]")
PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)


def problems(text: str, path: str, is_claim: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong with an answer, each with file and line; `is_claim` says whether an id is
    one.
    """
    whole = text.replace("\r\n", "\n")
    line, counted = 1, 0  # the line at a place, up to which those before are counted
    for paragraph in PARAGRAPH.finditer(whole):
        for place, problem in sorted(_problems(paragraph[0], is_claim)):
            here = paragraph.start() + place
            line, counted = line + whole.count("\n", counted, here), here
            yield f"{path}:{line}: {problem}"


def _problems(words: str, is_claim: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    dollars = list(DOLLAR.finditer(words))
    if len(dollars) % 2:
        yield (
            dollars[-1].start(),
            r"got an odd number of $ in the paragraph, wanted each formula between two (a dollar "
            r"is written \$)",
        )
    else:
        yield from _formulas(words)
    plain = FORMULA.sub(lambda formula: re.sub(r"[^\n]", " ", formula[0]), words)
    for several in SEVERAL.finditer(plain):
        names = [each.strip() for each in re.split("[,;]", several[1])]
        # Numbers and letters are an interval or a pair; what has a hyphen wants to be an id.
        if any(is_claim(name) or "-" in name for name in names):
            wanted = " ".join(f"[{name}]" for name in names)
            yield (
                several.start(),
                f"got {' '.join(several[0].split())}, wanted one citation in each pair of "
                f"brackets: {wanted}",
            )
    for citation in CITATION.finditer(plain):
        if not is_claim(citation[1]):
            yield citation.start(), f"got the citation {citation[0]}, wanted the id of a claim"


def _formulas(words: str) -> Iterator[tuple[int, str]]:
    for formula in FORMULA.finditer(words):
        try:
            check_latex(" ".join(formula[1].split()), "formula")
        except DefinitionError as error:
            yield formula.start(), str(error)

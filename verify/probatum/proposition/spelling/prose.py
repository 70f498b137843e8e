"""Checks the words that an author writes for readers: non-empty, of sane length,
with formulas between dollar signs that render.
"""

from __future__ import annotations

import re

from probatum.errors import DefinitionError

LONGEST = 2_000  # characters
SHORTEST_REASON = 3  # letters
DEEPEST = 200  # groups in a formula: nested deeper, they would exhaust the converter's stack
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def check_wording(text: object, name: str) -> None:
    """Raise DefinitionError for words that cannot be shown as they are meant."""
    if not isinstance(text, str) or not text.strip():
        raise DefinitionError(f"{name}: got {text!r}, wanted a sentence")
    if len(text) > LONGEST:
        raise DefinitionError(f"{name}: got {len(text)} characters, wanted at most {LONGEST}")
    if CONTROL.search(text):
        raise DefinitionError(f"{name}: got a control character in {text!r}, wanted printable text")
    if text.count("$") % 2:
        raise DefinitionError(
            f"{name}: got an odd number of $ in {text!r}, wanted each formula between two"
        )
    for formula in text.split("$")[1::2]:
        check_latex(formula, name)


def check_reason(text: object, name: str) -> None:
    """Raise DefinitionError for what is no reason, or cannot be shown as it is meant."""
    check_wording(text, name)
    if sum(map(str.isalpha, str(text))) < SHORTEST_REASON:
        raise DefinitionError(f"{name}: got {text!r}, wanted a reason in words")


def check_latex(formula: str, name: str) -> None:
    """Raise DefinitionError for LaTeX that does not render."""
    import math_core

    if formula.count("{") > DEEPEST or formula.count("\\left") > DEEPEST:
        raise DefinitionError(
            f"{name}: got LaTeX with more than {DEEPEST} groups, "
            "wanted a formula that people can read"
        )
    try:
        math_core.LatexToMathML(max_expansions=0, fancy_error=False).convert_with_local_state(
            formula, displaystyle=False
        )
    except math_core.LatexError as error:
        raise DefinitionError(
            f"{name}: got the LaTeX {formula!r}, which does not render: "
            f"{' '.join(str(error).split())}"
        ) from error

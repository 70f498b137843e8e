"""MathML in, the words out in which a screen reader says it where formulas are not read:
lists of headings, titles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SIGNS = {
    "−": "minus", "-": "minus", "+": "plus", "±": "plus or minus", "·": "times", "×": "times",
    "⁢": " ", "∀": "for all", "∃": "there is", "∈": "in", "ℝ": "the reals", "ℤ": "the integers",
    "ℕ": "the naturals", "⇒": "implies", "⇔": "if and only if", "∧": "and", "∨": "or", "¬": "not",
    "↦": "goes to", "→": "to", "≤": "at most", "≥": "at least", "<": "less than",
    ">": "greater than", "=": "equals", "≠": "is not", "≈": "about", "∇": "gradient of", "∂": "d",
    "∞": "infinity", "⁡": " ",
}  # fmt: skip
POWERS = {"2": "squared", "3": "cubed"}
PRIMES = set("′″‴'⊤")
SPACE = re.compile(r"\s+")
TIGHT = re.compile(r" ([,;:.)\]}])|([(\[{]) ")


def spoken(formula: Element) -> str:
    """The formula in one line of words: fractions as over, roots and powers by name,
    indices after what they belong to.
    """
    text = SPACE.sub(" ", _said(formula)).strip()
    return TIGHT.sub(lambda match: match[1] or match[2], text)


def _said(element: Element) -> str:
    parts = list(element)
    match element.tag:
        case "mfrac" if len(parts) == 2:
            return f"{_grouped(parts[0])} over {_grouped(parts[1])}"
        case "msqrt":
            return f"square root of {_in_brackets(_joined(parts))}"
        case "mroot" if len(parts) == 2:
            return f"root of order {_said(parts[1])} of {_grouped(parts[0])}"
        case "msup" if len(parts) == 2:
            return _powered(_grouped(parts[0]), parts[1])
        case "msub" | "munder" if len(parts) == 2:
            return f"{_said(parts[0])} {_said(parts[1])}"
        case "msubsup" | "munderover" if len(parts) == 3:
            return _powered(f"{_said(parts[0])} {_said(parts[1])}", parts[2])
        case "mtable":
            return "; ".join(_joined(list(row), ", ") for row in parts)
        case "mspace" | "mphantom":
            return " "
    return _joined(parts) if parts else _sign(element)


def _joined(parts: list[Element], between: str = " ") -> str:
    return between.join(map(_said, parts))


def _sign(element: Element) -> str:
    text = element.text or ""
    return SIGNS.get(text.strip(), text)


def _powered(base: str, power: Element) -> str:
    said = _said(power).strip()
    if set(said) <= PRIMES:
        return base + said
    return f"{base} {POWERS.get(said) or f'to the power {said}'}"


def _grouped(element: Element) -> str:
    """What is more than one sign, in brackets."""
    said = _said(element).strip()
    is_grouped = said.startswith("(") and said.find(")") == len(said) - 1
    return said if is_grouped or element.tag in ("msub", "msqrt") else _in_brackets(said)


def _in_brackets(said: str) -> str:
    return f"({said.strip()})" if len(said.split()) > 1 else said

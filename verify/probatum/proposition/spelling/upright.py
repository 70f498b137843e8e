"""Words in LaTeX, upright and with their signs escaped."""

from __future__ import annotations

import re

LIKE = str.maketrans({"\\": "∖", "~": "∼", "^": "ˆ"})  # signs that LaTeX text cannot hold


def escape(text: str) -> str:
    """The text with signs that mean something in LaTeX escaped."""
    return re.sub(r"([{}$&#_%])", r"\\\1", text.translate(LIKE))


def upright(text: str) -> str:
    """The text as it is, in a formula."""
    return rf"\text{{{escape(text)}}}"

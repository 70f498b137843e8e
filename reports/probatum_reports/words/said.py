"""How the text says a claim: as it is counted and filtered by."""

from __future__ import annotations

from enum import StrEnum


class Said(StrEnum):
    """In which way a text makes a claim; a strict reading of a passage is beside the text."""

    STATED = "stated"
    IMPLIED = "implied"
    STRICT = "strict"

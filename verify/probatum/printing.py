"""What may reach a terminal: texts without characters that could steer it or hide what stands
there, and without what is another in each process.
"""

from __future__ import annotations

import re

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def without_addresses(text: str) -> str:
    """The text without the places in memory of what it names."""
    return ADDRESS.sub("", text)


def printable(text: str) -> str:
    """The text with each such character as its number; line breaks stay."""
    return "".join(
        letter if letter.isprintable() or letter == "\n" else _shown(ord(letter)) for letter in text
    )


def _shown(number: int) -> str:
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )

"""Reads files that may come from anywhere: no more of them than is wanted,
whatever the system says of their size.
"""

from __future__ import annotations

from pathlib import Path

PIECE = 1024 * 1024  # bytes: a read takes the memory for all that it asks for at once


class TooLargeError(Exception):
    """A file has more bytes than wanted."""


def bounded(path: Path, most: int) -> bytes:
    """The bytes of a file; raises TooLargeError where there are more,
    and OSError where it cannot be read.
    """
    raw = bytearray()
    with path.open("rb") as file:
        while piece := file.read(min(PIECE, most + 1 - len(raw))):
            raw += piece
    if len(raw) > most:
        raise TooLargeError(
            f"got {max(path.stat().st_size, len(raw))} bytes, wanted at most {most}"
        )
    return bytes(raw)

"""Reads files that may come from anywhere: no more of them than is wanted,
whatever the system says of their size.
"""

from __future__ import annotations

import os
from pathlib import Path

WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)
PIECE = 1024 * 1024  # bytes: a read takes the memory for all that it asks for at once


class TooLargeError(Exception):
    """A file has more bytes than wanted."""


def bounded(path: Path, most: int) -> bytes:
    """The bytes of a file; raises TooLargeError where there are more,
    and OSError where it cannot be read.
    """
    raw = bytearray()
    with open(path, "rb", opener=_at_once) as file:
        while piece := file.read(min(PIECE, most + 1 - len(raw))):
            raw += piece
    if len(raw) > most:
        raise TooLargeError(
            f"got {max(path.stat().st_size, len(raw))} bytes, wanted at most {most}"
        )
    return bytes(raw)


def _at_once(path: str, flags: int) -> int:
    """Open a file; a pipe into which nobody writes is empty, instead of waiting for somebody."""
    descriptor = os.open(path, flags | WITHOUT_WAITING)
    if WITHOUT_WAITING:
        os.set_blocking(descriptor, True)  # one into which somebody writes is read to its end
    return descriptor

"""Reads files that may come from anywhere: no more of them than is wanted,
whatever the system says of their size.
"""

from __future__ import annotations

from pathlib import Path


class TooLargeError(Exception):
    """A file has more bytes than wanted."""


def bounded(path: Path, most: int) -> bytes:
    """The bytes of a file; raises TooLargeError where there are more,
    and OSError where it cannot be read.
    """
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise TooLargeError(
            f"got {max(path.stat().st_size, len(raw))} bytes, wanted at most {most}"
        )
    return raw

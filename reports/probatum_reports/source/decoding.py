"""The characters of a file that a reader saved, whatever program saved it."""

from __future__ import annotations

import codecs

LARGEST = 16 * 1024 * 1024  # bytes
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WINDOWS = "cp1252"  # what programs write that know no other encoding


class CopyError(ValueError):
    """A copy of the text cannot be read, or is none of this text."""


def decoded(data: bytes) -> str:
    """The text of a file: by its byte order mark, else as UTF-8, else as Windows wrote it.

    Raises CopyError for a file that is empty or too large.
    """
    if len(data) > LARGEST:
        raise CopyError(f"got {len(data):,} bytes, wanted at most {LARGEST:,}")
    text = _decoded(data)
    if not text.strip():
        raise CopyError("got an empty file, wanted a copy of the text")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark).decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(WINDOWS, errors="replace")

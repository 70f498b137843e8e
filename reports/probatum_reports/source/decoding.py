"""The characters of a file that a reader saved, whatever program saved it."""

from __future__ import annotations

import codecs
from pathlib import Path

LARGEST = 16 * 1024 * 1024  # bytes
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WINDOWS = "cp1252"  # what programs write that know no other encoding


class CopyError(ValueError):
    """A copy of the text cannot be read, or is none of this text."""


def text_of(path: Path) -> str:
    """The text of a copy; raises CopyError naming its file. No more is read than it may have."""
    try:
        with path.open("rb") as file:
            return decoded(file.read(LARGEST + 1))
    except OSError as error:
        raise CopyError(f"{path}: got {error.strerror}, wanted a copy of the text") from error
    except CopyError as error:
        raise CopyError(f"{path}: {error}") from error


def decoded(data: bytes) -> str:
    """The text of a file: by its byte order mark, else as UTF-8, else as Windows wrote it.

    Raises CopyError for a file that is empty or too large.
    """
    if len(data) > LARGEST:
        raise CopyError(f"got more than {LARGEST:,} bytes, wanted at most as many")
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

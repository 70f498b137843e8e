"""Keeps memory that a context of z3 gives back for the next one: a claim has one of its own, of
16 megabytes, which the system would hand out anew, page by page, in five times as long as z3 needs
to fill it.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3  # as in malloc.h
KEPT = 32 * 2**20  # bytes; more is not allowed of the latter


def keep_memory() -> None:
    """From now on in this process, and in its forks; nothing changes but where the C library is
    GNU's.
    """
    if sys.platform != "linux":
        return
    with suppress(AttributeError):  # of another C library
        library = ctypes.CDLL(None)
        library.mallopt(MMAP_THRESHOLD, KEPT)
        library.mallopt(TRIM_THRESHOLD, KEPT)

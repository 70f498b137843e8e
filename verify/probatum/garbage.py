"""Leaves garbage alone where many objects are made of which few lead back to themselves."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Meanwhile Python looks for no cycles: over a ledger or its cards it looks again and again,
    for a quarter of the time, and finds none. What nothing refers to goes at once, as ever.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()

"""One test that does nothing: what pytest itself takes."""

from __future__ import annotations


def test_nothing() -> None:
    return None

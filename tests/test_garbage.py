"""Tests that garbage is left alone for a while, and no longer."""

from __future__ import annotations

import gc

import pytest

from probatum.garbage import uncollected


@pytest.mark.parametrize("before", [True, False])
def test_cycles_are_looked_for_again_afterwards_as_before(before: bool) -> None:
    was = gc.isenabled()
    (gc.enable if before else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is before
        with pytest.raises(KeyError), uncollected():
            raise KeyError
        assert gc.isenabled() is before
    finally:
        (gc.enable if was else gc.disable)()


def test_one_within_another_leaves_the_outer_one_as_it_is() -> None:
    seen = []
    with uncollected():
        with uncollected():
            seen.append(gc.isenabled())
        seen.append(gc.isenabled())
    assert seen == [False, False]

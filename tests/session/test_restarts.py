"""A pool starts its process only so often: what comes to no claim is not replaced for ever."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from probatum.session.current_part import LONGEST, CurrentPart
from probatum.session.restarts import MOST_STARTS, FewStarts


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> FewStarts:
    found = FewStarts(CurrentPart())
    found.context = SimpleNamespace(Process=lambda *_: "a process", cpu_count=lambda: 7)
    return found


def counted(starts: Any) -> int:
    """How many processes are started until it is refused."""
    for count in range(100):
        if starts.left == 0:
            with pytest.raises(OSError, match=f"got {MOST_STARTS} processes that ended before they began with a claim"):
                starts.Process()
            return count
        starts.Process()
    return 100


def test_so_many_starts_and_no_more(starts: FewStarts) -> None:
    assert counted(starts) == MOST_STARTS
    assert starts.cpu_count() == 7


def test_a_claim_that_began_allows_for_as_many_more(starts: FewStarts) -> None:
    for _ in range(MOST_STARTS - 1):
        starts.Process()
    starts.part.write("a part")
    assert counted(starts) == MOST_STARTS


def test_the_board_holds_what_fits() -> None:
    part = CurrentPart()
    assert part.read() == ""
    part.write("x" * 2 * LONGEST)
    assert part.read().endswith(f"s of them at {'x' * LONGEST}")
    part.write("\ud800 short")
    assert part.read().endswith("s of them at ? short")

"""Tests of how long searches may take that do not count their work: one long, the next ones short."""

from __future__ import annotations

from typing import Any

import pytest
import z3

from probatum.decide.deciding import decide
from probatum.engines.solvers import patience
from probatum.engines.solvers.logic import Answer
from probatum.engines.solvers.logic_z3 import Z3Logic
from probatum.proposition.kinds import Equal


def test_what_is_stopped_shortens_what_follows() -> None:
    patience.renew()
    assert patience.left() == patience.WHOLE
    patience.spend(patience.WHOLE // 2)
    assert patience.left() == patience.WHOLE // 2
    patience.spend(patience.WHOLE)
    assert patience.left() == patience.LEAST


def test_another_statement_has_the_whole_again() -> None:
    patience.spend(patience.WHOLE)
    decide(Equal(1, 2))
    assert patience.left() == patience.WHOLE


@pytest.mark.parametrize("reason", ["timeout", "canceled"])
def test_only_what_the_clock_stops_is_spent(reason: str, monkeypatch: Any) -> None:
    logic = Z3Logic(z3.Context())
    one = logic.real("x")
    monkeypatch.setattr(z3.Solver, "check", lambda self: z3.unknown)
    monkeypatch.setattr(z3.Solver, "reason_unknown", lambda self: reason)
    patience.renew()
    found = []
    for _ in range(3):
        assert logic.solve([logic.compare(one, ">", one)], 8_000_000).answer in (Answer.CLOCK, Answer.BUDGET)
        found.append(patience.left())
    patience.renew()
    assert found == ([patience.LEAST] * 3 if reason == "timeout" else [patience.WHOLE] * 3)

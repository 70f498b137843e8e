"""Tests that what comes next has one place: a kind, an engine and a theorem are added, and nothing else is touched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
import sympy

from probatum.decide import asking
from probatum.decision import Decision, Outcome
from probatum.lowering.conjunctions import conjunction
from probatum.lowering.theorem import Lowered, Theorem
from probatum.proposition.kinds import All, ForAll
from probatum.proposition.narrowing import reals
from probatum.proposition.parts import Stated, free_symbols, leaves, rewrite, subpropositions, substitute
from probatum.proposition.relation import Gt, Lt
from tests.each import each

ROOT = Path(__file__).parents[1]
x, y, z = reals("x y z")


@dataclass(frozen=True, slots=True)
class Between(Stated):
    """A toy kind: for all `inner` between two ends, `then`."""

    inside: ClassVar = ("low", "high", "then")
    inner: sympy.Symbol
    low: sympy.Expr
    high: sympy.Expr
    then: Any

    def bound(self, part: str) -> tuple[sympy.Symbol, ...]:
        return (self.inner,) if part == "then" else ()


TOY = Between(x, y, z + x, ForAll((), then=Gt(x, y)))


def test_walkers_ask_a_new_kind_what_it_contains_and_binds() -> None:
    assert free_symbols(Between(x, y, z, Gt(x, 0))) == {y, z}
    assert free_symbols(TOY) == {x, y, z}  # the upper end speaks of an x outside
    assert (TOY.binds, list(leaves(TOY))) == ({x}, [y, z + x, sympy.true, Gt(x, y)])
    assert list(subpropositions(TOY)) == [TOY, TOY.then]


def test_a_new_kind_is_rewritten_without_any_change_elsewhere() -> None:
    assert substitute(TOY, {y: z}) == Between(x, z, z + x, ForAll((), then=Gt(x, z)))
    assert rewrite(TOY, lambda part: part) == TOY


def toy_engine(outcome: Outcome) -> Any:
    """An engine that takes one statement, and says of it what it was made to say."""
    return SimpleNamespace(
        NAME="toy",
        ENGINE="a toy",
        takes=lambda statement: isinstance(statement, ForAll) and statement.variables == (x, y),
        decide=lambda statement, ask: Decision("toy", outcome, "as a toy says"),
    )


@pytest.mark.parametrize("outcome", [Outcome.PROVED, Outcome.UNDECIDED])
def test_a_new_engine_is_one_row(monkeypatch: pytest.MonkeyPatch, outcome: Outcome) -> None:
    monkeypatch.setattr(asking, "DECIDERS", (toy_engine(outcome), *asking.DECIDERS))
    found = asking.decide(ForAll((x, y), given=Lt(0, x), then=Gt(x + y**2, 0)))
    assert ("a toy" in found.agreeing) is (outcome is Outcome.PROVED)
    assert [(decision.engine, decision.outcome) for decision in found.decisions if decision.decider == "toy"] == [("a toy", outcome)]
    alone = asking.decide(ForAll(x, then=Gt(x**2, -1)))
    assert "toy" not in [decision.decider for decision in alone.decisions]


def test_a_new_theorem_names_its_source_beside_what_it_leads_to() -> None:
    toy = Theorem("A toy", "nowhere, section 1", exact=True)
    parts = conjunction(ForAll(x, then=All(Gt(x, 0), Lt(x, 1))))
    lowered = Lowered(tuple(part for part in parts if isinstance(part, ForAll)), toy)
    assert (len(lowered.statements), lowered.theorem.source) == (2, "nowhere, section 1")


def test_contributing_says_where_a_change_goes() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## Where does my change go?")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (an? [^|]+?) \| (.+) \|$", table, flags=re.MULTILINE)
    assert {name for name, _ in rows} >= {"a kind", "a theorem", "an engine", "a certificate"}
    named = re.findall(r"`((?:verify|tests)/[\w/.]+)`", table)
    for path in each(named):
        assert (ROOT / path).exists(), path

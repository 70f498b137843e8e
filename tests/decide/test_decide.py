"""Tests of asking all deciders: definedness and vacuity first, parts one by one, disagreement shown."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import sympy

from probatum.decide import asking as deciding
from probatum.decide.asking import conjunction, decide, idle_hypotheses
from probatum.decision import DECISIVE, Decision, Outcome, Strength, Truth
from probatum.errors import UndefinedError
from probatum.proposition.exact import Printed
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Orbit, Rounded, after, integers, reals
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne

x, y = reals("x y")
n = integers("n")


def test_deciders_are_asked_until_two_agree_or_one_refutes() -> None:
    """For controls the first decisive answer is enough."""

    def decisive(statement: Any, thorough: bool) -> int:
        return sum(decision.outcome in (*DECISIVE, Outcome.REFUTED) for decision in decide(statement, thorough=thorough).decisions)

    true = ForAll(x, given=(Ge(x, 0), Le(x, 1)), then=Gt(x, -1))
    assert (decisive(true, True), decisive(true, False)) == (2, 1)
    assert decisive(ForAll(x, then=Gt(x, 0)), True) >= 1


def test_parts_are_decided_one_by_one() -> None:
    statement = ForAll(x, given=Gt(x, 0), then=All(Gt(x, -1), Gt(x, 1)))
    assert [(part.variables, part.given) for part in conjunction(statement)] == [((x,), Gt(x, 0))] * 2
    found = decide(statement)
    assert (found.truth, [part.truth for part in found.parts]) == (Truth.FALSE, [Truth.TRUE, Truth.FALSE])
    assert conjunction(Exists(x, then=All(Gt(x, 0), Lt(x, 1)))) == ()


@pytest.mark.parametrize(
    ("statement", "point"),
    [
        (ForAll(x, then=Lt(1 / x, 1)), "x = 0"),
        (ForAll(x, given=Ge(x, 0), then=Ge(sympy.log(x), -1)), "x = 0"),
        (ForAll(x, given=Lt(x, 5), then=Ge(sympy.sqrt(x), 0)), "x = -1"),
        (ForAll((x, y), given=(Ge(x, 0), Ge(y, 0)), then=Ge(x**y, 0)), "x = 0, y = 0"),
        (ForAll(x, then=Exists(y, then=Eq(y, 1 / x))), "x = 0, y = 0"),
        (Exists(x, then=Eq(1 / x, 2)), "x = 0"),
        (ForAll(x, given=Le(sympy.Abs(x), 1), then=Equal(x / (x**2 + x), 1 / (x + 1))), "x = 0"),
    ],
    ids=str,
)
def test_an_undefined_point_is_an_error_that_names_it(statement: Any, point: str) -> None:
    with pytest.raises(UndefinedError) as caught:
        decide(statement)
    assert str(caught.value) == f"the hypotheses admit a point at which the proposition is undefined: {point}"


def test_a_closed_statement_without_a_value_is_an_error_too() -> None:
    with pytest.raises(UndefinedError, match="undefined: "):
        decide(Equal(sympy.zoo, 1))
    with pytest.raises(UndefinedError, match="undefined: "):
        decide(Equal(sympy.log(x).subs(x, 0), 1))


def test_what_is_not_known_to_be_defined_is_undecided() -> None:
    """log(sin x + 2) is defined everywhere, which no decider knows."""
    found = decide(ForAll(x, then=Le(sympy.log(sympy.sin(x) + 2), 2)))
    assert found.truth is Truth.UNDECIDED
    assert [decision.decider for decision in found.decisions] == ["definedness"]
    assert found.decisions[0].reason.startswith("not known to be defined wherever its hypotheses hold: ")


@pytest.mark.parametrize(
    "statement",
    [
        ForAll(x, given=(Gt(x, 1), Lt(x, 0)), then=Eq(x, 7)),
        ForAll(x, given=Lt(x**2, 0), then=Eq(x, 7)),
        ForAll(n, given=Eq(2 * n, 1), then=Eq(n, 7)),
        ForAll(x, given=Lt(sympy.sqrt(x), 0), then=Eq(x, 7)),
        ForAll(x, given=sympy.false, then=Eq(x, 7)),
        AlmostAll(x, given=Eq(x, 1), then=Gt(x, 0)),
        AlmostAll((x, y), given=(Ge(x, y), Le(x, y)), then=Gt(x, 0)),
        ForAll(x, given=Gt(sympy.exp(x), sympy.exp(x) + 1), then=Eq(x, 7)),
    ],
    ids=str,
)
def test_hypotheses_that_nothing_satisfies_are_vacuous(statement: Any) -> None:
    assert decide(statement).truth is Truth.VACUOUS


def test_what_is_not_known_to_admit_a_case_is_undecided() -> None:
    found = decide(ForAll(x, given=Eq(sympy.sin(x), sympy.Rational(1, 7)), then=Lt(x**2, -1)))
    assert found.truth is Truth.UNDECIDED
    assert found.decisions[0].reason == "not known whether the hypotheses admit any case"


def test_disagreement_is_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    def liar(outcome: Outcome) -> Any:
        return SimpleNamespace(NAME=str(outcome), takes=lambda _: True, decide=lambda *_: Decision(str(outcome), outcome, "says so"))

    monkeypatch.setattr(deciding, "DECIDERS", (liar(Outcome.PROVED), liar(Outcome.REFUTED)))
    assert decide(Equal(1, 1)).truth is Truth.CONFLICT


def test_a_statement_that_no_decider_takes_is_undecided() -> None:
    found = decide(Exists(x, then=Orbit(y, x, y / 2, then=Gt(y, 0))))
    assert (found.truth, found.decisions[0].decider) == (Truth.UNDECIDED, "none")


@pytest.mark.parametrize(
    ("statement", "truth", "strength"),
    [
        (Equal(2, 2), Truth.TRUE, Strength.PROVED),
        (Rounded(sympy.E, Printed("2.718")), Truth.TRUE, Strength.ENCLOSED),
        (ForAll(x, then=Exists(y, then=Gt(y, x))), Truth.TRUE, Strength.PROVED),
        (Exists(y, then=ForAll(x, then=Gt(y, x))), Truth.FALSE, Strength.PROVED),
        (ForAll(x, then=ForAll(y, given=Gt(y, x), then=Exists(n, then=sympy.And(Gt(n, x), Lt(n, y + 2))))), None, None),
        (Orbit((x, y), (1, 0), (y, -x), then=Eq(x**2 + y**2, 1)), Truth.TRUE, Strength.PROVED),
        (Orbit(x, 1, x / 2, then=Lt(after(x), x)), Truth.TRUE, Strength.PROVED),
        (Orbit(x, 1, x + 1, then=Lt(x, 1000)), Truth.UNDECIDED, None),
        (AlmostAll((x, y), then=Ne(x, y)), Truth.TRUE, Strength.PROVED),
        (All(Equal(1, 1), Rounded(sympy.pi, Printed("3.1"))), Truth.TRUE, Strength.ENCLOSED),
    ],
    ids=str,
)
def test_each_kind_of_proposition(statement: Any, truth: Truth | None, strength: Strength | None) -> None:
    found = decide(statement)
    if truth is None:
        assert found.truth in (Truth.TRUE, Truth.UNDECIDED)
    else:
        assert (found.truth, found.strength) == (truth, strength)


def test_hypotheses_are_idle_where_a_proof_does_not_need_them() -> None:
    needed, idle = Gt(x, 1), Lt(y, 7)
    statement = ForAll((x, y), given=(needed, idle), then=Gt(x**2, x))
    assert idle_hypotheses(decide(statement)) == (idle,)
    both = ForAll((x, y), given=(needed, idle), then=All(Gt(x**2, x), Gt(x**3, x)))
    assert idle_hypotheses(decide(both)) == (idle,), "each once"
    assert idle_hypotheses(decide(ForAll(x, given=needed, then=Gt(x, 2)))) == ()

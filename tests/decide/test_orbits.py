"""Tests of induction: how far an orbit is run, and which parts must be proved."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.counterexample import Counterexample, Run
from probatum.decide.deciding import decide
from probatum.decide.numbers import orbits
from probatum.decide.shared.attempt import attempt
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.errors import UndefinedError
from probatum.proposition.kinds import ForAll, Orbit
from probatum.proposition.relation import Gt, Lt, Ne
from probatum.proposition.subjects.coercion import after, integers, reals
from tests.authored import truth_of

x, y = reals("x y")
R, sqrt = sympy.Rational, sympy.sqrt
REFUTED, UNDECIDED = Outcome.REFUTED, Outcome.UNDECIDED


def ask(statement: Any) -> Any:
    """What induction asks for its parts."""
    return decide(statement, thorough=False)


def run(orbit: Any) -> Any:
    """What induction finds, and at which step."""
    decision = attempt(orbits, orbit, ask)[0]
    return decision.outcome, decision.counterexample.step if isinstance(decision.counterexample, Run) else None


def test_an_orbit_is_run_for_so_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orbits, "MOST_STEPS", 5)
    monkeypatch.setattr(orbits, "MOST_LATE_STEPS", 5)
    assert run(Orbit(x, 0, x + 1, then=Lt(x, 4))) == (REFUTED, 4)
    assert run(Orbit(x, 0, x + 1, then=Lt(x, 5))) == (UNDECIDED, None)
    assert run(Orbit(x, 0, x + 1, then=Lt(after(x), 5))) == (REFUTED, 4)


def test_where_no_induction_closes_an_orbit_among_fractions_is_run_on() -> None:
    n = integers("n")
    assert run(Orbit(x, 1, x / 2, then=Gt(x, R(1, 10**20)))) == (REFUTED, 67)
    assert run(Orbit(x, 1, x + R(1, 7), then=Lt(x, 100))) == (REFUTED, 693)
    assert run(Orbit(x, 1, x + R(1, 7), then=Lt(x, 200))) == (UNDECIDED, None), "beyond 1000 steps"
    assert run(Orbit(x, 2, x + sqrt(2), then=Lt(x, 100))) == (UNDECIDED, None), "among roots"
    turning = (5 * n + 3) % 997  # comes back after 332 steps, meets 501 and not 500
    assert ask(Orbit(n, 1, turning, then=Ne(n, 500))).truth is Truth.TRUE
    assert run(Orbit(n, 1, turning, then=Ne(n, 501)))[0] == REFUTED


def test_an_orbit_is_run_until_its_numbers_are_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orbits, "LONGEST_NUMBER", 10)
    for step, fine, late in ((2 * x, Lt(x, 256), Lt(x, 512)), (x / 2, Gt(x, R(1, 256)), Gt(x, R(1, 512)))):
        assert run(Orbit(x, 1, step, then=fine)) == (REFUTED, 8)
        assert run(Orbit(x, 1, step, then=late)) == (UNDECIDED, None)
    assert run(Orbit(x, 2, x**2, then=Lt(x, 2**30))) == (UNDECIDED, None), "from 9 bits to 17"
    assert run(Orbit(x, R(1, 2), x**2, then=Gt(x, R(1, 2**30)))) == (UNDECIDED, None)
    assert run(Orbit((x, y), (1, 1), (2 * x, y), then=Lt(x, 512))) == (UNDECIDED, None), "one of two is too long"
    assert run(Orbit(x, 2, sqrt(x), then=Gt(x, R(11, 10)))) == (REFUTED, 3), "a root is a number, too"
    monkeypatch.setattr(orbits, "MOST_OPERATIONS", 1)
    assert run(Orbit(x, 2, sqrt(x) + 1, then=Lt(x, R(12, 5)))) == (UNDECIDED, None)


def test_with_parameters_the_first_steps_are_tried() -> None:
    positive = {"variables": y, "given": Gt(y, 0)}
    assert [run(ForAll(**positive, then=Orbit(x, y, x - 1, then=Gt(x, -bound)))) for bound in (0, 1, 2)] == [
        (REFUTED, 1),
        (REFUTED, 2),
        (UNDECIDED, None),
    ]
    decision = attempt(orbits, ForAll(**positive, then=Orbit(x, y, x - 1, then=Gt(x, 0))), ask)[0]
    assert decision.counterexample is not None
    assert [name for name, _ in decision.counterexample.values] == ["y"]


@pytest.mark.parametrize(
    "answers",
    [
        (Decision("one", Outcome.PROVED, "so"), Decision("other", REFUTED, "not so", Counterexample((("y", 1),)))),
        (Decision("one", REFUTED, "not so"),),
        (Decision("one", Outcome.SUPPORTED, "so far"),),
    ],
    ids=["in conflict", "without a counterexample", "sampled"],
)
def test_what_does_not_prove_and_does_not_break_leaves_the_orbit_open(answers: tuple[Decision, ...]) -> None:
    statement = ForAll(y, given=Gt(y, 0), then=Orbit(x, y, x - 1, then=Gt(x, 0)))
    assert attempt(orbits, statement, lambda part: Decided(part, answers))[0].outcome is UNDECIDED


def test_a_false_start_or_step_or_conclusion_is_no_induction() -> None:
    assert run(ForAll(y, given=Gt(y, 0), then=Orbit(x, y, x / 2, then=Gt(x, 0), invariant=Gt(x, 1)))) == (UNDECIDED, None), "start"
    assert run(ForAll(y, given=Gt(y, 1), then=Orbit(x, y, x / 2, then=Gt(x, 0), invariant=Gt(x, 1)))) == (UNDECIDED, None), "step"
    assert run(ForAll(y, given=Gt(y, 1), then=Orbit(x, y, x + 1, then=Gt(x, 2), invariant=Gt(x, 1)))) == (REFUTED, 0), "conclusion"


def proof(engine: str, outcome: Outcome = Outcome.PROVED) -> Decision:
    """A decision of a part by one engine."""
    return Decision("some", outcome, "so", engine=engine)


@pytest.mark.parametrize(
    ("start", "step", "proofs"),
    [
        (("a",), ("a",), ["a"]),
        (("a",), ("b",), ["a and b"]),
        (("a", "b"), ("a",), ["a"]),
        (("a", "b"), ("b", "a"), ["a", "b"]),
        (("a", "b"), ("b", "c"), ["a and b", "b and c"]),
    ],
)
def test_an_induction_has_as_many_proofs_as_each_of_its_parts(start: tuple[str, ...], step: tuple[str, ...], proofs: list[str]) -> None:
    answers = iter((start, step))
    found = attempt(orbits, Orbit(x, 1, x / 2, then=Gt(x, 0)), lambda part: Decided(part, tuple(map(proof, next(answers)))))
    assert [decision.engine for decision in found] == proofs
    assert [decision.reason for decision in found] == [f"{Reason.INDUCTION} (its parts by {by})" for by in proofs]
    assert {decision.outcome for decision in found} == {Outcome.PROVED}


def test_an_induction_is_as_strong_as_its_weakest_part() -> None:
    answers = iter(((proof("a"),), (proof("a", Outcome.ENCLOSED),)))
    found = attempt(orbits, Orbit(x, 1, x / 2, then=Gt(x, 0)), lambda part: Decided(part, next(answers)))
    assert [decision.outcome for decision in found] == [Outcome.ENCLOSED]


def test_a_state_without_a_value_is_no_false_one() -> None:
    with pytest.raises(UndefinedError, match="a state from which it is undefined: x = 0"):
        decide(Orbit(x, 3, x - 1, then=Lt(sympy.log(x), 2)))
    assert decide(Orbit(x, 3, x - 1, then=sympy.And(Gt(x, 1), Lt(sympy.log(x), 2)))).truth is Truth.FALSE


UNAIDED = {
    "Orbit((x, y), (1, 1), (x + y, x), then=x >= y)": Truth.TRUE,
    "Orbit((x, y), (1, 1), (x + y, x), then=x > y)": Truth.FALSE,
    "Orbit(x, 1, sqrt(2 + x), then=x < 2)": Truth.TRUE,
    "Orbit(x, 1, sqrt(2 + x), then=x < Rational(19, 10))": Truth.FALSE,
    "Orbit(x, Rational(1, 2), x**2, then=x <= Rational(1, 2))": Truth.TRUE,
    "Orbit(x, 2, (x + 2/x)/2, then=x**2 >= Rational(201, 100))": Truth.FALSE,
    "Orbit(x, 1, 1 + 1/x, then=And(x >= 1, x <= 2))": Truth.TRUE,
    "ForAll(y, given=And(y > 0, y < 1), then=Orbit(x, y, x*(1 - x), then=x <= y))": Truth.TRUE,
    "Orbit(x, 2, sqrt(x - 1), then=x >= -1)": None,
    # nowhere may what was written have no value: y = 16/25 comes to 1/100
    "ForAll(y, given=And(y > R(1, 2), y < 1), then=Orbit(x, y, x*(x - R(1, 100))/(x - R(1, 100))/2, then=x > 0))": Truth.UNDECIDED,
    "ForAll(y, given=And(y > R(1, 2), y < 1), then=Orbit(x, y, x/2, then=(x - R(1, 100))/(x - R(1, 100))*x > 0))": Truth.UNDECIDED,
    # back at an earlier state, without an induction
    "Orbit(x, 5, Piecewise((x - 2, x > 0), (x + 1, True)), then=And(x >= -1, x <= 5))": Truth.TRUE,
    "Orbit(x, 5, Piecewise((x - 2, x > 0), (x + 1, True)), then=And(x >= 0, x <= 5))": Truth.FALSE,
    "Orbit(x, sqrt(2), 2/x, then=Eq(x**2, 2))": Truth.TRUE,
    "Orbit(x, sqrt(2), x**2 - 1, then=x <= Rational(7, 5))": Truth.FALSE,
}


@pytest.mark.parametrize("source", UNAIDED)
def test_what_goes_through_the_induction_beside_it_is_found(source: str) -> None:
    assert truth_of(source, x=x, y=y, R=R) is UNAIDED[source]


def test_what_the_author_gives_is_not_replaced() -> None:
    assert orbits.with_companions(Orbit(x, 1, x / 2, then=Gt(x, 0), invariant=Gt(x, -1)), decide) is None


def test_a_state_of_nested_exponentials_is_not_looked_into() -> None:
    assert list(orbits._states(Orbit(x, 1, x * sympy.exp(-x), then=Gt(x, 0)), (sympy.Integer(1),))) == [{x: 1}]

"""Tests of asking all deciders: definedness and vacuity first, parts one by one, disagreement shown."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import sympy
import z3
from hypothesis import strategies as st
from sympy import And
from sympy.polys.polyerrors import PolynomialError

from probatum.decide import registry
from probatum.decide.deciding import decide, idle_hypotheses
from probatum.decide.numbers import symbolic
from probatum.decision import DECISIVE, Decision, Outcome, Reason, Strength, Truth
from probatum.engines.solvers import contradiction
from probatum.engines.solvers.logic import Answer
from probatum.errors import UndefinedError
from probatum.lowering.rewriting.conjunctions import conjunction
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Iff, Orbit, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.property import Property

x, y, z = reals("x y z")
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
    assert conjunction(statement) == tuple(ForAll(x, given=Gt(x, 0), then=part) for part in All(Gt(x, -1), Gt(x, 1)).parts)
    found = decide(statement)
    assert (found.truth, [part.truth for part in found.parts]) == (Truth.FALSE, [Truth.TRUE, Truth.FALSE])
    assert conjunction(Exists(x, then=All(Gt(x, 0), Lt(x, 1)))) == ()


@pytest.mark.parametrize(
    ("statement", "point"),
    [
        (ForAll(x, then=Lt(1 / x, 1)), "x = 0"),
        (ForAll(x, given=Ge(x, 0), then=Ge(sympy.log(x), -1)), "x = 0"),
        (ForAll(x, given=Lt(x, 5), then=Ge(sympy.sqrt(x), 0)), "x = -1: sqrt(x) is not a real number there"),
        (ForAll((x, y), given=(Ge(x, 0), Ge(y, 0)), then=Ge(x**y, 0)), "x = 0, y = 0"),
        (ForAll(x, then=Iff(Exists(y, then=Eq(y, x)), 1 / x > 0)), "x = 0"),
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
    """log(Si x + 2) is defined everywhere, which no decider knows."""
    found = decide(ForAll(x, then=Le(sympy.log(sympy.Si(x) + 2), 2)))
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
        AlmostAll((x, y), given=(Gt(x, y), Lt(x, y)), then=Gt(x, 0)),
        ForAll(x, then=ForAll(y, given=(Gt(y, x), Lt(y, x)), then=Eq(y, 5))),
        ForAll(x, given=Gt(x, 0), then=ForAll(y, given=Lt(y, -x), then=ForAll(z, given=(Lt(z, y), Gt(z, x)), then=Eq(z, 1)))),
        ForAll(x, given=Gt(x, 0), then=ForAll(y, given=Lt(y, x), then=Exists(z, then=sympy.Implies(Gt(y, x + 1), Eq(z, y))))),
        Exists(x, then=ForAll(y, given=(Gt(y, x), Lt(y, x)), then=Eq(y, 5))),
        ForAll((x, y), then=sympy.Implies(sympy.And(Gt(x, y), Lt(x, y)), Eq(x, 5))),
        ForAll(x, given=Gt(x, 3), then=sympy.Implies(Lt(x, 2), Eq(x, 5))),
        ForAll(x, then=sympy.And(Ge(x**2, 0), sympy.Implies(Gt(x - x**2, 1), Eq(x, 5)))),
        ForAll(x, then=sympy.Implies(Gt(x, 3), sympy.Implies(Lt(x, 2), Eq(x, 5)))),
        All(Equal(1, 1), ForAll(x, then=ForAll(y, given=(Gt(y, x), Lt(y, x)), then=Eq(y, 5)))),
        Orbit(x, 1, x / 2, then=sympy.Implies(Gt(x, 5), Eq(x, 7))),
        ForAll(y, given=(Gt(y, 0), Lt(y, 1)), then=Orbit(x, y, x / 2, then=sympy.Implies(Gt(x, 5), Eq(x, 7)))),
        ForAll(x, given=Gt(sympy.exp(x), sympy.exp(x) + 1), then=Eq(x, 7)),
    ],
    ids=str,
)
def test_hypotheses_that_nothing_satisfies_are_vacuous(statement: Any) -> None:
    assert decide(statement).truth is Truth.VACUOUS


@pytest.mark.parametrize(
    "statement",
    [
        ForAll(x, then=ForAll(y, given=Gt(y, x), then=Gt(y + 1, x))),
        ForAll(x, then=ForAll(y, given=Lt(y**2, x), then=Gt(x, 0))),  # nothing for some x, something for others
        ForAll(x, then=sympy.Implies(Lt(x, 2), Lt(x, 5))),
        ForAll(x, then=sympy.Not(sympy.And(Gt(x, 1), sympy.Implies(Gt(x, 0), Lt(x, 1))))),
        Exists(x, given=Gt(x, 1), then=Gt(x, 7)),
        Orbit(x, 1, x / 2, then=sympy.Implies(Lt(x, sympy.Rational(1, 2)), Lt(x, 1))),
    ],
    ids=str,
)
def test_what_is_supposed_inside_is_met_by_some_case(statement: Any) -> None:
    assert decide(statement).truth is Truth.TRUE


def test_what_a_negation_supposes_inside_need_not_be_met() -> None:
    statement = ForAll(x, given=Gt(x, 0), then=ForAll(y, given=(Gt(y, x), Lt(y, -x)), then=Ne(y, 5)))
    assert decide(statement).truth is Truth.VACUOUS
    assert decide(statement, inner=False).truth is Truth.TRUE
    assert decide(ForAll(x, given=(Gt(x, 0), Lt(x, 0)), then=Ne(x, 5)), inner=False).truth is Truth.VACUOUS


ABSOLUTE = Eq(sympy.Abs(x), x)
CIRCLE = Eq(x**2 + y**2, 1)


@pytest.mark.parametrize(
    ("statement", "truth"),
    [
        (AlmostAll(x, given=ABSOLUTE, then=Ne(x, 1)), Truth.TRUE),
        (AlmostAll(x, given=ABSOLUTE, then=Gt(x, 1)), Truth.FALSE),
        (AlmostAll(x, given=ABSOLUTE, then=Ne(sympy.Abs(x), x)), Truth.FALSE),
        (AlmostAll(x, given=Eq(sympy.Max(x, 3), x), then=Gt(x, 3)), Truth.TRUE),
        (AlmostAll(x, given=Eq(sympy.Max(x, 3), x), then=Gt(x, 4)), Truth.FALSE),
        (AlmostAll(x, given=Eq(sympy.Min(x, x**3), x), then=Gt(x, 1)), Truth.FALSE),  # between -1 and 0 as well
        (AlmostAll(x, given=Eq(sympy.sign(x), 1), then=Ne(x, 2)), Truth.TRUE),
        (AlmostAll(x, given=Eq(sympy.Piecewise((x, Gt(x, 0)), (0, True)), 0), then=Lt(x, 0)), Truth.TRUE),
        (AlmostAll((x, y), given=Eq(y, 2 * x), then=Ne(x, y)), Truth.TRUE),
        (AlmostAll((x, y), given=Eq(y, 2 * x), then=Ne(2 * x, y)), Truth.FALSE),
        (AlmostAll((x, y, z), given=(Eq(x + y + z, 1), Eq(x, y)), then=Ne(x, z)), Truth.TRUE),
        (AlmostAll((x, y, z), given=(Eq(x + y + z, 0), Eq(x, y)), then=Ne(2 * x, -z)), Truth.FALSE),
        (AlmostAll((x, y), given=CIRCLE, then=Le(x, 1)), Truth.TRUE),
        (AlmostAll((x, y), given=CIRCLE, then=Ne(x**2 + y**2, 1)), Truth.UNDECIDED),
        (AlmostAll((x, y), given=CIRCLE, then=Ne(x, y)), Truth.UNDECIDED),
        (AlmostAll(x, given=Eq(x, 1), then=Gt(x, 0)), Truth.TRUE),
        (AlmostAll(x, given=Eq(x, 1), then=Ne(x, 1)), Truth.UNDECIDED),
        (AlmostAll(x, given=Lt(sympy.sqrt(x) + sympy.sqrt(-x), 1), then=Ne(x, 0)), Truth.UNDECIDED),
        (AlmostAll(x, given=Eq(sympy.sin(x), 0), then=Ne(x, 0)), Truth.UNDECIDED),
        (AlmostAll(x, given=Eq(sympy.floor(x), 0), then=Ne(x, 0)), Truth.TRUE),
        (AlmostAll(x, given=Eq((x + 1) ** 2, x**2 + 2 * x + 1), then=Ne(x, 0)), Truth.TRUE),
        (AlmostAll((x, y), then=Gt(x**2 + y**2, 0)), Truth.TRUE),
        (AlmostAll(x, given=Gt(x, 0), then=Gt(sympy.Abs(x - 1) * (sympy.Abs(x) + x), 0)), Truth.TRUE),
    ],
    ids=str,
)
def test_exceptions_are_judged_on_the_set_that_the_hypotheses_admit(statement: Any, truth: Truth) -> None:
    assert decide(statement).truth is truth


@pytest.mark.parametrize(
    ("statement", "truth"),
    [
        (Exists(x, then=Eq(1 / x, 2)), Truth.TRUE),
        (Exists(x, then=Eq(1 / x, 0)), Truth.FALSE),
        (Exists(x, then=Lt(sympy.sqrt(x), 0)), Truth.FALSE),
        (Exists(x, then=Gt(sympy.log(x), 3)), Truth.TRUE),
        (Exists(n, given=(Ge(n, 0), Le(n, 5)), then=Eq(1 / n, sympy.Rational(2, 5))), Truth.FALSE),
        (Exists(x, then=ForAll(y, given=Gt(y, 0), then=Gt(y / x, 0))), Truth.TRUE),
        (Exists(x, given=Le(x, 0), then=Ge(sympy.sqrt(x), 0)), Truth.TRUE),
        (Exists(x, given=Lt(x, 0), then=Ge(sympy.sqrt(x), 0)), Truth.FALSE),
    ],
    ids=str,
)
def test_where_the_inside_is_undefined_is_no_witness_and_no_error(statement: Any, truth: Truth) -> None:
    assert decide(statement).truth is truth


@pytest.mark.parametrize(
    ("statement", "truth"),
    [
        (AlmostAll(x, then=Ge(1 / x**2, 0)), Truth.TRUE),
        (AlmostAll(x, then=Ge(1 / x, 0)), Truth.FALSE),
        (AlmostAll(x, given=Ge(x, 0), then=Gt(1 / x, 0)), Truth.TRUE),
        (AlmostAll(x, then=Eq(sympy.Derivative(sympy.Abs(x), x), sympy.sign(x))), Truth.TRUE),
        (AlmostAll((x, y), then=Eq((x**2 - y**2) / (x - y), x + y)), Truth.TRUE),
        (AlmostAll((x, y), then=Eq((x**2 - y**2) / (x - y), x - y)), Truth.FALSE),
    ],
    ids=str,
)
def test_almost_all_may_be_undefined_for_almost_none(statement: Any, truth: Truth) -> None:
    assert decide(statement).truth is truth


@pytest.mark.parametrize(
    "statement",
    [
        AlmostAll(x, then=Ge(sympy.sqrt(x), 0)),
        AlmostAll(x, given=Eq(x, 0), then=Gt(1 / x, 0)),
        AlmostAll(x, given=And(Ge(x, 0), Le(x, 0)), then=Gt(1 / x, 0)),
        AlmostAll((x, y), given=Eq(x, 0), then=Eq(y / x, y)),
    ],
    ids=str,
)
def test_and_no_more(statement: Any) -> None:
    with pytest.raises(UndefinedError):
        decide(statement)


@pytest.mark.parametrize(
    "statement",
    [
        Exists(x, given=And(Gt(x**2, 2), Lt(sympy.Abs(x), 1)), then=Gt(x**2, 2)),
        Exists(n, given=Eq(n**2, 2), then=Eq(n**2, 2)),
        Exists(x, given=Gt(sympy.sin(x), 1), then=Gt(sympy.sin(x), 1)),
        ForAll(x, given=Ge(x, 0), then=Exists(y, given=And(Gt(y, 0), Lt(y, x)), then=Lt(y, x + 1))),
        ForAll(x, given=Gt(x, 0), then=Iff(Gt(x, 0), Gt(x**2, 1))),
    ],
    ids=str,
)
def test_that_there_is_none_says_more_than_that_it_is_supposed(statement: Any) -> None:
    assert decide(statement).truth is Truth.FALSE


@pytest.mark.parametrize(
    "statement",
    [
        ForAll(x, given=Gt(x, 0), then=Lt(sympy.log(x), 30)),
        ForAll(x, given=Gt(x, 1), then=Lt(sympy.log(sympy.log(x + 3)), 5)),
        ForAll(n, given=Ge(n, 1), then=Gt(sympy.Abs(sympy.sin(n)), sympy.Rational(1, 10_000))),
        ForAll(n, then=Lt(sympy.sin(n), sympy.Rational(99_999, 100_000))),
    ],
    ids=str,
)
def test_what_breaks_far_out_is_found(statement: Any) -> None:
    assert decide(statement).truth is Truth.FALSE


def newton(start: Any, then: Any, **more: Any) -> Any:
    """Newton's iteration for the root of 2."""
    return Orbit(x, start, (x + 2 / x) / 2, then=then, **more)


@pytest.mark.parametrize(
    ("statement", "truth"),
    [
        (newton(2, Gt(x, 0)), Truth.TRUE),
        (newton(2, Ge(x**2, 2)), Truth.TRUE),
        (newton(2, Le(after(x), x), invariant=sympy.And(Gt(x, 0), Ge(x**2, 2))), Truth.TRUE),
        (newton(2, Gt(x**2, sympy.Rational(201, 100))), Truth.FALSE),
        (ForAll(y, given=Gt(y, 0), then=newton(y, Gt(x, 0))), Truth.TRUE),
        (ForAll(y, given=Gt(y, 0), then=newton(y, Lt(x, 5))), Truth.FALSE),
        (Orbit(x, 2, 1 / x, then=Ge(x, 0)), Truth.TRUE),
        (Orbit(x, 3, 1 / (x - 2), then=Ge(x, -100)), Truth.UNDECIDED),
        (Orbit(x, 2, 1 / x, then=Ge(x, 0), invariant=Gt(x, 0)), Truth.TRUE),
        (Orbit(x, 5, x - 1, then=Gt(1 / (x + 9), sympy.Rational(1, 12))), Truth.FALSE),
    ],
    ids=str,
)
def test_a_state_that_an_orbit_does_not_reach_is_not_asked_about(statement: Any, truth: Truth) -> None:
    assert decide(statement).truth is truth


@pytest.mark.parametrize(
    ("statement", "point"),
    [
        (Orbit(x, 2, 1 / (x - 1), then=Gt(x, 0)), "x = 1 at step 1"),
        (ForAll(y, given=Ge(y, 0), then=newton(y, Ge(x, 0))), "y = 0 at step 0"),
        (Orbit((x, y), (3, 1), (x - 1, y / (x - 1)), then=Gt(y, -1)), "x = 1, y = 1/2 at step 2"),
    ],
    ids=str,
)
def test_a_state_from_which_an_orbit_is_undefined_is_named(statement: Any, point: str) -> None:
    with pytest.raises(UndefinedError) as caught:
        decide(statement)
    assert str(caught.value) == f"the iteration reaches a state from which it is undefined: {point}"


def test_an_orbit_that_may_reach_such_a_state_is_undecided_and_says_why() -> None:
    found = decide(Orbit(x, 3, 1 / (x - 2), then=Ge(x, -100)))
    wanted = "name an invariant= that implies Ne(x - 2, 0)"
    assert found.decisions[0].reason == f"not known to be defined at every state that it reaches: {wanted}"


def test_what_is_not_known_to_admit_a_case_is_undecided() -> None:
    found = decide(ForAll(x, given=Eq(sympy.Si(x) ** 2, -sympy.exp(x)), then=Lt(x**2, -1)))
    assert found.truth is Truth.UNDECIDED
    assert found.decisions[0].reason == "not known whether the hypotheses admit any case"


def test_disagreement_is_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    def liar(outcome: Outcome) -> Any:
        return SimpleNamespace(
            NAME=str(outcome), ENGINE=f"{outcome}!", takes=lambda _: True, decide=lambda *_: Decision(str(outcome), outcome, "says so")
        )

    monkeypatch.setattr(registry, "DECIDERS", (liar(Outcome.PROVED), liar(Outcome.REFUTED)))
    assert decide(Equal(1, 1)).truth is Truth.CONFLICT


ALONE = ForAll((x, y), given=Gt(x, y), then=Gt(x**3, y**3))  # z3 proves it, and no other decider


def answering(answer: Answer) -> Any:
    """A solver that gives one answer to whatever it is asked."""
    return lambda *asked: answer


def test_a_solver_that_lies_is_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    assert decide(ALONE).truth is Truth.TRUE
    monkeypatch.setattr(contradiction, "opposite", answering(Answer.POSSIBLE))
    found = decide(ALONE)
    assert (found.truth, found.decisions[-1].engine, found.decisions[-1].reason) == (Truth.CONFLICT, "cvc5", Reason.DISAGREES)


def test_what_one_solver_finds_possible_is_no_conflict_with_a_proof_by_other_means(monkeypatch: pytest.MonkeyPatch) -> None:
    """The solvers know less of e^x than holds, so that what they find possible need not be."""
    monkeypatch.setattr(registry, "DECIDERS", (symbolic,))
    monkeypatch.setattr(contradiction, "opposite", answering(Answer.POSSIBLE))
    found = decide(Equal(2 + x - x, 2))
    assert (found.truth, found.witnesses) == (Truth.TRUE, 1)


@pytest.mark.parametrize(
    ("statement", "engines"),
    [
        (ALONE, ("cvc5", "z3")),
        (ForAll(x, then=Ge(x**2 - 2 * x + 1, 0)), ("SymPy", "z3")),
        (Orbit(x, 1, x / 2, then=Gt(x, 0)), ("SymPy", "z3")),
        (ForAll(x, given=Gt(x, 2), then=Lt(x, 1)), ("exact search", "z3")),
    ],
    ids=["solvers alone", "algebra and a solver", "induction", "refuted"],
)
def test_the_engines_that_agree_are_named(statement: Any, engines: tuple[str, ...]) -> None:
    found = decide(statement)
    assert (found.agreeing, found.witnesses) == (engines, 2)


def test_a_solver_is_asked_again_only_where_one_engine_alone_proves(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def note(statement: Any, *how: Any) -> Answer:
        asked.append(statement)
        return Answer.UNKNOWN

    monkeypatch.setattr(contradiction, "opposite", note)
    decide(ALONE, thorough=False)
    decide(ForAll(x, then=Ge(x**2 - 2 * x + 1, 0)))
    decide(ForAll(x, then=Gt(x**2, 2)))
    assert asked == []
    assert (decide(ALONE).witnesses, asked) == (1, [ALONE])


class Raising:
    """A decider in which a library raises."""

    NAME, ENGINE = "raising", "Library"

    def __init__(self, problem: Exception) -> None:
        self.problem = problem

    def takes(self, statement: Any) -> bool:
        return True

    def decide(self, statement: Any, ask: Any) -> Decision:
        raise self.problem


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (KeyError("k"), "Library meets something that it was not made for"),
        (TypeError("Invalid comparison of non-real"), "Library meets something that it was not made for"),
        (PolynomialError("1/x contains an element of the generators set"), "Library meets something that it was not made for"),
        (z3.Z3Exception("out of memory"), "Library meets something that it was not made for"),
        (RecursionError(), "Library meets an expression that is nested too deeply"),
        (OverflowError(), "Library meets a number that is too large"),
        (MemoryError(), "Library needs more memory than a claim may use"),
        (NotImplementedError(), "Library does not know a step that it would need"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_library_raises_stops_no_other_decider(problem: Exception, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "DECIDERS", (Raising(problem), symbolic))
    found = decide(ForAll(x, then=Equal((x + 1) ** 2, x**2 + 2 * x + 1)))
    assert found.truth is Truth.TRUE
    assert (found.decisions[0].outcome, found.decisions[0].decider, found.decisions[0].reason) == (Outcome.UNDECIDED, "raising", words)


def test_what_the_author_s_own_code_raises_is_passed_on() -> None:
    def broken(k: int) -> bool:
        raise KeyError(k)

    with pytest.raises(KeyError):
        decide(Property({"k": st.integers()}, broken, "says"))


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
        (Orbit(x, 1, x + 1, then=Lt(x, 10**5)), Truth.UNDECIDED, None),
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
    carried_out = ForAll(x, given=needed, then=Gt(x, sympy.Integral(y, (y, 0, 1))))
    assert idle_hypotheses(decide(carried_out)) == (), "not looked for in what is carried out first"

"""Tests of trying cases: which domains are finite, which cases are tried, and what counts as one."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sympy
from hypothesis import assume
from hypothesis import strategies as st

from probatum.decision import Outcome, Reason
from probatum.engines.trying import search
from probatum.engines.trying.cases import SIMPLE
from probatum.errors import DefinitionError
from probatum.proposition.kinds import Equal, Exists, ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.property import Property
from tests.each import each

x, y, z = reals("x y z")
n, m = integers("n m")
R, And = sympy.Rational, sympy.And
HUGE = 30_000  # as an exponent: too large for an exact comparison
STANDS_HERE = 48271193  # of no other use


def cases(variables: Any, *given: Any) -> Any:
    """The cases of a domain as plain numbers, or None."""
    found = search.finite_domain(ForAll(variables, given=given, then=Ge(x, x - 1)))
    return None if found is None else [tuple(map(float, case)) for case in found]


@pytest.mark.parametrize(
    ("variables", "given", "wanted"),
    [
        (n, (Ge(n, 0), Le(n, 2)), [(0,), (1,), (2,)]),
        (n, (Gt(n, R(1, 2)), Lt(n, R(5, 2))), [(1,), (2,)]),
        ((n, m), (Ge(n, 0), Le(n, 1), Ge(m, 5), Le(m, 6)), [(0, 5), (0, 6), (1, 5), (1, 6)]),
        (n, (Gt(n, 3), Lt(n, 2)), [(4,)]),  # which the hypotheses do not admit
        (x, (sympy.Or(Eq(x, 3), Eq(x, R(1, 2))),), [(0.5,), (3,)]),
        (x, (Eq(x, 3),), [(3,)]),
        (n, (sympy.Or(Eq(n, 3), Eq(n, R(1, 2))),), [(3,)]),
        ((n, x), (Ge(n, 0), Le(n, 1), Eq(x, 7)), [(0, 7), (1, 7)]),
        (x, (sympy.Or(Eq(x, 3), Gt(x, 5)),), None),
        (x, (sympy.Or(Eq(x, 3), Eq(x, sympy.sqrt(2))),), None),
        ((x, y), (sympy.Or(Eq(x, 3), Eq(y, 5)),), None),
        (x, (Ge(x, 0), Le(x, 2)), None),
        (n, (Ge(n, 0),), None),
        ((n, m), (Ge(n, 0), Le(n, 2)), None),
    ],
    ids=str,
)
def test_a_domain_is_finite_where_its_values_are_named_or_bounded_integers(variables: Any, given: Any, wanted: Any) -> None:
    assert cases(variables, *given) == wanted


def test_a_finite_domain_has_at_most_so_many_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_FINITE", 6)
    assert [len(cases(n, Ge(n, 1), Le(n, last)) or ()) for last in (6, 7, 8)] == [6, 0, 0]
    two = (Ge(n, 1), Le(n, 2), Ge(m, 1))
    assert [len(cases((n, m), *two, Le(m, last)) or ()) for last in (3, 4)] == [6, 0]


def test_a_large_domain_is_not_written_down() -> None:
    assert cases(n, Ge(n, 0), Le(n, 10**12)) is None


def test_a_finite_domain_is_counted_up_to_the_case_that_settles_it() -> None:
    bounded = {"variables": n, "given": (Ge(n, 1), Le(n, 9), Ne(n, 2))}
    broken = search.decide(ForAll(**bounded, then=Ne(n, 4)))
    assert (broken.outcome, broken.tried, broken.admitted) == (Outcome.REFUTED, 9, 3)
    witness = search.decide(Exists(**bounded, then=Eq(n, 4)))
    assert (witness.outcome, witness.tried, witness.admitted) == (Outcome.PROVED, 9, 3)
    assert witness.counterexample is not None
    assert witness.counterexample.values == (("n", 4),)


def test_a_case_that_cannot_be_compared_leaves_all_open() -> None:
    unknown = Eq(n**HUGE, sympy.Integer(3) ** HUGE)
    three = (Ge(n, 3), Le(n, 3))
    for statement in (
        ForAll(n, given=three, then=unknown),
        Exists(n, given=three, then=unknown),
        ForAll(n, given=(*three, unknown), then=Lt(n, 0)),
    ):
        decision = search.decide(statement)
        assert (decision.outcome, decision.reason, decision.tried) == (Outcome.UNDECIDED, Reason.TOUCHING, 1)
        assert decision.admitted == (0 if statement.given.has(HUGE) else 1), "only what certainly satisfies the hypotheses is admitted"
    assert search.decide(ForAll(n, given=(Ge(n, 3), Le(n, 4)), then=sympy.And(unknown, Lt(n, 4)))).outcome is Outcome.REFUTED


def test_components_are_tried_like_equations() -> None:
    assert search.decide(ForAll(n, given=(Ge(n, 0), Le(n, 1)), then=Equal((n, n**2), (n, n)))).outcome is Outcome.PROVED
    broken = search.decide(ForAll(n, given=(Ge(n, 0), Le(n, 2)), then=Equal((n, n**2), (n, n))))
    assert broken.counterexample is not None
    assert broken.counterexample.values == (("n", 2),)
    assert search.decide(ForAll(x, then=Equal(sympy.Matrix([x]), (x,)))).reason == Reason.SCOPE


def test_an_equation_among_the_hypotheses_admits_the_cases_that_satisfy_it() -> None:
    decision = search.decide(ForAll((x, y), given=Eq(x, y), then=Lt(sympy.sin(x * y), 2)))
    assert decision.tried is not None
    assert decision.admitted is not None
    assert len(SIMPLE) <= decision.admitted < decision.tried / 10


def test_what_fails_in_floating_point_only_is_no_counterexample() -> None:
    """In floating point the sum is above one at some of the cases."""
    decision = search.decide(ForAll(x, then=Le(sympy.sin(x) ** 2 + sympy.cos(x) ** 2, 1)))
    assert decision.outcome is Outcome.SUPPORTED


def test_what_is_admitted_in_floating_point_only_is_no_case() -> None:
    nowhere = {"variables": x, "given": Gt(sympy.sin(x) ** 2 + sympy.cos(x) ** 2, 1)}
    assert search.decide(ForAll(**nowhere, then=Gt(x, 100))).outcome is not Outcome.REFUTED
    assert search.decide(Exists(**nowhere, then=Lt(x, 100))).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "statement",
    [
        ForAll(n, then=Eq(-((-1) ** n), sympy.cos(sympy.pi * n))),
        ForAll(n, given=Ge(n, 0), then=Eq((-1) ** n, 1)),
        ForAll((x, y, n), given=Ge(n, 0), then=Eq(x**n, y)),
        ForAll(n, given=Ge(n, 10**6), then=Eq((-1) ** n, 1)),
        ForAll(n, then=Eq(sympy.Mod(n, 2), 0)),
        ForAll(n, then=Lt(sympy.Mod(n**2, 7), 4)),
        ForAll(n, then=Ne(n**2 + n, 182)),
        ForAll(n, given=Gt(n, 0), then=Ne(sympy.sin(sympy.pi * n / 7), 0)),
        ForAll(x, then=Lt(sympy.floor(x), x)),
        ForAll(x, then=Lt(sympy.sin(x), 1)),
        ForAll(x, given=And(Ge(x, 0), Le(x, 3)), then=Ne(2 * sympy.sin(x), 1)),
        ForAll(x, given=Gt(x, 0), then=Ne(x**2, 2)),
        ForAll(x, given=Gt(x, 1), then=Ne(x**2, x + 1)),
        ForAll(x, given=Ge(x, sympy.exp(1)), then=Gt(sympy.log(x), 1)),
        ForAll((x, y), then=Ne(sympy.sin(x), sympy.sin(y))),
        ForAll(x, given=Gt(x, 0), then=Gt(sympy.exp(x), 1 + R(1, 10**5))),
        ForAll(x, given=Gt(x, 12345), then=Lt(sympy.log(x), 9)),
        ForAll(x, then=Lt(sympy.atan(x), R(157, 100))),
        ForAll(x, then=Le(x, R(1, 10**10) + 100)),
    ],
    ids=str,
)
def test_cases_are_where_statements_break(statement: Any) -> None:
    decision = search.decide(statement)
    assert decision.outcome is Outcome.REFUTED
    assert decision.counterexample is not None


@pytest.mark.parametrize(
    "statement",
    [
        ForAll(n, then=Eq((-1) ** n, sympy.cos(sympy.pi * n))),
        ForAll(n, then=Eq((-1) ** (n * (n + 1)), 1)),
        ForAll(n, then=Eq(sympy.Mod(n * (n + 1), 2), 0)),
        ForAll((x, n), given=Ge(n, 1), then=Ge(x ** (2 * n), 0)),
        ForAll(x, then=Le(sympy.floor(x), x)),
        ForAll(x, then=Le(sympy.sin(x), 1)),
        ForAll(x, given=Gt(x, 12345), then=Gt(sympy.log(x), 9)),
    ],
    ids=str,
)
def test_what_is_true_is_supported(statement: Any) -> None:
    decision = search.decide(statement)
    assert (decision.outcome, decision.reason) == (Outcome.SUPPORTED, Reason.SAMPLED)


def test_a_hit_that_exact_arithmetic_does_not_settle_is_no_support() -> None:
    """In floating point the exponential is lost beside 1, and no precision that is tried shows it."""
    decision = search.decide(ForAll(n, given=Ge(n, 1), then=Gt(1 + sympy.exp(-5000 * n), 1)))
    assert (decision.outcome, decision.reason, decision.counterexample) == (Outcome.UNDECIDED, Reason.NOT_CONFIRMED, None)
    single = search.decide(ForAll(n, given=Ge(n, 1), then=sympy.Or(Ne(n, 7), Gt(1 + sympy.exp(-5000 * n), 1))))
    assert (single.outcome, single.reason) == (Outcome.UNDECIDED, Reason.NOT_CONFIRMED)


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        (ForAll(x, given=Gt(x, 2), then=Gt(sympy.Ei(x / 4), 0)), Outcome.UNDECIDED),
        (ForAll(x, given=Gt(x, 0), then=Gt(sympy.Ei(x / 4), 0)), Outcome.REFUTED),
        (Exists(x, given=Gt(x, 2), then=Lt(sympy.Ei(x / 4), 0)), Outcome.UNDECIDED),
        (Exists(x, given=Gt(x, 0), then=Lt(sympy.Ei(x / 4), 0)), Outcome.PROVED),
    ],
    ids=str,
)
def test_what_floating_point_has_not_in_bulk_is_tried_one_by_one(statement: Any, outcome: Outcome) -> None:
    assert search.decide(statement).outcome is outcome


@pytest.mark.parametrize(
    ("given", "share"),
    [
        (Ge(x, 0), "some"),
        (Gt(sympy.sin(x) ** 2 + sympy.cos(x) ** 2, 1), "none"),
        (Ne((x + R(1, 3)) ** 2, x**2 + 2 * x / 3 + R(1, 9)), "none"),
        (Eq((x + R(1, 3)) ** 2, x**2 + 2 * x / 3 + R(1, 9)), "some"),
    ],
    ids=str,
)
def test_cases_count_as_admitted_where_the_hypotheses_certainly_hold(given: Any, share: str) -> None:
    decision = search.decide(ForAll(x, given=given, then=Ge(sympy.cosh(x), 1)))
    assert decision.tried is not None
    assert decision.admitted is not None
    assert 0 < decision.admitted < decision.tried if share == "some" else decision.admitted == 0
    assert decision.outcome is (Outcome.SUPPORTED if share == "some" else Outcome.UNDECIDED)


def test_a_case_where_the_inside_is_undefined_is_no_witness() -> None:
    finite = {"variables": n, "given": (Ge(n, 0), Le(n, 3))}
    found = search.decide(Exists(**finite, then=Eq(1 / n, R(1, 2))))
    assert found.counterexample is not None
    assert (found.outcome, found.counterexample.values) == (Outcome.PROVED, (("n", 2),))
    assert search.decide(Exists(**finite, then=Eq(1 / n, R(1, 7)))).outcome is Outcome.REFUTED
    assert search.decide(Exists(x, then=Eq(1 / x, 2))).outcome is Outcome.PROVED


def test_a_predicate_that_raises_is_not_refuted() -> None:
    def wrong(k: int) -> bool:
        raise AssertionError("of the predicate itself")

    with pytest.raises(AssertionError, match="of the predicate itself"):
        search.decide(Property({"k": st.integers()}, wrong, "all"))


def noting(seen: list[int]) -> Callable[[int], bool]:
    """A predicate that is true of all, and keeps what it was asked of."""

    def seen_and_true(k: int) -> bool:
        seen.append(k)
        return True

    return seen_and_true


def test_the_same_cases_are_generated_whatever_else_is_imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hypothesis would draw numbers that stand in any module of the project."""
    seen: list[list[int]] = [[], []]
    for each_time in seen:
        search.decide(Property({"k": st.integers()}, noting(each_time), "all"))
        (tmp_path / "numbers_elsewhere.py").write_text("LIMITS = [48271193, 7919773, 55512345]")
        monkeypatch.syspath_prepend(str(tmp_path))
        importlib.import_module("numbers_elsewhere")
    monkeypatch.delitem(sys.modules, "numbers_elsewhere")
    assert seen[0] == seen[1] != []


def test_numbers_in_the_module_of_a_predicate_are_drawn() -> None:
    drawn: list[int] = []
    search.decide(Property({"k": st.integers()}, noting(drawn), "all", 2_000))
    assert STANDS_HERE in drawn


def test_a_predicate_that_admits_few_cases_supports_nothing() -> None:
    def seldom(k: int) -> bool:
        assume(k == 0)
        return True

    found = search.decide(Property({"k": st.integers(0, 10**9)}, seldom, "all"))
    assert (found.outcome, found.reason) == (Outcome.UNDECIDED, Reason.FEW_CASES)


def supposing(supposed: Callable[[int], bool]) -> Callable[[int], bool]:
    """A predicate that is false of all that it admits."""

    def predicate(k: int) -> bool:
        assume(supposed(k))
        return False

    return predicate


def is_logarithm(k: int) -> bool:
    return pow(5, k, 1000003) == 6


MET_AT = 2 * 105670  # a product: numbers that stand in a module are drawn


def test_an_assumption_that_no_case_meets_is_not_known_never_to_be_met() -> None:
    for strategy in each((st.integers(0, 10**6), st.integers(0, 10**6).filter(is_logarithm), st.just(3))):
        found = search.decide(Property({"k": strategy}, supposing(is_logarithm), "all", 500))
        assert (found.outcome, found.admitted) == (Outcome.UNDECIDED, 0)
        assert found.reason == f"{Reason.NONE_MET}: of {found.tried} generated"
    assert search.decide(Property({"k": st.just(MET_AT)}, supposing(is_logarithm), "all")).outcome is Outcome.REFUTED


def test_what_all_values_fail_to_meet_is_never_met() -> None:
    odd = st.integers(0, 60).filter(lambda k: k % 2 == 1)
    for strategy, supposed in each([(odd, lambda k: k % 4 == 2), (st.booleans(), lambda k: k > 1)]):
        found = search.decide(Property({"k": strategy}, supposing(supposed), "all"))
        assert (found.outcome, found.reason) == (Outcome.VACUOUS, Reason.NO_CASE)
    assert search.decide(Property({"k": odd}, supposing(lambda k: k == 59), "all")).outcome is Outcome.REFUTED


def test_a_predicate_tried_on_one_case_supports_nothing() -> None:
    for strategy, examples in each([(st.just(3), 200), (st.none(), 200), (st.integers(), 1)]):
        found = search.decide(Property({"k": strategy}, lambda k: k != 5, "all", examples))
        assert (found.outcome, found.reason, found.admitted) == (Outcome.UNDECIDED, Reason.FEW_CASES, 1)
    assert search.decide(Property({"k": st.just(5)}, lambda k: k != 5, "all")).outcome is Outcome.REFUTED
    assert search.decide(Property({"k": st.booleans()}, lambda k: k != 5, "all")).outcome is Outcome.SUPPORTED


def test_a_predicate_may_say_a_relation_between_numbers() -> None:
    of_seven = Property({"k": st.integers()}, lambda k: Le(k % 7, 6), "all")
    assert search.decide(of_seven).outcome is Outcome.SUPPORTED
    found = search.decide(Property({"k": st.integers(0)}, lambda k: Lt(k, 6), "all"))
    assert found.counterexample is not None
    assert (found.outcome, found.counterexample.values) == (Outcome.REFUTED, (("k", "6"),))
    for said in each([lambda k: Le(x, k), lambda k: k - 5, lambda k: Le(1 / sympy.Integer(0), k), lambda k: None]):
        with pytest.raises(DefinitionError, match=r"Property: got a predicate that returns \w+, wanted True or False"):
            search.decide(Property({"k": st.integers(0)}, said, "all"))


@pytest.mark.parametrize(
    ("strategies", "predicate", "told"),
    [
        ({"k": 3}, lambda k: True, "of which Hypothesis says: Expected a SearchStrategy but got k=3"),
        ({"k": st.integers}, lambda k: True, "of which Hypothesis says: Expected a SearchStrategy"),
        ({"k": st.sampled_from([])}, lambda k: True, "of which Hypothesis says: Cannot sample from a length-zero sequence"),
        ({"k": st.integers(3, 1)}, lambda k: True, "of which Hypothesis says: Cannot have max_value=1 < min_value=3"),
        ({"k": st.integers()}, lambda j: True, r"got a predicate of \(j\) \(missing a required argument: 'j'\), wanted one of \(k\)"),
        ({"k": st.integers()}, lambda: True, r"got a predicate of \(\) \(got an unexpected keyword argument 'k'\), wanted one of \(k\)"),
    ],
    ids=["a number", "a maker", "of nothing", "an empty range", "of another name", "of none"],
)
def test_strategies_that_generate_nothing_for_a_predicate_say_so(strategies: Any, predicate: Any, told: str) -> None:
    with pytest.raises(DefinitionError, match=rf"Property: got .*{told}|Property: {told}"):
        search.decide(Property(strategies, predicate, "all"))


@pytest.mark.parametrize("says", ["", " ", None])
def test_a_property_says_something(says: Any) -> None:
    with pytest.raises(DefinitionError, match=r"Property: says: got .*, wanted a sentence"):
        Property({"k": st.integers()}, lambda k: True, says)


def test_texts_are_shown_as_they_are_and_other_values_as_code() -> None:
    found = search.decide(Property({"text": st.text(), "items": st.lists(st.integers())}, lambda text, items: False, "never"))
    assert found.counterexample is not None
    assert found.counterexample.values == (("text", ""), ("items", "[]"))

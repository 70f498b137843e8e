"""Tests of whether a statement means anything, by what is answered when that is asked: samples show nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy

from probatum import AlmostAll, Exists, ForAll, integers, reals
from probatum.decide.sense.settled import settled
from probatum.decide.sense.vacuity import none_such, vacuous
from probatum.decide.sense.ways import Ways
from probatum.decide.sense.well_posed import but_for_some, undefined, undefined_as_written, undefined_where_valued
from probatum.decision import DEFINEDNESS, VACUITY, Decided, Decision, Outcome, Truth
from probatum.errors import UndefinedError
from probatum.proposition.parts import unchecked
from probatum.proposition.unknown import unknown
from probatum.type_names import Statement
from tests.authored import authored, truth_of

x, y, z = reals("x y z")
NAMES = {"x": x, "y": y}
ENDS = NAMES | {"h": reals("h"), "n": integers("n")}
PROVED, SAMPLED, REFUTED, OPEN = Outcome.PROVED, Outcome.SUPPORTED, Outcome.REFUTED, Outcome.UNDECIDED
NOT_KNOWN = "not known to be defined wherever its hypotheses hold: Ne(x, 0)"
ALMOST = {  # where values are missing on a set of measure zero only, and where on more
    "AlmostAll(x, given=x >= 0, then=log(x) < x)": Truth.TRUE,
    "AlmostAll(x, given=0 <= x, then=log(x) < x)": Truth.TRUE,
    "AlmostAll(x, given=x >= 0, then=1/sqrt(x) > 0)": Truth.TRUE,
    "AlmostAll(x, given=x >= 0, then=log(x) > x)": Truth.FALSE,
    "AlmostAll(x, then=1/x**2 > 0)": Truth.TRUE,
    "AlmostAll(x, then=1/sin(x)**2 > 0)": Truth.TRUE,
    "AlmostAll(x, then=log(x**3) <= x**3)": None,
    "AlmostAll(x, then=1/sqrt(x) > 0)": None,
    "AlmostAll((x, y), given=And(x >= -1, x <= 1), then=log(x) < x)": None,
    "AlmostAll((x, y), given=y >= 0, then=log(x) < x)": None,
    "AlmostAll(x, given=And(x >= 0, x <= 0), then=1/x > 0)": None,
}
ON_A_LINE = {  # what is put in may cancel with what has no value there
    "AlmostAll((x, y), given=Eq(x, y), then=Ne(1/(x - y), 1))": None,
    "AlmostAll((x, y), given=Eq(x + y, 0), then=Ne(1/(x**2 - y**2), y))": None,
    "AlmostAll((x, y), given=Eq(x, 1), then=Ne(1/(x**2 - 1), 0))": None,
    "AlmostAll((x, y), given=Eq(x, -1), then=sqrt(x) >= 0)": None,
    "AlmostAll((x, y), given=Eq(x, 1), then=Eq((x - 1)*log(y), 0))": None,
    "AlmostAll((x, y), given=Eq(x, y), then=Eq((x - y)/(x - 1), 0))": Truth.TRUE,
    "AlmostAll((x, y), given=Eq(x, y), then=Ne((x - y)/(x - 1), 0))": Truth.FALSE,
    "AlmostAll((x, y), given=Eq(x, y), then=1/(x + y)**2 > 0)": Truth.TRUE,
    "AlmostAll((x, y), given=Eq(x, y), then=1/(x + y) > 0)": Truth.FALSE,
    "AlmostAll((x, y), given=And(Eq(x, y), Ne(1/(x - y), 3)), then=Ne((x - y)**2, 1))": Truth.VACUOUS,
    "AlmostAll((x, y), given=And(Eq(x, -1), Ne(sqrt(x), 3)), then=Ne((x - y)**2, -1))": Truth.VACUOUS,
    "AlmostAll((x, y), given=And(Eq(x, 1), Ne((x - 1)*log(y), 3)), then=y > 0)": Truth.TRUE,
    "AlmostAll((x, y), given=And(Eq(x, 1), Ne((x - 1)*log(y), 3)), then=y > 1)": Truth.FALSE,
}
JOINED = {  # almost all may be undefined for almost none, and all may not
    "Iff(AlmostAll(x, then=Eq(x/x, 1)), AlmostAll(x, then=Eq(x/x, 2)))": Truth.FALSE,
    "Iff(AlmostAll(x, then=1/x**2 > 0), Any(AlmostAll(x, then=1/x < 0), ForAll(x, then=x**2 >= 0)))": Truth.TRUE,
    "Any(AlmostAll(x, then=Eq(x/x, 1)), AlmostAll(x, then=Eq(x/x, 2)))": Truth.TRUE,
    "Exactly(2, AlmostAll(x, then=1/x**2 > 0), AlmostAll(x, then=1/x > 0))": Truth.FALSE,
    "AtMost(1, AlmostAll(x, then=1/x**2 > 0), AlmostAll(x, then=1/x > 0))": Truth.TRUE,
    "Any(AlmostAll(x, then=1/x**2 > 0), ForAll(x, then=1/x**2 > 0))": None,
    "Any(ForAll(x, then=x**2 >= 0), AlmostAll(x, then=log(x) < x))": None,
    "Iff(AlmostAll(x, then=1/x**2 > 0), Any(AlmostAll(x, then=1/x < 0), ForAll(x, then=x/x >= 0)))": None,
    "Any(AlmostAll((x, y), given=Eq(x, y), then=1/(x - y)**2 > 0), AlmostAll(x, then=x > 0))": None,
    "ForAll(y, given=y > 0, then=AlmostAll(x, then=y/x**2 > 0))": Truth.TRUE,
    "ForAll(y, given=y > 0, then=Iff(AlmostAll(x, then=x**2 >= 0), 1/(y - 1) > 0))": None,
}
HAVE_VALUES = ALMOST | ON_A_LINE | JOINED
MAYBE = unknown(sympy.gamma(x))
QUOTIENT = ForAll(x, then=1 / x >= 0)
QUOTED = "ForAll(x, then=1/x >= 0)"


class Asked:
    """Answers what it is asked, and keeps that."""

    def __init__(self, answer: Callable[[Any], Outcome]) -> None:
        self.answer = answer
        self.asked: list[Any] = []

    def __call__(self, statement: Any) -> Decided:
        self.asked.append(statement)
        return Decided(statement, (Decision("decider", self.answer(statement), "for a reason", engine="engine"),))


def never(*_: object) -> Any:
    raise AssertionError("nobody should have asked")


def at_a_case(statement: Any) -> Outcome:
    """Refutes all, at a case that there is."""
    return PROVED if isinstance(statement, Exists) else REFUTED


def plainly(answer: Outcome | Callable[[Any], Outcome]) -> Ways:
    return Ways(Asked(answer if callable(answer) else lambda _: answer), never, never)


@pytest.mark.parametrize("source", HAVE_VALUES)
def test_almost_all_that_have_values(source: str) -> None:
    assert truth_of(source, **NAMES) is HAVE_VALUES[source]


def test_what_must_hold_is_asked() -> None:
    ways = plainly(PROVED)
    assert undefined(QUOTIENT, ways) is None
    assert isinstance(ways.plainly, Asked)
    assert [statement.then for statement in ways.plainly.asked] == [sympy.Ne(x, 0)]


@pytest.mark.parametrize("answer", [SAMPLED, OPEN])
def test_samples_do_not_show_that_it_is_defined(answer: Outcome) -> None:
    assert undefined(QUOTIENT, plainly(answer)) == Decision(DEFINEDNESS, OPEN, NOT_KNOWN)


def test_where_it_is_refuted_it_is_undefined() -> None:
    with pytest.raises(UndefinedError, match=r"undefined: needs x ≠ 0$") as raised:
        undefined(QUOTIENT, plainly(REFUTED))
    decision = raised.value.decision
    assert isinstance(decision, Decision)
    assert (decision.outcome, decision.engine) == (Outcome.UNDEFINED, "engine")


def test_what_is_not_known_of_a_condition_counts_for_neither_side() -> None:
    """Of what holds where that is known, and may hold elsewhere."""
    possible = ForAll(x, then=sympy.Or(x > 1, MAYBE))
    wider = ForAll(x, then=sympy.And(x > 1, MAYBE))
    assert settled(possible, plainly(PROVED)).truth is Truth.TRUE
    assert settled(possible, plainly(SAMPLED)).truth is Truth.UNDECIDED
    assert settled(possible, plainly(REFUTED)).truth is Truth.FALSE
    assert settled(wider, plainly(lambda asked: REFUTED if asked.then == sympy.false else PROVED)).truth is Truth.UNDECIDED
    assert settled(wider, plainly(lambda asked: OPEN if asked.then == sympy.false else REFUTED)).truth is Truth.FALSE
    assert settled(QUOTIENT, plainly(SAMPLED)).truth is Truth.TRUE


def supposed(given: Any) -> Statement:
    return Exists(x, given=given, then=x > -5)


NO_CASE = Decision(VACUITY, Outcome.VACUOUS, "the hypotheses admit no case")
PERHAPS_NONE = Decision(VACUITY, OPEN, "not known whether the hypotheses admit any case")


def test_a_case_must_be_shown() -> None:
    assert none_such(supposed(x > 1), plainly(PROVED)) is None
    assert none_such(supposed(x > 2), plainly(REFUTED)) == NO_CASE
    assert none_such(supposed(x > 3), plainly(SAMPLED)) == PERHAPS_NONE
    assert none_such(supposed(x > 4), plainly(OPEN)) == PERHAPS_NONE


def test_of_what_is_never_met_a_case_is_what_breaks_it() -> None:
    def settle(answer: Outcome) -> Ways:
        return Ways(never, Asked(lambda _: answer), never)

    assert none_such(ForAll(x, then=x > 1), settle(REFUTED)) is None
    assert none_such(ForAll(x, then=x > 2), settle(PROVED)) == NO_CASE
    assert none_such(ForAll(x, then=x > 3), settle(SAMPLED)) == PERHAPS_NONE
    assert none_such(ForAll(x, then=x > 4), settle(OPEN)) == PERHAPS_NONE


def test_where_nothing_is_supposed_nothing_is_asked() -> None:
    nobody = Ways(never, never, never)
    assert vacuous(ForAll(x, then=x > 1), False, nobody) is None
    assert vacuous(Exists(x, given=x > 1, then=x > 2), False, nobody) is None
    assert vacuous(ForAll(x, given=x > 6, then=x > 1), False, plainly(REFUTED)) == NO_CASE
    assert vacuous(ForAll(x, given=x > 7, then=x > 1), False, plainly(PROVED)) is None


def test_what_is_undefined_almost_nowhere_is_left_out() -> None:
    statement = AlmostAll(x, given=x >= 0, then=1 / x >= 0)
    assert isinstance(statement, AlmostAll)
    assert but_for_some(statement, plainly(PROVED)) == statement
    assert but_for_some(statement, plainly(OPEN)) == statement
    assert but_for_some(statement, plainly(at_a_case)).given == sympy.And(x >= 0, sympy.Ne(x, 0))


def test_of_almost_all_only_what_is_not_supposed_and_may_fail_on_more_is_asked() -> None:
    of_more = REFUTED

    def answer(asked: Any) -> Outcome:
        if isinstance(asked, Exists):
            return PROVED
        if isinstance(asked, AlmostAll):
            return PROVED if asked.then == sympy.true else of_more
        return REFUTED if isinstance(asked.then, sympy.And) else OPEN

    for low in (x >= 0, x > 0):
        statement = AlmostAll(x, given=sympy.And(low, x < 5), then=sympy.log(x) / (x - 1) > -9)
        assert undefined(statement, plainly(answer)) is None, low
    more = AlmostAll(x, given=sympy.And(x >= 0, x < 5), then=sympy.log(x) / x**2 + sympy.sqrt(x - 1) > -9)
    with pytest.raises(UndefinedError):
        undefined(more, plainly(answer))
    of_more = OPEN
    doubt = undefined(more, plainly(answer))
    assert doubt is not None
    assert doubt.outcome is Outcome.UNDECIDED


def test_of_parts_it_is_asked_only_where_these_are_looked_at() -> None:
    nested = ForAll(x, given=x > 8, then=Exists(y, then=ForAll(z, given=z > y, then=z > y - 1)))
    for inside, number in ((False, 1), (True, 2)):
        asked = Asked(lambda _: PROVED)
        assert vacuous(nested, inside, Ways(asked, Asked(lambda _: OPEN), never)) is None
        assert len(asked.asked) == number, inside
    second = Asked(lambda asked: REFUTED if len(asked.variables) > 1 else PROVED)
    assert vacuous(nested, True, Ways(second, never, never)) == NO_CASE
    inner = ForAll(z, given=z > y, then=z > y - 1)
    for around in (Exists(y, then=inner), Exists(y, given=y > 1, then=inner), ForAll(x, then=Exists(y, given=y > x, then=inner))):
        assert vacuous(around, False, Ways(never, never, never)) is None


INTEGRAL = "ForAll(x, then=Integral(y/y + x, (y, 0, 1)) > 0)"


@pytest.mark.parametrize("answer", [SAMPLED, OPEN])
def test_what_stands_in_an_integral_must_be_shown_to_have_a_value(answer: Outcome) -> None:
    """What has a value has been looked at, but for what that cancels: it is asked for by itself."""
    statement = authored(INTEGRAL, **NAMES)
    ways = Ways(Asked(lambda asked: PROVED if asked.variables == (x,) else answer), Asked(lambda _: PROVED), never)
    doubt = undefined_as_written(statement, ways)
    assert doubt is not None
    assert (doubt.outcome, doubt.reason) == (OPEN, "not known to be defined: Integral(x + y/y, (y, 0, 1))")
    assert undefined_where_valued(statement, (ForAll(x, then=x > -1),), ways) == doubt


def test_what_stands_in_an_integral_and_has_no_value_is_undefined() -> None:
    statement = authored(INTEGRAL, **NAMES)
    ways = Ways(Asked(lambda asked: PROVED if asked.variables == (x,) else at_a_case(asked)), Asked(lambda _: PROVED), never)
    with pytest.raises(UndefinedError, match=r"needs y ≠ 0 in Integral"):
        undefined_as_written(statement, ways)
    with pytest.raises(UndefinedError, match=r"needs y ≠ 0 in Integral"):
        undefined_where_valued(statement, (ForAll(x, then=x > -1),), ways)
    known = Ways(Asked(lambda _: PROVED), Asked(lambda _: PROVED), never)
    assert undefined_as_written(statement, known) is None
    assert undefined_where_valued(statement, (ForAll(x, then=x > -1),), known) is None


def test_what_cancels_is_asked_for_as_it_stands() -> None:
    """Where it holds no construct, plainly."""
    ways = plainly(REFUTED)
    with pytest.raises(UndefinedError, match="needs x ≠ 0"):
        undefined_where_valued(QUOTIENT, (ForAll(x, then=x > -1),), ways)
    assert undefined_where_valued(QUOTIENT, (QUOTIENT,), ways) is None
    assert undefined_where_valued(QUOTIENT, (ForAll(x, then=x > -1),), plainly(PROVED)) is None


@pytest.mark.parametrize("answer", [SAMPLED, OPEN])
def test_what_cancels_must_be_shown_to_be_defined_where_it_is_needed_no_more(answer: Outcome) -> None:
    """What is needed in each case is asked about there."""
    gone, kept = ForAll(x, then=x > -1), ForAll(x, given=x > 1, then=1 / x > -1)
    doubt = undefined_where_valued(QUOTIENT, (gone,), plainly(answer))
    assert doubt is not None
    assert doubt.outcome is OPEN
    assert undefined_where_valued(QUOTIENT, (kept,), plainly(answer)) is None
    assert undefined_where_valued(QUOTIENT, (kept, gone), plainly(answer)) == doubt
    assert undefined_where_valued(QUOTIENT, (gone, kept), plainly(answer)) == doubt
    beside, case = (authored(f"And({part}, ForAll(x, given=x > 1, then=1/x > -1))", **NAMES) for part in (QUOTED, "ForAll(x, then=x > -1)"))
    assert undefined_where_valued(beside, (case,), plainly(answer)) is not None  # what is needed where x > 1 is asked about there
    case = authored(f"And({QUOTED}, ForAll(x, then=x > -1))", **NAMES)
    assert undefined_where_valued(beside, (case,), plainly(answer)) is None


LATE = "Eventually(n, 1/(n - 7)**2 > 0)"
NEVER = [
    f"Or({LATE}, ForSmall(h, log(-h) < 0))",
    f"And({LATE}, ForSmall(h, log(-h) < 0))",
    "ForAll(x, then=Iff(Eventually(n, 1/(n - 7)**2 > x), ForSmall(h, log(-h) < x)))",
    "ForAll(x, given=x > 1, then=Eventually(n, 1/(n - n) > x))",
]


NONE = "ForSmall(h, ForAll(x, given=And(x > h, x < -h), then=x > 5))"
ABOUT = {  # what is supposed below, and of something on its way, and where nothing is so
    NONE: Truth.VACUOUS,
    f"Or({NONE}, ForSmall(h, h < 1))": Truth.VACUOUS,
    "ForSmall(h, Implies(h < 0, h > 1))": Truth.VACUOUS,
    "ForAll(x, given=x > 0, then=ForSmall(h, Implies(h > x, h < 1)))": Truth.VACUOUS,
    "Exists(y, given=y > 0, then=ForSmall(h, ForAll(x, given=And(x > h + y, x < -h), then=x > 5)))": Truth.VACUOUS,
    "ForSmall(h, ForAll(x, given=Abs(x) < h, then=x < 5))": Truth.TRUE,
    "ForSmall(h, ForAll(x, given=Abs(x) < h, then=x > 5))": Truth.FALSE,
    "ForSmall(h, Implies(h > 0, h < 1))": Truth.TRUE,
    "ForAll(x, then=ForSmall(h, Implies(h > x, h < 1)))": Truth.TRUE,
    "ForAll(y, then=Exists(x, given=x**2 < -1, then=x > y))": Truth.FALSE,
    "ForAll(x, then=And(Implies(x**2 < -1, x > 5), x**2 >= 0))": Truth.VACUOUS,
    "ForAll(x, then=Or(Implies(x**2 < -1, x > 5), x > 0))": Truth.VACUOUS,
    "ForAll(y, then=Or(ForAll(x, given=x**2 < -y**2 - 1, then=x > 5), y > 0))": Truth.VACUOUS,
    "ForAll(y, then=Iff(ForAll(x, given=x**2 < y, then=x > 5), y <= 0))": Truth.TRUE,
}


@pytest.mark.parametrize("text", ABOUT)
def test_what_is_supposed_must_be_so_of_something(text: str) -> None:
    assert truth_of(text, **ENDS) is ABOUT[text]


@pytest.mark.parametrize("text", [LATE, "ForAll(x, given=x > 1, then=Eventually(n, n > 1/x))"])
def test_what_has_a_value_in_the_end_is_true(text: str) -> None:
    assert truth_of(text, **ENDS) is Truth.TRUE


@pytest.mark.parametrize("text", NEVER)
def test_each_thing_said_must_have_a_value_in_the_end(text: str) -> None:
    assert truth_of(text, **ENDS) is None


NO_CASE_SHOWN = (  # cases of an integral that are not seen to be ruled out: its value there is infinite
    "ForAll((x, y), given=And(cos(x)**2 + (x - 1)**2 <= cos(1)**2, y >= 1), then=y >= Integral(t**(-x - 1), (t, 1, oo)))",
    "ForAll((x, y), given=And(exp(x - 1) <= x, y >= 1), then=y >= Integral(t**(-x - 1), (t, 1, oo)))",
)


@pytest.mark.parametrize("text", NO_CASE_SHOWN)
def test_of_no_case_that_is_shown_nothing_is_undefined(text: str) -> None:
    assert truth_of(text, x=x, y=y, t=z) in (Truth.UNDECIDED, Truth.TRUE)


def test_what_is_needed_is_false_at_a_case_alone() -> None:
    needed = unchecked(ForAll, variables=(x,), given=x > 0, then=sympy.false)
    assert settled(needed, plainly(REFUTED)).truth is Truth.UNDECIDED
    assert settled(needed, plainly(at_a_case)).truth is Truth.FALSE
    assert settled(unchecked(ForAll, variables=(x,), given=sympy.true, then=sympy.false), plainly(REFUTED)).truth is Truth.FALSE

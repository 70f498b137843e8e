"""Tests of what is told of constructs that have no value, by what is answered when that is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import sympy

from probatum import ForAll, integers, reals
from probatum.decide.deciding import decide
from probatum.decide.sense.ways import Ways
from probatum.decide.sense.well_posed import _has_none, undefined, undefined_as_written, undefined_where_valued, without_values_told
from probatum.decision import Decided, Decision, Outcome, Truth
from probatum.errors import UndefinedError
from probatum.proposition.kinds import Exists
from probatum.proposition.numbers.constant import UNDEFINED, Lacking
from probatum.proposition.sense.bodies import Body
from probatum.proposition.unknown import unknown
from tests.authored import authored, truth_of
from tests.each import each

x, y, z = reals("x y z")
NAMES = {"x": x, "y": y, "z": z, "h": reals("h"), "n": integers("n")}
PROVED, SAMPLED, REFUTED, OPEN = Outcome.PROVED, Outcome.SUPPORTED, Outcome.REFUTED, Outcome.UNDECIDED
HOLE = "Integral(y/y, (y, -1, 1))"  # has no value at 0, and what cancels counts
NEAR = "Limit(log(y)*y/y, y, {})"


def never(*_: object) -> Any:
    raise AssertionError("nobody should have asked")


def answering(answer: Callable[[Any], Outcome]) -> tuple[Ways, list[Any]]:
    """Ways to ask, and what they were asked."""
    asked: list[Any] = []

    def ask(statement: Any) -> Decided:
        asked.append(statement)
        return Decided(statement, (Decision("decider", answer(statement), "for a reason", engine="engine"),))

    return Ways(ask, ask, never), asked


def always(answer: Outcome, _: Any) -> Outcome:
    return answer


def undefined_for(name: str, asked: Any) -> Outcome:
    return at_a_case(asked) if asked.variables[-1].name.strip() == name else PROVED


def at_a_case(asked: Any) -> Outcome:
    """Refutes all, at a case that there is."""
    return PROVED if isinstance(asked, Exists) else REFUTED


def told(source: str, answer: Callable[[Any], Outcome]) -> list[Any]:
    """What says in the statement that it has no value."""
    stated = without_values_told(authored(source, **NAMES), answering(answer)[0])
    return [each for part in (stated.given, stated.then) for each in part.atoms(Lacking)]


@pytest.mark.parametrize(
    "source",
    [f"ForAll(x, given=x > {HOLE}, then=x > 0)", f"ForAll(x, then=Or(x > 0, {HOLE} > x))", f"Exists(x, given=x > {HOLE}, then=x > 0)"],
)
def test_what_is_closed_and_need_not_count_is_told_where_it_has_none(source: str) -> None:
    (lacking,) = told(source, at_a_case)
    assert (lacking.kind, lacking.reason) == (UNDEFINED, "needs y ≠ 0 in Integral(y/y, (y, -1, 1))")
    stated = authored(source, **NAMES)
    for answer in each((PROVED, SAMPLED, OPEN)):
        assert without_values_told(stated, answering(partial(always, answer))[0]) is stated


@pytest.mark.parametrize(
    "source",
    [
        f"ForAll(x, then={HOLE} > x)",  # which counts
        "ForAll(x, given=Integral(x*y/y, (y, -1, 1)) > 1, then=x > 0)",  # which hangs on x
        "ForAll(x, given=Integral(1/y, (y, -1, 1)) > 1, then=x > 0)",  # of which nothing cancels
        "ForAll(x, given=x/x > 1, then=x > 0)",
    ],
)
def test_of_others_nothing_is_told(source: str) -> None:
    stated = authored(source, **NAMES)
    assert without_values_told(stated, answering(lambda _: REFUTED)[0]) is stated


def sides(below: tuple[Outcome, Outcome], above: tuple[Outcome, Outcome]) -> Callable[[Any], Outcome]:
    """Whether there is a point on a side of -2, and whether nothing has a value there; that all near by has one is refuted."""

    def answer(asked: Any) -> Outcome:
        (variable,) = asked.variables
        is_exists = isinstance(asked, Exists)
        there = (asked.then if is_exists else asked.given).args
        exists, nowhere = below if (variable < -2) in there else above if (variable > -2) in there else (PROVED, REFUTED)
        return exists if is_exists else nowhere

    return answer


@pytest.mark.parametrize(
    ("below", "above", "has_none"),
    [
        ((PROVED, PROVED), (PROVED, REFUTED), True),
        ((PROVED, REFUTED), (PROVED, PROVED), True),
        ((REFUTED, PROVED), (PROVED, PROVED), True),
        ((OPEN, PROVED), (PROVED, PROVED), True),
        ((PROVED, REFUTED), (PROVED, REFUTED), False),
        ((PROVED, SAMPLED), (PROVED, OPEN), False),
        ((REFUTED, PROVED), (REFUTED, PROVED), False),
        ((REFUTED, PROVED), (PROVED, REFUTED), False),
        ((OPEN, PROVED), (SAMPLED, PROVED), False),
    ],
    ids=str,
)
def test_a_limit_has_none_where_its_body_has_none_on_one_side(below: Any, above: Any, has_none: bool) -> None:
    source = f"ForAll(x, given=x > {NEAR.format(-2)}, then=x > 0)"
    found = told(source, sides(below, above))
    assert bool(found) is has_none


def test_far_out_there_is_one_side() -> None:
    source = f"ForAll(x, given=x > {NEAR.format('-oo')}, then=x > 0)"
    for nowhere, has_none in each(((PROVED, True), (REFUTED, False), (SAMPLED, False))):

        def answer(stated: Any, nowhere: Outcome = nowhere) -> Outcome:
            if isinstance(stated, Exists):
                return PROVED
            return nowhere if isinstance(stated.then, sympy.Not) else REFUTED

        ways, asked = answering(answer)
        stated = without_values_told(authored(source, **NAMES), ways)
        assert bool(stated.given.atoms(Lacking)) is has_none
        assert len([one for one in asked if isinstance(one, Exists)]) == 1


def test_a_limit_whose_body_is_perhaps_defined_is_not_told_of() -> None:
    """What is needed near by may be more than is known, or nothing about its variable."""
    construct = sympy.Limit(y * sympy.log(y), y, -2)
    ways, _ = answering(lambda _: PROVED)
    wider = sympy.And(y > 0, unknown(sympy.gamma(y)))
    cases = [
        (ForAll(y, given=y < -1, then=y > 0), True),
        (ForAll(y, given=y < -1, then=wider), False),
        (ForAll(x, given=x < -1, then=x > 0), False),
    ]
    for needed, has_none in each(cases):
        assert _has_none(Body(construct, needed, certain=False, kept=True), ways) is has_none
        assert _has_none(Body(sympy.Integral(y, (y, 0, 1)), needed, certain=False, kept=True), ways)


def test_each_construct_is_looked_at() -> None:
    source = "ForAll(x, then=Integral(y/y + x, (y, 0, 1)) > Integral(z/z + x, (z, 0, 1)))"
    for bad in each("yz"):
        ways, _ = answering(partial(undefined_for, bad))
        with pytest.raises(UndefinedError, match=f"needs {bad} ≠ 0 in Integral"):
            undefined_as_written(authored(source, **NAMES), ways)


def test_what_is_closed_is_looked_at_as_it_was_before_its_value_was_put_in() -> None:
    assert truth_of("Equal(Integral(Integral(z/z, (z, -1, 1)), (y, 0, 1)), 2)", **NAMES) is None


def test_what_keeps_its_value_or_is_as_it_was_is_not_asked_for_again() -> None:
    ways, _ = answering(lambda asked: PROVED if asked.variables == (x,) else REFUTED)
    cancelled = authored("ForAll(x, then=Integral(y/y + x, (y, 0, 1)) > 0)", **NAMES)
    assert undefined_where_valued(cancelled, (cancelled,), ways) is None
    plain = authored("ForAll(x, then=Integral(1/y**2 + x, (y, 1, 2)) > 0)", **NAMES)
    assert undefined_where_valued(plain, (ForAll(x, then=x > -1),), ways) is None


ORBITS = {  # whether it is asked where the iteration ends, though it is defined at each state
    "Orbit(x, 1, x + 1, then=x > 0)": False,
    "Orbit(x, 1, x + 1, then=x/x > 0)": True,
    "Orbit(x, 1, x + 1, then=1/x > 0)": True,
    "Orbit(x, 1, x + 1, then=Sum(y, (y, 1, 3)) + x > 0)": True,
}


@pytest.mark.parametrize("source", ORBITS)
def test_where_an_iteration_ends_is_asked_where_its_value_may_hide_that(source: str) -> None:
    stops: list[Any] = []

    def stop(*asked: Any) -> Truth:
        stops.append(asked)
        return Truth.UNDECIDED

    ways, _ = answering(lambda _: PROVED)
    assert undefined(authored(source, **NAMES), Ways(ways.plainly, ways.settle, stop)) is None
    assert bool(stops) is ORBITS[source]


@pytest.mark.parametrize(("end", "is_open"), [(Truth.UNDECIDED, True), (Truth.FALSE, False), (Truth.TRUE, False)])
def test_an_iteration_that_is_not_known_to_be_defined_is_open_unless_it_is_seen_to_end(end: Truth, is_open: bool) -> None:
    stated = authored("Orbit(x, 1, 1/x, then=x > 0)", **NAMES)
    ways, _ = answering(lambda _: OPEN)
    doubt = undefined(stated, Ways(lambda asked: ways.plainly(asked), ways.settle, lambda *_: end))
    assert (doubt is not None) is is_open


WAITING = {  # what has no value for some of all others in the end
    "ForSmall(h, ForAll(x, given=Abs(x) < h, then=1/x > 5))": None,
    "ForSmall(h, ForAll(x, given=And(0 < x, x < h), then=1/x > 5))": Truth.TRUE,
    "ForAll(y, given=y > 0, then=ForSmall(h, ForAll(x, given=Abs(x) < h*y, then=1/x > 5)))": None,
}


@pytest.mark.parametrize("source", WAITING)
def test_what_is_said_of_all_others_on_the_way_must_have_a_value(source: str) -> None:
    assert truth_of(source, **NAMES) is WAITING[source]


def test_it_is_said_what_is_no_real_number_at_the_point() -> None:
    with pytest.raises(UndefinedError, match=r"x = 2, y = 1: asin\(x\) is not a real number there"):
        decide(authored("ForAll((x, y), then=asin(x) >= y)", **NAMES), thorough=False)

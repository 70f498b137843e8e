"""Holds what is decided against what was written: at a few points, by enclosures alone, so that
nothing that the algebra system made of the statement is asked.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import flint
import sympy
from sympy.logic.boolalg import Boolean

from probatum.counterexample import Counterexample
from probatum.decision import AS_WRITTEN, Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import ARB
from probatum.proposition.evaluated import with_written
from probatum.proposition.kinds import Equal, Exists, ForAll
from probatum.proposition.numbers.enclosure import ball, truth
from probatum.proposition.parts import is_scalar
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.premises import premises
from probatum.proposition.written import as_decided
from probatum.type_names import Condition, Number, Point, Statement, Symbol

NAME = AS_WRITTEN
BITS = 256
MOST_VARIABLES, MOST_POINTS, MOST_NUMBERS = 4, 60, 8
SIMPLE = tuple(map(sympy.Rational, ("0", "1", "-1", "2", "-2", "1/2", "-1/2", "3", "-3")))


def held_against_writing(written: Statement, found: Decided) -> Decided:
    """What was found, or that it is in conflict with what was written."""
    point = _contradiction(written, found) if _is_read(written) else None
    if point is None:
        return found
    shown = Counterexample.at_point(point)
    against = (Outcome.REFUTED, Outcome.ENCLOSED)
    return Decided(
        found.proposition,
        (
            *found.decisions,
            *(Decision(NAME, each, Reason.OTHERWISE, shown, engine=ARB.name) for each in against),
        ),
    )


def _is_read(written: Statement) -> bool:
    return (
        isinstance(written, (ForAll, Exists))
        and 0 < len(written.variables) <= MOST_VARIABLES
        and all(type(variable) is sympy.Symbol for variable in written.variables)
        and (
            isinstance(written.then, Boolean)
            or (isinstance(written.then, Equal) and is_scalar(written.then.left))
        )
        and with_written(written)
    )


def _contradiction(written: ForAll | Exists, found: Decided) -> Point | None:
    """A point at which what was written is certainly otherwise than was found."""
    given, then = as_decided(written.given), _as_condition(written.then)
    universal = isinstance(written, ForAll)
    needed, supposed = _needed(written.then), as_decided(defined(written.given))
    premise = sympy.And(*premises(then)) if isinstance(then, Boolean) else sympy.true
    for point in _shown(written, found):
        if _at(given, point) is False or _at(then, point) is universal:
            return point
    for point in _points(written, given, then):
        met, so = _at(given, point) and _at(supposed, point), _at(then, point)
        if found.truth is Truth.VACUOUS and met and (universal or _at(needed, point)):
            if _at(premise, point):  # else an implication in it may suppose what is never so
                return point
            continue
        if found.truth is Truth.TRUE and universal and met and so is False:
            return point
        if found.truth is Truth.FALSE and not universal and met and so and _at(needed, point):
            return point
    return None


def _shown(written: ForAll | Exists, found: Decided) -> Iterator[Point]:
    """The points by which it was decided: what breaks it, or a witness."""
    for decision in found.decisions:
        if decision.counterexample is None or found.truth not in (Truth.TRUE, Truth.FALSE):
            continue
        values = dict(decision.counterexample.values)
        point = {variable: values.get(variable.name) for variable in written.variables}
        if all(isinstance(value, sympy.Rational) for value in point.values()):
            yield point


def _needed(then: Statement) -> Condition:
    """Where what is stated has a value: a derivative may have none where its rule has."""
    sides = (then.left, then.right) if isinstance(then, Equal) else (then,)
    return sympy.And(*(as_decided(defined(side)) for side in sides))


def _as_condition(then: Statement) -> Condition:
    if isinstance(then, Equal):
        return sympy.Eq(as_decided(then.left), as_decided(then.right), evaluate=False)
    return as_decided(then)


def _at(condition: Condition, point: Point) -> bool | None:
    with flint.ctx.workprec(BITS):
        return truth(condition, {variable: ball(value) for variable, value in point.items()})


def _points(written: ForAll | Exists, given: Condition, then: Condition) -> Iterator[Point]:
    """Simple points, and such of the numbers that stand in the statement."""
    numbers = sorted(
        {number for part in (given, then) for number in part.atoms(sympy.Rational)}, key=abs
    )[:MOST_NUMBERS]
    values = [*dict.fromkeys((*SIMPLE, *numbers, *(-number for number in numbers)))]
    choices = [_admitted(variable, values) for variable in written.variables]
    places = list(itertools.product(*choices))
    some = random.Random(0).sample(places, min(MOST_POINTS, len(places)))
    for place in some:
        yield dict(zip(written.variables, place, strict=True))


def _admitted(variable: Symbol, values: list[Number]) -> list[Number]:
    return [
        value
        for value in values
        if (value.is_Integer or not variable.is_integer)
        and not (variable.is_nonnegative and value < 0)
        and not (variable.is_positive and value <= 0)
    ]

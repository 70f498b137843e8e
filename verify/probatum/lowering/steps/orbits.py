"""Every step of an iteration as its start and the step from any state that it may reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice

import sympy

from probatum.lowering.steps.induction import INDUCTION
from probatum.lowering.theorem import Lowered
from probatum.proposition.kinds import Exists, Orbit, for_all
from probatum.proposition.parts import put, unchecked
from probatum.type_names import Condition, Expression, Statement, Symbol, Symbols


def steps(orbit: Orbit, variables: Symbols, given: Condition) -> Lowered:
    """True at the start, true after a step wherever it was true before, and what follows there.

    variables, given: the parameters for which it is stated. An invariant, where there is one, goes
    through the induction in place of what is stated; none is needed where that is about a step.
    """
    start = dict(zip(orbit.state, orbit.start, strict=True))
    step = dict(zip(orbit.state, orbit.step, strict=True))
    bound = (*variables, *orbit.state, *orbit.open)
    own = sympy.true if orbit.is_about_a_step else orbit.here
    invariant = own if orbit.invariant is None else orbit.invariant
    visited = sympy.And(given, invariant)
    moved = sympy.And(visited, orbit.admitted)
    parts = [
        for_all(variables, given, put(invariant, start)),
        for_all(bound, moved, put(invariant, step)),
    ]
    if orbit.is_about_a_step and orbit.invariant is None:
        parts = [for_all(bound, moved, orbit.here)]
    elif orbit.is_about_a_step:
        parts.append(for_all(bound, moved, orbit.here))
    elif orbit.invariant is not None:
        present = (*variables, *orbit.state)
        parts.append(for_all(present, visited, orbit.here))
    return Lowered(tuple(parts), INDUCTION)


@dataclass(frozen=True, slots=True)
class Reached:
    """A state that the iteration reaches, and what is stated there.

    point: values of the state and open values; unknown: variables for the open values up to there;
    supposed: that each step was one that is given.
    """

    point: dict[Symbol, Expression]
    unknown: Symbols
    supposed: Condition
    here: Condition


def first_states(orbit: Orbit) -> Iterator[Reached]:
    """The states one after the other, for ever."""
    values, unknown, supposed = orbit.start, tuple[Symbol, ...](), sympy.true
    for number in count(1):
        new = tuple(_later(symbol, number) for symbol in orbit.open)
        point = dict(zip((*orbit.state, *orbit.open), (*values, *new), strict=True))
        here, admitted = put(orbit.here, point), sympy.And(supposed, put(orbit.admitted, point))
        if orbit.is_about_a_step:
            yield Reached(point, (*unknown, *new), admitted, here)
        else:
            yield Reached(point, unknown, supposed, here)
        values = tuple(put(move, point) for move in orbit.step)
        unknown, supposed = (*unknown, *new), admitted


def broken(orbit: Orbit, steps: int) -> Statement:
    """That one of the first steps breaks it, with some of the values that are open."""
    reached = list(islice(first_states(orbit), steps))
    some = sympy.Or(*(sympy.And(one.supposed, sympy.Not(one.here)) for one in reached))
    unknown = reached[-1].unknown
    if not unknown:
        return some
    return unchecked(Exists, variables=unknown, given=sympy.true, then=some)


def _later(symbol: Symbol, number: int) -> Symbol:
    name = symbol.name.rstrip("'")
    return sympy.Symbol(f"{name} after {number}", **symbol.assumptions0)

"""Every step of an iteration as its start and the step from any state that it may reach."""

from __future__ import annotations

import sympy

from probatum.lowering.induction import INDUCTION
from probatum.lowering.theorem import Lowered
from probatum.proposition.kinds import ForAll, Orbit
from probatum.proposition.parts import put, unchecked
from probatum.shapes import Condition, Symbols


def steps(orbit: Orbit, variables: Symbols, given: Condition) -> Lowered:
    """True at the start, true after a step wherever it was true before, and what follows there.

    variables, given: the parameters for which it is stated. An invariant, where there is one, goes
    through the induction in place of what is stated.
    """
    start = dict(zip(orbit.state, orbit.start, strict=True))
    step = dict(zip(orbit.state, orbit.step, strict=True))
    invariant = orbit.here if orbit.invariant is None else orbit.invariant
    bound, visited = (*variables, *orbit.state), sympy.And(given, invariant)
    parts = [
        unchecked(ForAll, variables=variables, given=given, then=put(invariant, start)),
        unchecked(ForAll, variables=bound, given=visited, then=put(invariant, step)),
    ]
    if orbit.invariant is not None:
        parts.append(unchecked(ForAll, variables=bound, given=visited, then=orbit.here))
    return Lowered(tuple(parts), INDUCTION)

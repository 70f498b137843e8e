"""What may be true at every step of an iteration beside what is stated, so that the induction
closes: signs, and how the state goes with its start and with itself.
"""

from __future__ import annotations

from itertools import permutations

import sympy

from probatum.proposition.kinds import Orbit
from probatum.proposition.parts import conjuncts
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Condition

MOST = 16


def companions(orbit: Orbit) -> tuple[Condition, ...]:
    """Relations worth trying: none is known to hold."""
    found = [*conjuncts(defined(sympy.Tuple(*orbit.step)))]
    for symbol, start in zip(orbit.state, orbit.start, strict=True):
        found += [symbol >= 0, symbol > 0, symbol <= 0]
        found += [symbol >= start, symbol <= start] if start != 0 else []
    found += [one >= other for one, other in permutations(orbit.state, 2)]
    told = (each for each in dict.fromkeys(found) if each not in (sympy.true, sympy.false))
    return tuple(told)[:MOST]

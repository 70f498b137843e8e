"""Whether hypotheses contradict one another: one is shown to fail wherever the others hold."""

from __future__ import annotations

import sympy

from probatum.decision import Truth
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.proposition.kinds import for_all
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Symbols

MOST = 6  # hypotheses


def contradicted(variables: Symbols, given: Condition, ask: Ask) -> bool:
    """Whether no values of the variables satisfy all of `given`; False where it is not known."""
    parts = tuple(conjuncts(given))
    return len(parts) <= MOST and any(
        _fails(variables, part, sympy.And(*(other for other in parts if other is not part)), ask)
        for part in reversed(parts)
    )


def _fails(variables: Symbols, part: Condition, others: Condition, ask: Ask) -> bool:
    """Where a hypothesis is undefined it is not met either."""
    apart = (sympy.Gt(*part.args), sympy.Lt(*part.args)) if isinstance(part, sympy.Eq) else ()
    never = (sympy.Not(part), *apart)
    return any(_always(variables, others, each, ask) for each in never)


def _always(variables: Symbols, others: Condition, never: Condition, ask: Ask) -> bool:
    if never in (sympy.true, sympy.false):
        return bool(never)
    try:
        found = ask(for_all(variables, others, never))
    except ProbatumError:
        return False
    return found.truth is Truth.TRUE and bool(found.agreeing)

"""Counterexamples at small integers, of statements that are false of real numbers in their
place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy

from probatum.decision import Decision, Outcome
from probatum.errors import UndefinedError
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import put_standing
from probatum.type_names import Statement, Symbol

TRIED = (0, 1, 2, -1, 3)


def at_whole_numbers(
    statement: Statement, decided: Callable[[ForAll], tuple[Decision, ...]]
) -> tuple[Decision, ...]:
    """What breaks a statement about one integer, which no class speaks of, where that is small;
    nothing where none is found.
    """
    if not isinstance(statement, ForAll):
        return ()
    whole = [variable for variable in statement.variables if variable.is_integer]
    if len(whole) != 1 or any(_speaks_of(variable, whole[0]) for variable in statement.variables):
        return ()
    (integer,) = whole
    others = tuple(variable for variable in statement.variables if variable != integer)
    for number in map(sympy.Integer, TRIED):
        at = {integer: number}
        given, then = (put_standing(part, at) for part in (statement.given, statement.then))
        try:
            found = decided(for_all(others, given, then))
        except UndefinedError:
            continue
        for decision in found:
            shown = decision.counterexample
            if decision.outcome is Outcome.REFUTED and shown is not None:
                values = ((integer.name, number), *shown.values)
                return (replace(decision, counterexample=replace(shown, values=values)),)
    return ()


def _speaks_of(variable: Symbol, integer: Symbol) -> bool:
    """Whether a constant of a class, or a number of copies, is made of an integer."""
    known = getattr(variable, "properties", ())
    return any(sympy.sympify(value).has(integer) for _, value in known if value is not None)

"""Tells whether a statement is of variables or steps by which nothing in it changes."""

from __future__ import annotations

import sympy

from probatum.proposition.kinds import All, AlmostAll, ForAll, Orbit
from probatum.proposition.parts import free_symbols
from probatum.proposition.subjects.coercion import after
from probatum.proposition.subjects.ultimate import Ultimate
from probatum.proposition.written import evaluated
from probatum.type_names import Statement, Symbol

NOT_SPOKEN_OF = (
    "what it concludes hangs on none of its variables, so it says nothing of them: "
    "state it without them"
)
STANDS_STILL = (
    "no step changes what it speaks of, so it says nothing of an iteration: state it of the start"
)


def idle(statement: Statement) -> str:
    """Why it says nothing of what it is said for; empty where it may say something."""
    match statement:
        case All():
            return next(filter(None, map(idle, statement.parts)), "")
        case Orbit():
            return "" if _moving(statement) & free_symbols(statement.then) else STANDS_STILL
        case ForAll() | AlmostAll() | Ultimate():
            variables, then = _said_of(statement)
            if isinstance(then, Orbit) and (found := idle(then)):
                return found
            # what a function, vector or random variable is spoken of by is more than its name
            numbers = variables and all(type(each) is sympy.Symbol for each in variables)
            return NOT_SPOKEN_OF if numbers and not variables & free_symbols(then) else ""
    return ""


def _said_of(statement: Statement) -> tuple[set[Symbol], Statement]:
    """All variables for which something is concluded, and what."""
    variables: set[Symbol] = set()
    while isinstance(statement, (ForAll, AlmostAll, Ultimate)):
        variables |= {*statement.variables}
        statement = statement.then
    return variables, statement


def _moving(orbit: Orbit) -> set[Symbol]:
    """The variables that a step may change, with the names of their next values."""
    moves = zip(orbit.state, orbit.step, strict=True)
    moved = {each for each, step in moves if sympy.expand(evaluated(step) - each) != 0}
    return moved | {*map(after, moved)}

"""Finds what a statement supposes, at every depth: it says nothing where no case satisfies that."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.proposition.kinds import Exists, ForAll, Joined, Orbit, Proposition, for_all
from probatum.proposition.parts import put, unchecked, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.premises import premises
from probatum.proposition.subjects.ultimate import Ultimate
from probatum.type_names import Condition, Statement, Symbols


def suppositions(
    statement: Statement, variables: Symbols = (), given: Condition = sympy.true
) -> Iterator[Proposition]:
    """For each supposition a statement that decides whether there is a case:
    an `Exists` that is true, or an `Orbit` that is false.

    Hypotheses of inner quantifiers count together with the outer ones,
    and so do premises of implications.
    """
    match statement:
        case ForAll() | Exists() | Ultimate():
            bound, admitted = (*variables, *statement.variables), sympy.And(given, statement.given)
            if isinstance(statement, ForAll) and statement.given != sympy.true:
                yield there_is(bound, admitted)
            yield from suppositions(statement.then, bound, admitted)
        case Joined():
            for part in statement.parts:
                yield from suppositions(part, variables, given)
        case Orbit():
            start = dict(zip(statement.state, statement.start, strict=True))
            if statement.given != sympy.true:
                first = sympy.And(given, put(statement.admitted, start))
                yield there_is((*variables, *statement.open), first)
            for premise in premises(statement.then):
                never = with_parts(statement, then=sympy.Not(premise))
                yield (for_all(variables, given, never) if variables else never)
        case sympy.logic.boolalg.Boolean():
            for premise in premises(statement):
                yield there_is(variables, sympy.And(given, premise))


def never_in_the_end(
    statement: Statement, variables: Symbols = (), given: Condition = sympy.true
) -> Iterator[Proposition]:
    """For each supposition below something that is so in the end, that no case satisfies it there,
    whatever the variables around it: where that is true, nothing is said in the end.
    """
    match statement:
        case Ultimate():
            for supposed in suppositions(statement.then):
                never = with_parts(statement, then=_never(supposed))
                yield (for_all(variables, given, never) if variables else never)
        case ForAll() | Exists():
            bound, admitted = (*variables, *statement.variables), sympy.And(given, statement.given)
            yield from never_in_the_end(statement.then, bound, admitted)
        case Joined():
            for part in statement.parts:
                yield from never_in_the_end(part, variables, given)


def _never(supposed: Statement) -> Statement:
    """That no case satisfies it."""
    if not isinstance(supposed, Exists):
        return supposed
    none = sympy.Not(supposed.then)
    return for_all(supposed.variables, sympy.true, none) if supposed.variables else none


def there_is(variables: Symbols, condition: Condition) -> Exists:
    """That a case satisfies the condition."""
    found: Exists = unchecked(
        Exists, variables=variables, given=sympy.true, then=sympy.And(condition, defined(condition))
    )
    return found

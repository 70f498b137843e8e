"""Integers of which hypotheses leave some out: up to the last of these, and from there on."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.lowering.steps.induction import Counted, case, in_sequence
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Symbol

AT_LEAST = (sympy.GreaterThan, sympy.StrictGreaterThan)
MOST_CASES = 60  # from the first to the last number that stands in a hypothesis
MOST_WITH_OTHERS = 8  # where each is a statement of other variables


def in_parts(statement: ForAll) -> tuple[ForAll, ...]:
    """The statement at each integer up to the last that stands in a hypothesis on a variable of a
    sequence, and from there on, where these admit all: n < 2 or n > 4, n other than 3. None where
    no hypothesis leaves one out, or where one has other variables in it as well.
    """
    for variable in statement.variables:
        if variable.is_integer and in_sequence(statement.then, variable):
            found = _in_parts(statement, variable)
            if found:
                return found
    return ()


def _in_parts(statement: ForAll, variable: Symbol) -> tuple[ForAll, ...]:
    parts = conjuncts(statement.given)
    about = [part for part in parts if part.has(variable)]
    found = [bound for part in about for bound in _bounds(part, variable)]
    bounds = [bound for bound in found if bound is not None]
    if all(_is_start(part, variable) for part in about) or len(bounds) < len(found):
        return ()
    low, beyond = min(bounds), max(bounds) + 1
    supposed = sympy.And(*about)
    after = supposed.subs(variable, beyond)
    most = MOST_CASES if len(statement.variables) == 1 else MOST_WITH_OTHERS
    if beyond - low > most or after not in (sympy.true, sympy.false):
        return ()
    rest = sympy.And(*(part for part in parts if part not in about))
    others = tuple(other for other in statement.variables if other != variable)
    admitted = [
        number
        for number in range(int(low), int(beyond))
        if supposed.subs(variable, number) == sympy.true
    ]
    if not admitted and after == sympy.false:
        return ()
    whole = Counted(variable, sympy.Integer(0), others, rest, sympy.true, statement.then)
    cases = [case(whole, number) for number in admitted]
    if supposed.subs(variable, low - 1) != sympy.false:
        cases.append(_where(statement, variable < low))
    if after == sympy.true:
        cases.append(
            for_all(statement.variables, sympy.And(rest, variable >= beyond), statement.then)
        )
    return tuple(cases)


def _where(statement: ForAll, condition: Condition) -> ForAll:
    given = sympy.And(statement.given, condition)
    return for_all(statement.variables, given, statement.then)


def _bounds(part: Condition, variable: Symbol) -> Iterator[Expression | None]:
    """The integers that stand beside the variable in a hypothesis; None for anything else."""
    for relation in part.atoms(Relational):
        sides = {relation.lhs, relation.rhs} - {variable}
        is_plain = len(sides) == 1 and variable in relation.args
        bound = sides.pop() if is_plain else None
        yield bound if bound is not None and bound.is_Integer else None
    if part.free_symbols != {variable} or not part.atoms(Relational):
        yield None


def _is_start(part: Condition, variable: Symbol) -> bool:
    return isinstance(part, Relational) and any(
        isinstance(way, AT_LEAST) and way.lhs == variable for way in (part, part.reversed)
    )

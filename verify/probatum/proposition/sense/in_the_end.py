"""What must have a value from some number on, or for small enough ones, and what has none there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy

from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import Exists, ForAll, Joined, Quantified, for_all
from probatum.proposition.parts import conjuncts, unchecked, with_parts
from probatum.proposition.sense.obligations import needed_for
from probatum.proposition.subjects.ultimate import Ultimate
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Statement, Symbols


@dataclass(frozen=True, slots=True)
class Lasting:
    """That what is said of a variable on its way has a value from some number on."""

    variables: Symbols
    given: Condition
    ultimate: Ultimate

    def always(self) -> ForAll:
        """That it has a value in the end, whatever else is chosen."""
        return for_all(self.variables, self.given, self.ultimate)

    def nowhere(self) -> Statement:
        """That for some of what else is chosen it has none in the end."""
        opposite = with_parts(self.ultimate, then=sympy.Not(self.ultimate.then))
        if not self.variables:
            return opposite
        return unchecked(Exists, variables=self.variables, given=self.given, then=opposite)


def values_in_the_end(
    statement: Statement,
    variables: Symbols = (),
    given: Condition = sympy.true,
) -> Iterator[Lasting]:
    """What must have a value from some number on, for all that is supposed around it."""
    match statement:
        case Ultimate():
            then = condition_of(statement.then)
            needed = sympy.true if then is None else evaluated(needed_for(then))
            if needed == sympy.false and not variables:  # nothing is left of its own
                yield Lasting(variables, given, with_parts(statement, then=needed))
            on_its_way = [one for one in conjuncts(needed) if one.has(statement.variable)]
            if on_its_way and needed.free_symbols <= {*variables, statement.variable}:
                ended = with_parts(statement, then=sympy.And(*on_its_way))
                yield Lasting(variables, given, ended)
        case Exists():  # what has no value in the end is no witness
            return
        case Quantified():
            bound, more = (*variables, *statement.variables), evaluated(statement.given)
            supposed = sympy.And(given, more)
            yield from values_in_the_end(statement.then, bound, supposed)
        case Joined():
            for part in statement.parts:
                yield from values_in_the_end(part, variables, given)


def needed_all_the_way(
    statement: Statement, variables: Symbols = (), given: Condition = sympy.true
) -> Iterator[ForAll]:
    """What must hold of all that is supposed around it, wherever its own variable is."""
    match statement:
        case Ultimate():
            then = condition_of(statement.then)
            needed = sympy.true if then is None else evaluated(needed_for(then))
            fixed = [one for one in conjuncts(needed) if one.free_symbols <= {*variables}]
            if fixed and variables and needed != sympy.true:
                yield for_all(variables, given, sympy.And(*fixed))
        case ForAll():
            bound, more = (*variables, *statement.variables), evaluated(statement.given)
            yield from needed_all_the_way(statement.then, bound, sympy.And(given, more))


def lacking_in_the_end(
    statement: Statement, variables: Symbols = (), given: Condition = sympy.true
) -> Iterator[Statement]:
    """That what is said of all others has no value for some of them, in the end."""
    match statement:
        case Ultimate(then=ForAll() as inner):
            then = condition_of(inner.then)
            needed = sympy.true if then is None else evaluated(needed_for(then))
            if needed != sympy.true:
                fields = {"variables": inner.variables, "given": evaluated(inner.given)}
                lacks = unchecked(Exists, **fields, then=sympy.Not(needed))
                ended = with_parts(statement, then=lacks)
                yield (
                    unchecked(Exists, variables=variables, given=given, then=ended)
                    if variables
                    else ended
                )
        case ForAll():
            bound, more = (*variables, *statement.variables), evaluated(statement.given)
            yield from lacking_in_the_end(statement.then, bound, sympy.And(given, more))

"""Proximal points and inverses that stand behind a condition: the cases in which they are there,
and those in which they are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import sympy

from probatum.lowering.every_case import holds_in_every_case
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import Built, BuiltVector, VectorVariable
from probatum.type_names import Expression

Kind = TypeVar("Kind", bound=ForAll | Exists)


def by_existence(statement: Kind) -> tuple[Kind, ...]:
    """Statements that together say the same, each about the cases in which what it speaks of is
    there: itself, where all of that is there in every case.

    Where something is not there, its value decides nothing: any other vector stands in its place.
    """
    built = [*_built(statement)]
    for needed in dict.fromkeys(part.needed for part in built):
        if needed == sympy.true or holds_in_every_case(needed, statement):
            continue
        there = with_parts(statement, given=sympy.And(statement.given, needed))
        lacks = sympy.Or(sympy.Not(needed), sympy.Not(defined(needed)))
        none = with_parts(statement, given=sympy.And(statement.given, lacks))
        lacking = [part for part in built if part.needed == needed]
        return (*by_existence(there), *by_existence(_with_others(none, lacking)))
    return (statement,)


def _built(statement: ForAll | Exists) -> Iterator[Expression]:
    """The vectors that are there under a condition, those inside of others last."""
    found = {each for part in (statement.given, statement.then) for each in part.atoms(BuiltVector)}
    yield from sorted(found, key=lambda each: (-each.count(Built), sympy.default_sort_key(each)))


def _with_others(statement: Kind, lacking: Sequence[Expression]) -> Kind:
    others = {part: VectorVariable(str(part)) for part in lacking}
    return with_parts(
        statement,
        variables=(*statement.variables, *others.values()),
        given=statement.given.xreplace(others),
        then=statement.then.xreplace(others),
    )

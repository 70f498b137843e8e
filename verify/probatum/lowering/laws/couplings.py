"""Variables with declared distributions that may depend on each other, in two of the ways in which
they may: independent, and the same where they have one distribution.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.lowering.laws.declared_laws import has_law
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import put_standing, with_parts
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Point, Statement, Symbol

COUPLED = Theorem(
    "what may depend on each other may be independent, or the same",
    "Billingsley, Probability and Measure, 3rd ed., section 20",
    exact=True,
)


def coupled(statement: Statement) -> Iterator[ForAll]:
    """The statement about variables that are independent, and that are the same: what is false of
    these is false.
    """
    if type(statement) is not ForAll:
        return
    calls: dict[str, list[Symbol]] = {}
    for each in statement.variables:
        if isinstance(each, RandomVariable) and not each.known["independent"]:
            calls.setdefault(each.known["call"], []).append(each)
    several = [each for each in calls.values() if len(each) > 1]
    if not several or not all(map(has_law, (one for each in several for one in each))):
        return
    every = [(one, each[0]) for each in several for one in each]
    yield _with(statement, {one: _independent(one) for one, _ in every})
    if all(one.known["distribution"] == first.known["distribution"] for one, first in every):
        yield _with(statement, {one: _independent(first) for one, first in every})


def _independent(variable: Symbol) -> RandomVariable:
    known = {**dict(variable.properties), "independent": True}
    return RandomVariable(variable.name, tuple(known.items()))


def _with(statement: ForAll, put: Point) -> ForAll:
    variables = dict.fromkeys(put.get(each, each) for each in statement.variables)
    return with_parts(
        statement,
        variables=tuple(variables),
        given=put_standing(statement.given, put),
        then=put_standing(statement.then, put),
    )

"""Functions of independent variables together: what holds however these depend on one another holds
of them, and what is false of a few values of each, in all combinations, is false.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import sympy

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.finite_distributions import (
    Distribution,
    Special,
    constant,
    even,
    fitting,
    of_two,
    stated_of,
)
from probatum.lowering.chance.outcomes import Group, TogetherError, group_of
from probatum.lowering.theorem import Theorem
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import put_standing, with_parts
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import Expectation, OneFeature, RandomVariable
from probatum.type_names import Symbol

JOINTLY = Theorem(
    "independent variables have one of the joint distributions that there are",
    "Billingsley, Probability and Measure, 3rd ed., section 20",
    exact=False,
)
CALL = "all of them"  # which no author names a variable


def with_dependence(statement: ForAll) -> ForAll | None:
    """The statement about variables that may depend on one another, where functions of independent
    ones together are averaged; None elsewhere.
    """
    general = [each for each in statement.variables if isinstance(each, General)]
    if not all(map(_is_one, general)) or len({each.known["call"] for each in general}) != 1:
        return None  # of several calls nobody says how they depend on one another
    if not _is_together(plain(statement)):
        return None
    put = {each: _dependent(each) for each in general}
    return with_parts(
        statement,
        variables=tuple(put.get(each, each) for each in statement.variables),
        given=put_standing(statement.given, put),
        then=put_standing(statement.then, put),
    )


def _is_one(variable: Symbol) -> bool:
    alone = isinstance(variable, RandomVariable) and not isinstance(variable, OneFeature)
    return alone and "of" not in variable.known


def _is_together(statement: ForAll) -> bool:
    means = (statement.given.atoms(Expectation), statement.then.atoms(Expectation))
    for mean in sorted(set().union(*means), key=sympy.default_sort_key):
        try:
            Moments().lowered(mean)
        except TogetherError:
            return True
    return False


def _dependent(variable: Symbol) -> RandomVariable:
    known = {**dict(variable.properties), "call": CALL, "independent": False}
    return RandomVariable(variable.name, tuple(known.items()))


def in_all_combinations(statement: ForAll, independent: ForAll) -> Iterator[Special]:
    """Special cases in which the independent variables take one value each, or two."""
    groups: dict[Group, list[Symbol]] = {}
    for each in independent.variables:
        if isinstance(each, RandomVariable):
            groups.setdefault(group_of(each), []).append(each)
    variables = tuple(each for each in statement.variables if isinstance(each, RandomVariable))
    for make in (constant, even, of_two):
        own = [fitting(make(tuple(group))) for group in groups.values()]
        joint = Distribution(
            variables,
            conditions=[part for each in own for part in each.conditions],
            free=[symbol for each in own for symbol in each.free],
        )
        for cases in product(*(each.cases for each in own)):
            point = {number: value for case, _ in cases for number, value in case.items()}
            joint.cases.append((point, sympy.Mul(*(chance for _, chance in cases))))
        yield Special(stated_of(statement, (joint,)), tuple(own))

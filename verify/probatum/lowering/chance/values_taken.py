"""What the values that random variables take say of their moments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import sympy
from sympy.core.relational import Equality, _Inequality

from probatum.lowering.chance.outcomes import Group, group_of
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, unchecked
from probatum.proposition.subjects.random import RandomVariable, Total
from probatum.type_names import Condition, Expression, Symbol

LARGEST_POWER = 8  # of which moments are asked
Kinds = Any  # classes of relations
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)


def at_least_zero(
    supposed: tuple[Condition, ...], spoken: set[Symbol], degree: int
) -> Iterator[Expression]:
    """Polynomials in variables that are spoken of which are at least zero for all their values: the
    bounds that are supposed, and products of two of one variable, or up to the degree.
    """
    about = [part for part in supposed if part.atoms(RandomVariable) <= spoken]
    about += _of_zeros_and_ones(spoken)
    groups: dict[frozenset[Group], list[Expression]] = {}
    for difference in _differences(about, _Inequality):
        groups.setdefault(_groups(difference), []).append(difference)
        yield difference
    for bounds in groups.values():
        for product in (sympy.expand(one * other) for one, other in combinations(bounds, 2)):
            alone = len(product.atoms(RandomVariable)) == 1
            if _has_mean(product, LARGEST_POWER if alone else degree):
                yield product
    for difference in _differences(supposed, Equality):
        variables = difference.atoms(RandomVariable)
        if variables & spoken:
            yield from _zero(difference, spoken | variables, degree)


def _of_zeros_and_ones(spoken: set[Symbol]) -> Iterator[Condition]:
    """The bounds of several that take these values alone, and may depend on each other."""
    zeros_and_ones = sorted((each for each in spoken if "bernoulli" in each.known), key=str)
    for each in zeros_and_ones:
        if sum(group_of(other) == group_of(each) for other in zeros_and_ones) > 1:
            yield from (sympy.Ge(each, 0), sympy.Le(each, 1))


def _zero(difference: Expression, spoken: set[Symbol], degree: int) -> Iterator[Expression]:
    """What is always zero, and so times a variable."""
    yield from (difference, -difference)
    within = _groups(difference)
    for variable in sorted((each for each in spoken if group_of(each) in within), key=str):
        product = sympy.expand(variable * difference)
        if _has_mean(product, degree):
            yield from (product, -product)


def above_zero(supposed: tuple[Condition, ...]) -> Iterator[Expression]:
    """Polynomials that are positive for all values."""
    yield from _differences(supposed, STRICT)


def _differences(supposed: Iterable[Condition], kinds: Kinds) -> Iterator[Expression]:
    """Of the sides of relations of such a kind, where these are polynomials that have a mean."""
    for part in supposed:
        if isinstance(part, kinds):
            high, low = part.args if isinstance(part, Equality) else (part.gts, part.lts)
            difference = sympy.expand(high - low)
            if difference.is_polynomial(*part.atoms(RandomVariable)) and _has_mean(
                difference, LARGEST_POWER
            ):
                yield difference


def _has_mean(polynomial: Expression, degree: int) -> bool:
    """Whether it is of so low a degree, and only variables of one call are multiplied."""
    variables = sorted(polynomial.atoms(RandomVariable), key=str)
    if not variables:
        return True
    terms = sympy.Poly(polynomial, *variables).monoms()
    return all(
        sum(powers) <= degree
        and len({v.known["call"] for v, power in zip(variables, powers, strict=True) if power}) <= 1
        for powers in terms
    )


def _groups(polynomial: Expression) -> frozenset[Group]:
    return frozenset(map(group_of, polynomial.atoms(RandomVariable)))


def without_amounts(statement: ForAll) -> ForAll:
    """The statement with bounds on random variables beside those on their amounts."""
    more = [each for part in conjuncts(statement.given) for each in _bounds_of_amount(part)]
    if not more:
        return statement
    made: ForAll = unchecked(
        type(statement),
        variables=statement.variables,
        given=sympy.And(statement.given, *more),
        then=statement.then,
    )
    return made


def _bounds_of_amount(part: Condition) -> Iterator[Condition]:
    if not isinstance(part, _Inequality) or not isinstance(part.lts, sympy.Abs):
        return
    if not part.lts.atoms(RandomVariable) or part.atoms(Total):
        return
    kind = sympy.Lt if isinstance(part, STRICT) else sympy.Le
    (inside,) = part.lts.args
    if isinstance(part.gts, sympy.Abs):
        yield kind(inside**2, part.gts.args[0] ** 2)
    else:
        yield from (kind(inside, part.gts), kind(-inside, part.gts))

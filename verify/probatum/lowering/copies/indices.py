"""Sums over an index become expectations: of numbers of which each is as likely as the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.lowering.chance.outcomes import chances
from probatum.lowering.chance.random_variables import supports
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.random import (
    Expectation,
    FeatureVariable,
    OneFeature,
    RandomVariable,
    Total,
)
from probatum.type_names import Condition, Expression, Symbol

AS_LIKELY = Theorem(
    "a sum over n numbers is n times a mean of one of them that is drawn at random",
    "Billingsley, Probability and Measure, 3rd ed., section 5",
    exact=False,
)
WEIGHTS = Theorem(
    "weights by their sum are probabilities",
    "Billingsley, Probability and Measure, 3rd ed., section 5",
    exact=False,
)
SUM = sympy.Symbol("sum of the weights", real=True)


def sums_over_indices(statement: ForAll) -> bool:
    """Whether a statement speaks of numbers with an index."""
    return any(isinstance(variable, FeatureVariable) for variable in statement.variables)


def are_beside_copies(statement: ForAll) -> bool:
    """Whether it speaks of random ones as well; raises DefinitionError for a hypothesis on both."""
    mixed = [each for each in supports(statement) if each.atoms(FeatureVariable)]
    if mixed:
        raise DefinitionError(
            f"got {mixed[0]} of fixed numbers and random ones together, wanted hypotheses on each"
        )
    return any(map(chances, statement.variables))


def as_expectations(statement: ForAll) -> ForAll:
    """The statement for random numbers that may have any distribution: it says more."""
    indexed = [each for each in statement.variables if isinstance(each, FeatureVariable)]
    counts = {each.known["of"] for each in indexed}
    if len(counts) > 1 or len(indexed) < len(_random_ones(statement)):
        raise DefinitionError(
            "got numbers with an index beside others that are random, or of another number, "
            "wanted features of one number alone"
        )
    (count,) = counts
    put = {
        each: OneFeature(each.name, (("call", "features"), ("independent", False)))
        for each in indexed
    }
    parts = (*conjuncts(statement.given), *_parts_of_sums(statement), statement.then)
    *given, then = (_lowered(part, count).xreplace(put) for part in parts)
    return for_all(
        tuple(put.get(each, each) for each in statement.variables),
        sympy.And(*given, sympy.Ge(count, 1)),
        then,
    )


def _parts_of_sums(statement: ForAll) -> Iterator[Condition]:
    """That each of some numbers that are at least zero is at most their sum, where that is said."""
    given = conjuncts(statement.given)
    for part in given:
        sums = part.atoms(Total) if isinstance(part, sympy.Equality) else set()
        for whole in sums:
            (summed,) = whole.args
            if whole in part.args and {summed >= 0, summed > 0} & set(given):
                (value,) = set(part.args) - {whole}
                if not value.atoms(RandomVariable):
                    yield summed <= value


def as_weighted(statement: ForAll) -> ForAll | None:
    """The statement for random numbers, where it speaks of sums with weights that are at least
    zero, and of no other sums: each is the sum of the weights times a mean.
    """
    weight = _weight(statement)
    if weight is None:
        return None
    bounds = (weight >= 0, weight > 0)
    given = [each for each in conjuncts(statement.given) if each not in bounds]
    whole = _sum_of_weights(given, weight)
    try:
        *supposed, then = (_weighted(each, weight, whole) for each in (*given, statement.then))
    except _NoMeanError:
        return None
    others = [v for v in statement.variables if isinstance(v, FeatureVariable) and v != weight]
    put = {v: OneFeature(v.name, (("call", "features"), ("independent", False))) for v in others}
    kind = sympy.Gt if bounds[1] in conjuncts(statement.given) else sympy.Ge
    more = (kind(whole, 0), sympy.Ge(weight.known["of"], 1))
    variables = [put.get(each, each) for each in statement.variables if each != weight]
    return for_all(
        tuple([*variables, whole] if whole == SUM else variables),
        sympy.And(*(each.xreplace(put) for each in supposed), *more),
        then.xreplace(put),
    )


class _NoMeanError(Exception):
    """A sum that is no weighted mean."""


def _weight(statement: ForAll) -> Symbol | None:
    """What is at least zero by a hypothesis that says so, and is summed."""
    given = set(conjuncts(statement.given))
    indexed = [each for each in statement.variables if isinstance(each, FeatureVariable)]
    weights = [each for each in indexed if {each >= 0, each > 0} & given]
    totals = {each for part in (*given, statement.then) for each in part.atoms(Total)}
    summed = [each for each in weights if all(total.has(each) for total in totals)]
    return summed[0] if summed and len(indexed) > 1 else None


def _sum_of_weights(given: Sequence[Condition], weight: Symbol) -> Expression:
    """What the weights add up to by a hypothesis, or a number of its own."""
    for part in given:
        if isinstance(part, sympy.Equality) and Total(weight) in part.args:
            (whole,) = set(part.args) - {Total(weight)}
            if not whole.atoms(RandomVariable):
                return whole
    return SUM


def _weighted(part: Expression, weight: Symbol, whole: Expression) -> Expression:
    """With means in place of weighted sums."""
    if isinstance(part, Total):
        within = {each: sympy.Dummy("sum") for each in _outermost(part.args[0])}
        inside = sympy.expand(part.args[0].xreplace(within))
        function = sympy.expand(sympy.diff(inside, weight))
        if function.has(weight) or sympy.expand(inside - weight * function) != 0:
            raise _NoMeanError
        back = {dummy: _weighted(each, weight, whole) for each, dummy in within.items()}
        is_random = bool(function.atoms(RandomVariable))
        mean = Expectation(function) if is_random else function
        return whole * mean.xreplace(back)
    if part == weight or isinstance(part, Expectation):
        raise _NoMeanError
    if not part.args:
        return part
    options = {"evaluate": False} if isinstance(part, Relational) else {}
    return part.func(*(_weighted(each, weight, whole) for each in part.args), **options)


def _outermost(part: Expression) -> list[Expression]:
    """The sums in an expression that are in no other."""
    found = part.atoms(Total)
    deep = {each for one in found for arg in one.args for each in arg.atoms(Total)}
    return sorted(found - deep, key=str)


def of_count(statement: ForAll, count: Symbol, number: int) -> ForAll:
    """The statement for so many numbers."""
    put = {count: sympy.Integer(number)}
    return for_all(
        tuple(each for each in statement.variables if each != count),
        statement.given.xreplace(put),
        statement.then.xreplace(put),
    )


def _random_ones(statement: ForAll) -> list[Symbol]:
    return [each for each in statement.variables if isinstance(each, RandomVariable)]


def _lowered(part: Expression, count: Expression) -> Expression:
    if isinstance(part, Expectation):
        raise DefinitionError(
            f"got {part} of numbers with an index, wanted total(...) or average(...)"
        )
    if isinstance(part, Total):
        return count * Expectation(_lowered(part.args[0], count))
    if not part.args:
        return part
    options = {"evaluate": False} if isinstance(part, Relational) else {}
    return part.func(*(_lowered(each, count) for each in part.args), **options)

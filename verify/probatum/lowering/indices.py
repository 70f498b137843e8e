"""Sums over an index become expectations: of numbers of which each is as likely as the others."""

from __future__ import annotations

import sympy

from probatum.errors import DefinitionError
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, unchecked
from probatum.proposition.random import Expectation, FeatureVariable, RandomVariable, Total
from probatum.shapes import Expression, Symbol

AS_LIKELY = Theorem(
    "a sum over n numbers is n times a mean of one of them that is drawn at random",
    "Billingsley, Probability and Measure, 3rd ed., section 5",
    exact=False,
)


def sums_over_indices(statement: ForAll) -> bool:
    """Whether a statement speaks of numbers with an index."""
    return any(isinstance(variable, FeatureVariable) for variable in statement.variables)


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
        each: RandomVariable(each.name, (("call", "features"), ("independent", False)))
        for each in indexed
    }
    parts = (*conjuncts(statement.given), statement.then)
    *given, then = (_lowered(part, count).xreplace(put) for part in parts)
    stated: ForAll = unchecked(
        ForAll,
        variables=tuple(put.get(each, each) for each in statement.variables),
        given=sympy.And(*given, sympy.Ge(count, 1)),
        then=then,
    )
    return stated


def of_count(statement: ForAll, count: Symbol, number: int) -> ForAll:
    """The statement for so many numbers."""
    put = {count: sympy.Integer(number)}
    stated: ForAll = unchecked(
        ForAll,
        variables=tuple(each for each in statement.variables if each != count),
        given=statement.given.xreplace(put),
        then=statement.then.xreplace(put),
    )
    return stated


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
    options = {"evaluate": False} if isinstance(part, sympy.core.relational.Relational) else {}
    return part.func(*(_lowered(each, count) for each in part.args), **options)

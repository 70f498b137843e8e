"""Which random variables are known to have a mean: by what is known of them, by bounds of their
values, or by moments that a statement speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.errors import DefinitionError
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, outcome
from probatum.lowering.chance.random_variables import bounds_of, supports
from probatum.proposition.kinds import ForAll
from probatum.proposition.subjects.random import Expectation
from probatum.type_names import Expression, Symbol


def has_mean(variable: Symbol, statement: ForAll) -> bool:
    """Whether it has one, as 1/X need not have one where X is between 0 and 1."""
    if {"mean", "variance", "bernoulli"} & set(variable.known):
        return True
    return all(bounds_of(variable, supports(statement))) or any(
        generator == variable or _is_distance(generator, variable)
        for generator in _averaged(statement)
    )


def _averaged(statement: ForAll) -> Iterator[Expression]:
    """Of what a power alone is averaged."""
    spoken = statement.given.atoms(Expectation) | statement.then.atoms(Expectation)
    for mean in sorted(spoken, key=sympy.default_sort_key):
        moments = Moments()
        try:
            moments.lowered(mean)
        except DefinitionError:
            continue
        yield from (key[0][0] for key in moments.needed if len(key) == 1)


def _is_distance(generator: Expression, variable: Symbol) -> bool:
    """Whether it is the distance of the variable from a number."""
    if not isinstance(generator, Feature) or generator.given is not None:
        return False
    if generator.variables != (variable,) or not isinstance(generator.of, sympy.Abs):
        return False
    inside, number = generator.of.args[0], outcome(variable)
    return bool(inside.diff(number) in (1, -1))

"""What is supposed of random variables: where their values lie, and what constants they have."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.random import (
    Conditional,
    Expectation,
    Noise,
    RandomVariable,
    Total,
)
from probatum.shapes import Condition, Symbol


def is_random(statement: ForAll) -> bool:
    """Whether a statement speaks of anything random."""
    return any(isinstance(variable, (RandomVariable, Noise)) for variable in statement.variables)


def supports(statement: ForAll) -> tuple[Condition, ...]:
    """The hypotheses on the values that random variables take."""
    return tuple(part for part in conjuncts(statement.given) if _is_support(part))


def _is_support(part: Condition) -> bool:
    inside = part.replace(
        lambda found: isinstance(found, (Expectation, Conditional)), lambda found: sympy.Integer(0)
    )
    return bool(inside.atoms(RandomVariable)) and not inside.atoms(Total)


def needs_of(statement: ForAll) -> list[Condition]:
    """What is true of the constants of random variables."""
    variables = [each for each in statement.variables if isinstance(each, RandomVariable)]
    return [need for variable in variables for need in _needs(variable)]


def _needs(variable: Symbol) -> Iterator[Condition]:
    known = variable.known
    if "variance" in known:
        yield sympy.Ge(known["variance"], 0)
    if "bernoulli" in known:
        yield from (sympy.Ge(known["bernoulli"], 0), sympy.Le(known["bernoulli"], 1))
    if "of" in known:
        yield sympy.Ge(known["of"], 1)
    if "drawn_from" in known:
        yield sympy.Le(known["of"], known["drawn_from"])
        if "variance" in known:  # one value alone has none
            one = sympy.Eq(known["variance"], 0)
            yield sympy.Or(sympy.Ge(known["drawn_from"], 2), one)
    if "correlation" in known:
        correlation, count = known["correlation"], known["of"]
        yield from (sympy.Ge(correlation, -1), sympy.Le(correlation, 1))
        yield sympy.Ge(1 + (count - 1) * correlation, 0)

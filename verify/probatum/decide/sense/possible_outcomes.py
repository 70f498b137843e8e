"""Which outcomes have a chance: what is known of the distribution of a random variable leaves out
some that its hypotheses alone would admit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy

from probatum.lowering.chance.outcomes import outcome
from probatum.lowering.chance.two_values import of_probability
from probatum.proposition.parts import put_standing
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Condition, Expression, Symbol

MOMENTS = {"mean", "variance"}
SHAPES = {"bernoulli", "symmetric"}


def true_of_outcomes(
    variables: Sequence[Symbol], supposed: Sequence[Condition]
) -> Iterator[Condition]:
    """What holds of each outcome that has a chance, with numbers in place of the variables."""
    for variable in variables:
        known, number = variable.known, outcome(variable)
        if "bernoulli" in known:
            yield from _of_two_values(number, known["bernoulli"])
        symmetric = known.get("symmetric")
        mean = sympy.Integer(0) if symmetric else known.get("mean")
        if mean is not None and "variance" in known:
            yield from _of_deviation(number - mean, known["variance"], known.get("drawn_from"))
        for part in supposed:
            alone = part.atoms(RandomVariable) == {variable}
            if symmetric and alone:
                yield put_standing(part, {variable: -number})
            said = of_probability(part) if alone else None
            if said is not None:
                yield said


def _of_two_values(number: Symbol, chance: Expression) -> Iterator[Condition]:
    at_zero, at_one = sympy.Eq(number, 0), sympy.Eq(number, 1)
    yield sympy.Or(at_zero, at_one)
    yield sympy.Or(sympy.Ne(chance, 1), at_one)
    yield sympy.Or(sympy.Ne(chance, 0), at_zero)


def _of_deviation(
    deviation: Expression, variance: Expression, count: Expression | None
) -> Iterator[Condition]:
    """Of the distance from the mean: there is none where nothing varies, and one of a few values
    is not far off (P. A. Samuelson, How deviant can you be?, 1968).
    """
    if count is None:
        yield sympy.Or(sympy.Gt(variance, 0), sympy.Eq(deviation, 0))
        return
    most = (count - 1) * variance
    yield sympy.Le(deviation**2, most)
    yield sympy.Or(sympy.Ge(count, 3), sympy.Eq(deviation**2, most))


def have_a_chance(supposed: Sequence[Condition]) -> bool:
    """Whether each outcome of which all this holds has one: no hypothesis on the values is beside
    what is known of a mean, or relates variables of a known shape.
    """
    return all(map(_leaves_chances, supposed))


def _leaves_chances(part: Condition) -> bool:
    within = part.atoms(RandomVariable)
    known = {name for each in within for name, said in each.known.items() if said is not None}
    if known & MOMENTS or (len(within) > 1 and known & SHAPES):
        return False
    return "bernoulli" not in known or of_probability(part) is not None

"""High powers of deviations from a mean: a random variable is its mean and a deviation, of which
the mean is zero.
"""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.subjects.random import Expectation, RandomVariable
from probatum.type_names import Condition, Expression, Symbol

DEVIATIONS = Theorem(
    "a random variable is its mean and a deviation of mean zero",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=True,
)
HIGH = 3  # the least power of a deviation that is high
SAID = {"call", "independent"}  # of a variable of which nothing else is known


def of_deviations(statement: ForAll) -> ForAll | None:
    """The statement about deviations, where it speaks of high powers of these; None elsewhere."""
    found = {
        each
        for each in statement.variables
        if isinstance(each, RandomVariable) and _deviates(each, statement.then)
    }
    if not found:
        return None
    deviations = {each: RandomVariable(each.name, (*each.properties, _ZERO)) for each in found}
    means = {each: sympy.Symbol(f"mean of {each.name}", real=True) for each in found}
    variables = tuple(deviations.get(each, each) for each in statement.variables)

    def put(part: Condition) -> Condition:
        part = part.xreplace({Expectation(each): mean for each, mean in means.items()})
        return part.xreplace({each: means[each] + deviations[each] for each in found})

    return for_all((*variables, *means.values()), put(statement.given), put(statement.then))


_ZERO = ("mean", sympy.Integer(0))


def _deviates(variable: Symbol, then: Condition) -> bool:
    """Whether a high power of its difference from its mean is averaged, and no more is known."""
    if set(variable.known) - SAID or not variable.known["independent"]:
        return False
    number = sympy.Dummy(real=True)  # its mean
    powers: set[Expression] = {
        power
        for mean in then.atoms(Expectation)
        for power in mean.args[0].xreplace({Expectation(variable): number}).atoms(sympy.Pow)
    }
    return any(
        power.exp.is_Integer
        and power.exp >= HIGH
        and power.base.is_polynomial(variable)
        and sympy.expand(power.base.xreplace({variable: number})) == 0
        for power in powers
    )

"""Statements about declared distributions as ones about all variables that have their means,
variances and bounds: what is so of all of these is so of them.
"""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.lowering.laws.declared_laws import has_law, needs_of_law, speaks_of_laws
from probatum.lowering.laws.growth import grows_slowly
from probatum.lowering.laws.laws import power_mean
from probatum.lowering.theorem import Theorem
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import put_standing, with_parts
from probatum.proposition.subjects.distributions import Distribution
from probatum.proposition.subjects.random import Expectation, RandomVariable
from probatum.proposition.written import evaluated
from probatum.type_names import Expression, Statement, Symbol

OF_ANY = Theorem(
    "named distributions are among those with their means, variances and bounds",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=False,
)


def of_any_law(statement: Statement) -> ForAll | None:
    """The statement about all variables with these means and variances; None where some average
    need not have a value by these alone.
    """
    if type(statement) is not ForAll or not isinstance(statement.then, Boolean):
        return None
    if speaks_of_laws(statement.given):  # what is supposed may be so of others alone
        return None
    if statement.then.has(*BINDERS, sympy.Derivative):
        return None
    if not all(map(_have_means, statement.then.atoms(Expectation))):
        return None
    put = {each: _of_moments(each) for each in statement.variables if has_law(each)}
    more = [
        part
        for each in put
        for part in (*needs_of_law(each), *each.known["distribution"].bounds(put[each]))
    ]
    given = sympy.And(statement.given, *more)
    variables = tuple(put.get(each, each) for each in statement.variables)
    return with_parts(
        statement, variables=variables, given=given, then=put_standing(statement.then, put)
    )


def _of_moments(variable: Symbol) -> RandomVariable:
    law: Distribution = variable.known["distribution"]
    known = [each for each in variable.properties if each[0] != "distribution"]
    mean = power_mean(law, 1)
    variance = sympy.factor(sympy.expand(power_mean(law, 2) - mean**2))
    return RandomVariable(variable.name, (*known, ("mean", mean), ("variance", variance)))


def _have_means(average: Expression) -> bool:
    return all(grows_slowly(evaluated(inside)) for inside in average.args)

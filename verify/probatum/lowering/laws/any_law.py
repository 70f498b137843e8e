"""Statements about declared distributions as ones about all variables that have their means,
variances and bounds: what is so of all of these is so of them.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.logic.boolalg import Boolean, BooleanFunction

from probatum.lowering.chance.values_taken import LARGEST_POWER
from probatum.lowering.laws.declared_laws import has_law, needs_of_law, speaks_of_laws
from probatum.lowering.laws.laws import power_mean
from probatum.lowering.theorem import Theorem
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import put_standing, with_parts
from probatum.proposition.subjects.distributions import (
    BinomialLaw,
    Distribution,
    ExponentialLaw,
    GeometricLaw,
    PoissonLaw,
    UniformLaw,
)
from probatum.proposition.subjects.products import Dot, Norm
from probatum.proposition.subjects.random import Expectation, RandomVariable, Total
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

OF_ANY = Theorem(
    "named distributions are among those with their means, variances and bounds",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=False,
)
GROWING_SLOWLY = (
    sympy.Add,
    sympy.Mul,
    sympy.Abs,
    sympy.Max,
    sympy.Min,
    sympy.sin,
    sympy.cos,
    sympy.tanh,
    sympy.Piecewise,
    ExprCondPair,
    Relational,
    BooleanFunction,
    Expectation,
    Total,
    Norm,
    Dot,
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
    more = [part for each in put for part in (*needs_of_law(each), *_bounds(each, put[each]))]
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


def _bounds(variable: Symbol, plain: RandomVariable) -> list[Condition]:
    """Between which numbers all values lie."""
    law = variable.known["distribution"]
    match law:
        case UniformLaw():
            low, high = law.parameters
            return [sympy.Ge(plain, low), sympy.Le(plain, high)]
        case BinomialLaw():
            return [sympy.Ge(plain, 0), sympy.Le(plain, law.parameters[0])]
        case ExponentialLaw() | PoissonLaw():
            return [sympy.Ge(plain, 0)]
        case GeometricLaw():
            return [sympy.Ge(plain, 1)]
    return []


def _have_means(average: Expression) -> bool:
    return all(_grows_slowly(evaluated(inside)) for inside in average.args)


def _grows_slowly(inside: Expression) -> bool:
    """Whether a function is no greater than a polynomial, of which all these have means."""
    if not inside.atoms(RandomVariable):
        return True
    if isinstance(inside, RandomVariable):
        return True
    if isinstance(inside, sympy.Pow):
        power = inside.exp
        slow = power.is_Integer and 0 < power <= LARGEST_POWER
        return bool(slow) and _grows_slowly(inside.base)
    return isinstance(inside, GROWING_SLOWLY) and all(map(_grows_slowly, inside.args))

"""Variables that take one of two values: what is supposed of a Bernoulli variable says which it may
take, and an equation with two roots leaves a variable that is made of one.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.chance.random_variables import supports
from probatum.lowering.theorem import Theorem
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, put_standing, with_parts
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Condition, Expression

ONE_OF_TWO = Theorem(
    "what takes one of two values is the first, and their difference times zero or one",
    "Billingsley, Probability and Measure, 3rd ed., section 5",
    exact=True,
)
TwoValues = tuple[RandomVariable, Expression, Expression]  # a variable, the less one first
KNOWN = {"call", "independent", "symmetric"}  # of a variable of which nothing else is said
HIGHEST = 8  # degree of an equation whose roots are asked for


def with_possible_values(statement: ForAll) -> ForAll:
    """The statement with what such hypotheses say of the probability beside them."""
    said = [made for made in map(of_probability, supports(statement)) if made is not None]
    return with_parts(statement, given=sympy.And(statement.given, *said)) if said else statement


def of_probability(part: Condition) -> Condition | None:
    """What a hypothesis on one Bernoulli variable says; None for others, and where it may have no
    value.
    """
    variables = part.atoms(RandomVariable)
    if len(variables) != 1:
        return None
    (variable,) = variables
    sides = [side for relation in part.atoms(Relational) for side in relation.args]
    if "bernoulli" not in variable.known or not all(side.is_polynomial(variable) for side in sides):
        return None
    chance = variable.known["bernoulli"]
    at_zero, at_one = (put_standing(part, {variable: sympy.Integer(value)}) for value in (0, 1))
    return sympy.And(
        sympy.Or(sympy.Eq(chance, 1, evaluate=False), at_zero),
        sympy.Or(sympy.Eq(chance, 0, evaluate=False), at_one),
    )


def of_zero_or_one(statement: ForAll) -> ForAll | None:
    """The statement with what is made of zero or one in place of a variable that by a hypothesis is
    one of two numbers; None where there is none.
    """
    for part in conjuncts(statement.given):
        found = _one_of_two(plain(part))
        if found is not None and found[0] in statement.variables:
            return _made(statement, part, found)
    return None


def _made(statement: ForAll, said: Condition, found: TwoValues) -> ForAll:
    variable, low, high = found
    chance = sympy.Symbol(f"P({variable} = {high})", real=True)
    known = sympy.Rational(1, 2) if "symmetric" in variable.known else chance
    name = f"[{variable} = {high}]"
    call = ("call", variable.known["call"])
    one = RandomVariable(name, (call, ("independent", True), ("bernoulli", known)))
    put = {variable: low + (high - low) * one}
    given = [put_standing(part, put) for part in conjuncts(statement.given) if part != said]
    variables = (
        *(one if each == variable else each for each in statement.variables),
        *([chance] if known == chance else []),
    )
    return for_all(variables, sympy.And(*given), put_standing(statement.then, put))


def _one_of_two(part: Condition) -> TwoValues | None:
    """A variable that is one of two numbers by an equation, with these."""
    if not isinstance(part, sympy.Equality) or len(part.free_symbols) != 1:
        return None
    (variable,) = part.free_symbols
    if not isinstance(variable, RandomVariable) or not set(variable.known) <= KNOWN:
        return None
    if not variable.known["independent"]:
        return None
    difference = part.lhs - part.rhs
    if isinstance(part.lhs, sympy.Abs) and part.rhs.is_positive:
        difference = part.lhs.args[0] ** 2 - part.rhs**2
    if not difference.is_polynomial(variable):
        return None
    polynomial = sympy.Poly(difference, variable)
    if not polynomial.domain.is_ZZ and not polynomial.domain.is_QQ:
        return None
    if not 0 < polynomial.degree() <= HIGHEST:
        return None
    roots = sorted(set(sympy.real_roots(polynomial)))
    if len(roots) != 2 or not all(root.is_Rational for root in roots):
        return None
    low, high = roots
    if "symmetric" in variable.known and low != -high:
        return None
    return variable, low, high

"""What is supposed of the values of a Bernoulli variable says something of its probability: which
of the two it may take.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.chance.random_variables import supports
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import put_standing, with_parts
from probatum.proposition.random import RandomVariable
from probatum.type_names import Condition


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

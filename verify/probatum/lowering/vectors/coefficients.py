"""Vectors times numbers that are built from vectors, such as a projection x·y/|y|² y: each such
number gets a name.
"""

from __future__ import annotations

import sympy

from probatum.lowering.every_case import holds_in_every_case
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.sense.bodies import CONSTRUCTS
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import Built, BuiltVector, General, is_vector
from probatum.type_names import Condition, Expression, Symbol

NAME = "coefficient "


def with_named_coefficients(statement: ForAll) -> ForAll:
    """The statement with a real variable for each number built from vectors that a vector is
    multiplied by, which a hypothesis says it is; the same where there is none.
    """
    statement = with_named_constructs(statement)
    names: dict[Expression, Symbol] = {}
    given, then = (_named(part, names) for part in (statement.given, statement.then))
    if not names:
        return statement
    meant = [_meaning(name, number, names, statement) for number, name in names.items()]
    return for_all((*statement.variables, *names.values()), sympy.And(given, *meant), then)


def _meaning(
    name: Symbol, number: Expression, names: dict[Expression, Symbol], statement: ForAll
) -> Condition:
    """That a name is that of a number; where this need not have a value, wherever it has one."""
    equal = sympy.Eq(name, number, evaluate=False)
    written = {name: number for number, name in names.items()}
    while number.has(*written):
        number = number.xreplace(written)
    where = defined(number)
    return equal if holds_in_every_case(where, statement) else sympy.Implies(where, equal)


def with_named_constructs(statement: ForAll) -> ForAll:
    """The statement with a real variable for each sum, product, integral or limit that may have no
    value, or is one over the number of its terms: to take a factor out of it would change where it
    has one.
    """
    constructs = statement.given.atoms(*CONSTRUCTS) | statement.then.atoms(*CONSTRUCTS)
    outer = [each for each in constructs if each.free_symbols and defined(each) != sympy.true]
    outer = [each for each in outer if not each.has(Built, General)]
    names = {
        construct: sympy.Symbol(f"{NAME}of {number}", real=True)
        for number, construct in enumerate(sorted(outer, key=sympy.default_sort_key), 1)
        if not any(construct != other and other.has(construct) for other in outer)
    }
    if not names or any(each.name.startswith(f"{NAME}of ") for each in statement.variables):
        return statement
    meant = [_meaning(name, construct, {}, statement) for construct, name in names.items()]
    return for_all(
        (*statement.variables, *names.values()),
        sympy.And(statement.given.xreplace(names), *meant),
        statement.then.xreplace(names),
    )


def _named(part: Expression | Condition, names: dict[Expression, Symbol]) -> Expression:
    """The innermost first."""
    if not part.args or not part.has(BuiltVector, Built):
        return part
    unevaluated = {"evaluate": False} if isinstance(part, sympy.core.relational.Relational) else {}
    part = part.func(*(_named(each, names) for each in part.args), **unevaluated)
    if not (part.is_Mul and is_vector(part)):
        return part
    numbers = [each for each in part.args if not is_vector(each) and each.has(Built)]
    if not numbers:
        return part
    whole = sympy.Mul(*numbers)
    name = names.setdefault(whole, sympy.Symbol(f"{NAME}{len(names) + 1}", real=True))
    return sympy.Mul(name, *(each for each in part.args if each not in numbers))

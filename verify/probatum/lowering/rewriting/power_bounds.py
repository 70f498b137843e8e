"""Powers with real exponents by what is known of them: Bernoulli's inequality and Young's."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy
from sympy.logic.boolalg import Boolean

from probatum.lowering.every_case import known_where_defined
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Statement

POWERS = Theorem(
    "Inequalities of Bernoulli and Young for powers of numbers from zero on",
    "Hardy, Littlewood, Polya, Inequalities, theorems 42 and 61",
    exact=False,
)
MOST = 4


def by_power_bounds(statement: Statement) -> Statement:
    """The statement about numbers that are as these inequalities say, in place of powers with
    exponents that are no numbers: it proves the statement. As it is where it has no such powers,
    or many.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Boolean):
        return statement
    if statement.then.has(*BINDERS, sympy.Derivative):  # in which it is not one number
        return statement
    powers = sorted(
        filter(_is_general, statement.then.atoms(sympy.Pow)), key=sympy.default_sort_key
    )
    if not powers or len(powers) > MOST:
        return statement
    known = {power: sympy.Dummy(f"power {power}", real=True) for power in powers}
    then = statement.then.xreplace(known)
    if any(map(_is_general, then.atoms(sympy.Pow))):
        return statement
    facts = [fact for power in powers for fact in _bernoulli(power, known[power])]
    facts += [_young(*pair, known) for pair in itertools.combinations(powers, 2)]
    given = [
        part
        for part in conjuncts(statement.given)
        if not any(map(_is_general, part.atoms(sympy.Pow)))
    ]
    facts = [known_where_defined(fact, sympy.And(*given)) for fact in facts]
    return for_all((*statement.variables, *known.values()), sympy.And(*given, *facts), then)


def _is_general(power: Expression) -> bool:
    return bool(power.exp.free_symbols) and not isinstance(power, sympy.exp)


def _bernoulli(power: Expression, value: Expression) -> Iterator[Condition]:
    """(1 + u)^r is beside 1 + r u, above it for r from 1 on, and below it for r from 0 to 1."""
    base, exponent = power.as_base_exp()
    tangent = 1 + exponent * (base - 1)
    yield sympy.Or(base < 0, exponent < 1, value >= tangent)
    yield sympy.Or(base <= 0, exponent > 0, value >= tangent)
    yield sympy.Or(base < 0, exponent < 0, exponent > 1, value <= tangent)
    yield sympy.Or(base < 0, value >= 0)


def _young(one: Expression, other: Expression, known: dict[Expression, Expression]) -> Condition:
    """u v is at most u^p/p + v^q/q, where 1/p + 1/q = 1."""
    (u, p), (v, q) = one.as_base_exp(), other.as_base_exp()
    holds = known[one] * q + known[other] * p >= u * v * p * q
    return sympy.Or(u < 0, v < 0, p <= 1, q <= 1, sympy.Ne(p + q, p * q), holds)


REWRITINGS = (Rewriting(110, POWERS, by_power_bounds),)

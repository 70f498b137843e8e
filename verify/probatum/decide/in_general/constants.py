"""Statements about random variables that are supposed to be constant: about the numbers that they
are.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.decide.shared.back_translation import named
from probatum.decision import DECISIVE, Decision
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.chance.almost_surely import SURELY
from probatum.lowering.chance.finite_distributions import special_cases
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.random import Expectation, RandomVariable, Variance
from probatum.type_names import Condition, Symbol

BOUNDS = (sympy.GreaterThan, sympy.LessThan)


def of_constants(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """Proofs where every variable is supposed to be constant."""
    variables = {each for each in statement.variables if isinstance(each, RandomVariable)}
    if not variables or variables - set(_constant(_supposed(statement, variables))):
        return ()
    special = next(special_cases(statement), None)
    if special is None:
        return ()
    try:
        found = ask(special.statement).decisions
    except UndefinedError:
        return ()
    return named(tuple(each for each in found if each.outcome in DECISIVE), (SURELY,))


def _supposed(statement: ForAll, variables: set[Symbol]) -> tuple[Condition, ...]:
    """What is supposed, and what is known of mean and variance, at the numbers that are supposed
    for symbols.
    """
    parts = list(conjuncts(statement.given))
    values = {
        symbol: number
        for part in parts
        if isinstance(part, sympy.Eq)
        for symbol, number in (part.args, part.args[::-1])
        if symbol.is_Symbol and number.is_number and not isinstance(symbol, RandomVariable)
    }
    said = [
        (mean(variable), variable.known[name])
        for variable in variables
        for name, mean in (("mean", Expectation), ("variance", Variance))
        if name in variable.known
    ]
    said += [
        (mean, value)
        for part in parts
        if isinstance(part, sympy.Eq)
        for mean, value in (part.args, part.args[::-1])
        if isinstance(mean, Expectation) and not value.atoms(RandomVariable)
    ]
    for mean, value in sorted(said, key=str):
        parts += [sympy.Eq(mean, each, evaluate=False) for each in (value, value.xreplace(values))]
    return tuple(parts)


def _constant(supposed: tuple[Condition, ...]) -> Iterator[Symbol]:
    """What has no variance, no mean square or mean amount, or its bound as its mean."""
    for part in supposed:
        for left, right in (part.args, part.args[::-1]) if isinstance(part, sympy.Eq) else ():
            if not isinstance(left, Expectation) or right.atoms(RandomVariable):
                continue
            (inside, *more) = left.args
            of_one = isinstance(inside, RandomVariable) and not more and "of" not in inside.known
            if isinstance(left, Variance):
                yield from (inside,) if of_one and right == 0 else ()
            elif type(left) is Expectation and right == 0 and _is_amount(inside):
                yield from inside.atoms(RandomVariable)
            elif type(left) is Expectation and of_one:
                yield from (inside,) if _is_bound(right, inside, supposed) else ()


def _is_amount(inside: Condition) -> bool:
    """Whether it is at least zero, and zero where one variable is."""
    amount = isinstance(inside, sympy.Abs) or (inside.is_Pow and inside.exp == 2)
    return (
        amount and isinstance(inside.args[0], RandomVariable) and "of" not in inside.args[0].known
    )


def _is_bound(mean: Condition, variable: Symbol, supposed: tuple[Condition, ...]) -> bool:
    return any(isinstance(part, BOUNDS) and {*part.args} == {mean, variable} for part in supposed)

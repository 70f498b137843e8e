"""The integer below a term as a solver hears of it: of what several floors share, as a number of
whole turns, so that what is left to round lies between bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import lcm
from typing import Protocol, TypeAlias

import sympy

from probatum.engines.solvers.logic import Formula, Logic, Term
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.type_names import Expression, Symbol

Key: TypeAlias = "Expression | tuple[object, ...]"  # an expression, or what is made with others
MOST_APART = 4  # integers that each floor is compared with


class Translator(Protocol):
    """What translates into the logic of an engine, as far as it is needed here."""

    logic: Logic
    turns: dict[Symbol, int]

    def term(self, expression: Expression) -> Term:
        """The real term of an expression."""

    def floor(self, inner: Term) -> Term:
        """The integer below a term."""

    def once(self, key: Key, make: Callable[[], Term]) -> Term:
        """What was made under a key, or is made now."""


def turns(expressions: Iterable[Expression]) -> dict[Symbol, int]:
    """By variable that several floors round, the least number of which all round whole
    multiples.
    """
    found: dict[Symbol, list[int]] = {}
    for argument in {each for expression in expressions for each in _rounded(expression)}:
        for variable, times in _multiples(argument).items():
            found.setdefault(variable, []).append(int(times.q))
    return {variable: lcm(*below) for variable, below in found.items() if len(below) > 1}


def _rounded(expression: Expression) -> Iterator[Expression]:
    """What stands in a floor, up to its sign."""
    for part in expression.atoms(sympy.floor, sympy.ceiling):
        yield -part.args[0] if isinstance(part, sympy.ceiling) else part.args[0]
    for part in expression.atoms(sympy.Mod):
        if part.args[1].is_Rational and part.args[1] != 0:
            yield part.args[0] / part.args[1]


def _multiples(argument: Expression) -> dict[Symbol, sympy.Rational]:
    """The real variables of which it is a sum of rational multiples, beside what else it holds."""
    pairs = [each.as_coeff_Mul() for each in sympy.Add.make_args(sympy.expand(argument))]
    return {
        rest: times
        for times, rest in pairs
        if rest.is_Symbol and not rest.is_integer and times.is_Rational
    }


def floor(argument: Expression, translator: Translator) -> Term:
    """The integer below, which is one however often it is asked for."""
    return translator.once(("floor", argument), lambda: _floor(argument, translator))


def _floor(argument: Expression, translator: Translator) -> Term:
    """Whole turns, and what is below the rest."""
    logic, inner = translator.logic, translator.term(argument)
    whole = [
        logic.product(
            [
                logic.number(times * translator.turns[variable]),
                _turn(variable, translator),
            ]
        )
        for variable, times in _multiples(argument).items()
        if variable in translator.turns
    ]
    if not whole:
        return translator.floor(inner)
    rest = logic.total([inner, *map(logic.negative, whole)])
    return logic.total([*whole, translator.floor(rest)])


def _turn(variable: Symbol, translator: Translator) -> Term:
    """How many whole turns there are in a variable."""
    around = translator.logic.number(sympy.Integer(translator.turns[variable]))
    return translator.once(
        ("turn", variable),
        lambda: translator.floor(translator.logic.quotient(translator.term(variable), around)),
    )


def remainder(expression: Expression, translator: Translator) -> Term:
    """The number less as many times the modulus as there are below it."""
    number, modulus = expression.args
    if of_integers(number):
        raise OutOfScopeError(f"a remainder of {number}")
    logic = translator.logic
    whole = floor(number / modulus, translator)
    return logic.total(
        [
            translator.term(number),
            logic.negative(logic.product([logic.number(modulus), whole])),
        ]
    )


def apart(whole: Term, others: Sequence[Term], logic: Logic) -> Iterator[Formula]:
    """That an integer is at most another or at least 1 larger: where reals lie between them, a
    solver looks for one in between without end.
    """
    one = logic.number(sympy.Integer(1))
    for other in others[:MOST_APART]:
        for low, high in ((whole, other), (other, whole)):
            above = logic.compare(high, ">=", logic.total([low, one]))
            yield logic.some([logic.compare(high, "<=", low), above])


def of_integers(expression: Expression) -> bool:
    """Whether integers are rounded: remainders say as much, and solvers do not end there."""
    return any(symbol.is_integer for symbol in expression.free_symbols)

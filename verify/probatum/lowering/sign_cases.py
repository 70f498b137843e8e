"""The signs that parameters may have, and on which side of 1 they may be: each a case with symbols
of which that is known.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.lowering.theorem import Theorem
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Point, Symbol, Symbols

BY_SIGNS = Theorem("Cases by the signs of the parameters", "elementary", exact=True)
MOST_PARAMETERS = 3


@dataclass(frozen=True, slots=True)
class Case:
    """What stands for each parameter, and what its symbols are in terms of the parameters."""

    put: Point
    back: Point


def cases(parameters: Symbols, given: Condition, bases: set[Symbol]) -> list[Case]:
    """A symbol of a known sign, or zero, for each parameter, where no hypothesis excludes it; for
    the bases of powers, exponentials that are above 1 or below.

    None where there are too many parameters.
    """
    if len(parameters) > MOST_PARAMETERS:
        return []
    choices = [
        [
            one
            for one in (_as_base(each) if each in bases else _by_sign(each))
            if _possible(one, given)
        ]
        for each in parameters
    ]
    return [_together(chosen) for chosen in itertools.product(*choices)]


def bases(expression: Expression, variable: Symbol) -> set[Symbol]:
    """The symbols that stand below a power whose exponent moves."""
    powers = (power for power in expression.atoms(sympy.Pow) if power.exp.has(variable))
    return {symbol for power in powers for symbol in power.base.free_symbols}


def _together(chosen: tuple[Case, ...]) -> Case:
    put = {key: value for one in chosen for key, value in one.put.items()}
    return Case(put, {key: value for one in chosen for key, value in one.back.items()})


def _by_sign(parameter: Symbol) -> Iterator[Case]:
    kind = {"integer": True} if parameter.is_integer else {"real": True}
    for sign in ("positive", "negative"):
        symbol = sympy.Symbol(parameter.name, **{sign: True}, **kind)
        yield Case({parameter: symbol}, {symbol: parameter})
    yield Case({parameter: sympy.Integer(0)}, {})


def _as_base(parameter: Symbol) -> Iterator[Case]:
    """e^s and e^-s with s > 0, 1, the opposites of all these, and zero."""
    if parameter.is_integer:
        yield from _by_sign(parameter)
        return
    size = sympy.Symbol(f"log {parameter.name}", positive=True)
    for sign in (1, -1):
        yield Case({parameter: sign * sympy.exp(size)}, {size: sympy.log(sign * parameter)})
        yield Case({parameter: sign * sympy.exp(-size)}, {size: -sympy.log(sign * parameter)})
        yield Case({parameter: sympy.Integer(sign)}, {})
    yield Case({parameter: sympy.Integer(0)}, {})


def _possible(case: Case, given: Condition) -> bool:
    """Whether no hypothesis is plainly false of it."""
    return not any(_is_false(part, case.put) for part in conjuncts(given))


def _is_false(part: Condition, put: Point) -> bool:
    """Whether a relation is false of symbols with a known sign, exponentials taken for 1 + s and
    1/(1 + s), which are on the same side of 1.
    """
    if not isinstance(part, Relational):
        return False
    plain = {key: value.replace(sympy.exp, _like) for key, value in put.items()}
    difference = sympy.factor((part.lhs - part.rhs).xreplace(plain))
    return bool(part.func(difference, 0) == sympy.false)


def _like(exponent: Expression) -> Expression:
    return 1 + exponent if exponent.is_positive else 1 / (1 - exponent)

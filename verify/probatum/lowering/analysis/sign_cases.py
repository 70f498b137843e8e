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
from probatum.proposition.parts import conjuncts, supposing
from probatum.type_names import Condition, Expression, Point, Symbol, Symbols

BY_SIGNS = Theorem("Cases by the signs of the parameters", "elementary", exact=True)
MOST_PARAMETERS = 3


@dataclass(frozen=True, slots=True)
class Case:
    """What stands for each parameter, what its symbols are in terms of the parameters,
    and in which set each parameter is.
    """

    put: Point
    back: Point
    places: dict[Symbol, sympy.Set]


def cases(parameters: Symbols, given: Condition, bases: set[Symbol]) -> list[Case]:
    """A symbol of a known sign, or zero, for each parameter, where no hypothesis excludes it; for
    the bases of powers, exponentials that are above 1 or below.

    None where there are too many parameters.
    """
    if len(parameters) > MOST_PARAMETERS:
        return []
    choices = [
        [one for one in of_one(each, each in bases) if _possible(one, given)] for each in parameters
    ]
    return [together(chosen) for chosen in itertools.product(*choices)]


def of_one(parameter: Symbol, is_base: bool) -> Iterator[Case]:
    """The cases of one parameter, from the largest values to the smallest."""
    return _as_base(parameter) if is_base else _by_sign(parameter)


def bases(expression: Expression, variable: Symbol) -> set[Symbol]:
    """The symbols that stand below a power whose exponent moves."""
    powers = (power for power in expression.atoms(sympy.Pow) if power.exp.has(variable))
    return {symbol for power in powers for symbol in power.base.free_symbols}


def together(chosen: tuple[Case, ...]) -> Case:
    """The case in which each of several is met."""
    put = {key: value for one in chosen for key, value in one.put.items()}
    places = {key: place for one in chosen for key, place in one.places.items()}
    return Case(put, {key: value for one in chosen for key, value in one.back.items()}, places)


def _by_sign(parameter: Symbol) -> Iterator[Case]:
    kind = {"integer": True} if parameter.is_integer else {"real": True}
    above, below = (
        Case({parameter: symbol}, {symbol: parameter}, {parameter: place})
        for sign, place in (("positive", _ABOVE), ("negative", _signed(_ABOVE, -1)))
        if (symbol := supposing(parameter, **{sign: True}, **kind))
    )
    yield from (above, _at(parameter, 0), below)


def _as_base(parameter: Symbol) -> Iterator[Case]:
    """e^s and e^-s with s > 0, 1, the opposites of all these, and zero; of integers 1 + s for e^s,
    and none between.
    """
    yield from _on_one_side(parameter, 1)
    yield _at(parameter, 0)
    yield from reversed(list(_on_one_side(parameter, -1)))


def _on_one_side(parameter: Symbol, sign: int) -> Iterator[Case]:
    """The cases of one sign, from far away to near zero."""
    whole = bool(parameter.is_integer)
    kind = {"integer": True} if whole else {}
    named = sympy.Dummy if isinstance(parameter, sympy.Dummy) else sympy.Symbol
    size = named(f"log {parameter.name}", positive=True, **kind)
    own = sign * parameter
    large = sign * (1 + size if whole else sympy.exp(size))
    back = {size: own - 1 if whole else sympy.log(own)}
    yield Case({parameter: large}, back, {parameter: _signed(_BEYOND, sign)})
    yield _at(parameter, sign)
    if not whole:
        small, below = sign * sympy.exp(-size), {size: -sympy.log(own)}
        yield Case({parameter: small}, below, {parameter: _signed(_BETWEEN, sign)})


def _at(parameter: Symbol, value: int) -> Case:
    return Case({parameter: sympy.Integer(value)}, {}, {parameter: sympy.FiniteSet(value)})


def _signed(place: sympy.Interval, sign: int) -> sympy.Interval:
    if sign == 1:
        return place
    return sympy.Interval(-place.end, -place.start, place.right_open, place.left_open)


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


_ABOVE = sympy.Interval.open(0, sympy.oo)
_BEYOND = sympy.Interval.open(1, sympy.oo)
_BETWEEN = sympy.Interval.open(0, 1)

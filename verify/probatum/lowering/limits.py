"""Finds limits that hold parameters: for each sign that a parameter may have,
by the theorems for numbers.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy

from probatum.calculus.answer import Exact
from probatum.calculus.identity import vanishes
from probatum.calculus.limits import limit
from probatum.lowering.theorem import Theorem
from probatum.proposition.parts import conjuncts
from probatum.shapes import Condition, Expression, Point, Symbol

BY_SIGNS = Theorem("Cases by the signs of the parameters", "elementary", exact=True)
MOST_PARAMETERS = 2


def limit_by_signs(construct: Expression, given: Condition) -> Expression | None:
    """One closed form that is the limit for every admitted sign of the parameters;
    None where there is none.
    """
    inner, variable, point, direction = construct.args
    parameters = sorted(construct.free_symbols, key=sympy.default_sort_key)
    if len(parameters) > MOST_PARAMETERS:
        return None
    forms = []
    for case in _cases(parameters, given):
        found = limit(inner.xreplace(case), variable, point.xreplace(case), str(direction))
        if not isinstance(found, Exact) or found.agreed or not found.value.is_finite:
            return None
        forms.append((case, found.value))
    form = _common(forms)
    return None if form is None or form.has(variable) else form


def _cases(parameters: list[Symbol], given: Condition) -> Iterator[Point]:
    """A symbol of a known sign, or zero, for each parameter, where a hypothesis does not exclude
    it.
    """
    choices = [
        [choice for choice in _choices(parameter) if _possible(parameter, choice, given)]
        for parameter in parameters
    ]
    for chosen in itertools.product(*choices):
        yield dict(zip(parameters, chosen, strict=True))


def _choices(parameter: Symbol) -> list[Symbol]:
    return [
        sympy.Symbol(parameter.name, positive=True, **_kind(parameter)),
        sympy.Symbol(parameter.name, negative=True, **_kind(parameter)),
        sympy.Integer(0),
    ]


def _kind(parameter: Symbol) -> dict[str, bool]:
    return {"integer": True} if parameter.is_integer else {"real": True}


def _possible(parameter: Symbol, choice: Expression, given: Condition) -> bool:
    """Whether no hypothesis about the parameter is plainly false of it."""
    return all(
        part.func(*(side.xreplace({parameter: choice}) for side in part.args)) != sympy.false
        for part in conjuncts(given)
    )


def _common(forms: list[tuple[dict[Expression, Expression], Expression]]) -> Expression | None:
    """A form that takes the value of each case."""
    for case, value in forms:
        back = {symbol: parameter for parameter, symbol in case.items() if symbol != 0}
        form = value.xreplace(back)
        if all(vanishes(form.xreplace(other) - wanted) for other, wanted in forms):
            return form
    return None

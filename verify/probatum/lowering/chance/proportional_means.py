"""Means of functions that are proportional are so themselves: of e^(x + c) and e^x, and of
functions of a symmetric variable whose even parts are (Billingsley, Probability and Measure,
3rd ed., sections 16 and 20).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import sympy

from probatum.lowering.chance.outcomes import Feature, outcome
from probatum.lowering.chance.products import Exponents
from probatum.type_names import Expression, Symbol

HERE = sympy.Symbol("outcome", positive=True)
Part = tuple[Symbol, Expression]  # a mean, and the function that it is of


def of_proportional(spoken: Mapping[Exponents, Symbol]) -> Iterator[Expression]:
    """What is at least zero of means that are spoken of: differences that are zero."""
    even: dict[Symbol, list[Part]] = {}
    exponential: dict[tuple[Symbol, ...], list[Part]] = {}
    for key, mean in spoken.items():
        if any(isinstance(each, Feature) and each.given is not None for each, _ in key):
            continue
        variables, function = _function(key)
        part = _even_part(variables, function)
        if part is not None:
            even.setdefault(variables[0], []).append((mean, part))
        if function.has(sympy.exp):
            exponential.setdefault(variables, []).append((mean, function))
    for variables, parts in exponential.items():
        yield from _multiples(parts, map(outcome, variables))
    for parts in even.values():
        yield from (sign * mean for mean, part in parts if part == 0 for sign in (1, -1))
        yield from _multiples([each for each in parts if each[1] != 0], [HERE])


def _multiples(parts: list[Part], outcomes: Iterable[Symbol]) -> Iterator[Expression]:
    """Each mean less the same share of one before it as its function is."""
    at = set(outcomes)
    for place, (mean, part) in enumerate(parts):
        for other, beside in parts[:place]:
            share = sympy.simplify(part / beside)
            if not share.free_symbols & at:
                yield from (mean - share * other, share * other - mean)
                break


def _function(key: Exponents) -> tuple[tuple[Symbol, ...], Expression]:
    """What a mean is of, as a function of outcomes, and of which variables."""
    variables: set[Symbol] = set()
    factors = []
    for each, power in key:
        variables.update(each.variables if isinstance(each, Feature) else (each,))
        factors.append((each.of if isinstance(each, Feature) else outcome(each)) ** power)
    return tuple(sorted(variables, key=str)), sympy.Mul(*factors)


def _even_part(variables: tuple[Symbol, ...], function: Expression) -> Expression | None:
    """Of a function of one symmetric variable, by what it is for positive numbers; None where it
    is another at zero.
    """
    if len(variables) != 1 or not variables[0].known.get("symmetric"):
        return None
    number, zero = outcome(variables[0]), sympy.Integer(0)
    sides = [function.xreplace({number: way}) for way in (HERE, -HERE)]
    part = sympy.expand(sympy.Add(*sides).rewrite(sympy.exp) / 2)
    at_zero = part.xreplace({HERE: zero}) - function.xreplace({number: zero})
    return part if sympy.simplify(at_zero) == 0 else None

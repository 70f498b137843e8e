"""Sums of products of two binomial coefficients: the ways to choose from two sets together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy

from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Expression, Symbol

VANDERMONDE = Theorem(
    "Vandermonde's convolution",
    "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., equation 5.22",
    exact=True,
)


def convolutions(
    term: Expression, index: Symbol, low: Expression, high: Expression
) -> Iterator[Value]:
    """C(a + b, c + d) for the sum of C(a, k + c) C(b, d - k) over all k where neither is zero."""
    factor, rest = term.as_independent(index, as_Add=False)
    coefficients = [
        base
        for part in sympy.Mul.make_args(rest)
        for base, power in [part.as_base_exp()]
        for _ in range(int(power) if power in (1, 2) else 3)
    ]
    if len(coefficients) != 2 or not all(isinstance(one, sympy.binomial) for one in coefficients):
        return
    every = ((index,), sympy.And(index >= low, index <= high), defined(term))
    for one, other in itertools.permutations(coefficients):
        rising, falling = _rising(one, index), _falling(other, index)
        if rising is None or falling is None:
            continue
        (a, c), (b, d) = rising, falling
        covers = sympy.And(
            sympy.Or(low <= -c, low <= d - b), sympy.Or(high >= a - c, high >= d), high >= low - 1
        )
        whole = sympy.And(a >= 0, b >= 0, c + d >= 0, covers)
        form = factor * sympy.binomial(sympy.expand(a + b), sympy.expand(c + d))
        yield Value(form, VANDERMONDE, (((), sympy.true, whole), every))
        return


def _rising(coefficient: Expression, index: Symbol) -> tuple[Expression, Expression] | None:
    """a and c where it is C(a, k + c), perhaps as C(a, a - c - k)."""
    upper, lower = coefficient.args
    return None if upper.has(index) else _offset(upper, lower, upper - lower, index)


def _falling(coefficient: Expression, index: Symbol) -> tuple[Expression, Expression] | None:
    """b and d where it is C(b, d - k), perhaps as C(b, b - d + k)."""
    upper, lower = coefficient.args
    found = None if upper.has(index) else _offset(upper, upper - lower, lower, index)
    return None if found is None else (upper, sympy.expand(upper - found[1]))


def _offset(
    upper: Expression, lower: Expression, other: Expression, index: Symbol
) -> tuple[Expression, Expression] | None:
    """The upper number, and c where the lower one, or the other one, is k + c."""
    for number in (lower, other):
        rest = sympy.expand(number - index)
        if not rest.has(index):
            return upper, rest
    return None

"""Limits of quotients of polynomials, in each case of which of their coefficients are zero."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy

from probatum.calculus.closed_value import Answer, Exact, Missing, Undefined
from probatum.lowering.analysis.limits import Excluded, Outcome
from probatum.proposition.binders import called
from probatum.proposition.slopes.continuity import is_nowhere_zero_around
from probatum.type_names import Condition, Expression, Symbol

H = sympy.Symbol("h  ", positive=True)  # how far the variable is from the place
MOST_COEFFICIENTS = 6
Coefficients = tuple[Expression, ...]  # of powers of the distance, that of the lowest first


@dataclass(frozen=True, slots=True)
class _Quotient:
    """What is above and below near the place, and from which sides it is seen."""

    above: Coefficients
    below: Coefficients
    sides: str
    name: str

    def at_a_pole(self, order: int, way: int) -> Answer:
        """Beyond all bounds, upwards (1) or downwards (-1) where the distance is positive."""
        far = {side: way * (1 if side == "+" else (-1) ** order) * sympy.oo for side in self.sides}
        if len({*far.values()}) == 1:
            return Exact(far[self.sides[0]])
        return Missing(f"no limit: {far['-']} from below, {far['+']} from above")


def of_quotient(construct: Expression, excluded: Excluded) -> tuple[Outcome, ...]:
    """What the limit of a quotient of polynomials is in each case of the parameters that is
    admitted; none of what is none, or has too many coefficients.
    """
    inner, variable, point, direction = construct.args
    quotient = _quotient(inner, variable, point, str(direction))
    if quotient is None:
        return ()
    return tuple(_Cases(excluded).of(quotient))


def _quotient(
    inner: Expression, variable: Symbol, point: Expression, direction: str
) -> _Quotient | None:
    if not inner.is_rational_function(variable):
        return None
    above, below = _without_common_factor(inner, variable)
    far = point.is_infinite
    place = sympy.sign(point) / H if far else point + H
    parts = [part.xreplace({variable: place}) for part in (above, below)]
    if far:
        degree = max(sympy.degree(part, variable) for part in (above, below))
        parts = [sympy.expand(part * H**degree) for part in parts]
    if not all(part.is_polynomial(H) for part in parts):
        return None
    over, under = (sympy.Poly(part, H).all_coeffs()[::-1] for part in parts)
    if max(len(over), len(under)) > MOST_COEFFICIENTS:
        return None
    sides = "+" if far else direction
    return _Quotient(tuple(over), tuple(under), sides, f"{called(inner)} near {point}")


def _without_common_factor(inner: Expression, variable: Symbol) -> tuple[Expression, Expression]:
    """What is above and below, without a factor that is not zero all around any place, whatever the
    parameters are.
    """
    above, below = sympy.fraction(sympy.together(inner))
    over, under = sympy.fraction(sympy.cancel(above / below))
    factor = sympy.cancel(below / under)
    return (over, under) if is_nowhere_zero_around(factor, variable) else (above, below)


@dataclass(frozen=True, slots=True)
class _Cases:
    """Those that are admitted under what is known already."""

    excluded: Excluded
    where: Condition = sympy.true

    def _under(self, condition: Condition) -> Iterator[_Cases]:
        where = sympy.And(self.where, condition)
        known = where in (self.where, sympy.false)
        if where != sympy.false and (known or not self.excluded(where)):
            yield replace(self, where=where)

    def of(self, quotient: _Quotient) -> Iterator[Outcome]:
        """By the first coefficient below that is not zero."""
        if not quotient.below:
            yield Outcome(self.where, Undefined(f"{quotient.name} divides by zero"))
            return
        above = quotient.above[0] if quotient.above else sympy.Integer(0)
        below, *more = quotient.below
        for case in self._under(sympy.Ne(below, 0)):
            yield Outcome(case.where, Exact(sympy.cancel(above / below)))
        for case in self._under(sympy.Eq(below, 0)):
            smaller = replace(quotient, above=quotient.above[1:], below=tuple(more))
            for inner in case._under(sympy.Eq(above, 0)):
                yield from inner.of(smaller)
            for inner in case._under(sympy.Ne(above, 0)):
                yield from inner._poles(smaller, above, 1)

    def _poles(self, quotient: _Quotient, above: Expression, order: int) -> Iterator[Outcome]:
        if not quotient.below:
            yield Outcome(self.where, Undefined(f"{quotient.name} divides by zero"))
            return
        below, *more = quotient.below
        for case in self._under(sympy.Eq(below, 0)):
            smaller = replace(quotient, below=tuple(more))
            yield from case._poles(smaller, above, order + 1)
        if len({*quotient.sides}) == 2 and order % 2:
            for case in self._under(sympy.Ne(below, 0)):
                yield Outcome(case.where, quotient.at_a_pole(order, 1))
            return
        for relation, way in ((sympy.Gt, 1), (sympy.Lt, -1)):
            for case in self._under(relation(above * below, 0)):
                yield Outcome(case.where, quotient.at_a_pole(order, way))

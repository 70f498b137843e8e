"""Inequalities of integrals by inequalities of what is integrated: over a range from end to end,
what is larger at each point has the larger integral.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy
from sympy.core.relational import Relational

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Symbol

MONOTONE = Theorem(
    "what is larger at each point has the larger integral",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 6.12",
    exact=False,
)
ORDERS = ("<", "<=", ">", ">=")
AT = sympy.Symbol("x between the ends", real=True)  # a point between the ends
OSCILLATING = (sympy.sin, sympy.cos)  # between -1 and 1


@dataclass(frozen=True, slots=True)
class Part:
    """A factor times an integral between two ends."""

    factor: Expression
    integrand: Expression
    low: Expression
    high: Expression

    def turned(self) -> Part:
        """The same from the other end."""
        return Part(-self.factor, self.integrand, self.high, self.low)


@dataclass(frozen=True, slots=True)
class Compared:
    """That integrals and what stands beside them add up to at least zero, or more.

    variable: what is integrated over; beside: what stands beside the integrals.
    """

    variable: Symbol
    parts: tuple[Part, ...]
    beside: Expression
    strict: bool

    def relation(self, expression: Expression) -> Condition:
        """That an expression is on the side of zero that is stated."""
        return (sympy.Gt if self.strict else sympy.Ge)(expression, 0, evaluate=False)

    def turned(self) -> Compared:
        """The same with each integral from its other end."""
        return replace(self, parts=tuple(part.turned() for part in self.parts))

    @property
    def range(self) -> tuple[Expression, Expression] | None:
        """The ends that all integrals share; None where they have several."""
        ends = {(part.low, part.high) for part in self.parts}
        return next(iter(ends)) if len(ends) == 1 else None

    @property
    def integrand(self) -> Expression:
        """What is integrated in all, with what stands beside shared out over the range."""
        low, high = self.range or (0, 1)
        whole = sympy.Add(*(part.factor * part.integrand for part in self.parts))
        return whole if self.beside == 0 else whole + self.beside / (high - low)


def integrals_of(statement: ForAll) -> list[Expression]:
    """The integrals of a relation that stand in no other; none where it holds others than those
    over one finite range, or such as hang on what something around them binds.
    """
    found = _outermost(statement.then)
    if not {name for each in found for name in each.free_symbols} <= {*statement.variables}:
        return []
    ranges = (each.limits for each in found)
    plain = all(len(limits) == 1 and len(limits[0]) == 3 for limits in ranges)
    finite = plain and not any(end.is_infinite for each in found for end in each.limits[0][1:])
    return found if finite else []


def _outermost(part: Expression) -> list[Expression]:
    if isinstance(part, sympy.Integral):
        return [part]
    return list(dict.fromkeys(each for inner in part.args for each in _outermost(inner)))


def exists(integral: Expression) -> tuple[Symbol, Condition, Condition] | None:
    """The variable, its range and the condition under which an integral has a value as written;
    None where the integrand is not known to be continuous.
    """
    variable, low, high = integral.limits[0]
    plain = evaluated(integral.function)
    if not is_continuous(plain, variable):
        return None
    upwards = sympy.And(sympy.Ge(variable, low), sympy.Le(variable, high))
    downwards = sympy.And(sympy.Ge(variable, high), sympy.Le(variable, low))
    needed = sympy.And(defined(plain), evaluated(defined(integral.function)))
    inside = upwards if sympy.Le(low, high) == sympy.true else sympy.Or(upwards, downwards)
    return variable, inside, needed


def compared(statement: ForAll) -> Iterator[tuple[Compared, ...]]:
    """Inequalities of integrals that together prove a relation of these."""
    then = evaluated(statement.then)
    if not isinstance(then, Relational) or then.rel_op not in ORDERS:
        return
    integrals = _outermost(then)
    stand_in = {each: sympy.Dummy("integral", real=True) for each in integrals}
    above = then.gts.xreplace(stand_in) - then.lts.xreplace(stand_in)
    named = {name: each for each, name in stand_in.items()}
    cases = [_linear(sign, named, then.rel_op in ("<", ">")) for sign in _by_signs(above, named)]
    if cases and None not in cases:
        yield tuple(case for case in cases if case is not None)


def _by_signs(above: Expression, named: dict[Symbol, Expression]) -> Iterator[Expression]:
    """The expression with both signs of a size of which less is stated, which prove it together."""
    sizes = [each for each in above.atoms(sympy.Abs) if each.has(*named)]
    if not sizes:
        yield above
        return
    size = min(sizes, key=sympy.default_sort_key)
    factor = sympy.expand(above).coeff(size)
    if factor.is_negative and not sympy.expand(above - factor * size).has(size):
        for sign in (1, -1):
            yield from _by_signs(above.xreplace({size: sign * size.args[0]}), named)


def _linear(above: Expression, named: dict[Symbol, Expression], strict: bool) -> Compared | None:
    """A sum of integrals times what does not hold one; None where it is no such sum."""
    above = sympy.expand(above)
    variable = sympy.Dummy("at", real=True)
    rest, parts = above, []
    for name in sorted(named.keys() & above.free_symbols, key=sympy.default_sort_key):
        factor = above.coeff(name)
        rest = sympy.expand(rest - factor * name)
        bound, low, high = named[name].limits[0]
        parts.append(Part(factor, named[name].function.xreplace({bound: variable}), low, high))
    known = any(part.factor.has(*named) for part in parts)
    if known or rest.has(*named) or not parts:
        return None
    return Compared(variable, tuple(_joined(parts)), rest, strict)


def _joined(parts: list[Part]) -> list[Part]:
    """With the difference of two integrals of the same from one end, as one between the others."""
    for one in parts:
        for other in parts:
            if one.integrand != other.integrand or sympy.expand(one.factor + other.factor) != 0:
                continue
            rest = [part for part in parts if part not in (one, other)]
            if one.low == other.low:
                return [*rest, Part(one.factor, one.integrand, other.high, one.high)]
            if one.high == other.high:
                return [*rest, Part(one.factor, one.integrand, one.low, other.low)]
    return parts


def with_bounds(stated: Compared) -> Iterator[tuple[list[Condition], Condition]]:
    """What must hold at each point of the range for a factor of the one integrand to be no further
    than a bound, and what it then follows from: that the integral of what is left, times the bound,
    is at least zero; where more is stated, either of the two must be strict.
    """
    if len(stated.parts) != 1 or not stated.parts[0].factor.is_number:
        return
    (part,) = stated.parts
    least = part.factor > 0
    factors = sympy.Mul.make_args(sympy.factor_terms(part.integrand))
    for dropped in factors:
        if not dropped.has(stated.variable):
            continue
        left = sympy.Mul(*(factor for factor in factors if factor is not dropped))
        for bound in _bounds(dropped, stated.variable, part, least=least):
            known = isinstance(dropped, OSCILLATING)
            nearer = stated.beside + part.factor * bound * _integral(left, stated.variable, part)
            if stated.strict and not known:
                yield (
                    _within(dropped, bound, left, (sympy.Gt if least else sympy.Lt)),
                    sympy.Ge(nearer, 0, evaluate=False),
                )
            order = sympy.Ge if least else sympy.Le
            within = _within(dropped, bound, left, order)
            yield within[:-1] if known else within, stated.relation(nearer)


def _integral(left: Expression, variable: Symbol, part: Part) -> Expression:
    return sympy.Integral(left.xreplace({variable: AT}), (AT, part.low, part.high))


def _within(
    dropped: Expression, bound: Expression, left: Expression, order: type[Relational]
) -> list[Condition]:
    """That what is left is positive, or not negative, and that a factor is beyond its bound."""
    strict = order in (sympy.Gt, sympy.Lt)
    sign = (sympy.Gt if strict else sympy.Ge)(left, 0, evaluate=False)
    return [*([] if left == 1 else [sign]), order(dropped, bound, evaluate=False)]


def _bounds(
    factor: Expression, variable: Symbol, part: Part, *, least: bool
) -> Iterator[Expression]:
    if isinstance(factor, OSCILLATING):
        yield sympy.Integer(-1 if least else 1)
        return
    for end in (part.low, part.high):
        value = factor.xreplace({variable: end})
        if value.is_finite is not False and not value.has(sympy.zoo, sympy.nan, sympy.oo):
            yield value

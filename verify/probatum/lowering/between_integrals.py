"""Sums of falling or rising terms by integrals: below one of them, above the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus.between import sign_between
from probatum.calculus.signs import sign_under
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import unchecked
from probatum.shapes import Condition, Expression, Statement, Symbol

INTEGRALS = Theorem(
    "a sum of falling terms lies between two integrals", "Maclaurin and Cauchy", exact=False
)
STARTS = (8, 4, 3, 2, 1, 0)  # from one of which on the terms fall or rise


def between_integrals(statement: Statement) -> Statement:
    """The statement with a bound in place of each of its sums, from which it follows;
    as it is where a sum has none.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Relational):
        return statement
    if statement.then.rel_op not in ("<", "<=", ">", ">="):
        return statement
    if not statement.then.has(sympy.Sum, sympy.harmonic):
        return statement
    then = statement.then
    above = sympy.expand(_summed(then.gts) - _summed(then.lts))
    sums = above.atoms(sympy.Sum)
    found = {each: _bound(each, above, statement.given) for each in sums}
    bounds = {each: bound for each, bound in found.items() if bound is not None}
    if not sums or len(bounds) < len(sums):
        return statement
    apart = any(bound.apart for bound in bounds.values())
    relation = sympy.Gt if then.rel_op in ("<", ">") and not apart else sympy.Ge
    bounded: ForAll = unchecked(
        ForAll,
        variables=statement.variables,
        given=statement.given,
        then=relation(above.xreplace({each: bound.value for each, bound in bounds.items()}), 0),
    )
    return bounded


def _summed(expression: Expression) -> Expression:
    """Harmonic numbers as the sums that they are."""
    index = sympy.Dummy("k", integer=True, positive=True)
    return expression.replace(
        lambda part: isinstance(part, sympy.harmonic) and len(part.args) == 1,
        lambda part: sympy.Sum(1 / index, (index, 1, part.args[0])),
    )


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound of a sum; `apart` where the sum never comes to it."""

    value: Expression
    apart: bool


def _bound(total: Expression, above: Expression, given: Condition) -> Bound | None:
    """What a sum is at least, or at most, whichever makes the whole no larger."""
    factor = above.coeff(total)
    if not factor.is_Rational or factor == 0 or (above - factor * total).has(total):
        return None
    if len(total.limits) != 1 or not total.function.free_symbols <= {total.limits[0][0]}:
        return None
    return next(_bounds(total, 1 if factor < 0 else -1, given), None)


def _bounds(total: Expression, side: int, given: Condition) -> Iterator[Bound]:
    """Upper bounds for side 1, lower ones for -1.

    With F' = f and f falling on [a - 1, b + 1]: F(b + 1) - F(a) <= f(a) + ... + f(b) <=
    F(b) - F(a - 1), and the latter is f(a) + F(b) - F(a) at most where only [a, b] is known;
    the other way round where f rises. Not one term is equal to its integral; f(a) by itself is
    equal to itself.
    """
    ((index, low, high),) = total.limits
    first = total.function.xreplace({index: low})
    ways = (
        (side, (low, high + 1), sympy.Integer(0), high + 1),
        (-side, (low - 1, high), sympy.Integer(0), high + 1),
        (-side, (low, high), first, high),
    )
    for sense, ends, more, last in ways:
        start = next((start for start in STARTS if _holds(ends[0] - start, given)), None)
        if start is None or not _holds(last - low, given):
            continue
        terms = Terms.of(total.function, index, sympy.Integer(start))
        if terms is not None and terms.sense == sense:
            yield Bound(more + terms.area(*ends), _holds(last - low - 1, given))


def _holds(difference: Expression, given: Condition) -> bool:
    """Whether it is seen to be at least zero."""
    if difference.is_number:
        return bool(difference >= 0)
    return sign_under(difference, given)[0] == 1


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms as a function of a real number from some start on: whether it falls (-1) or rises
    (1), and an antiderivative.
    """

    sense: int
    number: Symbol
    antiderivative: Expression

    @classmethod
    def of(cls, function: Expression, index: Symbol, start: Expression) -> Terms | None:
        """None where no antiderivative is known from that start on."""
        number = sympy.Symbol("x of the terms", positive=True)
        term = function.xreplace({index: number})
        term = sympy.expand(sympy.apart(term) if term.is_rational_function(number) else term)
        areas = [_area(part, number, start) for part in sympy.Add.make_args(term)]
        if None in areas:
            return None
        return cls(_sense(term.diff(number), number, start), number, sympy.Add(*areas))

    def area(self, left: Expression, right: Expression) -> Expression:
        """The integral from one place to another."""
        ends = (self.antiderivative.xreplace({self.number: end}) for end in (right, left))
        return sympy.Add(next(ends), -next(ends))


def _sense(slope: Expression, number: Symbol, start: Expression) -> int:
    """The sign of the slope from the start on; 0 where it is not seen, or changes."""
    if slope.is_rational_function(number):
        return sign_between(sympy.factor(sympy.together(slope)), number, start, sympy.oo) or 0
    parts = sympy.Add.make_args(slope)
    signs = {sign_between(part, number, start, sympy.oo) or 0 for part in parts}
    return signs.pop() if len(signs) == 1 else 0


def _area(part: Expression, number: Symbol, start: Expression) -> Expression | None:
    """An antiderivative of c (a x + s)^p or c log(a x + s), continuous from the start on."""
    factor, rest = part.as_independent(number, as_Add=False)
    base, power = rest.as_base_exp()
    if isinstance(rest, sympy.log):
        base = rest.args[0]
    first, steep = base.xreplace({number: start}), base.diff(number)
    if not (factor.is_number and first.is_Rational and steep.is_Rational and power.is_Rational):
        return None
    if first < 0 or steep <= 0 or (first == 0 and (power <= -1 or isinstance(rest, sympy.log))):
        return None
    if isinstance(rest, sympy.log):
        return factor / steep * base * (rest - 1)
    if power == -1:
        return factor / steep * sympy.log(base)
    return factor / steep * base ** (power + 1) / (power + 1)

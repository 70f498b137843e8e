"""Sums of falling or rising terms by integrals: below one of them, above the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus import proposals
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.signs.between import rational, sign_between
from probatum.calculus.signs.under_bounds import sign_under
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.numbers.constant import Constant
from probatum.proposition.parts import conjuncts
from probatum.proposition.slopes.smoothness import NotKnownError, condition
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Statement, Symbol

INTEGRALS = Theorem(
    "a sum of falling terms lies between two integrals", "Maclaurin and Cauchy", exact=False
)
NUMBERS = (Constant, type(sympy.EulerGamma))
WIDTH = sympy.Rational(1, 10**9)  # of what stands for one of them
STARTS = (8, 4, 3, 2, 1, 0)  # from one of which on the terms fall or rise


def between_integrals(statement: Statement) -> Statement:
    """The statement with bounds in place of its sums, from which it follows."""
    return with_bounds(statement, _bounds)


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound of a sum; `apart` where the sum never comes to it."""

    value: Expression
    apart: bool


Bounds = Callable[[Expression, int, Condition], Iterator[Bound]]


def with_bounds(statement: Statement, bounds_of: Bounds) -> Statement:
    """The statement with a bound in place of each of its sums, from which it follows;
    as it is where a sum has none.

    bounds_of: upper bounds of a sum for 1, lower ones for -1, under the hypotheses.
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
    sides = {each: _side(each, above, statement.given) for each in sums}
    found = {
        each: next(bounds_of(each, side, statement.given), None)
        for each, side in sides.items()
        if side
    }
    bounds = {each: bound for each, bound in found.items() if bound is not None}
    if not sums or len(bounds) < len(sums):
        return statement
    apart = any(bound.apart for bound in bounds.values())
    relation = sympy.Gt if then.rel_op in ("<", ">") and not apart else sympy.Ge
    below = above.xreplace({each: bound.value for each, bound in bounds.items()})
    return for_all(
        statement.variables,
        statement.given,
        relation(in_rational_numbers(below, above.atoms(*NUMBERS)), 0),
    )


def in_rational_numbers(expression: Expression, stated: set[Expression]) -> Expression:
    """The expression, or less, with rational numbers for those of which an enclosure alone is
    known, but for those that are stated.
    """
    for number in expression.atoms(*NUMBERS) - stated:
        expression = sympy.expand(expression)
        factor = expression.coeff(number)
        if factor.is_Rational:
            near = rational(number, WIDTH) + (-WIDTH if factor > 0 else WIDTH)
            expression += sympy.expand(factor * (near - number))
    return expression


def _summed(expression: Expression) -> Expression:
    """Harmonic numbers as the sums that they are."""
    index = sympy.Dummy("k", integer=True, positive=True)
    return expression.replace(
        sympy.harmonic,
        lambda end, power=1: sympy.Sum(index**-power, (index, 1, end)),
    )


def _side(total: Expression, above: Expression, given: Condition) -> int:
    """1 where the whole is no larger with an upper bound of the sum, -1 where with a lower one; 0
    for other sums than those of one index from end to end, times what has a sign.
    """
    factor = above.coeff(total)
    if factor.has(sympy.Sum) or sympy.expand(above - factor * total).has(total):
        return 0
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return 0
    sign, strict = sign_under(factor, given)
    return -sign if strict else 0


def _bounds(total: Expression, side: int, given: Condition) -> Iterator[Bound]:
    """Upper bounds for side 1, lower ones for -1.

    With F' = f and f falling on [a - 1, b + 1]: F(b + 1) - F(a) <= f(a) + ... + f(b) <=
    F(b) - F(a - 1), and the latter is f(a) + F(b) - F(a) at most where only [a, b] is known;
    the other way round where f rises. Not one term is equal to its integral; f(a) by itself is
    equal to itself.
    """
    ((index, low, high),) = total.limits
    if not is_of_index_alone(total):
        return
    first = total.function.xreplace({index: low})
    ways = (
        (side, (low, high + 1), sympy.Integer(0), high + 1),
        (-side, (low - 1, high), sympy.Integer(0), high + 1),
        (-side, (low, high), first, high),
    )
    for sense, ends, more, last in ways:
        start = next((start for start in STARTS if is_from(ends[0], start, given)), None)
        if start is None or not is_from(last, low, given):
            continue
        terms = Terms.of(total.function, index, sympy.Integer(start))
        if terms is not None and terms.sense == sense:
            yield Bound(more + terms.at(ends[1]) - terms.at(ends[0]), is_from(last, low + 1, given))


def is_of_index_alone(total: Expression) -> bool:
    """Whether the terms of a sum of one index hold no parameters."""
    return bool(total.function.free_symbols <= {total.limits[0][0]})


def is_from(end: Expression, start: Expression | int, given: Condition) -> bool:
    """Whether an end is seen to be no less than a start."""
    difference = end - start
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

    def at(self, place: Expression) -> Expression:
        """The antiderivative at a place."""
        return self.antiderivative.xreplace({self.number: place})


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
        return _found(part, number, start)
    if first < 0 or steep <= 0 or (first == 0 and (power <= -1 or isinstance(rest, sympy.log))):
        return None
    if isinstance(rest, sympy.log):
        return factor / steep * base * (rest - 1)
    if power == -1:
        return factor / steep * sympy.log(base)
    return factor / steep * base ** (power + 1) / (power + 1)


def _found(part: Expression, number: Symbol, start: Expression) -> Expression | None:
    """An antiderivative that is proposed, checked, and smooth from the start on."""
    real = sympy.Dummy(real=True)
    for proposed in proposals.antiderivatives(part, number):
        try:
            needed = conjuncts(condition(proposed.xreplace({number: real}), real))
        except NotKnownError:
            continue
        smooth = all(_keeps(one, real, start) for one in needed)
        if smooth and vanishes(proposed.diff(number) - part):
            return proposed
    return None


def _keeps(needed: Condition, number: Symbol, start: Expression) -> bool:
    """Whether a condition holds from the start on: there, and by the sign of what it speaks of."""
    if not isinstance(needed, Relational) or truth_at(needed, {number: start}) is not True:
        return False
    sign = sign_between(needed.lhs - needed.rhs, number, start, sympy.oo)
    return sign is not None and bool(needed.func(sympy.Integer(sign), 0))


REWRITINGS = (Rewriting(30, INTEGRALS, between_integrals),)

"""Probabilities of events that one variable with a declared distribution decides."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import sympy
from sympy.core.relational import Relational

from probatum.lowering.every_case import follows
from probatum.lowering.laws.intervals import ORDERS, STRICT, in_intervals
from probatum.lowering.laws.laws import CONTINUOUS, power_mean_below
from probatum.lowering.laws.one_value import Of
from probatum.proposition.subjects.distributions import (
    BinomialLaw,
    GeometricLaw,
    PoissonLaw,
)
from probatum.type_names import Condition, Expression

MOST_TERMS = 6  # of a sum of probabilities
MOST_EVENTS = 3  # of which one occurs


class Bound(NamedTuple):
    """A number that the value is to be above, or below."""

    number: Expression
    above: bool
    strict: bool


def probability(event: Condition, of: Of) -> Expression | None:
    """The probability of an event, or None where it is not known in closed form."""
    found = _probability(in_intervals(event, of), of)
    return None if found is None else decided_by(found, of.given)


def decided_by(expression: Expression, given: Condition) -> Expression:
    """With the greater and the less of two numbers where the hypotheses say which that is."""

    def chosen(part: Expression) -> Expression:
        greater = isinstance(part, sympy.Max)
        for one in part.args:
            sides = ((one, each) if greater else (each, one) for each in part.args if each != one)
            if all(follows(sympy.Ge(*pair, evaluate=False), given) for pair in sides):
                return one
        return part

    return expression.replace(lambda part: isinstance(part, (sympy.Max, sympy.Min)), chosen)


def without_extremes(event: Condition) -> Condition:
    """The event with conditions on each of several numbers in place of one on their greatest, or
    their least.
    """
    if isinstance(event, (sympy.And, sympy.Or, sympy.Not)):
        return event.func(*map(without_extremes, event.args))
    if not isinstance(event, ORDERS):
        return event
    kind = sympy.Gt if isinstance(event, STRICT) else sympy.Ge
    if isinstance(event.gts, (sympy.Max, sympy.Min)):
        join = sympy.Or if isinstance(event.gts, sympy.Max) else sympy.And
        parts = [kind(each, event.lts, evaluate=False) for each in event.gts.args]
    elif isinstance(event.lts, (sympy.Max, sympy.Min)):
        join = sympy.And if isinstance(event.lts, sympy.Max) else sympy.Or
        parts = [kind(event.gts, each, evaluate=False) for each in event.lts.args]
    else:
        return event
    return join(*map(without_extremes, parts))


def _probability(event: Condition, of: Of) -> Expression | None:
    if not event.has(of.value):
        return sympy.Piecewise((1, event), (0, True))
    if isinstance(event, sympy.Not):
        return _other(event.args[0], of)
    if isinstance(event, sympy.Or):
        return _of_some(event, of)
    if isinstance(event, sympy.Ne):
        return _other(sympy.Eq(*event.args, evaluate=False), of)
    if isinstance(event, sympy.Eq):
        return _of_one_value(event, of)
    amount = _amount(event, of)
    if amount is not None and amount.above:
        return _other(event.negated, of)
    return _of_all(event, of)


def _other(event: Condition, of: Of) -> Expression | None:
    found = _probability(event, of)
    return None if found is None else 1 - found


class Amount(NamedTuple):
    """A relation of an absolute value to a number."""

    inside: Expression
    number: Expression
    above: bool


def _amount(event: Condition, of: Of) -> Amount | None:
    """What a relation says of an absolute value; None where it is of none."""
    if not isinstance(event, ORDERS):
        return None
    difference = sympy.expand(event.gts - event.lts)
    amounts = [each for each in difference.atoms(sympy.Abs) if each.has(of.value)]
    if len(amounts) != 1:
        return None
    share = difference.coeff(amounts[0])
    rest = sympy.expand(difference - share * amounts[0])
    sign = of.sign(share)
    if rest.has(of.value) or share.has(of.value) or not sign:
        return None
    return Amount(amounts[0].args[0], -rest / share, sign > 0)


def _of_some(event: sympy.Or, of: Of) -> Expression | None:
    """Of one of several events, by those in which some of them occur together."""
    if len(event.args) > MOST_EVENTS:
        return None
    whole = []
    for count in range(1, len(event.args) + 1):
        for chosen in combinations(event.args, count):
            found = _probability(sympy.And(*chosen), of)
            if found is None:
                return None
            whole.append((-1) ** (count + 1) * found)
    return sympy.Add(*whole)


def _of_all(event: Condition, of: Of) -> Expression | None:
    """Of several bounds on the value, and conditions beside these."""
    parts = event.args if isinstance(event, sympy.And) else (event,)
    for part in parts:
        rest = sympy.And(*(each for each in parts if each is not part))
        if isinstance(part, sympy.Eq) and len(parts) > 1 and part.has(of.value):
            return _at_one_value(part, rest, of)
        either = _either(part, of)
        if either and len(parts) > 1:
            return _probability(sympy.Or(*(sympy.And(each, rest) for each in either)), of)
    beside = sympy.And(*(part for part in parts if not part.has(of.value)))
    bounds: list[Bound] = []
    for part in parts:
        found = _bounds(part, of) if part.has(of.value) else []
        if found is None:
            return None
        bounds += found
    between = _between(bounds, of)
    if between is None or beside == sympy.true:
        return between
    return sympy.Piecewise((between, beside), (0, True))


def _either(part: Condition, of: Of) -> tuple[Condition, ...]:
    """The events of which one occurs; none of what says no such thing."""
    if isinstance(part, sympy.Or):
        return tuple(part.args)
    amount = _amount(part, of)
    if amount is None or not amount.above:
        return ()
    kind = sympy.Gt if isinstance(part, STRICT) else sympy.Ge
    inside = (amount.inside, -amount.inside)
    return tuple(kind(each, amount.number, evaluate=False) for each in inside)


def _at_one_value(event: sympy.Eq, rest: Condition, of: Of) -> Expression | None:
    """Of a value that meets other conditions as well."""
    line = of.line(event.lhs - event.rhs)
    chance = _of_one_value(event, of)
    if line is None or chance is None or chance == 0:
        return chance
    met = rest.xreplace({of.value: sympy.expand(-line[1] / line[0])})
    return sympy.Piecewise((chance, met), (0, True))


def _bounds(part: Condition, of: Of) -> list[Bound] | None:
    """What a relation says of the value."""
    if not isinstance(part, Relational) or isinstance(part, (sympy.Eq, sympy.Ne)):
        return None
    strict = isinstance(part, STRICT)
    amount = _amount(part, of)
    if amount is not None:
        sides = () if amount.above else (amount.inside, -amount.inside)
        both = [_on_a_line(amount.number - side, strict, of) for side in sides]
        return [each for each in both if each is not None] if both and None not in both else None
    one = _on_a_line(part.gts - part.lts, strict, of)
    return None if one is None else [one]


def _on_a_line(difference: Expression, strict: bool, of: Of) -> Bound | None:
    """What it says of the value that a line in it is at least zero."""
    line = of.line(difference)
    sign = None if line is None else of.sign(line[0])
    if line is None or not sign:
        return None
    return Bound(sympy.expand(-line[1] / line[0]), sign > 0, strict)


def _between(bounds: list[Bound], of: Of) -> Expression | None:
    """The probability that the value is between the highest lower bound and the lowest upper one;
    where these are in the other order, the difference is not above zero.
    """
    below: list[Expression] = []
    before: list[Expression] = []
    for bound in bounds:
        found = _at_most(bound, of)
        if found is None:
            return None
        (before if bound.above else below).append(found)
    whole = sympy.Min(*below) if below else sympy.Integer(1)
    if not before:
        return whole
    found = whole - sympy.Max(*before)
    if not below:
        return found
    lows = [each.number for each in bounds if each.above]
    highs = [each.number for each in bounds if not each.above]
    ordered = all(high == low or of.sign(high - low) in (0, 1) for low in lows for high in highs)
    ordered = ordered and (isinstance(of.law, CONTINUOUS) or not any(b.strict for b in bounds))
    return found if ordered else sympy.Max(0, found)


def _at_most(bound: Bound, of: Of) -> Expression | None:
    """The probability of the values that a lower bound leaves out, or an upper one admits."""
    if isinstance(of.law, CONTINUOUS):
        return power_mean_below(of.law, 0, bound.number)
    number, without = bound.number, bound.above != bound.strict
    if not number.is_integer:
        if not (number.is_Rational or isinstance(of.law, GeometricLaw)):
            return None
        return _count_at_most(sympy.ceiling(number) - 1 if without else sympy.floor(number), of)
    return _count_at_most(number - 1 if without else number, of)


def _count_at_most(most: Expression, of: Of) -> Expression | None:
    """The probability of a count up to an integer."""
    if isinstance(of.law, GeometricLaw):
        (chance,) = of.law.parameters
        return _where(1 - (1 - chance) ** most, [sympy.Ge(most, 0)], of)
    if most.is_Integer:
        return _sum(range(int(most) + 1), of)
    if isinstance(of.law, BinomialLaw):
        count = of.law.parameters[0]
        left = sympy.expand(count - most)
        if left.is_Integer and left <= 0:
            return sympy.Integer(1)
        if left.is_Integer:
            above = _sum([count - place for place in range(int(left))], of)
            return None if above is None else 1 - above
    return None


def _sum(places: range | list[Expression], of: Of) -> Expression | None:
    if len(places) > MOST_TERMS:
        return None
    return sympy.Add(*(_of_count(sympy.sympify(place), of) for place in places))


def _of_one_value(event: sympy.Eq, of: Of) -> Expression | None:
    line = of.line(event.lhs - event.rhs)
    if line is None or not of.sign(line[0]):
        return None
    if isinstance(of.law, CONTINUOUS):
        return sympy.Integer(0)
    value = sympy.expand(-line[1] / line[0])
    if value.is_integer:
        return _of_count(value, of)
    return sympy.Integer(0) if value.is_Rational else None


def _of_count(count: Expression, of: Of) -> Expression:
    """The probability of an integer."""
    match of.law:
        case PoissonLaw():
            (mean,) = of.law.parameters
            value = sympy.exp(-mean) * mean**count / sympy.factorial(count)
            return _where(value, [sympy.Ge(count, 0)], of)
        case BinomialLaw():
            trials, chance = of.law.parameters
            value = sympy.binomial(trials, count) * chance**count
            value *= (1 - chance) ** sympy.expand(trials - count)
            return _where(value, [sympy.Ge(count, 0), sympy.Ge(trials, count)], of)
        case GeometricLaw():
            (chance,) = of.law.parameters
            return _where(chance * (1 - chance) ** (count - 1), [sympy.Ge(count, 1)], of)
    raise AssertionError(of.law)


def _where(value: Expression, needed: list[Condition], of: Of) -> Expression:
    """A value that is zero elsewhere."""
    left = [each for each in needed if each != sympy.true and not follows(each, of.given)]
    return sympy.Piecewise((value, sympy.And(*left)), (0, True)) if left else value

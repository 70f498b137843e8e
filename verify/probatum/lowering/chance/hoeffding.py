"""Means of exponentials, and probabilities, of what lies between two bounds, or of a sum of
independent copies of it, by Hoeffding's lemma and inequality.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

import sympy
from sympy.core.relational import _Inequality

from probatum.calculus.signs.under_bounds import sign_under
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.random_variables import bounds_of, needs_of, supports
from probatum.lowering.every_case import follows
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.proposition.subjects.random import Expectation, Probability, RandomVariable, Total
from probatum.type_names import Condition, Expression, Symbol

HOEFFDING = Theorem(
    "Hoeffding's inequality",
    "Hoeffding, Journal of the American Statistical Association 58 (1963), Theorem 2 and (4.16)",
    exact=False,
)
MOST_BOUNDS = 4


def by_hoeffding(statement: ForAll) -> Iterator[tuple[ForAll, ...]]:
    """Ways to prove a statement: with what a mean of an exponential, or a probability, is at most,
    in its place; none where it has not one that what it says falls with.
    """
    then = statement.then
    if not isinstance(then, (sympy.LessThan, sympy.GreaterThan)) or not then.has(sympy.exp):
        return
    found = [each for each in then.atoms(Expectation) if _is_hidden(each)]
    if len(found) != 1:
        return
    (mean,) = found
    is_event = isinstance(mean, Probability) and isinstance(mean.args[0], _Inequality)
    if is_event and _grows(then.gts - then.lts, mean, statement.given):
        opposite = Probability(mean.args[0].negated)
        then, mean = then.xreplace({mean: 1 - opposite}), opposite
    if not _grows(then.lts - then.gts, mean, statement.given):
        return
    for spread in _spreads(statement, mean):
        is_probability = isinstance(mean, Probability)
        bounds = _of_event(mean, spread) if is_probability else _of_exp(mean, spread)
        supposed = sympy.And(*(where for where, _ in bounds))
        if not follows(defined(supposed), sympy.And(statement.given, *needs_of(statement))):
            continue  # behind a condition, it may have none
        stated = [
            with_parts(
                statement,
                given=sympy.And(statement.given, supposed),
                then=_in_exponents(then.xreplace({mean: bound})),
            )
            for supposed, bound in bounds
        ]
        if is_probability:  # the bound has a value
            some = sympy.Gt(spread.squares, 0, evaluate=False)
            stated.insert(0, with_parts(statement, then=some))
        if bounds:
            yield tuple(stated)


def _in_exponents(then: Condition) -> Condition:
    """That an exponential is at most another one, said of the exponents."""
    if isinstance(then, sympy.LessThan | sympy.GreaterThan):
        (few, low), (many, high) = (side.as_coeff_Mul() for side in (then.lts, then.gts))
        if few == many and few > 0 and isinstance(low, sympy.exp) and isinstance(high, sympy.exp):
            return sympy.LessThan(low.args[0], high.args[0], evaluate=False)
    return then


def _is_hidden(mean: Expression) -> bool:
    """Whether it is a probability, or the mean of an exponential of what is random."""
    if isinstance(mean, Probability):
        return True
    plain = type(mean) is Expectation and isinstance(mean.args[0], sympy.exp)
    return plain and bool(_outside(mean.args[0]).atoms(RandomVariable))


def _outside(part: Expression) -> Expression:
    """With zero in place of means."""
    return part.replace(lambda one: isinstance(one, Expectation), lambda one: sympy.Integer(0))


def _grows(difference: Expression, mean: Expression, given: Condition) -> bool:
    """Whether it grows with the mean, without a jump or a pole on the way."""
    apart = sympy.Dummy(positive=True)
    moving = difference.xreplace({mean: apart})
    if not is_continuous(moving, apart) or defined(moving).has(apart):
        return False
    slope = sympy.diff(moving, apart)
    return bool(slope.is_nonnegative) or sign_under(slope, given)[0] > 0


@dataclass(frozen=True, slots=True)
class Spread:
    """What is random, on which a mean depends, and what the squared lengths of the intervals that
    its independent terms lie in add up to.
    """

    whole: Expression
    squares: Expression


def _spreads(statement: ForAll, mean: Expression) -> Iterator[Spread]:
    """For each two bounds."""
    inside = _outside(mean.args[0])
    totals, copies = inside.atoms(Total), inside.atoms(RandomVariable)
    if len(copies) != 1 or len(totals) > 1:
        return
    (copy,) = copies
    known = copy.known
    if {"drawn_from", "correlation"} & set(known) or (totals != set()) != ("of" in known):
        return
    whole, share = copy, sympy.Integer(1)
    if totals:
        (whole,) = totals
        share = sympy.diff(whole.args[0], copy)
        rest = sympy.expand(whole.args[0] - share * copy)
        if inside.xreplace({whole: sympy.Dummy()}).has(copy) or share.has(copy, Expectation):
            return
        if rest.has(copy):
            return
    count = known.get("of", sympy.Integer(1))
    for low, high in _ends(copy, statement):
        yield Spread(whole, count * share**2 * (high - low) ** 2)


def _ends(copy: Symbol, statement: ForAll) -> Iterator[tuple[Expression, Expression]]:
    if "bernoulli" in copy.known:
        yield sympy.Integer(0), sympy.Integer(1)
        return
    lows, highs = bounds_of(copy, supports(statement))
    for (low, _), (high, _) in islice(product(lows, highs), MOST_BOUNDS):
        yield low, high


def _of_exp(mean: Expression, spread: Spread) -> list[tuple[Condition, Expression]]:
    """By the lemma: exp(b Z + c) has at most the mean exp(b E Z + c + b^2 w/8)."""
    (exponent,) = mean.args[0].args
    rate, rest = _linear(exponent, spread.whole)
    if rate is None:
        return []
    centre = rate * Expectation(spread.whole) + rest
    return [(sympy.true, sympy.exp(centre + rate**2 * spread.squares / 8))]


def _of_event(mean: Expression, spread: Spread) -> list[tuple[Condition, Expression]]:
    """By the inequality: Z >= E Z + t has at most the probability exp(-2 t^2/w), for t >= 0."""
    (event,) = mean.args
    if not isinstance(event, _Inequality):
        return []
    high, low, sides = event.gts, event.lts, 1
    if isinstance(high, sympy.Abs):
        high, sides = high.args[0], 2
    rate, rest = _linear(high if sides == 2 else high - low, spread.whole)
    if rate is None or (sides == 2 and not _is_centred(rate, rest, spread.whole)):
        return []
    beyond = low if sides == 2 else -(rest + rate * Expectation(spread.whole))
    if _outside(beyond).atoms(RandomVariable):
        return []
    bound = sides * sympy.exp(-2 * beyond**2 / (rate**2 * spread.squares))
    inside = (sympy.Le(beyond, 0, evaluate=False), sympy.Integer(1))
    return [(sympy.Ge(beyond, 0, evaluate=False), bound), inside]


def _linear(part: Expression, whole: Expression) -> tuple[Expression | None, Expression]:
    """The share of what is random in a part that is linear in it, and the rest; None and zero in
    another.
    """
    apart = sympy.Dummy(real=True)
    means = {each: sympy.Dummy(real=True) for each in part.atoms(Expectation)}
    back = {dummy: each for each, dummy in means.items()}
    inside = sympy.expand(part.xreplace(means).xreplace({whole: apart}))
    if not inside.is_polynomial(apart) or sympy.degree(inside, apart) != 1:
        return None, sympy.Integer(0)
    rate = inside.coeff(apart, 1)
    rest = sympy.expand(inside - rate * apart)
    if (rate + rest).atoms(RandomVariable, Total):
        return None, sympy.Integer(0)
    return rate.xreplace(back), rest.xreplace(back)


def _is_centred(rate: Expression, rest: Expression, whole: Expression) -> bool:
    """Whether what is added to a multiple of what is random is the opposite of its mean."""
    mean = Moments().lowered(rate * Expectation(whole) + rest)
    return bool(sympy.cancel(sympy.expand(mean)) == 0)

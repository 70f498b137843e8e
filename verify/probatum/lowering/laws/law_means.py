"""Means of functions of one variable with a declared distribution: polynomials, exponentials, and
what is a polynomial between a few kinks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, permutations
from typing import NamedTuple

import sympy
from sympy.core.relational import Relational

from probatum.lowering.chance.products import is_indicator
from probatum.lowering.laws.intervals import in_intervals
from probatum.lowering.laws.law_events import decided_by, probability
from probatum.lowering.laws.law_functions import mean_of_function, terms_of_sum
from probatum.lowering.laws.laws import (
    CONTINUOUS,
    Mean,
    exponential_mean,
    power_mean,
    power_mean_below,
    terms_of,
)
from probatum.lowering.laws.one_value import Of
from probatum.lowering.laws.tilting import tilted
from probatum.proposition.sense.definedness import UNDEFINED
from probatum.type_names import Condition, Expression

EXTREMES = (sympy.Max, sympy.Min)
KINKED = (*EXTREMES, sympy.Abs, sympy.Piecewise, sympy.sign, sympy.Heaviside)
HIGHEST = 12  # power
MOST_COUNTS = 12  # up to which a function of a count is another than above


def mean(function: Expression, of: Of) -> Mean | None:
    """The mean of a function of the value, and where there is one; None where it is not known."""
    if is_indicator(function):
        value, condition = function.args[0]
        event = condition if value == 1 else sympy.Not(condition)
        if len(function.args) != 2 or function.args[1] != (1 - value, True):
            return None
        found = probability(event, of)
        return None if found is None else Mean(found)
    outcomes = terms_of(of.law)
    if outcomes is not None:
        return _of_few(function, of, outcomes)
    whole = []
    for term in terms_of_sum(function):
        found_of_term = _of_term(term, of)
        if found_of_term is None:
            return None
        whole.append(found_of_term)
    value = sympy.Add(*(each.value for each in whole))
    return Mean(decided_by(value, of.given), sympy.And(*(each.there for each in whole)))


def _of_few(
    function: Expression, of: Of, outcomes: list[tuple[Expression, Expression]]
) -> Mean | None:
    values = [(function.xreplace({of.value: value}), chance) for value, chance in outcomes]
    if any(value.has(*UNDEFINED, sympy.I) for value, _ in values):
        return None
    return Mean(sympy.Add(*(value * chance for value, chance in values)))


def _of_term(term: Expression, of: Of) -> Mean | None:
    factor, rest = term.as_independent(of.value, as_Add=False)
    if rest.has(*KINKED):
        found = _between_kinks(rest, of)
        return None if found is None else Mean(factor * found)
    if rest.is_polynomial(of.value):
        powers = sympy.Poly(rest, of.value).terms()
        if any(power > HIGHEST for (power,), _ in powers):
            return None
        return Mean(factor * sympy.Add(*(c * power_mean(of.law, power) for (power,), c in powers)))
    of_function = mean_of_function(rest, of)
    if of_function is not None:
        return Mean(factor * of_function.value, of_function.there)
    return _of_exponential(term, of)


class _Monomial(NamedTuple):
    """factor value^power e^(rate value + start)."""

    factor: Expression
    power: int
    rate: Expression
    start: Expression


def _monomial(term: Expression, of: Of) -> _Monomial | None:
    """A power times exponentials of lines; None of other terms."""
    factor, rest = term.as_independent(of.value, as_Add=False)
    exponent, power = sympy.Integer(0), 0
    for each in sympy.Mul.make_args(rest):
        if isinstance(each, sympy.exp):
            exponent += each.args[0]
        elif each.is_polynomial(of.value) and each.as_base_exp()[0] == of.value:
            power += int(each.as_base_exp()[1])
        elif each != 1:
            return None
    line = of.line(exponent)
    return None if line is None or power > HIGHEST else _Monomial(factor, power, *line)


def _of_exponential(term: Expression, of: Of) -> Mean | None:
    found = _monomial(term, of)
    if found is None:
        return None
    value, there = exponential_mean(of.law, found.rate, found.power)
    return Mean(found.factor * sympy.exp(found.start) * value, there)


def _between_kinks(function: Expression, of: Of) -> Expression | None:
    """Piece by piece."""
    found = [(each, _kink(each, of)) for each in dict.fromkeys(_differences(function, of))]
    changes = [(each, kink) for each, kink in found if kink is not None]
    ordered = _in_order([place for _, (place, _) in changes], of)
    if ordered is None or len(changes) < len(found):
        return None
    pieces = []
    for place in range(len(ordered) + 1):
        signs = {
            each: slope if place > _place_of(kink, ordered) else -slope
            for each, (kink, slope) in changes
        }
        pieces.append(sympy.expand(_on_piece(function, signs, of)))
    if not isinstance(of.law, CONTINUOUS):
        return _of_count_before(function, pieces[-1], ordered, of)
    ends = pairwise([None, *ordered, None])
    whole = [_on_interval(piece, each, of) for piece, each in zip(pieces, ends, strict=True)]
    return None if None in whole else sympy.Add(*whole)


def _of_count_before(
    function: Expression, piece: Expression, kinks: list[Expression], of: Of
) -> Expression | None:
    """Of a count: the mean of the last piece, and how far the function is from that at the few
    counts up to the last kink.
    """
    last = kinks[-1] if kinks else sympy.Integer(-1)
    above = _on_interval(piece, (None, None), of)
    if above is None or not last.is_Rational or last > MOST_COUNTS:
        return None
    whole = [above]
    for count in range(int(sympy.floor(last)) + 1):
        difference = (function - piece).xreplace({of.value: sympy.Integer(count)})
        chance = probability(sympy.Eq(of.value, count, evaluate=False), of)
        if difference.has(*UNDEFINED) or chance is None:
            return None
        whole.append(difference * chance)
    return sympy.Add(*whole)


def _kink(difference: Expression, of: Of) -> tuple[Expression, int] | None:
    """Where a line, or a function of one, changes its sign, and whether to above zero."""
    line = of.line(difference)
    if line is None and not difference.has(*KINKED):
        above = in_intervals(sympy.Gt(difference, 0, evaluate=False), of)
        line = of.line(above.gts - above.lts) if isinstance(above, sympy.Gt | sympy.Lt) else None
    sign = None if line is None else of.sign(line[0])
    return (sympy.cancel(-line[1] / line[0]), sign) if line and sign else None


def _place_of(kink: Expression, ordered: list[Expression]) -> int:
    return next(i for i, other in enumerate(ordered) if sympy.cancel(kink - other) == 0)


def _differences(function: Expression, of: Of) -> Iterator[Expression]:
    """What changes its sign at the kinks."""
    for part in sympy.preorder_traversal(function):
        if not part.has(of.value):
            continue
        if isinstance(part, (sympy.Abs, sympy.sign, sympy.Heaviside)):
            yield part.args[0]
        elif isinstance(part, EXTREMES):
            pairs = combinations(_told_apart(part), 2)
            yield from (one - other for one, other in pairs if (one - other).has(of.value))
        elif isinstance(part, Relational):
            yield part.lhs - part.rhs


def _in_order(kinks: list[Expression], of: Of) -> list[Expression] | None:
    """Each once, where it is seen which is the lower."""
    ordered: list[Expression] = []
    for kink in kinks:
        if any(sympy.cancel(kink - other) == 0 for other in ordered):
            continue
        signs = [of.sign(kink - other) for other in ordered]
        if None in signs or 0 in signs:
            return None
        ordered.insert(sum(sign == 1 for sign in signs), kink)
    return ordered


def _on_piece(part: Expression, signs: dict[Expression, int], of: Of) -> Expression:
    """The function where what changes its sign has these."""
    if not part.args or not part.has(of.value):
        return part
    if isinstance(part, sympy.Abs):
        return signs[part.args[0]] * _on_piece(part.args[0], signs, of)
    if isinstance(part, sympy.sign):
        return sympy.Integer(signs[part.args[0]])
    if isinstance(part, sympy.Heaviside):
        return sympy.Integer(signs[part.args[0]] > 0)
    if isinstance(part, EXTREMES):
        chosen = _chosen(part, signs)
        return _on_piece(chosen, signs, of) if chosen != part else _of_parts(part, signs, of)
    if isinstance(part, sympy.Piecewise):
        cases = (
            (_on_piece(value, signs, of), _on_piece_said(condition, signs, of))
            for value, condition in part.args
        )
        return sympy.Piecewise(*cases)
    return _of_parts(part, signs, of)


def _of_parts(part: Expression, signs: dict[Expression, int], of: Of) -> Expression:
    return part.func(*(_on_piece(each, signs, of) for each in part.args))


def _told_apart(part: Expression) -> list[Expression]:
    """What the greatest, or the least, is chosen from, also where one of these is such a choice."""
    if not isinstance(part, EXTREMES):
        return [part]
    return [*dict.fromkeys(each for arg in part.args for each in _told_apart(arg))]


def _chosen(part: Expression, signs: dict[Expression, int]) -> Expression:
    """The greatest, or the least, of those that are told apart here; the others stand."""
    if not isinstance(part, EXTREMES):
        return part
    wanted = 1 if isinstance(part, sympy.Max) else -1
    left = [_chosen(each, signs) for each in part.args]
    for one, other in permutations(tuple(left), 2):
        sign = signs.get(one - other) or -signs.get(other - one, 0)
        if sign == -wanted and one in left and len(left) > 1:
            left.remove(one)
    return part.func(*left)


def _on_piece_said(condition: Condition, signs: dict[Expression, int], of: Of) -> Condition:
    if not condition.has(of.value):
        return condition
    if isinstance(condition, Relational):
        return condition.func(signs[condition.lhs - condition.rhs], 0)
    return condition.func(*(_on_piece_said(each, signs, of) for each in condition.args))


def _on_interval(
    piece: Expression, ends: tuple[Expression | None, Expression | None], of: Of
) -> Expression | None:
    """The mean of a sum of powers times exponentials on an interval, and of 0 elsewhere."""
    if piece.has(*KINKED) and any(p.has(of.value) for p in piece.atoms(*KINKED)):
        return None
    whole, (low, high) = [], ends
    for term in terms_of_sum(piece) if piece != 0 else ():
        found = _monomial(term, of)
        moved = None if found is None else tilted(of, found.rate)
        if found is None or moved is None:
            return None
        share, law = moved
        upto = power_mean(law, found.power)
        if high is not None:
            upto = power_mean_below(law, found.power, high)
        before = 0 if low is None else power_mean_below(law, found.power, low)
        whole.append(found.factor * sympy.exp(found.start) * share * (upto - before))
    return sympy.Add(*whole)

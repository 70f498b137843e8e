"""What a limit with parameters is in each case of these, by whichever way all of it is known."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy

from probatum.calculus.closed_value import Answer, Missing, Open
from probatum.lowering.analysis.limits import Excluded, Outcome, outcomes
from probatum.lowering.analysis.rational_limits import of_quotient
from probatum.type_names import Condition, Expression

MOST_PAIRS = 16


def limit_outcomes(construct: Expression, excluded: Excluded) -> tuple[Outcome, ...]:
    """What the limit is in each case of the parameters that is admitted; where no way tells all of
    it, what the signs of the parameters tell.
    """
    ways = (outcomes, of_quotient, _from_both_sides)
    if not construct.args[2].is_infinite:
        ways = (of_quotient, outcomes, _from_both_sides)
    by_signs: tuple[Outcome, ...] = ()
    for way in ways:
        found = way(construct, excluded)
        if found and not any(isinstance(one.found, Open) for one in found):
            return found
        by_signs = found if way is outcomes else by_signs
    return by_signs


def _from_both_sides(construct: Expression, excluded: Excluded) -> tuple[Outcome, ...]:
    """By the limits from below and from above, and where these are the same."""
    inner, variable, point, direction = construct.args
    if str(direction) != "+-" or point.is_infinite:
        return ()
    below, above = (
        outcomes(sympy.Limit(inner, variable, point, side), excluded) for side in ("-", "+")
    )
    pairs = [*itertools.product(below, above)]
    return tuple(_joined(pairs, excluded)) if len(pairs) <= MOST_PAIRS else ()


def _joined(pairs: list[tuple[Outcome, Outcome]], excluded: Excluded) -> Iterator[Outcome]:
    for one, other in pairs:
        both = sympy.And(one.where, other.where)
        if both == sympy.false:
            continue
        for condition, answer in _as_one(one, other):
            where = sympy.And(both, condition)
            if where != sympy.false and not excluded(where):
                yield Outcome(where, answer)


def _as_one(one: Outcome, other: Outcome) -> Iterator[tuple[Condition, Answer]]:
    """What is so from both sides, where that is so."""
    if one.found == other.found:
        yield sympy.true, one.found
    elif one.number is not None and other.number is not None:
        reason = f"no limit: {one.number} from below, {other.number} from above"
        yield sympy.Eq(one.number, other.number), one.found
        yield sympy.Ne(one.number, other.number), Missing(reason)
    else:
        yield sympy.true, Open("the limits from both sides are of different kinds")

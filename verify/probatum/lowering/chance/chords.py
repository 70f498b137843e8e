"""The mean of a convex function lies between the function of the mean and its chord over an
interval of all values.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import _Inequality

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.jensen import beyond, curvature, is_smooth, mean_of
from probatum.lowering.chance.outcomes import in_outcomes, outcome
from probatum.lowering.chance.random_variables import (
    conditional_means,
    needs_of,
    of_moments,
    supports,
)
from probatum.lowering.every_case import known_where_defined
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import General
from probatum.type_names import Condition, Expression, Symbol

CHORDS = Theorem(
    "the mean of a convex function is at most its chord at the mean",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=False,
)
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)


def by_chords(statement: ForAll) -> ForAll | None:
    """The statement with means of convex functions at the end of where they lie that makes what it
    says least true; None where it speaks of none, or is no inequality.
    """
    then = statement.then
    if not isinstance(then, _Inequality):
        return None
    moments = Moments(supports(statement), conditional=conditional_means(statement))
    given = [moments.lowered(part) for part in of_moments(statement)]
    high, low = moments.lowered(then.gts), moments.lowered(then.lts)
    put = dict(_ends(moments, sympy.expand(high - low)))
    if not put:
        return None
    possible = [sympy.Ge(entry, 0) for entry in moments.conditions() if entry.free_symbols]
    needs = needs_of(statement)
    facts = (
        known_where_defined(each, sympy.And(*given, *needs))
        for each in (*moments.strictly(), *possible)
    )
    supposed = [*given, *needs, *facts]
    known = {mean: value for part in given for mean, value in _told(part, moments)}
    kind = sympy.Gt if isinstance(then, STRICT) else sympy.Ge
    worst = kind(*(side.xreplace(put).xreplace(known) for side in (high, low)), evaluate=False)
    about = [part for part in supposed if part.free_symbols <= worst.free_symbols]
    numbers = [each for each in statement.variables if not isinstance(each, General)]
    kept = [each for each in (*numbers, *moments.needed.values()) if each in worst.free_symbols]
    return for_all(tuple(kept), sympy.And(*about), worst)


def _told(part: Condition, moments: Moments) -> Iterator[tuple[Symbol, Expression]]:
    """A moment and the number that a hypothesis says it is."""
    if isinstance(part, sympy.Equality):
        for mean, value in (part.args, part.args[::-1]):
            if mean in moments.needed.values() and value.is_number:
                yield mean, value


def _ends(moments: Moments, claim: Expression) -> Iterator[tuple[Symbol, Expression]]:
    """Means of convex or concave functions that a claim is linear in, each with its largest or
    smallest value.
    """
    for key, symbol in tuple(moments.needed.items()):
        (function, _), *others = key
        share = sympy.diff(claim, symbol)
        if others or not is_smooth(function) or share == 0:
            continue
        if sympy.expand(claim - share * symbol).has(symbol):
            continue
        (variable,) = function.variables
        mean, number = mean_of(variable, moments), outcome(variable)
        ends = _interval(number, moments.supposed)
        if mean is None or not ends:
            continue
        low, high = ends
        at_low, at_high = (function.of.xreplace({number: end}) for end in ends)
        if not (_is_defined(at_low) and _is_defined(at_high)):
            continue
        within = (sympy.Dummy("value", real=True), beyond(low, 1), beyond(high, -1))
        sign = curvature(function.of, number, within) * _sign(share, mean, ends)
        if sign == 1:
            yield symbol, function.of.xreplace({number: mean})
        elif sign == -1:
            yield symbol, ((high - mean) * at_low + (mean - low) * at_high) / (high - low)


def _is_defined(value: Expression) -> bool:
    return value.is_finite is not False and defined(value) == sympy.true


def _sign(share: Expression, mean: Expression, ends: tuple[Expression, ...]) -> int:
    """1 or -1 where a number, or what is linear in a mean between two numbers, has that sign."""
    if share.is_Rational:
        return int(sympy.sign(share))
    if mean is None or share.free_symbols != {mean} or not ends:
        return 0
    if not share.is_polynomial(mean) or sympy.degree(share, mean) != 1:
        return 0
    signs = {int(sympy.sign(share.xreplace({mean: end}))) for end in ends} - {0}
    return signs.pop() if len(signs) == 1 else 0


def _interval(number: Symbol, supposed: tuple[Condition, ...]) -> tuple[Expression, ...]:
    """Two numbers between which all values lie."""
    lows: list[Expression] = []
    highs: list[Expression] = []
    for part in map(in_outcomes, supposed):
        if isinstance(part, _Inequality) and part.free_symbols == {number}:
            difference = sympy.expand(part.gts - part.lts)
            if difference.is_polynomial(number) and sympy.degree(difference, number) == 1:
                slope = difference.coeff(number, 1)
                end = -difference.coeff(number, 0) / slope
                if end.is_Rational:
                    (lows if slope > 0 else highs).append(end)
    return (max(lows), min(highs)) if lows and highs and max(lows) < min(highs) else ()

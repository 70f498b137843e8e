"""What geometric series, series and integrals of powers, and integrals of exponentials are in each
case of their parameters: where they converge, and where they grow without bound.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Or

from probatum.calculus.closed_value import Answer, Exact, Missing, Open
from probatum.calculus.forms.linear_part import linear
from probatum.lowering.analysis.limits import Excluded, Outcome
from probatum.lowering.analysis.parameters import geometric
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Condition, Expression, Symbol

MOST_POWERS = 10  # of its ratio in the first term of a series
MOST_LEFT_OUT = 10  # first terms of a series of powers
NOTHING_LEFT = "its terms do not tend to zero"
NOTHING = Exact(sympy.Integer(0))
Range = tuple[Symbol, Expression, Expression]


def series_outcomes(construct: Expression, excluded: Excluded) -> tuple[Outcome, ...]:
    """What a geometric series, or one of powers, is in each case that is admitted; none of
    others.
    """
    index, low, high = construct.limits[0]
    if len(construct.limits) != 1 or high != sympy.oo or not low.is_Integer:
        return ()
    term = construct.function
    return _admitted(_geometric(term, index, low, excluded), excluded) or _admitted(
        _of_powers(term, index, low), excluded
    )


def integral_outcomes(construct: Expression, excluded: Excluded) -> tuple[Outcome, ...]:
    """What an improper integral of a power or of an exponential is in each case that is admitted;
    none of others.
    """
    if len(construct.limits) != 1 or len(construct.limits[0]) != 3:
        return ()
    variable, low, high = construct.limits[0]
    if any(defined(end) != sympy.true for end in (low, high) if end not in (-sympy.oo, sympy.oo)):
        return ()
    factor, rest = construct.function.as_independent(variable, as_Add=False)
    if low == -sympy.oo and high.is_finite is not False:  # turned round
        rest, low, high = rest.xreplace({variable: -variable}), -high, sympy.oo
    if low.is_finite is False or high == -sympy.oo or not factor.is_real:
        return ()
    ways = (_exponential, _power)
    found = (way(factor, rest, (variable, low, high), excluded) for way in ways)
    return next(filter(None, (_admitted(cases, excluded) for cases in found)), ())


def _admitted(cases: Iterator[Outcome], excluded: Excluded) -> tuple[Outcome, ...]:
    return tuple(case for case in cases if not excluded(case.where))


def _geometric(
    term: Expression, index: Symbol, low: Expression, excluded: Excluded
) -> Iterator[Outcome]:
    if not _has_values(term, index, low, excluded):
        return
    for first, ratio in geometric(term, index, low, falling=True):
        if not all(part.is_real for part in sympy.fraction(sympy.together(ratio))):
            return
        if first.has(index) or not (first.is_real or ratio.is_real):
            return
        yield Outcome(sympy.Lt(sympy.Abs(ratio), 1), Exact(first / (1 - ratio)))
        powers = (sympy.cancel(first / ratio**power) for power in range(MOST_POWERS))
        factor = next((each for each in powers if each.is_Rational and each != 0), first)
        yield from _without_bound(sympy.Ge(ratio, 1), factor, NOTHING)
        turning = sympy.Le(ratio, -1)
        yield Outcome(sympy.And(turning, sympy.Ne(factor, 0)), Missing(NOTHING_LEFT))
        yield Outcome(sympy.And(turning, sympy.Eq(factor, 0)), NOTHING)
        return


def _has_values(term: Expression, index: Symbol, low: Expression, excluded: Excluded) -> bool:
    """Whether each term has a value for all parameters that are admitted."""
    further = sympy.Dummy("i", integer=True, nonnegative=True)
    needed = _whatever(further, defined(term.xreplace({index: low + further})))
    return needed == sympy.true or (not needed.has(further) and excluded(sympy.Not(needed)))


def _whatever(symbol: Symbol, needed: Condition) -> Condition:
    """A condition that is enough whatever a symbol is: what speaks of it is not counted upon."""
    if isinstance(needed, (And, Or)):
        return needed.func(*(_whatever(symbol, part) for part in needed.args))
    return sympy.false if isinstance(needed, Relational) and needed.has(symbol) else needed


def _without_bound(where: Condition, factor: Expression, at_zero: Answer) -> Iterator[Outcome]:
    """What adds up without bound, times a factor: an infinity with its sign."""
    for sign, relation in ((1, sympy.Gt), (-1, sympy.Lt)):
        yield Outcome(sympy.And(where, relation(factor, 0)), Exact(sign * sympy.oo))
    yield Outcome(sympy.And(where, sympy.Eq(factor, 0)), at_zero)


def _of_powers(term: Expression, index: Symbol, low: Expression) -> Iterator[Outcome]:
    """Of (k + d)^e, from where the base is at least 1 on."""
    factor, rest = term.as_independent(index, as_Add=False)
    base, exponent = rest.as_base_exp()
    shift = base - index
    start = low + shift
    if not (shift.is_Integer and 1 <= start <= MOST_LEFT_OUT) or not _is_real(factor, exponent):
        return
    if exponent.has(index) or not exponent.free_symbols:
        return
    before = sympy.Add(*(sympy.Integer(at) ** exponent for at in range(1, start)))
    whole = factor * (sympy.zeta(-exponent) - before)
    yield Outcome(sympy.Lt(exponent, -1), Exact(whole))
    yield from _without_bound(sympy.Ge(exponent, -1), factor, NOTHING)


def _is_real(*parts: Expression) -> bool:
    return all(part.is_real for part in parts)


def _power(
    factor: Expression, rest: Expression, limits: Range, excluded: Excluded
) -> Iterator[Outcome]:
    """Of a power of what grows or falls like the variable, from zero, or up to infinity, or
    both.
    """
    variable, low, high = limits
    base, exponent = rest.as_base_exp()
    if exponent.has(variable) or not exponent.is_real or base.is_number:
        return
    slope = base.diff(variable)
    if slope not in (1, -1) or (slope == -1 and high == sympy.oo):
        return
    ends = (sympy.expand(base.xreplace({variable: end})) for end in (low, high))
    start, end = (low, high) if base == variable else tuple(ends)[:: int(slope)]
    not_told = Open("zero times what has no value at an end")
    if start == 0 and end == sympy.oo:
        yield from _without_bound(sympy.true, factor, not_told)
    elif start == 0 and excluded(sympy.Le(end, 0)):
        form = factor * end ** (exponent + 1) / (exponent + 1)
        yield Outcome(sympy.Gt(exponent, -1), Exact(form))
        yield from _without_bound(sympy.Le(exponent, -1), factor, not_told)
    elif end == sympy.oo and excluded(sympy.Le(start, 0)):
        form = -factor * start ** (exponent + 1) / (exponent + 1)
        yield Outcome(sympy.Lt(exponent, -1), Exact(form))
        yield from _without_bound(sympy.Ge(exponent, -1), factor, NOTHING)


def _exponential(
    factor: Expression, rest: Expression, limits: Range, excluded: Excluded
) -> Iterator[Outcome]:
    """Of e^(s x), or of b^x with b > 0, from somewhere up to infinity."""
    variable, low, high = limits
    if high != sympy.oo or not isinstance(rest, (sympy.exp, sympy.Pow)):
        return
    base, exponent = (sympy.E, rest.exp) if isinstance(rest, sympy.exp) else rest.as_base_exp()
    slope, added = linear(exponent, variable) or (exponent, exponent)
    if base.has(variable) or added != 0 or not _is_real(slope, base):
        return
    if not base.is_positive and excluded(sympy.Le(base, 0)) is False:
        return
    rate = slope * sympy.log(base)
    form = -factor * rest.xreplace({variable: low}) / rate
    yield Outcome(sympy.Lt(rate, 0), Exact(form))
    yield from _without_bound(sympy.Ge(rate, 0), factor, NOTHING)

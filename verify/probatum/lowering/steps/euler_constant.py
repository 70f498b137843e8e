"""Harmonic numbers by logarithms: between neighbours among the partial sums of their asymptotic
series.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.forms.linear_part import linear
from probatum.calculus.limits.limit import by_rules
from probatum.lowering.sums.between_integrals import Bound, is_from, with_bounds
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.lowering.value import Value
from probatum.type_names import Condition, Expression, Statement

EULER = Theorem("Harmonic numbers and Euler's constant", "DLMF, section 5.11(ii)", exact=False)
SERIES = Theorem("Asymptotic series of harmonic numbers", "DLMF, section 5.11(ii)", exact=True)
FAR = sympy.Symbol("n  ", integer=True, positive=True)


def by_logarithms(statement: Statement) -> Statement:
    """The statement with bounds in place of harmonic numbers, from which it follows."""
    return with_bounds(statement, _bounds)


def _bounds(total: Expression, side: int, given: Condition) -> Iterator[Bound]:
    """H(u) - log u - gamma is above 1/(2 u) - 1/(12 u^2), and below that and 1/(120 u^4)."""
    ((index, low, high),) = total.limits
    if total.function == 1 / index and low == 1 and is_from(high, 1, given):
        factor, rest = high.as_coeff_Mul()
        factor, rest = (factor, rest) if factor > 0 else (sympy.S.One, high)
        first = sympy.log(factor) + sympy.log(rest) + sympy.EulerGamma
        near = first + 1 / (2 * high) - 1 / (12 * high**2)
        yield Bound(near + 1 / (120 * high**4) if side == 1 else near, apart=True)


def of_harmonic_numbers(construct: Expression) -> Iterator[Value]:
    """The limit with the first terms of their series in place of harmonic numbers, where what is
    left, times what they are multiplied by, tends to zero.
    """
    body, variable, point, direction = construct.args
    if point != sympy.oo or not variable.is_integer:
        return
    body = body.xreplace({variable: FAR})
    forms = {each: _as_harmonic(each) for each in body.atoms(sympy.Sum)}
    known = {each: form for each, form in forms.items() if form is not None}
    body = sympy.expand(body.xreplace(known))
    names = {each: sympy.Dummy() for each in body.atoms(sympy.harmonic) if each.has(FAR)}
    linear = body.xreplace(names)
    grow = all(len(each.args) == 1 and _slope(each.args[0]) for each in names)
    if not names or not grow or not linear.is_polynomial(*names.values()):
        return
    if sympy.Poly(linear, *names.values()).total_degree() > 1:
        return
    for number, name in names.items():
        terms = sympy.Add.make_args(sympy.expand(linear.coeff(name)))
        if not all(_vanishes(term / number.args[0] ** 4) for term in terms):
            return
    near = linear.xreplace({name: _near(each.args[0]) for each, name in names.items()})
    form = sympy.expand(sympy.expand_log(near)).xreplace({FAR: variable})
    yield Value(sympy.Limit(form, variable, point, str(direction)), SERIES, ())


def _vanishes(term: Expression) -> bool:
    """Whether a product tends to zero, whatever sign powers of -1 give it: one of several terms, as
    (-1)^n - 1 is as large as 2.
    """
    size = sympy.Mul(*(each for each in sympy.Mul.make_args(term) if not _is_sign(each)))
    if any(map(_is_sign, size.atoms(sympy.Pow))):
        return False
    return bool(by_rules(size, FAR, sympy.oo, "-") == 0)


def _is_sign(power: Expression) -> bool:
    return bool(power.is_Pow and power.base == -1 and power.exp.is_integer)


def _as_harmonic(total: Expression) -> Expression | None:
    """The sum of 1/k, times a number, as a difference of harmonic numbers: from a number on, or
    from what grows, to what is no less in the end.
    """
    index, low, *high = total.limits[0]
    factor = sympy.cancel(total.function * index)
    if len(total.limits) != 1 or not high or factor.has(index):
        return None
    first, last = _slope(low), _slope(high[0])
    apart = sympy.expand(high[0] - low)
    upwards = first is not None and last and (last > first or (last == first and apart >= -1))
    return factor * (sympy.harmonic(high[0]) - sympy.harmonic(low - 1)) if upwards else None


def _slope(number: Expression) -> Expression | None:
    """The whole steps by which an integer grows with n; of one that does not, but is from 1 on,
    nothing.
    """
    found = linear(number, FAR)
    if found is None or not all(part.is_Integer for part in found):
        return None
    slope, rest = found
    return slope if slope > 0 or (slope == 0 and rest >= 1) else None


def _near(at: Expression) -> Expression:
    """H(u) but for less than 1/(120 u^4), of u = a n + b."""
    logarithm = sympy.log(FAR) + sympy.log(sympy.cancel(at / FAR).expand())
    return logarithm + sympy.EulerGamma + 1 / (2 * at) - 1 / (12 * at**2)


REWRITINGS = (Rewriting(40, EULER, by_logarithms),)

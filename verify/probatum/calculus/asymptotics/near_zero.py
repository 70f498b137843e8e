"""Limits for t to 0 from above by theorems alone: orders of zeros, rules for what grows,
continuity.
"""

from __future__ import annotations

import operator

import sympy

from probatum.calculus.asymptotics.at_infinity import AT_INFINITY
from probatum.calculus.asymptotics.leading_terms import (
    INFINITE,
    T,
    leading,
    quotient_at_zero,
    sign_of_number,
)
from probatum.calculus.asymptotics.stirling import log_near_zero
from probatum.calculus.asymptotics.wave_ranges import BOUNDED, range_of
from probatum.claim_cache import cached_for_claim
from probatum.proposition.slopes.smoothness import POSITIVE, NotKnownError, needs
from probatum.type_names import Expression

NEAR_THE_TOP = 4  # levels, below which products are not written with equivalent factors
DEEPEST = 12  # of rules inside rules
LIKE_THEIR_ARGUMENT = (  # near zero: odd functions of slope 1 there
    sympy.sin, sympy.tan, sympy.asin, sympy.atan, sympy.sinh, sympy.tanh, sympy.asinh, sympy.atanh,
)  # fmt: skip


def sign(expression: Expression, depth: int) -> int | None:
    """The sign that an expression has for all small distances."""
    if not expression.has(T):
        return sign_of_number(expression)
    analytic = leading(expression)
    if analytic is not None:
        return sign_of_number(analytic[0])
    if expression.is_Mul:
        signs = [sign(factor, depth) for factor in expression.args]
        return None if None in signs else int(sympy.prod(signs))
    if isinstance(expression, sympy.exp):
        return 1
    if expression.is_Pow and sign(expression.base, depth - 1) == 1:
        return 1
    found = certain(expression, depth - 1)
    if found == 0 and isinstance(expression, sympy.log):
        return sign(expression.args[0] - 1, depth - 1) if depth > 0 else None
    if found is not None and sign_of_number(found):
        return sign_of_number(found)
    if expression.is_Add and (ahead := _sign_of_leader(expression, depth)):
        return ahead
    if found is not None:
        return None
    between = range_of(expression)
    return None if between is None else 1 if between > 0 else -1 if between < 0 else None


def _sign_of_leader(total: Expression, depth: int) -> int | None:
    """The sign of a summand beside which all others are small."""
    for leader in total.args if depth > 0 else ():
        rest = [certain(merged(part / leader), depth - 2) for part in total.args if part != leader]
        if None in rest or {*rest} & {*INFINITE}:
            continue
        if sign_of_number(1 + sympy.Add(*rest)) == 1:
            return sign(leader, depth - 2)
    return None


@cached_for_claim(1024)
def certain(expression: Expression, depth: int) -> Expression | None:
    """The limit for t to 0 from above, by theorems alone; None where they do not reach."""
    if not expression.has(T):
        return expression
    if depth <= 0:
        return None
    first = leading(expression)
    if first is not None:
        coefficient, order = first
        if order >= 0:
            return coefficient if order == 0 else sympy.Integer(0)
        way = sign_of_number(coefficient)
        return way * sympy.oo if way else None
    quotient = quotient_at_zero(expression)
    if quotient is not None:
        return quotient
    if expression.is_Add:
        return _of_sum(expression, depth)
    if expression.is_Mul:
        return _of_product(expression, depth)
    if expression.is_Pow and not isinstance(expression, sympy.exp):
        return _of_power(expression, depth)
    return _of_function(expression, depth)


def _of_sum(expression: Expression, depth: int) -> Expression:
    limits = [certain(part, depth - 1) for part in expression.args]
    if None not in limits and not {*INFINITE} <= set(limits):
        return sympy.Add(*limits)
    groups = _alike(expression)
    if None not in limits and len(groups) < len(expression.args):
        limits = [certain(group, depth - 1) for group in groups]
        if None not in limits and not {*INFINITE} <= set(limits):
            return sympy.Add(*limits)
    together = sympy.factor_terms(expression)
    if together.is_Mul:
        return certain(together, depth - 1)
    found = _dominated(list(expression.args), depth)
    if found is None and 1 < len(groups) < len(expression.args):
        return _dominated(groups, depth)
    return found


def _alike(expression: Expression) -> list[Expression]:
    """The summands in groups of those that differ by factors that have a first term."""
    groups: dict[Expression, list[Expression]] = {}
    for part in expression.args:
        factors = sympy.Mul.make_args(part)
        known = [factor for factor in factors if leading(factor) is not None]
        rest = sympy.Mul(*(factor for factor in factors if factor not in known))
        groups.setdefault(rest, []).append(sympy.Mul(*known))
    return [rest * sympy.Add(*known) for rest, known in groups.items()]


def _dominated(parts: list[Expression], depth: int) -> Expression | None:
    """The limit where one summand outgrows all others: it times (1 + the rest over it)."""
    for leader in parts:
        rest = [certain(merged(part / leader), depth - 2) for part in parts if part is not leader]
        if None in rest or set(rest) & {*INFINITE}:
            continue
        factor = 1 + sympy.Add(*rest)
        way, limit_of = sign_of_number(factor), certain(leader, depth - 2)
        if way and limit_of is not None:
            return limit_of * factor if limit_of not in INFINITE else limit_of * way
    return None


def merged(expression: Expression) -> Expression:
    """The expression with powers of one base, or to one exponent, put together."""
    return sympy.powsimp(sympy.powdenest(expression))


def _of_product(expression: Expression, depth: int) -> Expression:
    limits = [certain(factor, depth - 1) for factor in expression.args]
    known = [value for value in limits if value is not None]
    vanishing = any(map(_vanishes, known))
    if None not in limits and not (vanishing and set(known) & {*INFINITE}):
        return _multiplied(limits)
    found = _with_first_terms_apart(expression, depth)
    if found is not None:
        return found
    unknown = [
        factor for factor, value in zip(expression.args, limits, strict=True) if value is None
    ]
    if unknown and all(_is_bounded(factor, depth - 1) for factor in unknown):
        rest = [factor for factor in expression.args if factor not in unknown]
        limit_of = certain(merged(sympy.Mul(*rest)), depth - 1)
        if limit_of is not None and sign_of_number(limit_of) == 0:
            return sympy.Integer(0)
        if limit_of in INFINITE and (way := _way_of_ranges(unknown)):
            return way * limit_of
    found = _of_growth(expression, depth)
    if found is None:
        found = _of_quotient(expression, depth)
    if found is None:
        multiplied = sympy.expand_mul(expression)
        found = (
            certain(multiplied, depth - 1)
            if multiplied.is_Add
            else _of_exponents(expression, depth)
        )
    return _by_equivalents(expression, depth) if found is None else found


def _way_of_ranges(factors: list[Expression]) -> int:
    """The sign of a product of what stays away from zero; 0 where that is not seen."""
    ranges = [range_of(each) for each in factors]
    signs = [0 if r is None else 1 if r > 0 else -1 if r < 0 else 0 for r in ranges]
    return int(sympy.prod(signs))


def _with_first_terms_apart(expression: Expression, depth: int) -> Expression | None:
    """The limit by that of all factors together that have a first term, and by the others'."""
    known = [factor for factor in expression.args if leading(factor) is not None]
    if not 1 < len(known) < len(expression.args):
        return None
    others = [factor for factor in expression.args if factor not in known]
    limits = [certain(each, depth - 1) for each in (sympy.Mul(*known), *others)]
    if None in limits or (any(map(_vanishes, limits)) and set(limits) & {*INFINITE}):
        return None
    return _multiplied(limits)


def _vanishes(value: Expression) -> bool:
    return sign_of_number(value) == 0


def _of_exponents(expression: Expression, depth: int) -> Expression | None:
    """The limit of a product of powers by that of its logarithm."""
    number, rest = expression.as_coeff_Mul()
    logarithm = log_near_zero(rest)
    limit_of = None if logarithm is None else certain(logarithm, depth - 1)
    return None if limit_of is None else number * sympy.exp(limit_of)


def _of_quotient(expression: Expression, depth: int) -> Expression | None:
    """A quotient of sums, both divided by a summand of the lower one, which for no values of the
    parameters is zero.
    """
    numerator, denominator = sympy.fraction(expression, exact=True)
    denominator = sympy.expand_mul(denominator)
    for leader in denominator.args if denominator.is_Add else ():
        if leader.free_symbols - {T} and sign(leader, depth - 3) not in (1, -1):
            continue
        above, below = (
            [certain(merged(part / leader), depth - 3) for part in sympy.Add.make_args(side)]
            for side in (numerator, denominator)
        )
        if not {None, *INFINITE} & {*above, *below} and sign_of_number(sympy.Add(*below)) in (
            1,
            -1,
        ):
            return sympy.Add(*above) / sympy.Add(*below)
    return None


def _by_equivalents(expression: Expression, depth: int) -> Expression | None:
    """A product with u in place of log(1 + u), of e^u - 1 and the like, where u tends to zero: the
    quotient of the two tends to 1.
    """
    if depth < DEEPEST - NEAR_THE_TOP:
        return None
    simpler = [_equivalent(factor, depth) for factor in expression.args]
    if all(map(operator.is_, simpler, expression.args)):
        return None
    return certain(merged(sympy.Mul(*simpler)), depth - 1)


def _equivalent(factor: Expression, depth: int) -> Expression:
    base, power = factor.as_base_exp()
    if power != 1 and power.is_Integer:
        return _equivalent(base, depth) ** power
    inner = None
    if isinstance(factor, sympy.log):
        inner = factor.args[0] - 1
    elif isinstance(factor, LIKE_THEIR_ARGUMENT):
        inner = factor.args[0]
    elif factor.is_Add and len(factor.args) == 2 and factor.args[0] in (1, -1):
        inner = _exponent_of(-factor.args[0] * factor.args[1])
        inner = None if inner is None else -factor.args[0] * inner
    return factor if inner is None or certain(inner, depth - 1) != 0 else inner


def _exponent_of(power: Expression) -> Expression | None:
    """u of e^u, u log(b) of b^u for a number b above zero."""
    if isinstance(power, sympy.exp):
        return power.exp
    moves = power.is_Pow and power.exp.has(T) and not power.base.has(T)
    return power.exp * sympy.log(power.base) if moves and power.base.is_positive else None


def _multiplied(limits: list[Expression]) -> Expression | None:
    if not set(limits) & {*INFINITE}:
        return sympy.Mul(*limits)
    signs = [sign_of_number(value) for value in limits]
    return None if None in signs or 0 in signs else int(sympy.prod(signs)) * sympy.oo


def _is_bounded(expression: Expression, depth: int) -> bool:
    """Whether it certainly is, wherever it has a value."""
    if isinstance(expression, BOUNDED):
        return True
    if expression.is_Add or expression.is_Mul:
        return all(_is_bounded(part, depth) for part in expression.args)
    if expression.is_Pow and expression.exp.is_positive and not expression.exp.has(T):
        return _is_bounded(expression.base, depth)
    end = certain(expression, depth - 1)
    return range_of(expression) is not None if end is None else end not in INFINITE


def _of_growth(expression: Expression, depth: int) -> Expression | None:
    """A product of exponentials, powers and logarithms: the exponentials of powers win,
    then powers, then logarithms.
    """
    exponent, order, rest = sympy.Integer(0), sympy.Integer(0), sympy.Integer(1)
    for factor in expression.args:
        base, power = (
            (sympy.E, factor.exp) if isinstance(factor, sympy.exp) else factor.as_base_exp()
        )
        first = leading(base.args[0] if isinstance(base, sympy.log) else base)
        whole = power.is_integer
        if power.has(T) and sign(base, depth - 1) == 1:
            exponent += power * sympy.log(base)
        elif first is None or not power.is_real or not (whole or sign_of_number(first[0]) == 1):
            return None
        elif isinstance(base, sympy.log):
            if not whole and first[1] >= 0:
                return None
            rest *= (
                -sympy.sign(sympy.Integer(first[1]))
            ) ** power  # zero where the logarithm has none of these limits: left open
        else:
            order += first[1] * power
            rest *= first[0] ** power
    return _winner(exponent, order, rest)


def _winner(exponent: Expression, order: Expression, rest: Expression) -> Expression | None:
    way = sign_of_number(rest) if rest.is_finite else None
    if not way:
        return None
    if exponent.has(T):
        first = leading(exponent)
        if first is None:
            return None
        if first[1] < 0:
            grows = sign_of_number(first[0])
            return None if not grows else sympy.Integer(0) if grows < 0 else way * sympy.oo
    vanishes = sign_of_number(order)
    return None if not vanishes else sympy.Integer(0) if vanishes > 0 else way * sympy.oo


def _of_power(expression: Expression, depth: int) -> Expression | None:
    base, exponent = expression.as_base_exp()
    if exponent.has(T):
        if sign(base, depth - 1) != 1:
            return None
        logarithm = (log_near_zero(base) if base.is_Mul else None) or sympy.log(base)
        return certain(sympy.exp(merged(sympy.expand_mul(exponent * logarithm))), depth - 1)
    inner = certain(base, depth - 1)
    if inner is None:
        return None
    if inner not in INFINITE and sign_of_number(inner) in (1, -1):
        return inner**exponent if sign_of_number(inner) == 1 or exponent.is_integer else None
    own = sign(base, depth - 1)
    if own is None or (own < 0 and not exponent.is_Integer):
        return None
    if not (exponent.is_positive or exponent.is_negative):
        return None
    if inner not in INFINITE and sign_of_number(inner) != 0:
        return None
    vanishes = (inner not in INFINITE) == bool(exponent.is_positive)
    return (
        sympy.Integer(0)
        if vanishes
        else own ** (int(exponent) % 2 if exponent.is_Integer else 1) * sympy.oo
    )


def _of_function(expression: Expression, depth: int) -> Expression | None:
    """A continuous function of what has a limit."""
    if len(expression.args) != 1:
        return None
    inner = certain(
        expression.exp if isinstance(expression, sympy.exp) else expression.args[0], depth - 1
    )
    if inner is None:
        return None
    if inner in INFINITE:
        at_infinity = AT_INFINITY.get(expression.func)
        return None if at_infinity is None else at_infinity[INFINITE.index(inner)]
    if isinstance(expression, sympy.log) and sign_of_number(inner) == 0:
        return -sympy.oo if sign(expression.args[0], depth - 1) == 1 else None
    whole = expression.func(inner)
    probe = sympy.Symbol("p  ", real=True)
    try:
        fits = [
            (sign_of_number(u.xreplace({probe: inner})), kind)
            for u, kind in needs(expression.func(probe), probe)
        ]
    except NotKnownError:
        return None
    return (
        whole
        if all(sign == 1 if kind == POSITIVE else sign in (1, -1) for sign, kind in fits)
        else None
    )

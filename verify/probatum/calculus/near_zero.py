"""Limits for t to 0 from above by theorems alone: orders of zeros, rules for what grows,
continuity.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.at_infinity import AT_INFINITY
from probatum.calculus.leading_terms import (
    INFINITE,
    T,
    leading,
    quotient_at_zero,
    sign_of_number,
)
from probatum.calculus.wave_ranges import BOUNDED, range_of
from probatum.proposition.enclosure import connect
from probatum.proposition.integrality import is_whole_where_defined
from probatum.proposition.smoothness import POSITIVE, NotKnownError, needs, without_kinks
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression

DEEPEST = 12  # of rules inside rules
DIGITS = (sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod)


def plain(expression: Expression) -> Expression:
    """The expression for small distances, with kinks resolved there and powers put together."""
    signs = {}
    for kink in expression.atoms(sympy.Abs, sympy.sign):
        found = sign(kink.args[0], DEEPEST)
        if found is not None:
            signs[kink.args[0]] = found
    stepped = expression.replace(_is_step, _on_its_side).replace(_alternates, _as_wave)
    flat = without_kinks(stepped, signs, holds_near)
    flat = _with_digits_told(flat).replace(_turning, _as_quotient)
    apart = flat.replace(_grows_inside, _by_leader)
    flat = flat if apart == flat else sympy.expand_mul(apart)
    return sympy.powsimp(sympy.powdenest(flat.replace(_root_of_sum, _root_of_quotient)))


def _is_step(expression: Expression) -> bool:
    return isinstance(expression, sympy.Heaviside)


def _on_its_side(step: Expression) -> Expression:
    """The step where its argument has one sign."""
    inside, between = step.args
    side = sign(inside, DEEPEST)
    return step if side is None else {1: sympy.Integer(1), 0: between, -1: sympy.Integer(0)}[side]


def _alternates(expression: Expression) -> bool:
    """Whether it is -1 raised to whole numbers that move."""
    whole = expression.is_Pow and expression.base == -1 and is_whole_where_defined(expression.exp)
    return bool(whole) and expression.has(T)


def _as_wave(power: Expression) -> Expression:
    return sympy.cos(sympy.pi * power.exp, evaluate=False)


def _with_digits_told(expression: Expression) -> Expression:
    """With whole parts, which are constant beside a limit; of what grows, as it is but for less
    than 1.
    """
    if not expression.has(*DIGITS):
        return expression
    told = expression.replace(sympy.Mod, lambda u, m: u - m * sympy.floor(u / m))
    told = told.replace(sympy.ceiling, lambda u: -sympy.floor(-u))
    told = told.replace(sympy.frac, lambda u: u - sympy.floor(u))
    return sympy.expand_mul(told.replace(sympy.floor, _whole_part))


def _whole_part(inner: Expression) -> Expression:
    """Of what comes from above it is that of the limit; from below, the whole number before."""
    near = certain(inner, DEEPEST)
    if near in INFINITE:
        return inner - sympy.frac(inner)
    beside = None if near is None else sign(inner - near, DEEPEST)
    if beside is None:
        return sympy.floor(inner)
    return sympy.floor(near) if beside >= 0 else sympy.ceiling(near) - 1


def _grows_inside(expression: Expression) -> bool:
    return isinstance(expression, sympy.log) and (
        expression.args[0].is_Add or expression.args[0].is_Mul
    )


def _by_leader(logarithm: Expression) -> Expression:
    """The logarithm of a sum in which an exponential outgrows the rest: its exponent, and the
    logarithm of what is left where all is divided by it.
    """
    terms = sympy.Add.make_args(logarithm.args[0])
    for leader in terms:
        growing = [factor for factor in sympy.Mul.make_args(leader) if _exponent(factor)]
        rest = [_merged(part / sympy.Mul(*growing)) for part in terms]
        limits = [certain(part, DEEPEST // 2) for part in rest]
        bounded = growing and not {None, *INFINITE} & {*limits}
        if bounded and sign_of_number(sympy.Add(*limits)) == 1:
            return sympy.Add(*map(_exponent, growing), sympy.log(sympy.Add(*rest)))
    return logarithm


def _exponent(factor: Expression) -> Expression:
    """u of e^u, u log(b) of b^u with b a positive number; else zero."""
    base, exponent = (
        (sympy.E, factor.exp) if isinstance(factor, sympy.exp) else factor.as_base_exp()
    )
    moves = exponent.has(T) and not base.has(T) and sign_of_number(base) == 1
    return exponent * sympy.log(base) if moves else sympy.Integer(0)


def _root_of_sum(expression: Expression) -> bool:
    return bool(
        expression.is_Pow
        and expression.base.is_Add
        and expression.exp.is_Rational
        and not expression.exp.is_Integer
    )


def _root_of_quotient(power: Expression) -> Expression:
    """The root of 1 + 1/t as that of (1 + t)/t."""
    return sympy.expand_power_base(sympy.together(power.base) ** power.exp)


def _turning(expression: Expression) -> bool:
    return expression.func in QUOTIENTS


def _as_quotient(expression: Expression) -> Expression:
    return QUOTIENTS[expression.func](expression.args[0])


def holds_near(condition: Condition) -> bool | None:
    """Whether a condition is true for all small distances, or false for all of them."""
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, Relational):
        difference = condition.lhs - condition.rhs
        found = sign(difference, DEEPEST)
        if found is None and difference.has(*DIGITS):
            found = sign(_with_digits_told(difference), DEEPEST)
        return (
            None
            if found is None
            else truth_at(condition.func(sympy.Integer(found), 0, evaluate=False), {})
        )
    return connect(condition, holds_near)


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
    found = certain(expression, depth - 1)
    if found is not None:
        return sign_of_number(found) or None
    between = range_of(expression)
    return None if between is None else 1 if between > 0 else -1 if between < 0 else None


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
    together = sympy.factor_terms(expression)
    if together.is_Mul:
        return certain(together, depth - 1)
    return _dominated(expression, depth)


def _dominated(expression: Expression, depth: int) -> Expression | None:
    """The limit where one summand outgrows all others: it times (1 + the rest over it)."""
    for leader in expression.args:
        rest = [
            certain(_merged(part / leader), depth - 2)
            for part in expression.args
            if part is not leader
        ]
        if None in rest or set(rest) & {*INFINITE}:
            continue
        factor = 1 + sympy.Add(*rest)
        way, limit_of = sign_of_number(factor), certain(leader, depth - 2)
        if way and limit_of is not None:
            return limit_of * factor if limit_of not in INFINITE else limit_of * way
    return None


def _merged(expression: Expression) -> Expression:
    return sympy.powsimp(sympy.powdenest(expression))


def _of_product(expression: Expression, depth: int) -> Expression:
    limits = [certain(factor, depth - 1) for factor in expression.args]
    known = [value for value in limits if value is not None]
    vanishing = any(sign_of_number(value) == 0 for value in known)
    if None not in limits and not (vanishing and set(known) & {*INFINITE}):
        return _multiplied(limits)
    unknown = [
        factor for factor, value in zip(expression.args, limits, strict=True) if value is None
    ]
    if unknown and all(_is_bounded(factor, depth - 1) for factor in unknown):
        rest = [factor for factor in expression.args if factor not in unknown]
        vanishes = certain(_merged(sympy.Mul(*rest)), depth - 1)
        if vanishes is not None and sign_of_number(vanishes) == 0:
            return sympy.Integer(0)
    found = _of_growth(expression, depth)
    if found is None:
        found = _of_quotient(expression, depth)
    multiplied = sympy.expand_mul(expression) if found is None else expression
    return certain(multiplied, depth - 1) if multiplied.is_Add else found


def _of_quotient(expression: Expression, depth: int) -> Expression | None:
    """A quotient of sums, both divided by a summand of the lower one."""
    numerator, denominator = sympy.fraction(expression, exact=True)
    for leader in denominator.args if denominator.is_Add else ():
        above, below = (
            [certain(_merged(part / leader), depth - 3) for part in sympy.Add.make_args(side)]
            for side in (numerator, denominator)
        )
        if not {None, *INFINITE} & {*above, *below} and sign_of_number(sympy.Add(*below)) in (
            1,
            -1,
        ):
            return sympy.Add(*above) / sympy.Add(*below)
    return None


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
        return certain(sympy.exp(_merged(exponent * sympy.log(base))), depth - 1)
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


QUOTIENTS: dict[Expression, Expression] = {
    sympy.tan: lambda u: sympy.sin(u) / sympy.cos(u),
    sympy.cot: lambda u: sympy.cos(u) / sympy.sin(u),
    sympy.sec: lambda u: 1 / sympy.cos(u),
    sympy.csc: lambda u: 1 / sympy.sin(u),
}

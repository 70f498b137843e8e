"""What is near a limit, written so that rules see the limit: kinks, digits and steps told,
what outgrows the rest in front.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.asymptotics.leading_terms import INFINITE, T, sign_of_number
from probatum.calculus.asymptotics.near_zero import DEEPEST, certain, merged, sign
from probatum.calculus.asymptotics.stirling import GROWING, with_factorials_told
from probatum.proposition.numbers.enclosure import connect
from probatum.proposition.numbers.integrality import is_whole_where_defined
from probatum.proposition.slopes.smoothness import without_kinks
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression

DIGITS = (sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod)


def plain(expression: Expression) -> Expression:
    """The expression for small distances, with kinks resolved there and powers put together."""
    expression = with_factorials_told(expression)
    signs = {}
    for kink in expression.atoms(sympy.Abs, sympy.sign):
        found = sign(kink.args[0], DEEPEST)
        if found is not None:
            signs[kink.args[0]] = found
    stepped = expression.replace(_is_step, _on_its_side).replace(_alternates, _as_wave)
    flat = without_kinks(stepped, signs, holds_near)
    flat = _with_digits_told(flat).replace(_turning, _as_quotient)
    flat = flat.replace(_has_squares_of_waves, _with_squares_told)
    flat = flat.replace(_moving_power_of_sum, _as_exponential)
    flat = flat.replace(_is_hyperbolic_of_what_grows, _in_exponentials)
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


def _has_squares_of_waves(expression: Expression) -> bool:
    """Whether it is a sum in which the squares of a sine and a cosine of the same stand."""
    if not (expression.is_Add and expression.has(sympy.sin) and expression.has(sympy.cos)):
        return False
    squared = [each.base for each in expression.atoms(sympy.Pow) if each.exp == 2]
    sines = {each.args for each in squared if isinstance(each, sympy.sin)}
    return any(isinstance(each, sympy.cos) and each.args in sines for each in squared)


def _with_squares_told(total: Expression) -> Expression:
    """The sum with 1 less the square of the sine for that of the cosine, where fewer waves are
    left.
    """
    told = sympy.expand_mul(
        total.replace(_is_squared_cosine, lambda power: 1 - sympy.sin(power.base.args[0]) ** 2)
    )
    waves = [len(each.atoms(sympy.sin, sympy.cos)) for each in (told, total)]
    return told if waves[0] < waves[1] else total


def _is_squared_cosine(part: Expression) -> bool:
    return bool(part.is_Pow and part.exp == 2 and isinstance(part.base, sympy.cos))


def _moving_power_of_sum(expression: Expression) -> bool:
    moves = expression.is_Pow and expression.base.is_Add and expression.exp.has(T)
    return moves and sign(expression.base, DEEPEST) == 1


def _as_exponential(power: Expression) -> Expression:
    return sympy.exp(power.exp * sympy.log(power.base))


def _is_hyperbolic_of_what_grows(expression: Expression) -> bool:
    hyperbolic = isinstance(expression, (sympy.sinh, sympy.cosh)) and expression.has(T)
    return hyperbolic and certain(expression.args[0], DEEPEST) in INFINITE


def _in_exponentials(function: Expression) -> Expression:
    return sympy.expand(function.rewrite(sympy.exp))


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
        rest = [merged(part / sympy.Mul(*growing)) for part in terms]
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
        if _has_squares_of_waves(difference):
            difference = _with_squares_told(difference)
        found = sign(difference, DEEPEST)
        if found is None and difference.has(*DIGITS, *GROWING):
            found = sign(_with_digits_told(with_factorials_told(difference)), DEEPEST)
        return (
            None
            if found is None
            else truth_at(condition.func(sympy.Integer(found), 0, evaluate=False), {})
        )
    return connect(condition, holds_near)


QUOTIENTS: dict[Expression, Expression] = {
    sympy.tan: lambda u: sympy.sin(u) / sympy.cos(u),
    sympy.cot: lambda u: sympy.cos(u) / sympy.sin(u),
    sympy.sec: lambda u: 1 / sympy.cos(u),
    sympy.csc: lambda u: 1 / sympy.sin(u),
}

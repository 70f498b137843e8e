"""Limits of integrals over one range: of what is continuous in both variables, up to the place of
the limit, the integral of the limit.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.analysis.limits import INSIDE
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.type_names import Condition, Expression, Symbol, Symbols

Needed = tuple[Symbols, Condition, Condition]
UNIFORM = Theorem(
    "What converges uniformly is integrated in the limit",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorems 4.19 and 7.16",
    exact=True,
)
NEAR = sympy.Symbol("s  ", positive=True)  # one over what grows
ANY = sympy.Symbol("s  ", real=True)  # the same where it may be zero


def of_integrals(construct: Expression) -> Iterator[Value]:
    """The limit of a body of which one summand is such an integral."""
    body, variable, point, _ = construct.args
    summands = sympy.Add.make_args(body)
    for summand in summands:
        factor, integral = summand.as_independent(sympy.Integral, as_Add=False)
        if not isinstance(integral, sympy.Integral) or factor.has(variable):
            continue
        for inside, conditions in _in_the_limit(integral, variable, point):
            told = factor * sympy.Integral(inside, *integral.limits)
            rest = sympy.Add(*(each for each in summands if each is not summand))
            yield Value(beside(told, rest, construct), UNIFORM, conditions)


def beside(told: Expression, rest: Expression, construct: Expression) -> Expression:
    """The limit of what a summand tends to and the rest, of which there may be none."""
    return told if rest == 0 else construct.func(told + rest, *construct.args[1:])


def _in_the_limit(
    integral: Expression, variable: Symbol, point: Expression
) -> Iterator[tuple[Expression, tuple[Needed, ...]]]:
    """What is integrated in the limit, and what must hold for that."""
    if len(integral.limits) != 1 or len(integral.limits[0]) != 3:
        return
    at, low, high = integral.limits[0]
    ends = sympy.Tuple(low, high)
    if ends.has(variable, sympy.oo, -sympy.oo) or not integral.function.has(variable):
        return
    integrand = integral.function
    within = sympy.Or(
        sympy.And(sympy.Ge(at, low), sympy.Le(at, high)),
        sympy.And(sympy.Ge(at, high), sympy.Le(at, low)),
    )
    if point == -sympy.oo:
        return
    near, put = integrand, {variable: point}
    everywhere: tuple[Needed, ...] = ()
    if point == sympy.oo:
        near, put = at_one_over(integrand, variable), {NEAR: sympy.Integer(0)}
        later = sympy.And(within, sympy.Ge(variable, 1))
        everywhere = (((at, variable), later, defined(integrand)),)
    moving = NEAR if point == sympy.oo else variable
    around = surely_around(near, (at, moving))
    inside = near.xreplace(put)
    if around is not None and is_plain(inside):
        yield inside, (((at,), within, around.xreplace(put)), *everywhere)


def is_plain(inside: Expression) -> bool:
    """Whether nothing in it lost its value where zero was put in: what is positive nearby is not
    there.
    """
    powers = inside.atoms(sympy.Pow)
    return not (
        inside.has(sympy.nan, sympy.zoo, sympy.oo, -sympy.oo) or any(p.base == 0 for p in powers)
    )


def at_one_over(expression: Expression, variable: Symbol) -> Expression:
    """What grows put as one over what is near zero, each quotient in lowest terms."""
    put = expression.xreplace({variable: 1 / NEAR})
    rooted = put.replace(_is_root_of_sum, _with_factors_out)
    return rooted.replace(_is_quotient, sympy.cancel)


def _is_quotient(part: Expression) -> bool:
    moves = isinstance(part, (sympy.Add, sympy.Mul, sympy.Pow)) and part.has(NEAR)
    return bool(moves and part.is_rational_function(NEAR))


def _is_root_of_sum(part: Expression) -> bool:
    rooted = part.is_Pow and part.exp.is_Rational and not part.exp.is_Integer
    return bool(rooted and part.base.has(NEAR))


def _with_factors_out(root: Expression) -> Expression:
    """The root of a^2 (1 + x) as a times that of 1 + x."""
    return sympy.expand_power_base(sympy.factor_terms(sympy.cancel(root.base)) ** root.exp)


def surely_around(expression: Expression, variables: tuple[Symbol, ...]) -> Condition | None:
    """Where it is defined and all around as well, also where what is near zero is zero, as which
    SymPy takes s^2 + x^2 for positive; None where it is not known to be continuous in all of these
    variables together.
    """
    if not all(is_continuous(expression, each) for each in variables):
        return None
    needed = defined(expression.xreplace({NEAR: ANY}))
    if needed.has(sympy.Not):
        return None
    moving = {ANY if each == NEAR else each for each in variables}
    return needed.replace(
        lambda part: type(part) in INSIDE and part.has(*moving) and not _is_of_near_alone(part),
        lambda part: INSIDE[type(part)](*part.args),
    ).xreplace({ANY: sympy.Integer(0)})


def _is_of_near_alone(part: Condition) -> bool:
    """Whether it is so of all that is near zero, from zero on: that its root is defined."""
    alone = part.free_symbols == {ANY} and not isinstance(part, sympy.Equality)
    return bool(alone and part.xreplace({ANY: NEAR}) == sympy.true)

"""Limits from one side and from both: by continuity, by orders of zeros, by rules for what grows;
else two methods must agree.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import sympy

from probatum.calculus.asymptotics import near_forms
from probatum.calculus.asymptotics.leading_terms import INFINITE, T, sign_of_number
from probatum.calculus.asymptotics.near_forms import plain
from probatum.calculus.asymptotics.near_zero import DEEPEST, certain, sign
from probatum.calculus.closed_value import Answer, Exact, Missing, Open, Undefined
from probatum.calculus.forms.ratio import ratio
from probatum.calculus.forms.remainders import by_remainders
from probatum.calculus.forms.repeating_signs import (
    called_along,
    divides,
    negative_power,
    period_of_signs,
    resolved,
    told_at,
)
from probatum.calculus.limits.agreed_limits import agreed
from probatum.calculus.limits.swings import swings, swings_at_integers, swings_linearly, turns
from probatum.proposition.binders import called
from probatum.proposition.numbers.integrality import is_whole_where_defined
from probatum.proposition.parts import conjuncts, put
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.smoothness import POSITIVE, NotKnownError, needs
from probatum.proposition.truth import is_zero, truth_at
from probatum.type_names import Condition, Expression, Point, Symbol

Found = TypeVar("Found")
EXTREMES = (sympy.Max, sympy.Min)


def limit(expression: Expression, variable: Symbol, point: Expression, direction: str) -> Answer:
    """The limit, in the direction + (from above), - (from below) or +- (both), of what has a value
    all around.
    """
    found = limit_of_defined(expression, variable, point, direction)
    if not isinstance(found, (Exact, Missing)):
        return found
    near = f"near {called(variable)} = {point}"
    around = _has_value_around(expression, variable, point, direction)
    if around is None:
        return Open(f"it is not known whether {called(expression)} has a value all {near}")
    return found if around else Undefined(f"{called(expression)} has no value {near}")


def _has_value_around(
    expression: Expression, variable: Symbol, point: Expression, direction: str
) -> bool | None:
    needed = [part for part in conjuncts(defined(expression)) if part.has(variable)]
    if any(holds_near(sympy.Not(part), variable, point, direction) for part in needed):
        return False
    return all(holds_near(part, variable, point, direction) for part in needed) or None


def limit_of_defined(
    expression: Expression, variable: Symbol, point: Expression, direction: str
) -> Answer:
    """The same for what is known to have a value all around."""
    if point in INFINITE:
        return (
            sequence(expression, variable, point)
            if variable.is_integer
            else beside(expression, variable, point, "-")
        )
    if direction in ("+", "-"):
        return beside(expression, variable, point, direction)
    left, right = (beside(expression, variable, point, side) for side in "-+")
    return _both(left, right, ("from below", "from above"))


def holds_near(condition: Condition, variable: Symbol, point: Expression, direction: str) -> bool:
    """Whether a condition is known to hold near the point on each side that the limit is from."""
    sides = "-" if point in INFINITE else direction
    if point == sympy.oo and variable.is_integer:
        whole = sympy.Symbol(variable.name, integer=True, positive=True)
        if condition.xreplace({variable: whole}) == sympy.true:
            return True
        if any(map(negative_power, condition.atoms(sympy.Pow))):
            parities = _of_parities(condition, variable)
            return bool(parities) and all(
                holds_near(each, variable, point, direction) for each in parities
            )
    try:
        near = [_near(condition, variable, point, side) for side in sides]
    except NotKnownError:
        return False
    return all(near_forms.holds_near(each) for each in near)


def _of_parities(condition: Condition, variable: Symbol) -> list[Condition]:
    """What a condition says at 2 n and at 2 n + 1, where no power of a negative number is left;
    none where one is.
    """
    parities = [
        condition.xreplace({variable: 2 * variable + first}).replace(negative_power, resolved)
        for first in (0, 1)
    ]
    powers = (power for each in parities for power in each.atoms(sympy.Pow))
    return [] if any(map(negative_power, powers)) else parities


def _both(one: Answer, other: Answer, names: tuple[str, str]) -> Answer:
    """The limit along two ways that together are all: what both say, if they say the same."""
    if not (isinstance(one, Exact) and isinstance(other, Exact)):
        return next(
            answer
            for kind in (Undefined, Missing, Open)
            for answer in (one, other)
            if isinstance(answer, kind)
        )
    agreed = one.agreed or other.agreed
    if one.value == other.value or _same(one.value, other.value):
        return Exact(one.value, agreed)
    infinite = {one.value, other.value} & set(INFINITE)
    if infinite or _apart(one.value, other.value):
        return Missing(f"no limit: {one.value} {names[0]}, {other.value} {names[1]}", agreed)
    return Open("not known whether the limits from both sides are the same")


def _apart(one: Expression, other: Expression) -> bool:
    if (one - other).free_symbols:
        return bool((one - other).is_nonzero)
    return bool(truth_at(sympy.Ne(one, other, evaluate=False), {}))


def _same(one: Expression, other: Expression) -> bool:
    if not (one.is_finite and other.is_finite):
        return False
    difference = sympy.expand(one - other)
    return bool(difference == 0 if difference.free_symbols else is_zero(difference))


def sequence(expression: Expression, variable: Symbol, point: Expression) -> Answer:
    """The limit over the integers: that over the reals where there is one,
    else that of both parities, if it is the same.
    """
    if point == sympy.oo and expression.has(sympy.factorial):
        terms = sympy.Add.make_args(expression)
        rest = sympy.Add(*(term for term in terms if not _falls_by_ratio(term, variable)))
        if rest != expression:
            return sequence(rest, variable, point) if rest.has(variable) else Exact(rest)
    if point in INFINITE:
        expression = _with_signs_apart(expression, variable, point)
    if not expression.has(sympy.Mod) and not any(map(negative_power, expression.atoms(sympy.Pow))):
        found = _of_integers(expression, variable, point)
        return (
            found if not isinstance(found, Open) else _by_rests(expression, variable, point, found)
        )
    half = sympy.Symbol(variable.name, integer=True)
    every = period_of_signs(expression, variable)
    ways: list[tuple[Answer, str]] = []
    for first in range(every):
        told = expression.replace(
            negative_power, partial(told_at, variable=variable, first=first, every=every)
        ).replace(
            lambda part: divides(part, variable, every),
            partial(put, values={variable: sympy.Integer(first)}),
        )
        apart = sympy.expand_power_base(told.xreplace({variable: every * half + first}))
        part = sympy.powsimp(apart).replace(negative_power, resolved)
        ways.append((_one_parity(part, half, point), called_along(first, every)))
    return _along_all(ways)


def _along_all(ways: list[tuple[Answer, str]]) -> Answer:
    """The limit along ways that together are all."""
    answer, name = ways[0]
    for other, along in ways[1:]:
        answer = _both(answer, other, (name, along))
    return answer


def _by_rests(expression: Expression, variable: Symbol, point: Expression, found: Open) -> Answer:
    """The limit along the integers with each remainder, after which floors and waves repeat."""
    plain_steps = expression.replace(sympy.frac, lambda number: number - sympy.floor(number))
    zero = sympy.Integer(0)
    parts = by_remainders(plain_steps, variable, zero, turning=False) if point == sympy.oo else None
    if parts is None:
        return found
    told = _along_all(
        [
            (_of_integers(part, variable, point), called_along(first, len(parts)))
            for first, part in enumerate(parts)
        ]
    )
    return found if isinstance(told, Open) else told


def _with_signs_apart(expression: Expression, variable: Symbol, point: Expression) -> Expression:
    """The expression with (-1)^k (-b)^k for powers b^k of what is negative near there: of those
    with integers k alone, which the base moves with.
    """
    real = sympy.Symbol(variable.name, real=True)

    def apart(power: Expression) -> Expression:
        try:
            base = plain(_near(power.base.xreplace({variable: real}), real, point, "-"))
            negative = sign(base, DEEPEST) == -1
        except NotKnownError:
            negative = False
        return (-1) ** power.exp * (-power.base) ** power.exp if negative else power

    return expression.replace(
        lambda part: part.is_Pow and part.base.has(variable) and is_whole_where_defined(part.exp),
        apart,
    )


def _falls_by_ratio(expression: Expression, variable: Symbol) -> bool:
    """Whether a product with factorials tends to zero by d'Alembert's ratio test."""
    if not expression.has(sympy.factorial):
        return False
    number = sympy.Symbol(variable.name, integer=True, positive=True)
    factor = ratio(expression.xreplace({variable: number}), number)
    size = None if factor is None else by_rules(sympy.cancel(factor), number, sympy.oo, "-")
    return size is not None and sign_of_number(1 - sympy.Abs(size)) == 1


def _one_parity(expression: Expression, half: Expression, point: Expression) -> Answer:
    moving = point in INFINITE and _with_signs_apart(expression, half, point) != expression
    if moving or any(map(negative_power, expression.atoms(sympy.Pow))):
        return Open("a power of a negative number that is neither even nor odd")
    return _of_integers(expression, half, point)


def _of_integers(expression: Expression, variable: Symbol, point: Expression) -> Answer:
    """The limit over the reals, which is that over the integers; that there is none says it of
    these where waves turn.
    """
    real = sympy.Symbol(variable.name, real=True)
    moved = expression.xreplace({variable: real})
    found = beside(moved, real, point, "-")
    if not isinstance(found, Missing):
        return found
    near = _plain_near(moved, real, point)
    if (turns(expression, variable) and swings_linearly(near)) or swings_at_integers(near):
        return found
    return Open(f"{found.reason}, which does not say it of integers")


def _plain_near(expression: Expression, variable: Symbol, point: Expression) -> Expression:
    near = _near(expression, variable, point, "-")
    try:
        return plain(near)
    except NotKnownError:
        return near


def beside(expression: Expression, variable: Symbol, point: Expression, side: str) -> Answer:
    """The limit from one side, or at an infinity."""
    if not expression.has(variable):
        return Exact(expression)
    try:
        near = _near(expression, variable, point, side)
    except NotKnownError as error:
        branches = expression.has(sympy.Piecewise)  # of which that one need not be taken
        return Open(str(error)) if branches else Undefined(str(error))
    if any(power.base.has(sympy.I) and power.exp.free_symbols for power in near.atoms(sympy.Pow)):
        return Open(f"{called(expression)} is written with powers of imaginary numbers")
    if _unreal(near):
        return Undefined(
            f"{called(expression)} is not a real number near {_named(variable, point, side)}"
        )
    try:
        simple = plain(near)
    except NotKnownError:
        simple = near
    found = certain(simple, DEEPEST)
    if found is not None:
        return Exact(found)
    if swings(simple):
        return Missing(
            f"no limit: {called(expression)} swings for ever near {_named(variable, point, side)}"
        )
    return agreed(expression, (variable, point, side), near)


def by_rules(
    expression: Expression, variable: Symbol, point: Expression, side: str
) -> Expression | None:
    """The limit where rules for orders of growth give it; over the integers, too, where no power
    of a negative number is asked about.
    """
    return _told_near(certain, expression, (variable, point, side))


def sign_beside(
    expression: Expression, variable: Symbol, point: Expression, side: str
) -> int | None:
    """The sign for all values near enough, where the same rules give it."""
    return _told_near(sign, expression, (variable, point, side))


def _told_near(
    rule: Callable[[Expression, int], Found | None],
    expression: Expression,
    where: tuple[Symbol, Expression, str],
) -> Found | None:
    """What a rule says of the expression near there, as one over the reals."""
    variable, point, side = where
    real = sympy.Symbol(variable.name, real=True)
    try:
        near = _near(expression.xreplace({variable: real}), real, point, side)
        return None if _unreal(near) else rule(plain(near), DEEPEST)
    except NotKnownError:
        return None


def _near(expression: Expression, variable: Symbol, point: Expression, side: str) -> Expression:
    """The expression at a small distance T from the point, or at 1/T where that is infinite; raises
    NotKnownError where that is no real number, and the algebra system says so.
    """
    way = 1 if side == "+" else -1
    moved = (1 if point == sympy.oo else -1) / T if point in INFINITE else point + way * T
    if any(_is_unreal_at(part, {variable: moved}) for part in expression.atoms(*EXTREMES)):
        raise NotKnownError(
            f"{called(expression)} is not a real number near {_named(variable, point, side)}"
        )
    return expression.xreplace({variable: moved}).replace(sympy.log, _of_quotient)


def _is_unreal_at(extreme: Expression, place: Point) -> bool:
    """Whether an argument of a maximum or minimum is no real number there."""
    parts = (part for part in extreme.args if not part.has(*EXTREMES))
    return any(part.xreplace(place).is_extended_real is False for part in parts)


def _of_quotient(argument: Expression) -> Expression:
    """The logarithm of a rational function as one quotient, of which the value at zero is seen."""
    quotient = argument.is_rational_function(T) and argument.has(1 / T)
    return sympy.log(sympy.cancel(argument) if quotient else argument)


def _named(variable: Symbol, point: Expression, side: str) -> str:
    at = f"{called(variable)} = {point}"
    return at if point in INFINITE else f"{at}, {'above' if side == '+' else 'below'}"


def _unreal(near: Expression) -> bool:
    """Whether a root or logarithm of what is negative for all small distances stands inside."""
    near = near.replace(sympy.Piecewise, _branch_taken)
    if near.has(sympy.I) or any(map(_is_unreal, near.atoms(sympy.Pow))):
        return True
    try:
        return any(kind == POSITIVE and sign(u, DEEPEST) == -1 for u, kind in needs(near, T))
    except NotKnownError:
        return False


def _branch_taken(*branches: tuple[Expression, Condition]) -> Expression:
    """The branch that is taken for all small distances; an unknown number where that is not known,
    which needs nothing.
    """
    for branch, where in branches:
        taken = near_forms.holds_near(where)
        if taken is None:
            break
        if taken:
            return branch
    return sympy.Dummy(real=True)


def _is_unreal(power: Expression) -> bool:
    """Whether it is a power of a negative number to what is no integer, or moves."""
    moves = power.exp.has(T) and not is_whole_where_defined(power.exp)
    return bool(power.base.is_negative) and (moves or power.exp.is_integer is False)

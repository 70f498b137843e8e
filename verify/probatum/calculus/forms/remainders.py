"""Series whose terms hold what repeats, such as remainders, floors and waves: their terms by the
remainder of the index.
"""

from __future__ import annotations

from math import lcm

import sympy

from probatum.type_names import Expression, Symbol

LONGEST = 12  # period
STEPS = (sympy.floor, sympy.ceiling, sympy.Mod)
WAVES = (sympy.sin, sympy.cos)
TURNING = sympy.Integer(-1)  # to a power


class NotPeriodicError(Exception):
    """What stands there does not repeat, or that is not seen."""


def by_remainders(
    term: Expression, index: Symbol, low: Expression, *, turning: bool
) -> list[Expression] | None:
    """What the terms are at low, low + T, low + 2 T and so on, at low + 1, low + 1 + T and so on,
    each by how often T was added, perhaps with a sign that turns; None where nothing is seen to
    repeat.
    """
    repeating = _periods(term, index)
    if not repeating:
        return None
    first = lcm(*repeating)
    for period in (first, 2 * first, 4 * first):
        if 1 < period <= LONGEST:
            place = {index: low + period * index}
            moved = ({index: place[index] + r} for r in range(period))
            try:
                parts = [_placed(term, each) for each in moved]
            except NotPeriodicError:
                continue
            if turning or not any(_turns(part, index) for part in parts):
                return parts
    return None


def _turns(term: Expression, index: Symbol) -> bool:
    """Whether -1 is raised to what moves, as in 1/(-1)^n, which SymPy writes (-1)^(-n)."""
    return any(power.base == TURNING and power.exp.has(index) for power in term.atoms(sympy.Pow))


def _periods(term: Expression, index: Symbol) -> list[int]:
    """After how many indices each part repeats, turns its sign, or jumps by an integer."""
    found = []
    for part in sympy.preorder_traversal(term):
        if not part.has(index):
            continue
        if isinstance(part, STEPS):
            found.append(_period(part.args[0], index, *part.args[1:]))
        elif isinstance(part, WAVES):
            found.append(_period(part.args[0], index, sympy.pi))
        elif isinstance(part, sympy.Pow) and part.base == -1:
            found.append(_period(part.exp, index))
    return [each for each in found if each is not None]


def _period(inside: Expression, index: Symbol, modulus: Expression = sympy.S.One) -> int | None:
    """After how many indices a polynomial, or what steps in it, grows by multiples of a number."""
    if not inside.is_polynomial(index):
        return 1 if inside.has(*STEPS) else None
    growth = [each / modulus for each in sympy.Poly(inside, index).all_coeffs()[:-1]]
    if not growth or not all(each.is_Rational for each in growth):
        return None
    return lcm(*(int(each.q) for each in growth))


def _placed(expression: Expression, place: dict[Symbol, Expression]) -> Expression:
    """The expression at an index, with what repeats as it is there; raises NotPeriodicError."""
    (index,) = place
    if not expression.has(index):
        return expression
    if expression == index:
        return place[index]
    args = [_placed(part, place) for part in expression.args]
    if isinstance(expression, (sympy.floor, sympy.ceiling)):
        growth, rest = _apart(args[0], index, sympy.S.One)
        return growth + expression.func(rest)
    if isinstance(expression, sympy.Mod):
        return sympy.Mod(_apart(args[0], index, args[1])[1], args[1])
    if isinstance(expression, WAVES) and args[0].has(sympy.pi):
        growth, rest = _apart(args[0], index, sympy.pi)
        return _sign(growth / sympy.pi, index) * expression.func(rest)
    if isinstance(expression, sympy.Pow) and expression.base == -1:
        growth, rest = _apart(args[1], index, sympy.S.One)
        if not rest.is_Integer:
            raise NotPeriodicError
        return _sign(growth, index) * TURNING**rest
    return expression.func(*args)


def _apart(inside: Expression, index: Symbol, modulus: Expression) -> tuple[Expression, Expression]:
    """What grows by multiples of the modulus with the index, and the constant beside it."""
    flat = sympy.expand(inside)
    if not flat.is_polynomial(index):
        raise NotPeriodicError
    *growing, rest = sympy.Poly(flat, index).all_coeffs()
    if not rest.is_real or not all((each / modulus).is_Integer for each in growing):
        raise NotPeriodicError
    return sympy.expand(flat - rest), rest


def _sign(growth: Expression, index: Symbol) -> Expression:
    """-1 to the power of a polynomial with integer coefficients and no constant: each power of the
    index is as even as this is.
    """
    odd = int(growth.xreplace({index: sympy.S.One})) % 2
    return TURNING**index if odd else sympy.S.One

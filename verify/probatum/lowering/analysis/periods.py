"""After how far what is said of a real variable repeats."""

from __future__ import annotations

import sympy

from probatum.type_names import Condition, Expression, Symbol

TURNS = {  # periods of functions of one number
    sympy.sin: 2 * sympy.pi, sympy.cos: 2 * sympy.pi, sympy.tan: sympy.pi, sympy.cot: sympy.pi,
    sympy.sec: 2 * sympy.pi, sympy.csc: 2 * sympy.pi, sympy.frac: sympy.Integer(1),
}  # fmt: skip
LONGEST = 1_000  # of the shortest period in it


def period_of(condition: Condition, variable: Symbol) -> Expression | None:
    """A number by which the variable may grow without changing the condition; None where none is
    seen, or the variable is not in it.
    """
    repeating = condition.atoms(*TURNS, sympy.Mod)
    waves = {wave for wave in repeating if wave.has(variable)}
    found = [_own(wave, variable) for wave in waves]
    if not found or None in found:
        return None
    if condition.xreplace({wave: sympy.Dummy(real=True) for wave in waves}).has(variable):
        return None
    first, *others = (each for each in found if each is not None)
    ratios = [sympy.cancel(each / first) for each in others]
    if not all(ratio.is_Rational for ratio in ratios):
        return None
    times = sympy.Integer(1)
    for ratio in ratios:
        times = _common(times, ratio)
    shortest = min([sympy.Integer(1), *ratios])
    return first * times if times <= LONGEST * shortest else None


def _own(wave: Expression, variable: Symbol) -> Expression | None:
    """The period of one wave, of what is linear in the variable."""
    inner, *modulus = wave.args
    slope = sympy.expand(inner).coeff(variable)
    straight = not sympy.expand(inner - slope * variable).has(variable)
    if not (straight and slope.is_number and slope.is_nonzero):
        return None
    turn = modulus[0] if modulus else TURNS[wave.func]
    return sympy.Abs(turn / slope) if turn.is_number and turn.is_nonzero else None


def _common(one: Expression, other: Expression) -> Expression:
    """The least number of which both are whole parts."""
    return sympy.Rational(sympy.ilcm(one.p, other.p), sympy.igcd(one.q, other.q))

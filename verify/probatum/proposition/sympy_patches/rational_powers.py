"""Corrects what SymPy says of powers that may be rational.

Up to 1.14 no power of an irrational number is rational but that to 0, nor any of 9/4 whole to a
positive exponent: that (3 sqrt(2))^(n^2 + 1) = 18 at n = 1, and (9/4)^e^x = 2 somewhere, it denies.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

_of_sympy = {"rational": sympy.Pow._eval_is_rational, "integer": sympy.Pow._eval_is_integer}


def is_rational(power: Expression) -> bool | None:
    """What SymPy says, but that it is irrational to an integer only of a reciprocal, and of what is
    transcendental.
    """
    found: bool | None = _of_sympy["rational"](power)
    base, exponent = power.args
    if found is False and base.is_rational is False and exponent.is_integer:
        return False if exponent == -1 or base.is_algebraic is False else None
    return found


def is_integer(power: Expression) -> bool | None:
    """What SymPy says, but that a fraction has no whole powers only to rational exponents."""
    found: bool | None = _of_sympy["integer"](power)
    base, exponent = power.args
    fraction = base.is_rational and base.is_integer is False and exponent.is_positive
    return None if found is False and fraction and not exponent.is_rational else found


def correct() -> None:
    """Have SymPy ask these from now on."""
    for fact, told in (("rational", is_rational), ("integer", is_integer)):
        setattr(sympy.Pow, f"_eval_is_{fact}", told)
        sympy.Pow._prop_handler[fact] = told

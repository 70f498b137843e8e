"""What is known of values of sequences, as conditions on the real variables that stand for them."""

from __future__ import annotations

from collections.abc import Callable

import sympy

from probatum.type_names import Condition, Expression, Number, Symbol

ALTERNATING = sympy.Integer(-1)
Facts = Callable[[Expression], list[Condition]]  # what is known of a value, as conditions on it


def facts_of_neighbours(
    base: Expression, offset: int, value: Expression, following: Expression
) -> list[Condition]:
    """(1 + 1/m)^m is at least 2 and below e, (1 + 1/m)^(m + 1) above e (DLMF, equation 4.4.17, and
    both are monotone), for value = m^n, following = (m + 1)^n, m = n + offset.
    """
    below = following * (base + 1) ** offset, value * base**offset
    above = following * (base + 1) ** (offset + 1), value * base ** (offset + 1)
    return [
        sympy.Ge(below[0], 2 * below[1], evaluate=False),
        sympy.Le(below[0], sympy.E * below[1], evaluate=False),
        sympy.Ge(above[0], sympy.E * above[1], evaluate=False),
    ]


def signs(base: Expression) -> Facts:
    """What is known of a power of a base with an unknown integer exponent."""
    return lambda value: [sympy.Implies(sympy.Gt(base, 0), sympy.Gt(value, 0))]


def facts_of_power(base: Expression, number: Number) -> Facts:
    """What is known of base^n for every n from zero on: its sign, and on which side of 1 it is."""

    def facts(value: Expression) -> list[Condition]:
        if base == ALTERNATING:
            return [sympy.Eq(value**2, 1, evaluate=False)]
        if base.is_Rational:
            return [sympy.Ge(value, 1 + number * (base - 1), evaluate=False)]
        positive, small = sympy.Gt(base, 0), sympy.And(sympy.Ge(base, 0), sympy.Le(base, 1))
        return [
            sympy.Implies(positive, sympy.Gt(value, 0)),
            sympy.Implies(small, sympy.And(sympy.Ge(value, 0), sympy.Le(value, 1))),
            sympy.Implies(sympy.Ge(base, 1), sympy.Ge(value, 1)),
        ]

    return facts


def facts_of_factorial(inner: Expression) -> Facts:
    """What is known of a factorial: those of integers are 1 at least, all others positive."""
    whole = inner.is_integer
    return lambda value: [sympy.Ge(value, 1, evaluate=False) if whole else sympy.Gt(value, 0)]


def has_values_from(term: Expression, index: Symbol, start: Expression) -> bool:
    """Whether a term is seen to be defined for every index from a number on."""
    if not start.is_Integer:
        return False
    later = sympy.Symbol(index.name, integer=True, nonnegative=True)
    known = term.subs(index, later + start)
    below = sympy.fraction(sympy.together(known))[1]
    plain = all(power.base.is_nonzero for power in known.atoms(sympy.Pow))
    return bool(below.is_nonzero and plain and not known.atoms(sympy.Function))

"""Lowers a bound on the moduli of the roots of a polynomial to inequalities between its
coefficients.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy

from probatum.errors import DefinitionError
from probatum.lowering.theorem import Theorem
from probatum.proposition.sense.definedness import defined
from probatum.proposition.written import PROVIDED, Written, is_written
from probatum.type_names import Comparison, Condition, Expression

SCHUR_COHN = Theorem(
    "Schur-Cohn conditions in Jury's form",
    "Jury, Theory and Application of the z-Transform Method, chapter 3",
    exact=True,
)


def compared(modulus: Expression, sign: str, bound: Expression) -> Condition:
    """That the largest modulus stands so to a bound."""
    lead, *rest = modulus.coefficients
    where = defined(lead)
    if where != sympy.true:  # without roots it is not compared, whatever the bound says
        bound = Written(PROVIDED, bound, where)
    scaled = [lead * lead, *(lead * coefficient for coefficient in rest)]
    below = _all_below(scaled, bound)
    match sign:
        case "<":
            return below
        case ">=":
            return sympy.Not(below)
    at_most = _none_above(scaled, bound, modulus)
    match sign:
        case "<=":
            return at_most
        case ">":
            return sympy.Not(at_most)
    equal = sympy.And(at_most, sympy.Not(below))
    return equal if sign == "==" else sympy.Not(equal)


def _all_below(coefficients: Sequence[Expression], bound: Expression) -> Condition:
    """That all roots of a polynomial with positive leading coefficient are inside the circle."""
    q = [coefficient * bound**power for power, coefficient in enumerate(reversed(coefficients))]
    inside = _inside_the_circle([sympy.expand(number) for number in q[::-1]])
    return sympy.And(_above_zero(sympy.Gt, bound), *inside)


def _above_zero(relation: Comparison, bound: Expression) -> Condition:
    """How a bound stands to zero; of what is kept as written, not carried out."""
    return relation(bound, 0, evaluate=False) if is_written(bound) else relation(bound, 0)


def _inside_the_circle(q: list[Expression]) -> list[Condition]:
    """Jury's inequalities for the unit circle, the leading coefficient first and positive."""
    at_one, at_minus_one = sum(q), sum((-1) ** power * a for power, a in enumerate(q))
    lead, last = q[0], q[-1]
    if len(q) <= 3:
        return [sympy.Gt(at_one, 0), sympy.Gt(at_minus_one, 0), sympy.Lt(last, lead)]
    reduced = [sympy.expand(lead * a - last * b) for a, b in zip(q[:-1], q[:0:-1], strict=True)]
    return [sympy.Gt(lead, last), sympy.Gt(lead, -last), *_inside_the_circle(reduced)]


def _none_above(
    coefficients: Sequence[Expression], bound: Expression, modulus: Expression
) -> Condition:
    """The same with the circle itself; known up to degree two."""
    if len(coefficients) > 3:
        raise DefinitionError(
            f"got {modulus} with <=, > or = and a polynomial of degree {len(coefficients) - 1}, "
            "wanted < or >=, or degree two at most"
        )
    lead, *rest = coefficients
    if len(rest) == 1:
        within = sympy.Le(sympy.Abs(rest[0]), lead * bound)
        return sympy.And(_above_zero(sympy.Ge, bound), within)
    linear, last = rest
    return sympy.And(
        _above_zero(sympy.Ge, bound),
        sympy.Le(sympy.Abs(last), lead * bound**2),
        sympy.Le(sympy.Abs(linear) * bound, lead * bound**2 + last),
        sympy.Or(_above_zero(sympy.Gt, bound), sympy.Eq(linear, 0)),
    )

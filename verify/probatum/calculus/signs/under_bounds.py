"""The sign of an expression wherever bounds on its variables hold,
read off the coefficients of polynomials.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational
from sympy.polys.polyerrors import BasePolynomialError

from probatum.proposition.numbers.digit_count import LONGEST_FACTORED, long_power, long_to_factor
from probatum.proposition.parts import conjuncts, put
from probatum.type_names import Comparison, Condition, Expression, Point, Polynomial, Symbol

LARGEST_POLYNOMIAL = 400  # terms
LARGEST_POWER = 64  # of a sum, to be multiplied out
HIGHEST = 5_000  # power of one generator, of which a polynomial has each coefficient
LARGEST_DEGREE = 48  # of a polynomial of several generators that is factored
LONGEST_OF_SEVERAL = 1_000  # bits of its coefficients
Sign = tuple[int, bool]  # the sign, 1 or -1, and whether zero is excluded
ZERO: Sign = (0, False)


def sign_under(expression: Expression, given: Condition) -> Sign:
    """The sign of the expression for all points that satisfy `given`;
    ZERO where it is not seen or changes.
    """
    moved = shifts(given)
    if explodes(expression, moved):
        return ZERO
    shifted = put(expression, moved)
    if grows(shifted) or expression.has(
        sympy.I
    ):  # a square of what is not real need not be positive
        return ZERO
    numerator, denominator = sympy.fraction(sympy.together(shifted))
    return _times(_of_polynomial(numerator), _of_polynomial(denominator))


def explodes(expression: Expression, moved: dict[Expression, Expression]) -> bool:
    """Whether a power of a number would become too long where its exponent is moved so far."""
    numbers = [abs(number) for value in moved.values() for number in value.atoms(sympy.Rational)]
    farthest = max(numbers, default=sympy.Integer(0))
    return any(
        power.base.is_Rational
        and power.exp.free_symbols
        and long_power(power.base, farthest, LONGEST_FACTORED)
        for power in expression.atoms(sympy.Pow)
    )


def grows(expression: Expression) -> bool:
    """Whether multiplying the expression out would fill the memory: a sum to a large power."""
    powers = expression.atoms(sympy.Pow, sympy.exp)
    if any(map(_is_high, powers)):
        return True
    return long_to_factor(expression) or any(
        power.base.is_Add and power.exp.is_Integer and abs(power.exp) > LARGEST_POWER
        for power in powers
    )


def _is_high(power: Expression) -> bool:
    """Whether it is a high power of a generator: e^(1000 x / 3) is one of e^(x / 3)."""
    multiples = [each.as_coeff_Mul()[0] for each in sympy.Add.make_args(power.exp)]
    return any(each.is_Rational and abs(each.p) > HIGHEST for each in multiples)


def _times(left: Sign, right: Sign) -> Sign:
    return (left[0] * right[0], left[1] and right[1]) if left[0] and right[0] else ZERO


def _of_polynomial(expression: Expression) -> Sign:
    if expression.is_Rational:
        return (1 if expression > 0 else -1, True) if expression else ZERO
    try:
        polynomial = sympy.Poly(expression)
    except BasePolynomialError:  # a constant, or no polynomial in anything
        return _assumed(expression)
    if len(polynomial.terms()) > LARGEST_POLYNOMIAL:
        return ZERO
    found = _of_terms(polynomial)
    return found if found[0] else _of_factors(polynomial)


def _of_terms(polynomial: Polynomial) -> Sign:
    """The common sign of all terms."""
    signs = [
        _of_term(polynomial.gens, powers, coefficient) for powers, coefficient in polynomial.terms()
    ]
    if {sign for sign, _ in signs} in ({1}, {-1}):
        return signs[0][0], any(strict for _, strict in signs)
    return ZERO


def _of_term(
    generators: tuple[Expression, ...], powers: tuple[int, ...], coefficient: Expression
) -> Sign:
    found = _assumed(coefficient)
    for generator, power in zip(generators, powers, strict=True):
        if power:
            sign, strict = _assumed(generator)
            even = power % 2 == 0 and generator.is_real
            found = _times(found, (1, strict) if even else (sign, strict))
    return found


def _assumed(expression: Expression) -> Sign:
    """The sign that follows from the assumptions on the symbols."""
    if expression.is_positive or expression.is_negative:
        return (1 if expression.is_positive else -1), True
    if expression.is_nonnegative or expression.is_nonpositive:
        return (1 if expression.is_nonnegative else -1), False
    return ZERO


def _of_factors(polynomial: Polynomial) -> Sign:
    """The product of the signs of the irreducible factors; even powers are never negative."""
    degree = polynomial.total_degree()
    several = len(polynomial.gens) > 1
    longest = LONGEST_OF_SEVERAL if several else LONGEST_FACTORED
    if degree == 1 or (several and degree > LARGEST_DEGREE):
        return ZERO
    if any(long_to_factor(each, longest) for each in polynomial.coeffs()):
        return ZERO
    coefficient, factors = polynomial.factor_list()
    if len(factors) == 1 and factors[0][1] == 1:
        return ZERO
    found = _assumed(coefficient)
    for factor, power in factors:
        sign, strict = _of_terms(factor)
        found = _times(found, (1, strict) if power % 2 == 0 else (sign, strict))
    return found


def shifts(given: Condition) -> Point:
    """Substitutions that build bounds into signs: where a < b, b becomes a + t with t positive;
    where b < 3, b becomes 3 - t.
    """
    found: Point = {}
    bounds = [
        relation
        for relation in conjuncts(given)
        if isinstance(relation, Relational) and hasattr(relation, "gts")
    ]
    for lower_bound in (True, False):
        for relation in sorted(bounds, key=lambda bound: len(bound.free_symbols)):
            _shift(relation, lower_bound, found)
    return _composed(found)


def _shift(relation: Comparison, lower_bound: bool, found: Point) -> None:
    variable, bound = (relation.gts, relation.lts) if lower_bound else (relation.lts, relation.gts)
    if not variable.is_Symbol or variable in found or not _independent(bound, variable, found):
        return
    positive = {"positive": True} if relation.rel_op in ("<", ">") else {"nonnegative": True}
    shift = sympy.Dummy(
        "t", integer=variable.is_integer and bound.is_integer, real=True, **positive
    )
    found[variable] = bound + shift if lower_bound else bound - shift


def _independent(bound: Expression, variable: Symbol, found: Point) -> bool:
    """Whether the bound is a variable or number that no earlier substitution makes depend on
    `variable`.
    """
    if not (bound.is_Symbol or bound.is_Rational):
        return False
    seen = bound
    for _ in found:
        seen = seen.xreplace(found)
    return variable not in seen.free_symbols


def _composed(found: Point) -> Point:
    for _ in found:
        found = {variable: value.xreplace(found) for variable, value in found.items()}
    return found

"""Proves that an expression is zero wherever it is defined, by rewriting alone."""

from __future__ import annotations

import sympy
from sympy.polys.polyerrors import PolynomialError

from probatum.calculus.proposals import WORK, TooMuchWorkError, at_most
from probatum.claim_cache import cached_for_claim
from probatum.type_names import Expression, Symbol

HYPERBOLIC = (sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch)
PRODUCTS = (
    sympy.factorial, sympy.binomial, sympy.gamma, sympy.RisingFactorial, sympy.FallingFactorial
)  # fmt: skip
MOST_FACTORS = 50
LARGEST_EXPRESSION = (
    2_000  # operations; simplification takes no budget, so larger ones are left alone
)


@cached_for_claim(1024)
def vanishes(expression: Expression) -> bool:
    """Whether rewriting ends in zero; False where that is not seen,
    or not within the work allowed.
    """
    try:
        with at_most(WORK):
            return bool(simplified(expression) == 0)
    except TooMuchWorkError:
        return False


def vanishes_beside(expression: Expression, variable: Symbol, end: Expression, side: int) -> bool:
    """The same above an end, or below it with the side -1, where roots of quotients are quotients
    of roots.
    """
    if not expression.atoms(sympy.Pow) or expression.count_ops() > LARGEST_EXPRESSION:
        return False
    distance = sympy.Dummy("t", positive=True)
    moved = expression.xreplace({variable: end + side * distance})
    try:
        with at_most(WORK):
            apart = moved.replace(_is_root, _of_factors)
    except (TooMuchWorkError, PolynomialError):
        return False
    return vanishes(apart)


def _is_root(part: Expression) -> bool:
    return bool(part.is_Pow and part.exp.is_Rational and not part.exp.is_Integer)


def _of_factors(root: Expression) -> Expression:
    return sympy.expand_power_base(sympy.factor(sympy.together(root.base)) ** root.exp)


def simplified(expression: Expression) -> Expression:
    """The expression, simplified as little as it takes to see that it is zero."""
    for form in (sympy.expand, _in_exponentials, sympy.simplify):
        if expression.count_ops() > LARGEST_EXPRESSION or _is_long_product(expression):
            break
        expression = form(expression)
        if expression == 0:
            break
    return expression


def _is_long_product(expression: Expression) -> bool:
    """Whether it holds what SymPy would write as a product of many factors: (n + 1000)!."""
    return any(
        abs(number) > MOST_FACTORS
        for function in expression.atoms(*PRODUCTS)
        for number in function.atoms(sympy.Integer)
    )


def _in_exponentials(expression: Expression) -> Expression:
    """A quotient of polynomials, hyperbolic functions written in exponentials,
    with common factors cancelled.
    """
    return sympy.cancel(without_hyperbolic(expression))


def without_hyperbolic(expression: Expression) -> Expression:
    """The expression or condition with hyperbolic functions in exponentials, and all else as it is:
    SymPy would write x^2 as e^(2 log x) as well.
    """
    while hyperbolic := expression.atoms(*HYPERBOLIC):
        expression = expression.xreplace(
            {function: function.rewrite(sympy.exp, deep=False) for function in hyperbolic}
        )
    return expression

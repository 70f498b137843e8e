"""Factors of polynomials, by FLINT where they are long."""

from __future__ import annotations

import flint
import sympy

from probatum.type_names import Expression, Symbol

SHORT = 40  # terms that SymPy factors as fast


def factor_list(polynomial: Expression) -> tuple[Expression, list[tuple[Expression, int]]]:
    """A number, and irreducible polynomials with their powers: the same as by SymPy."""
    whole = sympy.expand(polynomial)
    symbols = sorted(whole.free_symbols, key=sympy.default_sort_key)
    long = len(sympy.Add.make_args(whole)) >= SHORT and whole.is_polynomial(*symbols)
    terms = sympy.Poly(whole, *symbols).terms() if long else []
    if not terms or not all(number.is_Rational for _, number in terms):
        number, found = sympy.factor_list(polynomial)
        return number, found
    context = flint.fmpq_mpoly_ctx.get([f"x{place}" for place in range(len(symbols))], "lex")
    made = context.from_dict(
        {powers: flint.fmpq(int(number.p), int(number.q)) for powers, number in terms}
    )
    content, factors = made.factor()
    number, found = sympy.Rational(int(content.p), int(content.q)), []
    for factor, power in factors:
        size, base = _with_integers(factor, symbols)
        number *= size**power
        found.append((base, int(power)))
    return number, found


def factored(polynomial: Expression) -> Expression:
    """The product of its factors."""
    number, factors = factor_list(polynomial)
    return sympy.Mul(number, *(base**power for base, power in factors))


def _with_integers(
    factor: flint.fmpq_mpoly, symbols: list[Symbol]
) -> tuple[Expression, Expression]:
    """A number and what is left: coefficients without a common divisor, the first one positive."""
    terms = {
        powers: sympy.Rational(int(number.p), int(number.q))
        for powers, number in factor.to_dict().items()
    }
    size, made = sympy.Poly.from_dict(terms, *symbols).primitive()
    sign = 1 if made.LC() > 0 else -1
    return sign * size, (sign * made).as_expr()

"""Turns expressions into the polynomials of a certificate, and notes the signs that it needs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import sympy

from probatum.calculus.signs.under_bounds import sign_under
from probatum.certificates.certificate import Sign
from probatum.certificates.polynomial import Polynomial
from probatum.claim_cache import cached_for_claim
from probatum.decision import Outcome
from probatum.engines.multipliers.linear import Form, Linear
from probatum.engines.polynomials.factors import factor_list
from probatum.engines.polynomials.rational import polynomial
from probatum.engines.solvers import smt
from probatum.proposition.kinds import for_all
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Number, Symbols

SIGN_BUDGET = 1_000_000


@dataclass(slots=True)
class Writer:
    """Turns expressions into polynomials of the certificate, and notes the signs that it needs."""

    linear: Linear
    signs: dict[Expression, Sign]

    @property
    def symbols(self) -> Symbols:
        """Parameters, then a symbol for each vector, then values."""
        problem = self.linear.problem
        return (
            *problem.parameters,
            *(sympy.Symbol(f"vector {name}") for name in problem.basis),
            *problem.values,
        )

    def polynomial(self, expression: Expression) -> Polynomial:
        """An expression as a polynomial in all of them."""
        return polynomial(sympy.expand(expression), self.symbols)

    def expression(self, form: Form) -> Expression:
        """A linear form with products of symbols for inner products."""
        problem = self.linear.problem
        vectors = self.symbols[
            len(problem.parameters) : len(problem.parameters) + len(problem.basis)
        ]
        size = range(len(vectors))
        square = sympy.Add(
            *(form.matrix[i, j] * vectors[i] * vectors[j] for i in size for j in size)
        )
        return (
            square
            + sympy.Add(
                *(share * value for share, value in zip(form.values, problem.values, strict=True))
            )
            + form.constant
        )

    def require_sign(self, factor: Expression, *, positive: bool = False) -> bool:
        """Note the sign of a polynomial of the parameters for the certificate, if it is known;
        return whether it is.
        """
        known = self.sign_is_known(factor, positive=positive)
        if known and not factor.is_Rational and factor not in self.signs:
            products = _products(factor, self)
            self.signs[factor] = (
                Sign(self.polynomial(factor), products)
                if products
                else Sign(
                    self.polynomial(factor),
                    engine=smt.ENGINE,
                    positive=self.sign_is_known(factor, positive=True),
                )
            )
        return known

    def sign_is_known(self, factor: Expression, *, positive: bool = False) -> bool:
        """Whether a polynomial of the parameters is not below zero (or positive)
        wherever the hypotheses hold.
        """
        if factor.is_Rational:
            return bool(factor > 0 or (factor == 0 and not positive))
        coefficient, factors = factor_list(factor)
        sign, strict = (1 if coefficient > 0 else -1), True
        for base, power in factors:
            own, own_strict = _sign(base, self.linear.problem.parameters, self.linear.given)
            strict = strict and own_strict
            sign *= abs(own) if power % 2 == 0 and own else own if power % 2 else 1
        return bool(sign > 0 and (strict or not positive))


@cached_for_claim(4096)
def _sign(base: Expression, parameters: Symbols, given: Condition) -> tuple[int, bool]:
    """The sign of an irreducible polynomial where the hypotheses hold,
    and whether zero is excluded; 0 where it is not known.
    """
    found = sign_under(base, given)
    if found[0] and found[1]:
        return found
    for relation, known in (
        (sympy.Gt, (1, True)),
        (sympy.Lt, (-1, True)),
        (sympy.Ge, (1, False)),
        (sympy.Le, (-1, False)),
    ):
        statement = for_all(parameters, given, relation(base, 0))
        decision = smt.decide(statement, budget=SIGN_BUDGET, shown=False)
        if decision.outcome is Outcome.PROVED:
            return known
    return found


def hypotheses(linear: Linear) -> list[tuple[Expression, bool]]:
    """What is positive, or at least zero, of the parameters, as polynomials where no denominator is
    in the way.
    """
    found = []
    for part in conjuncts(linear.given):
        if isinstance(
            part, (sympy.StrictGreaterThan, sympy.StrictLessThan, sympy.GreaterThan, sympy.LessThan)
        ):
            above, below = sympy.fraction(sympy.together(part.gts - part.lts))
            if not below.free_symbols and above.is_polynomial(*linear.problem.parameters):
                found.append(
                    (
                        sympy.expand(above / below),
                        isinstance(part, (sympy.StrictGreaterThan, sympy.StrictLessThan)),
                    )
                )
    return found


def _products(
    factor: Expression, writer: Writer
) -> tuple[tuple[Fraction, tuple[tuple[int, int], ...]], ...] | None:
    """A polynomial as positive multiples of products of hypotheses, factor by factor;
    None where that is not seen.
    """
    known = [each for each, _ in hypotheses(writer.linear)]
    coefficient, factors = factor_list(factor)
    found: list[tuple[Expression, dict[int, int]]] = [(sympy.sympify(coefficient), {})]
    for base, power in factors:
        own = _as_hypotheses(base, known)
        if own is None:
            coefficient, own = -1, _as_hypotheses(-base, known)
            if own is None:
                return None
            found = [((-1) ** power * number, powers) for number, powers in found]
        for _ in range(power):
            found = [(a * b, _together(left, right)) for a, left in found for b, right in own]
    if any(number <= 0 for number, _ in found):
        return None
    return tuple(
        (Fraction(int(number.p), int(number.q)), tuple(sorted(powers.items())))
        for number, powers in found
    )


def _together(left: dict[int, int], right: dict[int, int]) -> dict[int, int]:
    return {which: left.get(which, 0) + right.get(which, 0) for which in {*left, *right}}


def _as_hypotheses(
    base: Expression, known: list[Expression]
) -> list[tuple[Expression, dict[int, int]]] | None:
    """A polynomial as a multiple of one hypothesis, or term by term as products of variables that
    are hypotheses themselves.
    """
    base = sympy.expand(base)
    for which, hypothesis in enumerate(known):
        ratio = _multiple(base, hypothesis)
        if ratio is not None and ratio > 0:
            return [(ratio, {which: 1})]
    found = []
    for term in sympy.Add.make_args(base):
        number, rest = term.as_coeff_Mul()
        powers = {}
        for factor in sympy.Mul.make_args(rest):
            symbol, power = factor.as_base_exp()
            if symbol == 1:
                continue
            if symbol not in known:
                return None
            powers[known.index(symbol)] = int(power)
        if number <= 0:
            return None
        found.append((number, powers))
    return found


def _multiple(one: Expression, other: Expression) -> Number | None:
    """Which rational multiple of another polynomial one is, both multiplied out; None where it is
    none.
    """
    above, below = one.as_coefficients_dict(), other.as_coefficients_dict()
    if above.keys() != below.keys():
        return None
    ratios = {above[term] / below[term] for term in above}
    return ratios.pop() if len(ratios) == 1 else None

"""A proof of an inequality as an identity between polynomials, and its check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from probatum.certificates.polynomial import Polynomial
from probatum.certificates.reading import count, entries, names, number, place, places, text, truth

MOST_FACTORS = 100  # hypotheses in one product, each as often as it is multiplied


@dataclass(frozen=True, slots=True)
class Term:
    """`factor` times `polynomial`; `rule` says why the product cannot be below zero ("condition",
    "square"), or is zero ("equation").
    """

    rule: str
    factor: Polynomial
    polynomial: Polynomial
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A polynomial as a sum of positive numbers times products of hypotheses: [number,
    [[which hypothesis, power], ...]].

    Without `products` it is left to `engine`, which says whether it is `positive` or may be zero,
    and no check of this file says anything of it.
    """

    polynomial: Polynomial
    products: tuple[tuple[Fraction, tuple[tuple[int, int], ...]], ...] = ()
    engine: str = ""
    positive: bool = False

    def written(self) -> list[object]:
        """As data for JSON."""
        products = [
            [str(number), [list(power) for power in powers]] for number, powers in self.products
        ]
        return [self.polynomial.written(), products, self.engine, self.positive]


@dataclass(frozen=True, slots=True)
class Certificate:
    """That one of the claims is at least zero wherever the hypotheses and the conditions hold.

    The claims, each times its factor, add up to the terms.

    vectors: those variables that stand for vectors of any dimension; a product of two of them is
        an inner product.
    hypotheses: what is positive (True) or at least zero (False) of the other variables.
    """

    variables: tuple[str, ...]
    vectors: tuple[int, ...]
    hypotheses: tuple[tuple[Polynomial, bool], ...]
    claims: tuple[tuple[Polynomial, Polynomial], ...]
    terms: tuple[Term, ...]
    signs: tuple[Sign, ...] = ()

    def written(self) -> dict[str, object]:
        """As data for JSON."""
        return {
            "variables": list(self.variables),
            "vectors": list(self.vectors),
            "hypotheses": [[each.written(), strict] for each, strict in self.hypotheses],
            "claims": [[factor.written(), claim.written()] for factor, claim in self.claims],
            "terms": [
                [term.rule, term.factor.written(), term.polynomial.written(), term.name]
                for term in self.terms
            ],
            "signs": [sign.written() for sign in self.signs],
        }

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Certificate:
        """From data of JSON; raises ValueError, KeyError or TypeError for anything else."""
        variables = names(data["variables"])
        supposed = entries(data["hypotheses"])

        def rows(of: Any) -> Iterator[list[Any]]:
            return map(entries, entries(of))

        def polynomial(terms: Any) -> Polynomial:
            return Polynomial.read(terms, len(variables))

        return cls(
            variables,
            places(data["vectors"], len(variables)),
            tuple((polynomial(each), truth(strict)) for each, strict in rows(supposed)),
            tuple(
                (polynomial(factor), polynomial(claim)) for factor, claim in rows(data["claims"])
            ),
            tuple(
                Term(text(rule), polynomial(factor), polynomial(each), text(name))
                for rule, factor, each, name in rows(data["terms"])
            ),
            tuple(
                Sign(
                    polynomial(each),
                    tuple(
                        (
                            number(share),
                            tuple(
                                (place(which, len(supposed)), count(power))
                                for which, power in rows(powers)
                            ),
                        )
                        for share, powers in rows(products)
                    ),
                    text(engine),
                    truth(positive),
                )
                for each, products, engine, positive in rows(data["signs"])
            ),
        )


def problems(certificate: Certificate) -> list[str]:
    """What is wrong with a certificate; nothing where it proves what it says.
    Signs that name an engine are taken on its word.
    """
    try:
        return [*_problems(certificate)]
    except OverflowError as problem:
        return [f"it is too long to be multiplied out: {problem}"]


def _problems(certificate: Certificate) -> Iterator[str]:
    zero = Polynomial()
    left = sum((factor * claim for factor, claim in certificate.claims), zero)
    right = zero
    for term in certificate.terms:
        square = term.polynomial * term.polynomial if term.rule == "square" else term.polynomial
        right += term.factor * square
        if term.rule not in ("condition", "square", "equation"):
            yield f"the rule {term.rule!r} is not known"
        if term.rule != "equation" and not _known(certificate, term.factor):
            yield f"the factor of {term.name or 'a square'} may be below zero"
        yield from _about_vectors(
            certificate, term.polynomial, term.factor, squared=term.rule == "square"
        )
    if left != right:
        yield "the two sides of the identity differ"
    for factor, claim in certificate.claims:
        if not _known(certificate, factor):
            yield "the factor of a claim may be below zero"
        yield from _about_vectors(certificate, claim, factor)
    factors = [factor for factor, _ in certificate.claims]
    if not any(_known(certificate, each, strict=True) for each in (*factors, sum(factors, zero))):
        yield "no factor of a claim is known to be positive"
    if any(not each.degree(certificate.vectors) <= {0} for each, _ in certificate.hypotheses):
        yield "a vector stands in a hypothesis about numbers"


def _about_vectors(
    certificate: Certificate, polynomial: Polynomial, factor: Polynomial, *, squared: bool = False
) -> list[str]:
    """In any dimension vectors stand in inner products of two, and in squares of sums of their
    multiples; the square of a number has none.
    """
    degrees = polynomial.degree(certificate.vectors)
    fits = any(degrees <= each for each in (({0}, {1}) if squared else ({0, 2},)))
    if certificate.vectors and not (fits and factor.degree(certificate.vectors) <= {0}):
        return ["vectors stand where they are no inner products"]
    return []


def _known(certificate: Certificate, polynomial: Polynomial, *, strict: bool = False) -> bool:
    """Whether a polynomial is known to be at least zero, or positive."""
    constant = polynomial.terms.keys() <= {(0,) * len(certificate.variables)}
    if constant:
        return all(number > 0 for number in polynomial.terms.values()) and (
            bool(polynomial.terms) or not strict
        )
    return any(
        _shows(certificate, sign, strict)
        for sign in certificate.signs
        if sign.polynomial == polynomial
    )


def _shows(certificate: Certificate, sign: Sign, strict: bool) -> bool:
    if sign.engine:
        return sign.positive or not strict
    one = Polynomial({(0,) * len(certificate.variables): Fraction(1)})
    total, positive = Polynomial(), False
    for share, powers in sign.products:
        if share <= 0 or sum(power for _, power in powers) > MOST_FACTORS:
            return False
        product = one
        for which, power in powers:
            for _ in range(power):
                product *= certificate.hypotheses[which][0]
        positive = positive or all(certificate.hypotheses[which][1] for which, _ in powers)
        total += product * Polynomial({(0,) * len(certificate.variables): share})
    return total == sign.polynomial and (positive or not strict)

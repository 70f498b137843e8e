"""Decides linear statements over inner products: a certificate, or values that break it,
both checked exactly before they count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import islice
from typing import Any

import numpy as np
import sympy

from probatum.certificates import breach as breaches
from probatum.certificates import certificate as certificates
from probatum.certificates.breach import Breach
from probatum.certificates.certificate import Certificate, Sign, Term
from probatum.certificates.polynomial import Polynomial
from probatum.decide import certifying, semidefinite, smt
from probatum.decide.certifying import Evaluator, Exact
from probatum.decide.linear import Form, Linear
from probatum.decide.rational import Place, places, polynomial
from probatum.decide.signs import sign_under
from probatum.decision import Outcome
from probatum.proposition.kinds import ForAll, conjuncts, unchecked
from probatum.proposition.statement import words_of

NAME = "certificate"
ENGINE = "exact certificate"
MOST_PLACES = 10  # at which a breach is sought
SIGN_BUDGET = 1_000_000
ROUNDINGS = (1, 2, 4, 10, 100, 1000, 100_000)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a claim breaks: the point of the parameters, coordinates of the basis, and values."""

    place: Place
    coordinates: list[list[Fraction]]
    values: list[Fraction]


def breaking(linear: Linear) -> Found | None:
    """Exact values that break the claims at one of the first points of the parameters;
    None where none is seen.
    """
    evaluator = Evaluator(linear)
    for place in islice(places(linear.problem.parameters, linear.given), MOST_PLACES):
        try:
            claims, conditions = evaluator.at(place)
        except ZeroDivisionError:
            continue
        proposed = semidefinite.breach(
            [each.numbers for each in claims],
            [each.numbers for each in conditions],
            linear.equations,
        )
        if proposed is not None:
            for found in _close(*proposed):
                if _breaks(found, claims, conditions, linear.equations):
                    return Found(place, *found)
    return None


def _close(gram: Any, values: Any) -> Iterator[tuple[list[list[Fraction]], list[Fraction]]]:
    """Coordinates and values rounded to ever finer fractions."""
    sizes, vectors = np.linalg.eigh(gram)
    root = np.linalg.qr((vectors * np.sqrt(np.maximum(sizes, 0.0))).T)[1].T
    root = root * np.where(np.diag(root) < 0, -1.0, 1.0)
    for largest in ROUNDINGS:
        coordinates = [
            [Fraction(round(float(entry) * largest), largest) for entry in row]
            for row in np.tril(root)
        ]
        yield coordinates, [Fraction(round(float(value) * largest), largest) for value in values]


def _breaks(
    found: tuple[Any, Any],
    claims: Sequence[Exact],
    conditions: Sequence[Exact],
    equations: Sequence[bool],
) -> bool:
    def value(form: Exact) -> Fraction:
        return _value(form, *found)

    met = all(
        value(form) == 0 if equation else value(form) >= 0
        for form, equation in zip(conditions, equations, strict=True)
    )
    return met and all(value(form) < 0 for form in claims)


def _value(form: Exact, coordinates: list[list[Fraction]], values: list[Fraction]) -> Fraction:
    total = form.constant + sum(
        (share * value for share, value in zip(form.values, values, strict=True)), Fraction(0)
    )
    for i, row in enumerate(form.matrix):
        for j, share in enumerate(row):
            if share:
                total += share * sum(
                    (a * b for a, b in zip(coordinates[i], coordinates[j], strict=True)),
                    Fraction(0),
                )
    return total


def certificate(linear: Linear) -> Certificate | None:
    """A certificate that passes its check; None where none is found."""
    if not linear.problem.parameters:
        evaluator = Evaluator(linear)
        found = certifying.at_point(*evaluator.at(()), linear.equations)
        return (
            None
            if found is None
            else written(
                linear, [sympy.Rational(each.numerator, each.denominator) for each in found]
            )
        )
    for functions in certifying.as_functions(linear):
        made = written(linear, functions)
        if made is not None:
            return made
    return None


@dataclass(slots=True)
class Writer:
    """Turns expressions into polynomials of the certificate, and notes the signs that it needs."""

    linear: Linear
    signs: dict[Any, Sign]

    @property
    def symbols(self) -> tuple[Any, ...]:
        """Parameters, then a symbol for each vector, then values."""
        problem = self.linear.problem
        return (
            *problem.parameters,
            *(sympy.Symbol(f"vector {name}") for name in problem.basis),
            *problem.values,
        )

    def polynomial(self, expression: Any) -> Polynomial:
        """An expression as a polynomial in all of them."""
        return polynomial(sympy.expand(expression), self.symbols)

    def expression(self, form: Form) -> Any:
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

    def is_known(self, factor: Any, *, positive: bool = False) -> bool:
        """Whether a polynomial of the parameters is not below zero (or positive)
        wherever the hypotheses hold; then its sign is noted.
        """
        if factor.is_Rational:
            return bool(factor > 0 or (factor == 0 and not positive))
        coefficient, factors = sympy.factor_list(factor)
        sign, strict = (1 if coefficient > 0 else -1), True
        for base, power in factors:
            own, own_strict = _sign(base, self.linear.problem.parameters, self.linear.given)
            strict = strict and own_strict
            sign *= abs(own) if power % 2 == 0 and own else own if power % 2 else 1
        if sign <= 0 or (positive and not strict):
            return False
        if factor not in self.signs:
            products = _products(factor, self)
            self.signs[factor] = Sign(
                self.polynomial(factor), products or (), "" if products else smt.ENGINE
            )
        return True


@lru_cache(maxsize=4096)
def _sign(base: Any, parameters: tuple[Any, ...], given: Any) -> tuple[int, bool]:
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
        statement: ForAll = unchecked(
            ForAll, variables=parameters, given=given, then=relation(base, 0)
        )
        decision = smt.decide(statement, None, SIGN_BUDGET)
        if decision.outcome is Outcome.PROVED:
            return known
    return found


def _hypotheses(linear: Linear) -> list[tuple[Any, bool]]:
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
    factor: Any, writer: Writer
) -> tuple[tuple[Fraction, tuple[tuple[int, int], ...]], ...] | None:
    """A polynomial as positive multiples of products of hypotheses, factor by factor;
    None where that is not seen.
    """
    known = [each for each, _ in _hypotheses(writer.linear)]
    coefficient, factors = sympy.factor_list(factor)
    found: list[tuple[Any, dict[int, int]]] = [(sympy.sympify(coefficient), {})]
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


def _as_hypotheses(base: Any, known: list[Any]) -> list[tuple[Any, dict[int, int]]] | None:
    """A polynomial as a multiple of one hypothesis, or term by term as products of variables that
    are hypotheses themselves.
    """
    for which, hypothesis in enumerate(known):
        ratio = sympy.cancel(base / hypothesis)
        if ratio.is_Rational and ratio > 0:
            return [(ratio, {which: 1})]
    found = []
    for term in sympy.Add.make_args(sympy.expand(base)):
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


def written(linear: Linear, factors: Sequence[Any]) -> Certificate | None:
    """The certificate with these weights and multipliers, where it is right; None where it is not,
    or a sign is not known.
    """
    writer = Writer(linear, {})
    claims, conditions = factors[: len(linear.claims)], factors[len(linear.claims) :]
    left = _combined(linear, factors)
    if any(sympy.cancel(value) != 0 for value in left.values):
        return None
    squares = _squares(left.matrix, writer)
    if squares is None:
        return None
    named = [condition.name for condition in linear.problem.conditions]
    parts = [
        ("claim", weight, writer.expression(form), "")
        for weight, form in zip(claims, linear.claims, strict=True)
    ]
    for multiplier, form, name, equation in zip(
        conditions, linear.conditions, named, linear.equations, strict=True
    ):
        if multiplier != 0:
            parts.append(
                ("equation" if equation else "condition", multiplier, writer.expression(form), name)
            )
    vectors = writer.symbols[len(linear.problem.parameters) :][: len(linear.problem.basis)]
    for weight, linear_form in squares:
        parts.append(
            (
                "square",
                weight,
                sympy.Add(*(a * v for a, v in zip(linear_form, vectors, strict=True))),
                "",
            )
        )
    constant = sympy.cancel(left.constant)
    if constant != 0:
        parts.append(("square", constant, sympy.Integer(1), ""))
    return _assembled(linear, writer, parts)


def _combined(linear: Linear, factors: Sequence[Any]) -> Form:
    signed = [*((form, 1) for form in linear.claims), *((form, -1) for form in linear.conditions)]
    pairs = [
        (factor * sign, form)
        for factor, (form, sign) in zip(factors, signed, strict=True)
        if factor != 0
    ]
    size = len(linear.problem.basis)
    matrix = sympy.Matrix(
        size,
        size,
        lambda i, j: sympy.cancel(sympy.Add(*(f * form.matrix[i, j] for f, form in pairs))),
    )
    values = tuple(
        sympy.Add(*(f * form.values[k] for f, form in pairs))
        for k in range(len(linear.problem.values))
    )
    return Form(matrix, values, sympy.Add(*(f * form.constant for f, form in pairs)))


def _squares(matrix: Any, writer: Writer) -> list[tuple[Any, list[Any]]] | None:
    """The quadratic form as a sum of weights times squares, pivots that are known to be positive
    first; None where it is not seen.
    """
    rest = sympy.Matrix(matrix)
    found: list[tuple[Any, list[Any]]] = []
    left = set(range(rest.rows))
    while left:
        zero = next((k for k in left if rest[k, k] == 0), None)
        if zero is not None:
            if any(rest[zero, j] != 0 for j in range(rest.rows)):
                return None
            left.discard(zero)
            continue
        pivot = next((k for k in sorted(left) if _is_positive(rest[k, k], writer)), None)
        if pivot is None:
            return _last(rest, left, writer, found)
        weight = rest[pivot, pivot]
        form = [sympy.cancel(rest[pivot, j] / weight) for j in range(rest.rows)]
        found.append((weight, form))
        rest = sympy.Matrix(
            rest.rows,
            rest.rows,
            lambda i, j, w=weight, f=form, r=rest: sympy.cancel(r[i, j] - w * f[i] * f[j]),
        )
        left.discard(pivot)
    return found


def _last(rest: Any, left: set[int], writer: Writer, found: list[Any]) -> list[Any] | None:
    """One square whose weight may be zero; with others beside it the pivots would have to be
    positive.
    """
    others = [k for k in left if any(rest[k, j] != 0 for j in range(rest.rows))]
    if len(others) == 1:
        k = others[0]
        return [*found, (rest[k, k], [sympy.Integer(1 if j == k else 0) for j in range(rest.rows)])]
    for k in others:  # all of rank one: the row is a multiple of the weight
        form = [sympy.cancel(rest[k, j] / rest[k, k]) for j in range(rest.rows)]
        if all(not sympy.fraction(entry)[1].free_symbols for entry in form) and all(
            sympy.cancel(rest[i, j] - rest[k, k] * form[i] * form[j]) == 0
            for i in range(rest.rows)
            for j in range(rest.rows)
        ):
            return [*found, (rest[k, k], form)]
    return None


def _is_positive(entry: Any, writer: Writer) -> bool:
    above, below = sympy.fraction(sympy.cancel(entry))
    return writer.is_known(above * below, positive=True)


def _assembled(
    linear: Linear, writer: Writer, parts: list[tuple[str, Any, Any, str]]
) -> Certificate | None:
    """All of it multiplied by one common denominator; None where a sign is not known or the check
    fails.
    """
    cleared = []
    for rule, factor, expression, name in parts:
        above, below = sympy.fraction(sympy.together(expression))
        below = sympy.expand(below)
        if rule in ("claim", "condition") and not writer.is_known(below, positive=True):
            if not writer.is_known(-below, positive=True):
                return None
            above, below = -above, -below
        cleared.append(
            (rule, sympy.cancel(factor / (below**2 if rule == "square" else below)), above, name)
        )
    denominators = [sympy.fraction(sympy.cancel(factor))[1] for _, factor, _, _ in cleared]
    common = reduce(sympy.lcm, denominators, sympy.Integer(1))
    if not writer.is_known(common, positive=True):
        common = -common
    claims, terms = [], []
    for rule, factor, above, name in cleared:
        whole = sympy.expand(sympy.cancel(factor * common))
        if rule != "equation" and not writer.is_known(whole):
            return None
        if rule == "claim":
            writer.is_known(whole, positive=True)
            claims.append((writer.polynomial(whole), writer.polynomial(above)))
        else:
            terms.append(Term(rule, writer.polynomial(whole), writer.polynomial(above), name))
    places_of_vectors = tuple(
        range(
            len(linear.problem.parameters),
            len(linear.problem.parameters) + len(linear.problem.basis),
        )
    )
    hypotheses = tuple((writer.polynomial(each), strict) for each, strict in _hypotheses(linear))
    names = (
        *(p.name for p in linear.problem.parameters),
        *map(words_of, linear.problem.basis),
        *(v.name for v in linear.problem.values),
    )
    made = Certificate(
        names,
        places_of_vectors,
        hypotheses,
        tuple(claims),
        tuple(terms),
        tuple(writer.signs.values()),
    )
    return made if not certificates.problems(made) else None


def breach(linear: Linear, found: Found) -> Breach | None:
    """The values that break the claims, as what can be checked from the ledger alone;
    None where its check fails.
    """
    writer = Writer(linear, {})
    relations = []
    for form, is_equation in zip(linear.conditions, linear.equations, strict=True):
        relations.append((_cleared(writer, form, found), "=" if is_equation else ">="))
    relations += [(_cleared(writer, form, found), "<") for form in linear.claims]
    relations += [
        (writer.polynomial(each), ">" if strict else ">=") for each, strict in _hypotheses(linear)
    ]
    problem = linear.problem
    values = [
        *((value,) for value in found.place),
        *map(tuple, found.coordinates),
        *((value,) for value in found.values),
    ]
    names = (
        *(p.name for p in problem.parameters),
        *map(words_of, problem.basis),
        *(v.name for v in problem.values),
    )
    vectors = tuple(range(len(problem.parameters), len(problem.parameters) + len(problem.basis)))
    made = Breach(names, vectors, tuple(values), tuple(relations))
    return made if not breaches.problems(made) else None


def _cleared(writer: Writer, form: Form, found: Found) -> Polynomial:
    """A form times its denominator, with the sign that this has at the point."""
    above, below = sympy.fraction(sympy.together(writer.expression(form)))
    at = {
        name: sympy.Rational(v.numerator, v.denominator)
        for name, v in zip(writer.linear.problem.parameters, found.place, strict=True)
    }
    return writer.polynomial(above if sympy.sympify(below).xreplace(at) > 0 else -above)


def in_words(made: Certificate) -> str:
    """The proof as a reader follows it: what to add, and what is left."""
    added = [
        f"{_short(made, term.factor)} times [{term.name}]"
        for term in made.terms
        if term.rule != "square"
    ]
    squares = [_square(made, term) for term in made.terms if term.rule == "square"]
    left = " + ".join(squares) or "nothing"
    claims = " and ".join(
        f"{_short(made, factor)} times the difference of the sides" for factor, _ in made.claims
    )
    return (
        f"{claims} is {' + '.join([*added]) or 'made of squares alone'}, "
        f"and what is left is a sum of squares: {left}"
    )


def _square(made: Certificate, term: Term) -> str:
    return f"{_short(made, term.factor)}·|{_short(made, term.polynomial)}|²"


def _short(made: Certificate, of: Polynomial) -> str:
    names = [sympy.Symbol(name) for name in made.variables]
    terms = [
        sympy.Rational(c.numerator, c.denominator)
        * sympy.Mul(*(s**p for s, p in zip(names, powers, strict=True)))
        for powers, c in of.terms.items()
    ]
    text = words_of(sympy.factor(sympy.Add(*terms)))
    return f"({text})" if " " in text else text

"""Decides linear statements over inner products: a certificate, or values that break it,
both checked exactly before they count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain, combinations, combinations_with_replacement

import sympy

from probatum.certificates import certificate as certificates
from probatum.certificates.certificate import Certificate, Term
from probatum.certificates.polynomial import Polynomial
from probatum.engines.multipliers import exact_multipliers
from probatum.engines.multipliers.certificate_writer import Writer, hypotheses
from probatum.engines.multipliers.determined_multipliers import determined
from probatum.engines.multipliers.exact_multipliers import Evaluator
from probatum.engines.multipliers.linear import Form, Linear
from probatum.engines.polynomials.factors import factored
from probatum.proposition.parts import conjuncts
from probatum.proposition.reading.sentences import words_of
from probatum.type_names import Condition, Expression, Matrix

NAME = "certificate"
ENGINE = "exact certificate"
Squares = list[tuple[Expression, list[Expression]]]  # weights, and what is squared


def certificate(linear: Linear) -> Certificate | None:
    """A certificate that passes its check; None where none is found."""
    if not linear.problem.parameters:
        evaluator = Evaluator(linear)
        found = exact_multipliers.at_point(*evaluator.at(()), linear.equations)
        return (
            None
            if found is None
            else written(
                linear, [sympy.Rational(each.numerator, each.denominator) for each in found]
            )
        )
    linear = replace(linear, given=_speaking(linear))
    alone = [[sympy.Integer(1)]] if len(linear.claims) == 1 and not linear.conditions else []
    for functions in chain(alone, determined(linear), exact_multipliers.as_functions(linear)):
        made = written(linear, functions)
        if made is not None:
            return made
    return None


def _speaking(linear: Linear) -> Condition:
    """The hypotheses on parameters that stand in a claim or a condition; a proof needs no other."""
    forms = (*linear.claims, *linear.conditions)
    spoken = {
        symbol
        for form in forms
        for part in (*form.matrix, *form.values, form.constant)
        for symbol in part.free_symbols
    }
    return sympy.And(*(part for part in conjuncts(linear.given) if part.free_symbols <= spoken))


def written(linear: Linear, factors: Sequence[Expression]) -> Certificate | None:
    """The certificate with these weights and multipliers, where it is right; None where it is not,
    or a sign is not known.
    """
    ways = (_squares, _of_differences)
    return next(filter(None, (_with_squares(linear, factors, way) for way in ways)), None)


def _with_squares(
    linear: Linear, factors: Sequence[Expression], way: Callable[[Matrix, Writer], Squares | None]
) -> Certificate | None:
    writer = Writer(linear, {})
    claims, conditions = factors[: len(linear.claims)], factors[len(linear.claims) :]
    left = combined(linear, factors)
    if any(sympy.cancel(value) != 0 for value in left.values):
        return None
    squares = way(left.matrix, writer)
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


def combined(linear: Linear, factors: Sequence[Expression]) -> Form:
    """The weighted claims less the conditions times their multipliers."""
    signed = [*((form, 1) for form in linear.claims), *((form, -1) for form in linear.conditions)]
    pairs = [
        (factor * sign, form)
        for factor, (form, sign) in zip(factors, signed, strict=True)
        if factor != 0
    ]
    size = len(linear.problem.basis)
    upper = {
        (i, j): sympy.cancel(sympy.Add(*(f * form.matrix[i, j] for f, form in pairs)))
        for i, j in combinations_with_replacement(range(size), 2)
    }
    values = tuple(
        sympy.Add(*(f * form.values[k] for f, form in pairs))
        for k in range(len(linear.problem.values))
    )
    constant = sympy.Add(*(f * form.constant for f, form in pairs))
    return Form(_symmetric(size, upper), values, constant)


def _symmetric(size: int, upper: Mapping[tuple[int, int], Expression]) -> Matrix:
    """A matrix by its entries on the diagonal and above it: simplifying them takes long."""
    return sympy.Matrix(size, size, lambda i, j: upper[min(i, j), max(i, j)])


def _squares(matrix: Matrix, writer: Writer) -> Squares | None:
    """The quadratic form as a sum of weights times squares; None where it is not seen.

    A weight may vanish where what is divided by does not: only then is that an identity.
    """
    rest = sympy.Matrix(matrix)
    found: Squares = []
    while not rest.is_zero_matrix:
        pivot = _pivot(rest, writer)
        if pivot is None:
            return None
        weight = rest[pivot, pivot]
        form = [sympy.cancel(rest[pivot, j] / weight) for j in range(rest.rows)]
        found.append((weight, form))
        upper = {
            (i, j): sympy.cancel(rest[i, j] - weight * form[i] * form[j])
            for i, j in combinations_with_replacement(range(rest.rows), 2)
        }
        rest = _symmetric(rest.rows, upper)
    return found


def _of_differences(matrix: Matrix, writer: Writer) -> Squares | None:
    """The quadratic form as weights times squares of differences and sums of two, and squares;
    None where a weight is not seen to be at least zero.
    """
    size, unit = matrix.rows, sympy.eye(matrix.rows)
    alone, found = list(matrix.diagonal()), []
    for i, j in combinations(range(size), 2):
        entry = sympy.cancel(matrix[i, j])
        sign = -1 if _is_at_least_zero(-entry, writer) else 1
        found.append((sign * entry, list(unit.row(i) + sign * unit.row(j))))
        alone[i], alone[j] = alone[i] - sign * entry, alone[j] - sign * entry
    found += [(sympy.cancel(each), list(unit.row(i))) for i, each in enumerate(alone)]
    if not all(_is_at_least_zero(weight, writer) for weight, _ in found):
        return None
    return [(weight, form) for weight, form in found if weight != 0]


def _is_at_least_zero(entry: Expression, writer: Writer) -> bool:
    above, below = sympy.fraction(entry)
    return writer.require_sign(above * below) and _is_nowhere_zero(below, writer)


def _pivot(rest: Expression, writer: Writer) -> int | None:
    """A row to divide by: one with a positive entry in the diagonal before one in whose quotients
    that entry cancels.
    """
    rows = [k for k in range(rest.rows) if rest[k, k] != 0]
    for k in rows:
        if _is_positive(rest[k, k], writer):
            return k
    for k in rows:
        quotients = (sympy.cancel(entry / rest[k, k]) for entry in rest.row(k))
        if all(_is_nowhere_zero(sympy.fraction(quotient)[1], writer) for quotient in quotients):
            return k
    return None


def _is_positive(entry: Expression, writer: Writer) -> bool:
    above, below = sympy.fraction(sympy.cancel(entry))
    return writer.require_sign(above * below, positive=True)


def _is_nowhere_zero(entry: Expression, writer: Writer) -> bool:
    return writer.require_sign(entry, positive=True) or writer.require_sign(-entry, positive=True)


def _assembled(
    linear: Linear, writer: Writer, parts: list[tuple[str, Expression, Expression, str]]
) -> Certificate | None:
    """All of it multiplied by one common denominator; None where a sign is not known or the check
    fails.
    """
    cleared = []
    for rule, factor, expression, name in parts:
        above, below = sympy.fraction(sympy.together(expression))
        below = sympy.expand(below)
        if rule in ("claim", "condition") and not writer.require_sign(below, positive=True):
            if not writer.require_sign(-below, positive=True):
                return None
            above, below = -above, -below
        cleared.append(
            (rule, _cancelled(factor / (below**2 if rule == "square" else below)), above, name)
        )
    denominators = [sympy.fraction(factor)[1] for _, factor, _, _ in cleared]
    common = reduce(sympy.lcm, denominators, sympy.Integer(1))
    if not writer.require_sign(common, positive=True):
        common = -common
    claims, terms, together = [], [], sympy.Integer(0)
    for rule, factor, above, name in cleared:
        whole = sympy.expand(_cancelled(factor * common))
        if rule != "equation" and not writer.require_sign(whole):
            return None
        if rule == "claim":
            together += whole
            claims.append((writer.polynomial(whole), writer.polynomial(above)))
        else:
            terms.append(Term(rule, writer.polynomial(whole), writer.polynomial(above), name))
    if not writer.require_sign(sympy.expand(together), positive=True):
        return None
    places_of_vectors = tuple(
        range(
            len(linear.problem.parameters),
            len(linear.problem.parameters) + len(linear.problem.basis),
        )
    )
    supposed = tuple((writer.polynomial(each), strict) for each, strict in hypotheses(linear))
    names = (
        *(p.name for p in linear.problem.parameters),
        *map(words_of, linear.problem.basis),
        *(v.name for v in linear.problem.values),
    )
    made = Certificate(
        names,
        places_of_vectors,
        supposed,
        tuple(claims),
        tuple(terms),
        tuple(writer.signs.values()),
    )
    return made if not certificates.problems(made) else None


def _cancelled(product: Expression) -> Expression:
    """A product without common factors; given it whole, SymPy takes each of its sums apart first,
    which takes far longer.
    """
    number, above, below = sympy.cancel(product.as_numer_denom())
    return number * (above / below)


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
    text = words_of(factored(sympy.Add(*terms)))
    return f"({text})" if " " in text else text

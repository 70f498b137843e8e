"""An author's multipliers, checked as fitted ones are; wrong ones are told what they leave over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import sympy

from probatum.certificates.certificate import Certificate
from probatum.decide.shared.back_translation import named
from probatum.decision import Decision, Outcome, Reason
from probatum.engines.multipliers import linear_certificates
from probatum.engines.multipliers.linear import Form, Linear, NotLinearError, cases
from probatum.engines.polynomials.rational import places
from probatum.errors import DefinitionError
from probatum.lowering.problem import Problem
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.subjects.functions import FunctionVariable
from probatum.proposition.written import evaluated
from probatum.type_names import Authored, Expression

CLAIM = "claim"
MOST_PLACES = 40  # of the parameters at which what is left over is looked at


def by_multipliers(problem: Problem, multipliers: Mapping[Authored, Expression]) -> Decision:
    """A proof by what the author says to add; raises DefinitionError where that is no proof."""
    try:
        made = [_certificate(case, multipliers) for case in cases(problem)]
    except NotLinearError as error:
        raise DefinitionError(
            "certificate=: got multipliers for a statement that is not linear in inner products "
            "and values, wanted one that is"
        ) from error
    reason = f"{Reason.CERTIFICATE}: {'; '.join(map(linear_certificates.in_words, made))}"
    checks = tuple({"kind": "certificate", **each.written()} for each in made)
    decision = Decision(
        linear_certificates.NAME,
        Outcome.PROVED,
        reason,
        engine=linear_certificates.ENGINE,
        checks=checks,
    )
    return named((decision,), problem.theorems, "in every dimension")[0]


def _certificate(case: Linear, multipliers: Mapping[Authored, Expression]) -> Certificate:
    factors = _factors(case, multipliers)
    wrong = next(_faults(case, factors), None)
    if wrong:
        raise DefinitionError(f"certificate=: {wrong}")
    made = linear_certificates.written(case, factors)
    if made is None:
        raise DefinitionError(
            "certificate=: what is left over is not seen to be a sum of squares, nor a multiplier "
            f"to be at least zero (of {CLAIM!r}, above it), for all parameters: left over is "
            f"{_left_in_words(case, factors)}"
        )
    return made


def _factors(case: Linear, multipliers: Mapping[Authored, Expression]) -> list[Expression]:
    """One for each claim and condition, in their order; raises DefinitionError for a name that none
    has.
    """
    names = [condition.name for condition in case.problem.conditions]
    factors = [sympy.Integer(1)] * len(case.claims) + [sympy.Integer(0)] * len(names)
    for key, written in multipliers.items():
        multiplier = evaluated(written)
        if key == CLAIM:
            factors[: len(case.claims)] = [multiplier] * len(case.claims)
            continue
        called = _names(key)
        known = next((name for name in called if name in names), None)
        if known is None:
            raise DefinitionError(
                f"certificate=: got a multiplier for [{called[0]}], wanted one for {CLAIM!r}, "
                f"or for one of these: {'; '.join(dict.fromkeys(names))}"
            )
        factors[len(case.claims) + names.index(known)] = multiplier
    return factors


def _names(key: Authored) -> tuple[str, ...]:
    """What a condition may be called that an author names: by a function and points,
    or as the hypothesis that it is; where one of an order is not known, that of the other.
    """
    if isinstance(key, tuple) and key and isinstance(key[0], FunctionVariable):
        function, *points = key
        if len(points) == 1:
            return (f"{function.name}: {words_of(points[0])}",)
        if len(points) == 2:
            one, other = map(words_of, points)
            pairs = (f"{one} and {other}", f"{one} beside {other}", f"{other} and {one}")
            return tuple(f"{function.name}: {pair}" for pair in pairs)
    if isinstance(key, sympy.core.relational.Relational):
        return (words_of(key),)
    raise DefinitionError(
        f"certificate=: got {key!r} as what to multiply, wanted {CLAIM!r}, (f, x, y) for the "
        "condition of f at x above its tangent at y, or a hypothesis"
    )


def _faults(case: Linear, factors: list[Expression]) -> Iterator[str]:
    """What speaks against multipliers, in words: values left over, a negative one, squares that
    are none.
    """
    left = linear_certificates.combined(case, factors)
    for value, symbol in zip(left.values, case.problem.values, strict=True):
        if sympy.cancel(value) != 0:
            yield (
                f"{words_of(sympy.factor(value))} times {symbol.name} is left over, "
                "wanted no value of a function"
            )
    for place in islice(places(case.problem.parameters, case.given), MOST_PLACES):
        at = {
            parameter: sympy.Rational(number.numerator, number.denominator)
            for parameter, number in zip(case.problem.parameters, place, strict=True)
        }
        yield from _faults_at(case, factors, left, at)


def _faults_at(
    case: Linear, factors: list[Expression], left: Form, at: Mapping[Expression, Expression]
) -> Iterator[str]:
    where = ", ".join(f"{parameter.name} = {value}" for parameter, value in at.items())
    there = f" at {where}" if where else ""
    names = [CLAIM] * len(case.claims) + [each.name for each in case.problem.conditions]
    free = [False] * len(case.claims) + list(case.equations)
    for name, factor, equation in zip(names, factors, free, strict=True):
        value = sympy.sympify(factor).xreplace(at)
        if value.is_number and value < 0 and not equation:
            yield f"the multiplier of [{name}] is {value}{there}, wanted at least zero"
    constant = sympy.sympify(left.constant).xreplace(at)
    if constant.is_number and constant < 0:
        yield f"the constant {constant} is left over{there}, wanted at least zero"
    vector = _negative(left.matrix.xreplace(at))
    if vector is not None:
        worth = (vector.T * left.matrix.xreplace(at) * vector)[0]
        basis = map(words_of, case.problem.basis)
        shown = ", ".join(f"{name} = {value}" for name, value in zip(basis, vector, strict=True))
        yield (
            f"left over is {_left_in_words(case, factors)}, which is negative{there}: "
            f"{worth} for {shown}, wanted a sum of squares"
        )


def _negative(matrix: sympy.Matrix) -> sympy.Matrix | None:
    """A vector on which a symmetric matrix of rationals is negative; None where it is on none."""
    size = matrix.rows
    if not all(entry.is_Rational for entry in matrix):
        return None
    rest, moves = sympy.Matrix(matrix), sympy.eye(size)
    for k in range(size):
        if rest[k, k] < 0:
            return moves[:, k]
        if rest[k, k] == 0:
            other = next((j for j in range(size) if rest[k, j] != 0), None)
            if other is not None:
                share = (abs(rest[other, other]) + 1) / (2 * abs(rest[k, other]))
                sign = 1 if rest[k, other] > 0 else -1
                return moves[:, other] - sign * share * moves[:, k]
            continue
        for j in range(k + 1, size):
            share = rest[k, j] / rest[k, k]
            moves[:, j] -= share * moves[:, k]
            rest[j, :] -= share * rest[k, :]
            rest[:, j] -= share * rest[:, k]
    return None


def _left_in_words(case: Linear, factors: list[Expression]) -> str:
    """What is left over, as a quadratic form."""
    left, basis = linear_certificates.combined(case, factors), case.problem.basis
    terms = []
    for i, one in enumerate(basis):
        for j, other in enumerate(basis[i:], start=i):
            share = sympy.factor(left.matrix[i, j] * (1 if i == j else 2))
            if share != 0:
                product = (
                    f"|{words_of(one)}|²" if i == j else f"⟨{words_of(one)}, {words_of(other)}⟩"
                )
                terms.append(f"({words_of(share)})·{product}")
    return " + ".join(terms) or "nothing"

"""Tests of sequences: what stands further on is written by what stands here, and is right at every number."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.lowering.steps.counted_values import NotCountableError
from probatum.lowering.steps.sequence_bounds import facts_of_neighbours
from probatum.lowering.steps.sequences import Sequences
from probatum.proposition.numbers.exact import exact
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.truth import truth_at
from tests.each import each

n, i, m = integers("n i m")
x, c = reals("x c")
R = sympy.Rational

FORMS: list[tuple[str, Any]] = [
    ("a power", 3 ** (2 * n + 1)),
    ("a fraction's power", R(-2, 3) ** n),
    ("a root's power", sympy.Integer(2) ** (n / 2)),
    ("a factorial", sympy.factorial(2 * n + 1) / sympy.factorial(n)),
    ("a binomial coefficient", sympy.binomial(2 * n + 2, n + 1)),
    ("a binomial coefficient of two", sympy.binomial(n + 5, 2)),
    ("a harmonic number", sympy.harmonic(n + 2)),
    ("a Fibonacci number", sympy.fibonacci(n + 3)),
    ("a sum", sympy.Sum(1 / i, (i, 1, n + 1))),
    ("a sum up to twice", sympy.Sum(1 / i, (i, 1, 2 * n))),
    ("a sum that holds the number", sympy.Sum(n - i**2, (i, 1, n))),
    ("a product", sympy.Product(1 + 1 / i, (i, 1, n + 2))),
    ("an exponential", sympy.exp(3 - 2 * n)),
    ("an alternating sum", sympy.Sum((-1) ** i * i, (i, 0, n))),
    ("a sum from where it is", sympy.Sum(1 / i, (i, n + 1, 2 * n))),
    ("a sum from above where it is", sympy.Sum(1 / i**2, (i, n + 2, 3 * n + 3)) - sympy.Sum(1 / i**2, (i, n + 1, n + 4))),
    ("a sum of as many", sympy.Sum(n * i + n**2, (i, 0, n + 1))),
    ("a sum by its recurrence", sympy.Sum(sympy.binomial(n, i) ** 2, (i, 0, n))),
    ("two of them", sympy.Sum(sympy.binomial(n, i) * x**i, (i, 0, n)) - sympy.Sum(sympy.binomial(n + 1, i) * x**i, (i, 0, n + 1))),
    ("a sum up to far out", sympy.Sum(1 / i, (i, 1, n + 30)) - sympy.Sum(1 / i, (i, 1, n + 28))),
    ("a product up to far out", sympy.Product(i / (i + 2), (i, 1, n + 26))),
    ("a sum up to another number", sympy.Sum(i**2, (i, 1, n + m + 1))),
    ("a harmonic number of order two", sympy.harmonic(n + 1, 2)),
    ("harmonic numbers of twice", sympy.harmonic(2 * n + 1) - sympy.harmonic(2 * n)),
    ("a binomial coefficient of another number", sympy.binomial(n + 3, m) - sympy.binomial(n + 1, m - 1)),
    ("a binomial coefficient of a sum", sympy.binomial(n + m + 2, n)),
    ("factorials of sums", sympy.factorial(n + m + 2) / sympy.factorial(n + m)),
    ("a factorial of another number", sympy.factorial(m) * sympy.factorial(n)),
    ("a moving power", (n + 1) ** n),
    ("moving powers", (n + 2) ** (2 * n + 1) - (n + 1) ** (n + 2)),
    ("a moving power with a factor", (2 * n + 2) ** (n + 1)),
    ("a moving power with a fraction", ((n + 3) / 2) ** n),
    ("a power of a sum", R(3, 2) ** (n + 2 * m + 1) * x ** (m - n)),
    ("a power of zero", sympy.Integer(0) ** (n + m)),
    ("a power of a product", (6 * x * (x + 1)) ** (2 * n) * (x**2) ** n),
    ("an exponential of a sum", sympy.exp(x * n - m)),
    ("a power of e and of x", (sympy.E * x) ** (n + 1)),
    ("a power of a negative number", sympy.Integer(-6) ** (3 * n)),
    ("the reciprocal of one", sympy.Integer(-6) ** (-n)),
]
HERE = {x: R(3, 2), m: sympy.Integer(2)}


@pytest.mark.parametrize(("name", "form"), FORMS, ids=[name for name, _ in FORMS])
@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_form_some_steps_on_has_its_value_there(name: str, form: Any, steps: int) -> None:
    form = exact(form)
    sequences = Sequences(n)
    flat = sequences.at(form, steps)
    assert not flat.has(n)
    for number in each((0, 1, 4)):
        here = {symbol: key.xreplace(HERE | {n: sympy.Integer(number)}).doit() for key, symbol in sequences.values.items()}
        found = flat.xreplace(here).xreplace(HERE | {sequences.number: sympy.Integer(number)})
        assert abs(sympy.N(found - form.xreplace(HERE | {n: sympy.Integer(number + steps)}).doit(), 30)) < 1e-25


@pytest.mark.parametrize(("name", "form"), FORMS, ids=[name for name, _ in FORMS])
def test_what_is_known_of_sequences_is_true_of_them(name: str, form: Any) -> None:
    sequences = Sequences(n)
    sequences.at(exact(form))
    for number in each(range(6)):
        here = {symbol: key.xreplace(HERE | {n: sympy.Integer(number)}).doit() for key, symbol in sequences.values.items()}
        for fact in each(sequences.facts):
            assert truth_at(fact.xreplace(here).xreplace(HERE | {sequences.number: sympy.Integer(number)}), {})


@pytest.mark.parametrize(
    ("form", "named"),
    [
        (n**n, "n to the n"),
        (sympy.factorial(n**2), "n**2"),
        (sympy.factorial(n - 1), "the factorial of n - 1"),
        (sympy.Integer(2) ** (n**2), "n**2"),
        (sympy.sin(n), "sin(n)"),
        (sympy.Sum(sympy.sin(n * i), (i, 0, n)), "Sum(sin(i*n), (i, 0, n))"),
    ],
)
def test_what_has_no_known_step_is_named(form: Any, named: str) -> None:
    with pytest.raises(NotCountableError) as raised:
        Sequences(n).at(form)
    assert str(raised.value) == named


def test_powers_of_opposite_bases_are_one_sequence() -> None:
    sequences = Sequences(n)
    assert sequences.at((1 - x) ** n) ** 2 == sequences.at((x - 1) ** n) ** 2 / sequences.at((-1) ** n) ** 2


def test_powers_in_other_variables_stay_what_they_are() -> None:
    sequences = Sequences(n)
    assert sequences.at(c ** (m + n)) == sequences.at(c**n) * sequences.at(c**m)


def test_a_power_of_zero_is_not_taken_apart_where_it_may_be_one() -> None:
    sequences = Sequences(n)
    flat = sequences.at(sympy.Integer(0) ** (n + m + 1))
    here = {symbol: key.xreplace({n: sympy.Integer(0), m: sympy.Integer(-1)}) for key, symbol in sequences.values.items()}
    assert flat.xreplace(here) == 1


def test_a_quotient_of_unknown_numbers_to_a_power_keeps_both() -> None:
    sequences = Sequences(n)
    flat = sequences.at((x / c) ** n, 2)
    here = {symbol: key.xreplace({n: sympy.Integer(3)}) for key, symbol in sequences.values.items()}
    assert sympy.simplify(flat.xreplace(here) - (x / c) ** 5) == 0


@pytest.mark.parametrize("offset", [0, 1])
def test_what_is_known_of_neighbouring_powers_is_so(offset: int) -> None:
    for base in each((1, 2, 5)):
        number = base - offset
        known = facts_of_neighbours(sympy.Integer(base), offset, sympy.Integer(base) ** number, sympy.Integer(base + 1) ** number)
        assert all(truth_at(fact, {}) for fact in each(known))
    e_itself = [fact.has(sympy.E) for fact in facts_of_neighbours(x, offset, c, c)]
    assert e_itself == [False, True, True]

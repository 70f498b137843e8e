"""Tests of statements for all integers from a start on: induction, first cases, remainders, what is said where it does not close."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy

from probatum import And, Eq, Equal, ForAll, Ge, Gt, Implies, Le, Lt, Ne, Or, integers, reals
from probatum.decide.deciding import decide, settle
from probatum.decide.numbers import integer_induction, residues
from probatum.decide.shared.attempt import attempt
from probatum.decision import Outcome, Reason, Truth
from probatum.errors import UndefinedError
from probatum.lowering.steps.holes import in_parts
from tests.each import each
from tests.soundness.fuzz import strong

x, a, b, c, q, kappa = reals("x a b c q kappa")
n, k, i, m = integers("n k i m")
R, Sum, Product, factorial, fibonacci, binomial, Mod = (
    sympy.Rational, sympy.Sum, sympy.Product, sympy.factorial, sympy.fibonacci, sympy.binomial, sympy.Mod,
)  # fmt: skip
exp, log, sqrt, harmonic = sympy.exp, sympy.log, sympy.sqrt, sympy.harmonic
Make = Callable[[], Any]


def every(then: Any, start: int = 0) -> Any:
    """The statement for all n from a start on."""
    return ForAll(n, given=Ge(n, start), then=then)


TRUE: list[tuple[str, Make]] = [
    ("Bernoulli", lambda: ForAll((x, n), given=And(x >= -1, n >= 0), then=Ge((1 + x) ** n, 1 + n * x))),
    ("2^n > n", lambda: every(Gt(2**n, n))),
    ("2^n >= n^2 from 4", lambda: every(Ge(2**n, n**2), 4)),
    ("powers decrease", lambda: ForAll((q, n), given=And(q > 0, q < 1, n >= 0), then=Lt(q ** (n + 1), q**n))),
    ("rate and exponential", lambda: ForAll((kappa, k), given=And(kappa >= 1, k >= 0), then=Le((1 - 1 / kappa) ** k, exp(-k / kappa)))),
    ("geometric sum", lambda: ForAll((c, n), given=And(n >= 0, Ne(c, 1)), then=Equal(Sum(c**i, (i, 0, n - 1)), (1 - c**n) / (1 - c)))),
    ("harmonic sum", lambda: every(Le(Sum(1 / i, (i, 1, n)), 1 + log(n)), 1)),
    ("harmonic numbers", lambda: every(Le(harmonic(n), 1 + log(n)), 1)),
    ("harmonic numbers of 2 n", lambda: every(Ge(harmonic(2 * n) - harmonic(n), R(1, 2)), 1)),
    ("what harmonic numbers have above log n falls", lambda: every(Gt(harmonic(n) - log(n), harmonic(n + 1) - log(n + 1)), 1)),
    (
        "terms that have no value before the first",
        lambda: every(Equal(Sum(1 / (i**2 - 1), (i, 2, n)), R(3, 4) - (2 * n + 1) / (2 * n * (n + 1))), 2),
    ),
    ("and of which there may be none", lambda: every(Equal(Sum(1 / (i**2 - 1), (i, 2, n)), R(3, 4) - (2 * n + 1) / (2 * n * (n + 1))), 1)),
    ("binomial coefficients", lambda: ForAll((n, m), given=And(m >= 0, n >= m), then=Le(binomial(n, m), 2**n))),
    ("half of them", lambda: ForAll((n, m), given=And(m >= 0, n >= m, n >= 1), then=Le(2 * binomial(n, m), 2**n))),
    ("with powers", lambda: ForAll((n, m), given=And(m >= 0, n >= m), then=Le(binomial(n, m) * 2**m, 3**n))),
    ("between the ends", lambda: ForAll((n, m), given=And(m >= 1, n >= m + 1), then=Ge(binomial(n, m), n))),
    ("terms with logarithms", lambda: every(Le(Sum(1 / (i * log(i)), (i, 2, n)), 1 / (2 * log(2)) + log(log(n)) - log(log(2))), 2)),
    ("sum of 1/i^2", lambda: every(Le(Sum(1 / i**2, (i, 1, n)), 2 - 1 / n), 1)),
    ("telescoping", lambda: every(Equal(Sum(1 / (i * (i + 1)), (i, 1, n)), 1 - 1 / (n + 1)), 1)),
    ("sum of roots", lambda: every(Le(Sum(1 / sqrt(i), (i, 1, n)), 2 * sqrt(n)), 1)),
    ("factorial", lambda: every(Equal(factorial(n), n * factorial(n - 1)), 1)),
    ("factorial and power", lambda: every(Gt(factorial(n), 2**n), 4)),
    ("Cassini", lambda: every(Equal((fibonacci(n + 1) ** 2 - fibonacci(n + 1) * fibonacci(n) - fibonacci(n) ** 2) ** 2, 1))),
    ("two places back", lambda: every(Ge(fibonacci(n + 2), R(3, 2) ** n), 1)),
    ("sum of i i!", lambda: every(Equal(Sum(i * factorial(i), (i, 1, n)), factorial(n + 1) - 1), 1)),
    ("product", lambda: every(Equal(Product(1 - 1 / i**2, (i, 2, n)), (n + 1) / (2 * n)), 2)),
    ("signs", lambda: every(Equal((-1) ** (n + 1), -((-1) ** n)))),
    ("alternating sum", lambda: every(Equal(Sum((-1) ** i, (i, 0, n)), (1 + (-1) ** n) / 2))),
    ("central binomial", lambda: every(Le(binomial(2 * n, n), 4**n), 1)),
    ("order of powers", lambda: ForAll((a, b, n), given=And(a >= 0, a <= b, n >= 0), then=Le(a**n, b**n))),
    ("exponents add", lambda: ForAll((c, n, m), given=And(n >= 0, m >= 0), then=Equal(c ** (n + m), c**n * c**m))),
    ("three in a row", lambda: ForAll(n, then=Equal(Mod(n**3 - n, 6), 0))),
    ("odd squares", lambda: ForAll(n, then=Implies(Eq(Mod(n, 2), 1), Eq(Mod(n**2, 8), 1)))),
    ("6 divides 7^n - 1", lambda: every(Equal(Mod(7**n - 1, 6), 0))),
    ("9 divides 4^n + 15n - 1", lambda: every(Equal(Mod(4**n + 15 * n - 1, 9), 0), 1)),
    ("triangular numbers", lambda: ForAll(n, then=Equal(Mod(n * (n + 1) / 2, 1), 0))),
    ("floor", lambda: ForAll(x, then=Le(sympy.floor(x), x))),
    ("half, rounded down", lambda: ForAll(n, then=Ge(sympy.floor(n / 2), (n - 1) / 2))),
]
FALSE: list[tuple[str, Make]] = [
    ("Bernoulli without a bound", lambda: ForAll((x, n), given=n >= 0, then=Ge((1 + x) ** n, 1 + n * x))),
    ("2^n > n + 1", lambda: every(Gt(2**n, n + 1))),
    ("2^n >= n^2 from 1", lambda: every(Ge(2**n, n**2), 1)),
    ("powers decrease at 1", lambda: ForAll((q, n), given=And(q > 0, q <= 1, n >= 0), then=Lt(q ** (n + 1), q**n))),
    ("twice the rate", lambda: ForAll((kappa, k), given=And(kappa >= 1, k >= 0), then=Le((1 - 1 / kappa) ** k, exp(-2 * k / kappa)))),
    ("step true, start false", lambda: every(Equal(Sum(i**2, (i, 1, n)), n * (n + 1) * (2 * n + 1) / 6 + 1), 1)),
    ("step true, start false of a bound", lambda: every(Le(Sum(1 / i**2, (i, 1, n)), 2 - R(11, 10) / n), 1)),
    ("one term more", lambda: ForAll((c, n), given=And(n >= 0, Ne(c, 1)), then=Equal(Sum(c**i, (i, 0, n)), (1 - c**n) / (1 - c)))),
    ("harmonic without 1", lambda: every(Le(Sum(1 / i, (i, 1, n)), log(n)), 1)),
    ("true up to 203", lambda: every(Le(Sum(1 / sqrt(i), (i, 1, n)), R(19, 10) * sqrt(n)), 1)),
    ("Cassini without the square", lambda: every(Equal(fibonacci(n + 1) ** 2 - fibonacci(n + 1) * fibonacci(n) - fibonacci(n) ** 2, 1))),
    ("every power of -1", lambda: every(Equal((-1) ** n, 1))),
    ("order of powers below 0", lambda: ForAll((a, b, n), given=And(a <= b, n >= 0), then=Le(a**n, b**n))),
    ("parity off by one", lambda: ForAll(n, then=Equal(Mod(n * (n + 2), 2), 0))),
    ("5 divides 7^n - 1", lambda: every(Equal(Mod(7**n - 1, 5), 0))),
    ("floor, strictly", lambda: ForAll(x, then=Lt(sympy.floor(x), x))),
    ("harmonic numbers of 2 n", lambda: every(Gt(harmonic(2 * n) - harmonic(n), R(1, 2)), 1)),
    ("harmonic numbers rise as log n", lambda: every(Lt(harmonic(n) - log(n), harmonic(n + 1) - log(n + 1)), 1)),
    ("binomial coefficients", lambda: ForAll((n, m), given=And(m >= 0, n >= m), then=Lt(binomial(n, m), 2**n))),
    ("half of them", lambda: ForAll((n, m), given=And(m >= 0, n >= m, n >= 1), then=Lt(2 * binomial(n, m), 2**n))),
    ("up to the ends", lambda: ForAll((n, m), given=And(m >= 1, n >= m), then=Ge(binomial(n, m), n))),
    ("no value before the first term", lambda: every(Equal(Sum(1 / (i**2 - 1), (i, 2, n)), R(3, 4) - 1 / (n + 1)), 2)),
    ("with logarithms", lambda: every(Gt(Sum(1 / (i * log(i)), (i, 2, n)), log(log(n + 1)) - log(log(2)) + R(1, 3)), 2)),
]  # fmt: skip


@pytest.mark.parametrize("make", [make for _, make in TRUE], ids=[name for name, _ in TRUE])
def test_true_for_all(make: Make) -> None:
    found = decide(make(), thorough=False)
    assert found.truth is Truth.TRUE
    assert strong(found)


@pytest.mark.parametrize("make", [make for _, make in FALSE], ids=[name for name, _ in FALSE])
def test_false_for_some(make: Make) -> None:
    assert decide(make(), thorough=False).truth is Truth.FALSE


def test_what_is_known_of_exponentials_leaves_out_no_case() -> None:
    """At x = 0 the exponents have no value, and nothing is said of them."""
    for beside in (Gt(exp(n / x), 0), Ge(2**n * exp(1 / x), 1 + 1 / x)):
        for then, proved in ((2**n < 10**30, False), (2**n > 0, True)):
            stated = ForAll((x, n), given=n >= 0, then=Or(And(Ne(x, 0), beside), And(Eq(x, 0), then)))
            outcomes = {one.outcome for one in attempt(integer_induction, stated, settle)}
            assert (Outcome.PROVED in outcomes) is proved, stated


def test_the_first_false_case_is_shown() -> None:
    (found,) = attempt(integer_induction, FALSE[9][1](), settle)
    assert found.counterexample is not None
    assert found.counterexample.values == (("n", 204),)


def test_a_proof_names_the_theorem_and_the_engines_of_its_parts() -> None:
    found = attempt(integer_induction, every(Gt(factorial(n), 2**n), 4), settle)
    assert found[0].outcome is Outcome.ENCLOSED
    assert found[0].reason == f"induction over n: {Reason.INDUCTION} (its parts by Arb and z3)"


def test_what_does_not_close_says_which_part_is_missing() -> None:
    (found,) = attempt(integer_induction, every(Le(binomial(2 * n, n), 4**n / sqrt(n)), 1), settle)
    assert found.outcome is Outcome.UNDECIDED
    assert found.reason == "induction over n: the step to the next is not proved"


def test_what_has_no_step_is_named() -> None:
    (found,) = attempt(integer_induction, every(Le(factorial(n), (2 * n + 1) ** n), 1), settle)
    assert found.reason == "no step from one n to the next is known for 2*n + 3 to the n + 1"


def test_remainders_that_are_not_tried_are_left_to_others() -> None:
    (found,) = attempt(residues, ForAll(n, then=Le(Mod(n, 3), n)), settle)
    assert (found.outcome, found.reason) == (Outcome.UNDECIDED, Reason.SCOPE)


FAR = 10**7  # where no search looks
NOT_PROVED: list[tuple[str, Make]] = [
    ("a factorial between integers", lambda: ForAll((x, n), given=And(x >= 0, n >= 0), then=Ge(2**n * factorial(x), R(88561, 10**5)))),
    ("one that starts there", lambda: ForAll((x, n), given=And(x >= 0, n >= 0), then=Ge(factorial(n + x), R(885604, 10**6)))),
    ("a root among what is given", lambda: ForAll((m, n), given=And(m >= FAR, n >= 0, sqrt(n - m - 1) >= 0), then=Lt(2**n, n))),
    ("a logarithm", lambda: ForAll((x, n), given=And(x >= FAR, n >= 0, log(n - x) >= 0), then=Lt(2**n, n))),
    ("a factorial", lambda: ForAll((m, n), given=And(m >= FAR, n >= 0, factorial(n - m) >= 1), then=Lt(2**n, n))),
    ("a factorial from m on", lambda: ForAll((m, n), given=And(m >= FAR, n >= 0, 2 * n >= m), then=Le(factorial(2 * n - m), 0))),
    ("one behind a condition", lambda: ForAll((m, n), given=And(m >= FAR, n >= 0), then=Implies(n >= m, Le(factorial(n - m), 0)))),
    ("a product", lambda: ForAll((m, n), given=And(m >= FAR, n >= 0, n >= m - 1), then=Le(Product(i - m + 1, (i, m, n)), 0))),
    ("a power of 0", lambda: ForAll((x, n), given=And(x >= 0, n >= 0, n + x > 0), then=(x > 0) | Ge(x ** (n - 1) + FAR, n))),
    (
        "one among what is given",
        lambda: ForAll((x, n), given=And(x >= 0, n >= 0, x ** (n - 2) >= 0), then=(x > 0) | (n <= FAR)),
    ),
]


@pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in NOT_PROVED])
def test_what_has_no_value_one_place_back_tells_nothing_there(make: Make) -> None:
    found = attempt(integer_induction, make(), decide)
    assert not [one for one in found if one.outcome in (Outcome.PROVED, Outcome.ENCLOSED)]


def test_what_is_known_of_factorials_between_integers_proves_as_well() -> None:
    positive = ForAll((x, n), given=And(x >= 0, n >= 0), then=Gt(2**n * factorial(x), 0))
    whole = ForAll((m, n), given=And(m >= 0, n >= m), then=Ge(factorial(n - m), 1))
    for statement in each((positive, whole)):
        assert strong(decide(statement, thorough=False))


HOLES: list[tuple[str, Make, Truth]] = [
    ("but from 2 to 4", lambda: ForAll(n, given=And(n >= 0, Or(n < 2, n > 4)), then=Gt(2**n, n**2)), Truth.TRUE),
    ("but from 3 to 4", lambda: ForAll(n, given=And(n >= 0, Or(n < 3, n > 4)), then=Gt(2**n, n**2)), Truth.FALSE),
    ("but at 3", lambda: ForAll(n, given=And(n >= 0, Ne(n, 3)), then=Ge(2**n, n**2)), Truth.TRUE),
    ("but at 2", lambda: ForAll(n, given=And(n >= 0, Ne(n, 2)), then=Ge(2**n, n**2)), Truth.FALSE),
    ("at 0 and from 4 on", lambda: ForAll(n, given=And(n >= 0, Or(Eq(n, 0), n >= 4)), then=Ge(factorial(n), 2**n)), Truth.TRUE),
    ("at 1 and from 4 on", lambda: ForAll(n, given=And(n >= 0, Or(Eq(n, 1), n >= 4)), then=Ge(factorial(n), 2**n)), Truth.FALSE),
    ("nowhere but from 4 on", lambda: ForAll(n, given=And(n >= 1, Ne(n, 1), Ne(n, 2), Ne(n, 3)), then=Gt(factorial(n), 2**n)), Truth.TRUE),
    ("in between", lambda: ForAll(n, given=And(n >= 0, sympy.Not(Or(Eq(n, 0), n >= 4))), then=Lt(factorial(n), 2**n)), Truth.TRUE),
    ("and at 0", lambda: ForAll(n, given=And(n >= 0, sympy.Not(Or(Eq(n, 1), n >= 4))), then=Lt(factorial(n), 2**n)), Truth.FALSE),
    ("of another number", lambda: ForAll((x, n), given=And(x >= -1, n >= 0, Ne(n, 1)), then=Ge((1 + x) ** n, 1 + n * x)), Truth.TRUE),
    ("below -1", lambda: ForAll((x, n), given=And(x >= -3, n >= 0, Ne(n, 1)), then=Ge((1 + x) ** n, 1 + n * x)), Truth.FALSE),
    ("apart from 5 on", lambda: ForAll(n, given=n >= 5, then=Ne(2**n, n**2)), Truth.TRUE),
    ("apart from 3 on", lambda: ForAll(n, given=n >= 3, then=Ne(2**n, n**2)), Truth.FALSE),
    ("apart but at 2 and 4", lambda: ForAll(n, given=And(n >= 0, Ne(n, 2), Ne(n, 4)), then=Ne(2**n, n**2)), Truth.TRUE),
    ("apart but at 2", lambda: ForAll(n, given=And(n >= 0, Ne(n, 2)), then=Ne(2**n, n**2)), Truth.FALSE),
    ("a pole that is left out", lambda: ForAll(n, given=And(n >= 0, Ne(n, 5)), then=Gt(2**n * (n - 5) / (n - 5), 0)), Truth.TRUE),
]


@pytest.mark.parametrize(("make", "truth"), [row[1:] for row in HOLES], ids=[row[0] for row in HOLES])
def test_hypotheses_may_leave_out_some_integers(make: Make, truth: Truth) -> None:
    found = settle(make())
    assert found.truth is truth
    assert truth is Truth.FALSE or strong(found)


@pytest.mark.parametrize(
    "given",
    [
        And(n >= 0, Or(n < 2, n > 4)),
        Or(n < 2, n > 4),
        And(n <= 5, Ne(n, 2)),
        And(n < 0, Ne(n, -3)),
        And(n > -3, n < 4, Ne(n, 0)),
        And(n >= 0, Or(Eq(n, 0), n >= 4)),
        And(n >= 0, Ne(n, 3), Gt(x, 0)),
        And(n >= 0, n <= 5),
    ],
    ids=str,
)
def test_the_parts_are_about_the_same_integers(given: Any) -> None:
    parts = in_parts(ForAll((x, n), given=given, then=Lt(n + 2**n, x)))
    assert parts
    for number in each(range(-9, 12)):
        at = {n: sympy.Integer(number), x: sympy.Integer(3)}
        said = [part for part in parts if part.given.xreplace(at) == sympy.true]
        about = [part for part in said if n in part.variables or part.then.lhs == number + sympy.Integer(2) ** number]
        assert bool(about) is bool(given.xreplace(at) == sympy.true)


def test_a_pole_that_is_not_left_out_has_no_value() -> None:
    with pytest.raises(UndefinedError, match="n = 4"):
        decide(ForAll(n, given=And(n >= 0, Ne(n, 3)), then=Gt(2**n / (n - 4), -(10**9))))


def test_far_apart_and_of_other_variables_nothing_is_left_out() -> None:
    assert len(in_parts(ForAll(n, given=And(n >= 0, Ne(n, 3)), then=Ge(2**n, n**2)))) == 4
    for given in each([n >= 0, And(n >= 0, Ne(n, 10**4)), And(n >= 0, Ne(n, m)), And(n >= 0, Ne(2 * n, 6)), And(n > 3, n > 4)]):
        assert in_parts(ForAll((n, m), given=given, then=Ge(2**n, n**2))) == ()
    assert in_parts(ForAll((n, m), given=And(n >= 0, n <= 40), then=Ge(2**n, m))) == (), "41 statements of m"


def test_first_cases_at_which_a_hypothesis_has_no_value_end_at_once() -> None:
    given = And(n >= 0, Ge(factorial(n - 3), 1), Ge(x, 0))
    assert decide(ForAll((n, x), given=given, then=Gt(factorial(n) + x, 6))).truth is Truth.FALSE
    assert decide(ForAll((n, x), given=given, then=Ge(factorial(n) + x, 6))).truth is not Truth.FALSE

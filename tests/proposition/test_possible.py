"""Tests that constants which cannot be are refused where they are written, parameters that nothing binds where a statement is decided."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, Rational, oo

from probatum import (
    And,
    ForAll,
    dot,
    features,
    functions,
    integers,
    inverse,
    matrices,
    noise,
    norm,
    operators,
    proximal,
    random,
    reals,
    sets,
    vectors,
)
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from tests.authored import authored, truth_of
from tests.each import each

mu, L, a = reals("mu L a")
k = integers("k")
x, y = vectors("x y")
A = matrices("A", eigenvalues_in=(mu, L))
f = functions("f", convex=True)
NAMES = {"mu": mu, "L": L, "a": a, "x": x, "y": y, "A": A}
IMPOSSIBLE = [
    (lambda: random("X", variance=-1), "random: got variance=-1, wanted a number that is at least zero"),
    (lambda: random("X", bernoulli=2), "random: got bernoulli=2, wanted a number from 0 to 1"),
    (lambda: random("X", of=Rational(1, 2)), "random: got of=1/2, wanted a positive integer"),
    (lambda: random("X", of=0), "random: got of=0, wanted a positive integer"),
    (lambda: random("X", of=2, correlation=-2), "random: got correlation=-2, wanted a number from -1 to 1"),
    (lambda: random("X", of=5, drawn_from=3), "random: got of=5 and drawn_from=3, wanted of to be at most drawn_from"),
    (lambda: random("X", mean=I), "random: mean=: got I, wanted a real number"),
    (lambda: random("X", variance=oo), "random: variance=: got oo, wanted a real number"),
    (lambda: features("x", of=-1), "features: got of=-1, wanted a positive integer"),
    (lambda: features("x", of=a), "features: got of=a, which need not be one, wanted a positive integer"),
    (lambda: random("X", of=k, drawn_from=k / 2), "random: got drawn_from=k/2, which need not be one, wanted a positive integer"),
    (lambda: noise("e", spread=-1), "noise: got spread=-1, wanted a number that is at least zero"),
    (lambda: functions("f", smooth=0), "functions: got smooth=0, wanted a positive number"),
    (lambda: functions("f", smooth=1, strongly=2), "functions: got strongly=2 and smooth=1, wanted strongly to be at most smooth"),
    (lambda: operators("A", cocoercive=-1), "operators: got cocoercive=-1, wanted a positive number"),
    (lambda: sets("C", diameter=-1), "sets: got diameter=-1, wanted a number that is at least zero"),
    (lambda: proximal(f, 0, x), "proximal: got step=0, wanted a positive number"),
    (lambda: matrices("A", eigenvalues_in=(2, 1)), "matrices: got eigenvalues_in=(2, 1), wanted the lower end first"),
    (
        lambda: inverse(matrices("B", eigenvalues_in=(-1, 1)), x),
        "inverse: got B with eigenvalues from -1 to 1, wanted an interval without zero",
    ),
]
POSSIBLE: list[Any] = [
    lambda: random("X", variance=0),
    lambda: random("X", bernoulli=1),
    lambda: random("X", of=3, drawn_from=3),
    lambda: functions("f", smooth=1, strongly=1),
    lambda: matrices("A", eigenvalues_in=(1, 1)),
    lambda: random("X", variance=a - 1),
    lambda: features("x", of=2 * k + 1),
]
NO_MULTIPLES = [
    ("A + 1", "got the matrix A in a sum, a power or a product with 1, wanted it applied to a vector"),
    ("(1 - A) @ x", "got the matrix A in a sum, a power or a product with 1"),
    ("A ** 2 @ x", "got the matrix A in a sum, a power or a product with 2"),
    ("A @ A @ x", "got the matrix A in a sum, a power or a product with A"),
    ("2 * A + x", "got the matrix A in a sum, a power or a product with x"),
    ("A / 0", "got a matrix divided by 0, wanted another number"),
    ("x @ y", "got x @ y, wanted dot(x, y) of two vectors, A @ x with a matrix A, or dot(x, A @ y)"),
    ("(x + y) @ y", "got x + y @ y, wanted dot(x + y, y) of two vectors"),
]


@pytest.mark.parametrize(("write", "words"), IMPOSSIBLE, ids=[words[:50] for _, words in IMPOSSIBLE])
def test_what_cannot_be_is_refused(write: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        write()
    assert str(caught.value) == words


def test_what_can_be_is_taken() -> None:
    for write in each(POSSIBLE):
        assert write() is not None


@pytest.mark.parametrize(("source", "words"), NO_MULTIPLES, ids=[source for source, _ in NO_MULTIPLES])
def test_a_matrix_is_multiplied_by_numbers_and_applied_to_vectors_alone(source: str, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        authored(source, **NAMES)
    assert str(caught.value).startswith(words)


MULTIPLES = {
    "dot(x, 2*A @ x) >= 2*mu*norm(x)**2": Truth.TRUE,
    "dot(x, A/L @ x) <= norm(x)**2": Truth.TRUE,
    "dot(x, -A*2 @ x) <= -2*mu*norm(x)**2": Truth.TRUE,
    "norm(x - 2/(L + mu)*A @ x) <= (L - mu)/(L + mu)*norm(x)": Truth.TRUE,
    "dot(x, (L + mu)/2*A @ x) <= L*mu*norm(x)**2": Truth.FALSE,
    "dot(x, a*(A/a) @ x) <= L*norm(x)**2": None,
}


@pytest.mark.parametrize("then", MULTIPLES)
def test_a_multiple_of_a_matrix_is_one_of_what_it_does(then: str) -> None:
    source = f"ForAll((A, x, mu, L, a), given=And(0 < mu, mu < L), then={then})"
    assert truth_of(source, **NAMES) is MULTIPLES[then]


def test_parameters_that_nothing_binds_are_told() -> None:
    for statement in (ForAll(x, given=a > 0, then=norm(a * x) <= a * norm(x)), ForAll((A, x), given=mu > 0, then=dot(x, A @ x) >= 0)):
        with pytest.raises(DefinitionError, match=r"got the free variable (a|L, mu), wanted it bound: ForAll\(\(\.\.\., "):
            decide(statement)
    assert decide(ForAll((x, a), given=a > 0, then=norm(a * x) <= a * norm(x)), thorough=False).truth is Truth.TRUE


def test_what_has_a_value_nowhere_is_named() -> None:
    for part in ("log(-1)", "sqrt(-1 - a**2)"):
        stated = authored(f"ForAll((x, a), given=And(a > 0, a < 1), then=norm(x)*{part} >= 0)", **NAMES)
        with pytest.raises(UndefinedError, match=r"proposition is undefined: a = .*: .* has no value$"):
            decide(stated)
    with pytest.raises(UndefinedError, match=r"needs a ≠ 0$"):
        decide(ForAll((x, a), given=And(a < 1, a > -1), then=norm(x) / a >= 0))

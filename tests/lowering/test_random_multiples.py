"""Tests of what statements about functions at random multiples of vectors come down to: outcomes, few values, or noise along a vector."""

from __future__ import annotations

import pytest
import sympy
from sympy import Rational

from probatum import functions, integers, noise, random, reals, vectors
from probatum.errors import DefinitionError
from probatum.lowering.random_vectors.random_multiples import COINS, are_multiples, at_outcomes, of_coin, of_values, with_noise
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.functions import Gradient
from probatum.proposition.subjects.products import Dot, norm
from probatum.proposition.subjects.random import Expectation
from tests.authored import authored
from tests.each import each

a, r, v, L = reals("a r v L")
n = integers("n")
x, y = vectors("x y")
h, c = functions("h", convex=True), functions("c", convex=True, smooth=L)
X, S = random("X"), random("S", mean=a, variance=v)
B, C = random("B", bernoulli=r), random("C", bernoulli=a)
W, e = random("W", of=n, mean=0, variance=1), noise("e", spread=v)
NAMES = {"a": a, "r": r, "v": v, "L": L, "n": n, "x": x, "y": y, "h": h, "c": c, "X": X, "S": S, "B": B, "C": C, "W": W, "e": e}
U, V = random("U V", independent=False)
NAMES |= {"U": U, "V": V}
MULTIPLES = {
    "ForAll((h, X, x), then=E(h(X*x)) >= 0)": True,
    "ForAll((h, X, x), given=norm(X*x) <= 1, then=E(X) >= 0)": True,
    "ForAll((h, X, x), then=h(E(X)*x) >= 0)": True,
    "ForAll((h, X, x), then=E(X) >= norm(x))": True,
    "ForAll((h, X), then=E(X) >= 0)": False,
    "ForAll((X, x), then=E(X) >= norm(x))": False,
    "ForAll((h, W, x, n), then=E(average(W)) >= norm(x))": False,
}
NO_OUTCOMES = [
    "ForAll((h, X, x, y), then=E(h(x + X*y))**2 >= 0)",
    "ForAll((h, X, x, y), then=E(h(x + X*y))*E(X) >= 0)",
    "ForAll((h, X, x, y), then=E(h(x + X*y)) >= X)",
    "ForAll((h, X, x, y), given=E(X) > 0, then=E(h(x + X*y)) >= 0)",
    "ForAll((h, X, x, y), then=Eq(E(h(x + X*y)), 0))",
    "ForAll((h, X, x, y), then=E(h(x + E(X)*y)*X) >= 0)",
    "ForAll((h, X, x, y), then=Var(h(x + X*y)) >= 0)",
    "ForAll((h, S, x, y, a, v), then=E(h(x + S*y)) >= 0)",
    "ForAll((h, X, e, x, y, v), then=E(h(x + X*y + e)) >= 0)",
]


def stated(text: str) -> ForAll:
    statement = authored(text, **NAMES)
    assert isinstance(statement, ForAll)
    return statement


@pytest.mark.parametrize("text", MULTIPLES)
def test_what_it_is_about(text: str) -> None:
    assert are_multiples(stated(text)) is MULTIPLES[text]


def test_at_each_outcome_the_number_is_any_other() -> None:
    (outcome,) = at_outcomes(stated("ForAll((h, X, x, y, a), given=X >= 0, then=E(h(x + X*y)) >= E(X)*a + h(x))"))
    number = sympy.Symbol("X", real=True)
    assert outcome.variables == (h, number, x, y, a)
    assert outcome.given == (number >= 0)
    assert outcome.then == sympy.Ge(h(x + number * y) - a * number - h(x), 0)


def test_what_is_zero_or_one_is_both() -> None:
    outcomes = at_outcomes(stated("ForAll((h, B, C, x, y, r, a), then=E(h(x + B*y)) <= E(h(x + C*y) + 3*B))"))
    wanted = {sympy.true, sympy.Ge(h(x + y) - h(x), 0), sympy.Ge(h(x) - h(x + y) + 3, 0)}
    assert len(outcomes) == 4
    assert {outcome.then for outcome in outcomes} == wanted
    for outcome in each(outcomes):
        assert outcome.variables == (h, x, y, r, a)
        assert set(conjuncts(outcome.given)) == {a >= 0, a <= 1, r >= 0, r <= 1}


@pytest.mark.parametrize("text", NO_OUTCOMES)
def test_where_outcomes_do_not_prove_it(text: str) -> None:
    assert at_outcomes(stated(text)) == []


def test_of_what_is_zero_or_one_the_mean_is_a_sum() -> None:
    found = of_values(stated("ForAll((h, B, x, y, r), then=E(h(x + B*y)) >= E(B)*a)"))
    assert found.variables == (h, x, y, r)
    assert found.then == sympy.Ge(r * h(x + y) + (1 - r) * h(x), a * r)


def test_covariances_and_variances_are_by_means() -> None:
    both = h(x + y), h(x)
    mean = r * both[0] + (1 - r) * both[1]
    found = of_values(stated("ForAll((h, B, x, y, r), then=Cov(B, h(x + B*y)) >= Var(h(x + B*y)))"))
    assert found.then.lhs == r * both[0] - r * mean
    assert found.then.rhs == r * both[0] ** 2 + (1 - r) * both[1] ** 2 - mean**2


def test_few_values_have_the_mean_and_the_variance() -> None:
    step = sympy.Symbol("step of S", real=True)
    even, skewed = (of_coin(stated("ForAll((h, S, x, a, v), then=E(h(S*x)) >= 0)"), coin) for coin in COINS)
    for found in each((even, skewed)):
        assert found.variables == (h, x, a, v, step)
        assert set(conjuncts(found.given)) == {v >= 0, sympy.Eq(step**2, v)}
    assert even.then.lhs == h((a + step) * x) / 2 + h((a - step) * x) / 2
    assert skewed.then.lhs == h((a + 2 * step) * x) / 5 + Rational(4, 5) * h((a - step / 2) * x)


def test_what_is_supposed_of_a_number_is_supposed_of_each_value() -> None:
    step, mean = sympy.Symbol("step of X", real=True), sympy.Symbol("E X", real=True)
    found = of_coin(stated("ForAll((h, X, x), given=X >= 0, then=E(h(X*x)) + 2*E(X) >= E(X))"), COINS[0])
    assert found.variables == (h, x, mean, step)
    assert set(conjuncts(found.given)) == {mean + step >= 0, mean - step >= 0}
    assert found.then.rhs == mean
    assert found.then.lhs == h((mean + step) * x) / 2 + h((mean - step) * x) / 2 + 2 * mean


def test_noise_is_how_far_the_number_is_from_its_mean() -> None:
    mean, variance = (sympy.Symbol(name, real=True) for name in ("E X", "Var X"))
    found = with_noise(stated("ForAll((h, X, x, y), then=E(h(y + X*x)) + E(X**2) >= Var(X))"))
    around = found.variables[-1]
    assert found.variables[:-1] == (h, x, y, mean, variance)
    assert around.constants["spread"] == variance * norm(x) ** 2
    square = sympy.Eq(Expectation(norm(around) ** 2), variance * norm(x) ** 2)
    assert set(conjuncts(found.given)) == {sympy.Ge(variance, 0), square}
    assert found.then == sympy.Ge(Expectation(h(y + mean * x + around)) + variance + mean**2, variance)


def test_of_a_number_of_which_mean_and_variance_are_known_these_are_used() -> None:
    found = with_noise(stated("ForAll((h, S, x, a, v), then=E(3*h(S*x)**2) + E(S**2) >= E(S))"))
    around = found.variables[-1]
    assert found.variables[:-1] == (h, x, a, v)
    assert found.then == sympy.Ge(Expectation(3 * h(a * x + around) ** 2) + v + a**2, a)


def test_of_two_products_one_takes_the_number() -> None:
    found = with_noise(stated("ForAll((c, S, x, y, L, a, v), then=E(S*dot(x, y)*dot(gradient(c, x + S*y), y)) >= 0)"))
    assert len(found.then.lhs.atoms(Gradient)) == 1
    assert {product.has(Gradient) for product in found.then.lhs.atoms(Dot)} == {True, False}


@pytest.mark.parametrize("other", ["x - y", "x + y", "y", "2*y - x"])
def test_a_number_multiplies_one_vector(other: str) -> None:
    with pytest.raises(DefinitionError, match="wanted it times multiples of one vector"):
        with_noise(stated(f"ForAll((h, X, x, y), then=E(h(X*x) + h(X*({other}))) >= 0)"))


@pytest.mark.parametrize(
    ("whole", "part"), [("x + y", "x"), ("x + y", "y"), ("x - y", "x"), ("x - y", "y"), ("y - x", "x"), ("y - x", "y")]
)
def test_a_multiple_of_one_part_of_a_vector_is_none_of_the_whole(whole: str, part: str) -> None:
    with pytest.raises(DefinitionError, match="wanted it times multiples of one vector"):
        with_noise(stated(f"ForAll((h, X, x, y), then=E(h(X*({whole}))) >= E(h(X*{part})))"))


OUTSIDE = stated("ForAll((h, X, x, y), then=E(h(x + X*y)) >= X)")


def test_a_number_outside_of_means_is_refused() -> None:
    with pytest.raises(DefinitionError, match="got X outside of E"):
        with_noise(OUTSIDE)
    with pytest.raises(DefinitionError, match="got X outside of E"):
        of_coin(OUTSIDE, COINS[0])


REFUSED = {
    "ForAll((h, W, x, n), then=E(h(average(W)*x)) >= 0)": "of which more is known, wanted a random number of which mean, variance",
    "ForAll((h, U, V, x, y), then=E(h(U*x + V*y)) >= 0)": "beside a vector times U, of which more is known",
    "ForAll((h, X, x, a), then=P(norm(X*x) >= a) + P(norm(X*x) >= 2*a) >= 0)": r"got P\[‖X\*x‖ ≥ 2\*a\] beside functions",
    "ForAll((h, X, x), then=E(h(X*x) + X**3) >= 0)": r"E: got X\*\*3, wanted X or its square",
    "ForAll((h, X, x), then=E(X*h(X*x)) >= 0)": "wanted random numbers as factors of vectors",
    "ForAll((h, X, S, x, a, v), then=E(h(X*S*x)) >= 0)": "wanted it times random numbers that are added",
    "ForAll((c, X, x, y, L), then=E(X/dot(gradient(c, x + X*y), y)) >= 0)": "wanted random numbers as factors of vectors",
    "ForAll((h, X, x), then=E(h(X**2*x)) >= 0)": "wanted it times random numbers that are added",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_made_use_of_is_refused(text: str) -> None:
    with pytest.raises(DefinitionError, match=REFUSED[text]):
        with_noise(stated(text))

"""Tests of statements that say nothing: each kind is seen found, and its nearest neighbour that says something is not."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum import (
    All,
    AlmostAll,
    And,
    AtLeast,
    AtMost,
    E,
    Eq,
    Equal,
    Exactly,
    Exists,
    ForAll,
    Ge,
    Gt,
    Iff,
    Implies,
    Le,
    Lt,
    Multiset,
    Ne,
    Not,
    Or,
    Orbit,
    Var,
    integers,
    random,
    reals,
)
from probatum.proposition.canonical import normal
from probatum.proposition.hollow import BY_ITSELF, SAME_PARTS, SAME_SIDES, SUPPOSED, hollow, weakened

x, y, z = reals("x y z")
N, K = integers("N K")

HOLLOW: dict[str, tuple[Any, str]] = {
    "an equation with the same sides": (ForAll(x, then=Eq(x + 1, x + 1)), SAME_SIDES),
    "at most itself": (ForAll(x, then=Le(x, x)), SAME_SIDES),
    "at least itself": (ForAll(x, then=Ge(x, x)), SAME_SIDES),
    "the same tuples": (Equal((x, y), (x, y)), SAME_SIDES),
    "the same matrices": (Equal(sympy.Matrix([x, 1]), sympy.Matrix([x, 1])), SAME_SIDES),
    "a multiset and its elements in another order": (ForAll(x, then=Equal(Multiset((2, x)), (x, 2))), SAME_SIDES),
    "one part of several": (All(Gt(3, 2), Equal(sympy.pi, sympy.pi)), SAME_SIDES),
    "numbers that no variable is in": (ForAll(x, then=Eq(1, 1)), SAME_SIDES),
    "one conjunct of several": (ForAll(x, then=And(Eq(x, x), Gt(x**2 + 1, 0))), SAME_SIDES),
    "what an implication concludes": (ForAll(x, then=Implies(x > 0, Eq(x, x))), SAME_SIDES),
    "some x that is itself": (Exists(x, then=Eq(x, x)), SAME_SIDES),
    "an orbit": (Orbit(x, 0, x + 1, then=Eq(x, x)), SAME_SIDES),
    "an integral over another name": (Equal(sympy.Integral(x, (x, 0, 1)), sympy.Integral(y, (y, 0, 1))), SAME_SIDES),
    "a sum over another name": (
        ForAll(z, then=Le(z * sympy.Sum(1 / N**2, (N, 1, sympy.oo)), z * sympy.Sum(1 / K**2, (K, 1, sympy.oo)))),
        SAME_SIDES,
    ),
    "the same of other numbers, which SymPy sees": (Iff(ForAll(x, then=Ge(x**2, 0)), ForAll(y, then=Ge(y**2, 0))), SAME_PARTS),
    "all for some by other names": (Iff(ForAll(x, then=Exists(y, then=x < y)), ForAll(y, then=Exists(x, then=y < x))), SAME_PARTS),
    "a relation or its opposite": (ForAll((x, y), then=Or(Gt(x - y, 0), Le(x, y))), BY_ITSELF),
    "one of both": (ForAll(x, then=Exactly(1, Gt(x, 0), Le(x, 0))), BY_ITSELF),
    "at least one of both": (ForAll(x, then=AtLeast(1, Gt(x, 0), Le(2 * x, 0))), BY_ITSELF),
    "at most one of both": (ForAll(x, then=AtMost(1, Gt(x, 0), Le(x, 0))), BY_ITSELF),
    "equal or not": (ForAll((x, y), then=AtLeast(1, Equal(x, y), Ne(y, x))), BY_ITSELF),
    "an opposite behind an implication": (ForAll((x, y), then=Implies(Gt(x, y), Or(Gt(x - z, 0), Le(x, z), Lt(y, 7)))), BY_ITSELF),
    "two of two pairs": (ForAll((x, y), then=Exactly(2, Gt(x, 0), Le(x, 0), Gt(y, 1), Le(y, 1))), BY_ITSELF),
    "an opposite beside something else": (ForAll((x, y), then=AtLeast(1, Gt(x, 0), Le(x, 0), Gt(y, 3))), BY_ITSELF),
    "beside what says something": (All(ForAll(x, then=Gt(x**2 + 1, 0)), ForAll(x, then=AtLeast(1, Gt(x, 0), Le(x, 0)))), BY_ITSELF),
    "its only hypothesis": (ForAll(x, given=x > 0, then=Gt(x, 0)), SUPPOSED),
    "all of its hypotheses": (ForAll((x, y), given=And(x > 0, y > x), then=And(Gt(x, 0), Gt(y, x))), SUPPOSED),
    "one of them, flipped": (ForAll((x, y), given=And(x > 0, y > x), then=Lt(x, y)), SUPPOSED),
    "one of them, doubled": (ForAll((x, y), given=y > x, then=Gt(2 * y, 2 * x)), SUPPOSED),
    "with both signs turned": (ForAll((x, y, z), given=z * (x - y) > 0, then=Gt(-z * (y - x), 0)), SUPPOSED),
    "an equation turned around": (ForAll((x, y), given=Eq(x**2, y), then=Eq(y, x**2)), SUPPOSED),
    "the opposite of its opposite": (ForAll(x, given=x > 0, then=Not(Le(x, 0))), SUPPOSED),
    "supposed outside": (ForAll(x, given=x > 0, then=ForAll(y, given=y > x, then=Gt(x, 0))), SUPPOSED),
    "supposed in an implication": (ForAll((x, y), then=Implies(And(x > 0, y > 0), Gt(x, 0))), SUPPOSED),
    "a disjunction with what is supposed": (ForAll((x, y), given=x > 0, then=Or(Gt(x, 0), Gt(y, 0))), SUPPOSED),
    "brought to one side": (ForAll((x, y), given=y > x, then=Gt(y - x, 0)), SUPPOSED),
    "the reverse denied": (ForAll((x, y), given=Le(x, y), then=Not(Lt(y, x))), SUPPOSED),
    "moved and halved": (ForAll((x, y), given=Le(2 * x, 2 * y + 4), then=Ge(y - x, -2)), SUPPOSED),
    "as an equality": (ForAll((x, y), given=Eq(x, y), then=Equal(y - x, 0)), SUPPOSED),
    "its bound, not strict": (ForAll(x, given=x > 1, then=Le(1, x)), SUPPOSED),
    "its bound, not strict, in an implication": (ForAll(x, then=Implies(x > 1, Le(1, x))), SUPPOSED),
    "less, and so other": (ForAll((x, y), given=Lt(x, y), then=Ne(y, x)), SUPPOSED),
    "more, and so other": (ForAll((x, y), given=Gt(x * y, 2), then=Ne(2, x * y)), SUPPOSED),
    "equal, and so at most": (ForAll((x, y), given=Eq(x, y**2), then=Le(2 * y**2, 2 * x)), SUPPOSED),
    "an orbit's own steps": (Orbit(x, 2, x + 1, given=Gt(x, 1), then=Ge(x, 1)), SUPPOSED),
    "what is sought among": (Exists(y, given=Eq(y, 2), then=Eq(y, 2)), SUPPOSED),
    "some x among those that are so": (Exists(x, given=x > 0, then=Gt(x, 0)), SUPPOSED),
    "looser than what is sought among": (Exists((x, y), given=And(x > 1, y > x), then=Ge(y, x)), SUPPOSED),
    "for almost all": (AlmostAll((x, y), given=Ne(x, y), then=Ne(y, x)), SUPPOSED),
}
SAYING: dict[str, Any] = {
    "one of two orders, or the same": ForAll((x, y), then=Exactly(1, Lt(x, y), Gt(x, y), Eq(x, y))),
    "at most or at least": ForAll((x, y), then=AtLeast(1, Le(x, y), Le(y, x))),
    "more or less, which is false of the same": ForAll((x, y), then=AtLeast(1, Gt(x, y), Lt(x, y))),
    "opposites of different things": ForAll((x, y), then=AtLeast(1, Gt(x, 0), Le(y, 0))),
    "opposites of which both are said": ForAll((x, y), then=Exactly(2, Gt(x, 0), Le(x, 0), Gt(y, 0))),
    "apart by more than an opposite": ForAll(x, then=AtMost(1, Gt(x, 1), Le(x, 0))),
    "numbers of which one is meant": ForAll((), then=Exactly(1, Gt(sympy.sqrt(2), "1.5"), Le(sympy.sqrt(2), "1.5"))),
    "parts that are quantified": AtLeast(1, ForAll(x, then=Gt(x, 0)), ForAll(x, then=Le(x, 0))),
    "what follows by reckoning": ForAll(x, given=x > 0, then=Gt(x / 2, 2 * x / 5)),
    "both sides evaluate to the same": ForAll(x, then=Eq((x + 1) ** 2, x**2 + 2 * x + 1)),
    "less than itself, which is false": ForAll(x, then=Lt(x, x)),
    "an integral up to another end": Equal(sympy.Integral(x, (x, 0, 1)), sympy.Integral(y, (y, 0, 2))),
    "an integral of one factor, and of a square": ForAll(y, then=Ge(sympy.Integral(x * y, (x, 0, 1)), sympy.Integral(y * y, (y, 0, 1)))),
    "an integral and a sum": Le(sympy.Integral(1 / x**2, (x, 1, sympy.oo)), sympy.Sum(1 / N**2, (N, 1, sympy.oo))),
    "all for some, and some for all": Iff(ForAll(x, then=Exists(y, then=x < y)), ForAll(y, then=Exists(x, then=x < y))),
    "a number that stands in a sum by another name": ForAll(
        (K, N), given=And(Eq(K, N), K > 0), then=Equal(sympy.Sum(K, (K, 1, 3)) ** K, sympy.Sum(N, (N, 1, 3)) ** N)
    ),
    "two names for one": Equal(
        sympy.Sum(sympy.Sum(K**N, (K, 1, 2)), (N, 1, 3)),
        sympy.Sum(sympy.Sum(K**K, (K, 1, 2)), (K, 1, 3)),
    ),
    "the same of whole numbers": Iff(ForAll(x, then=Ge(x**2, x)), ForAll(N, then=Ge(N**2, N))),
    "other than itself, which is false": ForAll(x, then=Ne(x, x)),
    "tuples in another order": Equal((2, 50), (50, 2)),
    "numbers that differ": Lt(3, 4),
    "numbers that are computed": Equal(2 + 2, 4),
    "a multiset of numbers": Equal(Multiset((2, 50)), (50, 2)),
    "matrices of numbers": Equal(sympy.eye(2), sympy.diag(1, 1)),
    "a relation of numbers": Le(4, 4),
    "weaker than the hypothesis": ForAll(x, given=x > 1, then=Gt(x, 0)),
    "the reverse of the hypothesis": ForAll((x, y), given=x > y, then=Gt(y, x)),
    "other, and so less": ForAll((x, y), given=Ne(x, y), then=Lt(x, y)),
    "at most, and so other": ForAll((x, y), given=Le(x, y), then=Ne(x, y)),
    "other, and so not another": ForAll((x, y), given=Ne(x, y), then=Ne(x, y + 1)),
    "equal, and so below more": ForAll((x, y), given=Eq(x, y), then=Le(x, y + 1)),
    "both ways, and so equal": ForAll((x, y), given=And(Le(x, y), Le(y, x)), then=Eq(x, y)),
    "not strict in the hypothesis": ForAll(x, given=Ge(x, 0), then=Gt(x, 0)),
    "more than what is supposed": ForAll((x, y), given=x > 0, then=And(Gt(x, 0), Gt(x + y**2, 0))),
    "found, but not supposed": Exists(x, given=x > 0, then=ForAll(y, given=y > x, then=Gt(y, 0))),
    "supposed, and the same as more": ForAll(x, given=x > 0, then=Iff(Gt(x, 0), Gt(x**2, 1))),
    "some x that is more": Exists(x, given=x > 0, then=Gt(x, 1)),
    "steps of other lengths": ForAll(x, given=Lt(x, x + 1), then=Lt(x, x + 2)),
    "multiplied out": ForAll(x, given=x**2 + 2 * x + 1 > 0, then=Gt((x + 1) ** 2, 0)),
    "supposed beside, not here": All(ForAll(x, given=x > 0, then=Gt(x + 1, 0)), ForAll(x, then=Gt(x, 0))),
    "an orbit kept by its invariant": Orbit(x, 1, 2 * x, then=x > 0, invariant=x > 0),
}


@pytest.mark.parametrize("name", HOLLOW)
def test_says_nothing(name: str) -> None:
    statement, reason = HOLLOW[name]
    assert hollow(statement) == reason


@pytest.mark.parametrize("name", SAYING)
def test_says_something(name: str) -> None:
    assert hollow(SAYING[name]) is None


LOOSE: dict[str, tuple[Any, Any, bool]] = {
    "a bound that has to be reckoned": (x > 0, Gt(x / 2, 2 * x / 5), False),
    "a smaller bound": (x > 1, x > 0, True),
    "the same bound, not strict": (x > 1, Ge(x, 1), True),
    "strict at last": (Ge(x, 1), x > 1, False),
    "strict with room": (Ge(x, 1), Gt(x, 0), True),
    "a larger bound": (x > 0, x > 1, False),
    "a value": (Eq(x, 2), x < 3, True),
    "a value that is too large": (Eq(x, 2), x < 2, False),
    "a value and others": (Eq(2 * x, 4), Ne(x, 3), True),
    "positive, so not zero": (x > 0, Ne(x, 0), True),
    "not zero, so not one": (Ne(x, 0), Ne(x, 1), False),
    "a difference": (Lt(x, y), Lt(x, y + 1), True),
    "another expression": (x > 1, x**2 > 0, False),
    "one of two": (x > 1, Or(Gt(x, 0), Gt(y, 3)), True),
    "two of two": (And(x > 1, y > 4), And(x > 0, y > 3), True),
    "one of two alone": (x > 1, And(x > 0, y > 3), False),
}


@pytest.mark.parametrize("name", LOOSE)
def test_a_conclusion_may_be_a_looser_hypothesis(name: str) -> None:
    given, then, wanted = LOOSE[name]
    for statement in (ForAll((x, y), given=given, then=then), ForAll((x, y), given=given, then=All(then, then))):
        assert weakened(statement) is wanted
    assert weakened(ForAll((x, y), then=Implies(given, then))) is wanted


def test_a_condition_that_is_nothing_formal_is_its_own_normal_form() -> None:
    assert normal(sympy.true) is sympy.true


def test_a_factor_and_its_opposite_make_a_square() -> None:
    product = (x - y) * (y - x)
    assert normal(Lt(product, 0)) == normal(Gt((x - y) ** 2, 0)) != normal(Gt(x - y, 0))
    assert normal(Lt(product * z, 0)) != normal(Gt((x - y) * z, 0))
    assert hollow(ForAll((x, y), given=Ge(product, 0), then=Le(x, y))) is None
    assert hollow(ForAll((x, y), given=Ge(product, 0), then=Le((x - y) ** 2, 0))) == SUPPOSED


def test_what_a_random_variable_was_declared_by_is_supposed() -> None:
    a = sympy.Symbol("a", real=True)
    declared = random("X", mean=a, variance=2)
    coin = random("B", bernoulli=sympy.Rational(1, 3))
    for said in (Eq(E(declared), a), Eq(Var(declared), 2), Equal(E(declared), a)):
        assert hollow(ForAll((a, declared), then=said)) == SUPPOSED
    assert hollow(ForAll(coin, then=Eq(E(coin), sympy.Rational(1, 3)))) == SUPPOSED
    for said in (Eq(E(declared), a + 1), Eq(E(2 * declared), 2 * a), Eq(E(declared**2), a**2 + 2)):
        assert hollow(ForAll((a, declared), then=said)) is None
    assert hollow(ForAll(coin, then=Eq(Var(coin), sympy.Rational(2, 9)))) is None

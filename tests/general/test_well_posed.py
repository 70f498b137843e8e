"""Tests of statements about vectors and matrices that are about no case, about zero vectors alone, or not known to be defined."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, matrices, minimizer, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError
from tests.authored import authored, truth_of

p, q, r, L, mu = reals("p q r L mu")
x, y, z = vectors("x y z")
NAMES = {"p": p, "q": q, "r": r, "x": x, "y": y, "z": z, "A": matrices("A", eigenvalues_in=(p, q))}
f = functions("f", polyak=mu, smooth=L)
NAMES |= {"B": matrices("B", eigenvalues_in=(-3, -1)), "f": f, "L": L, "mu": mu, "above": f(x) - f(minimizer(f)), "slope": gradient(f, x)}
BOTH_ZERO = "ForAll((x, y), given=And(Eq(norm(x), 0), Eq(norm(y), 0)), then="
NO_CASE = [
    "ForAll((x, y), given=And(norm(x) <= 1, norm(y) <= 1, dot(x, y) >= 2), then=dot(x, y) <= 1)",
    "ForAll((x, y, r), given=And(norm(x) <= r, r < 0), then=dot(x, y) <= 1)",
    "ForAll((A, x, p, q), given=q < p, then=dot(x, A @ x) >= 0)",
    "ForAll((B, x), given=dot(x, B @ x) > 0, then=dot(x, B @ x) >= 1)",
    "ForAll((B, x), given=dot(x, inverse(B, x)) > 0, then=dot(x, inverse(B, x)) >= 1)",
    "ForAll((A, x, p, q), given=And(Or(p > 0, q < 0), norm(x) > 1, norm(x) < 1), then=dot(x, inverse(A, x)) >= 0)",
]
ZERO_ALONE = [
    "ForAll(x, given=Eq(norm(x), 0), then=norm(x) <= 1)",
    "ForAll((x, r), given=Eq(norm(x), 0), then=norm(x) <= r**2)",
    "ForAll((x, y), given=norm(x)**2 + norm(y)**2 <= 0, then=dot(x, y) <= 1)",
    f"{BOTH_ZERO}dot(x, y) <= 1)",
    f"{BOTH_ZERO}Eq(dot(x, y), 0))",
    f"{BOTH_ZERO}Eq(norm(x - y), 1))",
]
ABOUT_SOMETHING = {
    "ForAll((x, y), given=Eq(norm(x), 0), then=dot(x, y) <= 1)": Truth.TRUE,
    f"{BOTH_ZERO}Eq(norm(x - y), 0))": Truth.TRUE,
    f"{BOTH_ZERO}Eq(norm(x - y)**2, 0))": Truth.TRUE,
    f"{BOTH_ZERO}Eq(x - y, y))": Truth.TRUE,
    "ForAll((B, x), given=dot(x, B @ x) >= 0, then=Eq(norm(x), 0))": Truth.TRUE,
    "ForAll((B, x), given=dot(x, B @ x) < 0, then=norm(x) > 0)": Truth.TRUE,
    "ForAll((B, x), given=dot(x, B @ x) < 0, then=norm(x) > 1)": Truth.FALSE,
    "ForAll((f, x, L, mu), given=And(mu > 0, norm(slope) <= 1), then=above <= 1/(2*mu))": Truth.TRUE,
    "ForAll((f, x, L, mu), given=And(mu > 0, norm(slope) <= 1), then=above <= 1/(3*mu))": Truth.FALSE,
}
UNIT = "Eq(norm(x), 1), Eq(norm(y), 1), Eq(norm(z), 1), Eq(dot(x, y), 0), Eq(dot(y, z), 0), Eq(dot(x, z), 0)"
POINTS = {
    "ForAll((x, y, r), then=dot(x, y)/r <= norm(x)*norm(y)/r)": "undefined: r = 0: needs r ≠ 0$",
    "ForAll((x, y), then=dot(x, y)*sqrt(-1 - norm(x)**2) > 0)": "undefined: any: .* has no value$",
}


@pytest.mark.parametrize("source", NO_CASE)
def test_what_no_vectors_satisfy_is_about_nothing(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.VACUOUS


@pytest.mark.parametrize("source", ZERO_ALONE)
def test_what_zero_vectors_alone_satisfy_is_not_said_to_be_about_something(source: str) -> None:
    decided = decide(authored(source, **NAMES), thorough=False)
    assert decided.truth is Truth.UNDECIDED
    (doubt,) = decided.decisions
    assert doubt.reason == "not known whether the hypotheses admit any case in which not all vectors are zero"


@pytest.mark.parametrize("source", ABOUT_SOMETHING)
def test_but_for_what_says_that_they_are_zero(source: str) -> None:
    assert truth_of(source, **NAMES) is ABOUT_SOMETHING[source]


def test_three_vectors_at_right_angles_are_a_case() -> None:
    assert truth_of(f"ForAll((x, y, z), given=And({UNIT}), then=Eq(norm(x + y + z)**2, 3))", **NAMES) is Truth.TRUE
    assert truth_of(f"ForAll((x, y, z), given=And({UNIT}), then=Eq(norm(x + y + z)**2, 2))", **NAMES) is Truth.FALSE


def test_what_is_not_known_to_have_a_value_is_left_open() -> None:
    """The sum comes as close to -2 as one likes, and is never -2: the quotient of the two rates is irrational."""
    for inside in ("r", "dot(x, y)"):
        source = f"ForAll((x, y, r), then=1/(sin({inside}) + sin(sqrt(2)*{inside}) + 2)**2 >= 0)"
        decided = decide(authored(source, **NAMES), thorough=False)
        assert decided.truth is Truth.UNDECIDED
        (doubt,) = decided.decisions
        assert doubt.reason.startswith("not known to be defined wherever its hypotheses hold: sin(")


@pytest.mark.parametrize("source", POINTS)
def test_where_it_has_no_value_is_said(source: str) -> None:
    with pytest.raises(UndefinedError, match=POINTS[source]):
        decide(authored(source, **NAMES), thorough=False)

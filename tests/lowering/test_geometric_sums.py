"""Tests of geometric sums up to n in inequalities: their closed form, where the ratio is not 1."""

from __future__ import annotations

import pytest
import sympy

from probatum import ForAll, integers, reals
from probatum.decision import Truth
from probatum.lowering.analysis.geometric_sums import by_geometric_sums
from tests.authored import truth_of

a, q = reals("a q")
k, m, n = integers("k m n")
NAMES = {"a": a, "q": q, "k": k, "m": m, "n": n}
SMALL = "ForAll((q, n), given=And(0 <= q, q < 1, n >= 1), then="
EITHER = "ForAll((q, n), given=And(-1 < q, q < 1, n >= 1), then="
LARGE = "ForAll((q, n), given=And(q > 1, n >= 0), then="

TRUE = [
    SMALL + "Sum(q**k, (k, 0, n)) <= 1/(1 - q))",
    SMALL + "Sum(q**k, (k, 1, n)) <= q/(1 - q))",
    SMALL + "Eq((1 - q)*Sum(q**(n - k), (k, 1, n)), 1 - q**n))",
    SMALL + "(1 - q)*Sum(q**(n - k), (k, 0, n)) <= 1)",
    SMALL + "Sum(k*q**(k - 1), (k, 1, n)) <= 1/(1 - q)**2)",
    SMALL + "Abs((1 - q)*Sum(a*q**(n - k), (k, 1, n))/(1 - q**n)) <= Abs(a))".replace("(q, n)", "(a, q, n)", 1),
    EITHER + "Sum(q**(2*k), (k, 0, n)) <= 1/(1 - q**2))",
    LARGE + "Sum(q**k, (k, 0, n)) <= q**(n + 1)/(q - 1))",
    "ForAll((a, n), given=And(0 < a, a < 2, n >= 0), then=a*Sum((1 - a)**k, (k, 0, n)) <= 2)",
]
FALSE = [
    SMALL + "Sum(q**k, (k, 0, n)) < 1/(1 - q))",
    SMALL + "Sum(q**k, (k, 0, n)) <= 99/(100*(1 - q)))",
    SMALL + "Eq((1 - q)*Sum(q**(n - k), (k, 1, n)), 1 - q**(n + 1)))",
    SMALL + "Sum(k*q**(k - 1), (k, 1, n)) <= 1/(1 - q))",
    EITHER + "Sum(q**k, (k, 0, n)) <= 1/(1 - q))",
    LARGE + "Sum(q**k, (k, 0, n)) <= q**n/(q - 1))",
    LARGE + "Sum(q**k, (k, 0, n)) <= 1/(1 - q))",
    "ForAll((a, n), given=And(0 < a, a < 2, n >= 0), then=a*Sum((1 - a)**k, (k, 0, n)) <= 1)",
]
UNDEFINED = [
    SMALL + "(1 - q)*Sum(q**(n - k), (k, 1, n + 1)) <= 5)",
    SMALL + "Sum(q/q*q**k, (k, 0, n)) <= 1/(1 - q))",
    SMALL.replace("q < 1", "q <= 1") + "Sum(q**k, (k, 0, n)) <= 1/(1 - q))",
]


@pytest.mark.parametrize("source", TRUE)
def test_a_geometric_sum_is_bounded_by_its_closed_form(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_by_nothing_less(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_a_sum_of_sums_is_no_geometric_sum() -> None:
    """It is false from n = 10**6 on."""
    assert truth_of(SMALL + "Sum(q**k, (k, 0, n), (m, 1, n)) <= 10**6/(1 - q))", **NAMES) is not Truth.TRUE
    assert truth_of(SMALL + "Sum(q**k, (k, 0, n), (m, 0, 1)) <= 2/(1 - q))", **NAMES) is Truth.TRUE
    inner = sympy.Sum(q**k, (k, 0, m))
    alone, both = (ForAll((q, n, m), given=q < 1, then=total <= 1) for total in (inner, sympy.Sum(*inner.args, (m, 0, n))))
    assert not by_geometric_sums(alone).then.has(sympy.Sum)
    assert by_geometric_sums(both) is both


@pytest.mark.parametrize("source", UNDEFINED)
def test_a_term_without_a_value_is_not_added_up(source: str) -> None:
    assert truth_of(source, **NAMES) is None

"""Tests of hypotheses and conclusions about vectors, functions and sets that have no value somewhere: they are not met, or undefined."""

from __future__ import annotations

import pytest
import sympy

from probatum import functions, matrices, member, operators, projection, reals, sets, vectors
from probatum.decision import Truth
from tests.authored import truth_of

x, y = vectors("x y")
a, b = sympy.symbols("a b", real=True)
low, high = reals("low high")
NAMES = {
    "x": x, "y": y, "a": a, "b": b, "f": functions("f", convex=True, smooth=1), "C": sets("C"), "T": operators("T", nonexpansive=True),
    "M": operators("M", monotone=True), "member": member, "projection": projection, "low": low, "high": high,
    "A": matrices("A", eigenvalues_in=(low, high)), "h": functions("h", quadratic=True, strongly=b),
}  # fmt: skip
ROWS = {
    "ForAll((x, y, a), given=Eq(x, y / a), then=Ne(a, 0))": Truth.TRUE,
    "Exists((x, y, a), given=Eq(x, y / a), then=Eq(a, 0))": Truth.FALSE,
    "ForAll((x, y, a), given=And(Eq(x, y / a), Eq(a, 0)), then=norm(x) > 3)": Truth.VACUOUS,
    "ForAll((x, y, a), given=Eq(x, log(a) * y), then=a > 0)": Truth.TRUE,
    "ForAll((x, y, b), given=Eq(x, y / sqrt(b)), then=b > 0)": Truth.TRUE,
    "ForAll((x, y, b), given=Eq(x, y / sqrt(b)), then=b > 1)": Truth.FALSE,
    "ForAll((x, y, a), given=Eq(norm(x - y / a), 0), then=Ne(a, 0))": Truth.TRUE,
    "ForAll((f, x, y, a), given=Eq(gradient(f, x), y / a), then=Ne(a, 0))": Truth.TRUE,
    "ForAll((C, x, a), given=member(C, x / a), then=Ne(a, 0))": Truth.TRUE,
    "ForAll((f, x, a), given=f(x / a) >= 0, then=Ne(a, 0))": Truth.TRUE,
    "ForAll((T, x, a), given=norm(T(x / a)) >= 0, then=Ne(a, 0))": Truth.TRUE,
    "ForAll((x, y, a), given=And(Eq(x, a * y), norm(x / a) >= 0), then=Ne(a, 0))": Truth.TRUE,
    "ForAll((M, x, a), given=norm(resolvent(M, a, x)) >= 0, then=a > 0)": Truth.TRUE,
    "Exists((f, x, a), given=norm(x) >= 0, then=norm(proximal(f, a, x)) >= 0)": Truth.TRUE,
    "Exists((f, x, a), given=a <= 0, then=norm(proximal(f, a, x)) >= 0)": Truth.FALSE,
    "ForAll((x, a), given=Ne(a, 0), then=And(norm(x / a) >= 0, norm(x) >= 0))": Truth.TRUE,
    "ForAll((x, a), then=And(norm(x / a) >= 0, norm(x) >= 0))": None,
    "ForAll((x, a), then=Or(norm(x / a) >= 0, norm(x) > 1))": None,
    "ForAll((x, a), then=Exactly(2, norm(x / a) >= 0, norm(x) >= 0))": None,
    "ForAll((x, a), then=And(norm(log(a) * x) >= 0, norm(x) >= 0))": None,
    "ForAll((C, x, a), then=Or(member(C, x / a), Not(member(C, x / a))))": None,
    "ForAll((C, x, a), then=Not(And(member(C, x / a), Not(member(C, x / a)))))": None,
    "ForAll((M, x, a), then=norm(resolvent(M, a, x) - resolvent(M, a, x)) <= 0)": None,
    "ForAll((M, x, a), given=a >= 0, then=norm(0 * resolvent(M, a, x)) <= 0)": None,
    "ForAll((M, x, a), given=a > 0, then=norm(0 * resolvent(M, a, x)) <= 0)": Truth.TRUE,
    "ForAll((M, x, a), given=norm(0 * resolvent(M, a, x)) <= 0, then=a > 0)": Truth.TRUE,
    "ForAll((M, x, a), given=norm(0 * resolvent(M, a, x)) <= 0, then=a > 1)": Truth.FALSE,
    "ForAll((f, x, a), then=norm(x + 0 * proximal(f, a, x)) >= 0)": None,
    "ForAll((f, x, a), then=0 * f(proximal(f, a, x)) <= 1)": None,
    "ForAll((h, x, a, b), then=norm(proximal(h, a, x) - proximal(h, a, x)) <= 0)": None,
    "ForAll((h, x, a, b), given=a > 0, then=norm(proximal(h, a, x) - proximal(h, a, x)) <= 0)": Truth.TRUE,
    "ForAll((C, x), then=norm(projection(C, x) - projection(C, x)) <= 0)": Truth.TRUE,
    "Exists((M, x, a), given=a <= 0, then=norm(0 * resolvent(M, a, x)) <= 0)": Truth.FALSE,
    "Exists((M, x, a), given=a <= 1, then=norm(0 * resolvent(M, a, x)) <= 0)": Truth.TRUE,
    "ForAll((A, x, low, high), given=norm(inverse(A, x) - inverse(A, x)) <= 0, then=low * high > 0)": Truth.TRUE,
    "ForAll((A, x, low, high), given=norm(inverse(A, x) - inverse(A, x)) <= 0, then=low > 0)": Truth.FALSE,
    "ForAll((f, x, a), then=Or(a <= 0, norm(proximal(f, a, x)) >= 0))": Truth.TRUE,
    "ForAll((f, x, a), then=Or(a <= -1, norm(proximal(f, a, x)) >= 0))": None,
}


@pytest.mark.parametrize("source", ROWS)
def test_what_has_no_value_is_not_supposed_and_not_concluded(source: str) -> None:
    assert truth_of(source, **NAMES) is ROWS[source]

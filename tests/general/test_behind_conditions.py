"""Tests of what stands behind a condition and has no value where that is not met: such cases are cases, too; None: undefined."""

from __future__ import annotations

import pytest
from sympy import And, Implies, Le, Ne, Or, Rational

from probatum import ForAll, features, functions, integers, matrices, noise, norm, operators, random, reals, vectors
from probatum.decision import Outcome, Truth
from probatum.engines.multipliers.linear import squared
from probatum.engines.solvers import smt
from probatum.lowering.vectors.gram import lower
from tests.authored import truth_of

v, w = vectors("v w")
a, b = reals("a b")
n = integers("n")
T = operators("T", lipschitz=1)
low, high = reals("low high")
NAMES = {
    "v": v, "w": w, "a": a, "b": b, "low": low, "high": high, "g": functions("g", convex=True), "M": operators("M", monotone=True),
    "h": functions("h", quadratic=True, convex=True), "f": functions("f", smooth=b, strongly=b),
    "A": matrices("A", eigenvalues_in=(low, high)), "Y": random("Y"), "n": n, "X": features("X", of=n), "Z": random("Z", of=n),
    "e": noise("e", spread=b**2),
}  # fmt: skip
ROOTS = {
    "ForAll((a, v), then=And(Implies(a >= 0, sqrt(a) * dot(v, v) >= 0), Ge(a, 0)))": Truth.FALSE,
    "ForAll((a, v), then=Implies(a >= 0, sqrt(a) * dot(v, v) >= 0))": Truth.TRUE,
    "ForAll((a, v), given=Or(sqrt(a) < 1, a < 0), then=a * dot(v, v) >= 0)": Truth.FALSE,
    "ForAll((a, v), given=Or(sqrt(a) < 1, a < 0), then=(1 - a) * dot(v, v) >= 0)": Truth.TRUE,
    "ForAll((a, v), given=Implies(a >= 0, sqrt(a) < 1), then=a * norm(v) >= 0)": Truth.FALSE,
    "ForAll((a, v), given=Not(And(a >= 0, sqrt(a) >= 1)), then=a * norm(v) >= 0)": Truth.FALSE,
    "ForAll((a, v), then=Or(a * dot(v, v) >= 0, And(a >= 0, sqrt(a) * norm(v) > 3)))": Truth.FALSE,
    "ForAll((a, v), then=Piecewise((sqrt(a), a >= 0), (a, True)) * norm(v) >= 0)": Truth.FALSE,
    "ForAll((a, v), then=Piecewise((sqrt(a), a >= 0), (-a, True)) * norm(v) >= 0)": Truth.TRUE,
    "ForAll((a, v), given=sqrt(a) < 1, then=a * norm(v) >= 0)": Truth.TRUE,
    "ForAll((a, v), given=1 / sqrt(a) < 1, then=a * norm(v) >= norm(v))": Truth.TRUE,
    "ForAll((a, v, w), given=a > 0, then=a * norm(v) ** 2 + norm(w) ** 2 >= 2 * sqrt(a) * dot(v, w))": Truth.TRUE,
    "ForAll((a, v, w), given=a > 0, then=a * norm(v) ** 2 + norm(w) ** 2 >= 3 * sqrt(a) * dot(v, w))": Truth.FALSE,
}
COEFFICIENTS = {
    "ForAll((v, w), then=And(Implies(norm(w) > 0, Eq(dot(v - dot(v, w) / dot(w, w) * w, w), 0)), norm(w) > 0))": Truth.FALSE,
    "ForAll((v, w), then=Implies(norm(w) > 0, Eq(dot(v - dot(v, w) / dot(w, w) * w, w), 0)))": Truth.TRUE,
    "ForAll((v, w), given=Or(norm(w) <= 0, Eq(dot(v - dot(v, w) / dot(w, w) * w, w), 0)), then=norm(w) > 0)": Truth.FALSE,
    "ForAll((v, w), given=Or(Eq(norm(w), 0), norm(v - dot(v, w) / dot(w, w) * w) >= 0), then=norm(w) > 0)": Truth.FALSE,
    "ForAll((v, w), given=norm(v - dot(v, w) / dot(w, w) * w) >= 0, then=norm(w) > 0)": Truth.TRUE,
}
STEPS = {
    "ForAll((g, v, a), then=And(Implies(a > 0, norm(proximal(g, a, v) - minimizer(g)) <= norm(v - minimizer(g))), a > 0))": Truth.FALSE,
    "ForAll((g, v, a), then=Implies(a > 0, norm(proximal(g, a, v) - minimizer(g)) <= norm(v - minimizer(g))))": Truth.TRUE,
    "ForAll((g, v, a), then=Implies(a > 0, norm(proximal(g, a, v) - minimizer(g)) <= norm(v - minimizer(g)) / 2))": Truth.FALSE,
    "ForAll((g, v, a), given=Or(a <= 0, norm(proximal(g, a, v)) >= 0), then=a > 0)": Truth.FALSE,
    "ForAll((g, v, a), given=And(a <= 0, Or(a <= 0, norm(proximal(g, a, v)) >= 0)), then=a * norm(v) <= 0)": Truth.TRUE,
    "ForAll((g, v, a), given=And(a <= 1, Or(a <= -1, norm(proximal(g, a, v)) >= 0)), then=Or(a > 0, a <= -1))": Truth.TRUE,
    "ForAll((g, v, a), then=Implies(a > -1, norm(proximal(g, a, v)) >= 0))": None,
    "ForAll((g, v, w, a), given=a >= 0, then=And(Implies(a > 0, norm(proximal(g, 1/a, v) - proximal(g, 1/a, w)) <= norm(v - w)), "
    "Or(a > 0, dot(v, w)**2 >= norm(v)**2 * norm(w)**2)))": Truth.FALSE,
    "ForAll((g, v, w, a), given=a >= 0, then=And(Implies(a > 0, norm(proximal(g, 1/a, v) - proximal(g, 1/a, w)) <= norm(v - w)), "
    "Or(a > 0, dot(v, w)**2 <= norm(v)**2 * norm(w)**2)))": Truth.TRUE,
    "ForAll((M, v, w, a), then=Implies(a > 0, norm(resolvent(M, a, v) - resolvent(M, a, w)) <= norm(v - w)))": Truth.TRUE,
    "ForAll((M, v, w, a), then=And(Implies(a > 0, norm(resolvent(M, a, v) - resolvent(M, a, w)) <= norm(v - w)), a > 0))": Truth.FALSE,
    "ForAll((h, v, w, a), then=Implies(a > 0, norm(proximal(h, a, v) - proximal(h, a, w)) <= norm(v - w)))": Truth.TRUE,
    "ForAll((h, v, w, a), then=And(Implies(a > 0, norm(proximal(h, a, v) - proximal(h, a, w)) <= norm(v - w)), a > 0))": Truth.FALSE,
    "ForAll((h, v, w, a), given=Or(a <= 0, norm(proximal(h, a, v) - proximal(h, a, w)) <= norm(v - w)), then=a > 0)": Truth.FALSE,
    "ForAll((f, v, w, a, b), then=And(Implies(a > 0, norm(proximal(f, a, v) - proximal(f, a, w)) <= norm(v - w)), a > 0))": Truth.FALSE,
    "ForAll((f, v, w, a, b), then=Implies(a > 0, norm(proximal(f, a, v) - proximal(f, a, w)) <= norm(v - w)))": Truth.TRUE,
    "Exists((g, v, a), then=And(a < 0, Implies(a > 0, norm(proximal(g, a, v)) < 0)))": Truth.TRUE,
    "Exists((h, v, a), then=And(a < 0, Implies(a > 0, norm(proximal(h, a, v)) < 0)))": Truth.TRUE,
    "Exists((g, v, a), then=And(a > 0, Implies(a > 0, norm(proximal(g, a, v)) < 0)))": Truth.FALSE,
}
BESIDE_RANDOM = {
    "ForAll((f, Y, v, w, a, b), then=And(a > -5, Implies(a > 0, norm(proximal(f, a, v)) * Var(Y) >= 0)))": Truth.FALSE,
    "ForAll((f, Y, v, w, a, b), then=Implies(a > 0, norm(proximal(f, a, v)) * Var(Y) >= 0))": Truth.TRUE,
    "ForAll((h, Y, v, w, a), then=And(a > -5, Implies(a > 0, E(norm(proximal(h, a, v) + Y * w) ** 2) >= 0)))": Truth.FALSE,
    "ForAll((h, Y, v, w, a), then=Implies(a > 0, E(norm(proximal(h, a, v) + Y * w) ** 2) >= 0))": Truth.TRUE,
    "ForAll((h, e, v, a, b), then=And(a > -5, Implies(a > 0, E(norm(proximal(h, a, v) + e) ** 2) >= 0)))": Truth.FALSE,
    "ForAll((h, e, v, a, b), then=Implies(a > 0, E(norm(proximal(h, a, v) + e) ** 2) >= 0))": Truth.TRUE,
}
INVERSES = {
    "ForAll((A, v, low, high), then=Implies(low > 0, norm(inverse(A, v)) <= norm(v) / low))": Truth.TRUE,
    "ForAll((A, v, low, high), then=And(Implies(low * high > 0, norm(inverse(A, v)) >= 0), Or(low * high > 0, norm(v) > 0)))": Truth.FALSE,
    "ForAll((A, v, low, high), given=Or(low * high <= 0, norm(inverse(A, v)) >= 0), then=low * high > 0)": Truth.FALSE,
    "ForAll((A, v, low, high), given=norm(inverse(A, v)) >= 0, then=low * high > 0)": Truth.TRUE,
}
MEANS = {
    "ForAll((Y, a), given=Or(a < 0, E(sqrt(a) * Y**2) >= 0), then=a * E(Y**2) >= 0)": Truth.FALSE,
    "ForAll((Y, a), given=Or(a < 0, E(sqrt(a) * Y**2) >= 0), then=E(Y**2) >= 0)": Truth.TRUE,
    "ForAll((Y, a), given=Or(a <= 0, E(exp(Y * sqrt(a))) >= exp(sqrt(a) * E(Y))), then=a >= 0)": Truth.FALSE,
    "ForAll((Y, a), given=E(sqrt(a) * Y**2) >= 0, then=a >= 0)": Truth.TRUE,
    "ForAll((Y, a), then=Implies(a >= 0, E(sqrt(a) * Y**2) >= 0))": Truth.TRUE,
    "ForAll((Y, a), then=Implies(a >= 0, E(sqrt(a) * Y**2) > 0))": Truth.FALSE,
    "ForAll((Y, a), then=Implies(a >= -1, E(sqrt(a) * Y**2) >= 0))": None,
    "ForAll((Y, a), then=E(sqrt(a) * Y**2) >= 0)": None,
    "ForAll((Y, a), then=Implies(Ne(a, 0), E(Y**2 / a**2) >= 0))": Truth.TRUE,
    "ForAll(Y, then=Implies(E(Y) > 0, E(Y**2 / E(Y)) >= E(Y)))": Truth.TRUE,
    "ForAll(Y, then=And(E(Y) > 0, Implies(E(Y) > 0, E(Y**2 / E(Y)) >= E(Y))))": Truth.FALSE,
    "ForAll(Y, given=Or(E(Y) <= 0, E(Y**2 / E(Y)) >= E(Y)), then=E(Y) > 0)": Truth.FALSE,
    "ForAll((Y, a), given=Y > 0, then=Implies(a > 0, E(log(Y) * sqrt(a)) <= sqrt(a) * (E(Y) - 1)))": Truth.TRUE,
    "ForAll((Y, a), given=Y >= 0, then=Implies(a > 0, E(log(Y) * sqrt(a)) <= sqrt(a) * (E(Y) - 1)))": None,
    # what has no value at an outcome, in cases of which nothing is said
    "ForAll((Y, a), given=Y >= a, then=Implies(a > 0, E(1 / Y) <= 1 / (2 * a)))": Truth.FALSE,
    "ForAll((Y, a), given=Y >= a, then=And(Implies(a > 0, E(log(Y)) >= log(a)), E(Y) >= 0))": Truth.FALSE,
    "ForAll((Y, a), given=Y >= a, then=Implies(a > 0, E(1 / Y) <= 1 / a))": Truth.UNDECIDED,
    "ForAll((Y, a), given=Y >= a, then=Implies(a > -1, E(1 / Y) <= 1 / a))": None,
    "ForAll((Y, a), given=Y >= a, then=E(1 / Y) <= 1 / a)": None,
    "ForAll((Y, a), given=Y >= a, then=Implies(E(Y) > 0, E(1 / Y) > 0))": None,
    "ForAll(Y, then=Or(E(1 / Y) > 0, E(1 / Y**2) > 0))": None,
    "Exists((Y, a), then=And(a < 0, Implies(a >= 0, E(sqrt(a) * Y**2) >= 0)))": Truth.TRUE,
    "Exists((Y, a), then=And(a < 0, E(sqrt(a) * Y**2) >= 0))": Truth.FALSE,
}
SUMS = {
    "ForAll((X, n, a), given=Or(a < 0, total(sqrt(a) * X**2) >= 0), then=a * total(X**2) >= 0)": Truth.FALSE,
    "ForAll((X, n, a), then=And(Implies(a >= 0, total(sqrt(a) * X**2) >= 0), a >= 0))": Truth.FALSE,
    "ForAll((X, n, a), then=Implies(a >= 0, total(sqrt(a) * X**2) >= 0))": Truth.TRUE,
    "ForAll((Z, n, a), given=Or(a < 0, E(total(sqrt(a) * Z**2)) >= 0), then=a >= 0)": Truth.FALSE,
    "ForAll((e, v, a, b), then=And(Implies(a >= 0, E(norm(v + sqrt(a) * e) ** 2) >= norm(v) ** 2), a >= 0))": Truth.FALSE,
    "ForAll((e, v, a, b), then=Implies(a >= 0, E(norm(v + sqrt(a) * e) ** 2) >= norm(v) ** 2))": Truth.TRUE,
    "ForAll((Y, v, a), given=Or(a < 0, E(norm(v + sqrt(a) * Y * v) ** 2) >= 0), then=a >= 0)": Truth.FALSE,
}
ROWS = ROOTS | COEFFICIENTS | STEPS | BESIDE_RANDOM | INVERSES | MEANS | SUMS


@pytest.mark.parametrize("written", ROWS)
def test_what_stands_behind_a_condition_is_not_supposed_to_be_there(written: str) -> None:
    assert truth_of(written, **NAMES) is ROWS[written]


def test_what_a_class_says_leaves_out_no_case() -> None:
    """Where a point is not there, nothing is said of its image."""
    for share, found in ((Rational(1, 2), Outcome.REFUTED), (2, Outcome.PROVED)):
        beside = Implies(Ne(a, 0), Le(norm(T(v / a) - T(w)), norm(v / a - w)))
        lipschitz = Or(Ne(a, 0), Le(norm(T(v) - T(w)), share * norm(v - w)))
        problem = squared(lower(ForAll((T, v, w, a), then=And(beside, lipschitz))))
        assert smt.decide(problem.in_inner_products()).outcome is found

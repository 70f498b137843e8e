"""Facts that a theorem adds to what is supposed hold for what depends on each other, for either sign, and leave out no case."""

from __future__ import annotations

import pytest
from sympy import Abs, And, Eq, Expr, Ge, Le, Max, Or, Piecewise, exp, log, sign, sqrt

from probatum import E, ForAll, P, Var, features, functions, integers, matrices, random, reals, total, vectors
from probatum.decision import Truth
from probatum.lowering.chance.joint_convexity import by_joint_convexity
from probatum.lowering.copies.sums_as_one import with_one_variable
from probatum.lowering.every_case import known_by_numbers
from tests.authored import truth_of
from tests.each import each

a, b, s, t = reals("a b s t")
v, w = vectors("v w")
n = integers("n")
X, Y = random("X Y", independent=False)
U, V = random("U V", independent=True)
D = random("D", of=n)
NAMES = {
    "a": a, "b": b, "s": s, "t": t, "n": n, "v": v, "w": w, "X": X, "Y": Y, "U": U, "V": V, "D": D, "S": random("S", variance=s**2),
    "C": random("C", of=n, mean=t, variance=b), "x": features("x", of=n), "T": random("T"), "H": random("H", of=n),
}  # fmt: skip
F, G = random("F G", independent=False, mean=a, variance=s)
eigenvalue = reals("eigenvalue")
NAMES |= {
    "F": F, "G": G, "A": matrices("A", eigenvalues_in=(-1, 1)), "B": matrices("B", eigenvalues_in=(0, 1)), "eigenvalue": eigenvalue,
    "f": functions("f", convex=True),
}  # fmt: skip
CHEBYSHEV = "P(Abs(total(D/a) - E(total(D/a))) >= t) <= Var(total(D/a))/t**2"
CENTRED = "P(Abs(total(C/a) - n*t/a) >= s) <= Var(total(C/a))/s**2"
SHORT = "(norm(v)**2 * norm(A @ v)**2 - dot(v, A @ v)**2) * (norm(v)**2 - norm(A @ v)**2) <= 0"  # of numbers, and at the ends
TAIL = "Piecewise((P(total(H) - E(total(H)) >= n/a), Ne(a, 0)), ({}, True)) <= Piecewise((exp(-2*n/a**2), Ne(a, 0)), (1, True))"
MULTIPLIED = "total(x**2/a**2) <= total(x/a**2)*total(x)"
LENGTH = "E(norm(T*v/a + w)) >= norm(E(T)*v/a + w)"
TRUE = [
    # of two that depend on each other the means are ordered, not one value and the mean of the other
    "ForAll((U, V), given=U <= V, then=P(V < E(U)) <= 0)",
    "ForAll((X, Y), given=X <= Y, then=P(Y < X) <= 0)",
    "ForAll((X, Y), given=And(X <= Y, Y <= 1), then=E(X) <= 1)",
    "ForAll((X, Y), given=And(0 < X, X <= Y), then=exp(E(X)) <= E(exp(Y)))",
    "ForAll((X, Y), given=X + Y <= 1, then=E(exp(X + Y)) <= exp(1))",
    # a deviation may be of either sign
    "ForAll((S, s), then=E(Abs(S)) + E(S**2) - Min(s, 0) >= E(S)**2 + s**2)",
    "ForAll((S, s), then=E(Abs(S)) + E(S**2) >= E(S)**2 + s**2)",
    # where a fact has no value nothing is known
    f"ForAll((D, n, a, t), given=And(t > 0, Ne(a, 0)), then={CHEBYSHEV})",
    f"ForAll((D, n, a, t), given=t > 0, then=Or(Eq(a, 0), {CHEBYSHEV}))",
    f"ForAll((C, n, a, t, s, b), given=And(s > 0, Ne(a, 0)), then={CENTRED})",
    f"ForAll((x, n, a), given=And(x >= 0, Ne(a, 0)), then={MULTIPLIED})",
    f"ForAll((x, n, a), given=x >= 0, then=Or(Eq(a, 0), {MULTIPLIED}))",
    "ForAll((H, n, a), given=And(H >= 0, H <= 1, a > 0), then=P(total(H) - E(total(H)) >= n/a) <= exp(-2*n/a**2))",
    # a length is of what is not negative, another root need not be
    "ForAll((v, w), then=Or(dot(v, w) < 0, sqrt(dot(v, w)) >= 0))",
    "ForAll((v, w), given=dot(v, w) >= 0, then=sqrt(dot(v, w)) <= (norm(v) + norm(w))/2)",
    "ForAll((v, w), then=sqrt(dot(v, v) + dot(w, w)) <= norm(v) + norm(w))",
    "ForAll((v, w, a, b), given=Ne(a, 0), then=norm(v/a + b*w) <= norm(v)/Abs(a) + Abs(b)*norm(w))",
    "ForAll((A, v, a), given=Ne(a, 0), then=norm(A @ v/a) <= norm(v)/Abs(a))",
    # a variable may be called an eigenvalue
    "ForAll((B, v, eigenvalue), given=eigenvalue >= 1, then=dot(v, B @ v) <= eigenvalue*dot(v, v))",
]
FALSE = [
    # a mean lies where the values do only where these are an interval
    *(f"ForAll(T, given={where}, then=P(Abs(T*E(T)) < 1) <= 0)" for where in ("Eq(T**2, 1)", "Abs(T) >= 1", "T**2 >= 1")),
    "ForAll((X, Y), given=X <= Y, then=P(Y < E(X)) <= 0)",
    "ForAll((X, Y), given=And(X <= Y, Y <= 5), then=Eq(E(Max(Y, E(X))), E(Y)))",
    "ForAll((F, G, a, s), given=F <= G, then=P(G < a) <= 0)",
    "ForAll((S, s), then=E(Abs(S)) + E(S**2) + Min(s, 0) >= E(S)**2 + s**2)",
    f"ForAll((D, n, a, t), given=t > 0, then=And(Or(Eq(a, 0), {CHEBYSHEV}), Or(Ne(a, 0), n <= 3)))",
    f"ForAll((C, n, a, t, s, b), given=s > 0, then=And(Or(Eq(a, 0), {CENTRED}), Or(Ne(a, 0), n <= 3)))",
    f"ForAll((T, v, w, a), then=And(Or(Eq(a, 0), {LENGTH}), Ne(a, 0)))",
    f"ForAll((H, n, a), given=And(H >= 0, H <= 1, a >= 0), then={TAIL.format(5)})",
    "ForAll((v, w), then=And(Or(dot(v, w) < 0, sqrt(dot(v, w)) >= 0), dot(v, w) >= 0))",
    "ForAll((v, w), given=Or(dot(v, w) < 0, sqrt(dot(v, w)) < 1), then=dot(v, w) >= 0)",
    "ForAll((v, w), given=dot(v, w) >= 0, then=sqrt(dot(v, w)) <= (norm(v) + norm(w))/3)",
    "ForAll((f, v), then=And(Or(f(v) + dot(v, v) < 0, sqrt(f(v) + dot(v, v)) >= 0), f(v) + dot(v, v) >= 0))",
    f"ForAll((A, v), then=And(Or(dot(v, A @ v) < 0, sqrt(dot(v, A @ v)) >= 0), Or(dot(v, A @ v) >= 0, {SHORT})))",
    f"ForAll((A, v, a), then=And(Or(Eq(a, 0), norm(A @ v/a) >= 0), Or(Ne(a, 0), {SHORT})))",
    "ForAll((B, v, eigenvalue), then=Eq(dot(v, B @ v), eigenvalue*dot(v, v)))",
    "ForAll((B, v, eigenvalue), given=And(eigenvalue >= 0, eigenvalue <= 1), then=dot(v, B @ v) <= eigenvalue*dot(v, v))",
]
OPEN = [f"ForAll((x, n, a), given=x >= 0, then=And(Or(Eq(a, 0), {MULTIPLIED}), Or(Ne(a, 0), n <= 4)))"]  # false for n = 5
CASES = [(TRUE, Truth.TRUE), (FALSE, Truth.FALSE), (OPEN, Truth.UNDECIDED)]


@pytest.mark.parametrize(("source", "truth"), [(source, truth) for sources, truth in CASES for source in sources])
def test_facts_that_a_theorem_adds(source: str, truth: Truth) -> None:
    assert truth_of(source, **NAMES) is truth


CONVEX = [X**2 + Y**2, exp(X) - log(Y), X**2 / Y, 1 / X + 1 / Y]
NOT_CONVEX = [
    X * Y, X**2 - Y**2, -(X**2) - Y**2,
    Piecewise((1, X > 1), (0, True)) + Y**2, Y**2 - Max(X, 1), Y**2 + sign(X - 1), Y**2 - Abs(X - 1), X**2 + 1 / (Y - 1) ** 2,
]  # fmt: skip


@pytest.mark.parametrize("function", CONVEX + NOT_CONVEX, ids=str)
def test_what_is_convex_in_several_is_smooth_and_has_a_value(function: Expr) -> None:
    stated = ForAll((X, Y), given=And(X > 0, Y > 0), then=Le(E(X) + E(Y), E(function)))
    assert (by_joint_convexity(stated) is not None) is (function in CONVEX)


def test_a_point_between_the_ends_is_no_name_of_an_author() -> None:
    stated = "ForAll(b, given=And(b >= 0, b <= 1), then=Integral(b*t*cos(exp(t)/10), (t, 0, 1)) <= "
    primed = reals("x'")
    for most, truth in (("Rational(1, 2))", Truth.TRUE), ("Rational(1, 3))", Truth.FALSE)):
        assert truth_of(stated + most, b=primed, t=reals("t")) is truth


def test_a_sum_has_the_moments_of_its_terms_where_these_have_a_value() -> None:
    said = ForAll((D, n, a, t), given=t > 0, then=Or(Eq(a, 0), P(total(D / a) >= t) <= Var(total(D / a)) / t**2))
    made = with_one_variable(said, total(D / a))
    (one,) = set(made.variables) - set(said.variables)
    assert Or(Eq(a, 0), Eq(E(one), E(total(D / a)), evaluate=False)) in made.given.args


def test_what_values_decide_is_not_known_by_numbers() -> None:
    assert known_by_numbers(total(1 / D) >= 0, a > 0) == True  # noqa: E712 -- SymPy's
    assert known_by_numbers(total(1 / D) >= 0, D > 0) == (total(1 / D) >= 0)
    assert known_by_numbers(total(D / a) >= 0, a > 0) == (total(D / a) >= 0)


def test_a_kink_of_what_is_convex_in_several_bends_upward() -> None:
    size = sqrt(X**2 + a**2 * X**2)  # |X| times a number
    shapes = {size + exp(Y): True, exp(Y) - size: False, exp(-size) + exp(Y): False}
    for function, is_convex in each(shapes.items()):
        stated = ForAll((X, Y, a), then=Ge(E(function), 0))
        assert (by_joint_convexity(stated) is not None) is is_convex, function

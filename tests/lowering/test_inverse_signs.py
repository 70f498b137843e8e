"""Tests of inverses of matrices whose eigenvalues are of one sign, either one."""

from __future__ import annotations

import pytest

from probatum import matrices, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

p, q, c = reals("p q c")
x, y = vectors("x y")
A, B = matrices("A", eigenvalues_in=(p, q)), matrices("B", eigenvalues_in=(-3, -1))
NAMES = {"p": p, "q": q, "c": c, "x": x, "y": y, "A": A, "B": B}
EITHER = "ForAll((A, x, p, q), given=Or(p > 0, q < 0), then="
SAME = "ForAll((A, x, p, q), given=p*q > 0, then="
NEGATIVE = "ForAll((A, x, p, q), given=q < 0, then="

TRUE = [
    NEGATIVE + "norm(inverse(A, x)) <= norm(x)/Abs(q))",
    NEGATIVE + "dot(x, inverse(A, x)) <= 0)",
    NEGATIVE + "Eq(A @ inverse(A, x), x))",
    SAME + "norm(inverse(A, x)) <= norm(x)/Min(Abs(p), Abs(q)))",
    EITHER + "dot(x, inverse(A, x))*dot(x, A @ x) >= norm(x)**4)",
    EITHER + "dot(x, inverse(A, x))*(p + q) >= 0)",
    "ForAll((A, x, c, p, q), given=And(q < 0, Eq(A @ x, c*x)), then=Eq(c*inverse(A, x), x))",
    "ForAll((A, x, y, p, q), given=And(q < 0, Eq(A @ y, x)), then=norm(y) <= norm(x)/Abs(q))",
    EITHER.replace("x,", "x, y,") + "dot(x, inverse(A, y))**2 <= dot(x, inverse(A, x))*dot(y, inverse(A, y)))",
    NEGATIVE.replace("x,", "x, y,") + "dot(x, y)**2 <= dot(x, A @ x)*dot(y, inverse(A, y)))",
    "ForAll((B, x), then=norm(inverse(B, x)) <= norm(x))",
    "Exists((A, x, p, q), given=q < 0, then=dot(x, inverse(A, x)) < 0)",
    "Exists((A, x, p, q), given=Or(p > 0, q < 0), then=dot(x, inverse(A, x)) < 0)",
]
FALSE = [
    "ForAll((A, x, p, q), given=And(q < 0, p < q), then=norm(inverse(A, x)) <= norm(x)/Abs(p))",
    NEGATIVE + "dot(x, inverse(A, x)) >= 0)",
    SAME + "dot(x, inverse(A, x)) >= 0)",
    SAME + "norm(inverse(A, x)) <= norm(x)/p)",
    SAME.replace("p*q > 0", "And(p*q > 0, norm(x) > 0)") + "dot(x, inverse(A, x)) > 0)",
    EITHER + "dot(x, inverse(A, x)) >= 0)",
    EITHER + "dot(x, inverse(A, x))*dot(x, A @ x) <= norm(x)**4)",
    "ForAll((A, x, p, q), given=And(Or(p > 0, q < 0), Eq(norm(inverse(A, x)), 1)), then=p > 0)",
    "ForAll((A, x, c, p, q), given=And(q < 0, Eq(A @ x, c*x)), then=Eq(inverse(A, x), c*x))",
    EITHER.replace("x,", "x, y,") + "dot(x, inverse(A, y))**2 >= dot(x, inverse(A, x))*dot(y, inverse(A, y)))",
    NEGATIVE.replace("x,", "x, y,") + "2*dot(x, y)**2 <= dot(x, A @ x)*dot(y, inverse(A, y)))",
    "ForAll((B, x), then=norm(inverse(B, x)) <= norm(x)/2)",
    "Exists((A, x, p, q), given=q < 0, then=dot(x, inverse(A, x)) > 0)",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_holds_for_each_sign_is_true(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_what_fails_for_one_sign_is_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_a_zero_among_them_leaves_no_inverse() -> None:
    assert truth_of("ForAll((A, x, p, q), given=q <= 0, then=dot(x, inverse(A, x)) <= 0)", **NAMES) is None
    assert truth_of("ForAll((A, x, p, q), given=p*q >= 0, then=dot(x, inverse(A, x))*q >= 0)", **NAMES) is None


def test_the_counterexample_is_the_matrix_of_the_author() -> None:
    decided = decide(authored(SAME + "dot(x, inverse(A, x)) >= 0)", **NAMES), thorough=False)
    assert decided.counterexample is not None
    shown = dict(decided.counterexample.values)
    assert shown["p"] <= shown["A"] <= shown["q"] < 0

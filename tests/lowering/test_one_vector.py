"""Tests of forms in one vector, which one eigenvalue decides, and of statements that are true of numbers and not of matrices."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Eq, Max, Or, Rational

from probatum import ForAll, dot, inverse, matrices, norm, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Outcome, Truth
from probatum.lowering.matrices.one_vector import EACH_EIGENVALUE, EIGENVALUE, at_each_eigenvalue

x, y, z = vectors("x y z")
a, r = reals("a r")
A, P = matrices("A", eigenvalues_in=(1, 3)), matrices("P", eigenvalues_in=(0, 1))
end = x - A @ x / 3
after = end - A @ end / 2
B = matrices("B", eigenvalues_in=(-1, 1))
FORWARD = And(r >= 0, r < 1, a > 0)
moved = x + r * (x - y) - a * (P @ x)
LESS = dot(moved, P @ moved) + r / a * norm(moved - x) ** 2 <= dot(x, P @ x) + r / a * norm(x - y) ** 2

FORMS: dict[str, tuple[Any, bool]] = {
    "two steps": (ForAll((A, x), then=norm(after) <= norm(x) / 3), True),
    "two steps, too near": (ForAll((A, x), then=norm(after) <= norm(x) * Rational(33, 100)), False),
    "of a difference": (ForAll((A, x, y), then=norm(A @ x - A @ y) >= norm(x - y)), True),
    "a form": (ForAll((A, x), then=4 * dot(x, A @ x) >= norm(A @ x) ** 2 + 3 * norm(x) ** 2), True),
    "a form turned round": (ForAll((A, x), then=4 * dot(x, A @ x) <= norm(A @ x) ** 2 + 3 * norm(x) ** 2), False),
    "strictly": (ForAll((A, x), given=norm(x) > 0, then=dot(x, A @ x) > norm(x) ** 2 / 2), True),
    "strictly, of what moves": (ForAll((P, x), given=norm(P @ x) > 0, then=norm(P @ x) <= norm(x)), True),
    "a factor of any sign": (ForAll((A, x, a, r), given=r >= Max(a, 3 * a), then=a * norm(A @ x) <= r * norm(x)), True),
    "several at once": (ForAll((A, x), then=And(norm(A @ x) >= norm(x), dot(x, A @ x) <= 3 * norm(x) ** 2)), True),
    "an inverse": (ForAll((A, x), then=3 * dot(x, inverse(A, x)) + dot(x, A @ x) <= 4 * norm(x) ** 2), True),
    "an inverse, too near": (ForAll((A, x), then=3 * dot(x, inverse(A, x)) + 2 * dot(x, A @ x) <= 4 * norm(x) ** 2), False),
    "several vectors": (ForAll((P, x, y), then=2 * dot(x, P @ y) <= dot(x, P @ x) + dot(y, P @ y)), True),
    "several, of any sign": (ForAll((B, x, y), then=2 * dot(x, B @ y) <= dot(x, B @ x) + dot(y, B @ y)), False),
    "one vector against another": (ForAll((A, x, y), then=dot(x, A @ x) <= 3 * norm(y) ** 2), False),
    "a quadratic above its least value": (ForAll((A, x, y), then=dot(x, A @ x) - 2 * dot(x, y) >= -dot(y, inverse(A, y))), True),
    "above another value": (ForAll((A, x, y), then=dot(x, A @ x) - 2 * dot(x, y) >= -dot(y, inverse(A, y)) / 2), False),
    "momentum": (ForAll((P, x, y, a, r), given=And(FORWARD, a <= 2 * (1 - r)), then=LESS), True),
    "momentum, too long a step": (ForAll((P, x, y, a, r), given=And(FORWARD, a <= 2 * (1 + r)), then=LESS), False),
    "nothing left": (ForAll((A, x, a), given=Eq(a, 0), then=Eq(norm(a * (A @ x)), 0)), True),
}
NONE: dict[str, tuple[Any, bool]] = {
    "a product of norms": (ForAll((A, x), then=dot(x, A @ x) >= norm(x) * norm(A @ x)), False),
    "a sum of norms": (ForAll((P, x), then=norm(x - P @ x) + norm(P @ x) <= norm(x)), False),
    "squares of forms": (ForAll((A, x), then=dot(x, A @ x) ** 2 >= norm(x) ** 2 * norm(A @ x) ** 2), False),
    "a quotient": (ForAll((A, x), given=norm(x) > 0, then=dot(x, A @ x) ** 2 / norm(x) ** 2 >= norm(A @ x) ** 2), False),
    "one of two": (ForAll((A, x), then=Or(norm(A @ x) <= 2 * norm(x), norm(A @ x) >= 2 * norm(x))), True),
    "strictly, at zero too": (ForAll((A, x), then=dot(x, A @ x) > norm(x) ** 2 / 2), False),
    "two vectors": (ForAll((A, x, y), then=dot(x, A @ y) ** 2 <= 9 * norm(x) ** 2 * norm(y) ** 2), True),
    "several, at right angles": (ForAll((P, x, y), given=Eq(dot(x, y), 0), then=dot(x, P @ y) <= 0), False),
    "several, strictly": (ForAll((P, x, y), then=2 * dot(x, P @ y) < dot(x, P @ x) + dot(y, P @ y)), False),
    "another combination of two": (ForAll((A, x, y), then=norm(A @ x - 2 * (A @ y)) <= 3 * norm(x - y)), False),
    "a number that is a norm": (ForAll((A, x), then=norm(A @ x) ** 2 * norm(x) <= 9 * norm(x) ** 2), False),
    "longer than a number of any sign": (ForAll((A, x, r), given=norm(x) > r, then=dot(x, A @ x) > norm(x) ** 2 / 2), False),
    "a norm times a form": (ForAll((A, x), then=norm(x) * dot(x, A @ x) <= 3 * norm(x)), False),
    "what is supposed of the vector": (ForAll((A, x), given=dot(x, A @ x) <= 2 * norm(x) ** 2, then=norm(A @ x) <= 2 * norm(x)), False),
    "three vectors": (ForAll((A, x, y, z), then=norm(A @ x + y + z) <= 3 * norm(x + y + z)), False),
    "beside another combination": (ForAll((A, x, y), given=norm(x) > 0, then=dot(x - 2 * y, A @ x) <= 9 * norm(x) ** 2), False),
    "another combination beside it": (ForAll((A, x, y), given=norm(x) > 0, then=dot(A @ x, x - 2 * y) <= 9 * norm(x) ** 2), False),
    "not homogeneous": (ForAll((A, x), then=norm(A @ x) ** 2 + 1 >= 2 * norm(x)), True),
}


@pytest.mark.parametrize("name", FORMS)
def test_one_eigenvalue_decides(name: str) -> None:
    statement, truth = FORMS[name]
    assert at_each_eigenvalue(statement) is not None
    decided = decide(statement, thorough=False)
    assert decided.truth is (Truth.TRUE if truth else Truth.FALSE)
    proofs = [EACH_EIGENVALUE.name in decision.reason for decision in decided.decisions if decision.outcome is Outcome.PROVED]
    assert proofs == [True] * len(proofs)
    assert bool(proofs) is truth


@pytest.mark.parametrize("name", NONE)
def test_it_does_not_decide_what_does_not_add_up(name: str) -> None:
    statement, truth = NONE[name]
    assert at_each_eigenvalue(statement) is None
    assert decide(statement, thorough=False).truth is (Truth.TRUE if truth else Truth.FALSE)


def test_eigenvalues_are_real() -> None:
    assert EIGENVALUE.is_real

"""Tests of moments along eigenvectors: the values agree with matrices in numbers, and statements are decided by them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy
from sympy import And, Eq, Ne

from probatum import ForAll, dot, inverse, matrices, norm, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.lowering.matrices.eigenvectors import along_eigenvectors, eigenvalues
from probatum.lowering.matrices.moments import by_moments, moment
from probatum.proposition.parts import conjuncts
from probatum.type_names import Array

x, v, w = vectors("x v w")
mu, L, a, b, rate = reals("mu L a b alpha")
A = matrices("A", eigenvalues_in=(mu, L))
ALONG_V = And(Ne(norm(v), 0), Eq(norm(A @ v - a * v), 0))
ALONG_BOTH = And(Eq(norm(A @ v - a * v), 0), Eq(norm(A @ w - b * w), 0))

CASES: list[tuple[str, ForAll, bool]] = [
    ("a step", ForAll((A, x, v, mu, L, a, rate), given=ALONG_V, then=Eq(dot(v, x - rate * (A @ x)), (1 - rate * a) * dot(v, x))), True),
    (
        "a step, misprinted",
        ForAll((A, x, v, mu, L, a, rate), given=ALONG_V, then=Eq(dot(v, x - rate * (A @ x)), (1 + rate * a) * dot(v, x))),
        False,
    ),
    ("within the spectrum", ForAll((A, v, mu, L, a), given=ALONG_V, then=And(a >= mu, a <= L)), True),
    ("any value, of the vector zero", ForAll((A, v, mu, L, a), given=Eq(norm(A @ v - a * v), 0), then=And(a >= mu, a <= L)), False),
    ("perpendicular", ForAll((A, v, w, mu, L, a, b), given=And(Ne(a, b), ALONG_BOTH), then=Eq(dot(v, w), 0)), True),
    ("of one eigenvalue", ForAll((A, v, w, mu, L, a, b), given=ALONG_BOTH, then=Eq(dot(v, w), 0)), False),
    ("the square", ForAll((A, v, mu, L, a), given=ALONG_V, then=Eq(norm(A @ (A @ v) - a**2 * v), 0)), True),
    ("the square, misprinted", ForAll((A, v, mu, L, a), given=ALONG_V, then=Eq(norm(A @ (A @ v) - a * v), 0)), False),
    (
        "twice the matrix",
        ForAll((A, v, x, mu, L, a), given=Eq(norm(2 * (A @ v) - a * v), 0), then=Eq(2 * dot(v, A @ x), a * dot(v, x))),
        True,
    ),
    ("half of it", ForAll((A, v, x, mu, L, a), given=Eq(norm(2 * (A @ v) - a * v), 0), then=Eq(dot(v, A @ x), a * dot(v, x))), False),
]


AN_EIGENVECTOR = And(Eq(A @ v, a * v), Ne(v, 0))
EQUATIONS: dict[str, tuple[ForAll, bool]] = {
    "within the spectrum": (ForAll((A, v, mu, L, a), given=AN_EIGENVECTOR, then=And(mu <= a, a <= L)), True),
    "inside of it": (ForAll((A, v, mu, L, a), given=AN_EIGENVECTOR, then=mu < a), False),
    "the vector zero": (ForAll((A, v, mu, L, a), given=Eq(A @ v, a * v), then=mu <= a), False),
    "perpendicular": (ForAll((A, v, w, mu, L, a, b), given=And(Ne(a, b), Eq(A @ v, a * v), Eq(A @ w, b * w)), then=Eq(dot(v, w), 0)), True),
    "of one eigenvalue": (ForAll((A, v, w, mu, L, a, b), given=And(Eq(A @ v, a * v), Eq(A @ w, b * w)), then=Eq(dot(v, w), 0)), False),
    "the square": (ForAll((A, v, mu, L, a), given=Eq(A @ v, a * v), then=Eq(A @ (A @ v), a**2 * v)), True),
    "the square, misprinted": (ForAll((A, v, mu, L, a), given=Eq(A @ v, a * v), then=Eq(A @ (A @ v), a * v)), False),
    "the inverse": (ForAll((A, v, mu, L, a), given=And(mu > 0, Eq(A @ v, a * v)), then=Eq(a * inverse(A, v), v)), True),
    "the inverse, misprinted": (ForAll((A, v, mu, L, a), given=And(mu > 0, Eq(A @ v, a * v)), then=Eq(inverse(A, v), a * v)), False),
    "a kernel": (ForAll((A, v, mu, L), given=And(mu > 0, Eq(A @ v, 0)), then=Eq(v, 0)), True),
    "a kernel, zero admitted": (ForAll((A, v, mu, L), given=And(mu >= 0, Eq(A @ v, 0)), then=Eq(v, 0)), False),
}


@pytest.mark.parametrize("name", EQUATIONS)
def test_equations_between_vectors_say_what_lengths_of_differences_say(name: str) -> None:
    statement, true = EQUATIONS[name]
    assert decide(statement, thorough=False).truth is (Truth.TRUE if true else Truth.FALSE)


def test_a_vector_that_equals_a_number_is_refused() -> None:
    with pytest.raises(DefinitionError, match="got the number alpha beside vectors, wanted a vector"):
        decide(ForAll((A, v, mu, L, rate), given=Eq(A @ v, rate), then=Eq(norm(v), 0)))


@pytest.mark.parametrize(("statement", "true"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_statements_along_eigenvectors_are_decided(statement: ForAll, true: bool) -> None:
    decided = decide(statement)
    assert decided.truth is (Truth.TRUE if true else Truth.FALSE)
    assert not true or {decision.engine for decision in decided.decisions} >= {"z3", "cvc5"}


def test_an_eigenvalue_is_read_off_its_equation() -> None:
    given = And(Eq(norm(2 * (A @ v) - 3 * a * v), 0), Eq(norm(A @ w), 0), Eq(norm(A @ x - v), 0))
    assert eigenvalues(ForAll((A, v, w, x, mu, L, a), given=given, then=Eq(dot(v, w), 0))) == {v: 3 * a / 2, w: 0}


def _lowered() -> ForAll:
    statement = ForAll((A, v, x, mu, L, a), given=ALONG_V, then=norm(x - A @ x) >= dot(v, A @ x))
    form = by_moments(statement, 0, 2)
    assert form is not None
    made = along_eigenvectors(statement, form, 0, 2)
    assert made is not None
    assert moment(v, x, 1) in form.variables
    assert moment(v, x, 1) not in made.variables
    return made


def _values(made: Any, matrix: Array, eigenvalue: float, vectors_: dict[Any, Array]) -> dict[Any, float]:
    """The numbers that the variables of the lowered statement stand for."""
    found = {mu: -3.0, L: 5.0, a: eigenvalue}
    pairs = [(left, right) for left in vectors_ for right in vectors_]
    found |= {moment(p, q, k): float(vectors_[p] @ np.linalg.matrix_power(matrix, k) @ vectors_[q]) for p, q in pairs for k in range(3)}
    return {symbol: found[symbol] for symbol in made.variables}


@pytest.mark.parametrize("seed", range(5))
def test_a_matrix_in_numbers_satisfies_what_is_supposed(seed: int) -> None:
    made, random = _lowered(), np.random.default_rng(seed)
    spectrum = random.uniform(-3, 5, 4)
    basis = np.linalg.qr(random.normal(size=(4, 4)))[0]
    matrix, other = basis @ np.diag(spectrum) @ basis.T, random.normal(size=4)
    at = _values(made, matrix, spectrum[0], {v: 2 * basis[:, 0], x: other})
    slack = [side.subs(at) for part in conjuncts(made.given) if part.is_Relational for side in [_least(part)] if side is not None]
    assert len(slack) > 6
    assert min(slack) > -1e-9
    left, right = (float(side.subs(at)) for side in (made.then.gts, made.then.lts))
    assert left == pytest.approx(np.linalg.norm(other - matrix @ other))
    assert right == pytest.approx(2 * basis[:, 0] @ matrix @ other)


def _least(part: Any) -> Any:
    """What must be at least zero; an equation must be both ways, and what differs says nothing."""
    if isinstance(part, sympy.Equality):
        return -abs(part.lhs - part.rhs)
    return part.gts - part.lts if hasattr(part, "gts") else None


def test_another_vector_than_an_eigenvector_breaks_what_is_supposed() -> None:
    made = _lowered()
    matrix = np.diag([1.0, 2.0, 3.0, 4.0])
    at = _values(made, matrix, 9.0, {v: np.ones(4), x: np.ones(4)})
    slack = [side.subs(at) for part in conjuncts(made.given) if part.is_Relational for side in [_least(part)] if side is not None]
    assert min(slack) < 0

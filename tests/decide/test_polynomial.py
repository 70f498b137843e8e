"""Tests of equations by FLINT: true ones of each form are proved, false ones never, and what it cannot read it refuses."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decide.shared.attempt import attempt
from probatum.decision import Outcome, Reason
from probatum.engines.polynomials import polynomial, quotient
from probatum.proposition.kinds import AlmostAll, Equal, Exists, ForAll, Multiset
from probatum.proposition.relation import Eq, Ge, Gt, Ne
from probatum.proposition.subjects.coercion import integers, reals

x, y, z, w = reals("x y z w")
k = integers("k")
R, sqrt, exp, Abs, D = sympy.Rational, sympy.sqrt, sympy.exp, sympy.Abs, sympy.Derivative
ROWS: list[tuple[str, Any, Any, Any, Any]] = [
    # what it tries, left, right, a false right side, the hypotheses
    ("multiplied out", (x + y) ** 6, sympy.expand((x + y) ** 6), sympy.expand((x + y) ** 6) + x, sympy.true),
    ("fractions", (x**2 - y**2) / (x - y), x + y, x - y, Ne(x, y)),
    ("nested fractions", 1 / (1 + 1 / (1 + x)), (1 + x) / (2 + x), (2 + x) / (1 + x), Gt(x, 0)),
    ("a root", sqrt(x + 1) ** 3, (x + 1) * sqrt(x + 1), x * sqrt(x + 1), Gt(x, 0)),
    ("a root below", 1 / (sqrt(x + 1) - 1), (sqrt(x + 1) + 1) / x, (sqrt(x + 1) - 1) / x, Gt(x, 0)),
    ("a root in a root", sqrt(x + sqrt(y)) ** 4, x**2 + 2 * x * sqrt(y) + y, x**2 - 2 * x * sqrt(y) + y, sympy.And(Gt(x, 0), Gt(y, 0))),
    ("a cube root", x ** R(4, 3) / x ** R(1, 3), x, -x, Gt(x, 0)),
    ("exponentials", exp(2 * x) - exp(-y), (exp(2 * x + y) - 1) / exp(y), (exp(2 * x - y) - 1) / exp(y), sympy.true),
    ("a power that varies", (1 - 2 * x) ** (k + 1), (1 - 2 * x) ** k * (1 - 2 * x), (1 - 2 * x) ** k, Ge(k, 0)),
    ("an absolute value", (Abs(x) + 1) ** 2, x**2 + 2 * Abs(x) + 1, x**2 + 2 * x + 1, sympy.true),
    (
        "what it knows nothing of",
        sympy.sin(x) ** 2 * (1 + x),
        sympy.sin(x) ** 2 + x * sympy.sin(x) ** 2,
        sympy.sin(x) * (1 + x),
        sympy.true,
    ),
    ("a derivative", D(x**3 * y / (1 + x), x), x**2 * y * (3 + 2 * x) / (1 + x) ** 2, 3 * x**2 * y, Gt(x, 0)),
    ("a second derivative", D(x**3 * y, x, 2), 6 * x * y, 6 * x, sympy.true),
    ("a mixed derivative", D(x**3 * y**2, x, y), 6 * x**2 * y, 6 * x * y, sympy.true),
    ("a hypothesis", x**4, (1 - y**2) ** 2, (1 + y**2) ** 2, Eq(x**2 + y**2, 1)),
    ("two hypotheses", x**2 + z, 1, 2, sympy.And(Eq(x**2 + y**2, 1), Eq(y**2, z))),
    ("constants", (sympy.pi + 1) ** 2 - 1, sympy.pi**2 + 2 * sympy.pi, sympy.pi**2, sympy.true),
]


def outcome(statement: Any) -> Outcome:
    """What FLINT alone finds."""
    return attempt(polynomial, statement)[0].outcome


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_is_equal_is_proved_and_what_is_not_is_left_open(row: tuple[str, Any, Any, Any, Any]) -> None:
    _, left, right, wrong, given = row
    variables = tuple(sorted(sympy.Tuple(left, right, wrong, given).free_symbols, key=str))
    about = {"variables": variables, "given": given}
    assert outcome(ForAll(**about, then=Equal(left, right))) is Outcome.PROVED
    assert outcome(ForAll(**about, then=Equal(left, wrong))) is Outcome.UNDECIDED


def test_the_components_of_a_value_are_compared() -> None:
    pairs = [(sympy.Tuple(x + x, 1), (2 * x, 1)), (sympy.Matrix([[x * x]]), sympy.Matrix([[x**2]])), (Multiset((x, 1)), (1, x))]
    assert [outcome(ForAll(x, then=Equal(*pair))) for pair in pairs] == [Outcome.PROVED] * 3
    assert outcome(ForAll(x, then=Equal(sympy.Tuple(x, 1), sympy.Tuple(1, x)))) is Outcome.UNDECIDED


def test_connectives_of_equations() -> None:
    true, false = Eq((x + 1) ** 2, x**2 + 2 * x + 1), Eq(x**2, x)
    found = {name: outcome(ForAll(x, then=then)) for name, then in {"and": sympy.And(true, false), "or": sympy.Or(true, false)}.items()}
    assert found == {"and": Outcome.UNDECIDED, "or": Outcome.PROVED}


@pytest.mark.parametrize(
    "expression",
    [
        sympy.I * x,
        exp(sympy.I * x),
        sympy.Function("f")(sympy.I),
        sympy.Limit(1 / x, x, sympy.oo),
        sympy.exp(sympy.Integral(x, (x, 0, 1))),
        sympy.oo,
        sympy.zoo,
        D(exp(x) * x, x),
        D(sqrt(x) * x, x),
        D(x ** (k + 1), x),
        D(sympy.Abs(x), x),
        (x + y + z + w) ** 60,
        (x + R(10**400, 3)) ** 9,
        (1 + x) ** 5000,
    ],
    ids=str,
)
def test_what_it_cannot_read_it_does_not_find_equal_to_itself(expression: Any) -> None:
    with pytest.raises(quotient.NotQuotientError):
        quotient.Quotients().equal(expression, expression)


def test_what_it_cannot_read_is_undecided() -> None:
    decision = attempt(polynomial, ForAll(x, then=Equal(x**5000 * (1 + x) ** 5000, x)))[0]
    assert (decision.outcome, decision.reason, decision.engine) == (Outcome.UNDECIDED, Reason.SCOPE, "FLINT")


def test_more_parts_than_it_has_generators_for_are_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotient, "MOST_GENERATORS", 2)
    assert outcome(ForAll((x, y), then=Equal(x + y, y + x))) is Outcome.PROVED
    assert outcome(ForAll((x, y, z), then=Equal(x + y + z, y + x + z))) is Outcome.UNDECIDED


def test_it_takes_equations_for_all_alone() -> None:
    taken = [ForAll(x, then=Eq(x**2, x)), ForAll(x, then=Equal(x**2, x)), Equal(1, 1), ForAll(x, then=sympy.And(Gt(x, 0), Eq(x**2, x)))]
    left = [ForAll(x, then=Gt(x, 0)), Exists(x, then=Eq(x, 1)), AlmostAll(x, then=Ne(x, 1)), ForAll(x, then=Exists(y, then=Eq(x, y)))]
    assert [polynomial.takes(statement) for statement in [*taken, *left]] == [True] * 4 + [False] * 4

"""Tests of equations of integers that have no solution modulo a number; the moduli by hand, the solutions by trying them."""

from __future__ import annotations

import pytest
import sympy
from sympy import Eq, Mod, Ne, Or

from probatum import And, Equal, Exists, ForAll, integers, reals
from probatum.certificates.incongruence import Incongruence, problems
from probatum.certificates.recheck import checked
from probatum.decide.deciding import decide
from probatum.decide.numbers import incongruence
from probatum.decision import Outcome, Reason, Truth
from probatum.proposition.kinds import for_all
from tests.authored import truth_of
from tests.each import each

n, k, m, p = integers("n k m p")
x, y = reals("x y")
NAMES = {"n": n, "k": k, "m": m, "p": p}
MODULI = {
    Ne(3 * n**2 + 3 * n + 2, k**2): 3,
    Ne(n**2 - 2 * k**2, 5): 8,
    Ne(n**2 + k**2, 4 * m + 3): 4,
    Ne(n**2 + k**2 + m**2, 8 * p + 7): 8,
    Ne(n**3 + k**3, 4): 7,
    Ne(n**3 + k**3 + m**3, 9 * p - 4): 9,
    Ne(n**4 + k**4 + m**4, 5 * p + 4): 5,
    Ne(n**5 + k**5, 4): 11,
    Ne(n * (n + 1) / 2, 3 * k + 2): 3,
    Ne(n**2 / 3 + k / 2, sympy.Rational(1, 6)): 3,
    Ne(Mod(n**2, 7), 3): 7,
    Ne(n**2 + Mod(k, 4), 4 * m + Mod(k, 4) + 2): 4,
}
POWERS = {  # of exponents from 3 on
    Ne(2**n + 3, k**2): 4,
    Ne(5**n + 3**m, 8 * k**2 + 1): 2,
    Ne(3**n - 2**m, 5): 8,
    Ne(2 ** (2 * n + 1) + 1, 3 * k + 1): 3,
    Ne(2**n * n, 8 * k + 4): 8,
    Ne(2**n - 3**m, -1): 513,
}
FALSE = [
    "ForAll((n, k), then=Ne(3*n**2 + 3*n + 1, k**2))",
    "ForAll((n, k), then=Ne(n**2 - 2*k**2, 7))",
    "ForAll((n, k, m), then=Ne(n**2 + k**2, 4*m + 2))",
    "ForAll((n, k, m), then=Ne(n**3 + k**3 + m**3, 3))",
    "ForAll((n, k), then=Ne(n**5 + k**5, 31))",
    "ForAll((n, k), given=n >= 0, then=Ne(2**n + 3, k**2))",
    "ForAll((n, k), given=And(n >= 1, k >= 1), then=Ne(3**n - 2**k, 5))",
    "ForAll((n, k, m), given=Eq(n**2 + k**2, 5*m), then=Eq(Mod(n, 5), 0))",
    "ForAll((n, k), given=Ne(Mod(n, 4), 1), then=Ne(k**2, n))",
]
GIVEN = [
    "ForAll((n, k, m), given=Eq(n**2 + k**2, 3*m), then=Eq(Mod(n, 3), 0))",
    "ForAll((n, k, m), given=Eq(n**2 + k**2, 3*m), then=Equal(Mod(n, 3), 0))",
    "ForAll((n, k, m), given=Ne(Mod(n, 3), 0), then=Ne(n**2 + k**2, 3*m**2))",
    "ForAll((n, k), given=Eq(Mod(n, 4), 3), then=Ne(k**2 + 1, n))",
    "ForAll((n, k, m), given=Eq(n**2 + k**2, m**2), then=Or(Eq(Mod(n, 3), 0), Eq(Mod(k, 3), 0)))",
    "ForAll((n, k, m), given=Or(Eq(n, 4*k + 2), Eq(n, 4*k + 3)), then=Ne(n, m**2))",
]


@pytest.mark.parametrize("then", MODULI, ids=str)
def test_equations_without_residues_are_impossible(then: sympy.logic.boolalg.Boolean) -> None:
    variables = tuple(sorted(then.free_symbols, key=str))
    for statement, outcome in ((ForAll(variables, then=then), Outcome.PROVED), (Exists(variables, then=sympy.Not(then)), Outcome.REFUTED)):
        found = incongruence.decide(statement)
        assert (found.outcome, found.reason) == (outcome, f"{Reason.INCONGRUENT}: modulo {MODULI[then]}")
        (check,) = found.checks
        assert problems(Incongruence.read(check)) == []


@pytest.mark.parametrize("then", POWERS, ids=str)
def test_powers_have_few_residues_together(then: sympy.logic.boolalg.Boolean) -> None:
    variables = tuple(sorted(then.free_symbols, key=str))
    given = And(*(symbol >= 3 for symbol in variables))
    found = incongruence.decide(ForAll(variables, given=given, then=then))
    assert (found.outcome, found.reason) == (Outcome.PROVED, f"{Reason.INCONGRUENT}: modulo {POWERS[then]}")


@pytest.mark.parametrize("statement", FALSE)
def test_what_has_solutions_is_refuted(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("statement", GIVEN)
def test_hypotheses_are_congruences_as_well(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.TRUE


def test_the_proof_stands_in_the_decision_and_is_checked_again() -> None:
    found = decide(ForAll((n, k), then=Ne(n**2 - 2 * k**2, 5)))
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)
    (check,) = found.carrying[0].checks
    assert check == {
        "kind": "incongruence",
        "modulus": 8,
        "numbers": check["numbers"],
        "relations": [[[["1", [2, 0]], ["-2", [0, 2]], ["-5", [0, 0]]], 0, True]],
    }
    ledger = {"findings": [{"id": "a", "versions": [{"decisions": [{"checks": [check]}]}]}]}
    assert list(checked(ledger)) == [("a", "incongruence", [], [])]


def test_what_more_than_residues_decide_is_left() -> None:
    cases = [
        ForAll((n, k), then=Ne(n**2, k**3 + 7)),  # true: Lebesgue
        ForAll((n, k), then=Ne(n**2, k**2)),
        ForAll((n, k), then=Ne(2**n, 3 * k)),  # of n below 0 it is no integer
        ForAll((n, k), given=n >= 1, then=Ne(k**n, 2)),
        ForAll((n, k), then=Ne(sympy.sqrt(2) * n**2, k**2 + 1)),
        ForAll((n, k), then=Ne(sympy.floor(n / 2), 3 * k)),
        ForAll((n, k), then=Ne(n, 10**9 * k + 1)),
        ForAll((n, k), given=And(Ne(Mod(n, 3), 3), Eq(n, 3 * k)), then=n > 7),
        ForAll((n, k), given=Or(*(Eq(n, 4 * k + left) for left in range(13))), then=n > 7),
    ]
    for statement in each(cases):
        assert incongruence.takes(statement)
        assert incongruence.decide(statement).outcome is Outcome.UNDECIDED, statement
    for statement in each(
        [
            ForAll(x, then=Ne(x**2, 3)),
            ForAll((n, x), then=Ne(n**2, 3)),
            ForAll(n, then=n**2 > n),
            ForAll((), then=Ne(1, 2, evaluate=False)),
        ]
    ):
        assert not incongruence.takes(statement)


def test_an_equality_is_an_equation() -> None:
    found = {right: incongruence.decide(Exists((n, k), then=Equal(n**2 - 2 * k**2, right))).outcome for right in (5, 7)}
    assert found == {5: Outcome.REFUTED, 7: Outcome.UNDECIDED}


def test_symbols_of_one_name_are_different_integers() -> None:
    one, other = sympy.symbols("m", cls=sympy.Dummy, integer=True), sympy.symbols("m", cls=sympy.Dummy, integer=True)
    for then in each([Ne(3 * one - other, 1), Ne(one**2 + other, 4 * k + 3), Ne(Mod(one, 4), other), Ne(one - other, 1)]):
        assert incongruence.decide(for_all((one, other, k), sympy.true, then)).outcome is Outcome.UNDECIDED, then
    found = incongruence.decide(for_all((one, other, k), sympy.true, Ne(one**2 + other**2, 4 * k + 3)))
    assert found.outcome is Outcome.PROVED


def test_where_no_integer_is_left_there_are_no_residues() -> None:
    assert incongruence.decide(ForAll(n, then=Ne(n * (n + 1), n**2 + n + 1))).outcome is Outcome.UNDECIDED
    assert decide(ForAll(n, then=Ne(n * (n + 1), n**2 + n + 1))).truth is Truth.TRUE


def test_what_supposes_the_impossible_is_vacuous() -> None:
    assert decide(ForAll((n, k), given=Eq(n**2, 4 * k + 3), then=n > 7)).truth is Truth.VACUOUS

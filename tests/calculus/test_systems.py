"""Tests of what is proposed to solve equations together."""

from __future__ import annotations

import sympy
from sympy import Eq

from probatum.calculus.forms.systems import solved_together
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.subjects.coercion import reals

a, b, c, m, q, s, t, u = reals("a b c m q s t u")


def test_each_proposal_solves_the_equations() -> None:
    equations = [Eq(s * (m - c), 0), Eq(s**2 * (q - m**2), 1)]
    found = list(solved_together(equations, (c, s)))
    assert {(point[c], point[s].subs({m: 0, q: 4})) for point in found} == {(m, sympy.Rational(1, 2)), (m, -sympy.Rational(1, 2))}
    assert {sympy.simplify((each.lhs - each.rhs).xreplace(point)) for each in equations for point in found} == {0}


def test_fewer_equations_than_unknowns_leave_some_to_choose() -> None:
    (first, *rest) = solved_together([Eq(a * t + u, b)], (t, u))
    assert (first, bool(rest)) == ({u: 1, t: (b - 1) / a}, True)


def test_what_is_not_polynomial_of_low_degree_is_left_alone() -> None:
    assert not list(solved_together([Eq(sympy.exp(t), 2)], (t,)))
    assert not list(solved_together([Eq(t**5 + t, 2)], (t,)))
    assert not list(solved_together([], (t,)))


def test_a_system_that_takes_much_work_has_no_more_proposals() -> None:
    general = sum((letter * t**power for power, letter in enumerate((a, b, c, m, q))), sympy.Integer(0))
    assert not list(solved_together([Eq(general, 0)], (t,)))  # SymPy alone goes on for more than half a minute


def test_existence_has_a_second_witness_by_formulas() -> None:
    standardized = Exists((c, s), given=s > 0, then=sympy.And(Eq(s * (m - c), 0), Eq(s**2 * (q - m**2), 1)))
    decided = decide(ForAll((m, q), given=q > m**2, then=standardized))
    assert decided.truth is Truth.TRUE
    assert len({decision.engine for decision in decided.decisions if decision.outcome.name == "PROVED"}) > 1


def test_what_does_not_exist_has_none() -> None:
    impossible = Exists((c, s), given=s > 0, then=sympy.And(Eq(s * (m - c), 0), Eq(s**2 * (q - m**2), -1)))
    assert decide(ForAll((m, q), given=q > m**2, then=impossible)).truth is Truth.FALSE

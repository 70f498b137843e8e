"""Tests of translation for the solver: a term means there what it means in SymPy, and what has no translation is refused."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decision import Outcome, Reason
from probatum.engines.solvers import smt
from probatum.engines.solvers.smt_translation import LARGEST_EXPONENT, LARGEST_ROOT
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import equations
from probatum.lowering.whole_numbers.rounding import rounding
from probatum.proposition.kinds import All, Equal, Exists, ForAll, Multiset, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.coercion import reals
from probatum.proposition.truth import truth_at
from tests.each import each

x, y = reals("x y")
R, sqrt, exp = sympy.Rational, sympy.sqrt, sympy.exp
POINTS = [R(-9), R(-2), R(-1, 2), R(0), R(1, 4), R(1), R(3)]


def outcome(statement: Any) -> Outcome:
    """What the solver alone finds."""
    return smt.decide(statement).outcome


@pytest.mark.parametrize(
    "expression",
    [
        2 * x - 3,
        x * (x - 1) * (x + 2),
        x**3,
        x**-3,
        sympy.sign(x),
        sympy.sign(x + R(1, 2)),
        sympy.Abs(x),
        sympy.Max(x, 1, -x, evaluate=False),
        sympy.Min(x, 1, -x, evaluate=False),
        sympy.Piecewise((x, Lt(x, -1)), (x**2, Lt(x, 1)), (-x, True)),
        sqrt(x),
        x ** R(3, 2),
        x ** R(-1, 2),
        x ** R(-3, 2),
        sqrt(x) * x ** R(1, 4),
    ],
    ids=str,
)
def test_a_term_has_the_value_that_sympy_computes(expression: Any) -> None:
    for value in each(value for value in POINTS if truth_at(defined(expression), {x: value})):
        wanted = expression.subs(x, value)
        at_value = {"variables": x, "given": Eq(x, value)}
        assert outcome(ForAll(**at_value, then=Eq(expression, wanted))) is Outcome.PROVED, value
        assert outcome(ForAll(**at_value, then=Eq(expression, wanted + 1))) is not Outcome.PROVED, value


@pytest.mark.parametrize(
    ("condition", "where"),
    [
        (Lt(x, 1), [-1, 0]),
        (Le(x, 1), [-1, 0, 1]),
        (Gt(x, 1), [2]),
        (Ge(x, 1), [1, 2]),
        (Eq(x, 1), [1]),
        (Ne(x, 1), [-1, 0, 2]),
        (sympy.And(Gt(x, -1), Lt(x, 1)), [0]),
        (sympy.Or(Lt(x, 0), Gt(x, 1)), [-1, 2]),
        (sympy.Not(Lt(x, 1), evaluate=False), [1, 2]),
        (sympy.Implies(Gt(x, 0), Gt(x, 1)), [-1, 0, 2]),
    ],
    ids=str,
)
def test_a_condition_is_true_where_it_is_in_sympy(condition: Any, where: list[int]) -> None:
    found = [value for value in (-1, 0, 1, 2) if outcome(ForAll(x, given=Eq(x, value), then=condition)) is Outcome.PROVED]
    assert found == where


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (x**LARGEST_EXPONENT, x ** (LARGEST_EXPONENT + 1)),
        (x**-LARGEST_EXPONENT, x ** -(LARGEST_EXPONENT + 1)),
        (x ** R(1, LARGEST_ROOT), x ** R(1, LARGEST_ROOT + 1)),
        (x ** R(LARGEST_EXPONENT - 1, 2), x ** R(LARGEST_EXPONENT + 1, 2)),
    ],
    ids=str,
)
def test_powers_are_translated_up_to_a_limit(inside: Any, outside: Any) -> None:
    at_one = {"variables": x, "given": Eq(x, 1)}
    assert smt.decide(ForAll(**at_one, then=Gt(inside, 0))).outcome is Outcome.PROVED
    beyond = smt.decide(ForAll(**at_one, then=Gt(outside, 0)))
    assert (beyond.outcome, beyond.reason) == (Outcome.UNDECIDED, Reason.SCOPE)


@pytest.mark.parametrize(("power", "outcome"), [(LARGEST_EXPONENT, Outcome.PROVED), (LARGEST_EXPONENT + 1, Outcome.UNDECIDED)], ids=str)
@pytest.mark.parametrize("unit", [x, x / 3], ids=str)
def test_an_exponential_is_a_power_of_another_up_to_a_limit_and_beyond_it_one_number(unit: Any, power: int, outcome: Outcome) -> None:
    high = exp(power * unit)
    assert smt.decide(ForAll(x, given=Lt(high, 1), then=Lt(unit, 0))).outcome is Outcome.PROVED
    assert smt.decide(ForAll(x, given=Eq(exp(unit), 2), then=Ge(high, 4))).outcome is outcome


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        (ForAll(x, then=Lt(10 * exp(-((x - 100) ** 2)), 11)), Outcome.PROVED),
        (ForAll(x, given=Ne(x, 0), then=Gt(exp(x), 1 + x)), Outcome.PROVED),
        (ForAll(x, given=sympy.And(Gt(x, 0), Ne(x, 1)), then=Lt(sympy.log(x), x - 1)), Outcome.PROVED),
        (ForAll(x, then=Gt(exp(x), 1 + x)), Outcome.REFUTED),
    ],
    ids=str,
)
def test_an_exponential_meets_its_tangent_at_zero_alone(statement: Any, wanted: Outcome) -> None:
    assert smt.decide(statement).outcome is wanted


@pytest.mark.parametrize("expression", [sympy.sin(1), sympy.asin(x), x**x, x**sympy.pi, exp(1), exp(sympy.pi * x), sympy.zeta(x)], ids=str)
def test_what_has_no_translation_is_refused(expression: Any) -> None:
    decision = smt.decide(ForAll(x, given=Gt(x, 0), then=Ge(expression, -1)))
    assert (decision.outcome, decision.reason) == (Outcome.UNDECIDED, Reason.SCOPE)


def test_a_root_inside_one_quantifier_is_not_known_inside_the_next() -> None:
    """What defines it was said inside of the first."""
    is_root = Exists(y, given=Ge(y, 0), then=Eq(y, sqrt(x)))
    assert outcome(ForAll(x, given=Ge(x, 0), then=All(is_root, is_root))) is Outcome.PROVED


@pytest.mark.parametrize(
    ("left", "right", "ways"),
    [
        (x, y, [[(x, y)]]),
        ((x, 1), (y, 2), [[(x, y), (1, 2)]]),
        ((x, (y, 1)), (1, (2, 3)), [[(x, 1), (y, 2), (1, 3)]]),
        (sympy.Matrix([[x, 1]]), sympy.Matrix([[y, 2]]), [[(x, y), (1, 2)]]),
        (Multiset((3, R(1, 2), 3)), (3, 3, R(1, 2)), [[(R(1, 2), R(1, 2)), (3, 3), (3, 3)]]),
        ((2, 1), Multiset((1, 3)), [[(1, 1), (2, 3)]]),
        (Multiset((1, x)), (y, 2), [[(1, y), (x, 2)], [(1, 2), (x, y)]]),
        (Multiset((1, 2)), (1, sqrt(2)), [[(1, 1), (2, sqrt(2))], [(1, sqrt(2)), (2, 1)]]),
        ((), (), [[]]),
        ((x,) * 300, (y,) * 300, [[(x, y)] * 300]),  # lengths that Python does not keep one object for
    ],
    ids=str,
)
def test_values_are_equal_by_components_and_multisets_in_some_order(left: Any, right: Any, ways: list[Any]) -> None:
    assert [[equation.args for equation in way] for way in equations(Equal(left, right))] == ways


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        (sympy.Matrix([[x, 1]]), sympy.Matrix([x, 1]), "shapes"),
        (sympy.Matrix([[x, 1]]), (x, 1), "shapes"),
        ((x, 1), sympy.Matrix([[x, 1]]), "shapes"),
        (sympy.Matrix([[x]]), x, "shapes"),
        (x, sympy.Matrix([[x]]), "shapes"),
        ((x, 1), (x, 1, 1), "shapes"),
        ((x, 1), x, "shapes"),
        (x, (x, 1), "shapes"),
        (sympy.FiniteSet(1, 2), (1, 2), "shapes"),
        (Multiset((1, 1)), (1,), "multisets"),
        (Multiset((x, 1, 2, 3, 4)), (x, 1, 2, 3, 4), "multisets"),
        (Multiset((x,)), ((x,),), "multisets"),
        (Multiset((1,)), sympy.Integer(1), "multisets"),
    ],
    ids=str,
)
def test_values_without_an_order_or_of_other_shapes_have_no_components(left: Any, right: Any, what: str) -> None:
    with pytest.raises(OutOfScopeError, match=what):
        equations(Equal(left, right))


def test_a_rounding_may_be_off_by_half_a_unit() -> None:
    for digits, near, far in (("0.12", R(125, 1000), R(1251, 10000)), ("-3", R(-7, 2), R(-351, 100)), ("70", R(139, 2), R(694, 10))):
        assert rounding(Rounded(near, Printed(digits))).doit() == sympy.true
        assert rounding(Rounded(far, Printed(digits))).doit() == sympy.false


@pytest.mark.parametrize("name", ["root_1", "root", "q0", "x1"])
def test_no_name_that_an_author_gives_meets_one_of_the_solver(name: str) -> None:
    """The root of y is an auxiliary variable: were it the author's r, the statement would follow from the definition of a root."""
    r = sympy.Symbol(name, real=True)
    statement = ForAll((y, r), given=sympy.And(Ge(y, 0), Gt(r, 1000)), then=Eq(sqrt(y), r))
    assert outcome(statement) is Outcome.REFUTED


def test_an_exponential_is_not_taken_for_its_root_where_its_powers_would_be_high() -> None:
    """e^(x/7) and e^(x/11) are powers of e^(x/77), of which e^x is too high a one."""
    z = x / 7, x / 11
    for false in (Le(exp(x), exp(z[0]) + exp(z[1])), Le(exp(x), exp(z[0]) * exp(z[1])), Lt(exp(x) * exp(z[0]), exp(z[1]))):
        assert outcome(ForAll(x, given=Ge(x, 1), then=false)) is not Outcome.PROVED, false
    assert outcome(Exists(x, given=Gt(x, 0), then=sympy.And(Gt(exp(x), exp(z[0])), Lt(exp(z[1]), exp(z[0]))))) is not Outcome.REFUTED
    assert outcome(ForAll(x, given=Ge(x, 0), then=Ge(exp(z[0]), exp(z[1])))) is Outcome.PROVED
    assert outcome(ForAll(x, given=Ge(x, 0), then=Ge(exp(x), 1))) is Outcome.PROVED

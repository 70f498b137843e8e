"""Tests of definedness: what an expression, a condition and a proposition need in order to have a value."""

from __future__ import annotations

import random
from typing import Any

import pytest
import sympy
from sympy.core.relational import Relational

from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Lt
from probatum.proposition.sense.definedness import among_answers, defined
from probatum.proposition.sense.obligations import lasting_obligations, needed_beside, obligations
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.property import Property
from probatum.proposition.truth import truth_at
from probatum.proposition.unknown import taking_unknown
from probatum.proposition.written import SUBSTITUTION, Written
from tests.each import each

x, y = reals("x y")
n = integers("n")
R = sympy.Rational


@pytest.mark.parametrize(
    ("expression", "where", "elsewhere"),
    [
        (1 / x, [1, -1], [0]),
        (x**-3, [1], [0]),
        (sympy.sqrt(x), [0, 1], [-1]),
        (1 / sympy.sqrt(x), [1], [0, -1]),
        (x ** R(1, 3), [0, 8], [-8]),
        (x**y, [1], [-1]),
        (sympy.log(x), [1], [0, -1]),
        (sympy.log(sympy.log(x)), [3], [1, 0, -1]),
        (sympy.asin(x), [-1, 1], [2, -2]),
        (sympy.atanh(x / 2), [-1, 0, 1], [-2, 2, -3, 3]),
        (sympy.atan2(x, 2 * x, evaluate=False), [-1, 1], [0]),
        (sympy.LambertW(x / 3), [-1, 0, 1], [-2, -3]),
        (sympy.besselj(2, x), [-1, 0, 1], []),
        (sympy.acos(x), [-1, 1], [2, -2]),
        (sympy.acosh(x), [1, 2], [0]),
        (sympy.atanh(x), [0], [1, -1]),
        (1 / (1 - sympy.exp(x)), [1], [0]),
        (sympy.exp(1 / x), [1], [0]),
        (sympy.Max(1 / x, 0), [1], [0]),
        (sympy.Piecewise((1 / x, Gt(x, 0)), (0, True)), [1, 0, -1], []),
        (sympy.Piecewise((1 / x, Gt(x, -1)), (0, True)), [1, -1], [0]),
        (sympy.Piecewise((1, Gt(x, 0))), [1], [0]),
        (sympy.Piecewise((1, Gt(1 / x, 0)), (0, True)), [1], [0]),
        (sympy.Heaviside(x), [1, 0, -1], []),
        (sympy.Heaviside(1 / x), [1], [0]),
        (sympy.KroneckerDelta(x, 1), [1, 0], []),
        (sympy.KroneckerDelta(x, 1 / x), [2], [0]),
        (sympy.Tuple(1, 1 / x), [1], [0]),
        (sympy.ImmutableMatrix([[1, 1 / x]]), [1], [0]),
        (Multiset((1, 1 / x)), [1], [0]),
        (sympy.FiniteSet(1 / x), [1], [0]),
        (Lt(1 / x, 1), [1], [0]),
        (sympy.Not(Lt(1 / x, 1)), [1], [0]),
        (sympy.And(Gt(x, 0), Lt(1 / x, 1), evaluate=False), [1, 0, -1], []),
        (sympy.Or(Eq(x, 0), Lt(1 / x, 1), evaluate=False), [1, 0], []),
        (sympy.Or(Eq(x, 1), Lt(1 / x, 1), evaluate=False), [1], [0]),
        (sympy.Implies(Gt(x, 0), Lt(1 / x, 1)), [1, 0], []),
        (sympy.Implies(Gt(x, -1), Lt(1 / x, 1)), [1, -2], [0]),
        (sympy.zoo, [], [0]),
        (sympy.oo + x, [], [0]),
        (x**2 + sympy.exp(x) + sympy.Abs(x), [0, 1, -1], []),
    ],
    ids=str,
)
def test_an_expression_is_defined_exactly_there(expression: Any, where: list[int], elsewhere: list[int]) -> None:
    condition = defined(expression)
    for value in each((*where, *elsewhere)):
        point = {x: sympy.Integer(value), y: R(1, 2)}
        assert (truth_at(condition, point) is True) == (value in where), (condition, value)


def test_zero_to_the_power_of_zero_is_one_for_integer_exponents_only() -> None:
    assert truth_at(defined(x**n), {x: R(0), n: sympy.Integer(0)}) is True
    assert truth_at(defined(x**n), {x: R(0), n: sympy.Integer(-1)}) is False
    assert truth_at(defined(x**y), {x: R(0), y: R(0)}) is False
    assert defined(x**0) == sympy.true


def test_a_power_is_defined_where_its_exponent_is_an_integer() -> None:
    exponents = {
        2**n: ([0, 1], [-1]),
        sympy.factorial(n): ([0, 2], []),
        n / 2: ([0, 2], [1, -1]),
        2**n + n: ([1], [-2]),
        2 ** (2**n): ([0, 1], [-1]),
    }
    for exponent, (whole, others) in each(exponents.items()):
        for base in (-1, -2):
            found = {value: truth_at(defined(x**exponent), {x: R(base), n: sympy.Integer(value)}) for value in (*whole, *others)}
            assert found == dict.fromkeys(whole, True) | dict.fromkeys(others, False), exponent
    assert truth_at(defined(x ** (2**n)), {x: R(0), n: sympy.Integer(-1)}) is True  # the root of zero


def test_a_sum_is_defined_where_each_of_its_terms_is() -> None:
    k = integers("k")
    known = {1 / (k**2 - 1): (2, 1), 1 / (k * sympy.log(k)): (2, 1), sympy.log(k - 3): (4, 3), 1 / sympy.binomial(k, 2): (2, 1)}
    for term, (first, before) in each(known.items()):
        found, other = (defined(sympy.Sum(term, (k, start, n))) for start in (first, before))
        assert found == sympy.Ge(n, first - 1)
        possible = taking_unknown(other, sympy.true)
        assert truth_at(possible, {n: sympy.Integer(first)}) is False


def test_a_sum_may_be_undefined_at_its_last_term() -> None:
    k = integers("k")
    possible = taking_unknown(defined(sympy.Sum(1 / (k**2 - 9), (k, 1, n))), sympy.true)
    assert [truth_at(possible, {n: sympy.Integer(number)}) for number in (0, 2, 3)] == [True, True, False]


def test_a_tangent_is_defined_off_its_poles() -> None:
    assert truth_at(defined(sympy.tan(x)), {x: sympy.pi / 2}) is False
    assert truth_at(defined(sympy.tan(x)), {x: R(1)}) is True


@pytest.mark.parametrize("function", [sympy.cot, sympy.coth, sympy.csc, sympy.csch, sympy.gamma, sympy.acoth, sympy.LambertW])
def test_a_function_without_a_rule_is_not_taken_for_defined(function: Any) -> None:
    assert defined(function(x)) != sympy.true


def test_the_angle_of_the_origin_is_undefined() -> None:
    assert truth_at(defined(sympy.atan2(y, x)), {x: R(0), y: R(0)}) is not True


@pytest.mark.parametrize(
    "operation", [sympy.Derivative(sympy.log(x), x), sympy.Limit(y / x, y, 1), sympy.Integral(1 / y, (y, 1, x))], ids=str
)
def test_an_operation_that_is_not_carried_out_is_not_taken_for_defined(operation: Any) -> None:
    assert defined(operation) != sympy.true


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (ForAll(x, given=Gt(x, 0), then=Lt(1 / x, 1)), [((x,), Gt(x, 0), sympy.Ne(x, 0))]),
        (Exists(x, then=Lt(1 / x, 1)), []),
        (Exists(x, then=Lt(sympy.sqrt(y) / x, 1)), []),
        (ForAll(x, then=Exists(y, given=Gt(y, x), then=Lt(1 / x + 1 / y, 1))), []),
        (Exists(x, then=ForAll(y, given=Gt(y, x), then=Lt(1 / x + 1 / y, 1))), []),
        (Exists(x, then=ForAll(y, given=Gt(y, 1), then=Lt(1 / x + sympy.sqrt(y - 2), 1))), []),
        (AlmostAll(x, then=Lt(1 / x, 1)), [((x,), sympy.true, sympy.Ne(x, 0))]),
        (ForAll(x, then=Exists(y, given=Gt(y, x), then=Lt(1 / y, 1))), []),
        (ForAll(x, given=Gt(1 / x, 2), then=Lt(x, 1)), []),
        (ForAll(x, given=Gt(1 / x, 2), then=Lt(1 / y, 1)), [((x, y), sympy.And(Gt(1 / x, 2), sympy.Ne(x, 0)), sympy.Ne(y, 0))]),
        (Equal(1 / x, sympy.sqrt(y)), [((x, y), sympy.true, sympy.And(sympy.Ne(x, 0), Ge(y, 0)))]),
        (Rounded(1 / x, Printed("1.0")), [((x,), sympy.true, sympy.Ne(x, 0))]),
        (All(Equal(x, 1), Equal(1 / x, 1)), [((x,), sympy.true, sympy.Ne(x, 0))]),
        (
            Orbit(x, 1 / y, 1 / x, then=Gt(x, 0)),
            [((y,), sympy.true, sympy.Ne(y, 0))],
        ),
        (Orbit(x, 0, x + 1, then=Gt(1 / x, 0)), [((), sympy.true, sympy.false)]),
        (Orbit(x, 1, x + 1, then=Gt(1 / x, 0)), []),
        (Property({"k": None}, bool, "says"), []),
        (Equal(x, 1), []),
    ],
    ids=lambda value: str(value)[:120],
)
def test_what_must_be_shown_for_a_statement_to_be_defined(statement: Any, found: list[Any]) -> None:
    assert [(part.variables, part.given, part.then) for part in obligations(statement)] == found


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (Orbit(x, 1, 1 / x, then=Gt(x, 0)), [((x,), Gt(x, 0), sympy.Ne(x, 0))]),
        (Orbit(x, 1, 1 / x, then=Ge(x, 0), invariant=Gt(x, 0)), [((x,), Gt(x, 0), sympy.Ne(x, 0))]),
        (Orbit(x, 1, x + 1, then=Gt(1 / after(x), 0), invariant=Gt(x, 0)), [((x,), Gt(x, 0), sympy.Ne(x + 1, 0))]),
        (Orbit(x, 1, x + 1, then=Gt(1 / x, 0)), []),
        (Orbit((x, y), (1, 1), (x, x / y), then=Gt(1 / x, 0)), [((x, y), sympy.And(Gt(1 / x, 0), sympy.Ne(x, 0)), sympy.Ne(y, 0))]),
        (ForAll(y, given=Gt(y, 0), then=Orbit(x, y, 1 / x, then=Gt(x, 0))), [((y, x), sympy.And(Gt(y, 0), Gt(x, 0)), sympy.Ne(x, 0))]),
        (ForAll(x, then=Gt(1 / x, 0)), []),
    ],
    ids=lambda value: str(value)[:120],
)
def test_what_an_orbit_needs_at_the_states_that_it_may_reach(statement: Any, found: list[Any]) -> None:
    assert [(part.variables, part.given, part.then) for part in lasting_obligations(statement)] == found


def test_what_makes_a_condition_defined_is_defined_itself() -> None:
    """Else each question about hypotheses that were completed would complete them anew, and double them."""
    one, other = sympy.Gt(1 / x, 2), sympy.Lt(sympy.log(x), 1)
    for condition in each([sympy.And(one, other), sympy.Or(one, other), sympy.Implies(one, other)]):
        needed = defined(condition)
        assert needed != sympy.true
        assert defined(needed) == sympy.true
    completed = sympy.And(one, other, needed_beside(sympy.And(one, other)))
    assert needed_beside(completed) == needed_beside(sympy.And(one, other))
    assert defined(completed) == sympy.true


def _of_parts(choice: random.Random, depth: int) -> Any:
    """A condition of many joined parts, some of which have no value somewhere."""
    parts = [Gt(1 / x, 1), Lt(sympy.log(x), 1), Ge(sympy.sqrt(x - 1), 1), Lt(1 / (x - 2), 3), Gt(x, 0), Gt(x, 2), Lt(x, 0), Eq(x, 2)]
    if depth == 0 or choice.random() < 0.25:
        return choice.choice(parts)
    inner = [_of_parts(choice, depth - 1) for _ in range(choice.randint(2, 3))]
    join = choice.choice([sympy.And, sympy.Or, sympy.Not, sympy.Implies])
    if join is sympy.Not:
        return sympy.Not(inner[0])
    return join(*inner[:2], evaluate=False) if join is sympy.Implies else join(*inner, evaluate=False)


def _by_kleene(condition: Any, at: Any) -> bool | None:
    """Its value at a point by Kleene's tables; None where there is none."""
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, Relational):
        sides = [side.subs(x, at) for side in condition.args]
        return bool(condition.func(*sides)) if all(side.is_real and side.is_finite for side in sides) else None
    values = [_by_kleene(part, at) for part in condition.args]
    if isinstance(condition, (sympy.Not, sympy.Implies)):
        values[0] = None if values[0] is None else not values[0]
    if isinstance(condition, sympy.And):
        return False if False in values else None if None in values else True
    return True if True in values else None if None in values else False


def test_joined_conditions_are_defined_where_kleene_s_tables_say() -> None:
    choice, points = random.Random(7), [sympy.Rational(half, 2) for half in range(-2, 7)]
    seen = set()
    for condition in each([_of_parts(choice, 3) for _ in range(100)]):
        needed = defined(condition)
        for at in each(points):
            seen.add(_by_kleene(condition, at))
            assert _by_kleene(needed, at) is (_by_kleene(condition, at) is not None), (condition, at)
    assert seen == {True, False, None}


def test_functions_of_integers_have_a_value_from_zero_on() -> None:
    """What authors mean by others differs."""
    for expression in each([sympy.binomial(n, 2), sympy.binomial(5, n), sympy.harmonic(n), sympy.harmonic(n, 2), sympy.fibonacci(n)]):
        found = [truth_at(defined(expression), {n: sympy.Integer(value)}) for value in (-2, -1, 0, 3)]
        assert found == [False, False, True, True], expression
    for expression in each([sympy.binomial(x, 2), sympy.harmonic(x), sympy.harmonic(x, 2), sympy.fibonacci(x), sympy.harmonic(n, R(1, 2))]):
        point = {x: R(1, 2), n: sympy.Integer(2)}
        assert truth_at(taking_unknown(defined(expression), sympy.false), point) is False, expression
        assert truth_at(taking_unknown(defined(expression), sympy.true), point) is True, expression


def test_what_is_put_in_for_several_variables_is_put_in_for_each() -> None:
    t = reals("t")
    quotient = Written("/", x, x - y)
    for values, there in each([((2, 3), sympy.true), ((2, 2), sympy.false), ((t, 2), sympy.Ne(t, 2)), ((2, t), sympy.Ne(t, 2))]):
        put = Written(SUBSTITUTION, quotient, x, sympy.sympify(values[0]), y, sympy.sympify(values[1]))
        for number in (1, 2, 3):
            point = {t: sympy.Integer(number)}
            assert truth_at(defined(put), point) is truth_at(there, point), (values, number)
    both = Written(SUBSTITUTION, quotient, x, Written("/", sympy.Integer(1), t), y, sympy.Integer(5))
    assert truth_at(defined(both), {t: R(0)}) is False
    assert truth_at(defined(both), {t: R(1)}) is True


def test_the_place_of_a_limit_and_a_smooth_integral_are_looked_at() -> None:
    t = reals("t")
    place = sympy.Limit(t, t, Written("/", x, x))
    assert truth_at(taking_unknown(defined(place), sympy.true), {x: R(0)}) is False
    assert truth_at(taking_unknown(defined(place), sympy.true), {x: R(2)}) is True
    assert defined(sympy.Integral(sympy.exp(x * t), (t, 0, 1))) == sympy.true
    assert defined(sympy.Sum(sympy.exp(x * t), (t, 0, y))) != sympy.true


def test_a_derivative_by_sides_is_known_at_a_kink() -> None:
    assert defined(sympy.Derivative(x * sympy.Abs(x), x)) == sympy.true
    assert [truth_at(defined(sympy.Derivative(sympy.Abs(x), x)), {x: R(value)}) for value in (-1, 0, 1)] == [True, False, True]


def test_the_inverse_of_x_times_its_exponential_begins_at_its_lowest_value() -> None:
    """At -1 that is lowest, and there it is -1/e."""
    condition = defined(sympy.LambertW(x))
    places = {R(-1): False, R(-1, 2): False, -sympy.exp(-1): True, R(-1, 4): True, R(0): True, R(3): True}
    assert {place: truth_at(condition, {x: place}) for place in places} == places


def test_answers_that_are_no_numbers_are_the_same_or_not() -> None:
    up, down = sympy.oo, -sympy.oo
    for left, right in each([(up, up), (down, down), (up, down), (down, up)]):
        assert among_answers(Eq(left, right)) is (sympy.true if left == right else sympy.false)
    assert among_answers(Eq(x, up)) is among_answers(Eq(down, x)) is sympy.false
    never = among_answers(Eq(1 / x, up))
    assert [truth_at(sympy.And(defined(never), sympy.Not(never)), {x: R(value)}) for value in (-1, 0, 2)] == [True, False, True]

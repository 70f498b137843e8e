"""No claim is green whose condition, correction, reduction, link or result is not what it must be: generated claims, each judged whole."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
import sympy

from probatum.authoring.expectation import Conditional, Refuted
from probatum.proposition.kinds import Equal, Exists, ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import reals
from tests.made import finding_of

x, y, z = reals("x y z")
And = sympy.And
Made = tuple[Callable[..., Any], dict[str, Any], bool]  # the function, what its author says of it, and whether it deserves to be green


def conditions(random: Random) -> Made:
    """That x^2 is below k^2: exactly if x lies between -k and k."""
    k, j, weaker = random.randint(2, 6), random.randint(1, 7), random.choice([None, random.randint(1, 9)])

    def function(most: Any = k**2) -> Any:
        return ForAll(x, then=Lt(x**2, most))

    inside = And(x > -j, x < j)
    if weaker is None:
        return function, {"expect": Conditional(inside, sharp=True)}, j == k
    return function, {"expect": Conditional(inside, weaker=x < weaker)}, j <= k and weaker >= j


def repeated_conditions(random: Random) -> Made:
    k, factor = random.randint(2, 6), random.randint(2, 5)

    def function(most: Any = k) -> Any:
        return ForAll((x, y), then=Lt(x - y, most))

    same = [
        Lt(factor * x, factor * (y + k)),
        Gt(y, x - k),
        And(Lt(x, y + k), Gt(x, 0)),
        sympy.Not(Ge(x - y, k)),
        sympy.Or(Lt(x - y, k), Gt(x, 99)),
    ]
    return function, {"expect": Conditional(random.choice(same), sharp=True)}, False


def corrections(random: Random) -> Made:
    k = random.randint(1, 6)

    def function(most: Any = k) -> Any:
        return ForAll(x, given=x > 0, then=Lt(x, most))

    options: list[tuple[Callable[..., Any], bool]] = [
        (lambda: ForAll(x, given=And(x > 0, x < k), then=Lt(x**2, k**2)), True),
        (lambda most=k: ForAll(y, given=y > 0, then=Le(sympy.Min(y, most), most)), False),
        (lambda most=k: ForAll(y, then=Ge(y**2 + most, most)), False),
        (lambda least=-k: ForAll(x, given=x > 0, then=Gt(x, least)), False),
        (lambda most=k: ForAll(x, given=x < k - 1, then=Lt(x, most)), False),
        (lambda: ForAll(x, given=x > 0, then=Gt(x, k)), False),
        (lambda: Equal(k, k), False),
        (lambda value=k: Equal(value, k), False),
        (lambda: ForAll(y, then=Ge(y**2, 0)), False),
        (lambda: ForAll(x, given=And(x > k, x < 0), then=Gt(x, k)), False),
        (lambda most=k, extra=5: ForAll(x, given=x < 0, then=Lt(x, most)), False),
    ]
    corrected, deserved = random.choice(options)
    return function, {"expect": Refuted("Otherwise.", corrected)}, deserved


def reductions_and_links(random: Random) -> Made:
    k = random.randint(1, 6)

    def function(least: Any = -k) -> Any:
        return ForAll((x, y), given=And(x > 0, y > 0), then=Gt(x * y, least))

    as_link = random.random() < 0.5
    restated = ForAll((y, z), given=And(z > 0, y > 0), then=Lt(-k - y * z, 0))
    beside, deserved = random.choice(
        [
            (ForAll((x, y, z), given=And(x > 0, y > 0, z > 0), then=Gt(x * y + z, -k)), True),
            (ForAll((x, y), given=And(x > 0, y > 0), then=Gt(x * y, 0)), True),
            (ForAll(x, then=Lt(x + k, x)), False),
            (ForAll(x, then=Lt(x, x + k)), as_link),
            (ForAll(y, then=Ge(y**2, 0)), as_link),
            (restated, False),
            (ForAll((x, y), given=x * y > k, then=Gt(x * y, 0)), as_link),
            (ForAll((x, y), given=And(x > k, x < 0), then=Lt(x, y)), False),
            (ForAll(x, then=sympy.Or(Lt(x, x + 3 * k), Lt(x, x + 4 * k))), False),
            (ForAll(x, then=ForAll(y, given=And(y > x, y < x), then=Eq(y, k))), False),
        ]
    )
    return function, {"because": [("so", beside)]} if as_link else {"scope": "One number.", "reduction": lambda: beside}, deserved


def results(random: Random) -> Made:
    k, is_used = random.randint(1, 6), random.random() < 0.5

    def function(order: Any = Lt, mean: Any = k) -> Any:
        most = mean if is_used else 0 * mean + k
        return ForAll(x, given=And(x > 0, x < k), then=order(x**2, k * most))

    return function, {}, is_used


def typed_constants(random: Random) -> Made:
    """A number that is computed, or typed."""
    k = random.randint(2, 9)
    options: list[tuple[Callable[..., Any], bool]] = [
        (lambda value=7: Equal(7, value), False),
        (lambda value=(2, 7): Equal((2, 7), value), False),
        (lambda same=Eq: same(5, 5), False),
        (lambda value=2 * k: Equal(k + k, value), True),
        (lambda value=7: Equal(3 + 4, value), True),
        (lambda value=(2, 7): Equal((1 + 1, 7), value), True),
        (lambda value=8: Equal(sympy.Integer(2) ** 3, value), True),
    ]
    function, deserved = random.choice(options)
    return function, {}, deserved


def quantifiers_that_say_nothing(random: Random) -> Made:
    """What is sought or said among what is supposed, in the same or in other signs, beside what is a little more."""
    k = random.randint(1, 6)
    options: list[tuple[Callable[..., Any], bool]] = [
        (lambda at_least=Ge: ForAll((x, y), given=x >= y + k, then=at_least(x - y, k)), False),
        (lambda at_most=Le: ForAll((x, y), given=x >= y, then=at_most(k * (y - x), 0)), False),
        (lambda order=Gt: Exists(x, given=x > k, then=order(x, k)), False),
        (lambda same=Eq: Exists(y, given=Eq(y, k), then=same(y, k)), False),
        (lambda order=Gt: ForAll(x, given=x > k, then=Exists(y, given=y > x, then=order(y, x))), False),
        (lambda order=Gt: ForAll((x, y), given=x >= y + k, then=order(x + 1, y + k)), True),
        (lambda order=Gt: ForAll(x, given=x > k, then=order(x**2, k * x)), True),
        (lambda order=Lt: Exists(x, given=And(x > k, x < k + 1), then=ForAll(y, given=y > k + 1, then=order(x, y))), True),
    ]
    function, deserved = random.choice(options)
    return function, {}, deserved


KINDS = {
    made.__name__: made
    for made in (conditions, repeated_conditions, corrections, reductions_and_links, results, typed_constants, quantifiers_that_say_nothing)
}


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_deserves_it_is_green(kind: str) -> None:
    random = Random(kind)
    claims = [KINDS[kind](random) for _ in range(16)]
    greens = [finding_of(function, **more)["as_expected"] for function, more, _ in claims]
    assert greens == [deserved for _, _, deserved in claims]
    assert set(greens) == ({False} if kind == "repeated_conditions" else {True, False})

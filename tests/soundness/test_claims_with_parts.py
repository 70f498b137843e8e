"""No claim is green whose condition, correction, reduction, link or result is not what it must be: generated claims, each judged whole."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
import sympy

from probatum.authoring.expectation import Conditional, Refuted
from probatum.proposition.kinds import Equal, ForAll, reals
from probatum.proposition.relation import Eq, Ge, Gt, Lt
from tests.made import finding_of

x, y = reals("x y")
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
        (lambda least=-k: ForAll(x, given=x > 0, then=Gt(x, least)), True),
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
        return ForAll(x, given=x > 0, then=Gt(x, least))

    beside, deserved = random.choice(
        [
            (ForAll((x, y), given=And(x > 0, y > 0), then=Gt(x + y, -k)), True),
            (ForAll(x, then=Lt(x, x + k)), True),
            (ForAll(x, then=Lt(x + k, x)), False),
            (ForAll((x, y), given=And(x > k, x < 0), then=Lt(x, y)), False),
            (ForAll(x, then=sympy.Or(Lt(x, x + 3 * k), Lt(x, x + 4 * k))), False),
            (ForAll(x, then=ForAll(y, given=And(y > x, y < x), then=Eq(y, k))), False),
        ]
    )
    as_link = random.random() < 0.5
    return function, {"because": [beside]} if as_link else {"scope": "One number.", "reduction": lambda: beside}, deserved


def results(random: Random) -> Made:
    k, is_used = random.randint(1, 6), random.random() < 0.5

    def function(order: Any = Lt, mean: Any = k) -> Any:
        most = mean if is_used else 0 * mean + k
        return ForAll(x, given=And(x > 0, x < k), then=order(x**2, k * most))

    return function, {}, is_used


KINDS = {made.__name__: made for made in (conditions, repeated_conditions, corrections, reductions_and_links, results)}


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_deserves_it_is_green(kind: str) -> None:
    random = Random(kind)
    claims = [KINDS[kind](random) for _ in range(16)]
    greens = [finding_of(function, **more)["as_expected"] for function, more, _ in claims]
    assert greens == [deserved for _, _, deserved in claims]
    assert set(greens) == ({False} if kind == "repeated_conditions" else {True, False})

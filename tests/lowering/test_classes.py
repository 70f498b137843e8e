"""Tests that the conditions of each class hold of functions and operators of it, at random points, and fail of others."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import pytest

from probatum.lowering.classes.interpolation import SET, Class, Pair, Sample, class_of_function, class_of_operator

Plane = tuple[float, float]
TINY = 1e-9


@dataclass(frozen=True)
class Given:
    """A function of the plane (an operator has no values), with constants of a class that it is of, and of one that it is not of."""

    properties: dict[str, Any]
    value: Callable[[float, float], float]
    image: Callable[[float, float], Plane]
    others: dict[str, Any] | None = None
    smallest: bool = False


def sign(number: float) -> float:
    return math.copysign(1.0, number)


def soft(number: float) -> float:
    """Four times the logistic loss, whose second derivative is at most 1."""
    return 4 * math.log1p(math.exp(number))


def slope(number: float) -> float:
    return 4 / (1 + math.exp(-number))


def huber(number: float) -> float:
    return number**2 / 2 if abs(number) <= 1 else abs(number) - 0.5


def cut(number: float) -> float:
    return max(-1.0, min(1.0, number))


def nothing(x: float, y: float) -> float:
    return 0.0


def total(of: Callable[[float], float]) -> Callable[[float, float], float]:
    return lambda x, y: of(x) + of(y)


def both(of: Callable[[float], float]) -> Callable[[float, float], Plane]:
    return lambda x, y: (of(x), of(y))


def bowl(x: float, y: float) -> float:
    return (x**2 + 2 * y**2) / 2


def bowl_slope(x: float, y: float) -> Plane:
    return x, 2 * y


ONE = {"convex": True, "smooth": 1}
SQRT_2 = math.sqrt(2)
FUNCTIONS = {
    "convex": Given({"convex": True}, lambda x, y: abs(x) + y**2, lambda x, y: (sign(x), 2 * y), {"strongly": 1}),
    "strongly convex": Given({"strongly": 1}, lambda x, y: abs(x) + (x**2 + y**2) / 2, lambda x, y: (sign(x) + x, y), {"strongly": 2}),
    "smooth convex": Given(ONE, lambda x, y: soft(x) + huber(y), lambda x, y: (slope(x), cut(y)), ONE | {"smooth": 0.5}),
    "smooth strongly convex": Given(
        {"strongly": 1, "smooth": 2},
        lambda x, y: soft(x) + huber(y) + (x**2 + y**2) / 2,
        lambda x, y: (slope(x) + x, cut(y) + y),
        {"strongly": 1, "smooth": 1.5},
    ),
    "Lipschitz": Given({"convex": True, "lipschitz": SQRT_2}, total(abs), both(sign), {"convex": True, "lipschitz": 1.2}),
    "smooth Lipschitz": Given(ONE | {"lipschitz": SQRT_2}, total(huber), both(cut), ONE | {"lipschitz": 1}),
    "smooth": Given({"smooth": 1}, total(math.cos), both(lambda at: -math.sin(at)), ONE),
    "below a parabola": Given(
        {"convex": True, "bounded_growth": 2}, bowl, bowl_slope, {"convex": True, "bounded_growth": 1}, smallest=True
    ),
    "Polyak's inequality": Given(
        {"smooth": 1, "polyak": 1}, lambda x, y: x**2 / 2, lambda x, y: (x, 0.0), {"smooth": 1, "polyak": 2}, smallest=True
    ),
    "secant": Given({"secant": 1}, bowl, bowl_slope, {"secant": 2}, smallest=True),
    "error bound": Given({"error_bound": 2}, bowl, bowl_slope, {"error_bound": 1}, smallest=True),
}
OPERATORS = {
    "monotone": Given({"monotone": True}, nothing, lambda x, y: (x - y, x), {"strongly_monotone": 0.5}),
    "strongly monotone": Given({"strongly_monotone": 1}, nothing, lambda x, y: (x - y, y + x), {"strongly_monotone": 2}),
    "cocoercive": Given({"cocoercive": 1}, nothing, lambda x, y: (slope(x), cut(y)), {"cocoercive": 2}),
    "Lipschitz": Given({"lipschitz": 2}, nothing, lambda x, y: (-2 * y, 2 * x), {"lipschitz": 1}),
    "nonexpansive": Given({"nonexpansive": True}, nothing, lambda x, y: (-y, x), {"monotone": True, "strongly_monotone": 1}),
}


def inner(left: dict[int, float], right: dict[int, float]) -> float:
    return sum(share * right.get(axis, 0.0) for axis, share in left.items())


def sample(given: Given, x: float, y: float, smallest: bool = False) -> Sample:
    image = (0.0, 0.0) if smallest else given.image(x, y)
    return Sample(f"({x}, {y})", {0: x, 1: y}, dict(enumerate(image)), given.value(x, y), smallest)


def samples(given: Given) -> list[Sample]:
    draw = random.Random(1)
    found = [sample(given, draw.uniform(-3, 3), draw.uniform(-3, 3)) for _ in range(12)]
    return [*found, sample(given, 0.0, 0.0, smallest=True)] if given.smallest else found


def conditions(row: Class, given: Given, constants: dict[str, Any]) -> Iterator[float]:
    """All that the class says of the samples."""
    found = samples(given)
    for i, j in permutations(found, 2):
        pair = Pair(i, j, inner, constants)
        yield from map(float, row.pair(pair))
        yield from map(float, row.beside_smallest(pair) if j.smallest else ())
    for i in found:
        yield from map(float, row.single(Pair(i, i, inner, constants)))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_meet_the_conditions_of_their_class_and_break_those_of_another(name: str) -> None:
    given = FUNCTIONS[name]
    row = class_of_function(given.properties, "f")
    assert min(conditions(row, given, given.properties)) >= -TINY
    assert given.others is not None
    assert min(conditions(class_of_function(given.others, "f"), given, given.others)) < -TINY


@pytest.mark.parametrize("name", OPERATORS)
def test_operators_meet_the_conditions_of_their_class_and_break_those_of_another(name: str) -> None:
    given = OPERATORS[name]
    assert min(conditions(class_of_operator(given.properties), given, given.properties)) >= -TINY
    assert given.others is not None
    assert min(conditions(class_of_operator(given.others), given, given.others)) < -TINY


def test_a_set_meets_its_conditions_and_a_corner_that_is_cut_out_breaks_them() -> None:
    def normals(corner: bool) -> list[Sample]:
        outside = [(2.0, 0.5), (2.0, 3.0), (-2.0, 0.0), (0.5, -4.0)]
        nearest = [(cut(x), cut(y)) for x, y in outside]
        normal = [(x - p, y - q) for (x, y), (p, q) in zip(outside, nearest, strict=True)]
        points = nearest if not corner else [(1.5, 1.5), *nearest[1:]]
        return [Sample(str(p), dict(enumerate(p)), dict(enumerate(n)), 0.0) for p, n in zip(points, normal, strict=True)]

    def worst(found: list[Sample]) -> float:
        return min(float(value) for i, j in permutations(found, 2) for value in SET.pair(Pair(i, j, inner, {"diameter": 9})))

    assert worst(normals(corner=False)) >= -TINY
    assert worst(normals(corner=True)) < -TINY

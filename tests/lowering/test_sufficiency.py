"""Tests that conditions on pairs suffice: where they hold, there is a function, set or operator of the class through the points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

from probatum.lowering.classes.interpolation import SET, Class, Pair, Sample, class_of_function, class_of_operator
from tests.each import each

Numbers = Any  # an array
TINY = 1e-6
GROWTH = 2.0
PLANES: dict[str, dict[str, Any]] = {
    "convex": {"convex": True},
    "strongly convex": {"strongly": 1.0},
    "Lipschitz": {"convex": True, "lipschitz": 1.5},
    "below a parabola": {"convex": True, "bounded_growth": GROWTH},
}
ONE_PROPERTY: list[dict[str, Any]] = [
    {"monotone": True},
    {"strongly_monotone": 0.5},
    {"cocoercive": 0.5},
    {"lipschitz": 1.5},
    {"nonexpansive": True},
]
TWO_PROPERTIES: list[tuple[dict[str, Any], list[list[float]], list[list[float]], list[float]]] = [
    ({"monotone": True, "lipschitz": 1.0}, [[0.5, -1], [1, 0], [-1, 0]], [[0, 0.5], [1, 0], [-1, 0]], [0, 0]),
    ({"strongly_monotone": 0.5, "cocoercive": 1.0}, [[0, 0], [1, -2], [-1, -1]], [[0, 0], [1, -0.75], [-1, 0]], [0, -1.5]),
    ({"strongly_monotone": 0.5, "lipschitz": 1.0}, [[0.5, 1], [1, 0], [0, -1]], [[-1, 1], [-1, 0], [-1, -1]], [0, 0]),
]  # with three points and values that meet the conditions, and a fourth point at which there is no value


def samples(points: Numbers, images: Numbers, values: Numbers | None = None, *, smallest: bool = False) -> list[Sample]:
    """The samples; where one is smallest, the first."""
    heights = np.zeros(len(points)) if values is None else values
    return [
        Sample(str(place), dict(enumerate(point)), dict(enumerate(image)), height, smallest and place == 0)
        for place, (point, image, height) in enumerate(zip(points, images, heights, strict=True))
    ]


def inner(left: dict[int, float], right: dict[int, float]) -> float:
    return sum(share * right.get(axis, 0.0) for axis, share in left.items())


def conditions(row: Class, found: list[Sample], constants: dict[str, Any]) -> Iterator[float]:
    """What must be at least zero."""
    for i, j in (permutations if row.ordered else combinations)(found, 2):
        pair = Pair(i, j, inner, constants)
        yield from map(float, row.pair(pair))
        yield from map(float, row.beside_smallest(pair) if j.smallest else ())
    for i in found:
        yield from map(float, row.single(Pair(i, i, inner, constants)))


def largest_of_planes(points: Numbers, slopes: Numbers, values: Numbers, constants: dict[str, Any]) -> bool:
    """Whether the largest of the tangent planes, bent as the class is bent at least, passes through the points and is of the class."""
    low = constants.get("strongly", 0.0)

    def at(point: Numbers) -> float:
        return float(max(v + g @ (point - x) + low * (point - x) @ (point - x) / 2 for x, g, v in zip(points, slopes, values, strict=True)))

    met = all(at(x) <= v + TINY for x, v in zip(points, values, strict=True))
    steepest = max(map(float, np.linalg.norm(slopes, axis=1)))
    touching = [points[0] + slope / GROWTH for slope in slopes]  # where a plane is highest above the parabola
    below = all(at(x) <= values[0] + GROWTH * (x - points[0]) @ (x - points[0]) / 2 + TINY for x in touching)
    return met and steepest <= constants.get("lipschitz", np.inf) and (below or "bounded_growth" not in constants)


@pytest.mark.parametrize("name", PLANES)
def test_the_largest_of_tangent_planes_is_a_function_of_the_class_exactly_where_they_hold(name: str) -> None:
    constants, draw, seen = PLANES[name], np.random.default_rng(5), set()
    row = class_of_function(constants, "f")
    for number in range(80):
        points = draw.uniform(-2, 2, (3, 2))
        points[0] *= not row.has_smallest
        bend = np.diag(draw.uniform(0, 2.5, 2))
        slopes = points @ bend + (0 if number % 2 or row.has_smallest else draw.uniform(-0.5, 0.5, (3, 2)))
        values = np.sum(points * slopes, axis=1) / 2
        least = min(conditions(row, samples(points, slopes, values, smallest=row.has_smallest), constants))
        if abs(least) > 1e-3 or (row.has_smallest and least > -TINY):
            seen.add(least > -TINY)
            assert (least > -TINY) == largest_of_planes(points, slopes, values, constants)
    assert seen == {True, False}


def test_the_hull_of_points_is_a_set_with_these_normals_exactly_where_they_hold() -> None:
    draw, seen, constants = np.random.default_rng(6), set(), {"diameter": 3.0}
    for _ in range(60):
        corners = draw.uniform(-1.5, 1.5, (3, 2))
        normals = corners - np.mean(corners, axis=0) + draw.uniform(-0.6, 0.6, (3, 2))
        least = min(conditions(SET, samples(corners, normals), constants))
        if abs(least) < 1e-3:
            continue
        near = [nearest(corners, corner + normal) for corner, normal in zip(corners, normals, strict=True)]
        stays = np.max(np.abs(np.array(near) - corners)) < 1e-4
        wide = max(float(np.linalg.norm(p - q)) for p, q in combinations(corners, 2))
        seen.add(least > 0)
        assert (least > 0) == (stays and wide <= constants["diameter"])
    assert seen == {True, False}


def nearest(corners: Numbers, point: Numbers) -> Numbers:
    """The nearest point of a triangle: inside, or on one of its sides."""
    shares = np.linalg.solve(np.vstack([corners.T, np.ones(3)]), np.append(point, 1.0))
    if min(shares) >= 0:
        return point
    sides = []
    for p, q in combinations(corners, 2):
        share = np.clip((point - p) @ (q - p) / ((q - p) @ (q - p)), 0, 1)
        sides.append(p + share * (q - p))
    return min(sides, key=lambda found: float(np.linalg.norm(found - point)))


def room_for_one_more(row: Class, found: list[Sample], at: Numbers, constants: dict[str, Any]) -> float:
    """The largest that the least condition can be made at another point by its value there."""

    def conditions_of(value: Numbers) -> Numbers:
        (new,) = samples([at], [value])
        return np.array([float(e) for each_ in found for e in row.pair(Pair(new, each_, inner, constants))])

    above = {"type": "ineq", "fun": lambda unknown: conditions_of(unknown[:2]) - unknown[2]}
    start = np.mean([list(each_.image.values()) for each_ in found], axis=0)
    solved = minimize(lambda unknown: -unknown[2], [*start, -9.0], constraints=above, method="SLSQP", options={"maxiter": 200})
    return float(min(conditions_of(solved.x[:2])))


def rooms(constants: dict[str, Any], count: int, tries: int) -> Iterator[float]:
    """What room samples that meet the conditions leave at another point."""
    row, draw = class_of_operator(constants), np.random.default_rng(8)
    for _ in range(tries):
        points = draw.uniform(-1, 1, (count, 2))
        turn, size = draw.uniform(-1.5, 1.5), draw.uniform(0.3, 1.3)
        spin = size * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        found = samples(points, points @ spin + draw.uniform(-0.3, 0.3, (count, 2)))
        if min(conditions(row, found, constants)) > 0:
            yield room_for_one_more(row, found, draw.uniform(-1, 1, 2), constants)


@pytest.mark.parametrize("constants", ONE_PROPERTY, ids=str)
def test_an_operator_of_one_property_can_be_given_a_value_at_any_other_point(constants: dict[str, Any]) -> None:
    assert class_of_operator(constants).theorem(3).exact
    assert all(room > -TINY for room in each(list(rooms(constants, 3, 30))))


@pytest.mark.parametrize(("constants", "points", "values", "another"), TWO_PROPERTIES, ids=lambda part: str(part)[:30])
def test_of_two_properties_it_can_from_two_points_and_not_always_from_three(
    constants: dict[str, Any], points: list[list[float]], values: list[list[float]], another: list[float]
) -> None:
    row = class_of_operator(constants)
    assert row.theorem(2).exact
    assert all(room > -TINY for room in each(list(rooms(constants, 2, 30))))
    assert not row.theorem(3).exact
    three = samples(np.array(points), np.array(values))
    assert min(conditions(row, three, constants)) >= 0
    assert room_for_one_more(row, three, np.array(another), constants) < -1e-2

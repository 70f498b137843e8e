"""Tests that the function through points of the plane, of which the theorem on smooth strongly convex functions speaks, is there exactly
where the conditions on pairs hold.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

from probatum.lowering.classes.interpolation import Pair, Sample, class_of_function

Numbers = Any  # an array
CLOSE = 1e-5


def conditions(points: Numbers, slopes: Numbers, values: Numbers, constants: dict[str, Any]) -> float:
    """The least of what must be at least zero."""
    row = class_of_function(constants, "f")
    samples = [
        Sample(str(place), dict(enumerate(point)), dict(enumerate(slope)), value)
        for place, (point, slope, value) in enumerate(zip(points, slopes, values, strict=True))
    ]

    def inner(left: dict[int, float], right: dict[int, float]) -> float:
        return sum(share * right.get(axis, 0.0) for axis, share in left.items())

    pairs = [Pair(i, j, inner, constants) for i, j in permutations(samples, 2)]
    return min(float(condition) for pair in pairs for condition in (*row.pair(pair), *row.single(pair)))


def interpolant(points: Numbers, slopes: Numbers, values: Numbers, low: float, high: float) -> Any:
    """The largest of lower bounds that are as curved as they can be: value and gradient at a point."""
    room = high - low
    tilted = slopes - low * points
    centres = points - tilted / room
    heights = values - low * np.sum(points**2, axis=1) / 2 - np.sum(tilted**2, axis=1) / (2 * room)

    def at(point: Numbers) -> tuple[float, Numbers]:
        lines = heights + np.sum(tilted * (point - centres), axis=1)

        def below(shares: Numbers) -> float:
            return float(np.sum((shares @ tilted) ** 2) / (2 * room) - shares @ lines)

        total = {"type": "eq", "fun": lambda shares: np.sum(shares) - 1}
        start = np.full(len(values), 1 / len(values))
        bounds = [(0, 1)] * len(values)
        found = minimize(below, start, bounds=bounds, constraints=total, method="SLSQP", options={"ftol": 1e-14, "maxiter": 300})
        return low * float(point @ point) / 2 - float(found.fun), low * point + found.x @ tilted

    return at


@pytest.mark.parametrize(
    "constants",
    [{"convex": True, "smooth": 2}, {"strongly": 1, "smooth": 3}, {"convex": True, "smooth": 2, "lipschitz": 2}, {"smooth": 2}],
    ids=str,
)
def test_there_is_one_exactly_where_the_conditions_hold(constants: dict[str, Any]) -> None:
    high = constants["smooth"]
    low = constants.get("strongly", 0) if len(constants) > 1 else -high
    draw = np.random.default_rng(3)
    seen = set()
    for number in range(30):
        points = draw.uniform(-2, 2, (3, 2))
        curve = np.diag(draw.uniform(low, high, 2))
        slopes = points @ curve + (0 if number % 2 else draw.uniform(-0.3, 0.3, (3, 2)))
        values = np.sum(points @ curve * points, axis=1) / 2
        least = conditions(points, slopes, values, constants)
        if abs(least) < 1e-2:
            continue
        at = interpolant(points, slopes, values, low, high)
        reached = [at(point) for point in points]
        met = all(
            abs(value - v) < CLOSE and np.max(np.abs(slope - s)) < 1e-3
            for (value, slope), v, s in zip(reached, values, slopes, strict=True)
        )
        steepest = max(float(np.linalg.norm(at(point)[1])) for point in draw.uniform(-9, 9, (5, 2)))
        bounded = max(map(float, np.linalg.norm(slopes, axis=1))) <= constants.get("lipschitz", np.inf)
        seen.add(least > 0)
        assert (least > 0) == (met and bounded)
        assert least < 0 or steepest <= constants.get("lipschitz", np.inf) + CLOSE
    assert seen == {True, False}

"""First-order methods decided in general, beside PEPit, which solves them for given parameters: what each says, and how
long it takes in one run. PEPit is in `.venv-extra`, which `make test-peers` sets up; without it its columns are empty.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.general.first_order import FALSE, TRUE

from probatum.claim_cache import forget
from probatum.decide.deciding import decide

MU, STEP, LONG = 0.1, 0.5, 1.5  # with L = 1
PEPIT = importlib.util.find_spec("PEPit") is not None


@dataclass(frozen=True, slots=True)
class Numeric:
    """A worst case that PEPit computes, and the rate that is claimed, for given parameters."""

    worst: Callable[[], float]
    claimed: float


def _problem(kind: str, **constants: float) -> tuple[Any, Any]:
    from PEPit import PEP, functions, operators  # type: ignore[import-not-found]

    problem = PEP()
    made = getattr(functions, kind, None) or getattr(operators, kind)
    return problem, problem.declare_function(made, **constants)


def _worst(problem: Any, *metrics: Any) -> float:
    for metric in metrics:
        problem.set_performance_metric(metric)
    return float(problem.solve(wrapper="cvxpy", solver="CLARABEL", verbose=0))


def contraction() -> float:
    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    x, y = problem.set_initial_point(), problem.set_initial_point()
    problem.set_initial_condition((x - y) ** 2 <= 1)
    return _worst(problem, (x - STEP * f.gradient(x) - y + STEP * f.gradient(y)) ** 2)


def value_after(steps: int) -> float:
    problem, f = _problem("SmoothConvexFunction", L=1)
    best = f.stationary_point()
    point = problem.set_initial_point()
    problem.set_initial_condition((point - best) ** 2 <= 1)
    for _ in range(steps):
        point = point - STEP * f.gradient(point)
    return _worst(problem, f(point) - f(best))


def gradient_shrinks() -> float:
    problem, f = _problem("SmoothConvexFunction", L=1)
    point = problem.set_initial_point()
    problem.set_initial_condition(f.gradient(point) ** 2 <= 1)
    return _worst(problem, f.gradient(point - STEP * f.gradient(point)) ** 2)


def line_search() -> float:
    from PEPit.primitive_steps import exact_linesearch_step  # type: ignore[import-not-found]

    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    best, point = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition(f(point) - f(best) <= 1)
    _, _, value = exact_linesearch_step(point, f, [f.gradient(point)])
    return _worst(problem, value - f(best))


def proximal_point() -> float:
    from PEPit.primitive_steps import proximal_step

    problem, f = _problem("ConvexFunction")
    best, point = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition((point - best) ** 2 <= 1)
    _, _, value = proximal_step(point, f, STEP)
    return _worst(problem, value - f(best))


def proximal_contraction() -> float:
    from PEPit.primitive_steps import proximal_step

    problem, f = _problem("StronglyConvexFunction", mu=MU)
    x, y = problem.set_initial_point(), problem.set_initial_point()
    problem.set_initial_condition((x - y) ** 2 <= 1)
    return _worst(problem, (proximal_step(x, f, STEP)[0] - proximal_step(y, f, STEP)[0]) ** 2)


def smallest_gradient() -> float:
    problem, f = _problem("SmoothFunction", L=1)
    x = problem.set_initial_point()
    end = x - f.gradient(x)
    problem.set_initial_condition(f(x) - f(end) <= 1)
    return _worst(problem, f.gradient(x) ** 2, f.gradient(end) ** 2)


def proximal_residual(steps: int) -> float:
    from PEPit.primitive_steps import proximal_step

    problem, operator = _problem("MonotoneOperator")
    best, point = operator.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition((point - best) ** 2 <= 1)
    before = point
    for _ in range(steps):
        before, point = point, proximal_step(point, operator, 1)[0]
    return _worst(problem, (point - before) ** 2)


def halpern() -> float:
    problem, operator = _problem("LipschitzOperator", L=1)
    best, _, _ = operator.fixed_point()
    start = point = problem.set_initial_point()
    problem.set_initial_condition((start - best) ** 2 <= 1)
    for number in range(2):
        point = start / (number + 2) + (1 - 1 / (number + 2)) * operator.gradient(point)
    return _worst(problem, (point - operator.gradient(point)) ** 2)


def sufficient_decrease() -> float:
    problem, f = _problem("SmoothFunction", L=1)
    x = problem.set_initial_point()
    slope = f.gradient(x)
    problem.set_initial_condition(slope**2 <= 1)
    return _worst(problem, f(x - STEP * slope) - f(x) + STEP * (1 - STEP / 2) * slope**2)


def subgradient_step() -> float:
    problem, f = _problem("ConvexLipschitzFunction", M=1)
    best, x = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition((x - best) ** 2 <= 1)
    slope, value = f.oracle(x)
    return _worst(problem, (x - STEP * slope - best) ** 2 - (x - best) ** 2 + 2 * STEP * (value - f(best)))


def polyak_step() -> float:
    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    best, x = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition((x - best) ** 2 <= 1)
    slope, value = f.oracle(x)
    problem.add_constraint(LONG * slope**2 == 2 * (value - f(best)))
    return _worst(problem, (x - LONG * slope - best) ** 2)


def accelerated() -> float:
    problem, f = _problem("SmoothConvexFunction", L=1)
    best, x, z = f.stationary_point(), problem.set_initial_point(), problem.set_initial_point()
    t = 3
    problem.set_initial_condition((t**2 - t) * (f(x) - f(best)) + (z - best) ** 2 / 2 <= 1)
    slope = f.gradient(between := (1 - 1 / t) * x + z / t)
    return _worst(problem, t**2 * (f(between - slope) - f(best)) + (z - t * slope - best) ** 2 / 2)


def strongly_accelerated() -> float:
    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    best, x, z = f.stationary_point(), problem.set_initial_point(), problem.set_initial_point()
    q = MU**0.5
    problem.set_initial_condition(f(x) - f(best) + MU / 2 * (z - best) ** 2 <= 1)
    slope = f.gradient(between := (x + q * z) / (1 + q))
    end = (1 - q) * z + q * between - slope / q
    return _worst(problem, f(between - slope) - f(best) + MU / 2 * (end - best) ** 2)


def proximal_gradient() -> float:
    from PEPit.functions import ConvexFunction  # type: ignore[import-not-found]
    from PEPit.primitive_steps import proximal_step

    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    h = problem.declare_function(ConvexFunction)
    x, y = problem.set_initial_point(), problem.set_initial_point()
    problem.set_initial_condition((x - y) ** 2 <= 1)
    ends = [proximal_step(start - STEP * f.gradient(start), h, STEP)[0] for start in (x, y)]
    return _worst(problem, (ends[0] - ends[1]) ** 2)


def potential() -> float:
    problem, f = _problem("SmoothConvexFunction", L=1)
    best, x = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition(3 * (f(x) - f(best)) + (x - best) ** 2 / 2 <= 1)
    end = x - f.gradient(x)
    return _worst(problem, 4 * (f(end) - f(best)) + (end - best) ** 2 / 2)


def dominated_gradient() -> float:
    problem, f = _problem("SmoothQuadraticLojasiewiczFunctionExpensive", mu=MU, L=1)
    best, x = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition(f(x) - f(best) <= 1)
    return _worst(problem, f(x - f.gradient(x)) - f(best))


def restricted_secant() -> float:
    problem, f = _problem("RsiEbFunction", mu=MU, L=1)
    best, x = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition((x - best) ** 2 <= 1)
    return _worst(problem, (x - STEP * f.gradient(x) - best) ** 2)


def averaged() -> float:
    problem, operator = _problem("LipschitzOperator", L=1)
    best, _, _ = operator.fixed_point()
    x = problem.set_initial_point()
    problem.set_initial_condition((x - best) ** 2 <= 1)
    image = operator.gradient(x)
    return _worst(problem, ((x + image) / 2 - best) ** 2 - (x - best) ** 2 + (x - image) ** 2 / 4)


def nearest() -> float:
    from PEPit.primitive_steps import proximal_step

    problem, indicator = _problem("ConvexIndicatorFunction")
    x, y = problem.set_initial_point(), problem.set_initial_point()
    indicator.oracle(y)
    problem.set_initial_condition((x - y) ** 2 <= 1)
    near, _, _ = proximal_step(x, indicator, 1)
    return _worst(problem, (near - y) ** 2 - (x - y) ** 2 + (x - near) ** 2)


def splitting(step: float) -> float:
    from PEPit.functions import ConvexFunction
    from PEPit.primitive_steps import proximal_step

    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    h = problem.declare_function(ConvexFunction)
    x, y = problem.set_initial_point(), problem.set_initial_point()
    problem.set_initial_condition((x - y) ** 2 <= 1)
    ends = []
    for start in (x, y):
        near, _, _ = proximal_step(start, f, step)
        ends.append(start + proximal_step(2 * near - start, h, step)[0] - near)
    return float(_worst(problem, (ends[0] - ends[1]) ** 2) ** 0.5)


def heavy_ball() -> float:
    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    best, x = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition(f(x) - f(best) <= 1)
    return _worst(problem, f(x - f.gradient(x) / 2) - f(best))


def heavy_ball_twice() -> float:
    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    best, start = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition(f(start) - f(best) <= 1)
    first = start - STEP * f.gradient(start)
    momentum = ((1 - STEP * MU) * (1 - STEP)) ** 0.5
    second = first - STEP * f.gradient(first) + momentum * (first - start)
    return _worst(problem, f(second) - f(best))


def subgradient_best() -> float:
    problem, f = _problem("ConvexLipschitzFunction", M=1)
    best, start = f.stationary_point(), problem.set_initial_point()
    problem.set_initial_condition((start - best) ** 2 <= 1)
    slope, value = f.oracle(start)
    return _worst(problem, value - f(best), f(start - slope / 2**0.5) - f(best))


def two_losses(distance: float, noise: float, step: float) -> float:
    """A random one of two functions, whose slopes at the minimizer of the sum have this mean square at most."""
    from PEPit.functions import SmoothStronglyConvexFunction

    problem, f = _problem("SmoothStronglyConvexFunction", mu=MU, L=1)
    h = problem.declare_function(SmoothStronglyConvexFunction, mu=MU, L=1)
    best, x = (f + h).stationary_point(), problem.set_initial_point()
    problem.set_initial_condition((x - best) ** 2 <= distance**2)
    problem.add_constraint((f.gradient(best) ** 2 + h.gradient(best) ** 2) / 2 <= noise**2)
    ends = [x - step * each.gradient(x) for each in (f, h)]
    return _worst(problem, ((ends[0] - best) ** 2 + (ends[1] - best) ** 2) / 2)


COMMON = Numeric(lambda: two_losses(1, 0, STEP), max(1 - STEP * MU, STEP - 1) ** 2)
NUMERIC = {
    "sufficient decrease": Numeric(sufficient_decrease, 0),
    "subgradient step": Numeric(subgradient_step, STEP**2),
    "Polyak's step": Numeric(polyak_step, (LONG - 1) * (1 - LONG * MU) / (LONG * (1 + MU) - 1)),
    "accelerated": Numeric(accelerated, 1),
    "accelerated, strongly convex": Numeric(strongly_accelerated, 1 - MU**0.5),
    "proximal gradient": Numeric(proximal_gradient, max(abs(1 - STEP), abs(1 - STEP * MU)) ** 2),
    "potential": Numeric(potential, 1),
    "dominated gradient": Numeric(dominated_gradient, 1 - MU),
    "restricted secant": Numeric(restricted_secant, 1 - 2 * STEP * MU + STEP**2),
    "averaged": Numeric(averaged, 0),
    "nearest": Numeric(nearest, 0),
    "splitting, short steps": Numeric(lambda: splitting(STEP), 1 / (1 + STEP * MU)),
    "splitting, long steps": Numeric(lambda: splitting(4), 4 / 5),
    "splitting": Numeric(lambda: splitting(3), max(1 / (1 + 3 * MU), 3 / 4)),
    "heavy ball": Numeric(heavy_ball, 1 - MU / 2),
    "heavy ball, twice": Numeric(heavy_ball_twice, (1 - MU / 2) ** 2),
    "subgradients, the better point": Numeric(subgradient_best, 0.5**0.5),
    "two losses with one minimizer": COMMON,
    "two losses with one minimizer, as a text says it": COMMON,
    "two losses with noise": Numeric(lambda: two_losses(2, 1, 1), 5.042),
    "contraction": Numeric(contraction, max((1 - STEP) ** 2, (1 - STEP * MU) ** 2)),
    "value after one step": Numeric(lambda: value_after(1), 1 / (4 * STEP + 2)),
    "value after two steps": Numeric(lambda: value_after(2), 1 / (8 * STEP + 2)),
    "gradient shrinks": Numeric(gradient_shrinks, 1.0),
    "line search": Numeric(line_search, ((1 - MU) / (1 + MU)) ** 2),
    "proximal point": Numeric(proximal_point, 1 / (4 * STEP)),
    "proximal contraction": Numeric(proximal_contraction, 1 / (1 + STEP * MU) ** 2),
    "smallest gradient": Numeric(smallest_gradient, 4 / 3),
    "proximal residual, two": Numeric(lambda: proximal_residual(2), 1 / 4),
    "proximal residual, three": Numeric(lambda: proximal_residual(3), 4 / 27),
    "Halpern": Numeric(halpern, 4 / 9),
}


def timed(call: Callable[[], Any]) -> tuple[Any, float]:
    """What a call gives, and the seconds that it takes."""
    started = time.perf_counter()
    return call(), time.perf_counter() - started


def row(name: str, statement: Any) -> str:
    """A statement that is true for all parameters: what is decided of it, and PEPit's number for one choice of them."""
    forget()
    decided, seconds = timed(partial(decide, statement, thorough=False))
    numeric = NUMERIC.get(name) if PEPIT else None
    cells = [name, str(decided.truth), f"{seconds:.2f}", "", "", ""]
    if numeric:
        worst, numeric_seconds = timed(numeric.worst)
        cells[3:] = [f"{worst:.6f}", f"{numeric.claimed:.6f}", f"{numeric_seconds:.2f}"]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the tables."""
    print("| true for all parameters | Probatum | s | PEPit at L = 1 | claimed there | s |\n|---|---|---:|---:|---:|---:|")
    for name, statement in TRUE.items():
        print(row(name, statement), flush=True)
    print("\n| false | Probatum | s |\n|---|---|---:|")
    for name, statement in FALSE.items():
        forget()
        decided, seconds = timed(partial(decide, statement, thorough=False))
        print(f"| {name} | {decided.truth} | {seconds:.2f} |", flush=True)


if __name__ == "__main__":
    main()

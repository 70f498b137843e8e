"""What the figures show, computed from the functions that the claims decide."""

import math

import sympy

from claims.normalization.mathematics.quadratic import at, f, gradient, hessian, step_of, x, x1, x2
from claims.normalization.mathematics.sigmoidal import logistic, slope, tanh

RATE = sympy.Rational(35, 1000)  # the learning rate of the source's example
START = (sympy.Rational(1, 2),) * 2
STEPS = 30
LEVELS = (1, 3, 6)  # the level curves go through these points of the path
any_rate, z = sympy.symbols("alpha z", real=True)


def axis(label, low, high, **more):
    """An axis of a figure."""
    return {"label": label, "low": low, "high": high} | more


def path(function, rate, start, steps=STEPS):
    """The points of a descent."""
    points, following = [tuple(start)], step_of(function, rate)
    for _ in range(steps):
        points.append(tuple(at(moved, points[-1]) for moved in following))
    return points


def level_curve(function, value):
    """The points at which a quadratic without mixed or linear terms has a value."""
    axes = [float(sympy.sqrt(2 * value / curvature)) for curvature in hessian(function).diagonal()]
    angles = (2 * math.pi * step / 120 for step in range(121))
    return [(axes[0] * math.cos(angle), axes[1] * math.sin(angle)) for angle in angles]


def level_curves(function, points):
    """Level curves of a quadratic through some points."""
    return [
        {
            "name": "level curves",
            "kind": "curve",
            "points": level_curve(function, at(function, point)),
        }
        for point in points
    ]


def oscillating_path(rate=RATE, start=START, **_):
    """The path of descent over the level curves of the example."""
    rate, start = sympy.sympify(rate), tuple(map(sympy.sympify, start))
    points = path(f, rate, start)
    return {
        "title": f"The path of descent at learning rate {float(rate):g}",
        "description": (
            "Over the level curves of the example, long ellipses, the path jumps from one side of "
            "the valley to the other at each step and lands nearer each time; along the valley it "
            "creeps towards the minimum."
        ),
        "x": axis("x₁", -0.5, 0.7),
        "y": axis("x₂", -0.5, 0.6),
        "equal": True,
        "series": [
            *level_curves(f, [points[step] for step in (0, *LEVELS)]),
            {"name": "steps", "kind": "path", "points": points},
        ],
        "marks": [
            {"label": "start", "x": start[0], "y": start[1]},
            {"label": "minimum", "x": 0, "y": 0},
        ],
        "live": {
            "curvatures": list(hessian(f).diagonal()),
            "rate": rate,
            "start": start,
            "regimes": list(regimes()),
        },
    }


def regimes():
    """How descent goes in one direction, by learning rate times curvature, and the claims that say
    so."""
    product = sympy.Symbol("p", positive=True)
    factor = step_of(product * x1**2 / 2, 1, (x1,))[0] / x1
    (crosses,), (diverges,) = sympy.solve(factor, product), sympy.solve(factor + 1, product)
    nearer, inward = "moves-away-only-above-two", "zigzags-inward-between-one-and-two"
    yield {"from": 0, "label": "nearer at every step, on the same side", "claims": [nearer, inward]}
    yield {
        "from": crosses,
        "label": "across the minimum at every step, and nearer",
        "exactly": "at the minimum after one step",
        "claims": [inward],
    }
    yield {
        "from": diverges,
        "label": "across the minimum at every step, and farther away",
        "exactly": "as far away after every step, on the other side",
        "claims": ["oscillates-away"],
    }


def rescaled_path(factor=5, **_):
    """The same descent where the second coordinate is measured in units that make the curvatures
    equal."""
    factor = sympy.sympify(factor)
    function = at(f, (x1, x2 / factor))
    start = (START[0], factor * START[1])
    points, faster = path(function, RATE, start), path(function, 10 * RATE, start)
    return {
        "title": "The same descent after rescaling",
        "description": (
            "The level curves are circles and every step points at the minimum: at learning rate "
            "0.035 the path is a straight line of short steps, and a rate ten times as large, at "
            "which the example diverges, gets there in a few."
        ),
        "x": axis("y₁ = x₁", -1.2, 1.8),
        "y": axis(f"y₂ = {factor} x₂", -0.5, 2.7),
        "equal": True,
        "series": [
            *level_curves(function, [points[step] for step in (0, 5, 10, 18)]),
            {"name": "learning rate 0.035", "kind": "path", "points": points},
            {"name": "learning rate 0.35", "kind": "points", "points": faster},
        ],
        "marks": [
            {"label": "start", "x": start[0], "y": start[1]},
            {"label": "minimum", "x": 0, "y": 0},
        ],
    }


def contraction_factors(**_):
    """By how much a step of descent shrinks each coordinate, against the learning rate."""
    curvatures = [int(curvature) for curvature in hessian(f).diagonal()]
    rates = [sympy.Rational(step, 2000) for step in range(101)]
    left = [at(moved, (1, 1)) for moved in step_of(f, any_rate)]
    factors = [
        [(rate, abs(factor.xreplace({any_rate: rate}))) for rate in rates] for factor in left
    ]
    steep = max(curvatures)
    return {
        "title": "What one step leaves of the distance, against the learning rate",
        "description": (
            "In the flat direction every rate up to 0.05 shrinks the distance a little. In the "
            "steep one the factor falls to 0 at 0.02, rises beyond it, where each step crosses "
            "the minimum, and exceeds 1 from 0.04 on, where descent diverges."
        ),
        "x": axis("learning rate", 0, 0.05),
        "y": axis("distance after a step / before it", 0, 1.5),
        "series": [
            {"name": f"curvature {curvature}", "kind": "line", "points": points}
            for curvature, points in zip(curvatures, factors, strict=True)
        ],
        "marks": [
            {"label": f"crosses from 1/{steep} on", "x": sympy.Rational(1, steep)},
            {"label": f"diverges from 2/{steep} on", "x": sympy.Rational(2, steep)},
            {"label": "neither nearer nor farther", "y": 1},
            {"label": "0.035", "x": RATE, "y": abs(left[1].xreplace({any_rate: RATE}))},
        ],
    }


def slopes_of_sigmoids(**_):
    """The slopes of the logistic function and of tanh, and where both are nearly flat."""
    places = [sympy.Rational(step, 10) for step in range(-60, 61)]
    slopes = {
        name: sympy.lambdify(z, slope(unit, z), "math")
        for name, unit in {"tanh": tanh, "logistic function": logistic}.items()
    }
    flat = 0.05
    edge = math.log(1 / flat)
    return {
        "title": "The slopes of two sigmoidal units",
        "description": "Both slopes are largest at 0, 1 for tanh and 1/4 for the logistic "
        "function, "
        "and fall towards 0 on both sides; "
        f"farther than {edge:.1f} from 0 both are below {flat}.",
        "x": axis("input of the unit", -6, 6),
        "y": axis("slope", 0, 1.05),
        "series": [
            *(
                {
                    "name": f"both slopes below {flat}",
                    "kind": "region",
                    "points": [(sign * x, y) for x, y in corners],
                }
                for corners in [[(edge, 0), (6.5, 0), (6.5, 1.1), (edge, 1.1)]]
                for sign in (-1, 1)
            ),
            *(
                {"name": name, "kind": "line", "points": [(x, found(float(x))) for x in places]}
                for name, found in slopes.items()
            ),
        ],
    }


def angle_to_minimum(**_):
    """The angle between the direction of descent and the direction of the minimum, around a level
    curve."""
    slopes = sympy.lambdify(x, tuple(gradient(f)), "math")
    points = [
        (degrees, angle_between(slopes(*toward), toward))
        for degrees in range(361)
        for toward in [unit_vector(degrees)]
    ]
    worst = max(points, key=lambda point: point[1])
    return {
        "title": "How far the direction of descent is off the minimum",
        "description": "Around a level curve of the example the direction of descent "
        "points at the minimum on the two axes only, the "
        f"eigenvectors of the Hessian. Between them it is off by up to {worst[1]:.1f}°.",
        "x": axis(
            "direction in which the point lies, seen from the minimum, in degrees",
            0,
            360,
            ticks=degrees_from(0, 361, 45),
        ),
        "y": axis(
            "angle between descent and minimum, in degrees", 0, 90, ticks=degrees_from(0, 91, 15)
        ),
        "series": [{"name": "", "kind": "line", "points": points}],
    }


def angle_between(first, second):
    """The angle between two vectors, in degrees."""
    product = sum(a * b for a, b in zip(first, second, strict=True))
    return math.degrees(math.acos(min(1.0, product / math.hypot(*first) / math.hypot(*second))))


def unit_vector(degrees):
    """The vector of length 1 in a direction."""
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))


def degrees_from(first, last, step):
    """Ticks of an axis of angles."""
    return [{"at": degrees, "label": str(degrees)} for degrees in range(first, last, step)]

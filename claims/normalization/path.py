"""Claims on the path of the example beside the straight one, and on what descent would have to know to take that."""

from sympy import Abs, Matrix, Rational, Sum, oo

from claims.normalization.mathematics.directions import EIGENVECTORS, TWO_DIRECTIONS, a, b, bowl, in_two_eigendirections, rate
from claims.normalization.mathematics.quadratic import at, descend, f, gradient, on_segment, x, x1, x2
from probatum import (
    All,
    And,
    Eq,
    Equal,
    Exists,
    ForAll,
    Gt,
    Lt,
    Orbit,
    Refuted,
    after,
    claim,
    integers,
    not_checkable,
    reals,
)

u, v, share, g1, g2, d1, d2, c = reals("u v t g_1 g_2 d_1 d_2 c")
k = integers("k")


# answer-1.rescaling.14


@claim(
    "direct-path-is-diagonal",
    "The straight path from the start to the minimum is diagonal: both coordinates change by the same amount.",
    at="answer-1.rescaling.14",
    controls={"another start": {"start": ("0.5", "0.4")}},
)
def direct_path_is_diagonal(change="-0.5", minimum=(0, 0), *, start=("0.5", "0.5")):
    place = on_segment(share, start, minimum)
    changes = tuple(there - here for there, here in zip(place, start, strict=True))
    return ForAll(share, then=Equal(changes, (change * (1 - share),) * 2, called="x(t) - x(1)"))


@claim(
    "vertical-travel-dominates",
    "The path is dominated by vertical movement: on its way it travels 3.5 vertically and 0.5 horizontally, seven times as much.",
    at="answer-1.rescaling.14",
    rests_on="iterates-in-closed-form",
    controls={"slower": {"rate": "0.015"}},
)
def vertical_travel_dominates(travelled=("0.5", "3.5"), *, rate="0.035"):
    steps = (rate * slope * Abs(1 - slope * rate) ** k / 2 for slope in (2, 50))
    lengths = tuple(Sum(step, (k, 0, oo)) for step in steps)
    return Equal(lengths, travelled, called=r"\sum_k |x^{(k+1)} - x^{(k)}|")


def fifteen_steps(longer=Gt):
    """In the first 15 steps the vertical movement is the longer one; from the point after these on, the horizontal one is."""
    speed = Rational(35, 1000)
    moves = [speed * slope * Abs(1 - speed * slope) ** k / 2 for slope in (2, 50)]
    there = tuple((1 - speed * slope) ** 15 / 2 for slope in (2, 50))
    flat = And(x1 > 0, Lt(Abs(50 * x2), 2 * x1))
    shorter = Lt(Abs(after(x2) - x2), Abs(after(x1) - x1))
    return All(
        ForAll(k, given=And(k >= 0, k < 15), then=longer(moves[1], moves[0])),
        Orbit(x, there, descend(f, speed), then=shorter, invariant=flat),
    )


@claim(
    "every-step-mostly-vertical",
    "Every step of the path moves farther vertically than horizontally.",
    at="answer-1.rescaling.14",
    reading="strict",
    reading_of="vertical-travel-dominates",
    expect=Refuted(
        "The first 15 steps do, by the factor $25 (25/31)^k$, 25 at first; from the 16th on every step moves farther horizontally.",
        fifteen_steps,
    ),
    rests_on="iterates-in-closed-form",
)
def every_step_mostly_vertical(longer=Gt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=longer(Abs(after(x2) - x2), Abs(after(x1) - x1)))


# answer-1.rescaling.15


@claim(
    "only-local-slope-enters",
    "A step uses nothing but the slope where it starts: functions of any curvatures with the same slope there take the same step.",
    at="answer-1.rescaling.15",
    assumes="The class is that of quadratics with slope $(g_1, g_2)$ at the point $x$; the learning rate is chosen beforehand.",
)
def only_local_slope_enters(slopes_used=1):
    here = {x1: u, x2: v}
    same_slope = g1 * (x1 - u) + g2 * (x2 - v) + (a * (x1 - u) ** 2 + b * (x2 - v) ** 2) / 2 + c * (x1 - u) * (x2 - v)
    step = Matrix(descend(same_slope, rate)).subs(here, simultaneous=True)
    wanted = Matrix([u - slopes_used * rate * g1, v - slopes_used * rate * g2])
    return ForAll((a, b, c, u, v, g1, g2, rate), then=Equal(step, wanted, called=r"x - \alpha \nabla f(x)"))


around_there = (a * (x1 - d1) ** 2 + b * (x2 - d2) ** 2) / 2 + c * (x1 - d1) * (x2 - d2)
slope_here = gradient(around_there).subs({x1: 0, x2: 0})


@claim(
    "slope-does-not-tell-where-minimum-is",
    "Descent cannot know the way to the minimum: with one and the same slope, it may lie anywhere on the side that is downhill.",
    at="answer-1.rescaling.15",
    assumes="The class is that of all quadratics with a minimum, $a, b$ and $c$ their second derivatives; $d$ leads from the point to it.",
    because=[
        (
            "The slope is minus the Hessian times the way",
            ForAll((a, b, c, d1, d2), then=Equal(slope_here, Matrix([-(a * d1 + c * d2), -(c * d1 + b * d2)]), called=r"\nabla f(0)")),
        )
    ],
)
def slope_does_not_tell(downhill=Lt):
    curved = And(a > 0, a * b > c**2)
    some = Exists((a, b, c), given=curved, then=And(Eq(a * d1 + c * d2, -g1), Eq(c * d1 + b * d2, -g2)))
    return ForAll((g1, g2, d1, d2), given=downhill(g1 * d1 + g2 * d2, 0), then=some)


@claim(
    "straight-move-more-efficient",
    "Moving straight to the minimum is more efficient: one move is enough, whereas descent at 0.035 never gets there exactly.",
    at="answer-1.rescaling.15",
    controls={"at the minimum already": {"start": (0, 0)}},
)
def straight_move_more_efficient(above=Gt, *, rate="0.035", start=("0.5", "0.5")):
    arrived = at(f, on_segment(0, start, (0, 0)))
    return All(Equal(arrived, 0, called="f(0, 0)"), Orbit(x, start, descend(f, rate), then=above(f, 0), invariant=x1 > 0))


@claim(
    "curvature-would-tell-the-way",
    "What descent lacks is the curvature: divided by it, the negative gradient is the whole way to the minimum.",
    at="answer-1.rescaling.15",
    implied=True,
    scope=TWO_DIRECTIONS,
    reduction=in_two_eigendirections,
    assumes=EIGENVECTORS,
)
def curvature_would_tell_the_way(power=-1):
    slopes = gradient(bowl)
    return ForAll(
        (a, b, *x),
        given=And(a > 0, b > 0),
        then=Equal((a**power * slopes[0], b**power * slopes[1]), x, called=r"(\nabla^2 f)^{-1} \nabla f(x)"),
    )


not_checkable(
    "vagaries-of-the-hessian",
    "Descent is at the mercy of eigenvalues on different scales.",
    at="answer-1.rescaling.15",
    reason="A figure of speech for what the four passages before state; the claims on these decide it.",
)

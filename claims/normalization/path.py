"""Claims on the path of the example beside the straight one, and on what descent would have to know
to take that."""

from sympy import Abs, Matrix, Rational, Sum, oo

from claims.normalization.mathematics.all_dimensions import (
    POSITIVE_DEFINITE,
    gradient_at,
    hessian,
    largest,
    least,
    place,
)
from claims.normalization.mathematics.all_dimensions import there as minimum
from claims.normalization.mathematics.directions import a, b, rate
from claims.normalization.mathematics.quadratic import (
    at,
    f,
    gradient,
    on_segment,
    step_of,
    x,
    x1,
    x2,
)
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
    Passage,
    after,
    assuming,
    fails_with,
    integers,
    inverse,
    norm,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

u, v, share, g1, g2, d1, d2, c = reals("u v t g_1 g_2 d_1 d_2 c")
any_rate = reals("alpha")
k = integers("k")


passage = Passage("answer-1.rescaling.14")


@passage.states
@fails_with("another start", start=("0.5", "0.4"))
def direct_path_is_diagonal(change="-0.5", minimum=(0, 0), *, start=("0.5", "0.5")):
    """The straight path from the start to the minimum is diagonal: both coordinates change by the
    same amount."""
    place = on_segment(share, start, minimum)
    changes = tuple(there - here for there, here in zip(place, start, strict=True))
    return ForAll(share, then=Equal(changes, (change * (1 - share),) * 2, called="x(t) - x(1)"))


@passage.states
@rests_on("iterates-in-closed-form")
@fails_with("slower", rate="0.015")
def vertical_travel_dominates(travelled=("0.5", "3.5"), *, rate="0.035"):
    """The path is dominated by vertical movement: it travels 3.5 vertically and 0.5
    horizontally, seven times as much."""
    steps = (rate * slope * Abs(1 - slope * rate) ** k / 2 for slope in (2, 50))
    lengths = tuple(Sum(step, (k, 0, oo)) for step in steps)
    return Equal(lengths, travelled, called=r"\sum_k |x^{(k+1)} - x^{(k)}|")


@passage.states
@refuted
@strict_reading_of("vertical-travel-dominates")
@rests_on("iterates-in-closed-form")
def every_step_mostly_vertical(longer=Gt, *, rate="0.035", start=("0.5", "0.5")):
    """Every step of the path moves farther vertically than horizontally."""
    return Orbit(x, start, step_of(f, rate), then=longer(Abs(after(x2) - x2), Abs(after(x1) - x1)))


@every_step_mostly_vertical.corrected
def fifteen_steps(longer=Gt):
    """The first 15 steps do, by the factor $25 (25/31)^k$, 25 at first; from the 16th on every step
    moves farther horizontally."""
    speed = Rational(35, 1000)
    moves = [speed * slope * Abs(1 - speed * slope) ** k / 2 for slope in (2, 50)]
    there = tuple((1 - speed * slope) ** 15 / 2 for slope in (2, 50))
    flat = And(x1 > 0, Lt(Abs(50 * x2), 2 * x1))
    shorter = Lt(Abs(after(x2) - x2), Abs(after(x1) - x1))
    return All(
        ForAll(k, given=And(k >= 0, k < 15), then=longer(moves[1], moves[0])),
        Orbit(x, there, step_of(f, speed), then=shorter, invariant=flat),
    )


passage = Passage("answer-1.rescaling.15")


@passage.states
@assuming(
    "The class is that of quadratics with slope $(g_1, g_2)$ at the point $x$; the learning "
    "rate is chosen beforehand."
)
def only_local_slope_enters(place=(u - rate * g1, v - rate * g2)):
    """A step uses nothing but the slope where it starts: functions of any curvatures with the same
    slope there take the same step."""
    here = {x1: u, x2: v}
    same_slope = (
        g1 * (x1 - u)
        + g2 * (x2 - v)
        + (a * (x1 - u) ** 2 + b * (x2 - v) ** 2) / 2
        + c * (x1 - u) * (x2 - v)
    )
    step = Matrix(step_of(same_slope, rate)).subs(here, simultaneous=True)
    return ForAll(
        (a, b, c, u, v, g1, g2, rate),
        then=Equal(step, Matrix(place), called=r"x - \alpha \nabla f(x)"),
    )


around_there = (a * (x1 - d1) ** 2 + b * (x2 - d2) ** 2) / 2 + c * (x1 - d1) * (x2 - d2)
slope_here = gradient(around_there).subs({x1: 0, x2: 0})


@passage.states(id="slope-does-not-tell-where-minimum-is")
@assuming(
    "The class is that of all quadratics with a minimum, $a, b$ and $c$ their second "
    "derivatives; $d$ leads from the point to it."
)
def slope_does_not_tell(downhill=Lt):
    """Descent cannot know the way to the minimum: with one and the same slope, it may lie anywhere
    on the side that is downhill."""
    curved = And(a > 0, a * b > c**2)
    some = Exists(
        (a, b, c), given=curved, then=And(Eq(a * d1 + c * d2, -g1), Eq(c * d1 + b * d2, -g2))
    )
    return ForAll((g1, g2, d1, d2), given=downhill(g1 * d1 + g2 * d2, 0), then=some)


@slope_does_not_tell.because
def _():
    yield (
        "The slope is minus the Hessian times the way",
        ForAll(
            (a, b, c, d1, d2),
            then=Equal(
                slope_here, Matrix([-(a * d1 + c * d2), -(c * d1 + b * d2)]), called=r"\nabla f(0)"
            ),
        ),
    )


@passage.states
@fails_with("at the minimum already", start=(0, 0))
def straight_move_more_efficient(above=Gt, *, rate="0.035", start=("0.5", "0.5")):
    """Moving straight to the minimum is more efficient: one move is enough, whereas one step of
    descent ends there at no learning rate, and at 0.035 no number of them does."""
    one_step = step_of(f, any_rate)
    missed = Gt(sum(at(moved, start) ** 2 for moved in one_step), 0)
    return All(
        ForAll(any_rate, then=missed),
        Orbit(x, start, step_of(f, rate), then=above(f, 0), invariant=x1 > 0),
    )


@passage.implies
@assuming("The quadratic has its minimum at $y$, and the curvatures of $A$ there, as everywhere.")
def curvature_would_tell_the_way(same=Eq):
    """What descent lacks is the curvature: its inverse, applied to the negative gradient, leads
    straight to the minimum, wherever that is."""
    gradient_here = gradient_at(place - minimum)
    reached = place - inverse(hessian, gradient_here)
    return ForAll(
        (hessian, place, minimum, least, largest),
        given=POSITIVE_DEFINITE,
        then=same(norm(reached - minimum), 0),
    )


@passage.not_checkable(
    "A figure of speech for what the four passages before state; the claims on these decide it."
)
def vagaries_of_the_hessian():
    """Descent is at the mercy of eigenvalues on different scales."""

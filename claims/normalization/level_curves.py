"""Claims on the steepest way down, and on level curves: their shape, and where descent sets off
from them."""

from sympy import Matrix, eye, sqrt

from claims.normalization.mathematics import least_squares as data
from claims.normalization.mathematics.directions import DOWNHILL, EIGENVECTORS, a, b, bowl
from claims.normalization.mathematics.plane import CURVED, QUADRATIC, along, turn
from claims.normalization.mathematics.quadratic import (
    at,
    gradient,
    squared_distance,
    x,
    x1,
    x2,
    y,
    y1,
    y2,
)
from probatum import (
    And,
    Eq,
    Equal,
    ForAll,
    Gt,
    Lt,
    Ne,
    Or,
    Passage,
    Scope,
    assuming,
    decided_for,
    exactly_if,
    not_shown,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

c, level, g1, g2, u1, u2, steepness, g, factor = reals("c h g_1 g_2 u_1 u_2 G g s")
p, q, cosine, sine = reals("p q c s")
centre = reals("m_1 m_2")


passage = Passage("answer-2.1")


def coordinate_by_coordinate():
    """Summed over the coordinates of a unit vector u, the right side is 2G(G + g.u), and the left
    is 0 for u = -g/G only."""
    return ForAll(
        (g, u1, steepness),
        then=Eq((g + steepness * u1) ** 2, g**2 + 2 * steepness * g * u1 + steepness**2 * u1**2),
    )


@passage.states
@decided_for(Scope("two coordinates", coordinate_by_coordinate))
@assuming(
    DOWNHILL,
    "Steepness is the slope per unit of length, where length is Euclidean in the coordinates in "
    "use; the gradient is not 0.",
)
def descent_takes_steepest_way_down(less_steep=Gt):
    """Of all directions, the one in which gradient descent moves, and no other, is the steepest way
    down."""
    elsewhere = Or(Ne(steepness * u1, -g1), Ne(steepness * u2, -g2))
    given = And(Eq(u1**2 + u2**2, 1), Eq(g1**2 + g2**2, steepness**2), steepness > 0, elsewhere)
    return ForAll(
        (g1, g2, u1, u2, steepness), given=given, then=less_steep(g1 * u1 + g2 * u2, -steepness)
    )


@descent_takes_steepest_way_down.because
def _():
    yield (
        "The slope along a unit vector exceeds $-G$ by a sum of squares",
        Eq(
            g1 * u1 + g2 * u2,
            ((g1 + steepness * u1) ** 2 + (g2 + steepness * u2) ** 2) / (2 * steepness) - steepness,
        ),
    )
    yield (
        "which is 0 for the negative gradient only",
        Gt(
            ((g1 + steepness * u1) ** 2 + (g2 + steepness * u2) ** 2) / (2 * steepness) - steepness,
            -steepness,
        ),
    )


@passage.states
@exactly_if(
    Or(Eq(factor**2, 1), Eq(g1, 0), Eq(g2, 0)),
    "only if the unit does not change in size, or the gradient lies along an axis",
)
@strict_reading_of("descent-takes-steepest-way-down")
@assuming(
    "Multiplying the second coordinate by $s$ divides the slope in it by $s$, and a move in it "
    "by $s$ again."
)
@not_shown(
    "That a better unit makes descent faster: this is what the claims on preconditioning say."
)
def steepest_in_every_unit(same=Eq):
    """The steepest direction is the same one whatever unit a coordinate is measured in."""
    there = (g1, g2 / factor / factor)
    return ForAll(
        (g1, g2, factor),
        given=And(Ne(factor, 0), Or(Ne(g1, 0), Ne(g2, 0))),
        then=same(turn((g1, g2), there), 0),
    )


passage = Passage("answer-2.2")


@passage.states
@assuming(QUADRATIC, EIGENVECTORS)
def level_curves_are_ellipses(semi_axes=(sqrt(2 * level / a), sqrt(2 * level / b))):
    r"""Of a quadratic with the curvatures $a, b > 0$, the level curve of the value $h > 0$ is the
    ellipse with the semi-axes $\sqrt{2h/a}$ and $\sqrt{2h/b}$."""
    on_ellipse = (x1 / semi_axes[0]) ** 2 + (x2 / semi_axes[1]) ** 2
    return ForAll(
        (a, b, level, *x),
        given=And(CURVED, level > 0),
        then=Eq(bowl - level, level * (on_ellipse - 1)),
    )


@passage.implies
@exactly_if(
    Eq(a, b), "exactly if the curvatures are equal: every difference in scale makes them longish"
)
@assuming(QUADRATIC, EIGENVECTORS)
def unequal_curvatures_no_circle(same=Eq):
    """The level curves of a quadratic with a minimum are circles around it."""
    same_level = Eq(at(bowl, x), at(bowl, y))
    return ForAll(
        (a, b),
        given=CURVED,
        then=ForAll((*x, *y), given=same_level, then=same(x1**2 + x2**2, y1**2 + y2**2)),
    )


@passage.implies
@exactly_if(
    Eq(c, 0), "exactly if the coordinates are not coupled: a product of the two tilts and stretches"
)
@assuming(
    QUADRATIC,
    "The two coordinates have the same curvature $a$, and $c$ couples them.",
)
def equal_scales_give_circles(same=Eq):
    """Without a difference in scale between the coordinates the level curves are circles."""
    coupled = a * (x1**2 + x2**2) / 2 + c * x1 * x2
    same_level = Eq(coupled, at(coupled, y))
    return ForAll(
        (a, c),
        given=And(c < a, -a < c),
        then=ForAll((*x, *y), given=same_level, then=same(x1**2 + x2**2, y1**2 + y2**2)),
    )


@passage.states
@assuming(
    "The dimensions are the weights of two centred features; these are on different scales if "
    "their standard deviations differ.",
    "An ellipse is what a quadratic has whose Hessian has a positive diagonal and determinant; "
    "a circle, if it is a multiple of $I$.",
)
def feature_scales_make_ellipses(different=Ne):
    """Of two features on different scales, the level curves of a least-squares loss are ellipses
    and no circles, correlated or not."""
    matrix = data.loss_hessian(eye(2))
    ellipse = And(matrix[0, 0] > 0, matrix.det() > 0)
    no_circle = Or(Ne(matrix[0, 0], matrix[1, 1]), Ne(matrix[0, 1], 0))
    given = And(data.POSSIBLE, different(*data.deviations))
    return ForAll(data.MOMENTS, given=given, then=And(ellipse, no_circle))


@passage.not_checkable(
    "What is typical depends on which functions one meets; of quadratics, and so of least "
    "squares, it is always so, as decided."
)
def how_typical_ellipses_are():
    """Typically a difference in scale shows as elliptical level curves."""


passage = Passage("answer-2.3")


OUTWARD = (
    "The function depends on the distance from the centre only, and grows with it: $s > 0$ is its "
    "slope in the squared distance."
)
from_centre = (x1 - centre[0], x2 - centre[1])
to_centre = (centre[0] - x1, centre[1] - x2)
along_circle = (-from_centre[1], from_centre[0])
squared_radius = along(from_centre, from_centre)
slopes = factor * gradient(squared_distance(x, centre))  # chain rule
ON_CIRCLE = And(factor > 0, Or(Ne(x1, centre[0]), Ne(x2, centre[1])))


@passage.states
@assuming(DOWNHILL, OUTWARD)
def circles_descent_points_to_centre(aligned=Eq, towards=Gt):
    """If the level curves are circles, the direction of descent points straight at the centre from
    everywhere."""
    then = And(aligned(turn(-slopes, to_centre), 0), towards(along(-slopes, to_centre), 0))
    return ForAll((factor, *x, *centre), given=ON_CIRCLE, then=then)


@circles_descent_points_to_centre.because
def _():
    yield (
        "Of a quadratic, say, the negative gradient is the way to the centre, times the curvature",
        ForAll(
            (a, *x, *centre),
            then=Equal(
                -gradient(a * squared_distance(x, centre) / 2),
                a * Matrix(to_centre),
                called=r"-\nabla f(x)",
            ),
        ),
    )
    yield (
        "In general, whatever is perpendicular to a circle lies on the line through its centre",
        ForAll(
            (g1, g2, *x, *centre),
            given=Eq(along((g1, g2), along_circle), 0),
            then=Equal(
                squared_radius * Matrix([g1, g2]),
                along((g1, g2), from_centre) * Matrix(from_centre),
            ),
        ),
    )


@passage.states
@refuted
@strict_reading_of("circles-descent-points-to-centre")
@assuming(
    OUTWARD,
    "The optimum is a minimum, as descent looks for one; of a maximum the statement is true.",
)
def circles_gradient_points_to_centre(towards=Gt):
    """If the level curves are circles around the optimum, the gradient points towards the
    centre."""
    return ForAll((factor, *x, *centre), given=ON_CIRCLE, then=towards(along(slopes, to_centre), 0))


@circles_gradient_points_to_centre.corrected(towards=Lt)
def gradient_points_away_from_centre():
    """The gradient itself points straight away from a minimum; the negative gradient points at
    it."""


@passage.states
@assuming(QUADRATIC, EIGENVECTORS)
def centre_is_the_optimum(larger=Gt):
    """The centre of the level curves, be they circles or ellipses, is the optimum: everywhere else
    the function is larger."""
    moved = (a * (x1 - centre[0]) ** 2 + b * (x2 - centre[1]) ** 2) / 2
    elsewhere = Or(*(Ne(*pair) for pair in zip(x, centre, strict=True)))
    return ForAll(
        (a, b, *x, *centre), given=And(CURVED, elsewhere), then=larger(moved, at(moved, centre))
    )


passage = Passage("answer-2.4")

with_semi_axes = level * ((x1 / p) ** 2 + (x2 / q) ** 2)
way_up = gradient(with_semi_axes).subs({x1: p * cosine, x2: q * sine}, simultaneous=True)
along_boundary = (-p * sine, q * cosine)
ELLIPSE = And(p > 0, q > 0, level > 0)
RUN_THROUGH = (
    "The ellipse is a level curve, as in the sentences before, with the semi-axes $p$, $q$; "
    "it is run through as $(p c, q s)$, where $c$ and $s$ are the cosine and sine of a "
    "parameter, in the direction $(-p s, q c)$."
)


@passage.states
@rests_on("descent-takes-steepest-way-down")
@assuming(QUADRATIC, EIGENVECTORS, RUN_THROUGH)
def gradient_perpendicular_to_boundary(product=0):
    """The lines perpendicular to an ellipse are the steepest directions: the gradient is
    perpendicular to the curve at each point."""
    return ForAll(
        (level, p, q, cosine, sine), given=ELLIPSE, then=Eq(along(way_up, along_boundary), product)
    )


@passage.implies
@assuming(QUADRATIC, EIGENVECTORS, RUN_THROUGH)
def perpendicular_is_along_gradient(aligned=Eq):
    """At each point of an ellipse only one line is perpendicular to it, and the direction of
    descent lies on that line."""
    perpendicular = Eq(along((u1, u2), along_boundary), 0)
    given = And(ELLIPSE, perpendicular)
    return ForAll(
        (level, p, q, cosine, sine, u1, u2), given=given, then=aligned(turn((u1, u2), -way_up), 0)
    )

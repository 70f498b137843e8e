"""Claims on directions: level curves, the way down that is steepest, and the way to the minimum."""

from sympy import Abs, Matrix, Rational, atan, cancel, pi, sqrt
from sympy import factor as factorized

from claims.normalization.directions import DOWNHILL, EIGENVECTORS
from claims.normalization.quadratic import at, gradient, squared_distance, x, x1, x2, y, y1, y2
from probatum import (
    All,
    And,
    Conditional,
    Eq,
    Equal,
    Exists,
    ForAll,
    Gt,
    Le,
    Lt,
    Ne,
    Or,
    Refuted,
    Rounded,
    claim,
    not_checkable,
    reals,
)

a, b, c, level, ratio, length = reals("a b c h kappa l")
g1, g2, u1, u2, steepness, g, u = reals("g_1 g_2 u_1 u_2 G g u")
p, q, cosine, sine, share, beyond, factor = reals("p q c s t T s")
centre = reals("m_1 m_2")
bowl = (a * x1**2 + b * x2**2) / 2
downhill, to_centre = -gradient(bowl), -Matrix(x)
OPEN = And(a > 0, b > 0)
QUADRATIC = "The function is a quadratic with a minimum; near a minimum with positive curvatures others approach theirs (Taylor)."


def turn(here, there):
    """The cross product of two directions in the plane: 0 where they are parallel."""
    return here[0] * there[1] - here[1] * there[0]


def along(here, there):
    """The inner product of two directions: positive where they make an acute angle."""
    return here[0] * there[0] + here[1] * there[1]


# answer-2.1


def coordinate_by_coordinate():
    """Summed over the coordinates of a unit vector u, the right side is 2G(G + g.u), and the left is 0 for u = -g/G only."""
    return ForAll((g, u, steepness), then=Eq((g + steepness * u) ** 2, g**2 + 2 * steepness * g * u + steepness**2 * u**2))


@claim(
    "descent-takes-steepest-way-down",
    "Of all directions, the one in which gradient descent moves, and no other, is the steepest way down.",
    at="answer-2.1",
    scope="two coordinates",
    reduction=coordinate_by_coordinate,
    assumes=[
        DOWNHILL,
        "Steepness is the slope per unit of length, where length is Euclidean in the coordinates in use; the gradient is not 0.",
    ],
    because=[
        (
            "The slope along a unit vector exceeds $-G$ by a sum of squares",
            Eq(g1 * u1 + g2 * u2, ((g1 + steepness * u1) ** 2 + (g2 + steepness * u2) ** 2) / (2 * steepness) - steepness),
        ),
        (
            "which is 0 for the negative gradient only",
            Gt(((g1 + steepness * u1) ** 2 + (g2 + steepness * u2) ** 2) / (2 * steepness) - steepness, -steepness),
        ),
    ],
)
def descent_takes_steepest_way_down(less_steep=Gt):
    elsewhere = Or(Ne(steepness * u1, -g1), Ne(steepness * u2, -g2))
    given = And(Eq(u1**2 + u2**2, 1), Eq(g1**2 + g2**2, steepness**2), steepness > 0, elsewhere)
    return ForAll((g1, g2, u1, u2, steepness), given=given, then=less_steep(g1 * u1 + g2 * u2, -steepness))


@claim(
    "steepest-in-every-unit",
    "The steepest direction is the same one whatever unit a coordinate is measured in.",
    at="answer-2.1",
    reading="strict",
    reading_of="descent-takes-steepest-way-down",
    expect=Conditional(
        Or(Eq(factor**2, 1), Eq(g1, 0), Eq(g2, 0)),
        sharp=True,
        wording="only if the unit does not change in size, or the gradient lies along an axis",
    ),
    assumes="Multiplying the second coordinate by $s$ divides the slope in it by $s$, and a move in it by $s$ again.",
    not_shown="That a better unit makes descent faster: this is what the claims on preconditioning say.",
)
def steepest_in_every_unit(same=Eq):
    there = (g1, g2 / factor / factor)
    return ForAll((g1, g2, factor), given=And(Ne(factor, 0), Or(Ne(g1, 0), Ne(g2, 0))), then=same(turn((g1, g2), there), 0))


# answer-2.2


@claim(
    "level-curves-are-ellipses",
    r"Of a quadratic with the curvatures $a, b > 0$, the level curve of the value $h > 0$ is the ellipse with the semi-axes "
    r"$\sqrt{2h/a}$ and $\sqrt{2h/b}$.",
    at="answer-2.2",
    assumes=[QUADRATIC, EIGENVECTORS],
)
def level_curves_are_ellipses(radius=1):
    semi_axes = (sqrt(2 * level / a), sqrt(2 * level / b))
    on_ellipse = (x1 / semi_axes[0]) ** 2 + (x2 / semi_axes[1]) ** 2
    return ForAll((a, b, level, *x), given=And(OPEN, level > 0), then=Eq(bowl - level, level * (on_ellipse - radius**2)))


@claim(
    "unequal-curvatures-no-circle",
    "The level curves of a quadratic with a minimum are circles around it.",
    at="answer-2.2",
    implied=True,
    expect=Conditional(Eq(a, b), sharp=True, wording="exactly if the curvatures are equal: every difference in scale makes them longish"),
    assumes=[QUADRATIC, EIGENVECTORS],
)
def unequal_curvatures_no_circle(same=Eq):
    same_level = Eq(at(bowl, x), at(bowl, y))
    return ForAll((a, b), given=OPEN, then=ForAll((*x, *y), given=same_level, then=same(x1**2 + x2**2, y1**2 + y2**2)))


@claim(
    "equal-scales-give-circles",
    "Without a difference in scale between the coordinates the level curves are circles.",
    at="answer-2.2",
    implied=True,
    expect=Conditional(
        Eq(c, 0), sharp=True, wording="exactly if the coordinates are not coupled: a product of the two tilts and stretches"
    ),
    assumes=[QUADRATIC, "The two coordinates have the same curvature $a$, and $c$ couples them."],
)
def equal_scales_give_circles(same=Eq):
    coupled = a * (x1**2 + x2**2) / 2 + c * x1 * x2
    same_level = Eq(coupled, at(coupled, y))
    return ForAll((a, c), given=And(c < a, -a < c), then=ForAll((*x, *y), given=same_level, then=same(x1**2 + x2**2, y1**2 + y2**2)))


not_checkable(
    "how-typical-ellipses-are",
    "Typically a difference in scale shows as elliptical level curves.",
    at="answer-2.2",
    reason="What is typical depends on which functions one meets; for quadratics it is always so, and that is decided.",
)


# answer-2.3


@claim(
    "circles-descent-points-to-centre",
    "If the level curves are circles, the direction of descent points straight at the centre from everywhere.",
    at="answer-2.3",
    assumes=[DOWNHILL, QUADRATIC],
    because=[
        (
            "The negative gradient is the way to the centre, times the curvature",
            ForAll(
                (a, *x, *centre),
                then=Equal(-gradient(a * squared_distance(x, centre) / 2), a * (Matrix(centre) - Matrix(x)), called=r"-\nabla f(x)"),
            ),
        )
    ],
)
def circles_descent_points_to_centre(aligned=Eq, towards=Gt):
    way_down, way = -gradient(a * squared_distance(x, centre) / 2), Matrix(centre) - Matrix(x)
    apart = Or(Ne(x1, centre[0]), Ne(x2, centre[1]))
    return ForAll((a, *x, *centre), given=And(a > 0, apart), then=And(aligned(turn(way_down, way), 0), towards(along(way_down, way), 0)))


@claim(
    "circles-gradient-points-to-centre",
    "If the level curves are circles around the optimum, the gradient points towards the centre.",
    at="answer-2.3",
    reading="strict",
    reading_of="circles-descent-points-to-centre",
    expect=Refuted("The gradient itself points straight away from a minimum; the negative gradient points at it.", {"towards": Lt}),
    assumes=[QUADRATIC, "The optimum is a minimum, as descent looks for one; of a maximum the statement is true."],
)
def circles_gradient_points_to_centre(towards=Gt):
    way = Matrix(centre) - Matrix(x)
    apart = Or(Ne(x1, centre[0]), Ne(x2, centre[1]))
    uphill = gradient(a * squared_distance(x, centre) / 2)
    return ForAll((a, *x, *centre), given=And(a > 0, apart), then=towards(along(uphill, way), 0))


stretched = (x1**2 + ratio * x2**2) / 2
ROUND_TRIP = And(ratio > 1, Or(Ne(x1, 0), Ne(x2, 0)))
tangent = (ratio - 1) / (2 * sqrt(ratio))
TANGENT = "The tangent of an angle below a right one is the cross product of the two directions over their inner product."


def tangent_at(point, stretch=ratio):
    """The tangent of the angle between the direction of descent and the way to the minimum."""
    way_down = -gradient((x1**2 + stretch * x2**2) / 2).subs(dict(zip(x, point, strict=True)), simultaneous=True)
    way = -Matrix(point)
    return cancel(turn(way_down, way) / along(way_down, way))


@claim(
    "worst-angle-on-ellipse",
    r"At condition number $\kappa$ the angle between the direction of descent and the way to the minimum is at most the one with the "
    r"tangent $\frac{\kappa - 1}{2 \sqrt{\kappa}}$, and reaches it.",
    at="answer-2.3",
    assumes=[DOWNHILL, QUADRATIC, EIGENVECTORS, TANGENT],
    because=[
        (
            "The product of the coordinates is small against their weighted squares",
            ForAll((ratio, *x), given=ratio > 1, then=Le(2 * sqrt(ratio) * Abs(x1 * x2), x1**2 + ratio * x2**2)),
        )
    ],
)
def worst_angle_on_ellipse(times=1):
    way_down = -gradient(stretched)
    within = Le(Abs(turn(way_down, to_centre)), times * tangent * along(way_down, to_centre))
    return All(
        ForAll((ratio, *x), given=ROUND_TRIP, then=within),
        ForAll(ratio, given=ratio > 1, then=Eq(Abs(tangent_at((sqrt(ratio), 1))), times * tangent)),
    )


@claim(
    "worst-angle-of-example",
    r"In the example of answer 1, with condition number 25, descent sets off at worst $67.38^\circ$ beside the minimum.",
    at="answer-2.3",
    implied=True,
    rests_on="worst-angle-on-ellipse",
    controls={"without the ratio": {"curvatures": (2, 20)}},
)
def worst_angle_of_example(degrees="67.38", *, curvatures=(2, 50)):
    stretch = Rational(curvatures[1], curvatures[0])
    return Rounded(atan(tangent.subs(ratio, stretch)) * 180 / pi, degrees)


@claim(
    "very-off-around-the-corner",
    "However near one looks to the tip of an ellipse, on a long enough one descent sets off as far beside the centre as one likes.",
    at="answer-2.3",
    assumes=[
        DOWNHILL,
        QUADRATIC,
        TANGENT,
        "The corner is read as the neighbourhood of an end of the long axis: the points beyond a given share $t < 1$ of it. The point at "
        "that share is taken; $q$ is its share of the short axis, and the long axis is $l$ times the short one: $\\kappa = l^2$.",
    ],
)
def very_off_around_the_corner(exceeds=Gt):
    tip_ward = (share * length, q)  # on the ellipse with the semi-axes l and 1
    long_enough = length > beyond / (share * q) + 1
    given = And(share > 0, q > 0, Eq(share**2 + q**2, 1), beyond >= 0, long_enough)
    return ForAll((share, q, beyond, length), given=given, then=exceeds(Abs(tangent_at(tip_ward, length**2)), beyond))


@claim(
    "very-off-at-the-tip",
    "At the very tip of a long ellipse descent sets off far beside the centre.",
    at="answer-2.3",
    reading="strict",
    reading_of="very-off-around-the-corner",
    expect=Refuted(
        "At the tips, as at the ends of the short axis, the direction of descent is exactly that to the centre.", {"aligned": Eq}
    ),
    assumes="The corner is read as the end of the long axis, where the curve bends most.",
)
def very_off_at_the_tip(aligned=Ne):
    return ForAll((ratio, *x), given=And(ratio > 1, Ne(x1, 0), Eq(x2, 0)), then=aligned(tangent_at(x), 0))


@claim(
    "where-the-angle-is-worst",
    r"The angle is worst exactly where both coordinates are at $1/\sqrt{2}$ of their semi-axes, halfway round between the tips.",
    at="answer-2.3",
    implied=True,
    rests_on="worst-angle-on-ellipse",
    assumes=[
        DOWNHILL,
        QUADRATIC,
        EIGENVECTORS,
        TANGENT,
        r"The point is $(l \sqrt{t}, \sqrt{1 - t})$, on an ellipse with the semi-axes $l$ and 1, $\kappa = l^2$; squares are compared.",
    ],
)
def where_the_angle_is_worst(square="0.5"):
    found = factorized(tangent_at((length * sqrt(share), sqrt(1 - share)), length**2) ** 2)
    worst = ((length**2 - 1) / (2 * length)) ** 2
    given = And(length > 1, 0 <= share, share <= 1)
    return All(
        ForAll((length, share), given=And(given, Ne(share, square)), then=Lt(found, worst)),
        ForAll((length, share), given=And(given, Eq(share, square)), then=Eq(found, worst)),
    )


# answer-2.4

with_semi_axes = level * ((x1 / p) ** 2 + (x2 / q) ** 2)
way_up = gradient(with_semi_axes).subs({x1: p * cosine, x2: q * sine}, simultaneous=True)
along_boundary = (-p * sine, q * cosine)
ELLIPSE = And(p > 0, q > 0, level > 0)
RUN_THROUGH = (
    "The ellipse is a level curve, as in the sentences before, with the semi-axes $p$, $q$; it is run through as $(p c, q s)$, where $c$ "
    "and $s$ are the cosine and sine of a parameter, in the direction $(-p s, q c)$."
)


@claim(
    "gradient-perpendicular-to-boundary",
    "The lines perpendicular to an ellipse are the steepest directions: the gradient is perpendicular to the curve at each point.",
    at="answer-2.4",
    rests_on="descent-takes-steepest-way-down",
    assumes=[QUADRATIC, EIGENVECTORS, RUN_THROUGH],
)
def gradient_perpendicular_to_boundary(product=0):
    return ForAll((level, p, q, cosine, sine), given=ELLIPSE, then=Eq(along(way_up, along_boundary), product))


@claim(
    "perpendicular-is-along-gradient",
    "At each point of an ellipse only one line is perpendicular to it, and the direction of descent lies on that line.",
    at="answer-2.4",
    implied=True,
    assumes=[QUADRATIC, EIGENVECTORS, RUN_THROUGH],
)
def perpendicular_is_along_gradient(aligned=Eq):
    perpendicular = Eq(along((u1, u2), along_boundary), 0)
    given = And(ELLIPSE, perpendicular)
    return ForAll((level, p, q, cosine, sine, u1, u2), given=given, then=aligned(turn((u1, u2), -way_up), 0))


# answer-2.5


@claim(
    "can-be-almost-perpendicular",
    "The perpendiculars can have next to nothing to do with the way to the centre: some ellipse has a point at which the angle between "
    "the two is as near to a right one as one likes.",
    at="answer-2.5",
    assumes=[DOWNHILL, QUADRATIC, TANGENT, "Irrelevant is read as: at an angle with any tangent that one may name."],
    because=[
        (
            r"At the worst point of an ellipse with $\kappa = (2T + 2)^2$ the tangent is",
            Eq(Abs(tangent_at((2 * beyond + 2, 1), (2 * beyond + 2) ** 2)), beyond + 1 - 1 / (4 * beyond + 4)),
        ),
        Gt(beyond + 1 - 1 / (4 * beyond + 4), beyond),
    ],
)
def can_be_almost_perpendicular(exceeds=Gt):
    long = (2 * beyond + 2) ** 2
    return ForAll(beyond, given=beyond >= 0, then=exceeds(Abs(tangent_at((2 * beyond + 2, 1), long)), beyond))


@claim(
    "can-be-perpendicular",
    "At some point of some ellipse, the direction of descent is perpendicular to the way to the centre, or points away from it.",
    at="answer-2.5",
    reading="strict",
    reading_of="can-be-almost-perpendicular",
    expect=Refuted(
        "The direction of descent always makes an acute angle with the way to the minimum: a small enough step always gets nearer.",
        lambda acute=Gt: ForAll((a, b, *x), given=And(OPEN, Or(Ne(x1, 0), Ne(x2, 0))), then=acute(along(downhill, to_centre), 0)),
    ),
    assumes=[DOWNHILL, QUADRATIC, EIGENVECTORS, "Irrelevant is read as: without any part in the direction of the centre."],
    because=[
        (
            "Moving downhill by a small step changes the squared distance, to first order, by minus twice the inner product",
            ForAll(
                (a, b, *x, u),
                then=Eq(
                    (x1 + u * downhill[0]) ** 2 + (x2 + u * downhill[1]) ** 2,
                    x1**2 + x2**2 - 2 * u * along(downhill, to_centre) + u**2 * along(downhill, downhill),
                ),
            ),
        )
    ],
)
def can_be_perpendicular(obtuse=Le):
    return Exists((a, b, *x), given=And(OPEN, Or(Ne(x1, 0), Ne(x2, 0))), then=obtuse(along(downhill, to_centre), 0))

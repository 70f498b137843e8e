"""Claims on the angle between the direction of descent and the way to the centre of elliptical level curves."""

from sympy import Abs, Matrix, Rational, atan, cancel, pi, sqrt
from sympy import factor as factorized

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.directions import DOWNHILL, EIGENVECTORS, a, b, bowl
from claims.normalization.mathematics.plane import CURVED, QUADRATIC, along, turn
from claims.normalization.mathematics.quadratic import gradient, x, x1, x2
from probatum import (
    All,
    And,
    Eq,
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
    reals,
)

ratio, length, u, q, share, beyond = reals("kappa l u q t T")
downhill, to_centre = -gradient(bowl), -Matrix(x)


# answer-2.3

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
    figure=figures.angle_to_minimum,
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
        lambda acute=Gt: ForAll((a, b, *x), given=And(CURVED, Or(Ne(x1, 0), Ne(x2, 0))), then=acute(along(downhill, to_centre), 0)),
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
    return Exists((a, b, *x), given=And(CURVED, Or(Ne(x1, 0), Ne(x2, 0))), then=obtuse(along(downhill, to_centre), 0))

"""Claims on the angle between the direction of descent and the way to the centre of elliptical
level curves."""

from sympy import Abs, Matrix, Rational, atan, cancel, pi, sqrt
from sympy import factor as factorized

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.directions import DOWNHILL, EIGENVECTORS, a, b, bowl
from claims.normalization.mathematics.plane import (
    POSITIVE_CURVATURES,
    QUADRATIC,
    cross_product,
    inner_product,
)
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
    Passage,
    Rounded,
    assuming,
    drawn_by,
    fails_with,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

ratio, length, u, q, share, any_tangent = reals("kappa l u q t T")
downhill, to_centre = -gradient(bowl), -Matrix(x)


passage = Passage("answer-2.3")

stretched = (x1**2 + ratio * x2**2) / 2
ELONGATED = And(ratio > 1, Or(Ne(x1, 0), Ne(x2, 0)))
TANGENT = (
    "The tangent of an angle below a right one is the cross product of the two directions over "
    "their inner product."
)


def tangent_at(point, stretch=ratio):
    """The tangent of the angle between the direction of descent and the way to the minimum."""
    way_down = -gradient((x1**2 + stretch * x2**2) / 2).subs(
        dict(zip(x, point, strict=True)), simultaneous=True
    )
    way = -Matrix(point)
    return cancel(cross_product(way_down, way) / inner_product(way_down, way))


@passage.states
@assuming(DOWNHILL, QUADRATIC, EIGENVECTORS, TANGENT)
def worst_angle_on_ellipse(tangent=(ratio - 1) / (2 * sqrt(ratio))):
    r"""At condition number $\kappa$ the angle between the direction of descent and the way to the
    minimum is at most the one with the tangent $\frac{\kappa - 1}{2 \sqrt{\kappa}}$, and reaches
    it."""
    way_down = -gradient(stretched)
    within = Le(
        Abs(cross_product(way_down, to_centre)), tangent * inner_product(way_down, to_centre)
    )
    return All(
        ForAll((ratio, *x), given=ELONGATED, then=within),
        ForAll(ratio, given=ratio > 1, then=Eq(Abs(tangent_at((sqrt(ratio), 1))), tangent)),
    )


@worst_angle_on_ellipse.because
def _():
    yield (
        "The product of the coordinates is small against their weighted squares",
        ForAll(
            (ratio, *x),
            given=ratio > 1,
            then=Le(2 * sqrt(ratio) * Abs(x1 * x2), x1**2 + ratio * x2**2),
        ),
    )


@passage.implies
@rests_on("worst-angle-on-ellipse")
@drawn_by(figures.angle_to_minimum)
@fails_with("another condition number", curvatures=(2, 20))
def worst_angle_of_example(degrees="67.38", *, curvatures=(2, 50)):
    r"""In the example of answer 1, with condition number 25, descent sets off at worst
    $67.38^\circ$ beside the minimum."""
    stretch = Rational(curvatures[1], curvatures[0])
    return Rounded(atan((stretch - 1) / (2 * sqrt(stretch))) * 180 / pi, degrees)


@passage.states
@assuming(
    DOWNHILL,
    QUADRATIC,
    TANGENT,
    r"The corner is read as the neighbourhood of an end of the long axis: the points beyond a "
    r"given share $t < 1$ of it. The point at that share is taken; $q$ is its share of the short "
    r"axis, and the long axis is $l$ times the short one: $\kappa = l^2$.",
)
def very_off_around_the_corner(exceeds=Gt):
    """However near one looks to the tip of an ellipse, on a long enough one descent sets off as far
    beside the centre as one likes."""
    tip_ward = (share * length, q)  # on the ellipse with the semi-axes l and 1
    long_enough = length > any_tangent / (share * q) + 1
    given = And(share > 0, q > 0, Eq(share**2 + q**2, 1), any_tangent >= 0, long_enough)
    return ForAll(
        (share, q, any_tangent, length),
        given=given,
        then=exceeds(Abs(tangent_at(tip_ward, length**2)), any_tangent),
    )


@passage.states
@refuted
@strict_reading_of("very-off-around-the-corner")
@assuming("The corner is read as the end of the long axis, where the curve bends most.")
def very_off_at_the_tip(off=Ne):
    """At the very tip of a long ellipse descent sets off far beside the centre."""
    return ForAll(
        (ratio, *x), given=And(ratio > 1, Ne(x1, 0), Eq(x2, 0)), then=off(tangent_at(x), 0)
    )


@very_off_at_the_tip.corrected(off=Eq)
def on_the_axis_it_is_not_off():
    """At the tips, as at the ends of the short axis, the direction of descent is exactly that to
    the centre."""


@passage.implies
@rests_on("worst-angle-on-ellipse")
@assuming(
    DOWNHILL,
    QUADRATIC,
    EIGENVECTORS,
    TANGENT,
    r"The point is $(l \sqrt{t}, \sqrt{1 - t})$, on an ellipse with the semi-axes $l$ and 1, "
    r"$\kappa = l^2$; squares are compared.",
)
def where_the_angle_is_worst(square="0.5"):
    r"""The angle is worst exactly where both coordinates are at $1/\sqrt{2}$ of their semi-axes,
    halfway round between the tips."""
    found = factorized(tangent_at((length * sqrt(share), sqrt(1 - share)), length**2) ** 2)
    worst = ((length**2 - 1) / (2 * length)) ** 2
    given = And(length > 1, 0 <= share, share <= 1)
    return All(
        ForAll((length, share), given=And(given, Ne(share, square)), then=Lt(found, worst)),
        ForAll((length, share), given=And(given, Eq(share, square)), then=Eq(found, worst)),
    )


passage = Passage("answer-2.5")


@passage.states
@assuming(
    DOWNHILL,
    QUADRATIC,
    TANGENT,
    "Irrelevant is read as: at an angle with any tangent that one may name.",
)
def can_be_almost_perpendicular(exceeds=Gt):
    """The perpendiculars can have next to nothing to do with the way to the centre: some ellipse
    has a point at which the angle between the two is as near to a right one as one likes."""
    long = (2 * any_tangent + 2) ** 2
    return ForAll(
        any_tangent,
        given=any_tangent >= 0,
        then=exceeds(Abs(tangent_at((2 * any_tangent + 2, 1), long)), any_tangent),
    )


@can_be_almost_perpendicular.because
def _():
    yield (
        r"At the worst point of an ellipse with $\kappa = (2T + 2)^2$ the tangent is",
        Eq(
            Abs(tangent_at((2 * any_tangent + 2, 1), (2 * any_tangent + 2) ** 2)),
            any_tangent + 1 - 1 / (4 * any_tangent + 4),
        ),
    )
    yield "and so more than $T$", Gt(any_tangent + 1 - 1 / (4 * any_tangent + 4), any_tangent)


@passage.states
@refuted
@strict_reading_of("can-be-almost-perpendicular")
@assuming(
    DOWNHILL,
    QUADRATIC,
    EIGENVECTORS,
    "Irrelevant is read as: without any part in the direction of the centre.",
)
def can_be_perpendicular(not_acute=Le):
    """At some point of some ellipse, the direction of descent is perpendicular to the way to the
    centre, or points away from it."""
    return Exists(
        (a, b, *x),
        given=And(POSITIVE_CURVATURES, Or(Ne(x1, 0), Ne(x2, 0))),
        then=not_acute(inner_product(downhill, to_centre), 0),
    )


@can_be_perpendicular.because
def _():
    yield (
        "Moving downhill by a small step changes the squared distance, to first order, by minus "
        "twice the inner product",
        ForAll(
            (a, b, *x, u),
            then=Eq(
                (x1 + u * downhill[0]) ** 2 + (x2 + u * downhill[1]) ** 2,
                x1**2
                + x2**2
                - 2 * u * inner_product(downhill, to_centre)
                + u**2 * inner_product(downhill, downhill),
            ),
        ),
    )


@can_be_perpendicular.corrected
def the_angle_is_always_acute(acute=Gt):
    """The direction of descent always makes an acute angle with the way to the minimum: a small
    enough step always gets nearer."""
    return ForAll(
        (a, b, *x),
        given=And(POSITIVE_CURVATURES, Or(Ne(x1, 0), Ne(x2, 0))),
        then=acute(inner_product(downhill, to_centre), 0),
    )

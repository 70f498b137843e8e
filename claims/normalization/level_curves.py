"""Claims on the steepest way down, and on level curves: their shape, and where descent sets off
from them."""

from sympy import eye, sqrt

from claims.normalization.mathematics import least_squares as data
from claims.normalization.mathematics.all_dimensions import (
    POSITIVE_DEFINITE,
    hessian,
    largest,
    least,
    there,
)
from claims.normalization.mathematics.all_dimensions import place as here
from claims.normalization.mathematics.directions import DOWNHILL, EIGENVECTORS, a, b, bowl
from claims.normalization.mathematics.plane import POSITIVE_CURVATURES, QUADRATIC, cross_product
from claims.normalization.mathematics.quadratic import (
    at,
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
    ForAll,
    Gt,
    Iff,
    Lt,
    Ne,
    Or,
    Passage,
    assuming,
    dot,
    exactly_if,
    functions,
    gradient,
    norm,
    not_shown,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
    vectors,
)

c, level, g1, g2, factor = reals("c h g_1 g_2 s")
steepness, stretch, radius = reals("G t r")
direction, way_up, place, centre = vectors("u g x m")
function = functions("f", convex=True)


passage = Passage("answer-2.1")


@passage.states
@assuming(
    DOWNHILL,
    "Steepness is the slope per unit of length, where length is Euclidean in the coordinates in "
    "use; the gradient $g$ has the length $G > 0$.",
)
def descent_takes_steepest_way_down(less_steep=Gt):
    """Of all directions, the one in which gradient descent moves, and no other, is the steepest way
    down, in every dimension."""
    elsewhere = steepness * direction + way_up  # 0 for the direction of descent only
    units = And(Eq(dot(direction, direction), 1), Eq(dot(way_up, way_up), steepness**2))
    given = And(units, steepness > 0, dot(elsewhere, elsewhere) > 0)
    return ForAll(
        (direction, way_up, steepness),
        given=given,
        then=less_steep(dot(way_up, direction), -steepness),
    )


@passage.states
@exactly_if(
    Or(Eq(factor**2, 1), Eq(g1, 0), Eq(g2, 0)),
    "exactly if the unit does not change in size, or the gradient lies along an axis",
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
        then=same(cross_product((g1, g2), there), 0),
    )


passage = Passage("answer-2.2")


@passage.states
@assuming(QUADRATIC, EIGENVECTORS)
def level_curves_are_ellipses(semi_axes=(sqrt(2 * level / a), sqrt(2 * level / b))):
    r"""Of a quadratic with the curvatures $a, b > 0$, the level curve of the value $h > 0$ is the
    ellipse with the semi-axes $\sqrt{2h/a}$ and $\sqrt{2h/b}$."""
    on_ellipse = Eq((x1 / semi_axes[0]) ** 2 + (x2 / semi_axes[1]) ** 2, 1)
    return ForAll(
        (a, b, level, *x),
        given=And(POSITIVE_CURVATURES, level > 0),
        then=Iff(Eq(bowl, level), on_ellipse),
    )


@passage.implies
@exactly_if(
    Eq(a, b), "exactly if the curvatures are equal: every difference in scale makes them elongated"
)
@assuming(QUADRATIC, EIGENVECTORS)
def unequal_curvatures_no_circle(same=Eq):
    """The level curves of a quadratic with a minimum are circles around it."""
    same_level = Eq(at(bowl, x), at(bowl, y))
    return ForAll(
        (a, b),
        given=POSITIVE_CURVATURES,
        then=ForAll((*x, *y), given=same_level, then=same(x1**2 + x2**2, y1**2 + y2**2)),
    )


@passage.implies
@exactly_if(
    Eq(c, 0),
    "exactly if the coordinates are not coupled: a term in their product tilts and stretches them",
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
    "The level curves are read as those of a convex function. They are circles around $m$: where "
    "the gradient, from $m$ on, meets the circle through $x$, the function is as large as at $x$."
)
# Of the whole circle this one point is enough: none lies farther along the gradient. If the convex
# function is no larger there than at x, then x lies as far along it, so straight ahead of m.
on_same_circle = centre + stretch * gradient(function, place)
AS_LARGE_ON_SAME_CIRCLE = And(
    stretch > 0,
    Ne(norm(gradient(function, place)), 0),
    Eq(norm(on_same_circle - centre), norm(place - centre)),
    Eq(function(on_same_circle), function(place)),
)
AROUND = (function, place, centre, stretch)


@passage.states
@assuming(DOWNHILL, OUTWARD)
def circles_descent_points_to_centre(aligned=Eq):
    """If the level curves are circles around one centre, or spheres, the direction of descent
    points straight at the centre from everywhere."""
    downhill = -1 * gradient(function, place)
    to_centre = centre - place
    return ForAll(
        AROUND,
        given=AS_LARGE_ON_SAME_CIRCLE,
        then=aligned(dot(downhill, to_centre), norm(downhill) * norm(to_centre)),
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
    slope = gradient(function, place)
    return ForAll(
        AROUND, given=AS_LARGE_ON_SAME_CIRCLE, then=towards(dot(slope, centre - place), 0)
    )


@circles_gradient_points_to_centre.corrected(towards=Lt)
def gradient_points_away_from_centre():
    """The gradient itself points straight away from a minimum; the negative gradient points at
    it."""


@passage.states
@exactly_if(Eq(x2, 0), "exactly on the line through their centres")
@strict_reading_of("circles-descent-points-to-centre")
@assuming(
    "Around the optimum is read as: inside one another, with the optimum inside all. The circle of "
    "radius $r$ lies around $(r/2, 0)$; these are the level curves of a convex function with its "
    "minimum at 0.",
    "What is perpendicular to a circle points at its own centre.",
)
def circles_inside_one_another(aligned=Eq):
    """If the level curves are circles, whatever their centres, descent points at the optimum."""
    own_centre = (radius / 2, 0)
    on_circle = Eq((x1 - own_centre[0]) ** 2 + (x2 - own_centre[1]) ** 2, radius**2)
    to_own_centre = (own_centre[0] - x1, own_centre[1] - x2)
    return ForAll(
        (radius, *x),
        given=And(radius > 0, on_circle),
        then=aligned(cross_product(to_own_centre, (-x1, -x2)), 0),
    )


@passage.states
@assuming(QUADRATIC, EIGENVECTORS)
def centre_is_the_optimum(larger=Gt):
    """The centre of the level curves, be they circles or ellipses, is the optimum: everywhere else
    the function is larger."""
    middle = reals("m_1 m_2")
    moved = (a * (x1 - middle[0]) ** 2 + b * (x2 - middle[1]) ** 2) / 2
    elsewhere = Or(*(Ne(*pair) for pair in zip(x, middle, strict=True)))
    return ForAll(
        (a, b, *x, *middle),
        given=And(POSITIVE_CURVATURES, elsewhere),
        then=larger(moved, at(moved, middle)),
    )


passage = Passage("answer-2.4")


@passage.states
@rests_on("descent-takes-steepest-way-down")
@assuming(
    "The ellipse is a level curve, as in the sentences before; perpendicular to it is read as: to "
    "the line that meets it there and nowhere else, and has it on one side."
)
def gradient_perpendicular_to_boundary(on_one_side=Lt):
    """The lines perpendicular to an ellipse are the steepest directions: the line through a point
    of it, perpendicular to the gradient there, has all its other points on one side."""
    same_level = Eq(dot(there, hessian @ there), dot(here, hessian @ here))
    return ForAll(
        (hessian, here, there, least, largest),
        given=And(POSITIVE_DEFINITE, same_level, Ne(norm(there - here), 0)),
        then=on_one_side(dot(hessian @ here, there - here), 0),
    )

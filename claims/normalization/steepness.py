"""Claims on what unequal steepness does to descent: that it oscillates, and where it heads."""

from sympy import Abs, Rational, atan, pi, tan

from claims.normalization.mathematics.all_dimensions import (
    IN_EVERY_DIMENSION,
    POSITIVE_DEFINITE,
    UNEQUAL,
    coordinate,
    eigenvector,
    gradient_at,
    hessian,
    is_eigenvector,
    largest,
    least,
    next_coordinate,
    other,
    place,
    rate,
    squared,
)
from claims.normalization.mathematics.directions import (
    DOWNHILL,
    FACTOR,
    a,
    b,
    large,
    small,
    z,
)
from claims.normalization.mathematics.plane import cross_product, inner_product
from claims.normalization.mathematics.quadratic import f, gradient, step_of, x, x1, x2
from probatum import (
    All,
    AlmostAll,
    And,
    Eq,
    Equal,
    ForAll,
    Ge,
    Gt,
    Le,
    Lt,
    Ne,
    Or,
    Orbit,
    Passage,
    after,
    assuming,
    dot,
    exactly_if,
    fails_with,
    norm,
    not_shown,
    reals,
    rests_on,
)

t, multiple = reals("t c")
GIVEN = And(0 < small, small < large, rate > 0)


# Of the direction of descent and the way to the minimum at 0, in the example: 0 on one line, and
# positive at an acute angle.
off_line, towards = cross_product(gradient(f), x), inner_product(gradient(f), x)


passage = Passage("answer-1.rescaling.9")


@passage.states
def steeper_in_second(times=25):
    """At the same distance from the minimum the example is 25 times as steep in $x_2$ as in
    $x_1$."""
    along_1, along_2 = (Abs(gradient(f)[index].subs(x[index], z)) for index in (0, 1))
    return ForAll(z, then=Equal(along_2, times * along_1, called=r"|\partial_2 f(0, z)|"))


@passage.states
@exactly_if(
    25 * a * rate > 1,
    "exactly if the larger curvature times the learning rate is more than 1: its ratio to the "
    "smaller does not matter",
)
@rests_on("second-coordinate-alternates", "step-along-an-eigenvector")
@assuming(
    IN_EVERY_DIMENSION,
    "Because is read as: whatever is as much steeper oscillates. The class is that of all "
    "quadratics with the ratio 25, $a$ being the smaller curvature, and a start beside the "
    "minimum.",
)
@not_shown(
    "That equal steepness would end it: at such rates it oscillates too, on one line "
    "(spherical-ends-oscillation)."
)
def steepness_makes_oscillate(across=Lt, *, times=25):
    """Descent oscillates because of the steepness: where one direction is 25 times as steep as
    another, steps cross the minimum there."""
    given = And(is_eigenvector(value=times * a), a > 0, rate > 0, Ne(coordinate, 0))
    return ForAll(
        (hessian, place, eigenvector, least, largest, a, rate),
        given=given,
        then=across(next_coordinate * coordinate, 0),
    )


@passage.implies
@rests_on("step-along-an-eigenvector")
@assuming(FACTOR)
def without_oscillation_flat_is_slow(left=1 - small / large):
    r"""Without oscillation along the steep direction, a step in the flat one
    leaves at least $1 - \lambda_s/\lambda_l$ of the way, in the example 96 %."""
    return ForAll(
        (rate, small, large),
        given=And(GIVEN, rate * large <= 1),
        then=Ge(1 - rate * small, left),
    )


@without_oscillation_flat_is_slow.because
def _():
    yield "Not to cross in the steep direction bounds the rate", Le(rate, 1 / large)


passage = Passage("answer-1.rescaling.10")


@passage.states
@assuming(
    DOWNHILL,
    "Usually is read as: at all points but a set of measure zero.",
)
def gradient_usually_misses(misses=Ne):
    """In the example, the direction of descent misses the minimum from all points but a set of area
    0."""
    return AlmostAll(x, then=misses(off_line, 0))


@passage.implies
@rests_on("gradient-usually-misses")
@assuming(
    DOWNHILL,
    "Usually is read as: from more than half of the directions in which a point may lie, all "
    "alike; the angle is taken for what it leaves of a step: at 30 degrees 87 % of its length lead "
    "towards the minimum, at 60 degrees half.",
    "The example is mirrored at both axes, so that a quarter is enough: $t$ is the tangent of "
    "the direction seen from the minimum.",
)
@not_shown("That 30 degrees are far: what is far, the text does not say.")
@fails_with("within 50 degrees", degrees=50)
def usually_far_off(beyond=Gt, share="0.5", *, degrees=30):
    """In the example, from more than half of the directions around the minimum, descent sets off
    more than 30 degrees away from it."""
    low, high = (
        Rational(1, 30),
        Rational(8, 5),
    )  # between these tangents the example is that far off
    across, ahead = (product.subs({x1: 1, x2: t}) for product in (off_line, towards))
    far_off = beyond(Abs(across), tan(degrees * pi / 180) * ahead)
    return All(
        ForAll(t, given=And(t >= low, t <= high), then=far_off),
        Gt((atan(high) - atan(low)) / (pi / 2), share),
    )


@passage.implies
@exactly_if(Or(Eq(x1, 0), Eq(x2, 0)), "exactly on the two axes")
@assuming(DOWNHILL)
def gradient_points_at_minimum(aligned=Eq):
    """In the example, the direction of descent points at the minimum."""
    return ForAll(
        x,
        given=Or(Ne(x1, 0), Ne(x2, 0)),
        then=And(aligned(off_line, 0), towards > 0),
    )


@passage.implies
@rests_on("iterates-in-closed-form")
@assuming(
    DOWNHILL,
    "The tangent of ten degrees is more than 0.176.",
)
@fails_with("one step earlier", steps=22)
def late_steps_point_at_the_minimum(near=Le, slow=Gt, *, steps=23):
    """The direction is not what makes the example slow: on its path, every step after the 23rd
    heads within ten degrees of the minimum, and still leaves more than 90 % of the distance."""
    learning_rate = Rational(35, 1000)
    there = tuple((1 - learning_rate * slope) ** steps / 2 for slope in (2, 50))
    heads_there = near(Abs(off_line), Rational(176, 1000) * towards)
    left = after(x1) ** 2 + after(x2) ** 2
    flat = And(x1 > 0, Le(Abs(x2), Rational(73, 10000) * x1))
    then = And(heads_there, slow(left, Rational(9, 10) ** 2 * (x1**2 + x2**2)))
    return Orbit(x, there, step_of(f, learning_rate), then=then, invariant=flat)


@late_steps_point_at_the_minimum.because
def _():
    yield "The tangent of ten degrees", Gt(tan(pi / 18), Rational(176, 1000))


@passage.states
@assuming(
    DOWNHILL,
    IN_EVERY_DIMENSION,
    "Because is read as: so it is of every quadratic with a minimum and two different curvatures.",
)
def unequal_steepness_lets_miss(different=Ne):
    """The difference in steepness is the reason: with any two eigenvectors of different curvatures,
    descent from their sum does not point at the minimum."""
    between = eigenvector + other
    two = And(is_eigenvector(eigenvector, a), is_eigenvector(other, b))
    return ForAll(
        (hessian, eigenvector, other, least, largest, a, b),
        given=And(POSITIVE_DEFINITE, two, different(a, b)),
        then=Lt(
            dot(gradient_at(between), between) ** 2,
            squared(gradient_at(between)) * squared(between),
        ),
    )


passage = Passage("answer-1.rescaling.11")


@passage.states
@assuming(
    DOWNHILL,
    IN_EVERY_DIMENSION,
    "Descent points at the minimum, or away from it, where the gradient is a multiple $c$ of the "
    "way there. A point without parts along two eigenvectors $v$ and $w$ of different eigenvalues "
    "is an eigenvector itself (spectral theorem).",
)
@not_shown(
    "That dissimilar means much different: any difference is enough to miss, and how far is "
    "how-far-off-in-every-dimension.",
    "Functions whose Hessian changes from point to point: near a minimum they are as their "
    "quadratic there (Taylor).",
)
def unequal_eigenvalues_miss(zero=Eq):
    """In general: descent misses the minimum exactly from the points with a part along two
    eigenvectors of different eigenvalues."""
    two = And(is_eigenvector(eigenvector, a), is_eigenvector(other, b), Ne(a, b))
    parts = [dot(vector, place) for vector in (eigenvector, other)]
    points_at_it = Eq(norm(gradient_at(place) - multiple * place), 0)
    ahead = dot(gradient_at(eigenvector), eigenvector)
    straight = Eq(ahead**2, squared(gradient_at(eigenvector)) * squared(eigenvector))
    return All(
        ForAll(
            (hessian, place, eigenvector, other, least, largest, a, b, multiple),
            given=And(two, points_at_it),
            then=Or(*(zero(part, 0) for part in parts)),
        ),
        ForAll(
            (hessian, eigenvector, least, largest, a),
            given=And(is_eigenvector(eigenvector, a), a > 0),
            then=And(ahead > 0, straight),
        ),
    )


@unequal_eigenvalues_miss.because
def _():
    yield (
        "Descent sets off along each eigenvector in proportion to its eigenvalue",
        ForAll(
            (hessian, place, eigenvector, least, largest, a),
            given=is_eigenvector(eigenvector, a),
            then=Eq(dot(eigenvector, gradient_at(place)), a * dot(eigenvector, place)),
        ),
    )


@passage.implies
@rests_on("unequal-eigenvalues-miss")
@assuming(DOWNHILL, IN_EVERY_DIMENSION)
def how_far_off_in_every_dimension(acute=Gt, share=4 * least * largest / (least + largest) ** 2):
    r"""The cosine of the angle between descent and the way to the minimum is at least
    $2\sqrt{\mu L}/(\mu + L)$ in every dimension: in the example descent is less than 68 degrees
    off, and never at a right angle."""
    return ForAll(
        (hessian, place, least, largest),
        given=And(UNEQUAL, Ne(norm(place), 0)),
        then=And(
            acute(dot(gradient_at(place), place), 0),
            Ge(
                dot(gradient_at(place), place) ** 2,
                share * squared(gradient_at(place)) * squared(place),
            ),
        ),
    )


@passage.states
@rests_on("best-factor-by-condition-number", "step-along-an-eigenvector")
@assuming(
    IN_EVERY_DIMENSION,
    "The start has a part along the eigenvector of the largest eigenvalue.",
)
def best_rate_oscillates(across=Lt):
    r"""In general: at the constant rate best for the slowest direction, $2/(\mu + L)$, descent
    crosses the minimum along the eigenvector of the largest eigenvalue $L$ at every step, if it is
    not the smallest, $\mu$, too."""
    best = Eq(rate * (least + largest), 2)
    given = And(UNEQUAL, is_eigenvector(value=largest), best, Ne(coordinate, 0))
    return ForAll(
        (hessian, place, eigenvector, least, largest, rate),
        given=given,
        then=across(next_coordinate * coordinate, 0),
    )

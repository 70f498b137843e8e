"""Claims on the link from scales to curvatures, for any number of features and rows."""

from claims.normalization.mathematics.all_dimensions import (
    POSITIVE_DEFINITE,
    eigenvector,
    hessian,
    largest,
    least,
    other,
)
from claims.normalization.mathematics.columns import (
    COLUMNS,
    ROOT_MEAN_SQUARE,
    first,
    move,
    residual,
    second,
    second_difference,
)
from probatum import (
    And,
    Eq,
    ForAll,
    Ge,
    Ne,
    Passage,
    assuming,
    dot,
    exactly_if,
    fails_with,
    norm,
    reals,
    rests_on,
)

times, divisor = reals("s d")


def second_difference_along(feature):
    """The second difference of the squared loss where the weight of a feature is moved by h."""
    return second_difference(move * feature)


TWO_FEATURES = (first, second, residual, move, times)
DIFFER = And(Ne(norm(first), 0), Ne(move, 0), times > 0, Eq(norm(second), times * norm(first)))


passage = Passage("answer-1.rescaling.16")


@passage.implies
@assuming(COLUMNS, ROOT_MEAN_SQUARE)
def spread_squares_into_curvature(power=2):
    """Features whose spreads, the roots of their mean squares, differ by a factor have curvatures
    that differ by its square: a spread 5 times as large makes the squared loss 25 times as curved,
    among any number of features, with a bias and without, centred and not."""
    then = Eq(second_difference_along(second), times**power * second_difference_along(first))
    return ForAll(TWO_FEATURES, given=DIFFER, then=then)


@passage.implies
@exactly_if(Eq(divisor, times), "exactly if it is divided by the same factor")
@rests_on("spread-squares-into-curvature")
@assuming(COLUMNS, ROOT_MEAN_SQUARE)
def dividing_equals_curvatures(same=Eq):
    """Dividing the feature of the larger spread makes the curvatures in both weights equal."""
    given = And(DIFFER, divisor > 0)
    return ForAll(
        (*TWO_FEATURES, divisor),
        given=given,
        then=same(second_difference_along(second / divisor), second_difference_along(first)),
    )


@passage.implies
@rests_on("spread-squares-into-curvature")
@assuming(
    "$A$ is the Hessian of the squared loss, of any number of features; $v$ and $w$ are the "
    "directions of two weights, and $\\mu$, $L$ the bounds of its eigenvalues."
)
@fails_with("to its cube", power=3)
def spread_bounds_the_condition_number(*, power=2):
    """The condition number is at least the square of the factor by which two spreads differ,
    whatever the other features are."""
    second_derivatives = [dot(weight, hessian @ weight) for weight in (eigenvector, other)]
    units = And(Eq(norm(eigenvector), 1), Eq(norm(other), 1))
    differ = And(times > 1, Eq(second_derivatives[0], times**2 * second_derivatives[1]))
    return ForAll(
        (hessian, eigenvector, other, least, largest, times),
        given=And(POSITIVE_DEFINITE, units, differ),
        then=Ge(largest, times**power * least),
    )

"""Claims on speed: how fast descent is along each eigenvector, and what decides it."""

from sympy import Abs, Matrix, Max

from claims.normalization.mathematics.all_dimensions import (
    IN_EVERY_DIMENSION,
    UNEQUAL,
    eigenvalue,
    eigenvector,
    hessian,
    is_eigenvector,
    largest,
    least,
    other,
    place,
    rate,
    squared,
    step,
)
from claims.normalization.mathematics.directions import (
    FACTOR,
    a,
    b,
    bowl,
    large,
    middle,
    small,
)
from claims.normalization.mathematics.quadratic import at, f, step_of, x
from probatum import (
    All,
    And,
    Eq,
    Equal,
    ForAll,
    Gt,
    Le,
    Lt,
    Or,
    Passage,
    assuming,
    exactly_if,
    fails_with,
    norm,
    reals,
    rests_on,
    strict_reading_of,
)

c, other_eigenvalue = reals("c lambda_2")
GIVEN = And(0 < small, small < large, rate > 0)


passage = Passage("answer-1.rescaling.12")


@passage.states
@rests_on("step-along-an-eigenvector")
@assuming(IN_EVERY_DIMENSION)
def slow_along_smallest(more=Gt, left=1 - 2 * least / largest):
    r"""Progress along the eigenvector of the smallest eigenvalue is slow: at any rate below
    $2/L$, as convergence requires, a step leaves more than $1 - 2 \mu/L$ of the way, with the
    smallest and the largest eigenvalue $\mu$ and $L$; in the example 92 %."""
    given = And(UNEQUAL, rate > 0, rate * largest < 2, is_eigenvector(value=least))
    return ForAll(
        (hessian, eigenvector, least, largest, rate),
        given=given,
        then=more(norm(step(eigenvector)), left * norm(eigenvector)),
    )


@passage.implies
@exactly_if(
    rate * (small + large) < 2,
    "exactly at learning rates below 2 over the sum of the smallest and the largest eigenvalue: "
    "above, the largest is the slowest, as it overshoots most",
)
@rests_on("step-along-an-eigenvector")
@assuming(FACTOR)
def slowest_along_smallest(slower=Gt):
    """Along the eigenvector of the smallest eigenvalue progress is slower than along any other."""
    others = ForAll(
        middle,
        given=And(small < middle, middle <= large),
        then=slower((1 - rate * small) ** 2, (1 - rate * middle) ** 2),
    )
    return ForAll((rate, small, large), given=GIVEN, then=others)


@passage.states
@exactly_if(
    rate * (small + large) < 2,
    "exactly at learning rates below 2 over the sum of the two eigenvalues: in the example, below "
    "1/26",
)
@rests_on("step-along-an-eigenvector")
@assuming(FACTOR)
def fastest_along_largest(faster=Lt):
    """Progress is faster along the eigenvector of the largest eigenvalue than along that of the
    smallest."""
    return ForAll(
        (rate, small, large), given=GIVEN, then=faster(Abs(1 - rate * large), Abs(1 - rate * small))
    )


@fastest_along_largest.because
def _():
    yield (
        "Beyond the minimum or short of it",
        Eq(Abs(1 - rate * large), Max(1 - rate * large, rate * large - 1)),
    )
    yield (
        r"both are less than the flat direction's factor, by $\lambda_s < \lambda_l$ and by the "
        r"condition",
        Lt(Max(1 - rate * large, rate * large - 1), 1 - rate * small),
    )
    yield "and no number exceeds its size", Le(1 - rate * small, Abs(1 - rate * small))


@passage.states
@exactly_if(
    rate * large <= 1,
    "exactly at learning rates up to 1 over the largest eigenvalue, without oscillation; above, "
    "eigenvalues nearer to 1 over the rate are faster",
)
@strict_reading_of("fastest-along-largest")
@rests_on("step-along-an-eigenvector")
@assuming(FACTOR, "The Hessian may have any eigenvalues between.")
def fastest_of_all_along_largest(faster=Lt):
    """Progress is faster along the largest eigenvalue than along every smaller one."""
    than_each = ForAll(
        middle,
        given=And(0 < middle, middle < large),
        then=faster((1 - rate * large) ** 2, (1 - rate * middle) ** 2),
    )
    return ForAll((rate, large), given=And(large > 0, rate > 0), then=than_each)


@passage.implies(id="example-oscillates-where-it-is-fastest")
@rests_on("second-coordinate-alternates", "fastest-along-largest")
@fails_with("below 1/50", rate="0.015")
@fails_with("above 1/26", rate="0.039")
def oscillates_where_fastest(faster=Lt, *, rate="0.035"):
    """The statements that the example oscillates along the largest eigenvalue and that progress is
    fastest there are both true of it: at 0.035 a step leaves three quarters of the way in $x_2$,
    on the other side, and 93 % in $x_1$."""
    units = ((1, 0), (0, 1))
    left_1, left_2 = (at(moved, unit) for moved, unit in zip(step_of(f, rate), units, strict=True))
    return All(Lt(left_2, 0), faster(Abs(left_2), Abs(left_1)))


passage = Passage("answer-1.rescaling.13")


@passage.states
@rests_on("step-along-an-eigenvector")
@assuming(IN_EVERY_DIMENSION, "How quickly is read as: at worst over all starts.")
def spectrum_and_rate_bound_progress(
    factor=Max(Abs(1 - rate * least), Abs(1 - rate * largest)),
):
    r"""A step leaves at most the factor $\max(|1 - \alpha\mu|, |1 - \alpha L|)$ of the distance to
    the minimum. Along an eigenvector of $\mu$ or of $L$, the smallest and the largest eigenvalue,
    it leaves exactly $|1 - \alpha\mu|$ or $|1 - \alpha L|$, one of which is that factor:
    eigenvalues and learning rate determine how quickly descent progresses at worst."""
    given = And(UNEQUAL, rate > 0)
    left_along = {end: Abs(1 - rate * end) for end in (least, largest)}
    return All(
        ForAll(
            (hessian, place, least, largest, rate),
            given=given,
            then=Le(squared(step(place)), factor**2 * squared(place)),
        ),
        *(
            ForAll(
                (hessian, eigenvector, least, largest, rate),
                given=And(given, is_eigenvector(value=end)),
                then=Eq(norm(step(eigenvector)), left * norm(eigenvector)),
            )
            for end, left in left_along.items()
        ),
        ForAll(
            (least, largest, rate),
            given=given,
            then=Or(*(Eq(factor, left) for left in left_along.values())),
        ),
    )


@spectrum_and_rate_bound_progress.because
def _():
    yield (
        "The same function in other units, at the rate that fits them, takes the same step: "
        "only the products count",
        ForAll(
            (a, b, rate, c, *x),
            given=c > 0,
            then=Equal(Matrix(step_of(c * bowl, rate / c)), Matrix(step_of(bowl, rate))),
        ),
    )


@passage.states
@exactly_if(
    Eq((1 - rate * eigenvalue) ** 2, (1 - rate * other_eigenvalue) ** 2),
    "exactly at the rate of 2 over the sum of two eigenvalues, if they differ; at others the start "
    "counts as well",
)
@strict_reading_of("spectrum-and-rate-bound-progress")
@assuming(
    IN_EVERY_DIMENSION,
    "How much nearer is read as: to which share of its square a step shrinks the distance to the "
    r"minimum. The starts that are compared are eigenvectors $v$ and $w$ with eigenvalues "
    r"$\lambda$ and $\lambda_2$; one pair that shrinks differently is enough.",
)
def speed_whatever_the_start(same=Eq):
    """The eigenvalues and the learning rate alone determine how much nearer a step gets, whatever
    the start."""
    two = And(is_eigenvector(), is_eigenvector(other, other_eigenvalue))
    shrunk = [squared(step(start)) for start in (eigenvector, other)]
    return ForAll(
        (hessian, eigenvector, other, least, largest, eigenvalue, other_eigenvalue, rate),
        given=two,
        then=same(shrunk[0] * squared(other), shrunk[1] * squared(eigenvector)),
    )

"""Claims on the question's premise: whether normalization makes gradient descent converge
faster."""

from sympy import Abs, Matrix, Max, Min, Rational, diag, eye, sqrt

from claims.normalization.mathematics import least_squares as data
from claims.normalization.mathematics.all_dimensions import (
    IN_EVERY_DIMENSION,
    best_factor,
    place,
)
from claims.normalization.mathematics.directions import (
    large,
    rate,
    small,
)
from claims.normalization.mathematics.least_squares import (
    correlation,
    deviation_1,
    deviation_2,
    loss_hessian,
    standardizing,
)
from probatum import (
    All,
    And,
    Eq,
    ForAll,
    Ge,
    Gt,
    Le,
    Lt,
    Ne,
    Or,
    Passage,
    assuming,
    decided_for,
    exactly_if,
    fails_with,
    integers,
    matrices,
    minimum_strength,
    norm,
    not_shown,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

spectrum = matrices("A", eigenvalues_in=(small, large))
ratio, other_ratio, t = reals("kappa kappa_2 t")
k = integers("k")
AT_BEST = (
    "Faster is read as: with the smaller factor by which, at worst over the starts, a step "
    "multiplies the distance to the minimum, each at its own best constant rate."
)
LEAST_SQUARES = (
    "The loss is half the mean squared residual of a linear model, as quadratic as the example; "
    "the features are centred."
)


def best_factor_of(matrix):
    """The best factor of the two eigenvalues of a Hessian, by its trace and determinant."""
    return sqrt(matrix.trace() ** 2 - 4 * matrix.det()) / matrix.trace()


raw_factor, standardized_factor = (
    best_factor_of(loss_hessian(eye(2))),
    best_factor_of(loss_hessian(standardizing())),
)
contrast = (deviation_1**2 - deviation_2**2) / (deviation_1**2 + deviation_2**2)


passage = Passage("question.1")


@passage.implies
@rests_on("spectrum-and-rate-bound-progress")
@assuming(AT_BEST, IN_EVERY_DIMENSION)
def best_factor_by_condition_number(factor=(large / small - 1) / (large / small + 1)):
    r"""At its best constant rate, $2/(\lambda_s + \lambda_l)$, a step of descent leaves at worst
    $\frac{\kappa - 1}{\kappa + 1}$ of the distance to the minimum, where
    $\kappa = \lambda_l/\lambda_s$ is the condition number; at no rate does it leave less."""
    given = And(0 < small, small < large)
    best = place - 2 / (small + large) * (spectrum @ place)
    return All(
        ForAll(
            (spectrum, place, small, large), given=given, then=Le(norm(best), factor * norm(place))
        ),
        ForAll(
            (rate, small, large),
            given=given,
            then=Or(*(Le(factor, Abs(1 - rate * eigenvalue)) for eigenvalue in (small, large))),
        ),
    )


@best_factor_by_condition_number.because
def _():
    yield (
        r"At any rate, what is left along the two, weighted by $\lambda_l$ and $\lambda_s$, "
        r"comes to at least $\lambda_l - \lambda_s$",
        ForAll(
            (rate, small, large),
            given=And(0 < small, small < large),
            then=Le(large - small, large * Abs(1 - rate * small) + small * Abs(1 - rate * large)),
        ),
    )


@passage.implies
@rests_on("best-factor-by-condition-number")
@assuming(AT_BEST)
def smaller_condition_number_is_faster(faster=Lt):
    r"""The smaller the condition number, the faster descent is at its best rate: the factor
    falls with $\kappa$, to 0 at $\kappa = 1$."""
    given = And(ratio >= 1, ratio < other_ratio)
    then = faster(best_factor(1, ratio), best_factor(1, other_ratio))
    return ForAll((ratio, other_ratio), given=given, then=then)


@passage.implies
@rests_on("best-factor-by-condition-number")
@fails_with("at a smaller rate", rate="0.03")
def steps_of_the_example(steps=(64, 58), *, rate="0.035"):
    """To get a hundred times nearer to the minimum from every start, the example takes 64 steps at
    rate 0.035 and 58 at its best rate."""
    factors = (1 - 2 * rate, Rational(24, 26))  # of the slowest direction; (25 - 1)/(25 + 1)
    hundredth = Rational(1, 100)
    too_few = (
        ForAll(k, given=And(k >= 0, k < number), then=Gt(factor**k, hundredth))
        for factor, number in zip(factors, steps, strict=True)
    )
    enough = (
        ForAll(k, given=Eq(k, number), then=Le(factor**k, hundredth))
        for factor, number in zip(factors, steps, strict=True)
    )
    return All(*too_few, *enough)


@passage.implies
@exactly_if(
    Ne(deviation_1, deviation_2),
    "exactly if the deviations differ: features that have the same gain nothing",
)
@minimum_strength("sampled")
@decided_for(
    "two features; of three and more it may be otherwise (standardizing-never-slower), so that no "
    "condition on the deviations alone decides it"
)
@rests_on("best-factor-by-condition-number")
@assuming(AT_BEST, LEAST_SQUARES, "Normalization is read as standardizing.")
@not_shown(
    "Networks and other losses, whose Hessian changes from point to point; these are left to "
    "experiments."
)
def standardizing_is_faster(faster=Lt):
    """Dividing each feature by its standard deviation makes gradient descent on a least-squares
    loss converge faster."""
    return ForAll(data.MOMENTS, given=data.POSSIBLE, then=faster(standardized_factor, raw_factor))


@standardizing_is_faster.because
def _():
    yield (
        "Of standardized features the factor is the size of their correlation; the raw one "
        "exceeds it under the root",
        Lt(Abs(correlation), sqrt(correlation**2 + (1 - correlation**2) * contrast**2)),
    )
    yield (
        "and that root is the raw factor",
        Eq(sqrt(correlation**2 + (1 - correlation**2) * contrast**2), raw_factor),
    )


# Three features with the deviations 1, 1 and t: along (1, -1, 0) the eigenvalue is 1/2, the other
# two are those of a 2x2 matrix.
three = Matrix([[1, "1/2", "4/5"], ["1/2", 1, "4/5"], ["4/5", "4/5", 1]])
three = diag(1, 1, t) * three * diag(1, 1, t)
trace = Rational(3, 2) + t**2
root_of_discriminant = sqrt((Rational(3, 2) - t**2) ** 2 + 4 * Rational(32, 25) * t**2)
upper, lower = (trace + root_of_discriminant) / 2, (trace - root_of_discriminant) / 2
raw_number = Max(upper, Rational(1, 2)) / Min(lower, Rational(1, 2))
standardized_number = raw_number.subs(t, 1)


@passage.states
@refuted
@strict_reading_of("standardizing-halves-the-steps")
@assuming(
    AT_BEST,
    LEAST_SQUARES,
    "The counterexample is sought among three features with the correlations 1/2, 4/5 and 4/5 "
    "and the deviations 1, 1 and $t$; compared are the condition numbers.",
)
def standardizing_never_slower(at_least=Ge):
    """Standardizing never makes descent slower, for any number of features."""
    return ForAll(t, given=t > 0, then=at_least(raw_number, standardized_number))


@standardizing_never_slower.because
def _():
    yield (
        "The eigenvalues of the three features' Hessian",
        ForAll(
            (t, small),
            then=Eq(
                (three - small * eye(3)).det(),
                (Rational(1, 2) - small) * (upper - small) * (lower - small),
            ),
        ),
    )


@standardizing_never_slower.corrected
def two_features_never_slower(at_most=Le):
    r"""With two features it never does. With three it may: correlated features whose deviations
    happen to offset their correlations, here 1, 1 and any $t$ between 1 and 3/2, are better
    left alone."""
    of_two = ForAll(
        data.MOMENTS, given=data.POSSIBLE, then=at_most(standardized_factor, raw_factor)
    )
    between = And(1 < t, t < Rational(3, 2))
    return All(of_two, ForAll(t, given=between, then=Lt(raw_number, standardized_number)))


@passage.not_checkable(
    "The article is not named, so nobody can look it up; what it is said to state is decided by "
    "the other claims here."
)
def an_article_says_so():
    """An article states that normalization helps."""


passage = Passage("question.2")


@passage.not_checkable(
    "A statement about the asker. The reasons are what the answers give, and the claims on "
    "these decide them."
)
def the_reason_is_not_seen():
    """The asker does not see the reason."""


passage = Passage("question.3")


@passage.not_checkable("A question states nothing that could be true or false.")
def asks_for_an_explanation():
    """Is there an explanation?"""

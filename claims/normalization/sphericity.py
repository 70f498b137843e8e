"""Claims on what rescaling does to the Hessian: when it becomes spherical."""

from sympy import Derivative, exp, eye, log, sqrt

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.all_dimensions import (
    eigenvector,
    hessian,
    is_eigenvector,
    largest,
    least,
    other,
)
from claims.normalization.mathematics.columns import (
    COLUMNS,
    ROOT_MEAN_SQUARE,
    first,
    mixed_difference,
    residual,
    second,
)
from claims.normalization.mathematics.directions import a, b
from claims.normalization.mathematics.quadratic import at, f, y, y1, y2
from claims.normalization.mathematics.quadratic import hessian as second_derivatives
from probatum import (
    All,
    And,
    Eq,
    Equal,
    Exists,
    ForAll,
    Ne,
    Or,
    Passage,
    assuming,
    cosine,
    dot,
    drawn_by,
    exactly_if,
    fails_with,
    norm,
    reals,
    refuted,
    strict_reading_of,
)

factor, deviation, other_deviation = reals("s sigma sigma_2")
weight, bias, input_scale = reals("w v s")
layers = p, q = reals("p q")
network = second_derivatives((p * q * input_scale - 1) ** 2 / 2, layers)
AT_A_MINIMUM = And(input_scale > 0, Eq(p * q * input_scale, 1))
SQUARED_LOSS = (
    "A linear model with half the mean squared residual as its loss, as in the example a "
    "quadratic; other losses have other Hessians."
)
CENTRED = "The features are centred, so that a bias does not couple with the weights."
LEAST_SQUARES = (SQUARED_LOSS, CENTRED, COLUMNS, ROOT_MEAN_SQUARE)
ENTRIES = (
    "The entries of a Hessian are its mixed second derivatives, here differences; $u$ and $v$ are "
    "any two features."
)
PAIR = (first, second, residual, deviation, other_deviation)
SCATTERED = And(deviation > 0, Eq(norm(first), deviation))
BOTH_SCATTERED = And(SCATTERED, other_deviation > 0, Eq(norm(second), other_deviation))
standardized = (first / deviation, second / other_deviation)
entry_off_diagonal = mixed_difference(*standardized) / 2
entries_on_diagonal = [mixed_difference(feature, feature) / 2 for feature in standardized]


passage = Passage("answer-1.rescaling.16")


@passage.implies
@drawn_by(figures.rescaled_path)
@fails_with("not rescaled", factor=1)
@fails_with("by 25", factor=25)
def rescaling_makes_example_spherical(curvature=2, *, factor=5):
    """Measured in $y_2 = 5 x_2$ instead of $x_2$, the example has the Hessian $2 I$: the same
    curvature in every direction."""
    return Equal(
        second_derivatives(at(f, (y1, y2 / factor)), y),
        curvature * eye(2),
        called=r"\nabla^2 f(y_1, y_2/5)",
    )


@rescaling_makes_example_spherical.because
def _():
    yield (
        "In the new coordinates the level curves are circles",
        ForAll(y, then=Eq(at(f, (y1, y2 / 5)), y1**2 + y2**2)),
    )


@passage.implies(id="which-factor-makes-example-spherical")
@exactly_if(Eq(factor**2, 25), "exactly if $s = 5$ or $s = -5$")
def which_factor(same=Eq):
    """Multiplying the second coordinate by a factor $s$ makes the Hessian of the example
    spherical."""
    along_first, along_second = second_derivatives(at(f, (y1, y2 / factor)), y).diagonal()
    return ForAll(factor, given=Ne(factor, 0), then=same(along_second, along_first))


@passage.states
@exactly_if(Eq(dot(first, second), 0), "exactly if no two features are correlated")
@assuming(*LEAST_SQUARES, ENTRIES, "Spherical is a Hessian that is a multiple of the identity.")
def standardizing_makes_hessian_spherical(same=Eq):
    """Dividing each feature by its standard deviation makes the Hessian of a least-squares loss
    spherical."""
    multiple_of_identity = And(same(entry_off_diagonal, 0), same(*entries_on_diagonal))
    return ForAll(PAIR, given=BOTH_SCATTERED, then=multiple_of_identity)


@standardizing_makes_hessian_spherical.because
def _():
    yield (
        "Beside the diagonal is what the two features share",
        Eq(entry_off_diagonal, dot(*standardized)),
    )
    yield "and on it, of each, its variance, which is 1 by now", Eq(entries_on_diagonal[0], 1)


@passage.states
@exactly_if(Or(Eq(weight, 0), Eq(bias, 0)), "exactly if one of the two is 0")
@strict_reading_of("standardizing-makes-hessian-spherical")
@assuming(
    "One feature that is 1 in half of the rows and $-1$ in the others is enough against it: of "
    "mean 0 and variance 1, and with a bias. The labels add terms without curvature.",
)
def logistic_hessian_of_standardized(zero=Eq):
    """The same holds for the logistic loss: at any weight and bias, standardizing leaves no second
    derivative beside the diagonal of its Hessian."""
    mean_loss = (log(1 + exp(bias + weight)) + log(1 + exp(bias - weight))) / 2
    coupling = Derivative(mean_loss, weight, bias)
    return ForAll((weight, bias), then=zero(coupling, 0))


@passage.states
@refuted
@strict_reading_of("standardizing-makes-hessian-spherical")
@assuming(
    "The smallest network is taken, of two layers with one weight each, $p$ and $q$, and no "
    r"activation; with an input of scale $s$ and the target 1 its loss is $(pqs - 1)^2/2$.",
)
def network_hessian_spherical(same=Eq):
    """The same holds for networks: at some scale of the input the Hessian at some minimum is
    spherical."""
    found = And(same(network[0, 1], 0), same(network[0, 0], network[1, 1]))
    return Exists((input_scale, *layers), given=AT_A_MINIMUM, then=found)


@network_hessian_spherical.corrected
def one_direction_is_flat(flat=Eq):
    """At no scale it is: at every minimum one direction is flat, as one weight can make up for the
    other, and the other is not."""
    curved = network[0, 0] + network[1, 1] > 0
    then = And(flat(network.det(), 0), curved)
    return ForAll((input_scale, *layers), given=AT_A_MINIMUM, then=then)


@passage.implies
@assuming(*LEAST_SQUARES, ENTRIES, "The cosine of two centred features is their correlation.")
def standardized_hessian_is_correlation(off_diagonal=cosine(first, second), diagonal=1):
    """Of standardized features, the Hessian of a least-squares loss is the correlation matrix: 1 on
    the diagonal, correlations beside it."""
    on_diagonal = Eq(entries_on_diagonal[0], diagonal)
    return All(
        ForAll(PAIR, given=BOTH_SCATTERED, then=Eq(entry_off_diagonal, off_diagonal)),
        ForAll((first, residual, deviation), given=SCATTERED, then=on_diagonal),
    )


@passage.implies
@assuming(*LEAST_SQUARES, "What is not 0 beside the diagonal of a Hessian makes it non-spherical.")
def no_scaling_removes_correlation(nonzero=Ne):
    """However correlated features are scaled, one by one, the Hessian of a least-squares loss stays
    non-spherical."""
    given = And(deviation > 0, other_deviation > 0, Ne(dot(first, second), 0))
    return ForAll(PAIR, given=given, then=nonzero(entry_off_diagonal, 0))


@passage.implies
@assuming(
    SQUARED_LOSS,
    CENTRED,
    "$A$ is the covariance of the features, of any number; $v$ and $w$ are orthonormal "
    "eigenvectors of it with eigenvalues $a, b > 0$, as no feature is redundant (spectral "
    r"theorem). The whitened features are $v \cdot x / \sqrt{a}$ and the like, and their averages "
    "of products are the entries of the Hessian.",
    "Other ways to whiten differ from this one by a rotation, which leaves the identity as it is.",
)
def whitening_makes_hessian_spherical(diagonal=1, off_diagonal=0):
    """Whitening (decorrelating the features and scaling each to variance 1) makes the Hessian of a
    least-squares loss the identity, for any number of features."""
    one, another = eigenvector / sqrt(a), other / sqrt(b)
    unit = And(is_eigenvector(eigenvector, a), a > 0, Eq(norm(eigenvector), 1))
    apart = And(is_eigenvector(other, b), b > 0, Eq(dot(eigenvector, other), 0))
    return All(
        ForAll(
            (hessian, eigenvector, least, largest, a),
            given=unit,
            then=Eq(dot(one, hessian @ one), diagonal),
        ),
        ForAll(
            (hessian, eigenvector, other, least, largest, a, b),
            given=And(unit, apart),
            then=Eq(dot(one, hessian @ another), off_diagonal),
        ),
    )


@whitening_makes_hessian_spherical.because
def _():
    yield (
        "An entry of the Hessian is the product of two features, summed over the rows",
        ForAll(
            (first, second, residual),
            then=Eq(mixed_difference(first, second), 2 * dot(first, second)),
        ),
    )

"""Claims on whitened inputs, as the quotation under further reading defines them, and what cannot
be decided there."""

from sympy import Abs, Rational

from claims.normalization.mathematics.all_dimensions import (
    POSITIVE_DEFINITE,
    best_factor,
    eigenvector,
    is_eigenvector,
    largest,
    least,
    other,
)
from claims.normalization.mathematics.all_dimensions import hessian as covariance
from probatum import (
    And,
    Eq,
    Exists,
    ForAll,
    Ge,
    Gt,
    Lt,
    Ne,
    Or,
    Passage,
    assuming,
    dot,
    exactly_if,
    fails_with,
    inverse,
    matrices,
    norm,
    not_shown,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
    vectors,
)

variance, other_variance, factor, correlation = reals("a b s rho")
means, with_target = vectors("m c")
root = matrices("A", eigenvalues_in=(least, largest))  # of a covariance
LEAST_SQUARES = (
    "The loss is half the mean squared residual of a linear model, and the features are centred: "
    "no network is decided here."
)
AT_BEST = (
    "Faster is read as: by the factor of a step at worst, each at its own best constant rate, as "
    "in best-factor-by-condition-number."
)
OF_ANY_NUMBER = (
    r"$A$ is the covariance of the features, of any number, which is the Hessian; $\mu$ and $L$ "
    "are its smallest and its largest eigenvalue, $v$ and $w$ the directions of two weights."
)
AXES = And(Eq(norm(eigenvector), 1), Eq(norm(other), 1), Eq(dot(eigenvector, other), 0))
TWO_WEIGHTS = (covariance, eigenvector, other, least, largest)
in_weight, in_other = (dot(axis, covariance @ axis) for axis in (eigenvector, other))
shared = dot(eigenvector, covariance @ other)
UNIT_VARIANCES = And(AXES, Eq(in_weight, 1), Eq(in_other, 1))


factor_before = best_factor(least, largest)
whitened_factor = best_factor(Rational(1), Rational(1))  # whitening-makes-hessian-spherical


passage = Passage("answer-1.reading.2")


@passage.states
@exactly_if(variance > 0, "exactly if the data vary along it: no feature is determined by others")
@assuming(
    "The eigenvectors of the covariance are directions in each of which the data have a variance, "
    "the eigenvalue; scaled along each, they are whitened. Any other whitening differs by a "
    "rotation or mirroring."
)
@fails_with("not scaled", scaled=0)
def whitening_is_possible(*, scaled=1):
    """Standardized features can be transformed linearly so that they have unit variances and are
    decorrelated."""
    unit = Eq((factor if scaled else 1) ** 2 * variance, 1)
    return ForAll(variance, given=variance >= 0, then=Exists(factor, then=unit))


@whitening_is_possible.because
def _():
    one, another = is_eigenvector(eigenvector, variance), is_eigenvector(other, other_variance)
    scaled = factor * eigenvector
    yield (
        "Along an eigenvector of length 1 a factor multiplies the variance by its square",
        ForAll(
            (covariance, eigenvector, least, largest, variance, factor),
            given=And(one, Eq(norm(eigenvector), 1)),
            then=Eq(dot(scaled, covariance @ scaled), factor**2 * variance),
        ),
    )
    yield (
        "and along two that are at a right angle the data are uncorrelated",
        ForAll(
            (*TWO_WEIGHTS, variance, other_variance),
            given=And(one, another, Eq(dot(eigenvector, other), 0)),
            then=Eq(shared, 0),
        ),
    )


@passage.states
@exactly_if(
    Eq(norm(means), 0),
    "exactly if their means are zero already: otherwise it takes a shift too",
)
@strict_reading_of("whitening-is-possible")
@assuming(
    "Linear is read as: a matrix $T$, without a shift. To lose nothing is to be invertible: "
    r"$T^\top T = A$ has positive eigenvalues only, and $m^\top A m$ is the squared length of the "
    "means after it."
)
def linear_map_gives_zero_mean(same=Eq):
    """A linear transformation, which loses nothing, gives the features zero means."""
    return ForAll(
        (covariance, means, least, largest),
        given=POSITIVE_DEFINITE,
        then=same(dot(means, covariance @ means), 0),
    )


@passage.implies
@exactly_if(
    least < largest,
    "exactly if the raw curvatures are not all the same: the spreads differ or features are "
    "correlated",
)
@rests_on("best-factor-by-condition-number", "whitening-makes-hessian-spherical")
@assuming(LEAST_SQUARES, AT_BEST, OF_ANY_NUMBER)
def whitening_is_faster(faster=Lt):
    """On whitened inputs gradient descent converges faster than on raw ones: at best in one
    step."""
    return ForAll(
        (least, largest), given=POSITIVE_DEFINITE, then=faster(whitened_factor, factor_before)
    )


@whitening_is_faster.because
def _():
    yield (
        "Two features of different variance make the curvatures differ, and so do two that are "
        "correlated",
        ForAll(
            TWO_WEIGHTS,
            given=And(POSITIVE_DEFINITE, AXES, Or(Ne(in_weight, in_other), Ne(shared, 0))),
            then=Lt(least, largest),
        ),
    )


@passage.not_checkable(
    "A statement about the history of research; whether the papers say it is for a reader of "
    "them to see."
)
def long_known():
    """It has long been known, from two papers of 1998 and 2011."""


passage = Passage("answer-1.reading.3")


@passage.implies
@exactly_if(
    least < largest,
    "exactly if the curvatures of standardized features differ: some are correlated",
)
@rests_on("standardized-hessian-is-correlation", "whitening-makes-hessian-spherical")
@assuming(
    LEAST_SQUARES,
    AT_BEST,
    OF_ANY_NUMBER,
    "Better results are read as: nearer to the best weights after as many steps.",
)
@not_shown("That a network classifies better: this is left to experiments.")
def decorrelating_is_faster(faster=Lt):
    """Decorrelating on top of standardizing makes descent faster."""
    return ForAll(
        TWO_WEIGHTS,
        given=And(POSITIVE_DEFINITE, UNIT_VARIANCES),
        then=faster(whitened_factor, factor_before),
    )


@decorrelating_is_faster.because
def _():
    yield (
        "Of standardized features the factor is at least the size of every correlation",
        ForAll(
            (*TWO_WEIGHTS, correlation),
            given=And(POSITIVE_DEFINITE, UNIT_VARIANCES, Eq(shared, correlation)),
            then=Ge(factor_before, Abs(correlation)),
        ),
    )


@passage.states
@refuted
@strict_reading_of("decorrelating-is-faster")
@assuming(
    LEAST_SQUARES,
    "Better results are read as: a smaller loss once descent has converged.",
    r"$A$ is the square root of the covariance $S = A^2$ of any number of features: whitening is "
    r"$A^{-1}$. The least loss is what the mean squared target leaves less half of "
    r"$c^\top S^{-1} c$, where $c$ are the averages of feature times target; of whitened features "
    r"these are $A^{-1} c$, and $S$ is the identity.",
)
def decorrelating_reaches_less_loss(more=Gt):
    """Decorrelating the inputs gives better results in the end: a smaller least loss."""
    removed_raw = dot(with_target, inverse(root, inverse(root, with_target)))
    removed_whitened = norm(inverse(root, with_target)) ** 2
    return ForAll(
        (root, with_target, least, largest),
        given=POSITIVE_DEFINITE,
        then=more(removed_whitened, removed_raw),
    )


@decorrelating_reaches_less_loss.corrected(more=Eq)
def decorrelating_reaches_the_same_loss():
    """The least loss is the same: weights for the one kind of inputs are turned into weights for
    the other."""


@passage.implies(id="spherical-and-decorrelating-still-helps")
@refuted
@rests_on("standardizing-makes-hessian-spherical", "decorrelating-is-faster")
@assuming(
    LEAST_SQUARES,
    AT_BEST,
    OF_ANY_NUMBER,
    "Rescaling is read as: dividing each feature by its standard deviation. The Hessian is "
    r"spherical if $\mu = L$.",
)
def spherical_and_decorrelating_helps(gains=Lt):
    """Two statements of the answer are true together: rescaling makes the Hessian spherical, and
    decorrelating on top makes descent faster."""
    both = And(Eq(least, largest), gains(whitened_factor, factor_before))
    return Exists((least, largest), given=POSITIVE_DEFINITE, then=both)


@spherical_and_decorrelating_helps.corrected
def gains_exactly_if_not_spherical(gains=Lt):
    """Of any features just one of them is true: the first if they are uncorrelated, the second if
    some are correlated."""
    nothing_left = And(Eq(least, largest), Ge(whitened_factor, factor_before))
    something_gained = And(Ne(least, largest), gains(whitened_factor, factor_before))
    return ForAll(
        (least, largest), given=POSITIVE_DEFINITE, then=Or(nothing_left, something_gained)
    )


# What the section cites

CITED = "A reference states where something stands; no claim of this text depends on it. "

passage = Passage("answer-1.reading.0")


@passage.not_checkable("A heading states nothing else.")
def heading_of_reading():
    """Further reading follows."""


passage = Passage("answer-1.reading.1")


@passage.not_checkable(
    CITED + "Compared with public copies of the paper: title, authors and the quoted words agree."
)
def quotation_of_batch_normalization():
    """The paper on batch normalization says the following."""


passage = Passage("answer-1.reading.4")


@passage.not_checkable(
    "Advice to the reader: how much the references give depends on who reads them."
)
def citations_give_context():
    """Following the references gives more description and context."""


passage = Passage("answer-1.reading.5")


@passage.not_checkable(
    CITED + "Compared with public copies of the paper on batch normalization: it stands there in "
    "the same words, and without pages as well."
)
def reference_of_1998():
    """LeCun and others wrote on efficient training."""


passage = Passage("answer-1.reading.6")


@passage.not_checkable(
    CITED + "Compared with public copies of bibliographies: title, editors, volume, pages 657 to "
    "665, place and date agree. The paper is about log-linear models, which are no networks."
)
def reference_of_2011():
    """Wiesler and Ney wrote on the convergence of training."""


passage = Passage("answer-1.reading.7")


@passage.not_checkable(
    CITED + "Compared with public bibliographies: the authors agree, and the title is Neural "
    "Network Design, with one s less. What is said of the example itself is decided."
)
def example_is_borrowed():
    """The example and its figure are borrowed from a textbook."""

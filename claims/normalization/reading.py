"""Claims on whitened inputs, as the quotation under further reading defines them, and what cannot
be decided there."""

from sympy import Matrix, eye

from claims.normalization.mathematics import least_squares as data
from claims.normalization.question import best_factor, raw_factor, standardized_factor
from probatum import (
    All,
    And,
    Eq,
    Exists,
    ForAll,
    Ge,
    Le,
    Lt,
    Ne,
    Or,
    Passage,
    Scope,
    assuming,
    decided_for,
    exactly_if,
    fails_with,
    not_shown,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

m1, m2, t11, t12, t21, t22 = reals("m_1 m_2 t_11 t_12 t_21 t_22")
variance, factor, total, entry, average, signal = reals("d t s t_ij m_j x_j")
entries = reals("t_1j t_2j")
small, pair_small, pair_large, large = reals("lambda_s lambda_s' lambda_l' lambda_l")
rho = data.correlation
LEAST_SQUARES = (
    "The loss is half the mean squared residual of a linear model, and the features are centred: "
    "no network is decided here."
)
AT_BEST = (
    "Faster is read as: by the factor of a step at worst, each at its own best constant rate, as "
    "in best-factor-by-condition-number."
)
RAYLEIGH = (
    "The smallest and the largest eigenvalue are the extreme curvatures over all directions, "
    "so that those of a pair of features lie between them; where every pair is spherical, all "
    "features are."
)

whitened_factor = best_factor(eye(2))  # 0: whitening-makes-hessian-spherical


def all_are_slower_than_a_pair():
    """The factor of all features is at least that of any pair among them, whose eigenvalues lie
    between the extremes.

    That of a pair is the one that is compared: trace and determinant are the sum and the product of
    the eigenvalues.
    """
    given = And(0 < small, small <= pair_small, pair_small <= pair_large, pair_large <= large)
    factors = ((two - one) / (two + one) for one, two in ((pair_small, pair_large), (small, large)))
    slower = ForAll((small, pair_small, pair_large, large), given=given, then=Le(*factors))
    standardized = data.covariance(data.standardizing())
    return All(
        slower,
        of_the_pair(data.covariance(), raw_factor),
        of_the_pair(standardized, standardized_factor),
    )


def of_the_pair(moments, compared):
    """The factor of two features by the eigenvalues of their Hessian."""
    eigenvalues = And(
        Eq(pair_small + pair_large, moments.trace()),
        Eq(pair_small * pair_large, moments.det()),
        pair_small <= pair_large,
    )
    factor = (pair_large - pair_small) / (pair_large + pair_small)
    given = And(data.POSSIBLE, eigenvalues)
    return ForAll((*data.MOMENTS, pair_small, pair_large), given=given, then=Eq(compared, factor))


PAIR = Scope("each pair of features", all_are_slower_than_a_pair)


passage = Passage("answer-1.reading.2")


def along(share, eigenvalue):
    """What a direction's share along one of a pair's two eigenvectors adds to its variance."""
    return share**2 * eigenvalue / 2


def along_each_eigenvector():
    """Of more features the eigenvectors are uncorrelated: each can be scaled to variance 1 exactly
    if the data vary along it.

    Of a pair the variance in any direction is made up of those along its two eigenvectors.
    """
    both = along(t21 + t22, 1 + rho) + along(t21 - t22, 1 - rho)
    return All(
        ForAll(variance, given=variance > 0, then=Exists(factor, then=Eq(factor**2 * variance, 1))),
        ForAll((variance, factor), given=Eq(variance, 0), then=Ne(factor**2 * variance, 1)),
        ForAll((rho, t21, t22), then=Eq(t21**2 + 2 * t21 * t22 * rho + t22**2, both)),
    )


@passage.states
@exactly_if(And(rho > -1, rho < 1), "exactly if no feature is determined by others")
@decided_for(Scope("a pair of features", along_each_eigenvector))
@assuming(
    "Transforms that leave the first feature as it is are enough: any other differs by a "
    "rotation or mirroring."
)
@fails_with("by scaling alone", mixing=0)
def whitening_is_possible(*, mixing=1):
    """Standardized features can be transformed linearly so that they have unit variances and are
    decorrelated."""
    mixed = mixing * t21
    found = And(Eq(mixed**2 + 2 * mixed * t22 * rho + t22**2, 1), Eq(mixed + t22 * rho, 0))
    return ForAll(rho, given=And(rho >= -1, rho <= 1), then=Exists((t21, t22), then=found))


def undone():
    """In more features, the inverse leads from zero means to zero means only: each is a sum of
    entries times 0."""
    return ForAll(
        (total, entry, average),
        given=And(Eq(total, 0), Eq(average, 0)),
        then=Eq(total + entry * average, 0),
    )


@passage.states
@exactly_if(
    And(Eq(m1, 0), Eq(m2, 0)),
    "only if their means are zero already: otherwise it takes a shift too",
)
@strict_reading_of("whitening-is-possible")
@decided_for(Scope("two features", undone))
@assuming("Linear is read as: a matrix, without a shift. To lose nothing is to be invertible.")
def linear_map_gives_zero_mean(means=(0, 0)):
    """A linear transformation, which loses nothing, gives the features zero means."""
    zero = And(Eq(t11 * m1 + t12 * m2, means[0]), Eq(t21 * m1 + t22 * m2, means[1]))
    return ForAll(
        (m1, m2), then=Exists((t11, t12, t21, t22), given=Ne(t11 * t22 - t12 * t21, 0), then=zero)
    )


@passage.implies
@exactly_if(
    Or(Ne(data.deviation_1, data.deviation_2), Ne(rho, 0)),
    "exactly if the deviations differ or features are correlated; otherwise raw ones are as good",
)
@decided_for(PAIR)
@rests_on("best-factor-by-condition-number", "whitening-makes-hessian-spherical")
@assuming(LEAST_SQUARES, AT_BEST, RAYLEIGH)
def whitening_is_faster(order=Lt):
    """On whitened inputs gradient descent converges faster than on raw ones: at best in one
    step."""
    return ForAll(data.MOMENTS, given=data.POSSIBLE, then=order(whitened_factor, raw_factor))


@passage.not_checkable(
    "A statement about the history of research; whether the papers say it is for a reader of "
    "them to see."
)
def long_known():
    """It has long been known, from two papers of 1998 and 2011."""


passage = Passage("answer-1.reading.3")


@passage.implies
@exactly_if(Ne(rho, 0), "exactly if features are correlated")
@decided_for(PAIR)
@rests_on("standardized-hessian-is-correlation", "whitening-makes-hessian-spherical")
@assuming(
    LEAST_SQUARES,
    AT_BEST,
    RAYLEIGH,
    "Better results are read as: nearer to the best weights after as many steps.",
)
@not_shown("That a network classifies better: this is left to experiments.")
def decorrelating_is_faster(order=Lt):
    """Decorrelating on top of standardizing makes descent faster."""
    return ForAll(
        data.MOMENTS, given=data.POSSIBLE, then=order(whitened_factor, standardized_factor)
    )


def least_loss(transform):
    """The least loss that weights can reach on transformed features: c_0 - c'S^-1 c/2, with c and S
    after the transform."""
    moments, products = data.covariance(transform), transform * Matrix(data.with_target)
    return data.target - (products.T * moments.inv() * products)[0] / 2


def one_product():
    """What one input adds to a model's output through two transformed features, a single weight on
    it adds as well."""
    (weight_1, weight_2), (entry_1, entry_2) = data.weights, entries
    through_both = weight_1 * (entry_1 * signal) + weight_2 * (entry_2 * signal)
    return ForAll(
        (*data.weights, *entries, signal),
        then=Eq(through_both, (weight_1 * entry_1 + weight_2 * entry_2) * signal),
    )


least = {"raw": least_loss(eye(2)), "whitened": least_loss(data.whitening())}


@passage.states
@refuted
@strict_reading_of("decorrelating-is-faster")
@decided_for(Scope("two features", one_product))
@assuming(
    LEAST_SQUARES,
    "Better results are read as: a smaller loss once descent has converged.",
)
def decorrelating_reaches_less_loss(order=Lt):
    """Decorrelating the inputs gives better results in the end: a smaller least loss."""
    return ForAll(
        (*data.MOMENTS, *data.with_target, data.target),
        given=data.POSSIBLE,
        then=order(least["whitened"], least["raw"]),
    )


@decorrelating_reaches_less_loss.corrected(order=Eq)
def decorrelating_reaches_the_same_loss():
    """The least loss is the same: weights for the one kind of inputs are turned into weights for
    the other."""


@passage.implies(id="spherical-and-decorrelating-still-helps")
@refuted
@decided_for(PAIR)
@rests_on("standardizing-makes-hessian-spherical", "decorrelating-is-faster")
@assuming(
    LEAST_SQUARES,
    AT_BEST,
    RAYLEIGH,
    "Rescaling is read as: dividing each feature by its standard deviation.",
)
def spherical_and_decorrelating_helps(gains=Lt):
    """Two statements of the answer are true together: rescaling makes the Hessian spherical, and
    decorrelating on top makes descent faster."""
    both = And(Eq(standardized_factor, 0), gains(whitened_factor, standardized_factor))
    return Exists(data.MOMENTS, given=data.POSSIBLE, then=both)


@spherical_and_decorrelating_helps.corrected
def gains_exactly_if_not_spherical(gains=Lt):
    """Of any two features just one of them is true: the first if they are uncorrelated, the second
    if they are correlated."""
    nothing_left = And(Eq(standardized_factor, 0), Ge(whitened_factor, standardized_factor))
    something_gained = And(Ne(standardized_factor, 0), gains(whitened_factor, standardized_factor))
    return ForAll(data.MOMENTS, given=data.POSSIBLE, then=Or(nothing_left, something_gained))


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

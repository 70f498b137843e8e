"""Claims on whitened inputs, as the quotation under further reading defines them, and what cannot be decided there."""

from sympy import Matrix, eye

from claims.normalization.mathematics import least_squares as data
from claims.normalization.question import best_factor, raw_factor, standardized_factor
from probatum import All, And, Conditional, Eq, Exists, ForAll, Ge, Le, Lt, Ne, Or, Refuted, claim, not_checkable, reals

m1, m2, t11, t12, t21, t22 = reals("m_1 m_2 t_11 t_12 t_21 t_22")
variance, factor, total, entry, average, signal = reals("d t s t_ij m_j x_j")
entries = reals("t_1j t_2j")
small, pair_small, pair_large, large = reals("lambda_s lambda_s' lambda_l' lambda_l")
rho = data.correlation
LEAST_SQUARES = "The loss is half the mean squared residual of a linear model, and the features are centred: no network is decided here."
AT_BEST = "Faster is read as: by the factor of a step at worst, each at its own best constant rate, as in best-factor-by-condition-number."
RAYLEIGH = (
    "The smallest and the largest eigenvalue are the extreme curvatures over all directions, so that those of a pair of features lie "
    "between them; where every pair is spherical, all features are."
)
PAIR = "each pair of features"
whitened_factor = best_factor(eye(2))  # 0: whitening-makes-hessian-spherical


def all_are_slower_than_a_pair():
    """The factor of all features is at least that of any pair among them, whose eigenvalues lie between the extremes.

    That of a pair is the one that is compared: trace and determinant are the sum and the product of the eigenvalues.
    """
    given = And(0 < small, small <= pair_small, pair_small <= pair_large, pair_large <= large)
    factors = ((two - one) / (two + one) for one, two in ((pair_small, pair_large), (small, large)))
    slower = ForAll((small, pair_small, pair_large, large), given=given, then=Le(*factors))
    return All(slower, of_the_pair(data.covariance(), raw_factor), of_the_pair(data.covariance(data.standardizing()), standardized_factor))


def of_the_pair(moments, compared):
    """The factor of two features by the eigenvalues of their Hessian."""
    eigenvalues = And(Eq(pair_small + pair_large, moments.trace()), Eq(pair_small * pair_large, moments.det()), pair_small <= pair_large)
    factor = (pair_large - pair_small) / (pair_large + pair_small)
    return ForAll((*data.MOMENTS, pair_small, pair_large), given=And(data.POSSIBLE, eigenvalues), then=Eq(compared, factor))


# answer-1.reading.2


def along_each_eigenvector():
    """Of more features the eigenvectors are uncorrelated: each can be scaled to variance 1 exactly if the data vary along it.

    Of a pair the variance in any direction is made up of those along its two eigenvectors.
    """
    return All(
        ForAll(variance, given=variance > 0, then=Exists(factor, then=Eq(factor**2 * variance, 1))),
        ForAll((variance, factor), given=Eq(variance, 0), then=Ne(factor**2 * variance, 1)),
        ForAll((rho, t21, t22), then=Eq(t21**2 + 2 * t21 * t22 * rho + t22**2, along(t21 + t22, 1 + rho) + along(t21 - t22, 1 - rho))),
    )


def along(share, eigenvalue):
    """What a direction's share along one of a pair's two eigenvectors adds to its variance."""
    return share**2 * eigenvalue / 2


@claim(
    "whitening-is-possible",
    "Standardized features can be transformed linearly so that they have unit variances and are decorrelated.",
    at="answer-1.reading.2",
    expect=Conditional(And(rho > -1, rho < 1), sharp=True, wording="exactly if no feature is determined by others"),
    controls={"by scaling alone": {"mixing": 0}},
    scope="a pair of features",
    reduction=along_each_eigenvector,
    assumes="Transforms that leave the first feature as it is are enough: any other differs by a rotation or mirroring.",
)
def whitening_is_possible(*, mixing=1):
    mixed = mixing * t21
    found = And(Eq(mixed**2 + 2 * mixed * t22 * rho + t22**2, 1), Eq(mixed + t22 * rho, 0))
    return ForAll(rho, given=And(rho >= -1, rho <= 1), then=Exists((t21, t22), then=found))


def undone():
    """In more features, the inverse leads from zero means to zero means only: each is a sum of entries times 0."""
    return ForAll((total, entry, average), given=And(Eq(total, 0), Eq(average, 0)), then=Eq(total + entry * average, 0))


@claim(
    "linear-map-gives-zero-mean",
    "A linear transformation, which loses nothing, gives the features zero means.",
    at="answer-1.reading.2",
    reading="strict",
    reading_of="whitening-is-possible",
    expect=Conditional(
        And(Eq(m1, 0), Eq(m2, 0)), sharp=True, wording="only if their means are zero already: otherwise it takes a shift too"
    ),
    scope="two features",
    reduction=undone,
    assumes="Linear is read as: a matrix, without a shift. To lose nothing is to be invertible.",
)
def linear_map_gives_zero_mean(means=(0, 0)):
    zero = And(Eq(t11 * m1 + t12 * m2, means[0]), Eq(t21 * m1 + t22 * m2, means[1]))
    return ForAll((m1, m2), then=Exists((t11, t12, t21, t22), given=Ne(t11 * t22 - t12 * t21, 0), then=zero))


@claim(
    "whitening-is-faster",
    "On whitened inputs gradient descent converges faster than on raw ones: at best in one step.",
    at="answer-1.reading.2",
    implied=True,
    expect=Conditional(
        Or(Ne(data.deviation_1, data.deviation_2), Ne(rho, 0)),
        sharp=True,
        wording="exactly if the deviations differ or features are correlated; otherwise raw ones are as good",
    ),
    scope=PAIR,
    reduction=all_are_slower_than_a_pair,
    rests_on=["best-factor-by-condition-number", "whitening-makes-hessian-spherical"],
    assumes=[LEAST_SQUARES, AT_BEST, RAYLEIGH],
)
def whitening_is_faster(order=Lt):
    return ForAll(data.MOMENTS, given=data.POSSIBLE, then=order(whitened_factor, raw_factor))


not_checkable(
    "long-known",
    "It has long been known, from two papers of 1998 and 2011.",
    at="answer-1.reading.2",
    reason="A statement about the history of research; whether the papers say it is for a reader of them to see.",
)


# answer-1.reading.3


@claim(
    "decorrelating-is-faster",
    "Decorrelating on top of standardizing makes descent faster.",
    at="answer-1.reading.3",
    implied=True,
    expect=Conditional(Ne(rho, 0), sharp=True, wording="exactly if features are correlated"),
    scope=PAIR,
    reduction=all_are_slower_than_a_pair,
    rests_on=["standardized-hessian-is-correlation", "whitening-makes-hessian-spherical"],
    assumes=[LEAST_SQUARES, AT_BEST, RAYLEIGH, "Better results are read as: nearer to the best weights after as many steps."],
    not_shown="That a network classifies better: this is left to experiments.",
)
def decorrelating_is_faster(order=Lt):
    return ForAll(data.MOMENTS, given=data.POSSIBLE, then=order(whitened_factor, standardized_factor))


def least_loss(transform):
    """The least loss that weights can reach on transformed features: c_0 - c'S^-1 c/2, with c and S after the transform."""
    moments, products = data.covariance(transform), transform * Matrix(data.with_target)
    return data.target - (products.T * moments.inv() * products)[0] / 2


def one_product():
    """What one input adds to a model's output through two transformed features, a single weight on it adds as well."""
    (weight_1, weight_2), (entry_1, entry_2) = data.weights, entries
    through_both = weight_1 * (entry_1 * signal) + weight_2 * (entry_2 * signal)
    return ForAll((*data.weights, *entries, signal), then=Eq(through_both, (weight_1 * entry_1 + weight_2 * entry_2) * signal))


least = {"raw": least_loss(eye(2)), "whitened": least_loss(data.whitening())}


@claim(
    "decorrelating-reaches-less-loss",
    "Decorrelating the inputs gives better results in the end: a smaller least loss.",
    at="answer-1.reading.3",
    reading="strict",
    reading_of="decorrelating-is-faster",
    expect=Refuted("The least loss is the same: weights for the one kind of inputs are turned into weights for the other.", {"order": Eq}),
    scope="two features",
    reduction=one_product,
    assumes=[LEAST_SQUARES, "Better results are read as: a smaller loss once descent has converged."],
)
def decorrelating_reaches_less_loss(order=Lt):
    return ForAll((*data.MOMENTS, *data.with_target, data.target), given=data.POSSIBLE, then=order(least["whitened"], least["raw"]))


def gains_exactly_if_not_spherical(gains=Lt):
    """Decorrelating gains something exactly where dividing by the deviations has not made the Hessian spherical."""
    nothing_left = And(Eq(standardized_factor, 0), Ge(whitened_factor, standardized_factor))
    something_gained = And(Ne(standardized_factor, 0), gains(whitened_factor, standardized_factor))
    return ForAll(data.MOMENTS, given=data.POSSIBLE, then=Or(nothing_left, something_gained))


@claim(
    "spherical-and-decorrelating-still-helps",
    "Two statements of the answer are true together: rescaling makes the Hessian spherical, and decorrelating on top makes descent faster.",
    at="answer-1.reading.3",
    implied=True,
    rests_on=["standardizing-makes-hessian-spherical", "decorrelating-is-faster"],
    expect=Refuted(
        "Of any two features just one of them is true: the first if they are uncorrelated, the second if they are correlated.",
        gains_exactly_if_not_spherical,
    ),
    scope=PAIR,
    reduction=all_are_slower_than_a_pair,
    assumes=[LEAST_SQUARES, AT_BEST, RAYLEIGH, "Rescaling is read as: dividing each feature by its standard deviation."],
)
def spherical_and_decorrelating_helps(gains=Lt):
    both = And(Eq(standardized_factor, 0), gains(whitened_factor, standardized_factor))
    return Exists(data.MOMENTS, given=data.POSSIBLE, then=both)


# What the section cites

CITED = "A reference states where something stands, which a look into the source shows; no claim of this text depends on it."

not_checkable("heading-of-reading", "Further reading follows.", at="answer-1.reading.0", reason="A heading states nothing else.")
not_checkable(
    "quotation-of-batch-normalization", "The paper on batch normalization says the following.", at="answer-1.reading.1", reason=CITED
)
not_checkable(
    "citations-give-context",
    "Following the references gives more description and context.",
    at="answer-1.reading.4",
    reason="Advice to the reader: how much the references give depends on who reads them.",
)
not_checkable("reference-of-1998", "LeCun and others wrote on efficient training.", at="answer-1.reading.5", reason=CITED)
not_checkable("reference-of-2011", "Wiesler and Ney wrote on the convergence of training.", at="answer-1.reading.6", reason=CITED)
not_checkable(
    "example-is-borrowed",
    "The example and its figure are borrowed from a textbook.",
    at="answer-1.reading.7",
    reason="Where an example comes from can be seen in the book; what is said of the example itself is decided.",
)

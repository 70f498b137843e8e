"""Claims on what rescaling does to the Hessian: when it becomes spherical."""

from sympy import Matrix, diag, eye, sqrt

from claims.normalization.mathematics import figures
from claims.normalization.mathematics import least_squares as data
from claims.normalization.mathematics.quadratic import at, f, hessian, y, y1, y2
from probatum import (
    And,
    Eq,
    Equal,
    ForAll,
    Ne,
    Or,
    Passage,
    Scope,
    assuming,
    decided_for,
    drawn_by,
    exactly_if,
    fails_with,
    reals,
)

u, v, factor = reals("u v s")
first, second, product = reals("d_i d_j p")
SQUARED_LOSS = (
    "A linear model with half the mean squared residual as its loss, as in the example a "
    "quadratic; other losses have other Hessians."
)
CENTRED = "The features are centred, so that a bias does not couple with the weights."


passage = Passage("answer-1.rescaling.16")


@passage.implies
@drawn_by(figures.rescaled_path)
@fails_with("not rescaled", factor=1)
@fails_with("by 25", factor=25)
def rescaling_makes_example_spherical(curvature=2, *, factor=5):
    """Measured in $y_2 = 5 x_2$ instead of $x_2$, the example has the Hessian $2 I$: the same
    curvature in every direction."""
    return Equal(
        hessian(at(f, (y1, y2 / factor)), y), curvature * eye(2), called=r"\nabla^2 f(y_1, y_2/5)"
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
    along_first, along_second = hessian(at(f, (y1, y2 / factor)), y).diagonal()
    return ForAll(factor, given=Ne(factor, 0), then=same(along_second, along_first))


@passage.states
@exactly_if(Eq(data.correlation, 0), "exactly if the features are uncorrelated")
@decided_for(Scope("each pair of features", data.entries_are_averages))
@assuming(SQUARED_LOSS, CENTRED)
def standardizing_makes_hessian_spherical(same=Eq):
    """Dividing each feature by its standard deviation makes the Hessian of a least-squares loss
    spherical."""
    matrix, direction = data.loss_hessian(data.standardizing()), Matrix([u, v])
    along = (direction.T * matrix * direction)[0]
    return ForAll(
        data.MOMENTS, given=data.POSSIBLE, then=ForAll((u, v), then=same(along, u**2 + v**2))
    )


@standardizing_makes_hessian_spherical.because
def _():
    yield (
        "The Hessian is the covariance of the features",
        ForAll(
            data.MOMENTS,
            then=Equal(data.loss_hessian(eye(2)), data.covariance(), called=r"\nabla_w^2 L"),
        ),
    )
    yield (
        "Dividing by the deviations makes that the correlation",
        ForAll(
            data.MOMENTS,
            given=data.POSSIBLE,
            then=Eq(data.covariance(data.standardizing())[0, 1], data.correlation),
        ),
    )
    yield (
        r"Spherical is what has the same curvature along every $(u, v)$; the correlation $\rho$ "
        r"adds $2 \rho u v$",
        ForAll(
            (*data.MOMENTS, u, v),
            given=data.POSSIBLE,
            then=Eq(
                (Matrix([[u, v]]) * data.loss_hessian(data.standardizing()) * Matrix([u, v]))[0],
                u**2 + v**2 + 2 * data.correlation * u * v,
            ),
        ),
    )


@passage.implies
@decided_for(Scope("each pair of features", data.entries_are_averages))
@assuming(SQUARED_LOSS, CENTRED)
def standardized_hessian_is_correlation(entries=((1, data.correlation), (data.correlation, 1))):
    """Of standardized features, the Hessian of a least-squares loss is the correlation matrix: 1 on
    the diagonal, correlations beside it."""
    found = data.loss_hessian(data.standardizing())
    return ForAll(
        data.MOMENTS,
        given=data.POSSIBLE,
        then=Equal(found, Matrix(entries), called=r"\nabla_w^2 L"),
    )


@passage.implies
@decided_for(Scope("a pair of correlated features", data.entries_are_averages))
@assuming(SQUARED_LOSS, CENTRED)
def no_scaling_removes_correlation(beside=Ne):
    """However correlated features are scaled, one by one, the Hessian of a least-squares loss stays
    non-spherical."""
    scaled = data.loss_hessian(diag(u, v))
    return ForAll(
        (u, v, *data.MOMENTS),
        given=And(u > 0, v > 0, data.POSSIBLE, Ne(data.correlation, 0)),
        then=beside(scaled[0, 1], 0),
    )


@passage.implies
@decided_for(
    Scope(
        r"each pair of whitened features, $q_i \cdot x / \sqrt{d_i}$ and "
        r"$q_j \cdot x / \sqrt{d_j}$, with $p = q_i \cdot q_j$",
        data.entries_are_averages,
    )
)
@assuming(
    SQUARED_LOSS,
    CENTRED,
    "The covariance has orthonormal eigenvectors $q_i$ with positive eigenvalues $d_i$ "
    "(spectral theorem; no feature is redundant).",
    "Other ways to whiten differ from this one by a rotation, which leaves the identity as it is.",
)
def whitening_makes_hessian_spherical(entry=product):
    """Whitening (decorrelating the features and scaling each to variance 1) makes the Hessian of a
    least-squares loss the identity, for any number of features."""
    orthonormal = Or(Eq(product, 0), And(Eq(product, 1), Eq(first, second)))
    averaged = (
        second * product / sqrt(first * second)
    )  # q_i' S q_j = d_j q_i' q_j, where S is the covariance
    return ForAll(
        (first, second, product),
        given=And(first > 0, second > 0, orthonormal),
        then=Eq(averaged, entry),
    )


@whitening_makes_hessian_spherical.because
def _():
    yield (
        "Of two features it can be seen entry by entry, here with the whitening of Cholesky",
        ForAll(
            data.MOMENTS,
            given=data.POSSIBLE,
            then=Equal(data.loss_hessian(data.whitening()), eye(2), called=r"\nabla_w^2 L"),
        ),
    )

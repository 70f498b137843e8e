"""The squared loss of a linear model of any number of features and rows: of each feature the rows
are one vector."""

from claims.normalization.mathematics.all_dimensions import squared
from probatum import reals, vectors

first, second, residual = vectors("u v r")
move = reals("h")
COLUMNS = (
    "The rows of a feature, of any number, are one vector; the residual $r$ is what the other "
    "features, a bias if there is one, and the target leave. The squared loss is the residual's "
    "squared length, up to a factor."
)
ROOT_MEAN_SQUARE = (
    "The spread of a feature is its root mean square: of a centred one the standard deviation."
)


def second_difference(change):
    """The second difference of the squared loss along a change of the model's outputs."""
    return squared(residual + change) - 2 * squared(residual) + squared(residual - change)


def mixed_difference(change, other):
    """The second difference of the squared loss along one change of the outputs, then another."""
    along_one = squared(residual + change) + squared(residual + other)
    return squared(residual + change + other) - along_one + squared(residual)

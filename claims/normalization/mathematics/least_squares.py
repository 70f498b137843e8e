"""The mean squared loss of a linear model of two features, as its averages over the data determine
it."""

import sympy

from claims.normalization.mathematics.quadratic import hessian
from probatum import And, reals

deviation_1, deviation_2 = deviations = reals("sigma_1 sigma_2")
correlation = reals("rho")
MOMENTS = (*deviations, correlation)
POSSIBLE = And(
    deviation_1 > 0, deviation_2 > 0, correlation > -1, correlation < 1
)  # and no feature is redundant
weights = reals("w_1 w_2")
with_target = reals("c_1 c_2")  # averages of feature times target
target = reals("c_0")  # average of half the squared target


def covariance(transform=None):
    """The averages of the products of two centred features, after a linear transform of these."""
    shared = correlation * deviation_1 * deviation_2
    matrix = sympy.Matrix([[deviation_1**2, shared], [shared, deviation_2**2]])
    return matrix if transform is None else transform * matrix * transform.T


def loss(moments):
    """Half the mean squared residual: (1/2n) sum of (w . x - y)^2, written in averages over the
    data."""
    w = sympy.Matrix(weights)
    return (w.T * moments * w)[0] / 2 - (w.T * sympy.Matrix(with_target))[0] + target


def loss_hessian(transform):
    """The Hessian of the loss in the weights, after a linear transform of the features."""
    return hessian(loss(covariance(transform)), weights)


def standardizing():
    """Divides each feature by its own standard deviation."""
    return sympy.diag(1 / deviation_1, 1 / deviation_2)

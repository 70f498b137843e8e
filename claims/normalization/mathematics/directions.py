"""What lets a claim about one eigenvector, or two, stand for all of them: reductions, each of them
decided with the claims."""

from sympy import Abs, Derivative, Max

from claims.normalization.mathematics.quadratic import gradient, x, x1, x2
from probatum import And, Equal, ForAll, Le, Scope, reals

a, b, rate, z, curvature, others = reals("a b alpha z lambda r")
small, middle, large = reals("lambda_s lambda_m lambda_l")
bowl = (a * x1**2 + b * x2**2) / 2
EIGENVECTORS = (
    "The axes lie along orthonormal eigenvectors of the Hessian, and the minimum at 0 (spectral "
    "theorem; a turn and a shift)."
)
DOWNHILL = (
    "Where the text lets the gradient point somewhere, it means the direction in which descent "
    "moves: the negative gradient."
)
FACTOR = (
    r"Progress is the share of the way to the minimum, in that direction, that a step covers: it "
    r"leaves the factor $|1 - \alpha\lambda|$."
)


def in_one_eigendirection():
    """What the other directions add to the function does not change the step in this one."""
    function = curvature * z**2 / 2 + others
    return ForAll(
        (curvature, z, others, rate),
        then=Equal(z - rate * Derivative(function, z), (1 - rate * curvature) * z),
    )


def in_two_eigendirections():
    """What the other directions add to the function does not change the slopes in these two."""
    function = bowl + others
    return ForAll((a, b, *x, others), then=Equal(tuple(gradient(function)), (a * x1, b * x2)))


def between_the_extremes():
    """An eigenvalue between the smallest and the largest shrinks its direction no less than the
    worse of these two."""
    left_s, left_m, left_l = (Abs(1 - rate * eigenvalue) for eigenvalue in (small, middle, large))
    given = And(0 < small, rate > 0, small <= middle, middle <= large)
    return ForAll((rate, small, middle, large), given=given, then=Le(left_m, Max(left_s, left_l)))


EACH_DIRECTION = Scope("two directions, each by itself", in_one_eigendirection)
ONE_DIRECTION = Scope(
    r"one eigenvector's direction, $\frac{\lambda}{2} z^2$", in_one_eigendirection
)
TWO_DIRECTIONS = Scope(
    r"the plane of two eigenvectors, $\frac{a}{2} x_1^2 + \frac{b}{2} x_2^2$",
    in_two_eigendirections,
)
EXTREMES = Scope(
    r"the smallest and the largest eigenvalue, $\lambda_s$ and $\lambda_l$", between_the_extremes
)

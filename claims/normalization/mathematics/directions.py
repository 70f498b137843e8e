"""Names of curvatures and rates along eigenvectors, and what is supposed where a claim speaks of
directions."""

from claims.normalization.mathematics.quadratic import x1, x2
from probatum import reals

a, b, rate, z, curvature = reals("a b alpha z lambda")
small, middle, large = reals("lambda_s lambda_m lambda_l")
bowl = (a * x1**2 + b * x2**2) / 2
EIGENVECTORS = (
    "The axes lie along orthonormal eigenvectors of the Hessian, and the minimum at 0 (spectral "
    "theorem; a rotation and a shift)."
)
DOWNHILL = (
    "Where the text lets the gradient point somewhere, it means the direction in which descent "
    "moves: the negative gradient."
)
FACTOR = (
    r"Progress is the share of the way to the minimum, in that direction, that a step covers: it "
    r"leaves the factor $|1 - \alpha\lambda|$."
)

"""Directions in the plane, their cross and inner products."""

from claims.normalization.mathematics.directions import a, b
from probatum import And

POSITIVE_CURVATURES = And(a > 0, b > 0)
QUADRATIC = (
    "The function is a quadratic with a minimum; near a minimum with positive curvatures others "
    "approach theirs (Taylor)."
)


def cross_product(here, there):
    """The cross product of two directions in the plane: 0 where they are parallel."""
    return here[0] * there[1] - here[1] * there[0]


def inner_product(here, there):
    """The inner product of two directions: positive where they make an acute angle."""
    return here[0] * there[0] + here[1] * there[1]

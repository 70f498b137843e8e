"""Quadratics in every dimension: a Hessian with its spectrum, a step of descent, eigenvectors."""

from probatum import And, Eq, Ne, dot, matrices, norm, reals, vectors

place, there, eigenvector, other = vectors("x y v w")
least, largest, rate, eigenvalue = reals("mu L alpha lambda")
hessian = matrices("A", eigenvalues_in=(least, largest))
POSITIVE_DEFINITE = And(0 < least, least <= largest)
UNEQUAL = And(0 < least, least < largest)
IN_EVERY_DIMENSION = (
    r"The quadratic is $\frac{1}{2} x^\top A x$, with the minimum at 0 after a shift; the "
    r"eigenvalues of $A$ lie between $\mu$ and $L$."
)


def gradient_at(where):
    """The gradient of the quadratic."""
    return hessian @ where


def step(where):
    """Where one step of descent leads."""
    return where - rate * gradient_at(where)


def squared(vector):
    """The square of the Euclidean norm."""
    return norm(vector) ** 2


def is_eigenvector(vector=eigenvector, value=eigenvalue):
    """That the Hessian multiplies a vector, which is not 0, by a value."""
    return And(Eq(norm(gradient_at(vector) - value * vector), 0), Ne(norm(vector), 0))


def best_factor(smallest, greatest):
    """What a step at the best constant rate leaves of the distance at worst, by the ends of the
    spectrum (best-factor-by-condition-number).
    """
    return (greatest - smallest) / (greatest + smallest)


ALONG = (hessian, place, eigenvector, least, largest, eigenvalue, rate)
coordinate, next_coordinate = dot(eigenvector, place), dot(eigenvector, step(place))

"""Claims on the example itself: that it is convex, its minimum, gradient and Hessian."""

from sympy import Matrix, diag, eye

from claims.normalization.mathematics.plane import cross_product
from claims.normalization.mathematics.quadratic import (
    at,
    f,
    gradient,
    hessian,
    on_segment,
    x,
    x1,
    x2,
    y,
    y1,
    y2,
)
from probatum import (
    All,
    And,
    Eq,
    Equal,
    ForAll,
    Ge,
    Gt,
    Ne,
    Or,
    Passage,
    assuming,
    exactly_if,
    reals,
    rests_on,
    strict_reading_of,
)

a, b, c, u, v, t = reals("a b c u v t")


passage = Passage("answer-1.rescaling.2")


@passage.not_checkable(
    "A definition states nothing; what follows from it is decided in the claims after it."
)
def defines_the_example():
    """Consider $x_1^2 + 25 x_2^2$."""


passage = Passage("answer-1.rescaling.3")


def gap(function):
    """How far the function lies below the chord from x to y, at the point with the share t of x."""
    return t * function + (1 - t) * at(function, y) - at(function, on_segment(t))


gap_of_squares = gap(a * x1**2 + c * x2**2)
ON_SEGMENTS = And(t >= 0, t <= 1)


@passage.states
def example_is_convex(at_least=Ge):
    """The function $f(x) = x_1^2 + 25 x_2^2$ is convex: it lies on or below each of its chords."""
    return ForAll((*x, *y, t), given=ON_SEGMENTS, then=at_least(gap(f), 0))


@example_is_convex.because
def _():
    yield "The gap under a chord", Eq(gap(f), t * (1 - t) * ((x1 - y1) ** 2 + 25 * (x2 - y2) ** 2))
    yield (
        "is a product of factors that are not negative",
        Ge(t * (1 - t) * ((x1 - y1) ** 2 + 25 * (x2 - y2) ** 2), 0),
    )


@passage.states
def example_has_positive_coefficients(coefficients=(1, 25), positive=Gt):
    """The function $x_1^2 + 25 x_2^2$ is quadratic, with the positive coefficients 1 and 25."""
    stretched = at(f, (t * x1, t * x2))
    return All(
        ForAll((*x, t), then=Eq(stretched, t**2 * f)),
        Equal(hessian(f) / 2, diag(*coefficients), called=r"\frac{1}{2} \nabla^2 f(x)"),
        *(positive(coefficient, 0) for coefficient in coefficients),
    )


@passage.states
@assuming("Quadratics of the form of the example: squares of the coordinates, no product of two.")
def positive_coefficients_make_convex(at_least=Ge):
    """A quadratic $a x_1^2 + c x_2^2$ with positive coefficients is convex."""
    return ForAll(
        (a, c, *x, *y, t), given=And(a > 0, c > 0, ON_SEGMENTS), then=at_least(gap_of_squares, 0)
    )


@positive_coefficients_make_convex.because
def _():
    yield (
        "The gap under a chord",
        Eq(gap_of_squares, t * (1 - t) * (a * (x1 - y1) ** 2 + c * (x2 - y2) ** 2)),
    )
    yield (
        "is a product of factors that are not negative",
        Ge(t * (1 - t) * (a * (x1 - y1) ** 2 + c * (x2 - y2) ** 2), 0),
    )


@passage.states
@exactly_if(b**2 <= 4 * a * c, r"exactly if $b^2 \le 4 a c$")
@strict_reading_of("positive-coefficients-make-convex")
def positive_coefficients_with_product(at_least=Ge):
    """A quadratic $a x_1^2 + b x_1 x_2 + c x_2^2$ with positive coefficients is convex."""
    product = gap(a * x1**2 + b * x1 * x2 + c * x2**2)
    on_or_below = ForAll((*x, *y, t), given=ON_SEGMENTS, then=at_least(product, 0))
    return ForAll((a, b, c), given=And(a > 0, b > 0, c > 0), then=on_or_below)


passage = Passage("answer-1.rescaling.4")


@passage.states
def global_minimum_at_origin(minimum=(0, 0)):
    """The function $x_1^2 + 25 x_2^2$ has a global minimum at $(0, 0)$."""
    return ForAll(x, then=Ge(f, at(f, minimum)))


@global_minimum_at_origin.because
def _():
    yield "It is a sum of squares", Eq(f, x1**2 + (5 * x2) ** 2)
    yield "and no square is negative", Ge((5 * x2) ** 2, 0)


@passage.implies
def minimum_is_unique(minimum=(0, 0)):
    """The global minimum of $x_1^2 + 25 x_2^2$ is at $(0, 0)$ only."""
    return ForAll(
        x,
        given=Or(*(Ne(*pair) for pair in zip(x, minimum, strict=True))),
        then=Gt(f, at(f, minimum)),
    )


@passage.not_checkable(
    "How easily a reader sees something is no mathematical statement; the reasons given for the "
    "minimum itself are two short steps."
)
def seen_by_inspection():
    """The minimum can be seen by looking at the formula."""


passage = Passage("answer-1.rescaling.5")


ahead, behind = at(f, (x1 + u, x2 + v)), at(f, (x1 - u, x2 - v))
second_difference = ahead - 2 * f + behind


@passage.states
def gradient_of_example(slopes=(2, 50)):
    """The gradient of $x_1^2 + 25 x_2^2$ is $(2 x_1, 50 x_2)$."""
    return ForAll(x, then=Equal(gradient(f), diag(*slopes) * Matrix(x), called=r"\nabla f(x)"))


@gradient_of_example.because
def _():
    yield (
        "Beyond it, a move changes $f$ in second order only",
        ForAll((*x, u, v), then=Eq(ahead - f - (2 * x1 * u + 50 * x2 * v), at(f, (u, v)))),
    )


@passage.implies
def hessian_is_constant(diagonal=(2, 50), off_diagonal=0):
    """The Hessian of $f$ is the same at every point: 2 and 50 on the diagonal, 0 elsewhere."""
    wanted = Matrix([[diagonal[0], off_diagonal], [off_diagonal, diagonal[1]]])
    return ForAll(x, then=Equal(hessian(f), wanted, called=r"\nabla^2 f(x)"))


@hessian_is_constant.because
def _():
    yield (
        "The second difference along $(u, v)$ is its product with the Hessian",
        ForAll((*x, u, v), then=Eq(second_difference, 2 * u**2 + 50 * v**2)),
    )


def characteristic(value):
    """The characteristic polynomial of the Hessian of the example, at a value."""
    return (hessian(f) - value * eye(2)).det()


@passage.implies
@rests_on("hessian-is-constant")
@assuming(
    "The eigenvalues are the zeros of the characteristic polynomial, each as often as it is one."
)
def hessian_eigenvalues(values=(2, 50)):
    """The Hessian of $f$ has the eigenvalues 2 and 50."""
    return ForAll(u, then=Eq(characteristic(u), (values[0] - u) * (values[1] - u)))


@passage.implies
@rests_on("hessian-eigenvalues")
def condition_number(number=25):
    """The largest eigenvalue of the Hessian of $f$ is 25 times the smallest: its condition number
    is 25."""
    both = And(Eq(characteristic(u), 0), Eq(characteristic(v), 0), u < v)
    return ForAll((u, v), given=both, then=Eq(v, number * u))


@passage.implies
def axes_are_eigenvectors(on_an_axis=Eq):
    """The coordinate axes, and no other lines, are the directions of the Hessian's eigenvectors."""
    off_line = cross_product(x, hessian(f) * Matrix(x))
    return All(
        ForAll(x, given=on_an_axis(x1 * x2, 0), then=Eq(off_line, 0)),
        ForAll(x, given=Ne(x1 * x2, 0), then=Ne(off_line, 0)),
    )

"""Claims on the example: its shape, its path of descent, and what rescaling does to its Hessian."""

from sympy import Abs, Derivative, Limit, Matrix, Poly, Rational, diag, eye, oo, sqrt

from claims.normalization import figures
from claims.normalization import least_squares as data
from claims.normalization.quadratic import (
    at,
    descend,
    eigenvalues,
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
    Conditional,
    Eq,
    Equal,
    ForAll,
    Ge,
    Gt,
    Lt,
    Multiset,
    Ne,
    Or,
    Orbit,
    after,
    claim,
    integers,
    not_checkable,
    reals,
)

a, b, c = reals("a b c")
u, v, z, t, others = reals("u v z t r")
rate, curvature, start = reals("alpha lambda z_0")
factor = reals("s")
k = integers("k")
step_along = descend(curvature * z**2 / 2, rate, (z,))
ORTHOGONAL = "Along the orthonormal eigenvectors of its Hessian a quadratic is a sum of one-variable quadratics (spectral theorem)."


def in_one_eigendirection():
    """What the other directions add to the function does not change the step in this one."""
    function = curvature * z**2 / 2 + others
    return ForAll((curvature, z, others, rate), then=Equal(z - rate * Derivative(function, z), (1 - rate * curvature) * z))


# answer-1.rescaling.1


@claim(
    "oscillates-away",
    "Steepest descent can oscillate away from the optimum of a strongly convex quadratic, and does so on every one: at a learning rate "
    r"above $2/\lambda$, with $\lambda$ an eigenvalue of the Hessian, each step jumps across the optimum in that direction and lands "
    "farther away.",
    at="answer-1.rescaling.1",
    scope=r"one eigenvector's direction, $\frac{\lambda}{2} z^2$",
    reduction=in_one_eigendirection,
    assumes=[ORTHOGONAL, "The start is not exactly at the optimum in that direction."],
    because=[
        ("One step multiplies the distance by a factor", ForAll((curvature, rate, z), then=Eq(step_along[0], (1 - rate * curvature) * z))),
        ("that is below -1", ForAll((curvature, rate), given=rate * curvature > 2, then=Lt(1 - rate * curvature, -1))),
    ],
)
def oscillates_away(across=Lt, farther=Gt, product=2):
    then = And(across(after(z) * z, 0), farther(Abs(after(z)), Abs(z)))
    given = And(curvature > 0, rate * curvature > product, Ne(start, 0))
    return ForAll((curvature, rate, start), given=given, then=Orbit(z, start, step_along, then=then, invariant=Ne(z, 0)))


@claim(
    "moves-away-only-above-two",
    r"A step of descent moves away from the optimum in the direction of an eigenvector with eigenvalue $\lambda > 0$.",
    at="answer-1.rescaling.1",
    implied=True,
    expect=Conditional(rate * curvature > 2, sharp=True, wording=r"exactly if the learning rate exceeds $2/\lambda$"),
    scope=r"one eigenvector's direction, $\frac{\lambda}{2} z^2$",
    reduction=in_one_eigendirection,
    assumes=ORTHOGONAL,
)
def moves_away_only_above_two(farther=Gt):
    return ForAll((curvature, rate, z), given=And(curvature > 0, rate > 0, Ne(z, 0)), then=farther(Abs(step_along[0]), Abs(z)))


@claim(
    "positive-curvature-strongly-convex",
    r"The quadratic $\frac{\lambda}{2} z^2$ with $\lambda > 0$ is strongly convex with modulus $\lambda$: between two points it lies below "
    r"its chord by exactly $\frac{\lambda}{2} t (1-t)$ times their squared distance.",
    at="answer-1.rescaling.1",
    implied=True,
    assumes=[ORTHOGONAL, "The gaps of the directions add up, so the smallest eigenvalue is the modulus in several directions."],
)
def positive_curvature_strongly_convex(share=1):
    below_chord = curvature / 2 * (t * u**2 + (1 - t) * v**2 - (t * u + (1 - t) * v) ** 2)
    return ForAll((curvature, u, v, t), given=curvature > 0, then=Equal(below_chord, share * curvature / 2 * t * (1 - t) * (u - v) ** 2))


# answer-1.rescaling.2

not_checkable(
    "defines-the-example",
    "Consider $x_1^2 + 25 x_2^2$.",
    at="answer-1.rescaling.2",
    reason="A definition states nothing; what follows from it is decided in the claims after it.",
)


# answer-1.rescaling.3


def gap(function):
    """How far the function lies below the chord from x to y, at the point with the share t of x."""
    return t * function + (1 - t) * at(function, y) - at(function, on_segment(t))


gap_of_squares = gap(a * x1**2 + c * x2**2)
ON_SEGMENTS = And(t >= 0, t <= 1)


@claim(
    "example-is-convex",
    "The function $f(x) = x_1^2 + 25 x_2^2$ is convex: it lies on or below each of its chords.",
    at="answer-1.rescaling.3",
    because=[
        ("The gap under a chord", Eq(gap(f), t * (1 - t) * ((x1 - y1) ** 2 + 25 * (x2 - y2) ** 2))),
        ("is a product of factors that are not negative", Ge(t * (1 - t) * ((x1 - y1) ** 2 + 25 * (x2 - y2) ** 2), 0)),
    ],
)
def example_is_convex(relation=Ge):
    return ForAll((*x, *y, t), given=ON_SEGMENTS, then=relation(gap(f), 0))


@claim(
    "example-has-positive-coefficients",
    "The function $x_1^2 + 25 x_2^2$ is quadratic, with the positive coefficients 1 and 25.",
    at="answer-1.rescaling.3",
)
def example_has_positive_coefficients(coefficients=(1, 25), sign=Gt):
    found = Poly(f, *x)
    return All(
        Equal(Multiset(found.coeffs()), coefficients, called=r"\text{coefficients of } f"),
        Equal(Multiset(map(sum, found.monoms())), (2, 2), called=r"\text{degrees of the terms of } f"),
        *(sign(coefficient, 0) for coefficient in found.coeffs()),
    )


@claim(
    "positive-coefficients-make-convex",
    "A quadratic $a x_1^2 + c x_2^2$ with positive coefficients is convex.",
    at="answer-1.rescaling.3",
    assumes="Quadratics of the form of the example: squares of the coordinates, no product of two.",
    because=[
        ("The gap under a chord", Eq(gap_of_squares, t * (1 - t) * (a * (x1 - y1) ** 2 + c * (x2 - y2) ** 2))),
        ("is a product of factors that are not negative", Ge(t * (1 - t) * (a * (x1 - y1) ** 2 + c * (x2 - y2) ** 2), 0)),
    ],
)
def positive_coefficients_make_convex(relation=Ge):
    return ForAll((a, c, *x, *y, t), given=And(a > 0, c > 0, ON_SEGMENTS), then=relation(gap_of_squares, 0))


def gap_is_curvature():
    """Under a chord the gap is t(1-t) times the quadratic of the chord's direction: convex exactly if that is never negative."""
    function = a * x1**2 + b * x1 * x2 + c * x2**2
    return ForAll((a, b, c, *x, *y, t), then=Eq(gap(function), t * (1 - t) * at(function, (x1 - y1, x2 - y2))))


@claim(
    "positive-coefficients-with-product",
    "A quadratic $a x_1^2 + b x_1 x_2 + c x_2^2$ with positive coefficients is convex.",
    at="answer-1.rescaling.3",
    reading="strict",
    reading_of="positive-coefficients-make-convex",
    expect=Conditional(b**2 <= 4 * a * c, sharp=True, wording=r"exactly if $b^2 \le 4 a c$"),
    scope="convexity as a curvature that is negative in no direction $(u, v)$",
    reduction=gap_is_curvature,
)
def positive_coefficients_with_product(relation=Ge):
    return ForAll((a, b, c), given=And(a > 0, b > 0, c > 0), then=ForAll((u, v), then=relation(a * u**2 + b * u * v + c * v**2, 0)))


# answer-1.rescaling.4


@claim(
    "global-minimum-at-origin",
    "The function $x_1^2 + 25 x_2^2$ has a global minimum at $(0, 0)$.",
    at="answer-1.rescaling.4",
    because=[("It is a sum of squares", Eq(f, x1**2 + (5 * x2) ** 2)), ("which is never negative", Ge(x1**2 + (5 * x2) ** 2, 0))],
)
def global_minimum_at_origin(minimum=(0, 0)):
    return ForAll(x, then=Ge(f, at(f, minimum)))


@claim("minimum-is-unique", "The global minimum of $x_1^2 + 25 x_2^2$ is at $(0, 0)$ only.", at="answer-1.rescaling.4", implied=True)
def minimum_is_unique(minimum=(0, 0)):
    return ForAll(x, given=Or(*(Ne(*pair) for pair in zip(x, minimum, strict=True))), then=Gt(f, at(f, minimum)))


not_checkable(
    "seen-by-inspection",
    "The minimum can be seen by looking at the formula.",
    at="answer-1.rescaling.4",
    reason="How easily a reader sees something is no mathematical statement; the reasons given for the minimum itself are two short steps.",
)


# answer-1.rescaling.5


ahead, behind = at(f, (x1 + u, x2 + v)), at(f, (x1 - u, x2 - v))
second_difference = ahead - 2 * f + behind


@claim(
    "gradient-of-example",
    "The gradient of $x_1^2 + 25 x_2^2$ is $(2 x_1, 50 x_2)$.",
    at="answer-1.rescaling.5",
    because=[
        (
            "Beyond it, a move changes $f$ in second order only",
            ForAll((*x, u, v), then=Eq(ahead - f - (2 * x1 * u + 50 * x2 * v), at(f, (u, v)))),
        )
    ],
)
def gradient_of_example(slopes=(2, 50)):
    return ForAll(x, then=Equal(gradient(f), diag(*slopes) * Matrix(x), called=r"\nabla f(x)"))


@claim(
    "hessian-is-constant",
    "The Hessian of $f$ is the same at every point: 2 and 50 on the diagonal, 0 elsewhere.",
    at="answer-1.rescaling.5",
    implied=True,
    because=[
        (
            "The second difference along $(u, v)$ is its product with the Hessian",
            ForAll((*x, u, v), then=Eq(second_difference, 2 * u**2 + 50 * v**2)),
        )
    ],
)
def hessian_is_constant(diagonal=(2, 50), beside=0):
    wanted = Matrix([[diagonal[0], beside], [beside, diagonal[1]]])
    return ForAll(x, then=Equal(hessian(f), wanted, called=r"\nabla^2 f(x)"))


@claim(
    "hessian-eigenvalues",
    "The Hessian of $f$ has the eigenvalues 2 and 50.",
    at="answer-1.rescaling.5",
    implied=True,
    rests_on="hessian-is-constant",
    because=[
        ("The characteristic polynomial has them as its zeros", ForAll(u, then=Eq((hessian(f) - u * eye(2)).det(), (2 - u) * (50 - u))))
    ],
)
def hessian_eigenvalues(values=(2, 50)):
    return Equal(eigenvalues(hessian(f)), values, called=r"\lambda(\nabla^2 f)")


@claim(
    "condition-number",
    "The largest eigenvalue of the Hessian of $f$ is 25 times the smallest: its condition number is 25.",
    at="answer-1.rescaling.5",
    implied=True,
    rests_on="hessian-eigenvalues",
)
def condition_number(number=25):
    values = eigenvalues(hessian(f)).elements
    return Equal(max(values) / min(values), number, called=r"\kappa(\nabla^2 f)")


@claim(
    "axes-are-eigenvectors",
    "The coordinate axes, and no other lines, are the directions of the Hessian's eigenvectors.",
    at="answer-1.rescaling.5",
    implied=True,
    figure=figures.angle_to_minimum,
)
def axes_are_eigenvectors(on_an_axis=Eq):
    turned = Matrix.hstack(Matrix(x), hessian(f) * Matrix(x)).det()
    return All(ForAll(x, given=on_an_axis(x1 * x2, 0), then=Eq(turned, 0)), ForAll(x, given=Ne(x1 * x2, 0), then=Ne(turned, 0)))


# answer-1.rescaling.6 and .7

not_checkable(
    "sets-rate-and-start",
    "Let the learning rate be 0.035 and the start $(0.5, 0.5)$.",
    at="answer-1.rescaling.6",
    reason="A choice of settings states nothing; the claims that depend on it have it among their facts.",
)


@claim(
    "first-iterate",
    "At learning rate 0.035, the first step leads from $(0.5, 0.5)$ to $(0.465, -0.375)$.",
    at="answer-1.rescaling.7",
    implied=True,
    controls={"another rate": {"rate": "0.036"}, "another start": {"start": ("0.5", "0.4")}},
)
def first_iterate(first=("0.465", "-0.375"), *, rate="0.035", start=("0.5", "0.5")):
    return Equal(tuple(at(moved, start) for moved in descend(f, rate)), first, called="x^{(1)}")


@claim(
    "iterates-in-closed-form",
    r"After $k$ steps at learning rate $\alpha$ from $(0.5, 0.5)$, descent is at "
    r"$\left(\frac{(1-2\alpha)^k}{2}, \frac{(1-50\alpha)^k}{2}\right)$.",
    at="answer-1.rescaling.7",
    implied=True,
    controls={"another start": {"start": ("0.5", "0.4")}},
)
def iterates_in_closed_form(slopes=(2, 50), *, start=("0.5", "0.5")):
    def point(step):
        return tuple((1 - slope * rate) ** step / 2 for slope in slopes)

    moved = tuple(at(coordinate, point(k)) for coordinate in descend(f, rate))
    first = tuple(at(coordinate, start) for coordinate in descend(f, rate))
    return All(ForAll(rate, then=Equal(first, point(1))), ForAll((rate, k), given=k >= 1, then=Equal(moved, point(k + 1))))


# answer-1.rescaling.8


@claim(
    "second-coordinate-alternates",
    "From $(0.5, 0.5)$ at learning rate 0.035, every step takes the second coordinate across the minimum.",
    at="answer-1.rescaling.8",
    figure=figures.oscillating_path,
    controls={"slower": {"rate": "0.019"}},
    because=[
        ("Each step multiplies it by a negative number", ForAll(x2, then=Eq(descend(f, Rational(35, 1000))[1], Rational(-3, 4) * x2)))
    ],
)
def second_coordinate_alternates(relation=Lt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=relation(after(x2) * x2, 0))


@claim(
    "first-coordinate-stays-on-its-side",
    "On the same path the first coordinate never crosses the minimum: the oscillation is in the second alone.",
    at="answer-1.rescaling.8",
    implied=True,
    controls={"larger rate": {"rate": "0.6"}},
)
def first_coordinate_stays(relation=Gt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=relation(after(x1) * x1, 0))


@claim(
    "overshoots-by-three-quarters",
    "Each step takes the second coordinate past the minimum, to three quarters of the distance that it had before.",
    at="answer-1.rescaling.8",
    implied=True,
    controls={"smaller rate": {"rate": "0.02"}},
    assumes="Wildly is read as: three quarters as far out on the other side, by a step 1.75 times as long as the one that would hit it.",
)
def overshoots(factor="-0.75", *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=Eq(after(x2), factor * x2))


@claim(
    "value-falls-at-every-step",
    "The path makes progress: every step lowers $f$.",
    at="answer-1.rescaling.8",
    controls={"rate above 2/50": {"rate": "0.041"}},
)
def value_falls(relation=Lt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=relation(at(f, (after(x1), after(x2))), f), invariant=Or(Ne(x1, 0), Ne(x2, 0)))


@claim(
    "distance-falls-at-every-step",
    "Every step of the path ends nearer to the minimum.",
    at="answer-1.rescaling.8",
    controls={"rate above 2/50": {"rate": "0.041"}},
)
def distance_falls(relation=Lt, *, rate="0.035", start=("0.5", "0.5")):
    nearer = relation(after(x1) ** 2 + after(x2) ** 2, x1**2 + x2**2)
    return Orbit(x, start, descend(f, rate), then=nearer, invariant=Or(Ne(x1, 0), Ne(x2, 0)))


@claim(
    "path-converges-to-minimum",
    "The path converges to the minimum.",
    at="answer-1.rescaling.8",
    controls={"rate above 2/50": {"rate": "0.041"}},
    rests_on="iterates-in-closed-form",
)
def path_converges(limits=(0, 0), *, rate="0.035"):
    distances = (Abs(1 - slope * rate) ** k / 2 for slope in (2, 50))
    return Equal(tuple(Limit(distance, k, oo) for distance in distances), limits, called=r"\lim_{k \to \infty} (|x_1^{(k)}|, |x_2^{(k)}|)")


@claim(
    "zigzags-inward-between-one-and-two",
    r"In the direction of an eigenvector with eigenvalue $\lambda > 0$, every step of descent crosses the optimum and ends nearer to it.",
    at="answer-1.rescaling.8",
    implied=True,
    expect=Conditional(
        And(rate * curvature > 1, rate * curvature < 2),
        sharp=True,
        wording=r"exactly if $1 < \alpha\lambda < 2$: for $\lambda = 50$, at rates between 0.02 and 0.04",
    ),
    figure=figures.contraction_factors,
    scope=r"one eigenvector's direction, $\frac{\lambda}{2} z^2$",
    reduction=in_one_eigendirection,
    assumes=[ORTHOGONAL, "The start is not exactly at the optimum in that direction."],
)
def zigzags_inward(across=Lt, nearer=Lt):
    then = And(across(after(z) * z, 0), nearer(Abs(after(z)), Abs(z)))
    given = And(curvature > 0, rate > 0, Ne(start, 0))
    return ForAll((curvature, rate, start), given=given, then=Orbit(z, start, step_along, then=then, invariant=Ne(z, 0)))


# answer-1.rescaling.16

MOMENTS = (*data.deviations, data.correlation)
GIVEN = And(data.deviation_1 > 0, data.deviation_2 > 0, data.correlation > -1, data.correlation < 1)
SQUARED_LOSS = (
    "A linear model with half the mean squared residual as its loss, as in the example a quadratic; other losses have other Hessians."
)
CENTRED = "The features are centred, so that a bias does not couple with the weights."


@claim(
    "rescaling-makes-example-spherical",
    "Measured in $y_2 = 5 x_2$ instead of $x_2$, the example has the Hessian $2 I$: the same curvature in every direction.",
    at="answer-1.rescaling.16",
    figure=figures.rescaled_path,
    controls={"not rescaled": {"factor": 1}, "by 25": {"factor": 25}},
    because=[("In the new coordinates the level curves are circles", ForAll(y, then=Eq(at(f, (y1, y2 / 5)), y1**2 + y2**2)))],
)
def rescaling_makes_example_spherical(curvature=2, *, factor=5):
    return Equal(hessian(at(f, (y1, y2 / factor)), y), curvature * eye(2), called=r"\nabla^2 f(y_1, y_2/5)")


@claim(
    "which-factor-makes-example-spherical",
    "Multiplying the second coordinate by a factor $s$ makes the Hessian of the example spherical.",
    at="answer-1.rescaling.16",
    implied=True,
    expect=Conditional(Eq(factor**2, 25), sharp=True, wording="exactly if $s = 5$ or $s = -5$"),
)
def which_factor(same=Eq):
    first, second = hessian(at(f, (y1, y2 / factor)), y).diagonal()
    return ForAll(factor, given=Ne(factor, 0), then=same(second, first))


def entries_are_averages():
    """An entry of the Hessian is the average of products of two features, whatever else the model adds up."""
    residual = data.weights[0] * u + data.weights[1] * v + others
    return ForAll((*data.weights, u, v, others), then=Equal(Derivative(residual**2 / 2, *data.weights), u * v))


@claim(
    "standardizing-makes-hessian-spherical",
    "Dividing each feature by its standard deviation makes the Hessian of a least-squares loss spherical.",
    at="answer-1.rescaling.16",
    expect=Conditional(Eq(data.correlation, 0), sharp=True, wording="exactly if the features are uncorrelated"),
    scope="each pair of features",
    reduction=entries_are_averages,
    assumes=[SQUARED_LOSS, CENTRED],
)
def standardizing_makes_hessian_spherical(same=Eq):
    matrix, direction = data.loss_hessian(data.standardizing()), Matrix([u, v])
    along = (direction.T * matrix * direction)[0]
    return ForAll(MOMENTS, given=GIVEN, then=ForAll((u, v), then=same(along, u**2 + v**2)))


@claim(
    "standardized-hessian-is-correlation",
    "Of standardized features, the Hessian of a least-squares loss is the correlation matrix "
    r"$\begin{bmatrix} 1 & \rho \\ \rho & 1 \end{bmatrix}$.",
    at="answer-1.rescaling.16",
    implied=True,
    assumes=[SQUARED_LOSS, CENTRED],
)
def standardized_hessian_is_correlation(curvature=1):
    rho = data.correlation
    found = data.loss_hessian(data.standardizing())
    return ForAll(MOMENTS, given=GIVEN, then=Equal(found, Matrix([[curvature, rho], [rho, curvature]]), called=r"\nabla_w^2 L"))


@claim(
    "no-scaling-removes-correlation",
    "However two correlated features are scaled, one by one, the Hessian of a least-squares loss stays non-spherical.",
    at="answer-1.rescaling.16",
    implied=True,
    assumes=[SQUARED_LOSS, CENTRED],
)
def no_scaling_removes_correlation(beside=Ne):
    scaled = data.loss_hessian(diag(u, v))
    return ForAll((u, v, *MOMENTS), given=And(u > 0, v > 0, GIVEN, Ne(data.correlation, 0)), then=beside(scaled[0, 1], 0))


@claim(
    "whitening-makes-hessian-spherical",
    "Whitening two features (decorrelating them and scaling each to variance 1) makes the Hessian of a least-squares loss the identity.",
    at="answer-1.rescaling.16",
    implied=True,
    assumes=[
        SQUARED_LOSS,
        CENTRED,
        "The whitening is that of Cholesky; any other differs from it by a rotation, which leaves the identity as it is.",
    ],
    because=[
        ("The Hessian is the covariance of the features", ForAll(MOMENTS, then=Equal(data.loss_hessian(eye(2)), data.covariance()))),
        ("which whitening makes the identity", ForAll(MOMENTS, given=GIVEN, then=Equal(data.covariance(data.whitening()), eye(2)))),
    ],
)
def whitening_makes_hessian_spherical(curvature=1):
    return ForAll(MOMENTS, given=GIVEN, then=Equal(data.loss_hessian(data.whitening()), curvature * eye(2), called=r"\nabla_w^2 L"))


@claim(
    "whitening-in-any-dimension",
    "Whitening makes the Hessian of a least-squares loss the identity for any number of features.",
    at="answer-1.rescaling.16",
    implied=True,
    assumes=[
        SQUARED_LOSS,
        CENTRED,
        "The covariance has orthonormal eigenvectors with positive eigenvalues (spectral theorem; no feature is redundant).",
    ],
    scope=r"each pair of whitened features, $q_i \cdot x / \sqrt{d_i}$ and $q_j \cdot x / \sqrt{d_j}$, with $p = q_i \cdot q_j$",
    reduction=entries_are_averages,
)
def whitening_in_any_dimension(times=1):
    first, second, product = reals("d_i d_j p")
    orthonormal = Or(Eq(product, 0), And(Eq(product, 1), Eq(first, second)))
    averaged = second * product / sqrt(first * second)  # q_i' S q_j = d_j q_i' q_j, where S is the covariance
    return ForAll((first, second, product), given=And(first > 0, second > 0, orthonormal), then=Eq(averaged, times * product))

"""Claims on rescaling as preconditioning: what a change of units does to each step of descent, and
to the path."""

from sympy import Abs, Matrix, Rational, diag

from claims.normalization.mathematics.all_dimensions import largest, least
from claims.normalization.mathematics.directions import a, b, curvature, rate
from claims.normalization.mathematics.quadratic import (
    at,
    f,
    gradient,
    step_of,
    x,
    x1,
    x2,
    y,
    y1,
    y2,
)
from probatum import (
    And,
    Eq,
    Equal,
    Exists,
    ForAll,
    Ge,
    Gt,
    Iff,
    Lt,
    Ne,
    Or,
    Orbit,
    Passage,
    after,
    assuming,
    dot,
    exactly_if,
    fails_with,
    features,
    integers,
    inverse,
    matrices,
    norm,
    reals,
    rests_on,
    strict_reading_of,
    total,
    vectors,
)

c, pull = reals("c g")
penalty = c  # of the square of a weight
d1, d2 = unit = reals("d_1 d_2")
e1, e2, weight, signal = reals("e_1 e_2 w z")
cosine, sine, shift, bias, scaled_weight = reals("p q m v w_c")
place, way_up = vectors("x g")
count = integers("n")
scale, coordinate, slope = features("d x g", of=count)
change = matrices("P", eigenvalues_in=(least, largest))
general = a * x1**2 + b * x1 * x2 + c * x2**2 + e1 * x1 + e2 * x2
COEFFICIENTS = (a, b, c, e1, e2)
ANY_GRADIENT = (
    "A quadratic stands for any function: one step sees its gradient at one point only, and a "
    "quadratic can have any there."
)


def step_in_other_coordinates(change, function):
    """One step of descent in the coordinates y = change * x, told in x."""
    inside = change.inv() * Matrix(y)
    moved = Matrix(step_of(at(function, tuple(inside)), rate, y))
    return change.inv() * moved.subs(
        dict(zip(y, change * Matrix(x), strict=True)), simultaneous=True
    )


passage = Passage("answer-1.rescaling.0")


@passage.states
@assuming(
    "For each of any number of coordinates, $x$ is the place, $d > 0$ the factor, and $g$ the "
    "slope of the function, which may be any; of two vectors that are equal the differences of the "
    "entries have squares that add up to 0.",
    "In $y = D x$ the slope is $D^{-1} g$ (chain rule).",
)
def rescaling_is_preconditioning(power=-2):
    """Gradient descent in rescaled coordinates $y = D x$ takes exactly the steps of descent in $x$
    with the gradient multiplied by $D^{-2}$: rescaling is a diagonal preconditioner."""
    carried_back = (scale * coordinate - rate * (slope / scale)) / scale
    preconditioned = coordinate - rate * scale**power * slope
    return ForAll(
        (scale, coordinate, slope, rate, count),
        given=scale > 0,
        then=Eq(total((carried_back - preconditioned) ** 2), 0),
    )


@rescaling_is_preconditioning.because
def _():
    yield (
        "To divide an input by $d$ is to multiply its weight by $d$: only the product of the "
        "two enters a model",
        ForAll(
            (d1, weight, signal),
            given=Ne(d1, 0),
            then=Eq((d1 * weight) * (signal / d1), weight * signal),
        ),
    )
    moved = step_in_other_coordinates(diag(*unit), general)
    yield (
        "Of two coordinates it can be seen with the derivatives themselves, here of any quadratic",
        ForAll(
            (*COEFFICIENTS, rate, *unit, *x),
            given=And(d1 > 0, d2 > 0),
            then=Equal(
                moved,
                Matrix(x) - rate * diag(d1**-2, d2**-2) * gradient(general),
                called="D^{-1} y'",
            ),
        ),
    )


@passage.states
@exactly_if(
    Or(Eq(penalty, 0), Eq(d1, 1), Eq(x1, 0)),
    "exactly if there is no penalty, or nothing is rescaled, or the weight is 0",
)
@strict_reading_of("rescaling-is-preconditioning")
@assuming(
    "One weight $x$ of any number, with the slope $g$ of the loss; the penalty is "
    r"$\frac{c}{2}$ times its square, in the coordinates in which descent runs."
)
def rescaling_with_a_penalty(same=Eq):
    """Rescaling is nothing but preconditioning also where large weights are penalized."""
    scaled_weight = d1 * x1
    carried_back = (scaled_weight - rate * (pull / d1 + penalty * scaled_weight)) / d1
    preconditioned = x1 - rate * d1**-2 * (pull + penalty * x1)
    return ForAll(
        (d1, x1, pull, penalty, rate),
        given=And(d1 > 0, rate > 0, penalty >= 0),
        then=same(carried_back, preconditioned),
    )


@passage.implies
@rests_on("rotating-changes-no-step")
@assuming(
    "$P$ is a symmetric change of the coordinates, of any number, with eigenvalues from $\\mu$ to "
    "$L$; $g$ is the slope of the function, which may be any. Every other invertible change $T$ is "
    r"such a one with $P^2 = T^\top T$, and a rotation or mirroring (polar decomposition), which "
    "changes no step.",
    "In $y = P x$ the slope is $P^{-1} g$ (chain rule).",
)
def mixing_is_preconditioning(wanted=place - rate * inverse(change, inverse(change, way_up))):
    r"""The same is true of every invertible linear change of the coordinates, whitening included:
    the preconditioner is $(T^\top T)^{-1}$."""
    moved = change @ place - rate * inverse(change, way_up)
    return ForAll(
        (change, place, way_up, rate, least, largest),
        given=And(0 < least, least <= largest),
        then=Eq(norm(inverse(change, moved) - wanted), 0),
    )


@mixing_is_preconditioning.because
def _():
    yield (
        "In the new coordinates a move $y$ changes the function as $P^{-1} y$ does in the old ones",
        ForAll(
            (change, place, way_up, least, largest),
            given=And(0 < least, least <= largest),
            then=Eq(dot(way_up, inverse(change, place)), dot(inverse(change, way_up), place)),
        ),
    )


def rotated(vector):
    """The coordinates after a rotation, of which cosine and sine are given."""
    return Matrix([[cosine, -sine], [sine, cosine]]) * Matrix(vector)


@passage.implies
@assuming(
    ANY_GRADIENT,
    "In more coordinates a rotation is made up of rotations of two of them at a time (Givens).",
)
def rotating_changes_no_step(left=1):
    """Rotating alone does nothing to descent: each step in rotated coordinates is the rotated
    step, however correlated the coordinates were."""
    there = {y1: rotated(x)[0], y2: rotated(x)[1]}
    back = Matrix([[cosine, sine], [-sine, cosine]])
    inside = at(general, tuple(back * Matrix(y)))
    moved = Matrix(step_of(inside, rate, y)).subs(there, simultaneous=True)
    wanted = Matrix(x) - left * rate * gradient(general)
    return ForAll(
        (*COEFFICIENTS, rate, cosine, sine, *x),
        given=Eq(cosine**2 + sine**2, 1),
        then=Equal(back * moved, wanted, called=r"R^\top y'"),
    )


@passage.implies
@exactly_if(Or(Eq(shift, 0), Eq(weight, 0)), "exactly if there is nothing to be centred")
@assuming("The feature is $z$, its weight $w$ and its mean $m$.")
def centring_without_bias(same=Eq):
    """Centring the features leaves what a linear model without a bias can say: some weight of the
    centred feature does what any weight of the raw one does."""
    return ForAll(
        (shift, weight),
        then=Exists(
            scaled_weight,
            then=ForAll(signal, then=same(scaled_weight * (signal - shift), weight * signal)),
        ),
    )


@passage.implies
@rests_on("centring-without-bias")
def centring_with_bias_changes_nothing(moved=1):
    """With a bias, centring leaves what a linear model can say: the bias takes up weight times
    mean, so that centring is a change of the coordinates too."""
    return ForAll(
        (shift, weight, bias, signal),
        then=Equal(
            weight * (signal - shift) + (bias + moved * weight * shift), weight * signal + bias
        ),
    )


passage = Passage("answer-1.rescaling.17")


ANY_STEP = (place, curvature, rate)
next_place = place - rate * curvature * place
NOT_AT_MINIMUM = And(curvature > 0, rate > 0, Ne(norm(place), 0))
SPHERICAL = r"The quadratic is $\frac{\lambda}{2} |x|^2$ in any number of dimensions."


@passage.states
@rests_on("circles-descent-points-to-centre")
@assuming(SPHERICAL)
def spherical_moves_straight(aligned=Eq):
    """With a spherical Hessian, each step of descent stays on the straight line through the
    minimum."""
    return ForAll(
        ANY_STEP,
        given=NOT_AT_MINIMUM,
        then=aligned(dot(next_place, place) ** 2, norm(next_place) ** 2 * norm(place) ** 2),
    )


@passage.states
@exactly_if(
    rate * curvature <= 1,
    "exactly at learning rates up to 1 over the curvature: above, it oscillates along the straight "
    "line",
)
@assuming(
    SPHERICAL,
    "A step that crosses the minimum ends on its other side, in a direction that makes an "
    "obtuse angle with where it started.",
)
def spherical_ends_oscillation(same_side=Ge):
    """With a spherical Hessian, descent no longer oscillates: no step crosses the minimum."""
    return ForAll(ANY_STEP, given=NOT_AT_MINIMUM, then=same_side(dot(place, next_place), 0))


@passage.implies
@assuming(SPHERICAL)
def spherical_in_one_step(product=1):
    r"""With a spherical Hessian, descent at the learning rate $1/\lambda$, and at no other, reaches
    the minimum in one step, from everywhere."""
    reached = Eq(norm(next_place), 0)
    return ForAll(ANY_STEP, given=NOT_AT_MINIMUM, then=Iff(reached, Eq(rate * curvature, product)))


rescaled = at(f, (y1, y2 / 5))


@passage.implies
@rests_on("rescaling-makes-example-spherical")
@fails_with("not rescaled", factor=1, start=("0.5", "0.5"))
def rescaled_example_goes_straight(same_side=Gt, *, rate="0.035", factor=5, start=("0.5", "2.5")):
    """Measured in $y_2 = 5 x_2$, the example from the same start at the same rate 0.035 goes
    straight to the minimum, without crossing it."""
    slope = Rational(start[1] / start[0])
    then = And(Eq(after(y2), slope * after(y1)), same_side(after(y1) * y1, 0))
    on_line = And(Eq(y2, slope * y1), y1 > 0)
    return Orbit(y, start, step_of(at(f, (y1, y2 / factor)), rate, y), then=then, invariant=on_line)


@passage.states(id="rescaled-example-no-faster-at-same-rate")
@exactly_if(
    rate > Rational(1, 26),
    "exactly at rates above 1/26, so not at 0.035; up to there its slowest direction shrinks by "
    "the same factor as before",
)
@strict_reading_of("spherical-moves-straight")
@assuming(
    "More directly is read as: faster. Compared is the factor by which a step shrinks the "
    "slowest direction.",
    "Along the first coordinate both shrink by the same factor, and the rescaled example so in "
    "every direction; it is therefore faster exactly if the second coordinate had been the "
    "slower one.",
)
def rescaled_example_no_faster(faster=Lt):
    """At the same rate, whatever it is, the rescaled example also gets nearer to the minimum faster
    than the original."""
    now, before = Abs(1 - 2 * rate), Abs(1 - 50 * rate)
    return ForAll(rate, given=rate > 0, then=faster(now, before))


@passage.implies
@rests_on("rescaling-makes-example-spherical")
@fails_with("at the old rate", rate="0.035")
def rescaled_example_in_one_step(minimum=(0, 0), *, rate="0.5"):
    """What the rescaling permits is a larger rate: at 0.5 the rescaled example is at the minimum
    after one step."""
    return ForAll(
        y,
        then=Equal(
            Matrix(step_of(rescaled, rate, y)),
            Matrix(minimum),
            called="y - 0.5 \\, \\nabla f(y_1, y_2/5)",
        ),
    )

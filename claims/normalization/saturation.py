"""Claims on saturation: how flat sigmoidal activations get, and what that does to gradients."""

from sympy import Abs, exp, log, sqrt

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.sigmoidal import logistic, slope, tanh
from probatum import (
    All,
    And,
    Eq,
    Exists,
    ForAll,
    Ge,
    Gt,
    Le,
    Lt,
    Passage,
    assuming,
    drawn_by,
    not_shown,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

z, near, far, tolerance, size = reals("z a b epsilon T")
u, v, rise, steepness, edge = reals("u v R s a_0")
weight, small_weight, large_weight, signal = reals("w w_1 w_2 x")
SOFTMAX = (
    "Softmax, whose slope depends on all of its inputs together, has claims of its own "
    "(softmax-flat-above-a-gap)."
)


def flat_beyond(found):
    """That a slope is below any tolerance beyond one over the tolerance."""
    return ForAll(
        (tolerance, z), given=And(tolerance > 0, z > 1 / tolerance), then=Lt(found, tolerance)
    )


passage = Passage("answer-1.saturation.1")


@passage.states
@rests_on("slopes-are-even")
@assuming(
    "Flat is read as: with a slope below any tolerance that one may name, which is to say that "
    "the slope tends to 0."
)
@not_shown(SOFTMAX)
def flat_above_a_size(flatter=Lt):
    r"""For every tolerance $\varepsilon$ there is a size above which the slope is less than
    $\varepsilon$: $\log(1/\varepsilon)$ for the logistic function, $\log(2/\sqrt{\varepsilon})$
    for tanh."""
    sizes = {logistic: log(1 / tolerance), tanh: log(2 / sqrt(tolerance))}
    given = And(tolerance > 0, tolerance < 1)
    return All(
        *(
            ForAll(
                (tolerance, z),
                given=And(given, z > size),
                then=flatter(slope(activation, z), tolerance),
            )
            for activation, size in sizes.items()
        )
    )


@passage.implies(id="every-sigmoid-is-flat-far-out")
@assuming(
    "From $a$ to $z$ such a function rises by at least its slope $s$ at $z$ times the way, as "
    "it was steeper before."
)
def every_sigmoid_is_flat(flatter=Lt):
    r"""The same is true of other sigmoids: whatever rises by no more than $R$ in all, and from $a$
    on ever less steeply, has a slope below $\varepsilon$ beyond $a + R/\varepsilon$."""
    given = And(
        tolerance > 0,
        rise > 0,
        steepness >= 0,
        steepness * (z - edge) <= rise,
        z > edge + rise / tolerance,
    )
    return ForAll(
        (tolerance, rise, steepness, edge, z), given=given, then=flatter(steepness, tolerance)
    )


@every_sigmoid_is_flat.because
def _():
    yield "One example is the arc tangent, of slope $1/(1 + z^2)$", flat_beyond(1 / (1 + z**2))
    yield "another is $z/(1 + |z|)$, of slope $1/(1 + |z|)^2$", flat_beyond(1 / (1 + Abs(z)) ** 2)


@passage.implies
def slopes_are_even(same=Eq):
    """The slopes of the logistic function and of tanh depend on the size of the input only, not on
    its sign."""
    return All(
        *(
            ForAll(z, then=same(slope(activation, -z), slope(activation, z)))
            for activation in (logistic, tanh)
        )
    )


@passage.states
@refuted
@strict_reading_of("flat-above-a-size")
def flat_means_zero(flat=Eq):
    """For inputs above a size $T$ the slope of the logistic function is zero."""
    return Exists(size, then=ForAll(z, given=z > size, then=flat(slope(logistic, z), 0)))


@flat_means_zero.corrected
def the_slope_is_positive_everywhere(positive=Gt):
    """The slope of the logistic function is positive everywhere: there is no size above which it is
    zero."""
    return ForAll(z, then=positive(slope(logistic, z), 0))


@passage.implies
@rests_on("slopes-are-even")
@not_shown(SOFTMAX)
@drawn_by(figures.slopes_of_sigmoids)
def saturation_shrinks_gradients(flatter=Lt):
    """Saturation shrinks gradients: the farther the input of a logistic or tanh unit is from 0, the
    smaller the unit's slope."""
    return All(
        *(
            ForAll(
                (near, far),
                given=And(near >= 0, near < far),
                then=flatter(slope(activation, far), slope(activation, near)),
            )
            for activation in (logistic, tanh)
        )
    )


@saturation_shrinks_gradients.because
def _():
    yield (
        "The logistic slope falls as $e^z$ grows from 1",
        ForAll((u, v), given=And(u >= 1, v > u), then=Lt(v / (1 + v) ** 2, u / (1 + u) ** 2)),
    )
    yield (
        "The slope of tanh is that of the logistic function four times, at twice the input",
        ForAll(z, then=Eq(slope(tanh, z), 4 * slope(logistic, 2 * z))),
    )


@passage.implies(id="logistic-slope-decays-exponentially")
def decays_exponentially(bound=exp(-z)):
    """The slope of the logistic function at $z > 0$ is less than $e^{-z}$."""
    return ForAll(z, given=z > 0, then=Lt(slope(logistic, z), bound))


@passage.implies(id="logistic-slope-at-most-quarter")
def at_most_quarter(bound="0.25"):
    """The slope of the logistic function is at most 1/4, at 0."""
    return ForAll(z, then=Le(slope(logistic, z), bound))


@passage.implies(id="tanh-slope-at-most-one")
def at_most_one(bound=1):
    """The slope of tanh is at most 1, at 0."""
    return ForAll(z, then=Le(slope(tanh, z), bound))


passage = Passage("answer-1.saturation.2")


@passage.implies
@assuming(
    r"For an input $x > 0$ the gradient is $x$ times the slope at $w x$, below $\varepsilon$ "
    r"once $w x > \log(x/\varepsilon)$."
)
def gradient_vanishes_with_weight(flatter=Lt):
    """The gradient of a logistic unit with respect to its weight tends to 0 as the weight grows,
    for any one input."""
    far_out = And(signal > 0, tolerance > 0, weight * signal > log(signal / tolerance))
    return ForAll(
        (weight, signal, tolerance),
        given=far_out,
        then=flatter(signal * slope(logistic, weight * signal), tolerance),
    )


@gradient_vanishes_with_weight.because
def _():
    yield (
        "The slope falls faster than $e^{-z}$",
        Lt(signal * slope(logistic, weight * signal), signal * exp(-weight * signal)),
    )
    yield "and the exponential beats every factor", Lt(signal * exp(-weight * signal), tolerance)


@passage.implies
@assuming(r"For a weight $w > 0$ it is below $\varepsilon$ once $x > 4/(\varepsilon w^2)$.")
def gradient_vanishes_with_input(flatter=Lt):
    """The gradient of a logistic unit with respect to its weight tends to 0 as the input grows,
    although the input is one of its factors."""
    gradient = signal / (exp(weight * signal / 2) + exp(-weight * signal / 2)) ** 2
    far_out = And(weight > 0, tolerance > 0, signal > 4 / (tolerance * weight**2))
    return ForAll((weight, signal, tolerance), given=far_out, then=flatter(gradient, tolerance))


@gradient_vanishes_with_input.because
def _():
    yield (
        "The slope in other words",
        ForAll(z, then=Eq(slope(logistic, z), 1 / (exp(z / 2) + exp(-z / 2)) ** 2)),
    )


@passage.implies
def larger_weight_smaller_gradient(smaller=Lt):
    """For the same input, a logistic unit with a larger weight has the smaller gradient."""
    small, large = (
        signal * slope(logistic, value * signal) for value in (small_weight, large_weight)
    )
    given = And(signal > 0, small_weight >= 0, small_weight < large_weight)
    return ForAll((signal, small_weight, large_weight), given=given, then=smaller(large, small))


@passage.states
@refuted
@assuming(
    "Small means near 0, as the sentence before speaks of inputs above a certain size. The "
    "slope stands for the gradient."
)
def small_product_saturates(flatter=Lt):
    """A unit whose product of inputs and weights is small is more saturated, with a smaller
    gradient, than one whose product is larger."""
    given = And(near >= 0, near < far)
    return All(
        *(
            ForAll(
                (near, far),
                given=given,
                then=flatter(slope(activation, near), slope(activation, far)),
            )
            for activation in (logistic, tanh)
        )
    )


@small_product_saturates.corrected(flatter=Gt)
def large_product_saturates():
    """The other way round: the smaller the product is in size, the larger the slope, and at 0 it
    is largest."""


@passage.states
@refuted
@strict_reading_of("small-product-saturates")
@rests_on("flat-above-a-size")
@assuming(
    "What implies it would be that a unit that is flat above a size is flat below one; flat is "
    "read as: of less than a tenth of its steepest slope."
)
def flat_above_implies_flat_below(flatter=Lt):
    """A logistic unit, whose gradients are flat above a size, is saturated below some size, too."""
    near_zero = ForAll(z, given=Abs(z) < size, then=flatter(slope(logistic, z), "0.025"))
    return Exists(size, given=size > 0, then=near_zero)


@flat_above_implies_flat_below.corrected
def steep_within_one(at_least=Ge, least="0.19"):
    """Nothing of the kind follows: within 1 of 0 the logistic function has at least three quarters
    of its steepest slope, however flat it is farther out."""
    return ForAll(z, given=Abs(z) <= 1, then=at_least(slope(logistic, z), least))


@passage.states
@strict_reading_of("small-product-saturates")
@assuming(
    "Small means far down the number line. Saturated means of a slope below any tolerance that "
    "one may name."
)
def very_negative_product_saturates(flatter=Lt):
    """A product of inputs and weights that is small in the sense of far below 0 does saturate a
    logistic or tanh unit."""
    edges = {logistic: log(tolerance), tanh: log(sqrt(tolerance) / 2)}
    given = And(tolerance > 0, tolerance < 1)
    return All(
        *(
            ForAll(
                (tolerance, z),
                given=And(given, z < edge),
                then=flatter(slope(activation, z), tolerance),
            )
            for activation, edge in edges.items()
        )
    )

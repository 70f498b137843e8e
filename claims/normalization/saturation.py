"""Claims on saturation: how flat sigmoidal activations get, and what that does to gradients."""

from sympy import Abs, exp, log, sqrt

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.sigmoidal import logistic, slope, tanh
from probatum import All, And, Eq, ForAll, Gt, Le, Lt, Refuted, claim, reals

z, near, far, tolerance, size = reals("z a b epsilon T")
u, v, rise, steepness, edge = reals("u v R s a_0")
weight, small_weight, large_weight, signal = reals("w w_1 w_2 x")
SOFTMAX = "Softmax, whose slope depends on all of its inputs together, has claims of its own (softmax-flat-above-a-gap)."


def flat_beyond(found):
    """That a slope is below any tolerance beyond one over the tolerance."""
    return ForAll((tolerance, z), given=And(tolerance > 0, z > 1 / tolerance), then=Lt(found, tolerance))


# answer-1.saturation.1


@claim(
    "flat-above-a-size",
    r"For every tolerance $\varepsilon$ there is a size above which the slope is less than $\varepsilon$: $\log(1/\varepsilon)$ for the "
    r"logistic function, $\log(2/\sqrt{\varepsilon})$ for tanh.",
    at="answer-1.saturation.1",
    rests_on="slopes-are-even",
    assumes="Flat is read as: with a slope below any tolerance that one may name, which is to say that the slope tends to 0.",
    not_shown=SOFTMAX,
)
def flat_above_a_size(flatter=Lt):
    sizes = {logistic: log(1 / tolerance), tanh: log(2 / sqrt(tolerance))}
    given = And(tolerance > 0, tolerance < 1)
    return All(
        *(ForAll((tolerance, z), given=And(given, z > size), then=flatter(slope(unit, z), tolerance)) for unit, size in sizes.items())
    )


@claim(
    "every-sigmoid-is-flat-far-out",
    "The same is true of other sigmoids: whatever rises by no more than $R$ in all, and from $a$ on ever less steeply, has a slope below "
    r"$\varepsilon$ beyond $a + R/\varepsilon$.",
    at="answer-1.saturation.1",
    implied=True,
    assumes="From $a$ to $z$ such a function rises by at least its slope $s$ at $z$ times the way, as it was steeper before.",
    because=[
        ("One example is the arc tangent, of slope $1/(1 + z^2)$", flat_beyond(1 / (1 + z**2))),
        (r"another is $z/(1 + |z|)$, of slope $1/(1 + |z|)^2$", flat_beyond(1 / (1 + Abs(z)) ** 2)),
    ],
)
def every_sigmoid_is_flat(flatter=Lt):
    given = And(tolerance > 0, rise > 0, steepness >= 0, steepness * (z - edge) <= rise, z > edge + rise / tolerance)
    return ForAll((tolerance, rise, steepness, edge, z), given=given, then=flatter(steepness, tolerance))


@claim(
    "slopes-are-even",
    "The slopes of the logistic function and of tanh depend on the size of the input only, not on its sign.",
    at="answer-1.saturation.1",
    implied=True,
)
def slopes_are_even(same=Eq):
    return All(*(ForAll(z, then=same(slope(unit, -z), slope(unit, z))) for unit in (logistic, tanh)))


@claim(
    "flat-means-zero",
    "For inputs above a size $T$ the slope of the logistic function is zero.",
    at="answer-1.saturation.1",
    reading="strict",
    reading_of="flat-above-a-size",
    expect=Refuted("The slope of the logistic function is positive everywhere: there is no size above which it is zero.", {"relation": Gt}),
)
def flat_means_zero(relation=Eq):
    return ForAll((size, z), given=z > size, then=relation(slope(logistic, z), 0))


@claim(
    "saturation-shrinks-gradients",
    "Saturation shrinks gradients: the farther the input of a logistic or tanh unit is from 0, the smaller is the unit's slope.",
    at="answer-1.saturation.1",
    implied=True,
    figure=figures.slopes_of_sigmoids,
    rests_on="slopes-are-even",
    not_shown=SOFTMAX,
    because=[
        (
            "The logistic slope falls as $e^z$ grows from 1",
            ForAll((u, v), given=And(u >= 1, v > u), then=Lt(v / (1 + v) ** 2, u / (1 + u) ** 2)),
        ),
        (
            "The slope of tanh is that of the logistic function four times, at twice the input",
            ForAll(z, then=Eq(slope(tanh, z), 4 * slope(logistic, 2 * z))),
        ),
    ],
)
def saturation_shrinks_gradients(order=Lt):
    return All(
        *(
            ForAll((near, far), given=And(near >= 0, near < far), then=order(slope(unit, far), slope(unit, near)))
            for unit in (logistic, tanh)
        )
    )


@claim(
    "logistic-slope-decays-exponentially",
    "The slope of the logistic function at $z > 0$ is less than $e^{-z}$.",
    at="answer-1.saturation.1",
    implied=True,
)
def decays_exponentially(factor=1):
    return ForAll(z, given=z > 0, then=Lt(slope(logistic, z), factor * exp(-z)))


@claim(
    "logistic-slope-at-most-quarter",
    "The slope of the logistic function is at most 1/4, at 0.",
    at="answer-1.saturation.1",
    implied=True,
)
def at_most_quarter(bound="0.25"):
    return ForAll(z, then=Le(slope(logistic, z), bound))


@claim("tanh-slope-at-most-one", "The slope of tanh is at most 1, at 0.", at="answer-1.saturation.1", implied=True)
def at_most_one(bound=1):
    return ForAll(z, then=Le(slope(tanh, z), bound))


# answer-1.saturation.2


@claim(
    "gradient-vanishes-with-weight",
    "The gradient of a logistic unit with respect to its weight tends to 0 as the weight grows, for any one input.",
    at="answer-1.saturation.2",
    implied=True,
    assumes=r"For an input $x > 0$ the gradient is $x$ times the slope at $w x$, below $\varepsilon$ once $w x > \log(x/\varepsilon)$.",
    because=[
        ("The slope falls faster than $e^{-z}$", Lt(signal * slope(logistic, weight * signal), signal * exp(-weight * signal))),
        ("and the exponential beats every factor", Lt(signal * exp(-weight * signal), tolerance)),
    ],
)
def gradient_vanishes_with_weight(flatter=Lt):
    beyond = And(signal > 0, tolerance > 0, weight * signal > log(signal / tolerance))
    return ForAll((weight, signal, tolerance), given=beyond, then=flatter(signal * slope(logistic, weight * signal), tolerance))


@claim(
    "gradient-vanishes-with-input",
    "The gradient of a logistic unit with respect to its weight tends to 0 as the input grows, although the input is one of its factors.",
    at="answer-1.saturation.2",
    implied=True,
    assumes=r"For a weight $w > 0$ it is below $\varepsilon$ once $x > 4/(\varepsilon w^2)$.",
    because=[("The slope in other words", ForAll(z, then=Eq(slope(logistic, z), 1 / (exp(z / 2) + exp(-z / 2)) ** 2)))],
)
def gradient_vanishes_with_input(flatter=Lt):
    gradient = signal / (exp(weight * signal / 2) + exp(-weight * signal / 2)) ** 2
    beyond = And(weight > 0, tolerance > 0, signal > 4 / (tolerance * weight**2))
    return ForAll((weight, signal, tolerance), given=beyond, then=flatter(gradient, tolerance))


@claim(
    "larger-weight-smaller-gradient",
    "For the same input, a logistic unit with a larger weight has the smaller gradient.",
    at="answer-1.saturation.2",
    implied=True,
)
def larger_weight_smaller_gradient(order=Lt):
    small, large = (signal * slope(logistic, value * signal) for value in (small_weight, large_weight))
    given = And(signal > 0, small_weight >= 0, small_weight < large_weight)
    return ForAll((signal, small_weight, large_weight), given=given, then=order(large, small))


@claim(
    "small-product-saturates",
    "A unit whose product of inputs and weights is small is more saturated, with a smaller gradient, than one whose product is larger.",
    at="answer-1.saturation.2",
    expect=Refuted(
        "The other way round: the smaller the product is in size, the larger is the slope, and at 0 it is largest.", {"order": Gt}
    ),
    assumes="Small means near 0, as the sentence before speaks of inputs above a certain size. The slope stands for the gradient.",
)
def small_product_saturates(order=Lt):
    given = And(near >= 0, near < far)
    return All(*(ForAll((near, far), given=given, then=order(slope(unit, near), slope(unit, far))) for unit in (logistic, tanh)))


@claim(
    "very-negative-product-saturates",
    "A product of inputs and weights that is small in the sense of far below 0 does saturate a logistic or tanh unit.",
    at="answer-1.saturation.2",
    reading="strict",
    reading_of="small-product-saturates",
    assumes="Small means far down the number line. Saturated means of a slope below any tolerance that one may name.",
)
def very_negative_product_saturates(flatter=Lt):
    edges = {logistic: log(tolerance), tanh: log(sqrt(tolerance) / 2)}
    given = And(tolerance > 0, tolerance < 1)
    return All(
        *(ForAll((tolerance, z), given=And(given, z < edge), then=flatter(slope(unit, z), tolerance)) for unit, edge in edges.items())
    )

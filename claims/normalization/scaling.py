"""Claims on ways to scale data: what each yields, when it is possible, and what it does to
saturation and to the Hessian."""

from sympy import Abs, Piecewise, Rational, sqrt

from claims.normalization.mathematics.all_dimensions import best_factor
from claims.normalization.mathematics.columns import (
    COLUMNS,
    ROOT_MEAN_SQUARE,
    first,
    residual,
    second,
    second_difference,
)
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
    Ne,
    Passage,
    assuming,
    dot,
    exactly_if,
    fails_with,
    features,
    integers,
    norm,
    not_shown,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
    total,
    vectors,
)

z, t, size, tolerance = reals("z t T epsilon")
weight, outer_weight, bias, signal, bound = reals("w v b x S")
inputs = integers("n")
each_weight, each_input = features("w x", of=inputs)
constant = vectors("e")
mean, square, shift, scale = reals("m q c s")
low, high, outlier, others, count, replaced, outliers = reals("l h y r n k j")
r1, r2, p1, p2, q1, q2 = reals("r_1 r_2 p_1 p_2 q_1 q_2")
AVERAGES = (
    "The data enter by their mean $m$ and mean square $q$; averages are linear, so that this is "
    "for any number of values."
)
SCATTERED = square > mean**2


passage = Passage("answer-1.saturation.0")


@passage.states
@refuted
@strict_reading_of("rescaling-prevents-early-saturation")
@rests_on("saturation-shrinks-gradients")
@assuming(
    "Saturated is read as: with a product beyond some size $T$, where the slope is as small as "
    "one does not want it. The unit has any number of inputs $x$ with weights $w$.",
)
def scaled_inputs_prevent_saturation(within=Le):
    """Inputs scaled to sizes up to 1 keep a unit's product of inputs and weights within $T$, short
    of saturation, whatever the weights."""
    return ForAll(
        (each_weight, each_input, inputs, size),
        given=And(size > 0, Abs(each_input) <= 1),
        then=within(Abs(total(each_weight * each_input)), size),
    )


@scaled_inputs_prevent_saturation.corrected
def scaled_inputs_leave_it_to_the_weights(within=Le):
    """They keep the product within what the sizes of its weights add up to."""
    return ForAll(
        (each_weight, each_input, inputs),
        given=Abs(each_input) <= 1,
        then=within(Abs(total(each_weight * each_input)), total(Abs(each_weight))),
    )


passage = Passage("answer-1.saturation.3")


@passage.states
@rests_on("saturation-shrinks-gradients")
@assuming(
    "Both scale the product $z$ of inputs and weights, here by $t < 1$; the slope is what a "
    "saturated unit lacks."
)
@not_shown("How much faster learning then is: this is left to experiments.")
def smaller_product_steeper_unit(steeper=Gt):
    """Scaling down the inputs or the initial weights of a logistic or tanh unit raises its slope:
    the opposite of what the sentence before says of small products (small-product-saturates)."""
    given = And(0 < t, t < 1, Ne(z, 0))
    return All(
        *(
            ForAll((z, t), given=given, then=steeper(slope(unit, t * z), slope(unit, z)))
            for unit in (logistic, tanh)
        )
    )


def gradient_of(factor):
    """The gradient of v * logistic(w x) in w, with both weights scaled by the factor."""
    return factor * outer_weight * signal * slope(logistic, factor * weight * signal)


@passage.states
@refuted
@strict_reading_of("smaller-product-steeper-unit")
@assuming(
    "Two layers: a logistic unit with weight $w$ for the input $x$, whose output has the weight "
    "$v$; all are positive, and $t$ scales both weights."
)
def smaller_weights_larger_gradients(at_least=Ge):
    """The smaller the initial weights, the larger the gradients."""
    given = And(weight > 0, outer_weight > 0, signal > 0, 0 < t, t < 1)
    return ForAll(
        (weight, outer_weight, signal, t),
        given=given,
        then=at_least(gradient_of(t), gradient_of(1)),
    )


@smaller_weights_larger_gradients.corrected
def small_weights_leave_small_gradients(quarter="0.25"):
    """Weights can be too small as well: scaled by $t$, they leave of the gradient of an inner
    weight at most $t v x / 4$."""
    return ForAll(
        (weight, outer_weight, signal, t),
        given=And(weight > 0, outer_weight > 0, signal > 0, 0 < t, t < 1),
        then=Le(gradient_of(t), quarter * t * outer_weight * signal),
    )


passage = Passage("answer-1.saturation.4")


@passage.states
@exactly_if(square > mean**2, "exactly if the data are not constant")
@assuming(AVERAGES)
@fails_with("scaled only", shifted=0)
@fails_with("shifted only", scaled=0)
def standardizing_is_possible(*, shifted=1, scaled=1):
    """Data can be shifted and scaled to have mean 0 and variance 1."""
    offset, factor = shift if shifted else 0, scale if scaled else 1
    found = And(Eq(factor * (mean - offset), 0), Eq(factor**2 * (square - mean**2), 1))
    return ForAll(
        (mean, square),
        given=square >= mean**2,
        then=Exists((shift, scale), given=scale > 0, then=found),
    )


@passage.implies(id="bias-needs-mean-zero-and-variance-one")
@exactly_if(
    And(Eq(dot(constant, first), 0), Eq(norm(first), 1)),
    "exactly if the feature has mean 0 and variance 1",
)
@assuming(
    COLUMNS,
    "The bias is the weight of a feature $e$ that is the same in every row, taken for the unit of "
    "length; $u$ is any of the other features. Equally curved is read as: along the weight of "
    "the feature, and along both weights moved by as much, as along the bias.",
)
def bias_needs_mean_zero(same=Eq):
    """Why mean 0 and variance 1: of a linear model with a bias, the squared loss is equally curved
    in every direction."""
    along_bias, along_feature = second_difference(constant), second_difference(first)
    along_both = second_difference(first + constant)  # both moved by 1: twice the square of one
    return ForAll(
        (first, constant, residual),
        given=Eq(norm(constant), 1),
        then=And(same(along_feature, along_bias), same(along_both, 2 * along_bias)),
    )


@bias_needs_mean_zero.because
def _():
    yield (
        "Then it is so along every change of the two weights",
        ForAll(
            (first, constant, residual, weight, bias),
            given=And(Eq(norm(constant), 1), Eq(norm(first), 1), Eq(dot(constant, first), 0)),
            then=Eq(
                second_difference(weight * first + bias * constant),
                (weight**2 + bias**2) * second_difference(constant),
            ),
        ),
    )


@passage.not_checkable(
    "How common a method is among practitioners takes a survey; no mathematics and no experiment "
    "tells it."
)
def standardizing_is_common():
    """To standardize is common."""


passage = Passage("answer-1.saturation.5")

BETWEEN = And(low < high, low <= others, others <= high, high < outlier)


@passage.states
@exactly_if(low < high, "exactly if the data are not constant")
@assuming("$l$ and $h$ are the least and the largest value.")
@fails_with("scaled only", shifted=0)
@fails_with("shifted only", scaled=0)
def min_max_is_possible(*, shifted=1, scaled=1):
    """Data can be shifted and scaled so that the least value becomes 0 and the largest 1."""
    offset, factor = shift if shifted else 0, scale if scaled else 1
    found = And(Eq(factor * (low - offset), 0), Eq(factor * (high - offset), 1))
    return ForAll(
        (low, high), given=low <= high, then=Exists((shift, scale), given=scale > 0, then=found)
    )


@passage.implies(id="min-max-stays-in-unit-interval")
@assuming("$l$ and $h$ are the least and the largest value of data that are not constant.")
def min_max_stays(least=0, largest=1):
    """Min-max scaling takes every value into the interval from 0 to 1."""
    scaled = (z - low) / (high - low)
    return ForAll(
        (low, high, z),
        given=And(low < high, low <= z, z <= high),
        then=And(scaled >= least, scaled <= largest),
    )


@passage.states
@exactly_if(
    outliers <= replaced, "exactly if no more values are outliers than are replaced at that end"
)
@assuming(
    "A share $j$ of the values are outliers, of the same size $y$; the others lie from $l$ to "
    "$h$, with the mean $r$. At each end the share $k$ is replaced by the nearest value left.",
    "What is replaced at the lower end lies among the others before and after, so that $r$ may "
    "stand for their mean after it.",
)
def winsorized_mean_is_bounded(within=Le):
    """However large the outliers, the Winsorized mean stays among the other values."""
    top = Piecewise((high, outliers <= replaced), (outlier, True))
    winsorized = (1 - outliers) * others + outliers * top
    inner = ForAll(
        (low, high, others, outlier),
        given=BETWEEN,
        then=And(low <= winsorized, within(winsorized, high)),
    )
    half = Rational(1, 2)
    given = And(outliers > 0, outliers < half, replaced > 0, replaced < half)
    return ForAll((outliers, replaced), given=given, then=inner)


@passage.implies
@assuming("The other values lie from $l$ to $h$, with the mean $r$.")
def mean_is_unbounded(beyond=Gt):
    """The plain mean is not bounded: one outlier moves it beyond any value, for any number of
    values."""
    far = And(count >= 2, outlier > count * bound - (count - 1) * others)
    return ForAll(
        (count, others, outlier, bound),
        given=far,
        then=beyond(((count - 1) * others + outlier) / count, bound),
    )


@passage.implies
@rests_on("winsorized-mean-is-bounded")
@assuming(
    r"After Winsorizing all values lie from $l$ to $h$, so that $(x - l)(h - x) \ge 0$ for each, "
    r"and also on average.",
    AVERAGES,
)
def winsorized_deviation_is_bounded(half="0.5"):
    """The Winsorized standard deviation is at most half the range of the values that are no
    outliers."""
    inside = (low + high) * mean - low * high - square
    given = And(low < high, low <= mean, mean <= high, inside >= 0, square >= mean**2)
    return ForAll(
        (low, high, mean, square), given=given, then=Le(sqrt(square - mean**2), half * (high - low))
    )


@passage.implies
@assuming("The other values lie from $l$ to $h$; the outlier $y$ is the largest value.")
def outlier_squeezes_min_max(closer=Lt):
    """Min-max scaling, in contrast, lets one large outlier squeeze all other values as close
    together as one likes."""
    given = And(low < high, tolerance > 0, outlier > low + (high - low) / tolerance, outlier > high)
    return ForAll(
        (low, high, outlier, tolerance),
        given=given,
        then=closer((high - low) / (outlier - low), tolerance),
    )


@passage.not_checkable(
    "How common a method is takes a survey. Of public examples for MNIST, many for Keras divide "
    "all pixels by 255, which is min-max scaling of the image as a whole and not of each pixel; "
    "many for PyTorch subtract one mean and divide by one deviation after it."
)
def min_max_is_common_for_images():
    """Min-max scaling is very common for tasks like the recognition of digits."""


passage = Passage("answer-1.saturation.6")


@passage.states
@exactly_if(
    Eq(p1 * q2, p2 * q1),
    "exactly if both leave the same ratio between the largest and the smallest curvature",
)
@rests_on("best-factor-by-condition-number")
@assuming(
    "Two Hessians, of any number of features: where scaled in one way the smallest and the largest "
    r"eigenvalue are $p_1$ and $p_2$, in the other $q_1$ and $q_2$. Compared is "
    r"$(\kappa - 1)/(\kappa + 1)$.",
    "Unimportant is read as: without effect on that. What it usually is on real data, "
    "choice-of-scaling-unimportant measures.",
)
def choice_of_scaling_without_effect(same=Eq):
    """Of two ways to scale the features, both make descent equally fast at its best rate."""
    return ForAll(
        (p1, p2, q1, q2),
        given=And(0 < p1, p1 <= p2, 0 < q1, q1 <= q2),
        then=same(best_factor(p1, p2), best_factor(q1, q2)),
    )


@passage.implies
@exactly_if(
    Eq(norm(first) * r2, norm(second) * r1),
    "exactly if the deviation is the same share of each range",
)
@rests_on("standardizing-makes-hessian-spherical")
@assuming(
    COLUMNS,
    ROOT_MEAN_SQUARE,
    "The features are uncorrelated, so that the Hessian is spherical exactly if any two of them, "
    "$u$ and $v$, have the same curvature. $r_1$ and $r_2$ are the ranges.",
)
def min_max_makes_hessian_spherical(same=Eq):
    """Min-max scaling makes the Hessian of a least-squares loss as spherical as standardizing
    does."""
    not_constant = And(norm(first) > 0, norm(second) > 0, r1 > 0, r2 > 0)
    return ForAll(
        (first, second, residual, r1, r2),
        given=And(not_constant, Eq(dot(first, second), 0)),
        then=same(second_difference(first / r1), second_difference(second / r2)),
    )

"""Claims on scaling and least squares, measured on real data: condition numbers, steps of descent,
its direction."""

import pytest

from claims.normalization.experiments import descent
from claims.normalization.experiments.datasets import MIXED_UNITS, REAL
from claims.normalization.experiments.effects import (
    COST,
    DEGREES,
    DRAWN,
    FEWER_DEGREES,
    HALF,
    MORE_OFTEN_THAN_NOT,
    ORDER,
    TENFOLD,
    TENTH,
    TWICE,
)
from claims.normalization.experiments.measuring import measured
from claims.normalization.experiments.scalers import SCALERS
from probatum import (
    All,
    Choice,
    Ge,
    Gt,
    Le,
    Passage,
    assuming,
    drawn_by,
    fails_with,
    not_shown,
    refuted,
    rests_on,
    strict_reading_of,
)

pytestmark = pytest.mark.measured

RAW, CENTRED, DIVIDED, PLACEBO = map(Choice, ("raw", "centred", "divided", "rotated"))
STANDARD, MIN_MAX, ROBUST, WHITENED = map(Choice, ("standard", "min-max", "robust", "whitened"))
CLIPPED, WINSORIZED_STATISTICS = Choice("Winsorized"), Choice("Winsorized statistics")
ALL_DATA, OWN_UNITS = tuple(map(Choice, REAL)), tuple(map(Choice, MIXED_UNITS))
NAMED_SCALINGS = (STANDARD, MIN_MAX, WINSORIZED_STATISTICS)  # that the text names
CENTRING = (ROBUST, CLIPPED, WINSORIZED_STATISTICS)
NAMED_DATA = (
    "The four data sets stand for data in general: three with features in units of their own, one "
    "of pixels."
)
LINEAR = (
    "A linear model with half the mean squared residual as its loss; descent starts with all "
    "weights 0."
)
REMAINING = (
    "Converged means that 99 % of the loss that descent can remove is removed; directions without "
    "any variation count for nothing."
)
OUTLYING = (
    "Of each feature a fiftieth of the values, drawn anew in each run, are off by a thousand "
    "standard deviations, as if mistyped."
)
OTHER_LOSSES = "Other models, losses and data sets, and learning rates that change on the way."


def bars(value, title, y, log_low, log_high):
    """The figure of a function of data set and scaler: a group of bars a data set, logarithmic."""
    ticks = [{"at": index, "label": scaler} for index, scaler in enumerate(SCALERS)]
    series = [
        {
            "name": data,
            "kind": "bars",
            "points": [[index, value(data, scaler)] for index, scaler in enumerate(SCALERS)],
        }
        for data in REAL
    ]
    return {
        "title": title,
        "description": f"{title}, for each of {', '.join(SCALERS)} inputs on {', '.join(REAL)}, "
        "on a logarithmic axis: "
        "raw inputs are worse by orders of magnitude, whitened ones the best.",
        "x": {"label": "inputs", "low": -0.5, "high": len(SCALERS) - 0.5, "ticks": ticks},
        "y": {"label": y, "low": log_low, "high": log_high, "log": True},
        "series": series,
    }


def figure_of_steps(**facts):
    """Steps by scaler and data set."""
    return bars(
        descent.fewest_steps,
        "Steps of descent to 99 % of what it can remove, each at its best rate",
        "steps",
        0.5,
        1e10,
    )


def figure_of_conditions(**facts):
    """Condition numbers by scaler and data set."""
    return bars(
        descent.condition_number,
        "Condition number of the Hessian of least squares",
        "condition number",
        0.5,
        1e13,
    )


passage = Passage("question.1")


@passage.states
@assuming(
    NAMED_DATA,
    LINEAR,
    REMAINING,
    "Normalization is read as standardizing, the first method that the answer names.",
)
@not_shown(OTHER_LOSSES)
@drawn_by(figure_of_steps)
@fails_with("a placebo", treatment=PLACEBO)
def standardizing_halves_the_steps(fewer=Le, *, treatment=STANDARD, threshold=HALF):
    """On real data, standardizing the features at least halves the steps that gradient descent
    needs for a linear model, with a bias and without, each at its own best constant learning
    rate."""
    found = (descent.fewest_steps, descent.fewest_steps_without_bias)
    return All(
        *(measured(steps, REAL, treatment, fewer, threshold, COST, against=RAW) for steps in found)
    )


@passage.implies
@refuted
@strict_reading_of("standardizing-halves-the-steps")
@assuming(NAMED_DATA, LINEAR, REMAINING)
@fails_with("a placebo", treatment=PLACEBO)
def faster_at_the_same_rate(fewer=Le, *, data=ALL_DATA, treatment=STANDARD, threshold=HALF):
    """Standardizing at least halves the steps also at one and the same learning rate, the one that
    is best for raw inputs."""
    return measured(
        descent.steps_at_common_rate, data, treatment, fewer, threshold, COST, against=RAW
    )


@faster_at_the_same_rate.corrected(data=OWN_UNITS[:2])
def on_features_that_differ_most_in_size():
    """It does only on the data sets whose raw features differ most in size (wine, breast cancer);
    on the others it takes more steps. What is gained everywhere is that a larger rate becomes
    possible."""


@passage.implies
@assuming(NAMED_DATA, LINEAR)
@fails_with("standardized", treatment=STANDARD)
def raw_diverges_at_standard_rate(above=Gt, *, treatment=RAW, threshold=1):
    """At the learning rate that is best for standardized inputs, descent on raw inputs diverges."""
    return measured(
        descent.growth_at_standard_rate,
        REAL,
        treatment,
        above,
        threshold,
        "Above 1 the error grows without bound.",
    )


passage = Passage("answer-1.rescaling.0")


@passage.implies(id="rescaling-preconditions-real-data")
@assuming(
    NAMED_DATA,
    LINEAR,
    "The usual rescalings are standardizing, min-max scaling and Winsorizing, as the text has "
    "them.",
)
@fails_with("a placebo", treatment=PLACEBO)
def rescaling_preconditions(smaller=Le, *, treatment=NAMED_SCALINGS, threshold=TENTH):
    """On real data, each of the usual rescalings of single features makes the condition number of
    the Hessian of least squares less than a tenth of what it was."""
    return measured(
        descent.condition_number, REAL, treatment, smaller, threshold, ORDER, against=RAW
    )


passage = Passage("answer-1.rescaling.16")


@passage.implies
@refuted
@rests_on("standardizing-makes-hessian-spherical")
@assuming(
    NAMED_DATA,
    LINEAR,
    "Rescaling is standardizing, the first method that the text names.",
)
@not_shown(
    "How the condition number of a population is estimated: these are the Hessians of these data."
)
@drawn_by(figure_of_conditions)
@fails_with("min-max", treatment=MIN_MAX)
@fails_with("robust", treatment=ROBUST)
def standardized_real_data_spherical(at_most=Le, *, treatment=STANDARD, threshold="1.1"):
    """Rescaling real data changes the Hessian of least squares to be spherical: its condition
    number becomes 1 within a tenth."""
    justified = (
        "A tenth apart, since nothing measured is exactly spherical: curvatures that are nearer "
        "cost descent a step or so."
    )
    return measured(descent.condition_number, REAL, treatment, at_most, threshold, justified)


@standardized_real_data_spherical.corrected(treatment=WHITENED)
def whitened_real_data_spherical():
    """Whitening does; standardizing leaves condition numbers from 45 to almost 100 000."""


passage = Passage("answer-1.rescaling.17")


@passage.implies
@assuming(
    NAMED_DATA,
    LINEAR,
    "Places are drawn around the minimum, in every direction alike, in the coordinates in which "
    "descent runs.",
)
@not_shown("The direction later on the way, when the steep directions are done with.")
@fails_with("a placebo", treatment=PLACEBO)
def rescaled_descent_is_more_direct(less=Le, *, treatment=STANDARD, threshold=FEWER_DEGREES):
    """On standardized real data, a step of steepest descent points nearer to the minimum than on
    raw data, by at least ten degrees on average."""
    return measured(
        descent.angle,
        REAL,
        treatment,
        less,
        threshold,
        DRAWN,
        against=RAW,
        effect="difference",
        seeds=range(100),
    )


@passage.implies
@assuming(NAMED_DATA, LINEAR)
@fails_with("only standardized", treatment=STANDARD)
def whitened_descent_is_direct(less=Le, *, treatment=WHITENED, threshold=DEGREES):
    """On whitened real data every step of steepest descent points at the minimum, within ten
    degrees."""
    return measured(descent.angle, REAL, treatment, less, threshold, DRAWN, seeds=range(100))


passage = Passage("answer-1.saturation.4")


@passage.implies
@rests_on("bias-needs-mean-zero-and-variance-one")
@assuming(NAMED_DATA, LINEAR)
@fails_with("clipped, centred and divided", treatment=CLIPPED)
def centring_and_dividing_both_count(above=Ge, *, treatment=(CENTRED, DIVIDED), threshold=TENFOLD):
    """Mean 0 and variance 1 both count: data that are only centred, or only divided by their
    deviations, leave a model with a bias at least ten times the condition number of standardized
    ones."""
    return measured(
        descent.condition_number, REAL, treatment, above, threshold, ORDER, against=STANDARD
    )


passage = Passage("answer-1.saturation.5")


@passage.implies(id="min-max-leaves-ill-conditioned")
@assuming(NAMED_DATA, LINEAR)
@fails_with("whitened", treatment=WHITENED)
def min_max_leaves(above=Gt, *, treatment=MIN_MAX, threshold=TENFOLD):
    """Min-max scaling leaves the Hessian of least squares with curvatures that differ more than
    tenfold, with a bias and without: it does not centre the features, and leaves their variances
    unequal."""
    found = (descent.condition_number, descent.condition_number_without_bias)
    return All(*(measured(number, REAL, treatment, above, threshold, ORDER) for number in found))


@passage.implies(id="winsorized-statistics-speed-up-with-outliers")
@refuted
@strict_reading_of("winsorized-statistics-with-outliers")
@assuming(NAMED_DATA, LINEAR, REMAINING, OUTLYING)
@not_shown(
    "Which fit is the better one: standardizing is quick on such data as nearly all of the loss "
    "that it can remove is theirs."
)
def winsorized_statistics_speed_up(fewer=Le, *, treatment=WINSORIZED_STATISTICS, threshold=HALF):
    """Winsorized means and deviations are better for data with very large outliers also in that
    descent takes at most half the steps."""
    steps = descent.fewest_steps_with_outliers
    return measured(
        steps, OWN_UNITS, treatment, fewer, threshold, COST, against=STANDARD, seeds=range(8)
    )


@winsorized_statistics_speed_up.corrected
def tenfold_steps_with_outliers(above=Ge, *, treatment=WINSORIZED_STATISTICS, threshold=TENFOLD):
    """For a linear model it takes more than ten times as many: the outliers stay in the data, far
    out, and bend the loss more than all else. Clipping them as well prevents that
    (clipping-takes-the-outliers-out)."""
    steps = descent.fewest_steps_with_outliers
    return measured(
        steps, OWN_UNITS, treatment, above, threshold, ORDER, against=STANDARD, seeds=range(8)
    )


@passage.implies
@assuming(NAMED_DATA, LINEAR, OUTLYING)
@fails_with("other statistics only", treatment=ROBUST)
def clipping_takes_the_outliers_out(smaller=Le, *, treatment=CLIPPED, threshold=TENTH):
    """Of data with very large outliers, Winsorizing the values, not only their statistics, leaves
    at most a tenth of the condition number."""
    number = descent.condition_number_with_outliers
    return measured(
        number,
        OWN_UNITS,
        treatment,
        smaller,
        threshold,
        ORDER,
        against=WINSORIZED_STATISTICS,
        seeds=range(8),
    )


passage = Passage("answer-1.saturation.6")


@passage.states(id="choice-of-scaling-unimportant")
@refuted
@rests_on("rescaling-preconditions-real-data")
@assuming(
    NAMED_DATA,
    LINEAR,
    REMAINING,
    "Usually means in more than half of the pairs of a data set and a scaling; each improves "
    "the condition number at least tenfold.",
)
@not_shown(
    "Whether the scalings lead to equally good predictions in the end.",
    "Data with outliers, for which the text itself expects a difference "
    "(winsorized-statistics-with-outliers).",
)
@fails_with("no scaling", treatment=RAW)
def choice_unimportant(
    near=Le, *, treatment=NAMED_SCALINGS[1:], threshold=TWICE, share=MORE_OFTEN_THAN_NOT
):
    """Among the scalings that the text names, the choice is usually unimportant for how fast
    descent converges: more often than not, the steps differ by less than a factor of two from
    those with standardized inputs."""
    return measured(
        descent.fewest_steps,
        REAL,
        treatment,
        near,
        threshold,
        COST,
        against=STANDARD,
        effect="factor",
        share=share,
    )


@choice_unimportant.corrected
def only_centring_scalings(near=Le, *, treatment=CENTRING, threshold=TWICE):
    """It matters: min-max scaling takes several times the steps on every data set, since it does
    not centre. Among scalings that centre (standardizing, robust scaling, Winsorizing), on
    features in units of their own, the choice is unimportant."""
    return measured(
        descent.fewest_steps,
        OWN_UNITS,
        treatment,
        near,
        threshold,
        COST,
        against=STANDARD,
        effect="factor",
    )

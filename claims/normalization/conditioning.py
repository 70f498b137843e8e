"""Claims on scaling and least squares, measured on real data: condition numbers, steps of descent,
its direction."""

import pytest

from claims.normalization.experiments import descent
from claims.normalization.experiments.datasets import MIXED_UNITS, REAL
from claims.normalization.experiments.effects import (
    DEGREES,
    FEWER_DEGREES,
    HALF,
    TENFOLD,
    TENTH,
    TWICE,
    WHY_TEN_DEGREES,
    WHY_TENFOLD,
    WHY_TWOFOLD,
)
from claims.normalization.experiments.grids import (
    BIAS,
    DATA,
    LEFT,
    SHARE,
    SIZE,
    left,
)
from claims.normalization.experiments.measuring import measured
from claims.normalization.experiments.scalers import SCALERS
from probatum import (
    Choice,
    Free,
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
    true_if,
)

pytestmark = pytest.mark.measured

RAW, CENTRED, DIVIDED, PLACEBO = map(Choice, ("raw", "centred", "divided", "rotated"))
STANDARDIZED, MIN_MAX, ROBUST, WHITENED = map(Choice, ("standard", "min-max", "robust", "whitened"))
WINSORIZED_STATISTICS = Choice("Winsorized statistics")
NAMED_SCALINGS = (STANDARDIZED, MIN_MAX, WINSORIZED_STATISTICS)  # that the text names
NAMED_DATA = (
    "The four data sets stand for data in general: three with features in units of their own, one "
    "of pixels."
)
LINEAR = (
    "A linear model with half the mean squared residual as its loss; descent starts with all "
    "weights 0."
)
REMAINING = (
    "Converged means that a share of the loss that descent can remove is left; directions without "
    "any variation count for nothing."
)
OUTLYING = (
    "Of each feature a share of the values, drawn anew in each run, are off by so many standard "
    "deviations, as if mistyped."
)
FEWER_LEFT = Free(LEFT.choice, LEFT.values[::2], LEFT.because)  # what is drawn anew takes long
FEWER_SIZES = Free(SIZE.choice, SIZE.values[::2], SIZE.because)
LARGE_SIZES = Free(SIZE.choice, SIZE.values[2::2], "Those of a hundred deviations and more.")
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
        "raw inputs are the worst on each data set, whitened ones the best.",
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
@true_if(
    Le(left, "0.03"),
    "if converged means that at most 3 % of the loss that can be removed is left",
    too_weak=Le(left, "0.1"),
)
@assuming(
    NAMED_DATA,
    LINEAR,
    REMAINING,
    "Normalization is read as standardizing, the first method that the answer names.",
)
@not_shown(OTHER_LOSSES)
@drawn_by(figure_of_steps)
@fails_with("a placebo", treatment=PLACEBO)
def standardizing_halves_the_steps(at_most=Le, *, treatment=STANDARDIZED, threshold=HALF):
    """On real data, standardizing the features at least halves the steps that gradient descent
    needs for a linear model, with a bias and without, each at its own best constant learning
    rate."""
    return measured(
        descent.fewest_steps, DATA, treatment, at_most, threshold, LEFT, BIAS,
        justified=WHY_TWOFOLD, against=RAW,
    )  # fmt: skip


@passage.not_checkable(
    "At the rate that is best for raw inputs, whether standardizing gains hangs on the data and on "
    "when one stops together: over a grid of these the experiment is a patchwork. What is decided "
    "is the example, which gains nothing (rescaled-example-no-faster-at-same-rate)."
)
def faster_at_the_same_rate():
    """Standardizing makes descent faster also at one and the same learning rate."""


@passage.implies
@assuming(NAMED_DATA, LINEAR, REMAINING)
@fails_with("standardized", treatment=STANDARDIZED)
def raw_diverges_at_standard_rate(above=Gt, *, treatment=RAW, threshold=1):
    """At the learning rate that is best for standardized inputs, descent on raw inputs diverges."""
    return measured(
        descent.growth_at_standard_rate, DATA, treatment, above, threshold, LEFT, BIAS,
        justified="Above 1 the error grows without bound.",
    )  # fmt: skip


passage = Passage("answer-1.rescaling.0")


@passage.implies(id="rescaling-preconditions-real-data")
@assuming(
    NAMED_DATA,
    LINEAR,
    "The usual rescalings are standardizing, min-max scaling and Winsorized statistics, as the "
    "text has them.",
)
@fails_with("a placebo", treatment=PLACEBO)
def rescaling_preconditions(at_most=Le, *, treatment=NAMED_SCALINGS, threshold=TENTH):
    """On real data, each of the usual rescalings of single features makes the condition number of
    the Hessian of least squares at most a tenth of what it was."""
    return measured(
        descent.condition_number, DATA, treatment, at_most, threshold, BIAS,
        justified=WHY_TENFOLD, against=RAW,
    )  # fmt: skip


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
def standardized_real_data_spherical(at_most=Le, *, treatment=STANDARDIZED, threshold=TWICE):
    """Rescaling real data changes the Hessian of least squares to be spherical: no direction is
    more than twice as curved as another."""
    justified = (
        "Nothing measured is exactly spherical; at a factor of two, a step at the best rate leaves "
        "a third."
    )
    return measured(
        descent.condition_number, DATA, treatment, at_most, threshold, BIAS, justified=justified
    )


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
def rescaled_descent_is_more_direct(at_most=Le, *, treatment=STANDARDIZED, threshold=FEWER_DEGREES):
    """On standardized real data, a step of steepest descent points nearer to the minimum than on
    raw data, by at least ten degrees on average."""
    return measured(
        descent.angle, DATA, treatment, at_most, threshold, BIAS,
        justified=WHY_TEN_DEGREES, against=RAW, effect="difference", seeds=range(100),
    )  # fmt: skip


@passage.implies
@assuming(NAMED_DATA, LINEAR)
@fails_with("only standardized", treatment=STANDARDIZED)
def whitened_descent_is_direct(at_most=Le, *, treatment=WHITENED, threshold=DEGREES):
    """On whitened real data every step of steepest descent points at the minimum, within ten
    degrees."""
    return measured(
        descent.angle, DATA, treatment, at_most, threshold, BIAS,
        justified=WHY_TEN_DEGREES, seeds=range(100),
    )  # fmt: skip


passage = Passage("answer-1.saturation.4")


@passage.implies
@rests_on("bias-needs-mean-zero-and-variance-one")
@assuming(NAMED_DATA, LINEAR)
@fails_with("whitened", treatment=WHITENED)
def centring_and_dividing_both_count(
    at_least=Ge, *, treatment=(CENTRED, DIVIDED), threshold=TENFOLD
):
    """Mean 0 and variance 1 both count: data that are only centred, or only divided by their
    deviations, leave a model with a bias at least ten times the condition number of standardized
    ones."""
    return measured(
        descent.condition_number, DATA, treatment, at_least, threshold,
        justified=WHY_TENFOLD, against=STANDARDIZED,
    )  # fmt: skip


passage = Passage("answer-1.saturation.5")


@passage.implies(id="min-max-leaves-ill-conditioned")
@assuming(NAMED_DATA, LINEAR)
@fails_with("whitened", treatment=WHITENED)
def min_max_leaves(above=Gt, *, treatment=MIN_MAX, threshold=TENFOLD):
    """Min-max scaling leaves the Hessian of least squares with curvatures that differ more than
    tenfold, with a bias and without."""
    return measured(
        descent.condition_number, DATA, treatment, above, threshold, BIAS, justified=WHY_TENFOLD
    )


@passage.implies(id="winsorized-statistics-speed-up-with-outliers")
@refuted
@strict_reading_of("winsorized-mean-is-bounded")
@assuming(NAMED_DATA, LINEAR, REMAINING, OUTLYING)
@not_shown(
    "Which fit is the better one: standardizing is quick on such data as nearly all of the loss "
    "that it can remove is theirs."
)
def winsorized_statistics_speed_up(at_most=Le, *, treatment=WINSORIZED_STATISTICS, threshold=HALF):
    """Winsorized means and deviations are better for data with very large outliers also in that
    descent takes at most half the steps, whatever the data."""
    return with_outliers(treatment, at_most, threshold, FEWER_SIZES)


def with_outliers(treatment, relation, threshold, sizes):
    """Steps on data with outliers, against standardizing."""
    steps = descent.fewest_steps_with_outliers
    return measured(
        steps, MIXED_UNITS, treatment, relation, threshold, FEWER_LEFT, sizes, SHARE,
        justified=WHY_TWOFOLD, against=STANDARDIZED, seeds=range(5),
    )  # fmt: skip


@winsorized_statistics_speed_up.corrected
def twice_the_steps_with_outliers(at_least=Ge, *, treatment=WINSORIZED_STATISTICS, threshold=TWICE):
    """For a linear model it takes at least twice as many, from outliers of a hundred deviations on:
    they stay in the data, far out, and bend the loss more than all else."""
    return with_outliers(treatment, at_least, threshold, LARGE_SIZES)


passage = Passage("answer-1.saturation.6")


def scaled_otherwise(treatment, relation, threshold, data, **more):
    """Steps with another scaling than standardizing."""
    return measured(
        descent.fewest_steps, data, treatment, relation, threshold, LEFT, BIAS,
        justified=WHY_TWOFOLD, against=STANDARDIZED, **more,
    )  # fmt: skip


WHATEVER = "Whatever the data: one data set is enough against it."


@passage.states(id="choice-of-scaling-unimportant")
@refuted
@strict_reading_of("choice-of-scaling-without-effect")
@rests_on("rescaling-preconditions-real-data")
@assuming(
    NAMED_DATA,
    LINEAR,
    REMAINING,
    WHATEVER,
    "Unimportant is read as: at most a factor of two in the steps; each of the two improves the "
    "condition number at least tenfold.",
)
@not_shown("Whether the scalings lead to equally good predictions in the end.")
def choice_unimportant(near=Le, *, treatment=MIN_MAX, threshold=TWICE):
    """Whatever the data, whether one scales by least and largest value or by mean and deviation is
    unimportant for how fast descent converges: the steps differ by at most a factor of two."""
    return scaled_otherwise(treatment, near, threshold, REAL, effect="factor")


@choice_unimportant.corrected
def min_max_takes_more(at_least=Ge, *, treatment=MIN_MAX, threshold=TWICE):
    """On wine and digits min-max scaling takes at least twice the steps of standardizing."""
    return scaled_otherwise(treatment, at_least, threshold, ("wine", "digits"))


@passage.implies
@refuted
@rests_on("choice-of-scaling-unimportant")
@assuming(NAMED_DATA, LINEAR, REMAINING, WHATEVER)
@not_shown(
    "Data with outliers, for which the text itself expects a difference "
    "(winsorized-statistics-with-outliers)."
)
def winsorized_instead_of_plain_statistics(
    near=Le, *, treatment=WINSORIZED_STATISTICS, threshold=TWICE
):
    """Whatever the data, whether mean and deviation are Winsorized or plain is unimportant for how
    fast descent converges: the steps differ by at most a factor of two."""
    return scaled_otherwise(treatment, near, threshold, REAL, effect="factor")


@winsorized_instead_of_plain_statistics.corrected
def winsorized_statistics_take_more(
    at_least=Ge, *, treatment=WINSORIZED_STATISTICS, threshold=TWICE
):
    """On digits, whose pixels are mostly blank at the edges, Winsorized statistics take at least
    twice the steps."""
    return scaled_otherwise(treatment, at_least, threshold, "digits")


@passage.not_checkable(
    "How often is a question about all methods and data that one may meet; any list of them would "
    "be of our own making. What is decided is each method that the text names, by itself."
)
def how_usually_unimportant():
    """The choice among scaling methods is usually unimportant."""

"""Claims on how small networks learn with scaled inputs, measured on real data."""

import pytest

from claims.normalization.experiments.effects import (
    HALF,
    ONE_FEWER_IN_A_HUNDRED,
    ONE_IN_A_HUNDRED,
    TWICE,
)
from claims.normalization.experiments.grids import (
    AFTER,
    CLASSES,
    ROWS,
    UNITS,
)
from claims.normalization.experiments.small_networks import (
    MANY_SEEDS,
    MIN_MAX,
    NETWORK,
    RAW,
    STANDARDIZED,
    WHITENED,
    WINSORIZED_STATISTICS,
    right_answers,
    steps,
)
from probatum import (
    Ge,
    Gt,
    Le,
    Passage,
    assuming,
    fails_with,
    limits,
    not_shown,
    refuted,
    rests_on,
    strict_reading_of,
)

pytestmark = pytest.mark.measured

LEARNING = (
    "Learned means that a share of the training loss of a network that knows nothing is left; "
    "full-batch descent, each way to scale at the best of five learning rates from 0.3 to "
    "8. A run that has not learned after 150 steps counts as 151, which favours the slower "
    "way. Slopes are rounded to 10 bits, so that a processor with other last digits learns "
    "the same."
)
TESTED = (
    "Each way to scale at that of three learning rates, 0.5, 2 and 8, with the lowest training "
    "loss when it is tested."
)
OTHERS = (
    "Learning further than to a tenth of the loss; deeper networks, other units, minibatches and "
    "adaptive learning rates."
)

LEARNING_SECONDS = 240  # on a machine that has much else to do; alone a claim takes about ten


passage = Passage("answer-1.saturation.3")


@passage.states
@assuming(NETWORK, LEARNING)
@not_shown(
    OTHERS,
)
@fails_with("against another scaling", baseline=WINSORIZED_STATISTICS)
@limits(seconds=LEARNING_SECONDS)
def scaling_inputs_speeds_up_learning(
    fewer=Le, *, treatment=STANDARDIZED, baseline=RAW, threshold=HALF
):
    """Standardizing the inputs at least halves the steps in which a small network learns."""
    return steps(treatment, baseline, fewer, threshold)


@passage.not_checkable(
    "That they can is no statement about all networks, and how many times faster they learn hangs "
    "on width, rows and data together: over a grid of these the experiment is a patchwork. What "
    "smaller weights do to a unit is decided (smaller-product-steeper-unit)."
)
def small_first_weights_speed_up_learning():
    """Small initial weights can let learning proceed more quickly."""


passage = Passage("answer-1.saturation.5")


@passage.not_checkable(
    "That they might is no statement about all data, and whether they do hangs on the data, on how "
    "many outliers there are and on how far off they are: over a grid of these the test is better "
    "in some settings and not in others. What is decided is what outliers do to the statistics "
    "(winsorized-mean-is-bounded, mean-is-unbounded)."
)
def winsorized_statistics_with_outliers():
    """Winsorized means and standard deviations might be better if the data contain very large
    outliers."""


passage = Passage("answer-1.saturation.6")


@passage.implies
@refuted
@rests_on("choice-of-scaling-unimportant", "rescaling-prevents-early-saturation")
@assuming(NETWORK, LEARNING, "Whatever the data: one data set is enough against it.")
@not_shown(OTHERS)
@limits(seconds=LEARNING_SECONDS)
def choice_of_scaling_for_networks(near=Le, *, treatment=MIN_MAX, threshold=TWICE):
    """Whatever the data, whether one scales by least and largest value or by mean and deviation is
    unimportant for how fast a network learns: the steps differ by at most a factor of two."""
    data = CLASSES.values
    return steps(treatment, STANDARDIZED, near, threshold, data=data, effect="factor")


@choice_of_scaling_for_networks.corrected
def min_max_takes_more(at_least=Ge, *, treatment=MIN_MAX, threshold=TWICE):
    """On wine, min-max scaling takes at least twice the steps of standardizing."""
    return steps(treatment, STANDARDIZED, at_least, threshold, data="wine")


passage = Passage("answer-1.reading.2")


@passage.states
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
@fails_with("min-max against standardized", treatment=MIN_MAX, baseline=STANDARDIZED)
@limits(seconds=LEARNING_SECONDS)
def whitened_networks_converge_faster(
    fewer=Le, *, treatment=WHITENED, baseline=RAW, threshold=HALF
):
    """With whitened inputs a small network learns in at most half the steps that it takes with raw
    ones."""
    return steps(treatment, baseline, fewer, threshold)


@passage.implies
@refuted
@strict_reading_of("whitened-networks-converge-faster")
@assuming(NETWORK, LEARNING, "Whatever the data: one data set is enough against it.")
@not_shown(OTHERS)
def whitening_faster_than_standardizing(at_most=Le, *, treatment=WHITENED, threshold=HALF):
    """Whatever the data, with whitened inputs a small network also learns in at most half the steps
    that it takes with standardized ones."""
    return steps(treatment, STANDARDIZED, at_most, threshold, data=CLASSES.values)


@whitening_faster_than_standardizing.corrected
def not_half_on_wine(more=Gt, *, treatment=WHITENED, threshold=HALF):
    """On wine it takes more than half of them: standardizing has done most of it already."""
    return steps(treatment, STANDARDIZED, more, threshold, data="wine")


passage = Passage("answer-1.reading.3")


@passage.not_checkable(
    "That one might find so is no statement about all networks, and whether one does hangs on rows "
    "and steps together: over a grid of these the experiment is a patchwork. What is decided is "
    "whether one always does (decorrelating-gets-better-results)."
)
def decorrelating_can_get_better_results():
    """With decorrelated inputs a network might get better results than with standardized ones."""


@passage.states
@refuted
@strict_reading_of("decorrelating-is-faster")
@assuming(
    NETWORK,
    TESTED,
    "Better results are more right answers in a test. Whatever the data: one data set is enough "
    "against it.",
)
@not_shown(
    "More training rows, and whitening that leaves out or damps directions that hardly vary.",
)
@limits(seconds=LEARNING_SECONDS)
def decorrelating_gets_better_results(better=Ge, *, treatment=WHITENED, threshold=ONE_IN_A_HUNDRED):
    """Whatever the data, decorrelated inputs get better results than standardized ones: at least
    one in a hundred more test cases right."""
    return right_answers(
        treatment, STANDARDIZED, better, threshold, AFTER, ROWS, UNITS, data=CLASSES.values,
        seeds=MANY_SEEDS,
    )  # fmt: skip


@decorrelating_gets_better_results.corrected
def worse_where_noise_is_amplified(
    worse=Le, *, treatment=WHITENED, threshold=ONE_FEWER_IN_A_HUNDRED
):
    """On breast cancer and digits they get worse results, with few training rows: directions that
    hardly vary, mostly noise, are scaled up to the size of the others."""
    data = CLASSES.values[1:]
    return right_answers(
        treatment, STANDARDIZED, worse, threshold, AFTER, ROWS, UNITS, data=data, seeds=MANY_SEEDS
    )

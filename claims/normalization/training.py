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
    DIGITS,
    LEFT_OF_NETWORKS,
    MANY_ROWS,
    ROWS,
    SHARE,
    SIZE,
    TIMES,
    UNITS,
)
from claims.normalization.experiments.small_networks import (
    LARGE_WEIGHTS,
    MIN_MAX,
    NETWORK,
    RAW,
    SMALL_WEIGHTS,
    STANDARD,
    WHITENED,
    WINSORIZED_STATISTICS,
    right_answers,
    steps,
)
from probatum import (
    Ge,
    Le,
    Passage,
    assuming,
    fails_with,
    not_shown,
    refuted,
    rests_on,
    strict_reading_of,
)

pytestmark = pytest.mark.measured

LEARNING = (
    "Learned means that a share of the training loss of a network that knows nothing is left; "
    "full-batch descent, each way to scale at the best of seven learning rates from 0.1 to "
    "10. A run that has not learned after 60 steps counts as 61, which favours the slower "
    "way. Slopes are rounded to 10 bits, so that a processor with other last digits learns "
    "the same."
)
TESTED = "Each way to scale at the learning rate with the lowest training loss when it is tested."
OTHERS = "Deeper networks, other units, minibatches and adaptive learning rates."


passage = Passage("answer-1.saturation.3")


@passage.states
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
@fails_with("against another scaling", baseline=WINSORIZED_STATISTICS)
def scaling_inputs_speeds_up_learning(
    fewer=Le, *, treatment=STANDARD, baseline=RAW, threshold=HALF
):
    """Standardizing the inputs at least halves the steps in which a small network learns."""
    return steps(treatment, baseline, fewer, threshold)


@passage.states
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
@fails_with("against smaller weights", baseline=SMALL_WEIGHTS)
def small_first_weights_speed_up_learning(
    fewer=Le, *, treatment=STANDARD, baseline=LARGE_WEIGHTS, threshold=HALF
):
    """With standardized inputs, first weights of the usual size at least halve the steps against
    weights that are so many times as large."""
    return steps(treatment, baseline, fewer, threshold, over=(LEFT_OF_NETWORKS, UNITS, ROWS, TIMES))


passage = Passage("answer-1.saturation.5")


@passage.states
@assuming(NETWORK, TESTED, "The outliers are errors: the test cases have none.")
@not_shown("Outliers that mean something.")
@fails_with("against another scaling", treatment=MIN_MAX)
def winsorized_statistics_with_outliers(
    better=Ge, *, treatment=WINSORIZED_STATISTICS, threshold=ONE_IN_A_HUNDRED
):
    """If a share of the values of each feature are off by so many standard deviations, Winsorized
    means and deviations let a small network answer at least one in a hundred more test cases
    rightly than plain ones do."""
    return right_answers(treatment, STANDARD, better, threshold, SIZE, SHARE)


passage = Passage("answer-1.saturation.6")


@passage.implies
@refuted
@rests_on("choice-of-scaling-unimportant", "rescaling-prevents-early-saturation")
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
def choice_of_scaling_for_networks(near=Le, *, treatment=MIN_MAX, threshold=TWICE):
    """Whether one scales by least and largest value or by mean and deviation is unimportant for how
    fast a network learns: the steps differ by less than a factor of two."""
    return steps(treatment, STANDARD, near, threshold, effect="factor")


@choice_of_scaling_for_networks.corrected
def min_max_takes_more(above=Ge, *, treatment=MIN_MAX, threshold=TWICE):
    """Min-max scaling takes at least twice the steps of standardizing."""
    return steps(treatment, STANDARD, above, threshold)


@passage.implies
@rests_on("choice-of-scaling-for-networks")
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
@fails_with("no scaling", treatment=RAW)
def winsorized_instead_of_plain_for_networks(
    near=Le, *, treatment=WINSORIZED_STATISTICS, threshold=TWICE
):
    """Whether mean and deviation are Winsorized or plain is unimportant for how fast a network
    learns: the steps differ by less than a factor of two."""
    return steps(treatment, STANDARD, near, threshold, effect="factor")


passage = Passage("answer-1.reading.2")


@passage.states
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
@fails_with("against standardized inputs", baseline=STANDARD)
def whitened_networks_converge_faster(
    fewer=Le, *, treatment=WHITENED, baseline=RAW, threshold=HALF
):
    """With whitened inputs a small network learns in at most half the steps that it takes with raw
    ones."""
    return steps(treatment, baseline, fewer, threshold)


@passage.implies
@refuted
@strict_reading_of("whitened-networks-converge-faster")
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
def whitening_faster_than_standardizing(fewer=Le, *, treatment=WHITENED, threshold=HALF):
    """With whitened inputs a small network also learns in at most half the steps that it takes with
    standardized ones."""
    return steps(treatment, STANDARD, fewer, threshold)


@whitening_faster_than_standardizing.corrected
def within_a_factor_of_two(near=Le, *, treatment=WHITENED, threshold=TWICE):
    """Standardizing has done most of it already: the two are within a factor of two."""
    return steps(treatment, STANDARD, near, threshold, effect="factor")


passage = Passage("answer-1.reading.3")


@passage.states
@assuming(
    NETWORK,
    TESTED,
    "The text says that one might find so: one data set is enough. Better results are more right "
    "answers in a test.",
)
@fails_with("not decorrelated", treatment=WINSORIZED_STATISTICS)
def decorrelating_can_get_better_results(
    better=Ge, *, treatment=WHITENED, threshold=ONE_IN_A_HUNDRED
):
    """With decorrelated inputs a network may get better results than with standardized ones: on
    digits, at least one in a hundred more test cases are right."""
    return right_answers(treatment, STANDARD, better, threshold, AFTER, MANY_ROWS, data=DIGITS)


@passage.states
@refuted
@strict_reading_of("decorrelating-can-get-better-results")
@assuming(NETWORK, TESTED)
@not_shown(
    "More training rows, and whitening that leaves out or damps directions that hardly vary."
)
def decorrelating_gets_better_results(better=Ge, *, treatment=WHITENED, threshold=ONE_IN_A_HUNDRED):
    """Decorrelated inputs get better results than standardized ones: at least one in a hundred more
    test cases right."""
    return right_answers(treatment, STANDARD, better, threshold, AFTER, ROWS, UNITS)


@decorrelating_gets_better_results.corrected
def worse_where_noise_is_amplified(
    worse=Le, *, treatment=WHITENED, threshold=ONE_FEWER_IN_A_HUNDRED
):
    """With few training rows they get worse results: directions that hardly vary, mostly noise, are
    scaled up to the size of the others."""
    return right_answers(treatment, STANDARD, worse, threshold, AFTER, ROWS, UNITS)

"""Claims on how small networks learn with scaled inputs, measured on real data."""

import pytest

from claims.normalization.experiments import networks
from claims.normalization.experiments.effects import (
    HALF,
    MORE_OFTEN_THAN_NOT,
    ONE_FEWER_IN_A_HUNDRED,
    ONE_IN_A_HUNDRED,
    TWICE,
)
from claims.normalization.experiments.small_networks import (
    DATA,
    LARGE_WEIGHTS,
    NAMED_SCALINGS,
    NETWORK,
    RAW,
    STANDARD,
    WHITENED,
    WINSORIZED_STATISTICS,
    right_answers,
    steps,
)
from probatum import (
    Choice,
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

SMALLER_WEIGHTS = Choice("standard, weights times 0.1")
LEARNING = (
    "Learned means that the training loss is a tenth of that of a network that knows nothing; "
    "full-batch descent, each way to scale at the best of seven learning rates from 0.1 to "
    "10. A run that has not learned after 60 steps counts as 61, which favours the slower "
    "way. Slopes are rounded to 10 bits, so that a processor with other last digits learns "
    "the same."
)
OTHERS = "Deeper networks, other units, minibatches and adaptive learning rates."
FEW_STEPS = (
    "Instead of 100, 1400 rows of digits are learned from, for five steps, at the rate with the "
    "lowest training loss after these."
)


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


@passage.implies
@assuming(NETWORK, LEARNING, "The test is taken after 60 steps.")
@not_shown(OTHERS)
@fails_with("against another scaling", baseline=WINSORIZED_STATISTICS)
def scaled_inputs_answer_better(
    better=Ge, *, treatment=STANDARD, baseline=RAW, threshold=ONE_IN_A_HUNDRED
):
    """After as many steps, a small network with standardized inputs answers at least one in a
    hundred more test cases rightly than one with raw inputs."""
    return right_answers(treatment, baseline, better, threshold)


@passage.states
@assuming(NETWORK, LEARNING, "Large are weights a hundred times the usual ones.")
@not_shown(OTHERS)
@fails_with("against smaller weights", baseline=SMALLER_WEIGHTS)
def small_first_weights_speed_up_learning(
    fewer=Le, *, treatment=STANDARD, baseline=LARGE_WEIGHTS, threshold=HALF
):
    """With standardized inputs, first weights of the usual size at least halve the steps against
    weights so large that the units saturate."""
    return steps(treatment, baseline, fewer, threshold)


passage = Passage("answer-1.saturation.5")


@passage.states
@assuming(NETWORK, LEARNING, "The outliers are errors: the test cases have none.")
@not_shown("Outliers that mean something.")
@fails_with("no outliers", outliers=0)
def winsorized_statistics_with_outliers(
    better=Ge, *, treatment=WINSORIZED_STATISTICS, outliers=1, threshold=ONE_IN_A_HUNDRED
):
    """If a fiftieth of the values of each feature are off by a thousand standard deviations,
    Winsorized means and deviations let a small network answer at least one in a hundred more
    test cases rightly than plain ones do."""
    right = networks.accuracy_after_outliers if outliers else networks.accuracy
    return right_answers(treatment, STANDARD, better, threshold, accuracy=right)


passage = Passage("answer-1.saturation.6")


@passage.implies
@refuted
@rests_on("choice-of-scaling-unimportant", "rescaling-prevents-early-saturation")
@assuming(
    NETWORK,
    LEARNING,
    "Usually means in more than half of the pairs of a data set and a scaling.",
)
@fails_with("no scaling", treatment=(RAW,))
def choice_of_scaling_for_networks(
    near=Le, *, treatment=NAMED_SCALINGS[1:], threshold=TWICE, share=MORE_OFTEN_THAN_NOT
):
    """Among the scalings that the text names, the choice is usually unimportant for how fast a
    network learns: more often than not, the steps differ by less than a factor of two from those
    with standardized inputs."""
    return steps(treatment, STANDARD, near, threshold, effect="factor", share=share)


@choice_of_scaling_for_networks.corrected(treatment=(WINSORIZED_STATISTICS,))
def choice_between_plain_and_winsorized():
    """Winsorized means and deviations do as well as plain ones; min-max scaling takes several times
    the steps on every data set."""


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
    return steps(treatment, STANDARD, fewer, threshold, seeds=range(24))


@whitening_faster_than_standardizing.corrected
def within_a_factor_of_two(near=Le, *, treatment=WHITENED, threshold=TWICE):
    """Standardizing has done most of it already: on every data set the two are within a factor of
    two."""
    return steps(treatment, STANDARD, near, threshold, seeds=range(24), effect="factor")


passage = Passage("answer-1.reading.3")


@passage.states
@assuming(
    NETWORK,
    FEW_STEPS,
    "The text says that one might find so: one case is enough. Better results are more right "
    "answers in a test.",
)
@not_shown("That it lasts: after many steps the two come out alike.")
@fails_with("not decorrelated", treatment=WINSORIZED_STATISTICS)
def decorrelating_can_get_better_results(
    better=Ge, *, treatment=WHITENED, threshold=ONE_IN_A_HUNDRED
):
    """With decorrelated inputs a network may get better results than with standardized ones: on
    digits, after a few steps with many rows, at least one in a hundred more test cases are
    right."""
    return right_answers(
        treatment,
        STANDARD,
        better,
        threshold,
        accuracy=networks.early_accuracy,
        data=DATA[2],
        seeds=range(16),
    )


@passage.states
@refuted
@strict_reading_of("decorrelating-can-get-better-results")
@assuming(
    NETWORK,
    LEARNING,
    "Better results are better answers in the test; how fast the network learns is another claim.",
)
@not_shown(
    "More training rows, and whitening that leaves out or damps directions that hardly vary."
)
def decorrelating_gets_better_results(
    better=Ge, *, treatment=WHITENED, threshold=ONE_IN_A_HUNDRED, share=MORE_OFTEN_THAN_NOT
):
    """Decorrelated inputs usually get better results than standardized ones: at least one in a
    hundred more test cases right, more often than not."""
    return right_answers(treatment, STANDARD, better, threshold, share=share)


@decorrelating_gets_better_results.corrected
def worse_where_noise_is_amplified(
    worse=Le, *, treatment=WHITENED, threshold=ONE_FEWER_IN_A_HUNDRED
):
    """On breast cancer and digits, with 100 training rows, they get worse results: directions that
    hardly vary, mostly noise, are scaled up to the size of the others."""
    return right_answers(treatment, STANDARD, worse, threshold, data=DATA[1:])

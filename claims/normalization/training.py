"""Claims on scaling and small networks, measured on real data: saturation at the first step, speed
and success of learning."""

import numpy as np
import pytest
from hypothesis import strategies

from claims.normalization.experiments import networks
from claims.normalization.experiments.datasets import CLASSIFIED
from claims.normalization.experiments.effects import (
    ANSWERS,
    COST,
    HALF,
    MAJORITY,
    MORE_OFTEN_THAN_NOT,
    MOST,
    ONE_FEWER_IN_A_HUNDRED,
    ONE_IN_A_HUNDRED,
    ORDER,
    TENTH,
    TWICE,
)
from claims.normalization.experiments.measuring import measured
from probatum import (
    All,
    Choice,
    Ge,
    Gt,
    Le,
    Passage,
    Property,
    assuming,
    fails_with,
    not_shown,
    refuted,
    rests_on,
    strict_reading_of,
)

pytestmark = pytest.mark.measured

RAW, STANDARD, MIN_MAX, WHITENED = map(Choice, ("raw", "standard", "min-max", "whitened"))
WINSORIZED_STATISTICS = Choice("Winsorized statistics")
NAMED_SCALINGS = (STANDARD, MIN_MAX, WINSORIZED_STATISTICS)  # that the text names
LARGE_INPUTS, LARGE_WEIGHTS = (
    Choice("standard, inputs times 100"),
    Choice("standard, weights times 100"),
)
SMALL_INPUTS, SMALL_WEIGHTS = (
    Choice("standard, inputs times 0.01"),
    Choice("standard, weights times 0.01"),
)
SMALLER_WEIGHTS = Choice("standard, weights times 0.1")
DATA = tuple(map(Choice, CLASSIFIED))
SEEDS = range(12)
SATURATED = (networks.saturated_tanh, networks.saturated_logistic)
GRADIENTS = (networks.gradient_of_tanh, networks.gradient_of_logistic)

NETWORK = (
    "A network with one hidden layer of eight units, softmax outputs and cross entropy as its "
    "loss, first weights of variance one over the number of inputs, trained on 100 rows of "
    "wine, breast cancer or digits; each run draws rows and weights."
)
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


passage = Passage("answer-1.saturation.0")


@passage.states
@assuming(
    NETWORK,
    "Saturated means that the slope is less than 1 % of the unit's steepest, for a row of the "
    "data.",
)
@not_shown("Saturation later in training.")
@fails_with("not rescaled", treatment=RAW)
def rescaling_prevents_early_saturation(at_most=Le, *, treatment=NAMED_SCALINGS, threshold=TENTH):
    """With inputs scaled in any of the ways that the text names, at most a tenth of the logistic or
    tanh units are saturated before the first step."""
    return All(
        *(
            measured(share, DATA, treatment, at_most, threshold, ORDER, seeds=SEEDS)
            for share in SATURATED
        )
    )


passage = Passage("answer-1.saturation.2")


@passage.implies(id="large-products-saturate-networks")
@rests_on("small-product-saturates")
@assuming(NETWORK)
@fails_with("small weights", large=SMALL_WEIGHTS)
@fails_with("as usual", large=STANDARD)
def large_products_saturate(
    most=Gt,
    hardly_any=Le,
    *,
    large=(LARGE_INPUTS, LARGE_WEIGHTS),
    small=(SMALL_INPUTS, SMALL_WEIGHTS),
    half=MOST,
    tenth=TENTH,
):
    """If inputs or first weights are a hundred times as large as usual, most units are saturated
    before the first step; if they are a hundredth, hardly any are."""
    return All(
        *(measured(share, DATA, large, most, half, MAJORITY, seeds=SEEDS) for share in SATURATED),
        *(
            measured(share, DATA, small, hardly_any, tenth, ORDER, seeds=SEEDS)
            for share in SATURATED
        ),
    )


@passage.implies
@refuted
@rests_on("large-products-saturate-networks")
@assuming(NETWORK)
@not_shown(
    "The gradient of a single unit in a single row, which does vanish: see the claims on single "
    "units."
)
@fails_with("small weights", treatment=(SMALL_WEIGHTS,))
def saturated_networks_have_tiny_gradients(
    tiny=Le, *, treatment=(LARGE_INPUTS, LARGE_WEIGHTS), threshold=TENTH
):
    """If inputs or first weights are a hundred times as large as usual, so that the units are
    saturated, the first gradient in the hidden weights is less than a tenth of the usual one."""
    return All(
        *(
            measured(size, DATA, treatment, tiny, threshold, ORDER, against=STANDARD, seeds=SEEDS)
            for size in GRADIENTS
        )
    )


@saturated_networks_have_tiny_gradients.corrected(treatment=(LARGE_WEIGHTS,))
def with_large_weights_they_have():
    """It is with large weights. With large inputs it is not, for all the saturation: the few rows
    that leave a unit unsaturated count a hundred times as much, since the input is a factor of
    the gradient."""


@passage.implies
@refuted
@strict_reading_of("small-product-saturates")
@assuming(NETWORK)
@fails_with("large inputs", treatment=(LARGE_INPUTS,))
def small_products_have_tiny_gradients(
    tiny=Le, *, treatment=(SMALL_INPUTS, SMALL_WEIGHTS), threshold=TENTH
):
    """If inputs or first weights are a hundredth of the usual ones, the first gradient in the
    hidden weights is less than a tenth of it: too small a product does make gradients tiny, if
    for another reason than saturation."""
    return All(
        *(
            measured(size, DATA, treatment, tiny, threshold, ORDER, against=STANDARD, seeds=SEEDS)
            for size in GRADIENTS
        )
    )


@small_products_have_tiny_gradients.corrected(treatment=(SMALL_INPUTS,))
def with_small_inputs_they_have():
    """Of inputs it is true, though no unit is saturated: the input is a factor of the gradient.
    Small first weights leave it as large."""


@passage.implies
@assuming(
    "Networks with three inputs, four units and two classes, random weights and rows.",
    "The gradients are those before learning rounds them to 10 bits.",
)
@fails_with("a step too long", exponent=1)
def network_gradients_are_right(*, exponent=30):
    """The gradients in these experiments are the derivatives of the loss in all weights:
    backpropagation and complex steps agree to ten digits."""
    size = 10.0 ** -int(exponent)

    def agree(unit, seed):
        found, stepped = networks.by_complex_step(unit, seed, size)
        return bool(np.allclose(found, stepped, rtol=1e-10, atol=1e-10 * abs(found).max()))

    drawn = {
        "unit": strategies.sampled_from(sorted(networks.UNITS)),
        "seed": strategies.integers(0, 2**32 - 1),
    }
    return Property(drawn, agree, "Backpropagation and complex steps agree", examples=40)


passage = Passage("answer-1.saturation.3")


@passage.states
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
@fails_with("against another scaling", baseline=WINSORIZED_STATISTICS)
def scaling_inputs_speeds_up_learning(
    fewer=Le, *, treatment=STANDARD, baseline=RAW, threshold=HALF
):
    """Standardizing the inputs at least halves the steps in which a small network learns."""
    return measured(
        networks.steps_to_learn,
        DATA,
        treatment,
        fewer,
        threshold,
        COST,
        against=baseline,
        seeds=SEEDS,
    )


@passage.implies
@assuming(NETWORK, LEARNING, "The test is taken after 60 steps.")
@not_shown(OTHERS)
@fails_with("against another scaling", baseline=WINSORIZED_STATISTICS)
def scaled_inputs_answer_better(
    better=Ge, *, treatment=STANDARD, baseline=RAW, threshold=ONE_IN_A_HUNDRED
):
    """After as many steps, a small network with standardized inputs answers at least one in a
    hundred more test cases rightly than one with raw inputs."""
    return measured(
        networks.accuracy,
        DATA,
        treatment,
        better,
        threshold,
        ANSWERS,
        against=baseline,
        effect="difference",
        seeds=SEEDS,
    )


@passage.states
@assuming(NETWORK, LEARNING, "Large are weights a hundred times the usual ones.")
@not_shown(OTHERS)
@fails_with("against smaller weights", baseline=SMALLER_WEIGHTS)
def small_first_weights_speed_up_learning(
    fewer=Le, *, treatment=STANDARD, baseline=LARGE_WEIGHTS, threshold=HALF
):
    """With standardized inputs, first weights of the usual size at least halve the steps against
    weights so large that the units saturate."""
    return measured(
        networks.steps_to_learn,
        DATA,
        treatment,
        fewer,
        threshold,
        COST,
        against=baseline,
        seeds=SEEDS,
    )


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
    return measured(
        right,
        DATA,
        treatment,
        better,
        threshold,
        ANSWERS,
        against=STANDARD,
        effect="difference",
        seeds=SEEDS,
    )


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
    return measured(
        networks.steps_to_learn,
        DATA,
        treatment,
        near,
        threshold,
        COST,
        against=STANDARD,
        effect="factor",
        share=share,
        seeds=SEEDS,
    )


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
    return measured(
        networks.steps_to_learn,
        DATA,
        treatment,
        fewer,
        threshold,
        COST,
        against=baseline,
        seeds=SEEDS,
    )


@passage.implies
@refuted
@strict_reading_of("whitened-networks-converge-faster")
@assuming(NETWORK, LEARNING)
@not_shown(OTHERS)
def whitening_faster_than_standardizing(fewer=Le, *, treatment=WHITENED, threshold=HALF):
    """With whitened inputs a small network also learns in at most half the steps that it takes with
    standardized ones."""
    return measured(
        networks.steps_to_learn,
        DATA,
        treatment,
        fewer,
        threshold,
        COST,
        against=STANDARD,
        seeds=range(24),
    )


@whitening_faster_than_standardizing.corrected
def within_a_factor_of_two(near=Le, *, treatment=WHITENED, threshold=TWICE):
    """Standardizing has done most of it already: on every data set the two are within a factor of
    two."""
    return measured(
        networks.steps_to_learn,
        DATA,
        treatment,
        near,
        threshold,
        COST,
        against=STANDARD,
        effect="factor",
        seeds=range(24),
    )


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
    right = networks.early_accuracy
    return measured(
        right,
        DATA[2],
        treatment,
        better,
        threshold,
        ANSWERS,
        against=STANDARD,
        effect="difference",
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
    right, more = networks.accuracy, {"effect": "difference", "share": share}
    return measured(
        right, DATA, treatment, better, threshold, ANSWERS, against=STANDARD, seeds=SEEDS, **more
    )


@decorrelating_gets_better_results.corrected
def worse_where_noise_is_amplified(
    worse=Le, *, treatment=WHITENED, threshold=ONE_FEWER_IN_A_HUNDRED
):
    """On breast cancer and digits, with 100 training rows, they get worse results: directions that
    hardly vary, mostly noise, are scaled up to the size of the others."""
    right = networks.accuracy
    return measured(
        right,
        DATA[1:],
        treatment,
        worse,
        threshold,
        ANSWERS,
        against=STANDARD,
        effect="difference",
        seeds=SEEDS,
    )

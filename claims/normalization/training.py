"""Claims on scaling and small networks, measured on real data: saturation at the first step, speed and success of learning."""

import numpy as np
from hypothesis import strategies

from claims.normalization import networks
from claims.normalization.datasets import CLASSIFIED
from probatum import All, Choice, Ge, Gt, Le, Measured, Property, Refuted, claim

RAW, STANDARD, MIN_MAX, WHITENED = map(Choice, ("raw", "standard", "min-max", "whitened"))
ROBUST, WINSORIZED_STATISTICS = Choice("robust"), Choice("Winsorized statistics")
LARGE_INPUTS, LARGE_WEIGHTS = Choice("standard, inputs times 100"), Choice("standard, weights times 100")
SMALLER_WEIGHTS, SMALL_WEIGHTS = Choice("standard, weights times 0.1"), Choice("standard, weights times 0.01")
ALL_DATA = tuple(map(Choice, CLASSIFIED))
SEEDS = range(12)

NETWORK = (
    "A network with one hidden layer of eight units, softmax outputs and cross entropy as its loss, first weights of variance one over the "
    "number of inputs, trained on 100 rows of wine, breast cancer or digits; each run draws rows and weights."
)
LEARNING = (
    "Learned means that the training loss is 3 % of that of a network that knows nothing; full-batch descent, each way to scale at the "
    "best of four learning rates. A run that has not learned after 60 steps counts as 61, which favours the slower way."
)
HALF = "Half the steps is half the cost; less would not be worth a step of preprocessing."
OTHERS = "Deeper networks, other units, minibatches and adaptive learning rates."


def measured(experiment, treatment, metric, relation, threshold, justified, **more):
    """An experiment with all runs on the three data sets, unless said otherwise."""
    more = {"data": ALL_DATA, "seeds": SEEDS} | more
    data = more.pop("data")
    return Measured(experiment, data, treatment, metric=metric, relation=relation, threshold=threshold, justified=justified, **more)


def steps(treatment, baseline, relation, threshold, justified, **more):
    """Steps to learn, as a ratio of those with a baseline."""
    more = {"effect": "ratio", "baseline": baseline} | more
    return measured(networks.steps_to_learn, treatment, "Steps to learn", relation, threshold, justified, **more)


# answer-1.saturation.0


@claim(
    "rescaling-prevents-early-saturation",
    "With standardized inputs, at most 5 % of the logistic or tanh units are saturated before the first step.",
    at="answer-1.saturation.0",
    assumes=[NETWORK, "Saturated means that the slope is less than 1 % of the unit's steepest, for a row of the data."],
    not_shown="Saturation later in training.",
    controls={"not rescaled": {"treatment": RAW}},
)
def rescaling_prevents_early_saturation(at_most=Le, *, treatment=STANDARD, threshold="0.05"):
    justified = "One unit in twenty is what a layer can do without; with raw inputs it is most of them."
    found = {"tanh": networks.saturated_tanh, "logistic": networks.saturated_logistic}
    return All(
        *(measured(share, treatment, f"Share of saturated {unit} units", at_most, threshold, justified) for unit, share in found.items())
    )


# answer-1.saturation.2


@claim(
    "large-products-saturate-networks",
    "If the products of inputs and first weights are a hundred times as large as usual, most units are saturated before the first step; "
    "if they are a hundredth, none are.",
    at="answer-1.saturation.2",
    implied=True,
    rests_on="small-product-saturates",
    assumes=[NETWORK],
    controls={"a hundredth": {"large": SMALL_WEIGHTS}, "as usual": {"large": STANDARD}},
)
def large_products_saturate(most=Gt, few=Le, *, large=LARGE_WEIGHTS, small=SMALL_WEIGHTS, threshold="0.5", least="0.01"):
    found = {"tanh": networks.saturated_tanh, "logistic": networks.saturated_logistic}
    words = "Share of saturated {} units"
    return All(
        *(measured(share, large, words.format(unit), most, threshold, "Most is more than half.") for unit, share in found.items()),
        *(measured(share, small, words.format(unit), few, least, "One in a hundred is as good as none.") for unit, share in found.items()),
    )


@claim(
    "saturated-networks-have-tiny-gradients",
    "If inputs or first weights are a hundred times as large as usual, so that the units are saturated, the first gradient in the hidden "
    "weights is less than a tenth of the usual one.",
    at="answer-1.saturation.2",
    implied=True,
    expect=Refuted(
        "It is with large weights. With large inputs it is not, for all the saturation: the few rows that leave a unit unsaturated count a "
        "hundred times as much, since the input is a factor of the gradient.",
        {"treatment": (LARGE_WEIGHTS,)},
    ),
    rests_on="large-products-saturate-networks",
    assumes=[NETWORK],
    not_shown="The gradient of a single unit in a single row, which does vanish: see the claims on single units.",
    controls={"small weights": {"treatment": (SMALL_WEIGHTS,)}},
)
def saturated_networks_have_tiny_gradients(tiny=Le, *, treatment=(LARGE_INPUTS, LARGE_WEIGHTS), threshold="0.1"):
    found = {"tanh": networks.gradient_of_tanh, "logistic": networks.gradient_of_logistic}
    justified = "A tenth of the gradient needs ten times the learning rate: an order of magnitude."
    return All(
        *(
            measured(size, treatment, f"First gradient of {unit} units", tiny, threshold, justified, effect="ratio", baseline=STANDARD)
            for unit, size in found.items()
        )
    )


@claim(
    "network-gradients-are-right",
    "The gradients in these experiments are the derivatives of the loss: backpropagation and complex steps agree to ten digits.",
    at="answer-1.saturation.2",
    implied=True,
    assumes="Networks with three inputs, four units and two classes, random weights and rows.",
    controls={"a step too long": {"exponent": 1}},
)
def network_gradients_are_right(*, exponent=30):
    size = 10.0 ** -int(exponent)

    def agree(unit, seed):
        found, stepped = networks.by_complex_step(unit, seed, size)
        return bool(np.allclose(found, stepped, rtol=1e-10, atol=1e-10 * abs(found).max()))

    drawn = {"unit": strategies.sampled_from(sorted(networks.UNITS)), "seed": strategies.integers(0, 2**32 - 1)}
    return Property(drawn, agree, "Backpropagation and complex steps agree", examples=40)


# answer-1.saturation.3


@claim(
    "scaling-inputs-speeds-up-learning",
    "Standardizing the inputs at least halves the steps in which a small network learns.",
    at="answer-1.saturation.3",
    assumes=[NETWORK, LEARNING],
    not_shown=OTHERS,
    controls={"against another scaling": {"baseline": WINSORIZED_STATISTICS}},
)
def scaling_inputs_speeds_up_learning(fewer=Le, *, treatment=STANDARD, baseline=RAW, threshold="0.5"):
    return steps(treatment, baseline, fewer, threshold, HALF)


@claim(
    "small-first-weights-speed-up-learning",
    "With standardized inputs, first weights of the usual size at least halve the steps against weights so large that the units saturate.",
    at="answer-1.saturation.3",
    assumes=[NETWORK, LEARNING, "Large are weights a hundred times the usual ones."],
    not_shown=OTHERS,
    controls={"against smaller weights": {"baseline": SMALLER_WEIGHTS}},
)
def small_first_weights_speed_up_learning(fewer=Le, *, treatment=STANDARD, baseline=LARGE_WEIGHTS, threshold="0.5"):
    return steps(treatment, baseline, fewer, threshold, HALF)


# answer-1.saturation.5


@claim(
    "winsorized-statistics-with-outliers",
    "If a fiftieth of the values of each feature are off by a thousand standard deviations, Winsorized means and deviations let a small "
    "network answer at least ten in a hundred more test cases rightly than plain ones do.",
    at="answer-1.saturation.5",
    assumes=[NETWORK, LEARNING, "The outliers are errors: the test cases have none."],
    not_shown="Outliers that mean something.",
    controls={"no outliers": {"outliers": 0}},
)
def winsorized_statistics_with_outliers(better=Ge, *, treatment=WINSORIZED_STATISTICS, outliers=1, threshold="0.1"):
    experiment = networks.accuracy_after_outliers if outliers else networks.accuracy
    justified = "Ten in a hundred is a difference that matters to who uses the answers."
    return measured(experiment, treatment, "Test accuracy", better, threshold, justified, effect="difference", baseline=STANDARD)


# answer-1.saturation.6


@claim(
    "choice-of-scaling-for-networks",
    "Among the scalings that the text names, the choice is usually unimportant for how fast a network learns: more often than not, the "
    "steps differ by less than a factor of two from those with standardized inputs.",
    at="answer-1.saturation.6",
    implied=True,
    expect=Refuted(
        "Winsorized means and deviations do as well as plain ones; min-max scaling takes several times the steps on every data set.",
        {"treatment": (WINSORIZED_STATISTICS,)},
    ),
    assumes=[NETWORK, LEARNING, "Usually means in more than half of the pairs of a data set and a scaling."],
    rests_on="choice-of-scaling-unimportant",
    controls={"no scaling": {"treatment": (RAW,)}},
)
def choice_of_scaling_for_networks(near=Le, *, treatment=(MIN_MAX, WINSORIZED_STATISTICS), threshold=2, share="0.51"):
    justified = "A factor of two is what one would notice: twice the waiting."
    return steps(treatment, STANDARD, near, threshold, justified, effect="factor", share=share)


# answer-1.reading.2


@claim(
    "whitened-networks-converge-faster",
    "With whitened inputs a small network learns in at most half the steps that it takes with raw ones.",
    at="answer-1.reading.2",
    assumes=[NETWORK, LEARNING],
    not_shown=OTHERS,
    controls={"against standardized inputs": {"baseline": STANDARD}},
)
def whitened_networks_converge_faster(fewer=Le, *, treatment=WHITENED, baseline=RAW, threshold="0.5"):
    return steps(treatment, baseline, fewer, threshold, HALF)


@claim(
    "whitening-faster-than-standardizing",
    "With whitened inputs a small network also learns in a quarter fewer steps than with standardized ones.",
    at="answer-1.reading.2",
    implied=True,
    reading="strict",
    reading_of="whitened-networks-converge-faster",
    expect=Refuted(
        "It does on digits; on wine and breast cancer the runs do not tell whitened from standardized inputs so far apart.",
        {"data": ALL_DATA[2:]},
    ),
    assumes=[NETWORK, LEARNING],
    controls={"not decorrelated": {"treatment": WINSORIZED_STATISTICS}},
)
def whitening_faster_than_standardizing(fewer=Le, *, data=ALL_DATA, treatment=WHITENED, threshold="0.75"):
    justified = "A quarter is the least that would be worth computing a covariance for."
    return steps(treatment, STANDARD, fewer, threshold, justified, data=data, seeds=range(16))


# answer-1.reading.3


def worse_where_noise_is_amplified(worse=Le, *, treatment=WHITENED, threshold="-0.01"):
    """What is true of decorrelating, of these data."""
    justified = "One case in a hundred."
    return measured(
        networks.accuracy, treatment, "Test accuracy", worse, threshold, justified, effect="difference", baseline=STANDARD,
        data=ALL_DATA[1:],
    )  # fmt: skip


@claim(
    "decorrelating-gets-better-results",
    "Decorrelated inputs get better results than standardized ones: at least one in a hundred more test cases right, more often than not.",
    at="answer-1.reading.3",
    expect=Refuted(
        "On breast cancer and digits, with 100 training rows, they get worse results: directions that hardly vary, mostly noise, are "
        "scaled up to the size of the others.",
        worse_where_noise_is_amplified,
    ),
    assumes=[NETWORK, LEARNING, "Better results are better answers in the test; how fast the network learns is another claim."],
    not_shown="More training rows, and whitening that leaves out or damps directions that hardly vary.",
)
def decorrelating_gets_better_results(better=Ge, *, treatment=WHITENED, threshold="0.01", share="0.51"):
    justified = "One case in a hundred."
    return measured(
        networks.accuracy, treatment, "Test accuracy", better, threshold, justified, effect="difference", baseline=STANDARD, share=share
    )

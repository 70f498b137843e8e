"""What claims on small networks share: ways to scale, and what an experiment with them is."""

from claims.normalization.experiments import networks
from claims.normalization.experiments.effects import WHY_ONE_IN_A_HUNDRED, WHY_TWOFOLD
from claims.normalization.experiments.grids import CLASSES, GAIN, LEFT_OF_NETWORKS, ROWS, UNITS
from claims.normalization.experiments.measuring import measured
from probatum import Choice

RAW, STANDARDIZED, MIN_MAX, WHITENED = map(Choice, ("raw", "standard", "min-max", "whitened"))
WINSORIZED_STATISTICS = Choice("Winsorized statistics")
NAMED_SCALINGS = (STANDARDIZED, MIN_MAX, WINSORIZED_STATISTICS)  # that the text names
LARGE_WEIGHTS, SMALL_WEIGHTS = Choice("standard, large weights"), Choice("standard, small weights")
LARGE_INPUTS, SMALL_INPUTS = Choice("standard, large inputs"), Choice("standard, small inputs")
SEEDS = range(10)
MANY_SEEDS = range(30)  # where runs differ by more than the effect does from its threshold

NETWORK = (
    "A network with one hidden layer, softmax outputs and cross entropy as its loss, initial "
    "weights of the usual gain, or somewhat less or more, trained on some rows of wine, "
    "breast cancer or digits; each run draws rows and weights."
)
SETTINGS = (LEFT_OF_NETWORKS, UNITS, ROWS, GAIN)


def steps(treatment, against, fewer, threshold, *, data=CLASSES, over=SETTINGS, **more):
    """The steps in which networks learn, with one treatment against another."""
    return measured(
        networks.steps_to_learn, data, treatment, fewer, threshold, *over,
        justified=WHY_TWOFOLD, against=against, seeds=SEEDS, **more,
    )  # fmt: skip


def right_answers(treatment, against, better, threshold, *over, data=CLASSES, seeds=SEEDS):
    """The share of test cases answered rightly, with one treatment less that with another."""
    return measured(
        networks.accuracy, data, treatment, better, threshold, *over,
        justified=WHY_ONE_IN_A_HUNDRED, against=against, effect="difference", seeds=seeds,
    )  # fmt: skip

"""What claims on small networks share: ways to scale, data, and what an experiment with them is."""

from claims.normalization.experiments import networks
from claims.normalization.experiments.datasets import CLASSIFIED
from claims.normalization.experiments.effects import ANSWERS, COST
from claims.normalization.experiments.measuring import measured
from probatum import Choice

RAW, STANDARD, MIN_MAX, WHITENED = map(Choice, ("raw", "standard", "min-max", "whitened"))
WINSORIZED_STATISTICS = Choice("Winsorized statistics")
NAMED_SCALINGS = (STANDARD, MIN_MAX, WINSORIZED_STATISTICS)  # that the text names
LARGE_WEIGHTS = Choice("standard, weights times 100")
DATA = tuple(map(Choice, CLASSIFIED))
SEEDS = range(12)

NETWORK = (
    "A network with one hidden layer of eight units, softmax outputs and cross entropy as its "
    "loss, first weights of variance one over the number of inputs, trained on 100 rows of "
    "wine, breast cancer or digits; each run draws rows and weights."
)


def steps(treatment, against, fewer, threshold, *, seeds=SEEDS, **more):
    """The steps in which networks learn, with one treatment against another."""
    return measured(
        networks.steps_to_learn,
        DATA,
        treatment,
        fewer,
        threshold,
        COST,
        against=against,
        seeds=seeds,
        **more,
    )


def right_answers(
    treatment,
    against,
    better,
    threshold,
    *,
    accuracy=networks.accuracy,
    data=DATA,
    seeds=SEEDS,
    **more,
):
    """The share of test cases answered rightly, with one treatment less that with another."""
    return measured(
        accuracy,
        data,
        treatment,
        better,
        threshold,
        ANSWERS,
        against=against,
        effect="difference",
        seeds=seeds,
        **more,
    )

"""An experiment of this document as a proposition: its numbers in words, and a treatment against
another or by itself."""

from claims.normalization.experiments import descent, networks
from probatum import Measured

METRICS = {
    descent.condition_number: "Condition number",
    descent.fewest_steps: "Steps of descent at its best rate",
    descent.fewest_steps_with_outliers: "Steps of descent at its best rate, with outliers "
    "in the inputs",
    descent.steps_at_common_rate: "Steps of descent at the best rate for raw inputs",
    descent.growth_at_standard_rate: "Factor by which a step multiplies the error in the "
    "worst direction",
    descent.angle: "Degrees between step and minimum",
    networks.saturated: "Share of saturated units",
    networks.first_gradient: "Size of the first gradient",
    networks.steps_to_learn: "Steps to learn",
    networks.accuracy: "Test accuracy",
}


def measured(
    experiment,
    data,
    treatment,
    relation,
    threshold,
    *over,
    justified,
    against=None,
    effect="ratio",
    **more,
):
    """A treatment's effect over a grid of free choices: against another treatment, by default as a
    ratio; with no other, its value.

    It is beyond the threshold if the 95 % t interval of its mean over the seeds is so in every
    specification, a combination of the free choices. Data given as a free choice (CLASSES) are a
    specification each; given by name (CLASSES.values) they are cases of every specification, and
    one that fails is enough against it.
    """
    return Measured(
        experiment, data, treatment, metric=METRICS[experiment],
        effect="value" if against is None else effect, baseline=against,
        relation=relation, threshold=threshold, justified=justified, over=over, **more,
    )  # fmt: skip

"""An experiment of this document as a proposition: its numbers in words, and a treatment against
another or by itself."""

from claims.normalization.experiments import descent, networks
from probatum import Measured

METRICS = {
    descent.condition_number: "Condition number with a bias",
    descent.condition_number_without_bias: "Condition number without a bias",
    descent.condition_number_with_outliers: "Condition number with outliers in the inputs",
    descent.fewest_steps: "Steps of descent at its best rate, with a bias",
    descent.fewest_steps_without_bias: "Steps of descent at its best rate, without a bias",
    descent.fewest_steps_with_outliers: "Steps of descent at its best rate, with outliers "
    "in the inputs",
    descent.steps_at_common_rate: "Steps of descent at the best rate for raw inputs",
    descent.growth_at_standard_rate: "Factor by which a step multiplies the error in the "
    "worst direction",
    descent.angle: "Degrees between step and minimum",
    networks.saturated_tanh: "Share of saturated tanh units",
    networks.saturated_logistic: "Share of saturated logistic units",
    networks.gradient_of_tanh: "Size of the first gradient of tanh units",
    networks.gradient_of_logistic: "Size of the first gradient of logistic units",
    networks.steps_to_learn: "Steps to learn",
    networks.accuracy: "Test accuracy",
    networks.accuracy_after_outliers: "Test accuracy after learning from outliers",
    networks.early_accuracy: "Test accuracy after few steps with many rows",
}


def measured(
    experiment,
    data,
    treatment,
    relation,
    threshold,
    justified,
    *,
    against=None,
    effect="ratio",
    **more,
):
    """A treatment's effect against another treatment, by default as a ratio; with no other, its
    value."""
    return Measured(
        experiment, data, treatment, metric=METRICS[experiment],
        effect="value" if against is None else effect, baseline=against,
        relation=relation, threshold=threshold, justified=justified, **more,
    )  # fmt: skip

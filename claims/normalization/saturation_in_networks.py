"""Claims on saturation in small networks before the first step, measured on real data."""

import pytest

from claims.normalization.experiments import networks
from claims.normalization.experiments.effects import MAJORITY, MOST, ORDER, TENTH
from claims.normalization.experiments.grids import (
    ANY_SPREAD,
    CLASSES,
    LEVEL,
    TIMES,
    UNIT,
    UNITS,
)
from claims.normalization.experiments.measuring import measured
from claims.normalization.experiments.small_networks import (
    LARGE_INPUTS,
    LARGE_WEIGHTS,
    NAMED_SCALINGS,
    NETWORK,
    RAW,
    SEEDS,
    SMALL_INPUTS,
    SMALL_WEIGHTS,
    STANDARD,
)
from probatum import (
    Gt,
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

SATURATED = (
    "Saturated means that the slope is less than a level of the unit's steepest, for a row of the "
    "data."
)


def saturated(treatment, relation, threshold, why, *over):
    """The share of units that are saturated before the first step."""
    return measured(
        networks.saturated, CLASSES, treatment, relation, threshold, why, LEVEL, UNIT, UNITS, *over,
        seeds=SEEDS,
    )  # fmt: skip


def first_gradients(treatment, tiny, threshold):
    """The first gradient in the hidden weights, against that with inputs and weights as usual."""
    return measured(
        networks.first_gradient, CLASSES, treatment, tiny, threshold, ORDER, TIMES, UNIT, UNITS,
        against=STANDARD, seeds=SEEDS,
    )  # fmt: skip


passage = Passage("answer-1.saturation.0")


@passage.states
@assuming(NETWORK, SATURATED)
@not_shown("Saturation later in training.")
@fails_with("not rescaled", treatment=RAW)
def rescaling_prevents_early_saturation(at_most=Le, *, treatment=NAMED_SCALINGS, threshold=TENTH):
    """With inputs scaled in any of the ways that the text names, at most a tenth of the logistic or
    tanh units are saturated before the first step."""
    return saturated(treatment, at_most, threshold, ORDER, ANY_SPREAD)


passage = Passage("answer-1.saturation.2")


@passage.implies(id="large-products-saturate-networks")
@rests_on("small-product-saturates")
@assuming(NETWORK, SATURATED)
@fails_with("small weights", treatment=SMALL_WEIGHTS)
def large_products_saturate(most=Gt, *, treatment=(LARGE_INPUTS, LARGE_WEIGHTS), threshold=MOST):
    """If inputs or first weights are so many times as large as usual, most units are saturated
    before the first step."""
    return saturated(treatment, most, threshold, MAJORITY, TIMES)


@passage.implies
@rests_on("small-product-saturates")
@assuming(NETWORK, SATURATED)
@fails_with("large weights", treatment=LARGE_WEIGHTS)
def small_products_do_not_saturate_networks(
    hardly_any=Le, *, treatment=(SMALL_INPUTS, SMALL_WEIGHTS), threshold=TENTH
):
    """If inputs or first weights are so many times smaller than usual, hardly any units are
    saturated before the first step."""
    return saturated(treatment, hardly_any, threshold, ORDER, TIMES)


@passage.implies
@refuted
@rests_on("large-products-saturate-networks")
@assuming(NETWORK)
@not_shown(
    "The gradient of a single unit in a single row, which does vanish: see the claims on single "
    "units."
)
def saturated_networks_have_tiny_gradients(
    tiny=Le, *, treatment=(LARGE_INPUTS, LARGE_WEIGHTS), threshold=TENTH
):
    """If inputs or first weights are so many times as large as usual, so that the units are
    saturated, the first gradient in the hidden weights is less than a tenth of the usual one."""
    return first_gradients(treatment, tiny, threshold)


@saturated_networks_have_tiny_gradients.corrected(treatment=(LARGE_WEIGHTS,))
def with_large_weights_they_have():
    """It is with large weights. With large inputs it is not, for all the saturation: the few rows
    that leave a unit unsaturated count so many times as much, since the input is a factor of
    the gradient."""


@passage.implies
@refuted
@strict_reading_of("small-product-saturates")
@assuming(NETWORK)
@fails_with("large inputs", treatment=(LARGE_INPUTS,))
def small_products_have_tiny_gradients(
    tiny=Le, *, treatment=(SMALL_INPUTS, SMALL_WEIGHTS), threshold=TENTH
):
    """If inputs or first weights are so many times smaller than usual, the first gradient in the
    hidden weights is less than a tenth of it: too small a product does make gradients tiny, if
    for another reason than saturation."""
    return first_gradients(treatment, tiny, threshold)


@small_products_have_tiny_gradients.corrected(treatment=(SMALL_INPUTS,))
def with_small_inputs_they_have():
    """Of inputs it is true, though no unit is saturated: the input is a factor of the gradient.
    Small first weights leave it as large."""

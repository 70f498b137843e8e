"""Claims on saturation in small networks before the first step, measured on real data."""

import pytest

from claims.normalization.experiments import networks
from claims.normalization.experiments.effects import MOST, TENTH, WHY_MOST, WHY_TENFOLD
from claims.normalization.experiments.grids import (
    ANY_GAIN,
    CLASSES,
    LEVEL,
    TIMES,
    UNIT,
    UNITS,
    gain,
    times,
)
from claims.normalization.experiments.measuring import measured
from claims.normalization.experiments.small_networks import (
    LARGE_INPUTS,
    LARGE_WEIGHTS,
    MANY_SEEDS,
    NAMED_SCALINGS,
    NETWORK,
    SEEDS,
    SMALL_INPUTS,
    SMALL_WEIGHTS,
    STANDARDIZED,
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
    true_if,
)

pytestmark = pytest.mark.measured

SATURATED = (
    "Saturated means that the slope is less than a level of the unit's steepest, for a row of the "
    "data."
)


def saturated(treatment, relation, threshold, *over, justified):
    """The share of units that are saturated before the first step."""
    return measured(
        networks.saturated, CLASSES, treatment, relation, threshold, LEVEL, UNIT, UNITS, *over,
        justified=justified, seeds=SEEDS,
    )  # fmt: skip


def first_gradients(treatment, tiny, threshold):
    """The first gradient in the hidden weights, against that with inputs and weights as usual."""
    return measured(
        networks.first_gradient, CLASSES, treatment, tiny, threshold, TIMES, UNIT, UNITS,
        justified=WHY_TENFOLD, against=STANDARDIZED, seeds=MANY_SEEDS,
    )  # fmt: skip


passage = Passage("answer-1.saturation.0")


@passage.states
@true_if(
    Le(gain, "0.5"),
    "if the gain of the initial weights is half the usual one",
    too_weak=gain <= 2,
)
@assuming(NETWORK, SATURATED)
@not_shown("Saturation later in training.")
@fails_with("inputs a hundred times as large", treatment=LARGE_INPUTS)
def rescaling_prevents_early_saturation(at_most=Le, *, treatment=NAMED_SCALINGS, threshold=TENTH):
    """With inputs scaled in any of the ways that the text names, at most a tenth of the logistic or
    tanh units are saturated before the first step."""
    return saturated(treatment, at_most, threshold, ANY_GAIN, justified=WHY_TENFOLD)


passage = Passage("answer-1.saturation.2")


@passage.implies(id="large-products-saturate-networks")
@true_if(times >= 30, "if they are thirty times as large", too_weak=times >= 10)
@rests_on("small-product-saturates")
@assuming(NETWORK, SATURATED)
@fails_with("small weights", treatment=SMALL_WEIGHTS)
def large_products_saturate(more=Gt, *, treatment=(LARGE_INPUTS, LARGE_WEIGHTS), threshold=MOST):
    """If inputs or initial weights are many times larger than usual, most units are saturated
    before the first step."""
    return saturated(treatment, more, threshold, TIMES, justified=WHY_MOST)


@passage.implies
@rests_on("small-product-saturates")
@assuming(NETWORK, SATURATED)
def small_products_do_not_saturate_networks(
    hardly_any=Le, *, treatment=(SMALL_INPUTS, SMALL_WEIGHTS), threshold=TENTH
):
    """If inputs or initial weights are many times smaller than usual, hardly any units are
    saturated before the first step."""
    return saturated(treatment, hardly_any, threshold, TIMES, justified=WHY_TENFOLD)


@passage.states
@true_if(times >= 100, "if weights are a hundred times as large", too_weak=times >= 30)
@rests_on("large-products-saturate-networks")
@assuming(NETWORK)
@fails_with("large inputs", treatment=LARGE_INPUTS)
def saturated_networks_have_tiny_gradients(tiny=Le, *, treatment=LARGE_WEIGHTS, threshold=TENTH):
    """If initial weights are many times larger than usual, so that the units are saturated, the
    first gradient in the hidden weights is at most a tenth of the usual one."""
    return first_gradients(treatment, tiny, threshold)


@passage.states
@refuted
@strict_reading_of("saturated-networks-have-tiny-gradients")
@assuming(NETWORK)
@not_shown(
    "The gradient of a single unit in a single row, which does vanish: see the claims on single "
    "units.",
)
def large_inputs_leave_tiny_gradients(tiny=Le, *, treatment=LARGE_INPUTS, threshold=TENTH):
    """If inputs, not weights, are scaled up until the units saturate, the first gradient in the
    hidden weights is at most a tenth of the usual one, too."""
    return first_gradients(treatment, tiny, threshold)


@large_inputs_leave_tiny_gradients.corrected(tiny=Gt)
def with_large_inputs_they_are_not_tiny():
    """It stays above a tenth, for all the saturation: the few rows that leave a unit unsaturated
    count so many times as much, since the input is a factor of the gradient."""


@passage.states
@true_if(times >= 30, "if inputs are a thirtieth of the usual ones", too_weak=times >= 10)
@strict_reading_of("small-product-saturates")
@assuming(NETWORK)
@fails_with("large inputs", treatment=LARGE_INPUTS)
def small_products_have_tiny_gradients(tiny=Le, *, treatment=SMALL_INPUTS, threshold=TENTH):
    """If inputs are many times smaller than usual, the first gradient in the hidden weights is at
    most a tenth of the usual one: too small a product does make gradients tiny, if for another
    reason than saturation."""
    return first_gradients(treatment, tiny, threshold)


@passage.states
@refuted
@strict_reading_of("small-product-saturates")
@assuming(NETWORK)
def small_weights_have_tiny_gradients(tiny=Le, *, treatment=SMALL_WEIGHTS, threshold=TENTH):
    """If initial weights are many times smaller than usual, the first gradient in the hidden
    weights is at most a tenth of the usual one."""
    return first_gradients(treatment, tiny, threshold)


@small_weights_have_tiny_gradients.corrected(tiny=Gt)
def small_weights_leave_gradients():
    """Small initial weights leave more than a tenth of it: the hidden weights are no factor of
    it."""

"""Claims on saturation in small networks before the first step, measured on real data."""

import numpy as np
import pytest
from hypothesis import strategies

from claims.normalization.experiments import networks
from claims.normalization.experiments.effects import MAJORITY, MOST, ORDER, TENTH
from claims.normalization.experiments.measuring import measured
from claims.normalization.experiments.small_networks import (
    DATA,
    LARGE_WEIGHTS,
    NAMED_SCALINGS,
    NETWORK,
    RAW,
    SEEDS,
    STANDARD,
)
from probatum import (
    All,
    Choice,
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

LARGE_INPUTS = Choice("standard, inputs times 100")
SMALL_INPUTS = Choice("standard, inputs times 0.01")
SMALL_WEIGHTS = Choice("standard, weights times 0.01")
SATURATED = (networks.saturated_tanh, networks.saturated_logistic)
GRADIENTS = (networks.gradient_of_tanh, networks.gradient_of_logistic)


def first_gradients(treatment, tiny, threshold):
    """The first gradients in the hidden weights, against those with inputs and weights as usual."""
    return All(
        *(
            measured(size, DATA, treatment, tiny, threshold, ORDER, against=STANDARD, seeds=SEEDS)
            for size in GRADIENTS
        )
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
    return first_gradients(treatment, tiny, threshold)


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
    return first_gradients(treatment, tiny, threshold)


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

"""Small networks with one hidden layer, many at a time: what their units do at the first step, and
how they learn."""

from collections.abc import Callable
from functools import lru_cache, reduce
from typing import Any

import numpy as np

from claims.normalization.experiments.datasets import OUTLIERS, OUTLYING, real_data, with_outliers
from claims.normalization.experiments.scalers import scaled

HIDDEN = 8
ROWS = 100  # of each training set; the rest is for testing
STEPS = 60
MANY_ROWS, FEW_STEPS = 1400, 5  # of a training in which rows are plenty and steps are not
RATES = (0.1, 0.3, 1.0, 1.8, 3.2, 5.6, 10.0)  # each way to scale learns at its own best of them
SATURATED = 0.01  # of the largest slope that a unit can have
BITS = 10  # of slopes, in learning
AT_ONCE = 40_000  # rows over all runs and rates
REACHED = 0.1  # of the loss of a network that knows nothing, log(classes)
# By which factors the inputs, and the first weights of the hidden layer, are larger than usual.
SETUPS = {
    "": (1.0, 1.0),
    "inputs times 100": (100.0, 1.0),
    "inputs times 0.01": (0.01, 1.0),
    "weights times 100": (1.0, 100.0),
    "weights times 0.1": (1.0, 0.1),
    "weights times 0.01": (1.0, 0.01),
}
UNITS: dict[str, Callable[..., Any]] = {
    "tanh": np.tanh,
    "logistic": lambda total: 1 / (1 + np.exp(-total)),
}
SLOPES = {
    "tanh": lambda activation: 1 - activation**2,
    "logistic": lambda activation: activation * (1 - activation),
}


def first_weights(seeds, features, classes, factor=1.0):
    """Normal weights whose variance is one over the number of inputs, times a factor; biases of
    0."""
    generators = [np.random.Generator(np.random.PCG64(seed)) for seed in seeds]
    hidden = (
        np.stack([generator.normal(size=(features, HIDDEN)) for generator in generators])
        * factor
        / np.sqrt(features)
    )
    output = np.stack(
        [generator.normal(size=(HIDDEN, classes)) for generator in generators]
    ) / np.sqrt(HIDDEN)
    return [hidden, np.zeros((len(seeds), 1, HIDDEN)), output, np.zeros((len(seeds), 1, classes))]


def probabilities(scores):
    """Softmax over the last axis; as that is short, its maximum and sum are taken term by term,
    which is much quicker."""
    largest = reduce(np.maximum, np.moveaxis(scores.real, -1, 0))[..., None]
    powers = np.exp(scores - largest)
    powers /= powers @ np.ones((powers.shape[-1], 1))
    return powers


def likelihood(found, targets):
    """The probability of each row's own class."""
    return np.einsum("...c,...c->...", found, targets)


def product(left, right):
    """left @ right for each learning rate, the first axis of right; as one product a run, since
    many small ones are slow."""
    if right.ndim == left.ndim:
        return left @ right
    rates, runs, inner, outer = right.shape
    wide = np.moveaxis(right, 0, 2).reshape(runs, inner, rates * outer)
    return np.moveaxis((left @ wide).reshape(runs, -1, rates, outer), 2, 0)


def forward(weights, inputs, unit="tanh"):
    """What the hidden units and the outputs say."""
    hidden, hidden_bias, output, output_bias = weights
    total = product(inputs, hidden)
    total += hidden_bias
    with np.errstate(over="ignore"):  # of the logistic function far below 0, which is 0
        activation = UNITS[unit](total)
    scores = activation @ output
    scores += output_bias
    return activation, probabilities(scores)


def loss(weights, inputs, targets, unit="tanh"):
    """The mean cross entropy."""
    likely = likelihood(forward(weights, inputs, unit)[1], targets)
    return -np.log(np.maximum(likely, 1e-300) if np.isrealobj(likely) else likely).mean(axis=-1)


def gradient(weights, inputs, targets, unit="tanh"):
    """The derivatives of the loss in all weights, by backpropagation, and the loss."""
    activation, found = forward(weights, inputs, unit)
    value = -np.log(np.maximum(likelihood(found, targets), 1e-300)).mean(axis=-1)
    error = found
    error -= targets
    error /= inputs.shape[-2]
    back = error @ weights[2].swapaxes(-1, -2)
    back *= SLOPES[unit](activation)
    ones = np.ones(
        (1, inputs.shape[-2])
    )  # a product with them sums the rows, much quicker than sum along a short last axis
    derivatives = [
        product(inputs.swapaxes(-1, -2), back),
        ones @ back,
        activation.swapaxes(-1, -2) @ error,
        ones @ error,
    ]
    return derivatives, value


@lru_cache(maxsize=5)  # of many megabytes each, and what is learned from them is kept as well
def split(data, scaler, seeds, spoilt=False, rows=ROWS):
    """Training inputs and targets, then those for testing, one set a seed, scaled as the training
    inputs need it."""
    inputs, targets = real_data(data)
    found = []
    for seed in seeds:
        order = np.random.Generator(np.random.PCG64(seed)).permutation(len(inputs))
        train, test = order[:rows], order[rows:]
        seen = with_outliers(inputs[train], seed, OUTLIERS, OUTLYING) if spoilt else inputs[train]
        found.append((*scaled(scaler, seen, inputs[test]), targets[train], targets[test]))
    features = max(train.shape[1] for train, *_ in found)
    wide = [
        (_widened(train, features), _widened(test, features), *rest) for train, test, *rest in found
    ]
    train, test, known, wanted = (np.stack(parts) for parts in zip(*wide, strict=True))
    return train, known, test, wanted


def _widened(rows, features):
    """Rows with columns of 0 for features that do not vary in this training set."""
    return np.pad(rows, ((0, 0), (0, features - rows.shape[1])))


def setup(treatment):
    """The scaler, and the factors of inputs and first weights, that a treatment names: `standard,
    weights times 100`."""
    scaler, _, factors = treatment.partition(", ")
    input_factor, weight_factor = SETUPS[factors]
    return scaler, input_factor, weight_factor


@lru_cache
def learning(data, treatment, seeds, spoilt=False, rows=ROWS, steps=STEPS):
    """Steps to the wanted loss, at most all, and the accuracy in the test after all; for each seed,
    at the best rate over all."""
    scaler, input_factor, weight_factor = setup(treatment)
    train, known, test, wanted = split(data, scaler, seeds, spoilt, rows)
    train, test = train * input_factor, test * input_factor
    rates = np.array(RATES)[:, None, None, None]
    weights = [
        np.repeat(part[None], len(RATES), axis=0)
        for part in first_weights(seeds, train.shape[-1], known.shape[-1], weight_factor)
    ]
    reached = np.full((len(RATES), len(seeds)), steps)
    for step in range(steps):
        slopes, value = _gradients(weights, train, known)
        reached = np.where(
            (value <= REACHED * np.log(known.shape[-1])) & (reached == steps), step, reached
        )
        weights = [
            part - rates * rounded(slope) for part, slope in zip(weights, slopes, strict=True)
        ]
        hopeful = _hopeful(reached, step, steps)
        if not hopeful.all():
            rates, value, reached, *weights = (
                part[hopeful] for part in (rates, value, reached, *weights)
            )
    best = np.lexsort([value.mean(axis=1), _count(reached)])[
        0
    ]  # the fewest steps, then the lowest loss in the end
    right = forward([part[best] for part in weights], test)[1].argmax(axis=-1) == wanted.argmax(
        axis=-1
    )
    return reached[best] + 1.0, right.mean(axis=-1)


def rounded(slope):
    """Slopes to so many bits of the largest of their run: learning magnifies last digits, which
    differ between machines."""
    _, exponent = np.frexp(np.abs(slope).max(axis=(-2, -1), keepdims=True))
    scale = np.ldexp(1.0, BITS - exponent)
    return np.rint(slope * scale) / scale


def _gradients(weights, inputs, targets):
    """The same as `gradient`, of some runs after the other where all at once would not fit into the
    processor's cache."""
    runs, rows, _ = inputs.shape
    some = max(1, AT_ONCE // (len(weights[0]) * rows))
    parts = [slice(first, first + some) for first in range(0, runs, some)]
    found = [
        gradient([part[:, chosen] for part in weights], inputs[chosen], targets[chosen])
        for chosen in parts
    ]
    slopes = [
        np.concatenate(same, axis=1)
        for same in zip(*(derivatives for derivatives, _ in found), strict=True)
    ]
    return slopes, np.concatenate([value for _, value in found], axis=1)


def _count(reached):
    """The steps of each rate over all seeds, as the mean of their logarithms."""
    return np.log(reached + 1).mean(axis=1)


def _hopeful(reached, step, steps):
    """The rates that can still be the best after so many steps: at best they reach the loss with
    the next, at worst never."""
    at_best = _count(np.where(reached == steps, step + 1, reached))
    return at_best <= _count(reached).min()


def steps_to_learn(data, treatment, seeds):
    """Steps of gradient descent to the wanted training loss."""
    return learning(data, treatment, seeds)[0]


def accuracy(data, treatment, seeds):
    """The share of right answers in the test after all steps."""
    return learning(data, treatment, seeds)[1]


def accuracy_after_outliers(data, treatment, seeds):
    """The same, after learning from inputs with outliers in them; the test has none."""
    return learning(data, treatment, seeds, True)[1]


def early_accuracy(data, treatment, seeds):
    """The same, after few steps with many rows."""
    return learning(data, treatment, seeds, False, MANY_ROWS, FEW_STEPS)[1]


@lru_cache
def first_step(data, treatment, seeds, unit):
    """The share of saturated hidden units over all rows, and the size of the gradient in their
    weights, before the first step."""
    scaler, input_factor, weight_factor = setup(treatment)
    train, known, _, _ = split(data, scaler, seeds)
    weights = first_weights(seeds, train.shape[-1], known.shape[-1], weight_factor)
    activation, _ = forward(weights, train * input_factor, unit)
    slope = SLOPES[unit](activation) / SLOPES[unit](UNITS[unit](0.0))
    slopes, _ = gradient(weights, train * input_factor, known, unit)
    return (slope < SATURATED).mean(axis=(-1, -2)), np.linalg.norm(slopes[0], axis=(-1, -2))


def saturated_tanh(data, treatment, seeds):
    """The share of saturated tanh units before the first step."""
    return first_step(data, treatment, seeds, "tanh")[0]


def saturated_logistic(data, treatment, seeds):
    """The share of saturated logistic units before the first step."""
    return first_step(data, treatment, seeds, "logistic")[0]


def gradient_of_tanh(data, treatment, seeds):
    """The size of the first gradient in the weights of tanh units."""
    return first_step(data, treatment, seeds, "tanh")[1]


def gradient_of_logistic(data, treatment, seeds):
    """The size of the first gradient in the weights of logistic units."""
    return first_step(data, treatment, seeds, "logistic")[1]


def by_complex_step(unit, seed, size=1e-30):
    """The gradient in all weights and biases of a small random network, by backpropagation and by
    complex steps."""
    generator = np.random.Generator(np.random.PCG64(seed))
    inputs, targets = generator.normal(size=(5, 3)), np.eye(2)[generator.integers(2, size=5)]
    weights = [part[0] + 0j for part in first_weights((seed,), 3, 2, 3.0)]
    found = gradient([part.real for part in weights], inputs, targets, unit)[0]
    stepped = [np.empty_like(part) for part in found]
    for place, part in enumerate(weights):
        for index in np.ndindex(part.shape):
            moved = part.copy()
            moved[index] += size * 1j
            stepped[place][index] = (
                loss([*weights[:place], moved, *weights[place + 1 :]], inputs, targets, unit).imag
                / size
            )
    return tuple(np.concatenate([part.ravel() for part in parts]) for parts in (found, stepped))

"""Small networks with one hidden layer, many at a time: what their units do at the first step, and
how they learn."""

from collections.abc import Callable
from functools import lru_cache, reduce
from typing import Any

import numpy as np

from claims.normalization.experiments.datasets import real_data, with_outliers
from claims.normalization.experiments.scalers import scaled

STEPS = 150  # a run that has not learned by then counts as one more
RATES = (0.3, 1.0, 2.0, 4.0, 8.0)  # each way to scale learns at its own best of them
TEST_RATES = (0.5, 2.0, 8.0)  # where all steps are taken at each
BITS = 10  # of slopes, in learning
AT_ONCE = 40_000  # rows over all runs and rates
LEFT = (0.3, 0.1)  # of the loss of a network that knows nothing, log(classes)
AFTER = (5, 20, 60)  # steps, when the test is taken
# The powers of `times` by which inputs, and initial weights of the hidden layer, are multiplied.
SETUPS = {
    "": (0, 0),
    "large inputs": (1, 0),
    "small inputs": (-1, 0),
    "large weights": (0, 1),
    "small weights": (0, -1),
}
UNITS: dict[str, Callable[..., Any]] = {
    "tanh": np.tanh,
    "logistic": lambda total: 1 / (1 + np.exp(-total)),
}
SLOPES = {
    "tanh": lambda activation: 1 - activation**2,
    "logistic": lambda activation: activation * (1 - activation),
}


def first_weights(seeds, features, classes, units, factor=1.0):
    """Normal weights whose variance is one over the number of inputs, times a factor; biases of
    0."""
    generators = [np.random.Generator(np.random.PCG64(seed)) for seed in seeds]
    hidden = (
        np.stack([generator.normal(size=(features, units)) for generator in generators])
        * factor
        / np.sqrt(features)
    )
    output = np.stack(
        [generator.normal(size=(units, classes)) for generator in generators]
    ) / np.sqrt(units)
    return [hidden, np.zeros((len(seeds), 1, units)), output, np.zeros((len(seeds), 1, classes))]


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
def split(data, scaler, seeds, rows, share=0, size=0):
    """Training inputs and targets, then those for testing, one set a seed, scaled as the training
    inputs need it; of these a share may be off by so many standard deviations."""
    inputs, targets = real_data(data)
    found = []
    for seed in seeds:
        order = np.random.Generator(np.random.PCG64(seed)).permutation(len(inputs))
        train, test = order[:rows], order[rows:]
        seen = with_outliers(inputs[train], seed, share, size) if share else inputs[train]
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


def setup(treatment, times):
    """The scaler, and the factors of inputs and initial weights, that a treatment names: `standard,
    large weights`."""
    scaler, _, factors = treatment.partition(", ")
    return scaler, *(float(times) ** power for power in SETUPS[factors])


def started(data, treatment, seeds, units, rows, gain, times=100, **outliers):
    """The inputs and targets for training and testing, and the initial weights, whose deviation is
    `gain` over the root of the number of inputs."""
    scaler, input_factor, weight_factor = setup(treatment, times)
    train, known, test, wanted = split(data, scaler, seeds, rows, **outliers)
    weights = first_weights(seeds, train.shape[-1], known.shape[-1], units, weight_factor * gain)
    return (train * input_factor, known, test * input_factor, wanted), weights


def moved(weights, slopes, rates):
    """The weights after a step, at each rate."""
    return [part - rates * rounded(slope) for part, slope in zip(weights, slopes, strict=True)]


def at_each_rate(weights, rates):
    """The same initial weights for each learning rate, and these."""
    repeated = [np.repeat(part[None], len(rates), axis=0) for part in weights]
    return repeated, np.array(rates)[:, None, None, None]


@lru_cache(maxsize=256)
def learning(data, treatment, seeds, units, rows, gain, times):
    """Steps until each of the shares of the loss is left, at most all, interpolated between the
    last two; one row a share, one column a seed, at the rate that is best over all seeds."""
    (train, known, _, _), first = started(data, treatment, seeds, units, rows, gain, times)
    weights, rates = at_each_rate(first, RATES)
    wanted = np.array(LEFT)[:, None, None] * np.log(known.shape[-1])
    reached = np.full((len(LEFT), len(RATES), len(seeds)), float(STEPS))
    before = np.full((len(RATES), len(seeds)), np.inf)
    for step in range(STEPS):
        slopes, value = _gradients(weights, train, known)
        crossed = (value <= wanted) & (reached == STEPS)
        reached = np.where(crossed, step - _behind(before, value, wanted), reached)
        before = value
        hopeful = _hopeful(reached, step)
        if not (hopeful[:, :, None] & (reached == STEPS)).any():
            break
        weights = moved(weights, slopes, rates)
        if not hopeful.any(axis=0).all():
            some = hopeful.any(axis=0)
            rates, reached, before, *weights = (
                rates[some], reached[:, some], before[some], *(part[some] for part in weights)
            )  # fmt: skip
    best = _count(reached).argmin(axis=1)
    return np.stack([row[rate] for row, rate in zip(reached, best, strict=True)]) + 1.0


def _behind(before, value, wanted):
    """Which share of the last step was more than the loss needed, by its logarithm, to hundredths:
    further digits may differ between machines."""
    with np.errstate(divide="ignore", invalid="ignore"):  # before the first step
        share = np.log(wanted / value) / np.log(before / value)
    return np.round(np.clip(np.nan_to_num(share), 0.0, 1.0), 2)


def _count(reached):
    """The steps of each rate over all seeds, as the mean of their logarithms."""
    return np.log(reached + 1).mean(axis=-1)


def _hopeful(reached, step):
    """The rates that can still be the best for a share after so many steps: at best they reach it
    soon after, at worst never."""
    at_best = _count(np.where(reached == STEPS, step, reached))
    return at_best <= _count(reached).min(axis=1, keepdims=True)


def steps_to_learn(data, treatment, seeds, left=0.1, units=8, rows=100, gain=1, times=100):
    """Steps of gradient descent until this share of the loss of a network that knows nothing is
    left."""
    used = times if "," in treatment else 1  # what it does not change is not run again
    return learning(data, treatment, seeds, units, rows, gain, used)[LEFT.index(left)]


@lru_cache(maxsize=128)
def answered(data, treatment, seeds, units, rows, gain, share, size):
    """The share of right answers in the test after so many steps, at the rate with the lowest loss
    by then; one row a number of steps."""
    sets, first = started(data, treatment, seeds, units, rows, gain, share=share, size=size)
    train, known, test, wanted = sets
    weights, rates = at_each_rate(first, TEST_RATES)
    found = []
    for step in range(1, max(AFTER) + 1):
        weights = moved(weights, _gradients(weights, train, known)[0], rates)
        if step in AFTER:
            value = _gradients(weights, train, known)[1].mean(axis=1)
            best = [part[np.nanargmin(value)] for part in weights]
            right = forward(best, test)[1].argmax(axis=-1) == wanted.argmax(axis=-1)
            found.append(right.mean(axis=-1))
    return found


def accuracy(data, treatment, seeds, after=60, units=8, rows=100, gain=1, share=0, size=0):
    """The share of right answers in the test after so many steps; of the inputs to learn from, a
    share may be off by so many standard deviations."""
    found = answered(data, treatment, seeds, units, rows, gain, share, size if share else 0)
    return found[AFTER.index(after)]


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


@lru_cache(maxsize=128)
def first_step(data, treatment, seeds, unit, units, rows, gain, times):
    """The slopes of the hidden units in all rows, as shares of the steepest, and the size of the
    gradient in their weights, before the first step."""
    sets, weights = started(data, treatment, seeds, units, rows, gain, times)
    train, known, _, _ = sets
    activation, _ = forward(weights, train, unit)
    slope = SLOPES[unit](activation) / SLOPES[unit](UNITS[unit](0.0))
    slopes, _ = gradient(weights, train, known, unit)
    return slope, np.linalg.norm(slopes[0], axis=(-1, -2))


def saturated(
    data, treatment, seeds, level=0.01, unit="tanh", units=8, rows=100, gain=1, times=100
):
    """The share of hidden units, over all rows, whose slope is less than a level of the steepest,
    before the first step."""
    slope, _ = first_step(data, treatment, seeds, unit, units, rows, gain, times)
    return (slope < level).mean(axis=(-1, -2))


def first_gradient(data, treatment, seeds, unit="tanh", units=8, rows=100, gain=1, times=100):
    """The size of the first gradient in the hidden weights."""
    return first_step(data, treatment, seeds, unit, units, rows, gain, times)[1]


def by_complex_step(unit, seed, size=1e-30):
    """The gradient in all weights and biases of a small random network, by backpropagation and by
    complex steps."""
    generator = np.random.Generator(np.random.PCG64(seed))
    inputs, targets = generator.normal(size=(5, 3)), np.eye(2)[generator.integers(2, size=5)]
    weights = [part[0] + 0j for part in first_weights((seed,), 3, 2, 4, 3.0)]
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

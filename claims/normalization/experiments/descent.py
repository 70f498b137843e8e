"""Gradient descent on the mean squared loss of a linear model, followed in closed form along the
eigenvectors of the Hessian."""

from functools import lru_cache

import numpy as np

from claims.normalization.experiments.datasets import real_data, with_outliers
from claims.normalization.experiments.scalers import NEGLIGIBLE, scaled

WITH_BIAS, WITHOUT_BIAS = "with a bias", "without a bias"
RATES = np.linspace(
    0.005, 1.995, 399
)  # in units of one over the largest curvature; above 2 it diverges
SMALLEST = 1e-300
DECIMALS = 6  # of degrees and condition numbers: further ones differ between machines
LONGEST = 2.0**60  # steps; what takes longer counts as this many
HALVINGS = 32  # of the ratio of the counts
FEWER_RATES = RATES[::4]  # where outliers are drawn anew in each run


def design(inputs, bias=WITH_BIAS):
    """The columns of the linear model: the features, and ones."""
    return np.column_stack([inputs, np.ones(len(inputs))]) if bias == WITH_BIAS else inputs


def spectrum(columns, targets, present):
    """The positive curvatures of the loss, falling, as many as are present, and each one's share of
    the loss that can be removed."""
    basis, triangle = np.linalg.qr(columns)
    left, singular, _ = np.linalg.svd(triangle)
    along = ((left.T @ (basis.T @ targets))[:present] ** 2).sum(axis=1)
    return singular[:present] ** 2 / len(columns), along / along.sum()


def rank(columns):
    """The number of directions in which columns vary, whatever their units."""
    lengths = np.linalg.norm(columns, axis=0)
    singular = np.linalg.svd(columns[:, lengths > 0] / lengths[lengths > 0], compute_uv=False)
    return int((singular**2 > NEGLIGIBLE * singular[0] ** 2).sum())


def steps(curvatures, shares, rates, wanted):
    """How many steps at each learning rate leave no more than the wanted share of the loss that can
    be removed; by bisection, as the loss only falls.

    Counts are bisected by their ratio, so that those below a million
    are exact and larger ones nearly so.
    """
    factors = np.abs(1 - np.multiply.outer(rates, curvatures))
    logarithms = 2 * np.log(np.clip(factors, SMALLEST, 1.0))

    def left(count):
        return (shares * np.exp(logarithms * count[:, None])).sum(axis=1)

    low, high = np.zeros(len(rates)), np.full(len(rates), LONGEST)
    for _ in range(HALVINGS):
        middle = np.maximum(np.floor(np.sqrt(np.maximum(low, 0.5) * high)), low + 1)
        enough = left(middle) <= wanted
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high


@lru_cache
def _spectrum(data, scaler, bias):
    inputs, targets = real_data(data)
    present = rank(design(scaled("raw" if scaler == "rotated" else scaler, inputs)[0], bias))
    return spectrum(design(scaled(scaler, inputs)[0], bias), targets, present)


def condition_number(data, scaler, seeds=(), bias=WITH_BIAS):
    """The largest curvature of the loss over the smallest positive one."""
    curvatures, _ = _spectrum(data, scaler, bias)
    return np.round(curvatures[0] / curvatures[-1], DECIMALS)


@lru_cache
def _at_best(data, scaler, left, bias):
    """The constant learning rate at which descent needs the fewest steps, and these."""
    curvatures, shares = _spectrum(data, scaler, bias)
    rates = RATES / curvatures[0]
    counts = steps(curvatures, shares, rates, left)
    return rates[np.argmin(counts)], counts.min()


def fewest_steps(data, scaler, seeds=(), left=0.01, bias=WITH_BIAS):
    """The steps of descent at its own best constant learning rate."""
    return _at_best(data, scaler, left, bias)[1]


def steps_at_common_rate(data, scaler, seeds=(), left=0.01, bias=WITH_BIAS):
    """The steps of descent at the learning rate that is best for raw inputs."""
    curvatures, shares = _spectrum(data, scaler, bias)
    return steps(curvatures, shares, np.array([_at_best(data, "raw", left, bias)[0]]), left)[0]


@lru_cache(maxsize=512)
def _with_outliers(data, scaler, seed, share, size):
    inputs, targets = real_data(data)
    columns = design(scaled(scaler, with_outliers(inputs, seed, share, size))[0])
    return spectrum(columns, targets, rank(columns))


def fewest_steps_with_outliers(data, scaler, seeds, left=0.01, share=0.02, size=1000):
    """The steps of descent at its own best constant learning rate, where a share of the inputs is
    off by so many standard deviations."""
    spectra = [_with_outliers(data, scaler, seed, share, size) for seed in seeds]
    return [
        steps(curvatures, shares, FEWER_RATES / curvatures[0], left).min()
        for curvatures, shares in spectra
    ]


def growth_at_standard_rate(data, scaler, seeds=(), left=0.01, bias=WITH_BIAS):
    """By what factor descent multiplies the error along its worst direction, at the best rate for
    standardized inputs."""
    rate, _ = _at_best(data, "standard", left, bias)
    return np.abs(1 - rate * _spectrum(data, scaler, bias)[0]).max()


def angle(data, scaler, seeds, bias=WITH_BIAS):
    """Degrees between a step and the way to the minimum, from a place drawn anew for each seed, in
    every direction alike."""
    curvatures, _ = _spectrum(data, scaler, bias)
    away = np.stack(
        [np.random.Generator(np.random.PCG64(seed)).normal(size=len(curvatures)) for seed in seeds]
    )
    ways = [way / np.linalg.norm(way, axis=1)[:, None] for way in (away * curvatures, away)]
    chord = np.linalg.norm(ways[0] - ways[1], axis=1)  # an arc cosine loses half of the digits here
    return np.round(np.degrees(2 * np.arcsin(np.minimum(chord / 2, 1.0))), DECIMALS)

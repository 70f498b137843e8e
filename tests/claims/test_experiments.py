"""Tests of the code of the experiments: gradients of networks, and what the scalers do to the data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from claims.normalization.experiments import networks, scalers
from claims.normalization.experiments.datasets import REAL, real_data

scaled: Any = scalers.scaled
by_complex_step: Any = networks.by_complex_step


@pytest.mark.parametrize("unit", sorted(networks.UNITS))
@pytest.mark.parametrize("seed", range(10))
def test_backpropagation_agrees_with_complex_steps(unit: str, seed: int) -> None:
    found, stepped = by_complex_step(unit, seed)
    assert np.allclose(found, stepped, rtol=1e-10, atol=1e-10 * abs(found).max())


def test_a_step_too_long_is_seen() -> None:
    found, stepped = by_complex_step("tanh", 0, size=0.1)
    assert not np.allclose(found, stepped, rtol=1e-10, atol=1e-10 * abs(found).max())


@pytest.mark.parametrize("name", REAL)
def test_standardized_features_have_mean_0_and_variance_1_where_they_vary(name: str) -> None:
    inputs, _ = real_data(name)
    (found,) = scaled("standard", inputs)
    varies = np.ptp(inputs, axis=0) > 0
    assert np.allclose(found.mean(axis=0), 0, atol=1e-9)
    assert np.allclose(found.var(axis=0)[varies], 1)
    assert np.allclose(found.var(axis=0)[~varies], 0)


@pytest.mark.parametrize("name", REAL)
def test_whitened_features_are_uncorrelated_and_min_max_ones_between_0_and_1(name: str) -> None:
    inputs, _ = real_data(name)
    (white,) = scaled("whitened", inputs)
    (unit,) = scaled("min-max", inputs)
    assert np.allclose(np.cov(white.T), np.eye(white.shape[1]), atol=1e-6)
    assert unit.min() == pytest.approx(0)
    assert unit.max() == pytest.approx(1)


def test_later_rows_are_scaled_as_the_first_need_it() -> None:
    first, later = np.array([[0.0], [10.0]]), np.array([[20.0]])
    assert scaled("min-max", first, later)[1] == pytest.approx(np.array([[2.0]]))

"""Experiments whose truth is known, for tests of measurement."""

from __future__ import annotations

from typing import Any

import numpy as np

from probatum.proposition.relation import Gt
from probatum.proposition.subjects.measured import Measured

EFFECTS = {"none": 0.0, "small": 0.05, "large": 3.0}


def normal(data: str, treatment: str, seeds: tuple[int, ...]) -> Any:
    """A normal number a seed: a part that runs with the same seed share, a part of the treatment's own, and its effect."""
    own = list(EFFECTS).index(treatment)
    shared = np.array([np.random.default_rng([seed, len(data)]).normal(scale=10.0) for seed in seeds])
    noise = np.array([np.random.default_rng([seed, len(data), own]).normal() for seed in seeds])
    return shared + noise + EFFECTS[treatment]


def positive(data: str, treatment: str, seeds: tuple[int, ...]) -> Any:
    """The same as a logarithm, so that effects are factors."""
    return np.exp(normal(data, treatment, seeds))


def length(data: str, treatment: str, seeds: tuple[int, ...]) -> Any:
    """Without randomness: how long the names are."""
    return len(data) + len(treatment)


def measured(experiment: Any = normal, data: Any = "made up", treatment: Any = "large", **more: Any) -> Measured:
    """A difference from no treatment over twenty runs, unless said otherwise."""
    plain: dict[str, Any] = {
        "metric": "A number",
        "relation": Gt,
        "threshold": 1,
        "justified": "Below the noise.",
        "baseline": "none",
        "effect": "difference",
        "seeds": range(20),
    }
    return Measured(experiment, data, treatment, **(plain | more))


def single(experiment: Any = length, **more: Any) -> Measured:
    """A value of one experiment without randomness."""
    return measured(experiment, **({"baseline": None, "effect": "value", "seeds": ()} | more))

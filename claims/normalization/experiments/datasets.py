"""The real data sets of the experiments, as scikit-learn bundles them, and outliers put into
them."""

from functools import lru_cache

import numpy as np

MIXED_UNITS = (
    "wine",
    "breast cancer",
    "diabetes",
)  # their features are measured in units of their own
CLASSIFIED = ("wine", "breast cancer", "digits")
REAL = (*MIXED_UNITS, "digits")  # the pixels of digits share one unit


@lru_cache
def real_data(name):
    """Inputs of shape (rows, features), and targets of shape (rows, outputs): one column a class,
    or the measured one."""
    from sklearn import datasets

    load = {
        "wine": datasets.load_wine,
        "breast cancer": datasets.load_breast_cancer,
        "diabetes": lambda **how: datasets.load_diabetes(scaled=False, **how),
        "digits": datasets.load_digits,
    }[name]
    inputs, target = load(return_X_y=True)
    targets = (
        np.eye(target.max() + 1)[target] if name in CLASSIFIED else target[:, None].astype(float)
    )
    return inputs, targets


def with_outliers(inputs, seed, share, size):
    """A copy of the inputs in which a share of the rows, drawn for each feature, is off by so many
    standard deviations."""
    generator = np.random.Generator(np.random.PCG64(seed))
    rows, features = inputs.shape
    count = max(1, round(share * rows))
    drawn = np.argsort(generator.random(inputs.shape), axis=0)[:count]
    signs = generator.choice((-1.0, 1.0), size=(count, features))
    spoilt = inputs.copy()
    np.put_along_axis(
        spoilt,
        drawn,
        np.take_along_axis(inputs, drawn, axis=0) + signs * size * inputs.std(axis=0),
        axis=0,
    )
    return spoilt

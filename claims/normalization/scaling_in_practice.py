"""Claims on what the scalers that people use do, with their conventions: scikit-learn's, and
SciPy's functions."""

import numpy as np
import pytest
from hypothesis import assume
from hypothesis import strategies as some

from claims.normalization.experiments.datasets import REAL, real_data
from claims.normalization.experiments.scalers import winsorized
from probatum import (
    All,
    Choice,
    Passage,
    Property,
    assuming,
    fails_with,
    not_shown,
    refuted,
    rests_on,
)

pytestmark = pytest.mark.measured

STANDARD, MIN_MAX, ROBUST, WHITENED = map(Choice, ("standard", "min-max", "robust", "whitened"))
LIBRARIES = "Of scikit-learn and SciPy in the versions that the run used."
GENERATED = (
    "Data sets of 3 to 30 rows and 1 to 4 features, of whole numbers up to a thousand in size."
)
EXACT = 1e-9  # relative: what floating-point arithmetic may lose here
SHAPES = {
    "rows": some.integers(3, 30),
    "features": some.integers(1, 4),
    "seed": some.integers(0, 10**6),
}


def generated(rows, features, seed):
    """A data set of whole numbers, drawn by the seed."""
    return (
        np.random.Generator(np.random.PCG64(seed))
        .integers(-1000, 1001, size=(rows, features))
        .astype(float)
    )


def fitted(name, inputs):
    """The scaler of scikit-learn, fitted."""
    from sklearn.decomposition import PCA
    from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

    made = {
        "standard": StandardScaler,
        "min-max": MinMaxScaler,
        "robust": RobustScaler,
        "whitened": lambda: PCA(whiten=True),
    }
    return made[str(name)]().fit(inputs)


def near(found, wanted):
    """Whether all numbers agree."""
    return bool(np.allclose(found, wanted, rtol=EXACT, atol=EXACT))


passage = Passage("answer-1.saturation.1")


@passage.implies
@rests_on("flat-means-zero")
@assuming(
    "$p$ is SciPy's `expit`, which is as accurate as double precision allows.",
    LIBRARIES,
)
@fails_with("above 36", above=36)
def computed_slope_is_zero(*, above=37):
    """Computed in double precision, the slope $p (1 - p)$ of the logistic function is not merely
    small but exactly 0 for inputs above 37."""

    def is_zero(z):
        from scipy.special import expit

        return bool(expit(z) * (1 - expit(z)) == 0)

    return Property(
        {"z": some.floats(float(above), 1e6)},
        is_zero,
        f"For z above {above}, expit(z) (1 - expit(z)) computes as 0",
    )


@passage.implies
@assuming(LIBRARIES)
@fails_with("above 600", above=600)
def textbook_softmax_overflows(*, above=710):
    """Written as in the textbook, softmax gives no number at all if a logit is above 710; SciPy's
    gives the right ones."""

    def overflows(logits, large):
        from scipy.special import softmax

        scores = np.array([*logits, large])
        with np.errstate(all="ignore"):
            plain = np.exp(scores) / np.exp(scores).sum()
        return bool(np.isnan(plain).any() and np.isclose(softmax(scores).sum(), 1))

    drawn = {
        "logits": some.lists(some.floats(-100, 100), min_size=1, max_size=5),
        "large": some.floats(float(above), 1e6),
    }
    return Property(
        drawn,
        overflows,
        f"With a logit above {above}, the textbook formula gives NaN and SciPy's softmax sums to 1",
    )


passage = Passage("answer-1.saturation.4")


@passage.implies
@refuted
@assuming(
    "The variance is that of the rows themselves, divided by their number (ddof 0).",
    GENERATED,
    LIBRARIES,
)
@fails_with("the sample's variance", ddof=1)
@fails_with("min-max", scaler=MIN_MAX)
@fails_with("robust", scaler=ROBUST)
def standard_scaler_gives_unit_variance(*, scaler=STANDARD, ddof=0, constant=1):
    """Whatever the data, StandardScaler gives each feature mean 0 and variance 1."""

    def has_unit_variance(rows, features, seed, flat):
        inputs = generated(rows, features, seed)
        if constant and flat:
            inputs[:, 0] = 7.0
        assume(constant or (np.ptp(inputs, axis=0) > 0).all())
        found = fitted(scaler, inputs).transform(inputs)
        return near(found.mean(axis=0), 0) and near(found.var(axis=0, ddof=int(ddof)), 1)

    which = "of any data" if constant else "of features that vary"
    return Property(
        SHAPES | {"flat": some.booleans()},
        has_unit_variance,
        f"{scaler} scaling {which} gives mean 0 and variance 1 (ddof {ddof})",
    )


@standard_scaler_gives_unit_variance.corrected(constant=0)
def to_features_that_vary():
    """It gives mean 0 and variance 1 to features that vary; a constant feature becomes 0
    throughout, of variance 0."""


@passage.implies
@refuted
@assuming("All four data sets are tried.", LIBRARIES)
@fails_with("the sample's variance", ddof=1)
def standard_scaler_on_real_data(*, names=tuple(map(Choice, REAL)), ddof=0):
    """On real data, StandardScaler gives each feature mean 0 and variance 1 (wine, breast cancer,
    diabetes, digits)."""

    def has_unit_variance(name):
        found = fitted(STANDARD, real_data(name)[0]).transform(real_data(name)[0])
        return near(found.mean(axis=0), 0) and near(found.var(axis=0, ddof=int(ddof)), 1)

    drawn = {"name": some.sampled_from([str(name) for name in names])}
    return Property(
        drawn,
        has_unit_variance,
        f"Mean 0 and variance 1 (ddof {ddof}) on {', '.join(map(str, names))}",
        examples=20,
    )


@standard_scaler_on_real_data.corrected(names=tuple(map(Choice, REAL[:3])))
def on_data_without_constant_features():
    """Not on digits, three of whose pixels are always blank: their variance stays 0."""


@passage.implies
@assuming(GENERATED, LIBRARIES)
@not_shown(
    "That later steps can do with missing values: PCA refuses them, and SciPy's winsorize takes "
    "them for the largest values."
)
@fails_with("PCA", scalers=(WHITENED,))
def scalers_pass_missing_values_on(*, scalers=(STANDARD, MIN_MAX, ROBUST)):
    """StandardScaler, MinMaxScaler and RobustScaler leave a missing value missing and scale the
    others as if it were not there."""

    def passes(rows, seed, name):
        inputs = generated(rows, 1, seed)
        gap = seed % rows
        missing = inputs.copy()
        missing[gap] = np.nan
        try:
            found = fitted(name, missing).transform(missing)
        except ValueError:
            return False
        without = np.delete(inputs, gap, axis=0)
        return bool(np.isnan(found[gap]).all()) and near(
            np.delete(found, gap, axis=0), fitted(name, without).transform(without)
        )

    drawn = {
        "rows": SHAPES["rows"],
        "seed": SHAPES["seed"],
        "name": some.sampled_from([str(name) for name in scalers]),
    }
    return Property(
        drawn,
        passes,
        f"A missing value stays missing and changes no other, for {', '.join(map(str, scalers))}",
    )


@passage.implies
@assuming(
    "A feature of which all rows are the same, in data with one row or more.",
    LIBRARIES,
)
@fails_with("a feature that varies", varies=1)
def constant_features_become_zero(*, scalers=(STANDARD, MIN_MAX, ROBUST), varies=0):
    """StandardScaler, MinMaxScaler and RobustScaler make a constant feature 0 throughout, and so
    all features of data with one row."""

    def is_zero(value, rows, name):
        inputs = np.full((rows, 1), float(value))
        inputs[0] += int(varies)
        return near(fitted(name, inputs).transform(inputs), 0)

    drawn = {
        "value": some.integers(-1000, 1000),
        "rows": some.integers(1, 30),
        "name": some.sampled_from([str(name) for name in scalers]),
    }
    return Property(
        drawn,
        is_zero,
        f"{'A feature that varies' if varies else 'A constant feature'} becomes 0, for each scaler",
    )


@passage.implies
@assuming("Features whose quartiles differ; others are only shifted.", GENERATED, LIBRARIES)
@fails_with("standardized", scaler=STANDARD)
@fails_with("min-max", scaler=MIN_MAX)
def robust_scaler_uses_quartiles(*, scaler=ROBUST):
    """RobustScaler gives each feature median 0 and a range of 1 between its quartiles, whatever
    lies outside of these."""

    def has_unit_range(rows, features, seed):
        inputs = generated(rows, features, seed)
        inputs[0] *= 1000.0  # an outlier
        assume((np.ptp(np.percentile(inputs, (25, 75), axis=0), axis=0) > 0).all())
        low, middle, high = np.percentile(
            fitted(scaler, inputs).transform(inputs), (25, 50, 75), axis=0
        )
        return near(middle, 0) and near(high - low, 1)

    return Property(
        SHAPES, has_unit_range, f"{scaler} scaling gives median 0 and quartiles 1 apart"
    )


passage = Passage("answer-1.saturation.5")


@passage.implies
@assuming(GENERATED, LIBRARIES)
@not_shown("Rows that it was not fitted to: they may lie outside, as the control finds.")
@fails_with("rows of later", later=1)
@fails_with("standardized", scaler=STANDARD)
def min_max_scales_to_unit_interval(*, scaler=MIN_MAX, later=0):
    """MinMaxScaler puts the rows that it was fitted to between 0 and 1."""

    def lies_between(rows, features, seed):
        inputs = generated(rows, features, seed)
        found = fitted(scaler, inputs).transform(
            generated(rows, features, seed + 1) if later else inputs
        )
        return bool((found >= -EXACT).all() and (found <= 1 + EXACT).all())

    return Property(
        SHAPES,
        lies_between,
        f"{scaler} scaling puts {'later rows' if later else 'the rows'} between 0 and 1",
    )


@passage.implies
@assuming(
    "SciPy's `winsorize` rounds the number of rows at either end down.",
    LIBRARIES,
)
@fails_with("up to 20", most=20)
def winsorizing_few_rows_changes_nothing(*, most=19):
    """Winsorizing 5 % at either end changes nothing in a sample of fewer than 20 rows."""

    def changes_nothing(rows, seed):
        inputs = generated(rows, 1, seed)
        return bool((winsorized(inputs) == inputs).all())

    drawn = {"rows": some.integers(2, int(most)), "seed": SHAPES["seed"]}
    return Property(drawn, changes_nothing, f"Winsorizing 5 % of at most {most} rows changes none")


passage = Passage("answer-1.reading.2")


@passage.implies
@refuted
@assuming(
    "The covariance is divided by the number of rows less one (ddof 1), unlike StandardScaler's "
    "variance.",
    GENERATED,
    LIBRARIES,
)
@fails_with("divided by the number of rows", ddof=0)
@fails_with("only standardized", scaler=STANDARD)
def pca_whitens(*, scaler=WHITENED, ddof=1, redundant=1):
    """Whatever the data, PCA(whiten=True) makes the covariance of the features the identity."""

    def is_white(rows, features, seed):
        inputs = generated(rows, features, seed)
        if redundant:
            inputs = np.column_stack([inputs, inputs.sum(axis=1), inputs[:, 0] / 3])
        assume(redundant or np.linalg.cond(np.atleast_2d(np.cov(inputs.T))) < 1e6)
        assume(redundant or rows > features + 1)
        found = fitted(scaler, inputs).transform(inputs)
        return bool(
            np.allclose(
                np.atleast_2d(np.cov(found.T, ddof=int(ddof))), np.eye(found.shape[1]), atol=1e-6
            )
        )

    which = "of any data" if redundant else "of data without a redundant feature"
    return Property(
        SHAPES, is_white, f"{scaler} inputs {which} have the identity as covariance (ddof {ddof})"
    )


@pca_whitens.corrected(redundant=0)
def pca_whitens_what_is_not_redundant():
    """It does if no feature is a combination of others; along directions without variation it
    scales rounding errors up."""


passage = Passage("answer-1.comments.2")


@passage.implies
@assuming(GENERATED, LIBRARIES)
@fails_with("a smaller bound", bound="0.1")
@fails_with("standardized", scaler=STANDARD)
def min_max_is_no_standardizing(*, scaler=MIN_MAX, bound="0.25"):
    """Min-max scaling is another method: it never gives unit variance, but at most 1/4, and never a
    mean of 0 to a feature that varies."""

    def varies_little(rows, features, seed):
        inputs = generated(rows, features, seed)
        found = fitted(scaler, inputs).transform(inputs)
        return bool((found.var(axis=0) <= float(bound.value) + EXACT).all())

    def has_another_mean(rows, features, seed):
        inputs = generated(rows, features, seed)
        assume((np.ptp(inputs, axis=0) > 0).all())
        return bool((abs(fitted(scaler, inputs).transform(inputs).mean(axis=0)) > EXACT).all())

    return All(
        Property(
            SHAPES, varies_little, f"{scaler} scaled features have a variance of at most {bound}"
        ),
        Property(
            SHAPES, has_another_mean, f"{scaler} scaled features that vary have a mean other than 0"
        ),
    )

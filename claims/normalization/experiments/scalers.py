"""The ways to scale inputs that the text and its readers may mean, as scikit-learn and SciPy
provide them."""

import numpy as np

WINSORIZED_SHARE = 0.05  # of the rows at either end, as is usual
NEGLIGIBLE = 1e-10  # of the largest variance: the data do not vary in such a direction
PLAIN = ("raw", "centred")
FEATURE_BY_FEATURE = ("standard", "min-max", "robust", "Winsorized")
SCALERS = (*PLAIN, *FEATURE_BY_FEATURE, "Winsorized statistics", "whitened")


def winsorized(inputs, share=WINSORIZED_SHARE):
    """Each feature with its lowest and highest rows set to the nearest of the others."""
    from scipy.stats.mstats import winsorize

    return np.asarray(winsorize(inputs, limits=(share, share), axis=0))


def scaled(scaler, inputs, *others):
    """The inputs, and other rows in the same way, scaled as the inputs need it."""
    from sklearn import preprocessing

    if scaler == "raw":
        return (inputs, *others)
    if scaler == "rotated":  # mixes the features, but changes no curvature: a placebo
        rotation = np.linalg.qr(
            np.random.Generator(np.random.PCG64(0)).normal(size=(inputs.shape[1],) * 2)
        )[0]
        return tuple(rows @ rotation for rows in (inputs, *others))
    if scaler == "whitened":
        fitted = _whitening(inputs)
    elif scaler in ("Winsorized", "Winsorized statistics"):
        clipped = winsorized(inputs)
        fitted = preprocessing.StandardScaler().fit(clipped)
    else:
        fitted = {
            "centred": preprocessing.StandardScaler(with_std=False),
            "divided": preprocessing.StandardScaler(with_mean=False),
            "standard": preprocessing.StandardScaler(),
            "min-max": preprocessing.MinMaxScaler(),
            "robust": preprocessing.RobustScaler(),
        }[scaler].fit(inputs)
    if scaler == "Winsorized":
        low, high = clipped.min(axis=0), clipped.max(axis=0)
        return tuple(fitted.transform(np.clip(rows, low, high)) for rows in (inputs, *others))
    return tuple(fitted.transform(rows) for rows in (inputs, *others))


def _whitening(inputs):
    """Principal components of the standardized features, scaled to variance 1; none along which the
    data do not vary."""
    from sklearn.decomposition import PCA
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    standard = StandardScaler().fit_transform(inputs)
    variances = np.linalg.eigvalsh(standard.T @ standard)
    varying = int((variances > NEGLIGIBLE * variances[-1]).sum())
    return make_pipeline(
        StandardScaler(), PCA(varying, whiten=True, svd_solver="covariance_eigh")
    ).fit(inputs)

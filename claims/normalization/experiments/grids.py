"""The free choices of the experiments: the values that each may take, and why these, set down
before any of them was run."""

from claims.normalization.experiments.datasets import CLASSIFIED, MIXED_UNITS, REAL
from claims.normalization.experiments.descent import WITH_BIAS, WITHOUT_BIAS
from probatum import Free, reals

left, after, units, rows, gain = reals("left after units rows gain")
times, level, share, size = reals("times level share size")

DATA = Free(
    "data",
    REAL,
    "All four data sets of numbers that scikit-learn bundles and that are no toys: three with "
    "features in units of their own, one of pixels.",
)
OWN_UNITS = Free(
    "data", MIXED_UNITS, "Those whose features have units of their own, for which scaling is meant."
)
CLASSES = Free("data", CLASSIFIED, "Those of the data sets that have classes to be told apart.")
DIGITS = Free("data", ("digits",), "The one with rows enough for the grid of rows.")
BIAS = Free("bias", (WITH_BIAS, WITHOUT_BIAS), "The text says nothing of a bias.")
LEFT = Free(
    left,
    ("0.1", "0.03", "0.01", "0.003", "0.001")[::-1],
    "When descent is said to have converged: with a tenth of the loss that it can remove left, a "
    "rough fit, down to a thousandth, which three digits do not show.",
)
LEFT_OF_NETWORKS = Free(
    left,
    ("0.1", "0.3"),
    "When a network has learned: three tenths of the loss of knowing nothing are left, which sorts "
    "most cases rightly, or one tenth. A first grid went down to 3 %, which networks of four units "
    "at times do not reach in as many steps, so that nothing was compared there.",
)
UNITS = Free(units, (4, 16), "Half and twice the eight that fit the smallest of the tasks.")
ROWS = Free(rows, (50, 100), "As many as leave the smallest data set as many to test with.")
MANY_ROWS = Free(rows, (100, 300, 1000), "From as few as elsewhere to most that digits have.")
GAIN = Free(
    gain,
    ("0.5", 2),
    "The gain of the initial weights, their deviation times the root of the number of inputs: "
    "half and twice the usual 1.",
)
ANY_GAIN = Free(
    gain,
    ("0.5", 1, 2, 4, 8),
    "From half the usual 1 to 8, at which initial weights for the 64 pixels are standard normal.",
)
TIMES = Free(
    times,
    (3, 10, 30, 100, 300),
    "From the least that one calls large, in half powers of ten, to where features of the data "
    "sets themselves are.",
)
LEVEL = Free(
    level,
    ("0.01", "0.03", "0.1"),
    "Below which share of its steepest slope a unit counts as saturated: from a hundredth to the "
    "tenth that slows learning tenfold.",
)
UNIT = Free("unit", ("tanh", "logistic"), "The sigmoidal units that the text names.")
SIZE = Free(
    size,
    (10, 30, 100, 300, 1000),
    "How many deviations outliers are off: from what nobody takes for chance to a decimal point "
    "three places off.",
)
SHARE = Free(
    share, ("0.01", "0.05"), "Of the values that are outliers: one in a hundred to one in twenty."
)
AFTER = Free(
    after,
    (5, 20, 60),
    "The steps after which the test is taken: when descent has begun, at half way, and when all "
    "ways to scale the inputs but one have learned.",
)

"""Claims on scaling and least squares, measured on real data: condition numbers, steps of descent, its direction."""

from claims.normalization import descent
from claims.normalization.datasets import MIXED_UNITS, REAL
from claims.normalization.scalers import SCALERS
from probatum import All, Choice, Gt, Le, Measured, Refuted, claim

RAW, STANDARD, MIN_MAX, WHITENED, PLACEBO = map(Choice, ("raw", "standard", "min-max", "whitened", "rotated"))
ALL_DATA = tuple(map(Choice, REAL))
NAMED_SCALINGS = (STANDARD, MIN_MAX, Choice("Winsorized statistics"))  # that the text names
CENTRING = (Choice("robust"), Choice("Winsorized"), Choice("Winsorized statistics"))
NAMED_DATA = "The four data sets stand for data in general: three with features in units of their own, one of pixels."
LINEAR = "A linear model with a bias and half the mean squared residual as its loss; descent starts with all weights 0."
REMAINING = "Converged means that 99 % of the loss that descent can remove is removed; directions without any variation count for nothing."
OTHER_LOSSES = "Other models, losses and data sets, and learning rates that change on the way."
HALF = "Half the steps is half the cost; less would not be worth a step of preprocessing."
DOUBLE = "A factor of two is what one would notice: twice the waiting."


def bars(value, title, y, log_low, log_high):
    """The figure of a function of data set and scaler: a group of bars a data set, logarithmic."""
    ticks = [{"at": index, "label": scaler} for index, scaler in enumerate(SCALERS)]
    series = [
        {"name": data, "kind": "bars", "points": [[index, value(data, scaler)] for index, scaler in enumerate(SCALERS)]} for data in REAL
    ]
    return {
        "title": title,
        "description": f"{title}, for each of {', '.join(SCALERS)} inputs on {', '.join(REAL)}, on a logarithmic axis: raw inputs are "
        "worse by orders of magnitude, whitened ones the best.",
        "x": {"label": "inputs", "low": -0.5, "high": len(SCALERS) - 0.5, "ticks": ticks},
        "y": {"label": y, "low": log_low, "high": log_high, "log": True},
        "series": series,
    }


def figure_of_steps(**facts):
    """Steps by scaler and data set."""
    return bars(descent.fewest_steps, "Steps of descent to 99 % of what it can remove, each at its best rate", "steps", 0.5, 1e10)


def figure_of_conditions(**facts):
    """Condition numbers by scaler and data set."""
    return bars(descent.condition_number, "Condition number of the Hessian of least squares", "condition number", 0.5, 1e13)


# question.1


@claim(
    "standardizing-halves-the-steps",
    "On real data, standardizing the features at least halves the steps that gradient descent needs for a linear model, each at its own "
    "best constant learning rate.",
    at="question.1",
    assumes=[NAMED_DATA, LINEAR, REMAINING],
    not_shown=OTHER_LOSSES,
    controls={"a placebo": {"treatment": PLACEBO}},
    figure=figure_of_steps,
)
def standardizing_halves_the_steps(fewer=Le, *, treatment=STANDARD, threshold="0.5"):
    return Measured(
        descent.fewest_steps, REAL, treatment, metric="Steps of descent at its best rate", effect="ratio", baseline=RAW,
        relation=fewer, threshold=threshold, justified=HALF,
    )  # fmt: skip


@claim(
    "faster-at-the-same-rate",
    "Standardizing at least halves the steps also at one and the same learning rate, the one that is best for raw inputs.",
    at="question.1",
    implied=True,
    reading="strict",
    reading_of="standardizing-halves-the-steps",
    expect=Refuted(
        "It does only on the data sets whose raw features differ most in size (wine, breast cancer); on the others it takes more steps. "
        "What is gained everywhere is that a larger rate becomes possible.",
        {"data": (Choice("wine"), Choice("breast cancer"))},
    ),
    assumes=[NAMED_DATA, LINEAR, REMAINING],
    controls={"a placebo": {"treatment": PLACEBO}},
)
def faster_at_the_same_rate(fewer=Le, *, data=ALL_DATA, treatment=STANDARD, threshold="0.5"):
    return Measured(
        descent.steps_at_common_rate, data, treatment, metric="Steps of descent at the best rate for raw inputs", effect="ratio",
        baseline=RAW, relation=fewer, threshold=threshold, justified=HALF,
    )  # fmt: skip


@claim(
    "raw-diverges-at-standard-rate",
    "At the learning rate that is best for standardized inputs, descent on raw inputs diverges.",
    at="question.1",
    implied=True,
    assumes=[NAMED_DATA, LINEAR],
    controls={"standardized": {"treatment": STANDARD}},
)
def raw_diverges_at_standard_rate(above=Gt, *, treatment=RAW, threshold=1):
    return Measured(
        descent.growth_at_standard_rate, REAL, treatment, metric="Factor by which a step multiplies the error in the worst direction",
        relation=above, threshold=threshold, justified="Above 1 the error grows without bound.",
    )  # fmt: skip


# answer-1.rescaling.0


@claim(
    "rescaling-preconditions-real-data",
    "On real data, each of the usual rescalings of single features makes the condition number of the Hessian of least squares less than a "
    "tenth of what it was.",
    at="answer-1.rescaling.0",
    implied=True,
    assumes=[NAMED_DATA, LINEAR, "The usual rescalings are standardizing, min-max scaling and Winsorizing, as the text has them."],
    controls={"a placebo": {"treatment": PLACEBO}},
)
def rescaling_preconditions(smaller=Le, *, treatment=NAMED_SCALINGS, threshold="0.1"):
    return Measured(
        descent.condition_number, REAL, treatment, metric="Condition number", effect="ratio", baseline=RAW, relation=smaller,
        threshold=threshold, justified="The steps needed at worst grow as the condition number does: a tenth is an order of magnitude.",
    )  # fmt: skip


# answer-1.rescaling.16


@claim(
    "standardized-real-data-spherical",
    "Rescaling real data changes the Hessian of least squares to be spherical: its condition number becomes 1 within a tenth.",
    at="answer-1.rescaling.16",
    expect=Refuted("Whitening does; standardizing leaves condition numbers from 45 to almost 100 000.", {"treatment": WHITENED}),
    assumes=[NAMED_DATA, LINEAR, "Rescaling is standardizing, the first method that the text names."],
    not_shown="How the condition number of a population is estimated: these are the Hessians of these data.",
    controls={"min-max": {"treatment": MIN_MAX}, "robust": {"treatment": Choice("robust")}},
    figure=figure_of_conditions,
)
def standardized_real_data_spherical(at_most=Le, *, treatment=STANDARD, threshold="1.1"):
    return Measured(
        descent.condition_number, REAL, treatment, metric="Condition number", relation=at_most, threshold=threshold,
        justified="Curvatures a tenth apart cost descent a step or so; without tolerance nothing measured is spherical.",
    )  # fmt: skip


# answer-1.rescaling.17


@claim(
    "rescaled-descent-is-more-direct",
    "On standardized real data, a step of steepest descent points nearer to the minimum than on raw data, by at least ten degrees on "
    "average.",
    at="answer-1.rescaling.17",
    implied=True,
    assumes=[
        NAMED_DATA,
        LINEAR,
        "Places are drawn around the minimum, in every direction alike, in the coordinates in which descent runs.",
    ],
    not_shown="The direction later on the way, when the steep directions are done with.",
    controls={"a placebo": {"treatment": PLACEBO}},
)
def rescaled_descent_is_more_direct(less=Le, *, treatment=STANDARD, threshold=-10):
    return Measured(
        descent.angle, REAL, treatment, metric="Degrees between step and minimum", effect="difference", baseline=RAW, seeds=range(100),
        relation=less, threshold=threshold, justified="Ten degrees is about the least that one sees in a drawing.",
    )  # fmt: skip


@claim(
    "whitened-descent-is-direct",
    "On whitened real data every step of steepest descent points at the minimum, within three degrees.",
    at="answer-1.rescaling.17",
    implied=True,
    assumes=[NAMED_DATA, LINEAR],
    controls={"only standardized": {"treatment": STANDARD}},
)
def whitened_descent_is_direct(less=Le, *, treatment=WHITENED, threshold=3):
    return Measured(
        descent.angle, REAL, treatment, metric="Degrees between step and minimum", seeds=range(100), relation=less, threshold=threshold,
        justified="Three degrees off lengthen a way by about a thousandth.",
    )  # fmt: skip


# answer-1.saturation.5


@claim(
    "min-max-leaves-ill-conditioned",
    "Min-max scaling leaves the Hessian of least squares with a condition number of more than 100, with a bias and without: it does not "
    "centre the features, and leaves their variances unequal.",
    at="answer-1.saturation.5",
    implied=True,
    assumes=[NAMED_DATA],
    controls={"whitened": {"treatment": WHITENED}},
)
def min_max_leaves(above=Gt, *, treatment=MIN_MAX, threshold=100):
    return All(
        *(
            Measured(
                experiment, REAL, treatment, metric=f"Condition number {how} a bias", relation=above, threshold=threshold,
                justified="At a condition number of 100 descent needs hundreds of steps in its worst direction.",
            )
            for experiment, how in ((descent.condition_number, "with"), (descent.condition_number_without_bias, "without"))
        )
    )  # fmt: skip


# answer-1.saturation.6


def only_centring_scalings(near=Le, *, treatment=CENTRING, threshold=2):
    """What is true of the choice among scalings, for features in units of their own."""
    return Measured(
        descent.fewest_steps, MIXED_UNITS, treatment, metric="Steps of descent at its best rate", effect="factor", baseline=STANDARD,
        relation=near, threshold=threshold, justified=DOUBLE,
    )  # fmt: skip


@claim(
    "choice-of-scaling-unimportant",
    "Among the scalings that the text names, the choice is usually unimportant for how fast descent converges: more often than not, the "
    "steps differ by less than a factor of two from those with standardized inputs.",
    at="answer-1.saturation.6",
    expect=Refuted(
        "It matters: min-max scaling takes several times the steps on every data set, since it does not centre. Among scalings that centre "
        "(standardizing, robust scaling, Winsorizing), on features in units of their own, the choice is unimportant.",
        only_centring_scalings,
    ),
    assumes=[
        NAMED_DATA,
        LINEAR,
        REMAINING,
        "Usually means in more than half of the pairs of a data set and a scaling; each improves the condition number at least tenfold.",
    ],
    not_shown="Whether the scalings lead to equally good predictions in the end.",
    rests_on="rescaling-preconditions-real-data",
    controls={"no scaling": {"treatment": RAW}},
)
def choice_unimportant(near=Le, *, treatment=NAMED_SCALINGS[1:], threshold=2, share="0.51"):
    return Measured(
        descent.fewest_steps, REAL, treatment, metric="Steps of descent at its best rate", effect="factor", baseline=STANDARD,
        relation=near, threshold=threshold, share=share, justified=DOUBLE,
    )  # fmt: skip

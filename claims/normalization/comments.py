"""Claims of the comments: what standardization is, and that it is not the only method."""

from probatum import And, Eq, ForAll, Le, Passage, assuming, reals, rests_on

mean, square, deviation, shift, scale = reals("m q sigma c s")
AVERAGES = (
    "The data enter by their mean $m$ and mean square $q$; averages are linear, so that this is "
    "for any number of values."
)


passage = Passage("answer-1.comments.1")


@passage.implies
@rests_on("standardizing-is-possible")
@assuming(
    AVERAGES,
    r"The deviation $\sigma$ is the root of the mean squared distance from the mean, over $n$ "
    r"and not $n - 1$ values.",
)
def standardizing_is_mean_and_deviation(subtracted=mean, divided_by=deviation):
    """To scale data to mean 0 and variance 1 is to subtract the mean and divide by the standard
    deviation: no other shift and positive factor do it."""
    does = And(
        Eq(scale * (mean - shift), 0), Eq(scale**2 * (square - 2 * shift * mean + shift**2), 1)
    )
    scattered = And(deviation > 0, Eq(square, mean**2 + deviation**2))
    formula = And(Eq(shift, subtracted), Eq(scale, 1 / divided_by))
    return ForAll(
        (mean, square, deviation, shift, scale), given=And(scattered, scale > 0, does), then=formula
    )


@passage.not_checkable("A question states nothing; the answer to it is decided beside it.")
def is_it_standardizing():
    """Is the method that is described the same as standardizing?"""


passage = Passage("answer-1.comments.2")


@passage.states
@rests_on("min-max-is-possible")
@assuming(
    AVERAGES,
    r"Values from 0 to 1 are no smaller than their squares, so that $q \le m$; the one that is 1 "
    r"makes the mean positive.",
)
def min_max_is_another_method(variance="0.25"):
    """Zero mean and unit variance is not the only method: data scaled to the range from 0 to 1,
    whose mean is above 0, have a variance of at most 1/4, never 1."""
    return ForAll(
        (mean, square),
        given=And(mean > 0, square <= mean, square >= mean**2),
        then=Le(square - mean**2, variance),
    )


passage = Passage("answer-1.comments.3")


@passage.not_checkable("A link states where something stands, not that something is so.")
def link_to_a_related_thread():
    """Another thread discusses this among others."""

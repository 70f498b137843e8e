"""Claims on softmax in any number of classes: its slopes, and when they are flat."""

from sympy import diff, exp

from claims.normalization.mathematics.sigmoidal import logistic
from probatum import (
    All,
    And,
    Eq,
    Exists,
    ForAll,
    Le,
    Lt,
    Passage,
    assuming,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

z, other, rest, lead, gap, tolerance, size, shift, classes = reals("z y r L g epsilon T c n")
u, v, third = reals("u v y_2")
SUMMED = (
    "The other classes enter only through $r$, the sum of their exponentials, so that the "
    "statement is for any number of them."
)

share = exp(z) / (exp(z) + rest)  # the probability of the class with the input z
with_other = exp(z) / (exp(z) + exp(other) + rest)
share_of_other = exp(other) / (exp(z) + exp(other) + rest)
everything = exp(z) + exp(other) + exp(third) + rest
with_two = exp(z) / everything
own_slope = diff(share, z)
slope_to_other = diff(with_other, other)
slope_of_two = u * v / (u + v) ** 2  # of two classes with the inputs log u and log v


passage = Passage("answer-1.saturation.1")


@passage.implies
def tanh_is_rescaled_logistic(stretch=2):
    """The function tanh is the logistic function at twice the input, stretched to the range from
    $-1$ to 1."""
    return ForAll(
        z, then=Eq((exp(z) - exp(-z)) / (exp(z) + exp(-z)), stretch * logistic(2 * z) - 1)
    )


@passage.implies
@assuming(SUMMED, "$L$ is that logarithm.")
def softmax_is_logistic_of_the_lead(sign=1):
    """Of any number of classes, softmax gives each the logistic function of its lead: of its input
    less the logarithm of the sum of the exponentials of the others."""
    return ForAll((z, lead), then=Eq(exp(z) / (exp(z) + exp(lead)), logistic(sign * (z - lead))))


@passage.implies
@assuming(SUMMED)
def softmax_slopes(own=1, others=-1):
    """The slopes of softmax are $p_i (1 - p_i)$ in a class's own input and $-p_i p_j$ in that of
    another."""
    return All(
        ForAll((z, rest), given=rest > 0, then=Eq(own_slope, own * share * (1 - share))),
        ForAll(
            (z, other, rest),
            given=rest >= 0,
            then=Eq(slope_to_other, others * with_other * share_of_other),
        ),
    )


@passage.implies
@rests_on("softmax-slopes")
@assuming(SUMMED)
def softmax_slope_at_most_quarter(bound="0.25"):
    """No slope of softmax is larger in size than 1/4, and none of a class than the one in its own
    input."""
    return All(
        ForAll((z, rest), given=rest > 0, then=Le(share * (1 - share), bound)),
        ForAll((z, other, rest), given=rest >= 0, then=Le(with_other * share_of_other, bound)),
        ForAll(
            (z, other, rest),
            given=rest >= 0,
            then=Le(with_other * share_of_other, with_other * (1 - with_other)),
        ),
    )


@passage.implies(id="softmax-no-slope-above-what-is-left")
@rests_on("softmax-slopes")
@assuming(SUMMED)
def softmax_no_slope_above(at_most=Le):
    """Where softmax gives a class the share $p$, none of its slopes, of this class or another, is
    larger in size than $1 - p$."""
    left, one, two = 1 - with_two, exp(other) / everything, exp(third) / everything
    slopes = (with_two * (1 - with_two), one * (1 - one), with_two * one, one * two)
    return All(
        *(
            ForAll((z, other, third, rest), given=rest >= 0, then=at_most(size, left))
            for size in slopes
        )
    )


@passage.states
@rests_on("softmax-no-slope-above-what-is-left")
@assuming(
    SUMMED,
    r"Each other input is at most $z - g$, so that $r \le (n - 1) e^{z - g}$.",
    "Flat is read as: below any tolerance.",
)
def softmax_flat_above_a_gap(flatter=Lt):
    r"""Softmax in $n$ classes is flat where one input leads all others by more than
    $\log((n-1)/\varepsilon)$: what it leaves to the other classes, and so every slope, is then
    below $\varepsilon$."""
    led = And(
        classes >= 2,
        tolerance > 0,
        rest > 0,
        rest <= (classes - 1) * exp(z - gap),
        exp(gap) > (classes - 1) / tolerance,
    )
    return ForAll((z, rest, gap, classes, tolerance), given=led, then=flatter(1 - share, tolerance))


@softmax_flat_above_a_gap.because
def _():
    yield (
        "Of what is left each class has at most $e^{-g}$",
        Le(1 - share, (classes - 1) * exp(-gap)),
    )
    yield (
        "and so all of them together less than the tolerance",
        Lt((classes - 1) * exp(-gap), tolerance),
    )


@passage.states
@refuted
@strict_reading_of("softmax-flat-above-a-gap")
@assuming(
    SUMMED,
    r"Two classes are enough to refute it: with inputs $\log u$, $\log v$ the slope is "
    r"$uv/(u+v)^2$, flat if below 0.01.",
)
def softmax_flat_above_a_size(flatter=Lt, *, tolerance="0.01"):
    """There is a size such that softmax is flat whenever its inputs are all above it."""
    always = ForAll((u, v), given=And(u > size, v > size), then=flatter(slope_of_two, tolerance))
    return Exists(size, given=size > 0, then=always)


@softmax_flat_above_a_size.corrected
def only_differences_count(same=Eq):
    """Their size does not matter, only their differences: moved all by the same amount they have
    the same slopes, and $n$ equal inputs have the slope $(n-1)/n^2$ at any size."""
    moved = share.subs({z: z + shift, rest: rest * exp(shift)}, simultaneous=True)
    level = share.subs(rest, (classes - 1) * exp(z))
    both_moved = slope_of_two.subs({u: u * exp(shift), v: v * exp(shift)}, simultaneous=True)
    return All(
        ForAll(
            (z, rest, shift), given=rest > 0, then=same(moved * (1 - moved), share * (1 - share))
        ),
        ForAll(
            (z, classes),
            given=classes >= 2,
            then=same(level * (1 - level), (classes - 1) / classes**2),
        ),
        ForAll((u, v, shift), given=And(u > 0, v > 0), then=same(both_moved, slope_of_two)),
    )

"""Claims on the path of descent on the example: its first step, how it oscillates, and that it gets
to the minimum."""

from sympy import Abs, Limit, Rational, oo

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.quadratic import at, f, step_of, x, x1, x2
from probatum import (
    All,
    And,
    Eq,
    Equal,
    ForAll,
    Gt,
    Lt,
    Ne,
    Or,
    Orbit,
    Passage,
    after,
    assuming,
    drawn_by,
    fails_with,
    integers,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
)

rate = reals("alpha")
k = integers("k")
moved_off = after(x1) ** 2 + after(x2) ** 2 - (x1**2 + x2**2)


passage = Passage("answer-1.rescaling.1")


@passage.implies
@refuted
@strict_reading_of("oscillates-away")
@assuming(
    "The example is taken for an instance of the sentence that it follows, with away read as: "
    "farther at each step."
)
@fails_with("a larger rate", farther=Lt, rate="0.041")
def example_oscillates_away(across=Lt, farther=Gt, *, rate="0.035", start=("0.5", "0.5")):
    """The example that follows is a case of it: at learning rate 0.035 its steps oscillate away
    from the minimum."""
    then = And(across(after(x2) * x2, 0), farther(moved_off, 0))
    return Orbit(x, start, step_of(f, rate), then=then, invariant=Ne(x2, 0))


@example_oscillates_away.corrected(farther=Lt)
def example_oscillates_towards():
    """They oscillate, but towards it: every step jumps across the minimum and ends nearer."""


passage = Passage("answer-1.rescaling.6")


@passage.not_checkable(
    "A choice of settings states nothing; the claims that depend on it have it among their facts."
)
def sets_rate_and_start():
    """Let the learning rate be 0.035 and the start $(0.5, 0.5)$."""


passage = Passage("answer-1.rescaling.7")


@passage.implies
@fails_with("another rate", rate="0.036")
@fails_with("another start", start=("0.5", "0.4"))
def first_iterate(first=("0.465", "-0.375"), *, rate="0.035", start=("0.5", "0.5")):
    """At learning rate 0.035, the first step leads from $(0.5, 0.5)$ to $(0.465, -0.375)$."""
    return Equal(tuple(at(moved, start) for moved in step_of(f, rate)), first, called="x^{(1)}")


@passage.implies
@fails_with("another start", start=("0.5", "0.4"))
def iterates_in_closed_form(slopes=(2, 50), *, start=("0.5", "0.5")):
    r"""After $k$ steps at learning rate $\alpha$ from $(0.5, 0.5)$, descent is at
    $\left(\frac{(1-2\alpha)^k}{2}, \frac{(1-50\alpha)^k}{2}\right)$."""

    def point(step):
        return tuple((1 - slope * rate) ** step / 2 for slope in slopes)

    moved = tuple(at(coordinate, point(k)) for coordinate in step_of(f, rate))
    first = tuple(at(coordinate, start) for coordinate in step_of(f, rate))
    return All(
        ForAll(rate, then=Equal(first, point(1))),
        ForAll((rate, k), given=k >= 1, then=Equal(moved, point(k + 1))),
    )


passage = Passage("answer-1.rescaling.8")


@passage.states
@drawn_by(figures.oscillating_path)
@fails_with("slower", rate="0.019")
def second_coordinate_alternates(across=Lt, *, rate="0.035", start=("0.5", "0.5")):
    """From $(0.5, 0.5)$ at learning rate 0.035, every step takes the second coordinate across the
    minimum."""
    return Orbit(x, start, step_of(f, rate), then=across(after(x2) * x2, 0))


@second_coordinate_alternates.because
def _():
    yield (
        "Each step multiplies it by a negative number",
        ForAll(x2, then=Eq(step_of(f, Rational(35, 1000))[1], Rational(-3, 4) * x2)),
    )


@passage.implies(id="first-coordinate-stays-on-its-side")
@fails_with("larger rate", rate="0.6")
def first_coordinate_stays(same_side=Gt, *, rate="0.035", start=("0.5", "0.5")):
    """On the same path the first coordinate never crosses the minimum: the oscillation is in the
    second alone."""
    return Orbit(x, start, step_of(f, rate), then=same_side(after(x1) * x1, 0))


@passage.implies(id="overshoots-by-three-quarters")
@assuming("How wildly is read as: how far a step goes, beside the way that would hit the minimum.")
@fails_with("smaller rate", rate="0.02")
def overshoots(times="1.75", across=Lt, *, rate="0.035", start=("0.5", "0.5")):
    """In the second coordinate each step goes 1.75 times as far as would hit the minimum, and so
    ends on the other side, at three quarters of the distance that it had before."""
    length = Abs(after(x2) - x2)
    then = And(Eq(length, times * Abs(x2)), across(after(x2) * x2, 0))
    return Orbit(x, start, step_of(f, rate), then=then, invariant=Ne(x2, 0))


@passage.states(id="value-falls-at-every-step")
@fails_with("rate above 2/50", rate="0.041")
def value_falls(lower=Lt, *, rate="0.035", start=("0.5", "0.5")):
    """The path makes progress: every step lowers $f$."""
    return Orbit(
        x,
        start,
        step_of(f, rate),
        then=lower(at(f, (after(x1), after(x2))), f),
        invariant=Or(Ne(x1, 0), Ne(x2, 0)),
    )


@passage.states(id="distance-falls-at-every-step")
@fails_with("rate above 2/50", rate="0.041")
def distance_falls(nearer=Lt, *, rate="0.035", start=("0.5", "0.5")):
    """Every step of the path ends nearer to the minimum."""
    return Orbit(
        x, start, step_of(f, rate), then=nearer(moved_off, 0), invariant=Or(Ne(x1, 0), Ne(x2, 0))
    )


@passage.states(id="path-converges-to-minimum")
@rests_on("iterates-in-closed-form")
@fails_with("rate above 2/50", rate="0.041")
def path_converges(limits=(0, 0), *, rate="0.035"):
    """The path converges to the minimum."""
    distances = (Abs(1 - slope * rate) ** k / 2 for slope in (2, 50))
    return Equal(
        tuple(Limit(distance, k, oo) for distance in distances),
        limits,
        called=r"\lim_{k \to \infty} (|x_1^{(k)}|, |x_2^{(k)}|)",
    )

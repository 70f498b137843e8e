"""Claims on the path of descent on the example: its first step, how it oscillates, and that it gets to the minimum."""

from sympy import Abs, Limit, Rational, oo

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.quadratic import at, descend, f, x, x1, x2
from probatum import All, And, Eq, Equal, ForAll, Gt, Lt, Ne, Or, Orbit, Refuted, after, claim, integers, not_checkable, reals

rate = reals("alpha")
k = integers("k")
moved_off = after(x1) ** 2 + after(x2) ** 2 - (x1**2 + x2**2)


# answer-1.rescaling.1


@claim(
    "example-oscillates-away",
    "So it is in the example that follows: at learning rate 0.035 its steps oscillate away from the minimum.",
    at="answer-1.rescaling.1",
    implied=True,
    reading="strict",
    reading_of="oscillates-away",
    expect=Refuted("They oscillate, but towards it: every step jumps across the minimum and ends nearer.", {"farther": Lt}),
    assumes="The example is taken for an instance of the sentence that it follows, with away read as: farther at each step.",
    controls={"a larger rate": {"farther": Lt, "rate": "0.041"}},
)
def example_oscillates_away(across=Lt, farther=Gt, *, rate="0.035", start=("0.5", "0.5")):
    then = And(across(after(x2) * x2, 0), farther(moved_off, 0))
    return Orbit(x, start, descend(f, rate), then=then, invariant=Ne(x2, 0))


# answer-1.rescaling.6 and .7

not_checkable(
    "sets-rate-and-start",
    "Let the learning rate be 0.035 and the start $(0.5, 0.5)$.",
    at="answer-1.rescaling.6",
    reason="A choice of settings states nothing; the claims that depend on it have it among their facts.",
)


@claim(
    "first-iterate",
    "At learning rate 0.035, the first step leads from $(0.5, 0.5)$ to $(0.465, -0.375)$.",
    at="answer-1.rescaling.7",
    implied=True,
    controls={"another rate": {"rate": "0.036"}, "another start": {"start": ("0.5", "0.4")}},
)
def first_iterate(first=("0.465", "-0.375"), *, rate="0.035", start=("0.5", "0.5")):
    return Equal(tuple(at(moved, start) for moved in descend(f, rate)), first, called="x^{(1)}")


@claim(
    "iterates-in-closed-form",
    r"After $k$ steps at learning rate $\alpha$ from $(0.5, 0.5)$, descent is at "
    r"$\left(\frac{(1-2\alpha)^k}{2}, \frac{(1-50\alpha)^k}{2}\right)$.",
    at="answer-1.rescaling.7",
    implied=True,
    controls={"another start": {"start": ("0.5", "0.4")}},
)
def iterates_in_closed_form(slopes=(2, 50), *, start=("0.5", "0.5")):
    def point(step):
        return tuple((1 - slope * rate) ** step / 2 for slope in slopes)

    moved = tuple(at(coordinate, point(k)) for coordinate in descend(f, rate))
    first = tuple(at(coordinate, start) for coordinate in descend(f, rate))
    return All(ForAll(rate, then=Equal(first, point(1))), ForAll((rate, k), given=k >= 1, then=Equal(moved, point(k + 1))))


# answer-1.rescaling.8


@claim(
    "second-coordinate-alternates",
    "From $(0.5, 0.5)$ at learning rate 0.035, every step takes the second coordinate across the minimum.",
    at="answer-1.rescaling.8",
    figure=figures.oscillating_path,
    controls={"slower": {"rate": "0.019"}},
    because=[
        ("Each step multiplies it by a negative number", ForAll(x2, then=Eq(descend(f, Rational(35, 1000))[1], Rational(-3, 4) * x2)))
    ],
)
def second_coordinate_alternates(relation=Lt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=relation(after(x2) * x2, 0))


@claim(
    "first-coordinate-stays-on-its-side",
    "On the same path the first coordinate never crosses the minimum: the oscillation is in the second alone.",
    at="answer-1.rescaling.8",
    implied=True,
    controls={"larger rate": {"rate": "0.6"}},
)
def first_coordinate_stays(relation=Gt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=relation(after(x1) * x1, 0))


@claim(
    "overshoots-by-three-quarters",
    "Each step takes the second coordinate past the minimum, to three quarters of the distance that it had before.",
    at="answer-1.rescaling.8",
    implied=True,
    controls={"smaller rate": {"rate": "0.02"}},
    assumes="Wildly is read as: three quarters as far out on the other side, by a step 1.75 times as long as the one that would hit it.",
)
def overshoots(factor="-0.75", *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=Eq(after(x2), factor * x2))


@claim(
    "value-falls-at-every-step",
    "The path makes progress: every step lowers $f$.",
    at="answer-1.rescaling.8",
    controls={"rate above 2/50": {"rate": "0.041"}},
)
def value_falls(relation=Lt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=relation(at(f, (after(x1), after(x2))), f), invariant=Or(Ne(x1, 0), Ne(x2, 0)))


@claim(
    "distance-falls-at-every-step",
    "Every step of the path ends nearer to the minimum.",
    at="answer-1.rescaling.8",
    controls={"rate above 2/50": {"rate": "0.041"}},
)
def distance_falls(relation=Lt, *, rate="0.035", start=("0.5", "0.5")):
    return Orbit(x, start, descend(f, rate), then=relation(moved_off, 0), invariant=Or(Ne(x1, 0), Ne(x2, 0)))


@claim(
    "path-converges-to-minimum",
    "The path converges to the minimum.",
    at="answer-1.rescaling.8",
    controls={"rate above 2/50": {"rate": "0.041"}},
    rests_on="iterates-in-closed-form",
)
def path_converges(limits=(0, 0), *, rate="0.035"):
    distances = (Abs(1 - slope * rate) ** k / 2 for slope in (2, 50))
    return Equal(tuple(Limit(distance, k, oo) for distance in distances), limits, called=r"\lim_{k \to \infty} (|x_1^{(k)}|, |x_2^{(k)}|)")

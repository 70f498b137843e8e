"""Claims on what the spectrum of the Hessian does to descent: oscillation, direction and speed, by eigenvalue."""

from sympy import Abs, Matrix, Max

from claims.normalization.quadratic import descend, f, gradient, x, x1, x2
from probatum import (
    All,
    AlmostAll,
    And,
    Conditional,
    Eq,
    Equal,
    Exists,
    ForAll,
    Ge,
    Le,
    Lt,
    Ne,
    Or,
    Orbit,
    after,
    claim,
    reals,
)

a, b, rate, start, z, small, middle, large = reals("a b alpha z_0 z lambda_s lambda_m lambda_l")
u, v, c, bound = reals("u v c B")
bowl = (a * x1**2 + b * x2**2) / 2
EIGENVECTORS = "The axes lie along orthonormal eigenvectors of the Hessian, and the minimum at 0 (spectral theorem; a turn and a shift)."
DOWNHILL = "The gradient that points to a minimum is the negative one, the direction in which descent moves."
FACTOR = (
    r"Progress is the share of the way to the minimum, in that direction, that a step covers: it leaves the factor $|1 - \alpha\lambda|$."
)
GIVEN = And(0 < small, small < large, rate > 0)


def beside(function, point=x):
    """The cross product of the negative gradient and the way to the minimum at 0: zero where they are on one line."""
    slopes = gradient(function)
    return slopes[0] * point[1] - slopes[1] * point[0]


# answer-1.rescaling.9


@claim(
    "steeper-in-second",
    "At the same distance from the minimum the example is 25 times as steep in $x_2$ as in $x_1$.",
    at="answer-1.rescaling.9",
)
def steeper_in_second(times=25):
    along_1, along_2 = (Abs(gradient(f)[index].subs(x[index], z)) for index in (0, 1))
    return ForAll(z, then=Equal(along_2, times * along_1, called=r"|\partial_2 f(0, z)|"))


@claim(
    "steepness-makes-oscillate",
    "Descent oscillates because of the steepness: where one direction is 25 times as steep as another, steps cross the minimum there.",
    at="answer-1.rescaling.9",
    rests_on="second-coordinate-alternates",
    expect=Conditional(
        25 * a * rate > 1,
        sharp=True,
        wording=r"exactly if $\alpha \cdot 25a > 1$: not by its ratio to the other, but by its size at the given rate",
    ),
    assumes=[
        EIGENVECTORS,
        "Because is read as: whatever is as much steeper oscillates. The class is that of all quadratics with the ratio 25 and a start "
        "beside the minimum.",
    ],
    not_shown="That equal steepness would end it: at such rates it oscillates too, on one line (spherical-ends-oscillation).",
)
def steepness_makes_oscillate(across=Lt, *, times=25):
    step = descend(times * a * z**2 / 2, rate, (z,))
    given = And(a > 0, rate > 0, Ne(start, 0))
    return ForAll((a, rate, start), given=given, then=Orbit(z, start, step, then=across(after(z) * z, 0), invariant=Ne(z, 0)))


@claim(
    "without-oscillation-flat-is-slow",
    r"What the ratio does: without oscillation along the steep direction, a step in the flat one leaves at least $1 - \lambda_s/\lambda_l$ "
    "of the way, in the example 96 %.",
    at="answer-1.rescaling.9",
    implied=True,
    assumes=[EIGENVECTORS, FACTOR],
    because=[
        ("Not to cross in the steep direction bounds the rate", Le(rate, 1 / large)),
        ("and so what a step does in the flat one", Le(rate * small, small / large)),
    ],
)
def without_oscillation_flat_is_slow(share=1):
    return ForAll((rate, small, large), given=And(GIVEN, rate * large <= 1), then=Ge(1 - rate * small, share * (1 - small / large)))


# answer-1.rescaling.10


@claim(
    "gradient-usually-misses",
    "In the example, the direction of descent misses the minimum from all points but a set of area 0.",
    at="answer-1.rescaling.10",
    assumes=[DOWNHILL, "Usually is read as: at all points but a set of measure zero."],
)
def gradient_usually_misses(misses=Ne):
    return AlmostAll(x, then=misses(beside(f), 0))


@claim(
    "gradient-points-at-minimum",
    "In the example, the direction of descent points at the minimum.",
    at="answer-1.rescaling.10",
    implied=True,
    expect=Conditional(Or(Eq(x1, 0), Eq(x2, 0)), sharp=True, wording="exactly on the two axes"),
    assumes=DOWNHILL,
)
def gradient_points_at_minimum(aligned=Eq):
    return ForAll(x, given=Or(Ne(x1, 0), Ne(x2, 0)), then=And(aligned(beside(f), 0), x1 * gradient(f)[0] + x2 * gradient(f)[1] > 0))


@claim(
    "unequal-steepness-lets-miss",
    "The difference in steepness is the reason: with any two different curvatures, descent does not point at the minimum from everywhere.",
    at="answer-1.rescaling.10",
    assumes=[DOWNHILL, EIGENVECTORS, "Because is read as: so it is of every quadratic with a minimum and two different curvatures."],
)
def unequal_steepness_lets_miss(different=Ne):
    return ForAll((a, b), given=And(a > 0, b > 0, different(a, b)), then=Exists(x, then=Ne(beside(bowl), 0)))


# answer-1.rescaling.11


@claim(
    "unequal-eigenvalues-miss",
    "In general: descent misses the minimum exactly from the points with a part along two eigenvectors of different eigenvalues.",
    at="answer-1.rescaling.11",
    assumes=[
        DOWNHILL,
        EIGENVECTORS,
        "What points at the minimum does so in each pair of coordinates.",
    ],
    not_shown="That dissimilar means much different: any difference is enough to miss, and how far is worst-angle-on-ellipse.",
    because=[("The two directions enclose", Eq(beside(bowl), (a - b) * x1 * x2))],
)
def unequal_eigenvalues_miss(misses=Ne):
    return All(
        ForAll((a, b, *x), given=And(Ne(a, b), Ne(x1, 0), Ne(x2, 0)), then=misses(beside(bowl), 0)),
        ForAll((a, b, *x), given=Or(Eq(a, b), Eq(x1, 0), Eq(x2, 0)), then=Eq(beside(bowl), 0)),
    )


@claim(
    "best-rate-oscillates",
    r"In general: at the constant rate best for the slowest direction, $2/(\lambda_s + \lambda_l)$, descent crosses the minimum along the "
    "largest eigenvalue at every step, if the eigenvalues differ.",
    at="answer-1.rescaling.11",
    rests_on="best-factor-by-condition-number",
    assumes=[EIGENVECTORS, "The start has a part along the eigenvector of the largest eigenvalue."],
)
def best_rate_oscillates(across=Lt):
    step = descend(large * z**2 / 2, 2 / (small + large), (z,))
    given = And(0 < small, small < large, Ne(start, 0))
    return ForAll((small, large, start), given=given, then=Orbit(z, start, step, then=across(after(z) * z, 0), invariant=Ne(z, 0)))


# answer-1.rescaling.12


@claim(
    "fastest-along-largest",
    "Progress is faster along the eigenvector of the largest eigenvalue than along that of the smallest.",
    at="answer-1.rescaling.12",
    expect=Conditional(
        rate * (small + large) < 2,
        sharp=True,
        wording=r"exactly if $\alpha < 2/(\lambda_s + \lambda_l)$: in the example, below 1/26",
    ),
    assumes=[EIGENVECTORS, FACTOR],
    because=[
        ("Beyond the minimum or short of it", Eq(Abs(1 - rate * large), Max(1 - rate * large, rate * large - 1))),
        (
            r"both are less than the flat direction's factor, by $\lambda_s < \lambda_l$ and by the condition",
            Lt(Max(1 - rate * large, rate * large - 1), 1 - rate * small),
        ),
        Le(1 - rate * small, Abs(1 - rate * small)),
    ],
)
def fastest_along_largest(order=Lt):
    return ForAll((rate, small, large), given=GIVEN, then=order(Abs(1 - rate * large), Abs(1 - rate * small)))


@claim(
    "fastest-of-all-along-largest",
    "Progress is faster along the largest eigenvalue than along every smaller one.",
    at="answer-1.rescaling.12",
    reading="strict",
    reading_of="fastest-along-largest",
    expect=Conditional(
        rate * large <= 1,
        sharp=True,
        wording=r"exactly if $\alpha \le 1/\lambda_l$, without oscillation; above, eigenvalues nearer to $1/\alpha$ are faster",
    ),
    assumes=[EIGENVECTORS, FACTOR, "The Hessian may have any eigenvalues between."],
)
def fastest_of_all_along_largest(order=Lt):
    faster = ForAll(middle, given=And(0 < middle, middle < large), then=order((1 - rate * large) ** 2, (1 - rate * middle) ** 2))
    return ForAll((rate, large), given=And(large > 0, rate > 0), then=faster)


@claim(
    "example-oscillates-where-it-is-fastest",
    "The statements that the example oscillates along the largest eigenvalue and that progress is fastest there are both true of it: at "
    "0.035 a step leaves three quarters of the way in $x_2$, on the other side, and 93 % in $x_1$.",
    at="answer-1.rescaling.12",
    implied=True,
    rests_on=["second-coordinate-alternates", "fastest-along-largest"],
    controls={"below 1/50": {"rate": "0.015"}, "above 1/26": {"rate": "0.039"}},
)
def oscillates_where_fastest(order=Lt, *, rate="0.035"):
    left_1, left_2 = (moved.coeff(variable) for moved, variable in zip(descend(f, rate), x, strict=True))
    return All(Lt(left_2, 0), order(Abs(left_2), Abs(left_1)))


# answer-1.rescaling.13


def between_the_extremes():
    """An eigenvalue between the smallest and the largest shrinks its direction no less than the worse of these two."""
    left_s, left_m, left_l = (Abs(1 - rate * eigenvalue) for eigenvalue in (small, middle, large))
    return ForAll((rate, small, middle, large), given=And(GIVEN, small <= middle, middle <= large), then=Le(left_m, Max(left_s, left_l)))


@claim(
    "spectrum-and-rate-bound-progress",
    r"A step leaves at most the factor $\max(|1 - \alpha\lambda_s|, |1 - \alpha\lambda_l|)$ of the distance to the minimum, from some "
    "starts exactly that: eigenvalues and learning rate determine how quickly descent progresses at worst.",
    at="answer-1.rescaling.13",
    scope="two eigenvalues",
    reduction=between_the_extremes,
    assumes=[EIGENVECTORS, "How quickly is read as: at worst over all starts."],
    because=[
        (
            "The same function in other units, at the rate that fits them, takes the same step: only the products count",
            ForAll((a, b, rate, c, *x), given=c > 0, then=Equal(Matrix(descend(c * bowl, rate / c)), Matrix(descend(bowl, rate)))),
        )
    ],
)
def spectrum_and_rate_bound_progress(times=1):
    left = [1 - rate * small, 1 - rate * large]
    after_step = sum((factor * place) ** 2 for factor, place in zip(left, x, strict=True))
    bounded = And(*(bound >= factor**2 for factor in left))
    reached = times * Max(*(factor**2 for factor in left)) * (x1**2 + x2**2)
    return All(
        ForAll((rate, small, large, bound, *x), given=And(GIVEN, bounded), then=Le(after_step, times * bound * (x1**2 + x2**2))),
        ForAll((rate, small, large), given=GIVEN, then=Exists(x, given=Or(Ne(x1, 0), Ne(x2, 0)), then=Eq(after_step, reached))),
    )


@claim(
    "speed-whatever-the-start",
    "The eigenvalues and the learning rate alone determine how much nearer a step gets, whatever the start.",
    at="answer-1.rescaling.13",
    reading="strict",
    reading_of="spectrum-and-rate-bound-progress",
    expect=Conditional(
        Eq((1 - rate * small) ** 2, (1 - rate * large) ** 2),
        sharp=True,
        wording=r"only at the rate $2/(\lambda_s + \lambda_l)$; at others the start counts as well",
    ),
    assumes=[EIGENVECTORS, "The eigenvalues are different."],
)
def speed_whatever_the_start(same=Eq):
    after_step = (1 - rate * small) ** 2 * u**2 + (1 - rate * large) ** 2 * v**2
    always = ForAll((u, v), given=Eq(u**2 + v**2, 1), then=same(after_step, (1 - rate * small) ** 2))
    return ForAll((rate, small, large), given=GIVEN, then=always)

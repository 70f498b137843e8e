"""Claims on speed: how fast descent is along each eigenvector, and what decides it."""

from sympy import Abs, Matrix, Max

from claims.normalization.mathematics.directions import (
    EACH_DIRECTION,
    EIGENVECTORS,
    EXTREMES,
    FACTOR,
    a,
    b,
    between_the_extremes,
    bowl,
    in_one_eigendirection,
    large,
    middle,
    rate,
    small,
)
from claims.normalization.mathematics.quadratic import descend, f, x, x1, x2
from probatum import (
    All,
    And,
    Conditional,
    Eq,
    Equal,
    Exists,
    ForAll,
    Ge,
    Gt,
    Le,
    Lt,
    Ne,
    Or,
    claim,
    reals,
)

u, v, w, c, bound = reals("u v w c B")
GIVEN = And(0 < small, small < large, rate > 0)


# answer-1.rescaling.12


@claim(
    "slow-along-smallest",
    r"Progress along the eigenvector of the smallest eigenvalue is slow: at any rate below $2/\lambda_l$, as convergence demands, a step "
    r"leaves more than $1 - 2 \lambda_s/\lambda_l$ of the way, in the example 92 %.",
    at="answer-1.rescaling.12",
    scope=EACH_DIRECTION,
    reduction=in_one_eigendirection,
    assumes=[EIGENVECTORS, FACTOR],
    because=[
        Ge(Abs(1 - rate * small), 1 - rate * small),
        ("the rate is limited by the largest eigenvalue", Gt(1 - rate * small, 1 - 2 * small / large)),
    ],
)
def slow_along_smallest(more=Gt, share=1):
    given = And(GIVEN, rate * large < 2)
    return ForAll((rate, small, large), given=given, then=more(Abs(1 - rate * small), share * (1 - 2 * small / large)))


@claim(
    "slowest-along-smallest",
    "Along the eigenvector of the smallest eigenvalue progress is slower than along any other.",
    at="answer-1.rescaling.12",
    implied=True,
    expect=Conditional(
        rate * (small + large) < 2,
        sharp=True,
        wording=r"exactly if $\alpha < 2/(\lambda_s + \lambda_l)$: above, the largest eigenvalue is the slowest, as it overshoots most",
    ),
    scope=EACH_DIRECTION,
    reduction=in_one_eigendirection,
    assumes=[EIGENVECTORS, FACTOR],
)
def slowest_along_smallest(slower=Gt):
    others = ForAll(middle, given=And(small < middle, middle <= large), then=slower((1 - rate * small) ** 2, (1 - rate * middle) ** 2))
    return ForAll((rate, small, large), given=GIVEN, then=others)


@claim(
    "fastest-along-largest",
    "Progress is faster along the eigenvector of the largest eigenvalue than along that of the smallest.",
    at="answer-1.rescaling.12",
    expect=Conditional(
        rate * (small + large) < 2,
        sharp=True,
        wording=r"exactly if $\alpha < 2/(\lambda_s + \lambda_l)$: in the example, below 1/26",
    ),
    scope=EACH_DIRECTION,
    reduction=in_one_eigendirection,
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
    scope=EACH_DIRECTION,
    reduction=in_one_eigendirection,
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


@claim(
    "spectrum-and-rate-bound-progress",
    r"A step leaves at most the factor $\max(|1 - \alpha\lambda_s|, |1 - \alpha\lambda_l|)$ of the distance to the minimum, from some "
    "starts exactly that: eigenvalues and learning rate determine how quickly descent progresses at worst.",
    at="answer-1.rescaling.13",
    scope=EXTREMES,
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


def one_more_eigenvalue():
    """Where all factors are the same in size, a further direction changes nothing; of two that differ, the start decides already."""
    shares, factor = (u**2, v**2, w**2), 1 - rate * small
    other, further = reals("f g")
    same = And(Eq(sum(shares), 1), Eq(other**2, factor**2), Eq(further**2, factor**2))
    left = factor**2 * shares[0] + other**2 * shares[1] + further**2 * shares[2]
    return ForAll((rate, small, other, further, u, v, w), given=same, then=Eq(left, factor**2))


@claim(
    "speed-whatever-the-start",
    "The eigenvalues and the learning rate alone determine how much nearer a step gets, whatever the start.",
    at="answer-1.rescaling.13",
    reading="strict",
    reading_of="spectrum-and-rate-bound-progress",
    expect=Conditional(
        Eq((1 - rate * small) ** 2, (1 - rate * large) ** 2),
        sharp=True,
        wording=r"only at the rate $2/(\lambda_s + \lambda_l)$, and only of two eigenvalues; at others the start counts as well",
    ),
    scope="each pair of eigenvalues that differ",
    reduction=one_more_eigenvalue,
    assumes=[EIGENVECTORS, "How much nearer is read as: by the squared distance to the minimum, from a start at the distance 1."],
)
def speed_whatever_the_start(same=Eq):
    after_step = (1 - rate * small) ** 2 * u**2 + (1 - rate * large) ** 2 * v**2
    always = ForAll((u, v), given=Eq(u**2 + v**2, 1), then=same(after_step, (1 - rate * small) ** 2))
    return ForAll((rate, small, large), given=GIVEN, then=always)

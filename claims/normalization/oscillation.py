"""Claims on descent along one eigenvector of the Hessian: when it oscillates, away from the optimum
or towards it."""

from sympy import Abs

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.directions import (
    ONE_DIRECTION,
    curvature,
    rate,
    z,
)
from claims.normalization.mathematics.quadratic import descend
from probatum import (
    And,
    Eq,
    Exists,
    ForAll,
    Ge,
    Gt,
    Lt,
    Ne,
    Orbit,
    Passage,
    Scope,
    after,
    assuming,
    decided_for,
    drawn_by,
    exactly_if,
    fails_with,
    reals,
)

start, u, v, t, rest, modulus = reals("z_0 u v t r mu")
step_along = descend(curvature * z**2 / 2, rate, (z,))
ORTHOGONAL = (
    "Along the orthonormal eigenvectors of its Hessian a quadratic is a sum of one-variable "
    "quadratics (spectral theorem)."
)
BESIDE = "The start is not exactly at the optimum in that direction."


passage = Passage("answer-1.rescaling.1")


@passage.states
@decided_for(ONE_DIRECTION)
@assuming(ORTHOGONAL, BESIDE)
def oscillates_away(across=Lt, farther=Gt, product=2):
    r"""Steepest descent can oscillate away from the optimum of a strongly convex quadratic, and
    does so on every one: at a learning rate above $2/\lambda$, with $\lambda$ an eigenvalue of
    the Hessian, each step jumps across the optimum in that direction and lands farther away."""
    then = And(across(after(z) * z, 0), farther(Abs(after(z)), Abs(z)))
    given = And(curvature > 0, rate * curvature > product, Ne(start, 0))
    return ForAll(
        (curvature, rate, start),
        given=given,
        then=Orbit(z, start, step_along, then=then, invariant=Ne(z, 0)),
    )


@oscillates_away.because
def _():
    yield (
        "One step multiplies the distance by a factor",
        ForAll((curvature, rate, z), then=Eq(step_along[0], (1 - rate * curvature) * z)),
    )
    yield (
        "whose square is above 1",
        ForAll(
            (curvature, rate),
            given=rate * curvature > 2,
            then=Gt((1 - rate * curvature) ** 2, 1),
        ),
    )


@passage.implies
@exactly_if(rate * curvature > 2, r"exactly if the learning rate exceeds $2/\lambda$")
@decided_for(ONE_DIRECTION)
@assuming(ORTHOGONAL)
def moves_away_only_above_two(farther=Gt):
    r"""A step of descent moves away from the optimum in the direction of an eigenvector with
    eigenvalue $\lambda > 0$."""
    return ForAll(
        (curvature, rate, z),
        given=And(curvature > 0, rate > 0, Ne(z, 0)),
        then=farther(Abs(step_along[0]), Abs(z)),
    )


def below_chord(function):
    """How far a function of z lies below its chord from u to v, at the point with the share t of
    u."""
    return (
        t * function.subs(z, u)
        + (1 - t) * function.subs(z, v)
        - function.subs(z, t * u + (1 - t) * v)
    )


def gaps_add_up():
    """What another direction adds to the function, adds the gap of its own under the chord."""
    here, there, between = reals("r_u r_v r_t")
    whole = t * (curvature * u**2 / 2 + here) + (1 - t) * (curvature * v**2 / 2 + there)
    inside = curvature * (t * u + (1 - t) * v) ** 2 / 2 + between
    own = t * here + (1 - t) * there - between
    return ForAll(
        (curvature, u, v, t, here, there, between),
        then=Eq(whole - inside, below_chord(curvature * z**2 / 2) + own),
    )


@passage.implies
@exactly_if(
    curvature > 0, "exactly if all eigenvalues of the Hessian are positive: not every quadratic is"
)
@decided_for(Scope(ONE_DIRECTION.words, gaps_add_up))
@assuming(
    ORTHOGONAL,
    r"The gaps of the directions add up, so that in several directions the smallest eigenvalue "
    r"is the modulus $\mu$.",
)
@fails_with("for points ever so near", power=0)
def quadratics_are_strongly_convex(*, power=2):
    r"""Quadratics are a special case of strongly convex functions: between two points they lie
    below their chord by $\frac{\mu}{2} t (1-t)$ times the squared distance at least, for some
    $\mu > 0$."""
    gap, wanted = (
        size / 2 * t * (1 - t) for size in (curvature * (u - v) ** 2, modulus * (u - v) ** power)
    )
    bent = ForAll((u, v, t), given=And(t >= 0, t <= 1), then=Ge(gap, wanted))
    return ForAll(curvature, then=Exists(modulus, given=modulus > 0, then=bent))


@quadratics_are_strongly_convex.because
def _():
    yield (
        r"The gap under a chord is exactly that, with $\mu = \lambda$",
        ForAll(
            (curvature, u, v, t),
            then=Eq(below_chord(curvature * z**2 / 2), curvature / 2 * t * (1 - t) * (u - v) ** 2),
        ),
    )


passage = Passage("answer-1.rescaling.8")


@passage.implies(id="zigzags-inward-between-one-and-two")
@exactly_if(
    And(rate * curvature > 1, rate * curvature < 2),
    r"exactly if $1 < \alpha\lambda < 2$: for $\lambda = 50$, at rates between 0.02 and 0.04",
)
@decided_for(ONE_DIRECTION)
@assuming(ORTHOGONAL, BESIDE)
@drawn_by(figures.contraction_factors)
def zigzags_inward(across=Lt, nearer=Lt):
    r"""In the direction of an eigenvector with eigenvalue $\lambda > 0$, every step of descent
    crosses the optimum and ends nearer to it."""
    then = And(across(after(z) * z, 0), nearer(Abs(after(z)), Abs(z)))
    given = And(curvature > 0, rate > 0, Ne(start, 0))
    return ForAll(
        (curvature, rate, start),
        given=given,
        then=Orbit(z, start, step_along, then=then, invariant=Ne(z, 0)),
    )

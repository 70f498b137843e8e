"""Claims on descent along eigenvectors of the Hessian: when it oscillates, away from the optimum or
towards it."""

from claims.normalization.mathematics import figures
from claims.normalization.mathematics.all_dimensions import (
    ALONG,
    IN_EVERY_DIMENSION,
    POSITIVE_DEFINITE,
    UNEQUAL,
    coordinate,
    eigenvalue,
    eigenvector,
    gradient_at,
    hessian,
    is_eigenvector,
    largest,
    least,
    next_coordinate,
    place,
    rate,
    squared,
    step,
    there,
)
from probatum import (
    And,
    Eq,
    ForAll,
    Ge,
    Gt,
    Lt,
    Ne,
    Passage,
    assuming,
    dot,
    drawn_by,
    exactly_if,
    functions,
    gradient,
    minimizer,
    norm,
    reals,
    refuted,
    rests_on,
    strict_reading_of,
    true_if,
)

share, convexity, smoothness = reals("t mu L")
function = functions("f", smooth=smoothness, strongly=convexity)
optimum = minimizer(function)
BESIDE = "The start is not exactly at the optimum in that direction."


passage = Passage("answer-1.rescaling.1")


@passage.implies
@assuming(IN_EVERY_DIMENSION)
def step_along_an_eigenvector(left=1 - rate * eigenvalue):
    r"""Along each eigenvector of the Hessian a step of descent multiplies the way to the optimum by
    $1 - \alpha\lambda$, whatever the other directions do."""
    return ForAll(ALONG, given=is_eigenvector(), then=Eq(next_coordinate, left * coordinate))


@passage.states
@rests_on("step-along-an-eigenvector")
@assuming(IN_EVERY_DIMENSION, BESIDE)
def oscillates_away(across=Lt, farther=Gt, product=2):
    r"""Steepest descent can oscillate away from the optimum of a strongly convex quadratic, and
    does so on every one: at a learning rate above $2/\lambda$, with $\lambda$ an eigenvalue of
    the Hessian, each step jumps across the optimum in that direction and lands farther away."""
    then = And(across(next_coordinate * coordinate, 0), farther(next_coordinate**2, coordinate**2))
    given = And(POSITIVE_DEFINITE, is_eigenvector(), eigenvalue > 0, rate * eigenvalue > product)
    return ForAll(ALONG, given=And(given, Ne(coordinate, 0)), then=then)


@passage.implies
@exactly_if(rate * eigenvalue > 2, r"exactly if the learning rate exceeds $2/\lambda$")
@rests_on("step-along-an-eigenvector")
@assuming(IN_EVERY_DIMENSION)
def moves_away_only_above_two(farther=Gt):
    r"""A step of descent moves away from the optimum in the direction of an eigenvector with
    eigenvalue $\lambda > 0$."""
    given = And(is_eigenvector(), eigenvalue > 0, rate > 0, Ne(coordinate, 0))
    return ForAll(ALONG, given=given, then=farther(next_coordinate**2, coordinate**2))


@passage.states
@refuted
@strict_reading_of("oscillates-away")
@assuming(
    "Steepest descent is read as with exact line search: the rate is the one at which the step "
    "reaches the lowest value.",
    IN_EVERY_DIMENSION,
)
def line_search_moves_away(farther=Gt):
    """Even with exact line search, a step can end farther away from the optimum."""
    lowest = Eq(
        rate * dot(gradient_at(place), gradient_at(gradient_at(place))), squared(gradient_at(place))
    )
    given = And(UNEQUAL, Ne(norm(place), 0), lowest)
    return ForAll(
        (hessian, place, least, largest, rate),
        given=given,
        then=farther(norm(step(place)), norm(place)),
    )


@line_search_moves_away.corrected(farther=Lt)
def line_search_gets_nearer():
    """With exact line search every step gets nearer to it, in every dimension."""


@passage.implies
@true_if(
    rate * smoothness < 2,
    r"if the learning rate is below $2/L$, $L$ being the largest curvature",
    too_weak=rate * smoothness < 3,
)
@assuming("The class is that of all functions that are strongly convex and smooth.")
def below_two_every_step_gets_nearer(nearer=Lt):
    """On every strongly convex function, quadratic or not, a step of descent ends nearer to the
    optimum."""
    given = And(0 < convexity, convexity < smoothness, rate > 0, norm(place - optimum) > 0)
    moved = place - rate * gradient(function, place)
    return ForAll(
        (function, place, convexity, smoothness, rate),
        given=given,
        then=nearer(norm(moved - optimum), norm(place - optimum)),
    )


@passage.implies
@exactly_if(
    least > 0, "exactly if all eigenvalues of the Hessian are positive: not every quadratic is"
)
@assuming(
    r"A quadratic is $\frac{1}{2} x^\top A x$; the eigenvalues of $A$ lie between $\mu$ and $L$, "
    r"and $\mu$ is the smallest."
)
def quadratics_are_strongly_convex(positive=Gt):
    r"""Quadratics are a special case of strongly convex functions: some $\mu > 0$ is at most every
    curvature."""
    given = And(is_eigenvector(eigenvector, least), least <= largest)
    second_derivative = dot(eigenvector, gradient_at(eigenvector))
    return ForAll(
        (hessian, eigenvector, least, largest), given=given, then=positive(second_derivative, 0)
    )


@quadratics_are_strongly_convex.because
def _():
    between = share * place + (1 - share) * there
    values = [dot(where, gradient_at(where)) / 2 for where in (place, there, between)]
    gap = share * values[0] + (1 - share) * values[1] - values[2]
    wanted = least / 2 * share * (1 - share) * squared(place - there)
    yield (
        r"Between two points it then lies below its chord by $\frac{\mu}{2} t (1-t)$ times the "
        r"squared distance at least",
        ForAll(
            (hessian, place, there, least, largest, share),
            given=And(POSITIVE_DEFINITE, share >= 0, share <= 1),
            then=Ge(gap, wanted),
        ),
    )


passage = Passage("answer-1.rescaling.8")


@passage.implies(id="zigzags-inward-between-one-and-two")
@exactly_if(
    And(rate * eigenvalue > 1, rate * eigenvalue < 2),
    r"exactly at learning rates between $1/\lambda$ and $2/\lambda$: for $\lambda = 50$, between "
    "0.02 and 0.04",
)
@rests_on("step-along-an-eigenvector")
@assuming(IN_EVERY_DIMENSION, BESIDE)
@drawn_by(figures.contraction_factors)
def zigzags_inward(across=Lt, nearer=Lt):
    r"""In the direction of an eigenvector with eigenvalue $\lambda > 0$, every step of descent
    crosses the optimum and ends nearer to it."""
    then = And(across(next_coordinate * coordinate, 0), nearer(next_coordinate**2, coordinate**2))
    given = And(is_eigenvector(), eigenvalue > 0, rate > 0, Ne(coordinate, 0))
    return ForAll(ALONG, given=given, then=then)

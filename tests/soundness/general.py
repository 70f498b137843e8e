"""Generates general statements whose truth is known: over inner products, spectra, classes, with certificates, in expectation."""

from __future__ import annotations

from random import Random
from typing import Any

import sympy
from sympy import Rational

from probatum import (
    And,
    E,
    Eq,
    ForAll,
    Ne,
    Or,
    P,
    Var,
    average,
    dot,
    features,
    functions,
    gradient,
    integers,
    matrices,
    minimizer,
    norm,
    proximal,
    random,
    reals,
    total,
    vectors,
)
from tests.soundness.propositions import REFUSED, TRUE, family, fraction, known, positive

m, s, t = reals("m s t")
n, size = integers("n N")
x, y, z = vectors("x y z")
OUTCOME = random("X")
LEFT_ONE, RIGHT_ONE = random("U V", independent=False)
VALUE, WEIGHT = features("a w", of=n)


def fourth_power(at: Any) -> Any:
    """Convex, of degree 4."""
    return at**4


def reciprocal(at: Any) -> Any:
    """Convex where it is positive, of degree -1."""
    return 1 / at


CURVES = [  # whether they are convex, and where
    (sympy.exp, True, sympy.true),
    (sympy.log, False, OUTCOME > 0),
    (sympy.Abs, True, sympy.true),
    (fourth_power, True, sympy.true),
    (reciprocal, True, OUTCOME > 0),
]
DEGREES = {sympy.Abs: 1, fourth_power: 4, reciprocal: -1}


def is_semidefinite(matrix: sympy.Matrix) -> bool:
    """Whether a symmetric matrix of rationals is positive semidefinite, by its characteristic polynomial."""
    coefficients = matrix.charpoly().all_coeffs()
    return all((-1) ** place * coefficient >= 0 for place, coefficient in enumerate(coefficients))


@family
def form_in_inner_products(draw: Random) -> tuple[Any, str]:
    count = draw.choice([2, 3])
    roots = sympy.Matrix(count, count, lambda i, j: draw.randint(-2, 2))
    matrix = roots * roots.T - draw.choice([0, 0, Rational(1, 3)]) * sympy.eye(count)
    points = (x, y, z)[:count]
    form = sum(matrix[i, j] * dot(points[i], points[j]) for i in range(count) for j in range(count))
    return ForAll(points, then=sympy.Le(-(norm(x) ** 2), form - norm(x) ** 2, evaluate=False)), known(is_semidefinite(matrix))


@family
def quadratic_on_a_spectrum(draw: Random) -> tuple[Any, str]:
    low, span = positive(draw), positive(draw)
    matrix = matrices("A", eigenvalues_in=(low, low + span))
    bend, root = draw.choice([1, -1]), fraction(draw, -2, 9)
    height = draw.choice([sympy.Integer(0), positive(draw), -positive(draw)])

    def value(at: Any) -> Any:
        return bend * (at - root) ** 2 + height

    least = min(value(low), value(low + span), *([height] if bend > 0 and low <= root <= low + span else []))
    form = bend * norm(matrix @ x - root * x) ** 2 + height * norm(x) ** 2
    return ForAll((matrix, x), then=sympy.Ge(form, 0, evaluate=False)), known(least >= 0)


@family
def contraction_of_a_step(draw: Random) -> tuple[Any, str]:
    low, span, step = positive(draw), positive(draw), positive(draw) / 10
    f = functions("f", smooth=low + span, strongly=low)
    rate = max((1 - step * low) ** 2, (1 - step * (low + span)) ** 2) * draw.choice([1, 1, Rational(99, 100), Rational(101, 100)])
    apart = (x - step * gradient(f, x)) - (y - step * gradient(f, y))
    holds = rate >= max((1 - step * low) ** 2, (1 - step * (low + span)) ** 2)
    return ForAll((f, x, y), then=norm(apart) ** 2 <= rate * norm(x - y) ** 2), known(holds)


@family
def two_steps_on_a_quadratic_function(draw: Random) -> tuple[Any, str]:
    """What is left is largest at an end of the curvatures, or between the steps."""
    low, span, one, two = positive(draw), positive(draw), positive(draw) / 10, positive(draw) / 10
    f = functions("f", quadratic=True, smooth=low + span, strongly=low)

    def left(at: Any) -> Any:
        return abs((1 - one * at) * (1 - two * at))

    turn = (one + two) / (2 * one * two)
    most = max(left(low), left(low + span), *([left(turn)] if low <= turn <= low + span else []))
    rate = most * draw.choice([1, 1, Rational(99, 100), Rational(101, 100)])
    first = x - one * gradient(f, x)
    end = first - two * gradient(f, first)
    return ForAll((f, x), then=norm(end - minimizer(f)) <= rate * norm(x - minimizer(f))), known(rate >= most)


@family
def along_an_eigenvector(draw: Random) -> tuple[Any, str]:
    """What powers of a matrix and steps by it make of an eigenvector, or of one that is misprinted."""
    low, span, step, value = positive(draw), positive(draw), positive(draw) / 10, fraction(draw)
    matrix = matrices("A", eigenvalues_in=(low, low + span))
    shift = draw.choice([0, 0, Rational(1, 10)])
    then, exact = draw.choice(
        [
            (Eq(matrix @ (matrix @ x), (t**2 + shift) * x), shift == 0),
            (Eq(x - step * (matrix @ x), (1 - step * t + shift) * x), shift == 0),
            (Eq(dot(x, matrix @ y), (t + shift) * dot(x, y)), shift == 0),
            (And(low + shift <= t, t <= low + span), shift == 0),
            (t <= value, value >= low + span),
        ]
    )
    supposed = And(Eq(matrix @ x, t * x), Ne(x, 0))
    return ForAll((matrix, x, y, t), given=supposed, then=then), known(exact)


@family
def vectors_that_are_equal(draw: Random) -> tuple[Any, str]:
    """A vector by an equation, in another."""
    p, q, r = fraction(draw, 1, 4), fraction(draw, 1, 4), positive(draw)
    off = draw.choice([0, 0, 1])
    given = Eq(x, p * y + q * z)
    then, holds = draw.choice(
        [
            (Eq(r * x - r * q * z, (r * p + off) * y), off == 0),
            (Eq(norm(x - q * z) ** 2, (p**2 + off) * norm(y) ** 2), off == 0),
            (norm(x) <= (abs(p) - off * abs(p) / 2) * norm(y) + abs(q) * norm(z), off == 0 or p == 0),
        ]
    )
    return ForAll((x, y, z), given=given, then=then), known(holds)


@family
def descent_of_a_step(draw: Random) -> tuple[Any, str]:
    bound, step = positive(draw), positive(draw) / 10
    f = functions("f", smooth=bound)
    share = step * (1 - bound * step / 2) - draw.choice([0, 0, Rational(1, 50), -Rational(1, 50)])
    holds = share <= step * (1 - bound * step / 2)
    end = x - step * gradient(f, x)
    return ForAll((f, x), then=f(end) <= f(x) - share * norm(gradient(f, x)) ** 2), known(holds)


@family
def contraction_of_a_proximal_step(draw: Random) -> tuple[Any, str]:
    low, step = positive(draw), positive(draw)
    f = functions("f", strongly=low)
    rate = draw.choice([1, Rational(99, 100), Rational(101, 100)]) / (1 + step * low)
    return ForAll((f, x, y), then=norm(proximal(f, step, x) - proximal(f, step, y)) <= rate * norm(x - y)), known(
        rate >= 1 / (1 + step * low)
    )


@family
def perturbed_certificate(draw: Random) -> tuple[Any, str]:
    p, q, share = fraction(draw, 1, 4), fraction(draw, 1, 4), positive(draw)
    moved = share + draw.choice([0, 0, Rational(1, 100), -Rational(1, 100), -2 * share])
    form = norm(p * x + q * y) ** 2 + share * dot(x, y) - norm(x) ** 2
    statement = ForAll((x, y), given=dot(x, y) >= 0, then=-(norm(x) ** 2) <= form, certificate={dot(x, y) >= 0: moved})
    left = 2 * p * q + share - moved
    return statement, TRUE if moved >= 0 and left**2 <= 4 * p**2 * q**2 else REFUSED


@family
def variance_of_a_combination(draw: Random) -> tuple[Any, str]:
    p, q, k, h = positive(draw) / 4, fraction(draw, -3, 3) or sympy.Integer(1), positive(draw), positive(draw)
    matrix = sympy.Matrix([[k - p**2, -p * q], [-p * q, h - q**2]])
    then = Var(p * LEFT_ONE + q * RIGHT_ONE) <= k * Var(LEFT_ONE) + h * Var(RIGHT_ONE)
    return ForAll((LEFT_ONE, RIGHT_ONE), then=then), known(is_semidefinite(matrix))


@family
def convex_function_of_a_mean(draw: Random) -> tuple[Any, str]:
    name, convex, given = draw.choice(CURVES)
    turned = draw.random() < 0.5
    sides = (name(E(OUTCOME)), E(name(OUTCOME)))
    low, high = sides[::-1] if turned else sides
    return ForAll(OUTCOME, given=given, then=low <= high), known(convex != turned)


@family
def orthonormal_vectors(draw: Random) -> tuple[Any, str]:
    """Bessel's inequality with a weight for each: true where none is above the bound."""
    count, most = draw.choice([2, 3]), draw.choice([1, 1, Rational(3, 2)])
    weights = [draw.choice([1, 1, Rational(1, 2), 1 + Rational(1, 10)]) for _ in range(count)]
    points, other = (x, y, z)[:count], vectors("w")
    right = [Eq(dot(p, q), 0) for place, p in enumerate(points) for q in points[:place]]
    given = And(*right, *(Eq(norm(p), 1) for p in points))
    shares = sum(weight * dot(other, p) ** 2 for weight, p in zip(weights, points, strict=True))
    return ForAll((*points, other), given=given, then=shares <= most * norm(other) ** 2), known(max(weights) <= most)


@family
def mean_of_a_product(draw: Random) -> tuple[Any, str]:
    """Cauchy and Schwarz, and less: at a constant other than zero both sides are equal."""
    shapes = (lambda at: at, sympy.Abs, sympy.exp, lambda at: at**2)
    one, other = draw.choice(shapes)(LEFT_ONE), draw.choice([*shapes, lambda _: sympy.Integer(1)])(RIGHT_ONE)
    factor = draw.choice([1, 1, 2, Rational(9, 10)])
    squares = E(one**2) * (E(other**2) if other != 1 else 1)
    product = E(draw.choice([sympy.Abs, lambda at: at])(one * other))
    then = product**2 <= factor * squares if draw.random() < 0.5 else product <= sympy.sqrt(factor * squares)
    return ForAll((LEFT_ONE, RIGHT_ONE), then=then), known(factor >= 1)


@family
def probability_by_a_mean(draw: Random) -> tuple[Any, str]:
    factor, nonnegative = draw.choice([1, 2, Rational(9, 10)]), draw.random() < 0.8
    given = And(t > 0, OUTCOME >= 0) if nonnegative else t > 0
    then = P(t <= OUTCOME) <= factor * E(OUTCOME) / t
    return ForAll((OUTCOME, t), given=given, then=then), known(nonnegative and factor >= 1)


@family
def draws_and_copies(draw: Random) -> tuple[Any, str]:
    kind = draw.choice(["copies", "draws"])
    less = draw.choice([0, 1])
    if kind == "draws":
        values = random("X", of=n, drawn_from=size, mean=m, variance=s**2)
        claimed = Eq(Var(average(values)), s**2 / n * (size - n) / (size - less))
        return ForAll((values, n, size, m, s), given=size >= 2, then=claimed), known(less == 1)
    values = random("X", of=n, mean=m, variance=s**2)
    deviations = E(total((values - average(values)) ** 2))
    return ForAll((values, n, m, s), given=n >= 2, then=Eq(deviations, (n - less) * s**2)), known(less == 1)


@family
def copies_in_an_interval(draw: Random) -> tuple[Any, str]:
    """What the values of copies say of their mean, or a little more than that."""
    low, width = fraction(draw), positive(draw)
    values, high = random("X", of=n), low + width
    widest, less = width**2 / 4, draw.choice([0, 0, Rational(1, 50)])
    claimed = draw.choice(
        [
            E(average(values)) >= low + less,
            E(total(values)) <= n * (high - less),
            Var(average(values)) <= (widest - less * widest) / n,
            E(total((values - low) ** 2)) <= n * (width**2 - less * width**2),
        ]
    )
    return ForAll((values, n), given=And(values >= low, values <= high), then=claimed), known(less == 0)


@family
def probability_by_a_variance(draw: Random) -> tuple[Any, str]:
    """Cantelli's bound, Chebyshev's, and less than each."""
    size, less = positive(draw), draw.choice([0, 0, Rational(1, 50)])
    known_spread = random("X", mean=0, variance=1)
    event, least = draw.choice(
        [
            (known_spread >= size, 1 / (1 + size**2)),
            (-size >= known_spread, 1 / (1 + size**2)),
            (sympy.Abs(known_spread) >= size, min(1 / size**2, sympy.Integer(1))),
        ]
    )
    claimed = sympy.Le(P(event), least - less, evaluate=False)
    return ForAll(known_spread, then=claimed), known(less == 0)


@family
def events_together(draw: Random) -> tuple[Any, str]:
    independent = draw.random() < 0.5
    left, right = random("U V", independent=independent)
    one, other = P(left >= t), P(right <= t)
    both, either = P(And(left >= t, right <= t)), P(Or(left >= t, right <= t))
    then, always, apart = draw.choice(
        [
            (both <= one, True, True),
            (either <= one + other, True, True),
            (both >= one + other - 1, True, True),
            (Eq(either, one + other - both), True, True),
            (Eq(both, one * other), False, True),
            (Eq(either, 1 - (1 - one) * (1 - other)), False, True),
            (both >= one + other - Rational(1, 2), False, False),
            (either >= one + other / 2, False, False),
            (Eq(either, one + other), False, False),
        ]
    )
    return ForAll((left, right, t), then=then), known(apart if independent else always)


@family
def weighted_mean(draw: Random) -> tuple[Any, str]:
    """Weights that add up to 1, or not: then only what the sum of the weights makes smaller is left."""
    name, convex, given = draw.choice(CURVES)
    whole = draw.choice([1, 1, 1, 2, Rational(1, 2)])
    turned = draw.random() < 0.5
    sides = (name(total(WEIGHT * VALUE)), total(WEIGHT * name(VALUE)))
    low, high = sides[::-1] if turned else sides
    supposed = And(WEIGHT >= 0, Eq(total(WEIGHT), whole), given.xreplace({OUTCOME: VALUE}))
    degree = DEGREES.get(name)
    scaled = degree is not None and not turned and whole ** (degree - 1) <= 1
    return ForAll((VALUE, WEIGHT, n), given=supposed, then=low <= high), known(scaled or (whole == 1 and convex != turned))


@family
def square_of_a_combination(draw: Random) -> tuple[Any, str]:
    """Of three vectors: shares that add up to a number, and the mean of squares with these shares."""
    first, second, third = reals("p q r")
    whole = draw.choice([1, 1, Rational(1, 2), Rational(11, 10), 2])
    adds_up = draw.choice([Eq(first + second + third, whole), first + second + third <= whole])
    given = And(first >= 0, second >= 0, third >= 0, adds_up)
    square = norm(first * x + second * y + third * z) ** 2
    mean = first * norm(x) ** 2 + second * norm(y) ** 2 + third * norm(z) ** 2
    return ForAll((x, y, z, first, second, third), given=given, then=square <= mean), known(whole <= 1)

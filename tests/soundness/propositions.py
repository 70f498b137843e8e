"""Generates propositions whose truth is known by construction: of every kind, true and false twins, defined and not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isqrt
from random import Random
from typing import Any

import sympy

from probatum import All, AlmostAll, And, Eq, Equal, Exists, ForAll, Ge, Gt, Le, Lt, Multiset, Ne, Orbit, Rounded, after, integers, reals
from probatum.authoring.as_written.calls import called
from probatum.authoring.as_written.operations import divide, multiply, power, subtract

TRUE, FALSE, VACUOUS, UNDEFINED, HOLLOW, REFUSED = "true", "false", "vacuous", "undefined", "hollow", "refused"
x, y, z, t, a, b, c, d, u, v = reals("x y z t a b c d u v")
n, m = integers("n m")


@dataclass(frozen=True, slots=True)
class Known:
    """A proposition with the truth that it has by construction."""

    family: str
    proposition: Any
    truth: str


Family = Callable[[Random], tuple[Any, str]]
FAMILIES: dict[str, Family] = {}
SELDOM = {  # a fifth as often: one takes as long as ten of the others
    "a_factor_for_small_steps",
    "a_line_at_last",
    "a_power_at_last",
    "below_a_bell",
    "beta_integrals",
    "continuity",
    "exponential_inside_a_quantifier",
    "outside_of_condition",
    "powers_towards_e",
    "sums_of_arctangents",
}


def family(make: Family) -> Family:
    """Register a generator under its name."""
    FAMILIES[make.__name__] = make
    return make


def generate(random: Random, name: str | None = None) -> Known:
    """One proposition, of a random family unless one is named."""
    names = sorted(FAMILIES)
    chosen = name or random.choices(names, [0.2 if each in SELDOM else 1 for each in names])[0]
    proposition, truth = FAMILIES[chosen](random)
    return Known(chosen, proposition, truth)


def known(value: bool) -> str:
    """The word for a truth value."""
    return TRUE if value else FALSE


def fraction(random: Random, low: int = -9, high: int = 9) -> sympy.Rational:
    """A small rational number."""
    return sympy.Rational(random.randint(low * 4, high * 4), random.choice([1, 2, 3, 4, 5, 7]))


def positive(random: Random) -> sympy.Rational:
    """A small positive rational number."""
    return sympy.Rational(random.randint(1, 40), random.choice([1, 2, 3, 4, 5, 10]))


def polynomial(random: Random, *symbols: Any, degree: int = 2) -> Any:
    """A sparse polynomial that is not zero."""
    terms = [fraction(random) * sympy.prod([s ** random.randint(0, degree) for s in symbols]) for _ in range(random.randint(1, 3))]
    return sympy.Add(*terms) or symbols[0]


@family
def polynomial_identity(random: Random) -> tuple[Any, str]:
    p, q = polynomial(random, x, y), polynomial(random, x, y)
    wrong = random.random() < 0.5
    other = sympy.expand(p * q) + (fraction(random, 1, 9) * x ** random.randint(0, 3) if wrong else 0)
    return ForAll((x, y), then=Equal(p * q, other)), known(not wrong)


@family
def identity_as_relation(random: Random) -> tuple[Any, str]:
    p = polynomial(random, x, y)
    k = random.choice([sympy.Integer(0), fraction(random, 1, 3)])
    return ForAll((x, y), then=Eq((p + 1) ** 2, sympy.expand(p**2) + 2 * p + 1 + k)), known(k == 0)


@family
def sum_of_squares(random: Random) -> tuple[Any, str]:
    p, q, w = fraction(random), fraction(random), positive(random)
    form = w * (x - p) ** 2 + (y - q) ** 2
    k = random.choice([sympy.Integer(0), positive(random), -positive(random)])
    relation = random.choice([Ge, Gt])
    statement = ForAll((x, y), then=relation(sympy.expand(form) + k, 0))
    return statement, known(k > 0 or (k == 0 and relation is Ge))


@family
def arithmetic_geometric_mean(random: Random) -> tuple[Any, str]:
    half = sympy.Rational(1, 2)
    weight = random.choice([half, half + positive(random) / 50, half - sympy.Rational(1, 20)])
    strict = random.random() < 0.3
    relation = Lt if strict else Le
    given = And(x > 0, y > 0) if strict else And(x >= 0, y >= 0)
    holds = weight > half or (weight == half and not strict)
    return ForAll((x, y), given=given, then=relation(sympy.sqrt(x * y), weight * (x + y))), known(holds)


@family
def triangle_inequality(random: Random) -> tuple[Any, str]:
    p, q = fraction(random, 1, 5), fraction(random, 1, 5)
    reverse = random.random() < 0.5
    left, right = sympy.Abs(p * x + q * y), p * sympy.Abs(x) + q * sympy.Abs(y)
    return ForAll((x, y), then=(Ge if reverse else Le)(left, right)), known(not reverse)


@family
def cauchy_schwarz(random: Random) -> tuple[Any, str]:
    k = random.choice([sympy.Integer(1), 1 + positive(random), sympy.Rational(random.randint(1, 9), 10)])
    return ForAll((a, b, c, d), then=Le((a * c + b * d) ** 2, k * (a**2 + b**2) * (c**2 + d**2))), known(k >= 1)


@family
def convexity(random: Random) -> tuple[Any, str]:
    lead = random.choice([sympy.Integer(0), positive(random), -positive(random)])
    linear = fraction(random)

    def f(s: Any) -> Any:
        return lead * s**2 + linear * s

    given = And(t >= 0, t <= 1)
    return ForAll((x, y, t), given=given, then=Le(f(t * x + (1 - t) * y), t * f(x) + (1 - t) * f(y))), known(lead >= 0)


def _square_of_sech(s: Any) -> Any:
    return 1 - sympy.tanh(s) ** 2


@family
def derivative(random: Random) -> tuple[Any, str]:
    inner = polynomial(random, x)
    f, outer = random.choice([(sympy.exp, sympy.exp), (sympy.sin, sympy.cos), (sympy.tanh, _square_of_sech)])
    wrong = random.choice([0, 0, fraction(random, 1, 2)])
    return ForAll(x, then=Equal(sympy.diff(f(inner), x), outer(inner) * sympy.diff(inner, x) + wrong)), known(wrong == 0)


@family
def limit_of_quotient(random: Random) -> tuple[Any, str]:
    p, q, wrong = fraction(random, 1, 5), fraction(random, 1, 5), random.choice([0, 0, fraction(random, 1, 2)])
    quotient = (p * x**2 + fraction(random) * x + 1) / (q * x**2 + 1)
    return Equal(sympy.Limit(quotient, x, sympy.oo), p / q + wrong), known(wrong == 0)


@family
def orbit_sign(random: Random) -> tuple[Any, str]:
    factor, start = fraction(random, -2, 2), positive(random)
    return Orbit(x, start, factor * x, then=Lt(after(x) * x, 0)), known(factor < 0)


@family
def orbit_contraction(random: Random) -> tuple[Any, str]:
    factor, start = fraction(random, -2, 2), positive(random)
    return Orbit(x, start, factor * x, then=Lt(sympy.Abs(after(x)), sympy.Abs(x)), invariant=Ne(x, 0) if factor else None), known(
        0 < abs(factor) < 1
    )


@family
def orbit_for_all_rates(random: Random) -> tuple[Any, str]:
    k = random.choice([sympy.Rational(1), sympy.Rational(2), sympy.Rational(5, 2), sympy.Rational(3, 2), sympy.Rational(3)])
    given = And(a > 0, b > 0, b < k / a, Ne(c, 0), Ne(a * b, 1))
    shrinks = Orbit(x, c, x * (1 - a * b), then=Lt(after(x) ** 2, x**2), invariant=Ne(x, 0))
    return ForAll((a, b, c), given=given, then=shrinks), known(k <= 2)


@family
def rounding(random: Random) -> tuple[Any, str]:
    radicand, places = random.randint(2, 999), random.randint(1, 8)
    scaled = isqrt(4 * radicand * 10 ** (2 * places))
    nearest = (scaled + 1) // 2 + random.choice([0, 0, 0, 1, -1])
    distance = abs(sympy.sqrt(radicand) - sympy.Rational(nearest, 10**places))
    text = f"{str(nearest).rjust(places + 1, '0')[:-places]}.{str(nearest).rjust(places + 1, '0')[-places:]}"
    return Rounded(sympy.sqrt(radicand), text), known(bool(distance.evalf(60) <= sympy.Rational(1, 2 * 10**places)))


@family
def rounding_of_sum(random: Random) -> tuple[Any, str]:
    tenths = [random.randint(1, 99) for _ in range(3)]
    shift = random.choice([0, 0, 1, -1])
    total = sum(tenths) + shift
    return Rounded(sympy.Rational(sum(tenths), 10), f"{total // 10}.{total % 10}"), known(shift == 0)


@family
def square_roots_exist(random: Random) -> tuple[Any, str]:
    low = random.choice([sympy.Integer(0), positive(random), -positive(random)])
    return ForAll(x, given=x >= low, then=Exists(y, then=Eq(y**2, x))), known(low >= 0)


@family
def linear_equations_have_solutions(random: Random) -> tuple[Any, str]:
    nonzero = random.random() < 0.5
    given = Ne(a, 0) if nonzero else a >= 0
    return ForAll((a, b), given=given, then=Exists(x, then=Eq(a * x, b))), known(nonzero)


@family
def least_element(random: Random) -> tuple[Any, str]:
    k = fraction(random)
    relation = random.choice([Le, Gt])
    return Exists(x, then=ForAll(y, then=relation(x, (y - k) ** 2))), known(relation is Le)


@family
def every_bound_is_exceeded(random: Random) -> tuple[Any, str]:
    k = positive(random)
    bounded = random.random() < 0.5
    given = And(y > 0, y < k) if bounded else y > 0
    return ForAll(x, then=Exists(y, given=given, then=Gt(y, x))), known(not bounded)


@family
def step_size(random: Random) -> tuple[Any, str]:
    k = random.choice([sympy.Integer(2), sympy.Rational(19, 10), sympy.Rational(21, 10), sympy.Integer(1), sympy.Integer(3)])
    return ForAll((a, b), given=And(a > 0, b > 0, b < k / a), then=Lt(sympy.Abs(1 - a * b), 1)), known(k <= 2)


@family
def fastest_direction(random: Random) -> tuple[Any, str]:
    sharp = random.random() < 0.5
    bound = b < 2 / (x + y) if sharp else b < 2 / y
    given = And(x > 0, x < y, b > 0, bound)
    return ForAll((b, x, y), given=given, then=Lt(sympy.Abs(1 - b * y), sympy.Abs(1 - b * x))), known(sharp)


@family
def outside_of_condition(random: Random) -> tuple[Any, str]:
    k = random.choice([4, 4, 3, 5])
    given = And(a > 0, c > 0, b**2 > k * a * c)
    return ForAll((a, b, c), given=given, then=Exists((x, y), then=Lt(a * x**2 + b * x * y + c * y**2, 0))), known(k >= 4)


@family
def reciprocal_sum(random: Random) -> tuple[Any, str]:
    w = positive(random)
    k = random.choice([2, 2 - sympy.Rational(1, 10), 2 + sympy.Rational(1, 10)])
    return ForAll(x, given=x > 0, then=Ge(x / w + w / x, k)), known(k <= 2)


@family
def division_at_a_pole(random: Random) -> tuple[Any, str]:
    pole, low = fraction(random), fraction(random)
    given = x > low
    statement = ForAll(x, given=given, then=Ge(1 / (x - pole) ** 2, 0))
    return statement, TRUE if low >= pole else UNDEFINED


@family
def root_of_negative(random: Random) -> tuple[Any, str]:
    low, offset = fraction(random), fraction(random)
    return ForAll(x, given=x >= low, then=Ge(sympy.sqrt(x - offset), 0)), TRUE if low >= offset else UNDEFINED


@family
def logarithm(random: Random) -> tuple[Any, str]:
    strict = random.random() < 0.5
    return ForAll(x, given=x > 0, then=(Lt if strict else Le)(sympy.log(x), x - 1)), known(not strict)


@family
def extremes(random: Random) -> tuple[Any, str]:
    p = fraction(random, 1, 5)
    low, high = sympy.Min(x, p * y), sympy.Max(x, p * y)
    return random.choice(
        [
            (ForAll((x, y), then=Ge(high, (x + p * y) / 2)), TRUE),
            (ForAll((x, y), then=Gt(high, low)), FALSE),
            (ForAll((x, y), then=Equal(high + low, x + p * y)), TRUE),
            (ForAll((x, y), then=Le(high - low, sympy.Abs(x - p * y))), TRUE),
            (ForAll((x, y), then=Lt(high - low, sympy.Abs(x - p * y))), FALSE),
        ]
    )


@family
def piecewise_function(random: Random) -> tuple[Any, str]:
    k = fraction(random)
    f = sympy.Piecewise((x - k, x >= k), (k - x, True))
    wrong = random.random() < 0.5
    return ForAll(x, then=Eq(f, sympy.Abs(x - k) + (sympy.Rational(1, 10) if wrong else 0))), known(not wrong)


@family
def empty_hypotheses(random: Random) -> tuple[Any, str]:
    k = fraction(random)
    given = random.choice([And(x > k, x < k - 1), And(x**2 < 0, y > k), And(x >= k, x <= k, Ne(x, k)), And(x + y > 2, x < 1, y < 1)])
    return ForAll((x, y), given=given, then=Ge(x + y, k)), VACUOUS


@family
def exponential_bounds(random: Random) -> tuple[Any, str]:
    k = random.choice([sympy.Rational(5, 2), sympy.Rational(27, 10), sympy.Rational(28, 10), sympy.Integer(3)])
    return random.choice(
        [
            (ForAll(x, then=Ge(sympy.exp(x), 1 + x)), TRUE),
            (ForAll(x, then=Gt(sympy.exp(x), 1 + x)), FALSE),
            (ForAll(x, given=And(x >= 1, x <= 2), then=Gt(sympy.exp(x), k)), known(k < sympy.Rational(271828, 100000))),
            (ForAll((x, y), given=x < y, then=Lt(sympy.exp(x), sympy.exp(y))), TRUE),
            (ForAll((x, y), given=x <= y, then=Lt(sympy.exp(x), sympy.exp(y))), FALSE),
        ]
    )


@family
def exponential_inside_a_quantifier(random: Random) -> tuple[Any, str]:
    k = random.choice([sympy.Rational(1, 100), sympy.Rational(7, 10), sympy.Rational(3, 4), sympy.Integer(2)])
    reached = Exists(y, given=y > 1, then=Eq(sympy.exp(y), 1 + y + k + x))
    return ForAll(x, given=x >= 0, then=reached), known(k > sympy.Rational(71829, 100000))


@family
def hyperbolic_functions_of_powers(random: Random) -> tuple[Any, str]:
    """f(x^p) > c > f(0) leaves out zero, and what is below it where p is odd, as the power is then."""
    function, least = random.choice([(sympy.sinh, 0), (sympy.tanh, 0), (sympy.cosh, 1)])
    power, bound = random.choice([2, 3, 4]), least + sympy.Rational(random.randint(1, 9), 10)
    true = Ne(x, 0) if function == sympy.cosh or power % 2 == 0 else x > 0
    wrong = random.random() < 0.5
    then = random.choice([x < 0, Eq(x, 0)]) if wrong else true
    return ForAll(x, given=function(x**power) > bound, then=then), known(not wrong)


@family
def sums_of_one_over_their_length(random: Random) -> tuple[Any, str]:
    """The sum of m/n over all m up to n is (n + 1)/2, and zero where there are none."""
    start, weight = random.choice([0, 1, 2]), fraction(random, 1, 5)
    total = sympy.Sum(weight * m / n, (m, 1, n))
    return ForAll(n, given=n >= start, then=Eq(total, weight * (n + 1) / 2)), known(start > 0)


@family
def sets_of_extremes(random: Random) -> tuple[Any, str]:
    p, wrong = fraction(random, 1, 5), random.random() < 0.5
    both = Multiset((sympy.Min(x, p * y), sympy.Max(x, p * y)))
    return ForAll((x, y), then=Equal(both, (x, x) if wrong else (x, p * y))), known(not wrong)


@family
def logistic_slope(random: Random) -> tuple[Any, str]:
    k = random.choice([sympy.Rational(1, 4), sympy.Rational(6, 25), sympy.Rational(13, 50)])
    slope = sympy.exp(-x) / (1 + sympy.exp(-x)) ** 2
    return ForAll(x, then=Le(slope, k)), known(k >= sympy.Rational(1, 4))


@family
def saturation(random: Random) -> tuple[Any, str]:
    given = And(a >= 0, a < b) if random.random() < 0.5 else a < b
    slopes = Lt(1 - sympy.tanh(b) ** 2, 1 - sympy.tanh(a) ** 2)
    return ForAll((a, b), given=given, then=slopes), known(isinstance(given, sympy.And))


@family
def sine_on_an_interval(random: Random) -> tuple[Any, str]:
    low = random.choice([sympy.Rational(1, 10), sympy.Rational(1, 5), sympy.Rational(-1, 5)])
    return ForAll(x, given=And(low <= x, x <= 1), then=Lt(sympy.sin(x), x)), known(low > 0)


@family
def integers_have_gaps(random: Random) -> tuple[Any, str]:
    k, whole = random.randint(-5, 5), random.random() < 0.5
    s = n if whole else x
    given = And(s >= k - 3, s <= k + 4)
    return ForAll(s, given=given, then=Ge((s - k) * (s - k - 1), 0)), known(whole)


@family
def real_roots_exist(random: Random) -> tuple[Any, str]:
    p, q, r = positive(random), fraction(random), fraction(random)
    return Exists(x, then=Eq(p * x**2 + q * x + r, 0)), known(q**2 >= 4 * p * r)


@family
def integer_squares(random: Random) -> tuple[Any, str]:
    target = random.randint(0, 120)
    return Exists(n, given=And(n >= 0, n <= 15), then=Eq(n**2, target)), known(isqrt(target) ** 2 == target)


@family
def multisets(random: Random) -> tuple[Any, str]:
    values = [random.randint(1, 3) for _ in range(random.randint(2, 4))]
    other = random.sample(values, len(values))
    wrong = random.random() < 0.5
    if wrong:
        other = [*other, other[0]] if random.random() < 0.5 else [other[0] + 7, *other[1:]]
    return Equal(Multiset(tuple(values)), tuple(other)), known(not wrong)


@family
def matrices(random: Random) -> tuple[Any, str]:
    p, q, wrong = fraction(random), fraction(random), random.choice([0, 0, 1])
    rotation = sympy.Matrix([[sympy.cos(x), -sympy.sin(x)], [sympy.sin(x), sympy.cos(x)]])
    scale = sympy.Matrix([[p**2 + q**2 + 1, 0], [0, p**2 + q**2 + 1 + wrong]])
    return ForAll(x, then=Equal(rotation.T * scale * rotation, scale)), known(wrong == 0)


@family
def almost_all_points(random: Random) -> tuple[Any, str]:
    p = polynomial(random, x, y) + x * y**3
    zero = random.random() < 0.5
    expression = sympy.expand(p * (x + 1)) - p * x - p if zero else p
    return AlmostAll((x, y), then=Ne(expression, 0)), known(not zero)


@family
def almost_all_inequality(random: Random) -> tuple[Any, str]:
    k = random.choice([sympy.Integer(0), positive(random)])
    return AlmostAll((x, y), then=Ge(x**2 + y**2, k)), known(k == 0)


@family
def algebraic_point(random: Random) -> tuple[Any, str]:
    square = random.choice([2, 3, 5, 7, 11])
    k = sympy.Rational(isqrt(square * 100) + random.choice([0, 1]), 10)
    return ForAll(x, given=And(Eq(x**2, square), x > 0), then=Lt(x, k)), known(k**2 > square)


@family
def conjunction(random: Random) -> tuple[Any, str]:
    parts = [generate(random, random.choice(["sum_of_squares", "multisets", "rounding_of_sum", "step_size"])) for _ in range(2)]
    return All(*(part.proposition for part in parts)), known(all(part.truth == TRUE for part in parts))


@family
def nested_roots(random: Random) -> tuple[Any, str]:
    k = random.choice([0, 1])
    return ForAll(x, given=x >= 0, then=Exists(y, given=y >= 0, then=Eq(sympy.sqrt(y + k), sympy.sqrt(x) + k))), known(True)


@family
def huge_powers(random: Random) -> tuple[Any, str]:
    exponent = random.randint(50, 400)
    wrong = random.random() < 0.5
    left, right = sympy.Integer(3) ** exponent, sympy.Integer(3) ** exponent + (0 if wrong else 1)
    return ForAll((), then=Lt(sympy.sqrt(left), sympy.sqrt(right))), known(not wrong)


@family
def as_written(random: Random) -> tuple[Any, str]:
    """What the algebra system evaluates to something defined everywhere, under what makes it defined or without it."""
    slope = random.choice([-3, -2, -1, 1, 2, 3])
    g = slope * x + fraction(random)
    traps: list[tuple[Callable[[], Any], Any, Any]] = [
        (lambda: divide(g, g), sympy.Integer(1), Ne(g, 0)),
        (lambda: multiply(divide(y, g), g), y, Ne(g, 0)),
        (lambda: power(sympy.sqrt(g), 2), g, Ge(g, 0)),
        (lambda: called(sympy.exp)(sympy.log(g)), g, Gt(g, 0)),
        (lambda: subtract(sympy.log(g), sympy.log(g)), sympy.Integer(0), Gt(g, 0)),
        (lambda: multiply(0, sympy.log(g)), sympy.Integer(0), Gt(g, 0)),
        (lambda: called(sympy.diff)(sympy.Abs(g), x), slope * sympy.sign(g), Ne(g, 0)),
        (lambda: called(sympy.cancel)((g**2 - 1) / (g - 1)), g + 1, Ne(g, 1)),
    ]
    write, meaning, needed = random.choice(traps)
    supposed, off = random.choice([True, True, False]), random.choice([0, 0, 1])
    statement = ForAll((x, y), given=needed if supposed else sympy.true, then=Eq(write(), meaning + off))
    return statement, known(not off) if supposed else UNDEFINED


@family
def hollow(random: Random) -> tuple[Any, str]:
    """A conclusion that is supposed, flipped or turned; one that is weaker, and one that is stronger."""
    bound, step, factor = fraction(random), positive(random), positive(random)
    given = And(Gt(x, bound), Lt(y, x + positive(random)))
    says = [
        (ForAll((x, y), given=given, then=Lt(factor * bound, factor * x)), HOLLOW),
        (ForAll((x, y), given=given, then=And(Gt(-bound, -x), Gt(x, bound))), HOLLOW),
        (ForAll(x, given=Gt(x, bound), then=ForAll(y, given=Lt(y, x), then=Gt(x, bound))), HOLLOW),
        (ForAll((x, y), then=Eq(g := polynomial(random, x, y), g)), HOLLOW),
        (ForAll((x, y), given=x > y + bound, then=Lt(bound - x + y, 0)), HOLLOW),
        (Exists((x, y), given=And(x > bound, y > x), then=Ge(factor * y, factor * x)), HOLLOW),
        (Exists((x, y), given=And(x > bound, y > x), then=Gt(y, x + factor)), TRUE),
        (ForAll((x, y), given=given, then=Gt(x, bound - step)), TRUE),
        (ForAll((x, y), given=given, then=Gt(x, bound + step)), FALSE),
    ]
    return random.choice(says)

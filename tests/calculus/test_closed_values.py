"""Statements about closed integrals, series, limits and derivatives, each with its truth found by hand or by mpmath."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import flint
import pytest
import sympy
from sympy import E, I, Integral, Limit, Matrix, Max, Min, Piecewise, Product, Rational, Subs, Sum, cos, exp, log, oo, pi, sin, sqrt, zeta

import probatum
from probatum.calculus import proposals
from probatum.calculus.carrying_out import value
from probatum.calculus.closed_value import Exact, agrees
from probatum.calculus.integration.integrals import DIGITS, integral
from probatum.decide.deciding import decide
from probatum.decision import Decided, Outcome, Strength, Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.proposition.kinds import Equal, ForAll, proposition
from probatum.proposition.reading.sentences import latex_of, words_of
from probatum.proposition.relation import Eq, Ge, Gt, Lt, Ne
from probatum.proposition.sense.reality import COMPLEX
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.unknown import unknown
from tests.each import each

x, y = reals("x y")
n, k = integers("n k")
p = sympy.Symbol("p", positive=True)
step = Piecewise((1, x > 0), (2, True))
EIGENVALUES = sympy.Tuple(*Matrix([[1, 1, 0], [1, 2, 1], [0, 1, 5]]).eigenvals())
TRUE, FALSE, UNDEFINED, UNDECIDED, MALFORMED = "true", "false", "undefined", "undecided", "malformed"
Make = Callable[[], Any]


def found(make: Make) -> Decided:
    return decide(proposition(make(), "test"))


def answer(make: Make) -> str:
    """What the deciders say; a sample counts as undecided."""
    try:
        decided = found(make)
    except UndefinedError:
        return UNDEFINED
    except DefinitionError:
        return MALFORMED
    return str(decided.truth) if decided.truth is not Truth.TRUE or decided.agreeing else UNDECIDED


INTEGRALS: list[tuple[str, Make, str]] = [
    ("abs(cos)", lambda: Equal(Integral(abs(cos(x)), (x, -pi / 2, 0)), 1), TRUE),
    ("abs(cos), SymPy's value", lambda: Equal(Integral(abs(cos(x)), (x, -pi / 2, 0)), -1), FALSE),
    ("a maximum", lambda: Equal(Integral(Max(sin(x), 0), (x, -pi, pi)), 2), TRUE),
    ("a maximum, SymPy's value", lambda: Equal(Integral(Max(sin(x), 0), (x, -pi, pi)), 0), FALSE),
    ("a power and e^x - 1", lambda: Equal(Integral(x / (exp(x) - 1), (x, 0, oo)), pi**2 / 6), TRUE),
    ("a power and e^x - 1, doubled", lambda: Equal(Integral(x / (exp(2 * x) - 1), (x, 0, oo)), pi**2 / 12), FALSE),
    ("a power and e^x + 1", lambda: Equal(Integral(x / (exp(x) + 1), (x, 0, oo)), pi**2 / 12), TRUE),
    ("a square and e^x + 1", lambda: Equal(Integral(x**2 / (exp(x) + 1), (x, 0, oo)), 3 * zeta(3) / 2), TRUE),
    ("e^x + 1", lambda: Equal(Integral(1 / (exp(x) + 1), (x, 0, oo)), log(2)), TRUE),
    ("e^x - 1", lambda: Equal(Integral(1 / (exp(x) - 1), (x, 0, oo)), log(2)), FALSE),
    ("an odd zeta value", lambda: Equal(Integral(x**2 / (exp(x) - 1), (x, 0, oo)), 2 * sympy.zeta(3)), TRUE),
    ("a logarithm and 1 - x", lambda: Equal(Integral(log(x) / (1 - x), (x, 0, 1)), -(pi**2) / 6), TRUE),
    ("a logarithm and 1 + x", lambda: Equal(Integral(log(x) / (1 + x), (x, 0, 1)), -(pi**2) / 6), FALSE),
    ("a wave below a bell", lambda: Equal(Integral(exp(-(x**2)) * cos(x), (x, -oo, oo)), sqrt(pi) * exp(-Rational(1, 4))), TRUE),
    ("a logarithm at an end", lambda: Equal(Integral(sqrt(1 - x) * log(1 - x), (x, 0, 1)), -Rational(4, 9)), TRUE),
    ("a logarithm at an end, SymPy's value", lambda: Equal(Integral(sqrt(1 - x) * log(1 - x), (x, 0, 1)), 0), FALSE),
    ("a pole inside", lambda: Equal(Integral(1 / (1 + cos(x)), (x, 0, 2 * pi)), 0), FALSE),
    ("a pole inside, of one sign", lambda: Equal(Integral(1 / (1 + cos(x)), (x, 0, 2 * pi)), oo), TRUE),
    ("a pole outside", lambda: Equal(Integral(1 / (1 + cos(x)), (x, 0, pi / 2)), 1), TRUE),
    ("an antiderivative that jumps", lambda: Equal(Integral(1 / (2 + cos(x)), (x, 0, 2 * pi)), 2 * sqrt(3) * pi / 3), TRUE),
    ("an antiderivative that jumps, without the jump", lambda: Equal(Integral(1 / (2 + cos(x)), (x, 0, 2 * pi)), 0), FALSE),
    ("a pole of both signs", lambda: Equal(Integral(1 / x, (x, -1, 1)), 0), FALSE),
    ("a square pole", lambda: Equal(Integral(1 / x**2, (x, -1, 1)), -2), FALSE),
    ("a kink", lambda: Equal(Integral(abs(x**2 - 2), (x, 0, 2)), 8 * sqrt(2) / 3 - Rational(4, 3)), TRUE),
    ("a kink, overlooked", lambda: Equal(Integral(abs(x**2 - 2), (x, 0, 2)), Rational(4, 3)), FALSE),
    ("a root of the distance", lambda: Equal(Integral(1 / sqrt(abs(x)), (x, -1, 1)), 4), TRUE),
    ("a logarithm of the distance", lambda: Equal(Integral(log(abs(x)), (x, -1, 1)), -2), TRUE),
    ("a logarithm of the distance, wrong", lambda: Equal(Integral(log(abs(x)), (x, -1, 1)), 0), FALSE),
    ("odd and divergent", lambda: Equal(Integral(x / (1 + x**2), (x, -oo, oo)), 0), FALSE),
    ("a jump", lambda: Equal(Integral(sympy.floor(x), (x, 0, Rational(7, 2))), Rational(9, 2)), TRUE),
    ("jumps where squares are whole", lambda: Equal(Integral(sympy.floor(x**2), (x, 0, 2)), 5 - sqrt(3) - sqrt(2)), TRUE),
    ("a remainder", lambda: Equal(Integral(sympy.Mod(x, 1), (x, 0, 4)), 2), TRUE),
    ("a fractional part, wrong", lambda: Equal(Integral(sympy.frac(x), (x, 0, 4)), 1), FALSE),
    ("a ceiling", lambda: Equal(Integral(sympy.ceiling(x), (x, 0, 2)), 3), TRUE),
    ("a power of a floor", lambda: Equal(Integral(2 ** sympy.floor(x), (x, 0, 3)), 7), TRUE),
    ("steps without end", lambda: Equal(Integral(sympy.floor(1 / x), (x, 0, 1)), 7), UNDECIDED),
    ("a jump, wrong", lambda: Equal(Integral(sympy.floor(x), (x, 0, Rational(7, 2))), 4), FALSE),
    ("an infinite range", lambda: Equal(Integral(exp(-(x**2)), (x, -oo, oo)), sqrt(pi)), TRUE),
    ("an infinite range, wrong", lambda: Equal(Integral(exp(-(x**2)), (x, -oo, oo)), pi), FALSE),
    ("that does not converge", lambda: Equal(Integral(sin(x), (x, 0, oo)), 1), FALSE),
    ("that converges by its signs", lambda: Equal(Integral(sin(x) / x, (x, 0, oo)), pi / 2), TRUE),
    ("the harmonic one", lambda: Equal(Integral(1 / x, (x, 1, oo)), oo), TRUE),
    ("a root of the negative", lambda: Equal(Integral(sqrt(x), (x, -1, 1)), Rational(2, 3)), UNDEFINED),
    ("below a bound", lambda: Lt(Integral(x**2, (x, 0, 1)), Rational(1, 2)), TRUE),
    ("below a bound, wrong", lambda: Lt(Integral(x**2, (x, 0, 1)), Rational(1, 4)), FALSE),
    ("without closed form", lambda: Lt(Integral(exp(-(x**3)), (x, 0, 1)), Rational(9, 10)), TRUE),
    ("without closed form, wrong", lambda: Lt(Integral(exp(-(x**3)), (x, 0, 1)), Rational(4, 5)), FALSE),
    ("backwards", lambda: Equal(Integral(x**2, (x, 1, 0)), -Rational(1, 3)), TRUE),
    ("twice", lambda: Equal(Integral(x * y, (x, 0, 1), (y, 0, 2)), 1), TRUE),
    ("twice, wrong", lambda: Equal(Integral(x * y, (x, 0, 1), (y, 0, 2)), 2), FALSE),
    ("to a variable", lambda: ForAll(x, then=Equal(Integral(y**2, (y, 0, x)), x**3 / 3)), TRUE),
    ("to a variable, wrong", lambda: ForAll(x, then=Equal(Integral(y**2, (y, 0, x)), x**3)), FALSE),
    ("a hidden sign", lambda: Equal(Integral(abs(p), (p, -1, 1)), 0), MALFORMED),
]
SERIES: list[tuple[str, Make, str]] = [
    ("telescoping", lambda: Equal(Sum(n / ((n + 2) * (n + 4) * (n + 8)), (n, 1, oo)), Rational(4, 35)), TRUE),
    ("telescoping, SymPy's value", lambda: Equal(Sum(n / ((n + 2) * (n + 4) * (n + 8)), (n, 1, oo)), Rational(521, 25200)), FALSE),
    ("a term that divides by zero", lambda: Equal(Sum(1 / (k**2 + k), (k, -5, oo)), -Rational(1, 5)), UNDEFINED),
    ("a term that divides by zero far out", lambda: Equal(Sum(1 / (k - 1000), (k, 1, oo)), 1), UNDEFINED),
    ("from where none divides by zero", lambda: Equal(Sum(1 / (k**2 + k), (k, 1, oo)), 1), TRUE),
    ("inverse squares", lambda: Equal(Sum(1 / k**2, (k, 1, oo)), pi**2 / 6), TRUE),
    ("inverse squares, and a constant", lambda: Equal(Sum(1 / k**2 + 1, (k, 1, oo)), pi**2 / 6), FALSE),
    ("inverse fourth powers less a constant", lambda: Equal(Sum(1 / (k + 1) ** 4 - 2, (k, 0, oo)), -oo), TRUE),
    ("poles without a formula", lambda: Gt(Sum(1 / (k**7 + 2), (k, 0, oo)), Rational(8415, 10**4)), TRUE),
    ("poles without a formula, too large", lambda: Gt(Sum(1 / (k**7 + 2), (k, 0, oo)), Rational(8416, 10**4)), FALSE),
    ("poles without a short formula, both ways", lambda: Gt(Sum(1 / (k**4 + k + 3), (k, -oo, oo)), Rational(101, 100)), TRUE),
    ("poles of order 2, alternating", lambda: Lt(Sum((-1) ** k / (k**2 + k + 1) ** 2, (k, 0, oo)), Rational(905, 1000)), TRUE),
    ("poles of order 2, alternating, too small", lambda: Lt(Sum((-1) ** k / (k**2 + k + 1) ** 2, (k, 0, oo)), Rational(904, 1000)), FALSE),
    ("poles of order 14", lambda: Gt(Sum(1 / (k**2 + k + 1) ** 14, (k, 0, oo)), Rational(100000020907, 10**11)), TRUE),
    ("poles of order 14, too large", lambda: Gt(Sum(1 / (k**2 + k + 1) ** 14, (k, 0, oo)), Rational(100000020908, 10**11)), FALSE),
    ("irrational coefficients", lambda: Gt(Sum(1 / (k**2 + sqrt(2) * k + pi), (k, 1, oo)), Rational(5673, 10**4)), TRUE),
    ("inverse squares, nearly", lambda: Equal(Sum(1 / k**2, (k, 1, oo)), pi**2 / 6 + Rational(1, 10**40)), FALSE),
    ("alternating", lambda: Equal(Sum((-1) ** (k + 1) / k, (k, 1, oo)), log(2)), TRUE),
    ("alternating, the other sign", lambda: Equal(Sum((-1) ** k / k, (k, 1, oo)), log(2)), FALSE),
    ("harmonic", lambda: Equal(Sum(1 / k, (k, 1, oo)), 100), FALSE),
    ("harmonic, infinite", lambda: Equal(Sum(1 / k, (k, 1, oo)), oo), TRUE),
    ("that swings", lambda: Equal(Sum((-1) ** k, (k, 0, oo)), Rational(1, 2)), FALSE),
    ("geometric", lambda: Equal(Sum(Rational(-1, 3) ** k, (k, 0, oo)), Rational(3, 4)), TRUE),
    ("geometric, growing", lambda: Equal(Sum(2**k, (k, 0, oo)), -1), FALSE),
    ("exponential", lambda: Equal(Sum(1 / sympy.factorial(k), (k, 0, oo)), E), TRUE),
    ("exponential, from one", lambda: Equal(Sum(1 / sympy.factorial(k), (k, 1, oo)), E), FALSE),
    ("finite", lambda: Equal(Sum(k, (k, 1, 100)), 5050), TRUE),
    ("finite and long", lambda: Equal(Sum(k, (k, 1, 10**9)), 10**9 * (10**9 + 1) // 2 + 1), FALSE),
    ("of no terms", lambda: Equal(Sum(k, (k, 5, 4)), 0), TRUE),
    ("of fewer than no terms", lambda: Equal(Sum(k, (k, 5, 2)), -7), UNDEFINED),
    ("to a variable", lambda: ForAll(n, given=Ge(n, 1), then=Equal(Sum(k, (k, 1, n)), n * (n + 1) / 2)), TRUE),
    ("to a variable, wrong", lambda: ForAll(n, given=Ge(n, 1), then=Equal(Sum(k, (k, 1, n)), n * (n - 1) / 2)), FALSE),
    ("to a variable below its start", lambda: ForAll(n, then=Equal(Sum(k, (k, 1, n)), n * (n + 1) / 2)), UNDEFINED),
    ("of powers to a variable", lambda: ForAll(n, given=Ge(n, 1), then=Eq(Sum(2**k, (k, 0, n - 1)), 2**n - 1)), TRUE),
    ("a name used twice", lambda: ForAll(x, given=Gt(x, 1), then=Gt(x + Sum(x, (x, 1, 3)), 7)), TRUE),
    ("a name used twice, wrong", lambda: ForAll(x, given=Gt(x, 1), then=Gt(x + Sum(x, (x, 1, 3)), 8)), FALSE),
    ("a product", lambda: Equal(Product(1 - 1 / k**2, (k, 2, oo)), Rational(1, 2)), TRUE),
    ("a product, wrong", lambda: Equal(Product(1 - 1 / k**2, (k, 2, oo)), 0), FALSE),
    ("a factor that divides by zero", lambda: Equal(Product(1 / k, (k, -2, 2)), 0), UNDEFINED),
]
LIMITS: list[tuple[str, Make, str]] = [
    ("of a step from the right", lambda: Equal(Limit(step, x, 0, "+"), 1), TRUE),
    ("of a step from the right, the left one", lambda: Equal(Limit(step, x, 0, "+"), 2), FALSE),
    ("of a step from the left", lambda: Equal(Limit(step, x, 0, "-"), 2), TRUE),
    ("of a step", lambda: Equal(Limit(step, x, 0, "+-"), 1), FALSE),
    ("of a sign", lambda: Equal(Limit(abs(x) / x, x, 0, "+-"), 1), FALSE),
    ("infinite", lambda: Equal(Limit(1 / x, x, 0, "+"), oo), TRUE),
    ("infinite, the other way", lambda: Equal(Limit(1 / x, x, 0, "-"), oo), FALSE),
    ("infinite both ways", lambda: Equal(Limit(1 / x, x, 0, "+-"), oo), FALSE),
    ("that swings", lambda: Equal(Limit(sin(1 / x), x, 0, "+-"), 0), FALSE),
    ("squeezed", lambda: Equal(Limit(x * sin(1 / x), x, 0, "+-"), 0), TRUE),
    ("Euler's", lambda: Equal(Limit((1 + 1 / n) ** n, n, oo), E), TRUE),
    ("Euler's, wrong", lambda: Equal(Limit((1 + 1 / n) ** n, n, oo), 1), FALSE),
    ("of roots", lambda: Equal(Limit(sqrt(x**2 + x) - x, x, oo), Rational(1, 2)), TRUE),
    ("of alternating signs", lambda: Equal(Limit((-1) ** n, n, oo), 1), FALSE),
    ("of alternating signs that die", lambda: Equal(Limit((-1) ** n / n, n, oo), 0), TRUE),
    ("of a power of zero", lambda: Equal(Limit(x**x, x, 0, "+"), 1), TRUE),
    ("of a root at the end of its domain", lambda: Equal(Limit(sqrt(x), x, 0, "+-"), 0), UNDEFINED),
    ("several", lambda: Equal((Limit(1 / x, x, oo), Limit(sin(x) / x, x, 0, "+-")), (0, 1)), TRUE),
    ("several, one wrong", lambda: Equal((Limit(1 / x, x, oo), Limit(sin(x) / x, x, 0, "+-")), (0, 0)), FALSE),
    ("none, unequal to a number", lambda: ForAll((), then=Ne(Limit(abs(x) / x, x, 0, "+-"), 1)), UNDEFINED),
    ("infinite, above a number", lambda: ForAll((), then=Gt(Limit(1 / x, x, 0, "+"), 5)), UNDEFINED),
    ("with a parameter", lambda: ForAll(y, then=Equal(Limit((1 + y / n) ** n, n, oo), exp(y))), TRUE),
]
DERIVATIVES: list[tuple[str, Make, str]] = [
    ("at a kink", lambda: Equal(Subs(sympy.Derivative(Max(x, 0), x), x, 0), Rational(1, 2)), UNDEFINED),
    ("beside a kink", lambda: Equal(Subs(sympy.Derivative(Max(x, 0), x), x, 1), 1), TRUE),
    ("at a kink that is smoothed", lambda: Equal(Subs(sympy.Derivative(x * abs(x), x), x, 0), 0), TRUE),
    ("at a kink that is smoothed, wrong", lambda: Equal(Subs(sympy.Derivative(x * abs(x), x), x, 0), 1), FALSE),
    ("at the end of a domain", lambda: Equal(Subs(sympy.Derivative(sqrt(x), x), x, 0), 0), UNDEFINED),
    ("at an end of a domain", lambda: Equal(Subs(sympy.Derivative(sympy.asin(x), x), x, 1), 0), UNDEFINED),
    ("of a power", lambda: Equal(Subs(sympy.Derivative(x**3, x), x, 2), 12), TRUE),
]
REAL: list[tuple[str, Make, str]] = [
    ("a square of the complex", lambda: ForAll(x, then=Ge((x + I) ** 2, 0)), UNDEFINED),
    ("a product of the complex", lambda: ForAll(x, then=Equal((x + I) * (x - I), x**2 + 1)), UNDEFINED),
    ("an angle of more than one", lambda: ForAll((), then=Lt(sympy.acos(2), 5)), UNDEFINED),
    ("a cube root of a negative number", lambda: Equal(sympy.Integer(-8) ** Rational(1, 3), -2), UNDEFINED),
    ("a root below zero", lambda: ForAll(x, given=Ge(x, -1), then=Ge(sqrt(x), 0)), UNDEFINED),
    ("a complex root", lambda: ForAll((), then=Eq(sympy.CRootOf(x**3 - x + 5, 1) ** 3, 1)), UNDEFINED),
    ("real eigenvalues in complex radicals", lambda: Equal(sum(EIGENVALUES), 8), TRUE),
    ("real eigenvalues in complex radicals, wrong", lambda: Equal(sum(EIGENVALUES), 7), FALSE),
    ("their product", lambda: Equal(sympy.prod(EIGENVALUES), 4), TRUE),
    ("each of them positive", lambda: ForAll((), then=sympy.And(*(Gt(value, 0) for value in EIGENVALUES))), TRUE),
    ("each of them above one half", lambda: ForAll((), then=sympy.And(*(Gt(value, Rational(1, 2)) for value in EIGENVALUES))), FALSE),
]
ALL = {
    f"{kind}: {name}": (make, wanted)
    for kind, rows in (("integral", INTEGRALS), ("series", SERIES), ("limit", LIMITS), ("derivative", DERIVATIVES), ("real", REAL))
    for name, make, wanted in rows
}


@pytest.mark.parametrize("row", ALL)
def test_a_closed_value_is_decided_rightly(row: str) -> None:
    make, wanted = ALL[row]
    assert answer(make) == wanted


def test_what_rests_on_agreement_is_as_good_as_enclosed() -> None:
    agreed = found(lambda: Equal(Sum(1 / sympy.factorial(k), (k, 0, oo)), sympy.exp(1)))
    assert agreed.strength is Strength.ENCLOSED
    carrying = [decision.reason for decision in agreed.decisions if decision.outcome is Outcome.ENCLOSED]
    assert carrying
    assert all(reason.startswith("two methods agree on a value in it, and neither is a proof: ") for reason in each(carrying))
    assert found(lambda: Equal(Sum(1 / (k**2 + k), (k, 1, oo)), 1)).strength is Strength.PROVED
    assert found(lambda: Equal(Sum(1 / (k + 2) ** 2, (k, 1, oo)), pi**2 / 6 - Rational(5, 4))).strength is Strength.PROVED


def test_an_enclosed_value_is_no_proof_of_an_equation() -> None:
    assert found(lambda: Lt(Integral(exp(-(x**3)), (x, 0, 1)), Rational(9, 10))).strength is Strength.ENCLOSED


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Equal(Sum(1 / (k**2 + k), (k, -5, oo)), 0), "the term 1/(k**2 + k) is undefined, or no real number, at k = -1"),
        (lambda: Equal(Integral(sqrt(x), (x, -1, 1)), 0), "sqrt(x) is not a real number at x = -1/2"),
        (lambda: Equal(Limit(sqrt(x), x, 0, "+-"), 0), "sqrt(x) is not a real number near x = 0, below"),
        (lambda: Equal(Subs(sympy.Derivative(abs(x), x), x, 0), 0), "Abs(x) has no derivative at x = 0"),
        (lambda: ForAll(x, then=Ge((x + I) ** 2, 0)), f"x = 1: I is not a real number there {COMPLEX}"),
        (lambda: Equal(Max(Sum(1 / k, (k, -1, 1)), 1), 1), "the term 1/k is undefined, or no real number, at k = 0"),
        (lambda: Equal(Min(Sum(1 / k**2, (k, -1, 1)), -1), -1), "the term k**(-2) is undefined, or no real number, at k = 0"),
        (lambda: ForAll(x, given=Gt(x, -2), then=Ge(log(x + 1), -9)), "x = -1"),
        (lambda: ForAll((), then=Lt(sympy.acos(2), 5)), "acos(2) is not a real number"),
        (lambda: Equal(sympy.Integer(-8) ** Rational(1, 3), -2), "(-1)**(1/3) is not a real number"),
    ],
    ids=["pole", "root", "limit", "kink", "imaginary", "largest", "smallest", "logarithm of zero", "angle", "cube root"],
)
def test_what_is_undefined_is_named(make: Make, said: str) -> None:
    with pytest.raises(UndefinedError, match=re.escape(f"the proposition is undefined: {said}") + "$"):
        found(make)


@pytest.mark.parametrize(
    ("make", "truth"),
    [
        (lambda: Equal(Max(Sum(1 / k, (k, 1, 2)), 1), Rational(3, 2)), Truth.TRUE),
        (lambda: Equal(Max(Sum(1 / k, (k, 1, 2)), 2), Rational(3, 2)), Truth.FALSE),
        (lambda: Equal(Max(Sum(sqrt(k), (k, 0, 3)), 5), 5), Truth.TRUE),
        (lambda: Equal(Max(Sum(Piecewise((1 / k, Ne(k, 0)), (7, True)), (k, -1, 1)), 5), 7), Truth.TRUE),
        (lambda: Equal(Max(Sum(Piecewise((1 / k, Ne(k, 0)), (7, True)), (k, -1, 1)), 8), 7), Truth.FALSE),
    ],
    ids=range(5),
)
def test_the_largest_of_sums_is_that_of_their_values(make: Make, truth: Truth) -> None:
    assert decide(make(), thorough=False).truth is truth


def test_what_is_not_known_says_why() -> None:
    (decision,) = found(lambda: Equal(Sum(sympy.log(k) / k**2, (k, 1, oo)), 1)).decisions
    assert (decision.decider, decision.reason) == ("definedness", "no method finds the sum of log(k)/k**2 from 1 on")


def test_only_candidates_carry_out_what_sympy_proposes() -> None:
    """What `doit`, `integrate`, `summation` or `limit` of SymPy return is believed nowhere."""
    carrying_out = re.compile(r"\.doit\(|sympy\.(integrate|summation|limit|product)\(|gosper_sum|manualintegrate\(")
    engine = Path(probatum.__file__).parent
    found = {path.relative_to(engine).as_posix() for path in engine.rglob("*.py") if carrying_out.search(path.read_text("utf-8"))}
    assert found <= {"calculus/proposals.py", "proposition/written.py"}
    assert "calculus/proposals.py" in found


@pytest.mark.parametrize(
    ("side", "sentence", "latex", "truth"),
    [
        ("both", "lim(x → 0) (|x|/x) = 1", r"\lim_{x \to 0}", FALSE),
        ("above", "lim(x → 0⁺) (|x|/x) = 1", r"\lim_{x \to 0^+}", TRUE),
        ("below", "lim(x → 0⁻) (|x|/x) = 1", r"\lim_{x \to 0^-}", FALSE),
    ],
)
def test_a_limit_says_from_which_side(side: str, sentence: str, latex: str, truth: str) -> None:
    statement = Equal(probatum.Limit(abs(x) / x, x, 0, side), 1)
    assert words_of(statement) == sentence
    assert latex_of(statement).startswith(latex)
    assert answer(lambda: statement) == truth


def test_a_limit_is_from_both_sides_unless_the_author_says_otherwise() -> None:
    assert probatum.Limit(abs(x) / x, x, 0) == probatum.Limit(abs(x) / x, x, 0, "+-") == Limit(abs(x) / x, x, 0, "+-")
    assert probatum.Limit(abs(x) / x, x, 0, "below") == probatum.Limit(abs(x) / x, x, 0, "-") == Limit(abs(x) / x, x, 0, "-")
    with pytest.raises(DefinitionError, match=r"^Limit: got side='right', wanted one of 'both', 'above', 'below'$"):
        probatum.Limit(abs(x) / x, x, 0, "right")


def test_a_proposal_that_takes_too_much_work_is_none() -> None:
    number = sympy.Mul(1 + I, 1 - I, evaluate=False)
    with proposals.share(0):
        assert proposals.without_imaginary_parts(number) is None
    assert proposals.without_imaginary_parts(number) == 2


@pytest.mark.parametrize("off", [0, Rational(1, 10 ** (DIGITS - 1)), Rational(1, 10**20)], ids=str)
def test_where_nothing_is_certified_two_methods_agree_to_many_digits(off: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It converges at both ends by comparison, and only quadrature is there to confirm a value."""
    monkeypatch.setattr(proposals, "value", lambda construct: sympy.gamma(Rational(2, 3)) + off)
    value = integral(exp(-x) / x ** Rational(1, 3), x, sympy.Integer(0), oo)
    assert isinstance(value, Exact) is (off == 0)
    if isinstance(value, Exact):
        assert value.agreed


@pytest.mark.parametrize(
    ("candidate", "ball", "agreeing"),
    [
        (sympy.pi, lambda: flint.arb.pi(), True),
        (sympy.Integer(3), lambda: flint.arb.pi(), False),
        (sympy.Integer(3), lambda: flint.arb(3, 1), False),
        (sympy.Integer(3), lambda: flint.arb(3, 2) ** -1, False),
        (sympy.Integer(3), lambda: 1 / flint.arb(0, 1), False),
        (sympy.Integer(3), lambda: flint.arb("nan"), False),
    ],
    ids=["the value", "another value", "a wide ball", "a wide ball beside it", "an infinite ball", "no ball"],
)
def test_a_candidate_agrees_in_all_digits_or_not_at_all(candidate: Any, ball: Any, agreeing: bool) -> None:
    assert agrees(candidate, ball) is agreeing


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (Integral(1 / sqrt(y), (y, 0, 1)), sympy.true),
        (Integral(1 / y, (y, 0, 1)), sympy.false),
        (Integral(sin(1 / y) * sympy.floor(1 / y), (y, 0, 1)), None),
        (Sum(sin(y**3) / sqrt(y), (y, 1, oo)), None),
    ],
    ids=str,
)
def test_whether_there_is_a_value_is_known_once_it_is_carried_out(asked: Any, known: Any) -> None:
    condition = unknown(asked)
    assert value(condition) == (condition if known is None else known)

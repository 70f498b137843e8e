"""Generates statements as authors write them, from their source: what cancels in them must be defined, a series that diverges is
no number, and a constant beside a power is no factor.
"""

from __future__ import annotations

from random import Random
from typing import Any

from probatum import complexes, features, integers, random, reals
from tests.authored import authored
from tests.soundness.propositions import FALSE, TRUE, UNDEFINED, family, known

k, n = integers("k n")
NAMES: dict[str, Any] = {
    "x": reals("x"), "a": reals("a"), "k": k, "n": n, "z": complexes("z"), "X": random("X"), "q": features("q", of=n),
}  # fmt: skip
# What is 1, or what it is told of, where its letter is not zero; and where its letter is positive.
WHERE_NOT_ZERO = ("{0}/{0}", "{0}**0 * ({0}/{0})", "{0}**3/({0}*{0}**2)", "(1/{0})*{0}", "({1} + {0}/{0} - {1})")
WHERE_POSITIVE = ("sqrt({0})**2/{0}", "exp(log({0}))/{0}", "({0}/{0} + 0*log({0}))", "{0}**Rational(3, 2)/({0}*sqrt({0}))")


def stated(source: str) -> Any:
    """The statement, made as in an author's module."""
    return authored(source, **NAMES)


def one(random: Random, letter: str) -> tuple[str, bool]:
    """What is 1 where it is defined, and whether it needs a positive letter."""
    positive = random.random() < 0.4
    form = random.choice(WHERE_POSITIVE if positive else WHERE_NOT_ZERO)
    return form.format(letter, random.randint(1, 9)), positive


def supposed(random: Random, letter: str, positive: bool) -> tuple[str, bool]:
    """A hypothesis on a letter, and whether it is enough for what is 1 to be defined."""
    low = random.choice([0, 1])
    fine = [f"{letter} > {low}", f"And({letter} >= 1, {letter} <= 5)"]
    short = [f"{letter} >= {-low}", f"{letter} <= 1", f"{letter}**2 >= 0"]
    if not positive:
        fine += [f"Ne({letter}, 0)", f"{letter} < {-low}"]
    enough = random.random() < 0.5
    return random.choice(fine if enough else short), enough


@family
def what_cancels_in_numbers(random: Random) -> tuple[Any, str]:
    """c times 1, in an equation or on either side of an order."""
    c, wrong = random.randint(1, 9), random.choice([0, 0, 1])
    form, positive = one(random, "a")
    given, enough = supposed(random, "a", positive)
    then = random.choice(["Eq({0}*{1}, {2})", "Le({0}*{1}, {2})", "Ge({2}, {0}*{1})"]).format(c, form, c - wrong)
    return stated(f"ForAll(a, given={given}, then={then})"), known(not wrong) if enough else UNDEFINED


@family
def what_cancels_under_averages(random: Random) -> tuple[Any, str]:
    """Inside of the average it must be defined at every outcome."""
    form, positive = one(random, "X")
    given, enough = supposed(random, "X", positive)
    wrong = random.choice([0, 0, 1])
    then = random.choice([f"Eq(E({form}), {1 + wrong})", f"Eq(E(X*{form}), E(X) + {wrong})"])
    return stated(f"ForAll(X, given={given}, then={then})"), known(not wrong) if enough else UNDEFINED


@family
def what_cancels_beside_averages(random: Random) -> tuple[Any, str]:
    """A constant of which nothing says that it is not zero."""
    form, positive = one(random, "a")
    given, enough = supposed(random, "a", positive)
    wrong = random.choice([0, 0, 1])
    average = random.choice(["E(X)", "Var(X)", "E(X**2)"])
    return stated(f"ForAll((X, a), given={given}, then=Eq({form}*{average}, {average} + {wrong}))"), known(
        not wrong
    ) if enough else UNDEFINED


@family
def what_cancels_in_totals(random: Random) -> tuple[Any, str]:
    form, positive = one(random, "q")
    given, enough = supposed(random, "q", positive)
    wrong = random.choice([0, 0, 1])
    return stated(f"ForAll((q, n), given={given}, then=Eq(total({form}), n + {wrong}))"), known(not wrong) if enough else UNDEFINED


@family
def what_cancels_in_complex_numbers(random: Random) -> tuple[Any, str]:
    form = random.choice(["{0}/{0}", "{0}**3/({0}*{0}**2)", "(1/{0})*{0}", "({0}/{0})**0"]).format("z")
    given, enough = random.choice([("Ne(z, 0)", True), ("modulus(z) > 1", True), ("modulus(z) >= 0", False), ("modulus(z) < 2", False)])
    wrong = random.choice([0, 0, 1])
    return stated(f"ForAll(z, given={given}, then=Eq({form}, {1 + wrong}))"), known(not wrong) if enough else UNDEFINED


@family
def what_cancels_in_spectra(random: Random) -> tuple[Any, str]:
    form, positive = one(random, "a")
    given, enough = supposed(random, "a", positive)
    c, wrong = random.randint(1, 5), random.choice([0, 0, 1])
    matrix = f"[[{c}*{form}, 0], [7, 1]]"
    return stated(f"ForAll(a, given={given}, then=has_eigenvalues({matrix}, (1, {c + wrong})))"), known(not wrong) if enough else UNDEFINED


@family
def what_cancels_under_derivatives(random: Random) -> tuple[Any, str]:
    form, positive = one(random, "x")
    given, enough = supposed(random, "x", positive)
    wrong = random.choice([0, 0, 1])
    return stated(f"ForAll(x, given={given}, then=Eq(Derivative(x*{form}, x), {1 + wrong}))"), known(not wrong) if enough else UNDEFINED


@family
def a_constant_beside_a_power(random: Random) -> tuple[Any, str]:
    """The sum of 1/k^2 + c diverges unless c is zero; the integral of (x + c)/(e^x + 1) is pi^2/12 + c log 2."""
    c, wrong = random.choice([0, 0, 1, -1, 2]), random.choice([0, 0, 1])
    if random.random() < 0.5:
        power, value = random.choice([(2, "pi**2/6"), (4, "pi**4/90"), (6, "pi**6/945")])
        return stated(f"Equal(Sum(1/k**{power} + {c}, (k, 1, oo)), {value} + {wrong})"), known(c == 0 and not wrong)
    beside = random.choice([0, c])
    said = f"pi**2/12 + {beside}*log(2) + {wrong}"
    return stated(f"Equal(Integral((x + {c})/(exp(x) + 1), (x, 0, oo)), {said})"), known(c == beside and not wrong)


@family
def reckoning_with_series(random: Random) -> tuple[Any, str]:
    """What is done to a geometric series, which has a value for some ratios alone."""
    ratio = random.choice(["1/2", "2/3", "-1/3", "1", "2", "-1", "-2"])
    whole = f"Sum(Rational('{ratio}')**k, (k, 0, oo))"
    done, value = random.choice([("0*{0}", 0), ("{0} - {0}", 0), ("{0}**0", 1), ("{0}/{0}", 1), ("2*{0} - {0} - {0}", 0)])
    converges, wrong = ratio in ("1/2", "2/3", "-1/3"), random.choice([0, 0, 1])
    return stated(f"Equal({done.format(whole)}, {value + wrong})"), known(not wrong) if converges else UNDEFINED


@family
def limits_from_one_side_or_two(random: Random) -> tuple[Any, str]:
    """|x - c|/(x - c) beside c, by SymPy's function and by the class."""
    c, claimed = random.randint(-3, 3), random.choice([1, -1])
    side = random.choice(["", ", '+'", ", '-'", ", dir='+'", ", dir='-'"])
    value = 1 if "+" in side else -1 if "-" in side else None
    sized = f"abs(x - {c})/(x - {c})"
    if side == "":
        return stated(f"Equal(0*limit({sized}, x, {c}), 0)"), UNDEFINED
    made = f"limit({sized}, x, {c}{side})" if "dir" in side else f"Limit({sized}, x, {c}{side})"
    return stated(f"Equal({made}, {claimed})"), known(claimed == value)


@family
def what_breaks_far_out(random: Random) -> tuple[Any, str]:
    """The logarithm passes every bound; a sine comes as near to zero as one likes, and never is, off zero, at integers."""
    bound, scale = random.randint(3, 60), random.choice(["log(x)", "log(1 + x)", "log(x**2)/2"])
    tiny = 10 ** random.randint(2, 3)
    return random.choice(
        [
            (stated(f"ForAll(x, given=x >= 1, then=Lt({scale}, {bound}))"), FALSE),
            (stated(f"ForAll(x, given=And(x >= 1, x <= 10), then=Lt({scale}, {bound}))"), TRUE),
            (stated(f"ForAll(n, given=n >= 1, then=Gt(Abs(sin(n)), Rational(1, {tiny})))"), FALSE),
            (stated(f"Exists(x, given=x >= 1, then=Gt({scale}, {bound}))"), TRUE),
        ]
    )


@family
def undefined_for_almost_none(random: Random) -> tuple[Any, str]:
    """A pole is one point; a half line is more."""
    c, bound = random.randint(-3, 3), random.choice([0, 1])
    return random.choice(
        [
            (stated(f"AlmostAll(x, then=Gt(1/(x - {c})**2, 0))"), TRUE),
            (stated(f"AlmostAll(x, then=Gt((x - {c})/(x - {c}), {bound}))"), known(bound == 0)),
            (stated(f"AlmostAll(x, given=x >= {c}, then=Ge(sqrt(x - {c}), 0))"), TRUE),
            (stated(f"AlmostAll(x, given=x >= {c - 1}, then=Ge(sqrt(x - {c}), 0))"), UNDEFINED),
        ]
    )

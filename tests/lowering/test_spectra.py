"""Tests of eigenvalues, moduli of roots, rotations and complex numbers: true statements, false twins, and what is refused."""

from __future__ import annotations

import random
from types import ModuleType
from typing import Any

import numpy
import pytest
import sympy

from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.lowering.matrices.given_matrices import over_the_reals
from probatum.proposition.kinds import proposition
from probatum.proposition.reading.sentences import latex_of, words_of
from tests.each import each

HEAD = """
import numpy
from sympy import I, Poly, Rational, Sum, cos, pi, sin, sqrt
from probatum import *
a, b, c, p, x, L, theta = reals("a b c p x L theta")
half = Rational(1, 2)
z, w = complexes("z w")
momentum = [[1 + b - a * L, -b], [1, 0]]
k = integers("k")
turn = [[cos(theta), -sin(theta)], [sin(theta), cos(theta)]]
mirror = [[cos(theta), sin(theta)], [sin(theta), -cos(theta)]]
swap = [[a, b], [b, -a]]
steps = And(a > 0, L > 0, 0 <= b, b < 1)
"""
TRUE = """
has_eigenvalues([[2, 1], [1, 2]], (3, 1))
has_eigenvalues([[2, 1], [0, 2]], (2, 2))
has_eigenvalues([[0, -1], [1, 0]], (I, -I))
has_eigenvalues([[1, 1, 0], [1, 2, 1], [0, 1, 1]], (0, 1, 3))
ForAll((a, b), then=has_eigenvalues([[a, b], [b, a]], (a + b, a - b)))
ForAll((a, b), then=has_eigenvalues([[a, -b], [b, a]], (a + I * b, a - I * b)))
ForAll((a, b, c), then=has_eigenvalues([[a, 1, 0], [0, b, 1], [0, 0, c]], (a, b, c)))
spectral_radius([[half, 1], [0, half]]) < 1
spectral_radius(numpy.array([[1, 2], [3, 4]])) < 6
largest_root(Poly(x**2 - 2, x), x) < 2
ForAll(a, given=Ne(a, 0), then=largest_root(a * x + 1, x) >= 0)
ForAll((a, b), given=b <= 0, then=largest_root(x**2 + a * x, x) >= b)
ForAll(a, then=Iff(largest_root(x**2 + a * x, x) <= 0, Eq(a, 0)))
ForAll((a, b), then=Iff(largest_root(x**2 + a * x, x) > b, Or(b < 0, Abs(a) > b)))
ForAll((a, b), then=Iff(largest_root(x**3 + a * x**2, x) < b, b > Abs(a)))
spectral_radius([[half, 1], [1, half]]) > 1
1 <= spectral_radius([[0, 1], [-1, 0]])
Equal(spectral_radius([[0, 1], [-1, 0]]), 1)
ForAll((a, L), given=And(a > 0, L > 0), then=Iff(spectral_radius([[1 - a * L]]) < 1, a < 2 / L))
ForAll((a, L), given=And(a > 0, L > 0), then=Iff(spectral_radius([[1 - a * L]]) <= 1, a <= 2 / L))
ForAll((a, b, L), given=steps, then=Iff(spectral_radius(momentum) < 1, a * L < 2 * (1 + b)))
ForAll((a, b, L), given=And(steps, b > 0, (1 + b - a * L) ** 2 <= 4 * b), then=Equal(spectral_radius(momentum), sqrt(b)))
ForAll(a, given=Abs(a) < 1, then=largest_root(x**3 - a, x) < 1)
ForAll(a, given=a > 4, then=largest_root(a * x + 1, x) < Rational(1, 2))
ForAll(a, given=a > 4, then=largest_root(a * x + 1, x) <= Rational(1, 4))
ForAll(a, given=a > 4, then=largest_root(a * x**2 - 1, x) <= Rational(1, 2))
largest_root((pi - 3) * x + 1, x) < 8
ForAll(a, given=a > 5, then=largest_root(a * x**2 - 1, x) >= -Rational(1, 2))
ForAll((a, b, c), given=Abs(a) + Abs(b) + Abs(c) < 1, then=largest_root(x**3 + a * x**2 + b * x + c, x) < 1)
ForAll((a, b), given=Abs(b) < Abs(a), then=largest_root(a * x**2 + b, x) < 1)
ForAll((a, b, p), then=Or(spectral_radius([[a, b], [b, p]]) >= 1, Abs(a) < 1))
ForAll((a, b, L), given=And(steps, b > 0, (1 + b - a * L) ** 2 <= 4 * b), then=Equal(spectral_radius(momentum) ** 2, b))
ForAll(a, given=And(0 < a, a < 1), then=Equal(1 - spectral_radius([[1 - a, 0], [0, 1 - a / 2]]), a / 2))
ForAll(a, given=And(0 < a, a < 1), then=2 * spectral_radius([[1 - a, 0], [0, 1 - a / 2]]) + a / 2 < 2)
ForAll(a, given=2 * spectral_radius([[a, 0], [0, a]]) < 1, then=a < half)
ForAll(a, given=a > 0, then=Equal(spectral_radius([[0, a], [1 / a, 0]]) ** 2, 1))
ForAll(theta, then=rotation(turn))
ForAll(theta, then=reflection(mirror))
rotation([[1, 0], [0, 1]])
reflection([[1, 0, 0], [0, 1, 0], [0, 0, -1]])
ForAll((a, b), given=orthogonal(swap), then=has_eigenvalues(swap, (1, -1)))
ForAll((z, w), then=modulus(z + w) <= modulus(z) + modulus(w))
ForAll((z, w), then=Eq(modulus(z * w), modulus(z) * modulus(w)))
ForAll((a, z), then=Eq(modulus(a * z), Abs(a) * modulus(z)))
ForAll((a, z), given=Ne(z, 0), then=Eq(modulus(a / z - 0), Abs(a) / modulus(z)))
ForAll((a, b, z), given=And(a**2 < b, Eq(z**2 + 2 * a * z + b, 0)), then=Eq(modulus(z) ** 2, b))
ForAll((z, w), then=Eq(conjugate(z * w), conjugate(z) * conjugate(w)))
ForAll(z, then=Eq(z * conjugate(z), modulus(z) ** 2))
ForAll(z, given=Ne(z, 0), then=Eq(1 / z, conjugate(z) / abs(z) ** 2))
ForAll(z, given=Eq(z**2, -1), then=Or(Eq(z, I), Eq(z, -I)))
ForAll(z, given=Eq(z**3, 1), then=Eq(modulus(z), 1))
ForAll(z, given=modulus(z) < 1, then=((1 + z) / (1 - z)).real > 0)
ForAll((z, w), given=Eq(z * w, 0), then=Or(Eq(z, 0), Eq(w, 0)))
Exists(z, then=Eq(z**2 + z + 1, 0))
""".strip().splitlines()
FALSE = """
ForAll((a, L), given=And(a > 0, L > 0), then=Iff(spectral_radius([[1 - a * L]]) <= 1, a < 2 / L))
has_eigenvalues([[2, 1], [1, 2]], (1, 2))
has_eigenvalues([[2, 0], [0, 2]], (2, 4))
has_eigenvalues([[0, -1], [1, 0]], (1, -1))
has_eigenvalues([[1, 1, 0], [1, 2, 1], [0, 1, 1]], (0, 0, 4))
ForAll((a, b), then=has_eigenvalues([[a, b], [b, a]], (a + b, a + b)))
ForAll((a, b), then=has_eigenvalues([[a, -b], [b, a]], (a + b, a - b)))
spectral_radius([[half, 1], [1, half]]) < 1
spectral_radius([[0, 1], [-1, 0]]) < 1
Equal(spectral_radius([[0, 1], [1, 0]]), 2)
ForAll((a, b, L), given=steps, then=Iff(spectral_radius(momentum) < 1, a * L < 2))
ForAll((a, b, L), given=And(steps, b > 0, (1 + b - a * L) ** 2 <= 4 * b), then=Lt(spectral_radius(momentum), b))
ForAll(a, given=Abs(a) < 2, then=largest_root(x**3 - a, x) < 1)
ForAll(a, given=a > 4, then=largest_root(a * x + 1, x) < Rational(1, 5))
ForAll(a, given=a > 4, then=largest_root(a * x + 1, x) <= Rational(1, 5))
ForAll(a, given=a > 4, then=largest_root(a * x**2 - 1, x) <= Rational(1, 3))
largest_root((pi - 3) * x + 1, x) < 7
ForAll(a, given=a > 5, then=largest_root(a * x**2 - 1, x) < -Rational(1, 2))
ForAll(a, then=largest_root(x**2 + a * x, x) <= 0)
ForAll((a, b), then=Iff(largest_root(x**3 + a * x**2, x) < b, b > a))
ForAll((a, b, c), given=Abs(a) + Abs(b) + Abs(c) < 2, then=largest_root(x**3 + a * x**2 + b * x + c, x) < 1)
ForAll((a, b, L), given=And(steps, b > 0, (1 + b - a * L) ** 2 <= 4 * b), then=Equal(spectral_radius(momentum) ** 2, b**2))
ForAll(a, given=And(0 < a, a < 2), then=Equal(1 - spectral_radius([[1 - a, 0], [0, 1 - a / 2]]), a / 2))
ForAll(a, given=And(0 < a, a < 1), then=2 * spectral_radius([[1 - a, 0], [0, 1 - a / 2]]) + 2 * a < 2)
ForAll(a, given=2 * spectral_radius([[a, 0], [0, a]]) < 1, then=a < half / 2)
ForAll(a, then=Equal(spectral_radius([[a, 1], [0, 0]]) ** 3, a**3))
ForAll(theta, then=reflection(turn))
ForAll(theta, then=rotation(mirror))
reflection([[-1, 0], [0, -1]])
reflection([[-1, 0, 0], [0, -1, 0], [0, 0, -1]])
ForAll((a, b), given=orthogonal(swap), then=rotation(swap))
ForAll((z, w), then=modulus(z + w) >= modulus(z) + modulus(w))
ForAll((z, w), then=Eq(conjugate(z * w), z * conjugate(w)))
ForAll((a, b, z), given=Eq(z**2 + 2 * a * z + b, 0), then=Eq(modulus(z) ** 2, b))
ForAll(z, then=Eq((I * z).real, z.imag))
ForAll(z, then=Eq(z * z, modulus(z) ** 2))
ForAll(z, given=Eq(z**3, 1), then=Eq(z, 1))
ForAll(z, given=Eq(z**2, -1), then=Eq(z, I))
""".strip().splitlines()


def stated(text: str) -> Any:
    """A statement as an author's module has it."""
    module = ModuleType("author")
    exec(transcribed(f"{HEAD}\nstatement = {text}\n", "author.py"), vars(module))
    return proposition(vars(module)["statement"], "test")


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_proved(text: str) -> None:
    found = decide(stated(text), thorough=False)
    assert found.truth is Truth.TRUE
    assert found.agreeing


@pytest.mark.parametrize("text", FALSE)
def test_a_false_twin_is_refuted(text: str) -> None:
    assert decide(stated(text), thorough=False).truth is Truth.FALSE


def test_a_proof_names_its_theorem() -> None:
    (first, *_) = decide(stated("spectral_radius([[0, 1], [0, 0]]) < 1"), thorough=False).decisions
    assert "Schur-Cohn conditions in Jury's form (Jury," in first.reason


def test_jury_s_inequalities_are_those_of_the_roots() -> None:
    choice = random.Random(5)
    tried = []
    for degree in (1, 2, 3, 4, 5):
        for _ in range(12):
            coefficients = [choice.randrange(-4, 5) for _ in range(degree)]
            bound = sympy.Rational(choice.randrange(2, 30), 7)
            largest = max(abs(numpy.roots([1, *coefficients])))
            tried.append((abs(largest - float(bound)) < 1e-6, condition(coefficients, bound), largest < float(bound)))
    assert [said for close, said, _ in tried if not close] == [true for close, _, true in tried if not close]
    assert {true for _, _, true in tried} == {True, False}


def condition(coefficients: list[int], bound: sympy.Rational) -> bool:
    text = " + ".join(f"({number}) * x**{power}" for power, number in enumerate([*coefficients[::-1], 1]))
    return bool(over_the_reals(stated(f"largest_root({text}, x) < Rational({bound.p}, {bound.q})")).then)


@pytest.mark.parametrize(
    "text",
    [
        "ForAll(z, then=Eq(z / z, 1))",
        "ForAll(x, then=has_eigenvalues([[1, 1 / x], [0, 1]], (1, 1)))",
        "ForAll(a, given=Abs(a) < 1, then=spectral_radius([[a]]) + 1 / a < 1 + 1 / a)",
        "ForAll(a, then=spectral_radius([[0, a], [1 / a, 0]]) ** 2 < 2)",
        "ForAll(a, then=largest_root(a * x + 1, x) >= 0)",
        "ForAll(a, then=Ne(largest_root(a * x + 1, x), -1))",
        "ForAll(a, then=Not(largest_root(a * x**3 + 1, x) < 0))",
        "largest_root(Sum(k, (k, -1, 1)) * x**2 + 1, x) < 1",
        "largest_root(Sum(k, (k, -1, 1)) * x**2 + 1, x) >= 1",
        "ForAll((a, b), given=b <= 0, then=largest_root(a * x + 1, x) >= b)",
        "ForAll((a, b), then=Or(largest_root(a * x + 1, x) >= b, b >= 0))",
    ],
)
def test_what_is_undefined_somewhere_is_said_to_be(text: str) -> None:
    with pytest.raises(UndefinedError, match="undefined: "):
        decide(stated(text))


def test_an_equality_of_the_same_as_written_is_hollow() -> None:
    assert decide(stated("ForAll(z, then=Eq(z, z))")).truth is Truth.HOLLOW


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("z < w", "got z in an inequality: complex numbers have no order, wanted Eq or Ne, or their modulus, .real or .imag"),
        ("Le(z, w)", "Le: got complex numbers: complex numbers have no order"),
        ("Equal(z, w)", "got the complex number z where a real one is wanted: take its .real, .imag or modulus(...), or relate"),
        ("Eq(z**x, 1)", "got z to the x, wanted an integer exponent of at most 24: powers, exp and log of complex numbers"),
        ("spectral_radius([1, 2]) < 1", "spectral_radius: got [1, 2], wanted the rows of a matrix, such as [[2, 1], [1, 2]]"),
        ("rotation([[1, 2]])", "rotation: got a matrix of 1 rows and 2 columns, wanted a square one of at most 6"),
        ("has_eigenvalues([[1, 0], [0, 1]], 1)", "has_eigenvalues: got 1 values for a matrix of 2 rows, wanted 2: an eigenvalue of"),
        ("spectral_radius([[a > 0]]) < 1", "spectral_radius: got a > 0, wanted a number"),
        ("largest_root([1, 2], x) < 1", "largest_root: got (1, 2), wanted a number"),
        ("largest_root((x + 1)**2 - x**2 - 2*x, x) < 1", "in x of degree one or more"),
        ("largest_root((x + 1)**2 - x**2 - 2*x - 1, x) < 1", "in x of degree one or more"),
        (
            "largest_root((sin(1)**2 + cos(1)**2 - 1)*x + 1, x) < 5",
            "wanted a coefficient of the highest power of x that is known",
        ),
        ("largest_root(sin(x), x) < 1", "largest_root: got sin(x), wanted a polynomial in x of degree one or more"),
    ],
)
def test_what_cannot_be_stated_is_refused_with_what_can(text: str, message: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        stated(text)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ForAll(a, then=a * spectral_radius([[a]]) < 1)", "wanted a relation that can be solved for one modulus, by a factor that"),
        ("spectral_radius([[1]]) <= spectral_radius([[2]])", "wanted a relation that can be solved for one modulus"),
        ("largest_root(x**2 - 2, x) ** 2 <= 2", "or a power of a spectral radius, such as spectral_radius(A) < 1, or 2*spectral_rad"),
        ("spectral_radius([[0, 1, 0], [0, 0, 1], [1, 0, 0]]) <= 1", "with <=, > or = and a polynomial of degree 3, wanted < or >="),
    ],
)
def test_what_cannot_be_decided_is_refused_with_what_can(text: str, message: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        decide(stated(text))
    assert message in str(raised.value)


def test_readers_see_what_was_written() -> None:
    assert words_of(stated("spectral_radius([[half]]) < 1").then) == "spectral_radius([[1/2]]) < 1"
    assert latex_of(stated("rotation([[1, 0], [0, 1]])").then).endswith(r"\ \text{is a rotation}")
    assert words_of(stated("Eq(z * conjugate(z), 4)").then) == "(z) (conjugate(z)) = 4"
    assert all(latex_of(part) for part in each(stated(text) for text in TRUE))

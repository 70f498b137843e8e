"""Tests of what statements about means of random vectors come down to: numbers with what is true of them, or lengths that are fixed."""

from __future__ import annotations

import pytest
import sympy

from probatum import functions, gradient, noise, reals, vectors
from probatum.errors import DefinitionError
from probatum.lowering.random_vectors.mean_squares import by_triangles, without_noise
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.products import dot, norm
from tests.authored import authored

a, b, r, s, v = reals("a b r s v")
x, y, z = vectors("x y z")
e, d = noise("e d", spread=s**2)
u = noise("u", spread=v)
cubed = noise("w", spread=v**3)
f = functions("f", convex=True)
NAMES = {"a": a, "b": b, "r": r, "s": s, "v": v, "x": x, "y": y, "z": z, "e": e, "d": d, "u": u, "w": cubed, "f": f}
ALL = "ForAll((f, e, d, u, w, x, y, z, a, b, r, s, v), "
LEFT = {  # what is stated, and what is left of it
    "then=E(norm(x + 2*u)) <= norm(y) + 2*sqrt(v))": "norm(x) <= norm(y)",
    "then=norm(y) + 2*sqrt(v) >= E(norm(x + 2*u)))": "norm(x) <= norm(y)",
    "then=E(norm(x - 3*y + 2*e)) <= norm(y) + 2*Abs(s))": "norm(x - 3*y) <= norm(y)",
    "given=s > 0, then=E(norm(x + e)) <= norm(y) + s)": "norm(x) <= norm(y)",
    "given=s < 0, then=E(norm(x + e)) <= norm(y) - s)": "norm(x) <= norm(y)",
    "given=v > 0, then=E(norm(x + w)) <= norm(y) + v**Rational(3, 2))": "norm(x) <= norm(y)",
    "then=E(norm(x + e - d)) <= norm(y) + sqrt(2)*Abs(s))": "norm(x) <= norm(y)",
    "then=E(norm(x + 2*e)) + E(norm(z + e)) <= norm(y) + 3*Abs(s))": "norm(x) + norm(z) <= norm(y)",
    "given=a > 0, then=a*E(norm(x + u)) <= b*norm(y) + a*sqrt(v))": "a*norm(x) <= b*norm(y)",
    "given=And(a > 0, b < 0), then=a*E(norm(x + u)) <= b*norm(y) + a*sqrt(v))": "a*norm(x) - b*norm(y) <= 0",
    "then=E(norm(x + (1 + a)*u)) <= norm(y) + Abs(1 + a)*sqrt(v))": "norm(x) <= norm(y)",
}
NOTHING_LEFT = [
    "then=E(norm(x + u)) < norm(y) + sqrt(v))",
    "then=Eq(E(norm(x + u)), norm(x) + sqrt(v)))",
    "then=E(norm(x + u)) >= norm(x) - sqrt(v))",
    "then=a*E(norm(x + u)) <= a*norm(x) + a*sqrt(v))",
    "then=E(norm(x + u)) <= norm(x) + sqrt(v)/2)",
    "then=E(norm(x + u)) <= norm(x) + r)",
    "then=E(norm(x + u)**2) <= norm(x)**2 + v)",
    "then=E(norm(x + u)) + E(norm(u)**2) <= norm(x) + sqrt(v) + v)",
    "then=E(norm(gradient(f, x + u) + u)) <= norm(x) + sqrt(v))",
    "then=E(norm(x + u)) <= norm(x)*norm(y) + sqrt(v))",
    "then=norm(x + y) <= norm(x) + norm(y))",
    "given=v >= 1, then=E(norm(u))*norm(y) <= E(norm(u))**2*norm(y))",
    "given=v >= 1, then=E(norm(u))*norm(y) <= Max(E(norm(u)), 1)*norm(y)/2)",
]


def numbers(names: str) -> tuple[sympy.Symbol, ...]:
    return tuple(sympy.Symbol(name, real=True) for name in names.split("; "))


M, N, first, second, twice = numbers("E‖e‖²; E‖u‖²; E‖e + x‖; E‖e + y‖; E‖-e + x‖")
length, along_x, along_z, other_z = numbers("E‖e‖; E⟨x, e⟩²; E⟨z, e⟩²; E⟨z, u⟩²")
ROOTS = [first >= norm(x), sympy.Le(first**2, dot(x, x) + M)]
NUMBERS = {  # what is stated of e and u; what is stated of numbers, and what is true of these
    "E(norm(x + e)) <= norm(y)": (first <= norm(y), ROOTS),
    "E(norm(x + e)) <= norm(x - y) + E(norm(y + e))": (
        first <= norm(x - y) + second,
        [
            *ROOTS,
            second >= norm(y),
            sympy.Le(second**2, dot(y, y) + M),
            first <= second + norm(x - y),
            second <= first + norm(y - x),
        ],
    ),
    "E(norm(x + e)) <= E(norm(x - e))": (first <= twice, [*ROOTS, twice >= norm(x), sympy.Le(twice**2, dot(x, x) + M)]),
    "E(norm(-2*e)) <= r": (2 * length <= r, [length >= 0, sympy.Le(length**2, M)]),
    "E(dot(x, y + 3*e)**2) <= 1": (9 * along_x + dot(x, y) ** 2 <= 1, [along_x >= 0, sympy.Le(along_x, norm(x) ** 2 * M)]),
    "E(dot(2*e - 3*u, z)**2) <= 1": (
        4 * along_z + 9 * other_z <= 1,
        [along_z >= 0, other_z >= 0, sympy.Le(along_z, norm(z) ** 2 * M), sympy.Le(other_z, norm(z) ** 2 * N)],
    ),
}
EXACT = {
    "E(dot(x + u, y + e)) <= E(dot(x + 2*e, y + 3*e - u))": dot(x, y) <= dot(x, y) + 6 * M,
    "E(norm(x - 2*e + u)**2) <= a*E(r + dot(x, e))": dot(x, x) + 4 * M + N <= a * r,
    "E(r*norm(e)**2 + dot(x, y)) <= r": r * M + dot(x, y) <= r,
}


def stated(text: str) -> ForAll:
    statement = authored(ALL + text, **NAMES, gradient=gradient)
    assert isinstance(statement, ForAll)
    return statement


@pytest.mark.parametrize("text", LEFT)
def test_what_is_left_of_it(text: str) -> None:
    left = by_triangles(stated(text))
    wanted = authored(f"{ALL}then={LEFT[text]})", **NAMES)
    assert left is not None
    assert left.then == wanted.then
    assert left.given == stated(text).given


@pytest.mark.parametrize("text", NOTHING_LEFT)
def test_where_less_would_be_said(text: str) -> None:
    assert by_triangles(stated(text)) is None


def told(text: str) -> tuple[set[sympy.Basic], sympy.Basic, bool]:
    """What is true of the numbers beside mean squares, what is stated of them, and whether what breaks it breaks what was stated."""
    found = without_noise(stated(f"given=r < E(norm(u)**2), then={text})"))
    given = set(conjuncts(found.statement.given))
    always = {sympy.Lt(r, N), M >= 0, sympy.Le(M, s**2), N >= 0, sympy.Le(N, v)}
    assert always <= given
    assert {M, N} <= set(found.statement.variables)
    beside = {part for part in given - always if not part.free_symbols & set(numbers("E‖d‖²; E‖w‖²"))}
    return beside, found.statement.then, found.is_exact


@pytest.mark.parametrize("text", NUMBERS)
def test_means_that_are_bounded_only(text: str) -> None:
    then, within = NUMBERS[text]
    assert told(text) == (set(within), then, False)


@pytest.mark.parametrize("text", EXACT)
def test_means_that_are_known(text: str) -> None:
    assert told(text) == (set(), EXACT[text], True)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("E(norm(gradient(f, x + e) - u)) >= 0", "wanted random vectors in sums only: nothing is known of what is built from them"),
        ("E(sqrt(norm(e))) >= 0", "wanted sums of norms and inner products"),
        ("E(norm(e)*norm(u)) >= 0", "wanted sums of norms and inner products"),
        ("E(norm(e)) >= dot(x, e)", "outside of E"),
        ("E(dot(e, u)**2) >= 0", "the square of an inner product of two random vectors"),
        ("E(dot(x + e, y + 2*e)**2) >= 0", "the square of an inner product of two random vectors"),
    ],
)
def test_what_has_no_such_mean(text: str, wanted: str) -> None:
    with pytest.raises(DefinitionError, match=wanted):
        told(text)

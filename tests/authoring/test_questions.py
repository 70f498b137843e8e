"""Tests of what an author's module asks of its variables while it runs: Python would answer no, whatever their values."""

from __future__ import annotations

import re
from typing import Any

import numpy
import pytest
import sympy
from sympy import FiniteSet, Interval, Rational, Union

import probatum
from probatum import Exists, ForAll, complexes, integers, reals
from probatum.authoring.as_written.questions import inside
from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError, EvaluatedError

x, y = reals("x y")
n = integers("n")
z = complexes("z")
POSITIVE, LARGER = ForAll(x, then=x**2 >= 1), Exists(x, then=x > 1)
HELPERS = """
def is_zero(value): return 1 if value == 0 else 0
def is_other(value): return 1 if value != 0 else 0
def inverse(value): return 1 / value if value else 0
def or_seven(value): return value or 7
def and_seven(value): return value and 7
def few(value): return 1 if value in (0, 1, 2) else 0
def many(value): return 1 if value not in [0, 1, 2] else 0
def by_match(value):
    match value:
        case 0: return 1
        case _: return 3
def by_pair(value):
    match (value, 1):
        case (0, _): return 1
        case _: return 3
def counted(value):
    while value == 1: value = value + 1
    return value
def nothing(value): return 0 if not value else 1
def magnitude(value): return value if value > 0 else -value
def chosen(value): return sum([1 for i in range(3) if i == value])
def origin(value): return 1 if (value, 1) == (0, 1) else 0
def checked(value):
    assert value
    return value
def drawn(value): return 1 if value in (i for i in (1, 2)) else 0
def far(value): return 1 if value in range(10**12) else 0
def where(value): return 1 if And(value > 0, value < 1) else 0
"""
NAMES = [line.split("(")[0][4:] for line in HELPERS.splitlines() if line.startswith("def ")]
ANSWERED = {
    "1 if x == x else 0": 1,
    "1 if x - x == 0 else 0": 1,
    "1 if x**2 + 1 == 0 else 0": 0,
    "1 if x is y else 0": 0,
    "[v for v in (x, y) if v is not x]": [y],
    "1 if x in (x, y) else 0": 1,
    "1 if y in {x: 1} else 0": 0,
    "1 if x is None or x == 'a' else 0": 0,
    "1 if 'a' in 'abc' and 2 in (1, 2) else 0": 1,
    "1 if (x, y) == (x, y) else 0": 1,
    "1 if [x] == [x, y] else 0": 0,
    "1 if -1 in range(10**12) else 0": 0,
    "[] or x": x,
    "5 and x": x,
    "is_zero(3 - 3)": 1,
    "by_match(0)": 1,
    "len([x, x])": 2,
    "len({x, y})": 2,
    "len((x * y + 1).free_symbols)": 2,
    "len(solve(x**2 - 2, x))": 2,
    "len(real_roots(x**3 - x))": 3,
    "len(str(solve(x**2 - y, x)[0]))": 8,
    "degree(x**2 + 1)": 2,
    "Poly(x**2 - 1, x).degree()": 2,
    "len(Poly(x**2 - 1, x).all_coeffs())": 3,
    "Poly(x * y + 1, x).all_coeffs()": [y, 1],
    "Matrix([[1, 2], [2, 4]]).rank()": 1,
    "len(Matrix([[1, 0], [0, 2]]).eigenvals())": 2,
    "sorted(Matrix([[x, 0], [0, 2 * x]]).eigenvals(), key=str)": [2 * x, x],
    "Matrix([[x, y], [y, x]]).is_symmetric()": True,
    "((x + 1)**2).equals(x**2 + 2 * x + 1)": True,
    "collect(x * y + 2 * y, y, evaluate=False)[y]": x + 2,
    "(2 * x + 3 * y).as_coefficients_dict()[x]": 2,
    "any([0, 1])": True,
    "bool(3)": True,
    "[1, 2, 1].count(1)": 2,
    "(x + 1).has(x)": True,
    "x.is_real": True,
    "(x**2 + 1).is_positive": True,
    "Poly(x**2 - 1, x).is_quadratic": True,
}
GENERIC = [
    "1 if x == y else 0",
    "0 < x == y",
    "And(x > 0, x == y)",
    "int(x != y)",
    "x in (y, 1)",
    "(x,) == (y,)",
    "(x, y).count(y + 1)",
    "x in {y + 1}",
    "len({x, 2 * x})",
    "Matrix([x]) == Matrix([y])",
    "Matrix([[x]]).rank()",
    "len(solve(x**2 - y, x))",
    "len(list(solve(x**2 - y, x)))",
    "len(solveset(x**2 - y, x))",
    "len(roots(x**2 - y, x))",
    "degree(y * x**2 + x, x)",
    "Poly(y * x**2 + x, x).degree()",
    "Poly(y * x**2 + x, x).LC()",
    "len(Poly(y * x + 1, x).terms())",
    "len((y * x + 1).as_poly(x).all_coeffs())",
    "len(Matrix([[x, 0], [0, y]]).eigenvals())",
    "max(Matrix([[x, 0], [0, y]]).eigenvals().values())",
    "Matrix([[x, 0], [0, y]]).eigenvals()[x]",
    "len(FiniteSet(x, y))",
    "len({x, x**2})",
    "Matrix([[1, x], [0, 1]]) == eye(2)",
    "{x} == {0}",
    "Tuple(x) == Tuple(0)",
    "Eq(x, y) == True",
    "Matrix([[1, x], [0, 1]]).is_symmetric()",
    "Matrix([[x]]).is_zero_matrix",
    "(x - y).equals(0)",
    "ask(Q.zero(x))",
    "x.is_zero",
    "n.is_even",
    "Poly(y * x**2 + 1, x).is_quadratic",
    "[x, 1].count(0)",
    "[1, x].index(0)",
    "list(filter(None, [x]))",
    "any([x])",
    "all(r for r in [x])",
    "sum(map(bool, [x]))",
    "numpy.count_nonzero(numpy.array([x]))",
    "numpy.array([x]).any()",
    "numpy.unique(numpy.array([x, y]))",
]


PROPOSITIONS = [
    "positive and larger",
    "positive or larger",
    "1 if positive else 0",
    "not positive",
    "[p for p in (positive, larger) if p]",
    "next(p for p in (Any(larger), positive) if p)",
    "list(filter(None, [positive]))",
    "any([positive])",
    "all(p for p in [positive])",
    "bool(positive)",
    "positive == larger",
    "positive != larger",
    "positive in [larger]",
    "(positive, 1) == (larger, 1)",
    "nothing(Iff(x > 0, x > 1))",
    "or_seven(Equal(1, 2))",
    "and_seven(Orbit(x, 1, 2 * x, then=x < 3))",
]
OF_PROPOSITIONS = {
    "positive == positive": True,
    "positive != positive": False,
    "positive is larger": False,
    "positive is None or positive == 'a'": False,
    "positive in [larger, positive]": True,
    "[p for p in (positive, None) if p is not None][0] is positive": True,
    "(None or positive) is positive": True,
}
OF_COMPLEX = ["z == 1", "z != 0", "or_seven(z)", "is_zero(z)", "is_zero(z - z * conjugate(z))", "z in (1, 2)", "(z, 1) == (1, 1)"]


def value(source: str) -> Any:
    """What an expression of an author's module is worth."""
    said = {name: getattr(probatum, name) for name in ("All", "Any", "Equal", "Iff", "Orbit", "conjugate")}
    known = vars(sympy) | said | {"numpy": numpy, "x": x, "y": y, "n": n, "z": z, "positive": POSITIVE, "larger": LARGER}
    exec(transcribed(f"{HELPERS}\nfound = {source}", "claims.py"), known)
    return known["found"]


@pytest.mark.parametrize("helper", NAMES)
@pytest.mark.parametrize("argument", ["x", "n - 1"])
def test_a_question_about_a_variable_is_refused(helper: str, argument: str) -> None:
    with pytest.raises(DefinitionError, match=r"got a question that depends on a variable \(.+\), wanted a condition"):
        value(f"{helper}({argument})")


@pytest.mark.parametrize(("source", "wanted"), ANSWERED.items(), ids=ANSWERED)
def test_what_is_known_is_answered(source: str, wanted: Any) -> None:
    assert value(source) == wanted


@pytest.mark.parametrize("source", GENERIC)
def test_what_is_so_for_most_values_is_no_answer(source: str) -> None:
    with pytest.raises(DefinitionError, match=r"got a question that depends on a variable \(.+\), wanted a condition"):
        value(source)


@pytest.mark.parametrize("source", PROPOSITIONS)
def test_whether_a_proposition_is_true_is_not_asked_while_the_module_runs(source: str) -> None:
    with pytest.raises(
        DefinitionError,
        match=r"got the question whether .+, which is decided only once the module has run, wanted what is stated: All\(p, q\)",
    ):
        value(source)


@pytest.mark.parametrize(("source", "wanted"), OF_PROPOSITIONS.items(), ids=OF_PROPOSITIONS)
def test_which_proposition_it_is_is_answered(source: str, wanted: bool) -> None:
    assert value(source) is wanted


@pytest.mark.parametrize("source", OF_COMPLEX)
def test_what_a_complex_number_is_nobody_can_say(source: str) -> None:
    with pytest.raises(DefinitionError, match=r"got a question that depends on a variable \(.*z.*\), wanted a condition"):
        value(source)


@pytest.mark.parametrize("source", ["z == z", "z in (z, 1)", "z is not None and z != 'a'"])
def test_what_is_known_of_a_complex_number_is_answered(source: str) -> None:
    assert value(source) is True


HIDING = [
    "or_seven(Integral(x, (x, -1, 1)))",
    "and_seven(Limit(1/x, x, oo))",
    "nothing(Sum(n, (n, -2, 2)))",
    "bool(sqrt(3 + 2*sqrt(2)) - 1 - sqrt(2))",
]


@pytest.mark.parametrize("source", HIDING)
def test_whether_a_number_is_0_that_nobody_has_calculated_is_not_said(source: str) -> None:
    with pytest.raises(DefinitionError, match=r"got the question whether .+ is 0, of which Python sees how it is written, wanted"):
        value(source)


SEEN = {
    "or_seven(pi)": sympy.pi,
    "and_seven(sqrt(2))": 7,
    "or_seven(sqrt(2) - sqrt(2))": 7,
    "nothing(Rational(0))": 0,
    "and_seven(1 + exp(1))": 7,
}


@pytest.mark.parametrize(("source", "wanted"), SEEN.items(), ids=SEEN)
def test_whether_a_number_is_0_that_is_known_is_said(source: str, wanted: Any) -> None:
    assert value(source) == wanted


COMPARED = [
    "And(x > 0, x is y)",
    "Or(x is not y, x > 0)",
    "Piecewise((1, x is y), (2, True))",
    "Piecewise((1, x > y), (2, x is y))",
]


@pytest.mark.parametrize("source", COMPARED)
def test_a_comparison_of_variables_is_no_condition(source: str) -> None:
    with pytest.raises(EvaluatedError, match=r"got the truth value (True|False), wanted conditions"):
        value(source)


@pytest.mark.parametrize("source", ["0 < 1 < x", "And(x > 1, x < 3)", "Piecewise((1, x > y), (2, True))"])
def test_what_is_one_stays(source: str) -> None:
    assert x in value(source).free_symbols


@pytest.mark.parametrize(
    ("collection", "written"),
    [
        (Interval(0, 1), "And(0 <= x, x <= 1)"),
        (Interval.open(0, 1), "And(0 < x, x < 1)"),
        (Interval.Lopen(0, 1), "And(x <= 1, 0 < x)"),
        (Interval.Ropen(0, Rational(1, 2)), "And(0 <= x, x < Rational(1, 2))"),
        (Interval(0, sympy.oo), "0 <= x"),
        (Interval.open(-sympy.oo, 3), "x < 3"),
        (Union(Interval(0, 1), Interval(2, 3)), "Or(And(0 <= x, x <= 1), And(2 <= x, x <= 3))"),
        (FiniteSet(0, 1), "Or(Eq(x, 0), Eq(x, 1))"),
        (sympy.S.Naturals, "And(Eq(floor(x), x), x >= 1)"),
        (sympy.S.Rationals, "what it says, joined by And(...), Or(...), Not(...)"),
    ],
    ids=str,
)
def test_membership_says_what_to_write(collection: sympy.Set, written: str) -> None:
    said = f"wanted the condition: write {re.escape(written)}$"
    with pytest.raises(DefinitionError, match=rf"^got a question that depends on a variable \(x in .*\), {said}"):
        inside(x, collection)
    with pytest.raises(DefinitionError, match=rf"got Contains '.*', wanted relations, .*: write {re.escape(written)}$"):
        ForAll(x, given=sympy.Contains(x, collection, evaluate=False), then=x**2 <= 1)


SURE: list[tuple[Any, Any, bool]] = [(1, Interval(0, 1), True), (2, Interval(0, 1), False), (x, sympy.S.Reals, True), (x, [x, y], True)]


@pytest.mark.parametrize(("item", "collection", "held"), SURE, ids=str)
def test_membership_that_is_known_is_told(item: Any, collection: Any, held: bool) -> None:
    assert inside(item, collection) is held

"""Tests of calls and operators that SymPy answers with an error: an author is told what to write."""

from __future__ import annotations

import re
from typing import Any

import pytest

from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError, MissingItemError, MissingKeyError, ProbatumError
from probatum.judge.faults import as_ours

HEAD = """
from contextlib import suppress
from sympy import *
from sympy.calculus.util import maximum, minimum, stationary_points, is_convex
from sympy.solvers.inequalities import reduce_inequalities
from probatum import *
x, y = reals("x y")
n, k = integers("n k")
A = Matrix([[x, 1], [1, y]])
w = Matrix([x, y])
"""
NONE = "got the item 0 of an empty list, wanted one that has items; where SymPy lists no solution there is none"
INDICATOR = "wanted numbers: Piecewise((1, condition), (0, True)) is 1 where it holds and else 0"
JOINED = "wanted conditions joined by And(...), Or(...), Not(...); a relation has .lhs and .rhs"
SAID = {
    "solve(Eq(x**2, -1), x)[0]": NONE,
    "list(solveset(x**2 + 1, x, Reals))[0]": NONE,
    "solveset(x**2 + 1, x, Reals).args[0]": "got the item 0 of an empty list",
    "real_roots(x**2 + 1)[0]": NONE,
    "solve(x**2 - 1, x)[2]": "got the item 2 of [-1, 1], wanted one from 0 to 1",
    "solve(x - 1, x)[x]": "got the item x of [1], wanted one from 0 to 0",
    "solve([x - 1], [x])[0]": "got the item 0 of {x: 1}, wanted one of its keys: x",
    "solve(x > 1, x)[0]": f"got an item of 1 < x, {JOINED}",
    "Matrix([[1, 2], [2, 1]]).eigenvects()[2]": "got the item 2 of a list of 2, wanted one from 0 to 1",
    "A[5, 5]": "got the item (5, 5) of a matrix of shape (2, 2), wanted one from [0, 0] to [1, 1]",
    "w[x]": "got the item x of a matrix of shape (2, 1), wanted one from [0, 0] to [1, 0]",
    "maximum(x*sin(x) + exp(x)*x**5, x, Interval(0, 1))": "wanted the value written down: ForAll(x, then=f <= value)",
    "minimum(exp(x) + x**3*sin(x), x)": "of which SymPy says: Unable to find critical points for x**3*sin(x) + exp(x), wanted the value",
    "maximum(x**2, x, Interval(0, y))": "maximum: got maximum(x**2, x, Interval(0, y)), of which SymPy says: The computation",
    "solve(cos(x) - x, x)": "solve: got solve(-x + cos(x), x), of which SymPy says: multiple generators [x, cos(x)] No algorithms",
    "solve(exp(x) + x - 3*sin(x), x)": ", wanted the solution written down, and the equation stated of it",
    "nsolve(cos(x) - x, x)": "wanted Exists(x, given=And(a < x, x < b), then=Eq(f, 0))",
    "reduce_inequalities(exp(x) + sin(x)*x > 0, x)": "wanted the solutions written down, in Iff(the inequality, ...)",
    "is_convex(x**2)": "is_convex: got is_convex(x**2), wanted what is_convex makes of them written down",
    "(x > 0) + (x < 1)": f"got (x > 0) + (x < 1), {JOINED}",
    "(x > 0)**2": f"got (x > 0) ** 2, {JOINED}",
    "-(x > 0)": f"got - of (x > 0), {JOINED}",
    "+(x > 0)": f"got + of (x > 0), {JOINED}",
    "abs(x > 0)": f"got abs of (x > 0), {JOINED}",
    "-ForAll(y, then=y > 0)": "wanted numbers; propositions are joined by All(...), Any(...), Iff(...)",
    "x | 1": f"got x | 1, {JOINED}",
    "(x > 0) & 1": f"got (x > 0) & 1, {JOINED}",
    "x @ y": "got x @ y, wanted matrices or arrays on both sides; * multiplies numbers",
    "FiniteSet(1, 2)[0]": "got the item 0 of the set {1, 2}, wanted the number itself: what is in a set has no order",
    "Interval(0, x)[0]": "got the item 0 of the set Interval(0, x), wanted the number itself",
    "{1}[0]": "got the item 0 of the set {1}, wanted the number itself",
    "x in x + 1": "got x as an item of x + 1, wanted functions of one number",
    "x in (y > 0)": f"got x as an item of y > 0, {JOINED}",
    "Max()": "Max: got Max(), of which SymPy says: it is called without any, wanted numbers, one by one, as in Max(x, y)",
    "Min(*[])": "Min: got Min(), of which SymPy says: it is called without any, wanted numbers",
    "sqrt(x > 0)": f"sqrt: got sqrt(x > 0), of which SymPy says: Relational cannot be used in Pow, {INDICATOR}",
    "sin(x > 0)": f"sin: got sin(x > 0), {INDICATOR}",
    "Sum(x > 0, (k, 1, n))": f"Sum: got Sum(x > 0, (k, 1, n)), {INDICATOR}",
    "sin + 1": "got sin + 1, wanted the function of something, such as sin(x)",
    "1 / E": "got 1 / E, wanted exp(1), Euler's number: E(X) is the expectation of X",
    "E**x": "got E ** x, wanted exp(1), Euler's number: E(X) is the expectation of X",
    "x - dot": "got x - dot, wanted the function of something, such as dot(x)",
    "log(E)": "log: got log(E), wanted exp(1), Euler's number: E(X) is the expectation of X",
    "E > 0": "got E and 0 compared, wanted numbers on both sides",
    "sin > 0": "got sin and 0 compared, wanted numbers on both sides",
    "sin(ForAll(y, then=y > 0))": "wanted numbers; propositions are joined by All(...), Any(...), Iff(...)",
    "Sum(x**k, (k, 0))": "of which SymPy says: Sum requires values for lower and upper bounds, wanted Sum(term, (k, first, last))",
    "Integral(x, 0, 1)": "of which SymPy says: Invalid limits given: (0, 1), wanted Integral(f, (x, from, to))",
    "integrate(x*y)": "of which SymPy says: specify dummy variables for x*y, wanted Integral(f, (x, from, to))",
    "limit(x, x)": "limit: got limit(x, x), missing a required argument: 'z0', wanted Limit(f, x, point)",
    "(x*y).diff()": "diff: got (x*y).diff(), of which SymPy says: Since there is more than one variable",
    "diff(x, x + 1)": "Can't calculate derivative wrt x + 1, wanted diff(f, x), diff(f, x, 2) or diff(f, x, y)",
    "(x + y).subs([x, y])": "subs: got (x + y).subs([x, y]), wanted f.subs(x, value), or f.subs({x: value, y: other})",
    "Piecewise(x, (1, True))": "got Piecewise(x, (1, True)), wanted Piecewise((value, condition), ..., (other, True))",
    "Max([x, y])": "wanted numbers, one by one, as in Max(x, y)",
    "binomial(n)": "binomial: got binomial(n), 1 arguments, wanted binomial of 2 numbers",
    "log(x, y, 2)": "log: got log(x, y, 2), 3 arguments, wanted log of 1 number or more",
    "hessian(x*y, x)": "hessian: got hessian(x*y, x), wanted hessian(f, (x, y))",
    "S('x+')": "S: got S('x+'), of which SymPy says: Sympify of expression",
    "A*Matrix([1, 2, 3])": "wanted matrices whose shapes fit, where these are (2, 2) and (3, 1)",
    "A @ Matrix([1, 2, 3])": "wanted matrices whose shapes fit, where these are (2, 2) and (3, 1)",
    "A + 1": "wanted a matrix beside it, such as x*eye(2), or the inverse, A.inv()",
    "x + None": "got x + None, wanted numbers on both sides",
    "[1]*x": "got [1] * x, wanted numbers on both sides",
    "w.det()": "det: got (Matrix([[x], [y]])).det(), wanted a square matrix",
    "Matrix([[1, 2], [2, 4]]).inv()": "of which SymPy says: Matrix det == 0; not invertible, wanted a square matrix with an inverse",
    "Matrix([[1, 2], [3]])": "Matrix: got Matrix([[1, 2], [3]]), of which SymPy says: mismatched dimensions",
    "collect(x*y)": "missing a required argument: 'syms', wanted collect(expr, syms), or with func=",
}
STANDING = {
    "solve(x**2 - 1, x)[1]": 1,
    "(1, 2)[-1]": 2,
    "maximum(x**2, x, Interval(0, 2))": 4,
    "Matrix([[1, 2], [3, 4]])[1, 0]": 3,
    "[0]*3": [0, 0, 0],
    "[-i for i in (1, 2)]": [-1, -2],
    "-(-x) is x": True,
    "+x is x": True,
    "(-A)[0, 1]": -1,
    "[-True, -2**2, 2**-1]": [-1, -4, 0.5],
    "~5": -6,
    "abs(-3)": 3,
    "True | False": True,
    "{x: 1}[x]": 1,
}
OF_PYTHON = [("1 + 'a'", TypeError), ("{'a': 1}['b']", KeyError), ("1/0", ZeroDivisionError), ("[1](2)", TypeError)]


def made(source: str, before: str = "") -> Any:
    """What an expression of an author's module makes."""
    names: dict[str, Any] = {}
    exec(transcribed(f"{HEAD}{before}\nmade = {source}", "claims.py"), names)
    return names["made"]


@pytest.mark.parametrize(("source", "said"), SAID.items(), ids=SAID)
def test_an_error_of_sympys_is_told_as_what_to_write(source: str, said: str) -> None:
    with pytest.raises(ProbatumError, match=re.escape(said)) as told:
        made(source)
    assert told.value.slug == DefinitionError.slug


@pytest.mark.parametrize(("source", "found"), STANDING.items(), ids=STANDING)
def test_what_sympy_finds_is_given(source: str, found: Any) -> None:
    assert made(source) == found


@pytest.mark.parametrize(("source", "kind"), OF_PYTHON)
def test_an_error_of_pythons_own_stays(source: str, kind: type[Exception]) -> None:
    with pytest.raises(kind) as raised:
        made(source)
    assert not isinstance(raised.value, ProbatumError)


def test_a_missing_item_can_be_caught_as_pythons_error() -> None:
    before = "try:\n    found = solve(x**2 + 1, x)[0]\nexcept IndexError:\n    found = 7\nwith suppress(KeyError):\n    {x: 1}[y]"
    assert made("found", before) == 7


def test_what_an_authors_own_function_raises_stays() -> None:
    before = "def wrong(entry):\n    raise ValueError('mine')"
    with pytest.raises(ValueError, match=r"^mine$"):
        made("Matrix([1, 2]).applyfunc(wrong)", before)


def test_a_missing_key_is_said_without_quotes() -> None:
    with pytest.raises(MissingKeyError, match="wanted one of its keys: x") as missing:
        made("{x: 1}[y]")
    assert str(missing.value).startswith("got the item y")
    with pytest.raises(MissingItemError):
        made("Tuple(x)[3]")


ATTRIBUTES = {
    "(x > 0).diff(x)": f"got the attribute 'diff' of x > 0, {JOINED}",
    "And(x > 0, x < 1).lhs": f"got the attribute 'lhs' of (x > 0) & (x < 1), {JOINED}",
    "x.nothing": "got the attribute 'nothing' of x, wanted functions of one number",
    "A.nothing": "got the attribute 'nothing' of Matrix([[x, 1], [1, y]]), wanted what SymPy's matrices have",
    "ForAll(x, then=x > y).subs(y, 1)": "got the attribute 'subs' of ForAll(variables=(x,), given=True, then=x > y), wanted it as it is",
    "Iff(x > 0, y > 0).xreplace({x: y})": "a value is put in where it is made, as by a function of the value that returns it",
}


@pytest.mark.parametrize(("source", "said"), ATTRIBUTES.items(), ids=ATTRIBUTES)
def test_a_claim_that_asks_for_what_a_relation_does_not_have_is_told(source: str, said: str) -> None:
    with pytest.raises(AttributeError) as raised:
        made(source)
    told = as_ours(raised.value)
    assert isinstance(told, DefinitionError)
    assert said in str(told)


def test_an_attribute_of_anything_else_is_a_crash() -> None:
    with pytest.raises(AttributeError) as raised:
        made("(1).nothing")
    assert as_ours(raised.value).slug == "crashed"

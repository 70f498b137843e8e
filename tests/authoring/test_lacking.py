"""Tests of what authors suppose of symbols that do not have it: they are told what is written of such a thing."""

from __future__ import annotations

import fractions
import re
from typing import Any

import pytest
import sympy

from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError, ExactnessError

HEAD = """
import decimal, statistics
import numpy as np
from fractions import Fraction
from sympy import *
from probatum import *
x, y, r, mu, L = reals("x y r mu L")
n = integers("n")
u, v = vectors("u v")
f = functions("f", convex=True)
A = operators("A", monotone=True)
B = matrices("B", eigenvalues_in=(mu, L))
C = sets("C")
X = random("X")
t, w = features("t w", of=n)
z = complexes("z")
M = Matrix([[1, 1, 0], [1, 2, 1], [0, 1, 5]])
"""
NUMBER = "functions of one number, such as sqrt(x) or Max(x, y); several numbers are a Matrix, vectors(...) or features(...)"
VECTOR = "wanted dot(u, y), norm(u), cosine(u, y)"
FUNCTION = "wanted f(x), gradient(f, x), minimizer(f), proximal(f, step, x)"
MATRIX = "wanted B @ x, dot(x, B @ x), inverse(B, x)"
RANDOM = "wanted E(X), Var(X), Cov(X, Y), P(X >= t); of copies, total(X), average(X)"
FEATURES = "wanted total(t), average(t)"
SAID = {
    "u.dot(v)": f"got the attribute 'dot' of u, {VECTOR}",
    "u.T @ v": f"got the attribute 'T' of u, {VECTOR}",
    "u.norm()": f"got the attribute 'norm' of u, {VECTOR}",
    "(u + 2*v).norm()": "got the attribute 'norm' of u + 2*v, wanted dot(u + 2*v, y), norm(u + 2*v), cosine(u + 2*v, y)",
    "gradient(f, u).T": "wanted dot(∇f(u), y), norm(∇f(u)), cosine(∇f(u), y)",
    "u[0]": f"got an item of u, {VECTOR}",
    "len(u)": f"got len of u, {VECTOR}",
    "sum(u)": f"got sum of u, {VECTOR}",
    "np.sum(u)": f"got numpy.sum of u, {VECTOR}",
    "np.linalg.norm(u)": f"got numpy.linalg.norm of u, {VECTOR}",
    "np.linalg.norm(u, 2)": f"got numpy.linalg.norm of u, {VECTOR}",
    "max(u, v)": f"got max of u, {VECTOR}",
    "u(2)": "got u(2), where u is no function, wanted the product u*(2), or dot(u, y)",
    "u @ B @ u": "got u @ B, wanted dot(u, y) of two vectors, A @ u with a matrix A, or dot(u, A @ y)",
    "f.gradient(u)": f"got the attribute 'gradient' of f, {FUNCTION}",
    "f[u]": f"got an item of f, {FUNCTION}",
    "gradient(f)(u)": "gradient: got gradient(f), missing a required argument: 'point', wanted gradient(function, point)",
    "f(x)": "f(...): got the number x, wanted a vector made by vectors(...), of any dimension",
    "A.inverse(u)": "got the attribute 'inverse' of A, wanted A(x), zero_of(A), fixed_point(A), resolvent(A, step, x)",
    "A @ u": "or A(u) with an operator",
    "B.inv() @ u": f"got the attribute 'inv' of B, {MATRIX}",
    "B.T": f"got the attribute 'T' of B, {MATRIX}",
    "C.projection(u)": "got the attribute 'projection' of C, wanted projection(C, x), member(C, x)",
    "X.var()": f"got the attribute 'var' of X, {RANDOM}",
    "X.mean()": f"got the attribute 'mean' of X, {RANDOM}",
    "(X**2).mean()": "wanted E(X**2), Var(X**2)",
    "np.mean(X)": f"got numpy.mean of X, {RANDOM}",
    "statistics.mean(X)": f"got statistics.mean of X, {RANDOM}",
    "E[X**2]": "got E[X**2], wanted E(X**2)",
    "t.sum()": f"got the attribute 'sum' of t, {FEATURES}",
    "(t * w).sum()": "wanted total(t*w), average(t*w)",
    "sum(t)": f"got sum of t, {FEATURES}",
    "np.sum(t * w)": "got numpy.sum of t*w, wanted total(t*w), average(t*w)",
    "t[1]": f"got an item of t, {FEATURES}",
    "max(t, 0)": "max: got t, 0 with the variables n, t, wanted numbers: write Max(t, 0)",
    "norm(t)": "of any dimension; of numbers with an index, total(...), such as total(t**2)",
    "total(1)": "total: got 1, in which nothing has an index, wanted a term in features(...) or random(...) with of=n",
    "x.sum()": f"got the attribute 'sum' of x, wanted {NUMBER}",
    "x.T": f"got the attribute 'T' of x, wanted {NUMBER}",
    "x[1]": f"got an item of x, wanted {NUMBER}",
    "len(x)": f"got len of x, wanted {NUMBER}",
    "list(x)": f"got list of x, wanted {NUMBER}",
    "x(2)": f"got x(2), where x is no function, wanted the product x*(2), or {NUMBER}",
    "n()": "got n(), where n is no function, wanted functions of one number",
    "z.abs()": "got the attribute 'abs' of z, wanted modulus(z), conjugate(z), z.real, z.imag",
    "M.sum()": "got the attribute 'sum' of Matrix([[1, 1, 0], [1, 2, 1], [0, 1, 5]]), wanted what SymPy's matrices have",
    "(x + y)^2": "got ^ of x + y and 2, wanted the power (x + y)**2",
    "x + (2^3)": "got 2 ^ 3, which is Python's exclusive or, 1, wanted the power 2**3, or operator.xor(2, 3)",
    "2^x": "got ^ of 2 and x, wanted the power 2**x",
    "isprime(n)": "sympy.isprime: got the variable n, wanted numbers: write that it is at least 2 and no product of two that are",
    "factorint(n)": "sympy.factorint: got the variable n, wanted numbers",
    "Rational(n, 2)": "sympy.Rational: got n, 2 with the variable n, wanted numbers: write n/2",
    "Rational(n + 1, n)": "write (n + 1)/n",
    "Integer(x)": "write floor(x) where it is at least 0 and ceiling(x) where it is less",
    "M.norm(2)": "norm: got a matrix whose singular values SymPy does not put in order, wanted spectral_radius(A.T*A)",
    "M.condition_number()": "condition_number: got a matrix whose singular values SymPy does not put in order",
    "Limit(x**2, x, x)": "Limit: got the point x for x, which has no value outside of it, wanted another name",
    "limit(x**2, x, x + 1)": "Limit: got the point x + 1 for x",
    "Limit(log(x), x, E)": "Limit: got the function E, wanted exp(1), Euler's number",
    "Limit(exp, x, 0)": "Limit: got the function exp, wanted what it is of, such as exp(t)",
    "matrices('Q', eigenvalues_in=(0, oo))": "wanted ends that are numbers: a variable of which nothing is said",
    "operators('T', averaged=r)": "wanted operators(names), or with monotone=, strongly_monotone=, cocoercive=",
    "random('V', normal=(0, 1))": "wanted random(names), or with independent=, mean=, variance=, bernoulli=, symmetric=",
    "noise('e', variance=r)": "wanted noise(names, spread=...)",
    "vectors('q', of=n)": "got an unexpected keyword argument 'of', wanted vectors(names)",
    "ForAll(Symbol('p', positive=True), then=x > 0)": "or integers(...); what is supposed of it stands in given=",
    "smallest(x**2 + y**2, (x, y), at=(0, 0))": "wanted one; of several, a ForAll over them with the relation",
}
STANDING = {
    "[1, 2, 3][1:]": [2, 3],
    "{'a': 1}['a']": 1,
    "np.array([[1, 2], [3, 4]])[:, 1].tolist()": [2, 4],
    "np.array([[1, 2], [3, 4]])[..., 1].tolist()": [2, 4],
    "M[2, 2]": 5,
    "M.T.shape": (3, 3),
    "M[:, 0].dot(M[:, 1])": 3,
    "np.array([1, 2]).sum()": 3,
    "z.real.name": "Re(z)",
    "{1, 2} ^ {2, 3}": {1, 3},
    "Rational('0.1')": sympy.Rational(1, 10),
    "Rational(np.int64(3), 2)": sympy.Rational(3, 2),
    "Fraction('0.5')": fractions.Fraction(1, 2),
    "Fraction(decimal.Decimal('0.1'))": fractions.Fraction(1, 10),
    "Integer('7')": 7,
    "np.max([1, 2])": 2,
    "isprime(7)": True,
    "Matrix([[1, 0], [0, 2]]).norm(2)": 2,
}


def made(source: str) -> Any:
    """What an expression of an author's module makes."""
    names: dict[str, Any] = {}
    exec(transcribed(f"{HEAD}\nmade = {source}", "claims.py"), names)
    return names["made"]


@pytest.mark.parametrize(("source", "said"), SAID.items(), ids=SAID)
def test_what_a_thing_does_not_have_is_told(source: str, said: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(said)):
        made(source)


@pytest.mark.parametrize(("source", "found"), STANDING.items(), ids=STANDING)
def test_what_a_thing_has_is_given(source: str, found: Any) -> None:
    assert made(source) == found


@pytest.mark.parametrize(
    "number",
    ["Rational(0.1)", "Rational(1, 0.1)", "Rational(np.float64(0.1))", "Rational(np.float32(0.1))", "Integer(2.5)", "Fraction(0.1)"],
)
def test_a_float_is_not_made_a_fraction(number: str) -> None:
    with pytest.raises(ExactnessError, match=rf"^{number.partition('(')[0]}: got the (float|NumPy value) .*, wanted an exact number"):
        made(number)


@pytest.mark.parametrize(
    ("source", "kind"), [("None[1]", TypeError), ("{}['a']", KeyError), ("[1][5]", IndexError), ("x.nothing", AttributeError)]
)
def test_an_error_of_another_kind_stays_as_it_is(source: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        made(source)


def test_annotations_stay() -> None:
    names: dict[str, Any] = {}
    exec(transcribed("def first(several) -> list[int] | None:\n    return several[0]\nfound = first([5])", "claims.py"), names)
    assert (names["found"], names["first"].__annotations__) == (5, {"return": "list[int] | None"})

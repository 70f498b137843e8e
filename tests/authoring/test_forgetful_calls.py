"""Tests of what an author's module calls that would forget where something is undefined: it is kept, or refused with what to write."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Rational

from probatum.authoring.as_written.calls import called
from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from tests.each import each

HEAD = """
import asyncio, builtins
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from functools import cache, partial
from itertools import starmap
from multiprocessing.pool import ThreadPool
from operator import imul, methodcaller, truediv
import numpy as np
import sympy.stats as st
from sympy.vector import CoordSys3D
from sympy import *
from probatum import *
x, y, a, b = reals("x y a b")
n, = integers("n "),
A = Matrix([[x, 0], [0, 1]])
D = Matrix([[a, 0], [0, b]])
f = Function("f")
X = np.array([x, 1 / x])

def changed(items, by):
    items[0] += by
    items[1:] += [0]
    return items[0]

class Kept:
    def __init__(self, value):
        self.value = value

    def __iadd__(self, other):
        self.value = self.value + other
        return self

def summed(kept):
    kept += x
    return kept.value

def through_another_name(array):
    other = array
    other *= x
    return array[0]

def cancelled(kept):
    if isinstance(kept, list):
        kept[0].value /= x
        return kept[0].value
    (lambda: kept)().value /= x
    return kept.value

read, execute = eval, exec

def executed(code):
    names = {"x": x}
    execute(code, names)
    return names

def in_a_thread(name, *things):
    with ThreadPoolExecutor(1) as pool:
        return getattr(pool, name)(*things)

def in_a_pool(name, *things):
    with ThreadPool(1) as pool:
        return getattr(pool, name)(*things)

class Sum_:
    value = 0

    def cancelled(self):
        self.__value = x
        [self][0].__value /= x
        return self.__value

    def plus(self, term):
        self.value += term
        return self
"""
FORGETFUL = {
    "a relation that is simplified": "ForAll(x, then=Or(Le(x**2/x, 0).simplify(), x > 0))",
    "a relation that is carried out": "ForAll(x, then=Or(Le(x**2/x, 0).doit(), x > 0))",
    "a relation that is expanded": "ForAll(x, then=Or(Le(x**2/x, 0).expand(), x > 0))",
    "joined relations in a normal form": "ForAll(x, then=Or(to_cnf(And(Le(x**2/x, 0), x < 5)), x > 0))",
    "a relation of its own kind and parts": "ForAll(x, then=Or(Le(x**2/x, 0).func(*Le(x**2/x, 0).args), x > 0))",
    "a side of a relation": "ForAll(x, then=Eq(Eq(x**2/x, 0).args[0], x))",
    "what an integral is of": "ForAll(x, then=Eq(Integral(y**2/y, (y, 0, 1)).args[0].subs(y, x), x))",
    "factors of a product": "ForAll(x, then=Eq(Mul(*(x * x / x).args), x))",
    "what a limit is of": "ForAll(y, then=Eq(Limit(y**2/y, y, 0).args[0], y))",
    "a compiled function": "ForAll(x, then=Eq(lambdify(x, x / x)(x), 1))",
    "a compiled function at a number": "ForAll(y, then=Eq(y * lambdify(x, x / x)(0), y))",
    "a compiled derivative at a number": "ForAll(y, then=Eq(y * lambdify(x, diff(Abs(x), x))(0), 0))",
    "a compiled matrix": "ForAll(y, then=Eq(lambdify(x, Matrix([x / x, x]))(y)[0, 0], 1))",
    "a compiled list": "ForAll((x, y), then=Eq(lambdify([x, y], [x * y / y])(x, y)[0], x))",
    "text": "ForAll(x, then=Eq(sympify('x**2/x', locals={'x': x}), x))",
    "parsed text": "ForAll(x, then=Eq(parse_expr('x/x + 1', local_dict={'x': x}), 2))",
    "a solved system": "ForAll(x, then=Eq(A.LUsolve(Matrix([x, 1]))[0], 1))",
    "an inverse": "ForAll(x, then=Eq((A.inv() @ A)[0, 0], 1))",
    "a solution": "ForAll(a, then=Eq(solve(Eq(a * x, a), x)[0], 1))",
    "a function for derivatives, of a matrix": "ForAll(x, then=Eq(diff(Matrix([x, Abs(x)]), x)[1], sign(x)))",
    "a derivative that is called for at once": "ForAll(x, then=Eq(Derivative(Abs(x), x, evaluate=True)*x, Abs(x)))",
    "a derivative not to be simplified": "ForAll(x, then=Eq(diff(Abs(x), x, simplify=False)*x, Abs(x)))",
    "a derivative by the only variable": "ForAll(x, then=Eq(Abs(x).diff()*x, Abs(x)))",
    "solutions of a linear system": "ForAll(x, then=Eq(linsolve([x * y - x], y).args[0][0], 1))",
    "an array": "ForAll(x, then=Eq((X / X)[0], 1))",
    "a function of arrays": "ForAll(x, then=Eq(np.divide(X, X)[0], 1))",
    "a product of an array": "ForAll(x, then=Eq(X.prod(), 1))",
    "a function of NumPy": "ForAll(x, then=Eq(np.prod(X), 1))",
    "an anonymous function": "ForAll(x, then=Eq(Lambda(x, x / x)(x), 1))",
    "what an anonymous function is given": "ForAll(x, then=Eq(Lambda(y, x / y)(x), 1))",
    "an element changed in place": "ForAll(x, then=Ge(changed([1 / x, 2], -1 / x), -1 - x**2))",
    "an attribute changed in place": "ForAll(x, then=Ge(Sum_().plus(1 / x).plus(-1 / x).value, 0))",
    "an operator in place": "ForAll(x, then=Eq(imul(x, 1 / x), 1))",
    "an operator with a part given": "ForAll(x, then=Eq(partial(truediv, x)(x), 1))",
    "an operator that is mapped": "ForAll(x, then=Eq([*map(truediv, [x], [x])][0], 1))",
    "an operator for pairs": "ForAll(x, then=Eq([*starmap(truediv, [(x, x)])][0], 1))",
    "an operator's method": "ForAll(x, then=Eq(x.__truediv__(x), 1))",
    "an operator's method by name": "ForAll(x, then=Eq(methodcaller('__truediv__', x)(x), 1))",
    "an operator's method of the class": "ForAll(x, then=Eq(Expr.__truediv__(x, x), 1))",
    "a function of NumPy of expressions": "ForAll(x, then=Eq(np.divide(x, x), 1))",
    "a function of NumPy of a list": "ForAll(x, then=Eq(np.prod([x, 1 / x]), 1))",
    "a product of lists": "ForAll(x, then=Eq(np.dot([x, 1], [1 / x, 2]), 3))",
    "a replaced variable": "ForAll(x, then=Eq((x / y).replace(y, x), 1))",
    "a replaced sum": "ForAll(x, then=Eq((x / (y + a)).subs(y + a, x), 1))",
    "one after the other": "ForAll((x, a), then=Eq((x / (y * b)).subs([(y, x), (x, a)]) * b, 1))",
    "numerator and denominator": "ForAll(x, then=Eq(fraction(cancel(x**2 / x))[0], x))",
    "a minor of an inverse": "ForAll((a, b), given=Ne(a, 0), then=Gt(D.inv().minor(1, 1) * a, 0))",
    "a part of an inverse": "ForAll((a, b), given=Ne(a, 0), then=Gt(D.inv().minor_submatrix(1, 1)[0, 0] * a, 0))",
    "a derivative of an inverse": "ForAll((a, b), given=Ne(a, 0), then=Lt(D.inv().diff(a)[0, 0], 0))",
    "entries of an inverse": "ForAll((a, b), given=Ne(a, 0), then=Gt(D.inv().applyfunc(simplify)[0, 0] * a, 0))",
    "an inverse asked of the class": "ForAll((a, b), given=Ne(a, 0), then=Gt(Matrix.inv(D)[0, 0] * a, 0))",
    "an inverse that cannot be changed": "ForAll((a, b), given=Ne(a, 0), then=Gt(D.as_immutable().inv().T[0, 0] * a, 0))",
    "a power that cannot be changed": "ForAll((a, b), given=Ne(a, 0), then=Gt(D.as_immutable().pow(-1)[0, 0] * a, 0))",
    "a product of inverses": "ForAll((a, b), given=Ne(a, 0), then=Gt(hadamard_product(D.inv(), D.inv()).doit()[0, 0], 0))",
    "a unit vector": "ForAll(a, then=Eq(Matrix([a, 0]).normalized()[1], 0))",
    "a projection": "ForAll(a, then=Eq(Matrix([0, 1]).project(Matrix([a, 0]))[1], 0))",
    "a determinant": "ForAll((a, b), then=Eq(diag(Matrix([[a, 1 / b], [0, 1]]), 1, 1).det(), a))",
    "a Wronskian": "ForAll((a, x), then=Eq(wronskian([1 / a, 0], x), 0))",
    "a discriminant": "ForAll(a, then=Eq(discriminant(a * x**2 + x, x), 1))",
    "a coefficient": "ForAll(a, then=Eq(expand((1 / a + x)**2).coeff(x, 2), 1))",
    "a term": "ForAll((a, x), then=Eq((1 / a + x).as_independent(x)[1], x))",
    "a function compiled of one variable": "ForAll(a, then=Eq(lambdify(x, x / a)(0), 0))",
    "a decimal": "ForAll(a, then=Eq(N(0 / a), 0))",
    "cases that agree": "ForAll((a, x), then=Eq(piecewise_fold(Piecewise((0, x > 0), (0 / a, True))), 0))",
    "the limit of a sequence": "ForAll(a, then=Eq(limit_seq(1 / (a * n), n), 0))",
    "a replaced function": "ForAll(x, then=Ge((f(x) * x).subs(f(x), 1 / x) + x**2, 0))",
    "one of several": "ForAll(x, then=Ge((f(x) * x).subs({f(x): 1 / x, y: x}) + x**2, 0))",
    "an antiderivative": "ForAll(x, then=Ge(integrate(x / x, x)**2, 0))",
    "an antiderivative's method": "ForAll(x, then=Ge((0 * log(x)).integrate(x) + x**2, 0))",
    "the derivative of an antiderivative": "ForAll(x, then=Gt(diff(integrate(sqrt(x)**2 + 1 - x, x), x), 0))",
    "a replaced part of a power": "ForAll((x, a), then=Eq((x**4 + x).subs(x**2, 1 / a) * 0, 0))",
    "an exact replacement": "ForAll(x, then=Ge((f(x) * x).xreplace({f(x): 1 / x}) + x**2, 0))",
    "a function for a function": "ForAll(x, then=Ge((f(x) * x).replace(f, lambda u: 1 / u) + x**2, 0))",
    "another for a function": "ForAll(x, then=Ge((f(x) * x).subs(f, Lambda(y, 1 / y)) + x**2, 0))",
    "a root for a function": "ForAll(x, then=Ge((f(x)**2).subs(f(x), sqrt(x)), x))",
    "a replaced exponential": "ForAll(x, then=Ge((exp(x) * x).subs(exp(x), 1 / x) + x**2, 0))",
    "a number for an exponential": "ForAll((x, y), then=Eq((exp(x) / y).subs(exp(x), 0), 0))",
    "a number for an exponent": "ForAll((x, y), given=x > 0, then=Eq((x**exp(y) / y).subs(exp(y), 2) * y, x**2))",
    "a replaced term": "ForAll(x, then=Ge(((x + 1) * x).subs(x + 1, 1 / x) + x**2, 0))",
    "an entry": "ForAll(x, then=Ge((IndexedBase('E')[0] * x).subs(IndexedBase('E')[0], 1 / x) + x**2, 0))",
    "what fits a pattern": "ForAll(x, then=Ge((sin(x) * x).replace(sin(Wild('w')), 1 / Wild('w')) + x**2, 0))",
    "a polynomial at a place": "ForAll(x, then=Ge(Poly(a * y, a, y)(1 / x, x) + x**2, 0))",
    "put into a polynomial": "ForAll(x, then=Ge(Poly(a * y, a).subs(a, 1 / x).subs(y, x) + x**2, 0))",
    "a polynomial at several places": "ForAll(x, then=Ge(Poly(a * y, a, y).eval((1 / x, x)) + x**2, 0))",
    "a polynomial in other names": "ForAll(x, then=Ge(Poly(a * y, a, y).as_expr(1 / x, x) + x**2, 0))",
    "a constant polynomial": "ForAll(x, then=Ge(Poly(1, a)(1 / x) + x**2, 0))",
    "a constant function": "ForAll(x, then=Ge(Lambda(y, 1)(1 / x) + x**2, 0))",
    "a zero of a domain": "ForAll(x, then=Ge(x**2 + QQ(0) * (1 / x), 0))",
    "a root times itself": "ForAll(x, then=Ge(sqrt(-x) * sqrt(-x) + x + x**2, 0))",
    "a root of a product times itself": "ForAll((x, y), then=Ge(sqrt(x * y) * sqrt(x * y) - x * y + x**2, 0))",
    "roots of a cube": "ForAll(x, then=Ge((-x)**Rational(1, 3) * (-x)**Rational(2, 3) + x**2, -1))",
    "a zero of NumPy": "ForAll(x, then=Ge(x**2 + np.int64(0) * (1 / x), 0))",
    "a fraction that is zero": "ForAll(x, then=Ge(x**2 + Fraction(0) / x, 0))",
    "a power of NumPy": "ForAll(x, then=Ge(x**2 + np.int64(1)**(1 / x), 0))",
    "zeros in an array": "ForAll(x, then=Ge(x**2 + (np.zeros(1, dtype=int) * (1 / x))[0], 0))",
    "names of its own": "ForAll(x, then=Eq(eval('w / w', {'w': x}), 1))",
    "an attribute of what stands in a list": "ForAll(x, then=Ge(cancelled([Kept(x)]) + x**2, 0))",
    "an attribute of what is called for": "ForAll(x, then=Ge(cancelled(Kept(x)) + x**2, 0))",
    "an attribute of a class's own": "ForAll(x, then=Ge(Sum_().cancelled() + x**2, 0))",
    "text by another name of what reads it": "ForAll(x, then=Ge(read('x / x') + x**2, 0))",
    "text in the module of what reads it": "ForAll(x, then=Ge(builtins.eval('w / w', {'w': x}) + x**2, 0))",
    "text that is executed by another name": "ForAll(x, then=Ge(executed('w = x / x')['w'] + x**2, 0))",
    "text that is compiled": "ForAll(x, then=Ge(eval(compile('x / x', 'a', 'eval')) + x**2, 0))",
    "text that is compiled and executed": "ForAll(x, then=Ge(executed(compile('w = x / x', 'a', 'exec'))['w'] + x**2, 0))",
    "text that is mapped": "ForAll(x, then=Ge([*map(eval, ['x / x'])][0] + x**2, 0))",
    "an operator that is kept in mind": "ForAll(x, then=Ge(cache(truediv)(x, x) + x**2, 0))",
    "an operator in a thread": "ForAll(x, then=Ge(in_a_thread('submit', truediv, x, x).result() + x**2, 0))",
    "an operator over lists in a thread": "ForAll(x, then=Ge([*in_a_thread('map', truediv, [x], [x])][0] + x**2, 0))",
    "an operator in a pool": "ForAll(x, then=Ge(in_a_pool('starmap', truediv, [(x, x)])[0] + x**2, 0))",
    "an operator in an event loop": "ForAll(x, then=Ge(asyncio.run(asyncio.to_thread(truediv, x, x)) + x**2, 0))",
    "put into what was cancelled": "ForAll(y, then=Eq(cancel((x**2 - 1) / (x - 1)).subs(x, 1), 2))",
}
REFUSED = {
    "Eq(pow(n, -1, 7), 5)": "pow: got n to the power -1 modulo 7, wanted an exponent that is 0 or more; "
    r"an inverse m of n is stated: Eq\(Mod\(m\*n, modulus\), 1\)",
    "Le(x**2/x, 0).as_set().contains(x)": r"got x\*\*2/x <= 0, which would be taken for x <= 0, that has a truth value where",
    "solve_univariate_inequality(x**2/x >= 0, x, relational=False)": r"got x\*\*2/x >= 0, which would be taken for x >= 0",
    "reduce_inequalities([x**2/x >= 0], x)": r"got x\*\*2/x >= 0, which would be taken for x >= 0",
    "ConditionSet(y, Le(y**2/y, 0), S.Reals).contains(x)": r"got ConditionSet\(y, y\*\*2/y <= 0, Reals\), which would be taken",
    "Complement(Interval(x**2/x, 5), FiniteSet(3)).contains(0)": r"got Union\(Intersection\(Interval",
    "Interval(-1, x**2/x).contains(x)": r"got Interval\(-1, x\*\*2/x\), which would be taken for Interval\(-1, x\)",
    "parse_expr('x**2/x <= 0', {'x': x})": r"parse_expr: got x\*\*2/x <= 0, of which SymPy would forget where it has no value",
    "sympify('[x/x, 1]', {'x': x})": r"sympify: got \[x/x, 1\], of which SymPy would forget",
    "ForAll(x, then=Eq(eval(pycode(x / x)), 1))": "pycode: got an expression that has no value everywhere, which code forgets",
    "Xor(ForAll(x, then=x > 0), ForAll(x, then=x < 0))": "Xor: got a ForAll, wanted relations: write Exactly\\(1, ...\\)",
    "Poly(x**2 / x, x)": r"Poly: got x\*\*2/x, which is not defined everywhere, wanted coefficients that are",
    "Poly([1 / x, 0], y)": "Poly: got 1/x, which is not defined everywhere, wanted coefficients that are",
    "(x / x).args": r"got the parts of x/x asked for, which is not defined everywhere and would be taken for 1",
    "Matrix([[x, 1], [0, x]])**y": "to a power that varies, wanted a matrix of numbers",
    "Array([1 / x]) * x": "Array: got variables, of which it would forget where what is calculated with it is defined, wanted numbers",
    "Point(1 / x, 0).distance(Point(x, 0))": "Point: got variables, of which it would forget",
    "Quaternion(1 / x, 0, 0, 0)": "Quaternion: got variables, of which it would forget",
    "derive_by_array(x**2, [x])": "derive_by_array: got variables, of which it would forget",
    "quo(x * y, x, y)": r"got a question that depends on a variable \(quo of x\*y, x, y\)",
    "Matrix([[x, 1], [1, x]]).rref()": "rref: got a matrix with x, by whose pivots SymPy divides without saying so, wanted one of numbers",
    "solve([a * x + b * y - 1, x**2 - y], [x, y])": "solve: got equations with the parameters a, b, of which SymPy does not say",
    "len(solve(x / x - 1, x))": "solve: got what is zero whatever x is, wanted an equation whose solutions can be listed",
    "nsolve(x**2 / x, x, 1)": r"got x\*\*2/x, of which SymPy would forget where it has no value",
    "minimum(x**2 / x, x, Interval(0, 1))": r"got x\*\*2/x, of which SymPy would forget where it has no value",
    "diff(Abs(x) + y, Matrix([x, y]))": "got a derivative by Matrix.*, wanted one variable after the other",
    "Derivative(Abs(x) + y, [x, y])": "got a derivative by .*, wanted one variable after the other",
    "gcdex(x, x + a, x)": r"got a question that depends on a variable \(gcdex of x, a \+ x, x\)",
    "Poly(x, x).gcd(Poly(x + a, x))": "gcd: got .*, whose variables may have values for which SymPy's answer is another",
    "1 if is_convex(x**3 / x, x) else 0": r"got x\*\*3/x, of which SymPy would forget where it has no value",
    "factor_list(x**2 / x, x)": r"got x\*\*2/x, of which SymPy would forget where it has no value",
    "Matrix([[1, x], [0, 1]]).is_lower": r"got a question that depends on a variable",
    "len(Matrix([[1, x], [0, 1]]).values())": r"got a question that depends on a variable",
    "len(real_roots(x**3 / x - x))": r"got -x \+ x\*\*3/x, of which SymPy would forget where it has no value",
    "SparseMatrix([[Abs(x)]]).diff(x)": "got variables, of which it would forget where",
    "solveset(x / x > 0, x, S.Reals)": "got an equation that has no value everywhere, of which SymPy's solutions are",
    "diag(a, a).condition_number()": "condition_number: .* may have values for which SymPy's answer is another or none",
    "GramSchmidt([Matrix([a, 0])], True)": "(?s)GramSchmidt: got .*, whose variables may have values",
    "Matrix.orthogonalize(Matrix([a, 0]), Matrix([0, 1]))": "orthogonalize: got .*, whose variables may have values",
    "(x**2).subs('x', 1)": "subs: got x, 1, wanted expressions and what is put for them",
    "resultant(x / a, x, x)": "resultant: got x/a, x, x, whose variables may have values",
    "interpolate([(0, 0), (a, a)], x)": "interpolate: got .*, whose variables may have values",
    "laplace_transform(exp(2 * x), x, y, noconds=True)": "laplace_transform: got .*, whose variables may have values",
    "(x / a).series(x, 0, 1)": "series: got x/a, x, 0, 1, whose variables may have values",
    "(x / a).evalf(subs={x: 0})": "evalf: got x/a, whose variables may have values",
    "refine(abs(x), Q.positive(x))": r"refine: got Abs\(x\), Q.positive\(x\), whose variables may have values",
    "SeqFormula(n / a, (n, 0, 3))": "SeqFormula: got variables, of which it would forget",
    "Interval(a, b).measure": r"measure: got Interval\(a, b\), whose variables may have values",
    "Matrix([[1, 1 / a], [0, 1]]).eigenvals()": r"got what is defined only where Ne\(a, 0\), which dict would forget",
    "Matrix([[1, 1 / a], [0, 1]]).charpoly(x)": "Poly: got 1/a, which is not defined everywhere",
    "st.E(st.Die('T', 6), st.Die('T', 6) > 7)": "expectation: got T, T > 7, wanted no condition: of one that is never met SymPy says 0",
    "log(x) * CoordSys3D('N').i": "VectorMul: got variables, of which it would forget",
    "10**(10**10)": r"got 10\*\*10000000000, which has too many digits to be written down, wanted Pow",
    "Integer(2)**(Integer(2)**70)": r"got 2\*\*1180591620717411303424, which has too many digits to be written down, wanted Pow",
}
DECIDED = {
    "ForAll(x, given=x >= 0, then=Eq(integrate(1 / sqrt(x), x)**2, 4 * x))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Eq(diff(integrate(x / x, x), x), 1))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Eq(diff(integrate(x / x, x), x), x))": Truth.FALSE,
    "ForAll(n, given=n <= 0, then=Ne(pow(2, n, 3), 2))": Truth.UNDECIDED,
    "ForAll(x, given=x >= 0, then=Eq(re(sqrt(x)), sqrt(x)))": Truth.UNDECIDED,
    "ForAll(x, then=Le(sin(acot(x)), 1))": Truth.UNDECIDED,
    "Or(ForAll(x, then=x > 0), Eq(1, 2))": Truth.FALSE,
    "ForAll(x, then=x**2 > x - 1) | ForAll(x, then=x <= 0)": Truth.TRUE,
    "Equivalent(ForAll(x, then=x > 0), ForAll(x, then=x < 0))": Truth.TRUE,
    "Not(All(ForAll(x, then=x > 0), ForAll(x, then=x**2 > x - 1)))": Truth.TRUE,
    "Not(ForAll((), then=Eq(x - x, 2)))": Truth.TRUE,
    "And(Eq(1, 1), ForAll(x, then=Ge(x**2, 0)))": Truth.TRUE,
    "ForAll(x, then=Ge(x**2, 0)) & Eq(1, 2)": Truth.FALSE,
    "Not(Exists(x, then=Lt(x**2, 0)))": Truth.TRUE,
    "ForAll((a, b), given=Ne(a * b, 0), then=Gt(Matrix.inv(D)[0, 0] * a, 0))": Truth.TRUE,
    "ForAll(a, given=Ne(a, 0), then=Eq(Matrix([a, 0]).normalized()[0]**2, 1))": Truth.TRUE,
    "ForAll(a, given=Abs(a) < 1, then=Eq(limit_seq(a**n, n), 0))": Truth.TRUE,
    "Equal(limit_seq((n + 1) / (2 * n), n), 1)": Truth.FALSE,
    "Equal(real_roots(x**2 - 2)[1]**2, 2)": Truth.TRUE,
    "ForAll(x, then=Ge(exp(x), series(exp(x), x, 0, 2).removeO() + 0 * x))": Truth.TRUE,
    "ForAll(x, then=Eq(wronskian([sin(x), cos(x)], x), -1))": Truth.TRUE,
    "ForAll((a, b), given=Ne(a, 0), then=Eq(discriminant(a * x**2 + b * x + 1, x), b**2 - 4 * a + 0 * b))": Truth.TRUE,
    "ForAll((a, x, y), then=Eq(Matrix([[a, x], [x, 1]]).charpoly(y).as_expr(), (y - a) * (y - 1) - x**2))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Ge((f(x) * x).subs(f(x), 1 / x) + x**2, 0))": Truth.TRUE,
    "ForAll(x, then=Eq((sin(x)**2).replace(sin, cos), 1 - sin(x)**2))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(f(x), x).subs(f(x), x**2).doit(), 2 * x + 0 * x))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(f(x), x).replace(f, lambda u: u**2).doit(), 2 * x + 0 * x))": Truth.TRUE,
    "ForAll((x, y), then=Eq((x - 2 * y).xreplace({x: y, y: x}), y - 2 * x + 0 * x))": Truth.TRUE,
    "ForAll(x, then=Eq((x**2 + x + 1).subs(x**2, 4), 5 + x + 0 * x))": Truth.TRUE,
    "ForAll(x, then=Eq((x**2 + 1).replace(lambda e: e.is_Integer, lambda e: e + 1), x**3 + 2 + 0 * x))": Truth.TRUE,
    "ForAll(x, then=Eq((sin(x)**2 + x).replace(sin(Wild('w'))**2, 1 - cos(Wild('w'))**2), 1 - cos(x)**2 + x + 0 * x))": Truth.TRUE,
    "Equal(Sum(f(n), (n, 1, 3)).replace(f, lambda u: u**2), 14)": Truth.TRUE,
    "ForAll((x, y), then=Eq((x * y).subs(y, np.int64(2)), 2 * x + 0 * x))": Truth.TRUE,
    "ForAll(x, given=Interval(0, 1).contains(x), then=x**2 <= x)": Truth.TRUE,
    "ForAll((a, b), then=Eq(np.var([a, b]), (a - b)**2 / 4))": Truth.TRUE,
    "~ForAll(x, then=Ge(x**2, 0))": Truth.FALSE,
    "Not(Equal(1, 2))": Truth.TRUE,
    "ForAll(x, then=And(Ge(x**2, 0), Exists(y, then=Eq(y, x))))": Truth.TRUE,
    "ForAll(x, then=(x > 0) >> Exists(y, then=And(y > 0, y < x)))": Truth.TRUE,
    "ForAll(x, then=Implies(x > 0, Exists(y, then=And(y > 1, y < x))))": Truth.FALSE,
    "ForAll(x, given=Ne(x, 0), then=Eq(lambdify(x, x / x)(x), 1))": Truth.TRUE,
    "ForAll(x, then=Eq(summed(Kept(1)), x + 1 + 0 * x))": Truth.TRUE,
    "ForAll(x, then=Eq(through_another_name(np.array([x], dtype=object)), x**2 + 0 * x))": Truth.TRUE,
    "ForAll(x, then=Eq((x**2 + y).subs(2, 3), x**3 + y + 0 * x))": Truth.TRUE,
    "Equal(lambdify(x, x**2)(3), 9)": Truth.TRUE,
    "ForAll((x, y), then=Eq(np.dot([x, y], [1, y]), x + y**2))": Truth.TRUE,
    "ForAll(x, given=x >= 1, then=Eq(simplify(sqrt(x**3 - x**2)), x * sqrt(x - 1)))": Truth.TRUE,
    "Equal(sympify('1/3') * 3, 1)": Truth.TRUE,
    "Equal(Matrix([[2, 1], [1, 3]]).LUsolve(Matrix([3, 4])), Matrix([1, 1]))": Truth.TRUE,
    "ForAll((a, b), given=Ne(a, 0), then=Eq(a * solve(a * x - b, x)[0], b))": Truth.TRUE,
    "Equal(list(solveset((x**2 - x) / x, x, S.Reals))[0], 1)": Truth.TRUE,
    "Equal(len(solve(x / x - 1 + x, x)), 0)": Truth.TRUE,
    "Equal(len(solve(x * (x - 1) / x, x)), 1)": Truth.TRUE,
    "Equal(len(roots(x**2 / x, x)), 0)": Truth.TRUE,
    "Equal(len(list(solveset(diff(Abs(x), x), x, S.Reals))), 0)": Truth.TRUE,
    "Equal(len(solve([x / x + y - 3, x - y + 2], [x, y])), 0)": Truth.TRUE,
    "Equal(len(list(stationary_points(Abs(x), x, S.Reals))), 0)": Truth.TRUE,
    "Equal(list(stationary_points(x**2 - 2 * x, x))[0], 1)": Truth.TRUE,
    "ForAll((x, y), then=Eq(Lambda(x, Lambda(y, x - y))(y)(x), y - x))": Truth.TRUE,
    "ForAll((x, y), then=Eq(Lambda(x, Lambda(y, x - y))(y)(x), 0))": Truth.FALSE,
    "Equal(solve([x / x + y - 3, x - y - 1], [x, y])[x], 3)": Truth.TRUE,
    "ForAll(x, then=Eq(diff(Matrix([x, x**2]), x)[1], 2*x))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(x**3, (x, 2)), 6*x))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(x**3 * a, x, 2), 6*x*a))": Truth.TRUE,
    "ForAll((x, y), then=Ge(np.array([x, y]).dot(np.array([x, y])), 0))": Truth.TRUE,
    "ForAll(x, then=Ge(abs(x), x))": Truth.TRUE,
    "ForAll(x, then=Ne(Derivative(x**3, x), 3 * x**2))": Truth.FALSE,
    "ForAll(x, then=Ne(Derivative(sin(x), x), cos(x)))": Truth.FALSE,
    "ForAll(x, given=Ne(x, 0), then=Ne(Derivative(1 / x, x), -1 / x**2))": Truth.FALSE,
    "ForAll(n, then=Eq((-1)**((n**3 - n)/6) * (-1)**((n**3 - n)/6), 1))": Truth.TRUE,
}


def written(text: str) -> Any:
    """What a module of claims makes of an expression."""
    names: dict[str, Any] = {}
    exec(transcribed(f"{HEAD}\ndef statement():\n    return {text}\n", "claims.py"), names)
    return names["statement"]()


@pytest.mark.parametrize("text", FORGETFUL.values(), ids=FORGETFUL)
def test_what_a_call_forgets_is_undefined_there(text: str) -> None:
    with pytest.raises(UndefinedError, match="the hypotheses admit a point at which the proposition is undefined"):
        decide(written(text))


@pytest.mark.parametrize(("text", "message"), REFUSED.items(), ids=REFUSED)
def test_what_cannot_be_kept_is_refused_with_what_to_write(text: str, message: str) -> None:
    with pytest.raises(DefinitionError, match=message):
        written(text)


@pytest.mark.parametrize(("text", "truth"), DECIDED.items(), ids=DECIDED)
def test_what_is_defined_is_decided(text: str, truth: Truth) -> None:
    assert decide(written(text)).truth is truth


def test_an_exponent_that_was_written_is_shown_in_brackets() -> None:
    shown = [str(written("(-1)**((n**3 - n)/6)")), str(written("3 * ((n + n)/n)"))]
    assert each(shown) == ["(-1)**((n**3 - n)/6)", "3*(n + n)/n"]


class Foreign:
    """Something that is called, and can be neither looked up nor compared, as a function of C by way of ctypes."""

    def __hash__(self) -> int:
        raise TypeError

    def __eq__(self, other: object) -> bool:
        raise TypeError

    def __call__(self, value: int) -> int:
        """Its absolute value."""
        return abs(value)


def test_what_is_called_need_be_neither_hashable_nor_comparable() -> None:
    foreign = Foreign()
    assert called(foreign) is foreign


def test_what_is_executed_stands_in_the_names_that_it_is_given() -> None:
    names: dict[str, Any] = {"x": written("x")}
    exec(transcribed("exec('y = x / x', names)", "claims.py"), {"names": names})
    assert str(names["y"]) == "x/x"


def test_what_has_an_attribute_that_is_changed_is_asked_for_once() -> None:
    source = "asked = []\ndef box():\n    asked.append(1)\n    return asked_of\nbox().value += 2\n[box()][0].value *= 3"

    class Box:
        value: Any = 1

    names: dict[str, Any] = {"asked_of": Box()}
    exec(transcribed(source, "claims.py"), names)
    assert (names["asked_of"].value, names["asked"]) == (9, [1, 1])
    assert "__probatum_held__" not in names


READING = """
NAMES = {"here": 4}
read = eval
there = 1

def inner():
    here = 1
    return read("here + there"), read("here", {"here": 3}), read("here", None, NAMES)

found = inner()
exec("left = 5")
tree = compile("1 + 1", "a", "eval", 0x400)
"""


def test_text_is_read_where_it_stands() -> None:
    names: dict[str, Any] = {}
    exec(transcribed(READING, "a.py"), names)
    assert names["found"] == (2, 3, 4)
    assert names["left"] == 5
    assert type(names["tree"]).__name__ == "Expression"
    with pytest.raises(SyntaxError):
        exec(transcribed("compile('1 +', 'a', 'eval')", "a.py"), {})


def test_a_distribution_of_weights_below_zero_is_none() -> None:
    with pytest.raises(DefinitionError, match=r"of which SymPy says: .*Probability"):
        written("st.FiniteRV('T', {0: 2, 1: -1})")
    assert written("st.E(st.FiniteRV('T', {0: Rational(1, 2), 1: Rational(1, 2)}))") == Rational(1, 2)

"""Ten statements of the text as plain asserts with SymPy: what one would write without Probatum,
and never try to break.
"""

from __future__ import annotations

import sympy

x1, x2, z = sympy.symbols("x1 x2 z", real=True)
f = x1**2 + 25 * x2**2
hessian = sympy.hessian(f, (x1, x2))
alpha = sympy.Rational("0.035")
start = sympy.Matrix([sympy.Rational(1, 2)] * 2)
logistic = 1 / (1 + sympy.exp(-z))


def descended(point: sympy.Matrix) -> sympy.Matrix:
    """The point after one step."""
    gradient = sympy.Matrix([f.diff(x1), f.diff(x2)])
    return point - alpha * gradient.subs({x1: point[0], x2: point[1]})


def test_example_is_convex() -> None:
    assert hessian.is_positive_definite


def test_global_minimum_at_origin() -> None:
    assert sympy.solve([f.diff(x1), f.diff(x2)], [x1, x2]) == {x1: 0, x2: 0}


def test_gradient_of_example() -> None:
    assert [f.diff(x1), f.diff(x2)] == [2 * x1, 50 * x2]


def test_hessian_eigenvalues() -> None:
    assert hessian.eigenvals() == {2: 1, 50: 1}


def test_hessian_is_constant() -> None:
    assert hessian == sympy.diag(2, 50)


def test_first_iterate() -> None:
    assert descended(start) == sympy.Matrix([sympy.Rational("0.465"), sympy.Rational("-0.375")])


def test_second_coordinate_alternates() -> None:
    point = start
    for _ in range(20):
        following = descended(point)
        assert following[1] * point[1] < 0
        point = following


def test_rescaling_makes_example_spherical() -> None:
    assert sympy.hessian(f.subs(x2, x2 / 5), (x1, x2)) == 2 * sympy.eye(2)


def test_logistic_slope_at_most_quarter() -> None:
    slope = logistic.diff(z)
    assert sympy.simplify(sympy.Rational(1, 4) - slope - (logistic - sympy.Rational(1, 2)) ** 2) == 0


def test_worst_angle_of_example() -> None:
    assert round(float(sympy.deg(sympy.atan(sympy.Rational(24, 10)))), 2) == 67.38

"""The quadratic of the example, and derivatives and steps of descent of functions like it."""

import sympy

from probatum import reals

x1, x2 = x = reals("x1 x2")
y1, y2 = y = reals("y1 y2")
f = x1**2 + 25 * x2**2


def at(function, point):
    """The value of a function of x at a point."""
    return function.xreplace(dict(zip(x, map(sympy.sympify, point), strict=True)))


def gradient(function, variables=x):
    """The first derivatives, as a column."""
    return sympy.Matrix([sympy.diff(function, variable) for variable in variables])


def hessian(function, variables=x):
    """The matrix of the second derivatives."""
    return sympy.hessian(function, variables)


def step_of(function, rate, variables=x):
    """Where one step of gradient descent on a function leads, coordinate by coordinate."""
    return tuple(
        variable - rate * slope
        for variable, slope in zip(variables, gradient(function, variables), strict=True)
    )


def on_segment(share, here=x, there=y):
    """The point that has this share of `here` and the rest of `there`."""
    return tuple(share * a + (1 - share) * b for a, b in zip(here, there, strict=True))

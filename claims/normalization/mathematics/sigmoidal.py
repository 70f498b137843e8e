"""Sigmoidal activations and their slopes."""

from functools import cache

import sympy


def logistic(z):
    """The logistic function, between 0 and 1."""
    return 1 / (1 + sympy.exp(-z))


tanh = sympy.tanh


@cache
def slope(activation, z):
    """The derivative of an activation at z."""
    inner = sympy.Dummy("z", real=True)
    return sympy.diff(activation(inner), inner).subs(inner, z)

"""What functions tend to where their argument grows without bound, and where it falls without."""

from __future__ import annotations

import sympy

from probatum.calculus.asymptotics.stirling import Rest
from probatum.type_names import Expression

HALF_PI = sympy.pi / 2
AT_INFINITY: dict[Expression, tuple[Expression, Expression]] = {
    sympy.exp: (sympy.oo, sympy.Integer(0)),
    sympy.log: (sympy.oo, None),
    sympy.atan: (HALF_PI, -HALF_PI),
    sympy.tanh: (sympy.Integer(1), sympy.Integer(-1)),
    sympy.erf: (sympy.Integer(1), sympy.Integer(-1)),
    sympy.erfc: (sympy.Integer(0), sympy.Integer(2)),
    sympy.sinh: (sympy.oo, -sympy.oo),
    sympy.cosh: (sympy.oo, sympy.oo),
    sympy.asinh: (sympy.oo, -sympy.oo),
    sympy.sech: (sympy.Integer(0), sympy.Integer(0)),
    sympy.Si: (HALF_PI, -HALF_PI),
    sympy.Ci: (sympy.Integer(0), None),
    sympy.fresnels: (sympy.Rational(1, 2), -sympy.Rational(1, 2)),
    sympy.fresnelc: (sympy.Rational(1, 2), -sympy.Rational(1, 2)),
    sympy.Ei: (sympy.oo, sympy.Integer(0)),
    sympy.Shi: (sympy.oo, -sympy.oo),
    Rest: (sympy.Integer(0), None),
}

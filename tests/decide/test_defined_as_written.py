"""Tests of what cancels in complex numbers, spectra, matrices, quadratics, places and limits: it must be defined as it was written."""

from __future__ import annotations

import pytest
import sympy

from probatum import complexes, functions, integers, matrices, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

x, a, mu, L = reals("x a mu L")
z, w = complexes("z w")
NAMES = {
    "positive": sympy.Symbol("positive", positive=True),
    "x": x,
    "a": a,
    "z": z,
    "w": w,
    "mu": mu,
    "L": L,
    "n": integers("n"),
    "v": vectors("v"),
    "A": matrices("A", eigenvalues_in=(mu, L)),
    "f": functions("f", quadratic=True, smooth=L, strongly=mu),
}
UNDEFINED = [
    "ForAll((x, a), given=a > 1, then=And(a > 0, Implies(mu > 0, 1 / x > 0)).subs(mu, 1 / x))",
    "ForAll((x, a), given=a > 1, then=And(a > 0, Eq(mu, 1 / x)).subs(mu, 1 / x))",
    "ForAll((x, a), given=a > 1, then=And(a > 0, Ne(mu, 1 + 1 / x)).xreplace({mu: 1 / x}))",
    "ForAll((x, a), given=a > 1, then=And(a > 0, Eq(mu, 1 / x).subs(mu, 1 / x)))",
    "ForAll((x, a), given=a > 1, then=And(a > 0, (mu * log(x) <= 0).subs(mu, 0)))",
    "ForAll(x, then=Eq(Integral(a * x / x, (a, 0, 0)), 0))",
    "ForAll(x, then=Eq(Integral(a * sqrt(x) ** 2, (a, 2, 2)), 0))",
    "ForAll((x, mu), then=Eq(Integral(a * x / x, (a, mu, mu)), 0))",
    "ForAll(a, then=Matrix([[a]]).pow(-1)[0, 0] * a > 0)",
    "smallest(x * log(x), x, at=0, given=x >= 0)",
    "ForAll((z, w), then=Eq(z / w - z / w, 0))",
    "ForAll((z, w), then=Eq(0 * (z / w), 0))",
    "ForAll((z, w), then=Eq((z / w) ** 0, 1))",
    "ForAll((z, w), then=Eq((z / w - z / w).real, 0))",
    "ForAll((z, w), then=Eq(modulus(z / w) - modulus(z / w), 0))",
    "ForAll((z, a), then=Eq(z * sqrt(a) - z * sqrt(a), 0))",
    "ForAll((z, a), then=Eq(a / a * z, z))",
    "ForAll(a, then=spectral_radius([[log(a), 0], [0, 0]]) >= 0)",
    "ForAll(a, then=Equal(spectral_radius([[0, 1 / a], [0, 0]]), 0))",
    "ForAll(a, then=largest_root(x**2 + x / a - x / a, x) < 1)",
    "ForAll((A, v, mu, L), given=mu >= 0, then=Eq(0 * dot(v, inverse(A, v)), 0))",
    "ForAll((f, v, a, mu, L), given=And(0 < mu, mu <= L), then=f(v) * a / a >= f(minimizer(f)))",
    "Equal(limit(x**x, x, 0), 1)",
    "ForAll(x, given=x >= 0, then=x * x / x >= 0)",
    "ForAll(x, given=x >= 0, then=0 <= exp(log(x)))",
    "ForAll(x, then=x + 1 > sqrt(x) ** 2)",
    "ForAll(x, given=x < 0, then=Eq(Derivative(sqrt(x) ** 2, x), 1))",
    "ForAll(x, given=x >= 0, then=Eq(Derivative(sqrt(x) ** 2, x), 1))",
    "ForAll((x, a), given=And(x >= 0, a >= 0), then=Eq(Derivative(sqrt(x) ** 2 * sqrt(a) ** 2, x), a))",
    "ForAll((x, a), then=Eq(Derivative(x * a / a, x), 1))",
    "ForAll(x, given=x > 2, then=Eq(Derivative(cos(acos(x)), x), 1))",
    "ForAll(x, then=Ge(Derivative(Piecewise((x, x < 0), (x**3, True)), x), 0))",
    "ForAll(x, then=Eq(refine(Abs(positive)).subs(positive, x), x))",
    "ForAll(x, then=Eq(Piecewise((positive, positive > 0), (0, True)).subs(positive, x) + 1, x + 1))",
    "ForAll(x, then=Eq(refine(floor(n)).subs(n, x), x))",
    "ForAll(x, then=x**2 + Mul.fromiter([x, 1 / x]) >= 1)",
    "ForAll(x, then=x**2 + eval('x / x') >= 1)",
    "ForAll(x, then=x**2 + eval('lambda a: a / a')(x) >= 1)",
    "ForAll(x, then=x**2 + kronecker_product(Matrix([[1 / x]]), Matrix([[x]]))[0, 0] >= 1)",
    "ForAll(x, then=x**2 + list(roots(x * a - x, a))[0] >= 1)",
    "ForAll(x, then=Ge(integrate(Abs(a), (a, 0, positive)).subs(positive, x), x**2 / 2))",
    "ForAll(x, then=Ge(Derivative(Piecewise((x, 2 * x < 0), (x + 1, True)), x), 0))",
]
NOT_KNOWN = [  # a case beside a border that the variable does not cross
    "ForAll(x, then=Ge(Derivative(Piecewise((x, x**2 > 0), (0, True)), x), 1))",
    "ForAll((x, a), then=Ge(Derivative(Piecewise((x, a > 0), (2 * x, True)), x), 0))",
]
TRUE = [
    "ForAll((x, a), given=And(x > mu, a > L).subs(zip([mu, L], [1, 2])), then=And(x > 1, a > 2))",
    "ForAll((x, a), given=And(x > 0, a > 1), then=And(a > 0, Eq(mu, 1 / x)).subs(mu, 1 / x))",
    "ForAll((x, a), given=And(a > 0, Eq(mu, 1 / x)).subs(mu, 1 / x), then=Ne(x, 0))",
    "ForAll(x, given=And(mu > 0, mu < 1).subs(mu, x), then=x**2 < x)",
    "ForAll(x, given=x > 0, then=Eq(Integral(a * sqrt(x) ** 2, (a, 2, 2)), 0))",
    "ForAll(x, then=Eq(Integral(a * x, (a, 2, 2)), 0))",
    "ForAll(a, then=Eq(Limit(x * a, x, 1).subs(x, a) + 1, a + 1))",
    "ForAll(a, then=Eq(Integral(x * a, (x, 0, 1)).xreplace({x: a}), a / 2))",
    "ForAll(a, then=Eq(Matrix([Limit(x * a, x, 1)]).subs(x, a)[0] + 1, a + 1))",
    "ForAll(a, then=Eq((x + Limit(x * a, x, 1)).subs(x, a), 2 * a))",
    "ForAll(a, then=Eq(Limit(x * a, x, 1).subs([(x, a), (a, 2 * a)]) + 1, 2 * a + 1))",
    "Equal(Limit(x, x, 1).subs(x, 2), 1)",
    "ForAll(x, given=x > 0, then=Eq(refine(Abs(positive)).subs(positive, x), Abs(x)))",
    "ForAll(x, then=Eq((positive**2).subs(positive, x**2 + 1), x**4 + 2 * x**2 + 1))",
    "ForAll((z, w), given=Ne(w, 0), then=Eq(z / w - z / w, 0))",
    "ForAll((z, w), given=Ne(w, 0), then=Eq(z / w * w, z))",
    "ForAll(z, given=Ne(z, 0), then=Eq(z**-1 * z**2, z))",
    "ForAll((z, w), then=Eq(-z * w, z * (-w)))",
    "ForAll((z, a), given=a >= 0, then=Eq(z * sqrt(a) * sqrt(a), a * z))",
    "ForAll(a, given=a > 1, then=spectral_radius([[log(a), 0], [0, 0]]) >= 0)",
    "ForAll(a, given=Ne(a, 0), then=largest_root(x**2 + x / a - x / a, x) < 1)",
    "ForAll((A, v, mu, L), given=And(mu > 0, mu <= L), then=Eq(0 * dot(v, inverse(A, v)), 0))",
    "ForAll((f, v, a, mu, L), given=And(a > 0, 0 < mu, mu <= L), then=f(v) * a / a >= f(minimizer(f)))",
    "ForAll(a, given=Ne(a, 0), then=smallest((x - 1 / a) ** 2, x, at=1 / a))",
    "Equal(limit(abs(x) / x, x, 0, '+'), 1)",
    "Equal(limit(abs(x) / x, x, 0, dir='-'), -1)",
    "Equal(limit(sin(x) / x, x, 0), 1)",
    "ForAll(x, given=x > 0, then=x * x / x >= 0)",
    "ForAll(x, given=x * x / x >= 0, then=x > 0)",
    "ForAll(x, given=x / x >= 1, then=Ne(x, 0))",
    "ForAll(x, given=x > 0, then=Eq(Derivative(sqrt(x) ** 2, x), 1))",
    "ForAll((x, a), given=And(x > 0, a >= 0), then=Eq(Derivative(sqrt(x) ** 2 * sqrt(a) ** 2, x), a))",
    "ForAll((x, a), given=Ne(a, 0), then=Eq(Derivative(x * a / a, x), 1))",
    "ForAll(x, then=Ge(Derivative(Piecewise((-(x**2), x < 0), (x**3, True)), x), 0))",
]
FALSE = [
    "ForAll((x, a), given=And(x > 0, a >= 0), then=Eq(Derivative(sqrt(x) ** 2 * sqrt(a) ** 2, x), x))",
    "ForAll(x, then=Or(mu > 0, x < 0).subs(mu, x - 1))",
    "ForAll(a, then=Eq(Limit(x * a, x, 1).subs(x, a), 1))",
    "ForAll(a, then=Eq(Integral(x * a, (x, 0, 1)).xreplace({x: a}), Rational(1, 3)))",
    "ForAll((z, w), given=Ne(w, 0), then=Eq(z / w * w, w))",
    "ForAll(a, then=smallest((x - 1 / a) ** 2, x, at=1 / a))",
    "Equal(limit(abs(x) / x, x, 0, dir='-'), 1)",
]


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_cancels_must_be_defined(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize("source", TRUE)
def test_where_it_is_defined_it_is_true(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_is_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", NOT_KNOWN)
def test_a_derivative_beside_other_borders_is_not_called_undefined(source: str) -> None:
    assert truth_of(source, **NAMES) in (Truth.TRUE, Truth.UNDECIDED)

"""Tests of complex numbers written with `I`: they have a value where what was written has one, whatever cancels."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from probatum.proposition.subjects.coercion import reals
from probatum.proposition.subjects.complex_numbers import complexes, number
from tests.authored import truth_of

a, b, x, y = reals("a b x y")
z = complexes("z")
QUARTER = "[[0, -1], [1, 0]]"
ROOTS = "((-a + I*sqrt(4*b - a**2))/2, (-a - I*sqrt(4*b - a**2))/2)"
TRUE = (
    "ForAll((z, x), given=Ne(x, 0), then=Eq(z + I*(x/x), z + I))",
    "ForAll((z, x), then=Eq(z + (x + I)*(1/(x + I)) + I, z + I + 1))",
    "ForAll((z, x, y), given=Or(Ne(x, 0), Ne(y, 0)), then=Eq(z + (x + I*y)*(1/(x + I*y)), z + 1))",
    "ForAll((z, x), given=x >= 0, then=Eq(2*(z + I*sqrt(x)).imag, z.imag + z.imag + 2*sqrt(x)))",
    f"ForAll(b, given=Ne(b, 0), then=has_eigenvalues({QUARTER}, (I*b/b, -I)))",
    f"ForAll((a, b), given=a**2 < 4*b, then=has_eigenvalues([[0, -b], [1, -a]], {ROOTS}))",
    "smallest(x**2, x, at=1, given=And(x > 0, 1/x <= 1))",
)
FALSE = (
    "ForAll((z, x), given=Ne(x, 0), then=Eq(z + I*(x/x), z - I))",
    "ForAll((z, x), then=Eq(z + (x + I)*(1/(x + I)) + I, z + I))",
    f"ForAll(b, given=Ne(b, 0), then=has_eigenvalues({QUARTER}, (I*b/b, I)))",
    f"ForAll((a, b), given=a**2 < 4*b, then=has_eigenvalues([[0, -b], [1, a]], {ROOTS}))",
    "smallest(x**2, x, at=0, given=1/x > 0)",  # at which the hypothesis has no value
    "ForAll(a, then=smallest((x - a)**2, x, at=a, given=1/x > -5))",
)
WITHOUT_VALUE = (
    "ForAll((z, x), then=Eq(z + I*(x/x), z + I))",
    "ForAll((z, x), then=Eq((z + I*(x/x)).imag, z.imag + 1))",
    "ForAll((z, x), then=Eq(z + I*sqrt(x)**2, z + I*x))",
    "ForAll((z, x), then=Eq(z + simplify(I*x/x), z + I))",
    "ForAll((z, x), then=Eq(z*(I*x/(I*x)), z))",
    "ForAll((z, x), then=Eq(z + (x + I*x)*(1/(x + I*x)), z + 1))",
    f"ForAll(b, then=has_eigenvalues({QUARTER}, (I*b/b, -I)))",
    f"ForAll((a, b), then=has_eigenvalues([[0, -b], [1, -a]], {ROOTS}))",
)


@pytest.mark.parametrize(
    ("source", "truth"),
    [*((each, Truth.TRUE) for each in TRUE), *((each, Truth.FALSE) for each in FALSE), *((each, None) for each in WITHOUT_VALUE)],
)
def test_a_number_has_a_value_where_it_was_written_with_one(source: str, truth: Truth | None) -> None:
    assert truth_of(source, a=a, b=b, x=x, y=y, z=z) is truth


def test_its_parts_are_those_of_the_algebra_system() -> None:
    for written in (sympy.I, 2 + 3 * sympy.I, (1 + sympy.I) ** 5, 1 / (x + sympy.I), sympy.exp(sympy.I * x), (1 + 2 * sympy.I) ** 30):
        made = number(written)
        real, imaginary = written.as_real_imag()
        assert sympy.simplify(made.x - real) == sympy.simplify(made.y - imaginary) == 0

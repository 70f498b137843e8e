"""Tests of largest moduli of roots against bounds: of polynomials made from roots, below them, on them and above them."""

from __future__ import annotations

import pytest
import sympy
from sympy import I, Integer, Rational

from probatum.errors import DefinitionError
from probatum.lowering.matrices.schur_cohn import compared
from probatum.proposition.phrases.spectra import LargestRoot

ROOTS: dict[str, tuple[list[sympy.Expr], sympy.Expr]] = {  # the roots, and the largest of their moduli
    "one": ([Integer(2)], Integer(2)),
    "one that is negative": ([-Rational(3, 2)], Rational(3, 2)),
    "zero": ([Integer(0)], Integer(0)),
    "two": ([Integer(2), -Integer(3)], Integer(3)),
    "two of one sign": ([Integer(2), Rational(1, 2)], Integer(2)),
    "two opposite ones": ([Integer(2), -Integer(2)], Integer(2)),
    "a double one": ([-Integer(2), -Integer(2)], Integer(2)),
    "a pair": ([3 + 4 * I, 3 - 4 * I], Integer(5)),
    "a pair on the axis": ([2 * I, -2 * I], Integer(2)),
    "zeros": ([Integer(0), Integer(0)], Integer(0)),
    "a pair and one inside": ([3 + 4 * I, 3 - 4 * I, Integer(1)], Integer(5)),
    "a pair and one outside": ([3 + 4 * I, 3 - 4 * I, -Integer(6)], Integer(6)),
    "three": ([Integer(1), Integer(2), -Integer(2)], Integer(2)),
    "two pairs": ([3 + 4 * I, 3 - 4 * I, 5 + 12 * I, 5 - 12 * I], Integer(13)),
    "four": ([Integer(1), -Rational(1, 2), Integer(2), -Integer(4)], Integer(4)),
    "five": ([Integer(1), -Rational(1, 2), 3 + 4 * I, 3 - 4 * I, Integer(0)], Integer(5)),
}
HOLDS = {
    "<": (False, False, True),
    ">=": (True, True, False),
    "<=": (False, True, True),
    ">": (True, False, False),
    "==": (False, True, False),
    "!=": (True, False, True),
}


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize("lead", [1, -3, Rational(1, 7)], ids=str)
def test_a_modulus_stands_to_a_bound_as_its_roots_do(name: str, lead: sympy.Expr) -> None:
    roots, largest = ROOTS[name]
    z = sympy.Symbol("z")
    product = sympy.Mul(lead, *(z - root for root in roots))
    modulus = LargestRoot(*sympy.Poly(sympy.expand(product), z).all_coeffs())
    bounds = (largest - Rational(1, 9), largest, largest + Rational(1, 9))
    for sign in ("<", ">="):
        assert tuple(bool(compared(modulus, sign, bound)) for bound in bounds) == HOLDS[sign]
    assert not compared(modulus, "<", -Integer(20))
    for sign in ("<=", ">", "==", "!="):
        if len(roots) > 2:
            with pytest.raises(DefinitionError, match=f"degree {len(roots)}, wanted < or >=, or degree two at most"):
                compared(modulus, sign, largest)
        else:
            assert tuple(bool(compared(modulus, sign, bound)) for bound in bounds) == HOLDS[sign]
            assert bool(compared(modulus, sign, -Integer(20))) is (sign in {">", "!="})


def test_of_parameters_it_is_a_condition() -> None:
    a, b = sympy.symbols("a b", real=True)
    below = compared(LargestRoot(Integer(1), a, b), "<", Integer(1))
    for values, holds in (((0, 0), True), ((1, 0), False), ((1, Rational(3, 4)), True), ((0, 1), False), ((-2, Rational(9, 10)), False)):
        point = dict(zip((a, b), map(sympy.sympify, values), strict=True))
        assert bool(below.xreplace(point)) is holds

"""Tests of powers with real exponents by the inequalities of Bernoulli and Young."""

from __future__ import annotations

import pytest
import sympy
from sympy import Gt, Integral, Le, Or, cos, log

from probatum import ForAll, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.rewriting.power_bounds import POWERS, by_power_bounds
from probatum.lowering.rewriting.powers import between_bounds
from probatum.lowering.rewriting.terms import sequences_aside
from probatum.proposition.truth import holds_at
from probatum.type_names import Condition, Symbol
from tests.authored import authored, truth_of

a, b, p, q, r, t, x = reals("a b p q r t x")
k = integers("k")
NAMES = {"k": k, "t": t, "a": a, "b": b, "p": p, "q": q, "r": r, "x": x}
YOUNG = "And(a >= 0, b >= 0, p > 1, q > 1, Eq(1/p + 1/q, 1))"
PROVED = (
    "ForAll((x, r), given=And(x >= -1, r >= 1), then=(1 + x)**r >= 1 + r*x)",
    "ForAll((x, r), given=And(x >= -1, r > 0, r <= 1), then=(1 + x)**r <= 1 + r*x)",
    "ForAll((x, r), given=And(x > -1, r <= 0), then=(1 + x)**r >= 1 + r*x)",
    "ForAll((x, r), given=And(x >= 1, r >= 1), then=x**r >= x)",
    f"ForAll((a, b, p, q), given={YOUNG}, then=a**p/p + b**q/q >= a*b)",
    "ForAll((a, b, p), given=And(a >= 0, b >= 0, p > 1), then=a**p/p + b**(p/(p-1))*(p-1)/p >= a*b)",
    "ForAll((a, b, p, q), given=And(a > 0, b > 0, p > 1, Eq(q, p/(p-1))), then=a**p/p + b**q/q >= a*b)",
)
NOT_PROVED = {
    # false at one x below 1, of whose logarithm nothing is said
    "ForAll((x, p), given=p > 1, then=Or(And(x > 1, log(x)**p >= 1 + p*(log(x) - 1)), "
    "And(x <= 1, Ne(x*exp(x**2) + x**3, -Rational(22, 9)))))": (Truth.FALSE, Truth.UNDECIDED),
    "ForAll((x, r), given=And(x >= 0, r >= 1), then=Sum(x**k, (k, 1, 3)) >= 3*x)": (
        Truth.FALSE,
        Truth.UNDECIDED,
    ),
    "ForAll((x, r), given=And(x > 0, r >= 1), then=Integral(x**t, (t, 1, 2)) >= x)": (
        Truth.FALSE,
        Truth.UNDECIDED,
    ),
    "ForAll((x, r), given=And(x > 0, r >= 1), then=diff(x**r, x) >= 0)": (Truth.TRUE, Truth.UNDECIDED),
    "ForAll((x, r), given=And(x >= -1, r > 0), then=(1 + x)**r >= 1 + r*x)": (Truth.FALSE,),
    "ForAll((x, r), given=And(x >= 0, r >= 1), then=x**r >= 2 + r*(x - 1))": (Truth.FALSE,),
    f"ForAll((a, b, p, q), given={YOUNG}, then=a**p/p + b**q/q >= 2*a*b)": (Truth.FALSE,),
    f"ForAll((a, b, p, q), given={YOUNG}, then=a**p/p + b**q/q > a*b)": (
        Truth.FALSE,
        Truth.UNDECIDED,
    ),
    "ForAll((x, r), given=And(x >= 0, r >= 1), then=And(Or(exp(x) <= x + 2, (1/(exp(x) - x - 2))**r >= 0), Ne(exp(x), x + 2)))": (
        Truth.FALSE,
        Truth.UNDECIDED,
    ),
    "ForAll((x, r), given=r >= 1, then=(1 + x)**r >= 1 + r*x)": (None, Truth.UNDECIDED),
    "ForAll((x, r), given=And(x >= -1, r >= -1), then=(1 + x)**r >= 1 + r*x)": (
        None,
        Truth.UNDECIDED,
    ),
}


@pytest.mark.parametrize("source", PROVED)
def test_they_prove(source: str) -> None:
    found = decide(authored(source, **NAMES), thorough=False)
    assert found.truth is Truth.TRUE
    assert found.is_strong
    assert any(POWERS.name in one.reason for one in found.all_decisions)


@pytest.mark.parametrize("source", NOT_PROVED)
def test_they_prove_nothing_else(source: str) -> None:
    assert truth_of(source, **NAMES) in NOT_PROVED[source]


@pytest.mark.parametrize(
    ("given", "exponent"),
    [
        (by_power_bounds(ForAll((x, p), then=Or(x <= 1, Gt(log(x) ** p, 0)))).given, p),
        (between_bounds(ForAll((x, k), then=Or(x <= 1, Gt(log(x) ** k, 0))), k).given, k),
    ],
    ids=["of real exponents", "of whole ones"],
)
def test_they_leave_out_no_case(given: Condition, exponent: Symbol) -> None:
    """What has no value there may be anything."""
    (power,) = given.free_symbols - {x, exponent}
    at = {power: sympy.Integer(-7), exponent: sympy.Integer(2)}
    assert holds_at(given, {x: sympy.Integer(-1), **at}) is True
    assert holds_at(given, {x: sympy.Integer(3), **at}) is False


def test_a_power_that_varies_where_it_stands_is_no_number() -> None:
    """As a number it would leave an integral, of which what is multiplied with it may have none."""
    stated = ForAll((x, k), given=k >= 1, then=Le(Integral(x**k * cos(x), (x, 0, sympy.pi)), x**k))
    (integral,) = stated.then.atoms(Integral)
    for made in (between_bounds(stated, k), sequences_aside(stated)[0]):
        assert made.then.has(integral)
        assert x**k not in made.then.args

"""Tests of calls that do not fit what statements are made of: they are told how it is written."""

from __future__ import annotations

import re

import pytest
import sympy

import probatum
from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError

HEAD = """
x, y = reals("x y")
n = integers("n")
"""
FORALL = "wanted ForAll(variables, then=...), or with given=, certificate=, invariant="
QUANTIFIED = "(variables, then=...), or with given="
SAID = {
    "ForAll(x, x > 0, x**2 > 0)": f"ForAll: got ForAll(x, x > 0, x**2 > 0), too many positional arguments, {FORALL}",
    "ForAll(x)": f"ForAll: got ForAll(x), missing a required argument: 'then', {FORALL}",
    "ForAll(x, givn=x > 0, then=x > 1)": f"(x, givn=x > 0, then=x > 1), got an unexpected keyword argument 'givn', {FORALL}",
    "Exists(x, x > 0, x**2 > 0)": f"too many positional arguments, wanted Exists{QUANTIFIED}",
    "AlmostAll(x, x > 0, x**2 > 0)": f"too many positional arguments, wanted AlmostAll{QUANTIFIED}",
    "Eventually(n, n > 0, n > 1)": "too many positional arguments, wanted Eventually(variable, then)",
    "ForSmall(x)": "missing a required argument: 'then', wanted ForSmall(variable, then)",
    "Orbit(x, 1, x / 2, x > 0)": "too many positional arguments, wanted Orbit(state, start, step, then=...), or with invariant=, given=",
    "Equal(x, x, 'a', 'b')": "got Equal(x, x, 'a', 'b'), too many positional arguments, wanted Equal(left, right), or with called=",
    "Rounded(x)": "wanted Rounded(expression, digits)",
    "Iff(x > 0, y > 0, then=x > 1)": "got an unexpected keyword argument 'then', wanted Iff(*parts)",
    "Property()": "wanted Property(strategies, predicate, says), or with examples=",
    "close_to(x, 3, '0.1')": "got close_to(x, 3, '0.1'), too many positional arguments, wanted close_to(value, stated, within=...)",
    "smallest(x**2, x, 0)": "wanted smallest(value, over, at=...), or with given=, only=",
    "Le(x)": "missing a required argument: 'right', wanted Le(left, right), or with evaluate=",
    "reals('x', 'y')": "got reals('x', 'y'), too many positional arguments, wanted reals(names)",
    "norm(x, y)": "wanted norm(vector)",
}


def made(source: str) -> object:
    """What an expression of an author's module makes."""
    names = vars(sympy) | {name: getattr(probatum, name) for name in probatum.__all__}
    exec(transcribed(f"{HEAD}\nmade = {source}", "claims.py"), names)
    return names["made"]


@pytest.mark.parametrize(("source", "said"), SAID.items(), ids=SAID)
def test_a_call_that_does_not_fit_is_told_how_it_is_written(source: str, said: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(said)):
        made(source)


@pytest.mark.parametrize("source", ["ForAll(x, given=x > 0, then=x**2 > 0)", "Equal(x, x, called='a')", "Le(x, y)"])
def test_a_call_that_fits_is_made(source: str) -> None:
    assert str(made(source))


@pytest.mark.parametrize(
    "kind", ["ForAll", "Exists", "AlmostAll", "Orbit", "Equal", "Rounded", "Eventually", "ForSmall", "Property", "Measured"]
)
def test_every_kind_says_how_it_is_written(kind: str) -> None:
    with pytest.raises(DefinitionError, match=rf"^{kind}: got {kind}\(\), missing a required argument: '\w+', wanted {kind}\("):
        made(f"{kind}()")

"""Tests of the page of what can be stated: every row is decided true, by the method that it names."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import numpy
import pytest
import sympy
from hypothesis import strategies

import probatum
from probatum.decide.deciding import decide
from probatum.decision import DECISIVE, Strength, Truth
from probatum.proposition.kinds import proposition
from tests.each import each

PAGE = Path(__file__).parents[1] / "docs" / "stating.md"
ROW = re.compile(r"^\| (?P<phrase>.+?) \| `(?P<code>[^`]+)` \| (?P<decider>\w+) \|$", re.MULTILINE)
ROWS = each(ROW.findall(PAGE.read_text(encoding="utf-8")))
FROM_SYMPY = [
    "exp",
    "log",
    "sin",
    "cos",
    "acos",
    "atan",
    "sqrt",
    "factorial",
    "binomial",
    "Sum",
    "Product",
    "Integral",
    "Derivative",
    "Mod",
    "Max",
    "Matrix",
    "Heaviside",
    "EulerGamma",
    "harmonic",
    "Rational",
    "pi",
    "I",
    "oo",
]


def names() -> dict[str, Any]:
    """What the page says that its rows use."""
    known = {name: getattr(sympy, name) for name in FROM_SYMPY} | {name: getattr(probatum, name) for name in probatum.__all__}
    return (
        known
        | {name: probatum.reals(name) for name in "xyapqt"}
        | {name: probatum.integers(name) for name in "nkm"}
        | dict(zip("zw", probatum.complexes("z w"), strict=True))
    )


@pytest.mark.parametrize(("phrase", "code", "decider"), ROWS, ids=[phrase for phrase, _, _ in ROWS])
def test_a_row_is_decided_as_it_says(phrase: str, code: str, decider: str) -> None:
    found = decide(proposition(eval(code, names()), phrase), thorough=False)  # as a claim's is taken
    assert found.truth is Truth.TRUE
    assert next(decision.decider for decision in found.all_decisions if decision.outcome in DECISIVE) == decider


def test_no_row_is_left_out() -> None:
    text = PAGE.read_text(encoding="utf-8").partition("## Not yet")[0]
    rows = [line for line in text.splitlines() if line.startswith("| ") and "decided by" not in line]
    assert len(rows) == len(ROWS)


def test_experiments_and_code_are_decided_as_it_says() -> None:
    """By what was measured or sampled, and by no proof."""
    (block,) = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    known, found = names() | {"numpy": numpy, "strategies": strategies}, {}
    for node in ast.parse(block).body:
        if isinstance(node, ast.Expr):
            stated = proposition(eval(ast.unparse(node), known), "a statement of the page")
            found[type(stated).__name__] = decide(stated, thorough=False)
        else:
            exec(ast.unparse(node), known)
    assert {name: (decided.truth, decided.strength) for name, decided in found.items()} == {
        "Measured": (Truth.TRUE, Strength.MEASURED),
        "Property": (Truth.TRUE, Strength.SAMPLED),
    }

"""Tests of docs/general.md: each statement in it is decided as its comment says."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import sympy

import probatum
from probatum.decide.deciding import decide
from tests.each import each

MANUAL = Path(__file__).parents[2] / "docs" / "general.md"
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


def statements() -> list[tuple[str, Any, str]]:
    """Each statement of the manual: its source, itself, and what its comment says."""
    found = []
    for block in each(BLOCK.findall(MANUAL.read_text(encoding="utf-8"))):
        names = {name: getattr(probatum, name) for name in probatum.__all__} | {
            name: getattr(sympy, name) for name in ("Abs", "Max", "Min", "Rational", "exp", "log", "sqrt")
        }
        lines = block.splitlines()
        for node in each(ast.parse(block).body):
            source = ast.unparse(node)
            if isinstance(node, ast.Expr):
                assert node.end_lineno is not None
                found.append((source, eval(source, names), lines[node.end_lineno - 1].rpartition("# ")[2]))
            else:
                exec(source, names)
    return found


@pytest.mark.parametrize(("source", "statement", "truth"), statements(), ids=lambda part: part[:60] if isinstance(part, str) else "")
def test_each_statement_is_decided_as_the_manual_says(source: str, statement: Any, truth: str) -> None:
    assert truth in ("true", "false")
    assert str(decide(statement, thorough=False).truth) == truth, source


def test_the_manual_has_true_and_false_ones_of_every_kind() -> None:
    assert {truth for _, _, truth in statements()} == {"true", "false"}
    assert len(BLOCK.findall(MANUAL.read_text(encoding="utf-8"))) == 33

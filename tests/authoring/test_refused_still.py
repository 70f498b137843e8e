"""Tests that what an author's module is refused goes through whatever it catches errors with."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.authoring.as_written.transcription import transcribed
from probatum.errors import DefinitionError

CATCHING = {
    "an exception": "try:\n  answer = 0 if x == 0 else 2\nexcept Exception:\n  answer = 1",
    "one by name": "try:\n  answer = 0 if x > 0 else 2\nexcept (TypeError, Exception) as error:\n  answer = 1",
    "anything": "try:\n  answer = 0 if not x else 2\nexcept:\n  answer = 1",
    "a group": "try:\n  answer = 0 if x == 0 else 2\nexcept* Exception:\n  answer = 1",
    "a suppression": "import contextlib\nanswer = 1\nwith contextlib.suppress(Exception):\n  answer = 0 if x == 0 else 2",
    "a loop that goes on": "answer = 1\nfor _ in range(2):\n  try:\n    answer = 0 if x == 0 else 2\n  finally:\n    continue",
    "a function that returns": "def f():\n  try:\n    return 0 if x == 0 else 2\n  finally:\n    return 1\nanswer = f()",
}
OTHER = {
    "a number by zero": "try:\n  answer = 1 / 0\nexcept ZeroDivisionError as error:\n  answer = str(error)",
    "text that is no number": "from contextlib import suppress\nanswer = 'division by zero'\nwith suppress(ValueError):\n  int('a')",
    "what is done anyway": "answer = 'division'\ntry:\n  int('2')\nfinally:\n  answer += ' by zero'",
}


def run(source: str) -> Any:
    """What the module calls its answer."""
    known = {"x": sympy.Symbol("x", real=True), "__name__": "claims"}
    exec(transcribed(source, "claims.py"), known)
    return known["answer"]


@pytest.mark.parametrize("caught", CATCHING)
def test_a_refusal_is_not_caught(caught: str) -> None:
    with pytest.raises((DefinitionError, ExceptionGroup)) as refused:
        run(CATCHING[caught])
    assert "got a question that depends on a variable" in repr(refused.value)


@pytest.mark.parametrize("caught", OTHER)
def test_other_errors_are_caught(caught: str) -> None:
    assert run(OTHER[caught]) == "division by zero"

"""Statements as an author's module makes them, from their source: nothing in them is cancelled."""

from __future__ import annotations

from typing import Any

import sympy

import probatum
from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError

SAID = {name: getattr(probatum, name) for name in probatum.__all__}


def authored(source: str, **names: Any) -> Any:
    """The statement that an expression makes, with these names beside those of SymPy and Probatum."""
    known = vars(sympy) | SAID | names | {"__name__": "claims"}  # not SymPy's own
    exec(transcribed(f"stated = {source}", "claims.py"), known)
    return known["stated"]


def truth_of(source: str, **names: Any) -> Truth | None:
    """What is found of it; None where it is undefined somewhere."""
    try:
        return decide(authored(source, **names), thorough=False).truth
    except UndefinedError:
        return None

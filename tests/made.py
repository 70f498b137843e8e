"""Claims and findings made for tests, without files and without pytest."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

from probatum.authoring.definition import MARK, Claim, claim
from probatum.judge.finding import find

PATH = "claims/sums/opening.py"


def fresh(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function of the same code: a claim marks its function, and several tests use one."""
    assert isinstance(function, FunctionType)
    made = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    made.__kwdefaults__ = function.__kwdefaults__
    return made


def claim_of(function: Callable[..., Any], **arguments: Any) -> Claim:
    """The claim that a decorated function carries."""
    named = {"id": "a-claim", "wording": "A statement.", "at": "opening.1"} | arguments
    made: Claim = getattr(claim(**named)(fresh(function)), MARK)
    return made


def finding_of(function: Callable[..., Any], **arguments: Any) -> dict[str, Any]:
    """The finding of a claim made of a function."""
    return find(claim_of(function, **arguments), "sums", PATH)


def message(function: Callable[..., Any], **arguments: Any) -> str:
    """The error of the finding of a claim."""
    finding = finding_of(function, **arguments)
    assert finding["verdict"] == "error", finding["reason"]
    return str(finding["error"]["message"])

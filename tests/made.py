"""Claims and findings made for tests, without files and without pytest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from probatum.definition import MARK, Claim, claim
from probatum.finding import find

PATH = "claims/sums/opening.py"


def claim_of(function: Callable[..., Any], **arguments: Any) -> Claim:
    """The claim that a decorated function carries."""
    named = {"id": "a-claim", "wording": "A statement.", "at": "opening.1"} | arguments
    made: Claim = getattr(claim(**named)(function), MARK)
    return made


def finding_of(function: Callable[..., Any], **arguments: Any) -> dict[str, Any]:
    """The finding of a claim made of a function."""
    return find(claim_of(function, **arguments), "sums", PATH)


def message(function: Callable[..., Any], **arguments: Any) -> str:
    """The error of the finding of a claim."""
    finding = finding_of(function, **arguments)
    assert finding["verdict"] == "error", finding["reason"]
    return str(finding["error"]["message"])

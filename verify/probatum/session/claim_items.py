"""Which of the items that pytest collected are claims."""

from __future__ import annotations

from types import FunctionType

import pytest

from probatum.authoring.placeable import MARK, Placeable
from probatum.session.stash import FUNCTION


def claims_in(session: pytest.Session) -> list[pytest.Function]:
    """The claims among the collected items."""
    return [item for item in session.items if isinstance(item, pytest.Function) and is_claim(item)]


def is_claim(item: pytest.Item) -> bool:
    """Whether a collected item is a claim."""
    return isinstance(item, pytest.Function) and FUNCTION in item.stash


def function_of(item: pytest.Function) -> FunctionType:
    """The function that was collected, though a hook may have put another in its place."""
    return item.stash[FUNCTION]


def claim_of(item: pytest.Function) -> Placeable:
    """The claim of a collected item."""
    claim: Placeable = vars(function_of(item))[MARK].claim
    return claim

"""Which of the items that pytest collected are claims."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.authoring.definition import Claim
from probatum.authoring.said import MARK, said_of


def claims_in(session: pytest.Session) -> list[pytest.Function]:
    """The claims among the collected items."""
    return [item for item in session.items if isinstance(item, pytest.Function) and is_claim(item)]


def is_claim(item: Any) -> bool:
    """Whether a collected item is a claim."""
    return (
        isinstance(item, pytest.Function)
        and item.get_closest_marker("claim") is not None
        and hasattr(item.obj, MARK)
    )


def claim_of(item: pytest.Function) -> Claim:
    """The claim of a collected item."""
    return said_of(item.obj).claim

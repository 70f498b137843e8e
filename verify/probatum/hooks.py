"""The hook that Probatum offers to other pytest plugins."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.hookspec
def pytest_probatum_ledger_written(config: pytest.Config, ledger_path: Path) -> Path | None:
    """Called when a ledger is written; return the path of what was made from it,
    to be named at the end of the run.
    """

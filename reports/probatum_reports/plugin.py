"""The pytest plugin that writes the page when the engine has written a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.hookimpl
def pytest_probatum_ledger_written(config: pytest.Config, ledger_path: Path) -> Path:
    """Writes the pages beside the ledger and returns the path of report.html."""
    from probatum_reports.page import write_pages
    from probatum_reports.reading import read

    return write_pages(read(ledger_path), ledger_path.parent)

"""Takes plugins out of the end of a run that has not used their libraries."""

from __future__ import annotations

import sys

import pytest

# By plugin, the library that it would import at the end to find that it has nothing to report.
REPORTING_ON = {"hypothesispytest": "hypothesis"}


def leave_out_unused(plugins: pytest.PytestPluginManager) -> None:
    """Unregister the plugins whose library nothing has imported: that would cost as much as
    pytest itself.
    """
    for name, library in REPORTING_ON.items():
        if library not in sys.modules and plugins.has_plugin(name):
            plugins.unregister(name=name)

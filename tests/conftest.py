"""What several test files share: pytester, and a project with claims to run it on."""

from __future__ import annotations

import pytest

from tests.project import Project

pytest_plugins = ["pytester"]


@pytest.fixture
def project(pytester: pytest.Pytester) -> Project:
    """A project with one document, and no claims yet."""
    return Project(pytester)

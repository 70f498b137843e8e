"""What several test files share: pytester, and a project with claims to run it on."""

from __future__ import annotations

import gc

import pytest

from probatum.claim_cache import forget
from probatum.frames import roomy
from tests.project import Project
from tests.warm import close

pytest_plugins = ["pytester"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what runs processes: while it waits for them, workers beside it compute."""
    items.sort(key=lambda item: item.path.parent.name != "session")


@pytest.hookimpl
def pytest_collection_finish() -> None:
    """Garbage is collected as seldom as in the workers of a run."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Tests have room for their frames, as claims have."""
    if isinstance(item, pytest.Function):
        item.obj = roomy(item.obj)


@pytest.fixture(autouse=True)
def _afresh() -> None:
    """What is decided in a test is decided as a claim is: the same after any others."""
    forget()


@pytest.hookimpl
def pytest_unconfigure() -> None:
    """What tests ran processes from ends with them."""
    close()


@pytest.fixture
def project(pytester: pytest.Pytester) -> Project:
    """A project with one document, and no claims yet."""
    return Project(pytester)

"""What several test files share: pytester, and a project with claims to run it on."""

from __future__ import annotations

import functools
import gc
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from probatum.frames import roomy

if TYPE_CHECKING:
    from tests.project import Project

pytest_plugins = ["pytester"]
_roomy = functools.cache(roomy)  # once for all rows of a test


def pytest_configure() -> None:
    """Heed the key, and let all that tests start heed it, where a shell started them in the background to ignore it.

    Garbage is collected more seldom still than in the workers of a run: modules that are imported leave little, and so do tests.
    """
    gc.set_threshold(500_000, 20, 50)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what runs processes: while it waits for them, workers beside it compute."""
    items.sort(key=lambda item: item.path.parent.name != "session")


@pytest.hookimpl
def pytest_collection_finish() -> None:
    """What was collected stays to the end: garbage is not looked for in it."""
    gc.freeze()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Tests have room for their frames, as claims have."""
    if isinstance(item, pytest.Function):
        item.obj = _roomy(item.obj)


@pytest.fixture(autouse=True)
def _afresh() -> None:
    """What is decided in a test is decided as a claim is: the same after any others."""
    from probatum.claim_cache import forget  # not before: who hands tests out decides nothing

    forget()


@pytest.fixture(scope="session")
def warm() -> Iterator[None]:
    """What runs need is imported before pytester remembers what was, and what they are forked from ends with the tests."""
    import tests.imported  # noqa: F401 -- not before: tests of pages need none of it
    from tests.warm import close

    yield
    close()


@pytest.fixture
def pytester(warm: None, pytester: pytest.Pytester) -> pytest.Pytester:
    """As it is, with all that its runs need imported before."""
    return pytester


@pytest.fixture
def project(pytester: pytest.Pytester) -> Project:
    """A project with one document, and no claims yet."""
    from tests.project import Project

    return Project(pytester)

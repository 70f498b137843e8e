"""What the parts of a run leave for one another in pytest's stash."""

from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any, TypedDict

import pytest

if TYPE_CHECKING:
    from probatum.ledger_entries import NotCheckable
    from probatum.records.store import Store

NodeIds = dict[str, list[str]]  # by what becomes of the items
ACCOUNT = pytest.StashKey[NodeIds]()
# where a conftest.py that unregisters plugins leaves the recorder
RECORDER = pytest.StashKey[Any]()
FUNCTION = pytest.StashKey[FunctionType]()  # of a claim's item, whatever becomes of its `obj`
SEALS = pytest.StashKey[set[str]]()  # of the findings that were found in this process
# What modules of claims held when they were imported, for runs in which nothing has changed.
MODULES = pytest.StashKey[dict[str, dict[str, Any]]]()
STORE: pytest.StashKey[Store | None] = pytest.StashKey()  # what earlier runs left, read once
LOOKS = pytest.StashKey[bool]()  # as it is typed: files of the project can change the options


class Collected(TypedDict, total=False):
    """What the process that collected claims says of them all."""

    total: int
    not_checkable: dict[str, list[NotCheckable]]  # by the folder of their document
    problems: list[str]
    adopted: dict[str, str]  # the records to be written for new documents, by file


COLLECTED = pytest.StashKey[Collected]()

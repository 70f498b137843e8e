"""Keeps account of the claims of a run, from its beginning: which are defined,
selected and left out on purpose, so that none is lost.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypedDict

import pytest

if TYPE_CHECKING:
    from probatum.authoring.census import Place
    from probatum.entries import NotCheckable

NodeIds = dict[str, list[str]]  # by what becomes of the items
HIDING = ("skip", "skipif", "xfail")
LOOKING = ("collectonly", "setuponly", "setupplan", "showfixtures", "show_fixtures_per_test")
TELLING = ("version", "help", "markers", "cacheshow")
ACCOUNT = pytest.StashKey[NodeIds]()
# where a conftest.py that unregisters plugins leaves the recorder
RECORDER = pytest.StashKey[Any]()
FUNCTION = pytest.StashKey[FunctionType]()  # of a claim's item, whatever becomes of its `obj`
SEALS = pytest.StashKey[set[str]]()  # of the findings that were found in this process
# What modules of claims held when they were imported, for runs in which nothing has changed.
MODULES = pytest.StashKey[dict[str, dict[str, Any]]]()
LOOKS = pytest.StashKey[bool]()  # as the command line has it: a conftest.py can change the options


class Collected(TypedDict, total=False):
    """What the process that collected claims says of them all."""

    total: int
    not_checkable: dict[str, list[NotCheckable]]  # by the folder of their document
    problems: list[str]
    adopted: dict[str, str]  # the records to be written for new documents, by file


COLLECTED = pytest.StashKey[Collected]()


def looks(options: argparse.Namespace) -> bool:
    """Whether the options ask for claims only to be looked at, or for something else to be told,
    and not for claims to be decided.
    """
    return any(getattr(options, name, False) for name in (*LOOKING, *TELLING))


def decides(config: pytest.Config) -> bool:
    """Whether the command line asks for claims to be decided."""
    return not config.stash.get(LOOKS, looks(config.option))


def concerns(config: pytest.Config, roots: Iterable[Path]) -> bool:
    """Whether the command line asks for claims in these folders to be decided,
    or for some of them.
    """
    here = config.invocation_params.dir
    named = [(here / argument.partition("::")[0]).resolve() for argument in config.args]
    return decides(config) and any(
        path.is_relative_to(root) or root.is_relative_to(path) for path in named for root in roots
    )


def begin(config: pytest.Config) -> None:
    """Put the ledger of the run before aside; where that cannot be, the run is red."""
    from probatum.errors import LedgerError
    from probatum.records.ledger import LEDGER, put_aside

    recorder = config.stash.get(RECORDER, None)  # whether or not something unregistered it
    try:
        put_aside(config.rootpath / str(config.getini("probatum_output")) / LEDGER)
    except LedgerError as error:
        if recorder is not None:
            recorder.trouble(str(error))
    if recorder is not None:
        recorder.began = True


def tell_where_none_began(config: pytest.Config) -> None:
    """Say that something of the project kept claims from being collected;
    the ledger of the run before says nothing of this one.
    """
    recorder = config.stash.get(RECORDER, None)
    if recorder is None or not recorder.began:
        begin(config)
        print(
            "probatum: error: got a run in which something kept claims from being collected, "
            "wanted their findings",
            file=sys.stderr,
        )


def left_out_on_purpose(mark: pytest.Mark) -> bool:
    """Whether an author's mark skips a claim and says why."""
    position = {"skip": 0}.get(mark.name, len(mark.args))
    reason = mark.kwargs.get("reason", mark.args[position] if position < len(mark.args) else "")
    return mark.name in ("skip", "skipif") and isinstance(reason, str) and bool(reason.strip())


@dataclass
class Account:
    """What was collected in one process; `plain` is what crosses to the main process of xdist."""

    places: set[tuple[str, int]] = field(
        default_factory=set
    )  # file and line of each claim that a module defined
    files: set[str] = field(default_factory=set)  # that were collected, with whatever outcome
    broken: set[str] = field(default_factory=set)  # those of them that could not be
    unread: set[str] = field(
        default_factory=set
    )  # node ids of modules whose code did not run to its end
    made: list[tuple[str, int, str]] = field(
        default_factory=list
    )  # file, line and id of each claim that an import made
    offered: list[pytest.Item] = field(
        default_factory=list
    )  # the item of each claim that a module defined
    items: list[pytest.Item] = field(default_factory=list)
    marked: list[pytest.Item] = field(default_factory=list)  # which an author's mark may skip
    deselected: set[pytest.Item] = field(default_factory=set)

    def plain(self) -> NodeIds:
        """The node ids of what must have a finding, and of what may be skipped instead."""
        selected = [item.nodeid for item in self.items if item not in self.deselected]
        left_out = [item.nodeid for item in self.items if item in self.deselected]
        return {
            "selected": selected,
            "marked": [item.nodeid for item in self.marked],
            "deselected": left_out,
        }

    def lost(
        self, config: pytest.Config, places: Iterable[Place], is_known: Callable[[str], bool]
    ) -> Iterator[tuple[Place, str]]:
        """Claims that stand in the files and were never offered to the run,
        though nobody said that they are to be left out.
        """
        from probatum.authoring.census import Place, followed

        if config.getoption("lf", False):
            return
        narrowed = {argument.partition("::")[0] for argument in config.args if "::" in argument}
        known = {*self.items, *self.deselected}
        for item in self.offered if not narrowed else ():
            if item not in known:
                yield (
                    Place(item.name, item.path, int(item.reportinfo()[1] or 0) + 1),
                    "a claim that something took out of the collection",
                )
        for file, line, name in self.made:
            hidden = not is_known(file) or file in self.files - self.broken
            if hidden and (file, line) not in self.places:
                yield (
                    Place(name, Path(file), line),
                    "a claim that no module of claims defines, where nothing collects it",
                )
        for place in places:
            path = followed(place.path)
            file = str(path)
            if file in self.files - self.broken and (file, place.line) not in self.places:
                yield place, "a claim that its module did not define when it was imported"
            elif file not in self.files and asked_for(config, path):
                yield place, "a claim in a file that was not collected"


def asked_for(config: pytest.Config, file: Path) -> bool:
    """Whether a file lies below what the command line names, and no option there leaves it out."""
    here = config.invocation_params.dir
    named = [(here / argument.partition("::")[0]).resolve() for argument in config.args]
    ignored = [(here / path).resolve() for path in config.getoption("ignore", None) or ()]
    patterns = [str(here / pattern) for pattern in config.getoption("ignore_glob", None) or ()]
    return (
        any(file.is_relative_to(folder) for folder in named)
        and not any(file.is_relative_to(folder) for folder in ignored)
        and not any(
            fnmatch(str(path), pattern) for path in (file, *file.parents) for pattern in patterns
        )
    )

"""Keeps account of the claims of a run, from its beginning: which are defined,
selected and left out on purpose, so that none is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from probatum.session.asked import asked
from probatum.session.selection import asked_for
from probatum.session.stash import NodeIds

if TYPE_CHECKING:
    from probatum.authoring.census import Place

HIDING = ("skip", "skipif", "xfail")


def left_out_on_purpose(mark: pytest.Mark) -> bool:
    """Whether an author's mark skips a claim and says why."""
    position = {"skip": 0}.get(mark.name, len(mark.args))
    reason = mark.kwargs.get("reason", mark.args[position] if position < len(mark.args) else "")
    says_why = isinstance(reason, str) and any(map(str.isalnum, reason))
    return mark.name in ("skip", "skipif") and says_why


@dataclass
class Account:
    """What was collected in one process; `plain` is what crosses to the main process of xdist."""

    places: set[tuple[str, int]] = field(
        default_factory=set
    )  # file and line of each claim that a module defined
    named: set[tuple[str, int, str]] = field(default_factory=set)  # the same, with its id
    files: set[str] = field(default_factory=set)  # that were collected, with whatever outcome
    opened: set[str] = field(default_factory=set)  # those of them in which pytest looked for tests
    broken: set[str] = field(default_factory=set)  # those of them that could not be
    misnamed: list[str] = field(default_factory=list)  # what is said of those that have no name
    paths: list[Path] = field(default_factory=list)  # by which files were collected
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
    taken: set[pytest.Item] = field(default_factory=set)  # so, but not as the command line has it

    def plain(self) -> NodeIds:
        """The node ids of what must have a finding, and of what may be skipped instead."""
        selected = [item.nodeid for item in self.items if item not in self.deselected]
        left_out = [item.nodeid for item in self.items if item in self.deselected]
        return {
            "selected": selected,
            "marked": [item.nodeid for item in self.marked],
            "deselected": left_out,
            "taken": [item.nodeid for item in self.items if item in self.taken],
        }

    def lost(
        self, config: pytest.Config, places: Sequence[Place], is_known: Callable[[str], bool]
    ) -> Iterator[tuple[Place, str]]:
        """Claims that stand in the files and were never offered to the run,
        though nobody said that they are to be left out; each once, by its id where that is known.
        """
        from probatum.authoring.census import Place

        last_failed = asked(config).last_failed  # which takes out what passed
        narrowed = _narrowed(config)
        known = {*self.items, *self.deselected}
        for item in self.offered if not last_failed else ():
            if item not in known and item.path.resolve() not in narrowed:
                yield (
                    Place(item.name, item.path, int(item.reportinfo()[1] or 0) + 1),
                    "a claim that something took out of the collection",
                )
        named = [place for place in places if place.id is not None]
        told: set[tuple[str, int]] = set()
        for ways in (
            self._unoffered(config, named),
            # there may be several of one code; those made elsewhere may be of a module left out
            self._made_in_vain(lambda file: last_failed or is_known(file)),
            self._unoffered(config, (place for place in places if place.id is None)),
        ):
            found = [(place, what) for place, what in ways if _where(place) not in told]
            told |= {_where(place) for place, _ in found}
            yield from found

    def _unoffered(
        self, config: pytest.Config, places: Iterable[Place]
    ) -> Iterator[tuple[Place, str]]:
        last_failed = asked(config).last_failed  # which leaves out files that passed
        looked_into = (self.opened if last_failed else self.files) - self.broken
        for place in places:
            file, line = _where(place)
            if file in looked_into and (file, line) not in self.places:
                yield place, "a claim that its module did not define when it was imported"
            elif file not in self.files and asked_for(config, Path(file)) and not last_failed:
                yield place, f"a claim in a file {_uncollected(Path(file))}"

    def _made_in_vain(self, is_known: Callable[[str], bool]) -> Iterator[tuple[Place, str]]:
        from probatum.authoring.census import Place

        for file, line, name in dict.fromkeys(self.made):
            hidden = not is_known(file) or file in self.opened - self.broken
            if hidden and (file, line, name) not in self.named:
                yield (
                    Place(name, Path(file), line),
                    "a claim that no module of claims defines, where nothing collects it",
                )


def _narrowed(config: pytest.Config) -> set[Path]:
    """The files of which the command line names some claims, and not the whole."""
    here = config.invocation_params.dir
    return {
        (here / argument.partition("::")[0]).resolve()
        for argument in asked(config).args
        if "::" in argument
    }


def _where(place: Place) -> tuple[str, int]:
    from probatum.authoring.census import followed

    return str(followed(place.path)), place.line


def _uncollected(path: Path) -> str:
    """Which file it is that nothing collects."""
    from probatum.authoring.census import SUFFIX

    named = path.suffix == SUFFIX
    return "that was not collected" if named else f"whose name does not end in {SUFFIX}"


def file_of(nodeid: str, root: Path) -> Path:
    """The file of a node of pytest's, links followed."""
    return (root / nodeid.partition("::")[0]).resolve()


def relative(path: Path, root: Path) -> str:
    """A path as readers know it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()

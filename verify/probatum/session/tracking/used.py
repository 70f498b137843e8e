"""What was used while a claim was decided, and what it made itself meanwhile, by where that lies
once links are followed: what it reads of that is no news.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from probatum.records.dependencies import Reads

Before = tuple[int, ...] | None  # what the system said of a place; None where nothing was there


@dataclass(slots=True)
class Made:
    """Files and folders that were to be made, each with what was there before: whoever tells that
    one is about to be made does not know whether it will be.
    """

    places: dict[str, Before] = field(default_factory=dict)
    certain: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # by which they, and links, were asked to be made

    def add(self, path: str) -> None:
        """Something is about to be made, or made anew, at a path."""
        self.names.add(path)
        place = os.path.realpath(path)
        if place not in self.certain:
            self.places[place] = _present(place)

    def link(self, path: str) -> None:
        """A link is about to be made."""
        self.names.add(path)

    def lasting(self, path: str) -> str:
        """A path to the same that does not lead by way of what was made: that may be gone later."""
        above = path
        while self.names and above not in self.names and above != os.path.dirname(above):
            above = os.path.dirname(above)
        return os.path.realpath(path) if above in self.names else path

    def holds(self, path: str) -> bool:
        """Whether what lies at a path, or a folder that it lies in, was made."""
        if not (self.places or self.certain):
            return False
        place = os.path.realpath(path)
        while not self._is_made(place) and place != os.path.dirname(place):
            place = os.path.dirname(place)
        return place in self.certain

    def _is_made(self, place: str) -> bool:
        """Whether there is something else now, which is then not looked at again."""
        if place in self.places and _present(place) not in (None, self.places[place]):
            self.certain.add(place)
            del self.places[place]
        return place in self.certain


@dataclass(slots=True)
class Used:
    """What was used by the claim that was decided, and since the claim before by each file of the
    project.
    """

    reads: Reads = field(default_factory=dict)
    by_file: dict[str, Reads] = field(default_factory=dict)
    made: Made = field(default_factory=Made)
    told: set[str] = field(default_factory=set)  # variables that were set: what they say is no news


def _present(place: str) -> Before:
    """Who lies there, and when it was changed last: to be made anew changes that."""
    try:
        told = os.stat(place)
    except (OSError, ValueError):
        return None
    return told.st_dev, told.st_ino, told.st_mtime_ns, told.st_ctime_ns

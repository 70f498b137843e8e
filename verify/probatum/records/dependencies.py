"""What a finding depends on beside the code that it names: each file,
folder or variable with the state that it was in.

A dependency is one line of text, its kind and its subject; states are compared and nothing else,
so that a later run can ask whether all are as they were without importing anything.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Mapping

FILE, STATUS, RIGHTS, LINK = "file", "status", "rights", "link"
FOLDER, VERSIONS, VARIABLE, UNSEEN = "folder", "versions", "variable", "unseen"
ORDER = "order"  # of a set of texts, which each process chooses by itself unless it has a seed
UNKNOWN = "cannot be known"  # never the state that something was in
OF_PACKAGES = (".dist-info", ".egg-info", ".egg")
Reads = dict[str, str]  # states by dependency, as they were when first used


def file_state(path: str) -> str:
    """What stands at a path: the SHA-256 of a file, or the word for anything else; a device, a pipe
    or a socket says something else each time, but for the one that is always empty.
    """
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            empty = os.path.realpath(path) == os.devnull
            return "folder" if stat.S_ISDIR(mode) else "device" if empty else UNKNOWN
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return "absent"
    except (OSError, ValueError) as problem:
        return type(problem).__name__


def status_state(path: str) -> str:
    """What the system says of a path beside its content: which file it is, by how many names,
    kind, rights, owners, size, times of the last changes; of a link its own as well.
    """
    try:
        told = [os.lstat(path), os.stat(path)]
    except (OSError, ValueError) as problem:
        return type(problem).__name__
    return " ".join(
        f"{of.st_ino} {of.st_nlink} {of.st_mode} {of.st_uid} {of.st_gid} {of.st_size} "
        f"{of.st_mtime_ns} {of.st_ctime_ns}"
        for of in told
    )


def rights_state(path: str) -> str:
    """Who may do what with what stands at a path, whenever that was changed."""
    try:
        told = os.stat(path)
    except (OSError, ValueError) as problem:
        return type(problem).__name__
    return f"{told.st_mode} {told.st_uid} {told.st_gid}"


def link_state(path: str) -> str:
    """Where a link points, whatever stands there; the name of the error where there is none."""
    try:
        return f"to {os.readlink(path)}"
    except (OSError, ValueError) as problem:
        return type(problem).__name__


def folder_state(path: str) -> str:
    """The SHA-256 of the names in a folder; bytecode, which Python leaves behind,
    is not among them.
    """
    try:
        names = sorted(name for name in os.listdir(path) if name != "__pycache__")
    except (OSError, ValueError) as problem:
        return type(problem).__name__
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogateescape")).hexdigest()


def versions_state(path: str) -> str:
    """The SHA-256 of the names in a folder that say which packages are installed there."""
    try:
        names = sorted(name for name in os.listdir(path) if name.endswith(OF_PACKAGES))
    except (OSError, ValueError) as problem:
        return type(problem).__name__
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogateescape")).hexdigest()


def variable_state(name: str) -> str:
    """The SHA-256 of a variable of the environment, which may be a secret."""
    try:
        value = os.environ.get(name)
    except ValueError as problem:  # no name that the system can spell
        return type(problem).__name__
    return (
        "absent"
        if value is None
        else hashlib.sha256(value.encode("utf-8", "surrogateescape")).hexdigest()
    )


def order_state(text: str) -> str:
    """Where a text stands in a set, in this process."""
    return str(hash(text))


STATES: dict[str, Callable[[str], str]] = {
    FILE: file_state,
    STATUS: status_state,
    RIGHTS: rights_state,
    LINK: link_state,
    FOLDER: folder_state,
    VERSIONS: versions_state,
    VARIABLE: variable_state,
    ORDER: order_state,
}


def state(dependency: str) -> str:
    """The state that a dependency is in now."""
    kind, _, subject = dependency.partition(" ")
    return STATES[kind](subject) if kind in STATES else UNKNOWN


def add(reads: Reads, more: Mapping[str, str]) -> None:
    """Add what was used as well; what was in two states is in none that can come again."""
    for dependency, found in more.items():
        reads[dependency] = found if reads.get(dependency, found) == found else UNKNOWN


def lasting(reads: Mapping[str, str]) -> bool:
    """Whether all of it can be known later: nothing changed under a claim,
    and nothing was used that nobody sees.
    """
    return all(
        found != UNKNOWN and not dependency.startswith(UNSEEN)
        for dependency, found in reads.items()
    )


class States:
    """The states that things are in, each looked at once."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def are(self, reads: Mapping[str, str]) -> bool:
        """Whether everything is in the state that it was in."""
        return all(self._of(dependency) == found != UNKNOWN for dependency, found in reads.items())

    def _of(self, dependency: str) -> str:
        if dependency not in self.known:
            self.known[dependency] = state(dependency)
        return self.known[dependency]

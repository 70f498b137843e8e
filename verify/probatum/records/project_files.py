"""Tells a project's own files from what is installed, which is known by its version."""

from __future__ import annotations

import hashlib
import os
import site
import stat
import sysconfig
import tempfile
from pathlib import Path


def _installed() -> tuple[str, ...]:
    """The folders of the standard library and of installed packages,
    by all names that they have.
    """
    library = sysconfig.get_paths()
    folders = {library[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    folders |= {*site.getsitepackages(), site.getusersitepackages()}
    return tuple(
        sorted({name + os.sep for folder in folders for name in (folder, os.path.realpath(folder))})
    )


INSTALLED = _installed()


def is_own(path: str) -> bool:
    """Whether a file, by its absolute path, is a project's own: also one outside of its root,
    as of an editable package.
    """
    return not f"{path}{os.sep}".startswith(INSTALLED)


def lies_in(path: object, folders: tuple[str, ...]) -> bool:
    """Whether a path is seen at once to lie in one of these folders, which end in a separator."""
    return isinstance(path, str) and path.startswith(folders) and os.pardir not in path


def root_of(path: Path) -> Path:
    """The folder from which pytest imports a module: the first above it that is no package."""
    folder = path.parent
    while (folder / "__init__.py").is_file() and folder.name.isidentifier():
        folder = folder.parent
    return folder


def can_write(folder: Path) -> bool:
    """Whether files can be written into a folder, or it can be made."""
    present = next(place for place in (folder, *folder.parents) if place.exists())
    return os.access(present, os.W_OK)


def writable(wanted: Path) -> Path:
    """The folder where a run writes what is to go into this one: where that is only for reading,
    one among the temporary ones, the same for each run, so that a later run finds what is there.
    """
    if can_write(wanted):
        return wanted
    user = os.geteuid() if hasattr(os, "geteuid") else ""
    digest = hashlib.sha256(f"{user} {wanted}".encode("utf-8", "surrogateescape")).hexdigest()
    folder = Path(tempfile.gettempdir(), f"probatum-{digest[:16]}")
    return folder if _is_private(folder) else Path(tempfile.mkdtemp(prefix="probatum-"))


def _is_private(folder: Path) -> bool:
    """Whether a folder, made where it is missing, is one that nobody else can have filled."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    is_ours = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return (
        stat.S_ISDIR(found.st_mode)
        and is_ours
        and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )

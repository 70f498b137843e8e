"""Tells a project's own files from what is installed, which is known by its version."""

from __future__ import annotations

import os
import site
import sysconfig
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

"""Who asks: the code on the stack outside of the functions that tell of a question."""

from __future__ import annotations

import ctypes
import getpass
import importlib.metadata
import linecache
import multiprocessing.context
import os
import pathlib
import random
import shutil
import socket
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from itertools import dropwhile, takewhile
from types import FrameType

from probatum.session.tracking import clock_and_chance, listening

WATCHING = os.path.join(os.path.dirname(__file__), "watching.py")
TELLING = {__file__, WATCHING, listening.__file__, clock_and_chance.__file__}
AS_WRITTEN = pathlib.Path(__file__).parents[2] / "authoring" / "as_written"  # calls for authors
BY_WAY_OF = {
    *TELLING,
    *map(str, AS_WRITTEN.glob("*.py")),
    os.getenv.__code__.co_filename,
    random.__file__,
    Mapping.get.__code__.co_filename,
    ctypes.CDLL.__init__.__code__.co_filename,
}
# By these own code asks for a host, a user, a terminal, processors.
FOR_OTHERS = {
    *BY_WAY_OF,
    *(getpass.__file__, multiprocessing.context.__file__, shutil.__file__, socket.__file__),
}
# These ask only whether a file is there, of which kind it is, or whether it is still the one that
# they have read.
FOR_PATHS = {
    # the standard library may be frozen into the interpreter, under another name
    function.__code__.co_filename
    for function in (
        os.path.isfile,
        os.path.realpath,
        pathlib.Path.is_file,
        pathlib.Path.stat,
        linecache.checkcache,
    )
}
FOR_KINDS = {
    "exists",
    "lexists",
    "isfile",
    "isdir",
    "is_file",
    "is_dir",
    "realpath",
    "_joinrealpath",
    "resolve",
    "checkcache",
    "updatecache",
}
MAPPING = {os.getenv.__code__.co_filename}  # of the environment
LIBRARY = tuple({sysconfig.get_path(name) + os.sep for name in ("stdlib", "platstdlib")})
INSTALLED = f"{os.sep}site-packages{os.sep}"
IMPORTING = "<frozen importlib"
ASKING_FOR_VERSIONS = importlib.metadata.__file__.rpartition("__init__")[0]


def asker() -> str:
    """The file of the code that asks the standard library for something."""
    return next((file for file in callers() if file not in BY_WAY_OF), "")


def asker_by_way_of_python() -> str:
    """The same, where a part of it asks for whoever calls it."""
    return next((file for file in callers() if file not in FOR_OTHERS), "")


def asker_of_all() -> str:
    """The file of the code for which whatever is Python's own, or tells of questions, asks."""
    return next((file for file in callers() if not (_is_library(file) or file in BY_WAY_OF)), "")


def asker_of_paths() -> str:
    """The file of the code for which what is there to look at paths asks."""
    return next((file for file in callers() if file not in (BY_WAY_OF | FOR_PATHS)), "")


def asker_of_the_library() -> str:
    """The file of the code for which the standard library asks; none where it does so while it
    is imported.
    """
    return next((file for file in callers() if not _is_library(file)), "")


def _is_library(file: str) -> bool:
    """Whether the code of a file is Python's own, or was compiled from a text."""
    if file.startswith("<"):
        return not file.startswith(IMPORTING)
    return file.startswith(LIBRARY) and INSTALLED not in file


def looks_for_packages() -> bool:
    """Whether a folder is looked at for what is installed there."""
    return any(file.startswith(ASKING_FOR_VERSIONS) for file in callers())


def is_importing() -> bool:
    """Whether the code that asks is Python's own that looks for modules."""
    return next(callers(), "").startswith(IMPORTING)


def asks_for_a_kind() -> bool:
    """Whether the status of a file is asked for by a function that makes no more of it than its
    kind.
    """
    outside = dropwhile(lambda frame: frame.f_code.co_filename in TELLING, frames())
    asking = takewhile(lambda frame: frame.f_code.co_filename in FOR_PATHS, outside)
    return any(frame.f_code.co_name in FOR_KINDS for frame in asking)


def callers() -> Iterator[str]:
    """The files of the code that calls, outside of what tells of a question."""
    files = (frame.f_code.co_filename for frame in frames())
    return (file for file in files if file not in TELLING)


def frames() -> Iterator[FrameType]:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        yield frame
        frame = frame.f_back

"""What an event of Python's is about: a path, a name, the number of an open file."""

from __future__ import annotations

import os
import re
from typing import cast

from probatum.session.tracking.listening import Arguments

Named = str | bytes | os.PathLike[str]
# by looking at its own memory, as libraries do, a process learns nothing
ABOUT_ITSELF = re.compile(r"/proc/(self|[0-9]+)/(?!environ$)|/dev/null$")


def name_of(arguments: Arguments) -> Named:
    """The path, or the name, that an event is about."""
    return cast(Named, arguments[0])


def absolute(path: Named) -> str:
    """The path from the root on; below what the process says of itself, where its links point. A
    step up stays where it is written: behind a link it leads elsewhere.
    """
    told = os.fsdecode(path)
    goes_up = os.pardir in told.split(os.sep)
    whole = os.path.join(os.getcwd(), told) if goes_up else os.path.abspath(told)
    return os.path.realpath(whole) if ABOUT_ITSELF.match(whole) else whole


def path_of(arguments: Arguments) -> Named | int:
    """The path that an event is about, or the number of an open file; without one it is the folder
    in which the process works.
    """
    return "." if arguments[0] is None else cast(Named | int, arguments[0])

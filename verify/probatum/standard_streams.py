"""What a process says: all of it reaches whoever reads it, or the process says that it did not, and
its exit code is no zero.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from io import StringIO
from typing import TextIO

CLOSED = "standard output: got it closed, wanted a place to write to, such as /dev/null"
LOST = 2  # the exit code, as of any other output that cannot be written
DESCRIPTORS = range(3)  # of standard input, output and error


def were_open() -> bool:
    """Whether there is a standard output. A closed stream leads nowhere from here on: or the next
    file that is opened would have its number, and get what processes say.
    """
    had_output = sys.stdout is not None
    if not had_output or sys.stderr is None:
        while (descriptor := os.open(os.devnull, os.O_RDWR)) in DESCRIPTORS:
            os.set_inheritable(descriptor, True)  # as the streams of any other process
        nowhere = os.fdopen(descriptor, "w", encoding="utf-8")
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    return had_output


@contextlib.contextmanager
def whole_output(name: str) -> Iterator[None]:
    """What is printed meanwhile is written at the end; the process ends with 2 where it cannot be,
    or where an error could not be told.
    """
    if not were_open():
        tell(name, CLOSED)
        raise SystemExit(LOST)
    said = StringIO()
    try:
        with contextlib.redirect_stdout(said):
            yield
    except OSError as error:
        tell(name, f"{error.filename or 'standard error'}: got {error.strerror}")
        raise SystemExit(LOST) from error
    finally:
        if problem := lost(said.getvalue()):
            tell(name, problem)
            raise SystemExit(LOST)


def lost(text: str) -> str:
    """Write this, and what waits to be written, to standard output; the reason if it cannot be."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except UnicodeEncodeError as error:
        letter = ascii(error.object[error.start])
        return f"standard output: got {letter}, which {error.encoding} cannot say, wanted UTF-8"
    except ValueError:  # code of a project has closed it
        return CLOSED
    except OSError as error:
        _leads_nowhere(sys.stdout)
        return f"standard output: got {error.strerror}, wanted a place to write to"
    return ""


def tell(name: str, problem: str) -> None:
    """Say on standard error what is wrong, if that can be said anywhere."""
    try:
        print(f"{name}: {problem}", file=sys.stderr, flush=True)
    except ValueError:  # closed
        return
    except OSError:
        _leads_nowhere(sys.stderr)


def _leads_nowhere(stream: TextIO) -> None:
    """Python would try at its end to write what is left, and end with another exit code."""
    descriptor = os.open(os.devnull, os.O_WRONLY)
    os.dup2(descriptor, stream.fileno())
    os.close(descriptor)

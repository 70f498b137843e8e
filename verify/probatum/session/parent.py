"""Starts the parent of the worker processes early: it imports the engine while claims are still
being collected.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import Lock

from probatum.errors import WorkersError

SURROUNDINGS = {  # of the workers, unless told otherwise
    "OPENBLAS_NUM_THREADS": "1",  # they run side by side: each computes in one thread
    "MALLOC_MMAP_THRESHOLD_": str(
        2**25
        # glibc keeps memory that it was given back, instead of asking the system for it again and
        # again
    ),
    "MALLOC_TRIM_THRESHOLD_": str(2**28),
}

SEED = "PYTHONHASHSEED"  # of what decides in which order a set of texts is gone through

DAEMON = (  # of a process that may start none, and has claims to decide
    "got a worker of Dask that may start no processes, wanted one started with "
    "DASK_DISTRIBUTED__WORKER__DAEMON=False or without a nanny"
)


def method() -> str:
    """How worker processes start: forked from a warm parent where the system can."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


_starting = Lock()


@contextmanager
def _seeded() -> Iterator[None]:
    """What starts meanwhile goes through sets of texts in the same order each time, so that what a
    claim makes of that can be taken over; another seed than by chance stays.
    """
    before = os.environ.get(SEED)
    if before in (None, "", "random"):
        os.environ[SEED] = "0"
    try:
        yield
    finally:
        os.environ.pop(SEED, None)
        if before is not None:
            os.environ[SEED] = before


def keep_running() -> None:
    """Start the parent where there is none, or none any more; raises OSError where it cannot be
    reached.
    """
    if method() == "forkserver":
        from multiprocessing import forkserver

        with _starting:  # of several threads each would take the other's seed for one that was set
            runs = _runs(getattr(forkserver._forkserver, "_forkserver_pid", None))
            with nullcontext() if runs else _seeded():
                forkserver.ensure_running()


def _runs(server: int | None) -> bool:
    """Whether a process that this one started has not ended; it may still be asked for how."""
    if server is None:
        return False
    try:
        return os.waitid(os.P_PID, server, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    except ChildProcessError:
        return False


def prepare() -> None:
    """Start the parent; it goes on by itself. Raises WorkersError where it cannot be reached."""
    for name, value in SURROUNDINGS.items():
        os.environ.setdefault(name, value)
    if method() == "spawn":
        os.environ.setdefault(SEED, "0")
    else:
        multiprocessing.get_context("forkserver").set_forkserver_preload(
            ["probatum.session.preloaded"]
        )
        try:
            keep_running()
        except OSError as error:  # such as of a name that is too long for a socket
            raise WorkersError(
                f"{tempfile.gettempdir()}: got {error}, wanted a folder for temporary files in "
                "which processes can meet: another TMPDIR"
            ) from error

"""Processes of pytest's own that need not import the engine: each is forked from one that has, and begins and ends as any other."""

from __future__ import annotations

import functools
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from probatum.session.parent import SURROUNDINGS
from tests import warm_workers

ROOT = Path(__file__).parents[1]
WITHOUT_FORKS = sys.platform != "linux"


class Parent:
    """The process that has imported the engine, as those see it that want a fork of it."""

    def __init__(self) -> None:
        self.socket, other = socket.socketpair()
        with other:
            command = [sys.executable, "-m", "tests.warm", str(other.fileno())]
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=os.environ | SURROUNDINGS, stdin=subprocess.DEVNULL, pass_fds=[other.fileno()]
            )
        self.answers = self.socket.makefile("rb")

    def ask(self, **wanted: Any) -> None:
        """Have a process forked."""
        self.socket.sendall(json.dumps(wanted).encode() + b"\n")

    def answer(self) -> int:
        """What the parent says next: a process's number, then how it ended."""
        return int(self.answers.readline())

    def close(self) -> None:
        """End it."""
        self.answers.close()
        self.socket.close()
        self.process.wait()


@functools.cache
def parent() -> Parent:
    """One for all tests of this process."""
    return Parent()


def close() -> None:
    """End what was started for the tests of this process."""
    if parent.cache_info().currsize:
        parent().close()
        parent.cache_clear()


class Run:
    """A run of pytest in a process of its own."""

    def __init__(self, arguments: Sequence[str], folder: Path, out: Path | None = None, err: Path | None = None) -> None:
        """Args:
        arguments: as on the command line.
        folder: where it runs.
        out: what it prints goes there.
        err: what it complains of.
        """
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))}
        streams = [str(path) if path else os.devnull for path in (out, err)]
        parent().ask(arguments=list(arguments), folder=str(folder), environment=environment, streams=streams)
        self.process_id = parent().answer()
        self.code: int | None = None

    def kill(self) -> None:
        """End it at once."""
        os.kill(self.process_id, signal.SIGKILL)

    def wait(self) -> int:
        """Its exit code, once it has ended; the number of the signal that ended it, below 0."""
        if self.code is None:
            self.code = parent().answer()
        return self.code


def _forks(connection: socket.socket) -> dict[str, Any]:
    """In each fork, what is wanted of it; in their parent, this ends the process with those who ask."""
    with connection, connection.makefile("rb") as wishes:
        for wish in wishes:
            child = os.fork()
            if child == 0:
                wanted: dict[str, Any] = json.loads(wish)
                return wanted
            connection.sendall(b"%d\n" % child)
            connection.sendall(b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    sys.exit()


def _become(wanted: dict[str, Any]) -> None:
    """Stand as a process does that was just started as `python -m pytest`."""
    os.environ.clear()
    os.environ.update(wanted["environment"])
    time.tzset()
    os.chdir(wanted["folder"])
    sys.path[:1] = [wanted["folder"], wanted["folder"]]  # as -m and PYTHONPATH have it
    sys.argv[1:] = wanted["arguments"]
    for target, path in enumerate(wanted["streams"], 1):
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.dup2(opened, target)
        os.close(opened)
    warm_workers.prepare()
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]


def _serve() -> None:
    import pytest  # noqa: F401

    import tests.imported  # noqa: F401

    gc.freeze()
    connection = socket.socket(fileno=int(sys.argv[1]))
    _become(_forks(connection))
    runpy.run_module("pytest", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve()

"""The parent of a run's workers, forked as well: multiprocessing starts an interpreter for it, which would import the engine again."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
from collections.abc import Callable, Sequence
from multiprocessing import util
from typing import Any

SERVER = "from multiprocessing.forkserver import main"
BEYOND = 100  # numbers of files that nobody else has


def prepare() -> None:
    """In a process that is to be a run: fork, before it imports anything of its own, the process that is to be the parent of its workers
    as soon as multiprocessing wants to start one. It ends with the run.
    """
    ours, its = socket.socketpair()
    spare = os.fork()
    if spare == 0:
        ours.close()
        _stand_by(its)
    its.close()
    util.spawnv_passfds = _spawning(spare, ours, util.spawnv_passfds)


def _spawning(spare: int, connection: socket.socket, real: Callable[..., int]) -> Callable[..., int]:
    """What multiprocessing calls to start a process: the first parent of workers stands by already."""

    def spawnv_passfds(path: str, arguments: Sequence[str], files: Sequence[int]) -> int:
        if connection.fileno() < 0 or not arguments[-1].startswith(SERVER):
            return real(path, arguments, files)
        told = json.dumps({"arguments": list(map(os.fsdecode, arguments)), "files": list(files), "environment": dict(os.environ)}).encode()
        with connection:
            socket.send_fds(connection, [len(told).to_bytes(8, "big")], [0, 1, 2, *files])
            connection.sendall(told)
        return spare

    return spawnv_passfds


def _stand_by(connection: socket.socket) -> None:
    with connection:
        length, files, _, _ = socket.recv_fds(connection, 8, 64)
        if not length:
            os._exit(0)
        with connection.makefile("rb") as told:
            wanted: dict[str, Any] = json.loads(told.read(int.from_bytes(length, "big")))
    beyond = [fcntl.fcntl(file, fcntl.F_DUPFD, BEYOND) for file in files]
    for file in files:
        os.close(file)
    for file, number in zip(beyond, [0, 1, 2, *wanted["files"]], strict=True):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(wanted["environment"])
    sys.orig_argv[:] = wanted["arguments"]
    sys.argv[:] = ["-c"]
    exec(wanted["arguments"][-1], {"__name__": "__main__"})
    os._exit(0)

"""Has Python tell of what is asked of the system: by an audit hook, and where it raises no event,
by way of the functions and the mapping that are asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

Hear = Callable[[str, tuple[Any, ...]], None]


def _deaf(name: str, arguments: tuple[Any, ...]) -> None:
    """Before anybody listens."""


_hear: Hear = _deaf


class Environment(type(os.environ)):  # type: ignore[misc]
    """The environment as ever, but that it tells who asks."""

    def __getitem__(self, name: str) -> str:
        _hear("os.environ", (name,))
        return str(super().__getitem__(name))

    def __iter__(self) -> Iterator[str]:
        _hear("os.environ as a whole", ())
        return iter(super().__iter__())


class BytesEnvironment(type(os.environ)):  # type: ignore[misc]
    """The same variables as bytes, where the system has them so."""

    def __getitem__(self, name: bytes) -> bytes:
        _hear("os.environ", (os.fsdecode(name),))
        return bytes(super().__getitem__(name))


_stat: Callable[..., os.stat_result] = os.stat
_environment = type(os.environ)
_unheard: dict[str, Callable[..., Any]] = {
    name: getattr(os, name) for name in ("access", "fstat", "lstat", "readlink")
}  # Python raises no event for them


def _telling_stat(path: Any, *arguments: Any, **options: Any) -> os.stat_result:
    _hear("os.stat", (path,))
    return _stat(path, *arguments, **options)


def _telling(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def telling(*arguments: Any, **options: Any) -> Any:
        _hear(f"os.{name}", arguments)
        return real(*arguments, **options)

    return telling


def listen(hear: Hear) -> None:
    """Tell of each event from now on in this process; Python cannot take a hook away again."""
    global _hear
    if _hear is _deaf:
        sys.addaudithook(hear)
    _hear = hear
    os.stat = _telling_stat
    told: dict[Callable[..., Any], Callable[..., Any]] = {_stat: _telling_stat}
    for name, real in _unheard.items():
        told[real] = _telling(name, real)
        setattr(os, name, told[real])
    for able in (
        os.supports_dir_fd,
        os.supports_fd,
        os.supports_follow_symlinks,
        os.supports_effective_ids,
    ):
        able |= {telling for real, telling in told.items() if real in able}
    os.environ.__class__ = Environment
    if hasattr(os, "environb"):
        vars(os)["environb"].__class__ = BytesEnvironment


def stop_listening() -> None:
    """Tell nothing more of what Python raises no event for."""
    os.stat = _stat
    for name, real in _unheard.items():
        setattr(os, name, real)
    os.environ.__class__ = _environment
    if hasattr(os, "environb"):
        vars(os)["environb"].__class__ = _environment

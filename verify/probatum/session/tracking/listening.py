"""Has Python tell of what is asked of the system: by an audit hook, and where it raises no event,
by way of the functions and the mapping that are asked.
"""

from __future__ import annotations

import contextlib
import os
import subprocess  # noqa: F401  # brings in what starts processes, and keeps its own name for it
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.abc import MetaPathFinder
from typing import Any, ParamSpec, TypeVar

Arguments = tuple[object, ...]  # of an event, as Python tells of it
Given = ParamSpec("Given")
Answer = TypeVar("Answer")
Hear = Callable[[str, Arguments], None]


def _deaf(name: str, arguments: Arguments) -> None:
    """Before anybody listens."""


_hear: Hear = _deaf
Variables = dict[bytes, bytes] | dict[str, str]  # as the system has them
BY_NUMBER = "a folder by its number"
STARTED = "a process that is started"
LOOKUP = "a module by its name"
COMMAND_LINE = "sys.argv"
LOOKING = (  # at a list
    *("__getitem__", "__iter__", "__len__", "__contains__", "__reversed__", "__repr__"),
    *("__add__", "__mul__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"),
    *("copy", "count", "index", "pop"),
)
COMMAND_LINES = ("argv", "orig_argv")
SYSTEM = sys.modules[os.name]  # whose `environ` is the environment as the process was given it
BY_NAME = {  # of the environment: they ask for one variable, or tell by themselves
    getattr(type(os.environ), name).__code__
    for name in ("__getitem__", "__setitem__", "__delitem__", "__iter__")
}


class Environment(type(os.environ)):  # type: ignore[misc]
    """The environment as ever, but that it tells who asks; what it keeps the variables in is asked
    by functions that read all of them, and by these.
    """

    @property
    def _data(self) -> Variables:
        if sys._getframe(1).f_code not in BY_NAME:
            _hear("os.environ as a whole", ())
        variables: Variables = vars(self)["_data"]
        return variables

    def __getitem__(self, name: str) -> str:
        _hear("os.environ", (name,))
        return str(super().__getitem__(name))

    def __iter__(self) -> Iterator[str]:
        _hear("os.environ as a whole", ())
        return iter(super().__iter__())


class BytesEnvironment(type(os.environ)):  # type: ignore[misc]
    """The same variables as bytes, where the system has them so."""

    _data = Environment._data

    def __getitem__(self, name: bytes) -> bytes:
        _hear("os.environ", (os.fsdecode(name),))
        return bytes(super().__getitem__(name))


class CommandLine(list[str]):
    """The words of a command line as ever, but that it tells who looks at them."""

    def __reduce_ex__(self, _: Any) -> tuple[type[list[str]], tuple[list[str]]]:
        """For another process it is a list as any."""
        return list, (list(self),)


def _looking(name: str) -> Callable[..., Any]:
    real: Callable[..., Any] = getattr(list, name)

    def looking(self: CommandLine, *arguments: Any) -> Any:
        _hear(COMMAND_LINE, ())
        return real(self, *arguments)

    return looking


for _name in LOOKING:
    setattr(CommandLine, _name, _looking(_name))


class Lookups(MetaPathFinder):
    """Finds no module, but tells which are looked for, and where."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: object = None) -> None:
        _hear(LOOKUP, (name, sys.path if path is None else path))


LOOKUPS = Lookups()


_stat: Callable[..., os.stat_result] = os.stat
_open: Callable[..., int] = os.open
_environment = type(os.environ)
_starting: dict[str, Any] = vars(sys.modules.get("_posixsubprocess", object))
_start: Callable[..., int] | None = _starting.get("fork_exec")  # by which multiprocessing does
_unheard: dict[str, Callable[..., Any]] = {
    name: getattr(os, name) for name in ("access", "fstat", "lstat", "readlink")
}  # Python raises no event for them


def _telling_stat(path: Any, *arguments: Any, **options: Any) -> os.stat_result:
    _hear(*_event("os.stat", (path,), options))
    return _stat(path, *arguments, **options)


def _telling(name: str, real: Callable[Given, Answer]) -> Callable[Given, Answer]:
    def telling(*arguments: Given.args, **options: Given.kwargs) -> Answer:
        _hear(*_event(f"os.{name}", arguments, options))
        return real(*arguments, **options)

    return telling


def _event(name: str, arguments: Arguments, options: Mapping[str, object]) -> tuple[str, Arguments]:
    """A path below a folder that is known by its number says nothing by itself."""
    by_number = options.get("dir_fd") is not None
    return (BY_NUMBER, ()) if by_number else (name, arguments)


def _telling_start(*arguments: Any) -> int:
    """Of what `subprocess` starts Python tells by itself."""
    _hear(STARTED, ())
    assert _start is not None
    return _start(*arguments)


def _telling_open(path: Any, *arguments: Any, **options: Any) -> int:
    """Of others Python tells by itself."""
    if options.get("dir_fd") is not None:
        _hear(BY_NUMBER, ())
    return _open(path, *arguments, **options)


def _given(environment: Variables, name: str) -> Variables:
    """The environment as the process was given it, which is no mapping that tells who asks."""
    if name != "environ":
        raise AttributeError(f"module {SYSTEM.__name__!r} has no attribute {name!r}")
    _hear("os.environ as a whole", ())
    return environment


def listen(hear: Hear) -> None:
    """Tell of each event from now on in this process; Python cannot take a hook away again."""
    global _hear
    if _hear is _deaf:
        sys.addaudithook(hear)
    _hear = hear
    os.stat, os.open = _telling_stat, _telling_open
    if LOOKUPS not in sys.meta_path:
        sys.meta_path.insert(0, LOOKUPS)
    told: dict[Callable[..., Any], Callable[..., Any]] = {
        _stat: _telling_stat,
        _open: _telling_open,
    }
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
    if _start is not None:
        _starting["fork_exec"] = _telling_start
    for name in COMMAND_LINES:
        words = getattr(sys, name)
        if type(words) is list:
            setattr(sys, name, CommandLine(words))
    os.environ.__class__ = Environment
    if hasattr(os, "environb"):
        vars(os)["environb"].__class__ = BytesEnvironment
    given = vars(SYSTEM).pop("environ", None)
    if given is not None:
        vars(SYSTEM)["__getattr__"] = partial(_given, given)


def stop_listening() -> None:
    """Tell nothing more of what Python raises no event for."""
    os.stat, os.open = _stat, _open
    with contextlib.suppress(ValueError):
        sys.meta_path.remove(LOOKUPS)
    for name, real in _unheard.items():
        setattr(os, name, real)
    if _start is not None:
        _starting["fork_exec"] = _start
    for name in COMMAND_LINES:
        if isinstance(words := getattr(sys, name), CommandLine):
            setattr(sys, name, [*words])
    os.environ.__class__ = _environment
    if hasattr(os, "environb"):
        vars(os)["environb"].__class__ = _environment
    if "environ" not in vars(SYSTEM):
        vars(SYSTEM)["environ"] = SYSTEM.environ
        del vars(SYSTEM)["__getattr__"]

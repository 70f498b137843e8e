"""Watches what claims use while their modules are imported and while they are decided.

Python tells an audit hook of every file that is opened and every folder that is listed;
whether a file is there, what the environment says, the time, and chance are asked by way of
functions that are listened to as well. What is used is noted for the claim that is being
decided, and for each file of the project whose code was running then: what a module read once,
all claims depend on that import it, also those that are decided later in the same process and find
it in memory.
"""

from __future__ import annotations

import os
import runpy
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.machinery import all_suffixes
from itertools import dropwhile, takewhile
from threading import get_ident
from typing import cast

import pluggy

from probatum.records.dependencies import (
    FILE,
    FOLDER,
    LINK,
    RIGHTS,
    STATUS,
    UNKNOWN,
    UNSEEN,
    VARIABLE,
    VERSIONS,
    add,
    state,
)
from probatum.records.project_files import INSTALLED, is_own, lies_in
from probatum.session.tracking import clock_and_chance, listening
from probatum.session.tracking.callers import (
    IMPORTING,
    MAPPING,
    asker,
    asker_by_way_of_python,
    asker_of_all,
    asker_of_paths,
    asker_of_the_library,
    asks_for_a_kind,
    callers,
    frames,
    is_importing,
    looks_for_packages,
)
from probatum.session.tracking.events import ABOUT_ITSELF, Named, absolute, name_of, path_of
from probatum.session.tracking.listening import COMMAND_LINE, LOOKUP, Arguments
from probatum.session.tracking.unrepeatable import BY_WAY_OF_PYTHON, FOR_OWN_CODE, OUTSIDE
from probatum.session.tracking.used import Used

ENGINE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..")) + os.sep
SILENT = (*INSTALLED, ENGINE)  # folders of which nothing tells a claim anything
DECIDING = f"{ENGINE}judge{os.sep}"
ENDINGS = (*all_suffixes(), f"{os.sep}__init__.py")  # of files that a module may come from
RUNNING = runpy.run_path.__code__.co_filename  # puts another command line in place
HOOKS = os.path.dirname(pluggy.__file__) + os.sep
# kept by the content of what they come from
LEFT_BEHIND = tuple(f"{os.sep}{name}{os.sep}" for name in ("__pycache__", ".hypothesis"))


class Watch:
    """What is used in this process."""

    def __init__(self) -> None:
        self.used: Used | None = None
        self.deciding = False
        self.busy: set[int] = set()  # threads in which the watch itself is reading
        self.owners: dict[str, str | None] = {}

    def event(self, name: str, arguments: Arguments) -> None:
        """Note what the event is about, before it happens."""
        if self.used is None or get_ident() in self.busy:
            return
        self.busy.add(get_ident())
        try:
            HANDLERS[name](self, name, arguments)
        except Exception:  # it would be raised where the claim opens its file
            self._note(f"{UNSEEN} {name}", UNKNOWN, ())
        finally:
            self.busy.discard(get_ident())

    def opened(self, _: str, arguments: Arguments) -> None:
        """A file is about to be opened; one that is written anew, or only added to,
        tells a claim nothing. Of a temporary file without a name Python names the folder, which
        nobody makes so.
        """
        path, flags = path_of(arguments), cast(int, arguments[2])
        if isinstance(path, int) or (flags & os.O_TRUNC and os.path.isdir(path)):
            return
        if flags & (os.O_TRUNC | os.O_EXCL):
            self.made("", (path,), anew=bool(flags & os.O_TRUNC))
        elif not flags & os.O_APPEND or flags & os.O_RDWR:
            self._use((FILE,), path)

    def looked_for(self, name: str, arguments: Arguments) -> None:
        """Somebody asks whether a file is there, or what it is like: its size, its rights,
        when it was changed.
        """
        path = path_of(arguments)
        if isinstance(path, int):
            self.itself(name, arguments)
        elif not lies_in(path, SILENT):  # as most that is imported does
            itself = (LINK,) if name == "os.lstat" else ()
            status = () if asks_for_a_kind() else (STATUS,)
            self._use((FILE, *itself, *status), path)
            if status and self._is_made(absolute(path)) and self._owner(asker_of_paths()):
                self.outside("when something was made", ())

    def followed(self, _: str, arguments: Arguments) -> None:
        """Somebody asks where a link points."""
        self._use((LINK,), path_of(arguments))

    def allowed(self, _: str, arguments: Arguments) -> None:
        """Somebody asks what may be done with a file."""
        self._use((RIGHTS,), path_of(arguments))

    def made(self, _: str, arguments: Arguments, anew: bool = False) -> None:
        """A file or a folder is about to be made."""
        if self.used is not None and (anew or not os.path.lexists(path_of(arguments))):
            self.used.made.add(absolute(name_of(arguments)))

    def linked(self, name: str, arguments: Arguments) -> None:
        """Another name is about to be given to what is there, by which it may be read."""
        source, link, *_ = (os.fsdecode(cast(Named, path)) for path in arguments[:2])
        beside = os.path.dirname(link) if name == "os.symlink" else ""
        self._use((FILE,), os.path.join(beside, source))
        if self.used is not None and name != "os.rename":
            self.used.made.link(absolute(link))
        moves = name == "os.rename" and os.path.isdir(source)
        if moves and self._tells(absolute(source)):  # whatever is read in it then
            self.outside("a folder that is moved", ())

    def listed(self, _: str, arguments: Arguments) -> None:
        """A folder is about to be listed; imports look for modules so,
        whose names their statements tell.
        """
        if not is_importing():
            self._use((FOLDER,), path_of(arguments))

    def looked_through(self, name: str, arguments: Arguments) -> None:
        """A folder is about to be listed with what the system says of each entry,
        of which only own code is taken to ask for all.
        """
        self.listed(name, arguments)
        folder = path_of(arguments)
        own = self._owner(asker()) is not None
        if own and not isinstance(folder, int) and os.path.isdir(folder):
            whole = os.fsdecode(folder)
            names = map(os.fsdecode, os.listdir(folder))
            self._use((STATUS,), *(os.path.join(whole, name) for name in names))

    def connected(self, _: str, arguments: Arguments) -> None:
        """A data base is about to be opened, by its path or by a name of SQLite's own;
        what is new in it may still stand beside it.
        """
        path = name_of(arguments)
        if os.fsdecode(path).startswith("file:"):
            self.outside("a data base by its address", ())
        elif path not in ("", ":memory:"):
            self._use((FILE,), path, f"{os.fsdecode(path)}-wal")

    def looked_up(self, _: str, arguments: Arguments) -> None:
        """A module is about to be looked for in places, of which the first that has it gives it."""
        name, places = cast(tuple[str, Iterable[str]], arguments)
        looked_at: list[str] = []
        stems = [os.path.join(place or ".", name.rpartition(".")[2]) for place in places]
        # Those behind the last one that may tell something are not gone through.
        for stem in reversed([*dropwhile(lambda s: lies_in(s, SILENT), reversed(stems))]):
            files = [stem + ending for ending in ENDINGS]
            looked_at += (stem, *files)
            if any(map(os.path.isfile, files)):
                break
        self._use((FILE,), *looked_at)

    def asked(self, _: str, arguments: Arguments) -> None:
        """Somebody asks for a variable of the environment; pytest's own tell a claim nothing."""
        name = cast(str, arguments[0])
        dependency = f"{VARIABLE} {name}"
        own = self.used is not None and name in self.used.told
        if not own and not name.startswith("PYTEST_") and not asker().startswith(ENGINE):
            self._note(dependency, state(dependency), self._running())

    def told(self, _: str, arguments: Arguments) -> None:
        """Somebody is about to set a variable of the environment, or to take it away: what it then
        says is no news, unless it was set below the mapping that is asked.
        """
        if self.used is not None and next(callers(), "") in MAPPING:
            self.used.told.add(os.fsdecode(name_of(arguments)))

    def itself(self, name: str, arguments: Arguments) -> None:
        """Something is asked for that libraries ask for their own ends, such as all variables:
        it counts where own code asks.
        """
        if self._owner(asker()) is not None:
            self.outside(name, arguments)

    def itself_by_way(self, name: str, arguments: Arguments) -> None:
        """The same of what parts of Python ask for whoever calls them."""
        if self._owner(asker_by_way_of_python()) is not None:
            self.outside(name, arguments)

    def commanded(self, name: str, arguments: Arguments) -> None:
        """The command line is looked at, be it by a library for own code; not so by one that is
        imported, or that puts another in its place.
        """
        inside = self._inside()
        own = any(file.startswith(IMPORTING) for file in inside) or RUNNING in inside[:1]
        if self._running() and not own:
            self.outside(name, arguments)

    def timed(self, name: str, arguments: Arguments) -> None:
        """Somebody asks for the time; libraries that are installed do so for their own ends, and
        Python's own for whoever calls it.
        """
        if self._owner(asker_of_the_library()) is not None:
            self.outside(name, arguments)

    def drawn(self, name: str, arguments: Arguments) -> None:
        """Something is drawn by chance, be it by a library for own code; what libraries draw while
        they are imported, or to name things, are keys and names of their own.
        """
        inside = self._inside()
        imported = any(file.startswith(IMPORTING) for file in inside)
        named = uuid.__file__ in inside and inside[-1] != uuid.__file__
        if not (imported or named):
            self.outside(name, arguments)

    def seeded(self, name: str, arguments: Arguments) -> None:
        """A generator is seeded by chance: as where something is drawn, but that what the engine
        calls to decide does so for its own ends, and whoever makes temporary files to name them.
        """
        inside = self._inside()
        decides = any(file.startswith(DECIDING) for file in inside)
        if tempfile.__file__ not in inside and not decides:
            self.drawn(name, arguments)

    def _inside(self) -> list[str]:
        """The files of the code that own code calls, or that nobody does."""
        return [*takewhile(lambda file: self._owner(file) is None, callers())]

    def outside(self, name: str, _: Arguments) -> None:
        """Something else is about to be asked; a process that an engine decides in asks nobody."""
        if name != "os.fork" or not asker().startswith(ENGINE):
            self._note(f"{UNSEEN} {name}", UNKNOWN, self._running())

    def _use(self, kinds: tuple[str, ...], *paths: Named | int) -> None:
        by_number = any(isinstance(path, int) for path in paths)
        named = [
            absolute(path) for path in paths if not (isinstance(path, int) or lies_in(path, SILENT))
        ]
        telling = [*filter(self._tells, named)]
        # Most is a library's own, of which it need not be known who reads it.
        running = self._running() if telling or by_number else set()
        if by_number:
            self._note(f"{UNSEEN} a folder by its number", UNKNOWN, running)
        of_itself = any(ABOUT_ITSELF.match(path) and path != os.devnull for path in named)
        if of_itself and self._owner(asker_of_all()) is not None:
            self.outside(clock_and_chance.PROCESS, ())
        for whole in map(self.used.made.lasting, telling) if self.used else ():
            files = running | ({whole} if whole.endswith(".py") else set())
            if files or self.deciding:
                packages = os.path.isdir(whole) and looks_for_packages()
                of = (VERSIONS,) if packages else kinds
                for dependency in (f"{kind} {whole}" for kind in of):
                    self._note(dependency, state(dependency), files)

    def _tells(self, path: str) -> bool:
        """Whether something is the project's own, and neither made meanwhile, nor left behind by
        Python or Hypothesis, nor about the process itself.
        """
        place = os.path.realpath(path) if os.pardir in path else path
        if not is_own(place) or place.startswith(ENGINE) or self._is_made(path):
            return False
        return not (ABOUT_ITSELF.match(place) or self._is_left_behind(path))

    def _is_made(self, path: str) -> bool:
        return self.used is not None and self.used.made.holds(path)

    def _is_left_behind(self, path: str) -> bool:
        """Whether it lies where libraries keep what is theirs, and none but they ask for it."""
        if not any(part in path for part in LEFT_BEHIND):
            return False
        asking = asker_of_all()
        return not asking.startswith(IMPORTING) and self._owner(asking) is None

    def _note(self, dependency: str, found: str, files: Iterable[str]) -> None:
        if self.used is None:
            return
        if self.deciding:
            add(self.used.reads, {dependency: found})
        for file in files:
            add(self.used.by_file.setdefault(file, {}), {dependency: found})

    def _running(self) -> set[str]:
        """The files of the project whose code is on the stack, above that of pytest:
        who called this is not who reads.
        """
        running: set[str] = set()
        for name in (frame.f_code.co_filename for frame in frames()):
            if name.startswith(HOOKS):
                break
            if (owner := self._owner(name)) is not None:
                running.add(owner)
        return running

    def _owner(self, name: str) -> str | None:
        if name not in self.owners:
            whole = os.path.abspath(name)
            self.owners[name] = (
                None if name.startswith(("<", ENGINE)) or not is_own(whole) else whole
            )
        return self.owners[name]


HANDLERS: dict[str, Callable[[Watch, str, Arguments], None]] = {
    "open": Watch.opened,
    "os.mkdir": Watch.made,
    **dict.fromkeys(("os.link", "os.symlink", "os.rename"), Watch.linked),
    "os.listdir": Watch.listed,
    "os.scandir": Watch.looked_through,
    "sqlite3.connect": Watch.connected,
    LOOKUP: Watch.looked_up,
    **dict.fromkeys(("os.stat", "os.lstat"), Watch.looked_for),
    "os.environ": Watch.asked,
    "os.putenv": Watch.told,
    "os.unsetenv": Watch.told,
    **dict.fromkeys(FOR_OWN_CODE, Watch.itself),
    **dict.fromkeys(BY_WAY_OF_PYTHON, Watch.itself_by_way),
    COMMAND_LINE: Watch.commanded,
    "os.access": Watch.allowed,
    "os.readlink": Watch.followed,
    **dict.fromkeys(OUTSIDE, Watch.outside),
    clock_and_chance.TIME: Watch.timed,
    clock_and_chance.CHANCE: Watch.drawn,
    clock_and_chance.SEED: Watch.seeded,
}
_WATCH = Watch()


def _heard(name: str, arguments: Arguments, *, watch: Watch = _WATCH) -> None:
    """Called by Python for each event of any kind, the last ones when it has taken down all names
    of this module: all that it does for most of them is to look at theirs.
    """
    if HANDLERS and name in HANDLERS:
        watch.event(name, arguments)


def watch() -> None:
    """Note what is used from now on in this process."""
    _WATCH.used = Used()
    listening.listen(_heard)
    clock_and_chance.listen(_heard)


def stop_watching() -> None:
    """Note nothing more."""
    _WATCH.used = None
    listening.stop_listening()
    clock_and_chance.stop_listening()


@contextmanager
def unheard() -> Iterator[None]:
    """What this thread asks meanwhile, it asks for the run itself."""
    _WATCH.busy.add(get_ident())
    try:
        yield
    finally:
        _WATCH.busy.discard(get_ident())


@contextmanager
def watched() -> Iterator[Used | None]:
    """What is used meanwhile, and what the project's files have used since the last time;
    None where nobody watches.

    SymPy's generators, from which it draws for its own ends too, are seeded, as for each claim.
    """
    from probatum.claim_cache import draw_anew

    draw_anew()
    _WATCH.deciding = True
    before = clock_and_chance.drawn()
    try:
        yield _WATCH.used
    finally:
        _WATCH.deciding = False
        if _WATCH.used is not None and clock_and_chance.drawn() != before:
            add(_WATCH.used.reads, {f"{UNSEEN} {clock_and_chance.CHANCE}": UNKNOWN})
        if _WATCH.used is not None:
            _WATCH.used = Used()

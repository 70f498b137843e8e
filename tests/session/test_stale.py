"""No finding is stale: whatever a claim was seen to use, and however it came by it, decides the claim anew when it changes."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.each import each
from tests.project import HEADER, Project

COUNTED = '''
@Passage("opening.1").states
def {function}(value=2):
    """The value is 2."""
    with open({root!r} + "/decided.txt", "a") as file:
        print("{name}", file=file)
    root = {root!r}
    {body}
    return Equal(sympy.Integer(int(found)) * 0 + 2, value)
'''
IMPORTS = "import json, os, pathlib, sqlite3, subprocess, socket, sys, threading\nimport sympy\n"


def written(path: str, text: str) -> Callable[[Path], object]:
    """Write another text to a file below the root."""
    return lambda root: (root / path).write_text(text, encoding="utf-8")


def array(root: Path) -> None:
    """Save another number."""
    np.save(root / "data/array.npy", np.array([3]))


def data_base(root: Path) -> None:
    """Store another number in a table."""
    with sqlite3.connect(root / "data/table.db") as connection:
        connection.execute("update numbers set number = 3")
    connection.close()


def archive(root: Path, value: int = 3) -> None:
    """A module inside of an archive."""
    with zipfile.ZipFile(root / "data/modules.zip", "w") as file:
        file.writestr("zipped.py", f"VALUE = {value}\n")


def linked(root: Path) -> None:
    """Let a link point to another file."""
    (root / "data/link").unlink()
    (root / "data/link").symlink_to(root / "data/other")


TIMED = ("when", "when-too", "when-by-path", "times/one", "rights", "linked")


def relinked(root: Path) -> None:
    """Put a file in place of a link to one like it."""
    (root / "data/is-link").unlink()
    (root / "data/is-link").write_text("2\n", encoding="utf-8")


def retargeted(name: str) -> Callable[[Path], object]:
    """Let a link point to another file of the same content."""

    def change(root: Path) -> None:
        (root / "data" / name).unlink()
        (root / "data" / name).symlink_to("two")

    return change


LINKS = {"to-one": "one", "to-one-too": "one", "points": "one", "dangling": "nowhere-at-all"}


def prepare(project: Project) -> None:
    """All that the claims below read, with other numbers to come."""
    root = project.root
    for name in (
        "text",
        "opened",
        "number.json",
        "held",
        "cached",
        "executed.py",
        "run.py",
        "by_path.py",
        "threaded",
        "bytes",
        "beside",
        *TIMED,
    ):
        project.write(f"data/{name}", "VALUE = 2\n" if name.endswith(".py") else "2\n")
    project.write("data/other", "3\n")
    project.write("data/one", "")
    project.write("data/two", "")
    project.write("data/tool", "").chmod(0o755)
    for name, target in LINKS.items():
        (root / "data" / name).symlink_to(target)
    project.write("data/folder/a.csv", "")
    project.write("data/folder-too/number", "2\n")
    project.write("data/more/other", "2\n")
    (root / "data/link").symlink_to(root / "data/text")
    (root / "data/is-link").symlink_to(root / "data/linked")
    np.save(root / "data/array.npy", np.array([2]))
    for name, journal in (("table", "delete"), ("logged", "wal")):
        with sqlite3.connect(root / f"data/{name}.db") as connection:
            connection.execute(f"pragma journal_mode = {journal}")
            connection.execute("create table numbers (number int)")
            connection.execute("insert into numbers values (2)")
        connection.close()
    archive(root, 2)
    project.write("outside/elsewhere.py", "VALUE = 2\n")
    project.write("outside/points-1.dist-info/entry_points.txt", "[numbers]\nnumber = pointed_at:VALUE\n")
    project.write("outside/points-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: points\nVersion: 1\n")
    project.write("data/found/numbers-2.dist-info/METADATA", "Metadata-Version: 2.1\nName: numbers\nVersion: 2\n")
    project.write("outside/pointed_at.py", "VALUE = 2\nOTHER = 3\n")
    for name in ("late", "later"):
        project.write(f"outside/{name}.py", "VALUE = 2\n")
    project.write("data/late/other", "")
    project.write("data/names", "")
    project.write("near.py", "VALUE = 2\n")
    project.write("by_name.py", "VALUE = 2\n")
    project.write("by_another_name.py", "from near import VALUE\n")
    project.write("holding.py", f"from pathlib import Path\nVALUE = Path({str(root)!r}, 'data/held').read_text()\n")
    cached = f"import functools\n\n\n@functools.cache\ndef value():\n    return int(open({str(root)!r} + '/data/cached').read())\n"
    project.write("caching.py", cached)
    project.pytester.makeini("[pytest]\nclaims_paths = claims\npythonpath = . outside\nclaim_workers = 1\n")


LOADED = (
    "import importlib.util; spec = importlib.util.spec_from_file_location('by_path', root + '/data/by_path.py'); "
    "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module); found = module.VALUE"
)
WAYS: dict[str, tuple[str, Callable[[Path], object]]] = {  # what a claim does, and what then changes
    "text": ("found = pathlib.Path(root, 'data/text').read_text()", written("data/text", "3\n")),
    "opened": ("found = open('data/opened').read()", written("data/opened", "3\n")),
    "bytes": ("found = os.read(os.open(root + '/data/bytes', os.O_RDONLY), 1)", written("data/bytes", "3\n")),
    "number": ("found = json.load(open(root + '/data/number.json'))", written("data/number.json", "3\n")),
    "array": ("import numpy; found = numpy.load(root + '/data/array.npy')[0]", array),
    "data-base": ("found = sqlite3.connect(root + '/data/table.db').execute('select number from numbers').fetchone()[0]", data_base),
    "link": ("found = open(root + '/data/link').read()", linked),
    "thread": (
        "found = 2; thread = threading.Thread(target=lambda: open(root + '/data/threaded').read()); thread.start(); thread.join()",
        written("data/threaded", "3\n"),
    ),
    "absent": (
        "try: found = open(root + '/data/absent').read()\n    except FileNotFoundError: found = 2",
        written("data/absent", "3\n"),
    ),
    "made-already": (
        "os.makedirs(root + '/data/folder-too', exist_ok=True); found = open(root + '/data/folder-too/number').read()",
        written("data/folder-too/number", "3\n"),
    ),
    "beside-temporary": (
        "import tempfile; tempfile.TemporaryFile(dir=root + '/data/more').close(); found = open(root + '/data/more/other').read()",
        written("data/more/other", "3\n"),
    ),
    "beside-made": (
        "open(root + '/data/made', 'w').close(); found = open(root + '/data/beside').read()",
        written("data/beside", "3\n"),
    ),
    "not-there": ("found = 2 + pathlib.Path(root, 'data/not-there').exists()", written("data/not-there", "")),
    "no-folder": ("found = 2 + os.path.isdir(root + '/data/new')", lambda root: (root / "data/new").mkdir()),
    "variable": ("found = os.environ.get('NUMBER', '2')", lambda root: os.environ.update(NUMBER="3")),
    "listed": ("found = len(os.listdir(root + '/data/folder'))", written("data/folder/b.csv", "")),
    "globbed": ("found = len(list(pathlib.Path(root, 'data/folder').glob('*.csv')))", written("data/folder/c.csv", "")),
    "executed": (
        "names = {}; exec(open(root + '/data/executed.py').read(), names); found = names['VALUE']",
        written("data/executed.py", "VALUE = 3\n"),
    ),
    "run": ("import runpy; found = runpy.run_path(root + '/data/run.py')['VALUE']", written("data/run.py", "VALUE = 3\n")),
    "by-path": (LOADED, written("data/by_path.py", "VALUE = 3\n")),
    "by-name": ("import importlib; found = importlib.import_module('by_name').VALUE", written("by_name.py", "VALUE = 3\n")),
    "by-name-of-another": (
        "import importlib; found = importlib.import_module('by_' + 'another_name').VALUE",
        written("near.py", "VALUE = 4\n"),
    ),
    "zipped": ("sys.path.append(root + '/data/modules.zip'); import zipped; found = zipped.VALUE", archive),
    "outside": ("from elsewhere import VALUE as found", written("outside/elsewhere.py", "VALUE = 3\n")),
    "near": ("from near import VALUE as found", written("near.py", "VALUE = 3\n")),
    "held": ("from holding import VALUE as found", written("data/held", "3\n")),
    "cached": ("import caching; found = caching.value()", written("data/cached", "3\n")),
    "cached-too": ("import caching; found = caching.value()", written("data/cached", "4\n")),
    "cached-by-name": ("import importlib; found = importlib.import_module('caching').value()", written("data/cached", "5\n")),
}
LATER = 2_000_000_000  # seconds


def touched(name: str) -> Callable[[Path], object]:
    """Change nothing of a file but its times."""
    return lambda root: os.utime(root / "data" / name, (LATER, LATER))


WAYS |= {  # by what the system says of files, whatever they hold
    "changed-when": ("found = os.stat(root + '/data/when').st_mtime", touched("when")),
    "changed-when-too": ("found = pathlib.Path(root, 'data/when-too').lstat().st_mtime", touched("when-too")),
    "changed-when-by-path": ("found = os.path.getmtime(root + '/data/when-by-path')", touched("when-by-path")),
    "changed-when-by-folder": ("found = [entry.stat().st_mtime for entry in os.scandir(root + '/data/times')][0]", touched("times/one")),
    "rights": ("found = pathlib.Path(root, 'data/rights').stat().st_mode", lambda root: (root / "data/rights").chmod(0o600)),
    "resolved": ("found = os.path.realpath(root + '/data/to-one').endswith('one')", retargeted("to-one")),
    "resolved-too": ("found = pathlib.Path(root, 'data/to-one-too').resolve().name == 'one'", retargeted("to-one-too")),
    "points": ("found = os.readlink(root + '/data/points') == 'one'", retargeted("points")),
    "dangling": ("found = os.path.lexists(root + '/data/dangling')", lambda root: (root / "data/dangling").unlink()),
    "executable": (
        "import shutil; found = shutil.which('tool', path=root + '/data') is None",
        lambda root: (root / "data/tool").chmod(0o644),
    ),
    "is-link": ("found = 2 + os.path.islink(root + '/data/is-link')", relinked),
}
MISSING = "try: found = importlib.import_module('missing_' + 'too').VALUE\n    except ImportError: found = 2"
POINTED = "import importlib.metadata; found = importlib.metadata.entry_points(group='numbers')['number'].load()"
FOUND = "import importlib.metadata; sys.path.insert(0, root + '/data/found')"
NUMBERED = "execute('select number from numbers').fetchone()[0]"
HELD: list[sqlite3.Connection] = []  # open, so that nothing is written back


def logged(root: Path) -> None:
    """Store another number in what SQLite keeps beside the file of a data base."""
    HELD.append(sqlite3.connect(root / "data/logged.db"))
    HELD[-1].execute("update numbers set number = 3")
    HELD[-1].commit()


def placed(root: Path) -> None:
    """Make a folder with a module in it."""
    (root / "data/no-such").mkdir()
    written("data/no-such/later.py", "VALUE = 3\n")(root)


WAYS |= {  # by what is not imported, or stands elsewhere than statements say
    "missing": ("import importlib.util; found = 2 + (importlib.util.find_spec('missing_one') is not None)", written("missing_one.py", "")),
    "missing-too": (f"import importlib\n    {MISSING}", written("missing_too.py", "VALUE = 3\n")),
    "placed-late": (
        "sys.path.insert(0, root + '/data/late'); from late import VALUE as found",
        written("data/late/late.py", "VALUE = 3\n"),
    ),
    "placed-nowhere": (
        "sys.path.insert(0, root + '/data/no-such'); from later import VALUE as found",
        placed,
    ),
    "pointed": (POINTED, written("outside/points-1.dist-info/entry_points.txt", "[numbers]\nnumber = pointed_at:OTHER\n")),
    "version": (
        f"{FOUND}; found = importlib.metadata.version('numbers')",
        written("data/found/numbers-2.dist-info/METADATA", "Metadata-Version: 2.1\nName: numbers\nVersion: 3\n"),
    ),
    "packages": (
        f"{FOUND}; found = 2 + any(each.name == 'more' for each in importlib.metadata.distributions())",
        lambda root: (root / "data/found/more-1.dist-info").mkdir(),
    ),
    "names": ("found = 1 + os.stat(root + '/data/names').st_nlink", lambda root: os.link(root / "data/names", root / "outside/names")),
    "logged": (f"base = sqlite3.connect(root + '/data/logged.db'); found = base.{NUMBERED}; base.close()", logged),
}
APART = {"near": {"near", "by-name-of-another"}, "by-name-of-another": {"near", "by-name-of-another"}}
APART |= {name: {"listed", "globbed"} for name in ("listed", "globbed")}
APART |= {name: {"cached", "cached-too", "cached-by-name"} for name in ("cached", "cached-too", "cached-by-name")}


def decided(project: Project, *arguments: str) -> set[str]:
    """The claims that a run which reuses decides itself; all of them hold."""
    counted = project.root / "decided.txt"
    counted.unlink(missing_ok=True)
    run = project.pytester.runpytest_inprocess if arguments else project.pytester.runpytest_subprocess
    run("-p", "no:probatum_reports", "--claims-decide=changed", "-q", *arguments)
    assert set(project.verdicts.values()) == {"holds"}
    return set(counted.read_text(encoding="utf-8").split()) if counted.exists() else set()


def claims(project: Project, ways: dict[str, str]) -> None:
    """A module for each claim, so that what one of them uses is no other's."""
    for name, body in ways.items():
        text = COUNTED.format(name=name, function=name.replace("-", "_"), root=str(project.root), body=body)
        project.claims(text, name=f"of_{name.replace('-', '_')}", header=IMPORTS + HEADER)


@pytest.fixture
def reading(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project of one worker whose claims each read in another way, and were decided."""
    monkeypatch.setenv("NUMBER", "2")  # and as it was, after the test
    prepare(project)
    claims(project, {name: body for name, (body, _) in WAYS.items()})
    assert decided(project) == set(WAYS)
    assert decided(project) == set()
    return project


def by_computed_names(project: Project) -> set[str]:
    """The claims that may import anything by a name that they compute: what others read may be theirs."""
    return {name for name, (body, _) in WAYS.items() if any(word in body for word in ("importlib", "runpy", "exec("))}


def test_whatever_changes_decides_anew_whom_it_concerns(reading: Project) -> None:
    names = list(WAYS)
    for chosen in (names[::2], names[1::2]):
        wanted = set(chosen).union(*(APART.get(name, set()) for name in chosen))
        for name in chosen:
            WAYS[name][1](reading.root)
        found = decided(reading)
        assert wanted <= found
        assert found <= wanted | by_computed_names(reading)
        assert decided(reading) == set()


OUTSIDE = {
    "process": "found = subprocess.run([sys.executable, '-c', 'print(2)'], capture_output=True, text=True).stdout",
    "shell": "os.system('true'); found = 2",
    "fork": "process = os.fork() or os._exit(0); os.waitpid(process, 0); found = 2",
    "started": "import multiprocessing; multiprocessing.current_process()._config['daemon'] = False; "
    "process = multiprocessing.get_context('spawn').Process(target=print); process.start(); process.join(); found = 2",
    "handle": "os.fstat(os.open(root, os.O_RDONLY)).st_mtime; found = 2",
    "below-a-handle": "handle = os.open(root, os.O_RDONLY); os.open('decided.txt', os.O_RDONLY, dir_fd=handle); found = 2",
    "status-below-a-handle": "os.stat('decided.txt', dir_fd=os.open(root, os.O_RDONLY)); found = 2",
    "environment-as-given": "sys.modules['posix'].environ; found = 2",
    "the-system-itself": "import posix; posix.stat('decided.txt'); found = 2",
    "attached": "sqlite3.connect(':memory:').execute('ATTACH ? AS other', (root + '/other.db',)); found = 2",
    "compiled": "import ctypes; ctypes.CDLL(None); found = 2",
    "attributes": "os.listxattr(root + '/decided.txt'); found = 2",
    "clock": "import time; found = 2 + 0 * time.time()",
    "clock-of-the-processor": "from time import perf_counter_ns; found = 2 + 0 * perf_counter_ns()",
    "calendar": "import time; found = time.localtime().tm_year",
    "moment": "import datetime; found = datetime.datetime.now().year",
    "day": "import datetime; found = datetime.date.today().year",
    "drawn": "import random; found = 2 + (random.random() > 2)",
    "drawn-by-a-generator": "import random; found = 2 + (random.Random().random() > 2)",
    "drawn-by-a-device": "found = len(open('/dev/urandom', 'rb').read(2))",
    "drawn-by-the-system": "found = len(os.urandom(2))",
    "secret": "import secrets; found = 2 + 0 * secrets.randbelow(9)",
    "named-by-chance": "import uuid; found = 2 + 0 * uuid.uuid4().int",
    "drawn-by-numpy": "import numpy; found = 2 + (numpy.random.random() > 2)",
    "drawn-by-numpys-generator": "import numpy; found = 2 + (numpy.random.default_rng().random() > 2)",
    "moment-in-words": "import time; found = len(time.strftime('%Y')) - 2",
    "moment-of-nothing": "import time; found = len(time.ctime(None)) - 22",
    "moment-of-a-clock": "import time; found = 2 + 0 * time.clock_gettime(time.CLOCK_REALTIME)",
    "moment-of-a-record": "import logging; logging.LogRecord('a', 1, 'b', 1, 'c', (), None).created; found = 2",
    "moment-of-a-letter": "from email.utils import localtime; localtime(); found = 2",
    "moment-in-a-name": "import uuid; uuid.uuid1(); found = 2",
    "moment-of-a-data-base": "sqlite3.connect(':memory:').execute(\"select strftime('%s', 'now')\"); found = 2",
    "stopped": "import timeit; timeit.timeit('0', number=1); found = 2",
    "drawn-by-a-data-base": "sqlite3.connect(':memory:').execute('select random()'); found = 2",
    "drawn-by-a-cipher": "from ssl import RAND_bytes; found = len(RAND_bytes(2))",
    "drawn-as-a-matrix": "found = 2 + 0 * sympy.randMatrix(1)[0]",
    "hashed": "found = 2 + 0 * hash('abc')",
    "addressed": "found = 2 + 0 * id(root)",
    "numbered": "found = 2 + 0 * os.getpid()",
    "spent": "import resource; resource.getrusage(0); found = 2",
    "allowed-files": "import resource; resource.getrlimit(resource.RLIMIT_NOFILE); found = 2",
    "processors": "found = 2 + 0 * os.cpu_count()",
    "whose": "found = 2 + 0 * os.getuid()",
    "whose-home": "import pwd; pwd.getpwuid(0).pw_dir; found = 2",
    "machine": "os.uname().nodename; found = 2",
    "machine-by-its-name": "import platform; platform.node(); found = 2",
    "machine-on-the-network": "found = 2 + 0 * len(socket.gethostname())",
    "machine-with-its-domain": "found = 2 + 0 * len(socket.getfqdn())",
    "command-line": "found = 2 + 0 * len(sys.argv)",
    "command-line-parsed": "import argparse; argparse.ArgumentParser().parse_known_args(); found = 2",
    "command-line-as-given": "found = 2 + (sys.orig_argv[0] == 'no python')",
    "room-of-a-terminal": "import shutil; os.environ.pop('COLUMNS', 0); found = 2 + 0 * shutil.get_terminal_size().columns",
    "processors-of-python": "import multiprocessing; found = 2 + 0 * multiprocessing.cpu_count()",
    "user": "import getpass; found = 2 + 0 * len(getpass.getuser())",
    "priority": "found = 2 + 0 * os.getpriority(os.PRIO_PROCESS, 0)",
    "process-by-its-name": "import multiprocessing; found = 2 + 0 * len(multiprocessing.current_process().name)",
    "shown-by-its-address": "found = 2 + 0 * len(repr(object()))",
    "bound": "socket.socket().bind(('127.0.0.1', 0)); found = 2",
    "room": "import shutil; shutil.disk_usage(root).free; found = 2",
    "thread-by-number": "found = 2 + 0 * threading.get_ident()",
    "terminal": "found = 2 + 0 * os.isatty(0)",
    "environment-inside": "'ANY' in os.environ._data; found = 2",
    "environment-counted": "found = 2 + 0 * len(os.environ)",
    "compiled-reader": "import lxml.etree; found = 2",
    "network": "socket.socket().connect_ex(('127.0.0.1', 9)); found = 2",
}
REPEATED = {
    "alone": "found = 2",
    "told-by-an-empty-device": "found = 2 + len(open(os.devnull).read())",
    "drawn-with-a-seed": "import random; found = 2 + (random.Random(5).random() > 2)",
    "drawn-by-numpy-with-a-seed": "import numpy; found = 2 + (numpy.random.default_rng(5).random() > 2)",
    "of-a-moment": "import time; found = time.gmtime(0).tm_year",
    "of-a-moment-in-words": "import time; found = len(time.strftime('%Y', time.gmtime(0))) - 2",
    "drawn-by-sympy": "import sympy.core.random; found = 2 + (sympy.core.random.random() > 2)",  # whose generators are seeded
    "named-for-a-table": "found = len({type('Key', (), {'__hash__': lambda self: 5})(), 2})",
}


def test_what_nobody_can_look_at_again_is_not_kept(project: Project) -> None:
    claims(project, OUTSIDE | REPEATED)
    assert decided(project) == {*OUTSIDE, *REPEATED}
    assert decided(project) == set(OUTSIDE)


def test_what_a_claim_makes_itself_is_no_dependency(project: Project) -> None:
    body = "import tempfile; folder = tempfile.mkdtemp(); path = pathlib.Path(folder, 'x'); path.write_text('2'); found = path.read_text()"
    claims(project, {"made": f"{body}; os.listdir(folder); path.unlink(); os.rmdir(folder)"})
    assert decided(project) == {"made"}
    assert decided(project) == set()


def test_sets_of_texts_have_one_order_in_all_runs(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONHASHSEED", raising=False)
    order = "open(root + '/order.txt', 'a').write(' '.join({str(each) for each in range(99)}) + chr(10))"
    claims(project, {"ordered": f"{order}; found = 2"})
    for _ in range(2):
        project.pytester.runpytest_subprocess("-p", "no:probatum_reports", "--claims-decide=all", "-q")
    first, *others = project.root.joinpath("order.txt").read_text(encoding="utf-8").splitlines()
    assert others
    assert {*others} == {first}


def test_without_such_an_order_nothing_is_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    claims(project, {"ordered": "found = 2"})
    project.write("conftest.py", "from multiprocessing import forkserver, get_context\nget_context('forkserver').Process().start()\n")
    monkeypatch.delenv("PYTHONHASHSEED", raising=False)
    assert decided(project) == {"ordered"}
    assert decided(project) == {"ordered"}
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    assert decided(project) == {"ordered"}
    assert decided(project) == set()


def test_what_was_found_in_the_process_of_the_run_is_of_its_order(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    claims(project, {"ordered": "found = 2"})
    counted = project.root / "decided.txt"
    counts = []
    for seed in (None, None, "7", "7", "8"):
        monkeypatch.delenv("PYTHONHASHSEED", raising=False) if seed is None else monkeypatch.setenv("PYTHONHASHSEED", seed)
        project.pytester.runpytest_subprocess("-p", "no:probatum_reports", "--claims-decide=changed", "-q", "--in-process")
        counts.append(len(counted.read_text(encoding="utf-8").split()))
        counted.unlink(missing_ok=True)
        counted.touch()
    assert counts == [counts[0], counts[0], counts[0], 0, counts[0]]


SURROUNDINGS: dict[str, Callable[[Path], object]] = {
    "the conftest of all": written("conftest.py", "VALUE = 3\n"),
    "a package's version": lambda root: os.rename(root / "packages/thing-1.0.dist-info", root / "packages/thing-1.1.dist-info"),
    "a package's files": written("packages/thing-1.1.dist-info/RECORD", "thing.py,sha256=def,1\n"),
    "a module in the place of Python's own": written("packages/wave.py", "VALUE = 3\n"),
    "the zone": lambda root: os.environ.update(TZ="Asia/Kolkata"),
    "what an engine is told": lambda root: os.environ.update(SYMPY_CACHE_SIZE="500"),
    "the time that claims have": written("pytest.ini", "[pytest]\nclaims_paths = claims\npythonpath = packages\nclaim_seconds = 59\n"),
}


def test_what_all_claims_depend_on_decides_all_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")  # and as it was, after the test
    monkeypatch.setenv("SYMPY_CACHE_SIZE", "1000")
    project.write("conftest.py", "VALUE = 2\n")
    project.write("packages/thing-1.0.dist-info/RECORD", "thing.py,sha256=abc,1\n")
    (project.root / "tox.ini").unlink()
    project.write("pytest.ini", "[pytest]\nclaims_paths = claims\npythonpath = packages\n")
    claims(project, {"alone": "found = 2"})
    assert decided(project, "--in-process") == {"alone"}
    for change in each(SURROUNDINGS.values()):
        assert decided(project, "--in-process") == set()
        change(project.root)
        assert decided(project, "--in-process") == {"alone"}

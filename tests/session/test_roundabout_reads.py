"""No finding is stale that was found by a way round: by what the process says of itself, by a name that is gone again, or by what
Python imported before anybody watched.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import Project
from tests.session.test_stale import claims, decided

WAYS = {
    "of-the-process": "found = open('/proc/self/cwd/data/number').read()",
    "by-a-link": "os.makedirs('made', exist_ok=True); os.link('data/number', 'made/one')\n"
    "    found = open('made/one').read(); os.unlink('made/one')",
    "by-a-soft-link": "os.makedirs('soft', exist_ok=True); os.symlink('../data/number', 'soft/one')\n"
    "    found = open('soft/one').read(); os.unlink('soft/one')",
}


ASIDE = "import tempfile; d = tempfile.mkdtemp(dir=root)"
BACK = "os.rename(d + '/x', root + '/{0}'); os.rmdir(d)"
FAILING = "try: open(root + '/data/shut/', 'w')\n    except OSError: pass"
BESIDE = {  # what was made, or seems to be: what is read by way of it, and what then changes
    "through-a-folder-that-was-made": (
        f"{ASIDE}; os.symlink(root + '/data', d + '/x'); found = open(d + '/x/through').read()",
        "data/through",
    ),
    "not-made-for-its-name": (f"{FAILING}\n    found = open(root + '/data/shut').read()", "data/shut"),
    "not-made-for-its-opener": (
        "open(root + '/data/only', 'w', opener=lambda path, flags: os.open(path, os.O_RDONLY)); found = open(root + '/data/only').read()",
        "data/only",
    ),
    "moved": (
        f"{ASIDE}; os.rename(root + '/data/moved', d + '/x'); found = open(d + '/x').read(); {BACK.format('data/moved')}",
        "data/moved",
    ),
    "up-behind-a-link": ("found = open(root + '/data/link/../up').read()", "far/up"),
    "beside-what-was-made-up-behind-a-link": (
        "open(root + '/data/link/../down', 'w').close(); found = open(root + '/data/down').read()",
        "data/down",
    ),
    "set-below": ("os.putenv('NUMBER', '9'); found = os.environ.get('NUMBER', '2')", ""),
    "among-bytecode": ("found = open(root + '/data/__pycache__/kept').read()", "data/__pycache__/kept"),
    "among-examples": ("found = open(root + '/data/.hypothesis/kept').read()", "data/.hypothesis/kept"),
}


def test_what_is_not_made_is_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBER", "2")
    changed = [path for _, path in BESIDE.values() if path]
    for path in changed:
        project.write(path, "2\n")
    project.write("far/folder/other", "")
    (project.root / "data/link").symlink_to(project.root / "far/folder")
    claims(project, {name: body for name, (body, _) in BESIDE.items()} | {"alone": "found = 2"})
    assert decided(project) == {*BESIDE, "alone"}
    assert decided(project) == set()
    for path in changed:
        project.write(path, "3\n")
    monkeypatch.setenv("NUMBER", "3")
    assert decided(project) == set(BESIDE)


ASKING = {  # of what is made anew each time
    "a-process": "found = 2 + 0 * len(open('/proc/self/stat').read())",
    "a-process-by-a-path": "found = 2 + 0 * len(pathlib.Path('/proc/self/cmdline').read_text())",
    "a-process-by-what-it-has-open": "found = 2 + 0 * len(os.listdir('/proc/self/fd'))",
    "when-it-was-made": f"{ASIDE}; found = 2 + 0 * os.stat(d).st_mtime; os.rmdir(d)",
    "when-it-was-made-by-a-path": f"{ASIDE}; found = 2 + 0 * pathlib.Path(d).stat().st_mtime; os.rmdir(d)",
    "when-it-was-made-by-its-name": f"{ASIDE}; found = 2 + 0 * os.path.getmtime(d); os.rmdir(d)",
    "a-folder-that-is-moved": f"{ASIDE}; os.rename(root + '/data/whole', d + '/x'); "
    f"found = open(d + '/x/one').read(); {BACK.format('data/whole')}",
    "what-connects-the-machine": "found = 2 + 0 * len(socket.if_nameindex())",
}
MADE = {
    "there": f"{ASIDE}; found = 2 + 0 * os.path.exists(d); os.rmdir(d)",
    "linked": f"{ASIDE}; os.symlink(root + '/data/linked', d + '/x'); found = open(d + '/x').read(); os.unlink(d + '/x'); os.rmdir(d)",
}


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="the system does not say this of processes")
def test_what_is_made_anew_each_time_is_not_kept_where_it_is_asked_for(project: Project) -> None:
    for path in ("data/whole/one", "data/linked"):  # each for one claim: others run meanwhile
        project.write(path, "2\n")
    claims(project, ASKING | MADE)
    assert decided(project) == {*ASKING, *MADE}
    assert decided(project) == set(ASKING)


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="the system does not say this of processes")
def test_what_is_read_by_a_way_round_is_read(project: Project) -> None:
    project.write("data/number", "2\n")
    claims(project, WAYS | {"alone": "found = 2"})
    assert decided(project) == {*WAYS, "alone"}
    assert decided(project) == set()
    project.write("data/number", "3\n")
    assert decided(project) == set(WAYS)


def test_what_python_imported_by_itself_counts_for_all(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("own/sitecustomize.py", "import builtins, helping\nbuiltins.MADE = helping.NUMBER\n")
    project.write("own/helping.py", "NUMBER = 2\n")
    monkeypatch.setenv("PYTHONPATH", str(project.root / "own"))
    claims(project, {"customized": "found = __builtins__['MADE']"})
    assert decided(project) == {"customized"}
    assert decided(project) == set()
    project.write("own/helping.py", "NUMBER = 3\n")
    assert decided(project) == {"customized"}


HELPING = {  # by what names a module of the project, which another claim has in memory
    "by-an-import": "import helping; found = helping.Number.value",
    "pickled": "import pickle; found = pickle.load(open(root + '/data.pickle', 'rb')).value",
    "loaded": "import numpy; numpy.load(root + '/data.pickle', allow_pickle=True); found = 2",
    "located": "import pydoc; found = pydoc.locate('helping.Number').value",
    "patched": "import unittest.mock\n    with unittest.mock.patch('helping.Number.value', 2):\n        found = 2",
}


def test_what_comes_in_by_a_name_in_data_counts(project: Project) -> None:
    project.write("helping.py", "class Number:\n    value = 2\n")
    project.write("data.pickle", "chelping\nNumber\n.")
    project.pytester.makeini("[pytest]\nclaims_paths = claims\npythonpath = .\nclaim_workers = 1\n")
    claims(project, HELPING | {"alone": "found = 2"})
    assert decided(project) == {*HELPING, "alone"}
    assert decided(project) == set()
    project.write("helping.py", "class Number:\n    value = 3\n")
    assert decided(project) == set(HELPING)


SOLVING = {
    "by-a-solver": "import z3; s = z3.Solver(); s.from_file('data/number.smt2'); found = 2 if str(s.check()) == 'sat' else 3",
    "by-a-solver-by-name": "from z3 import parse_smt2_file; found = 3 - len(parse_smt2_file('data/number.smt2'))",
}


def test_what_a_solver_reads_by_itself_is_not_kept(project: Project) -> None:
    project.write("data/number.smt2", "(assert true)\n")
    claims(project, SOLVING | {"alone": "found = 2", "z3": "import z3; found = 2 if str(z3.Solver().check()) == 'sat' else 3"})
    assert decided(project) == {*SOLVING, "alone", "z3"}
    assert decided(project) == set(SOLVING)


LISTING = """
import os, sys
from probatum.session.tracking import watching

watching.watch()
with watching.watched() as used:
    exec(compile("import os; list(os.{way}('data'))", {asking!r}, "exec"))
    found = sorted(used.reads)
print(*found, sep="\\n")
"""


@pytest.mark.parametrize("way", ["listdir", "scandir"])
@pytest.mark.parametrize(("asking", "heard"), [("<frozen importlib._bootstrap_external>", False), ("<string>", True)])
def test_a_folder_that_an_import_looks_through_tells_nothing(project: Project, way: str, asking: str, heard: bool) -> None:
    project.write("data/number", "2\n")
    script = project.write("listing.py", LISTING.format(way=way, asking=asking))
    done = subprocess.run([sys.executable, script], cwd=project.root, check=True, capture_output=True, text=True, timeout=120)
    assert (f"folder {project.root / 'data'}" in done.stdout.splitlines()) == heard, done.stdout + done.stderr

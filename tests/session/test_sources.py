"""What is decided is what stands in the files, whatever bytecode lies beside them."""

from __future__ import annotations

import importlib.util
import linecache
import marshal
import os
import py_compile
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import pytest

from probatum.records.project_files import is_own
from probatum.session.sources import compile_own_modules
from tests.project import HEADER, Project

BY_PATH = "spec_from_file_location('by_path', {root!r} + '/by_path.py'); loaded = module_from_spec(spec); spec.loader.exec_module(loaded)"
WAYS = {  # what a claim does to come by the value
    "here": "here = HERE",
    "beside": "from claims.sums.beside import HERE as here",
    "relative": "from .relative import HERE as here",
    "at-the-root": "from at_the_root import HERE as here",
    "by-name": "here = importlib.import_module('by_name').HERE",
    "by-path": f"spec = importlib.util.{BY_PATH.replace('module_from', 'importlib.util.module_from')}; here = loaded.HERE",
    "run": "here = runpy.run_path({root!r} + '/run.py')['HERE']",
    "run-as-module": "here = runpy.run_module('run_as_module')['HERE']",
    "conftest": "from conftest import HERE as here",
}
CLAIM = '''
@Passage("opening.1").states
def {function}(value=2):
    """The value is 2."""
    {way}
    return Equal(here + 0, value)  # as typed, 2 = 2 would say nothing
'''


def out_of_date(path: Path) -> None:
    """Change a 1 in a module to a 2 of the same size and time, beside bytecode of both kinds that says 1."""
    python = Path(importlib.util.cache_from_source(str(path)))
    pytests = python.with_name(f"{path.stem}.{sys.implementation.cache_tag}-pytest-{pytest.__version__}.pyc")
    py_compile.compile(str(path), doraise=True)
    before = path.stat()
    code = marshal.dumps(compile(path.read_bytes(), str(path), "exec"))
    header = importlib.util.MAGIC_NUMBER + bytes(4) + int(before.st_mtime).to_bytes(4, "little") + before.st_size.to_bytes(4, "little")
    pytests.write_bytes(header + code)
    path.write_text(path.read_text(encoding="utf-8").replace("HERE = 1", "HERE = 2"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert SourceFileLoader("old", str(path)).path_stats(str(path))["mtime"] == before.st_mtime


@pytest.fixture
def edited(project: Project) -> Project:
    """A project all of whose modules were edited since their bytecode was written."""
    project.write("claims/__init__.py", "")
    project.write("claims/sums/__init__.py", "")
    ways = [CLAIM.format(name=name, function=name.replace("-", "_"), way=way.format(root=str(project.root))) for name, way in WAYS.items()]
    claims = project.claims(*ways, header=f"import importlib, importlib.util, runpy\n{HEADER}HERE = 1\n\n")
    places = ["claims/sums/beside", "claims/sums/relative", "at_the_root", "by_name", "by_path", "run", "run_as_module", "conftest"]
    for path in [claims, *(project.write(f"{place}.py", "HERE = 1\n") for place in places)]:
        out_of_date(path)
    return project


def test_the_bytecode_of_these_tests_would_be_taken(edited: Project) -> None:
    command = [sys.executable, "-c", "import at_the_root; print(at_the_root.HERE)"]
    assert subprocess.run(command, cwd=edited.root, capture_output=True, text=True, check=True).stdout == "1\n"


@pytest.mark.parametrize(
    "arguments",
    [(), ("--in-process", "claims/sums/opening.py"), ("-n", "1", "--import-mode=importlib")],
    ids=["workers", "named, in process", "xdist"],
)
def test_claims_are_decided_from_their_sources(edited: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    edited.pytester.makeini("[pytest]\nclaims_paths = claims\npythonpath = .\n")
    edited.run_cold(*arguments)
    assert edited.verdicts == dict.fromkeys(WAYS, "holds")


QUOTIENT = '''
@Passage("opening.1").states
def a_quotient(value=1):
    """A number over itself is 1."""
    return ForAll(x, then=Equal(x / x, value))
'''


@pytest.mark.parametrize("named", [(), ("claims/sums/opening.py",)], ids=["all", "named"])
def test_what_is_written_is_kept_in_files_that_the_command_line_names(project: Project, named: tuple[str, ...]) -> None:
    """pytest rewrites what is named; Python's own quotient would be 1 before anybody could ask for x = 0."""
    project.claims(QUOTIENT)
    project.run_cold("--in-process", *named)
    assert "undefined: x = 0" in project.finding("a-quotient")["error"]["message"]


def test_packages_still_come_from_their_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_own_modules()
    asked: list[str] = []
    monkeypatch.setattr("probatum.session.sources._from_cache", lambda loader, name: asked.append(name))
    for name, path in (("pytest", pytest.__file__), ("tests.project", str(Path(__file__).parents[1] / "project.py"))):
        SourceFileLoader(name, path).get_code(name)
    assert asked == ["pytest"]


def value_of_engine(path: Path) -> object:
    """What a module of the engine says, loaded as it is now."""
    names: dict[str, object] = {}
    code = SourceFileLoader("probatum.found", str(path)).get_code("probatum.found")
    exec(code or "", names)
    return names["VALUE"]


def test_the_engine_comes_from_bytecode_of_just_this_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_own_modules()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "found.py"
    path.write_text("VALUE = 1\n")
    times = (path.stat().st_atime, path.stat().st_mtime)
    kept = Path(cache_from_source(str(path)))
    assert value_of_engine(path) == 1
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(marshal.dumps(1), marshal.dumps(5)))
    assert value_of_engine(path) == 5, "the bytecode is taken, where the source is the same"
    for damaged in (b"", whole[:20], whole[:16] + marshal.dumps("no code"), whole[:4] + bytes(12) + whole[16:]):
        kept.write_bytes(damaged)
        assert value_of_engine(path) == 1
        assert kept.read_bytes() == whole
    path.write_text("VALUE = 2\n")
    os.utime(path, times)
    assert value_of_engine(path) == 2


def test_no_bytecode_is_written_where_python_may_write_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_own_modules()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "found.py").write_text("VALUE = 1\n")
    assert value_of_engine(tmp_path / "found.py") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["found.py"]


def test_own_is_what_is_not_installed() -> None:
    assert is_own(__file__)
    assert not is_own(os.__file__)
    assert not is_own(pytest.__file__)


SELF_RATIO = '''"""What claims of this text share."""
from probatum import reals

x = reals("x")
RATIO = x / x
'''
WRITTEN = '''
from claims.sums.shared import RATIO, x

@Passage("opening.1").states
def ratio(value=1):
    """Every number over itself is 1."""
    return ForAll(x, then=Eq(RATIO, value))

@Passage("opening.1").states
def ratio_but_of_0(value=1):
    """Every number but 0, over itself, is 1."""
    return ForAll(x, given=Ne(x, 0), then=Eq(x / x, value))

@Passage("opening.1").states
def supposed(sign=Gt):
    """What is positive is positive."""
    return ForAll(x, given=x > 0, then=sign(x, 0))
'''


def test_claims_and_what_they_share_are_decided_as_written(project: Project) -> None:
    project.write("claims/__init__.py", "")
    project.write("claims/sums/__init__.py", "")
    project.write("claims/sums/shared.py", SELF_RATIO)
    project.claims(WRITTEN)
    project.pytester.makeini("[pytest]\nclaims_paths = claims\npythonpath = .\n")
    project.run_cold()
    assert project.verdicts == {"ratio": "error", "ratio-but-of-0": "holds", "supposed": "hollow"}
    assert project.finding("ratio")["error"]["message"].endswith("the proposition is undefined: x = 0")
    assert project.finding("ratio-but-of-0")["versions"][0]["statement"]["sentence"] == "For all real x with x ≠ 0: x/x = 1."
    assert "the conclusion stands among the hypotheses" in project.finding("supposed")["reason"]


def test_the_lines_of_an_author_s_module_are_those_that_were_compiled(tmp_path: Path) -> None:
    compile_own_modules([tmp_path])
    path = tmp_path / "said.py"
    path.write_text("VALUE = 1\n\n# more\n")
    SourceFileLoader("said", str(path)).get_code("said")
    path.write_text("ANOTHER = 2\n")
    linecache.checkcache(str(path))
    assert linecache.getlines(str(path)) == ["VALUE = 1\n", "\n", "# more\n"]


def test_the_bytecode_of_a_copy_of_the_engine_says_where_the_copy_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads a file is known by where its code stands; a copied folder brings its bytecode along."""
    compile_own_modules()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made, copied = tmp_path / "made", tmp_path / "copied"
    made.mkdir()
    (made / "found.py").write_text("VALUE = 1\n\n\ndef asked() -> int:\n    return VALUE\n")
    assert value_of_engine(made / "found.py") == 1
    shutil.copytree(made, copied)
    kept = Path(cache_from_source(str(copied / "found.py")))
    assert kept.read_bytes() == Path(cache_from_source(str(made / "found.py"))).read_bytes()
    code = SourceFileLoader("probatum.found", str(copied / "found.py")).get_code("probatum.found")
    assert code is not None
    inner = [part.co_filename for part in code.co_consts if isinstance(part, CodeType)]
    assert [code.co_filename, *inner] == [str(copied / "found.py")] * 2
    assert str(copied).encode() in kept.read_bytes(), "for the next time"

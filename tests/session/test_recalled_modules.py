"""Where nothing has changed, modules of claims are collected as they were, without being imported; else they are imported."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.each import each
from tests.project import FALSE, HEADER, TRUE, Project

AGAIN = "--claims-decide=changed"
IMPORTED = """\
import os, pathlib
with open({root!r} + "/imported.txt", "a") as file:
    file.write(__name__ + " ")
"""


def claims(project: Project, *sources: str, name: str = "opening") -> Path:
    """A module that leaves a trace when it is imported."""
    return project.claims(*sources, name=name, header=IMPORTED.format(root=str(project.root)) + HEADER)


def imported(project: Project, *arguments: str, apart: bool = False) -> set[str]:
    """The modules that a run imports."""
    trace = project.root / "imported.txt"
    trace.unlink(missing_ok=True)
    run = project.pytester.runpytest_subprocess if apart else project.pytester.runpytest_inprocess
    run(AGAIN, "-p", "no:probatum_reports", *([] if apart else ["--in-process"]), *arguments)
    return set(trace.read_text().split()) if trace.exists() else set()


HEAVY = """\
import sys
import pytest
pytest.main(["-q", "-p", "no:probatum_reports"])
print("HEAVY", sorted({"sympy", "z3", "numpy", "flint", "pebble", "opening"} & set(sys.modules)))
"""


def test_a_run_in_which_nothing_has_changed_imports_neither_claims_nor_what_decides(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    claims(project, TRUE)
    program = project.write("run.py", HEAVY)
    first, second = (project.pytester.runpython(program) for _ in range(2))
    assert "HEAVY ['flint', 'numpy', 'opening', 'pebble', 'sympy']" in first.outlines
    assert "HEAVY []" in second.outlines
    assert (project.ledger["run"]["reused"], project.verdicts) == (1, {"two-is-two": "holds"})


MARKED = """
import pytest
pytestmark = pytest.mark.slow

@pytest.mark.measured
@Passage("opening.1").states
def two_is_two(value=2):
    \"""Two is $1 + 1$.\"""
    return Equal(1 + 1, value)

@Passage("opening.1").not_checkable("an opinion")
def beauty():
    \"""Sums are beautiful.\"""
"""
SELECTIONS = (
    (),
    ("-k", "two_is"),
    ("-k", "two-is-two"),
    ("-k", "nothing"),
    ("-m", "measured"),
    ("-m", "slow and not measured"),
    ("claims/sums/opening.py::two_is_two",),
    ("--collect-only",),
    ("-v",),
)


def test_what_is_selected_is_the_same_without_an_import(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nmarkers =\n    slow\n    measured\n")
    claims(project, MARKED)
    run = project.pytester.runpytest_inprocess
    for selection in each(SELECTIONS):
        said = []
        for way in ("all", "changed"):
            run("--in-process", "-p", "no:probatum_reports", f"--claims-decide={way}")
            trace = project.root / "imported.txt"
            trace.unlink(missing_ok=True)
            result = run("--in-process", "-q", "-p", "no:probatum_reports", f"--claims-decide={way}", *selection)
            said.append([line.partition(" in ")[0] for line in result.outlines if "reused" not in line])
            assert trace.exists() == (way == "all"), selection
        assert said[0] == said[1], selection


def written(path: str, text: str) -> Callable[[Project], object]:
    """Write another text to a file below the root."""
    return lambda project: project.write(path, text)


def same_size_same_second(project: Project) -> None:
    """Another text of the same length, with the time of the one before."""
    path = project.root / "claims/sums/opening.py"
    told = path.stat()
    path.write_text(path.read_text().replace("value=2", "value=7"))
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


CHANGES: dict[str, tuple[str, Callable[[Project], object]]] = {  # what a module uses, and what then changes
    "a file is read": ("int(pathlib.Path(ROOT, 'number').read_text())", written("number", "1")),
    "a file is not there": ("os.path.exists(ROOT + '/absent')", written("absent", "")),
    "a file is gone": ("not os.path.exists(ROOT + '/number')", lambda project: (project.root / "number").unlink()),
    "a file beside a temporary one that has no name": (
        "tempfile.TemporaryFile(dir=ROOT).close() or not pathlib.Path(ROOT, 'new').write_text('1') "
        "or int(pathlib.Path(ROOT, 'number').read_text())",
        written("number", "1"),
    ),
    "a folder is listed": ("len(list(pathlib.Path(ROOT, 'folder').glob('*'))) > 1", written("folder/b", "")),
    "a variable": ("os.environ.get('NUMBER')", lambda _: os.environ.update(NUMBER="1")),
    "a helper by statement": ("helping.VALUE", written("helping.py", "VALUE = 1\n")),
    "data of a helper": ("helping.DATA", written("data", "1")),
    "a module that comes before another": ("os.path.basename(shadowed.__file__) == 'never'", written("first/shadowed.py", "")),
    "the module, by as many bytes in the same second": ("False", same_size_same_second),
    "the package around": ("False", written("claims/sums/__init__.py", "")),
    "the outline": (
        "False",
        lambda project: project.write("claims/sums/outline.toml", (project.root / "claims/sums/outline.toml").read_text() + "#"),
    ),
    "the settings": ("False", lambda project: project.pytester.makeini(SETTINGS + "python_functions = t*\n")),
    "a conftest": ("False", written("conftest.py", "")),
    "a package": (
        "False",
        lambda project: os.rename(project.root / "first/thing-1.0.dist-info", project.root / "first/thing-1.1.dist-info"),
    ),
}
SETTINGS = "[pytest]\nclaims_paths = claims\npythonpath = first . second\n"


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_has_the_module_imported(project: Project, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBER", "")
    project.pytester.makeini(SETTINGS)
    for path, text in {"number": "0", "folder/a": "", "data": "0", "second/shadowed.py": ""}.items():
        project.write(path, text)
    project.write("first/thing-1.0.dist-info/RECORD", "")
    root = str(project.root)
    project.write("helping.py", f"from pathlib import Path\nVALUE = 0\nDATA = int(Path({root!r}, 'data').read_text())\n")
    condition, change = CHANGES[name]
    header = f"ROOT = {root!r}\nimport tempfile\nimport helping\nimport shadowed\n"
    claims(project, header, f"KNOWN = {condition}", TRUE)
    claims(project, FALSE.replace("opening.1", "opening.2"), name="red")
    assert imported(project) == {"opening", "red"}
    assert imported(project) == {"red"}, "a red claim is decided every time"
    change(project)
    assert {"opening"} <= {module.rpartition(".")[2] for module in imported(project)}


def test_flags_of_python_and_options_have_it_imported(project: Project) -> None:
    claims(project, TRUE)
    assert imported(project) == {"opening"}
    assert imported(project) == set()
    for options in each(
        (("-W", "error"), ("--import-mode=append",), ("-o", "python_files=x.py"), ("-p", "no:warnings"), ("--cache-clear",))
    ):
        assert imported(project, *options) == {"opening"}, options
        imported(project)


HOLDING = {
    "a fixture": "import pytest\n@pytest.fixture(autouse=True)\ndef nothing(): pass",
    "a test": "def test_nothing(): pass",
    "a set-up": "def setup_module(): pass",
    "a mark with a reason": "import pytest\npytestmark = pytest.mark.skipif(False, reason='no')",
    "a generator of tests": "def pytest_generate_tests(metafunc): pass",
    "a date": "import datetime\nTODAY = datetime.date.today()",
    "a draw": "import random\nVALUE = random.random()",
}


def test_what_holds_more_than_claims_is_imported(project: Project) -> None:
    for number, text in each(enumerate(HOLDING.values())):
        claims(project, text, TRUE.replace("two_is_two", f"two_is_two_{number}"), name=f"of_{number}")
    names = {f"of_{number}" for number in range(len(HOLDING))}
    assert imported(project) == names
    assert imported(project) == names


def test_a_damaged_description_is_none(project: Project) -> None:
    claims(project, TRUE)
    imported(project)
    store = next((project.root / ".pytest_cache").rglob("findings.json"))
    text = store.read_text()
    for old, new in each(
        (
            ('"line":', '"row":'),
            ('"line":', '"line":9999999999'),
            ('"claims":[', '"claims":[5,'),
            ('"marks":[]', '"marks":5'),
            ('"names":[]', '"names":5'),
        )
    ):
        assert old in text
        store.write_text(text.replace(old, new))
        assert imported(project) == {"opening"}, old
        assert project.verdicts == {"two-is-two": "holds"}


def test_what_else_is_asked_of_a_module_imports_it(project: Project) -> None:
    claims(project, "VALUE = 5", TRUE)
    imported(project)
    plugin = (
        "import pytest\nclass Asking:\n    def pytest_collection_modifyitems(self, items):\n        print('VALUE', items[0].module.VALUE)\n"
    )
    project.write("deciding.py", plugin + "import sys\nsys.exit(pytest.main(['-s', '-p', 'no:probatum_reports'], plugins=[Asking()]))\n")
    result = project.pytester.runpython(project.root / "deciding.py")
    assert any("VALUE 5" in line for line in result.outlines)

"""A run that goes on from killed ones takes over what still stands, decides the rest, and loses nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from tests.each import each
from tests.project import HEADER, Project

COUNTED = '''
@Passage("opening.1").states
def {function}(value=2):
    """The value is 2."""
    with open("decided.txt", "a") as file:
        print("{name}", file=file)
    {body}
    return Equal(found, value)
'''
CLAIMS = {
    "alone": "found = 1 + 1",
    "helped": "from helping import VALUE as found",
    "reading": "found = int(pathlib.Path('data/number').read_text())",
    "waiting": "found = 1 + 1\n    while not os.path.exists('go'): time.sleep(0.02)",
}


REST = set(CLAIMS) - {"waiting"}


@pytest.fixture
def waiting(project: Project) -> Project:
    """A project whose last claim waits for a file."""
    project.pytester.makeini("[pytest]\nclaims_paths = claims\npythonpath = .\nclaim_workers = 2\n")
    project.write("helping.py", "VALUE = 2\n")
    project.write("data/number", "2")
    project.write("conftest.py", "VALUE = 2\n")
    project.write("claims/sums/data.csv", "2")
    for name, body in CLAIMS.items():
        project.claims(COUNTED.format(name=name, function=name, body=body), name=name, header=f"import os, pathlib, time\n{HEADER}")
    return project


def decided(project: Project) -> set[str]:
    """The claims that were decided since this was asked before."""
    counted = project.root / "decided.txt"
    found = set(counted.read_text(encoding="utf-8").split()) if counted.exists() else set()
    counted.unlink(missing_ok=True)
    return found


def test_two_kills_in_a_row_lose_nothing_and_keep_nothing_that_has_changed(waiting: Project) -> None:
    first = waiting.killed(3)
    assert decided(waiting) - {"waiting"} == REST, "whether the last had begun when the run was killed is a matter of speed"
    assert not waiting.ledger_path.exists()
    waiting.write("helping.py", "VALUE = 3\n")
    second = waiting.killed(3, "--claims-resume")
    assert decided(waiting) - {"waiting"} == {"helped"}
    waiting.write("data/number", "3")
    waiting.write("go", "")
    assert waiting.run_apart("--claims-resume").ret == pytest.ExitCode.TESTS_FAILED
    assert decided(waiting) == {"reading", "waiting"}
    assert waiting.verdicts == {"alone": "holds", "helped": "refuted", "reading": "refuted", "waiting": "holds"}
    assert waiting.ledger["run"]["complete"]
    assert waiting.ledger["run"]["reused"] == 2
    assert not {first, second} & set(waiting.journals)


CHANGES = {
    "nothing": ("unused.py", set()),
    "a helper": ("helping.py", {"helped"}),
    "data": ("data/number", {"reading"}),
    "data beside the claims": ("claims/sums/data.csv", REST),
    "the conftest of all": ("conftest.py", REST),
    "a package": ("packages/thing-1.0.dist-info/RECORD", REST),
    "the outline": ("claims/sums/outline.toml", REST),
}


def test_what_has_changed_decides_anew_whom_it_concerns(waiting: Project) -> None:
    waiting.write("packages/thing-1.0.dist-info/RECORD", "thing.py,sha256=abc,1\n")
    waiting.pytester.makeini("[pytest]\nclaims_paths = claims\npythonpath = . packages\nclaim_workers = 2\n")
    journal = waiting.killed(3)
    content = journal.read_text(encoding="utf-8")
    waiting.write("go", "")
    decided(waiting)
    found = {}
    for name, (path, _) in each(CHANGES.items()):
        target = waiting.root / path
        before = target.read_text(encoding="utf-8") if target.exists() else ""
        target.write_text(before + "\n", encoding="utf-8")
        journal.write_text(content, encoding="utf-8")
        waiting.run("--claims-resume", "--in-process")
        assert waiting.ledger["run"]["complete"], name
        assert not journal.exists(), name
        found[name] = decided(waiting) - {"waiting"}
        target.write_text(before, encoding="utf-8")
    assert found == {name: wanted for name, (_, wanted) in CHANGES.items()}


def test_a_claim_that_was_killed_is_decided_again(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 1\nclaim_seconds = 600\n")
    project.claims(
        COUNTED.format(name="dies", function="dies", body="found = int(pathlib.Path('number').read_text()) or os._exit(1)"), name="first"
    )
    project.claims(COUNTED.format(name="waiting", function="waiting", body=CLAIMS["waiting"]), name="second")
    for module in ("first", "second"):
        path = project.root / project.folder / f"{module}.py"
        path.write_text(f"import os, pathlib, time\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    project.write("number", "0")
    project.killed(1)
    project.write("number", "2")
    project.write("go", "")
    assert project.run("--claims-resume", "--in-process").ret == pytest.ExitCode.OK
    assert project.verdicts == {"dies": "holds", "waiting": "holds"}


def test_a_killed_run_of_a_checkout_that_cannot_be_written_to_is_gone_on_from(waiting: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting.write("conftest.py", "from probatum.records import project_files\n\nproject_files.can_write = lambda folder: False\n")
    temporary = waiting.write("temporary/file", "").parent
    monkeypatch.setenv("TMPDIR", str(temporary))
    journal = waiting.killed(3, "--in-process", "-p", "no:cacheprovider")
    assert journal.is_relative_to(temporary)
    waiting.write("go", "")
    decided(waiting)
    assert waiting.run_apart("--in-process", "--claims-resume").ret == pytest.ExitCode.OK
    assert decided(waiting) == {"waiting"}
    assert not journal.exists()
    assert not waiting.ledger_path.exists()
    assert json.loads(journal.with_name("ledger.json").read_text(encoding="utf-8"))["run"]["complete"]
    assert waiting.run_apart("--in-process", "--claims-resume").ret == pytest.ExitCode.USAGE_ERROR
    assert journal.with_name("ledger.json").exists(), "no run has begun since"


def test_without_an_unfinished_run_there_is_nothing_to_go_on_from(waiting: Project) -> None:
    waiting.write("go", "")
    assert waiting.run("--in-process").ret == pytest.ExitCode.OK
    old = waiting.ledger_path.read_bytes()
    result = waiting.run("--claims-resume", "--in-process")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*got no journal of an unfinished run*"])
    assert waiting.ledger_path.read_bytes() == old, "no run has begun"
    waiting.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    assert waiting.run("--claims-resume", "tests").ret == pytest.ExitCode.OK, "asks for no claims"


def interrupted(project: Project, seen: Callable[[], bool], *arguments: str) -> None:
    """Press the key in a run as soon as something is seen."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:probatum_reports", *arguments]
    process = subprocess.Popen(command, cwd=project.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    while not seen():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    told, _ = process.communicate()
    assert process.returncode == pytest.ExitCode.INTERRUPTED, told
    assert "probatum: error" not in told


@pytest.mark.parametrize("arguments", [(), ("-n", "1"), ("--in-process",)], ids=["workers", "xdist", "in-process"])
def test_a_run_that_is_interrupted_before_it_finds_anything_is_gone_on_from(project: Project, arguments: tuple[str, ...]) -> None:
    waits = "import pathlib, time\npathlib.Path('here').touch()\nwhile not pathlib.Path('go').exists(): time.sleep(0.02)\n"
    project.write(f"{project.folder}/zero.py", waits)
    project.claims(COUNTED.format(name="alone", function="alone", body="found = 1 + 1"))
    interrupted(project, project.root.joinpath("here").exists, *arguments)
    (journal,) = project.journals
    project.write("go", "")
    assert project.run_apart("--claims-resume", *arguments).ret == pytest.ExitCode.OK
    assert project.verdicts == {"alone": "holds"}
    assert not journal.exists()


def test_a_second_key_loses_nothing(project: Project) -> None:
    hook = "@pytest.hookimpl(tryfirst=True)\ndef pytest_{}():\n    raise KeyboardInterrupt\n"
    project.write("conftest.py", "\n\n".join(["import pytest", hook.format("keyboard_interrupt"), hook.format("runtest_teardown")]))
    project.claims(*(COUNTED.format(name=name, function=name, body="found = 1 + 1") for name in ("alone", "other")))
    assert project.run_apart("--in-process").ret != pytest.ExitCode.OK
    (journal,) = project.journals
    assert '"alone"' in journal.read_text(encoding="utf-8")


@pytest.mark.parametrize("resumes", [("--claims-resume",), ()], ids=["resumed", "anew"])
def test_a_run_that_is_interrupted_is_gone_on_from_and_left_behind_by_a_whole_one(waiting: Project, resumes: tuple[str, ...]) -> None:
    waiting.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    interrupted(waiting, lambda: any(path.read_text(encoding="utf-8").count("\n") > 3 for path in waiting.journals))
    (journal,) = waiting.journals
    assert set(waiting.verdicts) == REST
    assert not waiting.ledger["run"]["complete"]
    waiting.run("tests")
    waiting.run("--in-process", f"{waiting.folder}/alone.py")
    assert waiting.journals == [journal], "neither was a whole run"
    waiting.write("go", "")
    decided(waiting)
    assert waiting.run("--in-process", *resumes).ret == pytest.ExitCode.OK
    assert decided(waiting) == ({"waiting"} if resumes else {*REST, "waiting"})
    assert waiting.journals == []


def test_a_journal_of_another_format_is_named(waiting: Project) -> None:
    waiting.write("build/probatum/journal-a.jsonl", '{"format": 1, "code": "abc"}\n')
    result = waiting.run("--claims-resume", "--in-process")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*journal-a.jsonl: got no journal of format 2, wanted one: remove it and run without --claims-resume"])


def test_a_suspect_claim_is_held_against_its_passage_anew(project: Project) -> None:
    project.claims(COUNTED.format(name="alone", function="alone", body="found = 1 + 1"), name="first")
    project.claims(
        COUNTED.format(name="waiting", function="waiting", body=CLAIMS["waiting"]), name="second", header=f"import os, time\n{HEADER}"
    )
    record = project.root / project.folder / "passages.lock"
    project.write("go", "")
    project.run("--in-process")
    text = record.read_text(encoding="utf-8")
    (project.root / "go").unlink()
    record.write_text(text.replace("0" * 64, "1" * 64), encoding="utf-8")
    assert '"suspect"' in project.killed(1).read_text(encoding="utf-8")
    record.write_text(text, encoding="utf-8")
    project.write("go", "")
    assert project.run("--claims-resume", "--in-process").ret == pytest.ExitCode.OK
    assert project.verdicts == {"alone": "holds", "waiting": "holds"}

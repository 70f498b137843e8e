"""Tests of what standard output and error can be: where nobody can read what is said, one line says so, and no exit code is a zero."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from probatum.standard_streams import CLOSED, lost, tell
from tests.each import each
from tests.project import FALSE, TRUE, Project

SCRIPT = Path(sys.executable).with_name("probatum")
LEDGER = "build/probatum/ledger.json"
COMMANDS = {
    "--help": "",
    "--version": "",
    "badge": "",
    "badge --help": "",
    "diff": f"{LEDGER} {LEDGER}",
    "outline": "text.md",
    "outline --update": "claims/sums/outline.toml",
    "publish": "--even-red",
    "recheck": LEDGER,
    "report": "",
    "summary": "",
    "verify": "claims --decide changed",
}
STREAMS = {  # what a shell is told, and what is said of it
    "full": (">/dev/full", "got No space left on device, wanted a place to write to"),
    "unread": ("| true", "got Broken pipe, wanted a place to write to"),
    "closed": (">&-", "got it closed, wanted a place to write to, such as /dev/null"),
}
BUFFERED = {"buffered": "", "unbuffered": "1"}


def said(project: Project, command: str, stream: str, unbuffered: str = "") -> tuple[int, list[str]]:
    """The exit code of a command that starts once nobody reads its output any more, and the lines of standard error."""
    line = f"{{ sleep 0.1; {command}; echo $? >&3; }} {stream}"
    shell = ["bash", "-c", f"exec 3>code; {line}"]
    settings = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(shell, cwd=project.root, env=settings, capture_output=True, text=True, check=False)
    return int((project.root / "code").read_text()), done.stderr.splitlines()


@pytest.fixture
def judged(project: Project) -> Project:
    """A project with a ledger, in which something is red, and a text."""
    project.claims(TRUE, FALSE)
    project.run("--in-process")
    project.write("text.md", "Two is one and one.\n")
    return project


@pytest.mark.parametrize("stream", STREAMS)
def test_each_command_says_that_its_output_is_lost(judged: Project, stream: str) -> None:
    shell, problem = STREAMS[stream]
    for command, arguments in each(COMMANDS.items()):
        code, lines = said(judged, f"{SCRIPT} {command} {arguments}", shell)
        assert (code, lines) == (2, [f"probatum: standard output: {problem}"]), command


@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full"])
def test_without_standard_error_the_exit_code_still_says_it(judged: Project, stream: str) -> None:
    for unbuffered in each(BUFFERED.values()):
        assert said(judged, f"{SCRIPT} recheck {LEDGER}", stream, unbuffered)[0] == 0
        assert said(judged, f"{SCRIPT} diff {LEDGER} nothing.json", stream, unbuffered)[0] == 2


def test_an_output_that_code_of_the_project_closes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    monkeypatch.setattr(sys, "stderr", closed)
    assert lost("what was found") == CLOSED
    tell("probatum", CLOSED)  # nowhere


def test_a_letter_that_the_output_cannot_say_is_named(project: Project) -> None:
    project.write("text.md", "For each number there is one.\n")
    code, lines = said(project, f"PYTHONIOENCODING=latin-1 {SCRIPT} outline text.md --title \N{GREEK SMALL LETTER EPSILON}", "")
    assert (code, lines) == (2, [r"probatum: standard output: got '\u03b5', which latin-1 cannot say, wanted UTF-8"])


@pytest.mark.parametrize("unbuffered", BUFFERED)
@pytest.mark.parametrize("stream", STREAMS)
def test_a_run_whose_output_is_lost_is_red(project: Project, stream: str, unbuffered: str) -> None:
    project.claims(TRUE)
    run = f"{sys.executable} -m pytest -p no:cacheprovider -p no:probatum_reports --in-process"
    shell, problem = STREAMS[stream]
    code, lines = said(project, run, shell, BUFFERED[unbuffered])
    assert code != 0
    assert [line.partition("standard output: ")[2] for line in lines if line] == [problem]


def test_a_run_without_standard_error_is_as_any_other(project: Project) -> None:
    project.claims(TRUE)
    run = f"{sys.executable} -m pytest -p no:cacheprovider -p no:probatum_reports --in-process"
    for stream in each(("2>&-", "2>/dev/full", "<&-", "<&- 2>&-")):
        assert said(project, run, stream)[0] == 0
    project.claims(FALSE)
    assert said(project, run, "2>&-")[0] == 1


def test_a_run_that_could_not_begin_to_speak_leaves_no_ledger_of_an_older_one(judged: Project) -> None:
    run = f"{sys.executable} -m pytest -p no:cacheprovider -p no:probatum_reports --in-process"
    assert said(judged, run, ">/dev/full", "1")[0] == 1
    assert not judged.ledger_path.exists()

"""Faults of one claim stay its own: it is an error with the cause, its neighbours are decided, the ledger is complete."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.each import each
from tests.project import FALSE, HEADER, TRUE, Project

IMPORTS = "import ctypes, os, signal, sys, threading, time\n"
FAULTS: dict[str, tuple[str, str, str]] = {
    "leaves": ("os._exit(3)", "crashed", "ended with exit code 3"),
    "leaves-politely": ("sys.exit(3)", "crashed", "got SystemExit"),
    "is-killed": ("os.kill(os.getpid(), signal.SIGKILL)", "crashed", "ended with signal SIGKILL"),
    "aborts": ("os.abort()", "crashed", "ended with signal SIGABRT"),
    "reads-nowhere": ("ctypes.string_at(0)", "crashed", "ended with signal SIGSEGV"),
    "interrupts": ("raise KeyboardInterrupt", "crashed", "got KeyboardInterrupt"),
    "loops": ("while True: pass", "time", " s of them at its function, wanted one"),
    "loops-in-c": ("return sum(range(10**12))", "time", "got no finding within 2 s"),
    "sleeps": ("time.sleep(600)", "time", "got no finding within 2 s"),
    "recurses": ("return recurses(value)", "crashed", "got RecursionError"),
    "eats-memory": ("return bytearray(10 * 2**30)", "memory", "more memory than it may use"),
    "prints-much": ("for _ in range(100): print('x' * 2**20)", "malformed", "got NoneType"),
    "writes-much": ("for _ in range(100): os.write(2, b'x' * 2**20)", "malformed", "got NoneType"),
    "raises": ("raise ValueError('no such thing')", "crashed", "got ValueError: no such thing"),
    "leaves-a-thread": ("threading.Thread(target=time.sleep, args=(600,)).start()", "malformed", "got NoneType"),
    "changes-folder": ("os.chdir('/')", "malformed", "got NoneType"),
    "closes-files": ("os.closerange(0, 3)", "malformed", "got NoneType"),
}


ENDLESS = {name for name, (_, slug, _) in FAULTS.items() if slug == "time"}


def faulty(name: str, body: str) -> str:
    """A claim whose function does something terrible."""
    function = name.replace("-", "_")
    limit = "@limits(seconds=2)\n" if name in ENDLESS else ""  # only where the limit is what must end it: the machine may be busy
    return f'@Passage("opening.1").states\n{limit}def {function}(value=4):\n    """Says."""\n    {body}\n'


CONTROL = '''
@Passage("opening.1").states
@limits(seconds=2)
@fails_with("other", setting=3)
def loops_in_a_control(value=4, *, setting=2):
    """Says."""
    return Equal(2 + 2, value) if setting == 2 else sum(range(10**12))
'''


def test_a_fault_is_the_error_of_its_own_claim(project: Project) -> None:
    project.claims(TRUE, CONTROL, *(faulty(name, body) for name, (body, _, _) in FAULTS.items()), FALSE, header=IMPORTS + HEADER)
    result = project.run_cold()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.ledger["run"]["complete"]
    assert project.verdicts["two-is-two"] == "holds"
    assert project.verdicts["squares-grow"] == "refuted"
    assert " s of them at the control 'other', wanted one" in project.finding("loops-in-a-control")["error"]["message"]
    errors = {name: project.finding(name)["error"] for name in FAULTS}
    assert {name: error["slug"] for name, error in errors.items()} == {name: slug for name, (_, slug, _) in FAULTS.items()}
    for name, (_, _, cause) in each(FAULTS.items()):
        assert cause in errors[name]["message"]
        assert f"claim {name!r}" in errors[name]["message"]


def test_a_claim_finds_its_worker_as_the_first_one_did(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 1\n")
    prints = faulty("prints", "print('x' * 2**20, flush=True); return Equal(len(os.listdir()), len(os.listdir({root!r})) * value / 4)")
    faults = [faulty(name, FAULTS[name][0]) for name in ("changes-folder", "closes-files")]
    project.claims(*faults, prints.format(root=str(project.root)), header=IMPORTS + HEADER)
    project.run_apart()
    assert project.verdicts == {"changes-folder": "error", "closes-files": "error", "prints": "holds"}


def test_a_killed_run_loses_no_finding_that_came_before_its_turn(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 2\n")
    project.claims(TRUE, SLOW, header=IMPORTS + HEADER)
    quick = '@Passage("opening.1").states\ndef q{0}(value=2):\n    """Q."""\n    return Equal(1 + 1, value)\n'
    project.claims(*(quick.format(number) for number in range(9)), name="second")
    journal = project.killed(findings=5)
    assert "slow" not in journal.read_text(encoding="utf-8")


def test_a_stopped_run_keeps_what_it_found_before_its_turn(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 2\n")
    interrupts = "def pytest_runtest_teardown():\n    raise KeyboardInterrupt\n"
    project.write("conftest.py", interrupts)
    project.claims(SLOW, header=IMPORTS + HEADER)
    project.claims(TRUE, name="second")
    assert project.run_apart().ret == pytest.ExitCode.INTERRUPTED
    assert project.verdicts == {"slow": "holds", "two-is-two": "holds"}
    assert not project.ledger["run"]["complete"]
    (journal,) = project.journals
    assert journal.read_text(encoding="utf-8").count('"finding"') == 2, "for a run that goes on from it"


def test_a_claim_may_have_more_time_than_others(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_seconds = 1\n")
    slow = '@Passage("opening.1").states\n@limits(seconds=60)\ndef slow(value=2):\n    """Slow."""\n'
    slow += "    time.sleep(0.5)\n    return Equal(1 + 1, value)\n"
    project.claims(slow, faulty("sleeps", "time.sleep(600)").replace("@limits(seconds=2)\n", ""), header=IMPORTS + HEADER)
    project.run_apart()
    assert project.verdicts == {"slow": "holds", "sleeps": "error"}
    assert "within 1 s" in project.finding("sleeps")["error"]["message"]


def test_a_claim_may_have_more_memory_than_others(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_megabytes = 64\n")
    body = '    """Large."""\n    bytearray(200 * 2**20)\n    return Equal(1 + 1, value)\n'
    large = '@Passage("opening.1").states\n{1}def {0}(value=2):\n' + body
    project.claims(large.format("large", "@limits(megabytes=1024)\n"), large.format("larger", ""))
    project.run_apart()
    assert project.verdicts == {"large": "holds", "larger": "error"}


def test_in_process_claims_can_be_debugged(project: Project) -> None:
    project.claims(f"{TRUE}    assert __import__('os').getpid() == {{pid}}\n".replace("{pid}", "int(open('pid').read())"))
    project.write("conftest.py", "import os\nopen('pid', 'w').write(str(os.getpid()))\n")
    assert project.run_apart("--in-process").ret == pytest.ExitCode.OK
    assert project.verdicts == {"two-is-two": "holds"}


SLOW = '''
@Passage("opening.1").states
def slow(value=2):
    """Slow."""
    time.sleep(1)  # as often as the claim is built: for each control once
    return Equal(1 + 1, value)
'''


def test_two_runs_at_once_do_not_mix(project: Project) -> None:
    project.claims(TRUE, FALSE)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    runs = [subprocess.Popen(command, cwd=project.root, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [run.wait() for run in runs] == [pytest.ExitCode.TESTS_FAILED] * 3
    assert project.ledger["run"]["complete"]
    assert project.verdicts == {"two-is-two": "holds", "squares-grow": "refuted"}
    assert sorted(path.name for path in project.ledger_path.parent.iterdir()) == ["costs.json", "ledger.json", "report.html"]


def test_a_full_disk_is_an_error_and_keeps_the_old_ledger(project: Project) -> None:
    project.claims(TRUE)
    project.run_apart()
    before = project.ledger_path.read_bytes()
    project.claims(TRUE, FALSE)
    project.write("conftest.py", "import os\ndef full(*arguments):\n    raise OSError(28, 'No space left on device')\nos.replace = full\n")
    result = project.run_apart()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*ledger.json: got No space left on device, wanted to write it*"])
    assert project.ledger_path.read_bytes() == before

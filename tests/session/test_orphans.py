"""Nothing is left running: what claims start ends with their run, whatever ends that, and what they set reaches no other claim."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.each import each
from tests.project import HEADER, TRUE, Project

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
COMMAND = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:probatum_reports"]
IMPORTS = "import multiprocessing, os, pathlib, signal, subprocess, sys, threading, time\n"
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL)
DAEMON = """
def daemonize():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(600)
        os._exit(0)
    os.wait()
"""
STARTS: dict[str, str] = {
    "a-process": "subprocess.Popen(['sleep', '600'])",
    "a-session": "subprocess.Popen(['sleep', '600'], start_new_session=True, close_fds=False)",
    "a-daemon": "daemonize()",
    "a-fork": "multiprocessing.get_context('fork').Process(target=time.sleep, args=(600,)).start()",
    "a-pool": "__import__('joblib').Parallel(n_jobs=2)([__import__('joblib').delayed(abs)(1)] * 4)",
    "a-shell": "subprocess.Popen('sleep 600 & sleep 600', shell=True)",
}
LOOPS = {"python": "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True: pass", "c": "sum(range(10**14))"}


def claim(name: str, body: str, returns: str = "Equal(1 + 1, value)") -> str:
    """A claim that does something first."""
    head = f'@Passage("opening.1").states\ndef {name.replace("-", "_")}(value=2):\n    """Says."""\n'
    return f"{head}    {body}\n    return {returns}\n"


def running(project: Project) -> dict[int, str]:
    """The processes whose folder is the project, with their command lines."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if Path(os.readlink(folder / "cwd")).is_relative_to(project.root):
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()[:200]
        except OSError:
            continue
    found.pop(os.getpid(), None)
    return found


def comes_true(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether it does, sooner or later; the machine may be busy."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def heeding(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """A process that heeds all signals, also where what runs these tests was started to ignore some, as shells do in the background."""

    def heed() -> None:
        for number in set(ENDS) - {signal.SIGKILL}:
            signal.signal(number, signal.SIG_DFL)

    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, preexec_fn=heed)


@pytest.fixture
def started(project: Project) -> Project:
    """A project of which each run starts processes of all kinds, and then loops in two workers; not before it may, as who loops takes the
    processors from runs that are still starting.
    """
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 2\nclaim_seconds = 600\n")
    starts = "".join(f"    {start}\n" for name, start in STARTS.items() if name != "a-pool")
    waits = "    while not pathlib.Path('go').exists(): time.sleep(0.05)\n    pathlib.Path(f'looping-{os.getpid()}').touch()\n"
    begin = f"def begin():\n{starts}    pathlib.Path(f'begun-{{os.getpid()}}').touch()\n{waits}"
    for name, loop in LOOPS.items():
        project.claims(claim(f"loops-{name}", f"begin(); {loop}"), name=name, header=IMPORTS + HEADER + DAEMON + begin)
    return project


@pytest.mark.parametrize("xdist", [[], ["-n", "1"]], ids=["alone", "xdist"])
def test_nothing_outlives_a_run_that_is_ended(started: Project, xdist: list[str]) -> None:
    """All at once, each by another signal."""
    runs = {number: heeding([*COMMAND, *xdist], started.root) for number in ENDS}
    workers = len(ENDS) * (1 if xdist else 2)
    assert comes_true(lambda: len(list(started.root.glob("begun-*"))) == workers)
    assert len(running(started)) > 4 * workers
    (started.root / "go").touch()
    assert comes_true(lambda: len(list(started.root.glob("looping-*"))) == workers)
    for number, run in runs.items():
        run.send_signal(number)
    assert {number: run.wait(timeout=60) for number, run in runs.items()} == {number: -number for number in ENDS}
    assert comes_true(lambda: not running(started), 20), running(started)


@pytest.mark.parametrize("ends", [True, False], ids=["ends", "interrupted"])
def test_no_daemon_of_a_claim_outlives_it_in_the_process_of_the_run(project: Project, ends: bool) -> None:
    starts = "daemonize(); subprocess.Popen(['sleep', '600'], start_new_session=True); pathlib.Path('begun').touch()"
    project.claims(claim("starts", starts if ends else f"{starts}; time.sleep(600)"), name="a", header=IMPORTS + HEADER + DAEMON)
    project.claims(claim("waits", "pathlib.Path('next').touch(); time.sleep(600)"), name="b", header=IMPORTS + HEADER)
    run = heeding([*COMMAND, "--in-process"], project.root)
    assert comes_true((project.root / ("next" if ends else "begun")).exists)
    if ends:
        assert set(running(project)) == {run.pid}
    run.send_signal(signal.SIGINT)
    assert run.wait(timeout=60) == 2
    assert comes_true(lambda: not running(project), 20), running(project)


def test_what_stops_the_parent_of_workers_outlives_no_run(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 1\nclaim_seconds = 600\n")
    stops = "os.kill(os.getppid(), signal.SIGSTOP); pathlib.Path('begun').touch(); time.sleep(600)"
    project.claims(claim("stops-parent", stops), header=IMPORTS + HEADER)
    run = heeding(COMMAND, project.root)
    assert comes_true((project.root / "begun").exists)
    run.send_signal(signal.SIGKILL)
    run.wait(timeout=60)
    assert comes_true(lambda: not running(project), 20), running(project)


def test_what_a_claim_starts_keeps_no_pipe_open(project: Project) -> None:
    pytest.importorskip("joblib", reason="the extra `experiments` is not installed")
    project.claims(*(claim(name, start) for name, start in STARTS.items()), TRUE, header=IMPORTS + HEADER + DAEMON)
    piped = subprocess.run(f"{subprocess.list2cmdline(COMMAND)} | cat", shell=True, cwd=project.root, capture_output=True, timeout=120)
    assert b"7 passed" in piped.stdout, piped.stdout.decode()
    assert set(project.verdicts.values()) == {"holds"}
    assert comes_true(lambda: not running(project), 20), running(project)


def test_killed_parents_of_workers_cost_no_neighbour_its_finding(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 2\n")
    reaper = "int(pathlib.Path(f'/proc/{os.getppid()}/stat').read_text().rpartition(')')[2].split()[1])"
    kills = "os.kill({0}, signal.SIGKILL); time.sleep(60)"
    project.claims(claim("kills-parent", kills.format("os.getppid()")), TRUE, header=IMPORTS + HEADER)
    neighbours = [claim(f"neighbour-{number}", "time.sleep(0.05)") for number in range(8)]  # each time that it is called
    project.claims(*neighbours, claim("kills-reaper", kills.format(reaper)), name="second", header=IMPORTS + HEADER)
    assert project.run_apart().ret == pytest.ExitCode.TESTS_FAILED
    errors = {name for name, verdict in project.verdicts.items() if verdict != "holds"}
    assert errors == {"kills-parent", "kills-reaper"}
    assert len(project.verdicts) == 11
    assert "got a process that ended with its parent, wanted a finding" in project.finding("kills-parent")["error"]["message"]
    assert project.ledger["run"]["complete"]
    assert comes_true(lambda: not running(project), 20), running(project)


BY_ROOT = {"user": ("os.setresuid(65534, 65534, 0)", "os.getuid() == 65534")} if os.getuid() == 0 else {}
SETS: dict[str, tuple[str, str]] = {  # what a claim does to its process, and how the next one sees that
    "environment": ("os.environ.update(SET='1', PATH='')", "'SET' in os.environ or not os.environ['PATH']"),
    "mask": ("os.umask(0o777)", "os.umask(0o022) == 0o777"),
    "files": (
        "__import__('resource').setrlimit(7, (20, __import__('resource').getrlimit(7)[1]))",
        "__import__('resource').getrlimit(7)[0] == 20",
    ),
    "seconds": (
        "__import__('resource').setrlimit(0, (60, __import__('resource').getrlimit(0)[1]))",
        "__import__('resource').getrlimit(0)[0] == 60",
    ),
    "handler": ("signal.signal(signal.SIGTERM, signal.SIG_IGN)", "signal.getsignal(signal.SIGTERM) == signal.SIG_IGN"),
    "blocked": (
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])",
        "signal.SIGTERM in signal.pthread_sigmask(signal.SIG_BLOCK, [])",
    ),
    "alarm": ("signal.setitimer(signal.ITIMER_REAL, 600)", "signal.getitimer(signal.ITIMER_REAL)[0] > 0"),
    "priority": ("os.setpriority(os.PRIO_PROCESS, 0, 19)", "os.nice(0) == 19"),
    "recursion": ("sys.setrecursionlimit(5000)", "sys.getrecursionlimit() == 5000"),
    "digits": ("sys.set_int_max_str_digits(700)", "sys.get_int_max_str_digits() == 700"),
    "precision": ("setattr(__import__('mpmath').mp, 'dps', 3)", "__import__('mpmath').mp.dps == 3"),
    "evaluating": (
        "setattr(__import__('sympy').core.parameters.global_parameters, 'evaluate', False)",
        "not __import__('sympy').core.parameters.global_parameters.evaluate",
    ),
    "distributing": (
        "setattr(__import__('sympy').core.parameters.global_parameters, 'distribute', False)",
        "not __import__('sympy').core.parameters.global_parameters.distribute",
    ),
    "path": ("sys.path.clear()", "not sys.path"),
    "folder": ("os.chdir('/')", "os.getcwd() == '/'"),
    **BY_ROOT,
    "zone": ("os.environ['TZ'] = 'Asia/Tokyo'; time.tzset()", "time.timezone == -32400"),
    "tracer": ("sys.setprofile(print_nothing)", "sys.getprofile() is not None"),
    "collector": ("__import__('gc').disable()", "not __import__('gc').isenabled()"),
    "arguments": ("sys.argv.append('-x')", "'-x' in sys.argv"),
    "hook": ("sys.excepthook = print_nothing", "sys.excepthook is not sys.__excepthook__"),
    "output": ("os.closerange(0, 3)", "not os.path.exists('/proc/self/fd/1')"),
    "thread": ("threading.Thread(target=time.sleep, args=(600,), daemon=True).start()", "threading.active_count() > 1"),
    "process": ("subprocess.Popen(['sleep', '600'])", "alive()"),
}
ALIVE = "def alive():\n    try: return os.waitpid(-1, os.WNOHANG) == (0, 0)\n    except ChildProcessError: return False\n"


def test_what_a_claim_sets_for_its_process_reaches_no_other(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 1\n")
    pairs = []
    for name, (sets, seen) in SETS.items():
        pairs += [claim(f"{name}-set", f"{sets}; assert {seen}"), claim(f"{name}-seen", f"seen = {seen}", "Equal(2 + int(seen), value)")]
    project.claims(*pairs, header=IMPORTS + HEADER + ALIVE + "def print_nothing(*_): pass\n")
    project.run_apart()
    assert {name for name, verdict in each(project.verdicts.items()) if verdict != "holds"} == set()
    assert len(project.verdicts) == 2 * len(SETS)


SPOILS: dict[str, str | None] = {  # what a claim does to its worker, and the error that it gets for that
    "forked or forked.append(os.fork())": None,  # once: what comes back goes on to call the claim, as the worker does
    "os.closerange(3, 4096)": "exit code",
    "os.killpg(0, signal.SIGKILL)": "signal SIGKILL",
    "__import__('resource').setrlimit(7, (0, __import__('resource').getrlimit(7)[1]))": None,
    "opened.append(open(os.devnull))": None,
    "os.dup2(os.open(os.devnull, os.O_RDONLY), 77)": None,
    "threading.Timer(0.05, os._exit, (3,)).start(); time.sleep(60)": "exit code 3",
}


def test_a_worker_that_is_spoiled_is_replaced(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 1\n")
    spoilers = {f"spoils-{number}": body for number, body in enumerate(SPOILS)}
    counts = "found = 1 + len(os.listdir('/proc/self/fd')) - many"
    pairs = [claim(name, body) + claim(f"after-{name}", counts, "Equal(found + 1, value)") for name, body in spoilers.items()]
    project.claims(*pairs, header=IMPORTS + HEADER + "forked, opened, many = [], [], len(os.listdir('/proc/self/fd'))\n")
    project.run_apart()
    assert len(project.verdicts) == 2 * len(SPOILS)
    errors = {name: (project.finding(name)["error"] or {"message": ""})["message"] for name in project.verdicts}
    assert {name for name, message in errors.items() if message} == {name for name, body in spoilers.items() if SPOILS[body]}
    missed = {name: errors[name] for name, body in spoilers.items() if f"{SPOILS[body] or ''}" not in errors[name]}
    assert missed == {}
    assert {project.verdicts[f"after-{name}"] for name in spoilers} == {"holds"}


def test_forks_of_a_claim_that_forks_at_each_call_do_not_multiply_to_its_end(project: Project) -> None:
    """They end before the next part of the claim is decided: else a dozen calls would make thousands."""
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 1\n")
    project.claims(claim("forks", "os.fork(); pathlib.Path(f'calling-{os.getpid()}').touch()"), header=IMPORTS + HEADER)
    assert project.run_apart().ret == pytest.ExitCode.OK
    assert 2 < len(list(project.root.glob("calling-*"))) < 200
    assert comes_true(lambda: not running(project), 20), running(project)


def test_a_module_may_set_what_its_claims_need(project: Project) -> None:
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 1\n")
    needs = "os.environ['NEEDED'] = '2'\n"
    spoils = claim("first", "os.environ['NEEDED'] = '3'")
    project.claims(spoils, claim("second", "needed = os.environ['NEEDED']", "Equal(int(needed), value)"), header=IMPORTS + HEADER + needs)
    project.claims(claim("other", "assert 'NEEDED' not in os.environ"), name="other", header=IMPORTS + HEADER)
    project.run_apart()
    assert project.verdicts == {"first": "holds", "second": "holds", "other": "holds"}

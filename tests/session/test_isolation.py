"""Tests of the workers: every claim that is given to them has an answer, whatever becomes of the processes."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pebble import ProcessPool

from probatum.errors import ClaimCrashedError
from probatum.session.in_worker import decide_task
from probatum.session.scheduling import Group
from probatum.session.tasks import Task
from probatum.session.workers import Workers, _is_active, result
from tests.project import FALSE, TRUE, Project

ALL = 40


@pytest.fixture
def task(project: Project) -> Task:
    """The task of a true claim."""
    path = project.claims(TRUE, FALSE)
    return Task("claims.sums.opening", str(path), "two_is_two", "sums", "opening.py", str(Path.cwd()), (str(project.root),), 60, 2048)


def test_each_claim_has_the_error_of_a_broken_pool(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: Any, **more: Any) -> Any:
        raise RuntimeError("Pool is not active")

    monkeypatch.setattr(ProcessPool, "schedule", broken)
    tasks = [replace(task, function=f"claim_{number}") for number in range(ALL)]
    workers = Workers(2, decide_task)
    answers = workers.decide([Group({"sympy"}, tasks[:30]), Group({"numpy"}, tasks[30:])])
    assert list(answers) == tasks
    for each, answer in answers.items():
        with pytest.raises(ClaimCrashedError, match="got RuntimeError: Pool is not active, wanted a finding"):
            result(answer, each)
    workers.stop()


def test_another_code_than_was_collected_is_not_decided_in_its_place(task: Task) -> None:
    """As on a machine of a cluster that has another state of the project."""
    workers = Workers(1, decide_task)
    other = replace(task, code="0" * 64)
    answers = workers.decide([Group((), [other, task])])
    with pytest.raises(ClaimCrashedError, match="got other code of two_is_two when its module was imported again, wanted what was"):
        result(answers[other], other)
    assert result(answers[task], task).finding["verdict"] == "holds"
    same = replace(task, code=result(answers[task], task).finding["source"]["sha256"])
    assert result(workers.decide([Group((), [same])])[same], same).finding["verdict"] == "holds"
    workers.stop()


def test_a_claim_whose_pool_breaks_is_decided_in_another_once(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def breaking(*arguments: Any, **more: Any) -> Future[Any]:
        tried.append(arguments[0])
        future: Future[Any] = Future()
        future.set_exception(BrokenProcessPool("All workers expired"))
        return future

    monkeypatch.setattr(ProcessPool, "schedule", breaking)
    tasks = [task, replace(task, function="squares_grow")]
    answers = Workers(1, decide_task).decide([Group((), tasks)])
    for each, answer in answers.items():
        with pytest.raises(ClaimCrashedError, match="got a process that ended before it began with the claim, wanted a finding"):
            result(answer, each)
    assert len(tried) == 2 * len(tasks)
    assert len(set(map(id, tried))) == len(tried), "each time in a new pool"


def test_a_worker_that_is_killed_is_replaced(task: Task) -> None:
    workers, others = Workers(1, decide_task), multiprocessing.active_children()  # of the run that this test is part of
    try:
        (first,) = workers.decide([Group((), [task])]).values()
        assert first.result(timeout=60)[0]["verdict"] == "holds"
        processes = set(multiprocessing.active_children()) - set(others)
        assert processes
        for process in processes:  # one, or two where the first was lost before it began
            process.kill()
        false = replace(task, function="squares_grow")
        (second,) = workers.decide([Group((), [false])]).values()
        assert second.result(timeout=60)[0]["verdict"] == "refuted"
    finally:
        workers.stop()


UNREADY = {  # what becomes of a worker before its first claim, and the error of each claim
    "return os._exit(0)": "got a process that ended before it began with the claim, wanted a finding",
    "return os.kill(os.getpid(), 9)": "got a process that ended before it began with the claim, wanted a finding",
    "return time.sleep(600)": "got a process that hung for 2 s before it began with the claim, wanted a finding",
    "gc.freeze = lambda: os._exit(0)": "got os._exit(0), wanted the run to end by itself while a process was prepared, wanted a finding",
    "gc.freeze = lambda: 1 / 0": "got ZeroDivisionError: division by zero while a process was prepared, wanted a finding",
}


@pytest.mark.skipif(sys.platform != "linux", reason="bends the parent of the workers")
@pytest.mark.parametrize("way", UNREADY)
def test_workers_that_never_begin_are_an_error_of_each_claim(project: Project, way: str) -> None:
    """They are not replaced for ever."""
    project.claims(TRUE, FALSE)
    lines = [
        "import ctypes, gc, os, sys, time",
        "real = os.fork",
        "def fork():",
        "    child = real()",
        "    if child == 0 and 'forkserver' in sys._getframe(1).f_code.co_filename:",
        f"        {way.replace('os._exit(0)', 'ctypes.CDLL(None)._exit(0)') if way.startswith('return') else way}",
        "    return child",
        "os.fork = fork",
    ]
    project.write("conftest.py", "from probatum.session import workers\n\nworkers.START = 2\n" if "sleep" in way else "")
    project.write("sitecustomize.py", "\n".join(lines) + "\n")
    result = project.run_cold()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    for name in ("two-is-two", "squares-grow"):
        assert UNREADY[way] in project.finding(name)["error"]["message"]


class Unstarted:
    """A pool that was just made, whose processes cannot be started."""

    @property
    def active(self) -> bool:
        raise OSError("no process can be started")


def test_a_pool_that_cannot_start_is_not_active() -> None:
    pool: Any = Unstarted()
    assert _is_active(pool) is False


def test_what_fails_while_an_answer_is_passed_on_is_the_answer() -> None:
    workers: Any = Workers.__new__(Workers)
    answers: dict[str, Any] = {"task": Future()}
    done: Any = Future()
    done.set_result(("found", False))
    workers.hung = None  # of which nothing can be looked up
    workers._answered(0, SimpleNamespace(answers=answers, deal=None), "task", done)
    assert isinstance(answers["task"].exception(timeout=1), TypeError)


SCRIPT = "import sys, pytest\npytest.main(['-q', '-p', 'no:probatum_reports', '-p', 'no:cacheprovider'])\nsys.exit(0)\n"


def test_workers_do_not_run_the_script_that_started_the_run(project: Project) -> None:
    """It may start another run, or leave, where it is imported."""
    project.claims(TRUE)
    script = project.write("verify.py", SCRIPT)
    subprocess.run([sys.executable, script], cwd=project.root, check=True, capture_output=True, timeout=120)
    assert project.verdicts == {"two-is-two": "holds"}


def test_stopped_workers_start_nothing(task: Task) -> None:
    workers = Workers(1, decide_task)
    workers.stop()
    (answer,) = workers.decide([Group((), [task])]).values()
    assert not answer.done()


def test_a_clock_that_tells_is_looked_up_by_its_name() -> None:
    """Others look for it where it says that it is, and hand it to processes by that."""
    script = "import pickle, sys, time\nfrom probatum.session.tracking import clock_and_chance\nclock_and_chance.listen(print)\n"
    script += "sys.exit(pickle.loads(pickle.dumps(time.perf_counter)) is not time.perf_counter)\n"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)

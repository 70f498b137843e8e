"""Claims are decided on a Dask cluster as by a run of its own: the same ledger, and no finding lost with a worker or the scheduler."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from probatum.session.tasks import Task
from tests.project import FALSE, HEADER, TRUE, Project

EXTRA = pytest.importorskip("distributed", reason="the extra `dask` is not installed: make test-peers")
# in the order of the text, of which one waits
ALONE = ("-p", "no:cacheprovider", "-p", "no:probatum_reports", "-p", "no:randomly")
MANY = "".join(
    f'''
@Passage("opening.1").states
def sum_{number}(value={number + 1}):
    """A sum."""
    return Equal({number} + 1, value)
'''
    for number in range(8)
)
# the process of a claim, the parent of all such, its reaper, the worker of Dask
WORKER = """
def worker():
    found = os.getpid()
    for _ in range(3):
        found = int(next(line for line in open(f"/proc/{found}/status") if line.startswith("PPid")).split()[1])
    return found
"""
POISON = '''
@Passage("opening.1").states
def poison(value=2):
    """It ends its worker."""
    with open("tried", "a") as file:
        print(worker(), file=file)
    os.kill(worker(), signal.SIGKILL)
    time.sleep(60)
    return Equal(1 + 1, value)
'''
ONCE = '''
@Passage("opening.1").states
def once(value=2):
    """It tells which worker it has, and waits where it is told to."""
    with open("tried", "a") as file:
        print(worker(), file=file)
    while os.path.exists("wait"):
        time.sleep(0.05)
    return Equal(1 + 1, value)
'''


@pytest.fixture
def clustered(project: Project) -> Project:
    """A project whose claims can tell which worker of Dask has them."""
    project.pytester.makeini("[pytest]\nclaims_paths = claims\nclaim_workers = 2\n")
    return project


def run(project: Project, *arguments: str) -> pytest.RunResult:
    """Run pytest in a process of its own."""
    return project.pytester.runpytest_subprocess(*ALONE, *arguments)


def other(project: Project, *sources: str) -> None:
    """A second module, whose claims know their worker."""
    project.claims(WORKER, *sources, name="second", header=f"import os, signal, time\n{HEADER}")


def tried(project: Project, times: int = 1) -> list[int]:
    """The workers on which the claim was tried, when it was so often."""
    path = project.root / "tried"
    for _ in range(1200):
        if path.exists() and len(path.read_text().split()) >= times:
            break
        time.sleep(0.05)
    return [int(word) for word in path.read_text().split()]


def test_the_ledger_is_the_same_and_a_poisonous_claim_is_an_error_after_counted_tries(clustered: Project) -> None:
    clustered.claims(TRUE, FALSE, MANY)
    run(clustered)
    alone = clustered.ledger_path.read_bytes()
    run(clustered, "--claims-on=dask")
    assert clustered.ledger_path.read_bytes() == alone
    other(clustered, POISON)
    run(clustered, "--claims-on=dask")
    tries = 8  # three more after the first, and the same alone
    assert len(set(tried(clustered, tries))) == tries
    assert clustered.finding("poison")["error"]["message"].endswith(
        f"got {tries} workers that ended while they decided it, wanted a finding"
    )
    assert [finding for finding in clustered.ledger["findings"] if finding["id"] != "poison"] == json.loads(alone)["findings"]


def test_a_worker_that_is_killed_costs_no_finding(clustered: Project) -> None:
    other(clustered, ONCE)
    clustered.claims(MANY)
    clustered.write("wait", "")
    command = [sys.executable, "-m", "pytest", "-q", *ALONE, "--claims-on=dask"]
    process = subprocess.Popen(command, cwd=clustered.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (first,) = tried(clustered)
    os.kill(first, signal.SIGKILL)
    second = tried(clustered, 2)[1]
    (clustered.root / "wait").unlink()
    assert process.wait(120) == 0
    assert first != second
    assert len(clustered.verdicts) == 9
    assert set(clustered.verdicts.values()) == {"holds"}


@pytest.fixture
def scheduler(clustered: Project) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A scheduler and a worker, each in a process of its own, and the scheduler's address."""
    told = clustered.root / "scheduler.json"
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard", "--port=0", "--host=127.0.0.1"]
    processes = [subprocess.Popen([*start, f"--scheduler-file={told}"], stderr=subprocess.DEVNULL)]
    for _ in range(600):
        if told.exists() and told.read_text().strip():
            break
        time.sleep(0.05)
    address = json.loads(told.read_text())["address"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny", "--no-dashboard", "--nthreads=1"]
    processes.append(subprocess.Popen([*worker, "--death-timeout=5"], stderr=subprocess.DEVNULL))
    yield processes[0], address
    for process in processes:
        process.kill()
        process.wait()


def test_a_scheduler_that_is_lost_leaves_a_journal_to_go_on_from(
    clustered: Project, scheduler: tuple[subprocess.Popen[bytes], str]
) -> None:
    clustered.claims(MANY)
    other(clustered, ONCE)
    clustered.write("wait", "")
    command = [sys.executable, "-m", "pytest", "-q", *ALONE, f"--claims-on=dask:{scheduler[1]}"]
    process = subprocess.Popen(command, cwd=clustered.root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    tried(clustered)
    for _ in range(600):
        if any(path.read_text().count("\n") > 8 for path in clustered.journals):
            break
        time.sleep(0.05)
    scheduler[0].kill()
    said, _ = process.communicate(timeout=120)
    assert process.returncode == pytest.ExitCode.INTERRUPTED
    assert "the cluster's scheduler is gone: go on with --claims-resume" in said
    assert len(clustered.journals) == 1
    (clustered.root / "wait").unlink()
    run(clustered, "--claims-resume")
    assert clustered.ledger["run"]["reused"] == 8
    assert set(clustered.verdicts.values()) == {"holds"}
    assert len(clustered.verdicts) == 9


SQUARES = '''
@Passage("opening.1").states
def squares(bound=0):
    """Squares are not below it."""
    return ForAll(x, then=x**2 >= bound)
'''


def test_what_a_killed_run_left_on_a_worker_decides_nothing_of_the_next(
    clustered: Project, scheduler: tuple[subprocess.Popen[bytes], str]
) -> None:
    """Its processes know the modules as they were then."""
    clustered.claims(SQUARES)
    other(clustered, ONCE)
    clustered.write("wait", "")
    on = f"--claims-on=dask:{scheduler[1]}"
    process = subprocess.Popen([sys.executable, "-m", "pytest", "-q", *ALONE, on], cwd=clustered.root, stdout=subprocess.DEVNULL)
    tried(clustered)
    process.kill()
    process.wait()
    clustered.claims(SQUARES.replace(">=", ">"))
    (clustered.root / "wait").unlink()
    assert run(clustered, on).ret == pytest.ExitCode.TESTS_FAILED
    assert clustered.verdicts == {"squares": "refuted", "once": "holds"}


def test_a_worker_with_another_engine_decides_nothing() -> None:
    from probatum.session import dask_cluster

    answer = dask_cluster.decide_there(Task("", "", "", "", "", "", (), 1, 1), dask_cluster.Run((), code="0" * 64))
    assert "got a worker of Dask that has another Probatum" in str(answer)
    assert not dask_cluster.pools


def test_processes_of_runs_that_decide_nothing_end_with_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    from probatum.session import dask_cluster

    class Pool:
        stopped = False

        def stop(self) -> None:
            self.stopped = True

    pools: list[Any] = [Pool(), Pool(), Pool()]
    killed, deciding, present = pools
    runs = [dask_cluster.Run(()) for _ in range(3)]
    monkeypatch.setattr(dask_cluster, "pools", dict(zip(runs, pools, strict=True)))
    monkeypatch.setitem(dask_cluster.busy, runs[1], 1)
    with dask_cluster._workers_of(runs[2]) as workers:
        assert workers is present
        assert dask_cluster.busy[runs[2]] == 1
    assert (killed.stopped, deciding.stopped, present.stopped) == (True, False, False)
    dask_cluster.stop_there(runs[2])
    assert (present.stopped, deciding.stopped) == (True, False)
    assert [*dask_cluster.pools] == [runs[1]]

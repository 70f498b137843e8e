"""Tries mutants of what runs in several processes: each in a copy of the packages on disk, which all of them import."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("verify/probatum/records", "verify/probatum/session")
NEAR = {  # the tests that must notice, those nearest to the module first; C, R and S stand for the folders
    "records/validation": "R/hostile_ledgers R/ledger S/kept_findings",
    "records/dependencies": "R/dependencies S/stale",
    "records/imports": "R/reuse S/stale S/resume",
    "records/journal": "R/journal S/plugin_runs S/resume",
    "records/ledger": "R/ledger R/hostile_ledgers S/old_ledger S/plugin_runs",
    "records/corpus_index": "C/progress C/verify",
    "records/project_files": "R/reuse S/sources S/stale",
    "records/provenance": "R/provenance S/plugin_runs",
    "records/reuse": "R/reuse S/kept_findings S/stale S/resume",
    "records/schema": "R/schema R/hostile_ledgers",
    "records/store": "S/kept_findings R/reuse S/recalled_modules",
    "session/selection": "S/exit_codes S/lost_claims S/plugin",
    "session/asked": "S/exit_codes S/lost_claims S/plugin_runs",
    "session/beginning": "S/old_ledger S/exit_codes",
    "session/completeness": "S/lost_claims S/exit_codes S/plugin",
    "session/current_part": "S/isolation S/faults",
    "session/unused_plugins": "S/plugin_runs",
    "session/tracking/callers": "R/dependencies S/stale",
    "session/tracking/clock_and_chance": "S/stale S/recalled_modules",
    "session/claim_items": "S/plugin S/plugin_runs",
    "session/dask_cluster": "S/dask_cluster",
    "session/collector": "S/recalled_modules S/lost_claims S/plugin S/exit_codes S/old_ledger S/plugin_runs",
    "session/scheduling": "S/scheduling S/isolation S/faults",
    "session/exit_code": "S/exit_codes S/lost_claims S/standard_streams",
    "session/in_worker": "S/isolation S/plugin S/faults S/orphans",
    "session/workers": "S/isolation S/plugin S/faults S/orphans",
    "session/reaper": "S/orphans S/isolation",
    "session/early_exit": "S/exit_codes S/isolation",
    "session/tracking/listening": "R/dependencies R/reuse S/stale",
    "session/tracking/events": "R/dependencies S/stale",
    "session/preloaded": "S/isolation S/sources S/orphans",
    "session/progress": "S/progress",
    "session/earlier_findings": "S/recalled_modules R/reuse S/stale S/resume",
    "session/recorder": "S/plugin S/lost_claims S/exit_codes S/old_ledger S/plugin_runs R/reuse S/faults S/revisions",
    "session/runner": "S/plugin S/plugin_input S/plugin_runs S/exit_codes R/reuse S/faults S/resume S/kept_findings",
    "session/sources": "S/sources",
    "session/stash": "S/lost_claims S/exit_codes S/plugin",
    "session/restarts": "S/isolation",
    "session/process_state": "S/orphans",
    "session/tasks": "S/isolation",
    "session/terminal": "S/terminal S/plugin S/plugin_runs",
    "session/claim_modules": "S/recalled_modules",
    "session/tracking/used": "S/roundabout_reads R/dependencies S/stale",
    "session/tracking/unrepeatable": "R/dependencies R/reuse S/stale",
    "session/tracking/watching": "R/dependencies R/reuse S/stale S/roundabout_reads",
    "session/parent": "S/isolation S/faults",
    "session/last_words": "S/terminal S/plugin S/plugin_runs S/exit_codes",
    "session/lost_claims": "S/lost_claims S/plugin S/exit_codes",
    "session/run_journal": "R/journal S/resume S/plugin_runs",
    "session/unclaimed": "S/unclaimed S/old_ledger S/plugin_runs",
}
HANGS = (
    "-o",
    "faulthandler_timeout=180",
    "-o",
    "faulthandler_exit_on_timeout=true",
)  # seconds for one test, ten times what the longest takes
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *HANGS)
PLAIN = ROOT / ".venv" / "bin" / "python"  # without the plugins beside these tools, which change the runs that tests start
SECONDS = 1200  # of the clock, many times what all tests take: a mutant that needs more waits for ever


def modules() -> dict[str, tuple[str, ...]]:
    """The modules that are mutated so, with the tests that must notice."""
    found = sorted(path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / room).rglob("[!_]*.py"))
    return {module: _tests(NEAR[module.removeprefix("verify/probatum/").removesuffix(".py")]) for module in found}


def _tests(names: str) -> tuple[str, ...]:
    folders = {"C": "tests/corpus", "R": "tests/records", "S": "tests/session"}
    return tuple(f"{folders[folder]}/test_{name}.py" for folder, _, name in (word.partition("/") for word in names.split()))


def tested(module: str | None, code: str, tests: Sequence[str]) -> int:
    """The exit code of the tests, run on the packages with this module's code changed; without a module, as they are."""
    with tempfile.TemporaryDirectory(prefix="mutant-", ignore_cleanup_errors=True) as folder:
        for package in ("verify", "reports"):
            shutil.copytree(ROOT / package, Path(folder, package), ignore=shutil.ignore_patterns("__pycache__"))
        if module is not None:
            Path(folder, module).write_text(code, encoding="utf-8")
        return _run(folder, tests)


def _run(folder: str, tests: Sequence[str]) -> int:
    path = os.pathsep.join((os.path.join(folder, "verify"), os.path.join(folder, "reports"), str(ROOT)))
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_DISABLE_PLUGIN_AUTOLOAD"}
    environment |= {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(PLAIN), "-m", "pytest", *OPTIONS, f"--basetemp={folder}/tests", *tests]
    running = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        return running.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return 1
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        for left in _left(folder):
            with suppress(ProcessLookupError):
                os.kill(left, signal.SIGKILL)


def _left(folder: str) -> list[int]:
    """What still runs on the packages of a folder: workers of a mutant that does not end them have sessions of their own (Linux)."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if folder.encode() in (process / "environ").read_bytes() and int(process.name) != os.getpid():
                found.append(int(process.name))
    return found

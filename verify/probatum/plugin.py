"""The pytest plugin: collects claims where the project says so, and brings in the engine only where there are some."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from probatum.settings import declare, in_process


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare where claims stand and where the ledger goes, and the options of a run."""
    declare(parser)
    parser.getgroup("probatum").addoption(
        "--claims-resume",
        action="store_true",
        help="go on from what unfinished runs found: decide the claims that they did not come to, and those that rest on what has changed",
    )
    parser.getgroup("probatum").addoption(
        "--claims-reuse",
        action="store_true",
        help="take over what earlier runs with this option found where nothing has changed that a claim was seen to use; "
        "nobody sees whether it asked for the time or for chance",
    )
    parser.getgroup("probatum").addoption(
        "--in-process",
        action="store_true",
        help="decide claims in this process, without limits: for debugging; implied by --pdb and --trace",
    )


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Offer `pytest_probatum_ledger_written`."""
    from probatum import hooks

    pluginmanager.add_hookspecs(hooks)


def pytest_configure(config: pytest.Config) -> None:
    """Register what collects and records claims; do nothing in a project without them."""
    paths = config.getini("claims_paths")
    if not paths:
        return
    from probatum.session.collector import ClaimCollector
    from probatum.session.recorder import RECORDER, Recorder

    roots = tuple(Path(path).resolve() for path in paths)
    config.addinivalue_line("markers", "claim: a claim of a text, decided by Probatum")
    config.pluginmanager.register(ClaimCollector(config, roots), "probatum-collector")
    if not hasattr(config, "workerinput"):
        config.stash[RECORDER] = Recorder(config, roots)
        config.pluginmanager.register(config.stash[RECORDER], "probatum-recorder")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """From the first code of the project on, decide what stands in its files, and let nothing but the run itself end it with a zero."""
    if not early_config.getini("claims_paths"):
        return (yield)
    from probatum.session import leaving
    from probatum.session.sources import compile_own_modules

    compile_own_modules(Path(path).resolve() for path in early_config.getini("claims_paths"))
    if in_process(early_config.known_args_namespace):
        from probatum.session.watching import watch

        watch()
    leaving.forbid()
    try:
        return (yield)
    except SystemExit as exit:
        raise SystemExit(exit.code or pytest.ExitCode.TESTS_FAILED) from exit


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> Generator[None, int | None, int | None]:
    """The exit code is 0 only where the recorder saw each claim come out as expected, whatever else took part in the run."""
    if not config.getini("claims_paths"):
        return (yield)
    from probatum.session import leaving

    try:
        code = yield
    except SystemExit as exit:
        raise SystemExit(exit.code or _unless_certified(config)) from exit
    else:
        return code or _unless_certified(config)
    finally:
        leaving.allow(at_exit=not _unless_certified(config))


def _unless_certified(config: pytest.Config) -> int:
    """The exit code of a run that says nothing else."""
    from probatum.session.recorder import RECORDER

    recorder = config.stash.get(RECORDER, None)
    red = recorder is not None and recorder.began and not recorder.certified
    return pytest.ExitCode.TESTS_FAILED if red else pytest.ExitCode.OK

"""The pytest plugin: collects claims where the project says so,
and brings in the engine only where there are some.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from probatum.settings import check_cluster, check_limits, declare, in_process


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare where claims stand and where the ledger goes, and the options of a run."""
    declare(parser)
    parser.getgroup("probatum").addoption(
        "--claims-resume",
        action="store_true",
        help="continue after unfinished runs: decide the claims that they did not reach, "
        "and those that rest on something that has changed",
    )
    parser.getgroup("probatum").addoption(
        "--claims-decide",
        choices=("changed", "all"),
        help="changed (the default): decide a claim only if something that it was seen to use has "
        "changed, and take over the other findings of earlier runs; "
        "all (the default where CI is set, and with --in-process): decide every claim",
    )
    parser.getgroup("probatum").addoption(
        "--claims-on",
        metavar="dask[:ADDRESS]",
        help="decide claims on a Dask cluster, either on this machine or on the one whose "
        "scheduler is at ADDRESS; its workers need Probatum, and the project at the same path",
    )
    parser.getgroup("probatum").addoption(
        "--in-process",
        action="store_true",
        help="decide claims in this process, without limits on time or memory, for debugging; "
        "implied by --pdb and --trace",
    )


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Offer `pytest_probatum_ledger_written`."""
    import probatum.hooks  # by its own name: asked for others, the package brings in more

    pluginmanager.add_hookspecs(probatum.hooks)


def pytest_configure(config: pytest.Config) -> None:
    """Register what collects and records claims; do nothing in a project without them."""
    paths = config.getini("claims_paths")
    if not paths:
        _configure_without_claims(config)
        return
    check_cluster(config)
    check_limits(config)
    from probatum.session.collector import ClaimCollector
    from probatum.session.recorder import Recorder
    from probatum.session.selection import check_not_forked
    from probatum.session.stash import RECORDER

    roots = tuple(Path(path).resolve() for path in paths)
    check_not_forked(config, roots)
    config.addinivalue_line("markers", "claim: a claim of a text, decided by Probatum")
    config.pluginmanager.register(ClaimCollector(config, roots), "probatum-collector")
    if not hasattr(config, "workerinput"):
        config.stash[RECORDER] = Recorder(config, roots)
        config.pluginmanager.register(config.stash[RECORDER], "probatum-recorder")


def _configure_without_claims(config: pytest.Config) -> None:
    """Nothing, but where an earlier run of the project has left something: without settings, pytest
    may take another folder for the project's root.
    """
    left = _left(config)
    if left and not hasattr(config, "workerinput"):
        from probatum.session.unclaimed import NAME, Unclaimed

        config.pluginmanager.register(Unclaimed(config, left), NAME)


def _left(config: pytest.Config) -> list[Path]:
    """The folders in which an earlier run may have left something."""
    roots = {config.rootpath, config.invocation_params.dir}
    output = str(config.getini("probatum_output"))
    return [root for root in roots if (root / output).is_dir()]


def _note_looks(config: pytest.Config, parser: pytest.Parser) -> None:
    """Note whether whoever started the run asks only to look. Where `addopts` or PYTEST_ADDOPTS do,
    nobody may notice that it decides nothing.
    """
    from probatum.session.selection import looks
    from probatum.session.stash import LOOKS

    typed = parser.parse_known_args([*map(str, config.invocation_params.args)])
    config.stash[LOOKS] = looks(typed)


@pytest.hookimpl
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Say of claims that no setting names where the command line names them, and, in a project
    without any setting, where nothing was found to do.
    """
    found_none = exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED
    if not found_none and not config.getini("claims_paths"):
        return
    asked = config.args_source is pytest.Config.ArgsSource.ARGS or found_none
    places = (config.invocation_params.dir / name.partition("::")[0] for name in config.args)
    folders = {place if place.is_dir() else place.parent for place in places if asked}
    outlines = {
        outline
        for folder in folders
        for pattern in ("outline.toml", "*/outline.toml")
        for outline in folder.glob(pattern)
    }
    if outlines:
        from probatum.session.unclaimed import overlooked

        for words in overlooked(config, {outline.parent for outline in outlines}):
            terminalreporter.write_line(f"probatum: {words}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(
    early_config: pytest.Config, parser: pytest.Parser
) -> Generator[None]:
    """From the first code of the project on, decide what stands in its files,
    and let nothing but the run itself end it with a zero.
    """
    if not early_config.getini("claims_paths"):
        if _left(early_config):
            _note_looks(early_config, parser)
        return (yield)
    from probatum.allowance import unfit
    from probatum.standard_streams import CLOSED, were_open

    if problem := unfit() if were_open() else CLOSED:
        raise pytest.UsageError(problem)
    from probatum.session import early_exit
    from probatum.session.beginning import begin
    from probatum.session.exit_code import Ending
    from probatum.session.sources import compile_own_modules

    _note_looks(early_config, parser)
    compile_own_modules(Path(path).resolve() for path in early_config.getini("claims_paths"))
    if in_process(early_config.known_args_namespace):
        from probatum.session.tracking.watching import watch

        watch()
    early_exit.forbid()
    try:
        yield
    except SystemExit as exit:
        print(
            f"probatum: error: got SystemExit({exit.code!r}) while conftest.py and plugins "
            "were loaded, wanted a run",
            file=sys.stderr,
        )
        raise SystemExit(exit.code or pytest.ExitCode.TESTS_FAILED) from exit
    if not early_config.pluginmanager.is_registered(sys.modules[__name__]):
        begin(early_config)
        raise pytest.UsageError(
            "got a conftest.py that takes Probatum out of the run, "
            "wanted -p no:probatum on the command line"
        )
    early_config.pluginmanager.register(Ending())  # without a name by which it could be blocked

"""The exit code of a run: 0 only where the recorder saw each claim come out as expected,
whatever else took part.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from probatum.session import early_exit
from probatum.session.asked import note
from probatum.session.beginning import tell_where_none_began
from probatum.session.selection import concerns
from probatum.session.stash import RECORDER
from probatum.standard_streams import lost, tell


class Ending:
    """Has the last word on the exit code: registered after all that the project brings,
    it is around all of that.
    """

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_cmdline_main(self, config: pytest.Config) -> Generator[None, int | None, int | None]:
        """A run that ends otherwise than red, and was not certified, or could not say all that it
        found, is red. What is asked for is noted before any hook of the project is called.
        """
        note(config)
        roots = [Path(path).resolve() for path in config.getini("claims_paths")]
        asked = not hasattr(config, "workerinput") and concerns(
            config, roots
        )  # a worker of xdist leaves that to the main process
        code: int | None = None
        left: SystemExit | OSError | None = None
        try:
            code = yield
        except (SystemExit, OSError) as ending:
            left = ending
        finally:
            early_exit.heed()
            unsaid = _unsaid("\n" * isinstance(left, OSError))
            red = _unless_certified(config, asked)
            early_exit.allow(to_all=not (red or unsaid))
        if red and code != pytest.ExitCode.USAGE_ERROR:
            interrupted = code == pytest.ExitCode.INTERRUPTED  # which pytest says
            tell_where_none_began(config, aloud=not (unsaid or interrupted))
        if isinstance(left, OSError) and not unsaid:
            raise left
        if isinstance(left, SystemExit):
            raise SystemExit(left.code or red or unsaid) from left
        return code or red or unsaid


def _unsaid(last: str) -> int:
    """The exit code that comes of the output, once all is written: red where that cannot be."""
    problem = lost(last)
    if problem:
        tell("probatum: error", problem)
    return pytest.ExitCode.TESTS_FAILED if problem else pytest.ExitCode.OK


def _unless_certified(config: pytest.Config, asked: bool) -> int:
    """The exit code of a run that says nothing else: 0 only where account was kept of all claims,
    or none was asked for.
    """
    recorder = config.stash.get(RECORDER, None)
    certified = recorder is not None and recorder.certified
    began = recorder is not None and recorder.began
    return (
        pytest.ExitCode.TESTS_FAILED if (asked or began) and not certified else pytest.ExitCode.OK
    )

"""The exit code of a run: 0 only where the recorder saw each claim come out as expected,
whatever else took part.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from probatum.session import early_exit
from probatum.session.beginning import tell_where_none_began
from probatum.session.selection import concerns
from probatum.session.stash import RECORDER


class Ending:
    """Has the last word on the exit code: registered after all that the project brings,
    it is around all of that.
    """

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_cmdline_main(self, config: pytest.Config) -> Generator[None, int | None, int | None]:
        """A run that ends otherwise than red, and was not certified, is red."""
        roots = [Path(path).resolve() for path in config.getini("claims_paths")]
        asked = not hasattr(config, "workerinput") and concerns(
            config, roots
        )  # a worker of xdist leaves that to the main process
        left: SystemExit | None = None
        try:
            code = yield
        except SystemExit as exit:
            left, code = exit, None
        finally:
            red = _unless_certified(config, asked)
            early_exit.allow(to_all=not red)
        if red and code != pytest.ExitCode.USAGE_ERROR:
            tell_where_none_began(config)
        if left is not None:
            raise SystemExit(left.code or red) from left
        return code or red


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

"""What the command line asks of a run, as it stood before code of the project could change it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pluggy
import pytest

from probatum.records.project_files import is_own

# By these options claims are left out on purpose; where they come from the configuration, too.
NARROWING = (
    "keyword",
    "markexpr",
    "deselect",
    "ignore",
    "ignore_glob",
    "lf",
    "last_failed_no_failures",
)
STEPWISE = ("stepwise", "stepwise_skip", "stepwise_reset")  # the others imply the first
SENT = "probatum_asked"  # to the workers of xdist, whose options a conftest.py has had in its hands
PASSING_ON = os.path.dirname(pluggy.__file__) + os.sep


@dataclass(frozen=True, slots=True)
class Asked:
    """The files, folders and claims that are named, and the options that narrow these down."""

    args: tuple[str, ...]
    options: Mapping[str, Any]

    @property
    def last_failed(self) -> bool:
        """Whether what passed is left out."""
        return bool(self.options.get("lf"))

    def given(self, name: str) -> tuple[str, ...]:
        """The values of an option that may be given several times."""
        return tuple(self.options.get(name) or ())

    @property
    def plain(self) -> dict[str, Any]:
        """As it crosses to another process."""
        return {"args": self.args, "options": dict(self.options)}


ASKED = pytest.StashKey[Asked]()


def asked(config: pytest.Config) -> Asked:
    """As it was noted; as it stands where no code of the project could have come before."""
    return config.stash.get(ASKED, None) or _present(config)


def note(config: pytest.Config) -> None:
    """To be called before any hook of a conftest.py is; a worker of xdist is told by the main
    process.
    """
    sent = getattr(config, "workerinput", {}).get(SENT)
    config.stash[ASKED] = Asked(tuple(sent["args"]), sent["options"]) if sent else _present(config)


def _present(config: pytest.Config) -> Asked:
    options = {name: _plain(config.getoption(name, None)) for name in NARROWING}
    options["stepwise"] = any(config.getoption(name, False) for name in STEPWISE)
    return Asked(tuple(map(str, config.args)), options)


def _plain(value: Any) -> Any:
    """A value that does not change with the list that it was."""
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else value


def on_purpose(config: pytest.Config) -> bool:
    """Whether what is being deselected is left out as the command line has it: not by code of the
    project, nor by options that this has changed. To be asked in the hook that is told.
    """
    frame = sys._getframe(1).f_back  # pluggy, which has called the hook
    while frame is not None and frame.f_code.co_filename.startswith(PASSING_ON):
        frame = frame.f_back
    by_project = frame is not None and is_own(os.path.abspath(frame.f_code.co_filename))
    return not by_project and _present(config).options == asked(config).options

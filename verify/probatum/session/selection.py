"""What the command line asks of a run: whether claims are to be decided, and which."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

import pytest

from probatum.session.asked import asked
from probatum.session.stash import LOOKS

LOOKING = ("collectonly", "showfixtures", "show_fixtures_per_test")
TELLING = ("version", "help", "markers", "cacheshow")


def looks(options: argparse.Namespace) -> bool:
    """Whether the options ask for claims only to be looked at, or for something else to be told,
    and not for claims to be decided.
    """
    return any(getattr(options, name, False) for name in (*LOOKING, *TELLING))


def decides(config: pytest.Config) -> bool:
    """Whether the command line asks for claims to be decided."""
    return not config.stash.get(LOOKS, looks(config.option))


def concerns(config: pytest.Config, roots: Iterable[Path]) -> bool:
    """Whether the command line asks for claims in these folders to be decided,
    or for some of them.
    """
    here = config.invocation_params.dir
    args = asked(config).args or (".",)  # where `addopts` say --help, pytest notes none
    named = [(here / argument.partition("::")[0]).resolve() for argument in args]
    return decides(config) and any(
        path.is_relative_to(root) or root.is_relative_to(path) for path in named for root in roots
    )


def check_not_forked(config: pytest.Config, roots: Iterable[Path]) -> None:
    """Raise UsageError where a plugin is to run each test in a fork: what is known there of a claim
    gets lost with the fork, and each would be an error.
    """
    if getattr(config.option, "forked", False) and concerns(config, roots):
        raise pytest.UsageError(
            "--forked: got it for a run of claims, each of which has a process of its own, "
            "wanted a run without it"
        )


def asked_for(config: pytest.Config, file: Path) -> bool:
    """Whether a file lies below what the command line names, and no option there leaves it out."""
    here = config.invocation_params.dir
    narrowed = asked(config)
    named = [(here / argument.partition("::")[0]).resolve() for argument in narrowed.args]
    ignored = [(here / path).resolve() for path in narrowed.given("ignore")]
    patterns = [str(here / pattern) for pattern in narrowed.given("ignore_glob")]
    return (
        any(file.is_relative_to(folder) for folder in named)
        and not any(file.is_relative_to(folder) for folder in ignored)
        and not any(
            fnmatch(str(path), pattern) for path in (file, *file.parents) for pattern in patterns
        )
    )

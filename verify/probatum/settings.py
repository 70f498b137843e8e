"""What the configuration of a project may say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import pytest

OF_MACHINES = ("CI", "BUILD_NUMBER")  # by these variables pytest itself knows what nobody watches


def declare(parser: pytest.Parser) -> None:
    """What a project's configuration may say; known with `-p no:probatum` too,
    or a strict project could not use that.
    """
    parser.addini("claims_paths", "folders in which modules hold claims", type="paths", default=[])
    parser.addini(
        "claim_seconds", "time that a claim may take before it is ended as an error", default="60"
    )
    parser.addini(
        "claim_megabytes",
        "memory that a claim may ask for before it is ended as an error",
        default="2048",
    )
    parser.addini("claim_workers", "worker processes that decide claims, or auto", default="auto")
    parser.addini(
        "probatum_output",
        "folder of the ledger and the report, relative to the root",
        default="build/probatum",
    )


def check_limits(config: pytest.Config) -> None:
    """Raise UsageError for a limit that cannot be, before any claim is collected."""
    from probatum.allowance import MEGABYTES, SECONDS, WORKERS

    limits = {"claim_seconds": SECONDS, "claim_megabytes": MEGABYTES, "claim_workers": WORKERS}
    for setting, limit in limits.items():
        given = str(config.getini(setting))
        if not limit.allows(given):
            raise pytest.UsageError(f"{setting}: got {given!r}, wanted {limit.wanted}")


def in_process(options: Any) -> bool:
    """Whether pytest's options ask for claims to be decided in the process that collects them."""
    return any(getattr(options, name, False) for name in ("in_process", "usepdb", "trace"))


def watched_by_nobody(environment: Mapping[str, str]) -> bool:
    """Whether a machine runs this, for all to rely on, as it does for pytest."""
    return any(environment.get(name) for name in OF_MACHINES)


def takes_over(options: Any, environment: Mapping[str, str]) -> bool:
    """Whether a run takes over what earlier ones found: a person's own does unless told otherwise,
    one that publishes, gates or debugs decides all.
    """
    asked = getattr(options, "claims_decide", None)
    if asked is not None:
        return bool(asked == "changed")
    return not (in_process(options) or watched_by_nobody(environment))


def cluster(options: Any) -> str | None:
    """The address of the cluster that is to decide, empty for one of this machine; None where none
    is asked for.
    """
    asked = getattr(options, "claims_on", None)
    return None if asked is None else str(asked).removeprefix("dask").removeprefix(":")


def check_cluster(config: pytest.Config) -> None:
    """Raise UsageError for a cluster that cannot be, before any claim is collected."""
    asked = config.getoption("claims_on", None)
    if asked is None:
        return
    if not re.fullmatch(r"dask(:.+)?", asked):
        raise pytest.UsageError(f"--claims-on: got {asked!r}, wanted dask or dask:ADDRESS")
    if in_process(config.option) or config.getoption("numprocesses", None):
        raise pytest.UsageError(
            "--claims-on: got it beside --in-process, --pdb or -n, wanted one of them"
        )
    if find_spec("distributed") is None:
        raise pytest.UsageError(
            "--claims-on: got no package 'distributed', wanted it: pip install 'probatum[dask]'"
        )

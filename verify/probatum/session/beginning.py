"""Begins a run: what the run before left says nothing of this one, and is put aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.session.stash import RECORDER
from probatum.standard_streams import tell


def asked_output(config: pytest.Config) -> Path:
    """Where the ledger of a project goes, if that folder can be written to."""
    return config.rootpath / str(config.getini("probatum_output"))


def begin(config: pytest.Config) -> None:
    """Put the ledger of the run before aside, also one that this run will not write to;
    where that cannot be, the run is red.
    """
    from probatum.errors import LedgerError
    from probatum.records.ledger import LEDGER, put_aside
    from probatum.records.project_files import writable

    recorder = config.stash.get(RECORDER, None)  # whether or not something unregistered it
    asked = asked_output(config)
    for folder in {asked, writable(asked)}:
        try:
            put_aside(folder / LEDGER)
        except LedgerError as error:
            if recorder is not None:
                recorder.trouble(str(error))
    if recorder is not None:
        recorder.began = True


def tell_where_none_began(config: pytest.Config, aloud: bool) -> None:
    """Say that something of the project kept claims from being collected, unless what it was is
    said; the ledger of the run before says nothing of this one.
    """
    recorder = config.stash.get(RECORDER, None)
    if recorder is None or not recorder.began:
        begin(config)
        if aloud:
            tell(
                "probatum: error",
                "got a run in which something kept claims from being collected, "
                "wanted their findings",
            )


def tell_of_earlier(config: pytest.Config, reporter: pytest.TerminalReporter) -> None:
    """Say of the ledger that is there that a run which only looks has not written it."""
    from probatum.printing import printable
    from probatum.records.ledger import LEDGER
    from probatum.session.completeness import relative

    ledger = asked_output(config) / LEDGER
    if ledger.is_file():
        shown = printable(relative(ledger, config.rootpath))
        reporter.write_line(f"probatum: no claim was decided; {shown} is of an earlier run")

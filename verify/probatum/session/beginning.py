"""Begins a run: what the run before left says nothing of this one, and is put aside."""

from __future__ import annotations

import pytest

from probatum.session.stash import RECORDER
from probatum.standard_streams import tell


def begin(config: pytest.Config) -> None:
    """Put the ledger of the run before aside; where that cannot be, the run is red."""
    from probatum.errors import LedgerError
    from probatum.records.ledger import LEDGER, put_aside

    recorder = config.stash.get(RECORDER, None)  # whether or not something unregistered it
    try:
        put_aside(config.rootpath / str(config.getini("probatum_output")) / LEDGER)
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

"""The verdict on a claim whose passage has changed since it was written: suspect,
whatever was found.
"""

from __future__ import annotations

from probatum.ledger_entries import Finding
from probatum.vocabulary import Verdict

FAULTS = (Verdict.CONFLICT, Verdict.ERROR)  # of the claim or the engine: what must be mended first


def suspected(finding: Finding, doubt: str) -> Finding:
    """The finding with what stands against its passage; as it is where nothing does,
    or where it is none of the text.
    """
    if not doubt or finding["verdict"] in FAULTS:
        return finding
    return finding | {
        "verdict": str(Verdict.SUSPECT),
        "strength": None,
        "decisive": None,
        "as_expected": False,
        "reason": doubt,
    }

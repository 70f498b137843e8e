"""The verdict on a claim whose passage has changed since it was written: suspect,
whatever was found.
"""

from __future__ import annotations

from typing import Any

from probatum.words import Word

FAULTS = (Word.CONFLICT, Word.ERROR)  # of the claim or the engine: what must be mended first


def suspected(finding: dict[str, Any], doubt: str) -> dict[str, Any]:
    """The finding with what stands against its passage; as it is where nothing does,
    or where it is none of the text.
    """
    if not doubt or finding["verdict"] in FAULTS:
        return finding
    return finding | {
        "verdict": str(Word.SUSPECT),
        "strength": None,
        "as_expected": False,
        "reason": doubt,
    }

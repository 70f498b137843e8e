"""A ledger of as many claims as a test wants, made from the sample's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parent / "sample.json"
IN_A_PASSAGE = 4
IN_A_SECTION = 25  # passages


def many(number: int) -> Any:
    """Claims of every kind in turn, `claim-0` and on, of which two in three rest on others; the last one has no passage."""
    ledger: Any = json.loads(SAMPLE.read_text(encoding="utf-8"))
    (document,) = ledger["documents"]
    passages = -(-number // IN_A_PASSAGE)
    sections = [_section(first, min(first + IN_A_SECTION, passages)) for first in range(0, passages, IN_A_SECTION)]
    ledger["documents"] = [document | {"answer": "It depends [claim-7].", "not_checkable": [], "sections": sections}]
    ledger["findings"] = [_finding(place, ledger["findings"]) for place in range(number)]
    ledger["findings"][-1]["at"] = "nowhere"
    return ledger


def _section(first: int, end: int) -> Any:
    passages = [{"id": f"part.{n}", "sha256": f"{n:064x}", "gist": f"Passage {n}", "roles": ["claim"]} for n in range(first, end)]
    return {"id": f"from-{first}", "title": f"From passage {first}", "passages": passages}


def _finding(place: int, kinds: list[dict[str, Any]]) -> Any:
    rests_on = [f"claim-{place - 1}", f"claim-{place // 2}"] if place > 2 and place % 3 else []
    kind = kinds[place % len(kinds)]
    said = "stated" if kind["said"] == "strict" else kind["said"]  # a strict reading would stand in the card of another
    own = {"id": f"claim-{place}", "at": f"part.{place // IN_A_PASSAGE}", "rests_on": rests_on, "said": said, "reading_of": None}
    return kind | own

"""The address of a licence that an outline names."""

from __future__ import annotations

import re

CREATIVE_COMMONS = re.compile(
    r"CC[ -](BY(?:-(?:NC|SA|ND))*)[ -](\d\.\d)(?: International)?", re.IGNORECASE
)
DEDICATION = re.compile(r"CC0(?:[ -]1\.0)?", re.IGNORECASE)


def licence_address(licence: str) -> str:
    """Where the licence can be read; empty for one that is not of Creative Commons."""
    if found := CREATIVE_COMMONS.fullmatch(licence.strip()):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    if DEDICATION.fullmatch(licence.strip()):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return ""

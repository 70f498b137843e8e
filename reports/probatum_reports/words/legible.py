"""Makes characters visible that would reorder, hide or break the text around them."""

from __future__ import annotations

import json
import re
from typing import Any

# Control characters but tab and newline; marks and overrides of writing direction; byte order mark;
# halves of surrogate pairs and
# noncharacters, which no UTF-8 file or HTML page may hold.
DECEPTIVE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


# In JSON, where control characters are spelled out.
MAY_DECEIVE = re.compile(rf"{DECEPTIVE.pattern}|\\[bfru]")


def legible(value: Any) -> Any:
    """The same JSON value, each string in it made legible, and each name: those of packages come
    from a ledger as well.

    Most have nothing to be made legible, which their JSON as a whole tells many times faster.
    """
    if not MAY_DECEIVE.search(json.dumps(value, ensure_ascii=False)):
        return value
    return _legible(value)


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        return DECEPTIVE.sub(_shown, value.replace("\r\n", "\n"))
    if isinstance(value, list):
        return [_legible(item) for item in value]
    if isinstance(value, dict):
        return {_legible(name): _legible(item) for name, item in value.items()}
    return value


def _shown(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"

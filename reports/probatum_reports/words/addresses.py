"""Addresses that come from a ledger, made fit for a link."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

HOST = re.compile(r"[\w.-]+(?::\d+)?|\[[\da-f:.]+\](?::\d+)?", re.ASCII | re.IGNORECASE)
PLAIN = "%/:?@!$&'()*+,;=-._~"  # what may stand behind the host as it is
LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def web_address(address: str) -> str:
    """The address with all characters encoded that need it; empty unless it is one of the web."""
    try:
        scheme, host, *rest = urlsplit(address)
    except ValueError:
        return ""
    if scheme not in ("https", "http") or not HOST.fullmatch(host):
        return ""
    return urlunsplit(
        (
            scheme,
            host,
            *(LONE_PERCENT.sub("%25", quote(part, safe=PLAIN, errors="replace")) for part in rest),
        )
    )

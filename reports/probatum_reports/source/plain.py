"""Plain text as blocks: an empty line ends one."""

from __future__ import annotations

import re

from probatum_reports.source.blocks import Block, Kind, filled
from probatum_reports.source.formulas import put_back, set_aside

PARAGRAPH_END = re.compile(r"\n[ \t\r\f\v]*\n")
BULLET = re.compile(r"\s*[•‣◦⁃∙]\s+")


def plain(text: str) -> tuple[Block, ...]:
    """The blocks of plain text."""
    aside, kept = set_aside(text)
    return filled([_block(put_back(part, kept)) for part in PARAGRAPH_END.split(aside)])


def _block(text: str) -> Block:
    bullet = BULLET.match(text)
    return Block(Kind.ITEM, text[bullet.end() :]) if bullet else Block(Kind.PARAGRAPH, text)

"""What a text is made of: headings, paragraphs, items, quotations, code and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Block:
    """Some words that stand together, formulas between dollar signs; of a picture,
    what stands for it.
    """

    kind: Kind
    text: str


def filled(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks that hold any words."""
    return tuple(block for block in blocks if block.text.strip())

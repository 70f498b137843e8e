"""Markdown as blocks, its formulas left alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from probatum_reports.source.blocks import Block, Kind, filled
from probatum_reports.source.formulas import put_back, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNS = re.compile(r"^#{1,6} |^> |^[-*+] |\]\(|\*\*|^```", re.MULTILINE)
KINDS = {"heading_open": Kind.HEADING, "list_item_open": Kind.ITEM, "blockquote_open": Kind.QUOTE}


def has_signs(text: str) -> bool:
    """Whether a text looks like Markdown."""
    return SIGNS.search(text) is not None


def markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a text in Markdown, without its marks."""
    from markdown_it import MarkdownIt

    aside, kept = set_aside(text)
    blocks: list[Block] = []
    within: list[Kind] = []
    for token in MarkdownIt("commonmark").parse(aside):
        if token.type in KINDS:
            within.append(KINDS[token.type])
        elif token.type in ("heading_close", "list_item_close", "blockquote_close"):
            within.pop()
        elif token.type in ("fence", "code_block"):
            blocks.append(Block(Kind.CODE, put_back(token.content, kept)))
        elif token.type == "inline":
            kind = within[-1] if within else Kind.PARAGRAPH
            blocks += _inline(token.children or (), kind, kept)
    return filled(blocks)


def _inline(tokens: Iterable[Any], kind: Kind, kept: list[str]) -> list[Block]:
    """The words of a block, and the pictures that stand in it."""
    words: list[str] = []
    pictures: list[Block] = []
    for token in tokens:
        if token.type == "image":
            pictures.append(Block(Kind.PICTURE, put_back(token.content, kept) or "a picture"))
        elif token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif token.type in ("text", "code_inline", "text_special"):
            words.append(token.content)
    return [Block(kind, put_back("".join(words), kept)), *pictures]

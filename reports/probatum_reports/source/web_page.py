"""A saved web page as blocks: what it shows, its formulas as TeX where the page has that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from probatum_reports.source.blocks import Block, Kind, filled
from probatum_reports.source.formulas import display, inline, put_back, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = re.compile(r"<(?:!doctype html|html|body|p|div)\b", re.IGNORECASE)
SILENT = {"script", "style", "head", "noscript", "template", "svg", "annotation", "annotation-xml"}
# fmt: off  (one word a line would hide the rest of the module)
INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "label",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
}
# fmt: on
KINDS = {"blockquote": Kind.QUOTE, "li": Kind.ITEM, "pre": Kind.CODE} | {
    f"h{level}": Kind.HEADING for level in range(1, 7)
}
TEX = "application/x-tex"
STYLED = re.compile(r"^\{\\(?:display|text)style\s+(.*)\}$", re.DOTALL)


def is_page(text: str) -> bool:
    """Whether a text is a web page, or a part of one."""
    return PAGE.search(text) is not None


def web_page(text: str) -> tuple[Block, ...]:
    """The blocks of a web page; one that cannot be parsed has none."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        return ()
    reader = _Reader()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            reader.start(element)
        elif event == "end":
            reader.end(element)
        else:
            reader.words(element.tail)
    reader.close()
    return filled(reader.blocks)


class _Reader:
    """Goes through the elements in order; a block ends where an element that is not inline begins
    or ends.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.within: list[Kind] = []
        self.silent: Any = None

    def start(self, element: Any) -> None:
        if self.silent is not None:
            return
        shown = _in_place_of(element)
        if shown is not None:
            self.silent = element
            self.parts.append(shown)
        elif element.tag in SILENT or element.get("aria-hidden") == "true":
            self.silent = element
        elif element.tag == "img":
            self._break()
            self.blocks.append(Block(Kind.PICTURE, element.get("alt") or "a picture"))
        elif element.tag == "br":
            self.parts.append("\n")
        elif element.tag not in INLINE:
            self._break()
            self.within += [KINDS[element.tag]] if element.tag in KINDS else []
        if self.silent is None:
            self.words(element.text)

    def end(self, element: Any) -> None:
        if self.silent is element:
            self.silent = None
        elif self.silent is None and element.tag not in (*INLINE, "br", "img"):
            self._break()
            if element.tag in KINDS and self.within:
                self.within.pop()
        if self.silent is None:
            self.words(element.tail)

    def words(self, text: str | None) -> None:
        if text and self.silent is None:
            self.parts.append(text)

    def close(self) -> None:
        self._break()

    def _break(self) -> None:
        aside, kept = set_aside("".join(self.parts))
        self.blocks.append(
            Block(self.within[-1] if self.within else Kind.PARAGRAPH, put_back(aside, kept))
        )
        self.parts = []


def _in_place_of(element: Any) -> str | None:
    """The formula that an element shows; None for one that shows none,
    or whose TeX the page does not have.
    """
    if element.tag == "script" and str(element.get("type")).startswith("math/tex"):
        return (display if "display" in element.get("type") else inline)(element.text or "")
    if element.tag == "math":
        latex = next(_annotations(element), None) or element.get("alttext")
        return latex and (display if element.get("display") == "block" else inline)(
            _unstyled(latex)
        )
    if element.tag == "img" and STYLED.match(element.get("alt") or ""):
        return inline(_unstyled(element.get("alt")))
    return None


def _annotations(element: Any) -> Iterator[str]:
    for found in element.iter("annotation"):
        if found.get("encoding") == TEX and found.text:
            yield found.text


def _unstyled(latex: str) -> str:
    styled = STYLED.match(latex.strip())
    return styled[1] if styled else latex

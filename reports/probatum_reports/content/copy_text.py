"""A reader's file in, its words out: plain text, Markdown or a saved web page."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from probatum_reports.words.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMULA = re.compile(r"(\$\$.+?\$\$|\$[^$]+?\$)", re.DOTALL)
MARKDOWN = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^[ \t]*(?:#+|>+|[-*+]|\d+[.)])[ \t]+", re.MULTILINE), ""),
    (re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)"), ""),
)
PAGE = re.compile(r"<(?:!doctype html|html|body|p|div)\b", re.IGNORECASE)
SILENT = {"script", "style", "head", "noscript", "template", "svg"}
# fmt: off  (one word a line would hide the rest of the module)
INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "del",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "tt",
    "u",
    "var",
    "wbr",
}
# fmt: on


def readings(text: str) -> Iterator[str]:
    """The ways to read a file, as normalized text with its line ends: as it is, as a web page, as Markdown."""
    clear: str = legible(unicodedata.normalize("NFKC", text))
    yield clear
    if PAGE.search(text):
        page = _Page()
        page.feed(text)
        page.close()
        yield str(legible(unicodedata.normalize("NFKC", "".join(page.words))))
    yield _unmarked(clear)


def _unmarked(text: str) -> str:
    """Without the marks of Markdown, formulas left alone."""
    parts = FORMULA.split(text)
    for number in range(0, len(parts), 2):
        for pattern, instead in MARKDOWN:
            parts[number] = pattern.sub(instead, parts[number])
    return "".join(parts)


class _Page(HTMLParser):
    """Collects what a web page shows; a block ends a paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent.append(tag)
        self._break(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def _break(self, tag: str) -> None:
        if tag not in INLINE:
            self.words.append("\n" if tag == "br" else "\n\n")

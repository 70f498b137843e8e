"""The picture that is shown where a published page is shared: its title,
its answer and what was found, as PNG.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

    from probatum_reports.content.page_data import Page
    from probatum_reports.content.tally import Row

WIDTH, HEIGHT = 1200, 630  # what services that show such pictures ask for
EDGE = 72
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a paragraph is set: the size and colour of its letters, and its lines at most."""

    size: int
    colour: str
    lines: int

    @property
    def leading(self) -> int:
        """From one line to the next."""
        return round(1.25 * self.size)


def picture(page: Page) -> bytes:
    """The picture of a page; the same page gives the same bytes."""
    from PIL import Image, ImageDraw

    colours = _colours()
    image = Image.new("RGB", (WIDTH, HEIGHT), colours["paper"])
    draw = ImageDraw.Draw(image)
    below = _paragraph(draw, page.title, Lettering(60, colours["ink"], lines=3), EDGE)
    _paragraph(draw, page.description, Lettering(34, colours["muted"], lines=4), below + 28)
    _counts(draw, page.tally.rows[0], colours)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _colours() -> dict[str, str]:
    """The colours of the light page, from its style sheet."""
    style = (files("probatum_reports") / "assets" / "style.css").read_text(encoding="utf-8")
    return dict(COLOUR.findall(style.partition("@media")[0]))


def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def _paragraph(draw: ImageDraw, words: str, style: Lettering, top: int) -> int:
    """Some words from a height on; returns where they end."""
    font = _font(style.size)
    lines = list(_lines(words, font))
    if len(lines) > style.lines:
        last = lines[style.lines - 1].rstrip(" ,;:.")
        lines = [*lines[: style.lines - 1], f"{last} …"]
    for number, line in enumerate(lines):
        draw.text((EDGE, top + number * style.leading), line, style.colour, font)
    return top + len(lines) * style.leading


def _lines(words: str, font: FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > WIDTH - 2 * EDGE:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _counts(draw: ImageDraw, row: Row, colours: dict[str, str]) -> None:
    """The bar of what the text states, its counts, and who found that."""
    scale = (WIDTH - 2 * EDGE) / 1_000
    for count in (each for each in row.counts if each.width):
        left = EDGE + scale * count.start
        draw.rectangle((left, 500, left + scale * count.width, 518), colours[count.verdict.name])
    draw.text((EDGE, 536), f"Of what it states: {row.words}", colours["ink"], _font(32))
    font = _font(32)
    draw.text((WIDTH - EDGE - font.getlength("Probatum"), 536), "Probatum", colours["muted"], font)

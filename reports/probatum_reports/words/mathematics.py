"""LaTeX in, MathML out, reduced to the elements and attributes that the page allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, ClassVar
from xml.etree import ElementTree

from markupsafe import Markup

from probatum_reports.words.lines import lines, wide
from probatum_reports.words.spoken import spoken

if TYPE_CHECKING:
    from math_core import LatexToMathML

# The converter recurses, and its stack is the machine's: what could overflow it is not handed over.
LONGEST = 4_000
DEEPEST_BRACES = 50
DEEPEST_TREE = 200
COMMANDS_IN_A_ROW = re.compile(r"(?:\\[A-Za-z]+\s*){50}")
WIDEST = 22  # signs that fit beside each other on a narrow screen
LONG = 60  # signs that fit beside each other in a card on a wide screen

# fmt: off  (one word a line would hide the rest of the module)
ELEMENTS = {
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "mfrac",
    "msqrt",
    "mroot",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
    "mpadded",
    "mphantom",
    "mstyle",
}
ATTRIBUTES = {
    "alttext",
    "display",
    "displaystyle",
    "scriptlevel",
    "stretchy",
    "symmetric",
    "fence",
    "separator",
    "form",
    "lspace",
    "rspace",
    "accent",
    "accentunder",
    "mathvariant",
    "movablelimits",
    "largeop",
    "minsize",
    "maxsize",
    "linethickness",
    "width",
    "height",
    "depth",
    "voffset",
    "columnspan",
}
# fmt: on
# The page's Content-Security-Policy admits no style attributes:
# what they say about cells is said by classes.
CELL_STYLES = (
    ("border-right", "cell-ruled"),
    ("padding-left:1em", "cell-spaced"),
    ("text-align: left", "cell-left"),
    ("text-align: right", "cell-right"),
)
LONG_DECIMAL = re.compile(r"0?(\.\d{2})\d+")  # a hundredth of an em is less than a pixel
THIN = re.compile(r"\.(?:1\d*|2[0-4]?)em")  # narrower than what LaTeX puts around a relation
STYLES = {
    "displaystyle",
    "scriptlevel",
}  # MathML Core allows them on all elements, validators on mstyle alone
ROWS = {"math", "mrow", "mtd", "msqrt"}
ARROWS = {"⇒", "→", "↦", "⇔", "↔"}
NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: its LaTeX, its MathML unless the LaTeX was rejected, and how it is said."""

    latex: str
    mathml: Markup | None
    block: bool
    spoken: str
    kind: ClassVar[str] = "formula"

    @property
    def is_wide(self) -> bool:
        """Whether it may overflow a narrow screen, so that it needs a box to scroll in."""
        return wide(self.latex) > WIDEST


def typeset(latex: str) -> tuple[Formula, ...]:
    """A formula on lines of its own, as many as it needs; empty where it cannot be rendered."""
    found = tuple(formula(line, block=True) for line in lines(latex, LONG))
    if any(line.mathml is None for line in found):
        found = (formula(latex, block=True),)
    return found if all(line.mathml for line in found) else ()


@cache
def formula(latex: str, *, block: bool = False) -> Formula:
    """The formula for some LaTeX, in display style if `block`; what cannot be converted keeps only
    its source.
    """
    root = _converted(latex.strip(), block)
    if root is None:
        return Formula(latex, None, block, latex)
    said = spoken(root)
    if said != "".join(root.itertext()):  # a single sign says itself
        root.set("alttext", said)
    return Formula(
        latex,
        Markup(ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")),
        block,
        said,
    )


def _converted(latex: str, block: bool) -> ElementTree.Element | None:
    from math_core import LatexError

    if not latex or not _is_modest(latex):
        return None
    try:
        return _allowed(_converter().convert_with_local_state(latex, displaystyle=block))
    except (LatexError, ElementTree.ParseError):
        return None


@cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML

    # No expansions: a formula that defines commands of its own could grow without bound.
    return LatexToMathML(fancy_error=False, max_expansions=0)


def _is_modest(latex: str) -> bool:
    if len(latex) > LONGEST or COMMANDS_IN_A_ROW.search(latex):
        return False
    depth = deepest = 0
    for character in latex:
        depth += (character == "{") - (character == "}")
        deepest = max(deepest, depth)
    return deepest <= DEEPEST_BRACES


def _allowed(mathml: str) -> ElementTree.Element | None:
    root = ElementTree.fromstring(NAMED_ENTITY.sub(lambda entity: unescape(entity[0]), mathml))
    elements = [root]
    level = [root]
    for _ in range(DEEPEST_TREE):
        if not (level := [child for element in level for child in element]):
            break
        elements += level
    if level or any(element.tag not in ELEMENTS for element in elements):
        return None
    for element in reversed(elements):  # the inner ones first
        _tighten(element)
        element.attrib = _allowed_attributes(element.attrib)
    return root


def _tighten(row: ElementTree.Element) -> None:
    """Takes out what changes nothing to be seen: spaces that are none, rows of one,
    and attributes that are the default anyway.

    Of thin spaces, those that keep nothing apart. Styles get an element of their own.
    """
    for empty in [each for each in row if each.tag == "mspace" and not each.attrib]:
        row.remove(empty)
    children = list(row)
    for before, space, after in zip(children, children[1:], children[2:], strict=False):
        if (
            space.tag == "mspace"
            and THIN.fullmatch(space.get("width", ""))
            and not _apart({before.tag, after.tag})
        ):
            row.remove(space)
    for place, child in enumerate(row):
        if child.tag == "mrow" and len(child) == 1 and not child.attrib:
            row[place] = child[0]
        if child.tag != "mstyle" and (
            style := {name: value for name, value in child.attrib.items() if name in STYLES}
        ):
            row[place] = ElementTree.Element("mstyle", style)
            row[place].append(child)
            child.attrib = {
                name: value for name, value in child.attrib.items() if name not in STYLES
            }
    if row.tag in ROWS:
        _default(row)


def _apart(beside: set[str]) -> bool:
    """Whether what stands beside a space would be misread without it."""
    return beside <= {"mn", "mfrac"} or "mtext" in beside


def _default(row: ElementTree.Element) -> None:
    """Takes out what operators are by themselves: in a row, arrows do not stretch,
    a minus at its beginning has no spaces.
    """
    for place, child in enumerate(row):
        if child.text in ARROWS:
            child.attrib.pop("stretchy", None)
        if (child.text, place) == ("−", 0) or child.text == ":":
            child.attrib.pop("lspace", None)
            child.attrib.pop("rspace", None)


def _allowed_attributes(attributes: dict[str, str]) -> dict[str, str]:
    allowed = {
        name: LONG_DECIMAL.sub(r"\1", value)
        for name, value in attributes.items()
        if name in ATTRIBUTES
    }
    for style, name in CELL_STYLES:
        if style in attributes.get("style", ""):
            return allowed | {"class": name}
    return allowed

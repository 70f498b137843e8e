"""Writes the pages of a ledger: the same ledger gives the same bytes."""

from __future__ import annotations

import os
from base64 import b64encode
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from tempfile import mkstemp
from typing import TYPE_CHECKING

from markupsafe import Markup

from probatum_reports.content.edition import Edition, with_all_documents
from probatum_reports.content.names import PageError, check
from probatum_reports.content.page_data import Page, Part, pages
from probatum_reports.content.pagination import workings_file
from probatum_reports.formats.markdown import markdown
from probatum_reports.formats.structured import inline_reviews
from probatum_reports.words.terms import BY_NAME as TERMS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from jinja2 import Environment

    from probatum import ledger_entries

MAIN = "report.html"
HEAVIEST = 449_500  # bytes of a page; a heavier one leaves the workings of its claims to another
GENERATED = b'<meta name="generator" content="Probatum">'
SCRIPTS = ("search.js", "find.js", "follow.js", "live.js", "lead.js")
FONT_URL = "math-font.woff2"  # the one address in the style sheet; the page carries the font itself


def write_pages(edition: Edition, folder: Path, standing: Collection[str] = ()) -> Path:
    """Writes report.html, and for several documents one report-DOCUMENT.html each, into `folder`;
    returns the path of report.html.

    Beside them stand the pages of the claims of a long document,
    and those of the workings that would make another page heavy.
    A copy of a text is shown on the page of its document in place of the outline.
    Pages that an earlier run left there and this one does not make are removed;
    pages of claims that are `standing` there as they would be written are left.
    Raises PageError when the ledger is not in the form of its schema.
    """
    written = dict(rendered(edition, standing))
    for name, html in written.items():
        write(folder / name, html.encode())
    for path in sorted(
        path
        for pattern in ("report-*.html", "workings*.html", "claims-*.html")
        for path in folder.glob(pattern)
    ):
        if (
            path.is_file()
            and path.name not in (*written, *standing)
            and GENERATED in path.read_bytes()[:2_000]
        ):
            path.unlink()
    return folder / MAIN


def rendered(edition: Edition, standing: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """The names and texts of the files that `write_pages` writes."""
    documents = checked_pages(edition)
    for page in documents:
        yield from _of_document(page, standing)
    if [page.file for page in documents] != [MAIN]:
        yield MAIN, render("index.html.j2", pages=documents, home=edition.home)


@dataclass(frozen=True, slots=True)
class Workings:
    """The page that holds how claims were decided (empty: their own page does);
    whether the formal statements, and the notes, as well.
    """

    file: str = ""
    all: bool = False
    notes: bool = False


def _of_document(page: Page, standing: Collection[str]) -> Iterator[tuple[str, str]]:
    """The page of a document; beside it the pages of its claims,
    where there are too many for one.
    """
    if not page.parts:
        yield from _with_workings("page.html.j2", page, page)
        return
    yield page.file, render("page.html.j2", page=page, workings=Workings())
    for part in (part for part in page.parts if part.file not in standing):
        yield from _with_workings("part.html.j2", page, part)


def _with_workings(template: str, page: Page, of: Page | Part) -> Iterator[tuple[str, str]]:
    """A page with cards; beside it as much of how the claims were decided as would make the page
    too heavy.
    """
    file = workings_file(of.file)
    for workings in (
        Workings(),
        Workings(file),
        Workings(file, all=True),
        Workings(file, all=True, notes=True),
    ):
        html = render(template, page=page, of=of, workings=workings)
        if len(html.encode()) <= HEAVIEST:
            break
    yield of.file, html
    if workings.file:
        yield workings.file, render("workings.html.j2", page=page, of=of, workings=workings)


def style_sheet() -> str:
    """The text of the page's style element."""
    assets = files("probatum_reports") / "assets"
    font = b64encode((assets / FONT_URL).read_bytes()).decode()
    return tight(lean(assets / "style.css")).replace(
        f'"{FONT_URL}"', f'"data:font/woff2;base64,{font}"'
    )


def script() -> str:
    """The text of the page's script element."""
    assets = files("probatum_reports") / "assets"
    return "".join(lean(assets / name) for name in SCRIPTS)


def lean(asset: Traversable) -> str:
    """An asset without indentation, and without the lines that are comments."""
    lines = (line.strip() for line in asset.read_text(encoding="utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*")))


def tight(style: str) -> str:
    """A style sheet without the blanks around its signs; none of its drawings has those signs with
    blanks.
    """
    for wide, narrow in (
        (" { ", "{"),
        (" {\n", "{"),
        ("; ", ";"),
        (";\n", ";"),
        (" }", "}"),
        ("{\n", "{"),
    ):
        style = style.replace(wide, narrow)
    return style


def admitted(text: str) -> str:
    """The source expression that admits an element with this text in a Content-Security-Policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _files(ledger: ledger_entries.Ledger) -> dict[str, str]:
    documents = [document["id"] for document in ledger["documents"]]
    return {
        document: MAIN if len(documents) == 1 else f"report-{document}.html"
        for document in documents
    }


def checked_pages(edition: Edition) -> tuple[Page, ...]:
    """The data of a ledger's pages; raises PageError when it is not in the form of its schema."""
    try:
        check(edition.ledger)
        ledger = with_all_documents(edition.ledger)
        return pages(replace(edition, ledger=ledger), _files(ledger))
    except PageError:
        raise
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise PageError(
            f"got {error!r} reading the ledger, wanted records as its schema has them"
        ) from error


def render(template: str, **data: object) -> str:
    """A template with its data."""
    return environment().get_template(template).render(data)


@cache
def environment() -> Environment:
    """The templates; all that they print is escaped unless it is Markup,
    and a name they miss is an error.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("probatum_reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["markdown"] = markdown
    style, code = style_sheet(), script()
    # Style and script are assets of this package, never input.
    made.globals |= {"style": Markup(style), "style_hash": Markup(admitted(style)), "terms": TERMS}
    made.globals |= {"inline_reviews": inline_reviews}
    made.globals |= {"script": Markup(code), "script_hash": Markup(admitted(code))}
    return made


def write(path: Path, content: bytes) -> None:
    """Replaces the file in one step, and only if it changes."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise

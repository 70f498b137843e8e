"""Writes the pages of a corpus: one for each document beside its ledger, and a list of them all."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from probatum_reports.content.documents import listing
from probatum_reports.content.edition import Edition
from probatum_reports.content.home import FRONT
from probatum_reports.content.reading import legible_ledger
from probatum_reports.formats.page import (
    MAIN,
    admitted,
    lean,
    render,
    style_sheet,
    tight,
    write,
    write_pages,
)
from probatum_reports.formats.unchanged_pages import grounds, standing

if TYPE_CHECKING:
    from pathlib import Path

    from probatum.records.corpus_index import Line

PAGES = "pages.json"  # which pages were written last, and of what
SCRIPTS = ("search.js", "corpus.js")


def write_corpus(folder: Path) -> Path:
    """Writes the pages of all ledgers in a folder, those that do not stand there already, and the
    list of them; returns the path of that.

    Raises LedgerError when the index or a ledger is unusable.
    """
    from probatum.records.corpus_index import read_index

    _, lines = read_index(folder)
    known = _known(folder / PAGES)
    stand = {
        line["document"]: _written(folder, line, known.get(line["document"]))
        for line in lines
        if line["digest"]
    }
    write(folder / PAGES, json.dumps(stand, sort_keys=True).encode())
    write(folder / FRONT, corpus_page(lines).encode())
    return folder / FRONT


def _written(folder: Path, line: Line, known: object) -> list[object]:
    """Of what the pages of a document are, and how they stand; written where they do not."""
    from probatum.records.corpus_index import ledger_of
    from probatum.records.ledger import LEDGER

    own = folder / line["document"]
    of = grounds((own / LEDGER).read_bytes(), "")
    if known != [of, standing(own)]:
        write_pages(Edition(legible_ledger(ledger_of(folder, line), own / LEDGER)), own)
    return [of, standing(own)]


def _known(path: Path) -> dict[str, object]:
    """What an earlier run left; nothing where nobody can read it."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def corpus_page(lines: list[Line]) -> str:
    """The list of all documents, with its own style and script."""
    assets = files("probatum_reports") / "assets"
    style = style_sheet() + tight(lean(assets / "corpus.css"))
    script = "".join(lean(assets / name) for name in SCRIPTS)
    return render(
        "corpus.html.j2",
        it=listing(lines, MAIN),
        # Assets of this package, never input.
        style=Markup(style),
        style_hash=Markup(admitted(style)),
        script=Markup(script),
        script_hash=Markup(admitted(script)),
    )

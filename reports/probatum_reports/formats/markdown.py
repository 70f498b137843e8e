"""Words and formulas as Markdown in which nothing of theirs is markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from probatum_reports.words.mathematics import Formula
from probatum_reports.words.prose import Citation

if TYPE_CHECKING:
    from probatum_reports.words.prose import Run, Runs

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|$~@])")


def markdown(text: Runs | str) -> Markup:
    """One line of Markdown that reads as the words do; also fit for the cell of a table."""
    if isinstance(text, str):
        return _words(text)
    return Markup("").join(_run(run) for run in text)


def _run(run: Run) -> Markup:
    if isinstance(run, Formula):
        latex = " ".join(run.latex.replace("`", "'").replace("|", r"\vert ").split())
        return Markup(f"$`{latex}`$")  # between backticks nothing is markup, and no entity either
    return _words(run.claim if isinstance(run, Citation) else run.text)


def _words(text: str) -> Markup:
    spaces = re.sub(r"\s+", " ", text)
    return Markup(
        SPECIAL.sub(r"\\\1", str(escape(spaces)).replace("&#34;", '"').replace("&#39;", "'"))
    )

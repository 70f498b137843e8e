"""Has a project's own modules compiled from their sources, whatever bytecode lies beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

from probatum.records.places import is_own

_from_cache = SourceFileLoader.get_code
_authors: set[Path] = set()


def _get_code(loader: SourceFileLoader, fullname: str) -> CodeType | None:
    path = loader.get_filename(fullname)
    if not is_own(path):
        return _from_cache(loader, fullname)
    if any(Path(os.path.realpath(path)).is_relative_to(root) for root in _authors):
        from probatum.authoring.transcription import transcribed

        return transcribed(loader.get_data(path), path)
    return loader.source_to_code(loader.get_data(path), path)


def compile_own_modules(authors: Iterable[Path] = ()) -> None:
    """From now on in this process, by whatever way a module is imported,
    since all of them load by this class.

    authors: the folders of claims, whose operators and calls keep what is written.

    Python takes bytecode to be current by the whole second and the size of its source:
    an edit of the same size within a second, or a file that came with its old time,
    would be decided from what stood there before. Compiling a project takes a tenth of a second;
    the modules of packages come from their bytecode as ever. The modules that pytest rewrites it
    knows by their content.
    """
    _authors.update(authors)
    SourceFileLoader.get_code = _get_code  # type: ignore[method-assign, assignment]

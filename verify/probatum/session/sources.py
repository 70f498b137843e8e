"""Has a project's own modules compiled from their sources, whatever bytecode lies beside them."""

from __future__ import annotations

import linecache
import marshal
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import lru_cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, decode_source, source_hash
from pathlib import Path
from types import CodeType

from probatum.records.project_files import is_own

ENGINE = os.path.join(Path(__file__).parents[1], "")
PACKAGES = ("probatum", "probatum_reports")
ENGINES = tuple(f"{package}." for package in PACKAGES)  # what their modules' names begin with
CHECKED = (0b11).to_bytes(4, "little")  # bytecode that holds for the digest of its source (PEP 552)

_from_cache = SourceFileLoader.get_code
_authors: set[Path] = set()


def _get_code(loader: SourceFileLoader, fullname: str) -> CodeType | None:
    path = loader.get_filename(fullname)
    if not is_own(path):
        return _from_cache(loader, fullname)
    if path.startswith(ENGINE):  # of hundreds of modules no link need be followed
        return _checked(loader, path)
    if _is_of_an_author(path):
        return _transcribed(loader.get_data(path), path)
    if fullname.partition(".")[0] in PACKAGES:
        return _checked(loader, path)
    return loader.source_to_code(loader.get_data(path), path)


def _transcribed(source: bytes, path: str) -> CodeType:
    """The code of an author's source. Whoever asks for its lines gets those that were compiled,
    and nobody looks at the file again for each of its claims.
    """
    from probatum.authoring.as_written.transcription import transcribed

    code = transcribed(source, path)
    lines = decode_source(source).splitlines(keepends=True)
    linecache.cache[path] = (len(source), None, lines, path)
    return code


def _checked(loader: SourceFileLoader, path: str) -> CodeType:
    """The code of a source, from its bytecode where that was made of just this source, here: a
    copy of the folder brings bytecode that says it stands where it was copied from, and who asks
    for a file is known by where its code stands.
    """
    source, kept = loader.get_data(path), cache_from_source(path)
    head = MAGIC_NUMBER + CHECKED + source_hash(source)
    try:
        found = loader.get_data(kept)
        code = marshal.loads(found[len(head) :]) if found.startswith(head) else None
    except (OSError, EOFError, ValueError, TypeError):  # none, or a damaged one
        code = None
    if isinstance(code, CodeType) and code.co_filename == path:
        return code
    code = loader.source_to_code(source, path)
    if not sys.dont_write_bytecode:
        loader.set_data(kept, head + marshal.dumps(code))
    return code


def _real(path: str) -> Path:
    """Where it leads; each folder on the way is asked about for the run itself, for which nobody
    who listens need be told.
    """
    listening = sys.modules.get("probatum.session.tracking.watching")
    with getattr(listening, "unheard", nullcontext)():
        return Path(os.path.realpath(path))


def _is_of_an_author(path: str) -> bool:
    return not _authors.isdisjoint(_real(path).parents)


class _BeforePytest(MetaPathFinder):
    """Finds the modules of claims before pytest does, which rewrites those that are named on its
    command line: their operators would be Python's own. Those of the engine it would rewrite as a
    plugin's, hundreds of them, in which it has nothing to say.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: object = None
    ) -> ModuleSpec | None:
        if fullname.startswith(ENGINES):
            return PathFinder.find_spec(fullname, path)
        entries = sys.path if path is None else path
        near = [entry for entry in entries if _leads_to_claims(os.path.abspath(entry))]
        if not near or PathFinder.find_spec(fullname, near) is None:
            return None  # as of nearly all modules, which are not looked for twice
        spec = PathFinder.find_spec(fullname, path)
        return spec if spec and spec.origin and _is_of_an_author(spec.origin) else None


@lru_cache(maxsize=256)
def _leads_to_claims(entry: str) -> bool:
    """Whether claims lie in or below a folder in which modules are looked for, or it among them."""
    folder = _real(entry)
    return any(root.is_relative_to(folder) or folder.is_relative_to(root) for root in _authors)


_BEFORE_PYTEST = _BeforePytest()


def compile_own_modules(authors: Iterable[Path] = ()) -> None:
    """From now on in this process, by whatever way a module is imported,
    since all of them load by this class.

    authors: the folders of claims, whose operators and calls keep what is written.

    Python takes bytecode to be current by the whole second and the size of its source:
    an edit of the same size within a second, or a file that came with its old time,
    would be decided from what stood there before. Compiling a project takes a tenth of a second;
    the modules of packages come from their bytecode as ever, and those of the engine, where it is
    being worked on, from bytecode that names the digest of its source. The modules that pytest
    rewrites it knows by their content.
    """
    _authors.update(authors)
    _leads_to_claims.cache_clear()
    if _BEFORE_PYTEST not in sys.meta_path:
        sys.meta_path.insert(0, _BEFORE_PYTEST)
    SourceFileLoader.get_code = _get_code  # type: ignore[method-assign, assignment]

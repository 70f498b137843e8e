"""Counts the claims in files without importing them, so that a run knows what it left out."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from probatum.parsed_sources import ParsedSources

CLAIMING, UNCHECKABLE = (
    ("states", "implies"),
    ("not_checkable",),
)  # what decorates such a function, as a passage's method
SUFFIX = ".py"
LIKE_IT = (".pyw",)  # in capitals as well: what is a Python file elsewhere, and no module here


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim is defined; its id where that can be read off without running the file."""

    id: str | None
    path: Path
    line: int


@lru_cache(maxsize=4096)  # asked of the same files for each of their claims
def followed(path: Path | str) -> Path:
    """The whole path of a file, links followed."""
    return Path(path).resolve()


def census(files: Iterable[Path], sources: ParsedSources | None = None) -> tuple[Place, ...]:
    """All functions below `@passage.states` or `@passage.implies`, in order;
    an unreadable file counts for nothing here.
    """
    return tuple(_in_files(files, CLAIMING, sources))


def uncheckable(files: Iterable[Path], sources: ParsedSources | None = None) -> tuple[Place, ...]:
    """All functions below `@passage.not_checkable(...)`."""
    return tuple(_in_files(files, UNCHECKABLE, sources))


def _in_files(
    files: Iterable[Path], words: tuple[str, ...], sources: ParsedSources | None
) -> Iterator[Place]:
    sources = sources or ParsedSources()
    for path in files:
        try:
            said = sources.of(path.read_bytes(), said_of_claims)
        except OSError:
            continue  # its collection fails, loudly
        yield from (Place(name, followed(path), line) for word, name, line in said if word in words)


def said_of_claims(source: bytes) -> list[tuple[str, str | None, int]]:
    """Of each function that a passage's method decorates that method, the id and the line; a source
    that does not parse has none: its collection fails, loudly.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    return [
        (word, name, node.decorator_list[0].lineno)
        for node in _statements(tree)
        if isinstance(node, ast.FunctionDef)
        for words in (CLAIMING, UNCHECKABLE)
        for word, name in _ids(node, words)
    ]


def _ids(function: ast.FunctionDef, words: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    """The first of these decorators of a function, and the id that it gives it or leaves to its
    name.
    """
    for decorator in function.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(called, ast.Attribute) and called.attr in words:
            keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
            given = next(
                (keyword.value for keyword in keywords if keyword.arg in ("id", None)), None
            )
            id = function.name.replace("_", "-") if given is None else _text(given)
            yield called.attr, id
            return


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements below a node, at any depth; expressions, most of a tree,
    are not looked into.
    """
    for name in ("body", "orelse", "handlers", "finalbody", "cases"):
        for child in getattr(node, name, ()):
            yield child
            yield from _statements(child)


def _text(value: ast.expr) -> str | None:
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def claim_files(roots: Iterable[Path]) -> tuple[Path, ...]:
    """The Python files below the roots, sorted: also those that are not collected,
    such as conftest.py, for a claim there is lost.
    """
    return tuple(path for path in written_files(roots) if path.suffix == SUFFIX)


def written_files(roots: Iterable[Path]) -> tuple[Path, ...]:
    """The same, with files that nothing imports as modules, for how their names begin or end: a
    claim there is lost as well.
    """
    return tuple(path for path in _named(roots) if path.is_file())


def dangling(roots: Iterable[Path]) -> tuple[Path, ...]:
    """The links below the roots that are named as modules and lead nowhere."""
    return tuple(
        path
        for path in _named(roots)
        if path.is_symlink() and not path.exists() and not path.name.startswith(".")  # an editor's
    )


def _named(roots: Iterable[Path]) -> list[Path]:
    found = {path for root in roots for path in ([root] if root.is_file() else _below(root))}
    return sorted(path for path in found if path.suffix.lower() in (SUFFIX, *LIKE_IT))


def _below(root: Path) -> Iterator[Path]:
    """All files below a folder, those behind links included; a link that leads back is followed
    once.
    """
    seen: set[str] = set()
    for folder, folders, names in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        yield from (Path(folder, name) for name in names)

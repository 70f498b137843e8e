"""Counts the claims in files without importing them, so that a run knows what it left out."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim is defined; its id where the decorator names it literally."""

    id: str | None
    path: Path
    line: int


def census(files: Iterable[Path]) -> tuple[Place, ...]:
    """All functions decorated with `claim(...)`, file by file in order; an unreadable file counts for nothing here."""
    return tuple(place for path in files for place in _in_file(path))


def _in_file(path: Path) -> Iterator[Place]:
    try:
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return  # its collection fails, loudly
    statements = list(_statements(tree))
    names = {"claim", *_other_names(statements)}
    for node in statements:
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and _name(decorator.func) in names:
                    yield Place(_first_text(decorator), path.resolve(), node.decorator_list[0].lineno)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements below a node, at any depth; expressions, most of a tree, are not looked into."""
    for name in ("body", "orelse", "handlers", "finalbody", "cases"):
        for child in getattr(node, name, ()):
            yield child
            yield from _statements(child)


def _other_names(statements: Iterable[ast.AST]) -> Iterator[str]:
    """What a module calls `claim` where it imports it under another name."""
    for node in statements:
        if isinstance(node, ast.ImportFrom):
            yield from (name.asname for name in node.names if name.name == "claim" and name.asname)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _first_text(call: ast.Call) -> str | None:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "id"]
    first = next(iter([*call.args[:1], *named]), None)
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def claim_files(roots: Iterable[Path]) -> tuple[Path, ...]:
    """The Python files below the roots, sorted: also those that are not collected, such as conftest.py, for a claim there is lost."""
    found = {path for root in roots for path in ([root] if root.is_file() else _below(root))}
    return tuple(sorted(path for path in found if path.suffix == ".py" and not path.name.startswith(".") and path.is_file()))


def _below(root: Path) -> Iterator[Path]:
    """All files below a folder, those behind links included; a link that leads back is followed once."""
    seen: set[str] = set()
    for folder, folders, names in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        yield from (Path(folder, name) for name in names)

"""Findings of earlier runs, for claims of which nothing has changed that a finding depends on.

Looked at are the files of the project and the versions of packages; what a claim reads elsewhere is not.
"""

from __future__ import annotations

import ast
import hashlib
import json
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CACHE_KEY = "probatum/findings"  # in pytest's cache: --cache-clear forgets them
Attached = dict[str, Any]


class Reuse:
    """What earlier runs found, by claim, each with the digest of all code and packages that had a say in it."""

    def __init__(self, root: Path, kept: Any) -> None:
        self.root = root.resolve()
        self.kept: dict[str, Attached] = kept if isinstance(kept, dict) else {}
        self.surroundings = _surroundings()
        self.places = _places(self.root)
        self.modules: dict[Path, str] = {}
        self.imports: dict[Path, set[Path]] = {}

    def key(self, path: Path, name: str) -> str:
        """The digest of what the finding of the claim `name` in the module `path` depends on."""
        if path not in self.modules:
            self.modules[path] = self._digest(path)
        return hashlib.sha256(f"{self.surroundings}\0{self.modules[path]}\0{name}".encode()).hexdigest()

    def _digest(self, path: Path) -> str:
        """Of a module, all that it imports, and what lies beside it that is neither code nor prose."""
        digest = hashlib.sha256(str(path).encode())
        beside = {file for file in path.parent.rglob("*") if file.is_file() and file.suffix not in (".py", ".pyc", ".md")}
        for file in sorted(beside | self._modules_below(path.resolve())):
            digest.update(f"\0{file}\0".encode() + file.read_bytes())
        return digest.hexdigest()

    def _modules_below(self, path: Path) -> set[Path]:
        """A module with all that it imports, near or far, from files below the root; installed packages have versions instead."""
        found: set[Path] = set()
        waiting = [path]
        while waiting:
            module = waiting.pop()
            if module not in found:
                found.add(module)
                if module not in self.imports:
                    self.imports[module] = _imported(module, self.places)
                waiting += self.imports[module]
        return found

    def find(self, name: str, key: str) -> Attached | None:
        """What an earlier run found of the claim; None where it found none, or of other code."""
        entry = self.kept.get(name)
        if not isinstance(entry, dict) or entry.get("key") != key or not isinstance(entry.get("finding"), dict):
            return None
        return entry | {"reused": True}


def kept(earlier: Any, attached: dict[str, Attached], complete: bool) -> dict[str, Attached]:
    """What to keep for later runs: of this one what came out as expected, of earlier ones what a partial run did not look at."""
    before = earlier if isinstance(earlier, dict) and not complete else {}
    good = {name: entry for name, entry in attached.items() if "key" in entry and entry["finding"]["as_expected"]}
    plain = {name: {field: value for field, value in entry.items() if field != "reused"} for name, entry in good.items()}
    return {name: entry for name, entry in before.items() if name not in attached} | plain


def _places(root: Path) -> list[Path]:
    """The folders below the root that modules are imported from, but for those of an environment that lies there as well."""
    places = {place for place in (root, *(Path(entry or ".").resolve() for entry in sys.path)) if place.is_relative_to(root)}
    return sorted(place for place in places if not place.is_relative_to(Path(sys.prefix).resolve()))


def _imported(path: Path, places: list[Path]) -> set[Path]:
    """The files in these folders that a module imports anywhere in its code; one that does not parse imports nothing until it changes."""
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return set()
    names = {name for node in ast.walk(tree) for name in _names(node, path)}
    return {file for name in names for place in places for file in _files(place, name)}


def _names(node: ast.AST, path: Path) -> Iterator[str | Path]:
    """The modules that a statement may import: by dotted name, or by path where the import is relative."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level:
        base = path.parents[node.level - 1].joinpath(*filter(None, (node.module or "").split(".")))
        yield from (base, *(base / alias.name for alias in node.names))
    elif isinstance(node, ast.ImportFrom):
        yield from (str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names))


def _files(place: Path, name: str | Path) -> Iterator[Path]:
    """The file of a module and those of the packages around it, where they are in this place."""
    target = name if isinstance(name, Path) else place.joinpath(*name.split("."))
    around = [folder / "__init__.py" for folder in (target, *target.parents) if folder.is_relative_to(place)]
    yield from (file for file in (target.with_name(f"{target.name}.py"), *around) if file.is_file())


def _surroundings() -> str:
    """The interpreter, the machine, the engine's own code, and the packages that are installed, with their versions."""
    engine = sorted(Path(__file__).parents[1].rglob("*.py"))
    code = hashlib.sha256(b"\0".join(file.read_bytes() for file in engine)).hexdigest()
    folders = (Path(entry or ".") for entry in sys.path)
    packages = sorted(info.name for folder in folders if folder.is_dir() for info in folder.glob("*.dist-info"))
    return json.dumps([sys.version, platform.platform(), code, packages])

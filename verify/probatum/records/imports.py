"""Follows imports from module to module by reading sources, without importing anything."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import TypedDict

from probatum.parsed_sources import ParsedSources
from probatum.records.project_files import is_own

# Whoever uses one of these may import or run what stands nowhere in the source, such as that which
# pickled values are made of.
BY_COMPUTED_NAMES = {
    *("__import__", "eval", "exec", "importlib", "import_module", "importorskip", "modules"),
    *("dictConfig", "fileConfig", "locate", "mock", "pkgutil", "pydoc", "resolve_name", "runpy"),
    *("allow_pickle", "cloudpickle", "dill", "joblib", "pickle", "read_pickle", "shelve"),
    *("_pickle", "unittest"),
}
# The moment, chance and what the process used, asked of what nobody can listen to.
MOMENT = {"now", "today", "utcnow"}  # of a class
# And what solvers read in compiled code.
FUNCTIONS = {
    "RAND_bytes",
    *("disk_usage", "get_ident", "get_native_id", "getrlimit", "getrusage", "isatty"),
    *("current_process", "parent_process", "getallocatedblocks", "getrefcount", "native_id"),
    *("get_objects", "get_referrers", "get_traced_memory", "getitimer", "_current_frames"),
    *("active_count", "getprotobyname", "if_indextoname", "if_nameindex", "if_nametoindex"),
    "parse_smt2_file",
    "Z3_parse_smtlib2_file",
    "Z3_solver_from_file",
    "Z3_optimize_from_file",
    "Z3_fixedpoint_from_file",
}
UNHEARD = MOMENT | FUNCTIONS | {"from_file", "parse_file", "setFileInput"}
BY_CHANCE = {"hash", "id", "object"}  # other numbers in each process, or what is shown by one
# The system itself, below the functions that are listened to; modules that look at the clock, or
# open files, in compiled code.
BELOW = {
    *("posix", "nt", "pwd", "grp", "_posixsubprocess"),
    *("dbm", "email", "http", "psutil", "timeit", "lxml", "h5py", "netCDF4"),
}
# By these a data base opens another, or asks for the moment or for chance, of which Python tells
# nobody.
ATTACH = re.compile(r"(?i)(\A|;)\s*attach\b")
ASKED_IN_SQL = re.compile(
    r"""(?isx)\A\s*(select|insert|replace|update|delete|values|with|create)\b .*
    (["']now["'] | \b(current_(date|time|timestamp)\b | random(blob)?\s*\(
    | (date|time|datetime|julianday|unixepoch)\s*\(\s*\)))"""
)


@dataclass(frozen=True, slots=True)
class Imports:
    """The project's own files that a module imports anywhere in its code,
    whether it may import others by names that it computes, and whether it may ask what nobody
    hears: the moment, or the system itself.
    """

    files: frozenset[Path] = frozenset()
    computed: bool = False
    unheard: bool = False


class Said(TypedDict):
    """What a source says of what it imports: by how many dots each is relative, and its dotted
    name.
    """

    imported: list[tuple[int, str]]
    computed: bool
    unheard: bool


NOTHING: Said = {"imported": [], "computed": False, "unheard": False}


class Following:
    """All that modules import, near or far, from a project's own files."""

    def __init__(self, leaving_out: Path, sources: ParsedSources | None = None) -> None:
        self.leaving_out = leaving_out
        self.sources = sources or ParsedSources()
        self.imports: dict[Path, Imports] = {}
        self.named: dict[tuple[str, ...], frozenset[Path]] = {}

    def below(self, modules: Iterable[Path]) -> dict[Path, Imports]:
        """These modules and all that they import."""
        found: dict[Path, Imports] = {}
        waiting = list(modules)
        while waiting:
            module = waiting.pop()
            if module not in found:
                found[module] = self._of(module)
                waiting += found[module].files
        return found

    def _of(self, module: Path) -> Imports:
        if module not in self.imports:
            self.imports[module] = self._read(module)
        return self.imports[module]

    def _read(self, module: Path) -> Imports:
        """One that does not parse imports nothing until it changes."""
        try:
            said = self.sources.of(module.read_bytes(), said_of_imports)
        except OSError:
            return Imports()
        files = {
            *_packages_around(module),
            *(file for target in said["imported"] for file in self._files(module, *target)),
        }
        return Imports(
            frozenset(file for file in files if self.leaving_out not in file.parents),
            said["computed"],
            said["unheard"],
        )

    def _files(self, module: Path, dots: int, name: str) -> Iterable[Path]:
        """The files of what a module imports; those of a dotted name, which many modules import,
        are looked for once for each list of places.
        """
        if dots:
            return _relative(module, dots, name)
        asked = (name, *sys.path)
        if asked not in self.named:
            self.named[asked] = frozenset(_files(name))
        return self.named[asked]


def said_of_imports(source: bytes) -> Said:
    """What a source says; one that does not parse says nothing."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return NOTHING
    return {
        "imported": sorted({target for node in nodes for target in _targets(node)}),
        "computed": any(map(_computes, nodes)),
        "unheard": any(map(_asks_unheard, nodes)) or _asks_by_chance(nodes),
    }


def _computes(node: ast.AST) -> bool:
    """Whether a name, an attribute or an import is one by which modules come in that the source
    does not name.
    """
    named = next((getattr(node, of) for of in ("id", "attr", "arg") if hasattr(node, of)), None)
    return named in BY_COMPUTED_NAMES or bool(_roots(node) & BY_COMPUTED_NAMES)


def _asks_unheard(node: ast.AST) -> bool:
    """Whether an attribute, a name that is imported or a text is one by which a date or a time is
    made of the moment and the like, or a data base is asked for such or for another; or an import
    is that of what asks by itself.
    """
    said = node.name if isinstance(node, ast.alias) else getattr(node, "attr", None)
    text = node.value if isinstance(node, ast.Constant) else None
    if isinstance(text, str):
        return text in UNHEARD or any(asks.search(text) for asks in (ATTACH, ASKED_IN_SQL))
    called = getattr(node, "id", None) in FUNCTIONS  # by a name that all of a module may have given
    return called or said in UNHEARD or bool(_roots(node) & BELOW)


def _asks_by_chance(nodes: Iterable[ast.AST]) -> bool:
    """Whether a number is asked for that each process chooses by itself, elsewhere than to find
    things in tables.
    """
    tables = (node for node in nodes if getattr(node, "name", None) == "__hash__")
    asked = {node for node in nodes if _names(node) in BY_CHANCE}
    return bool(asked - {inside for node in tables for inside in ast.walk(node)})


def _names(node: ast.AST) -> str | None:
    """The name by which a function is called."""
    function = node.func if isinstance(node, ast.Call) else None
    return function.id if isinstance(function, ast.Name) else None


def _roots(node: ast.AST) -> set[str]:
    """The first names of what a statement imports; none for any other node."""
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    return {str(node.module).partition(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def _targets(node: ast.AST) -> Iterator[tuple[int, str]]:
    """What a statement may import: a module, or what is imported from it if that is one."""
    if isinstance(node, ast.Import):
        yield from ((0, alias.name) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        parts = (node.module,) if node.module else ()
        yield from (
            (node.level, ".".join((*parts, *more)))
            for more in ((), *((alias.name,) for alias in node.names))
        )


def _relative(module: Path, dots: int, name: str) -> Iterable[Path]:
    """The files of a name that is relative to a module's package; none above all folders."""
    *folders, last = name.split(".")
    if dots > len(module.parents):
        return ()
    package = module.parents[dots - 1].joinpath(*folders)
    return _in_folder(package, (last,)) if last else _in_folder(package.parent, (package.name,))


def _files(target: str) -> Iterator[Path]:
    """The files of a module and of the packages around it."""
    first, *parts = target.split(".")
    spec = _spec(first)
    if spec is None:
        return
    if spec.origin is not None:
        yield Path(spec.origin)
    for folder in spec.submodule_search_locations or ():
        if is_own(str(folder)):
            yield from _in_folder(Path(folder), parts)


def _packages_around(module: Path) -> Iterator[Path]:
    """The files of the packages that a module is in, which are run before it."""
    for folder in module.parents:
        if not (folder / "__init__.py").is_file():
            return
        yield folder / "__init__.py"


def _in_folder(folder: Path, parts: Iterable[str]) -> Iterator[Path]:
    """The files that a dotted name stands for in a folder: those of packages on the way,
    and a module of its last part.
    """
    for part in parts:
        candidates = (folder / "__init__.py", folder / f"{part}.py", folder / part / "__init__.py")
        yield from (file for file in candidates if file.is_file())
        folder = folder / part


def _spec(name: str) -> ModuleSpec | None:
    """Where a module or package of this name would come from; nothing that is built in or installed
    is of interest.
    """
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return spec
    return spec if Path(spec.origin).is_absolute() and is_own(spec.origin) else None

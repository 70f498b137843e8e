"""Findings of earlier runs, for claims of which nothing has changed that a finding depends on.

That are the engine, the interpreter, the machine and all installed packages;
the claim's module and what it imports; what lies beside it; the project's plugins and
`conftest.py`; and what was seen to be used while the claim was imported and decided.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.machinery import all_suffixes
from pathlib import Path
from typing import Any

from probatum.authoring.passages import FILE as RECORD
from probatum.ledger_entries import Attached
from probatum.parsed_sources import ParsedSources
from probatum.records.dependencies import UNKNOWN, UNSEEN, Reads, States, add, lasting
from probatum.records.imports import Following, Imports
from probatum.records.project_files import INSTALLED, is_own
from probatum.records.validation import is_kept
from probatum.vocabulary import Verdict

# what Python and the C library ask for by themselves, which nobody hears
ASKED_BELOW = (
    *("TZ", "TZDIR", "LANG", "LANGUAGE", "PYTHONHASHSEED"),
    *("LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC", "LC_TIME"),
)
# By these engines are told how to compute, when they are imported.
OF_ENGINES = ("SYMPY_", "MPMATH_", "NPY_", "OPENBLAS_", "OMP_", "MKL_")
SET_BY_RUNS = {"OPENBLAS_NUM_THREADS": "1"}  # unless somebody has set it
ZONE = Path("/etc/localtime")  # where the system says it, unless TZ does
ENGINE = Path(__file__).parents[1]


class Grounds:
    """What the findings of this run rest on."""

    def __init__(
        self, plugins: Callable[[], Iterable[Path]], sources: ParsedSources | None = None
    ) -> None:
        self.plugins = plugins
        self.surroundings = _surroundings()
        self.following = Following(ENGINE, sources)
        self.modules: dict[Path, dict[Path, Imports]] = {}
        self.digests: dict[Path, str] = {}
        self.used: dict[str, Reads] = {}
        self.real: dict[str, str] = {}

    def key(self, path: Path, name: str, limits: tuple[float, int]) -> str:
        """The digest of all that is known before the claim `name` in the module `path` is decided
        within its limits.
        """
        return hashlib.sha256(
            repr((self.surroundings, self.digest(path), name, limits)).encode()
        ).hexdigest()

    def digest(self, path: Path) -> str:
        """Of all that stands in files before a claim of the module `path` is decided."""
        if path not in self.digests:
            self.digests[path] = self._digest(path)
        return self.digests[path]

    def _digest(self, path: Path) -> str:
        """Of a module, all that it imports, and what lies beside it that is neither code nor prose.

        Nor is it the record of the words that claims were written for,
        against which each run holds what it takes over.
        """
        digest = hashlib.sha256(os.fsencode(path))
        files = (file for file in path.parent.rglob("*") if file.is_file() and file.name != RECORD)
        beside = {file for file in files if file.suffix not in (".py", ".pyc", ".md")}
        for file in sorted(beside | set(self.modules_of(path))):
            digest.update(os.fsencode(f"\0{file}\0") + _content(file))
        return digest.hexdigest()

    def modules_of(self, path: Path) -> dict[Path, Imports]:
        """The module, the plugins that pytest loaded for it, and all that they import."""
        if path not in self.modules:
            self.modules[path] = self.following.below([path.resolve(), *self._plugins_for(path)])
        return self.modules[path]

    def _plugins_for(self, path: Path) -> Iterator[Path]:
        yield from (
            plugin
            for plugin in sorted(self.plugins())
            if plugin.name != "conftest.py" or path.is_relative_to(plugin.parent)
        )

    def note(self, by_file: Mapping[str, Reads]) -> None:
        """Take in what files of the project have used."""
        for file, reads in by_file.items():
            add(self.used.setdefault(self._real(file), {}), reads)

    def reads(self, path: Path, own: Reads) -> Reads:
        """What a claim in this module used, itself and through all modules that it may have found
        in memory.
        """
        modules = self.modules_of(path)
        computed = any(imports.computed for imports in modules.values())
        unheard = any(imports.unheard for imports in modules.values())
        found = own | ({f"{UNSEEN} the moment or the system": UNKNOWN} if unheard else {})
        for file in self.used if computed else map(self._real, map(str, modules)):
            add(found, self.used.get(file, {}))
        return found

    def _real(self, file: str) -> str:
        """The path without links, looked up once: thousands of reads name few files."""
        if file not in self.real:
            self.real[file] = os.path.realpath(file)
        return self.real[file]


class Kept:
    """Findings of earlier runs by claim, each with what it rests on."""

    def __init__(self, *sources: Any) -> None:
        self.sources: list[dict[str, Attached]] = [
            source for source in sources if isinstance(source, dict)
        ]
        self.states = States()

    def has(self, name: str) -> bool:
        """Whether an earlier run found anything of the claim."""
        return any(name in source for source in self.sources)

    def find(self, name: str, key: str) -> Attached | None:
        """What an earlier run found of the claim; None where it found none,
        or something is no longer as it was.
        """
        entries = (source[name] for source in self.sources if name in source)
        standing = (
            entry | {"reused": True}
            for entry in entries
            if is_kept(entry, name) and self._stands(entry, key)
        )
        return next(standing, None)

    def _stands(self, entry: Attached, key: str) -> bool:
        """An entry comes from a file that anybody may have written;
        of a suspect claim it does not say what was found.
        """
        reads, verdict = entry.get("reads"), entry["finding"]["verdict"]
        return (
            isinstance(reads, dict)
            and verdict != Verdict.SUSPECT
            and entry.get("key") == key
            and self.states.are(reads)
        )


def kept(earlier: Any, attached: dict[str, Attached], complete: bool) -> dict[str, Attached]:
    """What to keep for later runs: of this one what came out as expected,
    of earlier ones what a partial run did not look at.
    """
    before = earlier if isinstance(earlier, dict) and not complete else {}
    good = {
        name: entry
        for name, entry in attached.items()
        if entry["finding"]["as_expected"] and lasting(entry.get("reads") or {})
    }
    plain = {
        name: {field: value for field, value in entry.items() if field != "reused"}
        for name, entry in good.items()
    }
    return {name: entry for name, entry in before.items() if name not in attached} | plain


def engine_code() -> str:
    """The digest of the engine's own code."""
    return _digest_of(sorted(ENGINE.rglob("*.py")))


def _surroundings() -> str:
    """The interpreter and how it was started, the machine, zone and language, the folder,
    the engine's own code, and all installed packages.
    """
    code = engine_code()
    folders = sorted({Path(entry or ".").absolute() for entry in sys.path})
    packages = [
        info for folder in folders if folder.is_dir() for info in sorted(folder.glob("*.*-info"))
    ]
    records = _digest_of(
        file
        for info in packages
        for file in (info, *(info / name for name in ("METADATA", "PKG-INFO", "RECORD")))
    )
    below = [*(os.environ.get(name) for name in ASKED_BELOW), *_of_engines()]
    python = [sys.version, str(sys.flags), sys.warnoptions, sorted(map(str, sys._xoptions.items()))]
    shadows = _digest_of(file for folder in folders for file in _shadows(folder))
    machine = [platform.platform(), platform.version(), sys.executable, sys.prefix]
    place = [*machine, below, _digest_of([ZONE]), os.getcwd()]
    return json.dumps([python, _customized(), *place, code, records, shadows])


def _of_engines() -> list[str]:
    """The variables of the environment that are for engines."""
    variables = SET_BY_RUNS | {name: os.environ[name] for name in [*os.environ]}
    return sorted(
        f"{name}={said}" for name, said in variables.items() if name.startswith(OF_ENGINES)
    )


def _customized() -> list[str]:
    """What Python imported by itself when it started, and all that it imports of the project."""
    modules = (sys.modules.get(name) for name in ("sitecustomize", "usercustomize"))
    files = [Path(file) for module in modules if (file := getattr(module, "__file__", None))]
    below = sorted(file for file in Following(ENGINE).below(files) if is_own(str(file)))
    return [_digest_of(below), *map(str, below)]


def _shadows(folder: Path) -> list[Path]:
    """The modules and packages of a project's own that have the name of an installed one,
    in whose place the engine may import them.
    """
    if not is_own(str(folder)) or not folder.is_dir():
        return []
    files = [file for suffix in all_suffixes() for file in folder.glob(f"*{suffix}")]
    packages = [file.parent for file in folder.glob("*/__init__.py")]
    shadowing = [file for file in (*files, *packages) if _is_installed(file.name.partition(".")[0])]
    return sorted(
        inside
        for file in shadowing
        for inside in ([file] if file.is_file() else file.rglob("*.py"))
    )


def _is_installed(name: str) -> bool:
    """Whether a module of this name comes with Python or stands among the installed packages."""
    return name in sys.stdlib_module_names or any(
        os.path.exists(f"{folder}{name}{ending}") for folder in INSTALLED for ending in ("", ".py")
    )


def _digest_of(files: Iterable[Path]) -> str:
    """Of the names and contents of files, those that there are."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(
            os.fsencode(f"\0{file.name}\0") + (file.read_bytes() if file.is_file() else b"")
        )
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    """What stands in a file; of a module in an archive, what stands in that."""
    return next((place.read_bytes() for place in (path, *path.parents) if place.is_file()), b"")

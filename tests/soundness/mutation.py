"""Changes the engine in one place at a time, in memory or in a copy, and runs the tests that must notice; `make mutation` calls it."""

from __future__ import annotations

import argparse
import ast
import difflib
import gc
import hashlib
import importlib
import importlib.abc
import importlib.util
import json
import os
import resource
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.metadata import version
from pathlib import Path
from types import CodeType
from typing import Any, NoReturn, TextIO

from tests.soundness import on_disk
from tests.soundness.covering import Covering
from tests.soundness.covering import measured as covering_tests

ROOT = Path(__file__).parents[2]
EXPLAINED = Path(__file__).with_name("survivors.toml")
JUDGE = tuple(f"verify/probatum/judge/{name}.py" for name in ("verdict", "telling/summing_up", "evidence"))
CONTROLS = tuple(f"verify/probatum/judge/{name}.py" for name in ("controls/deriving", "controls/strengthening"))
CERTIFICATES = tuple(
    f"verify/probatum/certificates/{name}.py"
    for name in ("breach", "certificate", "incongruence", "matrix", "polynomial", "reading", "recheck")
)
FORGED = tuple(f"tests/general/test_{name}.py" for name in ("certificates", "breaches", "incongruences", "forged_ledgers"))
WHOLE: dict[str, tuple[str, ...]] = {  # of these every mutant is tried, on tests of their own
    **dict.fromkeys(JUDGE, ("tests/judge/test_verdict.py", "tests/judge/test_verdict_edges.py", "tests/judge/test_evidence.py")),
    **dict.fromkeys(CONTROLS, ("tests/judge/test_controls.py", "tests/judge/test_controls_edges.py")),
    **dict.fromkeys(CERTIFICATES, FORGED),
}
ROOMS = tuple(f"verify/probatum/{name}" for name in ("calculus", "certificates", "decide", "engines", "judge", "lowering"))
BESIDE = tuple(
    f"verify/probatum/proposition/{name}.py"
    for name in (
        "canonical",
        "hollow",
        "parts",
        "sense/bodies",
        "sense/definedness",
        "sense/obligations",
        "subjects/complex_numbers",
        "subjects/few_terms",
        "subjects/rounded",
        "tautology",
    )
)
NOTHING_TO_DECIDE = ("__init__", "seeds")
PLUGINS = ("-p", "probatum.plugin", "-p", "probatum_reports.plugin", "-p", "hypothesis.extra.pytestplugin")  # and no other
OPTIONS = (*PLUGINS, "-x", "-q", "-p", "no:cacheprovider", "--assert=plain")
PRELOADED = ("pytest", "hypothesis", "sympy", "z3", "numpy", "flint", "scipy.special", "jinja2", "pygments", "pebble")
SECONDS = 600  # of processor time, three times what all tests take; a mutant that needs more loops
BYTES = 6 * 2**30
FAILING = "The tests fail on the code as it is: nothing can be learnt from mutants."
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module; an explanation names the lines, which a change elsewhere in the module leaves as they are."""

    module: str
    definition: str
    was: str
    becomes: str
    operator: str
    code: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.module}: {self.definition}: {self.was!r} -> {self.becomes!r} ({self.operator})"

    @property
    def name(self) -> str:
        """The name by which the module is imported."""
        return self.module.removeprefix("verify/").removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    @property
    def key(self) -> str:
        """Differs where this module or another one of the engine differs."""
        return hashlib.sha256(f"{_engine()} {self.module} {self.code}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _engine() -> str:
    sources = sorted((ROOT / "verify").rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


class _Only:
    """Runs the tests that run the changed line, the quickest first."""

    def __init__(self, names: Sequence[str]) -> None:
        self.place = {name: number for number, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.place), key=lambda item: self.place[item.nodeid])


class _Changed(SourceFileLoader):
    """Loads the mutant in place of the file; nothing is written."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.source = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.source, self.path, "exec")


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the mutant where the module's name is asked for."""

    def __init__(self, mutant: Mutant) -> None:
        self.path = str(ROOT / mutant.module)
        self.name = mutant.name
        self.source = mutant.code

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        folders = [str(Path(self.path).parent)] if self.path.endswith("__init__.py") else None
        loader = _Changed(fullname, self.path, self.source)
        return importlib.util.spec_from_file_location(fullname, self.path, loader=loader, submodule_search_locations=folders)


def modules() -> list[str]:
    """The modules that are mutated."""
    found = sorted(path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return [
        *WHOLE,
        *(path for path in found if path not in WHOLE and Path(path).stem not in NOTHING_TO_DECIDE),
        *BESIDE,
        *on_disk.modules(),
    ]


def work_items(module: str) -> list[Any]:
    """The places that cosmic-ray can change in a module, in its own order."""
    from cosmic_ray.commands import init
    from cosmic_ray.work_db import WorkDB, use_db

    with tempfile.TemporaryDirectory() as folder, use_db(str(Path(folder) / "session.sqlite"), WorkDB.Mode.create) as database:
        init([ROOT / module], database, {})
        found = [item.mutations[0] for item in database.work_items]
    return sorted(found, key=lambda item: (item.start_pos, item.operator_name, item.occurrence))


def mutants(module: str, items: Iterable[Any]) -> Iterator[Mutant]:
    """The changes at these places, without those that only change annotations (which nothing evaluates) and without doubles."""
    import cosmic_ray.plugins
    from cosmic_ray.mutating import mutate_code

    source = (ROOT / module).read_text(encoding="utf-8")
    seen = {meaning(source)}
    for item in items:
        try:
            code = mutate_code(source, cosmic_ray.plugins.get_operator(item.operator_name)(), item.occurrence)
        except AttributeError:  # cosmic-ray replaces no exception whose name has a dot
            continue
        what = meaning(code) if code else next(iter(seen))
        if what not in seen:
            seen.add(what)
            was, becomes = difference(source, code)
            yield Mutant(
                module, item.definition_name or "", was, becomes, item.operator_name.removeprefix("core/"), code, item.start_pos[0]
            )


def meaning(source: str) -> str:
    """The syntax tree in words, annotations left out; what does not parse is itself."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.arg)):
            setattr(node, "returns" if isinstance(node, ast.FunctionDef) else "annotation", None)
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return ast.dump(tree)


def difference(before: str, after: str) -> tuple[str, str]:
    """The lines that a change takes away, and those that it puts in their place."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    was, becomes = ([line[2:].strip() for line in lines if line.startswith(sign)] for sign in ("- ", "+ "))
    return " ".join(was), " ".join(becomes)


def _test(mutant: Mutant | None, tests: Sequence[str], quiet: bool = True) -> NoReturn:
    """In a process of its own: run the tests on the mutant."""
    import pytest

    if quiet:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
    if mutant and mutant.module in on_disk.modules():
        os._exit(on_disk.tested(mutant.module, mutant.code, tests))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    status: int = 3
    try:
        if mutant:
            sys.meta_path.insert(0, _Finder(mutant))
            importlib.import_module(mutant.name)  # before pytest puts its own finder first
        status = int(pytest.main([*OPTIONS, *_files(tests)], plugins=[_Only(tests)] if _are_named(tests) else []))
    except BaseException as error:
        print(f"ended with {type(error).__name__}: {error}")
    finally:
        sys.stdout.flush()
        os._exit(status)


def _are_named(tests: Sequence[str]) -> bool:
    """Whether single tests are meant, and not all of their files."""
    return any("::" in test for test in tests)


def _files(tests: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(test.partition("::")[0] for test in tests))


def survivors(work: Sequence[tuple[Mutant, tuple[str, ...]]], jobs: int, killed: Path) -> list[Mutant]:
    """The mutants on which all tests pass; each is tried in a fork that has the heavy packages, but nothing of the engine, loaded.

    What the file says was killed is not tried again; what is killed now is added to it.
    """
    running: dict[int, Mutant] = {}
    alive: list[Mutant] = []
    known = set(killed.read_text(encoding="utf-8").split()) if killed.exists() else set()

    def reap(record: TextIO) -> None:
        pid, status = os.wait()
        mutant = running.pop(pid)
        if status == 0:
            alive.append(mutant)
            print(f"survived: {mutant}", file=sys.stderr, flush=True)
        else:
            print(mutant.key, file=record, flush=True)

    with killed.open("a", encoding="utf-8") as record:
        for number, (mutant, tests) in enumerate(work, 1):
            if mutant.key in known:
                continue
            if len(running) >= jobs:
                reap(record)
            pid = os.fork()
            if not pid:
                _test(mutant, tests)
            running[pid] = mutant
            if number % 25 == 0:
                print(f"{number} of {len(work)} mutants, {len(alive)} survived", file=sys.stderr, flush=True)
        while running:
            reap(record)
    return alive


def check_unchanged(tests: Sequence[str]) -> None:
    """Without a change, the tests must pass: else everything would count as killed."""
    pid = os.fork()
    if not pid:
        _test(None, tests, quiet=False)
    if os.wait()[1]:
        sys.exit(FAILING)


def explanations(path: Path = EXPLAINED) -> list[dict[str, str]]:
    """What is known of survivors; an explanation without a reason is an error."""
    entries: list[dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8")).get("survivor", [])
    if not all(entry.get("why") for entry in entries):
        raise ValueError(f"{path.name}: got a survivor without a reason, wanted one sentence")
    return entries


def explained(mutant: Mutant, entry: dict[str, str]) -> bool:
    """Whether an entry is about this mutant: each field that it has is that of the mutant."""
    return all(str(getattr(mutant, name)) == wanted for name, wanted in entry.items() if name != "why")


def reason(mutant: Mutant, entries: Iterable[dict[str, str]]) -> str:
    """Why the mutant may live; empty where nobody has said."""
    return next((entry["why"] for entry in entries if explained(mutant, entry)), "")


def complaints(tried: Iterable[Mutant], alive: Sequence[Mutant], entries: Sequence[dict[str, str]]) -> list[str]:
    """Survivors that nobody explained, and explanations of single changes that are noticed; of a whole kind, some may be."""
    tried = list(tried)
    found = [f"survived, and not explained in {EXPLAINED.name}: {mutant}" for mutant in alive if not reason(mutant, entries)]
    for entry in (entry for entry in entries if "becomes" in entry):
        if any(explained(mutant, entry) for mutant in tried) and not any(explained(mutant, entry) for mutant in alive):
            found.append(f"explained in {EXPLAINED.name}, but killed: {entry}")
    return found


def chosen(samples: tuple[int, int], seed: int, only: Sequence[str]) -> tuple[list[Mutant], dict[str, int]]:
    """All mutants of verdict, controls and certificates and seeded samples of the others, with how many places each module has.

    samples: how many of the deciders', and of those that are tried on disk.
    """
    work: list[Mutant] = []
    places: dict[str, int] = {}
    in_memory: list[tuple[str, str, Any]] = []
    apart: list[tuple[str, str, Any]] = []
    for module in modules():
        if only and module not in only and Path(module).name not in only:
            continue
        items = work_items(module)
        places[module] = len(items)
        if module in WHOLE:
            work += mutants(module, items)
        else:
            (apart if module in on_disk.modules() else in_memory).extend(lots(module, items, seed))
    work += [*drawn(in_memory, samples[0]), *drawn(apart, samples[1])]
    return work, places


def drawn(places: Iterable[tuple[str, str, Any]], sample: int) -> list[Mutant]:
    """The first so many mutants, in the order of their lots."""
    found: list[Mutant] = []
    for _, module, item in sorted(places, key=lambda lot: lot[0]):
        if len(found) >= sample:
            break
        found += mutants(module, [item])
    return found


def lots(module: str, items: Iterable[Any], seed: int) -> Iterator[tuple[str, str, Any]]:
    """The place of each change in the draw, by its own line: a change elsewhere in the engine leaves the rest of the sample as it is."""
    lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
    met: Counter[str] = Counter()
    for item in items:
        line = lines[item.start_pos[0] - 1].strip()
        name = f"{seed} {module} {item.definition_name} {item.operator_name} {item.start_pos[1]} {line}"
        met[name] += 1
        yield hashlib.sha256(f"{name} {met[name]}".encode()).hexdigest(), module, item


def record(work: Sequence[tuple[Mutant, Any]], alive: Sequence[Mutant], places: dict[str, int], seed: int) -> dict[str, Any]:
    """The figures, by module, and the survivors with their reasons."""
    entries = explanations()
    rows = []
    for module, count in places.items():
        tried = [mutant for mutant, _ in work if mutant.module == module]
        left = [mutant for mutant in alive if mutant.module == module]
        known = sum(bool(reason(mutant, entries)) for mutant in left)
        complete = module in WHOLE
        row = {"complete": complete, "places": count, "tried": len(tried), "killed": len(tried) - len(left), "explained": known}
        rows.append({"module": module} | row)
    listed = [{"mutant": str(mutant), "why": reason(mutant, entries)} for mutant in alive]
    return {"format": FORMAT, "tool": f"cosmic-ray {version('cosmic-ray')}", "seed": seed, "modules": rows, "survivors": listed}


def noticing(mutants: Sequence[Mutant], folder: Path, jobs: int) -> list[tuple[str, ...]]:
    """The tests that must notice each of the mutants; without a change they must pass."""
    apart = on_disk.modules()
    by_file = {**apart, **WHOLE}
    covering: Covering | None = Covering({}, {})
    if any(mutant.module not in by_file for mutant in mutants):
        covering = covering_tests(folder / f"covering-{_engine()[:12]}", OPTIONS, jobs)
    if covering is None:
        sys.exit(FAILING)
    for tests in dict.fromkeys(WHOLE[mutant.module] for mutant in mutants if mutant.module in WHOLE):
        check_unchanged(tests)
    on_copies = dict.fromkeys(test for mutant in mutants if mutant.module in apart for test in apart[mutant.module])
    if on_copies and on_disk.tested(None, "", tuple(on_copies)):
        sys.exit(FAILING)
    return [by_file[mutant.module] if mutant.module in by_file else covering.of(mutant.module, mutant.line) for mutant in mutants]


def main() -> int:
    """Try the mutants; exit with 1 where one survives that nobody explained, or an explanation is out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sample", type=int, default=150, help="mutants of the deciders; those of verdict, controls and certificates are all tried"
    )
    parser.add_argument("--sample-on-disk", type=int, default=100, help="mutants of what runs in several processes")
    parser.add_argument("--skip", type=int, default=0, help="begin with a later one of them all, to try a part")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--output", type=Path, required=True, help="where the figures go, as JSON; a stopped run leaves a file beside it to go on from"
    )
    parser.add_argument("modules", nargs="*", help="only these files")
    options = parser.parse_args()
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "verify"), str(ROOT / "reports"), str(ROOT)]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    mutants, places = chosen((options.sample, options.sample_on_disk), options.seed, options.modules)
    mutants = mutants[options.skip :]
    for name in PRELOADED:
        importlib.import_module(name)
    gc.freeze()  # what all forks share is never collected
    work = [(mutant, tests) for mutant, tests in zip(mutants, noticing(mutants, options.output.parent, options.jobs), strict=True)]
    options.output.parent.mkdir(parents=True, exist_ok=True)
    killed = options.output.with_suffix(".killed")
    alive = survivors(work, options.jobs, killed)
    found = complaints([mutant for mutant, _ in work], alive, explanations())
    options.output.write_text(json.dumps(record(work, alive, places, options.seed), indent=1) + "\n", encoding="utf-8")
    if not found:
        killed.unlink()  # else the next run tries only what survived this one
    print("\n".join(found) or f"{len(work)} mutants: {len(work) - len(alive)} killed, {len(alive)} explained")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Tests of the architecture: who imports whom, what is public, and how every module begins."""

from __future__ import annotations

import ast
import itertools
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import probatum
from probatum.authoring import removed_forms
from tests.each import each

ROOT = Path(__file__).parents[1]
ENGINE, REPORTS, CLAIMS, TESTS = ROOT / "verify" / "probatum", ROOT / "reports" / "probatum_reports", ROOT / "claims", ROOT / "tests"
LONGEST = 400  # lines of a module
OURS = ("probatum", "probatum_reports", "claims", "tests")
# Bottom-up: what stands earlier does not reach what stands later, by whatever way.
ROOMS = {
    ENGINE: (
        "certificates",
        "proposition",
        "calculus",
        "lowering",
        "engines",
        "decide",
        "authoring",
        "judge",
        "records",
        "session",
        "corpus",
    ),
    REPORTS: ("words", "drawing", "source", "content", "formats"),
}
# Parts of a room with a single job each; bottom-up as well.
WITHIN = {
    ENGINE: {
        "authoring": ("as_written",),
        "decide": ("shared", "sense", "by_closed_form", "numbers", "in_general"),
        "calculus": ("forms", "asymptotics", "signs", "limits", "integration", "summation"),
        "engines": ("polynomials", "solvers", "multipliers", "trying"),
        "lowering": (
            "classes",
            "vectors",
            "whole_numbers",
            "sums",
            "steps",
            "analysis",
            "rewriting",
            "matrices",
            "chance",
            "random_vectors",
            "copies",
            "laws",
        ),
        "judge": ("substance", "controls", "telling"),
        "proposition": ("numbers", "sympy_patches", "spelling", "subjects", "slopes", "reading", "sense", "phrases"),
        "session": ("tracking",),
    }
}
ORDER = (
    "errors",
    "proposition.numbers.exact",
    "proposition.kinds",
    "proposition.sense.definedness",
    "decide.deciding",
    "judge.controls.deriving",
    "judge.evidence",
    "judge.verdict",
    "judge.telling.record",
    "judge.gathering",
    "judge.finding",
    "session.runner",
)


def modules(folder: Path) -> list[Path]:
    """All Python files below a folder."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path, *, lazy: bool = True) -> tuple[str, ...]:
    """The full names of the modules that a file imports; without `lazy`, those outside of functions only."""
    nodes = ast.walk(parsed(path)) if lazy else _outside_of_functions(parsed(path))
    return tuple(_imported(nodes, path))


def _imported(nodes: Iterable[ast.AST], path: Path) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, path)
            yield base
            yield from (f"{base}.{name.name}" for name in node.names)


def _outside_of_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield child
            yield from _outside_of_functions(child)


def _base(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).with_suffix("").parts[: -node.level]
    return ".".join((*package, *filter(None, [node.module])))


def ours(path: Path) -> set[str]:
    """The packages of this repository that a file imports."""
    return {name.partition(".")[0] for name in imported(path)} & set(OURS)


def test_claims_import_the_engine_only() -> None:
    for path in each(modules(CLAIMS)):
        assert ours(path) <= {"probatum", "claims"}, path


def test_the_engine_imports_neither_claims_nor_reports() -> None:
    for path in each(modules(ENGINE)):
        assert ours(path) <= {"probatum"}, path


GROUND = (
    "claim_notes",
    "decision",
    "engine_catalogue",
    "errors",
    "ledger_entries",
    "ledger_figures",
    "printing",
    "settings",
    "spelling",
    "vocabulary",
)
READ_BY_REPORTS = ("probatum.records.ledger", "probatum.records.corpus_index", *(f"probatum.{name}" for name in GROUND))


def test_reports_read_ledgers_and_nothing_else_of_the_engine() -> None:
    for path in each(modules(REPORTS)):
        assert ours(path) <= {"probatum", "probatum_reports"}, path
        engine = {name for name in imported(path) if name.startswith("probatum.")}
        assert [name for name in engine if not name.startswith(READ_BY_REPORTS)] == [], path


def test_certificates_stand_on_the_standard_library_alone() -> None:
    for path in each(modules(ENGINE / "certificates")):
        roots = {name.partition(".")[0] for name in imported(path)}
        assert roots <= {*sys.stdlib_module_names, "probatum"}, path
        engine = {name for name in imported(path) if name.startswith("probatum")}
        assert [name for name in engine if not name.startswith("probatum.certificates")] == [], path


def test_claims_use_public_names_of_the_engine() -> None:
    for path in each(modules(CLAIMS)):
        inside = {name for name in imported(path) if name.startswith("probatum.")}
        assert inside <= {f"probatum.{name}" for name in probatum.__all__}, path


def name_of(path: Path) -> str:
    """The name of an engine module, without the package's own."""
    return ".".join(path.relative_to(ENGINE).with_suffix("").parts).removesuffix(".__init__")


def graph(*, lazy: bool) -> dict[str, set[str]]:
    """Each engine module with those that it imports."""
    known = {name_of(path): path for path in modules(ENGINE)}
    return {
        name: {
            found for found in (entry.removeprefix("probatum.") for entry in imported(path, lazy=lazy)) if found in known and found != name
        }
        for name, path in known.items()
    }


def circle(links: dict[str, set[str]]) -> str:
    """A circle of imports, or nothing."""
    try:
        tuple(TopologicalSorter(links).static_order())
    except CycleError as error:
        return " -> ".join(error.args[1])
    return ""


def test_importing_the_engine_goes_in_no_circles() -> None:
    assert circle(graph(lazy=False)) == ""


def test_imports_inside_functions_go_in_no_circles_either() -> None:
    assert circle(graph(lazy=True)) == ""


def test_a_circle_would_be_seen() -> None:
    assert circle(graph(lazy=False) | {"errors": {"judge.finding"}}) != ""


def reached(name: str, links: dict[str, set[str]]) -> set[str]:
    """All modules that importing one brings in, now or later."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = links[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_the_engine_is_built_bottom_up() -> None:
    links = graph(lazy=True)
    for number, name in each(enumerate(ORDER)):
        assert not reached(name, links) & set(ORDER[number + 1 :]), name
    assert set(ORDER[:-1]) <= reached("judge.finding", links) | {"judge.finding"}


@pytest.mark.parametrize(
    ("package", "room"),
    [(package, room) for package, rooms in ROOMS.items() for room in rooms],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_room_knows_only_those_below(package: Path, room: str) -> None:
    above = {f"{package.name}.{other}" for other in ROOMS[package][ROOMS[package].index(room) + 1 :]}
    for path in each(modules(package / room)):
        assert not {".".join(name.split(".")[:2]) for name in imported(path)} & above, path


@pytest.mark.parametrize(("room", "part"), [(room, part) for room, parts in WITHIN[ENGINE].items() for part in parts])
def test_a_part_of_a_room_knows_only_those_below(room: str, part: str) -> None:
    parts = WITHIN[ENGINE][room]
    above = {f"probatum.{room}.{other}" for other in parts[parts.index(part) + 1 :]}
    for path in each(modules(ENGINE / room / part)):
        assert not {".".join(name.split(".")[:3]) for name in imported(path)} & above, path


# What several deciders of one room import of it, and why: all else that two of them need stands in a room below.
SHARED_FLOOR = {
    "decide.shared.attempt",  # how any decider is asked, and what it is handed for asking others
    "decide.shared.back_translation",  # by which theorems a statement is said otherwise
    "decide.shared.composed",  # proofs of parts, said of a whole
    "decide.shared.far_out",  # what is so of all large numbers, by orders of growth
    "decide.shared.prenex",  # the quantifiers of a statement
    "decide.shared.samples",  # points at which proposals are tried
    "decide.shared.supposed",  # which bounds on a witness are hypotheses
}
# Deciders that ask others know them as engines; no engine knows a decider.
ASKED = {
    "decide.shared.second_engine": {"smt"},  # what the proof that is asked for again needs
    "decide.deciding": {"smt"},  # which hypotheses a proof does not need
    "decide.portfolio": {"smt"},
    "decide.numbers.integer_induction": {"polynomial", "smt"},  # prove steps, which are known to be defined
    "decide.in_general.small_counterexamples": {"search"},  # values that SMT cannot find beside exponentials and logarithms
    "decide.in_general.inner_products": {"smt"},
    "decide.in_general.known_products": {"smt"},
    "decide.shared.back_translation": {"smt"},
    "decide.in_general.spectrum": {"smt"},
    "decide.registry": {"polynomial", "smt"},  # asked first about what is written otherwise
    "decide.numbers.witnesses": {"search"},  # samples break most of what is proposed
}
# Definitions that any reading of a statement starts from.
GROUND_OF_LOWERING = {"lowering.rewriting.components", "lowering.whole_numbers.rounding", "lowering.out_of_scope", "lowering.theorem"}
# Engines that count as independent witnesses, by the module that reads statements for each.
WITNESSES = ("decide.numbers.symbolic", "engines.polynomials.polynomial", "engines.solvers.smt", "decide.numbers.interval")


def deciders(room: str) -> set[str]:
    """The modules of a room that offer what a decider offers."""
    offering = {
        name_of(path): {node.name for node in parsed(path).body if isinstance(node, ast.FunctionDef)} for path in modules(ENGINE / room)
    }
    return {name for name, functions in offering.items() if name != "decide.deciding" and {"takes", "decide"} <= functions}


def importers(links: dict[str, set[str]], room: str) -> dict[str, set[str]]:
    """Each module of a room that others of it import, with these."""
    inside = {name: {found for found in links[name] if found.startswith(room)} for name in links if name.startswith(room)}
    return {wanted: {name for name, found in inside.items() if wanted in found} for wanted in inside}


def test_no_decider_imports_a_decider() -> None:
    links = graph(lazy=True)
    for name in each(deciders("decide") | {"decide.in_general.general"}):
        assert not links[name] & (deciders("decide") | {"decide.deciding", "decide.registry", "decide.sense.well_posed"}), name
    for name in each(deciders("engines")):
        assert not links[name] & deciders("engines"), name


def test_engines_that_are_asked_are_listed() -> None:
    links = graph(lazy=True)
    engines = deciders("engines")
    assert {engine.rpartition(".")[2] for engine in engines} == {"polynomial", "search", "smt", "smt_cvc5"}
    found = {name: {engine.rpartition(".")[2] for engine in links[name] & engines} for name in links if name.startswith("decide.")}
    assert {name: asked for name, asked in found.items() if asked} == ASKED


def test_what_deciders_share_is_listed() -> None:
    users = importers(graph(lazy=True), "decide.")
    whole = {name: {user.replace("well_posed_in_general", "general") for user in found} for name, found in users.items()}
    parts = {name: found & (deciders("decide") | {"decide.in_general.general"}) for name, found in whole.items()}
    assert {name for name, found in parts.items() if len(found) > 1} == SHARED_FLOOR


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(WITNESSES, 2)))
def test_independent_witnesses_read_statements_each_by_itself(one: str, other: str) -> None:
    links = graph(lazy=True)
    common = (reached(one, links) | {one}) & (reached(other, links) | {other})
    assert {name for name in common if name.startswith(("engines", "decide."))} == {"engines.decider"}  # what any of them offers
    assert {name for name in common if name.startswith("lowering.")} <= GROUND_OF_LOWERING


# A finding in three steps: gather what is decided, judge it, record both. Only the first asks anything.
GATHERED = {
    "judge.substance.any_sides",
    "judge.by_reasons",
    "judge.substance.by_sign",
    "judge.substance.denial",
    "judge.substance.in_other_terms",
    "judge.reasons",
    "judge.substance.respelled",
    "judge.controls.trials",
    "judge.versions",
    "judge.substance.whatever_terms",
}
PURE = ("judge.evidence", "judge.verdict", "judge.telling.record")


def test_only_gathering_asks_deciders() -> None:
    links = graph(lazy=True)
    asking = {name for name, found in links.items() if name.startswith("judge.") and "decide.deciding" in found}
    assert asking == GATHERED
    for name in each(PURE):
        reach = {found for found in reached(name, links) if found.startswith(("decide.", "engines."))}
        assert not reach, name
        assert not reached(name, links) & (GATHERED | {"judge.gathering", "judge.case"}), name


@pytest.mark.parametrize("package", ROOMS, ids=lambda package: package.name)
def test_every_folder_is_a_room(package: Path) -> None:
    inside = [path.relative_to(package).parts[:-1] for path in modules(package)]
    assert {folders[0] for folders in inside if folders} == {*ROOMS[package]}
    parts = {(room, part) for room, found in WITHIN.get(package, {}).items() for part in found}
    assert {folders for folders in inside if len(folders) > 1} == parts


@pytest.mark.parametrize("package", ROOMS, ids=lambda package: package.name)
def test_contributing_lists_the_rooms_from_the_lowest_up(package: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split(f"| `{package.relative_to(ROOT).as_posix()}/` | holds |")[1].split("\n\n")[0]
    assert tuple(re.findall(r"^\| `(\w+)/` \|", table, flags=re.MULTILINE)) == ROOMS[package]


@pytest.mark.parametrize("name", probatum.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert (getattr(probatum, name).__doc__ or "").strip()


def test_the_help_fits_on_two_screens_and_names_all_that_is_public() -> None:
    code = "import probatum, pydoc; print(pydoc.plain(pydoc.render_doc(probatum)))"  # in a process of its own, as one asks it
    page = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert len(page.splitlines()) <= 100
    former = {*removed_forms.__all__}  # each says what took its place
    assert former < set(probatum.__all__) <= former | set(re.findall(r"\w+", page))


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match=r"^module 'probatum' has no attribute 'Proposition'$"):
        _ = probatum.Proposition


def test_names_in_the_readmes_example_are_public() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?:^    .*\n|^\n)+", text, flags=re.MULTILINE)
    (example,) = [block for block in blocks if "Passage(" in block]
    tree = ast.parse("\n".join(line[4:] for line in example.splitlines()))
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    own |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    own |= {argument.arg for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for argument in node.args.args}
    assert named - own <= set(probatum.__all__)
    assert named & set(probatum.__all__) >= {"Passage", "assuming", "exactly_if", "reals", "ForAll", "And", "Lt", "Eq"}


def test_the_readmes_example_needs_the_engine_alone() -> None:
    assert "Abs" in probatum.__all__


ALL = [path for folder in (ENGINE, REPORTS, CLAIMS, TESTS) for path in modules(folder)]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_begins_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(parsed(path))
    assert docstring, "the first line says what the file is for"
    first = docstring.split("\n\n")[0].replace("\n", " ")
    assert first.endswith((".", "?"))
    assert not re.search(r"[.!?] [A-Z]", first), f"one sentence: {first}"


@pytest.mark.parametrize("path", [path for path in ALL if path != Path(__file__)], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_reads_what_is_not_in_the_repository(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\.\./shared|shared/source", text)


def test_no_module_grows_beyond_what_can_be_read() -> None:
    for path in each((*modules(ENGINE), *modules(REPORTS))):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST, path


def test_what_decides_a_claim_keeps_nothing_for_the_next() -> None:
    keeping = {
        path.relative_to(ENGINE).with_suffix("").as_posix()
        for room in ("calculus", "decide", "engines", "lowering")
        for path in modules(ENGINE / room)
        if re.search(r"\b(lru_cache|cache|cached_property)\b", path.read_text(encoding="utf-8"))
    }
    assert keeping == {"decide/numbers/experiments"}, (
        "it keeps what experiments gave, by their names and seeds; others take `cached_for_claim`"
    )


# What always travels together is one thing. These say as many things as the field has for them, by keyword.
FIELDS_OWN = {
    "verify/probatum/proposition/subjects/functions.py: functions",  # the properties of a class of functions
    "verify/probatum/proposition/subjects/functions.py: operators",
    "verify/probatum/proposition/phrases/nearness.py: smallest",  # value, variable, place, hypotheses, and whether only there
    "verify/probatum/proposition/phrases/nearness.py: largest",
    "verify/probatum/proposition/subjects/random.py: random",  # what a distribution is known by
}


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """The names of a function's parameters."""
    own = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    return [argument.arg for argument in own if argument.arg not in ("self", "cls")]


def laden(path: Path) -> Iterator[str]:
    """The functions of a module that take more than four things."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and len(parameters(node)) > 4:
            yield f"{path.relative_to(ROOT).as_posix()}: {node.name}"


def test_functions_take_four_things_at_most() -> None:
    assert {name for path in each((*modules(ENGINE), *modules(REPORTS))) for name in laden(path)} == FIELDS_OWN


# What is outside may be anything: JSON and TOML, what pytest and libraries hand over, and the line that makes it narrow.
ROOM_FOR_ANY = 0.03
ROOM_FOR_NAMES_OF_ANY = 0.08  # what authors pass, what was read from a file


def types_in(tree: ast.AST) -> Iterator[ast.expr]:
    """What stands as a type in a module."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns is not None:
            yield node.returns


def standing_for_any(trees: list[ast.Module]) -> set[str]:
    """Any, and the names that modules have for it, or for what is made of it."""
    told = "\n".join(ast.unparse(tree) for tree in trees)
    types = re.findall(r"^(\w+)(?:: TypeAlias)? = ['\"]?((?:(?:Callable|Mapping|dict|tuple)\[.*)|\w+)", told, flags=re.MULTILINE)
    found = {"Any"}
    while more := {name for name, value in types if found & set(re.findall(r"\w+", value))} - found:
        found |= more
    return found


def test_few_types_are_any() -> None:
    trees = [parsed(path) for path in each(modules(ENGINE))]
    told = [set(re.findall(r"\w+", ast.unparse(annotation))) for tree in trees for annotation in types_in(tree)]
    assert sum("Any" in words for words in told) < ROOM_FOR_ANY * len(told)
    names = standing_for_any(trees)
    assert {"Any", "Authored", "Json", "Function"} <= names
    assert sum(bool(words & names) for words in told) < ROOM_FOR_NAMES_OF_ANY * len(told)

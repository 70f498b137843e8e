"""In a process of its own: what a document holds before any claim of it is decided.

Importing an author's modules may crash, hang or leave; all that a run must know of them comes back
as plain data. The engine is brought in where it is used: the process that asks needs none of it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import FunctionType, ModuleType
from typing import cast

from probatum import ledger_entries
from probatum.authoring.census import claim_files
from probatum.authoring.doubles import doubled, reached_twice
from probatum.authoring.outline import Document
from probatum.authoring.placeable import MARK, UNCHECKABLE
from probatum.authoring.placement import Placement
from probatum.errors import ClaimCrashedError, OutlineError, in_words
from probatum.records.ledger import document_record, encodable
from probatum.records.project_files import root_of
from probatum.session.in_worker import check_prepared, enter, parts
from probatum.session.tasks import Returned, Task
from probatum.session.tracking.used import Used
from probatum.session.tracking.watching import watched

CONFTEST = "conftest.py"  # of pytest, which takes no part in this


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A claim: how it is decided, why its passage is suspect, and its finding where none comes.

    defective: it is malformed, and that finding is its own.
    """

    task: Task
    name: str
    doubt: str
    failed: ledger_entries.Finding
    defective: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """A document, its claims, what is wrong beside them, and what its modules used."""

    document: ledger_entries.Document
    claims: tuple[Surveyed, ...]
    problems: tuple[str, ...]
    used: Used | None = None


def survey(task: Task) -> Returned[Survey]:
    """Import the modules in the task's folder and place their claims; raises OutlineError where
    there is no outline, and ClaimCrashedError where a module cannot be imported.
    """
    from probatum.judge import announcing

    check_prepared()
    announcing.watchers[:] = [part.write for part in parts]
    announcing.decide_next("its modules")
    enter(task)
    folder = Path(task.folder)
    placement = Placement(folder, (folder,), adopts=lambda _: False)
    document = placement.document(folder / CONFTEST)
    if isinstance(document, OutlineError):
        raise document
    with watched() as used:
        modules = [(path, _imported(path)) for path in claim_files((folder,)) if _is_read(path)]
    return Returned(replace(_surveyed(placement, modules, task), used=used), spoiled=True)


def _is_read(path: Path) -> bool:
    if path.name == CONFTEST:
        raise ClaimCrashedError(
            f"{path}: got a {CONFTEST}, wanted none: pytest, which reads it, takes no part in this"
        )
    return not path.name.startswith("__")


def _imported(path: Path) -> ModuleType:
    """A module as pytest imports it, from the first folder above it that is no package."""
    root = root_of(path)
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    name = ".".join(path.relative_to(root).with_suffix("").parts)
    try:
        module = importlib.import_module(name)
    except BaseException as problem:  # a module may raise whatever it likes, as pytest.skip does
        raise ClaimCrashedError(
            f"{path}: got {in_words(problem)} while it was imported, wanted a module of claims"
        ) from problem
    if Path(str(module.__file__)) != path:
        raise ClaimCrashedError(
            f"{path}: got {module.__file__} by the name {name!r}, wanted another name for it"
        )
    return module


def _surveyed(placement: Placement, modules: list[tuple[Path, ModuleType]], task: Task) -> Survey:
    named = [(path, claim) for path, module in modules for claim in _claims_of(module)]
    surveyed = [_claim(placement, path, claim, task) for path, claim in named]
    claims = {claim.name: claim for claim in reversed(surveyed)}  # of one id the first
    unchecked = [
        placement.not_checkable(entry)
        for _, module in modules
        for entry in getattr(module, UNCHECKABLE, ())
    ]
    records = [record for record, _ in unchecked]
    problems = [problem for _, problem in unchecked if problem]
    beside = Path(task.folder, CONFTEST)
    problems += placement.answer_problems(beside, {record["id"] for record in records})
    functions = [function for _, (_, function) in named]
    problems += _doubles(placement, [path for path, _ in modules], functions)
    problems += _lost(placement, functions)
    document = cast("Document", placement.document(beside))
    entry: ledger_entries.Document = encodable(document_record(document, records))
    return Survey(entry, tuple(reversed(claims.values())), tuple(problems))


def _claims_of(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The claims that a module itself defines, by their names in it and in their order."""
    for name, value in [*vars(module).items()]:
        is_claim = isinstance(value, FunctionType) and MARK in vars(value)
        if is_claim and value.__module__ == module.__name__:
            yield name, value


def _claim(placement: Placement, path: Path, named: tuple[str, FunctionType], of: Task) -> Surveyed:
    from probatum.authoring.declarations import declarations_of
    from probatum.judge.finding import failed, find

    name, function = named
    claim = placement.placed(declarations_of(function).claim)
    document, relative = placement.document_id(path), placement.relative(path)
    task = Task(
        module=function.__module__,
        file=str(path),
        function=name,
        id=str(claim.id),
        document=document,
        path=relative,
        folder=of.folder,
        import_path=tuple(sys.path),
        seconds=float(claim.seconds or of.seconds),
        megabytes=int(claim.megabytes or of.megabytes),
    )
    defective = claim.defect is not None
    stands_for = (
        find(claim, document, relative)
        if defective
        else failed(claim, ClaimCrashedError(""), document, relative)
    )
    doubt = placement.doubt(path, claim.at)
    return Surveyed(task, placement.ledger_id(claim), doubt, stands_for, defective)


def _doubles(
    placement: Placement, paths: list[Path], functions: list[FunctionType]
) -> Iterator[str]:
    """Claims that the ledger would take for others."""
    from probatum.authoring.declarations import declarations_of

    def shown(path: Path) -> str:
        within = path.is_relative_to(placement.root)
        return (path.relative_to(placement.root) if within else path).as_posix()

    several = [*reached_twice(paths, shown)]
    yield from several
    claims = [declarations_of(function).claim for function in functions]
    found = [words for _, words in doubled(claims, placement.ledger_id, shown)]
    yield from () if several else found


def _lost(placement: Placement, functions: list[FunctionType]) -> Iterator[str]:
    """Claims that an import made and no module defines, where nobody can read off the files that
    they are there: of others who asked sees by himself that they have no finding.
    """
    from probatum.authoring.declarations import MADE, REPLACED, declarations_of, replaced

    for claim in replaced(map(declarations_of, functions)):
        yield f"{placement.relative(claim.path)}:{claim.line}: claim {claim.id!r}: {REPLACED}"
    here = {_place(function) for function in functions}
    written = {(place.path, place.line) for place in placement.places}
    for claim in MADE:
        place = Path(claim.path).resolve(), claim.line
        if place not in here | written:
            yield (
                f"{placement.relative(claim.path)}:{claim.line}: claim {claim.id!r}: got a claim "
                "that no module of claims defines, wanted its finding"
            )


def _place(function: FunctionType) -> tuple[Path, int]:
    """Where a claim is defined."""
    from probatum.authoring.declarations import declarations_of

    claim = declarations_of(function)
    return Path(claim.path).resolve(), claim.line

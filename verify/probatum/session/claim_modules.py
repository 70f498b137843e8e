"""A module of claims as pytest collects it: imported, or, where nothing has changed,
as it was when it was imported last.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

from probatum.authoring.placeable import MARK, UNCHECKABLE, NotCheckable, Recalled
from probatum.engine_catalogue import MODULES
from probatum.records.project_files import root_of
from probatum.session.completeness import relative
from probatum.session.stash import FUNCTION

# Of a claim's function; who has others is not told again.
ATTRIBUTES = {MARK, "because", "corrected", "pytestmark"}
# What pytest asks of any module: one that has none of it is known to have none.
HOOKS = ("setup_", "teardown_", "setUpModule", "tearDownModule", "pytest")
ASKED = (*HOOKS, "_", "test", "Test")
Given = Callable[[Path], ModuleType | None]


class Module(pytest.Module):
    """A module of claims; `recall` gives it as it was, if nothing has changed."""

    recall: Given | None = None

    @cached_property
    def known(self) -> ModuleType | None:
        """The module as it was; None where it is to be imported."""
        known = None if self.recall is None else self.recall(self.path)
        if known is not None:
            vars(known)["_import"] = self.imported
        return known

    def _getobj(self) -> Any:
        if taken := in_place_of_an_engine(self.path):
            raise self.CollectError(
                f"{relative(taken, self.config.rootpath)}: got the name of a package by which "
                "claims are decided, and which it would be taken for, wanted another"
            )
        return self.imported() if self.known is None else self.known

    def imported(self) -> Any:
        """The module itself."""
        return super()._getobj()  # type: ignore[no-untyped-call]


def in_place_of_an_engine(path: Path) -> Path | None:
    """What stands beside a module, as pytest has it imported, and would be imported in the place
    of a package by which claims are decided; None where nothing does, but for one that stands
    there itself, in a checkout of it.
    """
    root = root_of(path)
    named = {
        root / place: name for name in MODULES for place in (f"{name}.py", f"{name}/__init__.py")
    }
    return next(
        (each for each, name in named.items() if each.is_file() and not _is(name, each)), None
    )


def _is(name: str, path: Path) -> bool:
    """Whether a module that is imported came from this file."""
    return getattr(sys.modules.get(name), "__file__", None) == str(path)


class Unchanged(ModuleType):
    """What stands in for a module: its claims; for anything else that is asked of it,
    the module itself is imported.
    """

    def __getattr__(self, name: str) -> Any:
        if name.startswith(ASKED):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return getattr(vars(self)["_import"](), name)


def described(
    collector: pytest.Module, items: Sequence[pytest.Item | pytest.Collector]
) -> dict[str, Any] | None:
    """What a module holds, as plain data; None where it holds more than claims and what these are
    made of, such as tests, fixtures, or claims with marks that say more than their names.
    """
    names: dict[str, Any] = vars(collector.obj)  # of any module
    functions = [item for item in items if isinstance(item, pytest.Function)]
    if len(functions) < len(items) or not all(FUNCTION in item.stash for item in functions):
        return None
    if any(_is_pytests(name, value) for name, value in names.items()):
        return None
    claims = [_claim(item.name, item.stash[FUNCTION]) for item in functions]
    entries = [asdict(entry) for entry in names.get(UNCHECKABLE, [])]
    if None in claims or any(entry["defect"] is not None for entry in entries):
        return None
    return {
        "name": collector.obj.__name__,
        "doc": collector.obj.__doc__,
        "marks": [mark.name for mark in marks_of(collector.obj)],
        "claims": claims,
        "not_checkable": entries,
    }


def _is_pytests(name: str, value: object) -> bool:
    """Whether a name is one that pytest asks a module for, or its value a fixture or the like."""
    if name == "pytestmark":
        return not all(map(_is_plain, _marks(value)))
    if value is pytest or isinstance(value, (pytest.MarkDecorator, pytest.MarkGenerator)):
        return False
    of = type(value).__module__.partition(".")[0]
    return of == "_pytest" or name.startswith(HOOKS)


def marks_of(holder: object) -> list[pytest.Mark]:
    """The marks that a function or a module bears."""
    return _marks(vars(holder).get("pytestmark", []))


def _marks(said: object) -> list[pytest.Mark]:
    """The marks that a `pytestmark` says, be it one or a list of them."""
    marks: list[Any] = said if isinstance(said, list) else [said]
    return [getattr(mark, "mark", mark) for mark in marks]


def _is_plain(mark: object) -> bool:
    """Whether a mark says no more than its name."""
    return isinstance(mark, pytest.Mark) and not (mark.args or mark.kwargs)


def _claim(name: str, function: FunctionType) -> dict[str, Any] | None:
    """A claim as plain data; None where something about it cannot be told so."""
    attributes, claim = vars(function), vars(function)[MARK].claim
    marks = marks_of(function)
    plain = all(map(_is_plain, marks)) and set(attributes) <= ATTRIBUTES
    if claim.defect is not None or not plain:
        return None
    fields = ("id", "at", "path", "line", "names", "seconds", "megabytes")
    return {field: getattr(claim, field) for field in fields} | {
        "attribute": name,
        "function": function.__name__,
        "doc": function.__doc__,
        "marks": [mark.name for mark in marks],
        "attributes": sorted(set(attributes) - {MARK, "pytestmark"}),
    }


def remade(path: Path, entry: dict[str, Any]) -> tuple[Unchanged, list[Recalled]]:
    """A module as it was described, and its claims; raises TypeError or KeyError for what is no
    description.
    """
    module = Unchanged(entry["name"], entry["doc"])
    names = vars(module)
    names["__file__"] = str(path)
    names[UNCHECKABLE] = [NotCheckable(**fields) for fields in entry["not_checkable"]]
    if entry["marks"]:
        names["pytestmark"] = _told(entry["marks"])
    functions = {told["attribute"]: _function(told, names) for told in entry["claims"]}
    names |= functions
    return module, [vars(function)[MARK] for function in functions.values()]


def _function(told: dict[str, Any], names: dict[str, Any]) -> FunctionType:
    """What stands in for a claim's function: it has its place, its words and its marks."""
    code: CodeType = _nothing.__code__.replace(
        co_filename=told["path"], co_firstlineno=told["line"], co_name=told["function"]
    )
    function = FunctionType(code, names, told["function"])
    function.__doc__ = told["doc"]
    attributes = vars(function)
    attributes |= dict.fromkeys(told["attributes"])
    if told["marks"]:
        attributes["pytestmark"] = _told(told["marks"])
    attributes[MARK] = Recalled(
        id=told["id"],
        at=told["at"],
        path=told["path"],
        line=told["line"],
        function=function,
        names=tuple(told["names"]),
        seconds=told["seconds"],
        megabytes=told["megabytes"],
    )
    return function


def _told(names: list[str]) -> list[pytest.Mark]:
    return [getattr(pytest.mark, name).mark for name in names]


def _nothing() -> None:
    """A claim that is known is not called."""

"""Tests that no module of a project stands in the place of a package by which claims are decided."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import probatum
from probatum.engine_catalogue import MODULES
from probatum.session.claim_modules import in_place_of_an_engine
from tests.each import each
from tests.project import TRUE, Project

DECIDING = ("calculus", "decide", "engines", "judge", "lowering", "proposition")
OURS = {"probatum", "math_core", "threadpoolctl"}  # the latter typeset formulas and count threads
WANTED = "got the name of a package by which claims are decided, and which it would be taken for, wanted another"


@pytest.mark.parametrize(
    "arguments", [(), ("--in-process",), ("--in-process", "claims/sums/opening.py")], ids=["workers", "here", "by name"]
)
def test_a_module_with_the_name_of_an_engine_is_refused(project: Project, arguments: tuple[str, ...]) -> None:
    project.claims(TRUE)
    project.write("claims/sums/z3.py", '"""A third axis."""\nfrom probatum import reals\n\nz3 = reals("z3")\n')
    result = project.run(*arguments)
    assert result.ret != pytest.ExitCode.OK
    result.stdout.fnmatch_lines([f"claims/sums/z3.py: {WANTED}"])
    assert not (project.root / "build/probatum/ledger.json").exists()


def test_so_is_a_package(project: Project) -> None:
    path = project.claims(TRUE)
    package = project.write("claims/sums/flint/__init__.py", '"""Stones."""\n')
    assert in_place_of_an_engine(path) == package


def test_in_a_package_and_in_a_checkout_of_its_own_the_name_is_free(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project.claims(TRUE)
    helper = project.write("claims/sums/z3.py", '"""A third axis."""\n')
    assert in_place_of_an_engine(path) == helper
    project.write("claims/sums/__init__.py", "")
    assert in_place_of_an_engine(path) is None
    checkout = project.write("claims/numpy/__init__.py", "")
    assert in_place_of_an_engine(path) == checkout
    monkeypatch.setattr(sys.modules["numpy"], "__file__", str(checkout))
    assert in_place_of_an_engine(path) is None


def test_all_that_claims_are_decided_by_has_its_name_here() -> None:
    files = [path for room in DECIDING for path in Path(probatum.__file__).parent.joinpath(room).rglob("*.py")]
    imported: set[str] = set()
    for path in each(files):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.partition(".")[0])
    assert imported - sys.stdlib_module_names - OURS == set(MODULES)

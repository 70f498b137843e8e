"""Tests of what findings depend on: each state is its own, and what is not known is never as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from probatum.records.dependencies import UNKNOWN, Reads, States, add, lasting, state
from probatum.records.imports import Following
from tests.each import each

CHANGES: dict[str, Callable[[Path], object]] = {
    "absent": lambda path: None,
    "empty": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"1"),
    "another": lambda path: path.write_bytes(b"2"),
    "a folder": lambda path: path.mkdir(),
    "a link to nowhere in a circle": lambda path: path.symlink_to(path),
    "a pipe": os.mkfifo,
}


def test_each_thing_that_stands_at_a_path_is_another_state(tmp_path: Path) -> None:
    found = {}
    for name, change in CHANGES.items():
        path = tmp_path / name
        change(path)
        found[name] = state(f"file {path}")
    assert len(set(found.values())) == len(CHANGES)
    assert found["absent"] == state(f"file {tmp_path / 'nowhere' / 'below'}")


def test_a_folder_is_its_names(tmp_path: Path) -> None:
    states = [state(f"folder {tmp_path}")]
    for name in ("a", "b", "a\tb"):
        (tmp_path / name).write_text("")
        states.append(state(f"folder {tmp_path}"))
    (tmp_path / "__pycache__").mkdir()
    assert len(set(states)) == 4
    assert state(f"folder {tmp_path}") == states[-1]


def test_rights_are_those_of_the_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "tool"
    path.write_text("")
    path.chmod(0o755)
    states = [state(f"rights {path}")]
    path.write_text("more")
    os.utime(path, (1, 1))
    assert state(f"rights {path}") == states[0]
    path.chmod(0o644)
    states += [state(f"rights {path}"), state(f"rights {tmp_path}"), state(f"rights {tmp_path / 'nowhere'}"), state("rights \0")]
    assert len(set(states)) == 5


def test_a_link_is_where_it_points_whatever_stands_there(tmp_path: Path) -> None:
    path, states = tmp_path / "link", []
    for target in ("nowhere", "one", "two"):
        (tmp_path / target).write_text("the same") if target != "nowhere" else None
        path.symlink_to(target)
        states.append(state(f"link {path}"))
        path.unlink()
    states += [state(f"link {path}"), state(f"link {tmp_path}"), state("link \0")]
    assert len(set(states)) == 6
    assert states[1] == "to one"


def test_a_variable_is_its_value_and_does_not_tell_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NUMBER", raising=False)
    absent = state("variable NUMBER")
    monkeypatch.setenv("NUMBER", "secret")
    assert state("variable NUMBER") not in (absent, "secret")


@pytest.mark.parametrize("dependency", ["unseen socket.connect", "nothing", "", "file \0", "folder \0", "variable \ud83d"])
def test_what_cannot_be_looked_at_is_not_as_it_was_read(dependency: str) -> None:
    assert not States().are({dependency: "0" * 64})
    assert not States().are({dependency: UNKNOWN})


def test_what_was_in_two_states_is_in_none_that_can_come_again(tmp_path: Path) -> None:
    path = tmp_path / "number"
    path.write_text("2")
    dependency = f"file {path}"
    reads: Reads = {}
    add(reads, {dependency: state(dependency)})
    assert States().are(reads)
    assert lasting(reads)
    path.write_text("3")
    add(reads, {dependency: state(dependency)})
    assert not States().are(reads)
    assert not lasting(reads)
    add(reads, {dependency: state(dependency)})
    assert reads == {dependency: UNKNOWN}


def test_imports_are_followed_by_whatever_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    files = (
        "followed/__init__",
        "followed/start",
        "followed/near",
        "followed/inner/__init__",
        "followed/inner/deep",
        "followed_alone",
        "engine/inside",
    )
    for name in files:
        (tmp_path / name).with_suffix(".py").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.py").write_text("")
    start = tmp_path / "followed/start.py"
    start.write_text(
        "from . import near\n\n\ndef late():\n    import followed_alone, engine.inside, os\n    from followed.inner.deep import thing\n"
    )
    found = Following(tmp_path / "engine").below([start])
    assert {str(file.relative_to(tmp_path).with_suffix("")) for file in found} == set(files) - {"engine/inside"}
    assert not any(imports.computed for imports in each(found.values()))


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("import importlib", True),
        ("from importlib import import_module", True),
        ("__import__('a' + 'b')", True),
        ("import sys\nsys.modules['x']", True),
        ("exec('import x')", True),
        ("import important\nvalue.evalf()", False),
        ("def broken(", False),
    ],
)
def test_who_may_import_by_computed_names(tmp_path: Path, text: str, computed: bool) -> None:
    module = tmp_path / "module.py"
    module.write_text(text)
    assert Following(tmp_path / "engine").below([module])[module].computed is computed

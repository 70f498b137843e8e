"""Tests of the tests: none asserts only of things of which there may be none, or only where something happens to be so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.each import each

TESTS = Path(__file__).parent
AROUND = ("enumerate", "list", "reversed", "set", "sorted", "tuple", "zip")  # as empty as what they are given


def has_some(node: ast.expr) -> bool:
    """Whether something certainly is in what is looped over: what is written out there, or what `each` has looked at."""
    match node:
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            return any(not isinstance(element, ast.Starred) for element in elements)
        case ast.Dict(keys=keys):
            return any(key is not None for key in keys)
        case ast.Constant(value=value):
            return bool(value)
        case ast.Call(func=ast.Name(id="each")):
            return True
        case ast.Call(func=ast.Name(id="range"), args=ends):
            numbers = [end.value for end in ends if isinstance(end, ast.Constant) and isinstance(end.value, int)]
            return len(numbers) == len(ends) and len(range(*numbers)) > 0
        case ast.Call(func=ast.Name(id=name), args=[_, *_] as arguments) if name in AROUND:
            return all(map(has_some, arguments))
        case ast.Call(func=ast.Attribute(value=value, attr="items" | "keys" | "values"), args=[]):
            return has_some(value)
    return False


def first_of(argument: ast.expr) -> ast.expr:
    """What a generator goes through, or what is handed over as it is."""
    return argument.generators[0].iter if isinstance(argument, (ast.GeneratorExp, ast.ListComp)) else argument


def quantified(test: ast.expr) -> Iterator[ast.expr]:
    """What an assertion says `all` of, or `not any`: what nothing satisfies as well."""
    for node in ast.walk(test):
        negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        call = node.operand if isinstance(node, ast.UnaryOp) else node
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == ("any" if negated else "all"):
            yield first_of(call.args[0])


def asserts(nodes: list[ast.stmt]) -> bool:
    """Whether something is asserted in any case: an `if` counts with its `else`, and what is called may assert for all we know."""
    for node in nodes:
        match node:
            case ast.Assert() | ast.Expr(value=ast.Call()):
                return True
            case ast.With() if any("raises" in ast.unparse(item) for item in node.items) or asserts(node.body):
                return True
            case ast.For() | ast.While() | ast.Try() if asserts(node.body):
                return True
            case ast.If() if asserts(node.body) and asserts(node.orelse):
                return True
    return False


def vacuous(source: str) -> Iterator[str]:
    """The assertions that nothing at all would satisfy, each with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.For) and any(isinstance(inner, ast.Assert) for inner in ast.walk(node)) and not has_some(node.iter):
            yield f"{node.lineno}: for {ast.unparse(node.target)} in {ast.unparse(node.iter)}"
        elif isinstance(node, ast.Assert):
            yield from (f"{node.lineno}: all of {ast.unparse(things)}" for things in quantified(node.test) if not has_some(things))
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not asserts(node.body):
            yield f"{node.lineno}: {node.name} asserts nothing, or only under a condition"


def test_no_assertion_is_satisfied_by_nothing() -> None:
    files = each(TESTS.rglob("*.py"))
    assert [f"{path.relative_to(TESTS)}:{found}" for path in files for found in vacuous(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("for one in found:\n  assert one", "2: for one in found"),
        ("for one in range(n):\n  assert one", "2: for one in range(n)"),
        ("for one in ():\n  assert one", "2: for one in ()"),
        ("for one in (*found,):\n  assert one", "2: for one in (*found,)"),
        ("for one, two in zip((1, 2), found):\n  assert one", "2: for (one, two) in zip((1, 2), found)"),
        ("assert all(one > 0 for one in found)", "2: all of found"),
        ("assert 1 and all(found)", "2: all of found"),
        ("assert not any(one for one in found)", "2: all of found"),
        ("x = 1", "1: test_it asserts nothing, or only under a condition"),
        ("if x:\n  assert x", "1: test_it asserts nothing, or only under a condition"),
        ("for one in each(found):\n  assert one", None),
        ("for one in (1, *found):\n  assert one", None),
        ("for one in sorted(each(found)):\n  assert one", None),
        ("for one in {'a': 1}.items():\n  assert one", None),
        ("assert all(one for one in each(found))", None),
        ("assert any(one for one in found)", None),
        ("if x:\n  assert x\nelse:\n  assert not x", None),
        ("with pytest.raises(ValueError):\n  int(x)", None),
        ("check(x)", None),
    ],
)
def test_what_nothing_satisfies_is_seen(body: str, seen: str | None) -> None:
    lines = "\n".join(f" {line}" for line in body.splitlines())
    assert list(vacuous(f"def test_it():\n{lines}\n")) == ([seen] if seen else [])


def test_a_loop_over_nothing_fails() -> None:
    assert each(iter("ab")) == ["a", "b"]
    with pytest.raises(AssertionError, match="got nothing to look at, wanted at least one"):
        each([])

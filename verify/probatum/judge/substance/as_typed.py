"""Tells whether a claim compares constants that its author typed,
where nothing was computed that could be otherwise.
"""

from __future__ import annotations

import ast
import linecache
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.facts import FactValue
from probatum.proposition.kinds import Equal, Multiset, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.phrases.nearness import about
from probatum.proposition.relation import RELATIONS
from probatum.type_names import Function

TYPED = (
    "both sides are constants as typed, so it says nothing: "
    "state one of them by what it is computed from"
)
AS_TYPED = (
    sympy.Rational,
    sympy.Integer,
    sympy.S,
    sympy.Tuple,
    sympy.FiniteSet,
    sympy.Matrix,
    sympy.ImmutableMatrix,
    Multiset,
    Printed,
)
COMPARE = (Equal, Rounded, about, *RELATIONS.values())
Definition = ast.FunctionDef | ast.Lambda
Named = Mapping[str, ast.expr]


def typed(function: Function, values: Mapping[str, FactValue]) -> bool:
    """Whether a comparison in a claim's function, given these facts,
    has two sides that are typed in its module.

    A number in the code, a fact with a plain value, names of these, and tuples,
    sets and matrices of them are typed; whatever is calculated or called for is not.
    Without the source nothing is known, and so nothing is said.
    """
    module = _module(function.__code__.co_filename)
    node = _definition(module, function.__code__) if module else None
    if module is None or node is None:
        return False
    known = _Known(values, _assigned(ast.walk(node)), module.assigned, function.__globals__)
    return any(
        _compares_constants(call, known)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and len(call.args) >= 2
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What names stand for inside of a function: facts, what it assigns, what its module assigns,
    and objects.
    """

    values: Mapping[str, FactValue]
    local: Named
    outer: Named
    objects: Mapping[str, object]

    def types(self, side: ast.expr) -> bool:
        """Whether an expression is typed."""
        match side:
            case ast.Constant():
                return isinstance(side.value, (int, float, str))
            case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
                return self.types(side.operand)
            case ast.Tuple() | ast.List() | ast.Set():
                return all(map(self.types, side.elts))
            case ast.Subscript():
                return self.types(side.value)
            case ast.Call():
                kind = self.called(side.func)
                return any(kind is made for made in AS_TYPED) and all(map(self.types, side.args))
            case ast.Name():
                return self._is_typed_name(side.id)
        return False

    def called(self, function: ast.expr) -> object:
        """The object that a name stands for, or a name in a module."""
        match function:
            case ast.Name():
                return self.named(function.id)
            case ast.Attribute(value=ast.Name(id=module)):
                return getattr(self.objects.get(module), function.attr, None)
        return None

    def named(self, name: str) -> object:
        return self.values.get(name, self.objects.get(name))

    def _is_typed_name(self, name: str) -> bool:
        if name in self.values:
            return _plain(self.values[name])
        if name in self.local:
            rest = {other: value for other, value in self.local.items() if other != name}
            return _Known(self.values, rest, self.outer, self.objects).types(self.local[name])
        rest = {other: value for other, value in self.outer.items() if other != name}
        return name in self.outer and _Known({}, {}, rest, self.objects).types(self.outer[name])


def _plain(value: FactValue) -> bool:
    elements = (
        value.elements
        if isinstance(value, Multiset)
        else value.flat()
        if isinstance(value, MatrixBase)
        else value
    )
    if isinstance(elements, (tuple, list, sympy.Tuple, sympy.FiniteSet)):
        return all(map(_plain, elements))
    return isinstance(elements, (int, Printed, sympy.Rational))


def _compares_constants(call: ast.Call, known: _Known) -> bool:
    """Whether a call compares two typed sides, as equal or by their order."""
    asked = known.called(call.func)
    return any(asked is kind for kind in COMPARE) and all(map(known.types, call.args[:2]))


def _assigned(nodes: Iterable[ast.AST]) -> dict[str, ast.expr]:
    """The names that are given a value once, with that value."""
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return {name: values[0] for name, values in found.items() if len(values) == 1}


@dataclass(frozen=True, slots=True)
class _Module:
    """What is asked of a module for each of its claims: names with one value,
    and what is defined on each line.
    """

    assigned: Named
    definitions: Mapping[int, Sequence[Definition]]


@lru_cache(maxsize=64)
def _parsed(source: str) -> _Module | None:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    definitions: dict[int, list[Definition]] = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            definitions.setdefault(_first_line(node), []).append(node)
    return _Module(_assigned(tree.body), definitions)


def _module(path: str) -> _Module | None:
    source = "".join(linecache.getlines(path))
    return _parsed(source) if source else None


def _definition(module: _Module, code: CodeType) -> Definition | None:
    """The function or lambda of this code: by its first line, and of several there by where its
    instructions stand.
    """
    found = module.definitions.get(code.co_firstlineno, ())
    if len(found) == 1:
        return found[0]
    places = {place[:1] + place[2:3] for place in code.co_positions()}
    body = [(node, node.body if isinstance(node, ast.Lambda) else node.body[-1]) for node in found]
    return next((node for node, last in body if (last.lineno, last.col_offset) in places), None)


def _first_line(node: Definition) -> int:
    decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])

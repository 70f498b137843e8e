"""Derives controls: how each result enters a statement, and the changes of it that must turn the
verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.authoring.facts import Fact, shown
from probatum.calculus.signs import sign_under
from probatum.errors import ProbatumError
from probatum.proposition.exact import Printed
from probatum.proposition.functions import above_smallest
from probatum.proposition.kinds import (
    AtLeast,
    AtMost,
    Counted,
    Equal,
    Exactly,
    Exists,
    Iff,
    Joined,
    Multiset,
    Orbit,
    Quantified,
    Rounded,
)
from probatum.proposition.measured import Measured
from probatum.proposition.parts import conjuncts, free_symbols
from probatum.proposition.relation import Relation
from probatum.words import FactRole, Origin

Build = Callable[..., Any]
Put = Callable[[Any], Any]
Change = tuple[str, Mapping[str, Any]]  # how it is called among several, and facts
STEPS = (
    ("1 %", sympy.Rational(1, 100)),
    ("10 %", sympy.Rational(1, 10)),
    ("half", sympy.Rational(1, 2)),
    ("tenth", sympy.Rational(9, 10)),
)


@dataclass(frozen=True, slots=True)
class Control:
    """A change of facts that must turn the verdict; several `changes` are tried in order,
    and one of them must.
    """

    name: str
    origin: Origin
    use: str
    changes: tuple[Change, ...]


def derive(facts: tuple[Fact, ...], build: Build) -> tuple[tuple[Control, ...], dict[str, str]]:
    """The controls that follow from the use of each result, and each result's use in words."""
    controls: list[Control] = []
    uses: dict[str, str] = {}
    for fact in facts:
        if fact.role is FactRole.SETTING:
            uses[fact.name] = str(FactRole.SETTING)
            continue
        made = list(_of_result(fact, facts, build))
        uses[fact.name] = made[0].use if made else "not seen in the statement"
        controls += made
    return tuple(controls), uses


def _of_result(fact: Fact, facts: tuple[Fact, ...], build: Build) -> Iterator[Control]:
    if isinstance(fact.value, Relation):
        change = {fact.name: fact.value.reversed}
        yield Control(f"{fact.name} reversed", Origin.DERIVED, "relation", (("", change),))
    elif isinstance(fact.value, bool):
        denied = (("", {fact.name: not fact.value}),)
        yield Control(f"{fact.name} denied", Origin.DERIVED, "yes or no", denied)
    elif isinstance(fact.value, (tuple, Multiset, sympy.MatrixBase)):
        yield from _of_several(fact, facts, build)
    elif isinstance(fact.value, (Printed, sympy.Expr)):
        yield from _of_number(fact.name, fact.value, lambda value: {fact.name: value}, facts, build)


def _of_several(fact: Fact, facts: tuple[Fact, ...], build: Build) -> Iterator[Control]:
    """Each number in a tuple, multiset or matrix on its own; neighbours swapped where the order
    matters.
    """
    for label, element, put in _places(fact.value):
        name, change = f"{fact.name}{label}", _named(fact.name, put)
        if isinstance(element, bool):
            yield Control(
                f"{name} denied", Origin.DERIVED, "yes or no", (("", change(not element)),)
            )
        else:
            yield from _of_number(name, element, change, facts, build)
    elements, rebuild = _elements(fact.value)
    for index, (left, right) in (
        enumerate(pairwise(elements)) if _ordered(build(**_values(facts))) else ()
    ):
        if left != right:
            swapped = rebuild((*elements[:index], right, left, *elements[index + 2 :]))
            yield Control(
                f"{fact.name} swapped at {index}",
                Origin.DERIVED,
                "ordered tuple",
                (("", {fact.name: swapped}),),
            )


def _places(value: Any) -> Iterator[tuple[str, Any, Put]]:
    """Every number in a value: its index, itself, and how to put another in its place."""
    elements, rebuild = _elements(value)
    for index, element in enumerate(elements):
        put = _at(elements, index, rebuild)
        if isinstance(element, tuple):
            for label, inner, put_inner in _places(element):
                yield f"[{index}]{label}", inner, _through(put, put_inner)
        elif isinstance(element, (bool, Printed, sympy.Expr)):
            yield f"[{index}]", element, put


def _at(elements: tuple[Any, ...], index: int, rebuild: Put) -> Put:
    return lambda other: rebuild((*elements[:index], other, *elements[index + 1 :]))


def _through(outer: Put, inner: Put) -> Put:
    return lambda other: outer(inner(other))


def _named(name: str, put: Put) -> Put:
    return lambda other: {name: put(other)}


def _elements(value: Any) -> tuple[tuple[Any, ...], Callable[[tuple[Any, ...]], Any]]:
    """The elements in order, and how to make a value of its kind of others."""
    if isinstance(value, Multiset):
        return value.elements, Multiset
    if isinstance(value, sympy.MatrixBase):
        return tuple(value.flat()), lambda elements: sympy.ImmutableMatrix(*value.shape, elements)
    return value, lambda elements: elements


def _ordered(statement: Any) -> bool:
    """Whether an equality in the statement compares values whose order matters."""
    return any(
        not isinstance(side, (Multiset, sympy.Set))
        and not isinstance(other, (Multiset, sympy.Set))
        and isinstance(side, (sympy.Tuple, sympy.MatrixBase))
        for equal in _leaves(statement)
        if isinstance(equal, Equal)
        for side, other in ((equal.left, equal.right),)
    )


def _values(facts: tuple[Fact, ...]) -> dict[str, Any]:
    return {fact.name: fact.value for fact in facts}


def _of_number(
    name: str,
    value: Any,
    put: Callable[[Any], dict[str, Any]],
    facts: tuple[Fact, ...],
    build: Build,
) -> Iterator[Control]:
    plain = build(**_values(facts))
    if isinstance(value, Printed) and any(
        isinstance(leaf, Rounded) and leaf.digits is value for leaf in _leaves(plain)
    ):
        for word, units in (("up", 1), ("down", -1)):
            yield Control(
                f"{name} last digit {word}",
                Origin.DERIVED,
                "printed digits",
                (("", put(value.shifted(units))),),
            )
        return
    marker = sympy.Dummy("any", real=True)
    if isinstance(value, sympy.Integer) and not _admits(marker, put, facts, build):
        yield from _of_index(name, value, put, facts, build)
        return
    direction = _direction(put, facts, build)
    if direction == 0:
        for word, other in _both_sides(value):
            yield Control(f"{name} {word}", Origin.DERIVED, "exact value", (("", put(other)),))
    elif direction is not None:
        exact = value.value if isinstance(value, Printed) else value
        steps = list(_tightened(exact, direction))
        if exact.is_Integer and not _admits(steps[0][1], put, facts, build):  # it counts something
            steps = [("one", exact + direction)]
        changes = tuple((step, put(other)) for step, other in steps)
        yield Control(f"{name} tightened", Origin.DERIVED, "bound", changes)


def _of_index(
    name: str,
    value: Any,
    put: Callable[[Any], dict[str, Any]],
    facts: tuple[Fact, ...],
    build: Build,
) -> Iterator[Control]:
    """Of a number that must be whole, as an index must: one more and one less, where there is
    such a one.
    """
    for word, other in (("up", value + 1), ("down", value - 1)):
        if (other >= 0 or value < 0) and _admits(other, put, facts, build):
            yield Control(f"{name} {word}", Origin.DERIVED, "index", (("", put(other)),))


def _admits(
    value: Any, put: Callable[[Any], dict[str, Any]], facts: tuple[Fact, ...], build: Build
) -> bool:
    """Whether a statement can be made with this value."""
    try:
        build(**_values(facts) | put(value))
    except (ProbatumError, TypeError, ValueError, AttributeError, LookupError):
        return False
    return True


def _both_sides(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, Printed):
        return [("up", value.shifted(1)), ("down", value.shifted(-1))]
    if value.is_Integer:
        return [("up", value + 1), ("down", value - 1)]
    if value.is_Rational:
        unit = sympy.Rational(1, value.q)
        return [("up", value + unit), ("down", value - unit)]
    return [("up", value * sympy.Rational(101, 100)), ("down", value * sympy.Rational(99, 100))]


def _tightened(value: Any, direction: int) -> Iterator[tuple[str, Any]]:
    """Ever stronger bounds, away from the stated one in the direction that strengthens the
    statement.
    """
    size = sympy.Integer(1) if value == 0 else sympy.Abs(value) if value.is_number else value
    for word, share in STEPS:
        yield word, value + direction * size * share
    if value.is_number and value != 0 and (value > 0) == (direction < 0):
        yield "sign", -value


def _direction(
    put: Callable[[Any], dict[str, Any]], facts: tuple[Fact, ...], build: Build
) -> int | None:
    """How the statement gets stronger as the number moves: -1 smaller, 1 larger,
    0 neither (an exact value), None not seen.
    """
    marker = sympy.Dummy("marker", real=True)
    try:
        statement = build(**_values(facts) | put(marker))
    except (ProbatumError, TypeError, ValueError, AttributeError):
        return 0
    found = set(_strengthening(statement, marker))
    if not found:
        return None
    return found.pop() if len(found) == 1 else 0


def _strengthening(
    statement: Any, marker: Any, given: Any = sympy.true, sense: int = 1
) -> Iterator[int]:
    match statement:
        case Quantified():
            hypothesis = sense if isinstance(statement, Exists) else -sense
            beside = (
                part for part in conjuncts(statement.given) if marker not in part.free_symbols
            )
            yield from _strengthening(
                statement.given, marker, sympy.And(given, *beside), hypothesis
            )
            yield from _strengthening(
                statement.then, marker, sympy.And(given, statement.given), sense
            )
        case Joined():
            yield from _of_joined(statement, marker, given, sense)
        case Orbit():
            yield from _strengthening(statement.then, marker, given, sense)
            moves = sympy.Tuple(*statement.start, *statement.step)
            if marker in moves.free_symbols | statement.given.free_symbols:
                yield 0
        case Equal() | Rounded():
            sides = (
                (statement.left, statement.right)
                if isinstance(statement, Equal)
                else (statement.expression,)
            )
            if any(marker in side.free_symbols for side in sides):
                yield 0
        case Measured():
            if marker in statement.threshold.free_symbols:
                yield sense if statement.relation.name in ("Gt", "Ge") else -sense
        case Relational():
            if marker in statement.free_symbols:
                yield sense * _relational(statement, marker, given)
        case sympy.Not():
            yield from _strengthening(statement.args[0], marker, given, -sense)
        case sympy.Implies():
            yield from _strengthening(statement.args[0], marker, given, -sense)
            yield from _strengthening(statement.args[1], marker, given, sense)
        case sympy.And() | sympy.Or():
            for part in statement.args:
                yield from _strengthening(part, marker, given, sense)


def _of_joined(statement: Any, marker: Any, given: Any, sense: int) -> Iterator[int]:
    """As many of the parts make it stronger or weaker; of two that stand and fall together, or are
    counted to an exact number, neither.
    """
    ways = {AtLeast: 1, AtMost: -1, Exactly: 0, Iff: 0}
    way = sense * ways.get(type(statement), 1)
    if isinstance(statement, Counted) and marker in statement.number.free_symbols:
        yield way
    for part in statement.parts:
        yield from (
            _strengthening(part, marker, given, way)
            if way
            else ([0] if marker in free_symbols(part) else [])
        )


def _relational(relation: Any, marker: Any, given: Any) -> int:
    """Which way to move the marker so that fewer points satisfy the inequality;
    0 for an equation or where it depends.
    """
    if not hasattr(relation, "gts"):
        return 0
    slope, _ = sign_under(above_smallest(sympy.diff(relation.gts - relation.lts, marker)), given)
    return -slope


def _leaves(statement: Any) -> Iterator[Any]:
    if isinstance(statement, Joined):
        for part in statement.parts:
            yield from _leaves(part)
    elif isinstance(statement, Quantified):
        yield from _leaves(statement.then)
    else:
        yield statement


def described(change: Mapping[str, Any], facts: tuple[Fact, ...]) -> str:
    """A change of facts in words, with what was stated."""
    stated = _values(facts)
    return ", ".join(
        f"{name} = {shown(value)} (stated: {shown(stated[name])})" for name, value in change.items()
    )

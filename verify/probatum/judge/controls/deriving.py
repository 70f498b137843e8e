"""Derives controls: how each result enters a statement, and the changes of it that must turn the
verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import sympy

from probatum.authoring.facts import Fact, FactValue, shown
from probatum.errors import ProbatumError
from probatum.judge.asserted import values_of
from probatum.judge.controls.strengthening import strengthening
from probatum.proposition.kinds import Equal, Joined, Multiset, Quantified, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Relation
from probatum.type_names import Expression, Statement
from probatum.vocabulary import FactRole, Origin

FactValues = Mapping[str, FactValue]
Build = Callable[..., Statement]  # of facts
Put = Callable[[FactValue], FactValue]
Rebuild = Callable[[tuple[FactValue, ...]], FactValue]
Change = tuple[str, FactValues]  # how it is called among several, and facts
MALFORMED = (ProbatumError, TypeError, ValueError, AttributeError)
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


@dataclass(frozen=True, slots=True)
class Making:
    """How a statement is made of facts."""

    facts: tuple[Fact, ...]
    build: Build

    def statement(self, **changed: FactValue) -> Statement:
        """The statement, with some facts changed."""
        return self.build(**values_of(self.facts) | changed)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands in a fact: what it is called, what stands there, and the fact with
    another in its place.
    """

    name: str
    value: Printed | Expression
    put: Callable[[FactValue], dict[str, FactValue]]

    def control(self, what: str, use: str, value: FactValue) -> Control:
        """The control that puts another value there."""
        return Control(f"{self.name} {what}", Origin.DERIVED, use, (("", self.put(value)),))

    def at(self, label: str, element: FactValue, put: Put) -> Place:
        """A place inside of it, by its index."""
        return Place(f"{self.name}{label}", element, lambda other: self.put(put(other)))

    def admits(self, value: FactValue, making: Making) -> bool:
        """Whether a statement can be made with this value."""
        try:
            making.statement(**self.put(value))
        except (*MALFORMED, LookupError):
            return False
        return True


def derive(facts: tuple[Fact, ...], build: Build) -> tuple[tuple[Control, ...], dict[str, str]]:
    """The controls that follow from the use of each result, and each result's use in words."""
    controls: list[Control] = []
    uses: dict[str, str] = {}
    for fact in facts:
        if fact.role is FactRole.SETTING:
            uses[fact.name] = str(FactRole.SETTING)
            continue
        made = list(_of_result(fact, Making(facts, build)))
        uses[fact.name] = made[0].use if made else "not seen in the statement"
        controls += made
    return tuple(controls), uses


def _of_result(fact: Fact, making: Making) -> Iterator[Control]:
    whole = Place(fact.name, fact.value, lambda value: {fact.name: value})
    if isinstance(fact.value, Relation):
        yield whole.control("reversed", "relation", fact.value.reversed)
    elif isinstance(fact.value, bool):
        yield whole.control("denied", "yes or no", not fact.value)
    elif isinstance(fact.value, (tuple, Multiset, sympy.MatrixBase)):
        yield from _of_several(whole, making)
    elif isinstance(fact.value, (Printed, sympy.Expr)):
        yield from _of_number(whole, making)


def _of_several(whole: Place, making: Making) -> Iterator[Control]:
    """Each number in a tuple, multiset or matrix on its own; neighbours swapped where the order
    matters.
    """
    for label, element, put in _places(whole.value):
        place = whole.at(label, element, put)
        if isinstance(element, bool):
            yield place.control("denied", "yes or no", not element)
        else:
            yield from _of_number(place, making)
    if not _ordered(making.statement()):
        return
    elements, rebuild = _elements(whole.value)
    for index, (left, right) in enumerate(pairwise(elements)):
        if left != right:
            swapped = rebuild((*elements[:index], right, left, *elements[index + 2 :]))
            yield whole.control(f"swapped at {index}", "ordered tuple", swapped)


def _places(value: FactValue) -> Iterator[tuple[str, FactValue, Put]]:
    """Every number in a value: its index, itself, and how to put another in its place."""
    elements, rebuild = _elements(value)
    for index, element in enumerate(elements):
        put = _at(elements, index, rebuild)
        if isinstance(element, tuple):
            for label, inner, put_inner in _places(element):
                yield f"[{index}]{label}", inner, _through(put, put_inner)
        elif isinstance(element, (bool, Printed, sympy.Expr)):
            yield f"[{index}]", element, put


def _at(elements: tuple[FactValue, ...], index: int, rebuild: Rebuild) -> Put:
    return lambda other: rebuild((*elements[:index], other, *elements[index + 1 :]))


def _through(outer: Put, inner: Put) -> Put:
    return lambda other: outer(inner(other))


def _elements(value: FactValue) -> tuple[tuple[FactValue, ...], Rebuild]:
    """The elements in order, and how to make a value of its kind of others."""
    if isinstance(value, Multiset):
        return value.elements, Multiset
    if isinstance(value, sympy.MatrixBase):
        return tuple(value.flat()), lambda elements: sympy.ImmutableMatrix(*value.shape, elements)
    assert isinstance(value, tuple)
    return value, lambda elements: elements


def _ordered(statement: Statement) -> bool:
    """Whether an equality in the statement compares values whose order matters."""
    return any(
        not isinstance(side, (Multiset, sympy.Set))
        and not isinstance(other, (Multiset, sympy.Set))
        and isinstance(side, (sympy.Tuple, sympy.MatrixBase))
        for equal in _leaves(statement)
        if isinstance(equal, Equal)
        for side, other in ((equal.left, equal.right),)
    )


def _of_number(place: Place, making: Making) -> Iterator[Control]:
    value = place.value
    if isinstance(value, Printed) and _is_printed(value, making.statement()):
        for word, units in (("up", 1), ("down", -1)):
            yield place.control(f"last digit {word}", "printed digits", value.shifted(units))
        return
    marker = sympy.Dummy("any", real=True)
    if isinstance(value, sympy.Integer) and not place.admits(marker, making):
        yield from _of_index(place, making)
        return
    direction = _direction(place, making)
    if direction == 0:
        for word, other in _both_sides(value):
            yield place.control(word, "exact value", other)
    elif direction is not None:
        yield _tightened(place, making, direction)


def _is_printed(value: Printed, statement: Statement) -> bool:
    """Whether the statement asks for these digits."""
    return any(isinstance(leaf, Rounded) and leaf.digits is value for leaf in _leaves(statement))


def _of_index(place: Place, making: Making) -> Iterator[Control]:
    """Of a number that must be whole, as an index must: one more and one less, where there is
    such a one.
    """
    value: Expression = place.value
    for word, other in (("up", value + 1), ("down", value - 1)):
        if (other >= 0 or value < 0) and place.admits(other, making):
            yield place.control(word, "index", other)


def _tightened(place: Place, making: Making, direction: int) -> Control:
    """A bound made ever stronger; of what counts something, by one."""
    value = place.value
    exact = value.value if isinstance(value, Printed) else value
    steps = list(_stronger(exact, direction))
    if exact.is_Integer and not place.admits(steps[0][1], making):
        steps = [("one", exact + direction)]
    changes = tuple((step, place.put(other)) for step, other in steps)
    return Control(f"{place.name} tightened", Origin.DERIVED, "bound", changes)


def _both_sides(value: Printed | Expression) -> list[tuple[str, Printed | Expression]]:
    if isinstance(value, Printed):
        return [("up", value.shifted(1)), ("down", value.shifted(-1))]
    if value.is_Integer:
        return [("up", value + 1), ("down", value - 1)]
    if value.is_Rational:
        unit = sympy.Rational(1, value.q)
        return [("up", value + unit), ("down", value - unit)]
    return [("up", value * sympy.Rational(101, 100)), ("down", value * sympy.Rational(99, 100))]


def _stronger(value: Expression, direction: int) -> Iterator[tuple[str, Expression]]:
    """Ever stronger bounds, away from the stated one in the direction that strengthens the
    statement.
    """
    size = sympy.Integer(1) if value == 0 else sympy.Abs(value) if value.is_number else value
    for word, share in STEPS:
        yield word, value + direction * size * share
    if value.is_number and value != 0 and (value > 0) == (direction < 0):
        yield "sign", -value


def _direction(place: Place, making: Making) -> int | None:
    """How the statement gets stronger as the number moves: -1 smaller, 1 larger,
    0 neither (an exact value), None not seen.
    """
    marker = sympy.Dummy("marker", real=True)
    try:
        statement = making.statement(**place.put(marker))
    except MALFORMED:
        return 0
    found = set(strengthening(statement, marker))
    if not found:
        return None
    return found.pop() if len(found) == 1 else 0


def _leaves(statement: Statement) -> Iterator[Statement]:
    if isinstance(statement, Joined):
        for part in statement.parts:
            yield from _leaves(part)
    elif isinstance(statement, Quantified):
        yield from _leaves(statement.then)
    else:
        yield statement


def described(change: Mapping[str, FactValue], facts: tuple[Fact, ...]) -> str:
    """A change of facts in words, with what was stated."""
    stated = values_of(facts)
    return ", ".join(
        f"{name} = {shown(value)} (stated: {shown(stated[name])})" for name, value in change.items()
    )

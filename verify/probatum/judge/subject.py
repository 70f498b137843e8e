"""Tells what a statement is about, and which results it does not use."""

from __future__ import annotations

import dis
from collections.abc import Iterator, Mapping

import sympy
from sympy.logic.boolalg import Boolean

from probatum.authoring.facts import Fact, FactValue
from probatum.proposition.kinds import INFORMAL, Multiset
from probatum.proposition.numbers.exact import Choice, Printed
from probatum.proposition.parts import Stated, subpropositions
from probatum.proposition.relation import RELATIONS, Relation
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.property import Property
from probatum.type_names import Expression, Function, Statement
from probatum.vocabulary import FactRole


def about(statement: Statement) -> frozenset[str]:
    """What a statement speaks of: the variables that occur in it, its data and treatments,
    and what is no plain number.
    """
    match statement:
        case Measured():
            compared = filter(None, (statement.baseline,))
            return frozenset((*statement.data, *statement.treatment, *compared, statement.metric))
        case Property():
            return frozenset(statement.strategies)
        case Stated():
            return frozenset().union(*(about(part) for _, part in statement.parts_inside()))
        case tuple() | sympy.MatrixBase():
            return frozenset().union(*map(about, statement))
    return _terms(statement) if isinstance(statement, sympy.Basic) else frozenset()


def variables_of(statement: Statement) -> frozenset[str]:
    """The variables that occur in a statement, and what else its cases differ in."""
    return frozenset(name for name in about(statement) if name in _bound(statement))


def _bound(statement: Statement) -> set[str]:
    names: set[str] = set()
    for inner in subpropositions(statement):
        informal = isinstance(inner, INFORMAL)
        names |= about(inner) if informal else {variable.name for variable in inner.binds}
    return names


def _terms(expression: Expression) -> frozenset[str]:
    """Variables without the mark of the next state, and functions and constants by themselves."""
    parts = set(sympy.preorder_traversal(expression))
    variables = {part.name.rstrip("'") for part in parts if isinstance(part, sympy.Symbol)}
    constants = {
        str(part)
        for part in parts
        if isinstance(part, sympy.Expr) and part.is_number and not part.is_Rational
    }
    return frozenset(variables | constants)


def unused(facts: tuple[Fact, ...], function: Function) -> list[str]:
    """The results, or places in them, that the statement does not depend on: whatever stands there,
    it is the same.
    """
    values = {fact.name: fact.value for fact in facts}
    results = [fact for fact in facts if fact.role is FactRole.RESULT]
    if not results:
        return []
    if not _same(
        function, values, values
    ):  # a predicate made anew each time: only the code can tell
        return [fact.name for fact in results if fact.name not in _loaded(function)]
    return [
        f"{fact.name}{label}"
        for fact in results
        for label, others in _places(fact.value)
        if all(_same(function, values, values | {fact.name: other}) for other in others)
    ]


def is_made_anew(statement: Statement) -> bool:
    """Whether it holds functions that are other objects each time that it is built."""
    return any(isinstance(part, INFORMAL) for part in subpropositions(statement))


def _same(
    function: Function, values: Mapping[str, FactValue], changed: Mapping[str, FactValue]
) -> bool:
    """Whether the statement is the same with other values; values that it refuses make a
    difference.
    """
    try:
        return bool(function(**values) == function(**changed))
    except Exception:
        return False


def _loaded(function: Function) -> set[str]:
    """The names that the code of a function reads."""
    return {
        str(step.argval)
        for step in dis.get_instructions(function)
        if step.opname.startswith(("LOAD", "MAKE_CELL"))
    }


def _places(value: FactValue) -> Iterator[tuple[str, list[FactValue]]]:
    """Each place in a result that may hold something else, with other values of the whole."""
    if isinstance(value, (tuple, Multiset, sympy.MatrixBase)):
        elements = (
            value.elements
            if isinstance(value, Multiset)
            else tuple(value.flat())
            if isinstance(value, sympy.MatrixBase)
            else value
        )
        for index, element in enumerate(elements):
            for label, others in _places(element):
                yield (
                    f"[{index}]{label}",
                    [_rebuilt(value, elements, index, other) for other in others],
                )
    else:
        yield "", list(_others(value))


def _rebuilt(
    value: FactValue, elements: tuple[FactValue, ...], index: int, other: FactValue
) -> FactValue:
    changed = (*elements[:index], other, *elements[index + 1 :])
    if isinstance(value, sympy.MatrixBase):
        return sympy.ImmutableMatrix(*value.shape, changed)
    return Multiset(changed) if isinstance(value, Multiset) else changed


def _others(value: FactValue) -> Iterator[FactValue]:
    """Other values of the kind."""
    match value:
        case bool():
            yield not value
        case Relation():
            yield from (relation for relation in RELATIONS.values() if relation != value)
        case Printed():
            yield from (value.shifted(1), value.shifted(-1), value.shifted(1000))
        case Choice():
            yield Choice(f"another than {value.name}")
        case Boolean():
            yield sympy.Not(value)
        case sympy.Expr():
            yield from (value + 1, value - 1, value + 1000)
        case _:
            yield None

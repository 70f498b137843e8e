"""The facts of a claim: the defaults of its function's parameters, made exact."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.kinds import Equal, Multiset
from probatum.proposition.numbers.exact import Choice, Printed, exact
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.relation import Eq, Relation
from probatum.type_names import Authored, Expression, Function, Matrix
from probatum.vocabulary import FactRole

# What a claim's function receives for a fact, and what a control puts in its place.
FactValue: TypeAlias = (
    "bool | Relation | Printed | Choice | Multiset | Expression | Matrix | tuple[FactValue, ...]"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One parameter: a result that the text asserts, or a setting that it asserts it for."""

    name: str
    role: FactRole
    value: FactValue


def facts_of(function: Function) -> tuple[Fact, ...]:
    """The facts of a claim's function, exact; raises DefinitionError for a parameter without a
    default.
    """
    found = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            raise DefinitionError(f"got the parameter {str(parameter)!r}, wanted named facts only")
        if parameter.default is parameter.empty:
            raise DefinitionError(
                f"got the parameter {parameter.name!r} without a default, "
                "wanted the fact that the text states as its default"
            )
        is_setting = parameter.kind is parameter.KEYWORD_ONLY
        role = FactRole.SETTING if is_setting else FactRole.RESULT
        found.append(Fact(parameter.name, role, arriving(parameter.default, parameter.name)))
    return tuple(found)


def arriving(value: Authored, name: str) -> FactValue:
    """The value as the claim's function receives it: decimals as `Printed`, numbers exact,
    tuples of these; `Equal` as the relation of numbers that it is, which has an opposite.
    """
    if value is Equal:
        return Eq
    if isinstance(value, (Relation, Printed, Multiset, Choice)):
        return value
    if isinstance(value, bool):
        return value
    if value is None:
        raise DefinitionError(
            f"fact {name!r}: got {value!r}, wanted a number, a decimal as printed, a relation, "
            "an expression, True or False, or a tuple of these"
        )
    if isinstance(value, str):
        try:
            return Printed(value)
        except DefinitionError as error:
            raise type(error)(f"fact {name!r}: {error}") from error
    if isinstance(value, (tuple, list)):
        return tuple(arriving(item, name) for item in value)
    return exact(value, f"fact {name!r}")


def changed(facts: tuple[Fact, ...], change: Mapping[str, Authored]) -> dict[str, FactValue]:
    """The arguments with some facts changed; raises DefinitionError for a name that is no fact,
    or a change that changes nothing.
    """
    values = {fact.name: fact.value for fact in facts}
    for name, value in change.items():
        if name not in values:
            raise DefinitionError(
                f"got the fact {name!r}, wanted one of "
                f"{', '.join(values) or 'none: the claim has no facts'}"
            )
        values[name] = arriving(value, name)
    if all(plain(values[fact.name]) == plain(fact.value) for fact in facts):
        raise DefinitionError(
            f"got {dict(change)!r}, wanted at least one fact to differ from the claim"
        )
    return values


def plain(value: FactValue) -> FactValue:
    """The value for comparison: printed decimals with their digits."""
    if isinstance(value, Printed):
        return ("printed", value.text)
    return tuple(plain(item) for item in value) if isinstance(value, tuple) else value


def shown(value: FactValue) -> str:
    """The value as text for readers."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return f"({', '.join(map(shown, value))})"
    if isinstance(value, Multiset):
        return "{" + ", ".join(map(str, value.elements)) + "}"
    if isinstance(value, Relation):
        return value.sign
    if isinstance(value, (sympy.Expr, sympy.MatrixBase)) and value.free_symbols:
        return words_of(value)
    return str(value) if isinstance(value, (Printed, sympy.Basic, Choice)) else repr(value)

"""Tests that the ledger's entries and its JSON Schema are one shape, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, IntEnum
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, Required, TypedDict, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from probatum import entries
from probatum.decision import BY_WORD
from tests.each import each
from tests.schema import SCHEMA

PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}


def resolved(schema: Any) -> Any:
    """A part of the schema, followed where it names a definition."""
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


def apart(schema: Any) -> tuple[Any, bool]:
    """A part of the schema without null, and whether it may be null."""
    schema = resolved(schema)
    if "anyOf" in schema and "type" not in schema:
        (other,) = [part for part in schema["anyOf"] if part != {"type": "null"}]
        return resolved(other), True
    if isinstance(schema.get("type"), list):
        (kind,) = [kind for kind in schema["type"] if kind != "null"]
        return schema | {"type": kind}, True
    if "enum" in schema and None in schema["enum"]:
        return {"enum": [word for word in schema["enum"] if word is not None]}, True
    return schema, False


def words(enumeration: type[Enum]) -> list[str]:
    return list(BY_WORD) if issubclass(enumeration, IntEnum) else [str(member.value) for member in enumeration]


def differences(hint: Any, schema: Any, place: str = "") -> list[str]:
    """Where a type and a part of the schema do not say the same."""
    schema, may_be_null = apart(schema)
    if get_origin(hint) in (Union, UnionType):
        (inner,) = [part for part in get_args(hint) if part is not NoneType]
        return ([] if may_be_null else [f"{place}: null in the type only"]) + differences_of(inner, schema, place)
    return ([f"{place}: null in the schema only"] if may_be_null else []) + differences_of(hint, schema, place)


def differences_of(hint: Any, schema: Any, place: str) -> list[str]:
    """The same of what is not null."""
    if get_origin(hint) is Annotated:
        _, enumeration = get_args(hint)
        return [] if schema.get("enum") == words(enumeration) else [f"{place}: other words than {enumeration.__name__}"]
    if is_typeddict(hint):
        return in_object(hint, schema, place)
    if get_origin(hint) in (list, Sequence):
        return differences(get_args(hint)[0], schema["items"], f"{place}[]") if schema.get("type") == "array" else [f"{place}: no array"]
    if get_origin(hint) is dict:
        return [] if schema.get("type") == "object" else [f"{place}: no object"]
    known = schema.get("type") == PLAIN[hint] or "enum" in schema or "const" in schema
    return [] if known else [f"{place}: {hint.__name__} in the type"]


def in_object(entry: Any, schema: Any, place: str) -> list[str]:
    """The same of the fields of an entry."""
    hints = get_type_hints(entry, include_extras=True)
    named = schema["properties"]
    found = [f"{place}/{name}: in one only" for name in sorted(hints.keys() ^ named.keys())]
    needed = {name for name in hints if get_origin(hints[name]) is not NotRequired}
    found += [f"{place}/{name}: required in one only" for name in sorted(needed ^ set(schema["required"]))]
    found += [] if schema["additionalProperties"] is False else [f"{place}: more fields in the schema"]
    for name in hints.keys() & named.keys():
        hint = hints[name]
        bare = get_args(hint)[0] if get_origin(hint) in (NotRequired, Required) else hint
        found += differences(bare, named[name], f"{place}/{name}")
    return found


def test_entries_and_schema_say_the_same() -> None:
    assert differences(entries.Ledger, SCHEMA) == []


class Other(TypedDict):
    """A run that is none."""

    selected: str
    total: int
    complete: NotRequired[bool]
    versions: list[str]
    more: str


def test_what_differs_is_found_and_named() -> None:
    found = differences(Other, SCHEMA["$defs"]["run"], "run")
    assert sorted(found) == [
        "run/commit: in one only",
        "run/commit: required in one only",
        "run/complete: required in one only",
        "run/more: in one only",
        "run/more: required in one only",
        "run/reused: in one only",
        "run/seeds: in one only",
        "run/selected: str in the type",
        "run/total: null in the schema only",
        "run/versions: no array",
    ]


@pytest.mark.parametrize("part", ["decision", "counterexample", "measured", "figure", "document", "finding"])
def test_each_part_of_a_ledger_has_its_entry(part: str) -> None:
    entry = getattr(entries, part.capitalize())
    assert differences(entry, SCHEMA["$defs"][part]) == []
    assert [name for name in each(get_type_hints(entry)) if name not in SCHEMA["$defs"][part]["properties"]] == []

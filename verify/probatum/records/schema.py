"""The JSON Schema of a ledger, made from its entries: `python -m probatum.records.schema` prints
it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, Union, get_args, get_origin, get_type_hints
from typing import is_typeddict as is_entry

from probatum.claim_notes import SaidBy
from probatum.decision import BY_WORD, Strength
from probatum.ledger_constraints import Demand
from probatum.ledger_entries import FORMAT, Ledger
from probatum.type_names import Json

# Numbers so small that computing with them stays finite, in Python and in a browser.
NUMBERS: dict[type, Json] = {
    float: {"type": "number", "minimum": -1e100, "maximum": 1e100},
    int: {"type": "integer", "minimum": 0, "maximum": 2**53 - 1},
}
PLAIN: dict[type, Json] = {**NUMBERS, str: {"type": "string"}, bool: {"type": "boolean"}}


def schema() -> Json:
    """The whole schema; each entry, and each list of words, is one of its definitions."""
    parts: dict[str, Json] = {"number": PLAIN[float]}
    whole = _object(Ledger, parts)
    whole["properties"]["format"] = {"const": FORMAT}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:probatum:ledger:{FORMAT}",
        "title": "Probatum ledger",
        **whole,
        "$defs": parts,
    }


def _object(entry: Any, parts: dict[str, Json]) -> Json:
    """An entry: the fields that it names and no others."""
    hints = get_type_hints(entry, include_extras=True)
    optional = {name for name, hint in hints.items() if get_origin(hint) is NotRequired}
    bare = {name: get_args(hint)[0] if name in optional else hint for name, hint in hints.items()}
    return {
        "type": "object",
        "description": " ".join((entry.__doc__ or "").split()),
        "required": [name for name in hints if name not in optional],
        "additionalProperties": False,
        "properties": {name: _of(hint, parts) for name, hint in bare.items()},
    }


def _of(hint: Any, parts: dict[str, Json]) -> Json:
    """What a type says of a value."""
    origin, inside = get_origin(hint), get_args(hint)
    if is_entry(hint):
        return _named(hint, parts)
    if origin is Annotated:
        kind, more = inside
        if isinstance(more, Demand):
            return {**_of(kind, parts), **more.keywords}
        if isinstance(more, SaidBy):
            return _of(kind, parts)
        return _named(more, parts)
    if origin in (Union, UnionType):
        (some,) = (part for part in inside if part is not NoneType)
        return _or_null(_of(some, parts))
    if origin in (list, Sequence):
        return {"type": "array", "items": _of(inside[0], parts)}
    if origin is dict:
        values = {} if inside[1] is Any else {"additionalProperties": _of(inside[1], parts)}
        return {"type": "object", **values}
    return PLAIN[hint]


def _or_null(part: Json) -> Json:
    if "type" in part:
        return {**part, "type": [part["type"], "null"]}
    return {"anyOf": [{"type": "null"}, part]}


def _named(hint: Any, parts: dict[str, Json]) -> Json:
    """An entry or an enumeration, by its name."""
    name = hint.__name__.lower()
    if name not in parts:
        parts[name] = {}  # until it is known: an entry may hold itself
        parts[name] = _object(hint, parts) if is_entry(hint) else {"enum": _words(hint)}
    return {"$ref": f"#/$defs/{name}"}


def _words(enumeration: type[Enum]) -> list[str]:
    """The words of an enumeration, in its order; of strengths, the best first."""
    return list(BY_WORD) if enumeration is Strength else [str(word) for word in enumeration]


if __name__ == "__main__":
    print(json.dumps(schema(), indent=2))

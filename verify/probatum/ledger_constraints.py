"""What the ledger's entries demand of a value beside its type, in the words of JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from probatum.type_names import Json


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """Keywords of JSON Schema, with what they demand."""

    keywords: Mapping[str, Json]


def matching(pattern: str) -> Demand:
    """That a text matches a pattern."""
    return Demand({"pattern": pattern})


def one_of(*words: str) -> Demand:
    """That it is one of some words."""
    return Demand({"enum": [*words]})


def some_of(*fields: str) -> Demand:
    """That at least one of some fields is there."""
    return Demand({"anyOf": [{"required": [field]} for field in fields]})


def with_one_of(field: str, *words: str) -> Demand:
    """That a field is there, with one of some words."""
    return Demand({"required": [field], "properties": {field: {"enum": [*words]}}})


PAIR = Demand({"minItems": 2, "maxItems": 2})
POSITIVE = Demand({"exclusiveMinimum": 0})
Name = Annotated[str, matching("^[a-z0-9]+(?:[.-][a-z0-9]+)*$")]
Digest = Annotated[str, matching("^[0-9a-f]{64}$")]
DecimalText = Annotated[str, matching("^-?[0-9]+([.][0-9]+)?$")]
# e.g. 1/2
NumberText = Annotated[str, matching("^-?[0-9]+([.][0-9]+)?(e[+-]?[0-9]+)?(/[1-9][0-9]*)?$")]

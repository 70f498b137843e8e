"""Tests that the JSON Schema of a ledger says what its entries say."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Annotated, Any, NotRequired, TypedDict

import jsonschema_rs
import pytest

from probatum.decision import Strength
from probatum.ledger_constraints import PAIR, Name, one_of, some_of
from probatum.ledger_entries import FORMAT
from probatum.records import schema as module
from probatum.records.schema import schema
from probatum.vocabulary import Origin
from tests.schema import SCHEMA


class Leaf(TypedDict):
    """A leaf,
    which has a size.
    """

    size: float
    at: NotRequired[int]


class Tree(TypedDict):
    """A tree."""

    format: int
    name: Name
    of: Annotated[str, Origin]
    strength: Annotated[str, Strength] | None
    said: str | None
    first: Leaf | None
    leaves: list[Annotated[Leaf, some_of("at", "size")]]
    ends: Annotated[list[str], PAIR]
    colour: Annotated[str, one_of("green", "red")]
    counts: dict[str, int]
    more: NotRequired[dict[str, Any]]
    alive: bool


@pytest.fixture
def of_trees(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The schema of trees."""
    monkeypatch.setattr(module, "Ledger", Tree)
    return schema()


def test_each_form_of_a_field_is_said(of_trees: Any) -> None:
    count = {"type": "integer", "minimum": 0, "maximum": 9007199254740991}
    assert of_trees["properties"] == {
        "format": {"const": FORMAT},
        "name": {"type": "string", "pattern": "^[a-z0-9]+(?:[.-][a-z0-9]+)*$"},
        "of": {"$ref": "#/$defs/origin"},
        "strength": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/strength"}]},
        "said": {"type": ["string", "null"]},
        "first": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/leaf"}]},
        "leaves": {"type": "array", "items": {"$ref": "#/$defs/leaf", "anyOf": [{"required": ["at"]}, {"required": ["size"]}]}},
        "ends": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
        "colour": {"type": "string", "enum": ["green", "red"]},
        "counts": {"type": "object", "additionalProperties": count},
        "more": {"type": "object"},
        "alive": {"type": "boolean"},
    }
    assert (of_trees["additionalProperties"], "more" in of_trees["required"], "said" in of_trees["required"]) == (False, False, True)


def test_entries_and_words_are_definitions_by_their_names(of_trees: Any) -> None:
    number = {"type": "number", "minimum": -1e100, "maximum": 1e100}
    assert of_trees["$defs"].keys() == {"number", "origin", "strength", "leaf"}
    assert of_trees["$defs"]["origin"] == {"enum": ["derived", "named"]}
    assert of_trees["$defs"]["strength"] == {"enum": ["proved", "enclosed", "sampled", "measured"]}
    assert of_trees["$defs"]["leaf"] == {
        "type": "object",
        "description": "A leaf, which has a size.",
        "required": ["size"],
        "additionalProperties": False,
        "properties": {"size": number, "at": {"type": "integer", "minimum": 0, "maximum": 9007199254740991}},
    }


def test_a_field_that_is_of_no_known_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange(TypedDict):
        """Of bytes."""

        raw: bytes

    monkeypatch.setattr(module, "Ledger", Strange)
    with pytest.raises(KeyError, match="bytes"):
        schema()


def test_the_schema_is_one_of_its_kind_and_can_be_printed() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    printed = subprocess.run([sys.executable, "-m", "probatum.records.schema"], capture_output=True, text=True, check=True).stdout
    assert json.loads(printed) == SCHEMA

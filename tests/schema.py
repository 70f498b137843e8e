"""Holds ledgers against their JSON Schema."""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from probatum.records.schema import schema

SCHEMA: dict[str, Any] = schema()


def check_part(name: str, data: Any) -> None:
    """Raise ValidationError where the data are not as the schema's definition of that name."""
    jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]}).validate(data)


def check_records(ledger: dict[str, Any]) -> None:
    """Raise ValidationError for a document or a finding that is not as the schema says."""
    for name in ("document", "finding"):
        for entry in ledger[f"{name}s"]:
            check_part(name, entry)


def check_whole(ledger: dict[str, Any]) -> None:
    """Raise ValidationError where the ledger is not as the schema says."""
    jsonschema_rs.meta.validate(SCHEMA)
    jsonschema_rs.Draft202012Validator(SCHEMA).validate(ledger)

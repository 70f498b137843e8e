"""What is read of ledgers, journals and caches, which may come from anywhere:
JSON that means one thing, as the schema has it.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

from probatum.records.schema import schema
from probatum.type_names import Json
from probatum.vocabulary import Verdict

DEEPEST = 100  # levels of nesting; a ledger has about a dozen
LONGEST = 160  # characters of a problem that are shown: what was got can be a whole ledger


def parsed(raw: bytes) -> Json:
    """JSON in UTF-8; raises ValueError for any other bytes, a name twice in an object,
    what is no finite number, or too deep a nesting.
    """
    try:
        found = json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("values nested too deeply") from error
    _check_depth(found)
    return found


def _check_depth(data: Json) -> None:
    """Level by level; Python's own limit differs from version to version."""
    level = [data]
    for _ in range(DEEPEST):
        inside = (
            (*value.values(),) if isinstance(value, dict) else value
            for value in level
            if isinstance(value, (dict, list))
        )
        level = [part for parts in inside for part in parts]
    if level:
        raise ValueError("values nested too deeply")


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise ValueError(f"the name {twice!r} twice in one object")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def problem(data: Json, part: str = "") -> str:
    """Where and how data are not as the schema has them, in words; empty where they are.

    part: the definition that they must meet, such as "finding"; without, the whole ledger's.
    """
    try:
        error = next(_validator(part).iter_errors(data), None)
    except (
        ValueError,
        RecursionError,
    ) as refused:  # nested too deeply, or no text that UTF-8 can write
        return f"got {refused}, wanted a ledger"
    if error is None:
        return ""
    place = "".join(f"/{step}" for step in error.instance_path) or "the whole"
    said = error.message
    return (
        f"{place}: "
        f"{said if len(said) <= LONGEST else f'{said[: LONGEST // 2]}...{said[-LONGEST // 2 :]}'}"
    )


def is_kept(entry: Json, name: str) -> bool:
    """Whether an entry of a journal or a cache is a whole finding of this claim,
    with its folder and its cost.
    """
    if (
        not isinstance(entry, dict)
        or not isinstance(entry.get("folder"), str)
        or problem(entry.get("seconds"), "number")
    ):
        return False
    finding: Json = entry.get("finding")
    if problem(finding, "finding") or finding["id"] != name:
        return False
    return not finding["as_expected"] or Verdict(finding["verdict"]).is_expected


@cache
def _validator(part: str) -> Json:
    import jsonschema_rs

    whole = schema()
    return jsonschema_rs.Draft202012Validator(
        {"$ref": f"#/$defs/{part}", "$defs": whole["$defs"]} if part else whole
    )

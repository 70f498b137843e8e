"""What an author notes of a claim that readers get as it is: each field once, with all that
authors, ledger and page need of it.

A field's name is the ledger's. Its decorator is public, `probatum` lists it; what is said by it
stands in `Claim.notes`, the ledger and its schema have it, and the card shows it below its title,
in the order of the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, TypedDict, cast, get_args, get_type_hints

from probatum.ledger_constraints import Name
from probatum.type_names import Authored

IN_WORDS = {str: "a text", int: "a whole number from 0 on", bool: "True or False"}


@dataclass(frozen=True, slots=True)
class SaidBy:
    """How a field is said and read: its decorator, what that is for, and its title on the card.

    cites: whether what is said are ids of claims, which must be known and are shown as links;
    else texts are sentences.
    """

    decorator: str
    meaning: str
    title: str
    cites: bool = False


class ClaimNotes(TypedDict):
    """The fields of a claim for readers: a list of texts, or one text or number or none."""

    assumes: Annotated[
        list[str],
        SaidBy(
            "assuming",
            "What the formal statement supposes beyond the text, a sentence each.",
            title="Assumed beyond the text",
        ),
    ]
    not_shown: Annotated[
        list[str],
        SaidBy(
            "not_shown",
            "What the formal statement leaves open of what one may read into the text, "
            "a sentence each.",
            title="Does not show",
        ),
    ]
    rests_on: Annotated[
        list[Name],
        SaidBy(
            "rests_on",
            "The ids of claims that this one needs: it is for readers, who find them linked, "
            "and no verdict depends on it.",
            title="Rests on",
            cites=True,
        ),
    ]


FIELDS: dict[str, SaidBy] = {
    name: said_by
    for name, hint in get_type_hints(ClaimNotes, include_extras=True).items()
    for said_by in hint.__metadata__
}
# Of fields that hold one value or none, the type of it.
ALONE: dict[str, type] = {
    name: kind
    for name, hint in get_type_hints(ClaimNotes).items()
    if NoneType in get_args(hint)
    for kind in get_args(hint)
    if kind is not NoneType
}
BY_DECORATOR = {said_by.decorator: name for name, said_by in FIELDS.items()}
CITING = tuple(name for name, said_by in FIELDS.items() if said_by.cites)


def problem_of(field: str, values: tuple[Authored, ...]) -> str:
    """What is wrong with what an author says by a field's decorator; nothing, if it is right."""
    if field not in ALONE:
        right = values and all(isinstance(value, str) for value in values)
        return "" if right else f"got {values!r}, wanted one or more texts"
    kind = ALONE[field]
    negative = isinstance(values[0], int) and values[0] < 0 if values else False
    if len(values) == 1 and type(values[0]) is kind and not negative:
        return ""
    return f"got {', '.join(map(repr, values)) or 'nothing'}, wanted {IN_WORDS[kind]}"


def notes_by_name(notes: Mapping[str, object]) -> dict[str, list[str]]:
    """The notes of a claim or a finding in texts, by their fields, in the order of these."""
    return {
        name: cast("list[str]", said) if isinstance(said, list) else [str(said)]
        for name in FIELDS
        if (said := notes[name]) is not None
    }


def notes_of(said: Mapping[str, tuple[Authored, ...]]) -> ClaimNotes:
    """What has been said by each field, and nothing by those of which nothing has."""
    several = {name: [*said.get(name, ())] for name in FIELDS}
    alone = {name: next(iter(several[name]), None) for name in ALONE}
    return cast("ClaimNotes", several | alone)

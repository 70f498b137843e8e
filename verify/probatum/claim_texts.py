"""What an author says of a claim in texts that readers get as they are: each field once, with all
that authors, ledger and page need of it.

A field's name is the ledger's. Its decorator is public, `probatum` lists it; what is said by it
stands in `Claim.texts`, the ledger and its schema have it, and the card shows it below its title,
in the order of the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypedDict, cast, get_type_hints

from probatum.ledger_constraints import Name
from probatum.type_names import Authored


@dataclass(frozen=True, slots=True)
class SaidBy:
    """How a field is said and read: its decorator, what that is for, and its title on the card.

    cites: whether the texts are ids of claims, which must be known and are shown as links; else
    they are sentences.
    """

    decorator: str
    meaning: str
    title: str
    cites: bool = False


class ClaimTexts(TypedDict):
    """The fields of a claim that hold texts."""

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
    for name, hint in get_type_hints(ClaimTexts, include_extras=True).items()
    for said_by in hint.__metadata__
}
BY_DECORATOR = {said_by.decorator: name for name, said_by in FIELDS.items()}
CITING = tuple(name for name, said_by in FIELDS.items() if said_by.cites)


def texts_by_name(texts: Mapping[str, object]) -> dict[str, list[str]]:
    """The texts of a claim or a finding, by their fields, in the order of these."""
    return {name: cast("list[str]", texts[name]) for name in FIELDS}


def texts_of(said: Mapping[str, Authored]) -> ClaimTexts:
    """What has been said by each field, and nothing by those of which nothing has."""
    return cast("ClaimTexts", {name: [*said.get(name, ())] for name in FIELDS})

"""What goes to a worker, and what comes back: a claim by name, and its finding."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from probatum.ledger_entries import Finding
from probatum.session.tracking.used import Used

if TYPE_CHECKING:  # brings in the algebra system
    from probatum.authoring.definition import Claim

A = TypeVar("A")  # what a process answers: of a claim, its finding


@dataclass(frozen=True, slots=True)
class Task:
    """A claim by the name that it has in its module, so that a worker finds it by importing that;
    `id` is what must be found there, and `code` the digest of what it must say (empty: anything).
    """

    module: str
    file: str
    function: str
    document: str
    path: str
    folder: str
    import_path: tuple[str, ...]
    seconds: float
    megabytes: int
    id: str = ""
    code: str = ""


def code_of(claim: Claim) -> str:
    """The digest of a claim's source; empty where that cannot be had."""
    try:
        return hashlib.sha256(claim.code.encode("utf-8", "surrogatepass")).hexdigest()
    except (OSError, TypeError):
        return ""


class Answer(NamedTuple):
    """The finding on a claim, the seconds of processor time that it took, and what it used, where
    that is known.
    """

    finding: Finding
    seconds: float
    used: Used | None


class Returned(NamedTuple, Generic[A]):
    """What a process answers, and whether it is left in a state that no other task should find."""

    answer: A
    spoiled: bool

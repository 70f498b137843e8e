"""Two ledgers in, out come the claims whose judgement differs, and whether any got worse."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from probatum_reports.words.phrases import counted, listed
from probatum_reports.words.verdicts import BY_NAME, NOT_CHECKABLE, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# From good to bad, the first five apart: what says nothing of the text is worse than a text found false.
RANKS = {verdict.name: min(rank, 5) for rank, verdict in enumerate(VERDICTS)}
STRENGTHS = ("proved", "enclosed", "sampled", "measured", None)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of one claim."""

    verdict: str
    strength: str | None
    expected: bool

    @property
    def words(self) -> str:
        word = NOT_CHECKABLE.word if self.verdict == NOT_CHECKABLE.name else BY_NAME[self.verdict].word
        surprise = "" if self.expected else ", not as expected"
        return f"{word} ({self.strength}){surprise}" if self.strength else word + surprise

    @property
    def rank(self) -> tuple[int, bool, int]:
        return RANKS[self.verdict], not self.expected, STRENGTHS.index(self.strength)


@dataclass(frozen=True, slots=True)
class Change:
    """One claim, by document and id, before and after; None where a ledger does not have it."""

    claim: str
    before: Judgement | None
    after: Judgement | None

    @property
    def kind(self) -> str:
        """new, gone, worse or better."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "worse" if self.after.rank > self.before.rank else "better"

    @property
    def line(self) -> str:
        """One line of plain text."""
        sides = [judgement.words for judgement in (self.before, self.after) if judgement is not None]
        claim = " ".join(self.claim.split())  # a line break in a name could feign a line
        return f"{self.kind:<6}  {claim}: {' -> '.join(sides)}"


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """What differs between two ledgers, worse first, then gone, new and better, each by name."""
    before, after = dict(_judgements(old)), dict(_judgements(new))
    found = [Change(claim, before.get(claim), after.get(claim)) for claim in before.keys() | after.keys()]
    kinds = ("worse", "gone", "new", "better")
    differing = (change for change in found if change.before != change.after)
    return tuple(sorted(differing, key=lambda change: (kinds.index(change.kind), change.claim)))


def summed(found: tuple[Change, ...]) -> str:
    """How many claims changed in which way."""
    if not found:
        return "No verdict changed."
    numbers = Counter(change.kind for change in found)
    return f"{listed([f'{number} {kind}' for kind, number in numbers.items()])} of {counted(len(found), 'changed claim')}."


def _judgements(ledger: Mapping[str, Any]) -> Iterator[tuple[str, Judgement]]:
    for finding in ledger["findings"]:
        yield f"{finding['document']}/{finding['id']}", Judgement(finding["verdict"], finding["strength"], finding["as_expected"])
    for document in ledger["documents"]:
        for record in document["not_checkable"]:
            yield f"{document['id']}/{record['id']}", Judgement(NOT_CHECKABLE.name, None, True)

"""Two ledgers in, out come the claims whose judgement or text differs,
and whether any got worse.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum.decision import BY_WORD
from probatum.vocabulary import Verdict
from probatum_reports.words.phrases import counted, listed
from probatum_reports.words.verdicts import BY_NAME, NOT_CHECKABLE, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from probatum import ledger_entries

# From good to bad, apart up to the undecided: what says nothing of the text is worse than a text
# found false. Of those beyond, what else is said of a claim counts first.
LAST = VERDICTS.index(BY_NAME[Verdict.UNDECIDED]) + 1
RANKS = {verdict.name: rank for rank, verdict in enumerate(VERDICTS)}
STRENGTHS = (*BY_WORD, None)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of one claim, and the passage that it is about: its id,
    and the digest of its words (empty: not in the outline); of a suspect one what became of it.
    """

    verdict: str
    strength: str | None
    expected: bool
    at: str = ""
    sha256: str = ""
    doubt: str = ""

    @property
    def words(self) -> str:
        word = (
            NOT_CHECKABLE.word if self.verdict == NOT_CHECKABLE.name else BY_NAME[self.verdict].word
        )
        surprise = "" if self.expected else ", not as expected"
        return f"{word} ({self.strength}){surprise}" if self.strength else word + surprise

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        rank = RANKS[self.verdict]
        return min(rank, LAST), not self.expected, STRENGTHS.index(self.strength), rank


@dataclass(frozen=True, slots=True)
class Change:
    """One claim, by document and id, before and after; None where a ledger does not have it."""

    claim: str
    before: Judgement | None
    after: Judgement | None

    @property
    def kind(self) -> str:
        """new, gone, worse, better, or revised where it is judged as before and only its text
        changed.
        """
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        if self.after.rank == self.before.rank:
            return "revised"
        surprising = self.before.expected and not self.after.expected  # whatever the verdict
        return "worse" if surprising or self.after.rank > self.before.rank else "better"

    @property
    def differs(self) -> bool:
        """Whether the claim is judged otherwise, or its text is another."""
        if self.before is None or self.after is None:
            return True
        return self.before.rank != self.after.rank or bool(self.text)

    @property
    def text(self) -> str:
        """What became of the words that the claim is about; empty where they are the same,
        and nobody doubts that the claim is about them.
        """
        if self.before is None or self.after is None:
            return ""
        if self.before.sha256 == self.after.sha256:
            return "" if self.before.doubt == self.after.doubt else self.after.doubt
        if self.before.at != self.after.at:
            return f"its passage was {self.before.at}, and is {self.after.at} with other words"
        return (
            f"the words of its passage {self.after.at} "
            f"{'changed' if self.after.sha256 else 'are gone'}"
        )

    @property
    def line(self) -> str:
        """One line of plain text."""
        sides = [
            judgement.words for judgement in (self.before, self.after) if judgement is not None
        ]
        said = " -> ".join(dict.fromkeys(sides) if self.kind == "revised" else sides) + (
            f"; {self.text}" if self.text else ""
        )
        # a line break in a name could feign a line
        return f"{self.kind:<7} {' '.join(f'{self.claim}: {said}'.split())}"


def changes(old: ledger_entries.Ledger, new: ledger_entries.Ledger) -> tuple[Change, ...]:
    """What differs between two ledgers, worse first, then gone, new, better and revised,
    each by name.
    """
    before, after = dict(_judgements(old)), dict(_judgements(new))
    found = [
        Change(claim, before.get(claim), after.get(claim)) for claim in before.keys() | after.keys()
    ]
    kinds = ("worse", "gone", "new", "better", "revised")
    differing = (change for change in found if change.differs)
    return tuple(sorted(differing, key=lambda change: (kinds.index(change.kind), change.claim)))


def differing(old: ledger_entries.Ledger, new: ledger_entries.Ledger) -> tuple[list[str], bool]:
    """All that differs in lines, and whether a claim got worse."""
    found = changes(old, new)
    told = [*(change.line for change in found), *revisions(old, new), summed(found)]
    return told, any(change.kind == "worse" for change in found)


def revisions(old: ledger_entries.Ledger, new: ledger_entries.Ledger) -> tuple[str, ...]:
    """One line for each document whose text differs: how many passages are new, edited or gone."""
    before, after = _texts(old), _texts(new)
    return tuple(
        line
        for name in sorted(before.keys() & after.keys())
        if (line := _revision(name, before[name], after[name]))
    )


def _revision(document: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    edited = [name for name in before.keys() & after.keys() if before[name] != after[name]]
    new, gone = (_more(first, second) for first, second in ((after, before), (before, after)))
    counts = [
        f"{number} {kind}"
        for number, kind in ((new, "new"), (len(edited), "edited"), (gone, "gone"))
        if number
    ]
    return (
        f"{'text':<7} {' '.join(document.split())}: {listed(counts)} of "
        f"{counted(len(after), 'passage')}"
        if counts
        else ""
    )


def _more(texts: Mapping[str, str], others: Mapping[str, str]) -> int:
    """How many passages the others have not: under another id the same words are the same."""
    apart = [
        Counter(side[name] for name in side.keys() - ids)
        for side, ids in ((texts, others.keys()), (others, texts.keys()))
    ]
    return (apart[0] - apart[1]).total()


def _texts(ledger: ledger_entries.Ledger) -> dict[str, dict[str, str]]:
    """The digests of the words of all passages, by document and passage."""
    return {
        document["id"]: {
            passage["id"]: passage["sha256"]
            for section in document["sections"]
            for passage in section["passages"]
        }
        for document in ledger["documents"]
    }


def summed(found: tuple[Change, ...]) -> str:
    """How many claims changed in which way."""
    if not found:
        return "No verdict changed."
    numbers = Counter(change.kind for change in found)
    return (
        f"{listed([f'{number} {kind}' for kind, number in numbers.items()])} of "
        f"{counted(len(found), 'changed claim')}."
    )


def _judgements(ledger: ledger_entries.Ledger) -> Iterator[tuple[str, Judgement]]:
    texts = _texts(ledger)
    for finding in ledger["findings"]:
        at, judged = (
            finding["at"],
            (finding["verdict"], finding["strength"], finding["as_expected"]),
        )
        words = texts.get(finding["document"], {}).get(at, "")
        said = finding["reason"].partition(". ")[0] if finding["verdict"] == Verdict.SUSPECT else ""
        yield f"{finding['document']}/{finding['id']}", Judgement(*judged, at, words, said)
    for document in ledger["documents"]:
        for record in document["not_checkable"]:
            words = texts[document["id"]].get(record["at"], "")
            yield (
                f"{document['id']}/{record['id']}",
                Judgement(NOT_CHECKABLE.name, None, True, record["at"], words),
            )

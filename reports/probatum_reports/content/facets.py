"""What the cards of a page can be filtered by, and how many claims each choice keeps;
strict readings are counted only as such.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum.decision import BY_WORD
from probatum.vocabulary import Said
from probatum_reports.words.terms import BY_NAME as TERMS
from probatum_reports.words.verdicts import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from probatum_reports.content.text_sections import Section

SAID = ((Said.STATED, "stated"), (Said.IMPLIED, "implied"), (Said.STRICT, "strict readings"))


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, its word, and how many cards have it."""

    value: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: its name in the address, its label, its choices."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def facets(sections: Sequence[Section]) -> tuple[Facet, ...]:
    """The filters that tell some cards from others, and so have at least two choices."""
    return tuple(facet for facet in _facets(sections) if len(facet.choices) > 1)


def passage_facets(sections: Sequence[Section]) -> tuple[Facet, ...]:
    """The filters of an outline: by verdict, of which a passage may have several."""
    verdicts = [
        name
        for section in sections
        for passage in section.passages
        for name in {chip.verdict.name for chip in passage.chips}
    ]
    return (_facet("verdict", "Verdict", [(each.name, each.word) for each in VERDICTS], verdicts),)


def _facets(sections: Sequence[Section]) -> Iterator[Facet]:
    cards = [card for section in sections for card in section.cards]
    strict = [each for card in cards for each in card.strict_readings]
    deciders = [name for card in cards for name in card.deciders]
    methods = [
        (name, TERMS[name].title if name in TERMS else name) for name in sorted(set(deciders))
    ]
    yield _facet("said", "In the text", SAID, (card.said for card in (*cards, *strict)))
    yield _facet(
        "verdict",
        "Verdict",
        [(each.name, each.word) for each in VERDICTS],
        (card.verdict.name for card in cards),
    )
    yield _facet(
        "strength",
        "Strength",
        [(name, name) for name in BY_WORD],
        (card.strength for card in cards),
    )
    yield _facet(
        "section",
        "Section",
        [(each.id, each.title) for each in sections],
        (each.id for each in sections for _ in each.cards),
    )
    yield _facet("decider", "Decided by", methods, deciders)


def _facet(name: str, label: str, words: Iterable[tuple[str, str]], values: Iterable[str]) -> Facet:
    numbers = Counter(values)
    return Facet(
        name,
        label,
        tuple(Choice(value, word, numbers[value]) for value, word in words if numbers[value]),
    )

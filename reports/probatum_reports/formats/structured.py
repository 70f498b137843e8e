"""What was found as structured data that search engines read: ClaimReview,
of the vocabulary of schema.org.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from probatum.vocabulary import Said
from probatum_reports.words.prose import spoken
from probatum_reports.words.verdicts import BY_NAME, CONDITIONAL, HOLDS, REFUTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum_reports.content.cards import Card
    from probatum_reports.content.page_data import Page

RATINGS = {HOLDS: 5, CONDITIONAL: 3, REFUTED: 1}  # of 1 to 5; what is not settled has no rating
NATURAL, STATED = (Said.STATED, Said.IMPLIED), (Said.STATED,)


def reviews(page: Page, said: Sequence[str], indent: int | None = None) -> str:
    """One review for each claim that the text makes in one of these ways, read as it is meant,
    in JSON-LD.

    Claims that are not settled have none. What all of them share is one node each, which they name.
    """
    cards = [
        card
        for section in page.sections
        for card in section.cards
        if card.said in said and card.verdict in RATINGS
    ]
    part_of = {
        card.id: part.file
        for part in page.parts
        for section in part.sections
        for card in section.cards
    }
    graph = [
        *_shared(page),
        *(_review(page, card, part_of.get(card.id, page.front)) for card in cards),
    ]
    separators = (",", ":") if indent is None else None
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)


def inline_reviews(page: Page) -> Markup:
    """The reviews of what the text states, for an element of its page: nothing in them ends it."""
    return Markup(reviews(page, STATED).replace("<", r"\u003c").replace("&", r"\u0026"))


def _shared(page: Page) -> Iterator[dict[str, Any]]:
    text = {"@type": "CreativeWork", "@id": "#:text", "name": page.title}
    text |= {
        name: value
        for name, value in (("url", page.url), ("license", page.licence_address or page.licence))
        if value
    }
    yield text
    yield {"@type": "Claim", "@id": "#:claim", "appearance": {"@id": "#:text"}}
    yield {"@type": "Organization", "@id": "#:author", "name": "Probatum"} | (
        {"url": page.home.repository} if page.home.repository else {}
    )
    for verdict, rating in RATINGS.items():
        rated = {
            "ratingValue": rating,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": BY_NAME[verdict.name].word,
        }
        yield {"@type": "Rating", "@id": f"#:{verdict.name}"} | rated


def _review(page: Page, card: Card, file: str) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": f"{page.home.of(file)}#{card.id}",
        "claimReviewed": spoken(card.wording.beginning),
        "author": {"@id": "#:author"},
        "itemReviewed": {"@id": "#:claim"},
        "reviewRating": {"@id": f"#:{card.verdict.name}"},
    }

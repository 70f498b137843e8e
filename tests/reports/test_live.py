"""The live figure's words lead to the claims that carry them, each by words of its own."""

from __future__ import annotations

from typing import Any

import pytest

from probatum_reports.content.edition import Edition
from probatum_reports.content.reading import read
from probatum_reports.formats.page import checked_pages
from tests.browser.conftest import SAMPLE
from tests.reports.test_page import Document, html_of


@pytest.fixture
def regimes() -> tuple[Any, list[dict[str, Any]]]:
    ledger: Any = read(SAMPLE)
    (figure,) = (each["figure"] for each in ledger["findings"] if (each["figure"] or {}).get("live"))
    return ledger, figure["live"]["regimes"]


def test_a_claim_carries_the_words_and_several_carry_their_parts(regimes: tuple[Any, list[dict[str, Any]]]) -> None:
    ledger, (first, second, *_) = regimes
    first |= {"label": "nearer, on the same side", "claims": ["bowl-eigenvalues", "gradient-misses-minimum"]}
    second |= {"label": "across, and nearer", "claims": ["bowl-eigenvalues"]}
    live = checked_pages(Edition(ledger))[0].live
    assert live is not None
    told = [[(part.words, part.claim.claim) for part in each.carried] for each in live.regimes]
    assert told[0] == [("nearer", "bowl-eigenvalues"), ("on the same side", "gradient-misses-minimum")]
    assert told[1] == [("across, and nearer", "bowl-eigenvalues")]
    assert [each.between for each in live.regimes][:2] == ["0 to 1", "1 to 2" if len(live.regimes) > 2 else "above 1"]
    assert live.regimes[-1].between.startswith("above ")


def test_claims_that_carry_no_words_are_named(regimes: tuple[Any, list[dict[str, Any]]]) -> None:
    ledger, (first, *_) = regimes
    first |= {"label": "nearer", "claims": ["bowl-eigenvalues", "gradient-misses-minimum"]}
    live = checked_pages(Edition(ledger))[0].live
    assert live is not None
    assert live.regimes[0].carried == ()
    assert "nearer bowl-eigenvalues gradient-misses-minimum" in Document(html_of(ledger)).words


def test_a_claim_that_is_not_in_the_run_carries_nothing(regimes: tuple[Any, list[dict[str, Any]]]) -> None:
    ledger, (first, *_) = regimes
    first["claims"] = ["no-such-claim"]
    assert "no-such-claim not in this run" in Document(html_of(ledger)).words

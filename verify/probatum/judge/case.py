"""A claim with the evidence on it, as far as that has come."""

from __future__ import annotations

from dataclasses import dataclass, field

from probatum.authoring.definition import Claim
from probatum.authoring.expectation import Open
from probatum.judge.evidence import Evidence


@dataclass(slots=True)
class Case:
    """What is gathered of a claim; nothing is lost when something raises."""

    claim: Claim
    evidence: Evidence = field(init=False)

    def __post_init__(self) -> None:
        expect = self.claim.expect
        self.evidence = Evidence(
            expect.verdict,
            scope=self.claim.scope is not None,
            why_open=expect.reason if isinstance(expect, Open) else "",
        )

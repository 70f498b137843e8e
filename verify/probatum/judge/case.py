"""A claim with the evidence on it, as far as that has come."""

from __future__ import annotations

from dataclasses import dataclass, field

from probatum.authoring.definition import Claim
from probatum.judge.evidence import Evidence


@dataclass(slots=True)
class Case:
    """What is gathered of a claim; nothing is lost when something raises."""

    claim: Claim
    evidence: Evidence = field(init=False)

    def __post_init__(self) -> None:
        self.evidence = Evidence(self.claim.expect.verdict, scope=self.claim.scope is not None)

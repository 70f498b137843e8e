"""What the pages of a ledger are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from probatum_reports.content.home import HERE, Home

if TYPE_CHECKING:
    from probatum import ledger_entries
    from probatum_reports.content.copies import Copies


@dataclass(frozen=True, slots=True)
class Edition:
    """A ledger, the copies of its texts that are shown with it, and where its pages are at home."""

    ledger: ledger_entries.Ledger
    copies: Copies = field(default_factory=dict)
    home: Home = HERE

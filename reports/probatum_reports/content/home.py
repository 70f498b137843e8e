"""Where a report is at home: the repository of its claims, and where it is published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from probatum_reports.words.addresses import web_address

COMMIT = re.compile(r"[0-9a-f]{7,64}")  # its digest, whole or shortened, of SHA-1 or SHA-256
FRONT = "index.html"  # what a host serves for the folder itself


class AddressError(ValueError):
    """An address at which no site can stand."""


@dataclass(frozen=True, slots=True)
class Home:
    """The repository that questions go to, whether the pages are published, and at which address;
    empty where it is not known.
    """

    repository: str = ""
    is_published: bool = False
    address: str = ""

    def of(self, file: str) -> str:
        """The address of a file of the site: whole where that is known,
        else as one beside the others.
        """
        if self.address and file == FRONT:
            return self.address
        return self.address + file

    def commit(self, sha: str) -> str:
        """Where the repository shows a commit; empty where no repository is known,
        or what stands there names no commit.
        """
        return (
            f"{self.repository}/commit/{sha}" if self.repository and COMMIT.fullmatch(sha) else ""
        )


HERE = Home()  # beside its ledger


def site_address(address: str) -> str:
    """The address of a site, with a slash at its end; raises AddressError for one that no page can
    stand at.
    """
    found = web_address(address)
    if not found or urlsplit(found).query or urlsplit(found).fragment:
        raise AddressError(
            f"got {address!r}, wanted the web address of the published folder, "
            "such as https://owner.example/name/"
        )
    return found.removesuffix(FRONT).rstrip("/") + "/"

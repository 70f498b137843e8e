"""Tells whether the pages of a ledger stand already as they would be written again."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PATTERNS = ("report.html", "report-*.html", "workings*.html", "claims-*.html")
WRITERS = ("jinja2", "markupsafe", "math-core", "pygments")  # a new version may write other bytes
CODE = Path(__file__).parents[1]
# How many findings came from earlier runs, of which pages that hold only claims say nothing. Within
# a text JSON has no quotation marks but behind a backslash.
REUSED = re.compile(rb'"reused": [0-9]+, ')
OF_CLAIMS = "claims-"  # what their names begin with


def grounds(ledger: bytes, repository: str) -> tuple[str, str]:
    """The digests of all that pages are made of: a ledger, the code that writes them,
    and the repository that they lead to; and of all that pages which hold only claims are made of.
    """
    beside = repr([repository, _writers()]).encode()
    whole, of_claims = (sha256(part + beside) for part in (ledger, REUSED.sub(b"", ledger)))
    return whole.hexdigest(), of_claims.hexdigest()


@cache
def _writers() -> str:
    """The digest of the code that writes pages, and of the versions of what it uses."""
    digest = sha256()
    for file in sorted(CODE.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(f"\0{file.relative_to(CODE)}\0".encode() + file.read_bytes())
    digest.update(repr([(name, version(name)) for name in WRITERS]).encode())
    return digest.hexdigest()


def standing(folder: Path) -> dict[str, str]:
    """The digest of each page that stands in a folder, by its name."""
    found = sorted(path for pattern in PATTERNS for path in folder.glob(pattern) if path.is_file())
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in found}

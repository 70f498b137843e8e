"""Tells whether the pages of a ledger stand already as they would be written again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PATTERNS = ("report.html", "report-*.html", "workings*.html", "claims-*.html")
WRITERS = ("jinja2", "markupsafe", "math-core", "pygments")  # a new version may write other bytes
CODE = Path(__file__).parents[1]


def grounds(ledger: bytes, repository: str) -> str:
    """The digest of all that pages are made of: a ledger, the code that writes them,
    and the repository that they lead to.
    """
    digest = sha256(ledger)
    digest.update(repr([repository, _writers()]).encode())
    return digest.hexdigest()


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
    found = sorted(path for pattern in PATTERNS for path in folder.glob(pattern))
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in found}

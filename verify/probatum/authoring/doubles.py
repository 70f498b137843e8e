"""Claims that a ledger would take for one: of one id, or of one module that is reached by several
paths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from probatum.authoring.census import followed
from probatum.authoring.placeable import Placeable

Words = tuple[Placeable, str]
Shown = Callable[[Path], str]  # a path as readers know it


def reached_twice(paths: Iterable[Path], shown: Shown) -> Iterator[str]:
    """What is said of each path by which a module is reached that another leads to as well."""
    first: dict[Path, Path] = {}
    for path in dict.fromkeys(paths):
        other = first.setdefault(followed(path), path)
        if other != path:
            yield (
                f"{shown(path)}: got the module of claims that is {shown(other)} as well, by a "
                "link, wanted each by one path"
            )


def doubled(
    claims: Iterable[Placeable], ledger_id: Callable[[Placeable], str], shown: Shown
) -> Iterator[Words]:
    """Each claim whose id in the ledger is that of one before it, where nobody can read that off
    the files, with what is said of it.
    """
    known: dict[str, Placeable] = {}
    for claim in claims:
        other = known.setdefault(ledger_id(claim), claim)
        if other is not claim:
            path, of = Path(claim.path), Path(other.path)
            yield (
                claim,
                f"{shown(path)}:{claim.line}: claim {claim.id!r}: got the id that "
                f"{shown(of)}:{other.line} has already, wanted another",
            )

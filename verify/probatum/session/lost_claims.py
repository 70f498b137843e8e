"""Says what is lost, or cannot be had, of the claims that a run was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from probatum.authoring.placeable import Recalled
from probatum.session.completeness import Account, file_of, relative
from probatum.session.selection import asked_for

if TYPE_CHECKING:  # brought in with the first claim
    from probatum.authoring.declarations import Declarations
    from probatum.authoring.placement import Placement


@dataclass(frozen=True, slots=True)
class Losses:
    """What a run collected, held against what stands in the files.

    placement: None where no claim was found.
    """

    config: pytest.Config
    roots: tuple[Path, ...]
    account: Account
    found: list[Declarations | Recalled]  # the claims that modules hold, in order
    placement: Placement | None
    holds_claims: Callable[[Path], bool]

    def problems(self) -> Iterator[str]:
        """What is lost, or cannot be had, a sentence each."""
        yield from self._absent()
        yield from self._dangling()
        yield from self.account.misnamed
        yield from self._reached_twice()
        yield from self._unread()
        yield from self._lost()
        yield from self._doubled()

    def _absent(self) -> list[str]:
        """A folder that is misspelled would leave all of its claims out."""
        return [
            f"claims_paths: got {self._relative(root)}, wanted a folder or a file that is there"
            for root in self.roots
            if not root.exists() and asked_for(self.config, root)
        ]

    def _dangling(self) -> list[str]:
        """A link that leads nowhere stands for a module whose claims are missing."""
        from probatum.authoring.census import dangling

        return [
            f"{self._relative(path)}: got a link that leads nowhere, wanted a module of claims"
            for path in dangling(self.roots)
            if asked_for(self.config, path)
        ]

    def _reached_twice(self) -> Iterator[str]:
        """One module by several paths: its claims would be decided for each, under one id."""
        if len(self.account.paths) > 1:
            from probatum.authoring.doubles import reached_twice

            yield from reached_twice(self.account.paths, self._relative)

    def _unread(self) -> list[str]:
        """Modules that could not be imported, or were not, though a hook of the project says that
        they were collected.
        """
        root = self.config.rootpath
        hidden = sorted(
            name
            for name in self.account.unread
            if str(file_of(name, root)) not in self.account.broken
        )
        return [
            f"{name}: got a module of claims that was not imported, though a hook passed it, "
            "wanted its claims"
            for name in hidden
        ]

    def _lost(self) -> Iterator[str]:
        from probatum.authoring.census import census, followed, written_files

        places = self.placement.places if self.placement else census(written_files(self.roots))
        replaced = [*self._replaced()]
        told = {(followed(claim.path), claim.line, str(claim.id)) for claim, _ in replaced}
        lost = self.account.lost(self.config, places, lambda file: self.holds_claims(Path(file)))
        for place, what in lost:
            if (followed(place.path), place.line, place.id) not in told:
                yield (
                    f"{self._relative(place.path)}:{place.line}: claim {place.id!r}: got {what}, "
                    "wanted its finding"
                )
        yield from (words for _, words in replaced)

    def _replaced(self) -> Iterator[tuple[Declarations, str]]:
        """Claims whose name in their module another one of the same code has taken."""
        imported = [claim for claim in self.found if not isinstance(claim, Recalled)]
        if not imported:
            return
        from probatum.authoring.declarations import REPLACED, replaced

        for claim in replaced(imported):
            place = f"{self._relative(Path(claim.path))}:{claim.line}"
            yield claim, f"{place}: claim {claim.id!r}: {REPLACED}"

    def _doubled(self) -> Iterator[str]:
        """Claims whose ids nobody can read off the files, and which have that of another one."""
        if self.placement is None:
            return
        from probatum.authoring.doubles import doubled

        claims = [claim.claim for claim in self.found]
        for claim, words in doubled(claims, self.placement.ledger_id, self._relative):
            if not self._is_reached_twice(Path(claim.path)):
                yield words

    def _is_reached_twice(self, path: Path) -> bool:
        from probatum.authoring.census import followed

        return sum(followed(other) == followed(path) for other in self.account.paths) > 1

    def _relative(self, path: Path) -> str:
        return relative(path, self.config.rootpath)

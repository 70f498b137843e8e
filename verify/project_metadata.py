"""Gives a built package the addresses of its repository, and on an index page the README's
pictures.

The repository's address stands nowhere in the code, for a fork has another: PROBATUM_REPOSITORY
names it, or the variables of the workflow that builds.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?!https?:)(?P<path>[^)\s]+)\)\n*")
LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?!https?:|#)(?P<path>[^)\s]+)\)")


class Addresses(MetadataHookInterface):
    """Fills in `readme` and `urls`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Take the README as it is, but for what points into the repository."""
        repository = repository_of(os.environ)
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        readme = {"content-type": "text/markdown", "text": described(text, repository)}
        metadata["readme"] = readme
        metadata["urls"] = urls(repository) if repository else {}


def repository_of(environment: Any) -> str:
    """The repository's https address without a slash at its end, or nothing."""
    named = environment.get("PROBATUM_REPOSITORY", "")
    if not named and "GITHUB_REPOSITORY" in environment:
        named = f"{environment.get('GITHUB_SERVER_URL', '')}/{environment['GITHUB_REPOSITORY']}"
    return str(named).rstrip("/") if str(named).startswith("https://") else ""


def urls(repository: str) -> dict[str, str]:
    """Where a reader of an index page goes from there."""
    return {
        "Repository": repository,
        "Documentation": f"{repository}/tree/main/docs",
        "Changelog": f"{repository}/blob/main/CHANGELOG.md",
        "Issues": f"{repository}/issues",
    }


def described(text: str, repository: str) -> str:
    """The README with absolute links; without a repository, no picture and no link leads astray."""
    if not repository:
        return LINK.sub(r"\g<words>", PICTURE.sub("", text))
    shown = PICTURE.sub(rf"![\g<words>]({repository}/raw/main/\g<path>)\n\n", text)
    return LINK.sub(rf"[\g<words>]({repository}/blob/main/\g<path>)", shown)

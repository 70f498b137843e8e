"""The pytest plugin that writes the page when the engine has written a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

REPOSITORY = "claims_repository"
PAGES = "probatum/pages"  # in pytest's cache: which pages were written last, and of what


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """The repository that readers' questions go to; the engine's settings stay known where it is
    switched off.
    """
    if pluginmanager.is_blocked("probatum"):
        from probatum.settings import declare

        declare(parser)
    parser.addini(
        REPOSITORY,
        "https address of the repository that questions about a verdict go to, as an issue",
        default="",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse an address that no link should lead to before any claim is decided."""
    if address := config.getini(REPOSITORY):
        from probatum_reports.content.issue_links import RepositoryError, repository

        try:
            repository(address)
        except RepositoryError as error:
            raise pytest.UsageError(f"{REPOSITORY}: {error}") from error


@pytest.hookimpl(optionalhook=True)
def pytest_probatum_ledger_written(config: pytest.Config, ledger_path: Path) -> Path:
    """Writes the pages beside the ledger, those that do not stand there already,
    and returns the path of report.html.
    """
    from probatum_reports.formats.unchanged_pages import OF_CLAIMS, grounds, standing

    cache, folder = getattr(config, "cache", None), ledger_path.parent
    whole, of_claims = grounds(ledger_path.read_bytes(), config.getini(REPOSITORY))
    known = cache.get(PAGES, None) if cache is not None else None
    stands = standing(folder)
    if known != [whole, of_claims, stands]:
        same = isinstance(known, list) and known[1:] == [of_claims, stands]
        kept = [name for name in stands if same and name.startswith(OF_CLAIMS)]
        _write(config.getini(REPOSITORY), ledger_path, kept)
        if cache is not None:
            cache.set(PAGES, [whole, of_claims, standing(folder)])
    return folder / "report.html"


def _write(address: str, ledger: Path, standing: Collection[str]) -> None:
    from probatum_reports.content.edition import Edition
    from probatum_reports.content.home import Home
    from probatum_reports.content.issue_links import repository
    from probatum_reports.content.reading import read
    from probatum_reports.formats.page import write_pages

    home = Home(repository(address)) if address else Home()
    write_pages(Edition(read(ledger), home=home), ledger.parent, standing)

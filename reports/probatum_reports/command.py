"""The subcommands that make something of a ledger: report, publish, summary, badge, diff."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probatum.printing import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from probatum_reports.formats.comparison import Change

LEDGER = Path("build/probatum/ledger.json")
SITE = Path("build/site")
JOB_SUMMARY = "GITHUB_STEP_SUMMARY"


def report(arguments: list[str]) -> int:
    """Writes the pages of a ledger and prints the path of report.html; 2 when the ledger or the folder is unusable."""
    from probatum_reports.content.questions import repository
    from probatum_reports.formats.page import write_pages

    parser = _parser("report", "Write the HTML report of a ledger.")
    parser.add_argument("--output", type=Path, metavar="DIR", help="the folder to write into (default: the ledger's)")
    parser.add_argument("--source", type=Path, metavar="FILE", help="your own copy of the text, to be shown with its passages coloured")
    _take_repository(parser)
    options = parser.parse_args(arguments)

    def write() -> None:
        source = _text(options.source) if options.source else ""
        asked = repository(options.repository) if options.repository else ""
        print(write_pages(_read(options.ledger), options.output or options.ledger.parent, source, asked))

    return _run("report", write, options.ledger, options.source)


def publish(arguments: list[str]) -> int:
    """Writes a folder for a static host and prints its front page; 2 when the ledger is unusable or partial, or the folder unusable."""
    from probatum_reports.content.questions import repository
    from probatum_reports.formats.site import write_site

    parser = _parser("publish", "Write the pages of a ledger, its badge, its summary and itself into a folder for a static host.")
    parser.add_argument("--output", type=Path, default=SITE, metavar="DIR", help="the folder to write into (default: %(default)s)")
    _take_repository(parser)
    _take_partial(parser)
    options = parser.parse_args(arguments)

    def write() -> None:
        asked = repository(options.repository) if options.repository else ""
        ledger = _whole(options)
        print(write_site(ledger, options.ledger.read_bytes(), options.output, asked))

    return _run("site", write, options.ledger, command="publish")


def summary(arguments: list[str]) -> int:
    """Prints a Markdown summary, and appends it to the job summary of a CI that names a file for it; 2 when the ledger is unusable."""
    from probatum_reports.formats.beside import summary as summary_of

    options = _parser("summary", "Print a Markdown summary of a ledger.").parse_args(arguments)

    def write() -> None:
        text = summary_of(_read(options.ledger))
        print(printable(text), end="")
        if job := os.environ.get(JOB_SUMMARY):
            with open(job, "a", encoding="utf-8") as file:
                file.write(text)

    return _run("summary", write, options.ledger)


def badge(arguments: list[str]) -> int:
    """Writes the badge and prints its path; 2 when the ledger is unusable or partial, or the file unusable."""
    from probatum_reports.formats.beside import badge_svg
    from probatum_reports.formats.page import write

    parser = _parser("badge", "Write a badge of a ledger as SVG.")
    parser.add_argument("--output", type=Path, metavar="FILE", help="the file to write (default: badge.svg beside the ledger)")
    _take_partial(parser)
    options = parser.parse_args(arguments)
    output = options.output or options.ledger.with_name("badge.svg")

    def make() -> None:
        write(output, badge_svg(_whole(options)).encode())
        print(output)

    return _run("badge", make, options.ledger)


def diff(arguments: list[str]) -> int:
    """Prints which claims are judged otherwise in another ledger; 1 when one got worse, 2 when a ledger is unusable."""
    from probatum_reports.formats.comparison import changes, revisions, summed

    parser = ArgumentParser(prog="probatum diff", description="Compare two ledgers. The exit code is 1 when a claim got worse.")
    parser.add_argument("old", type=Path, metavar="OLD", help="the ledger before")
    parser.add_argument("new", type=Path, metavar="NEW", help="the ledger after")
    options = parser.parse_args(arguments)
    worse: list[Change] = []

    def compare() -> None:
        old, new = _read(options.old), _read(options.new)
        found = changes(old, new)
        print(printable("\n".join([*(change.line for change in found), *revisions(old, new), summed(found)])))
        worse.extend(change for change in found if change.kind == "worse")

    return _run("diff", compare, options.new) or int(bool(worse))


def _read(path: Path) -> dict[str, Any]:
    from probatum_reports.content.reading import read

    return read(path)


def _whole(options: Namespace) -> dict[str, Any]:
    """The ledger of a run that left out nothing, unless the options allow for that; raises LedgerError."""
    from probatum.errors import LedgerError

    ledger = _read(options.ledger)
    run = ledger["run"]
    if not run["complete"] and not options.partial:
        raise LedgerError(
            f"{options.ledger}: got a partial run, of {run['selected']} of {run['total']} claims, wanted a whole one: "
            "run pytest on all claims, or add --partial to have it said"
        )
    return ledger


def _text(path: Path) -> str:
    """The text of a reader's copy; raises CopyError when it cannot be read or is empty."""
    from probatum_reports.source.decoding import CopyError, decoded

    try:
        return decoded(path.read_bytes())
    except OSError as error:
        raise CopyError(f"got {error.strerror}, wanted a copy of the text") from error


def _take_repository(parser: ArgumentParser) -> None:
    parser.add_argument("--repository", default="", metavar="URL", help="the repository that questions about a verdict go to, as an issue")


def _take_partial(parser: ArgumentParser) -> None:
    parser.add_argument("--partial", action="store_true", help="also of a run that left claims out: what is written says so")


def _run(name: str, act: Callable[[], None], ledger: Path, source: Path | None = None, command: str = "") -> int:
    """0 when the act succeeds; else 2, and the reason on standard error."""
    from probatum.errors import LedgerError
    from probatum_reports.content.names import PageError
    from probatum_reports.content.questions import RepositoryError
    from probatum_reports.source.decoding import CopyError

    try:
        act()
    except LedgerError as error:
        return _refused(command or name, str(error))
    except CopyError as error:
        return _refused(command or name, f"{source}: {error}")
    except RepositoryError as error:
        return _refused(command or name, f"--repository: {error}")
    except PageError as error:
        return _refused(command or name, f"{ledger}: {error}")
    except OSError as error:
        return _refused(command or name, f"{error.filename}: got {error.strerror}, wanted a place to write the {name} to")
    return 0


def _refused(name: str, reason: str) -> int:
    print(printable(f"probatum {name}: {reason}"), file=sys.stderr)
    return 2


def _parser(name: str, description: str) -> ArgumentParser:
    parser = ArgumentParser(prog=f"probatum {name}", description=description)
    parser.add_argument("--ledger", type=Path, default=LEDGER, metavar="FILE", help="the ledger to read (default: %(default)s)")
    return parser

"""The subcommands that make something of a ledger: report, publish, summary, badge, diff."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from probatum.printing import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from probatum import ledger_entries
    from probatum_reports.content.copies import Copies

LEDGER = Path("build/probatum/ledger.json")
SITE = Path("build/site")
JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
NAMED = 12  # findings that are not as expected and that a refusal names


def report(arguments: list[str]) -> int:
    """Writes the report of a ledger and prints the path of report.html.

    1 when a copy of the text lacks passages, 2 when the ledger, a copy or the folder is unusable.
    """
    from probatum_reports.content.edition import Edition
    from probatum_reports.content.home import Home
    from probatum_reports.formats.page import write_pages

    parser = _parser("report", "Write the HTML report of a ledger.")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="the folder to write into (default: the ledger's)",
    )
    _take_sources(
        parser, "your own copy of a text, to be shown with its passages coloured by verdict"
    )
    _take_repository(parser)
    options = parser.parse_args(arguments)

    def write() -> None:
        ledger = _read(options.ledger)
        found = _copies(ledger, options.source)
        folder = options.output or options.ledger.parent
        print(write_pages(Edition(ledger, found, Home(_repository(options))), folder))
        _demand_passages(ledger, found, options.may_miss)

    return _run("report", write, options.ledger)


def publish(arguments: list[str]) -> int:
    """Writes the report as a folder for a static host and prints the path of its front page.

    1 when findings are not as expected or a copy of the text lacks passages, 2 when the ledger,
    a copy or the folder is unusable.
    """
    from probatum_reports.content.edition import Edition
    from probatum_reports.content.home import Home, site_address
    from probatum_reports.formats.site import write_site

    parser = _parser(
        "publish",
        "Write a folder for a static host: the pages of a ledger, its badge, its summary and the "
        "ledger itself.",
    )
    parser.add_argument(
        "--output",
        type=Path,
        default=SITE,
        metavar="DIR",
        help="the folder to write into (default: %(default)s)",
    )
    _take_sources(
        parser, "a copy of a text, to be published, coloured by verdict, in place of its outline"
    )
    parser.add_argument(
        "--licence-allows",
        action="store_true",
        help="confirm that the licence of each text lets you publish it (required with --source)",
    )
    parser.add_argument(
        "--even-red",
        action="store_true",
        help="publish a ledger even if findings in it are not as expected",
    )
    parser.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="the web address that the folder will have, for absolute links",
    )
    _take_repository(parser)
    _take_partial(parser)
    options = parser.parse_args(arguments)

    def write() -> None:
        home = Home(
            _repository(options), address=site_address(options.address) if options.address else ""
        )
        ledger = _whole(options.ledger, options.partial)
        found = _copies(ledger, options.source)
        _demand_licences(ledger, found, options.licence_allows)
        _demand_decided(ledger, options.ledger)
        _demand_green(ledger, options)
        _demand_passages(ledger, found, options.may_miss)
        edition = Edition(ledger, found, home)
        print(write_site(edition, options.ledger.read_bytes(), options.output))

    return _run("site", write, options.ledger, command="publish")


def summary(arguments: list[str]) -> int:
    """Prints a summary in Markdown; in GitHub Actions, adds it to the job summary as well.

    The environment names the file of that.

    2 when the ledger is unusable.
    """
    from probatum_reports.formats.summary import summary as summary_of

    options = _parser("summary", "Print a Markdown summary of a ledger.").parse_args(arguments)

    def write() -> None:
        text = summary_of(_read(options.ledger))
        print(printable(text), end="")
        if job := os.environ.get(JOB_SUMMARY):
            with open(job, "a", encoding="utf-8") as file:
                file.write(text)

    return _run("summary", write, options.ledger)


def badge(arguments: list[str]) -> int:
    """Writes the badge and prints its path.

    2 when the ledger is unusable or partial, or the file unusable.
    """
    from probatum_reports.formats.page import write
    from probatum_reports.formats.summary import badge_svg

    parser = _parser("badge", "Write a badge of a ledger as SVG.")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="the file to write (default: badge.svg beside the ledger)",
    )
    parser.add_argument(
        "--short", action="store_true", help="show only how many of the stated claims hold"
    )
    _take_partial(parser)
    options = parser.parse_args(arguments)
    output = options.output or options.ledger.with_name("badge.svg")

    def make() -> None:
        ledger = _whole(options.ledger, options.partial)
        write(output, badge_svg(ledger, short=options.short).encode())
        print(output)

    return _run("badge", make, options.ledger)


def diff(arguments: list[str]) -> int:
    """Prints which claims are judged differently in two ledgers.

    1 when one got worse, 2 when a ledger is unusable, or the new one partial.
    """
    from probatum_reports.formats.comparison import differing
    from probatum_reports.formats.corpus_comparison import compared

    parser = ArgumentParser(
        prog="probatum diff",
        description="Compare two ledgers, or the folders that `probatum verify` left of two runs. "
        "The exit code is 1 when a claim got worse.",
    )
    parser.add_argument("old", type=Path, metavar="OLD", help="the ledger, or folder, before")
    parser.add_argument("new", type=Path, metavar="NEW", help="the ledger, or folder, after")
    _take_partial(parser)
    options = parser.parse_args(arguments)
    worse: list[bool] = []

    def compare() -> None:
        told, is_worse = (
            compared(options.old, options.new)
            if options.old.is_dir() or options.new.is_dir()
            else differing(_read(options.old), _whole(options.new, options.partial))
        )
        print(printable("\n".join(told)))
        worse.append(is_worse)

    return _run("diff", compare, options.new) or int(any(worse))


def _read(path: Path) -> ledger_entries.Ledger:
    from probatum_reports.content.reading import read

    return read(path)


def _whole(path: Path, partial: bool) -> ledger_entries.Ledger:
    """The ledger of a run that left out nothing, unless one of a partial run will do;
    raises LedgerError.
    """
    from probatum.errors import LedgerError

    ledger = _read(path)
    run = ledger["run"]
    if not run["complete"] and not partial:
        raise LedgerError(
            f"{path}: got a partial run, of {run['selected']} of {run['total']} "
            "claims, wanted a whole one: "
            "run pytest on all claims, or add --partial to have it said"
        )
    return ledger


class WithheldError(Exception):
    """What was found is not what was asked for: nothing is published."""


class LicenceError(Exception):
    """Nobody has said that a text may be published, or under which licence."""


def _copies(ledger: ledger_entries.Ledger, paths: list[Path]) -> Copies:
    """The copies of texts by document; raises CopyError when one cannot be read, is empty,
    or is of no document.
    """
    from probatum_reports.content.copies import copies
    from probatum_reports.source.decoding import text_of

    return copies(ledger, [(str(path), text_of(path)) for path in paths])


def _demand_passages(ledger: ledger_entries.Ledger, found: Copies, may_miss: int) -> None:
    """Raises WithheldError where copies lack more passages than they may,
    and says in any case which.
    """
    from probatum_reports.content.copies import found_of, lacking

    missing = lacking(ledger, found)
    lines = []
    for document, passages in missing.items():
        number, of = found_of(ledger, document, found)
        lines += [
            f"{document}: {number} of {of} passages found, not found: {', '.join(passages)}"
        ] * bool(passages)
    if sum(map(len, missing.values())) > may_miss:
        raise WithheldError("\n".join(lines))
    for line in lines:
        print(printable(line), file=sys.stderr)


def _demand_licences(ledger: ledger_entries.Ledger, found: Copies, allowed: bool) -> None:
    """Raises LicenceError where nobody has said that a text may be published,
    or under which licence.
    """
    for document in (each for each in ledger["documents"] if each["id"] in found):
        licence = document["licence"].strip()
        if not licence:
            raise LicenceError(
                f"{document['id']}: got no licence in the outline, "
                "wanted the one that its text is published under"
            )
        if not allowed:
            raise LicenceError(
                f"{document['id']}: the licence of its text is {licence}: "
                "add --licence-allows if that lets you publish it"
            )


def _demand_decided(ledger: ledger_entries.Ledger, path: Path) -> None:
    """Raises WithheldError for a ledger that took findings over: what is published was decided
    anew.
    """
    if reused := ledger["run"].get("reused"):
        raise WithheldError(
            f"{path}: got {reused} findings taken over from earlier runs, wanted none: "
            "pytest claims --claims-decide=all"
        )


def _demand_green(ledger: ledger_entries.Ledger, options: Namespace) -> None:
    """Raises WithheldError for a ledger in which something is not as expected,
    unless the options allow for that.
    """
    red = [finding["id"] for finding in ledger["findings"] if not finding["as_expected"]]
    if red and not options.even_red:
        named = ", ".join(red[:NAMED]) + (
            f" and {len(red) - NAMED} more" if len(red) > NAMED else ""
        )
        raise WithheldError(
            f"{options.ledger}: got {len(red)} of {len(ledger['findings'])} findings that are "
            "not as expected, wanted none, "
            f"or --even-red to publish them as such: {named}"
        )


def _repository(options: Namespace) -> str:
    from probatum_reports.content.issue_links import repository

    return repository(options.repository) if options.repository else ""


def _take_sources(parser: ArgumentParser, meaning: str) -> None:
    parser.add_argument(
        "--source",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help=f"{meaning}; give it once for each document",
    )
    parser.add_argument(
        "--may-miss",
        type=_number,
        default=0,
        metavar="N",
        help="how many passages may be missing from the copies (default: 0); "
        "if more are, the exit code is 1",
    )


def _number(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"got {text!r}, wanted a whole number from 0")
    return int(text)


def _take_repository(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--repository",
        default="",
        metavar="URL",
        help="the repository where readers can question a verdict by opening an issue",
    )


def _take_partial(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--partial",
        action="store_true",
        help="accept a run that left claims out; the output says that it did",
    )


def _run(name: str, act: Callable[[], None], ledger: Path, command: str = "") -> int:
    """0 when the act succeeds, 1 when what it found is withheld, else 2;
    the reason on standard error.
    """
    from probatum.errors import LedgerError
    from probatum_reports.content.home import AddressError
    from probatum_reports.content.issue_links import RepositoryError
    from probatum_reports.content.names import PageError
    from probatum_reports.source.decoding import CopyError

    try:
        act()
    except WithheldError as error:
        return _refused(command or name, str(error), 1)
    except (LedgerError, CopyError, LicenceError) as error:
        return _refused(command or name, str(error))
    except RepositoryError as error:
        return _refused(command or name, f"--repository: {error}")
    except AddressError as error:
        return _refused(command or name, f"--address: {error}")
    except PageError as error:
        return _refused(command or name, f"{ledger}: {error}")
    except OSError as error:
        return _refused(
            command or name,
            f"{error.filename}: got {error.strerror}, wanted a place to write the {name} to",
        )
    return 0


def _refused(name: str, reason: str, code: int = 2) -> int:
    print(printable(f"probatum {name}: {reason}"), file=sys.stderr)
    return code


def _parser(name: str, description: str) -> ArgumentParser:
    parser = ArgumentParser(prog=f"probatum {name}", description=description)
    parser.add_argument(
        "--ledger",
        type=Path,
        default=LEDGER,
        metavar="FILE",
        help="the ledger to read (default: %(default)s)",
    )
    return parser

"""The subcommand `probatum report`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

LEDGER = Path("build/probatum/ledger.json")


def report(arguments: list[str]) -> int:
    """Writes the pages of a ledger and prints the path of report.html; 2 when the ledger or the folder is unusable."""
    from probatum.errors import LedgerError
    from probatum_reports.page import write_pages
    from probatum_reports.page_data import PageError
    from probatum_reports.reading import read

    options = _parser().parse_args(arguments)
    try:
        print(write_pages(read(options.ledger), options.output or options.ledger.parent))
    except LedgerError as error:
        return _refused(str(error))
    except PageError as error:
        return _refused(f"{options.ledger}: {error}")
    except OSError as error:
        return _refused(f"{error.filename}: got {error.strerror}, wanted a folder to write the report to")
    return 0


def _refused(reason: str) -> int:
    print(f"probatum report: {reason}", file=sys.stderr)
    return 2


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="probatum report", description="Write the HTML report of a ledger.")
    parser.add_argument("--ledger", type=Path, default=LEDGER, metavar="FILE", help="the ledger to read (default: %(default)s)")
    parser.add_argument("--output", type=Path, metavar="DIR", help="the folder to write into (default: the ledger's)")
    return parser

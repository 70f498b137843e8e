"""The ledgers of a corpus in one folder: one for each document, and an index of them, a line of
JSON each.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict, get_type_hints

from probatum import ledger_entries
from probatum.errors import LedgerError
from probatum.records.ledger import LEDGER, read_ledger, write_atomically
from probatum.records.validation import parsed
from probatum.type_names import Json
from probatum.untrusted_files import TooLargeError, bounded

INDEX = "index.jsonl"
FORMAT = 1  # 1: a line that says of which run, then a line a document
LARGEST = 1024 * 1024 * 1024  # bytes


class Head(TypedDict):
    """The first line: how much the others say, and how much of it was taken over from earlier
    runs.
    """

    format: int
    documents: int
    findings: int
    reused: int
    versions: dict[str, str]


class Line(TypedDict):
    """What the index says of a document.

    document: the name of its folder, and of that of its ledger; id, title: of its outline; digest:
    of its ledger, empty where there is none; problems: what makes it red whatever its claims come
    to.
    """

    document: str
    id: str
    title: str
    digest: str
    findings: int
    not_checkable: int
    verdicts: dict[str, int]
    not_as_expected: list[str]
    problems: list[str]


def line_of(
    document: str, ledger: ledger_entries.Ledger | None, problems: Iterable[str] = ()
) -> Line:
    """The line of a document; without a ledger, of one that could not be verified."""
    findings = ledger["findings"] if ledger else []
    told = ledger["documents"][0] if ledger and ledger["documents"] else None
    return {
        "document": document,
        "id": told["id"] if told else "",
        "title": told["title"] if told else "",
        "digest": ledger["digest"] if ledger else "",
        "findings": len(findings),
        "not_checkable": len(told["not_checkable"]) if told else 0,
        "verdicts": dict(sorted(Counter(str(finding["verdict"]) for finding in findings).items())),
        "not_as_expected": [each["id"] for each in findings if not each["as_expected"]],
        "problems": list(problems),
    }


def is_green(line: Line) -> bool:
    """Whether a document has a ledger in which all is as expected, and nothing stands beside it."""
    return bool(line["digest"]) and not (line["not_as_expected"] or line["problems"])


def write_index(folder: Path, lines: Iterable[Line], reused: int, versions: dict[str, str]) -> Path:
    """Write the index, documents by name; raises LedgerError where it cannot."""
    ordered = sorted(lines, key=lambda line: line["document"])
    head: Head = {
        "format": FORMAT,
        "documents": len(ordered),
        "findings": sum(line["findings"] for line in ordered),
        "reused": reused,
        "versions": versions,
    }
    # the names of folders may be no text: JSON without its escapes could not spell them
    text = "".join(f"{json.dumps(entry, sort_keys=True)}\n" for entry in (head, *ordered))
    write_atomically(folder / INDEX, text)
    return folder / INDEX


def read_index(folder: Path) -> tuple[Head, list[Line]]:
    """The index of a folder of ledgers; raises LedgerError where there is none, or it is not
    whole.
    """
    path = folder / INDEX
    try:
        first, *rest = bounded(path, LARGEST).splitlines() or [b""]
    except TooLargeError as error:
        raise LedgerError(f"{path}: {error}") from error
    except OSError as error:
        raise LedgerError(
            f"{path}: got {error.strerror}, wanted the index that `probatum verify` writes at "
            "its end"
        ) from error
    head: Json = _entry(path, 1, first, Head)
    if head["format"] != FORMAT:
        raise LedgerError(f"{path}: got format {head['format']}, wanted {FORMAT}: verify again")
    lines: list[Json] = [_entry(path, number, raw, Line) for number, raw in enumerate(rest, 2)]
    if len(lines) != head["documents"]:
        raise LedgerError(f"{path}: got {len(lines)} documents, wanted {head['documents']}")
    return head, lines


def _entry(path: Path, number: int, raw: bytes, shape: type[Head] | type[Line]) -> Json:
    """A line of JSON as a shape has it."""
    try:
        found = parsed(raw)
    except ValueError as error:
        raise LedgerError(f"{path}:{number}: got no readable JSON ({error})") from error
    wanted = {
        name: getattr(hint, "__origin__", hint) for name, hint in get_type_hints(shape).items()
    }
    if not isinstance(found, dict) or found.keys() != wanted.keys():
        raise LedgerError(f"{path}:{number}: got another line, wanted one with {', '.join(wanted)}")
    for name, kind in wanted.items():
        if type(found[name]) is not kind:
            raise LedgerError(
                f"{path}:{number}: {name}: got {str(found[name])[:40]!r}, wanted {kind.__name__}"
            )
    name = found.get("document", "none")
    if name in ("", ".", "..") or "/" in name or "\\" in name:
        raise LedgerError(f"{path}:{number}: got the document {name!r}, wanted a folder's name")
    return found


def ledger_of(folder: Path, line: Line) -> ledger_entries.Ledger:
    """The ledger of a document of the index; raises LedgerError where it is not the one that the
    index speaks of.
    """
    path = folder / line["document"] / LEDGER
    ledger = read_ledger(path)
    if ledger["digest"] != line["digest"]:
        raise LedgerError(
            f"{path}: got findings of digest {ledger['digest'][:12]}, wanted those that the index "
            f"speaks of, {line['digest'][:12] or 'none'}"
        )
    return ledger

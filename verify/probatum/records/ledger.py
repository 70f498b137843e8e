"""Writes the findings of a run as a versioned JSON ledger, and reads ledgers back with
suspicion.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import cast

from probatum import ledger_entries
from probatum.authoring.outline import Document
from probatum.errors import LedgerError
from probatum.ledger_entries import FORMAT
from probatum.records.validation import parsed, problem
from probatum.type_names import Json
from probatum.untrusted_files import TooLargeError, bounded

LARGEST = 64 * 1024 * 1024  # bytes
LEDGER = "ledger.json"
COSTS = "costs.json"
# that of an earlier run, from when a run begins to when it has one of its own
BEFORE = "ledger-before.json"


def canonical(data: Mapping[str, object]) -> str:
    """JSON with sorted keys, so that equal data are equal bytes, and a line for each name and for
    each entry of a list, such as a finding: Python writes a line many times faster than a tree.
    """
    lines = (f" {_line(name)}: {_lines(data[name])}" for name in sorted(data))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _lines(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    return "[\n" + ",\n".join(f"  {_line(entry)}" for entry in value) + "\n ]"


def _line(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, allow_nan=False)


def encodable(data: Json) -> Json:
    """Plain data in which each text can be written and sent: an unpaired surrogate is spelled
    out.
    """
    text = json.dumps(data, ensure_ascii=False)
    return json.loads(text) if _paired(text) else _spelled(data)


def _paired(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _spelled(data: Json) -> Json:
    if isinstance(data, dict):
        return {_spelled(key): _spelled(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_spelled(value) for value in data]
    return (
        data.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(data, str) else data
    )


def digest_of(documents: Json, findings: Json) -> str:
    """The SHA-256 of what must be the same for the same code on any machine."""
    return _sha256(_compact([documents, findings]))


def seal(finding: Json) -> str:
    """The SHA-256 of one finding, by which it is known again after it went from hand to hand."""
    return _sha256(_compact(finding))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _compact(data: Json) -> str:
    """Canonical JSON without blanks, which Python writes many times faster:
    nobody reads what is only digested.
    """
    return json.dumps(
        data, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )


def document_record(
    document: Document, not_checkable: Iterable[ledger_entries.NotCheckable]
) -> ledger_entries.Document:
    """A document with its outline as plain data."""
    unchecked = sorted(not_checkable, key=lambda entry: (entry["at"], entry["id"]))
    outline: Json = asdict(document)
    entry: ledger_entries.Document = outline | {"not_checkable": unchecked}
    return entry


def assemble(
    documents: Iterable[ledger_entries.Document],
    findings: Iterable[ledger_entries.Finding],
    run: ledger_entries.Run,
) -> ledger_entries.Ledger:
    """A ledger as plain data, findings in the order of the text."""
    ordered = sorted(documents, key=lambda document: str(document["id"]))
    passages = [
        passage["id"]
        for document in ordered
        for section in document["sections"]
        for passage in section["passages"]
    ]
    place = {name: number for number, name in enumerate(passages)}
    sorted_findings = sorted(
        findings,
        key=lambda finding: (
            finding["document"],
            place.get(finding["at"], len(place)),
            finding["id"],
        ),
    )
    written = _compact([ordered, sorted_findings])
    data = json.loads(written)
    return {
        "format": FORMAT,
        "documents": data[0],
        "findings": data[1],
        "digest": _sha256(written),
        "run": run,
    }


def write_atomically(path: Path, text: str) -> None:
    """Write beside the file and put it in place in one step; raises LedgerError and leaves the old
    file where it cannot.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(
                descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n"
            ) as file:
                file.write(text)
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise LedgerError(f"{path}: got {error.strerror}, wanted to write it") from error


def put_aside(path: Path) -> None:
    """Move the ledger of an earlier run: it says nothing of the run that begins;
    raises LedgerError where that cannot be.
    """
    try:
        os.replace(path, path.with_name(BEFORE))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        if not os.path.lexists(path):  # which is not looked at where nothing can be written
            return
        raise LedgerError(
            f"{path}: got {error.strerror}, wanted to put it aside: "
            "it is the ledger of an earlier run"
        ) from error


def read_ledger(path: Path) -> ledger_entries.Ledger:
    """A ledger from disk; raises LedgerError where it is none, of another version,
    changed since it was written, or of another shape.
    """
    data = _json(path)
    if not isinstance(data, dict) or "format" not in data:
        raise LedgerError(f"{path}: got JSON without a format, wanted a Probatum ledger")
    if data["format"] != FORMAT or isinstance(data["format"], (bool, float)):
        raise LedgerError(
            f"{path}: got format {str(data['format'])[:12]}, wanted {FORMAT}: "
            "verify again with this version"
        )
    missing = sorted({"documents", "findings", "digest", "run"} - set(data))
    if missing:
        raise LedgerError(f"{path}: got no {missing[0]!r}, wanted a whole ledger")
    _check_digest(data, path)
    if said := problem(data):
        raise LedgerError(f"{path}: {said}, wanted a ledger as its schema has it")
    return cast("ledger_entries.Ledger", data)


def _check_digest(data: dict[str, Json], path: Path) -> None:
    try:
        found = digest_of(data["documents"], data["findings"])
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"{path}: got {error}, wanted a ledger") from error
    if found != data["digest"]:
        wanted = str(data["digest"])[:12]
        raise LedgerError(
            f"{path}: got findings of digest {found[:12]}, wanted {wanted}: "
            "it was changed after it was written"
        )


def _json(path: Path) -> Json:
    try:
        return parsed(bounded(path, LARGEST))
    except TooLargeError as error:
        raise LedgerError(f"{path}: {error}") from error
    except OSError as error:
        raise LedgerError(
            f"{path}: got {error.strerror}, wanted a ledger: run pytest first"
        ) from error
    except ValueError as error:
        raise LedgerError(f"{path}: got no readable JSON ({error}), wanted a ledger") from error

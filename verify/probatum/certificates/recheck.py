"""The command `probatum recheck`: checks every certificate and exact counterexample of a ledger,
from the ledger alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from probatum.certificates import breach, certificate, incongruence
from probatum.certificates.reading import entries, text

LARGEST = 64 * 1024 * 1024  # bytes
FORMAT = 7  # of the ledgers that it reads
Outcome = tuple[list[str], list[str]]  # what is wrong, and the engines that are trusted


def main(arguments: list[str] | None = None) -> int:
    """Checks the certificates and counterexamples of a ledger again, by exact arithmetic alone.

    Each is to prove or break what it says itself; not asked is whether the claim states it.
    0 where all of them are right, 1 where one is not, 2 for bad input.
    """
    parser = argparse.ArgumentParser(
        prog="probatum recheck",
        description="Check every certificate and exact counterexample of a ledger again, "
        "from the ledger alone: that each proves or breaks what it says itself. Whether that is "
        "what the claim states, only deciding it again tells.",
    )
    parser.add_argument(
        "ledger", type=Path, metavar="LEDGER", help="the ledger.json that a run wrote"
    )
    path = parser.parse_args(arguments).ledger
    try:
        found = list(checked(_ledger(path)))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
        said = f"{path}: got {type(problem).__name__}: {problem}, wanted a ledger"
        print(f"probatum recheck: {_printable(said)}", file=sys.stderr)
        return 2
    for name, kind, problems, engines in found:
        left = f"; the signs of factors rest on {', '.join(engines)}" if engines else ""
        print(_printable(f"{name}: {kind}: {'; '.join(problems) or 'right'}{left}"))
    wrong = sum(bool(problems) for _, _, problems, _ in found)
    print(f"{len(found)} checked, {wrong} wrong")
    return 1 if wrong else 0


def _ledger(path: Path) -> Any:
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValueError(f"more than {LARGEST} bytes")
    ledger = json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    if type(ledger["format"]) is not int or ledger["format"] != FORMAT:
        raise ValueError(f"the format {ledger['format']!r} instead of {FORMAT}")
    if _digest([ledger["documents"], ledger["findings"]]) != ledger["digest"]:
        raise ValueError("findings that were changed after they were written")
    return ledger


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of which each name stands for one value."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name that an object has twice")
    return dict(pairs)


def _no_number(name: str) -> None:
    raise ValueError(f"{name}, which is no number")


def _digest(data: Any) -> str:
    """As the run that wrote it has it; raises ValueError where a number is infinite, or none."""
    options: dict[str, Any] = {"sort_keys": True, "ensure_ascii": False, "allow_nan": False}
    written = json.dumps(data, separators=(",", ":"), **options)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _printable(line: str) -> str:
    """The line without what could steer a terminal."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


def checked(ledger: Any) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """For each certificate and counterexample: its claim, its kind, what is wrong with it,
    and the engines that it trusts.
    """
    for finding in entries(ledger["findings"]):
        versions = entries(finding["versions"])
        for decision in (each for version in versions for each in entries(version["decisions"])):
            for check in entries(decision.get("checks", [])):
                yield text(finding["id"]), check["kind"], *_checked(check, KINDS[check["kind"]])


def _proof(data: Mapping[str, Any]) -> Outcome:
    proof = certificate.Certificate.read(data)
    engines = sorted({sign.engine for sign in proof.signs if sign.engine})
    return certificate.problems(proof), engines


def _counterexample(data: Mapping[str, Any]) -> Outcome:
    return breach.problems(breach.Breach.read(data)), []


def _impossible(data: Mapping[str, Any]) -> Outcome:
    return incongruence.problems(incongruence.Incongruence.read(data)), []


KINDS = {"certificate": _proof, "breach": _counterexample, "incongruence": _impossible}


def _checked(data: Mapping[str, Any], check: Callable[[Mapping[str, Any]], Outcome]) -> Outcome:
    try:
        return check(data)
    except (ValueError, KeyError, TypeError, IndexError, ZeroDivisionError) as problem:
        return [f"got {type(problem).__name__}: {problem}"], []

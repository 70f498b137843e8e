"""Two folders of ledgers in, out comes what differs, document by document, and whether any got
worse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum_reports.content.reading import legible_ledger
from probatum_reports.formats.comparison import changes, revisions, summed
from probatum_reports.words.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from probatum import ledger_entries
    from probatum.records.corpus_index import Line
    from probatum_reports.formats.comparison import Change


def compared(old: Path, new: Path) -> tuple[list[str], bool]:
    """The lines to print, and whether something got worse; raises LedgerError when an index or a
    ledger is unusable.
    """
    from probatum.records.corpus_index import read_index

    before, after = ({line["document"]: line for line in read_index(of)[1]} for of in (old, new))
    told: list[str] = []
    found: list[Change] = []
    for name in sorted(before.keys() | after.keys()):
        told += _of_document(name, before.get(name), after.get(name))
        if name in before and name in after and _differ(before[name], after[name]):
            ledgers = _ledger(old, before[name]), _ledger(new, after[name])
            differing = changes(*ledgers)
            found += differing
            told += [*(change.line for change in differing), *revisions(*ledgers)]
    is_worse = any(line.startswith("worse") for line in told)
    told += [summed(tuple(found))] if found or not told else []
    return told, is_worse


def _differ(old: Line, new: Line) -> bool:
    return bool(old["digest"] and new["digest"]) and old["digest"] != new["digest"]


def _ledger(folder: Path, line: Line) -> ledger_entries.Ledger:
    from probatum.records.corpus_index import ledger_of

    return legible_ledger(ledger_of(folder, line), folder / line["document"])


def _of_document(name: str, old: Line | None, new: Line | None) -> Iterator[str]:
    """What became of the document itself."""
    if old is None or new is None:
        kind, line = ("gone", old) if old else ("new", new)
        yield _line(kind, name, counted(line["findings"] if line else 0, "claim"))
        return
    if bool(old["digest"]) != bool(new["digest"]):
        kind, sides = ("worse", (old, new)) if old["digest"] else ("better", (old, new))
        yield _line(kind, name, " -> ".join(map(_claims, sides)))
    for problem in new["problems"]:
        if problem not in old["problems"]:
            yield _line("worse", name, problem)


def _claims(line: Line) -> str:
    return counted(line["findings"], "claim") if line["digest"] else "no ledger"


def _line(kind: str, name: str, said: str) -> str:
    # a line break in a name could feign a line
    return f"{kind:<7} {' '.join(f'{name}: {said}'.split())}"

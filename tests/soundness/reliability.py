"""Writes the figures of docs/reliability.md from what the tools put out; `make reliability` calls it."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.soundness import on_disk

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
SECTION = "<!-- {0}: written by `make reliability` -->\n{1}\n<!-- end of {0} -->"
ON_DISK = tuple(f"{room}/" for room in on_disk.ROOMS)
ALL_FAULTS = "test_a_fault_is_the_error_of_its_own_claim"


KINDS = {  # of bad input, by file
    "malformed claims": ("authoring/test_definition", "authoring/test_facts", "proposition/test_prose", "session/test_plugin_input"),
    "revised texts": (
        "authoring/test_drafting", "authoring/test_matching", "authoring/test_passages", "authoring/test_revision",
        "session/test_revisions",
    ),
    "hostile data": ("authoring/test_outline", "records/test_ledger", "records/test_hostile_ledgers", "session/test_kept_findings"),
}  # fmt: skip


def filled(page: str, name: str, text: str) -> str:
    """The page with one marked section written anew; a page without that section is an error."""
    pattern = re.escape(SECTION.format(name, "\0")).replace(re.escape("\0"), "[^\0]*?")
    if len(re.findall(pattern, page)) != 1:
        raise ValueError(f"{PAGE.name}: got no section {name!r}, wanted one between its two marks")
    return re.sub(pattern, lambda _: SECTION.format(name, f"\n{text.strip()}\n"), page)


def fuzzing(path: Path) -> str:
    """The tables as the fuzzer printed them; a run that was stopped has none."""
    text = path.read_text(encoding="utf-8")
    if "| **all** |" not in text:
        raise ValueError(f"{path}: got no totals, wanted the output of a finished run")
    return text


def mutation(path: Path) -> str:
    """Mutants that were tried in memory and killed, by module, and why each survivor may live."""
    return _mutation(path, lambda module: not module.startswith(ON_DISK))


def mutation_on_disk(path: Path) -> str:
    """The same of mutants that were tried in a copy on disk."""
    return _mutation(path, lambda module: module.startswith(ON_DISK))


def _mutation(path: Path, shown: Callable[[str], bool]) -> str:
    found = json.loads(path.read_text(encoding="utf-8"))
    lines = ["| module | mutants | tried | killed | survived, explained | survived, not explained |", "|---|---|---:|---:|---:|---:|"]
    rows = [row for row in found["modules"] if shown(row["module"])]
    for row in rows:
        left = row["tried"] - row["killed"] - row["explained"]
        which = "all" if row["complete"] else "a sample"
        lines.append(f"| `{row['module']}` | {which} | {row['tried']} | {row['killed']} | {row['explained']} | {left} |")
    total = {name: sum(row[name] for row in rows) for name in ("tried", "killed", "explained")}
    left = total["tried"] - total["killed"] - total["explained"]
    lines.append(f"| **all** | | {total['tried']} | {total['killed']} | {total['explained']} | {left} |")
    survivors = [survivor for survivor in found["survivors"] if shown(survivor["mutant"])]
    lines += ["", f"Mutants by {found['tool']}; the sample is drawn with seed {found['seed']}.", "", *_reasons(survivors)]
    return "\n".join(lines)


def _reasons(survivors: list[dict[str, str]]) -> list[str]:
    if not survivors:
        return []
    whys = [survivor["why"] or "not explained yet" for survivor in survivors]
    counts = {why: whys.count(why) for why in sorted(set(whys))}
    return ["| why a survivor may live | changes |", "|---|---:|", *(f"| {why} | {count} |" for why, count in counts.items())]


def outcomes(path: Path) -> list[tuple[str, str, str]]:
    """File, name and outcome of each test in a JUnit report: passed, failed, skipped or gap (a failure that is expected)."""
    found = []
    for case in ElementTree.parse(path).iter("testcase"):
        skipped = case.find("skipped")
        failed = case.find("failure") is not None or case.find("error") is not None
        quiet = "passed" if skipped is None else "gap" if skipped.get("type") == "pytest.xfail" else "skipped"
        found.append((str(case.get("classname")).replace(".", "/") + ".py", str(case.get("name")), "failed" if failed else quiet))
    return found


def faults(path: Path) -> str:
    """Faults injected, by kind, and how many left every other finding and the ledger whole, the run red and nothing running."""
    tests = outcomes(path)
    lines = ["| what | injected | survived |", "|---|---:|---:|"]
    for file, start, words, names in _kinds():
        own = [outcome for where, name, outcome in tests if where.endswith(file) and name.startswith(start) and outcome != "skipped"]
        each = len(names) or 1
        told = f"{words} ({', '.join(names)})" if names else words
        lines.append(f"| {told} | {len(own) * each} | {own.count('passed') * each} |")
    known = tuple(start for file, start, _, _ in _kinds() if file == "test_faults.py")
    others = [outcome for where, name, outcome in tests if where.endswith("test_faults.py") and not name.startswith(known)]
    lines.append(f"| faults of runs: limits, kill -9, a full disk, two at once, other code | {len(others)} | {others.count('passed')} |")
    return "\n".join(lines)


def _kinds() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """File and beginning of the names of tests, what they inject, and the names of what each of them injects at once."""
    from tests.session.test_exit_codes import ODD
    from tests.session.test_faults import FAULTS
    from tests.session.test_orphans import ENDS, SETS, STARTS
    from tests.session.test_resume import CHANGES
    from tests.session.test_sources import WAYS as IMPORTS
    from tests.session.test_stale import OUTSIDE, SURROUNDINGS, WAYS

    ends = tuple(f"{start} at {end.name}" for start in STARTS if start != "a-pool" for end in ENDS)
    return (
        ("test_faults.py", ALL_FAULTS, "faults of claims, all in one run", tuple(FAULTS)),
        ("test_exit_codes.py", "test_no_", "routes by which a red claim could end as exit code 0", ()),
        ("test_exit_codes.py", "test_whatever_", "what claims may raise, in workers, under xdist and in one process", tuple(ODD)),
        ("test_exit_codes.py", "test_what_is_left_out", "ways to leave claims out on purpose: a partial run, printed so", ()),
        ("test_lost_claims.py", "test_a_", "ways in which a claim that was made gets lost before it is collected", ()),
        ("test_isolation.py", "test_workers_that_never_begin", "ways in which workers end or break before their first claim", ()),
        ("test_standard_streams.py", "test_", "ways in which what is said reaches nobody", ()),
        ("test_old_ledger.py", "test_", "moments at which the ledger of an earlier run could speak for this one", ()),
        (
            "test_orphans.py",
            "test_nothing_outlives",
            "what claims start, while others loop, at each end of a run, alone and under xdist",
            ends,
        ),
        ("test_orphans.py", "test_what_a_claim_starts", "what claims start, at the end of a run that is piped", tuple(STARTS)),
        ("test_orphans.py", "test_killed_parents", "killed parents of workers", ("parent", "reaper")),
        ("test_orphans.py", "test_what_a_claim_sets", "what claims set for their process", tuple(SETS)),
        (
            "test_sources.py",
            "test_claims_",
            "imports beside old bytecode, in workers, under xdist and in one process",
            tuple(IMPORTS),
        ),
        ("test_resume.py", "test_two_kills", "runs killed one after the other, with changes in between", ("first", "second")),
        ("test_resume.py", "test_what_has_changed", "changes before a killed run goes on", tuple(CHANGES)),
        ("test_stale.py", "test_whatever_", "ways to use what then changes, where findings are reused", tuple(WAYS)),
        ("test_stale.py", "test_what_all", "changes around all claims, where findings are reused", tuple(SURROUNDINGS)),
        ("test_stale.py", "test_what_nobody", "ways to ask what nobody can look at again", tuple(OUTSIDE)),
    )


def bad_input(path: Path) -> str:
    """Tests of bad input, by kind and file, with those of the good input beside it."""
    kinds = {f"tests/{file}.py": kind for kind, files in KINDS.items() for file in files}
    tests = [(kinds.get(file, "other"), file, outcome) for file, _, outcome in outcomes(path) if outcome != "skipped"]
    lines = ["| kind | file | tests | passed | known gaps |", "|---|---|---:|---:|---:|"]
    for kind, name in sorted({(kind, file) for kind, file, _ in tests}):
        lines.append(_counts(kind, f"`{name}`", [outcome for _, file, outcome in tests if file == name]))
    lines.append(_counts("**all**", "", [outcome for _, _, outcome in tests]))
    return "\n".join(lines)


def _counts(kind: str, name: str, found: list[str]) -> str:
    return f"| {kind} | {name} | {len(found)} | {found.count('passed')} | {found.count('gap')} |"


SECTIONS: dict[str, Callable[[Path], str]] = {
    "fuzz": fuzzing,
    "mutation": mutation,
    "mutation-on-disk": mutation_on_disk,
    "faults": faults,
    "bad-input": bad_input,
}


def main(arguments: list[str] | None = None) -> int:
    """Write the sections whose outputs are given; the others stay as they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", type=Path, default=PAGE)
    for name in SECTIONS:
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help="a saved output")
    options: dict[str, Any] = vars(parser.parse_args(arguments))
    page = options["page"].read_text(encoding="utf-8")
    for name, written in SECTIONS.items():
        path = options[name.replace("-", "_")]
        if path:
            page = filled(page, name, written(path))
    options["page"].write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

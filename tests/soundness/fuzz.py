"""Runs the deciders over generated propositions and counts what is wrong, decided and left open; `make fuzz` runs it long."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import Any

from probatum.claim_cache import forget
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from tests.soundness import analysis, as_written, calculus, counting, engines, general, joined, parametric, spectra, suppositions, ultimate
from tests.soundness.propositions import FALSE, HOLLOW, REFUSED, TRUE, UNDEFINED, VACUOUS, Known, generate

MODULES = (
    analysis,
    as_written,
    calculus,
    counting,
    engines,
    general,
    joined,
    parametric,
    spectra,
    suppositions,
    ultimate,
)  # they register further families
WRONG, OPEN, DECIDED = "wrong", "open", "decided"
Row = tuple[str, str, tuple[str, ...], str]  # family, judgement, deciders that agree, description where wrong or open


def judged(known: Known) -> Row:
    """What all deciders together make of one proposition, in a claim of its own."""
    forget()
    return judged_too(known)


def judged_too(known: Known) -> Row:
    """What they make of one more in the same claim, as of a control."""
    quarrel = engines.quarrel(known.proposition) if known.family in engines.COMPARED else None
    if quarrel:
        return known.family, WRONG, (), f"{known} {quarrel}"
    try:
        found = decide(known.proposition)
    except UndefinedError:
        return _refused(known, UNDEFINED, "definedness")
    except DefinitionError as error:
        return _refused(known, REFUSED, "definition", error)
    by = tuple(sorted({name for decision in _carrying(found) for name in [decision.decider]}))
    if _lies(known, found):
        return known.family, WRONG, by, f"{known} {found.truth} {found.all_decisions}"
    if found.truth is Truth.UNDECIDED or (found.truth is Truth.TRUE and not strong(found)):
        return known.family, OPEN, (), str(known)
    return known.family, DECIDED, by, ""


def _refused(known: Known, wanted: str, by: str, error: object = "") -> Row:
    """Of what got no answer; SymPy evaluates some series only to print them, which takes a minute."""
    if known.truth == wanted:
        return known.family, DECIDED, (by,), ""
    return known.family, WRONG, (by,), f"{known} {error}"


def _carrying(found: Any) -> Iterable[Any]:
    return [decision for decision in found.all_decisions if decision.outcome.value in ("proved", "enclosed", "refuted", "vacuous")]


def strong(found: Any) -> bool:
    """Whether a truth is more than sampled."""
    return all(map(strong, found.parts)) if found.parts else bool(found.agreeing)


def _lies(known: Known, found: Any) -> bool:
    """Whether any decisive answer contradicts what is known; a conflict always does."""
    if found.truth is Truth.CONFLICT:
        return True
    if found.truth is Truth.TRUE and strong(found):
        return known.truth != TRUE
    if found.truth is Truth.FALSE:
        return known.truth != FALSE
    if found.truth is Truth.HOLLOW:
        return known.truth not in (HOLLOW, TRUE)  # of what is true, random sides may come out the same
    return found.truth is Truth.VACUOUS and known.truth != VACUOUS


def run(seed: int, count: int) -> list[Row]:
    """Judge `count` propositions of one seed."""
    random = Random(seed)
    return [judged(generate(random)) for _ in range(count)]


def _run(arguments: tuple[int, int]) -> list[Row]:
    return run(*arguments)


def report(rows: Iterable[Row]) -> str:
    """The counts as a Markdown table by family, with totals and the share of each decider."""
    rows = list(rows)
    counts = Counter((family, judgement) for family, judgement, _, _ in rows)
    deciders = Counter(name for _, judgement, by, _ in rows if judgement == DECIDED for name in by)
    lines = ["| family | propositions | wrong | open |", "|---|---:|---:|---:|"]
    for name in sorted({family for family, _, _, _ in rows}):
        total = sum(counts[name, judgement] for judgement in (WRONG, OPEN, DECIDED))
        lines.append(f"| {name.replace('_', ' ')} | {total} | {counts[name, WRONG]} | {counts[name, OPEN]} |")
    totals = {judgement: sum(count for (_, kind), count in counts.items() if kind == judgement) for judgement in (WRONG, OPEN, DECIDED)}
    lines.append(f"| **all** | {len(rows)} | {totals[WRONG]} | {totals[OPEN]} |")
    lines += [
        "",
        f"Decided: {100 * totals[DECIDED] / len(rows):.2f} %. Decisive answers by decider (several may agree):",
        "",
    ]
    lines += ["| decider | answers | share of all |", "|---|---:|---:|"]
    lines += [f"| {name} | {count} | {100 * count / len(rows):.1f} % |" for name, count in sorted(deciders.items())]
    return "\n".join(lines)


def main() -> int:
    """Run many propositions on all cores; exit with 1 where one answer is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, default=200)
    options = parser.parse_args()
    batches = [(options.seed + number, options.batch) for number in range(options.count // options.batch)]
    rows: list[Row] = []
    with multiprocessing.Pool(maxtasksperchild=20) as pool:
        for number, found in enumerate(pool.imap_unordered(_run, batches), 1):
            rows += found
            if number % 25 == 0:
                print(f"{len(rows)} propositions, {sum(row[1] == WRONG for row in rows)} wrong", file=sys.stderr, flush=True)
    for row in sorted({row for row in rows if row[1] == WRONG})[:50]:
        print("WRONG", *row, file=sys.stderr)
    print(report(rows))
    return 1 if any(row[1] == WRONG for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())

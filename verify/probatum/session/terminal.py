"""What the terminal says: the text of a red claim, and the table of verdicts at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from probatum.decision import Word
from probatum.printing import printable


def failure(finding: dict[str, Any]) -> str:
    """Why a claim is red: its wording, the verdict found and expected, what decided it, and what stands against it."""
    return printable("\n".join(_failure(finding)))


def _failure(finding: dict[str, Any]) -> list[str]:
    found = " ".join(filter(None, (finding["verdict"], finding["strength"])))
    lines = [
        f"{finding['id']}: found {found}, expected {finding['expected']['verdict']}",
        f"claim      {finding['source']['path']}:{finding['source']['line']}",
        f"says       {finding['wording']}",
        f"because    {finding['reason']}",
    ]
    if finding["error"]:
        return [*lines, f"error      {finding['error']['message']}"]
    return [*lines, *_versions(finding), *_survivors(finding)]


def _versions(finding: dict[str, Any]) -> Iterator[str]:
    for version in finding["versions"]:
        yield f"{version['role']:<10} {version['statement']['sentence']}"
        for decision in version["decisions"]:
            by = f" by {decision['engine']}" if decision["engine"] else ""
            yield f"  {decision['decider']:<10} {decision['outcome']}{by}: {decision['reason']}"
            if decision["counterexample"]:
                values = ", ".join(f"{value['name']} = {value['exact']}" for value in decision["counterexample"]["values"])
                yield f"  {'at':<10} {values} {decision['counterexample']['shows']}".rstrip()


def _survivors(finding: dict[str, Any]) -> Iterator[str]:
    for control in finding["controls"]:
        if not control["turned"]:
            yield f"control    {control['name']}: {control['change']}: found {control['truth']}, wanted false ({control['reason']})"


def _proof(version: dict[str, Any]) -> bool:
    """Whether a version that must be true is proved or enclosed."""
    return version["role"] != "weaker" and version["truth"] == "true" and version["strength"] in ("proved", "enclosed")


def summary(ledger: dict[str, Any]) -> Iterator[str]:
    """The table of verdicts with strengths, the coverage, and what is red."""
    yield from map(printable, _summary(ledger))


def _summary(ledger: dict[str, Any]) -> Iterator[str]:
    findings, run = ledger["findings"], ledger["run"]
    for verdict in Word:
        chosen = [finding for finding in findings if finding["verdict"] == verdict]
        if chosen:
            strengths = Counter(finding["strength"] for finding in chosen if finding["strength"])
            founded = ", ".join(f"{count} {strength}" for strength, count in sorted(strengths.items()))
            yield f"{verdict:<14} {len(chosen):>4}   {founded}".rstrip()
    unchecked = sum(len(document["not_checkable"]) for document in ledger["documents"])
    if unchecked:
        yield f"{'not checkable':<14} {unchecked:>4}"
    turned = [control["turned"] for finding in findings for control in finding["controls"]]
    yield f"{'controls':<14} {sum(turned):>4}   of {len(turned)} turned"
    witnesses = [version["witnesses"] for finding in findings for version in finding["versions"] if _proof(version)]
    if witnesses:
        yield f"{'two engines':<14} {sum(count > 1 for count in witnesses):>4}   of {len(witnesses)} proofs"
    red = [finding["id"] for finding in findings if not finding["as_expected"]]
    if red:
        yield f"{'not as expected':<14} {len(red):>3}   {', '.join(red)}"
    if run.get("reused"):
        yield f"{'reused':<14} {run['reused']:>4}   of {len(findings)}: no code has changed that they depend on"
    if not run["complete"]:
        yield f"PARTIAL RUN    {run['selected']}/{run['total']} claims decided"


def unrecorded(total: int) -> Iterator[str]:
    """What is said instead where no claim was decided, so that there is no ledger."""
    yield f"PARTIAL RUN    0/{total} claims decided, no ledger written"

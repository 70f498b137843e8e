"""What the terminal says: the text of a red claim, and the table of verdicts at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from probatum.decision import Truth
from probatum.ledger_entries import Counterexample, Finding, Judgement, Ledger
from probatum.printing import printable
from probatum.vocabulary import Role, Said, Verdict


def failure(finding: Finding) -> str:
    """Why a claim is red: its wording, the verdict found and expected, what decided it,
    and what stands against it.
    """
    return printable("\n".join(_failure(finding)))


def _failure(finding: Finding) -> list[str]:
    """What the author needs first comes first: pytest's summary of a run shows the first line
    alone.
    """
    lines = [
        f"found {_judged(finding)}, expected {_judged(finding['expected'])}: {finding['wording']}"
    ]
    if finding["error"]:
        return [*lines, f"error      {finding['error']['message']}", *_about(finding)]
    return [
        *lines,
        *_counterexamples(finding),
        *_survivors(finding),
        *_about(finding),
        *_versions(finding),
    ]


def _judged(judgement: Judgement | Finding) -> str:
    return (
        f"{judgement['verdict']} ({judgement['strength']})"
        if judgement["strength"]
        else str(judgement["verdict"])
    )


def _about(finding: Finding) -> Iterator[str]:
    yield f"because    {finding['reason']}"
    yield f"claim      {finding['id']}, {finding['source']['path']}:{finding['source']['line']}"


def _counterexamples(finding: Finding) -> Iterator[str]:
    """What breaks each version."""
    for version in finding["versions"]:
        if version["shown"] is not None:
            word = "fails" if version["role"] == Role.STATED else version["role"]
            broken = version["decisions"][version["shown"]]["counterexample"]
            yield f"{word:<10} {_at(broken) if broken else ''}"


def _at(shown: Counterexample) -> str:
    places = [f"{value['name']} = {value['exact']}" for value in shown["values"]]
    step = "" if shown["step"] is None else f"at step {shown['step']}"
    where = " ".join([*[f"at {', '.join(places)}"] * bool(places), *[step] * bool(step)])
    return ": ".join(filter(None, [where, shown["shows"]]))


def _survivors(finding: Finding) -> Iterator[str]:
    """Changes with which the claim is true: of one that is false, what would be true instead;
    of another, a control that failed.
    """
    is_false = any(
        version["role"] == Role.STATED and version["truth"] == Truth.FALSE
        for version in finding["versions"]
    )
    for control in finding["controls"]:
        if control["turned"]:
            continue
        if is_false and control["truth"] == Truth.TRUE:
            yield f"true with  {control['change']}"
            continue
        yield (
            f"control    {control['name']}: {control['change']}: found {control['truth']}, "
            f"wanted false ({control['reason']})"
        )


def _versions(finding: Finding) -> Iterator[str]:
    """Who decided what of each part of the claim."""
    for version in finding["versions"]:
        yield f"{version['role']:<10} {version['statement']['sentence']}"
        for decision in version["decisions"]:
            by = f" by {decision['engine']}" if decision["engine"] else ""
            yield f"  {decision['decider']:<10} {decision['outcome']}{by}: {decision['reason']}"


def _alone(findings: list[Finding]) -> str:
    """Which engines carry the other proofs, each how many."""
    alone = [
        version
        for finding in findings
        for version in finding["versions"]
        if version["is_proof"] and version["witnesses"] < 2
    ]
    engines = Counter(version["engines"][0] for version in alone)
    told = [f"{number} by {engine}" for engine, number in engines.most_common()]
    return f"; alone: {', '.join(told)}" if told else ""


def summary(ledger: Ledger) -> Iterator[str]:
    """The table of verdicts with strengths, the coverage, and what is red."""
    yield from map(printable, _summary(ledger))


def _by_reading(findings: list[Finding]) -> Iterator[str]:
    """What the text states first, then what it implies, then strict readings: never their sum."""
    groups = {said: [each for each in findings if each["said"] == said] for said in Said}
    filled = {said: group for said, group in groups.items() if group}
    for name, group in filled.items():
        for words in _verdicts(group):
            yield f"{name:<9} {words}" if len(filled) > 1 else words


def _verdicts(findings: list[Finding]) -> Iterator[str]:
    """A line a verdict, with its strengths."""
    for verdict in Verdict:
        chosen = [finding for finding in findings if finding["verdict"] == verdict]
        if chosen:
            strengths = Counter(finding["strength"] for finding in chosen if finding["strength"])
            founded = ", ".join(
                f"{count} {strength}" for strength, count in sorted(strengths.items())
            )
            yield f"{verdict:<14} {len(chosen):>4}   {founded}".rstrip()


def _summary(ledger: Ledger) -> Iterator[str]:
    findings, run = ledger["findings"], ledger["run"]
    yield from _by_reading(findings)
    unchecked = sum(len(document["not_checkable"]) for document in ledger["documents"])
    if unchecked:
        yield f"{'not checkable':<14} {unchecked:>4}"
    turned = [control["turned"] for finding in findings for control in finding["controls"]]
    yield f"{'controls':<14} {sum(turned):>4}   of {len(turned)} turned"
    witnesses = [
        version["witnesses"]
        for finding in findings
        for version in finding["versions"]
        if version["is_proof"]
    ]
    if witnesses:
        yield (
            f"{'two engines':<14} {sum(count > 1 for count in witnesses):>4}   of "
            f"{len(witnesses)} proofs{_alone(findings)}"
        )
    red = [finding["id"] for finding in findings if not finding["as_expected"]]
    if red:
        yield f"{'not as expected':<14} {len(red):>3}   {', '.join(red)}"
    if run.get("reused"):
        yield (
            f"{'reused':<14} {run['reused']:>4}   of {len(findings)}: "
            "no code has changed that they depend on"
        )
    if not run["complete"]:
        yield f"PARTIAL RUN    {run['selected']}/{run['total']} claims decided"


def unrecorded(total: int) -> Iterator[str]:
    """What is said instead where no claim was decided, so that there is no ledger."""
    yield f"PARTIAL RUN    0/{total} claims decided, no ledger written"

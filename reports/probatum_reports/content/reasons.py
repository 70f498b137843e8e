"""Why a claim has its verdict, in one sentence: who decided it, or what was tried or measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum.decision import Outcome, Strength
from probatum.engine_catalogue import IMPLEMENTATIONS, Method
from probatum.vocabulary import Verdict
from probatum_reports.content.measured import missed, sentences
from probatum_reports.words.phrases import counted, listed
from probatum_reports.words.prose import Explained, Run, Runs, Text, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum import ledger_entries


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of methods in a sentence: by itself, with the name of its engine,
    with those of several; and the term that explains it.
    """

    term: str
    words: str
    one: str = ""
    several: str = ""

    def of(self, engines: Sequence[str]) -> str:
        """The kind in words, with its engines where they are known."""
        if not engines or not self.one:
            return self.words
        return (self.one if len(engines) == 1 else self.several or self.one).format(listed(engines))


KINDS = {
    Method.SMT: Kind("smt", "an SMT solver", "the SMT solver {}", "the SMT solvers {}"),
    Method.ALGEBRA: Kind("symbolic", "computer algebra", "computer algebra ({})"),
    Method.INTERVALS: Kind("interval", "interval arithmetic", "interval arithmetic ({})"),
    Method.SEARCH: Kind("search", "search", "{}"),
}
EXPERIMENT = Kind("measurement", "experiment")
# The kind of each decider and engine, and how an engine calls itself.
METHODS = {
    **{method.value: (kind, "") for method, kind in KINDS.items()},
    **{engine.name.lower(): (KINDS[engine.method], engine.name) for engine in IMPLEMENTATIONS},
    "polynomial": (KINDS[Method.ALGEBRA], ""),
    "experiment": (EXPERIMENT, ""),
    "induction": (Kind("induction", "induction"), ""),
    "measurement": (EXPERIMENT, ""),
    "exact certificate": (Kind("", "an exact certificate"), ""),
}
SAMPLED = Strength.SAMPLED.word


def reason(finding: ledger_entries.Finding) -> Runs:
    """One sentence on the decisive version; for a verdict that is no good end, the engine's own."""
    by_role = {version["role"]: version for version in finding["versions"]}
    decisive = finding["decisive"]
    if decisive not in by_role:
        return runs(finding["reason"])
    version = by_role[decisive]
    found = _refuted(version) if finding["verdict"] == Verdict.REFUTED else _decided(version)
    is_capped = finding["strength"] == SAMPLED != version["strength"]
    if finding["scope"] and is_capped:
        return (Text("Decided for a special case only: "), *runs(finding["scope"]), Text("."))
    return found or runs(finding["reason"])


def in_words(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Deciders and engines, those of a kind together, each once;
    one that nobody explained by its name; engines that carry a proof only together, as one.
    """
    kinds: dict[Kind, list[str]] = {}
    for name in dict.fromkeys(names):
        together = Kind("", str(name).replace(" and ", " with "))
        kind, engine = METHODS.get(str(name).lower(), (together, ""))
        kinds.setdefault(kind, []).extend([engine] * bool(engine))
    return tuple((kind.of(engines), kind.term) for kind, engines in kinds.items())


def _decided(version: ledger_entries.Version) -> Runs:
    measured = _measurements(version, Outcome.SUPPORTED)
    if measured:
        return runs(sentences(measured))
    if version["strength"] == SAMPLED:
        return runs(_tried(version))
    return tuple(_by(version))


def _refuted(version: ledger_entries.Version) -> Runs:
    measured = _measurements(version, Outcome.REFUTED)
    if measured:
        return runs(missed(measured))
    if version["shown"] is not None:
        return (Text("One case in which it fails is enough."),)
    return tuple(_by(version))


def _by(version: ledger_entries.Version) -> Iterator[Run]:
    """Which kinds of methods carry the truth, each with the term that explains it."""
    found = in_words(version["engines"])
    for place, (words, term) in enumerate(found):
        yield Text("By " if not place else " and " if place == len(found) - 1 else ", ")
        yield Explained(words, term) if term else Text(words)
    if found:
        alone = " together; parts by one alone." if len(version["engines"]) > 1 else " alone."
        yield Text(" independently." if version["witnesses"] > 1 else alone)


def _tried(version: ledger_entries.Version) -> str:
    cases = [
        decision["admitted"]
        for decision in version["decisions"]
        if decision["outcome"] == Outcome.SUPPORTED and decision["admitted"]
    ]
    if not cases:
        return ""
    return f"No counterexample in the {counted(min(cases), 'case')} tried. A sample is not a proof."


def _measurements(version: ledger_entries.Version, outcome: str) -> list[ledger_entries.Measured]:
    return [
        decision["measured"]
        for decision in version["decisions"]
        if decision["outcome"] == outcome and decision.get("measured")
    ]

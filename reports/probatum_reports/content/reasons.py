"""Why a claim has its verdict, in one sentence: who decided it, or what was tried or measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from probatum_reports.content.measured import missed, sentences
from probatum_reports.words.phrases import counted
from probatum_reports.words.prose import Explained, Run, Runs, Text, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How deciders and engines are called in a sentence, and the term that explains them.
METHODS = {
    "smt": ("an SMT solver", "smt"),
    "z3": ("the SMT solver z3", "smt"),
    "cvc5": ("the SMT solver cvc5", "smt"),
    "symbolic": ("computer algebra", "symbolic"),
    "sympy": ("computer algebra (SymPy)", "symbolic"),
    "flint": ("computer algebra (FLINT)", "symbolic"),
    "polynomial": ("computer algebra", "symbolic"),
    "interval": ("interval arithmetic", "interval"),
    "arb": ("interval arithmetic (Arb)", "interval"),
    "search": ("search", "search"),
    "exact search": ("exact search", "search"),
    "experiment": ("experiment", "measurement"),
    "induction": ("induction", "induction"),
    "measurement": ("experiment", "measurement"),
}
CARRYING = {
    "proved": ("proved", "enclosed"),
    "enclosed": ("proved", "enclosed"),
    "sampled": ("supported",),
    "measured": ("supported",),
    "refuted": ("refuted",),
}


def reason(finding: Mapping[str, Any]) -> Runs:
    """One sentence on the decisive version; for a verdict that is no good end, the engine's own."""
    by_role = {version["role"]: version for version in finding["versions"]}
    decisive = {"holds": "stated", "conditional": "conditioned", "refuted": "stated"}.get(finding["verdict"], "")
    if decisive not in by_role:
        return runs(finding["reason"])
    version = by_role[decisive]
    found = _refuted(version) if finding["verdict"] == "refuted" else _decided(version)
    if finding["strength"] == "sampled" and finding["scope"] and version["strength"] != "sampled":
        return (Text("Decided for a special case only: "), *runs(finding["scope"]), Text("."))
    return found or runs(finding["reason"])


def methods(version: Mapping[str, Any], outcomes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Who found one of these outcomes, each once: in words, and with the term that explains them."""
    found = [decision.get("engine") or decision["decider"] for decision in version["decisions"] if decision["outcome"] in outcomes]
    return tuple(METHODS.get(str(name).lower(), (str(name), "")) for name in dict.fromkeys(found))


def _decided(version: Mapping[str, Any]) -> Runs:
    measured = _measurements(version, "supported")
    if measured:
        return runs(sentences(measured))
    if version["strength"] == "sampled":
        return runs(_tried(version))
    return tuple(_by(methods(version, CARRYING.get(version["strength"], ())), version["witnesses"]))


def _refuted(version: Mapping[str, Any]) -> Runs:
    measured = _measurements(version, "refuted")
    if measured:
        return runs(missed(measured))
    if any(decision["counterexample"] for decision in version["decisions"] if decision["outcome"] == "refuted"):
        return (Text("One case in which it fails is enough."),)
    return tuple(_by(methods(version, ("refuted",)), version["witnesses"]))


def _by(found: Sequence[tuple[str, str]], witnesses: int) -> Iterator[Run]:
    for place, (words, term) in enumerate(found):
        yield Text("By " if not place else " and by " if place == len(found) - 1 else ", by ")
        yield Explained(words, term) if term else Text(words)
    if found:
        yield Text(", each on its own." if witnesses > 1 else ".")


def _tried(version: Mapping[str, Any]) -> str:
    cases = [decision["admitted"] for decision in version["decisions"] if decision["outcome"] == "supported" and decision["admitted"]]
    if not cases:
        return ""
    return f"No counterexample in {counted(min(cases), 'case')} that {'was' if min(cases) == 1 else 'were'} tried. A sample is no proof."


def _measurements(version: Mapping[str, Any], outcome: str) -> list[Mapping[str, Any]]:
    return [decision["measured"] for decision in version["decisions"] if decision["outcome"] == outcome and decision.get("measured")]

"""The terms that a reader meets beside verdicts, each with its explanation in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.decision import Strength
from probatum.engine_catalogue import IMPLEMENTATIONS, Method
from probatum.vocabulary import Said, Verdict
from probatum_reports.words.phrases import listed


@dataclass(frozen=True, slots=True)
class Term:
    """A term's name in addresses, its title, and what it means."""

    name: str
    title: str
    meaning: str


def _engines(method: Method) -> str:
    """The engines of a kind, by their names."""
    return ", ".join(engine.name for engine in IMPLEMENTATIONS if engine.method is method)


EACH_ENGINE = listed([engine.name for engine in IMPLEMENTATIONS], "or")
TERMS = (
    Term(
        Verdict.HOLDS,
        "Holds",
        "Decided true as the text puts it, and every control came out false, as it must.",
    ),
    Term(
        Verdict.CONDITIONAL,
        "Conditional",
        "False as it stands, but true under a condition that the text does not state.",
    ),
    Term(
        Verdict.REFUTED,
        "Refuted",
        "False as it stands: there is a counterexample, or a proof that it cannot be true.",
    ),
    Term(
        Verdict.UNDEFINED,
        "Without a value",
        "Somewhere the formula has no value, for instance because it divides by zero. Such a point "
        "is shown; elsewhere the statement is decided true.",
    ),
    Term(
        Verdict.OPEN,
        "Open",
        "No method has settled it so far. It counts neither for the text nor against it; the build "
        "turns red as soon as it is decided.",
    ),
    Term(
        Said.STATED,
        "Stated and implied",
        "Stated: the text says so. Implied: the text relies on it, "
        "or it follows from what is said, without being said.",
    ),
    Term(
        Said.STRICT,
        "Strict reading",
        "The same sentence taken literally, or in its strongest sense. It is decided alongside the "
        "natural reading, and does not count for or against the text.",
    ),
    Term(
        Strength.PROVED.word,
        "Proved",
        "Settled by algebra, by a solver, or by trying every case: true without exception. For a "
        "refutation: a counterexample was checked exactly, or the statement was proved impossible.",
    ),
    Term(
        Strength.ENCLOSED.word,
        "Enclosed",
        "Computed with bounds that include every rounding error, and the bounds leave no doubt. As "
        "good as a proof, provided the program is correct.",
    ),
    Term(
        Strength.SAMPLED.word,
        "Sampled",
        "Tried on many cases, none of which failed. That is evidence, not proof: "
        "a case that was not tried may still fail.",
    ),
    Term(
        Strength.MEASURED.word,
        "Measured",
        "An experiment gave this result on the data named. It proves nothing about other data.",
    ),
    Term(
        "control",
        "Control",
        "The claim with one fact changed so that it must become false. If it stayed true, "
        "the check would show nothing, and the claim would not count.",
    ),
    Term(
        "sharp",
        "Sharp",
        "A condition is sharp if the claim is true wherever the condition holds, "
        "and false wherever it fails.",
    ),
    Term(
        "engine",
        "Engine",
        f"A program that decides statements and shares no code with the others: {EACH_ENGINE}. "
        "Where two agree, a fault in just one of them cannot explain the result.",
    ),
    Term(
        Method.SMT,
        "SMT solver",
        f"A program ({_engines(Method.SMT)}) that looks for values that break a statement, "
        "and proves the statement if there can be none.",
    ),
    Term(
        Method.ALGEBRA,
        "Computer algebra",
        f"A program ({_engines(Method.ALGEBRA)}) that transforms formulas by exact rules.",
    ),
    Term(
        Method.INTERVALS,
        "Interval arithmetic",
        f"Arithmetic ({_engines(Method.INTERVALS)}) in which every number carries bounds on its "
        "error, so that rounding cannot mislead.",
    ),
    Term(
        Method.SEARCH,
        "Search",
        "Cases are tried, simple ones first. Anything that looks like a counterexample is checked "
        "exactly before it counts.",
    ),
    Term(
        "induction",
        "Induction",
        "True at the start, and true after each step if it was true before it: hence always true.",
    ),
    Term(
        "measurement",
        "Experiment",
        "A program is run on data sets, against a limit that was set beforehand. Where chance "
        "plays a part, the whole interval over many runs must lie beyond the limit.",
    ),
)
BY_NAME = {term.name: term for term in TERMS}

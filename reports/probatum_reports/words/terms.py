"""The terms that a reader meets beside verdicts, each with its explanation in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.decision import Strength
from probatum.words import Word
from probatum_reports.words.said import Said


@dataclass(frozen=True, slots=True)
class Term:
    """A term's name in addresses, its title, and what it means."""

    name: str
    title: str
    meaning: str


TERMS = (
    Term(
        Word.HOLDS,
        "Holds",
        "Decided true as the text has it, and every control failed as it must.",
    ),
    Term(
        Word.CONDITIONAL,
        "Conditional",
        "False as it stands, and true under a condition that the text does not state.",
    ),
    Term(
        Word.REFUTED,
        "Refuted",
        "False as it stands: there is a counterexample, or a proof that it cannot be.",
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
        "The same sentence taken word by word, or in its strongest sense. It is decided beside the "
        "natural reading, and does not count for or against the text.",
    ),
    Term(
        Strength.PROVED.word,
        "Proved",
        "By algebra, by a solver, or by trying every case: true without exception. Of something "
        "refuted: a counterexample was put back exactly, or it was proved impossible.",
    ),
    Term(
        Strength.ENCLOSED.word,
        "Enclosed",
        "Computed with bounds that include every rounding error, and the bounds leave no doubt. As "
        "good as proved, as far as the program is right.",
    ),
    Term(
        Strength.SAMPLED.word,
        "Sampled",
        "Tried on many cases, none of which failed. That is evidence, and no proof: "
        "a case that was not tried may fail.",
    ),
    Term(
        Strength.MEASURED.word,
        "Measured",
        "An experiment came out so, on the data named. Of other data it says nothing for certain.",
    ),
    Term(
        "control",
        "Control",
        "The claim with one fact changed so that it must become false. If it stayed true, "
        "the check "
        "would show nothing, and the claim would not count.",
    ),
    Term(
        "sharp",
        "Sharp",
        "A condition is sharp if the claim is true wherever it holds, and false wherever it fails.",
    ),
    Term(
        "engine",
        "Engine",
        "A program that decides statements and shares no code with the others: z3, cvc5, SymPy, "
        "FLINT, Arb, or exact "
        "search. Where two agree, a fault in one of them cannot have made the proof.",
    ),
    Term(
        "smt",
        "SMT solver",
        "A program (z3, cvc5) that searches for values which break a statement, "
        "and proves it where none can exist.",
    ),
    Term(
        "symbolic",
        "Computer algebra",
        "A program (SymPy, FLINT) that transforms formulas by exact rules.",
    ),
    Term(
        "interval",
        "Interval arithmetic",
        "Arithmetic (Arb) in which every number carries bounds for its error, "
        "so that rounding cannot mislead.",
    ),
    Term(
        "search",
        "Search",
        "Cases are tried, simple ones first. What looks like a counterexample is put back "
        "exactly before it counts.",
    ),
    Term(
        "induction",
        "Induction",
        "True at the start, and true after a step wherever it was true before: so at every step.",
    ),
    Term(
        "measurement",
        "Experiment",
        "A program is run on data sets, with a limit that was set beforehand. Where chance enters, "
        "the interval over many runs must lie beyond the limit.",
    ),
)
BY_NAME = {term.name: term for term in TERMS}

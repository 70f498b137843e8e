"""The errors of Probatum: each says who, what was got, and what was wanted,
and has a slug, by which ledger and card tell it from others.
"""

from __future__ import annotations


class ProbatumError(Exception):
    """Base of all errors that Probatum raises on purpose."""

    slug = "error"
    place: tuple[str, int] | None = None  # file and line in the author's code, where they are known


class DefinitionError(ProbatumError):
    """A claim, proposition or fact is malformed."""

    slug = "malformed"


class MissingItemError(ProbatumError, IndexError):
    """An item is asked for that is not there, which an author may catch as Python's error."""

    slug = DefinitionError.slug


class MissingKeyError(ProbatumError, KeyError):
    """A key is asked for that is not there, which an author may catch as Python's error."""

    slug = DefinitionError.slug
    __str__ = Exception.__str__  # KeyError would quote what is said


class ExactnessError(DefinitionError):
    """A float, or a number that is not exact, stands where an exact value is wanted."""

    slug = "not-exact"


class EvaluatedError(DefinitionError):
    """A relation was evaluated away before the engine could see it."""

    slug = "evaluated-away"


class UndefinedError(ProbatumError):
    """The hypotheses admit a point at which the proposition is undefined.

    decision: who found that, with the point; None where there is none to show.
    """

    slug = "undefined"
    decision: object = None


class ClaimCrashedError(ProbatumError):
    """The claim's own function, or a decider working on it, raised."""

    slug = "crashed"


class MissingExtraError(ProbatumError):
    """The claim needs a library that is not installed."""

    slug = "missing-extra"


class MeasurementError(ProbatumError):
    """An experiment returned what cannot be measured."""

    slug = "measurement"


class TimeLimitError(ProbatumError):
    """The claim was not decided within its time."""

    slug = "time"


class MemoryLimitError(ProbatumError):
    """The claim asked for more memory than it may use."""

    slug = "memory"


class LostError(ProbatumError):
    """Who decided is gone, such as a cluster's scheduler: nothing is known of what it had."""

    slug = "lost"


class WorkersError(ProbatumError):
    """Processes that decide cannot be started here."""

    slug = "workers"


class OutlineError(ProbatumError):
    """A document's outline is missing or malformed."""

    slug = "outline"


class LedgerError(ProbatumError):
    """A ledger cannot be read or written."""

    slug = "ledger"


def in_words(problem: BaseException) -> str:
    """The kind of an exception and what it says, which may itself raise."""
    try:
        said = str(problem)
    except Exception:
        said = "(it does not say what)"
    return f"{type(problem).__name__}: {said}" if said else type(problem).__name__

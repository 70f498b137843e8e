"""What ends the deciding of a claim early, as an error that its author can read."""

from __future__ import annotations

import traceback

from probatum.authoring.as_written.lacking import without_attribute
from probatum.authoring.definition import Claim
from probatum.errors import (
    ClaimCrashedError,
    MemoryLimitError,
    MissingExtraError,
    ProbatumError,
    in_words,
)


def as_ours(problem: BaseException) -> ProbatumError:
    """Whatever a claim may raise, also what pytest takes for a test that is skipped, as one of
    our errors.
    """
    match problem:
        case ProbatumError():
            return problem
        case ModuleNotFoundError():
            ours: ProbatumError = MissingExtraError(
                f"got no module {problem.name!r}, wanted what the claim imports: "
                "pip install 'probatum[experiments]'"
            )
        case AttributeError() if told := without_attribute(problem):
            ours = told
        case MemoryError():
            ours = MemoryLimitError(
                "got a request for more memory than it may use, wanted less: see "
                "claim_megabytes, or the claim's @limits"
            )
        case _:
            ours = ClaimCrashedError(
                f"got {in_words(problem)}, wanted a proposition{_hint(problem)}"
            )
    return ours.with_traceback(problem.__traceback__)


def _hint(problem: BaseException) -> str:
    if isinstance(problem, TypeError) and "truth value" in in_words(problem):
        return (
            " (Python's `and`, `or`, `not` and chained comparisons ask for a truth value: "
            "write And(...), Or(...), Not(...))"
        )
    return ""


def line_of(problem: BaseException, claim: Claim) -> int:
    """The line in the claim's own file at which it was raised; where that is not known, of its
    definition.
    """
    frames = [
        frame
        for frame in traceback.extract_tb(problem.__traceback__)
        if frame.filename == claim.path
    ]
    file, line = getattr(problem, "place", None) or ("", 0)
    if frames:
        return frames[-1].lineno or claim.line
    return line if file == claim.path else claim.line

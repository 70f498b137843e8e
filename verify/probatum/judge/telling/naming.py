"""How the versions of a claim's statement are called: in its author's words, and by a formula."""

from __future__ import annotations

import sympy

from probatum.authoring.expectation import Conditional, Expectation, Refuted, Undefined
from probatum.proposition.reading.sentences import latex_of
from probatum.type_names import Condition
from probatum.vocabulary import Role


def wording_of(role: Role, expect: Expectation) -> str:
    """What a version says beside the statement; empty where it is the statement itself."""
    match role, expect:
        case Role.CORRECTED, Refuted():
            return expect.wording
        case Role.CONDITIONED, Conditional():
            return _after(expect.wording, expect.condition)
        case Role.OUTSIDE, Conditional():
            return f"$\\lnot({latex_of(expect.condition)})$"
        case Role.WEAKER, Conditional():
            return _after("", expect.weaker)
        case Role.CONDITIONED, Undefined():
            return _after("", sympy.Not(expect.where))
        case Role.UNDEFINED, Undefined():
            return _after(expect.wording, expect.where)
    return ""


def _after(words: str, condition: Condition | None) -> str:
    """A condition in its author's words, where there are any, and as a formula."""
    if condition is None:
        return words
    formula = f"${latex_of(condition)}$"
    return f"{words.rstrip('.')}: {formula}" if words else formula

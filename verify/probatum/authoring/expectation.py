"""What an author expects of a claim: that it holds, holds under a condition,
is refuted and corrected, has no value somewhere, or is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import sympy

from probatum.decision import BY_WORD
from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.spelling.prose import check_reason, check_wording
from probatum.type_names import Authored, Condition, Function
from probatum.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Holds:
    """True as stated. `strength`: the least that counts, by default what its kind of proposition
    can reach.
    """

    strength: str = ""
    verdict = Verdict.HOLDS

    def check(self) -> None:
        _check_strength(self.strength)


@dataclass(frozen=True, slots=True)
class Conditional:
    """False as stated, true where `condition` holds, a condition on the parameters only.

    sharp: outside of the condition the statement is false, or has no value, for every admitted
    parameter. Without it, `weaker` is a weaker condition under which the statement must fail.
    `wording` says the condition in words.
    """

    condition: Condition
    sharp: bool = field(default=False, kw_only=True)
    weaker: Condition | None = field(default=None, kw_only=True)
    wording: str = field(default="", kw_only=True)
    strength: str = field(default="", kw_only=True)
    verdict = Verdict.CONDITIONAL

    @property
    def word(self) -> str:
        """What says so above a claim."""
        return "exactly_if" if self.sharp else "true_if"

    def check(self) -> None:
        for name, condition in ((self.word, self.condition), ("true_if: too_weak", self.weaker)):
            if condition is None and name != self.word:
                continue
            if not is_condition(condition):
                raise DefinitionError(
                    f"{name}: got {condition!r}, wanted a relation between the parameters"
                )
            exact(condition, name)
        if not self.sharp and self.weaker is None:
            raise DefinitionError(
                "true_if: got no too_weak=, wanted a weaker condition, or @exactly_if: "
                "what shows that it is needed?"
            )
        if self.wording:
            check_wording(self.wording, f"{self.word}: words")
        _check_strength(self.strength)


@dataclass(frozen=True, slots=True)
class Refuted:
    """False as stated; `corrected` is what is true instead: other facts for the same statement,
    or a function like a claim's.

    wording: the corrected statement in words.
    """

    wording: str
    corrected: Mapping[str, Authored] | Function
    strength: str = field(default="", kw_only=True)
    verdict = Verdict.REFUTED

    def check(self) -> None:
        check_wording(self.wording, "corrected: docstring")
        _check_strength(self.strength)


@dataclass(frozen=True, slots=True)
class Undefined:
    """It has no value where `where` holds, a condition on the parameters only, and is true
    elsewhere; without one, nowhere a value.
    """

    where: Condition | None = None
    wording: str = ""
    strength: str = field(default="", kw_only=True)
    verdict = Verdict.UNDEFINED

    def check(self) -> None:
        if self.where is not None:
            if not is_condition(self.where):
                raise DefinitionError(
                    f"has_no_value: got {self.where!r}, wanted a relation between the parameters, "
                    "such as Eq(x, 0), or nothing where it has no value at all"
                )
            exact(self.where, "has_no_value")
        if self.wording:
            check_wording(self.wording, "has_no_value: words")
        _check_strength(self.strength)


@dataclass(frozen=True, slots=True)
class Open:
    """Undecided so far, for what reason: neither a success nor a failure until it is decided."""

    reason: str
    strength: str = field(default="", kw_only=True)
    verdict = Verdict.OPEN

    def check(self) -> None:
        check_reason(self.reason, "undecided_so_far: the reason")
        _check_strength(self.strength)


Expectation = Holds | Conditional | Refuted | Undefined | Open


def is_condition(value: Authored) -> bool:
    """Whether a value is a relation or relations joined; SymPy counts a plain symbol and a truth
    value among these.
    """
    return isinstance(value, sympy.logic.boolalg.Boolean) and not isinstance(
        value, (sympy.Symbol, sympy.logic.boolalg.BooleanAtom)
    )


def _check_strength(strength: str) -> None:
    if strength and strength not in BY_WORD:
        raise DefinitionError(
            f"minimum_strength: got {strength!r}, wanted one of {', '.join(BY_WORD)}"
        )

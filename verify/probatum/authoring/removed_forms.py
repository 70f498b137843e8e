"""Says of the form that claims had before what took its place."""

from __future__ import annotations

from typing import NoReturn

from probatum.authoring.declarations import caller
from probatum.errors import DefinitionError
from probatum.type_names import Authored

__all__ = ("Conditional", "Holds", "Refuted", "claim", "not_checkable", "suffices")

FORM = '''
    passage = Passage("answer-1.3")

    @passage.states                       # or @passage.implies; with (id="...") for another id
    @exactly_if(x < 2, "exactly if x < 2")  # was expect=Conditional(..., sharp=True)
    @minimum_strength("sampled")          # was @suffices
    @assuming("What is supposed.")        # where it is not sharp: @true_if(..., too_weak=...)
    @fails_with("slower", rate="0.015")   # was controls=; beside it @not_shown, @rests_on,
    def squares_are_smaller(smaller=Lt):  # @strict_reading_of, @decided_for, @drawn_by
        """What is stated, in words."""
        return ForAll(x, given=x > 0, then=smaller(x**2, 2 * x))

    @squares_are_smaller.because
    def _():
        yield "why, in words", Lt(x * x, 2 * x)

    @its_name.corrected                           # of a claim under @refuted
    @passage.not_checkable("Why it cannot be decided.")  # above a docstring alone
'''


def _goes(name: str) -> Authored:
    def former(*arguments: Authored, **more: Authored) -> NoReturn:
        raise DefinitionError(
            f"{caller()}: got {name}(...), wanted a claim as a theorem and its "
            f"proof:\n{FORM}\nSee help(probatum.Passage)."
        )

    former.__name__, former.__doc__ = name, "Went: says where it is called what took its place."
    return former


claim, not_checkable, suffices = map(_goes, ("claim", "not_checkable", "suffices"))
Conditional, Holds, Refuted = map(_goes, ("Conditional", "Holds", "Refuted"))

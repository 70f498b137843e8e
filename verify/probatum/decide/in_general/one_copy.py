"""Decides statements about sums of independent copies by what is said of one of them."""

from __future__ import annotations

from collections.abc import Callable

from probatum.decide.shared.back_translation import settling
from probatum.decision import Decision, Outcome
from probatum.lowering.copies.binomial import ALL_ALIKE, with_powers
from probatum.lowering.copies.exponentials_of_sums import POWERS, with_means_of_one
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll

About = Callable[[ForAll], tuple[Decision, ...]]


def of_one_copy(statement: ForAll, about: About) -> tuple[Decision, ...]:
    """What is settled with powers of probabilities, and of means, of one copy; none where there are
    none to put in.

    about: decides a statement about what is random.
    """
    by_ends = with_powers(statement)
    lowered = with_means_of_one(by_ends)
    theorems: list[Theorem] = [ALL_ALIKE] if by_ends is not statement else []
    theorems += [POWERS] if lowered is not by_ends else []
    if not theorems:
        return ()
    found = about(lowered)
    vacuous = tuple(each for each in found if each.outcome is Outcome.VACUOUS)
    settled = vacuous or settling(found, tuple(theorems))
    return settled or (found if by_ends.given != statement.given else ())

"""Decides statements about random vectors: by mean squares, by tangents, in the space of random
vectors, by coins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from probatum.counterexample import Counterexample
from probatum.decide.back_translation import NAME, named
from probatum.decision import Decision, Outcome, Reason
from probatum.lowering.expectations import LINEARITY
from probatum.lowering.lifting import (
    FAIR,
    LIFTED,
    RARE,
    SKEWED,
    Coin,
    at_random_points,
    lifted,
)
from probatum.lowering.mean_squares import LENGTHS, without_noise
from probatum.lowering.tangents import TANGENTS, by_tangents
from probatum.proposition.kinds import ForAll

AboutVectors = Callable[[ForAll, ForAll], tuple[Decision, ...]]
COINS = (FAIR, RARE, SKEWED)  # the first alone where functions are taken at random points


def about_noise(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """By mean squares; where functions are taken at random points, in the space of random vectors;
    or by coins.
    """
    coins: tuple[Coin, ...] = COINS[:1]
    if at_random_points(statement):
        proved = _by_tangents(statement, about_vectors)
        if proved:
            return proved
        larger = lifted(statement)
        found = named(about_vectors(larger, larger), (LIFTED,))
    else:
        lowered = without_noise(statement)
        theorems = (LINEARITY,) if lowered.is_exact else (LINEARITY, LENGTHS)
        found = named(about_vectors(lowered.statement, lowered.statement), theorems)
        if lowered.is_exact:
            return found
        coins = COINS
    if any(decision.outcome is not Outcome.REFUTED for decision in found) and not any(
        decision.outcome is Outcome.UNDECIDED for decision in found
    ):
        return found
    unknown = (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)
    return next(filter(None, (_by_coin(statement, each, about_vectors) for each in coins)), unknown)


def _by_tangents(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """Proved with bounds in place of values at random points."""
    for stricter in by_tangents(statement):
        found = about_noise(stricter, about_vectors)
        proofs = tuple(each for each in found if each.outcome is Outcome.PROVED)
        if proofs:
            return named(proofs, (TANGENTS,))
    return ()


def _by_coin(statement: ForAll, coin: Coin, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """The refutations by noise that is one vector or its opposite."""
    special = coin.of(statement)
    broken = [each for each in about_vectors(special, special) if each.outcome is Outcome.REFUTED]
    words = coin.words
    return tuple(
        replace(each, reason=f"{each.reason} ({words})", counterexample=_with_words(each, words))
        for each in broken
    )


def _with_words(decision: Decision, words: str) -> Counterexample | None:
    shown = decision.counterexample
    return shown and replace(shown, shows=f"{shown.shows} So it is {words}.")

"""Decides statements about random vectors: by mean squares, by tangents, in the space of random
vectors, by coins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.shared.back_translation import NAME, named, together
from probatum.decision import Decision, Outcome, Reason
from probatum.lowering.chance.expectations import LINEARITY
from probatum.lowering.chance.pointwise import POINTWISE
from probatum.lowering.chance.tangents import TANGENTS, by_tangents
from probatum.lowering.random_vectors.lifting import (
    FAIR,
    LIFTED,
    RARE,
    SKEWED,
    Coin,
    at_random_points,
    check_no_numbers,
    lifted,
    with_vectors,
)
from probatum.lowering.random_vectors.mean_squares import LENGTHS, by_triangles, without_noise
from probatum.lowering.random_vectors.random_multiples import (
    ALONG,
    EACH_VALUE,
    at_outcomes,
    of_values,
    random_numbers,
    values_of,
    with_noise,
)
from probatum.proposition.kinds import ForAll
from probatum.proposition.subjects.random import Noise, RandomVariable

AboutVectors = Callable[[ForAll, ForAll], tuple[Decision, ...]]
COINS = (FAIR, RARE, SKEWED)  # the first alone beside random numbers, and at random points


def about_noise(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """By mean squares; where functions are taken at random points, in the space of random vectors;
    or by coins.
    """
    coins: tuple[Coin, ...] = COINS[:1]
    if at_random_points(statement):
        check_no_numbers(statement)
        proved = _by_tangents(statement, about_vectors)
        if proved:
            return proved
        larger = lifted(statement)
        found = named(about_vectors(larger, larger), (LIFTED,))
    else:
        proved = _by_triangles(statement, about_vectors)
        if proved:
            return proved
        lowered = without_noise(statement)
        theorems = (LINEARITY,) if lowered.is_exact else (LINEARITY, LENGTHS)
        found = named(about_vectors(lowered.statement, lowered.statement), theorems)
        if lowered.is_exact:
            return found
        numbers = any(isinstance(each, RandomVariable) for each in statement.variables)
        coins = COINS[:1] if numbers else COINS
    if any(decision.outcome is not Outcome.REFUTED for decision in found) and not any(
        decision.outcome is Outcome.UNDECIDED for decision in found
    ):
        return found
    unknown = (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)
    return next(filter(None, (_by_coin(statement, each, about_vectors) for each in coins)), unknown)


def on_the_line(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """Of functions at random numbers: as of random vectors."""
    return tuple(map(_on_the_line, about_noise(with_vectors(statement), about_vectors)))


def _on_the_line(decision: Decision) -> Decision:
    """What is refuted for vectors is refuted for numbers where those are numbers."""
    shown = decision.counterexample
    if decision.outcome is Outcome.REFUTED and not (
        shown and not any(isinstance(value, sympy.Tuple) for _, value in shown.values)
    ):
        return Decision(NAME, Outcome.UNDECIDED, "refuted for random vectors, not for numbers")
    return decision


def about_multiples(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """Of functions beside vectors times random numbers: proved at each outcome; value by value
    where these are 0 or 1; proved with noise along the vectors, or refuted by two values.
    """
    of_each = of_values(statement)
    if of_each is not statement:
        again = about_multiples if random_numbers(of_each) else about_vectors_alone
        return _at_outcomes(statement, about_vectors) or named(
            again(of_each, about_vectors), (EACH_VALUE,)
        )
    found = about_noise(with_noise(statement), about_vectors)
    proved = tuple(each for each in found if each.outcome in (Outcome.PROVED, Outcome.VACUOUS))
    if proved:
        return named(proved, (ALONG,))
    proved = _at_outcomes(statement, about_vectors)
    if proved:
        return proved
    for special, words in values_of(statement):
        broken = about_vectors_alone(special, about_vectors)
        if any(each.outcome is Outcome.REFUTED for each in broken):
            return _in_words(broken, words)
    return (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)


def _at_outcomes(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """The proof by those of each outcome."""
    proofs: list[tuple[Decision, ...]] = []
    for one in at_outcomes(statement):
        found = about_vectors_alone(one, about_vectors)
        proved = next((each for each in found if each.outcome is Outcome.PROVED), None)
        if proved is None:
            return ()
        proofs.append((proved,))
    return named(together(proofs), (POINTWISE,)) if proofs else ()


def about_vectors_alone(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """Of what is left random, which is noise if anything."""
    noisy = any(isinstance(each, Noise) for each in statement.variables)
    return about_noise(statement, about_vectors) if noisy else about_vectors(statement, statement)


def _by_tangents(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """Proved with bounds in place of values at random points."""
    for stricter in by_tangents(statement):
        found = about_noise(stricter, about_vectors)
        proofs = tuple(each for each in found if each.outcome is Outcome.PROVED)
        if proofs:
            return named(proofs, (TANGENTS,))
    return ()


def _by_triangles(statement: ForAll, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """Proved of the length of the mean, and the root of the mean square of the noise."""
    stricter = by_triangles(statement)
    found = () if stricter is None else about_noise(stricter, about_vectors)
    return named(tuple(each for each in found if each.outcome is Outcome.PROVED), (LENGTHS,))


def _by_coin(statement: ForAll, coin: Coin, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """The refutations by noise that is one vector or its opposite."""
    special = coin.of(statement)
    return _in_words(about_vectors(special, special), coin.words)


def _in_words(found: tuple[Decision, ...], words: str) -> tuple[Decision, ...]:
    """The refutations, with what they are for."""
    return tuple(
        replace(each, reason=f"{each.reason} ({words})", counterexample=_with_words(each, words))
        for each in found
        if each.outcome is Outcome.REFUTED
    )


def _with_words(decision: Decision, words: str) -> Counterexample | None:
    shown = decision.counterexample
    return shown and replace(shown, shows=f"{shown.shows} So it is {words}.")

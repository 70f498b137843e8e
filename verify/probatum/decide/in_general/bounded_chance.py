"""Decides statements about means of exponentials and probabilities of what is bounded, by what
these are at most.
"""

from __future__ import annotations

from probatum.decide.in_general.small_counterexamples import is_about_something
from probatum.decide.shared.back_translation import named, together
from probatum.decision import DECISIVE, Decision, Outcome
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.chance.expectations import by_expectations
from probatum.lowering.chance.hoeffding import HOEFFDING, by_hoeffding
from probatum.proposition.kinds import ForAll


def of_bounded(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """Proofs with a bound in place of a mean or a probability, where some case is admitted."""
    for parts in by_hoeffding(statement):
        proved = _of_all(parts, ask)
        if proved and is_about_something(statement):
            return named(proved, (HOEFFDING,))
    return ()


def _of_all(parts: tuple[ForAll, ...], ask: Ask) -> tuple[Decision, ...]:
    """The proofs of statements over moments together, of which some may be about nothing."""
    proofs: list[tuple[Decision, ...]] = []
    for part in parts:
        try:
            found = ask(by_expectations(part)[0]).decisions
        except UndefinedError:  # the bound has no value there, which is not the author's
            return ()
        if any(each.outcome is Outcome.VACUOUS for each in found):
            continue
        if not any(each.outcome in DECISIVE for each in found):
            return ()
        proofs.append(found)
    return together(proofs) if proofs else ()

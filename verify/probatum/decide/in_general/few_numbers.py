"""Decides statements about sums over an index where a few numbers are all that there are."""

from __future__ import annotations

from dataclasses import replace

import sympy

from probatum.decide.shared.back_translation import settling
from probatum.decision import Decision, Outcome
from probatum.engines.decider import Ask
from probatum.lowering.copies.written_out import WRITTEN_OUT, WrittenOut, written_out
from probatum.proposition.kinds import ForAll


def of_few_numbers(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """What is settled about the numbers themselves; none where these are many, or unknown."""
    few = written_out(statement)
    if few is None:
        return ()
    found = ask(few.statement).decisions
    vacuous = tuple(each for each in found if each.outcome is Outcome.VACUOUS)
    return vacuous or tuple(_as_stated(each, few) for each in settling(found, (WRITTEN_OUT,)))


def _as_stated(decision: Decision, few: WrittenOut) -> Decision:
    """A counterexample with the numbers of each feature together."""
    shown = decision.counterexample
    if shown is None:
        return decision
    found = dict(shown.values)
    together = {
        feature.name: sympy.Tuple(*(found.pop(each.name) for each in numbers))
        for feature, numbers in few.numbers.items()
        if all(each.name in found for each in numbers)
    }
    values = (*found.items(), *together.items())
    return replace(decision, counterexample=replace(shown, values=values))

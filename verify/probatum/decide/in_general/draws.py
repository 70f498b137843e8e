"""Counterexamples about draws without replacement, with the values that are drawn from."""

from __future__ import annotations

from dataclasses import replace

import sympy

from probatum.decision import Decision, Outcome
from probatum.proposition.kinds import ForAll
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Expression


def with_values_drawn(statement: ForAll, decision: Decision) -> Decision:
    """A counterexample about draws with the values that are drawn from: one, and all others."""
    drawn = [each for each in statement.variables if _is_drawn(each)]
    shown = decision.counterexample
    if decision.outcome is not Outcome.REFUTED or shown is None or len(drawn) != 1:
        return decision
    found, known = dict(shown.values), drawn[0].known
    at = {each: found[each.name] for each in statement.variables if each.name in found}
    count, mean, variance = (
        sympy.sympify(known[name]).xreplace(at) for name in ("drawn_from", "mean", "variance")
    )
    if not (count.is_Integer and count >= 2):
        return decision
    one = mean + sympy.sqrt(variance * (count - 1))
    rest = mean - sympy.sqrt(variance / (count - 1))
    words = f"One of the {count} values is {words_of(one)}, each other one {words_of(rest)}."
    values = tuple((name, value) for name, value in shown.values if not name.startswith("E["))
    return replace(decision, counterexample=replace(shown, values=values, shows=words))


def _is_drawn(variable: Expression) -> bool:
    known = variable.known if isinstance(variable, RandomVariable) else {}
    return {"drawn_from", "mean", "variance"} <= set(known)

"""Decides statements about random numbers beside vectors: by coordinates, which are numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.shared.back_translation import named
from probatum.decision import Decision, Outcome
from probatum.lowering.random_vectors.vectors_beside_chance import COORDINATES, Axes, in_coordinates
from probatum.proposition.kinds import ForAll
from probatum.type_names import Expression

EVERY_DIMENSION = "in every dimension"


def beside_vectors(
    statement: ForAll, about_numbers: Callable[[ForAll], tuple[Decision, ...]]
) -> tuple[Decision, ...]:
    """What is found of the statement about coordinates, said of vectors."""
    made = in_coordinates(statement)
    return tuple(_of_vectors(each, made.axes) for each in about_numbers(made.statement))


def _of_vectors(decision: Decision, axes: Axes) -> Decision:
    shown = decision.counterexample
    if decision.outcome in (Outcome.PROVED, Outcome.ENCLOSED):
        return named((decision,), (COORDINATES,), EVERY_DIMENSION)[0]
    if decision.outcome is not Outcome.REFUTED or shown is None:
        return decision
    values = dict(shown.values)
    used = [
        axis
        for axis in range(len(axes))
        if any(_entry(own[axis], values) != 0 for own in axes.values())
    ] or [0]
    found = {
        str(vector): [_entry(own[axis], values) for axis in used] for vector, own in axes.items()
    }
    dimension = len(used)
    where = (
        "false from dimension 1 on"
        if dimension == 1
        else f"false in dimension {dimension} and above"
    )
    said = named((decision,), (COORDINATES,), where)[0]
    return replace(said, counterexample=_with_vectors(shown, found, axes))


def _entry(entry: Expression, values: dict[str, Expression]) -> Expression:
    """The number found for a coordinate; what nothing depends on is zero."""
    return sympy.sympify(values.get(str(entry), 0)) if entry != 0 else sympy.Integer(0)


def _with_vectors(
    shown: Counterexample, found: dict[str, list[Expression]], axes: Axes
) -> Counterexample:
    names = {str(entry) for own in axes.values() for entry in own if entry != 0}
    vectors = (
        (name, own[0] if len(own) == 1 else sympy.Tuple(*own)) for name, own in found.items()
    )
    others = (each for each in shown.values if each[0] not in names)
    return replace(shown, values=(*vectors, *others))

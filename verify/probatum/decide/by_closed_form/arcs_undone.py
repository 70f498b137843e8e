"""Arcs of waves as the angles that these came from, up to whole turns, where the hypotheses tell
between which quarters of a turn they are.

DLMF, sections 4.21(iii) and 4.23(ii): the principal values of inverse trigonometric functions, and
the periods of the functions.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.decide.by_closed_form.closed_forms import holds
from probatum.engines.decider import Ask
from probatum.proposition.in_place import Place, changed
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import rewrite
from probatum.proposition.written import is_written
from probatum.type_names import Condition, Expression, Statement

QUARTER = sympy.pi / 2
TURNS = (0, 1, -1)
Piece = tuple[Condition, Expression]  # where the angle is, and what the arc is there


def with_arcs_undone(statement: Statement, ask: Ask) -> Statement:
    """The statement with angles in place of arcs of their waves; `ask` decides where these are."""
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return statement

    def told(part: Expression, place: Place) -> Expression | None:
        if not isinstance(part, ARCS) or place.near(part) or is_written(part):
            return None
        pieces = _pieces(part)
        return next(
            (a for where, a in pieces if holds(((), sympy.true, where), statement, ask)), None
        )

    then = rewrite(statement.then, lambda part: changed(part, told))
    return (
        statement if then == statement.then else for_all(statement.variables, statement.given, then)
    )


def _pieces(arc: Expression) -> Iterator[Piece]:
    """What an arc is, by the half turn in which the angle lies."""
    wave = arc.args[0]
    if not isinstance(wave, WAVES[arc.func]) or not wave.free_symbols:
        return
    angle = wave.args[0]
    if isinstance(wave, sympy.tan):
        for turns in TURNS:
            moved = angle - turns * sympy.pi
            yield sympy.And(moved > -QUARTER, moved < QUARTER), moved
        return
    if isinstance(arc, sympy.acos) != isinstance(wave, sympy.cos):  # by the angle that it leaves
        angle = QUARTER - angle
    for turns in TURNS:
        moved = angle - 2 * turns * sympy.pi
        if isinstance(arc, sympy.acos):
            yield sympy.And(moved >= 0, moved <= sympy.pi), moved
            yield sympy.And(moved >= -sympy.pi, moved <= 0), -moved
            yield sympy.And(moved >= -sympy.pi, moved <= sympy.pi), sympy.Abs(moved)
        else:
            yield sympy.And(moved >= -QUARTER, moved <= QUARTER), moved
            yield sympy.And(moved >= QUARTER, moved <= 3 * QUARTER), sympy.pi - moved


WAVES = {
    sympy.acos: (sympy.cos, sympy.sin),
    sympy.asin: (sympy.sin, sympy.cos),
    sympy.atan: (sympy.tan,),
}
ARCS = tuple(WAVES)

"""Decides what analysis says of real variables: inequalities and identities on intervals and half
lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sympy
from sympy.core.relational import Relational

from probatum.calculus.asymptotics.leading_terms import sign_of_number
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.proposals import TooMuchWorkError, at_most, share
from probatum.calculus.signs.analytic import STRICT, Interval, core, is_analytic
from probatum.calculus.signs.between import inner_point
from probatum.calculus.signs.changes import turning_points
from probatum.counterexample import Counterexample
from probatum.decide.numbers import extremes, one_variable
from probatum.decision import DECISIVE, Decision, Outcome, Reason
from probatum.engine_catalogue import ARB
from probatum.engines.decider import Ask
from probatum.engines.slopes import nonnegative
from probatum.engines.trying.ranges import domain, left_out
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import equations
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Comparison, Condition, Expression, Statement

NAME = "curves"
ENGINE = ARB.name
TURN = 120
WORK = 4_000_000  # calls: some seconds


def takes(statement: Statement) -> bool:
    """Conditions and equalities for all values of real variables."""
    return (
        _of_one_variable(statement)
        or extremes.applies(statement)
        or one_variable.applies(statement)
    )


def _of_one_variable(statement: Statement) -> bool:
    if (
        not isinstance(statement, ForAll)
        or len(statement.variables) != 1
        or statement.variables[0].is_integer
    ):
        return False
    return isinstance(statement.then, (Equal, sympy.logic.boolalg.Boolean))


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Prove each relation by the signs of derivatives and the limits at the ends,
    or break one at a turning point.
    """
    if not _of_one_variable(statement):
        return _of_several_variables(statement, ask)
    try:
        (way,) = (
            equations(statement.then)
            if isinstance(statement.then, Equal)
            else [list(conjuncts(statement.then))]
        )
    except (OutOfScopeError, ValueError):
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    if not way or not all(isinstance(part, Relational) for part in way):
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    try:
        with share(WORK), at_most(WORK):
            return _decided(statement, way)
    except TooMuchWorkError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.BUDGET)


def _of_several_variables(statement: Statement, ask: Ask) -> tuple[Decision, ...]:
    """By where it is smallest along one of them, else by where nothing changes or it is level."""
    found: tuple[Decision, ...] = ()
    if extremes.applies(statement):
        found = (extremes.proved(statement, ask),)
    if not any(one.outcome in DECISIVE for one in found) and one_variable.applies(statement):
        found = one_variable.proved(statement, ask)
    return tuple(replace(one, decider=NAME, engine=one.engine or ENGINE) for one in found)


def _decided(statement: ForAll, way: list[Condition]) -> Decision:
    (variable,) = statement.variables
    inside, closed = domain(statement.given, variable)
    if all(
        _holds(part, piece, closed)
        for part in way
        for piece in inside.parts(left_out(statement.given, inside))
    ):
        return Decision(NAME, Outcome.ENCLOSED, Reason.SLOPES)
    for point in _suspects(way, inside, closed):
        if (
            holds_at(statement.given, {variable: point}) is True
            and truth_at(sympy.And(*way), {variable: point}) is False
        ):
            return Decision(
                NAME,
                Outcome.REFUTED,
                Reason.COUNTEREXAMPLE,
                Counterexample(((variable.name, point),)),
            )
    return Decision(NAME, Outcome.UNDECIDED, Reason.NO_SLOPE)


def _holds(relation: Comparison, inside: Interval, closed: tuple[Expression, ...]) -> bool:
    """Whether a relation holds inside and at the ends that belong to it."""
    if not all(truth_at(relation, {inside.variable: end}) for end in closed):
        return False
    if isinstance(relation, sympy.Equality):
        return _constant(relation.lhs - relation.rhs, inside)
    if not hasattr(relation, "gts"):
        difference = relation.lhs - relation.rhs
        return any(nonnegative(side, inside) == STRICT for side in (difference, -difference))
    return nonnegative(relation.gts - relation.lts, inside) >= (
        STRICT if relation.rel_op in ("<", ">") else 1
    )


def _constant(difference: Expression, inside: Interval) -> bool:
    """Whether a difference is zero inside: its derivative is, and it is at one point."""
    middle = {inside.variable: _plain_point(inside)}
    if not truth_at(sympy.Eq(difference, 0, evaluate=False), middle):
        return False
    return core(difference, inside) == 0 or (
        is_analytic(difference, inside) and vanishes(difference.diff(inside.variable))
    )


def _plain_point(inside: Interval) -> Expression:
    """A point inside at which functions have simple values: 1 or 0 where they are inside."""
    for point in (sympy.Integer(1), sympy.Integer(0), sympy.pi / 4, sympy.Integer(-1)):
        if sign_of_number(point - inside.low) == 1 and sign_of_number(inside.high - point) == 1:
            return point
    return inner_point(inside.low, inside.high)


def _suspects(
    way: list[Condition], inside: Interval, closed: tuple[Expression, ...]
) -> Iterator[Expression]:
    """Points at which a relation is likeliest to fail: the ends,
    and where the difference of its sides turns.
    """
    yield from closed
    for relation in way:
        yield from turning_points(relation.lhs - relation.rhs, inside)

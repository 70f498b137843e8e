"""Decides by interval arithmetic: certified digits for closed statements,
bisection of the domain for bounded variables.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import flint
import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs.bounds import bounds
from probatum.counterexample import Counterexample, Sides
from probatum.decision import INTERVAL, Decision, Outcome, Reason
from probatum.engine_catalogue import ARB
from probatum.engines.decider import Ask, nobody
from probatum.lowering.whole_numbers.rounding import rounding
from probatum.proposition.kinds import Equal, ForAll, Rounded
from probatum.proposition.numbers.arcs import vanishes_as_arc
from probatum.proposition.numbers.enclosure import PRECISIONS, ball, truth
from probatum.proposition.numbers.separation import is_exactly_zero
from probatum.proposition.parts import is_scalar
from probatum.proposition.truth import truth_at
from probatum.type_names import Box, Condition, Expression, Number, Point, Statement, Symbol

NAME = INTERVAL
ENGINE = ARB.name
TURN = 80
MOST_BOXES = 1_000
SMALLEST = sympy.Rational(
    1, 2**30
)  # of the domain: a box that small touches a bound, and no smaller one settles it
MOST_COMPARED = (
    4  # middles compared by algebra, which takes no budget, where no precision separates the sides
)
WORKING_PRECISION = 96  # bits


def takes(statement: Statement) -> bool:
    """Closed equalities and roundings, and conditions for all variables of a bounded domain."""
    if isinstance(statement, ForAll):
        return isinstance(statement.then, sympy.logic.boolalg.Boolean)
    return isinstance(statement, Rounded) or (
        isinstance(statement, Equal) and is_scalar(statement.left)
    )


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Enclose or refute, or say why not."""
    if isinstance(statement, Rounded):
        return _rounded(statement)
    if isinstance(statement, Equal):
        return _apart(statement)
    if not statement.variables:
        return _closed(statement.then)
    return _bisect(statement)


def _rounded(statement: Rounded) -> Decision:
    found = _certain(rounding(statement))
    shown = Sides((("value", statement.expression), ("printed", statement.digits.value)))
    return _decision(found, shown)


def _closed(condition: Condition) -> Decision:
    shown = (
        Sides.of(condition.lhs, condition.rhs)
        if isinstance(condition, Relational)
        else Counterexample(())
    )
    apart = _certain(condition)
    if apart is not None:
        return _decision(apart, shown)
    return _decision(_certain(_by_separation(condition)), shown, Reason.SEPARATION)


def _by_separation(condition: Condition) -> Condition:
    """The condition with the relations decided whose sides are the same algebraic number or arc."""
    known = {
        relation: sympy.true if relation.rel_op in ("<=", ">=", "==") else sympy.false
        for relation in condition.atoms(Relational)
        if is_exactly_zero(difference := relation.lhs - relation.rhs) or vanishes_as_arc(difference)
    }
    return condition.xreplace(known)


def _apart(equal: Equal) -> Decision:
    """Different values are refuted by disjoint enclosures; equal ones touch at any precision, and
    are proved where they are algebraic numbers.
    """
    if not is_scalar(equal.right) or equal.left.free_symbols:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    difference = sympy.Ne(equal.left, equal.right, evaluate=False)
    if _certain(difference):
        return _decision(False, Sides.of(equal.left, equal.right))
    alike = equal.left == equal.right  # which says nothing of numbers
    same = None if alike else is_exactly_zero(difference.lhs - difference.rhs)
    return _decision(same, Sides.of(equal.left, equal.right), Reason.SEPARATION)


def _decision(
    found: bool | None, shown: Counterexample, reason: Reason = Reason.ENCLOSURE
) -> Decision:
    if found is None:
        return Decision(NAME, Outcome.UNDECIDED, Reason.TOUCHING)
    if found:
        outcome = Outcome.PROVED if reason is Reason.SEPARATION else Outcome.ENCLOSED
        return Decision(NAME, outcome, reason)
    return Decision(NAME, Outcome.REFUTED, reason, shown)


def _certain(condition: Condition) -> bool | None:
    for precision in PRECISIONS:
        with flint.ctx.workprec(precision):
            found = truth(condition, {})
        if found is not None:
            return found
    return None


def _bisect(statement: ForAll) -> Decision:
    domain = bounds(statement)
    if len(domain) < len(statement.variables):
        return Decision(NAME, Outcome.UNDECIDED, Reason.UNBOUNDED)
    goal = sympy.Or(sympy.Not(statement.given), statement.then)
    waiting, tried, smallest = deque([domain]), 0, _volume(domain) * SMALLEST
    comparisons = iter(range(MOST_COMPARED))
    while waiting:
        if tried >= MOST_BOXES:
            return Decision(NAME, Outcome.UNDECIDED, Reason.BUDGET, tried=tried)
        box = waiting.popleft()
        tried += 1
        if _settled(goal, box):
            continue
        middle = {variable: _middle(variable, low, high) for variable, (low, high) in box.items()}
        if _broken(statement, goal, middle, comparisons):
            shown = Counterexample.at_point(middle)
            return Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, shown, tried=tried)
        if _volume(box) < smallest or not any(high - low for low, high in box.values()):
            return Decision(NAME, Outcome.UNDECIDED, Reason.TOUCHING, tried=tried)
        waiting.extend(_halves(box))
    return Decision(NAME, Outcome.ENCLOSED, Reason.BOXES, tried=tried)


def _settled(goal: Condition, box: dict[Symbol, tuple[Expression, Expression]]) -> bool:
    with flint.ctx.workprec(WORKING_PRECISION):
        return (
            truth(
                goal,
                {variable: ball(low).union(ball(high)) for variable, (low, high) in box.items()},
            )
            is True
        )


def _volume(box: dict[Symbol, tuple[Expression, Expression]]) -> Number:
    """The product of the lengths of real sides and of the numbers of integers."""
    return sympy.prod(
        [high - low + (1 if variable.is_integer else 0) for variable, (low, high) in box.items()]
    )


def _middle(variable: Symbol, low: Expression, high: Expression) -> Number:
    middle = (low + high) / 2
    return sympy.floor(middle) if variable.is_integer else middle


def _seems_broken(goal: Condition, point: Point) -> bool:
    with flint.ctx.workprec(WORKING_PRECISION):
        return truth(goal, {variable: ball(value) for variable, value in point.items()}) is not True


def _broken(statement: ForAll, goal: Condition, point: Point, comparisons: Iterator[int]) -> bool:
    """Whether a point breaks the statement: by enclosures, or by algebra while comparisons are
    left.
    """
    if not _seems_broken(goal, point):
        return False
    found = _breaks(statement, point, exactly=False)
    if found is None and next(comparisons, None) is not None:
        found = _breaks(statement, point, exactly=True)
    return found is True


def _breaks(statement: ForAll, point: Point, *, exactly: bool) -> bool | None:
    """Whether a point is admitted and breaks the statement; None where that is not known."""
    admitted = truth_at(statement.given, point, exactly=exactly)
    holds = truth_at(statement.then, point, exactly=exactly) if admitted is not False else True
    if admitted is False or holds is True:
        return False
    return None if admitted is None or holds is None else True


def _halves(box: dict[Symbol, tuple[Expression, Expression]]) -> list[Box]:
    widest = max(box, key=lambda variable: (box[variable][1] - box[variable][0], variable.name))
    low, high = box[widest]
    middle = _middle(widest, low, high)
    return [
        box | {widest: (low, middle)},
        box | {widest: (middle + 1 if widest.is_integer else middle, high)},
    ]

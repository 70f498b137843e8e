"""Decides what depends on integers only through remainders and signs:
by one full period of each.
"""

from __future__ import annotations

import itertools
from math import prod

import sympy
from sympy.logic.boolalg import Boolean

from probatum.counterexample import Counterexample
from probatum.decision import Decision, Outcome, Reason
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask, nobody
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import equations
from probatum.lowering.whole_numbers.repetitions import (
    NotPeriodicError,
    modulus_of,
    repetitions,
    starts,
)
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Condition, Expression, Statement, Symbol

NAME = "residues"
ENGINE = EXACT_SEARCH.name
TURN = 20
MOST_CASES = 10_000


def takes(statement: Statement) -> bool:
    """Conditions and equalities for all integers in which there are remainders, signs or half
    turns.
    """
    if not isinstance(statement, ForAll) or not statement.variables:
        return False
    then = statement.then
    if not isinstance(then, (Equal, Boolean)) or not all(
        variable.is_integer for variable in statement.variables
    ):
        return False
    parts = (then.left, then.right) if isinstance(then, Equal) else (then,)
    return any(isinstance(part, sympy.Basic) and _leaves_remainders(part) for part in parts)


def _leaves_remainders(part: Expression) -> bool:
    known = any(map(modulus_of, sympy.preorder_traversal(part)))
    return known or bool(part.has(sympy.floor, sympy.ceiling))


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove it by every case of a period that hypotheses with a period admit, or refute it by one
    that all hypotheses admit; where powers grow, by every case before they repeat as well.
    """
    try:
        then = _condition(statement.then)
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    lows = starts(statement.given)
    supposed = [part for part in sympy.And.make_args(statement.given) if _is_periodic(part, lows)]
    try:
        found = repetitions(statement.variables, [then, *supposed], lows)
    except NotPeriodicError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    ranges = [repeat.whole(lows.get(variable)) for variable, repeat in found.items()]
    if prod(map(len, ranges)) > MOST_CASES:
        return Decision(NAME, Outcome.UNDECIDED, Reason.BUDGET)
    tried = 0
    for values in itertools.product(*ranges):
        tried += 1
        point = dict(zip(found, map(sympy.Integer, values), strict=True))
        like = {
            variable: sympy.Integer(found[variable].first_like(int(value)))
            for variable, value in point.items()
        }
        if any(truth_at(part, like) is False for part in supposed):
            continue
        holds = truth_at(then, like)
        if holds is False and holds_at(statement.given, point) is True:
            shown = Counterexample.at_point(point)
            return Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, shown, tried=tried)
        if holds is not True or truth_at(defined(then), like) is not True:
            return Decision(NAME, Outcome.UNDECIDED, Reason.A_REMAINDER, tried=tried)
    return Decision(NAME, Outcome.PROVED, Reason.REMAINDERS, tried=tried)


def _condition(then: Statement) -> Condition:
    """An equality as equations."""
    if isinstance(then, Equal):
        return sympy.Or(*(sympy.And(*way) for way in equations(then)))
    return then


def _is_periodic(condition: Condition, lows: dict[Symbol, int]) -> bool:
    """Whether a hypothesis is decided by remainders of its variables, and defined everywhere."""
    if not condition.free_symbols or defined(condition) != sympy.true:
        return False
    try:
        repetitions(tuple(condition.free_symbols), [condition], lows)
    except NotPeriodicError:
        return False
    return True

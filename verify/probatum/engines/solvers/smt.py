"""Decides by SMT: real and integer arithmetic by z3, counterexamples put back exactly,
work counted and not timed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy
import z3

from probatum.claim_cache import cached_for_claim
from probatum.counterexample import Counterexample
from probatum.decision import Decision, Outcome, Reason
from probatum.engines.decider import Ask, nobody
from probatum.engines.solvers.kept_memory import keep_memory
from probatum.engines.solvers.logic import Answer, Formula, Logic, Solution
from probatum.engines.solvers.logic_z3 import Z3Logic
from probatum.engines.solvers.smt_query import Query, translates
from probatum.lowering.analysis.region import region
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.exponentials import in_exponentials
from probatum.proposition.kinds import KINDS, AlmostAll, Exists, ForAll, for_all
from probatum.proposition.parts import conjuncts, leaves, substitute, unchecked
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Condition, Expression, Point, Statement, Symbol

NAME = "smt"
ENGINE = Z3Logic.ENGINE
TURN = 50
BUDGET = 8_000_000  # z3 resource units: about two seconds
SIMPLIFYING_BUDGET = 400_000
MOST_OPEN = 2  # simple values of which the solver could not tell whether they are possible
WHY_NOT = {
    Answer.BUDGET: Reason.BUDGET,
    Answer.UNKNOWN: Reason.UNKNOWN,
    Answer.CLOCK: Reason.CLOCK,
    Answer.POSSIBLE: Reason.NOT_PUT_BACK,
}
SIMPLE_VALUES = [*map(sympy.Integer, (0, 1, -1, 2, -2))]
SIMPLE_VALUES += map(
    sympy.Rational, ("1/2", "-1/2", "3", "4", "5", "10", "1/4", "3/4", "1/10", "1/5")
)
SIMPLE_VALUES += map(sympy.Rational, ("3/2", "-3", "-10", "100", "1/100", "-100"))
keep_memory()  # before the workers of a run are forked, and not while a claim is listened to


def takes(statement: Statement) -> bool:
    """Whether the statement, with all inside it, is of kinds that translate."""
    return translates(statement)


def decide(
    statement: Statement, ask: Ask = nobody, budget: int | None = None, *, shown: bool = True
) -> Decision:
    """Prove or refute, or say why not.

    shown: whether a reader may see the point, which is then made as simple as it allows.
    """
    return _decided(statement, BUDGET if budget is None else budget, shown)


@cached_for_claim(256)  # versions of a claim and its controls lead to the same questions
def _decided(statement: Statement, budget: int, shown: bool) -> Decision:
    try:
        return (
            _decide_almost_all(statement)
            if isinstance(statement, AlmostAll)
            else _decide(statement, budget, shown)
        )
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)


def _decide(statement: Statement, budget: int, shown: bool = True) -> Decision:
    quantified = (
        statement if isinstance(statement, (ForAll, Exists)) else for_all((), sympy.true, statement)
    )
    query = _query(in_exponentials(quantified))
    return (
        _decide_exists(quantified, query, shown)
        if isinstance(quantified, Exists)
        else _decide_for_all(quantified, query, budget, shown)
    )


def _decide_almost_all(statement: AlmostAll) -> Decision:
    """Proved where it holds for all, or its exceptions have no inner point;
    refuted by a point around which it fails.
    """
    everywhere = _decide(
        for_all(statement.variables, statement.given, statement.then),
        BUDGET,
    )
    if everywhere.outcome is not Outcome.REFUTED:
        return everywhere
    failing = region(sympy.And(statement.given, sympy.Not(statement.then)))
    inside = _decide(
        unchecked(Exists, variables=statement.variables, given=sympy.true, then=failing.inner),
        BUDGET,
    )
    if inside.outcome is Outcome.PROVED:
        return Decision(NAME, Outcome.REFUTED, Reason.OPEN_SET, inside.counterexample)
    if inside.outcome is Outcome.REFUTED and failing.exact:
        return Decision(NAME, Outcome.PROVED, Reason.NO_OPEN_SET)
    return Decision(NAME, Outcome.UNDECIDED, Reason.NOT_PUT_BACK)


@cached_for_claim(1)  # what the solver did before sways its search, and must not for another claim
def _context() -> z3.Context:
    return z3.Context()


def _logic() -> Logic:
    return Z3Logic(_context())


@cached_for_claim(4)
def _query(statement: Statement) -> Query:
    """The query of a statement; a proof and its idle hypotheses share one. Between numbers there is
    nothing to search: they share z3's own context, as a new one takes longer than ten answers.
    """
    numbers = not statement.variables and all(map(_compares_numbers, leaves(statement)))
    return Query(statement, Z3Logic(z3.main_ctx()) if numbers else _logic())


def _compares_numbers(part: Expression | Condition) -> bool:
    """Whether a side or a condition holds no more than rational numbers."""
    rational = all(side.is_Rational for side in part.args)
    return bool(part.is_Rational or (part.is_Boolean and rational))


def _decide_for_all(statement: Statement, query: Query, budget: int, shown: bool) -> Decision:
    opposite = query.logic.opposite(query.then)
    solution = query.solve(query.given, opposite, budget)
    if solution.answer is Answer.CONTRADICTION:
        return Decision(NAME, Outcome.PROVED, Reason.NO_COUNTEREXAMPLE)
    for point in _points(query, solution, opposite, shown):
        if _breaks(statement, point):
            found = Counterexample.at_point(point)
            return Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, found)
    return Decision(NAME, Outcome.UNDECIDED, WHY_NOT[solution.answer])


def _decide_exists(statement: Statement, query: Query, shown: bool) -> Decision:
    solution = query.solve(query.given, query.then, BUDGET)
    if solution.answer is Answer.CONTRADICTION:
        return Decision(NAME, Outcome.REFUTED, Reason.NONE_EXISTS)
    for point in _points(query, solution, query.then, shown):
        if _satisfies(statement, point):
            return Decision(NAME, Outcome.PROVED, Reason.WITNESS, Counterexample.at_point(point))
    return Decision(NAME, Outcome.UNDECIDED, WHY_NOT[solution.answer])


def _points(query: Query, solution: Solution, goal: Formula, shown: bool) -> Iterator[Point]:
    """The solver's own point, made as simple as it allows first; where nobody sees it, as it is,
    if that is soon put back.
    """
    if solution.value is not None:
        own = {} if shown else _values(query, solution)
        if own and all(value.is_Rational for value in own.values()):
            yield own
        simplest = _values(query, _simplest(query, solution, goal, SIMPLE_VALUES))
        if len(simplest) > 1 and not any(simplest.values()):
            yield from _elsewhere(query, solution, goal)
        yield simplest
        yield _values(query, solution)


def _elsewhere(query: Query, known: Solution, goal: Formula) -> Iterator[Point]:
    """A point as simple as the origin, where much vanishes and a reader learns little:
    one without any zero.
    """
    point = _values(query, _simplest(query, known, goal, SIMPLE_VALUES[1:]))
    if all(value in SIMPLE_VALUES[1:] for value in point.values()):
        yield point


def _simplest(
    query: Query, known: Solution, goal: Formula, simple: Sequence[Expression]
) -> Solution:
    """A solution in which one variable after the other takes the simplest value that keeps the rest
    possible: often the one that is known shows that, with at most this value in place of its own.
    Where the solver cannot tell of some values, it will hardly tell of others.
    """
    hypotheses = list(query.given)
    chosen: dict[Symbol, Expression] = {}
    searched, left_open = True, 0
    for variable in query.statement.variables:
        term, constant = query.translator.term(variable), query.translator.variable(variable)
        for value in _admitted(query.statement.given, chosen, variable, simple):
            fixed = query.logic.compare(term, "==", query.logic.number(value))
            together = [*query.facts, *hypotheses, fixed, goal]
            seen = known.moved(constant, value, together) if known.moved else None
            solution = seen or query.solve([*hypotheses, fixed], goal, SIMPLIFYING_BUDGET)
            if solution.answer is Answer.POSSIBLE:
                hypotheses.append(fixed)
                known, chosen[variable], searched = solution, value, seen is None
                break
            left_open += solution.answer is not Answer.CONTRADICTION
            if solution.answer is Answer.CLOCK or left_open == MOST_OPEN:  # and would be again
                return known
    if searched or len(chosen) == len(query.statement.variables):
        return known
    last = query.solve(hypotheses, goal, SIMPLIFYING_BUDGET)  # what has no simple value is open
    return last if last.answer is Answer.POSSIBLE else known


def _admitted(
    given: Condition, chosen: Point, variable: Symbol, simple: Sequence[Expression]
) -> Iterator[Expression]:
    """The values of a variable that no hypothesis rules out which speaks of it and of what is
    chosen alone; the solver would take longer to say so.
    """
    known = {*chosen, variable}
    telling = [part for part in conjuncts(given) if variable in part.free_symbols <= known]
    for value in simple:
        if variable.is_integer and not value.is_Integer:
            continue
        at = {**chosen, variable: value}
        if not any(truth_at(part, at, exactly=False) is False for part in telling):
            yield value


def _values(query: Query, solution: Solution) -> Point:
    assert solution.value is not None
    return {
        variable: solution.value(query.translator.variable(variable))
        for variable in query.statement.variables
    }


def _breaks(statement: Statement, point: Point) -> bool:
    """Whether the point is admitted and the inner statement is false there."""
    if holds_at(statement.given, point) is not True:
        return False
    if not isinstance(statement.then, KINDS):
        return truth_at(statement.then, point) is False
    return _contradictory(substitute(statement.then, point))


def _satisfies(statement: Statement, point: Point) -> bool:
    if holds_at(statement.given, point) is not True:
        return False
    if not isinstance(statement.then, KINDS):
        return holds_at(statement.then, point) is True
    return _contradictory(substitute(statement.then, point), opposite=True)


def _contradictory(statement: Statement, *, opposite: bool = False) -> bool:
    """Whether a closed inner statement, or its opposite, is contradictory."""
    query = Query(for_all((), sympy.true, statement), _logic())
    goal = query.logic.opposite(query.then) if opposite else query.then
    return query.solve([], goal, BUDGET).answer is Answer.CONTRADICTION


def essential(statement: Statement) -> Statement:
    """What is proved, without the hypotheses that its proof does not need: what is left says more,
    and is easier to prove a second time.
    """
    if not isinstance(statement, ForAll):
        return statement
    try:
        idle = idle_hypotheses(statement)
    except OutOfScopeError:
        return statement
    needed = (part for part in conjuncts(statement.given) if part not in idle)
    return for_all(statement.variables, sympy.And(*needed), statement.then)


@cached_for_claim(64)  # a second proof goes without them, and the author hears of them
def idle_hypotheses(statement: ForAll) -> tuple[Condition, ...]:
    """The hypotheses without which the proof goes through as well, left out one after the other;
    none where they are lowered to others, of which it is not known which is which. The first
    question that only the clock ends is the last.
    """
    lowered = in_exponentials(statement)
    if lowered.given != statement.given:
        return ()
    query = _query(lowered)
    needed = list(zip(conjuncts(statement.given), query.given, strict=True))
    idle = []
    for pair in list(needed):
        rest = [formula for other, formula in needed if other is not pair[0]]
        opposite = query.logic.opposite(query.then)
        answer = query.solve(rest, opposite, SIMPLIFYING_BUDGET).answer
        if answer is Answer.CLOCK:  # the next would take as long
            break
        if answer is Answer.CONTRADICTION:
            needed.remove(pair)
            idle.append(pair[0])
    return tuple(idle)

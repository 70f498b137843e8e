"""Decides by SMT: real and integer arithmetic by z3, counterexamples put back exactly, work counted and not timed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import sympy
import z3

from probatum.decide.smt_translation import NotTranslatableError, Translator, in_exponentials
from probatum.decision import Counterexample, Decision, Outcome, Why
from probatum.proposition.definedness import defined
from probatum.proposition.kinds import (
    KINDS,
    AlmostAll,
    Equal,
    Exists,
    ForAll,
    Orbit,
    Property,
    Rounded,
    conjuncts,
    subpropositions,
    substitute,
    unchecked,
)
from probatum.proposition.truth import truth_at

NAME = "smt"
BUDGET = 8_000_000  # z3 resource units: about two seconds
JUMPING = (sympy.floor, sympy.ceiling, sympy.sign, sympy.Piecewise)
SIMPLIFYING_BUDGET = 400_000
SIMPLE_VALUES = [
    sympy.Rational(*pair) for pair in [(0, 1), (1, 1), (-1, 1), (2, 1), (-2, 1), (1, 2), (-1, 2), (3, 1), (4, 1), (5, 1), (10, 1)]
]
SIMPLE_VALUES += [
    sympy.Rational(*pair) for pair in [(1, 4), (3, 4), (1, 10), (1, 5), (3, 2), (-3, 1), (-10, 1), (100, 1), (1, 100), (-100, 1)]
]


def takes(statement: Any) -> bool:
    """Whether the statement, with all inside it, is of kinds that translate."""
    kinds = [type(inner) for inner in subpropositions(statement)]
    return kinds[0] in (ForAll, Exists, AlmostAll, Equal, Rounded) and not {Orbit, AlmostAll, Property} & set(kinds[1:])


def decide(statement: Any, ask: Any) -> Decision:
    """Prove or refute, or say why not."""
    try:
        return _decide_almost_all(statement) if isinstance(statement, AlmostAll) else _decide(statement)
    except NotTranslatableError:
        return Decision(NAME, Outcome.UNDECIDED, Why.SCOPE)


def _decide(statement: Any) -> Decision:
    quantified = statement if isinstance(statement, (ForAll, Exists)) else unchecked(ForAll, variables=(), given=sympy.true, then=statement)
    query = _query(in_exponentials(quantified))
    return _decide_exists(quantified, query) if isinstance(quantified, Exists) else _decide_for_all(quantified, query)


def _decide_almost_all(statement: AlmostAll) -> Decision:
    """Proved where it holds for all; refuted by a point around which it fails."""
    everywhere = _decide(unchecked(ForAll, variables=statement.variables, given=statement.given, then=statement.then))
    if everywhere.outcome is not Outcome.REFUTED:
        return everywhere
    failing = interior(sympy.And(statement.given, sympy.Not(statement.then)))
    inside = _decide(unchecked(Exists, variables=statement.variables, given=sympy.true, then=failing))
    if inside.outcome is Outcome.PROVED:
        return Decision(NAME, Outcome.REFUTED, Why.OPEN_SET, inside.counterexample)
    return Decision(NAME, Outcome.UNDECIDED, Why.NOT_PUT_BACK)


def interior(condition: Any) -> Any:
    """A condition that holds only at inner points: inequalities made strict, equations false.

    Raises NotTranslatableError where a function jumps: then a strict inequality need not hold around a point.
    """
    if condition.atoms(*JUMPING):
        raise NotTranslatableError("a function that jumps")
    return _strict(sympy.to_nnf(condition, simplify=False))


def _strict(condition: Any) -> Any:
    if isinstance(condition, (sympy.And, sympy.Or)):
        return condition.func(*(_strict(part) for part in condition.args))
    if isinstance(condition, sympy.Equality):
        return sympy.false
    strict = {sympy.LessThan: sympy.StrictLessThan, sympy.GreaterThan: sympy.StrictGreaterThan}
    return strict[condition.func](*condition.args) if condition.func in strict else condition


@lru_cache(maxsize=1)
def _context() -> Any:
    return z3.Context()


def begin() -> None:
    """Start afresh: what the solver did before sways its search, and must not for another claim."""
    _query.cache_clear()
    _context.cache_clear()


class _Query:
    """The outermost variables left free, the rest as one formula."""

    def __init__(self, statement: Any) -> None:
        self.statement = statement
        self.context = _context()
        self.translator = Translator(self.context)
        self.translator.prepare(list(_expressions(statement)))
        for variable in statement.variables:
            self.translator.variable(variable)
        self.given = [self.translator.guarded(part) for part in conjuncts(statement.given)]
        self.then = self.translator.formula(statement.then)
        self.facts = self.translator.scopes[0].constraints

    def solve(self, hypotheses: list[Any], goal: Any, budget: int) -> tuple[Any, Any]:
        """The answer, and the solver that gave it; the quick ones go first, and pass on what they cannot tell within their share."""
        for solver, share in self._solvers():
            solver.set("rlimit", budget // share)
            solver.add(*self.facts, *hypotheses, goal)
            answer = solver.check()
            if answer != z3.unknown:
                break
        return answer, solver

    def _solvers(self) -> Iterator[tuple[Any, int]]:
        """z3's solvers for the statement, each with the share of the budget that it gets; for real arithmetic the plain one is quick."""
        nested = any(isinstance(inner, (ForAll, Exists)) for inner in subpropositions(self.statement) if inner is not self.statement)
        whole = any(variable.is_integer for variable in self.translator.symbols)
        if nested or whole:
            yield z3.Solver(ctx=self.context), 1
        else:
            yield z3.Tactic("qfnra-nlsat", ctx=self.context).solver(), 4
            yield z3.SolverFor("QF_NRA", ctx=self.context), 1


@lru_cache(maxsize=4)
def _query(statement: Any) -> _Query:
    """The query of a statement; a proof and its idle hypotheses share one."""
    return _Query(statement)


def _expressions(statement: Any) -> Iterator[Any]:
    for inner in subpropositions(statement):
        for name in ("given", "then", "left", "right", "expression"):
            part = getattr(inner, name, None)
            if isinstance(part, sympy.Basic):
                yield part


def _decide_for_all(statement: Any, query: _Query) -> Decision:
    opposite = z3.Not(query.then)
    answer, solver = query.solve(query.given, opposite, BUDGET)
    if answer == z3.unsat:
        return Decision(NAME, Outcome.PROVED, Why.NO_COUNTEREXAMPLE)
    if answer == z3.unknown:
        return Decision(NAME, Outcome.UNDECIDED, _why_unknown(solver))
    for point in _points(query, solver, opposite):
        if _breaks(statement, point):
            return Decision(NAME, Outcome.REFUTED, Why.COUNTEREXAMPLE, Counterexample(_named(point)))
    return Decision(NAME, Outcome.UNDECIDED, Why.NOT_PUT_BACK)


def _decide_exists(statement: Any, query: _Query) -> Decision:
    answer, solver = query.solve(query.given, query.then, BUDGET)
    if answer == z3.unsat:
        return Decision(NAME, Outcome.REFUTED, Why.NONE_EXISTS)
    if answer == z3.unknown:
        return Decision(NAME, Outcome.UNDECIDED, _why_unknown(solver))
    for point in _points(query, solver, query.then):
        if _satisfies(statement, point):
            return Decision(NAME, Outcome.PROVED, Why.WITNESS, Counterexample(_named(point)))
    return Decision(NAME, Outcome.UNDECIDED, Why.NOT_PUT_BACK)


def _why_unknown(solver: Any) -> str:
    return Why.BUDGET if "resource" in solver.reason_unknown() or "cancel" in solver.reason_unknown() else Why.UNKNOWN


def _points(query: _Query, solver: Any, goal: Any) -> Iterator[dict[Any, Any]]:
    """The solver's own point, made as simple as it allows first."""
    model = solver.model()
    yield _values(query, _simplest(query, goal) or model)
    yield _values(query, model)


def _simplest(query: _Query, goal: Any) -> Any:
    """A model in which one variable after the other takes the simplest value that keeps the rest satisfiable."""
    hypotheses = list(query.given)
    best = None
    for variable in query.statement.variables:
        term = query.translator.variable(variable)
        for value in SIMPLE_VALUES:
            if variable.is_integer and not value.is_Integer:
                continue
            fixed = term == (z3.IntVal(int(value), query.context) if variable.is_integer else query.translator.number(value))
            answer, solver = query.solve([*hypotheses, fixed], goal, SIMPLIFYING_BUDGET)
            if answer == z3.sat:
                hypotheses.append(fixed)
                best = solver.model()
                break
    return best


def _values(query: _Query, model: Any) -> dict[Any, Any]:
    return {
        variable: _number(model.eval(query.translator.variable(variable), model_completion=True)) for variable in query.statement.variables
    }


def _number(value: Any) -> Any:
    if z3.is_int_value(value):
        return sympy.Integer(value.as_long())
    if z3.is_rational_value(value):
        return sympy.Rational(value.numerator_as_long(), value.denominator_as_long())
    coefficients = [int(str(coefficient)) for coefficient in value.poly()]
    variable = sympy.Dummy("t")
    polynomial = sympy.Poly(list(reversed(coefficients)), variable)
    return polynomial.real_roots(radicals=True)[value.index() - 1]


def _breaks(statement: Any, point: dict[Any, Any]) -> bool:
    """Whether the point is admitted and the inner statement is false there."""
    if truth_at(sympy.And(statement.given, defined(statement.given)), point) is not True:
        return False
    if not isinstance(statement.then, KINDS):
        return truth_at(statement.then, point) is False
    return _contradictory(substitute(statement.then, point), lambda formula: formula)


def _satisfies(statement: Any, point: dict[Any, Any]) -> bool:
    if truth_at(sympy.And(statement.given, defined(statement.given)), point) is not True:
        return False
    if not isinstance(statement.then, KINDS):
        return truth_at(statement.then, point) is True
    return _contradictory(substitute(statement.then, point), z3.Not)


def _contradictory(statement: Any, goal: Callable[[Any], Any]) -> bool:
    """Whether a closed inner statement, or its opposite, is contradictory."""
    query = _Query(unchecked(ForAll, variables=(), given=sympy.true, then=statement))
    return bool(query.solve([], goal(query.then), BUDGET)[0] == z3.unsat)


def _named(point: dict[Any, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((symbol.name, value) for symbol, value in point.items())


def idle_hypotheses(statement: ForAll) -> tuple[Any, ...]:
    """The hypotheses without which the proof goes through as well, left out one after the other."""
    query = _query(in_exponentials(statement))
    needed = list(zip(conjuncts(statement.given), query.given, strict=True))
    idle = []
    for pair in list(needed):
        rest = [formula for other, formula in needed if other is not pair[0]]
        if query.solve(rest, z3.Not(query.then), SIMPLIFYING_BUDGET)[0] == z3.unsat:
            needed.remove(pair)
            idle.append(pair[0])
    return tuple(idle)

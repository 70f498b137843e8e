"""Decides by trying cases: every case of a finite domain, many of an infinite one, generated ones for code."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import Any

import numpy as np
import sympy
from sympy.logic.boolalg import BooleanAtom

from probatum.decide.bulk import NotVectorizedError, truths
from probatum.decide.interval import bounds
from probatum.decide.seeds import SEARCH
from probatum.decide.smt_translation import NotTranslatableError, equations
from probatum.decision import Counterexample, Decision, Outcome, Why
from probatum.proposition.definedness import defined
from probatum.proposition.kinds import Equal, Exists, ForAll, Property, conjuncts, unchecked
from probatum.proposition.truth import truth_at

NAME = "search"
CASES = 4_000
MOST_FINITE = 20_000
MOST_CHECKED = 20  # candidates of floating-point arithmetic that are put back exactly
SIMPLE = [0, 1, -1, 2, -2, 3, -3, 5, 10, -10, 100, "1/2", "-1/2", "1/4", "3/4", "1/10", "9/10", "1/100", "3/2", "7/2"]
ROUNDING = 1e-9  # relative: what differs less in floating point is not worth an exact look
UNBOUNDED = (-8.0, 8.0)  # where random cases of unbounded variables lie
RESOLUTION = 64  # random cases are multiples of 1/64, exact in binary and in rationals


def takes(statement: Any) -> bool:
    """Properties, and conditions quantified once."""
    if isinstance(statement, (ForAll, Exists)):
        return bool(statement.variables) and isinstance(statement.then, (Equal, sympy.logic.boolalg.Boolean))
    return isinstance(statement, Property)


def decide(statement: Any, ask: Any) -> Decision:
    """Refute a universal statement, confirm an existential one, or support what was tried."""
    if isinstance(statement, Property):
        return _generate(statement)
    if isinstance(statement.then, Equal):
        return _equations(statement)
    cases = finite_domain(statement)
    return _exhaust(statement, cases) if cases is not None else _sample(statement)


def _equations(statement: Any) -> Decision:
    """An `Equal` as the equations of its components."""
    try:
        ways = equations(statement.then)
    except NotTranslatableError:
        return Decision(NAME, Outcome.UNDECIDED, Why.SCOPE)
    then = sympy.Or(*(sympy.And(*each) for each in ways))
    return decide(unchecked(type(statement), variables=statement.variables, given=statement.given, then=then), None)


def finite_domain(statement: Any) -> list[tuple[Any, ...]] | None:
    """All cases of the variables where the hypotheses bound each and all are integers, or name their values; else None."""
    named = {variable: _named_values(variable, statement.given) for variable in statement.variables}
    ranges = bounds(statement)
    values = []
    for variable in statement.variables:
        chosen = named[variable]
        if chosen is not None:
            values.append(chosen)
        elif variable.is_integer and variable in ranges:
            low, high = ranges[variable]
            if high - low > MOST_FINITE:
                return None
            values.append([sympy.Integer(value) for value in range(int(sympy.ceiling(low)), int(sympy.floor(high)) + 1)])
        else:
            return None
    return list(itertools.product(*values)) if prod(map(len, values)) <= MOST_FINITE else None


def _named_values(variable: Any, given: Any) -> list[Any] | None:
    """The values that a hypothesis `x = a or x = b or ...` names for the variable."""
    for part in conjuncts(given):
        options = part.args if isinstance(part, sympy.Or) else (part,)
        equalities = [
            option for option in options if isinstance(option, sympy.Equality) and option.lhs == variable and option.rhs.is_Rational
        ]
        if len(equalities) == len(options):
            return sorted(equality.rhs for equality in equalities if equality.rhs.is_Integer or not variable.is_integer)
    return None


def _exhaust(statement: Any, cases: list[tuple[Any, ...]]) -> Decision:
    admitted = 0
    undecided = False
    for case in cases:
        point = dict(zip(statement.variables, case, strict=True))
        given = truth_at(statement.given, point)
        if given is False:
            continue
        admitted += 1
        then = None if given is None else truth_at(statement.then, point)
        if then is isinstance(statement, Exists):
            return _found(statement, point, len(cases), admitted)
        undecided = undecided or then is None
    if undecided:
        return Decision(NAME, Outcome.UNDECIDED, Why.TOUCHING, tried=len(cases), admitted=admitted)
    outcome = Outcome.REFUTED if isinstance(statement, Exists) else Outcome.PROVED if admitted else Outcome.VACUOUS
    return Decision(NAME, outcome, Why.EXHAUSTED, tried=len(cases), admitted=admitted)


def _found(statement: Any, point: dict[Any, Any], tried: int, admitted: int) -> Decision:
    shown = Counterexample(tuple((variable.name, value) for variable, value in point.items()))
    if isinstance(statement, Exists):
        return Decision(NAME, Outcome.PROVED, Why.WITNESS, shown, tried, admitted)
    return Decision(NAME, Outcome.REFUTED, Why.COUNTEREXAMPLE, shown, tried, admitted)


def _sample(statement: Any) -> Decision:
    """Cases in bulk by floating point; what looks like a hit is put back exactly."""
    exists = isinstance(statement, Exists)
    points = _points(statement)
    given = _in_bulk(sympy.And(statement.given, defined(statement.given)), statement.variables, points)
    then = _in_bulk(statement.then, statement.variables, points, ROUNDING)
    if given is None or then is None:
        return Decision(NAME, Outcome.UNDECIDED, Why.SCOPE)
    admitted = int(given.sum())
    exactly = exists or not statement.then.atoms(sympy.Equality)  # algebra can only confirm an equation, never break one
    hits = np.flatnonzero(given & (then if exists else ~then))
    for index in hits[:MOST_CHECKED]:
        point = {variable: _exact(points[index, column]) for column, variable in enumerate(statement.variables)}
        if truth_at(statement.given, point) is True and truth_at(statement.then, point, exactly=exactly) is exists:
            return _found(statement, point, len(points), admitted)
    if exists:
        return Decision(NAME, Outcome.UNDECIDED, Why.NOT_FOUND, tried=len(points), admitted=admitted)
    outcome = Outcome.SUPPORTED if admitted else Outcome.UNDECIDED
    return Decision(NAME, outcome, Why.SAMPLED if admitted else Why.NO_CASE, tried=len(points), admitted=admitted)


def _exact(value: float) -> Any:
    """The simple fraction that a floating-point case stands for, else its exact binary value."""
    simple = Fraction(value).limit_denominator(1000)
    return sympy.Rational(*(simple if float(simple) == value else Fraction(value)).as_integer_ratio())


def _points(statement: Any) -> Any:
    """Cases as an array of shape (cases, variables): simple values first, then random ones within constant bounds."""
    ranges = dict.fromkeys(statement.variables, UNBOUNDED) | bounds(statement)
    limits = tuple((float(low), float(high)) for low, high in (ranges[variable] for variable in statement.variables))
    return _made(tuple(bool(variable.is_integer) for variable in statement.variables), limits)


@lru_cache(maxsize=64)
def _made(whole: tuple[bool, ...], limits: tuple[tuple[float, float], ...]) -> Any:
    """Cases for variables of which some are whole numbers; most statements share their form with others, so they are kept."""
    generator = np.random.Generator(np.random.PCG64(SEARCH))
    width = len(whole)
    simple = np.array([float(sympy.Rational(value)) for value in SIMPLE])
    each = max(2, int((CASES // 2) ** (1 / width)))  # the simplest values, so many that all their combinations fit
    dense = np.array(list(itertools.islice(itertools.product(simple[:each], repeat=width), CASES // 2)))
    picked = generator.choice(simple, size=(CASES // 4, width))
    low, high = np.array(limits).T
    random = low + np.round(generator.random((CASES // 2, width)) * (high - low) * RESOLUTION) / RESOLUTION
    points = np.concatenate([dense, picked, random])
    chosen = np.flatnonzero(whole)
    points[:, chosen] = np.round(points[:, chosen])
    points.flags.writeable = False
    return points


def _in_bulk(condition: Any, variables: tuple[Any, ...], points: Any, tolerance: float = 0.0) -> Any:
    """The condition at all points as an array of bool; None where it cannot be written in NumPy."""
    columns = {variable: points[:, number] for number, variable in enumerate(variables)}
    try:
        with np.errstate(all="ignore"):
            return np.broadcast_to(truths(condition, columns, tolerance), (len(points),))
    except (NotVectorizedError, OverflowError):
        return None


def _generate(statement: Property) -> Decision:
    """Generated cases of code by Hypothesis, the failing one shrunk; the same cases on every run."""
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis.errors import Unsatisfiable

    counts = {"tried": 0, "admitted": 0}
    failing: dict[str, Any] = {}

    def attempt(**arguments: Any) -> None:
        counts["tried"] += 1
        holds = statement.predicate(**arguments)
        counts["admitted"] += 1
        if not isinstance(holds, (bool, np.bool_, BooleanAtom)):
            raise TypeError(f"Property: the predicate returned {type(holds).__name__}, wanted True or False")
        if not holds:
            failing.update(arguments)
            raise AssertionError

    profile = settings(
        max_examples=statement.examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
    )
    return _judged(profile(given(**statement.strategies)(attempt)), counts, failing, Unsatisfiable)


def _judged(run: Callable[[], None], counts: dict[str, int], failing: dict[str, Any], unsatisfiable: type[Exception]) -> Decision:
    try:
        run()
    except unsatisfiable:
        return Decision(NAME, Outcome.VACUOUS, Why.NO_CASE, tried=counts["tried"], admitted=0)
    except AssertionError:
        if not failing:
            raise
        shown = Counterexample(tuple((name, _plain(value)) for name, value in failing.items()))
        return Decision(NAME, Outcome.REFUTED, Why.COUNTEREXAMPLE, shown)
    if not counts["admitted"]:
        return Decision(NAME, Outcome.VACUOUS, Why.NO_CASE, tried=counts["tried"], admitted=0)
    return Decision(NAME, Outcome.SUPPORTED, Why.SAMPLED, tried=counts["tried"], admitted=counts["admitted"])


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else repr(value)

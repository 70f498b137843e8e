"""Decides what is so from some number on, or for every small enough one: proposes from which."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy
from sympy.core.relational import Relational

from probatum.calculus.ultimately import growth, ultimately
from probatum.counterexample import Counterexample
from probatum.decide.shared.composed import proofs
from probatum.decide.shared.far_out import GROWTH
from probatum.decide.shared.samples import POINTS
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.lowering.analysis.periods import period_of
from probatum.lowering.analysis.sign_cases import BY_SIGNS, bases, cases
from probatum.lowering.counting.repetitions import NotPeriodicError, repetitions
from probatum.lowering.counting.ultimate import boundaries, meant
from probatum.lowering.rewriting.powers import between_bounds, bounded, powers_of
from probatum.proposition.definedness import defined
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, put, supposing
from probatum.proposition.sentences import words_of
from probatum.proposition.truth import truth_at
from probatum.proposition.ultimate import Eventually, Ultimate
from probatum.type_names import (
    Comparison,
    Condition,
    Expression,
    Number,
    Point,
    Statement,
    Symbol,
    Symbols,
)

NAME = "ultimate"
ENGINE = EXACT_SEARCH.name  # of what is proposed; a proof names the engines of its parts
LATE = 10**6  # that an integer on its way has passed
POWERS = (0, 2, 4, 7, 10, 14, 20, 30)  # of two: numbers from which on, or below which, it may be so
MOST_ASKED = 3
ORDERS = (">", ">=", "<", "<=")
STRIDES = ((1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2))  # all integers, every second or third
SIGNED = tuple(
    tuple(map(sympy.Rational, values.split()))
    for values in ("-1", "0", "-1 2", "2 -1", "-1/8", "-1/100", "5/4", "19/20")
)
AHEAD = tuple(map(sympy.Integer, (0, 1, 2, 5, 18, 1001)))  # tried before a solver is asked


@dataclass(frozen=True, slots=True)
class Course:
    """A condition on a variable that is on its way, for all values of the outer variables."""

    outer: Symbols
    given: Condition
    ultimate: Ultimate
    then: Condition  # that it is defined and true
    opposite: Condition  # that it is defined and not true


def takes(statement: Statement) -> bool:
    """A condition from some number on, for all values of outer variables or of none."""
    return _course(statement) is not None


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Prove it from a number on that is proposed, or the opposite of it at a point."""
    course = _course(statement)
    assert course is not None
    for at_once in (_by_remainders, _by_limits, _by_limits_of_each, _by_limits_at_a_point):
        if (decision := at_once(course)) is not None:
            return decision
    repeated = _by_period(course, ask)
    if repeated:
        return repeated
    parts = _by_growth(course, ask) or _proved(course, ask) or _proved_in_turn(course, ask)
    if parts:
        return tuple(proofs(NAME, Reason.FROM_SOME_ON, parts))
    return _refuted(course, ask) or Decision(NAME, Outcome.UNDECIDED, Reason.NO_START)


def _by_remainders(course: Course) -> Decision | None:
    """What one period says of a condition that depends on remainders alone."""
    variable = course.ultimate.variable
    if course.outer or not isinstance(course.ultimate, Eventually) or not variable.is_integer:
        return None
    try:
        repeat = repetitions((variable,), [course.then], {variable: LATE})[variable]
    except NotPeriodicError:
        return None
    start = repeat.start or 0
    for number in range(start, start + repeat.period):
        here = {variable: sympy.Integer(number)}
        holds = truth_at(course.then, here)
        if holds is None or truth_at(defined(course.then), here) is not True:
            return None
        if not holds:
            shown = _falsified(course.ultimate, repeat.period * variable + number, ())
            return Decision(NAME, Outcome.REFUTED, Reason.AGAIN_AND_AGAIN, shown, engine=ENGINE)
    return Decision(NAME, Outcome.PROVED, Reason.REMAINDERS, engine=ENGINE)


def _by_limits(course: Course) -> Decision | None:
    """What the limits of the sides say, where nothing is left open."""
    if course.outer:
        return None
    later = isinstance(course.ultimate, Eventually)
    point = sympy.oo if later else sympy.Integer(0)
    truth = ultimately(course.then, course.ultimate.variable, point)
    if truth:
        return Decision(NAME, Outcome.PROVED, Reason.LIMITS, engine=GROWTH)
    if truth is None or not ultimately(course.opposite, course.ultimate.variable, point):
        return None
    shown = _falsified(course.ultimate, course.ultimate.variable, ())
    return Decision(NAME, Outcome.REFUTED, Reason.AGAIN_AND_AGAIN, shown, engine=GROWTH)


def _by_limits_of_each(course: Course) -> Decision | None:
    """The proof where the limits of the sides say it for every sign of the outer variables."""
    variable, later = course.ultimate.variable, isinstance(course.ultimate, Eventually)
    point = sympy.oo if later else sympy.Integer(0)
    possible = cases(course.outer, course.given, bases(course.then, variable))
    truths = (ultimately(course.then.xreplace(case.put), variable, point) for case in possible)
    if not course.outer or not possible or not all(truths):
        return None
    reason = f"{Reason.LIMITS} (by {BY_SIGNS.name.lower()})"
    return Decision(NAME, Outcome.PROVED, reason, engine=GROWTH)


def _by_period(course: Course, ask: Ask) -> tuple[Decision, ...]:
    """What is found for all numbers, of a condition that repeats."""
    variable, later = course.ultimate.variable, isinstance(course.ultimate, Eventually)
    period = None if variable.is_integer or not later else period_of(course.then, variable)
    if period is None:
        return ()
    variables, then = (*course.outer, variable), condition_of(course.ultimate.then)
    found = _asked(for_all(variables, course.given, course.then), ask)
    if found.truth is Truth.TRUE and found.agreeing:
        return tuple(proofs(NAME, Reason.REPEATS, [found]))
    found = _asked(for_all(variables, sympy.And(course.given, defined(then)), then), ask)
    if found.truth is not Truth.FALSE or found.counterexample is None:
        return ()
    shows = f"It is false again and again, once in each period of {words_of(period)}."
    shown = Counterexample(found.counterexample.values, shows)
    engine = next((each.engine for each in found.decisions if each.counterexample), ENGINE)
    return (Decision(NAME, Outcome.REFUTED, Reason.REPEATS, shown, engine=engine),)


def _by_limits_at_a_point(course: Course) -> Decision | None:
    """The refutation where the limits of the sides say the opposite of outer variables that are put
    in: seen before a number from which on it may be so is looked for.
    """
    variable, later = course.ultimate.variable, isinstance(course.ultimate, Eventually)
    end = sympy.oo if later else sympy.Integer(0)
    for point in _points(course) if course.outer else ():
        if ultimately(put(course.opposite, point), variable, end):
            return _shown(course, point, variable, GROWTH)
    return None


def _by_growth(course: Course, ask: Ask) -> list[Decided]:
    """That one side outgrows the other for all positive outer values that are given, which is a
    condition on these alone.
    """
    variable, outer = course.ultimate.variable, course.outer
    if not outer or not isinstance(course.ultimate, Eventually) or not variable.is_integer:
        return []
    kinds = ({"integer": True} if one.is_integer else {} for one in outer)
    above = {
        one: supposing(one, positive=True, **kind) for one, kind in zip(outer, kinds, strict=True)
    }
    needed: list[Condition] = [sympy.Gt(one, 0) for one in outer]
    for part in conjuncts(course.then.xreplace(above)):
        if ultimately(part, variable, sympy.oo):
            continue
        is_order = isinstance(part, Relational) and part.rel_op in ORDERS
        factor = growth(part, variable) if is_order else None
        if factor is None or factor.has(variable):
            return []
        needed.append(sympy.Gt(factor, 1).xreplace({new: old for old, new in above.items()}))
    found = _asked(for_all(outer, course.given, sympy.And(*needed)), ask)
    return [found] if found.truth is Truth.TRUE and found.agreeing else []


def _course(statement: Statement) -> Course | None:
    outer: Symbols = ()
    given: Condition = sympy.true
    while isinstance(statement, ForAll):
        outer, given = (*outer, *statement.variables), sympy.And(given, statement.given)
        statement = statement.then
    then = condition_of(statement.then) if isinstance(statement, Ultimate) else None
    if then is None:
        return None
    return Course(outer, given, statement, meant(then), meant(sympy.Not(then)))


def _proved(course: Course, ask: Ask) -> list[Decided]:
    """The decided parts of the first proposal that is proved."""
    asked = 0
    for bounds in _proposals(course, ask):
        statement = _beyond(course, bounds)
        if _fails_ahead(statement, course.ultimate, bounds):
            continue
        found = _settled(statement, course.ultimate, ask)
        if found.truth is Truth.TRUE and found.agreeing:
            return [found]
        asked += found.truth is not Truth.FALSE  # what is plainly false is soon seen
        if asked == MOST_ASKED:
            break
    return []


def _proved_in_turn(course: Course, ask: Ask) -> list[Decided]:
    """The decided parts for even and for odd integers, where signs alternate."""
    if not any(power.base == -1 for power in course.then.atoms(sympy.Pow)):
        return []
    turns = [_proved(_every(course, 2, first), ask) for first in (0, 1)]
    return [part for parts in turns for part in parts] if all(turns) else []


def _every(course: Course, stride: int, first: int) -> Course:
    """The same of every second or third integer."""
    variable = course.ultimate.variable
    there = {variable: stride * variable + first}
    return replace(course, then=put(course.then, there), opposite=put(course.opposite, there))


def _settled(statement: ForAll, ultimate: Ultimate, ask: Ask) -> Decided:
    """What is found, of powers by what they are between where they cannot be looked into."""
    variable = ultimate.variable
    forms = [statement]
    if isinstance(ultimate, Eventually) and powers_of(statement.then, variable):
        forms.insert(0, between_bounds(statement, variable))
    found = Decided(statement)
    for form in forms:
        found = _asked(form, ask)
        if found.truth is Truth.TRUE and found.agreeing:
            break
    return found


def _proposals(course: Course, ask: Ask) -> Iterator[list[Expression]]:
    """Numbers beyond which the variable is to be: beyond where sides meet, then powers of two."""
    later = isinstance(course.ultimate, Eventually)
    one = sympy.Integer(1)
    met = [
        sympy.Abs(root) + 1 if later else sympy.Abs(root) / 2
        for condition in bounded(course.then, course.ultimate.variable)
        for root in boundaries(condition, course.ultimate.variable)
        if root.free_symbols <= set(course.outer)
    ]
    met = [bound for bound in met if _is_admitted(course, bound, ask, positive=not later)]
    if met:
        yield [one, *met]
    for power in POWERS:
        number = sympy.Integer(2) ** (power if later else -power)
        yield [number, *met]
        if met:
            yield [number]


def _is_admitted(course: Course, bound: Expression, ask: Ask, *, positive: bool) -> bool:
    """Whether a bound is a number for all outer values, and a positive one where it must be.

    A bound that is undefined for some of them would leave these out.
    """
    needed = sympy.And(defined(bound), sympy.Gt(bound, 0) if positive else sympy.true)
    if needed == sympy.true:
        return True
    found = _asked(for_all(course.outer, course.given, needed), ask)
    return found.truth is Truth.TRUE and bool(found.agreeing)


def _beyond(course: Course, bounds: list[Expression]) -> ForAll:
    """That it is so for all values beyond each of the bounds; what these say themselves, as that n
    is positive, is left out, since it hides what is of one form.
    """
    variable, then = course.ultimate.variable, course.then
    if isinstance(course.ultimate, Eventually):
        least = max((each for each in bounds if each.is_Rational), default=-sympy.oo)
        then = _without_said(then, variable, least)
    within = sympy.And(course.given, *_within(course.ultimate, bounds))
    return for_all((*course.outer, variable), within, then)


def _without_said(then: Condition, variable: Symbol, least: Number) -> Condition:
    """The condition on a variable that is at least that large, without what is true of such."""
    if isinstance(then, (sympy.And, sympy.Or, sympy.Not)):
        return then.func(*(_without_said(part, variable, least) for part in then.args))
    return sympy.true if isinstance(then, Relational) and _said(then, variable, least) else then


def _said(part: Comparison, variable: Symbol, least: Number) -> bool:
    """Whether a relation is that a growing line is above a number."""
    if isinstance(part, sympy.Equality):
        return False
    above = part.lhs - part.rhs if isinstance(part, sympy.Ne) else part.gts - part.lts
    slope = above.coeff(variable)
    rest = above - slope * variable
    if not (slope.is_Rational and slope > 0 and rest.is_Rational and least.is_Rational):
        return False
    lowest = slope * least + rest
    return bool(lowest >= 0 if isinstance(part, (sympy.Ge, sympy.Le)) else lowest > 0)


def _within(ultimate: Ultimate, bounds: list[Expression]) -> list[Condition]:
    variable = ultimate.variable
    if isinstance(ultimate, Eventually):
        return [sympy.Ge(variable, bound) for bound in bounds]
    return [sympy.Gt(variable, 0), *(sympy.Lt(variable, bound) for bound in bounds)]


def _fails_ahead(statement: ForAll, ultimate: Ultimate, bounds: list[Expression]) -> bool:
    """Whether it is plainly false at a few places beyond the bounds."""
    outer = [variable for variable in statement.variables if variable != ultimate.variable]
    for values in (*POINTS, *SIGNED) if outer else POINTS[:1]:
        point = dict(zip(outer, itertools.cycle(values), strict=False))
        numbers = [put(bound, point) for bound in bounds]
        if not all(number.is_extended_real and number.is_finite for number in numbers):
            continue
        for value in _ahead(ultimate, numbers):
            here = point | {ultimate.variable: value}
            if (
                truth_at(statement.given, here, exactly=False)
                and truth_at(statement.then, here, exactly=False) is False
            ):
                return True
    return False


def _ahead(ultimate: Ultimate, numbers: list[Expression]) -> Iterator[Expression]:
    if isinstance(ultimate, Eventually):
        start = sympy.ceiling(sympy.Max(*numbers))
        yield from (start + step for step in AHEAD)
    else:
        size = sympy.nsimplify(sympy.Min(*numbers).evalf(12), rational=True)
        yield from (size / (step + 2) for step in AHEAD)


def _refuted(course: Course, ask: Ask) -> Decision | None:
    """That the opposite is so again and again, at a point of the outer variables."""
    for point in _points(course):
        then, opposite = put(course.then, point), put(course.opposite, point)
        fixed = Course((), sympy.true, course.ultimate, opposite, then)
        variable = course.ultimate.variable
        for stride, first in STRIDES if variable.is_integer else STRIDES[:1]:
            parts = _proved(_every(fixed, stride, first), ask)
            if parts:
                which = stride * variable + first
                return _shown(course, point, which, parts[0].agreeing[0])
    return None


def _points(course: Course) -> Iterator[Point]:
    if not course.outer:
        yield {}
        return
    for values in (*POINTS, *SIGNED):
        point = dict(zip(course.outer, itertools.cycle(values), strict=False))
        whole = all(value.is_Integer for symbol, value in point.items() if symbol.is_integer)
        if whole and truth_at(course.given, point) is True:
            yield point


def _shown(course: Course, point: Point, which: Expression, engine: str) -> Decision:
    values = tuple((variable.name, value) for variable, value in point.items())
    shown = _falsified(course.ultimate, which, values)
    return Decision(NAME, Outcome.REFUTED, Reason.AGAIN_AND_AGAIN, shown, engine=engine)


def _falsified(
    ultimate: Ultimate, which: Expression, values: tuple[tuple[str, Expression], ...]
) -> Counterexample:
    later = isinstance(ultimate, Eventually)
    said = "from some number on" if later else "that is small enough"
    name = words_of(ultimate.variable)
    first = "" if which == ultimate.variable else f"{words_of(which)} for "
    shows = f"{'There it' if values else 'It'} is false at {first}every {name} {said}."
    return Counterexample(values, shows)


def _asked(statement: ForAll, ask: Ask) -> Decided:
    try:
        return ask(statement)
    except ProbatumError:  # the proposal is undefined somewhere
        return Decided(statement)

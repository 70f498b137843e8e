"""Decides what is so from some number on, or for every small enough one: proposes from which."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.calculus.ultimately import ultimately
from probatum.counterexample import Counterexample
from probatum.decide.numbers.course import DECIDER, SIGNED, Course, asked, course_of
from probatum.decide.numbers.order_at_last import at_once, by_growth
from probatum.decide.shared.composed import proofs
from probatum.decide.shared.samples import POINTS
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask
from probatum.lowering.analysis.periods import period_of
from probatum.lowering.rewriting.powers import between_bounds, bounded, powers_of
from probatum.lowering.steps.ultimate import boundaries
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import put
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.ultimate import Eventually, Ultimate
from probatum.proposition.truth import truth_at
from probatum.type_names import Comparison, Condition, Expression, Number, Statement, Symbol

NAME = DECIDER
ENGINE = EXACT_SEARCH.name  # of what is proposed; a proof names the engines of its parts
POWERS = (0, 2, 4, 7, 10, 14, 20, 30)  # of two: numbers from which on, or below which, it may be so
MOST_ASKED = 3
STRIDES = ((1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2))  # all integers, every second or third
AHEAD = tuple(map(sympy.Integer, (0, 1, 2, 5, 18, 1001)))  # tried before a solver is asked


def takes(statement: Statement) -> bool:
    """A condition from some number on, for all values of outer variables or of none."""
    return course_of(statement) is not None


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Prove it from a number on that is proposed, or the opposite of it at a point."""
    course = course_of(statement)
    assert course is not None
    found = at_once(course, ask) or _by_period(course, ask) or by_growth(course, ask)
    if found:
        return found
    parts = _proved(course, ask) or _proved_in_turn(course, ask)
    if parts:
        return tuple(proofs(NAME, Reason.FROM_SOME_ON, parts))
    return _refuted(course, ask) or Decision(NAME, Outcome.UNDECIDED, Reason.NO_START)


def _by_period(course: Course, ask: Ask) -> tuple[Decision, ...]:
    """What is found for all numbers, of a condition that repeats."""
    variable, later = course.variable, course.later
    period = None if variable.is_integer or not later else period_of(course.then, variable)
    if period is None:
        return ()
    variables, then = (*course.outer, variable), condition_of(course.ultimate.then)
    found = asked(for_all(variables, course.given, course.then), ask)
    if found.truth is Truth.TRUE and found.agreeing:
        return tuple(proofs(NAME, Reason.REPEATS, [found]))
    found = asked(for_all(variables, sympy.And(course.given, defined(then)), then), ask)
    if found.truth is not Truth.FALSE or found.counterexample is None:
        return ()
    shows = f"It is false again and again, once in each period of {words_of(period)}."
    shown = Counterexample(found.counterexample.values, shows)
    engine = next((each.engine for each in found.decisions if each.counterexample), ENGINE)
    return (Decision(NAME, Outcome.REFUTED, Reason.REPEATS, shown, engine=engine),)


def _proved(course: Course, ask: Ask) -> list[Decided]:
    """The decided parts of the first proposal that is proved."""
    tried = 0
    for bounds in _proposals(course, ask):
        statement = _beyond(course, bounds)
        if _fails_ahead(statement, course.ultimate, bounds):
            continue
        found = _settled(statement, course.ultimate, ask)
        if found.truth is Truth.TRUE and found.agreeing:
            return [found]
        tried += found.truth is not Truth.FALSE  # what is plainly false is soon seen
        if tried == MOST_ASKED:
            break
    return []


def _proved_in_turn(course: Course, ask: Ask) -> list[Decided]:
    """The decided parts for even and for odd integers, where signs alternate."""
    if not any(power.base == -1 for power in course.then.atoms(sympy.Pow)):
        return []
    turns = [_proved(course.every(2, first), ask) for first in (0, 1)]
    return [part for parts in turns for part in parts] if all(turns) else []


def _settled(statement: ForAll, ultimate: Ultimate, ask: Ask) -> Decided:
    """What is found, of powers by what they are between where they cannot be looked into."""
    variable = ultimate.variable
    forms = [statement]
    if isinstance(ultimate, Eventually) and powers_of(statement.then, variable):
        forms.insert(0, between_bounds(statement, variable))
    found = Decided(statement)
    for form in forms:
        found = asked(form, ask)
        if found.truth is Truth.TRUE and found.agreeing:
            break
    return found


def _proposals(course: Course, ask: Ask) -> Iterator[list[Expression]]:
    """Numbers beyond which the variable is to be: beyond where sides meet, then powers of two."""
    later = course.later
    one = sympy.Integer(1)
    met = [
        sympy.Abs(root) + 1 if later else sympy.Abs(root) / 2
        for condition in bounded(course.then, course.variable)
        for root in boundaries(condition, course.variable)
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
    found = asked(for_all(course.outer, course.given, needed), ask)
    return found.truth is Truth.TRUE and bool(found.agreeing)


def _beyond(course: Course, bounds: list[Expression]) -> ForAll:
    """That it is so for all values beyond each of the bounds; what these say themselves, as that n
    is positive, is left out, since it hides what is of one form.
    """
    variable, then = course.variable, course.then
    if course.later:
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
        pairs = zip(outer, itertools.cycle(values), strict=False)
        point = {one: sympy.ceiling(value) if one.is_integer else value for one, value in pairs}
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
    for point in course.points():
        then, opposite = put(course.then, point), put(course.opposite, point)
        if ultimately(then, course.variable, course.end):
            continue
        fixed = Course((), sympy.true, course.ultimate, opposite, then)
        variable = course.variable
        for stride, first in STRIDES if variable.is_integer else STRIDES[:1]:
            parts = _proved(fixed.every(stride, first), ask)
            if parts:
                which = stride * variable + first
                return course.refuted_at(point, which, parts[0].agreeing[0])
    return None

"""What the limits of the sides of a condition say of it at last: nothing is to be proposed."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.repeating_signs import period_of_signs
from probatum.calculus.ultimately import difference_at_last, growth, ultimately
from probatum.decide.numbers.course import DECIDER, Course, asked
from probatum.decide.shared.composed import by_engine, together
from probatum.decide.shared.far_out import GROWTH
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask
from probatum.lowering.analysis.sign_cases import BY_SIGNS, bases, cases
from probatum.lowering.whole_numbers.repetitions import NotPeriodicError, repetitions
from probatum.proposition.kinds import for_all
from probatum.proposition.parts import conjuncts, put, supposing
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition

LATE = 10**6  # that an integer on its way has passed
ORDERS = (">", ">=", "<", "<=")


def at_once(course: Course, ask: Ask) -> tuple[Decision, ...]:
    """The decisions by the first rule that tells; none where no rule does."""
    for rule in (by_remainders, by_limits, in_turns, by_limits_of_each, at_a_point):
        if (decision := rule(course)) is not None:
            return (decision,)
    return by_differences(course, ask)


def by_remainders(course: Course) -> Decision | None:
    """What one period says of a condition that depends on remainders alone."""
    variable = course.variable
    if course.outer or not course.later or not variable.is_integer:
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
            return course.refuted_at({}, repeat.period * variable + number, EXACT_SEARCH.name)
    return Decision(DECIDER, Outcome.PROVED, Reason.REMAINDERS, engine=EXACT_SEARCH.name)


def by_limits(course: Course) -> Decision | None:
    """What the limits of the sides say, where nothing is left open."""
    if course.outer:
        return None
    truth = ultimately(course.then, course.variable, course.end)
    if truth:
        return Decision(DECIDER, Outcome.PROVED, Reason.LIMITS, engine=GROWTH)
    if truth is None or not ultimately(course.opposite, course.variable, course.end):
        return None
    return course.refuted_at({}, course.variable, GROWTH)


def in_turns(course: Course) -> Decision | None:
    """The same along the integers with each remainder, where signs turn."""
    variable = course.variable
    turning = any(power.base == -1 for power in course.then.atoms(sympy.Pow))
    if course.outer or not turning or not course.later or not variable.is_integer:
        return None
    period = period_of_signs(course.then, variable)
    turns = [course.every(period, first) for first in range(period)]
    if all(ultimately(turn.then, variable, sympy.oo) for turn in turns):
        return Decision(DECIDER, Outcome.PROVED, Reason.LIMITS, engine=GROWTH)
    for first, turn in enumerate(turns):
        if ultimately(turn.opposite, variable, sympy.oo):
            return course.refuted_at({}, period * variable + first, GROWTH)
    return None


def by_limits_of_each(course: Course) -> Decision | None:
    """The proof where the limits of the sides say it for every sign of the outer variables."""
    possible = cases(course.outer, course.given, bases(course.then, course.variable))
    truths = (
        ultimately(course.then.xreplace(case.put), course.variable, course.end) for case in possible
    )
    if not course.outer or not possible or not all(truths):
        return None
    reason = f"{Reason.LIMITS} (by {BY_SIGNS.name.lower()})"
    return Decision(DECIDER, Outcome.PROVED, reason, engine=GROWTH)


def at_a_point(course: Course) -> Decision | None:
    """The refutation where the limits of the sides say the opposite of outer variables that are put
    in: seen before a number from which on it may be so is looked for.
    """
    for point in course.points() if course.outer else ():
        if ultimately(put(course.opposite, point), course.variable, course.end):
            return course.refuted_at(point, course.variable, GROWTH)
    return None


def by_differences(course: Course, ask: Ask) -> tuple[Decision, ...]:
    """The proof where the hypotheses on the outer variables say that each difference of sides tends
    to more than zero, or grows; the refutation at a point where one tends to less.
    """
    needed: list[Condition] = []
    below: list[Condition] = []
    for part in conjuncts(course.then) if course.outer else ():
        if not part.has(course.variable):
            needed.append(part)
            continue
        if ultimately(part, course.variable, course.end):
            continue
        above = difference_at_last(part, course.variable, course.end)
        if above is None or above == -sympy.oo:
            return ()
        if above != sympy.oo:
            unequal = isinstance(part, sympy.Ne)
            needed.append(sympy.Ne(above, 0) if unequal else sympy.Gt(above, 0))
            below += [] if unequal else [sympy.Lt(above, 0)]
    if not needed:
        return ()
    return _where(needed, course, ask) or _refuted_where(below, course, ask)


def _refuted_where(below: list[Condition], course: Course, ask: Ask) -> tuple[Decision, ...]:
    """The refutation at a point of the outer variables at which a difference tends to less than
    zero.
    """
    never = for_all(course.outer, course.given, sympy.Not(sympy.Or(*below)))
    found = asked(never, ask) if below else Decided(never)
    if found.truth is not Truth.FALSE or found.counterexample is None:
        return ()
    values = dict(found.counterexample.values)
    point = {variable: values.get(variable.name) for variable in course.outer}
    if None in point.values() or truth_at(course.given, point) is not True:
        return ()
    against = ultimately(put(course.opposite, point), course.variable, course.end)
    return (course.refuted_at(point, course.variable, GROWTH),) if against else ()


def by_growth(course: Course, ask: Ask) -> tuple[Decision, ...]:
    """The proof where one side outgrows the other for all positive outer values that are given,
    which is a condition on these alone.
    """
    variable, outer = course.variable, course.outer
    if not outer or not course.later or not variable.is_integer:
        return ()
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
            return ()
        needed.append(sympy.Gt(factor, 1).xreplace({new: old for old, new in above.items()}))
    return _where(needed, course, ask)


def _where(needed: list[Condition], course: Course, ask: Ask) -> tuple[Decision, ...]:
    """The proof by limits under conditions on the outer variables that the hypotheses imply."""
    found = asked(for_all(course.outer, course.given, sympy.And(*needed)), ask)
    if found.truth is not Truth.TRUE or not found.agreeing:
        return ()
    limits = Decision(DECIDER, Outcome.PROVED, Reason.LIMITS, engine=GROWTH)
    return tuple(together(DECIDER, Reason.LIMITS, [[limits], by_engine(found)]))

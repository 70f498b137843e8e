"""Whether a statement is defined wherever its hypotheses hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import sympy

from probatum.calculus.carrying_out import carried_out, carried_out_inside
from probatum.calculus.ultimately import ultimately
from probatum.counterexample import Counterexample
from probatum.decide.sense.needed import (
    closed_constructs,
    each_needed,
    inside_almost_all,
    is_in_complex_radicals,
    needed_in_each,
    told_of,
)
from probatum.decide.sense.presuppositions import there_is
from probatum.decide.sense.settled import settled
from probatum.decide.sense.vacuity import none_such
from probatum.decide.sense.ways import Ways
from probatum.decision import DEFINEDNESS, Decided, Decision, Outcome, Truth
from probatum.errors import UndefinedError
from probatum.lowering.analysis.null_sets import almost_nowhere_false
from probatum.lowering.analysis.region import region
from probatum.lowering.matrices.given_matrices import over_the_reals
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.steps.ultimate import meant
from probatum.proposition.binders import BINDERS
from probatum.proposition.in_place import changed
from probatum.proposition.kinds import AlmostAll, ForAll, Orbit, for_all
from probatum.proposition.numbers.constant import UNDEFINED, Lacking
from probatum.proposition.parts import conjuncts, leaves, rewrite, unchecked, with_parts
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.sense.bodies import Body, bodies, holds_construct
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.in_the_end import (
    Lasting,
    lacking_in_the_end,
    needed_all_the_way,
    values_in_the_end,
)
from probatum.proposition.sense.obligations import lasting_obligations, obligations
from probatum.proposition.sense.reality import no_real_numbers, reasons, what_is_needed
from probatum.proposition.subjects.ultimate import Eventually
from probatum.proposition.unknown import taking_unknown
from probatum.proposition.written import is_written
from probatum.type_names import Condition, Expression, Statement

LARGEST_NEEDED = 400  # parts of what must be so for a value: what that needs may be longer still


def undefined(statement: Statement, ways: Ways) -> Decision | None:
    """None where the statement is known to be defined wherever its hypotheses hold."""
    for part, obligation in each_needed(statement):
        found = settled(obligation, ways)
        if found.truth is Truth.FALSE and _counts(part, obligation, ways) is False:
            continue
        known = taking_unknown(obligation, sympy.true)
        false = found.truth is Truth.FALSE and not inside_almost_all(part, obligation)
        if false and _counts(part, known, ways):
            raise _undefined(_point(found, part), found)
        if found.truth is Truth.FALSE or not found.agreeing:
            return Decision(DEFINEDNESS, Outcome.UNDECIDED, _not_known(obligation, part))
    return _undefined_later(statement, ways)


def _counts(statement: Statement, obligation: ForAll, ways: Ways) -> bool | None:
    """Whether that it is undefined somewhere makes a statement undefined: of almost all, not where
    that is of measure zero only. None where it is not known.
    """
    if isinstance(statement, ForAll) and isinstance(statement.then, AlmostAll):
        return _counts_inside(statement, obligation, ways)
    if not isinstance(statement, AlmostAll) or obligation.variables != statement.variables:
        return True
    try:
        inner = region(statement.given).inner
    except OutOfScopeError:
        return _is_nowhere_so(obligation, ways)
    if none_such(there_is(statement.variables, inner), ways) is not None:
        return _is_nowhere_so(obligation, ways)
    open_parts = [
        part
        for part in (_but_for_equality(part, obligation) for part in conjuncts(obligation.then))
        if not almost_nowhere_false(part, obligation.variables)
        and not _is_so(part, obligation, ways)
    ]
    almost: Statement = unchecked(
        AlmostAll,
        variables=obligation.variables,
        given=obligation.given,
        then=sympy.And(*open_parts),
    )
    found = ways.plainly(almost)
    if found.truth is Truth.TRUE and found.agreeing:
        return False
    return True if found.truth is Truth.FALSE else _is_nowhere_so(obligation, ways)


def _counts_inside(statement: ForAll, obligation: ForAll, ways: Ways) -> bool:
    """The same of almost all for each value of something else: not where what is needed is so of
    almost all.
    """
    inner = statement.then
    if obligation.variables != (*statement.variables, *inner.variables):
        return True
    found = ways.plainly(with_parts(statement, then=with_parts(inner, then=obligation.then)))
    return not (found.truth is Truth.TRUE and found.agreeing)


def _is_nowhere_so(obligation: ForAll, ways: Ways) -> bool | None:
    """True where it is shown to be so at no point that the hypotheses admit, else None."""
    never = for_all(obligation.variables, obligation.given, sympy.Not(obligation.then))
    found = settled(never, ways)
    return True if found.truth is Truth.TRUE and found.agreeing else None


def _but_for_equality(part: Condition, obligation: ForAll) -> Condition:
    """What is left of u > 0 where u >= 0 is supposed: that u is not zero."""
    if not isinstance(part, (sympy.Gt, sympy.Lt)):
        return part
    weak = sympy.Ge(part.gts, part.lts)
    supposed = conjuncts(obligation.given)
    return sympy.Ne(part.gts, part.lts) if {weak, weak.reversed} & {*supposed} else part


def _is_so(part: Condition, obligation: ForAll, ways: Ways) -> bool:
    """Whether a part of what is needed follows from what is supposed."""
    if part in conjuncts(obligation.given):
        return True
    needed = for_all(obligation.variables, obligation.given, part)
    found = settled(needed, ways)
    return found.truth is Truth.TRUE and bool(found.agreeing)


def but_for_some(statement: AlmostAll, ways: Ways) -> AlmostAll:
    """The statement without the set of measure zero on which it is undefined."""
    needed = [
        obligation.then
        for obligation in obligations(statement)
        if settled(obligation, ways).truth is Truth.FALSE
    ]
    return with_parts(statement, given=sympy.And(statement.given, *needed)) if needed else statement


def _undefined(where: str, found: Decided) -> UndefinedError:
    """The error, with the point at which there is no value."""
    said = f"the hypotheses admit a point at which the proposition is undefined: {where}"
    error = UndefinedError(said)
    by = found.agreeing[0] if found.agreeing else ""
    error.decision = Decision(DEFINEDNESS, Outcome.UNDEFINED, said, found.counterexample, engine=by)
    return error


def undefined_as_written(statement: Statement, ways: Ways) -> Decision | None:
    """The same of what the author wrote, and of what stands in sums, integrals and limits."""
    done, inside = carried_out(statement), _bodies(statement)
    doubt = _not_cancelled(statement, (done,), ways) or undefined(done, ways)
    return doubt or _undefined_inside(statement, ways, inside)


def _bodies(statement: Statement) -> list[Body]:
    """Each construct with what it needs, and what is closed in it as it was before its value was
    put in, which tells no longer what has cancelled.
    """
    own = (body for body in bodies(statement) if body.kept and not body.construct.free_symbols)
    return [*dict.fromkeys((*bodies(carried_out_inside(statement)), *own))]


def without_values_told(statement: Statement, ways: Ways) -> Statement:
    """The statement in which what is closed says that it has no value, where that need not be so of
    what is said with it: among hypotheses, of what is chosen, and in cases.
    """
    leaf_holds = (is_written(leaf) and holds_construct(leaf) for leaf in leaves(statement))
    if not any(leaf_holds):
        return statement
    lacking = {}
    for body in _bodies(statement):
        if body.kept and not body.certain and not body.construct.free_symbols:
            found = settled(over_the_reals(body.needed), ways)
            if found.truth is Truth.FALSE and _has_none(body, ways):
                reason = f"{_point(found, body.needed)} in {words_of(body.construct)}"
                lacking[body.construct] = Lacking(body.construct, UNDEFINED, reason)
    if not lacking:
        return statement
    return rewrite(statement, lambda part: changed(part, lambda each, _: lacking.get(each)))


def _has_none(body: Body, ways: Ways) -> bool:
    """Whether a construct has no value where its body has none at some point; of a limit, where its
    body has none at any point near its place, or on one side of it.
    """
    if not isinstance(body.construct, sympy.Limit):
        return True
    _, variable, place, _ = body.construct.args
    needed = over_the_reals(body.needed)
    if variable not in needed.variables or needed.then != taking_unknown(needed.then, sympy.true):
        return False
    sides = (
        (sympy.true,)
        if place.is_infinite
        else (sympy.Lt(variable, place), sympy.Gt(variable, place))
    )
    for side in sides:
        there = sympy.And(needed.given, side)
        if none_such(there_is(needed.variables, there), ways) is not None:
            continue  # the limit is from the other side
        nowhere = settled(for_all(needed.variables, there, sympy.Not(needed.then)), ways)
        if nowhere.truth is Truth.TRUE and nowhere.agreeing:
            return True
    return False


def undefined_where_valued(
    statement: Statement, valued: Sequence[Statement], ways: Ways
) -> Decision | None:
    """The same of what has got a value, by cases or at once, so that nobody looks at its ends any
    more, nor at what it cancels. What is needed in each case is asked about there.
    """
    done = carried_out(statement)
    doubt = _not_cancelled(statement, (done,), ways)
    if doubt is None and statement != valued[0]:
        doubt = _not_cancelled(done, [*map(carried_out, valued)], ways)
    if doubt is not None:
        return doubt
    known = set(bodies(valued[0]))
    lost = [
        replace(body, needed=taking_unknown(body.needed, sympy.true))
        for body in _bodies(statement)
        if body.kept and body not in known
    ]
    return _undefined_inside(statement, ways, lost)


def _not_cancelled(
    statement: Statement, valued: Sequence[Statement], ways: Ways
) -> Decision | None:
    """Raise UndefinedError where it is undefined as it stands, before anything in it got a value
    that may cancel; None where it is not, if what is needed in each case of the values is so.
    """
    if (statement,) == tuple(valued) or is_in_complex_radicals(statement):
        return None
    later, closed = [[*each_needed(case)] for case in valued], closed_constructs(statement)
    for one, obligation in each_needed(statement):
        asked = needed_in_each(later, obligation)
        for part in conjuncts(taking_unknown(obligation, sympy.true).then):
            told = told_of(part, closed)
            if part in asked or told is None or inside_almost_all(one, obligation):
                continue
            needed = with_parts(obligation, then=told)
            found = _found(needed, asked, ways)
            if found.truth is Truth.TRUE and found.agreeing:
                continue
            counts = _counts(one, needed, ways)
            if counts and found.truth is Truth.FALSE:
                raise _undefined(_point(found, one), found)
            if counts is not False:
                return Decision(DEFINEDNESS, Outcome.UNDECIDED, _not_known(obligation, one))
    return None


def _found(needed: ForAll, asked: Sequence[Condition], ways: Ways) -> Decided:
    """What is found of one thing that is needed; where that is not known, given all that is asked
    about elsewhere.
    """
    settle = ways.settle if needed.then.has(*BINDERS) else partial(settled, ways=ways)
    found = settle(needed)
    if found.truth is not Truth.UNDECIDED or not asked:
        return found
    there = settle(with_parts(needed, given=sympy.And(needed.given, *asked)))
    return there if there.truth is Truth.TRUE else found


def _undefined_inside(statement: Statement, ways: Ways, inside: Sequence[Body]) -> Decision | None:
    for body in inside:
        found = settled(over_the_reals(body.needed), ways)
        shown = found.agreeing and found.truth is Truth.TRUE
        if shown or not (found.truth is Truth.FALSE or body.kept):
            continue
        words = words_of(body.construct)
        if found.truth is Truth.FALSE and body.certain:
            raise _undefined(f"{_point(found, body.needed)} in {words}", found)
        return Decision(DEFINEDNESS, Outcome.UNDECIDED, f"not known to be defined: {words}")
    return None


def _not_known(obligation: Expression, statement: Statement) -> str:
    return (
        "; ".join(reasons(statement))
        or f"not known to be defined wherever its hypotheses hold: {obligation.then}"
    )


def _undefined_later(statement: Statement, ways: Ways) -> Decision | None:
    """None where an orbit is known to be defined at every state that it reaches,
    or to break before; others have nothing later.
    """
    orbit = statement.then if isinstance(statement, ForAll) else statement
    if isinstance(orbit, Orbit) and (
        is_written(orbit.then) or holds_construct(orbit.then) or defined(orbit.then) != sympy.true
    ):
        _stop(statement, ways)  # what cancels, or has a value, hides where it ends
    for obligation in lasting_obligations(statement):
        found = ways.plainly(obligation)
        if not (found.agreeing and found.truth is Truth.TRUE):
            if _stop(statement, ways) is not Truth.UNDECIDED:
                return None
            reason = (
                "not known to be defined at every state that it reaches: "
                f"name an invariant= that implies {obligation.then}"
            )
            return Decision(DEFINEDNESS, Outcome.UNDECIDED, reason)
    return None


def undefined_in_the_end(statement: Statement, ways: Ways) -> Decision | None:
    """None where what is said of variables on their way is known to have a value in the end."""
    for needed in needed_all_the_way(statement):
        found = settled(needed, ways)
        if found.truth is Truth.FALSE:
            raise _undefined(_point(found, statement), found)
    for lasting in values_in_the_end(statement):
        if lasting.ultimate.then == sympy.false:
            raise _undefined("in the end, wherever that is", Decided(statement))
        if _has_a_value_by_limits(lasting):
            continue
        if len([*sympy.preorder_traversal(lasting.ultimate.then)]) > LARGEST_NEEDED:
            reason = f"not known to have a value in the end: {statement}"
            return Decision(DEFINEDNESS, Outcome.UNDECIDED, reason)
        found = ways.settle(lasting.always())
        if found.truth is Truth.TRUE and found.agreeing:
            continue
        found = ways.settle(lasting.nowhere())
        said = f"{lasting.ultimate.then} is true of no {words_of(lasting.ultimate.variable)}"
        if found.truth is Truth.TRUE and found.agreeing:
            raise _undefined(f"{said} in the end", found)
        reason = f"not known to have a value in the end: {lasting.ultimate.then}"
        return Decision(DEFINEDNESS, Outcome.UNDECIDED, reason)
    for lacking in lacking_in_the_end(statement):
        found = ways.settle(lacking)
        if found.truth is Truth.TRUE and found.agreeing:
            raise _undefined("for some of what is said in the end", found)
    return None


def _has_a_value_by_limits(lasting: Lasting) -> bool:
    """Whether limits say it, where nothing else is chosen: what is asked needs a value as well, and
    so does what that needs.
    """
    later = isinstance(lasting.ultimate, Eventually)
    point = sympy.oo if later else sympy.Integer(0)
    alone = not lasting.variables
    then = meant(lasting.ultimate.then)
    return alone and ultimately(then, lasting.ultimate.variable, point) is True


def _stop(statement: Statement, ways: Ways) -> Truth | Counterexample:
    """Where the iteration breaks the statement first, if that is seen; raises UndefinedError where
    it becomes undefined first.
    """
    stop = ways.stop(statement, ways.settle)
    if isinstance(stop, Counterexample):
        raise UndefinedError(f"the iteration reaches a state from which it is undefined: {stop.at}")
    return stop


def _point(found: Decided, statement: Statement) -> str:
    """The values at which it is undefined, and what is undefined there."""
    shown = found.counterexample.values if found.counterexample else ()
    values = ", ".join(f"{name.strip()} = {value}" for name, value in shown)
    point = {
        variable: value
        for variable in found.proposition.variables
        for name, value in shown
        if name == variable.name
    }
    why = [*reasons(statement), *no_real_numbers(statement, point)]
    return ": ".join(filter(None, (values, "; ".join(why)))) or what_is_needed(
        found.proposition.then, statement
    )

"""Decides inequalities of integrals with parameters: by what is integrated, or by values of the
parameters that break them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.by_closed_form.closed_forms import holds
from probatum.decide.sense.ways import Ways
from probatum.decide.sense.well_posed import undefined_as_written
from probatum.decide.shared.back_translation import named, together
from probatum.decision import DEFINEDNESS, Decided, Decision, Outcome, Truth
from probatum.errors import ProbatumError, UndefinedError
from probatum.lowering.analysis.integrated import (
    AT,
    MONOTONE,
    Compared,
    compared,
    exists,
    integrals_of,
    with_bounds,
)
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, put, rewrite, with_parts
from probatum.proposition.sense.inside import put_inside
from probatum.proposition.truth import holds_at
from probatum.type_names import Comparison, Point, Statement

UNDEFINED_AT = "is undefined: "
TRIED = tuple(map(sympy.Rational, (1, 0, 2, -1, "1/2", 3, -2, 10)))
MOST_TRIED, MOST_BOUNDS = 12, 6


def about_integrals(statement: Statement, ways: Ways) -> Decided | None:
    """What is found of a relation that holds integrals with parameters; None where nothing is."""
    if not isinstance(statement, ForAll) or not isinstance(
        statement.then, sympy.core.relational.Relational
    ):
        return None
    found = integrals_of(statement)
    if not any(each.free_symbols for each in found):
        return None
    proved = _is_defined(statement, ways) and _proved(statement, ways)
    return Decided(statement, proved) if proved else _broken(statement, ways)


def _is_defined(statement: ForAll, ways: Ways) -> bool:
    """Whether each integral exists, and all that stands beside them whatever they come to."""
    names = {}
    for number, integral in enumerate(integrals_of(statement)):
        needed = exists(integral)
        if needed is None:
            return False
        variable, inside, wanted = needed
        if not holds(((variable,), inside, wanted), statement, ways.settle):
            return False
        names[integral] = sympy.Symbol(f"integral {number}", real=True)
    then = rewrite(statement.then, lambda part: put_inside(part, names))
    beside = for_all((*statement.variables, *names.values()), statement.given, then)
    try:
        return undefined_as_written(beside, ways) is None
    except UndefinedError:  # where the integral need not be what it is there
        return False


def _proved(statement: ForAll, ways: Ways) -> tuple[Decision, ...]:
    for cases in compared(statement):
        found = [_either_way(case, statement, ways) for case in cases]
        if all(found):
            return named(together(found), (MONOTONE,))
    return ()


def _either_way(case: Compared, statement: ForAll, ways: Ways) -> tuple[Decision, ...]:
    """Proofs from whichever end to the other; else from each where it is the lower one."""
    back = case.turned()
    found = _at_each_point(case, statement, ways) or _at_each_point(back, statement, ways)
    if found or case.range is None:
        return found
    halves = []
    for one, order in ((case, sympy.Le), (back, sympy.Gt)):
        given = sympy.And(statement.given, order(*case.range))
        halves.append(_at_each_point(one, with_parts(statement, given=given), ways))
        if not halves[-1]:
            return ()
    return together(halves)


def _at_each_point(case: Compared, statement: ForAll, ways: Ways) -> tuple[Decision, ...]:
    """Proofs that it is so between the ends, which are in order; else of what is nearer."""
    if case.range is None or not _in_order(case, statement, ways):
        return ()
    low, high = case.range
    given = sympy.And(statement.given, sympy.Gt(high, low, evaluate=False))
    inside = sympy.And(sympy.Gt(AT, low), sympy.Lt(AT, high))

    def between(condition: Comparison) -> ForAll:
        sides = (side.xreplace({case.variable: AT}) for side in condition.args)
        then = condition.func(*sides, evaluate=False)
        return for_all((*statement.variables, AT), sympy.And(given, inside), then)

    for within, nearer in islice(with_bounds(case), MOST_BOUNDS):
        stated = for_all(statement.variables, given, nearer)
        parts = [_proofs(stated, ways)]
        parts += [_proofs(between(condition), ways) for condition in within if parts[-1]]
        if all(parts):
            return together(parts)
    pointwise = between(case.relation(case.integrand))
    return _proofs(pointwise, ways) or (
        _proofs(_but_at_zero(pointwise), ways) if case.strict else ()
    )


def _in_order(case: Compared, statement: ForAll, ways: Ways) -> bool:
    """Whether the range goes upwards, and it is so where that is a point, which it may never be."""
    if case.range is None:
        return False
    low, high = case.range
    if holds(((), sympy.true, sympy.Lt(low, high)), statement, ways.settle):
        return True
    meeting = ((), sympy.Eq(low, high), case.relation(case.beside))
    upwards = ((), sympy.true, sympy.Le(low, high))
    return all(holds(each, statement, ways.settle) for each in (upwards, meeting))


def _but_at_zero(pointwise: ForAll) -> ForAll:
    """The same but for one point, which no integral sees."""
    given = sympy.And(pointwise.given, sympy.Ne(AT, 0))
    return for_all(pointwise.variables, given, pointwise.then)


def _proofs(stated: ForAll, ways: Ways) -> tuple[Decision, ...]:
    try:
        found = ways.settle(stated)
    except ProbatumError:
        return ()
    if found.truth is not Truth.TRUE or not found.is_strong:
        return ()
    return tuple(
        one for one in found.all_decisions if one.outcome in (Outcome.PROVED, Outcome.ENCLOSED)
    )


def _broken(statement: ForAll, ways: Ways) -> Decided | None:
    """A refutation by values of the parameters; raises UndefinedError where it has no value at
    such.
    """
    for point in islice(_points(statement), MOST_TRIED):
        try:
            found = ways.settle(_at(point, statement))
        except UndefinedError as error:
            if _has_value(point, statement, ways):
                continue
            raise _undefined(point, error) from error
        if found.truth is Truth.FALSE and found.is_strong:
            shown = _shown(point)
            refuting = (one for one in found.all_decisions if one.outcome is Outcome.REFUTED)
            return Decided(statement, tuple(replace(one, counterexample=shown) for one in refuting))
    return None


def _has_value(point: Point, statement: ForAll, ways: Ways) -> bool:
    """Whether what is stated is decided where its parameters are supposed to be there: |x|^a may be
    integrated over its pole, and at a = 0 no less.
    """
    there = {sympy.Eq(name, value, evaluate=False) for name, value in point.items()}
    supposed = {*conjuncts(statement.given)}
    if there <= supposed:
        return False
    given = sympy.And(*supposed, *there)
    try:
        return ways.settle(with_parts(statement, given=given)).truth in (Truth.TRUE, Truth.FALSE)
    except UndefinedError:
        return False


def _at(point: Point, statement: ForAll) -> ForAll:
    """What is stated of values of the parameters."""
    then = rewrite(statement.then, lambda part: put_inside(part, point))
    return for_all((), sympy.true, then)


def _shown(point: Point) -> Counterexample:
    return Counterexample(tuple((name.name, value) for name, value in point.items()))


def _undefined(point: Point, there: UndefinedError) -> UndefinedError:
    """The error for values of the parameters at which the statement has no value."""
    shown = _shown(point)
    what = str(there).partition(UNDEFINED_AT)[2]
    said = f"the hypotheses admit a point at which the proposition is undefined: {shown.at}: {what}"
    error = UndefinedError(said)
    engine = getattr(there.decision, "engine", "")
    error.decision = Decision(DEFINEDNESS, Outcome.UNDEFINED, said, shown, engine=engine)
    return error


def _points(statement: ForAll) -> Iterator[Point]:
    """Small values of the parameters that the hypotheses admit."""
    for values in product(TRIED, repeat=len(statement.variables)):
        point = dict(zip(statement.variables, values, strict=True))
        whole = all(value.is_integer for name, value in point.items() if name.is_integer)
        if whole and holds_at(put(statement.given, point), {}) is True:
            yield point

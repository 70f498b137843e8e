"""Statements about integrals with kinks that turn with a parameter, for one sign at a time."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.analysis.kinked_integrals import turning
from probatum.proposition.kinds import Equal, ForAll, for_all
from probatum.proposition.parts import conjuncts, rewrite
from probatum.proposition.sense.inside import put_inside
from probatum.type_names import Condition, Expression, Statement, Symbol, Values


def by_signs(statement: Statement) -> tuple[ForAll, ...]:
    """The statement where the parameter is positive, where it is negative, and where it is 0, as
    far as the hypotheses admit it; none where there is no such parameter, or its sign is known.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return ()
    for parameter in statement.variables:
        about = [part for part in conjuncts(statement.given) if part.has(parameter)]
        alone = all(part.free_symbols == {parameter} for part in about)
        if alone and _turns_with(parameter, statement):
            cases = tuple(_cases(statement, parameter))
            return cases if len(cases) > 1 else ()
    return ()


def _turns_with(parameter: Symbol, statement: ForAll) -> bool:
    found: list[bool] = []

    def note(expression: Expression) -> Expression:
        for integral in expression.atoms(sympy.Integral):
            slopes = turning(integral.function, integral.limits[0][0])
            found.append(any(parameter in slope.free_symbols for slope in slopes))
        return expression

    if isinstance(statement.then, (Equal, sympy.logic.boolalg.Boolean)):
        rewrite(statement.then, note)
    return any(found)


def _cases(statement: ForAll, parameter: Symbol) -> Iterator[ForAll]:
    zero = sympy.Integer(0)
    kind = {"integer": True} if parameter.is_integer else {"real": True}
    for relation, place in (
        (sympy.Gt, sympy.Dummy(positive=True, **kind)),
        (sympy.Lt, sympy.Dummy(negative=True, **kind)),
        (sympy.Eq, zero),
    ):
        if not any(_is_false(part, {parameter: place}) for part in conjuncts(statement.given)):
            then = _at_zero(statement.then, parameter) if place == zero else statement.then
            given = sympy.And(statement.given, relation(parameter, 0))
            yield for_all(statement.variables, given, then)


def _is_false(condition: Condition, values: Values) -> bool:
    """Whether it is seen at once to be false there."""
    try:
        return bool(condition.xreplace(values) == sympy.false)
    except TypeError:  # SymPy compares nothing that is no real number
        return False


def _at_zero(then: Statement, parameter: Symbol) -> Statement:
    zero = {parameter: sympy.Integer(0)}
    return rewrite(then, lambda part: put_inside(part, zero))

"""Limits of sums and integrals whose range, or whose terms, move: as series and improper integrals,
which they are by definition, or as limits of closed forms.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.calculus import proposals
from probatum.decide.by_closed_form.closed_forms import holds
from probatum.engines.decider import Ask
from probatum.lowering.analysis.limits import as_series
from probatum.lowering.analysis.parameters import values
from probatum.proposition.in_place import Place, changed
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import rewrite
from probatum.proposition.written import is_written, unevaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

MOST_FORMS = 3
MOVING = (sympy.Sum, sympy.Product, sympy.Integral)


def with_ranges_told(statement: Statement, ask: Ask) -> Statement:
    """The statement with such limits as what they are, where that is known; `ask` decides under
    which conditions closed forms are right.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return statement

    def told(part: Expression, place: Place) -> Expression | None:
        if not isinstance(part, sympy.Limit) or place.near(part) or is_written(part):
            return None
        if part.args[1] in statement.variables:
            return None
        if part.args[2] != sympy.oo:
            return _of_closed_forms(part, statement, ask)
        return as_series(part) or _as_improper(part) or _of_closed_forms(part, statement, ask)

    return with_parts_told(statement, told)


def with_parts_told(
    statement: ForAll, told: Callable[[Expression, Place], Expression | None]
) -> ForAll:
    """The statement with what is told of parts of it in their place. SymPy would ask of a relation
    that is built anew whether it is so, and of what diverges it raises.
    """

    def told_inside(part: Expression) -> Expression:
        if isinstance(part, Relational):
            return unevaluated(part, lambda side: changed(side, told))
        if isinstance(part, BooleanFunction):
            return part.func(*map(told_inside, part.args))
        return changed(part, told)

    then = rewrite(statement.then, told_inside)
    same = then == statement.then
    return statement if same else for_all(statement.variables, statement.given, then)


def _as_improper(construct: Expression) -> Expression | None:
    """The improper integral that a limit is by definition; None where it is none, or goes over
    integers alone.
    """
    inner, variable, *_ = construct.args
    if not isinstance(inner, sympy.Integral) or variable.is_integer or len(inner.limits) != 1:
        return None
    at, low, *high = inner.limits[0]
    if high != [variable] or inner.function.has(variable) or low.has(variable):
        return None
    return sympy.Integral(inner.function, (at, low, sympy.oo))


def _of_closed_forms(construct: Expression, statement: ForAll, ask: Ask) -> Expression | None:
    """The limit of what the sums and integrals in it come to from 1 on, or no farther from its
    place than 1; None where one of them has no closed form there.
    """
    inner, variable, *rest = construct.args
    found = _outermost(inner, variable)
    there = _beside(variable, rest[0], str(rest[1]))
    if there is None:
        return None
    around = for_all(
        (*statement.variables, variable), sympy.And(statement.given, there), statement.then
    )
    forms = {each: _form(each, around, ask) for each in found}
    if not forms or None in forms.values():
        return None
    return sympy.Limit(inner.xreplace(forms), variable, *rest)


def _beside(variable: Symbol, place: Expression, side: str) -> Condition | None:
    """Where the variable is near the limit; None of limits to other places than numbers and oo."""
    if place == sympy.oo:
        return sympy.Ge(variable, 1)
    if not place.is_Rational:
        return None
    above = sympy.And(sympy.Gt(variable, place), sympy.Le(variable, place + 1))
    below = sympy.And(sympy.Lt(variable, place), sympy.Ge(variable, place - 1))
    around = sympy.And(
        sympy.Ne(variable, place), sympy.Ge(variable, place - 1), sympy.Le(variable, place + 1)
    )
    return {"+": above, "-": below}.get(side, around)


def _outermost(part: Expression, variable: Symbol) -> list[Expression]:
    if isinstance(part, MOVING) and part.has(variable):
        return [part]
    return [each for inner in part.args for each in _outermost(inner, variable)]


def _form(construct: Expression, around: ForAll, ask: Ask) -> Expression | None:
    """The shortest of a few closed forms that are right from 1 on."""
    proposed = islice(proposals.sharing(values(construct), proposals.SHARED), MOST_FORMS)
    right = (
        value.form
        for value in proposed
        if all(holds(needed, around, ask) for needed in value.conditions)
    )
    return min(right, key=lambda form: (form.count_ops(), str(form)), default=None)

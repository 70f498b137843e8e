"""Functions of which the least curvature is at most the largest: it is less, or both are equal."""

from __future__ import annotations

import sympy

from probatum.lowering.classes.one_curvature import without_one_curvature
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.subjects.functions import FunctionVariable
from probatum.type_names import Condition, Expression, Symbol


def by_constants(statement: ForAll) -> tuple[ForAll, ForAll] | None:
    """The statement for constants that differ, and with a form in place of a function of which
    they are equal; None where nothing says that the one is at most the other.
    """
    for variable in statement.variables:
        ends = _ends(variable)
        for part in conjuncts(statement.given) if ends else ():
            if _says_at_most(part, *ends):
                return _parts(statement, variable, part, ends)
    return None


def _ends(variable: Symbol) -> tuple[Expression, ...]:
    known = dict(variable.properties) if isinstance(variable, FunctionVariable) else {}
    return (known["strongly"], known["smooth"]) if set(known) == {"strongly", "smooth"} else ()


def _says_at_most(part: Condition, low: Expression, high: Expression) -> bool:
    at_most = isinstance(part, (sympy.LessThan, sympy.GreaterThan))
    return at_most and (part.lts, part.gts) == (low, high) and low.is_Symbol


def _parts(
    statement: ForAll, function: Symbol, said: Condition, ends: tuple[Expression, ...]
) -> tuple[ForAll, ForAll] | None:
    low, high = ends
    others = [part for part in conjuncts(statement.given) if part != said]
    less, equal = (sympy.And(*others, kind(low, high)) for kind in (sympy.Lt, sympy.Eq))
    same = FunctionVariable(function.name, (("smooth", high), ("strongly", high)))
    put = {function: same}
    of_one = for_all(
        tuple(put.get(each, each) for each in statement.variables),
        equal.xreplace(put),
        statement.then.xreplace(put),
    )
    form = without_one_curvature(of_one)
    if form is of_one or not isinstance(form, ForAll):
        return None
    return with_parts(statement, given=less), form

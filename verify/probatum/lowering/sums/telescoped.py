"""Sums up to n in closed form, by a certificate that is found and checked."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.calculus.summation.defined_terms import refused
from probatum.calculus.summation.series import telescoped
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import with_parts
from probatum.type_names import Expression, Statement

GOSPER = Theorem(
    "Telescoping sums", "Petkovsek, Wilf, Zeilberger, A = B, chapter 5 (Gosper)", exact=True
)


def in_closed_form(statement: Statement) -> Statement:
    """The statement with its sums of a number's terms in closed form; as it is where none of them
    telescopes.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Boolean):
        return statement
    sums = statement.then.atoms(sympy.Sum)
    known = {total: form for total in sums if (form := _closed(total)) is not None}
    return with_parts(statement, then=statement.then.xreplace(known)) if known else statement


def _closed(total: Expression) -> Expression | None:
    """G(high + 1) - G(low), where G is defined from the first term on."""
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return None
    index, low, high = total.limits[0]
    if not low.is_Integer or high.is_infinite or total.function.free_symbols != {index}:
        return None
    found = telescoped(total.function, index, low)
    if found is None or refused(found, index, low, sympy.oo) is not None:
        return None
    return found.xreplace({index: high + 1}) - found.xreplace({index: low})


REWRITINGS = (Rewriting(10, GOSPER, in_closed_form),)

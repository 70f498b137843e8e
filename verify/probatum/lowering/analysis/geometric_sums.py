"""Geometric sums up to n in closed form, where their ratio is not 1."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.lowering.analysis.parameters import geometric, telescoped_by
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.parts import with_parts
from probatum.type_names import Condition, Expression, Statement

GEOMETRIC_SUMS = Theorem(
    "Geometric sums and their derivatives; telescoping checked",
    "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., section 2.6",
    exact=False,
)


def by_geometric_sums(statement: Statement) -> Statement:
    """The statement with geometric sums in closed form, and that their ratios are not 1: it proves
    the statement. As it is where it has none.
    """
    if not isinstance(statement, ForAll):
        return statement
    then = statement.then
    if isinstance(then, Equal):
        then = sympy.Eq(then.left, then.right, evaluate=False)
    if not isinstance(then, Boolean):
        return statement
    known: dict[Expression, Expression] = {}
    needed: list[Condition] = []
    for total in sorted(then.atoms(sympy.Sum), key=sympy.default_sort_key):
        found = _closed(total)
        if found is not None:
            known[total], where = found
            needed.append(where)
    if not known:
        return statement
    return with_parts(statement, then=sympy.And(*needed, then.xreplace(known)))


def _closed(total: Expression) -> tuple[Expression, Condition] | None:
    """What P(k) q^(k - low) adds up to, and that q is not 1."""
    if len(total.limits) > 1:
        return None
    index, low, high = total.limits[0]
    if not low.is_Integer or high.is_number:
        return None
    backwards = total.function.xreplace({index: low + high - index})
    for term in (total.function, backwards):
        for coefficient, ratio in geometric(term, index, low):
            form = telescoped_by(coefficient, ratio, index)
            if form is not None:
                last = form.xreplace({index: high + 1}) * ratio ** (high + 1 - low)
                return last - form.xreplace({index: low}), sympy.Ne(ratio, 1)
    return None


REWRITINGS = (Rewriting(20, GEOMETRIC_SUMS, by_geometric_sums),)

"""The first terms of power series of elementary functions, none of them negative, by these."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs.under_bounds import sign_under
from probatum.lowering.analysis.parameters import values
from probatum.lowering.sums.between_integrals import Bound, is_of_index_alone, with_bounds
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.lowering.value import Value
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Point, Statement

PARTIAL = Theorem(
    "The first terms of a series without negative terms come to no more than the whole",
    "elementary",
    exact=False,
)
ORDERS = ("<", "<=", ">", ">=")


def by_functions(statement: Statement) -> Statement:
    """The statement with a function in place of the first terms of its power series, from which it
    follows; as it is where there are none.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Relational):
        return statement
    plain = with_parts(statement, then=evaluated(statement.then))
    told = with_bounds(plain, _bounds)
    return statement if told == plain else told


def _bounds(total: Expression, side: int, given: Condition) -> Iterator[Bound]:
    """What the series comes to for all parameters that are admitted, which its first terms do not
    exceed, and never come to where each of those that are left is more than zero.
    """
    index, low, high = total.limits[0]
    if side != 1 or is_of_index_alone(total):
        return
    if not (low.is_Integer and low >= 0) or high.is_infinite or high.is_number:
        return
    later = sympy.Symbol(index.name, integer=True, nonnegative=True)
    at = {index: later + low}
    sign, strict = sign_under(total.function.xreplace(at), given)
    if sign != 1:
        return
    series = sympy.Sum(total.function, (index, low, sympy.oo))
    found = (each.form for each in values(series) if _is_right(each, at, given))
    yield from (Bound(form, apart=strict) for form in found)


def _is_right(value: Value, at: Point, given: Condition) -> bool:
    """Whether all that must hold for it to be the value is seen to."""
    needed = sympy.And(*(wanted.xreplace(at) for _, _, wanted in value.conditions))
    return all(_is_so(part, given) for part in conjuncts(needed))


def _is_so(condition: Condition, given: Condition) -> bool:
    if condition == sympy.true:
        return True
    if not isinstance(condition, Relational) or condition.rel_op not in ORDERS:
        return False
    sizes = condition.atoms(sympy.Abs)
    if any(sign_under(size.args[0], given)[0] != 1 for size in sizes):
        return False
    plain = condition.xreplace({size: size.args[0] for size in sizes})
    if plain in (sympy.true, *conjuncts(given)):
        return True
    if not isinstance(plain, Relational):
        return False
    sign, strict = sign_under(plain.gts - plain.lts, given)
    return sign == 1 and (strict or plain.rel_op in ("<=", ">="))


REWRITINGS = (Rewriting(53, PARTIAL, by_functions),)
